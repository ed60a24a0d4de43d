"""The days that a page shows its readers around the text, and what each is the day of."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from crawler.extraction.blocks import Page
from crawler.extraction.date_forms import RELATIVE
from crawler.extraction.datelines import DATELINE
from crawler.extraction.dates import Stamp, find_dates, read_iso
from crawler.extraction.day_words import (
    AROUND,
    ASIDE,
    BEFORE,
    FIRST,
    POSTED,
    SIGN,
    STAMP_CHARS,
    is_elsewhere,
    read_label,
    read_sign,
    tells_first,
)
from crawler.extraction.listed_days import is_item, is_of_column, is_of_list, is_teaser, is_timed_item
from crawler.extraction.names import COMMENTS, FOREIGN

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
PICTOGRAPH = re.compile("[\U0001f300-\U0001faff]")
"""What no site puts beside the day and the author of an article, and readers put behind their names."""
_LINKED, LINKED_AWAY = 0.8, 0.7
"""Share of link text from which a line is a link and no stamp: just above the text, where author and section are links
beside it, and elsewhere."""
_MENU = 8
"""Links between a day and the headline below it that make a menu."""
_SENTENCE = re.compile(r"。(?:\s?\[[\d-]{1,5}\]){0,5}$")


def page_stamps(
    page: Page, body: Sequence[int], now: datetime | None, tongue: str | None, headline: int = -1
) -> tuple[list[Stamp], Stamp | None]:
    """Give the dates around the text, the likeliest stamp of publication first, and the one of the last change.

    *now* and *tongue* are as in `find_dates`; *headline* is the line of the headline, -1 where none is known.
    """
    first = body[0] if body else len(page.lines)
    since: int | None = None
    found: list[tuple[float, Stamp]] = []
    changes: list[Stamp] = []
    for i, stamp, text, at in _candidates(page, body, now, tongue, headline):
        if i < headline < first:
            since = _since(page, headline) if since is None else since
            if i < since:
                continue
        sign = ("other" if is_elsewhere(text, at) else read_sign(text, at)) or read_label(page, i, at)
        if sign == "changed":
            changes.append(stamp)
        elif sign != "other" and (sign or not _is_told(page, body, i)):
            points = 2.0 * (stamp.hour is not None) + 1.5 * (SIGN.search(text) is not None) + (stamp.year is not None)
            points += 3.0 * bool(FIRST.search(text, max(0, at - BEFORE), at))
            points -= 0.02 * abs(first - i) + (1.0 if i >= first else 0.0) + 0.5 * (len(text) > 60)
            found.append((points, stamp))
    found.sort(key=lambda pair: -pair[0])
    last = changes[0] if changes else None
    timed = (one for one in changes if last and one.hour is not None and (one.month, one.day) == (last.month, last.day))
    return [stamp for _, stamp in found], last if last is None or last.hour is not None else next(timed, last)


def _since(page: Page, headline: int) -> int:
    """Give the first line whose day may be the text's: what has a menu between it and the headline is the head of the page."""
    links = 0
    for i in range(headline - 1, -1, -1):
        links += page.lines[i].link > len(page.lines[i].text) / 2
        if links >= _MENU:
            return i
    return 0


def _is_told(page: Page, body: Sequence[int], index: int) -> bool:
    """Tell whether a line is a sentence, in the text or of another one, which tells of a day."""
    if index >= len(page.lines):
        return False
    line = page.lines[index]
    return (line.prose and index in body) or _SENTENCE.search(line.text) is not None


def _candidates(
    page: Page, body: Sequence[int], now: datetime | None, tongue: str | None, headline: int
) -> Iterator[tuple[int, Stamp, str, int]]:
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
        if inside and not SIGN.match(text) and not tells_first(text):
            continue
        links = _LINKED if first - _HEAD_LINES <= i < first else LINKED_AWAY
        linked = lines[i].link >= len(text) * links
        if linked and not 0 <= headline < i < first:
            continue
        stamps = [one for one in find_dates(text, now, tongue) if not linked or len(text) - len(one.text) <= AROUND]
        if stamps and not _is_anothers(page, i, first, last, tongue):
            yield from ((i, stamp, text, stamp.start) for stamp in stamps)
    yield from _elements(page, first, last, now, tongue)


def _is_anothers(page: Page, index: int, first: int, last: int, tongue: str | None) -> bool:
    """Tell whether the days of a line are a reader's, an event's or another article's."""
    line = page.lines[index]
    within = line.node.around.within
    if within & COMMENTS or (within & FOREIGN and first < index < last):
        return True
    if DATELINE.match(line.text) or PICTOGRAPH.search(line.text):
        return True
    if line.tag == "td" and is_of_column(page, index, tongue):
        return True
    if index < first:
        return is_item(page, index, tongue)
    if index > last and (ASIDE.search(line.text) or is_teaser(page, index)):
        return True
    return is_of_list(page, index, tongue)


def _elements(
    page: Page, first: int, last: int, now: datetime | None, tongue: str | None
) -> Iterator[tuple[int, Stamp, str, int]]:
    """Give the days of `<time>` near the beginning and the end of the text, as `_candidates` does."""
    lines = page.lines
    for i, value in page.times:
        if i > last and (is_teaser(page, i) or (i < len(lines) and lines[i].node.around.within & COMMENTS)):
            continue
        if i < len(lines) and is_timed_item(page, i, first):
            continue
        if (abs(i - first) <= NEAR_LINES or abs(i - last) <= _FOOT_LINES) and (read := read_iso(value, now, tongue)):
            text = lines[i].text if i < len(lines) and len(lines[i].text) < STAMP_CHARS else ""
            yield i, read, text, _place(text, read, tongue)


def _place(text: str, stamp: Stamp, tongue: str | None) -> int:
    """Give the place in a line of the day that a `<time>` in it states, or of `2 hours ago`; its end where it is written in no known form."""
    day = (stamp.month, stamp.day)
    place = next((one.start for one in find_dates(text, None, tongue) if (one.month, one.day) == day), None)
    if place is None:
        place = match.start() if (match := RELATIVE.search(text)) else len(text)
    return place
