"""Phrases of small words that a site drops on few pages each, or one page by itself (I4): all their places weighed together.

A farm gives every page another keyword, so that none stands on many pages; but on its own it stands in the title, between two
sentences, where a sentence goes on without it, and in the middle of clauses, and its words stand nowhere else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipelines.text.injection.evidence.function_words import BEFORE, BREAKS, FUNCTION, SLOTS
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.tokens import common_around
from pipelines.text.injection.insertions.phrases import SMALL, TOKEN

BREAK = "\n"
"""Stands for the ends of the title and of paragraphs among the words."""
ENDS = frozenset('.!?…”"')
"""What a sentence begins behind."""
OPENS = frozenset("“\"‘'(")
"""What it may begin with."""
LONGEST = 6
"""Words of a phrase."""
MOST_CHARS = 60_000
"""Characters of a page that is searched."""
SURE, FEW = 3, 2
"""Words of a phrase that are seldom together by chance, and of one for which that is no evidence."""

SUBJECTS = frozenset(["i", "you", "he", "she", "it", "we", "they", "who", "which"])
VERBS = frozenset(
    [
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
        "should", "did",
    ]
)  # fmt: skip
"""Auxiliary verbs, a closed class, which stand right behind a word of SUBJECTS."""

STRAY, FIELD, BROKEN, KNOWN, ARTICLE, INSIDE, EDGE = 3.0, 2.0, 2.0, 1.5, 0.7, 0.2, -0.7
"""Evidence of a place: between a full stop and a capital; set off in the title; between words that cannot have it between
them, or that stand side by side elsewhere; before an article; between other words; at an edge of a clause."""

# Of 1,067 genuine English texts, alone and in groups of 12 to 300, none has a phrase of three words with more than 4.0,
# none of two with more than 4.1 that stands between two sentences or in a title, and none that stands in a title and breaks
# a sentence as well.
LEAST = {SURE: 4.8, FEW: 6.0}
"""What the places of a phrase must say, by its words; one of two must stand between two sentences or in a title, too."""
MIN_SHARE = {SURE: 0.15, FEW: 0.35}
"""Share of its places that are fields of titles or break sentences: `chief executive` does so at 5 of 29 on 300 pages."""
NAMED_LEAST, NAMED_PLACES, TITLES = 2.5, 3, 2
"""What is enough where it is a field of a title and breaks a sentence, at how many places; titles that say it by themselves."""


class _Page(NamedTuple):
    """The words of a page, those of the title first and in small letters."""

    tokens: list[str]
    title: int
    """Number of tokens of the title with its breaks."""
    folded: list[str]
    """All tokens in small letters."""
    counts: Counter[str]
    """How often each of these is there."""


class Said(NamedTuple):
    """What the places of a phrase say."""

    evidence: float
    pages: int
    places: int
    titles: int
    strays: int
    broken: int
    inside: int


def find_stray_phrases(pages: Sequence[Page]) -> frozenset[str]:
    """Find phrases dropped into the texts of some pages of a site, or of one page."""
    said = weigh_phrases(pages)
    return frozenset(phrase for phrase, one in said.items() if _is_enough(len(phrase.split()), one))


def weigh_phrases(pages: Sequence[Page]) -> dict[str, Said]:
    """Give the phrases that come back on some pages, and what their places on those say that do not speak of them."""
    read = [_read(page) for page in pages if not page.hanzi and len(page.text) <= MOST_CHARS]
    counts: Counter[tuple[str, str]] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for page in read:
        counts.update(pairwise(page.tokens))
        body = page.tokens[page.title :]
        pairs.update(zip([SLOTS.get(word, word) for word in body], body[1:], strict=False))
    seeds = {pair for pair, count in counts.items() if count >= FEW and all(map(_tells, pair))}
    places: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(read):
        for at, pair in enumerate(pairwise(page.tokens)):
            if pair in seeds:
                places[pair].append((number, at))
    return dict(_phrases(read, places, pairs))


def _tells(word: str) -> bool:
    """Say whether a word is a small one that is none of grammar."""
    return word not in FUNCTION and SMALL.fullmatch(word) is not None


def _read(page: Page) -> _Page:
    """Give the words of a page."""
    title = [BREAK, *TOKEN.findall(page.title.casefold()), BREAK]
    body = [token for _, text in page.prose() for token in (*TOKEN.findall(text), BREAK)]
    folded = title + [token.casefold() for token in body]
    return _Page(title + body, len(title), folded, Counter(folded))


def _phrases(
    pages: Sequence[_Page],
    seeds: dict[tuple[str, str], list[tuple[int, int]]],
    pairs: Counter[tuple[str, str]],
) -> Iterator[tuple[str, Said]]:
    """Give phrases that come back, and what their places say."""
    seen: set[str] = set()
    for pair, places in seeds.items():
        words, start = _grow(pages, pair, places)
        phrase = " ".join(words)
        if phrase in seen or not FEW <= len(words) <= LONGEST:
            continue
        seen.add(phrase)
        foreign = {number for number in {number for number, _ in places} if _is_foreign(pages[number], words)}
        starts = [(number, at - start) for number, at in places if number in foreign]
        yield phrase, _weigh(pages, starts, len(words), pairs)


def _grow(pages: Sequence[_Page], pair: tuple[str, str], places: Sequence[tuple[int, int]]) -> tuple[list[str], int]:
    """Grow two words by those that stand beside them at all places; gives the words, and how many are before the two."""
    seen = [(pages[number].tokens, at) for number, at in places]
    before, behind = common_around(seen, len(pair), LONGEST, SMALL.fullmatch)
    words, start = [*before, *pair, *behind], len(before)
    while words[-1] in FUNCTION:
        words.pop()
    while words[0] in FUNCTION:
        words.pop(0)
        start -= 1
    return words, start


def _is_foreign(page: _Page, words: Sequence[str]) -> bool:
    """Say whether a page uses the words of a phrase, their plurals and singulars nowhere else, but one of three."""
    content = {word for word in words if word not in FUNCTION}
    own = _count(page.folded, words)
    spoken = sum(is_elsewhere(word, own * words.count(word), page.counts) for word in content)
    return spoken <= (len(content) >= SURE)


def is_elsewhere(word: str, own: int, counts: Counter[str]) -> bool:
    """Say whether a text has a word more often than a phrase has it, or its plural or singular."""
    others = (f"{word}s", f"{word}es", word[:-1] if word.endswith("s") else "")
    return counts[word] > own or any(counts[other] for other in others if other)


def _count(tokens: Sequence[str], words: Sequence[str]) -> int:
    """Count a phrase among some tokens."""
    found, at = 0, -1
    first, size = words[0], len(words)
    while True:
        try:
            at = tokens.index(first, at + 1)
        except ValueError:
            return found
        found += tokens[at : at + size] == words


def _weigh(
    pages: Sequence[_Page], starts: Sequence[tuple[int, int]], size: int, pairs: Counter[tuple[str, str]]
) -> Said:
    """Add up what the places of a phrase say; the same neighbours, as in copies of an article, count once.

    One figure is as another, as in the reports of a series.
    """
    evidence, titles = 0.0, 0
    found: Counter[float] = Counter()
    seen: set[tuple[str, str]] = set()
    for number, at in starts:
        tokens, title, *_ = pages[number]
        before, after = tokens[at - 1], tokens[at + size]
        around = "0" if before.isdigit() else before, "0" if after.isdigit() else after
        if at < title:
            said = FIELD if _is_field(tokens[:title], at, size) else 0.0
            titles += said > 0
        elif around in seen:
            continue
        else:
            seen.add(around)
            said = _say(before, after, pairs)
            found[said] += 1
        evidence += said
    return Said(
        evidence, len({number for number, _ in starts}), len(starts), titles, found[STRAY], found[STRAY] + found[BROKEN] + found[KNOWN],
        sum(found[said] for said in (BROKEN, KNOWN, ARTICLE, INSIDE)),
    )  # fmt: skip


def _is_field(title: Sequence[str], at: int, size: int) -> bool:
    """Say whether a phrase is set off at one end of a title, a number behind it or not, and is not all of it."""
    end = at + size + title[at + size].isdigit()
    before, after = title[at - 1], title[end]
    return (before == BREAK) != (after == BREAK) and not before[0].isalnum() and not after[0].isalnum()


def _say(before: str, after: str, pairs: Counter[tuple[str, str]]) -> float:
    """Say how much one place in the text speaks for a phrase being dropped in."""
    begins = after[0].isupper() or after[0].isdigit()
    if before in ENDS or before == BREAK:
        return STRAY if begins or after in OPENS else EDGE
    if not (before[0].isalnum() and after[0].isalnum()):
        return EDGE
    small = before.casefold()
    if (small in BEFORE and (begins or after in BREAKS)) or (small in SUBJECTS and after in VERBS):
        return BROKEN
    if small in FUNCTION and after in BREAKS:
        return BROKEN
    if pairs[SLOTS.get(before, before), after]:
        return KNOWN
    return ARTICLE if after in BREAKS else INSIDE


def _is_enough(words: int, said: Said) -> bool:
    """Say whether the places of a phrase of so many words say enough."""
    if said.titles + said.broken < MIN_SHARE[min(words, SURE)] * said.places:
        return False
    if words < SURE:
        return said.evidence >= LEAST[FEW] and said.titles + said.strays > 0
    if said.evidence >= LEAST[SURE]:
        return True
    if said.titles >= TITLES and said.inside >= TITLES:
        return True
    return said.titles > 0 and said.broken > 0 and said.places >= NAMED_PLACES and said.evidence >= NAMED_LEAST
