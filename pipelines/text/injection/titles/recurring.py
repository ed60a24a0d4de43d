"""Strings that recur in the titles of a site and of which its texts do not speak, wherever in the titles they stand (T2).

What headlines have in common their texts speak of. What they do not is a column, which stands in front behind a mark of its
own; a word such as papers set at any headline, on some of them; or a farm's, on most of them or all.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.titles.fields import is_headline
from pipelines.text.injection.titles.strings import MIN_ODD, MIN_ROOT, MIN_TEXT, Recurring, Strings
from pipelines.text.injection.titles.units import (
    BEFORE,
    BEHIND,
    COLUMN,
    GLUED,
    INSIDE,
    LONGEST,
    LOOSE,
    PLACES,
    Title,
    is_single,
)

MIN_TITLES = 8
"""Titles of a batch below which nothing is said."""
MIN_SHARE = 0.05
"""Share of the titles that must have a string of whatever words, where several take turns."""
MIN_TURNING = 3
"""Tails that must take turns behind a root, and titles that must have strings of a kind of place."""
MIN_HEADS = {BEFORE: 5, INSIDE: 3}
"""Strings of whatever words that must take turns there: sections of a site begin their headlines with `图解`, `解读` and
`一图读懂`."""
MIN_SHORT = 20
"""Titles of a batch from which one of two characters at nearly all of them is none of theirs, nor is any that all have."""
MIN_LEFT = 4
"""Letters that must be left for a headline."""
MOST_CUTS = 4
"""Strings that are taken out of one title."""
COVER, COVER_LOOSE = {BEHIND: 0.8}, {LOOSE: 0.8}
"""Share of the titles that must have such strings at a kind of place, whatever words these are."""
COVER_TURNING = {BEFORE: 0.8, INSIDE: 0.8}
"""The same where several must take turns."""
COVER_NAME = {BEFORE: 0.8, COLUMN: 0.8, BEHIND: 0.5}
"""The same for names in letters with several tails, each a field of its own."""
COVER_SHORT = {BEFORE: 0.9}
"""The same for two characters that are no pair of the language."""
ALWAYS = 0.95
"""Share of the titles from which a string is at all of them: a column has some of a site's, and what all have says nothing."""
COVER_ALWAYS = dict.fromkeys(PLACES, ALWAYS)
"""The same for such a string, wherever it stands."""
COVER_ODD = {BEFORE: 0.5, INSIDE: 0.3, GLUED: 0.8, LOOSE: 0.8, BEHIND: 0.8}
"""The same for strings that are no words."""
COVER_ROOT = {BEFORE: 0.1, COLUMN: 0.4, INSIDE: 0.1, GLUED: 0.1, LOOSE: 0.1, BEHIND: 0.1}
"""The same for those of them that are roots."""
LETTERS = {INSIDE: 4, GLUED: 3}
"""Letters of a string at those places, twice as many of ASCII inside."""
MIN_LOOSE = 5
"""Letters of a field of whatever words behind a mark that headlines have, too (`某地大雨 官方回应`)."""


def find_site_recurring(strings: Strings) -> frozenset[str]:
    """Find the keys of the strings that are none of the headlines', each behind the kind of place where it counts.

    A root, behind which tails take turns, needs the fewest titles, another string that is no word more. Words of the
    language count where several of them take turns at one kind of place and have nearly all the titles of the site, or
    where one has all of many titles.
    """
    count, strange = len(strings.titles), strings.strange
    if count < MIN_TITLES:
        return frozenset()
    often = [one for one in strange if len(one.titles) >= max(MIN_TURNING, MIN_SHARE * count)]
    short = [one for one in strange if one.is_odd()]
    odd = [one for one in often if one.is_odd(MIN_ODD) or _is_wrapped(one)]
    tailed = [one for one in strange if _is_root(one)]
    roots = [one for one in tailed if one in short]
    names = [one for one in tailed if not is_single(one.text[0])]
    long = [one for one in strange if _letters(one) >= MIN_LOOSE]
    found = _covering(roots, COVER_ROOT, count, whole=True) | _covering(names, COVER_NAME, count, whole=True)
    found |= _covering(odd, COVER_ODD, count) | _covering(strange, COVER, count) | _covering(long, COVER_LOOSE, count)
    if count >= MIN_SHORT:
        found |= _covering(short, COVER_SHORT, count)
        always = [one for one in strange if len(one.titles) >= ALWAYS * count and not _is_labelling(one)]
        found |= _covering(always, COVER_ALWAYS, count)
    return frozenset(found | _covering(often, COVER_TURNING, count, heads=MIN_HEADS))


def _is_wrapped(one: Recurring) -> bool:
    """Say whether a string stands between pictographs."""
    return all(title.is_wrapped(start, end) for title, start, end in one.places)


def _is_labelling(one: Recurring) -> bool:
    """Say whether a colon stands behind a string, as behind the name of a series (`某某播报：…`)."""
    return any((title.gap(end - 1) or "").lstrip()[:1] in {":", "："} for title, _, end in one.places)


def _is_root(one: Recurring) -> bool:
    """Say whether several tails take turns behind a string; in front each on several titles, or it may be of the headline."""
    in_front = sum(start == 0 for _, start, _ in one.places) * 2 > len(one.places)
    return sum(count > in_front for count in one.tails.values()) >= MIN_TURNING


def _letters(one: Recurring) -> int:
    """Give the letters of the shortest field of a string."""
    return min(sum(map(len, title.keys[slice(*title.field(start, end))])) for title, start, end in one.places)


def _covering(
    strange: Sequence[Recurring],
    cover: Mapping[str, float],
    count: int,
    *,
    heads: Mapping[str, int] = MappingProxyType({}),
    whole: bool = False,
) -> set[str]:
    """Give strings with the kinds of places where these and the others together have so large a share of *count* titles.

    There must be so many that begin differently. They may be *whole* fields, or stand there without a tail.
    """
    found = set[str]()
    for place, share in cover.items():
        here: dict[str, set[Title]] = {}
        for one in strange:
            at = {title for title, start, end in one.places if place in _places(title, start, end, whole=whole)}
            least = LETTERS.get(place, MIN_ROOT) * (2 if one.text.isascii() and place == INSIDE else 1)
            if len(at) > 1 and 2 * len(at) >= len(one.titles) and len(one.text) >= least:
                here[one.text] = at
        covered = set[Title]().union(*here.values())
        starts = {text[:MIN_ROOT] for text in here}
        if len(covered) >= max(MIN_TURNING, share * count) and len(starts) >= heads.get(place, 1):
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
