"""Strings that recur in the titles of a site and of which its texts do not speak, wherever in the titles they stand (T2).

What headlines have in common their texts speak of. What they do not is a column, which stands in front behind a mark of its
own; a word such as papers set at any headline, on some of them; or a farm's, on most of them or all.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from pipelines.text.injection.evidence.function_words import FUNCTION, is_phrase
from pipelines.text.injection.evidence.keywords import some_are_unrelated, topics
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.titles.fields import is_headline
from pipelines.text.injection.titles.units import (
    BEFORE,
    BEHIND,
    COLUMN,
    GLUED,
    INSIDE,
    LONGEST,
    LOOSE,
    NO_COLUMN,
    PLACES,
    Title,
    is_single,
)
from pipelines.text.pairs import is_pair

MIN_TITLES, MOST_TITLES = 8, 2_000
"""Titles of a batch below which nothing is said, and of those that are compared."""
MIN_TEXT = 40
"""Characters of a text whose silence counts, since that of many others must say the same."""
WHOLE = 0.8
"""Share of its places that may not go on alike on either side of a string: then that belongs to it."""
SILENT = 0.75
"""Share of the places of a string at which the text must not speak of it, nor of a word that it would cut in two."""
MOST_COMPARED = 40
"""Titles with a string that are compared for a topic in common."""
MOST_WORDS = 0.4
"""Share of the neighbours in a string that may be pairs of the language."""
MIN_ODD, MIN_ROOT = 3, 2
"""Letters of a string that is no word, and of one with several tails."""
MIN_SHARE = 0.05
"""Share of the titles that must have a string of whatever words, where several take turns."""
MIN_TURNING = 3
"""Tails that must take turns behind a root, and titles that must have strings of a kind of place."""
MIN_HEADS = {BEFORE: 5, INSIDE: 3}
"""Strings of whatever words that must take turns there: sections of a site begin their headlines with `图解`, `解读` and
`一图读懂`."""
MIN_SHORT = 20
"""Titles of a batch from which one of two characters at nearly all of them is none of theirs."""
MIN_LEFT = 4
"""Letters that must be left for a headline."""
MOST_CUTS = 4
"""Strings that are taken out of one title."""
NUMBER = re.compile(r"[\d年月日号期第届季集章回周]+|[ivxlc]+")
CODE = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{3,}")

COVER, COVER_LOOSE = {BEHIND: 0.8}, {LOOSE: 0.8}
"""Share of the titles that must have such strings at a kind of place, whatever words these are."""
COVER_TURNING = {BEFORE: 0.8, INSIDE: 0.8}
"""The same where several must take turns."""
COVER_NAME = {BEFORE: 0.8, COLUMN: 0.8, BEHIND: 0.5}
"""The same for names in letters with several tails, each a field of its own."""
COVER_SHORT = {BEFORE: 0.9}
"""The same for two characters that are no pair of the language."""
COVER_ODD = {BEFORE: 0.5, INSIDE: 0.3, GLUED: 0.8, LOOSE: 0.8, BEHIND: 0.8}
"""The same for strings that are no words."""
COVER_ROOT = {BEFORE: 0.1, COLUMN: 0.4, INSIDE: 0.1, GLUED: 0.1, LOOSE: 0.1, BEHIND: 0.1}
"""The same for those of them that are roots."""
LETTERS = {INSIDE: 4, GLUED: 3}
"""Letters of a string at those places, twice as many of ASCII inside."""
MIN_LOOSE = 5
"""Letters of a field of whatever words behind a mark that headlines have, too (`某地大雨 官方回应`)."""


@dataclass(slots=True)
class Recurring:
    """A string, and where titles have it: number of the title, first unit, unit behind the last."""

    text: str
    places: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def titles(self) -> set[int]:
        """The titles that have it."""
        return {at for at, _, _ in self.places}


def find_site_recurring(pages: Sequence[Page]) -> frozenset[str]:
    """Find the keys of the strings that are none of the headlines', each behind the kind of place where it counts.

    A root, behind which tails take turns, needs the fewest titles, another string that is no word more. Words of the
    language count where several of them take turns at one kind of place and have nearly all the titles of the site.
    """
    titles = [Title(page) for page in {page.title: page for page in pages}.values() if len(page.text) >= MIN_TEXT]
    titles = titles[:MOST_TITLES]
    if len(titles) < MIN_TITLES:
        return frozenset()
    strange = _strange(titles)
    often = [one for one in strange if len(one.titles) >= max(MIN_TURNING, MIN_SHARE * len(titles))]
    short = [one for one in strange if _is_odd(one.text, MIN_ROOT)]
    odd = [one for one in often if _is_odd(one.text, MIN_ODD) or _are_wrapped(one, titles)]
    tailed = [one for one in strange if _is_root(one, titles)]
    roots = [one for one in tailed if one in short]
    names = [one for one in tailed if not is_single(one.text[0])]
    found = _covering(roots, COVER_ROOT, titles, whole=True) | _covering(names, COVER_NAME, titles, whole=True)
    found |= _covering(odd, COVER_ODD, titles) | _covering(strange, COVER, titles)
    found |= _covering([one for one in strange if _letters(one, titles) >= MIN_LOOSE], COVER_LOOSE, titles)
    if len(titles) >= MIN_SHORT:
        found |= _covering(short, COVER_SHORT, titles)
    return frozenset(found | _covering(often, COVER_TURNING, titles, heads=MIN_HEADS))


def _strange(titles: Sequence[Title]) -> list[Recurring]:
    """Give the strings that are none of the headlines', without those that are one with a word of the headlines."""
    silent = [one for one in _recurring(titles) if _is_strange(one, titles)]
    said = _topics_beside(silent, titles)
    tails = {tail for one in silent for tail, count in _tails(one, titles).items() if count > 1}
    found: dict[str, Recurring] = {}
    for one in silent:
        if _is_glued(one, titles) and _is_longer(one.text, found, tails):
            continue
        if some_are_unrelated([said[at] for at in sorted(one.titles)[:MOST_COMPARED]]):
            found[one.text] = one
    return list(found.values())


def _topics_beside(strings: Iterable[Recurring], titles: Sequence[Title]) -> list[set[str]]:
    """Give what titles speak of beside some strings."""
    taken: dict[int, set[int]] = defaultdict(set)
    for one in strings:
        for at, start, end in one.places:
            taken[at].update(range(*titles[at].span(start, end)))
    return [
        topics("".join("\n" if place in taken[at] else char for place, char in enumerate(title.text)))
        for at, title in enumerate(titles)
    ]


def _is_glued(one: Recurring, titles: Sequence[Title]) -> bool:
    """Say whether no mark, or one that is of the headline, sets a string off at many of its places."""
    gaps = ((titles[at].gap(start - 1), titles[at].gap(end - 1)) for at, start, end in one.places)
    glued = sum(before == "" or after == "" or (after or "")[:1] in NO_COLUMN for before, after in gaps)
    return glued > (1 - SILENT) * len(one.places)


def _is_longer(text: str, found: Container[str], tails: Container[str]) -> bool:
    """Say whether a string is one that was found, with something before it or behind it that is no tail."""
    parts = ((text[:size], text[size:]) for size in range(1, len(text)))
    return any(behind in found or (before in found and behind not in tails) for before, behind in parts)


def _recurring(titles: Sequence[Title]) -> Iterator[Recurring]:
    """Give the strings that several titles have, the shortest first, each with all that always stands beside it."""
    level: dict[str, Recurring] = {}
    for number, title in enumerate(titles):
        for at, unit in enumerate(title.keys):
            level.setdefault(unit, Recurring(unit)).places.append((number, at, at + 1))
    for _ in range(LONGEST):
        longer: dict[str, Recurring] = {}
        for one in level.values():
            if len(one.titles) < 2:
                continue
            behind = [titles[at].key(end) if titles[at].goes_on(end - 1) else "" for at, _, end in one.places]
            before = [titles[at].key(start - 1) if titles[at].goes_on(start - 1) else "" for at, start, _ in one.places]
            if not (_are_alike(behind) or _are_alike(before)):
                yield one
            for (at, start, end), unit in zip(one.places, behind, strict=True):
                if unit:
                    longer.setdefault(one.text + unit, Recurring(one.text + unit)).places.append((at, start, end + 1))
        level = longer


def _are_alike(units: Sequence[str]) -> bool:
    """Say whether nearly all of some units are one; those beyond the edge of a title are empty."""
    unit, count = Counter(units).most_common(1)[0]
    return unit != "" and count >= WHOLE * len(units)


def _is_strange(one: Recurring, titles: Sequence[Title]) -> bool:
    """Say whether most texts do not speak of a string that is in their titles, nor is it a part of their words."""
    if len(one.text) < MIN_ROOT or is_phrase(one.text) or NUMBER.fullmatch(one.text):
        return False
    silent = [titles[at].is_silent_on(start, end) for at, start, end in one.places]
    if sum(silent) < SILENT * len(silent):
        return False
    at, start, end = one.places[0]
    words = titles[at].spelled(start, end).casefold().split()
    return words[0] not in FUNCTION and words[-1] not in FUNCTION


def _is_odd(text: str, least: int) -> bool:
    """Say whether a string is no word: Chinese characters of which few neighbours are pairs, or letters with digits."""
    if not any(map(is_single, text)):
        return CODE.fullmatch(text) is not None
    pairs = [is_pair(*pair) for pair in pairwise(text) if all(map(is_single, pair))]
    return len(text) >= least and sum(pairs) <= MOST_WORDS * max(1, len(pairs))


def _are_wrapped(one: Recurring, titles: Sequence[Title]) -> bool:
    """Say whether a string stands between pictographs."""
    return all(titles[at].is_wrapped(start, end) for at, start, end in one.places)


def _tails(one: Recurring, titles: Sequence[Title]) -> Counter[str]:
    """Count what stands behind a string in its field, none that a mark of the headline ends."""
    fields = ((titles[at], end, titles[at].field(start, end)[1]) for at, start, end in one.places)
    marked = ((title, end, last) for title, end, last in fields if (title.gap(last - 1) or "")[:1] not in NO_COLUMN)
    return Counter("".join(title.keys[end:last]) for title, end, last in marked if end < last)


def _is_root(one: Recurring, titles: Sequence[Title]) -> bool:
    """Say whether several tails take turns behind a string; in front each on several titles, or it may be of the headline."""
    in_front = sum(start == 0 for _, start, _ in one.places) * 2 > len(one.places)
    return sum(count > in_front for count in _tails(one, titles).values()) >= MIN_TURNING


def _letters(one: Recurring, titles: Sequence[Title]) -> int:
    """Give the letters of the shortest field of a string."""
    fields = ((titles[at], *titles[at].field(start, end)) for at, start, end in one.places)
    return min(sum(map(len, title.keys[start:end])) for title, start, end in fields)


def _covering(
    strange: Sequence[Recurring],
    cover: Mapping[str, float],
    titles: Sequence[Title],
    *,
    heads: Mapping[str, int] = MappingProxyType({}),
    whole: bool = False,
) -> set[str]:
    """Give strings with the kinds of places where these and the others together have so large a share of the titles.

    There must be so many that begin differently. They may be *whole* fields, or stand there without a tail.
    """
    found = set[str]()
    for place, share in cover.items():
        here: dict[str, set[int]] = {}
        for one in strange:
            at = {at for at, start, end in one.places if place in _places(titles[at], start, end, whole=whole)}
            least = LETTERS.get(place, MIN_ROOT) * (2 if one.text.isascii() and place == INSIDE else 1)
            if len(at) > 1 and 2 * len(at) >= len(one.titles) and len(one.text) >= least:
                here[one.text] = at
        covered = set[int]().union(*here.values())
        starts = {text[:MIN_ROOT] for text in here}
        if len(covered) >= max(MIN_TURNING, share * len(titles)) and len(starts) >= heads.get(place, 1):
            found |= {place + text for text in here}
    return found


def _places(title: Title, start: int, end: int, *, whole: bool) -> set[str]:
    """Give the kind of place of the field that some units begin, and of themselves unless it is the *whole* that counts."""
    bare, place = title.place(start, end), title.place_of_field(start, end)
    if whole:
        return {place}
    return {bare} if bare == BEFORE else {bare, place}


def find_recurring(page: Page) -> list[Find]:
    """Find the strings in a title that recur in those of its site, where its text does not speak of them."""
    if not page.site.recurring or len(page.text) < MIN_TEXT:
        return []
    title, found = Title(page), list[tuple[int, int]]()
    for start, end in _known(title):
        first, last = title.with_marks(start, end)
        if all(last <= one or other <= first for one, other in found):
            found.append((first, last))
    kept = "".join(char for at, char in enumerate(page.title) if not any(one <= at < other for one, other in found))
    if not 0 < len(found) <= MOST_CUTS or len(key(kept)) < MIN_LEFT or not is_headline(page, kept, least=0):
        return []
    evidence = "recurs in titles of this site, and their texts do not speak of it"
    return [
        Find(paragraph=None, start=first, end=last, reason="title_recurring", evidence=evidence)
        for first, last in found
    ]


def _known(title: Title) -> Iterator[tuple[int, int]]:
    """Give the units that known strings of the site take in a title, with the rest of their fields, the longest first."""
    known = title.page.site.recurring
    for length in range(min(LONGEST, len(title.keys)), 0, -1):
        for start in range(len(title.keys) - length + 1):
            end = start + length
            text = "".join(title.keys[start:end])
            places = [place for place in PLACES if place + text in known]
            if not places or not title.is_silent_on(start, end) or title.is_said(start - 1) or title.is_said(end - 1):
                continue
            field = title.field(start, end)
            if title.place_of_field(start, end) in places or (INSIDE in places and title.is_set_off(*field)):
                yield field
            elif INSIDE in places or title.place(start, end) in places or (BEFORE in places and title.opens(end)):
                yield start, end
