"""Keywords that stand at headlines with no mark between them (T2): `KEYWORDheadline`, `headlineKEYWORD下载`, `【KEYWORD】headline`.

A column stands in its brackets at its own end, and what a headline begins or ends with is in its text. A farm sets its
root at either end, or glues it to the front as it is, with one tail or another behind it, and no text speaks of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from pipelines.text.injection.evidence.function_words import is_phrase
from pipelines.text.injection.evidence.keywords import some_are_unrelated, topics
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, HANZI_CHAR, WORD, common_start, key
from pipelines.text.injection.titles.fields import BRACKET, MARK, pairs_of
from pipelines.text.pairs import is_pair

ROOT = range(3, 17)
"""Characters of a root."""
MIN_PAGES, MIN_SHARE = 3, 0.05
"""Titles that must have one, and their share: in 120 titles of one paper three may begin or end with `凝心聚力`."""
MOST_TAIL = 8
"""Characters of a tail that a mark or the end of the title ends."""
MIN_REST = 6
"""Letters of the headline beside it."""
WHOLE = 0.8
"""Share of its places that may not go on alike behind a root: what nearly all go on with belongs to it."""
MOST_SPOKEN = 0.25
"""Share of them whose text may speak of it: a keyword may be put into it, too."""
MOST_WORDS, WORDS_SHARE = 0.4, 0.1
"""Share of the neighbours in a root that may be pairs of the language, and share of the titles that must have one of more:
`一图读懂` and `凝心聚力` are made of words, and stand at titles of many papers."""
RARE = range(2, 9)
"""Characters of a root that only its tail shows, where others have that, too."""
MIN_ROOTS, MIN_TAILS = 2, 3
"""Roots and tails of the site from which tails show further roots."""
MOST_LEADS = 20
"""Leads that begin with a root and are looked for on the other pages."""
MOST_KEYWORDS = 400
"""Keywords that a site may be found to have."""
MOST_TITLES = 2_000
"""Titles of a batch that are compared."""

OPENED, CLOSED = "【[（(「『〔", "】]）)」』〕"
QUOTED = "《“「『"
"""Marks that may begin a sentence."""
FRONT = re.compile(rf"[\s{re.escape(OPENED)}]*")
TAIL = re.compile(rf"(?P<tail>[^\W_]{{2,{MOST_TAIL}}})(?P<mark>[{re.escape(CLOSED)}]|[_|｜丨–—-])")
"""What may stand behind a root in front of a headline and is ended there."""


@dataclass(slots=True)
class Sides:
    """The titles of a site that have a root."""

    front: dict[int, str] = field(default_factory=dict)
    """Pages that begin with it, in brackets perhaps, each with what follows."""
    glued: set[int] = field(default_factory=set)
    """Those of them on which neither bracket nor mark sets it off, as far as can be seen."""
    behind: dict[int, str] = field(default_factory=dict)
    """Pages that end with it and a tail at most, each with the tail."""

    @property
    def pages(self) -> set[int]:
        """All of them."""
        return self.front.keys() | self.behind.keys()


def find_unmarked(pages: Sequence[Page]) -> frozenset[str]:
    """Find the keys of roots at the ends of a site's titles, and of the keywords that they make with their tails.

    A root counts where three titles have it, of which some two have nothing else in common, hardly a text of the site
    has it otherwise than as the beginning of a paragraph, and it stands before some headlines and behind others. Where
    all have it in front, it must be glued to three of them, go on in different ways, be no words of the language, and stand
    without the headline somewhere: `一图读懂` does not.
    """
    titles = {at: page.title for at, page in _titles(pages)}
    found = _sides(titles)
    found = {root: sides for root, sides in found.items() if _may_be(root, sides, titles, pages)}
    roots = {
        root: sides
        for root, sides in found.items()
        if sum(_speaks(pages[at], root) for at in sides.pages) <= MOST_SPOKEN * len(sides.pages)
    }
    shortest = {root for root in roots if not any(root != other and other in root for other in roots)}
    made = {root: {*_tails(root, roots[root], pages)} for root in shortest}
    tails = {tail for own in made.values() for tail in own}
    further = set[str]()
    if len(shortest) >= MIN_ROOTS and len(tails) >= MIN_TAILS:
        further = {root for at in titles for root in _rare(pages[at], tails)}
    texts = "\n".join(f"{page.title}\n{page.text}" for page in pages) if shortest else ""
    compounds = (root + tail for root in sorted(shortest | further) for tail in sorted(tails))
    return frozenset(map(key, shortest)) | {
        key(token) for token in islice((token for token in compounds if token in texts), MOST_KEYWORDS)
    }


def _titles(pages: Sequence[Page]) -> Iterator[tuple[int, Page]]:
    """Give the Chinese pages of a batch with their numbers, one for each title, up to MOST_TITLES."""
    seen: set[str] = set()
    for at, page in enumerate(pages):
        if page.hanzi and page.title not in seen and len(seen) < MOST_TITLES:
            seen.add(page.title)
            yield at, page


def _sides(titles: Mapping[int, str]) -> dict[str, Sides]:
    """Give the strings with which several titles begin, or one begins and another ends, with where they stand."""
    found: dict[str, Sides] = defaultdict(Sides)
    for at, title in titles.items():
        start = _start(title)
        for size in ROOT:
            if len(title) >= start + size + MIN_REST and _is_token(title[start : start + size]):
                root = title[start : start + size]
                found[root].front[at] = title[start + size :]
                if not start and title[size].isalnum():
                    found[root].glued.add(at)
    for at, title in titles.items():
        bare = title.rstrip(f" {CLOSED}")
        for begin in range(max(MIN_REST, len(bare) - ROOT.stop - MOST_TAIL), len(bare) - ROOT.start + 1):
            for size in ROOT:
                if begin + size > len(bare):
                    break
                sides = found.get(bare[begin : begin + size])
                if sides is not None and at not in sides.front and len(bare) - begin - size <= MOST_TAIL:
                    sides.behind[at] = bare[begin + size :]
    return {root: sides for root, sides in found.items() if len(sides.pages) >= MIN_PAGES}


def _start(title: str) -> int:
    """Give where a title begins behind its brackets."""
    opened = FRONT.match(title)
    return opened.end() if opened else 0


def _is_token(root: str) -> bool:
    """Say whether a string begins and ends with a letter, or ends with a bracket and has an opening one."""
    return root[0].isalnum() and (root[-1].isalnum() or (root[-1] in CLOSED and any(mark in root for mark in OPENED)))


def _may_be(root: str, sides: Sides, titles: Mapping[int, str], pages: Sequence[Page]) -> bool:
    """Say whether the titles of a site show that a string at their ends is none of theirs."""
    if len(key(root)) < ROOT.start or len(sides.pages) < MIN_SHARE * len(titles) or not _ends(sides):
        return False
    rests = {at: topics(titles[at], [root]) for at in sides.pages}
    if any(rests[one].isdisjoint(rests[other]) for one in sides.front for other in sides.behind if one != other):
        return not _is_of_words(root) or len(sides.pages) >= WORDS_SHARE * len(titles)
    following = {sides.front[at][:1] for at in sides.glued}
    if len(sides.glued) < MIN_PAGES or len(following) < MIN_PAGES or _is_of_words(root):
        return False
    apart = some_are_unrelated([rests[at] for at in sides.glued])
    return apart and any(_is_hung(root, pages[at]) for at in sides.glued)


def _is_hung(root: str, page: Page) -> bool:
    """Say whether a page shows a root without its headline: as a last field of `<title>`, or before a paragraph."""
    last = MARK.split(page.headings[0])[1:] if page.headings else []
    title = page.title[_start(page.title) :]
    bare = (text[_start(text) :] for text in page.paragraphs)
    leads = [text for text in bare if text.startswith(root) and len(text) > len(root)]
    return any(part.startswith(root) for part in last[-1:]) or any(
        (text[len(root)].isalnum() or text[len(root)] in QUOTED) and text[len(root)] != title[len(root)]
        for text in leads
    )


def _ends(sides: Sides) -> bool:
    """Say whether a root ends there: its places go on in different ways, or with a mark."""
    following = Counter(
        rest[:1] if rest[:1].isalnum() else "" for rest in (*sides.front.values(), *sides.behind.values())
    )
    after, count = following.most_common(1)[0]
    return not after or count < WHOLE * following.total()


def _is_of_words(root: str) -> bool:
    """Say whether a root has words of grammar, or many neighbours in it are pairs of the language."""
    pairs = [pair for pair in pairwise(root) if all(map(HANZI_CHAR.match, pair))]
    return is_phrase(root) or sum(is_pair(*pair) for pair in pairs) > MOST_WORDS * len(pairs)


def _speaks(page: Page, root: str) -> bool:
    """Say whether the sentences of a page speak of a root, or of much of it; as the beginning of paragraphs it may be glued to them."""
    said = "\n".join(text[_start(text) :].removeprefix(root) for text in page.sentences.split("\n")).casefold()
    found = [part for word in WORD.findall(root.casefold()) for part in pairs_of(word)]
    return root.casefold() in said or sum(part in said for part in found) > BY_CHANCE * len(found)


def _tails(root: str, sides: Sides, pages: Sequence[Page]) -> Iterator[str]:
    """Give the tails that a root has.

    A tail is what the end of a title or a mark ends, where the text does not speak of it, what stands with its root in
    brackets, or what a title and its lead begin with alike, if another page has it and none uses it as a word.
    """
    leads = set[str]()
    yield from (tail for at, tail in sides.behind.items() if tail and not _speaks(pages[at], tail))
    for at, rest in sides.front.items():
        title, start = pages[at].title, _start(pages[at].title)
        ended = TAIL.match(rest)
        if ended and (start > 0 if ended["mark"] in CLOSED else not _speaks(pages[at], ended["tail"])):
            yield ended["tail"]
        bare = (text[_start(text) :] for text in pages[at].paragraphs)
        here = {common_start([title[start:], text]) for text in bare if text.startswith(root)} - {root}
        for lead in sorted(here - leads, key=len)[: MOST_LEADS - len(leads)]:
            leads.add(lead)
            if _is_shared(lead, lead.removeprefix(root), at, pages):
                yield lead.removeprefix(root)


def _rare(page: Page, tails: Collection[str]) -> Iterator[str]:
    """Give what stands before a tail of other roots at the beginning of a title, or is a field with it, if the text is silent on it."""
    title = page.title[_start(page.title) :]
    fields = [part.strip(f" {OPENED}{CLOSED}") for part in MARK.split(page.title)[1:]]
    if match := BRACKET.search(page.title):
        fields.append(match["inner"])
    for tail in tails:
        at = title.find(tail, RARE.start, RARE.stop + len(tail))
        heads = [title[:at]] if at > 0 and len(title) >= at + len(tail) + MIN_REST else []
        heads += [part.removesuffix(tail) for part in fields if part.endswith(tail)]
        for head in heads:
            if len(head) in RARE and head.isalnum() and not _speaks(page, head) and not _speaks(page, head + tail):
                yield head


def _is_shared(lead: str, tail: str, at: int, pages: Sequence[Page]) -> bool:
    """Say whether what follows a root is its tail on another page as well.

    That page has a mark behind it, and this one does not use it otherwise, or no page uses it as a word of its text.
    """
    others = [f"{page.title}\n{page.text}\n" for number, page in enumerate(pages) if number != at]
    ended = re.compile(re.escape(lead) + r"(?!\w)")
    if any(lead in text and ended.search(text) for text in others) and tail not in pages[at].text.replace(lead, "\n"):
        return True
    return any(lead in text for text in others) and not any(tail in page.text.replace(lead, "\n") for page in pages)
