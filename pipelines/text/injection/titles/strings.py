"""Strings that titles of a site share, and which of them are strange: neither the texts speak of them, nor are they parts of words."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.text.injection.evidence.function_words import FUNCTION, is_phrase
from pipelines.text.injection.evidence.keywords import some_are_unrelated, topics
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.titles.units import LONGEST, NO_COLUMN, Title, is_single
from pipelines.text.pairs import is_pair

MOST_TITLES = 2_000
"""Titles of a batch that are compared."""
MIN_TEXT = 40
"""Characters of a text whose silence counts, since that of many others must say the same."""
MIN_ROOT, MIN_ODD = 2, 3
"""Letters of a string, and of one that is no word."""
WHOLE = 0.8
"""Share of its places that may not go on alike on either side of a string: then that belongs to it."""
SILENT = 0.75
"""Share of the places of a string at which the text must not speak of it, nor of a word that it would cut in two."""
MOST_COMPARED = 40
"""Titles with a string that are compared for a topic in common."""
MOST_WORDS = 0.4
"""Share of the neighbours in a string that may be pairs of the language."""
NUMBER = re.compile(r"[\d年月日号期第届季集章回周]+|[ivxlc]+")
CODE = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{3,}")


@dataclass(slots=True)
class Recurring:
    """A string, and where titles have it: the title, first unit, unit behind the last."""

    text: str
    places: list[tuple[Title, int, int]] = field(default_factory=list)

    @property
    def titles(self) -> list[Title]:
        """The titles that have it."""
        return list(dict.fromkeys(title for title, _, _ in self.places))

    @property
    def tails(self) -> Counter[str]:
        """What stands behind it in its field, none that a mark of the headline ends."""
        fields = ((title, end, title.field(start, end)[1]) for title, start, end in self.places)
        marked = ((title, end, last) for title, end, last in fields if (title.gap(last - 1) or "")[:1] not in NO_COLUMN)
        return Counter("".join(title.keys[end:last]) for title, end, last in marked if end < last)

    @property
    def is_glued(self) -> bool:
        """Whether no mark, or one that is of the headline, sets it off at many of its places."""
        gaps = ((title.gap(start - 1), title.gap(end - 1)) for title, start, end in self.places)
        glued = sum(before == "" or after == "" or (after or "")[:1] in NO_COLUMN for before, after in gaps)
        return glued > (1 - SILENT) * len(self.places)

    @property
    def is_strange(self) -> bool:
        """Whether most texts do not speak of it, and it is no part of their words."""
        if len(self.text) < MIN_ROOT or is_phrase(self.text) or NUMBER.fullmatch(self.text):
            return False
        if sum(title.is_silent_on(start, end) for title, start, end in self.places) < SILENT * len(self.places):
            return False
        title, start, end = self.places[0]
        words = title.spelled(start, end).casefold().split()
        return words[0] not in FUNCTION and words[-1] not in FUNCTION

    def is_odd(self, least: int = MIN_ROOT) -> bool:
        """Say whether it is no word: *least* Chinese characters of which few neighbours are pairs, or letters with digits."""
        if not any(map(is_single, self.text)):
            return CODE.fullmatch(self.text) is not None
        pairs = [is_pair(*pair) for pair in pairwise(self.text) if all(map(is_single, pair))]
        return len(self.text) >= least and sum(pairs) <= MOST_WORDS * max(1, len(pairs))


@dataclass(frozen=True, slots=True)
class Strings:
    """The different titles of a site, and their strings that are strange."""

    titles: Sequence[Title]
    strange: Sequence[Recurring]


def find_strings(pages: Sequence[Page]) -> Strings:
    """Find the strings that are none of the headlines', without those that are one with a word of the headlines."""
    different = {page.title: page for page in pages if len(page.text) >= MIN_TEXT}
    titles = [Title(page) for page in list(different.values())[:MOST_TITLES]]
    silent = [one for one in _recurring(titles) if one.is_strange]
    said = _topics_beside(silent, titles)
    tails = {tail for one in silent for tail, count in one.tails.items() if count > 1}
    found: dict[str, Recurring] = {}
    for one in silent:
        if one.is_glued and _is_longer(one.text, found, tails):
            continue
        if some_are_unrelated([said[title] for title in one.titles[:MOST_COMPARED]]):
            found[one.text] = one
    return Strings(titles, list(found.values()))


def _topics_beside(strings: Iterable[Recurring], titles: Sequence[Title]) -> dict[Title, set[str]]:
    """Give what titles speak of beside some strings."""
    taken: dict[Title, set[int]] = defaultdict(set)
    for one in strings:
        for title, start, end in one.places:
            taken[title].update(range(*title.span(start, end)))
    return {
        title: topics("".join("\n" if place in taken[title] else char for place, char in enumerate(title.text)))
        for title in titles
    }


def _is_longer(text: str, found: Container[str], tails: Container[str]) -> bool:
    """Say whether a string is one that was found, with something before it or behind it that is no tail."""
    parts = ((text[:size], text[size:]) for size in range(1, len(text)))
    return any(behind in found or (before in found and behind not in tails) for before, behind in parts)


def _recurring(titles: Sequence[Title]) -> Iterator[Recurring]:
    """Give the strings that several titles have, the shortest first, each with all that always stands beside it."""
    level: dict[str, Recurring] = {}
    for title in titles:
        for at, unit in enumerate(title.keys):
            level.setdefault(unit, Recurring(unit)).places.append((title, at, at + 1))
    for _ in range(LONGEST):
        longer: dict[str, Recurring] = {}
        for one in level.values():
            if len(one.titles) < 2:
                continue
            behind = [title.key(end) if title.goes_on(end - 1) else "" for title, _, end in one.places]
            before = [title.key(start - 1) if title.goes_on(start - 1) else "" for title, start, _ in one.places]
            if not (_are_alike(behind) or _are_alike(before)):
                yield one
            for (title, start, end), unit in zip(one.places, behind, strict=True):
                if unit:
                    longer.setdefault(one.text + unit, Recurring(one.text + unit)).places.append(
                        (title, start, end + 1)
                    )
        level = longer


def _are_alike(units: Sequence[str]) -> bool:
    """Say whether nearly all of some units are one; those beyond the edge of a title are empty."""
    unit, count = Counter(units).most_common(1)[0]
    return unit != "" and count >= WHOLE * len(units)
