"""Paragraphs of nobody's article behind the end of many (S1): dealt from a pool, so that they come again and again.

A farm hangs one or two of a handful of short reports behind each article. On one page they look like its end. Over a site
each of them ends several articles that have nothing in common, never with the same ones beside it, and none of the
articles knows a word of it. A column closes with a saying of its own under titles of one form, and speaks to its readers;
a paper's notes go together; a paragraph that was taken from an article of the site is known to that one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, islice
from math import log

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.relation import MOST_ALIKE, MOST_COMPARED, SPEAKS, likeness, words_of
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.pages.collage import SHORTEST

LEAST_PAGES = 2
"""Articles of different things that must end with one."""
MOST_PAGES = 0.34
"""Share of a site's pages that may: what stands on more is a line of the site."""
POOL = 3
"""Different ones that a site must have, and different endings made of them."""
MOST_SAID = 6.0
"""How much a page may say of one: see `_said`. Last paragraphs of 41 articles have 7 in the median."""
MEAN_SAID = 3.5
"""The same in the mean of its pages."""
LEAST_ABOVE = 3
"""Paragraphs that stand above them."""
MANY, MANY_SHARE = 4, 0.1
"""Such articles, and their share of the pages, from which one is foreign whatever else the site has: of 4,490 clean articles four
end with one paragraph once, under titles of one form."""
MOST_FORMS = 0.25
"""Share of the pairs of so many titles that may begin or end alike by chance."""
OWN = 0.15
"""Share of its characters in threes, or of its longer words, that the page of which it is an own paragraph has."""
MOST_TAIL = 6
"""Paragraphs at the end of a page that are looked at."""
MOST_OTHERS = 1
"""Other paragraphs among them."""
MOST_SINGLE = 0.34
"""Share of the endings that may have another behind one that is known."""
MOST_CHARS = 30_000
"""Characters of a page that are searched for its words."""
TITLE_PART = {False: 8, True: 3}
"""Letters, or in Chinese (True) characters, that titles of a column begin or end with alike."""
OF_PAPER = re.compile(r"本[报報刊社网網站台]|编辑部|編輯部")
"""What a paper calls itself."""
WORD = {False: re.compile(r"[a-z]{4,}"), True: re.compile(f"[{HANZI}]{{2,}}")}


def find_site_foreign(pages: Sequence[Page]) -> frozenset[str]:
    """Find the paragraphs, by key, that a site deals out behind its articles."""
    times = Counter(name for page in pages for name in {key(text) for _, text in page.prose()} if len(name) >= SHORTEST)
    most = max(LEAST_PAGES, MOST_PAGES * len(pages))
    lines = {name for name, count in times.items() if count > most}
    many = {name for name, count in times.items() if LEAST_PAGES <= count <= most}
    tails = {number: tail for number, page in enumerate(pages) if (tail := dict(_tail(page, many, lines)))}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, tail in tails.items():
        for name in tail.keys() & many:
            holders[name].append(number)
    holders = {name: numbers for name, numbers in holders.items() if len(numbers) == times[name]}
    often = {name for name, numbers in holders.items() if len(numbers) >= max(MANY, MANY_SHARE * len(pages))}
    sure = {
        name
        for name in often
        if _is_nobodys([pages[at] for at in holders[name]], [tails[at][name] for at in holders[name]], MOST_FORMS)
    }
    if len(holders) < POOL:
        return frozenset(sure)
    words = {number: _words(page, tails.get(number, {})) for number, page in enumerate(pages)}
    common = Counter(word for own in words.values() for word in own)
    found = {
        name
        for name, numbers in holders.items()
        if _is_nobodys([pages[number] for number in numbers], [tails[number][name] for number in numbers])
        and _is_unknown(
            pages[numbers[0]].paragraphs[tails[numbers[0]][name]], [words[one] for one in numbers], common, len(pages)
        )
    }
    endings = {frozenset(found & tail.keys()) for tail in tails.values()} - {frozenset()}
    mixed = any(len({tuple(holders[name]) for name in ending}) > 1 for ending in endings)
    if len(found) < POOL or len(endings) < POOL or not mixed:
        return frozenset(sure)
    return frozenset(sure | found | _single(pages, found, tails, words, common))


def _single(
    pages: Sequence[Page],
    found: set[str],
    tails: Mapping[int, Mapping[str, int]],
    words: Mapping[int, frozenset[str]],
    common: Counter[str],
) -> set[str]:
    """Give what stands once, behind a foreign paragraph, and is as foreign; nothing where such paragraphs stand amid articles."""
    single: set[str] = set()
    places = 0
    for number, tail in tails.items():
        known = [index for name, index in tail.items() if name in found]
        behind = [
            (name, index) for name, index in tail.items() if name not in found and index > min(known, default=index)
        ]
        places += bool(known)
        for name, index in behind:
            text = pages[number].paragraphs[index]
            own = [words[number] - _words_in(text, chinese=bool(pages[number].hanzi))]
            single |= {name} if _reports(text) and _is_unknown(text, own, common, len(pages)) else set()
    return single if len(single) <= MOST_SINGLE * places else set()


def _tail(page: Page, names: AbstractSet[str], lines: AbstractSet[str] = frozenset()) -> Iterator[tuple[str, int]]:
    """Give the paragraphs at the end of a page from the first of such names on, and their indices, where an article stands above.

    One among them may be another; what are *lines* of the site does not count.
    """
    every = ((key(text), index) for index, text in page.prose())
    long = [(name, index) for name, index in every if len(name) >= SHORTEST and name not in lines]
    above = max(0, len(long) - MOST_TAIL)
    start, others = len(long), 0
    for at in reversed(range(above, len(long))):
        if long[at][0] in names:
            start = at
        elif (others := others + 1) and others > MOST_OTHERS:
            break
    if start < len(long) and long[start][1] >= LEAST_ABOVE:
        yield from long[start:]


def _words(page: Page, tail: Mapping[str, int]) -> frozenset[str]:
    """Give the words of a page without its tail, in Chinese its characters in pairs."""
    gone = set(tail.values())
    text = "\n".join((page.title, *(text for index, text in enumerate(page.paragraphs) if index not in gone)))
    return _words_in(text[:MOST_CHARS], chinese=bool(page.hanzi))


def _words_in(text: str, *, chinese: bool) -> frozenset[str]:
    """Give the words of four letters and more, in Chinese the characters in pairs."""
    words = WORD[chinese].findall(text.casefold())
    if not chinese:
        return frozenset(words)
    return frozenset(word[at : at + 2] for word in words for at in range(len(word) - 1))


def _is_nobodys(pages: Sequence[Page], places: Sequence[int], forms: float = 0) -> bool:
    """Say whether a paragraph reports something, and its pages are unrelated articles under titles without a form of their own.

    Takes the share of pairs of titles that may have one by chance.
    """
    text = pages[0].paragraphs[places[0]]
    if not _reports(text) or any(page.kind(place) != "text" for page, place in zip(pages, places, strict=True)):
        return False
    some = list(islice(zip(pages, places, strict=True), MOST_COMPARED))
    alike = []
    titles = [_have_form(one.title, other.title) for (one, _), (other, _) in combinations(some, 2)]
    if sum(titles) > forms * len(titles):
        return False
    for (one, at), (other, place) in combinations(some, 2):
        own = ("\n".join(one.paragraphs[:at])[:MOST_CHARS], "\n".join(other.paragraphs[:place])[:MOST_CHARS])
        alike.append(likeness(*(words_of(part, chinese=bool(one.hanzi)) for part in own)))
    return sorted(alike)[len(alike) // 2] <= MOST_ALIKE


def _reports(text: str) -> bool:
    """Say whether a paragraph speaks neither to the reader nor of the paper."""
    return SPEAKS.search(text) is None and OF_PAPER.search(text) is None


def _have_form(one: str, other: str) -> bool:
    """Say whether two titles begin or end alike, as those of a column do."""
    least = TITLE_PART[bool(WORD[True].search(one))]
    return one[:least] == other[:least] or one[-least:] == other[-least:]


def _is_unknown(text: str, own: Sequence[frozenset[str]], common: Counter[str], pages: int) -> bool:
    """Say whether the pages of a paragraph say no more of it than any other text does."""
    words = _words_in(text, chinese=bool(WORD[True].search(text)))
    said = [_said(words & known, common, pages) for known in own]
    return max(said) <= MOST_SAID and sum(said) <= MEAN_SAID * len(said)


def _said(words: frozenset[str], common: Counter[str], pages: int) -> float:
    """Say how much some words tell: each as much as it is rare on the site, the logarithm of pages to those that have it."""
    return sum(log(pages / common[word]) for word in words if common[word])


def find_foreign_tail(page: Page) -> list[Find]:
    """Find the paragraphs at the end that the site deals out behind its articles."""
    if not page.site.foreign:
        return []
    evidence = "stands behind other articles of this site, too, which share nothing with it or with each other"
    tail = list(_tail(page, page.site.foreign))
    gone = {index for _, index in tail}
    rest = "\n".join((page.title, *(text for index, text in page.prose() if index not in gone)))[:MOST_CHARS]
    own = words_of(rest, chinese=bool(page.hanzi))
    return [
        Find.line(index, page.paragraphs[index], reason="foreign_tail", evidence=evidence)
        for _, index in tail
        if likeness(words_of(page.paragraphs[index], chinese=bool(page.hanzi)), own) <= OWN
    ]
