"""The days that a page shows its readers around the text, and what each is the day of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from crawler.extraction.days.date_forms import RELATIVE
from crawler.extraction.days.datelines import DATELINE
from crawler.extraction.days.dates import Stamp, find_dates, read_iso
from crawler.extraction.days.day_words import (
    AROUND,
    ASIDE,
    BEFORE,
    FIRST,
    POSTED,
    STAMP_CHARS,
    begins_with_sign,
    has_sign,
    is_elsewhere,
    is_event,
    read_label,
    read_sign,
    tells_first,
)
from crawler.extraction.days.listed_days import is_item, is_of_column, is_of_list, is_teaser, is_timed_item
from crawler.extraction.days.told_days import is_span, is_told
from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.names import COMMENTS, FOREIGN

NEAR_LINES = 40
"""Lines before the text that are searched for the page's stamp."""
BELOW_HEADLINE = 6
"""Lines below a headline far above the text that are searched for day and author."""
_FOOT_LINES = 8
"""Lines on either side of the end of the text where a `<time>` may stand."""
_HEAD_LINES = 6
"""Lines of the text among and between which a stamp may stand: below the standfirst, beside the author."""
_SIGNED_LINES = 12
"""Lines behind the text where a stamp may stand that begins with the word for it."""
PICTOGRAPH = re.compile(
    "[\U0001f300-\U0001f463\U0001f465-\U0001f4c4\U0001f4c7-\U0001f54f\U0001f568-\U0001f5d2\U0001f5d4-\U0001faff]"
)
"""What no site puts beside the day and the author of an article, and readers put behind their names; calendars, clocks and a bust are labels."""
_LINKED, LINKED_AWAY = 0.8, 0.7
"""Share of link text from which a line is a link and no stamp: just above the text, where author and section are links
beside it, and elsewhere."""
_SIGNED, _TIPS, _MOST_TIPS = 40, ("title", "data-tooltip"), 4
"""Characters of a linked stamp behind the text; the attributes with what it says when pointed at, and how many are read."""
_FLOOR = re.compile(r"(?<!\d)(?P<floor>\d{1,6})\s?[楼樓](?![\u3400-\u9fff])")
"""What forums number their posts by: the first is the article."""
_TODAY = re.compile(r"(?:^|[\s_-])(?:today|current-?date|clock)(?:$|[\s_-])", re.IGNORECASE)
"""Class or id of what shows the day of the visit."""
_MENU = 8
"""Links between a day and the headline below it that make a menu."""


def page_stamps(
    page: Page, body: Sequence[int], now: datetime | None, tongue: str | None, headline: int
) -> tuple[list[Stamp], Stamp | None]:
    """Give the dates around the text, the likeliest stamp of publication first, and the one of the last change.

    *now* and *tongue* are as in `find_dates`; *headline* is the line of the headline, -1 where none is known.
    """
    first = body[0] if body else len(page.lines)
    since: int | None = None
    found: list[_Found] = []
    changes: list[Stamp] = []
    for i, stamp, text, (at, end) in _candidates(page, body, now, tongue, headline):
        if i < headline < first:
            since = _since(page, headline) if since is None else since
            if i < since:
                continue
        sign = _sign(page, i, text, at, headline)
        if sign == "changed":
            changes.append(stamp)
        elif sign != "other" and (sign or not is_told(page, body, headline, i, (at, end))):
            points = 2.0 * (stamp.hour is not None) + 1.5 * has_sign(text) + (stamp.year is not None)
            points += 3.0 * bool(FIRST.search(text, max(0, at - BEFORE), at))
            points -= 0.02 * abs(first - i) + (1.0 if i >= first else 0.0) + 0.5 * (len(text) > 60)
            found.append(_Found(points, stamp, sign, i))
    last = changes[0] if changes else None
    own = range(max(headline, 0), body[-1] + 1 if body else 0)
    found = sorted(_timely(found, last, own), key=lambda one: -one.points)
    timed = (one for one in changes if last and one.hour is not None and (one.month, one.day) == (last.month, last.day))
    return [one.stamp for one in found], last if last is None or last.hour is not None else next(timed, last)


class _Found(NamedTuple):
    """A day that may be the text's."""

    points: float
    stamp: Stamp
    sign: str
    """The word for it, as `read_sign` gives it."""
    line: int


def _sign(page: Page, index: int, text: str, at: int, headline: int) -> str:
    """Give what the words before a day, and the lines around, say of it, as `read_sign` does; the headline above it is no label."""
    sign = "other" if is_elsewhere(text, at) else read_sign(text, at)
    sign = sign or ("" if 0 <= headline == index - 1 else read_label(page, index, at))
    return "other" if sign == "first" and is_event(page, index, at) else sign


def _timely(found: Sequence[_Found], last: Stamp | None, own: range) -> Iterator[_Found]:
    """Give the days but for those without a word that come after the last change, or after another beside them.

    The first are of the head of the page, or of another article, unless they stand in the *own* lines from the headline
    to the end of the text; of two days in a line or below each other, the later is that of a change.
    """
    earliest: dict[int, Stamp] = {}
    for one in found:
        if one.line not in earliest or _is_after(earliest[one.line], one.stamp):
            earliest[one.line] = one.stamp
    for one in found:
        if one.sign:
            yield one
            continue
        near = (earliest[i] for i in range(one.line - 1, one.line + 2) if i in earliest)
        late = last is not None and one.line not in own and _is_after(one.stamp, last, 1)
        if not late and not any(_is_after(one.stamp, stamp) for stamp in near):
            yield one


def _is_after(stamp: Stamp, other: Stamp, days: int = 0) -> bool:
    """Tell whether a stamp is more than so many days after another; not where a year is missing."""
    if stamp.year is None or other.year is None:
        return False
    return (date(stamp.year, stamp.month, stamp.day) - date(other.year, other.month, other.day)).days > days


def _since(page: Page, headline: int) -> int:
    """Give the first line whose day may be the text's: what has a menu between it and the headline is the head of the page."""
    links, anchors = 0, Counter(i for i, _, _ in page.anchors)
    for i in range(headline - 1, -1, -1):
        links += max(1, anchors[i]) * (page.lines[i].link > len(page.lines[i].text) / 2)
        if links >= _MENU:
            return i
    return 0


def _candidates(
    page: Page, body: Sequence[int], now: datetime | None, tongue: str | None, headline: int
) -> Iterator[tuple[int, Stamp, str, tuple[int, int]]]:
    """Give the dates in short lines before the text, below the headline and shortly after the text, and those of `<time>`: line, stamp, text and place in it."""
    lines = page.lines
    first = body[0] if body else len(lines)
    last = body[-1] if body else first
    head = body[min(len(body), _HEAD_LINES) - 1] if body else first - 1
    foot = (i for i in range(last + 6, min(len(lines), last + _SIGNED_LINES)) if POSTED.match(lines[i].text))
    since = max(0, first - NEAR_LINES)
    below = range(headline + 1, min(since, headline + 1 + BELOW_HEADLINE)) if headline >= 0 else ()
    for i in [*below, *range(since, head + 1), *range(last + 1, min(len(lines), last + 6)), *foot]:
        text = lines[i].text
        if len(text) > STAMP_CHARS and not tells_first(text):
            continue
        inside = first <= i <= last and len(text) > STAMP_CHARS // 2
        if inside and not begins_with_sign(text) and not tells_first(text):
            continue
        links = _LINKED if first - _HEAD_LINES <= i < first else LINKED_AWAY
        linked = lines[i].link >= len(text) * links
        if linked and not 0 <= headline < i < first:
            if i > last and len(text) <= _SIGNED and begins_with_sign(text):
                yield from _linked_days(page, i, now, tongue)
            continue
        stamps = [one for one in find_dates(text, now, tongue) if not linked or len(text) - len(one.text) <= AROUND]
        if len(stamps) > 1 and is_span(text, stamps):
            continue
        if stamps and not _is_anothers(page, i, stamps, body, tongue):
            yield from ((i, stamp, text, (stamp.start, stamp.start + len(stamp.text))) for stamp in stamps)
    yield from _elements(page, first, last, now, tongue)


def _linked_days(
    page: Page, index: int, now: datetime | None, tongue: str | None
) -> Iterator[tuple[int, Stamp, str, tuple[int, int]]]:
    """Give the days of a link that is a stamp behind the text, and of what it says when pointed at (`data-tooltip`), as `_candidates` does."""
    texts = [page.lines[index].text]
    for element in (element for at, _, element in page.anchors if at == index):
        texts += [said for part in element.iter("a", "span", "time") for name in _TIPS if (said := part.get(name))]
    for text in texts[:_MOST_TIPS]:
        if len(text) <= _SIGNED and begins_with_sign(text):
            yield from (
                (index, one, text, (one.start, one.start + len(one.text))) for one in find_dates(text, now, tongue)
            )


def _is_anothers(page: Page, index: int, stamps: Sequence[Stamp], body: Sequence[int], tongue: str | None) -> bool:
    """Tell whether the *stamps* of a line are a reader's, an event's or another article's."""
    line = page.lines[index]
    first, last = (body[0], body[-1]) if body else (len(page.lines), len(page.lines))
    floor = _FLOOR.search(line.text) if "楼" in line.text or "樓" in line.text else None
    if floor is not None or _is_readers(line, inside=first < index < last):
        return floor is None or floor["floor"] != "1"
    rest = len(line.text) - max(len(stamp.text) for stamp in stamps)
    if rest <= AROUND and is_of_column(page, index, body, tongue):
        return True
    if index < first or line.tag == "li":
        return is_item(page, index, rest, tongue)
    if index > last and (ASIDE.search(line.text) or is_teaser(page, index) or is_item(page, index, rest, tongue)):
        return True
    return is_of_list(page, index, tongue)


def _is_readers(line: Line, *, inside: bool) -> bool:
    """Tell whether a line is of a comment, a dateline or the head of the page, or inside the text of something embedded."""
    within = line.node.around.within
    if within & COMMENTS or (within & FOREIGN and inside):
        return True
    text = line.text
    return bool(DATELINE.match(text) or PICTOGRAPH.search(text) or _TODAY.search(line.node.name))


def _elements(
    page: Page, first: int, last: int, now: datetime | None, tongue: str | None
) -> Iterator[tuple[int, Stamp, str, tuple[int, int]]]:
    """Give the days of `<time>` near the beginning and the end of the text, as `_candidates` does."""
    lines = page.lines
    listed: dict[int, bool] = {}
    for i, value in page.times:
        if abs(i - first) > NEAR_LINES and abs(i - last) > _FOOT_LINES:
            continue
        if i > last and (is_teaser(page, i) or (i < len(lines) and lines[i].node.around.within & COMMENTS)):
            continue
        if i not in listed:
            listed[i] = i < len(lines) and is_timed_item(page, i, first)
        if not listed[i] and (read := read_iso(value, now, tongue)):
            text = lines[i].text if i < len(lines) and len(lines[i].text) < STAMP_CHARS else ""
            yield i, read, text, _place(text, read, tongue)


def _place(text: str, stamp: Stamp, tongue: str | None) -> tuple[int, int]:
    """Give where in a line the day stands that a `<time>` in it states, or `2 hours ago`, or its number alone; its end where none does."""
    day = (stamp.month, stamp.day)
    for one in find_dates(text, None, tongue):
        if (one.month, one.day) == day:
            return one.start, one.start + len(one.text)
    shown = RELATIVE.search(text) or re.search(rf"(?<!\d)(?:\d{{1,4}}[./-]){{0,2}}0?{stamp.day}(?!\d)", text)
    return shown.span() if shown else (len(text), len(text))
