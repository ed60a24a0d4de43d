"""Keywords that take turns over a site: few pages have each, but they stand at the edges of unrelated articles.

A site that puts one of thirty keywords into each page shows none of them on a fifth of its pages. What gives them away is
that one string stands in several kinds of places on a page (in front of paragraphs, at an end of the title, alone on a
line, behind the last sentence), that unrelated articles have it, and that none of them speaks of it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from pipelines.text.injection.affixes.beginnings import MOST_OPENING
from pipelines.text.injection.evidence.function_words import is_phrase
from pipelines.text.injection.evidence.genuine_starts import (
    DATED,
    DATELINE,
    GOES_ON,
    LABEL,
    MAY_GO_ON,
    NUMBERED,
    SAYS_WHEN,
    connectives,
)
from pipelines.text.injection.evidence.keywords import some_are_unrelated, topics
from pipelines.text.injection.evidence.lookup import holders
from pipelines.text.injection.evidence.page import LONGEST_LINE, PROSE_END, Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, HANZI_CHAR, WORD, key

LONGEST = 24
"""Letters of a keyword."""
LEAST = {True: 4, False: 5}
"""Letters of one in Chinese (True) and of another: names of people are shorter."""
WHOLE = 0.8
"""Share of its places that may not go on alike behind a keyword: what nearly all go on with belongs to it."""
MOST_CHARS = 3 * LONGEST
"""Characters in which these are looked for."""
MOST_PLACES = 20_000
"""Edges of a batch that are compared; more would cost memory and show nothing new."""
MIN_TURNS = 2
"""Keywords of a site, each on another page, from which it is known that they take turns there."""
MOST_PAGES = 0.5
"""Share of the pages beyond which a string is a habit of all pages, not one that takes turns."""

SPOKEN = 0.5
"""Pages whose sentences have a keyword, in adverts perhaps, for each that has it at its edges and speaks nowhere of it."""

MIN_GLUED, GLUED_SHARE = 3, 0.5
"""Paragraphs of a page that a keyword begins without a mark, at least, and their share: an institution of which several reports
tell begins some (`国际货币基金组织预计…`)."""

MIN_SPEAKERS = 2
"""Paragraphs with other labels in which somebody answers."""

FRONT = re.compile(r"[\W_]*")
TITLE_MARK = re.compile(r"[_|｜丨\-–—:：?？!！~～\s]+")
"""What sets a keyword off from a headline."""
LAST_SENTENCE = re.compile(
    r"[。！？!?….][”’」』》）)】\"']*(?=[^。！？!?…”’」』》]{2,40}\Z|[^\w。！？!?…]*\w{2,16}。\Z)"
)
"""The end of the last whole sentence of a paragraph, behind which something more stands."""

Place = tuple[int, str, int, str, str]
"""Page, kind of the place, index of the paragraph, the string as it is written there, and what follows it."""
FRONTS, TITLES, LINES, ENDS = "front", "title", "line", "end"


@dataclass(slots=True)
class Sight:
    """Where one page has a string at its edges."""

    fronts: set[int] = field(default_factory=set)
    """Paragraphs that begin with it."""
    kinds: set[str] = field(default_factory=set)
    """Kinds of places: FRONTS, TITLES, LINES, ENDS."""
    lines: set[int] = field(default_factory=set)
    """Lines that do."""
    spellings: set[str] = field(default_factory=set)
    """The string as it is written there."""
    is_ended: bool = False
    """Whether a mark ends it somewhere."""

    @property
    def is_strong(self) -> bool:
        """Whether so many places of several kinds on one page speak for a keyword; a column has a title and a line."""
        return len(self.kinds) > 1 and (len(self.fronts) > 1 or len(self.lines) > 1 or len(self.kinds) > 2)


def find_turning_keywords(pages: Sequence[Page]) -> frozenset[str]:
    """Find the keys of keywords that take turns over a batch.

    One counts where a page has it in several kinds of places and another, whose title has nothing in common with the
    first's, at any edge; where the site has several of which that is true, also one that a single page has in several.
    """
    sights = _foreign(pages, _sights(pages))
    strong = {
        token: here
        for token, found in sights.items()
        if (here := [at for at, sight in found.items() if sight.is_strong])
    }
    sure = {token for token in strong if _are_unrelated(pages, sights[token])}
    if len(sure) >= MIN_TURNS and len({at for token in sure for at in strong[token]}) >= MIN_TURNS:
        sure |= {token for token in strong if all(_is_apart(pages[at], sights[token][at]) for at in strong[token])}
        sure |= {token for token, found in sights.items() if _has_kinds(found) and _are_unrelated(pages, found)}
    return frozenset(token for token in sure if not _goes_on_from(token, sure, sights))


def _is_apart(page: Page, sight: Sight) -> bool:
    """Say whether a mark ends a string and no sentence of its page has it farther inside: a firm whose story it is acts there."""
    inside = (text[len(spelling) :] for text in page.sentences.split("\n") for spelling in sight.spellings)
    return (
        sight.is_ended
        and page.can_search()
        and not any(spelling in rest for rest in inside for spelling in sight.spellings)
    )


def _has_kinds(found: dict[int, Sight]) -> bool:
    """Say whether the pages have a string in several kinds of places."""
    return len({kind for sight in found.values() for kind in sight.kinds}) > 1


def _goes_on_from(token: str, sure: set[str], sights: dict[str, dict[int, Sight]]) -> bool:
    """Say whether a string is a shorter keyword with the text behind it: no mark ends it, or it is of one page."""
    longer = len(sights[token]) > 1 and any(sight.is_ended for sight in sights[token].values())
    return not longer and any(token[:size] in sure for size in range(1, len(token)))


def _sights(pages: Sequence[Page]) -> dict[str, dict[int, Sight]]:
    """Give for each string that may be a keyword the pages that have it at their edges, and where."""
    places: dict[str, list[Place]] = defaultdict(list)
    ends: dict[int, str] = defaultdict(str)
    edges = ((at, *edge) for at, page in enumerate(pages) for edge in edges_of(page))
    for at, kind, index, text in islice(edges, MOST_PLACES):
        if kind == ENDS:
            ends[at] += "\n" + key(text)
        for token, spelling, following in _beginnings(text):
            places[token].append((at, kind, index, spelling, following))
    most = max(MIN_TURNS, MOST_PAGES * len(pages))
    possible = {
        token: found for token, found in places.items() if len(found) > 1 and _ends(found) and is_possible(found[0][3])
    }
    behind, ended = holders(ends.values(), possible), list(ends)
    sights: dict[str, dict[int, Sight]] = {}
    for token, found in possible.items():
        seen = _gather(found)
        for at in (ended[number] for number in behind[token]):
            seen[at].kinds.add(ENDS)
            seen[at].spellings.add(found[0][3])
        if len(seen) <= most:
            sights[token] = dict(seen)
    return sights


def _gather(found: Sequence[Place]) -> dict[int, Sight]:
    """Join the places of one string, page by page."""
    seen: dict[int, Sight] = defaultdict(Sight)
    for at, kind, index, spelling, following in found:
        sight = seen[at]
        sight.is_ended |= not following.isalnum()
        sight.kinds.add(kind)
        sight.spellings.add(spelling)
        if kind in {FRONTS, LINES}:
            (sight.fronts if kind == FRONTS else sight.lines).add(index)
    return seen


def edges_of(page: Page) -> Iterator[tuple[str, int, str]]:
    """Give what begins where a keyword may stand: kind of the place, index of the paragraph, the text from there."""
    fields = [0, *(mark.end() for mark in TITLE_MARK.finditer(page.title))]
    for number, start in enumerate(fields):
        part = page.title[start:]
        last = number == len(fields) - 1
        if number == 0 or last or len(fields) - number <= 3:
            end = TITLE_MARK.search(part)
            yield TITLES, -1, part if number == 0 or end is None else part[: end.start()]
    for index, text in page.prose():
        if page.kind(index) == "cell":
            continue
        if len(text) <= LONGEST_LINE and not PROSE_END.search(text):
            yield LINES, index, text
            continue
        yield FRONTS, index, text
        if (end := LAST_SENTENCE.search(text, max(0, len(text) - 2 * LONGEST_LINE))) is not None:
            yield ENDS, index, text[end.end() :]


def _beginnings(text: str) -> Iterator[tuple[str, str, str]]:
    """Give what a text begins with, in every length a keyword may have: its key, its spelling and what follows."""
    start = FRONT.match(text)
    begin = start.end() if start else 0
    letters, token = 0, ""
    for at, char in enumerate(text[begin : begin + MOST_CHARS], begin + 1):
        if letters >= LONGEST:
            return
        if not char.isalnum():
            continue
        token += char.casefold()  # letter by letter what `key` gives of the spelling
        letters += char != "丨"
        following = text[at : at + 1]
        inside = char.isascii() and following.isascii() and following.isalnum()
        if not inside and letters >= min(LEAST.values()):
            if char.isascii() and following == " " and (word := WORD.match(text, at + 1)):
                following = word[0]
            yield token, text[begin:at], following


def _ends(found: Sequence[Place]) -> bool:
    """Say whether a string ends there: its places go on in different ways, or with a mark."""
    following = Counter(after if after.isalnum() else "" for *_, after in found)
    after, count = following.most_common(1)[0]
    return not after or count < WHOLE * len(found)


def is_possible(spelling: str) -> bool:
    """Say whether a string may be a keyword at all: no number, date, connective or phrase of the language, nor words that say when."""
    chinese = HANZI_CHAR.search(spelling) is not None
    if len(key(spelling)) < LEAST[chinese] or NUMBERED.fullmatch(spelling) or DATED.search(spelling):
        return False
    if is_phrase(spelling) or SAYS_WHEN.match(spelling):
        return False
    return not any(spelling.startswith(word) for word in connectives())


def _foreign(pages: Sequence[Page], sights: dict[str, dict[int, Sight]]) -> dict[str, dict[int, Sight]]:
    """Give the pages that have a string at their edges and speak of it nowhere, but for what the site's sentences speak of."""
    here = {
        token: {at: sight for at, sight in found.items() if _is_foreign(pages[at], sight)}
        for token, found in sights.items()
    }
    spellings = {
        token: {spelling for sight in found.values() for spelling in sight.spellings} for token, found in here.items()
    }
    spoken = holders((page.sentences for page in pages), set[str]().union(*spellings.values()))
    for token, found in sights.items():
        others = set[int]().union(*(spoken[spelling] for spelling in spellings[token])) - found.keys()
        if len(others) + len(found) - len(here[token]) > max(1, SPOKEN * len(here[token])):
            del here[token]
    return {token: found for token, found in here.items() if found}


def _is_foreign(page: Page, sight: Sight) -> bool:
    """Say whether a page speaks nowhere of what stands at its edges."""
    for spelling in sight.spellings:
        if page.natural_tie(spelling) > BY_CHANCE or _inside(page, spelling) * 2 > len(sight.fronts):
            return False
        behind = [page.paragraphs[index].partition(spelling)[2] for index in sight.fronts]
        if _acts(page, sum(rest[:1].isalnum() for rest in behind)):
            return False
        rests = [rest.lstrip() for rest in behind]
        if any(DATELINE.match(page.paragraphs[index]) for index in sight.fronts) or _is_speaker(page, spelling, behind):
            return False
        if not HANZI_CHAR.search(spelling) and any(rest[:1].islower() for rest in rests):
            return False  # the sentence goes on from its subject
        if any(GOES_ON.match(rest) for rest in rests) or sum(bool(MAY_GO_ON.match(rest)) for rest in rests) * 4 > len(
            rests
        ):
            return False
    return True


def _is_speaker(page: Page, spelling: str, behind: Sequence[str]) -> bool:
    """Say whether a colon follows a string in front of most of its paragraphs, and others begin with other labels: they speak in turn."""
    if 2 * sum(rest.lstrip()[:1] in {":", "："} for rest in behind) <= len(behind):
        return False
    labels = (LABEL.match(text) for text in page.paragraphs)
    return sum(label is not None and spelling not in label[0] for label in labels) >= MIN_SPEAKERS


def _inside(page: Page, spelling: str) -> int:
    """Count the paragraphs that have a string farther inside."""
    return sum(spelling in text[len(spelling) + MOST_OPENING :] for text in page.sentences.split("\n"))


def _acts(page: Page, glued: int) -> bool:
    """Say whether what begins so many paragraphs without a mark behind it is their subject: a keyword begins most of a page's."""
    prose = sum(len(text) > LONGEST_LINE for _, text in page.prose())
    return 0 < glued < max(MIN_GLUED, GLUED_SHARE * prose)


def _are_unrelated(pages: Sequence[Page], found: dict[int, Sight]) -> bool:
    """Say whether some two of the pages have titles that share nothing but the string."""
    return some_are_unrelated([topics(pages[at].title, sight.spellings) for at, sight in found.items()])
