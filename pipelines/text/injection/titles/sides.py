"""Keywords in more than one role (T2): before headlines and behind others, or glued to them and elsewhere alone.

`KEYWORDheadline`, `headlineKEYWORD下载`, `【KEYWORD】headline`: a column stands in its brackets at its own end, what a headline
begins or ends with is in its text, and words such as `一图读懂` stand nowhere without a headline. A farm sets its root at
either end, with one tail or another behind it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from pipelines.text.injection.evidence.keywords import some_are_unrelated, topics
from pipelines.text.injection.evidence.page import MARKS_BEFORE
from pipelines.text.injection.evidence.tokens import common_start, key
from pipelines.text.injection.titles.fields import MARK
from pipelines.text.injection.titles.strings import MIN_ODD, Recurring, Strings
from pipelines.text.injection.titles.units import BEFORE, BEHIND, COLUMN, GLUED, LOOSE, MOST_TAIL, SET_OFF, Title

MIN_PAGES, MIN_SHARE = 3, 0.05
"""Titles that must have one, and their share: in 120 titles of one paper three may begin or end with `凝心聚力`."""
CLEAR_SHARE = 0.1
"""The share for one made of words, or of two letters."""
NAME_SHARE = 0.8
"""The share for one of two letters in front of all: leads begin with names of places, too."""
MIN_REST = 6
"""Units of the headline beside it."""
RARE = range(2, 9)
"""Units of a root that only its tail shows, where others have that, too."""
MIN_ROOTS, MIN_TAILS = 2, 3
"""Roots and tails of the site from which tails show further roots."""
MOST_KEYWORDS = 400
"""Keywords that a site may be found to have."""
TO_MARK = re.compile(rf"[^\W_]{{2,{MOST_TAIL}}}(?=[^\w\s])")


def find_sides(strings: Strings) -> frozenset[str]:
    """Find the keys of roots that a site's titles have in several roles, and of the keywords that they make with their tails.

    A tail stands behind a root at an end of titles or before a mark, or there and in front of leads; those that several
    roots have show further ones.
    """
    titles, strange = strings.titles, strings.strange
    found = [one for one in strange if _has_roles(one, len(titles))]
    roots = [one for one in found if not any(other is not one and other.text in one.text for other in found)]
    names = {one.text for one in roots}
    tails = {tail for one in roots for tail in (*_ended(one), *_leading(one, titles))}
    longer = {one.text.removeprefix(name) for one in strange for name in names if one.text.startswith(name)} - {""}
    tails |= {tail for tail in longer if not tail.startswith(tuple(tails))}
    if len(names) >= MIN_ROOTS and len(tails) >= MIN_TAILS:
        names |= {name for title in titles for name in _rare(title, tails)}
    texts = "\n".join(key(text) for title in titles for text in (title.text, title.page.text)) if names else ""
    compounds = (token for name in sorted(names) for tail in sorted(tails) if (token := key(name + tail)) in texts)
    return frozenset(key(one.text) for one in roots) | frozenset(islice(compounds, MOST_KEYWORDS))


def _has_roles(one: Recurring, count: int) -> bool:
    """Say whether a string stands before some of the *count* headlines and behind others, or glued to some and alone.

    Some two of these must have nothing else in common. Where it is in front of all, it must be glued to them, go on in
    different ways and be no words of the language.
    """
    share, is_short, is_odd = len(one.titles) / count, len(one.text) < MIN_ODD, one.is_odd()
    least = CLEAR_SHARE if is_short or not is_odd else MIN_SHARE
    if len(one.titles) < MIN_PAGES or share < least or (is_short and not is_odd):
        return False
    if not all(title.page.hanzi for title in one.titles):  # `changing_sides` knows phrases in other languages
        return False
    places = [(title, start, end) for title, start, end in one.places if len(title.keys) - end + start >= MIN_REST]
    rests = {title: topics(title.text, [title.spelled(start, end)]) for title, start, end in places}
    front = {title: end for title, start, end in places if title.place(start, end) in {BEFORE, COLUMN}}
    behind = [title for title, start, end in places if title not in front and _is_behind(title, start, end)]
    if any(rests[title].isdisjoint(rests[other]) for title in front for other in behind):
        return True
    glued = {title: end for title, end in front.items() if title.gap(end - 1) == ""}
    goes_on = {title.key(end) for title, end in glued.items()}
    if len(goes_on) < MIN_PAGES or not is_odd or (is_short and share < NAME_SHARE):
        return False
    return some_are_unrelated([rests[title] for title in glued]) and any(
        _is_alone(one.text, title, end) for title, end in glued.items()
    )


def _is_behind(title: Title, start: int, end: int) -> bool:
    """Say whether some units stand behind the headline, with a tail or another field behind them perhaps."""
    if title.place_of_field(start, end) in {GLUED, LOOSE, BEHIND}:
        return True
    return start >= MIN_REST and len(title.keys) - end <= MOST_TAIL and title.is_set_off(*title.field(start, end))


def _is_alone(text: str, title: Title, end: int) -> bool:
    """Say whether the page of a title shows a string at its front without the headline: last in `<title>`, or before a lead."""
    fields = MARK.split(title.page.headings[0])[1:] if title.page.headings else []
    starts = (key(paragraph[: 2 * len(text) + len(MARKS_BEFORE)]) for paragraph in title.page.paragraphs)
    return any(key(last).startswith(text) for last in fields[-1:]) or any(
        start.startswith(text) and start[len(text) : len(text) + 1] not in {"", title.key(end)[:1]} for start in starts
    )


def _ended(one: Recurring) -> Iterator[str]:
    """Give what stands behind a root to the end of its title, or to a mark that no headline has."""
    for title, start, end in one.places:
        last = title.field(start, end)[1]
        if last > end and not SET_OFF.isdisjoint(title.gap(last - 1) or "_"):
            yield "".join(title.keys[end:last])


def _leading(one: Recurring, titles: Sequence[Title]) -> Iterator[str]:
    """Give what titles and their leads have behind a root alike, if a mark ends it somewhere, or two do and no text has it."""
    alike, marked = Counter[str](), set[str]()
    for title, start, end in one.places:
        root, rest = title.spelled(start, end).lstrip(MARKS_BEFORE), title.text[title.span(start, end)[1] :]
        leads = [bare for text in title.page.paragraphs if (bare := text.lstrip(MARKS_BEFORE)).startswith(root)]
        marked |= {match[0] for lead in leads if (match := TO_MARK.match(lead, len(root)))}
        alike.update({common_start([lead[len(root) :], rest]) for lead in leads})
    for tail, count in alike.items():
        known = tail in marked or (count > 1 and not any(tail.casefold() in title.spoken for title in titles))
        if known and 1 < len(tail) <= MOST_TAIL and tail.isalnum():
            yield tail.casefold()


def _rare(title: Title, tails: Collection[str]) -> Iterator[str]:
    """Give what stands before a tail of other roots at the front of a title, or is a field with it, if the text is silent."""
    size = len(title.keys)
    for end in range(RARE.start, size + 1):
        for at in range(max(RARE.start, end - MOST_TAIL), end):
            if "".join(title.keys[at:end]) not in tails:
                continue
            starts = [0] if size - end >= MIN_REST else []
            if end == size or not SET_OFF.isdisjoint(title.gap(end - 1) or ""):
                starts += [start for start in range(at) if not SET_OFF.isdisjoint(title.gap(start - 1) or "")]
            yield from (
                "".join(title.keys[start:at])
                for start in starts
                if at - start in RARE and title.is_silent_on(start, end)
            )
