"""The dateline with which a text begins: where and when it was written, before its first sentence."""

import re
from collections.abc import Sequence

from crawler.extraction.days.dates import Stamp, find_dates
from crawler.extraction.page.blocks import Page

_FIRST_LINES = 6
"""Lines with which a text begins, among which its first paragraph stands: below subheadings and points of a press release."""
_CHARS = 160
"""Characters of a line in which its dateline ends."""
# 新华社北京3月5日电, 中新网3月5日电, 本报讯 …; month and day only. Linear: fixed words with bounded gaps.
DATELINE = re.compile(
    r"^.{0,40}?[社网報报訊讯][^，。,.\d]{0,12}(?:(?P<year>\d{4})年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日?\s?(?:电|電|讯|訊)"
)
"""A dateline in Chinese."""
_PLACE = re.compile(r"(?:[^\d:;!?|]{2,60}?(?:,|\.|\(|\)|--?|[–—])\s?(?:le\s|den\s)?|\()?")
"""What stands before the day: nothing, or a place and perhaps an agency."""
_SMALL = frozenset(
    [
        "al", "am", "an", "and", "au", "aux", "da", "das", "de", "del", "den", "der", "di", "do", "du", "e", "el", "en",
        "im", "la", "las", "le", "les", "los", "of", "sur", "the", "upon", "y",
    ]
)  # fmt: skip
"""Words of names of places that begin with a small letter."""
_DASH = re.compile(r"\)?,?\s?(?:\([^()]{1,40}\)\s?|/[^/]{1,40}/\s?)?(?:--|[–—-])\s?(?=[^\W\d_]|[\"'“‘«„(])")
"""What stands between the day and the first sentence; a day behind it would make the line a span of time."""


def read_dateline(text: str, tongue: str | None) -> Stamp | None:
    """Give the day, with a year, of the dateline with which a paragraph begins (`LONDON, March 5, 2024 (Agency) -- …`).

    *tongue* is as in `find_dates`. None where it begins otherwise, with a sentence that tells of a day for example.
    """
    head = text[:_CHARS]
    if not any(map(head.__contains__, "-–—")):
        return None
    stamps = list(find_dates(head, None, tongue))
    for stamp in stamps:
        if stamp.year is None:
            continue
        place = head[: stamp.start]
        behind = head[stamp.start + len(stamp.text) :]
        dash = _DASH.match(behind)
        if not _PLACE.fullmatch(place) or dash is None:
            continue
        if any(0 < other.start - stamp.start - len(stamp.text) <= dash.end() for other in stamps):
            continue  # a span of days
        words = re.findall(r"[^\W\d_]+", place)
        # September 11, 2001 - a day that …: without a place, a sentence has to begin
        goes_on = not words and behind[dash.end() : dash.end() + 1].islower()
        if not goes_on and all(word[0] != word[0].lower() or word in _SMALL for word in words):
            return stamp
    return None


def find_dateline(page: Page, body: Sequence[int], tongue: str | None) -> Stamp | None:
    """Give the day, with a year, of the dateline of a text; None where several paragraphs begin with a day, as in a chronicle."""
    lines = [page.lines[i] for i in body]
    dated = (read_dateline(line.text, tongue) for line in lines[:_FIRST_LINES] if line.prose)
    found = next((stamp for stamp in dated if stamp is not None), None)
    if found is None:
        return None
    day = (found.year, found.month, found.day)
    others = (read_dateline(line.text, tongue) for line in lines if line.prose)
    return found if all(one is None or (one.year, one.month, one.day) == day for one in others) else None
