"""The line of a page that states the day of publication far from the text."""

from collections.abc import Sequence
from datetime import datetime

from crawler.extraction.days.dates import Stamp, find_dates
from crawler.extraction.days.day_words import PUBLISHED, STAMP_CHARS, says_when, strip_signs
from crawler.extraction.days.listed_days import is_below_headline
from crawler.extraction.days.stamps import LINKED_AWAY
from crawler.extraction.page.blocks import Page
from crawler.extraction.page.names import COMMENTS

_BEHIND_WORD = 14
"""Characters between a word for publishing far from the text and its day."""
_EDGE = 2
"""Lines at either end of a text that may state a day."""
_WORDS_BEFORE, _LETTERS_LEFT = 4, 14
"""Words before the day of a line that states it, and letters beside days and words for them (weekdays, zones, `at`), at most."""


def sole_statement(page: Page, now: datetime | None, tongue: str | None) -> Stamp | None:
    """Give the day of the one line of a page, wherever it stands, that begins with a word for publishing; None where there are several.

    *now* and *tongue* are as in `find_dates`.
    """
    found: dict[str, Stamp] = {}
    for i, line in enumerate(page.lines):
        text = line.text
        if len(text) > STAMP_CHARS or line.dead or (word := PUBLISHED.match(text)) is None:
            continue
        if line.link >= len(text) * LINKED_AWAY or line.node.around.within & COMMENTS or _is_of_teaser(page, i):
            continue
        day = min(find_dates(text, now, tongue), key=lambda stamp: stamp.start, default=None)
        if day is not None and day.start - word.end() <= _BEHIND_WORD:
            found[text] = day
    day = next(iter(found.values())) if len(found) == 1 else None
    return day if day and day.year is not None else None


def without_statements(page: Page, body: Sequence[int], now: datetime | None) -> list[int]:
    """Give the lines of a text without those at its edges that only state when it came out, or was changed.

    *now* is as in `find_dates`.
    """
    edges = {*body[:_EDGE], *body[-_EDGE:]} if len(body) > 2 * _EDGE else ()
    stated = {
        i for i in edges if page.lines[i].kind == "text" and states_day(page.lines[i].text, now, page.language[:2])
    }
    return [i for i in body if i not in stated]


def states_day(text: str, now: datetime | None, tongue: str | None) -> bool:
    """Tell whether a line is nothing but a statement of when the text came out, or was changed: words for it, days, times, and little else.

    *now* and *tongue* are as in `find_dates`.
    """
    if len(text) > STAMP_CHARS or not any(map(str.isdigit, text)) or not says_when(text):
        return False
    days = sorted(find_dates(text, now, tongue), key=lambda stamp: stamp.start)
    if not days or days[0].year is None or text[-1] in ".。" or text.count(" ", 0, days[0].start) > _WORDS_BEFORE:
        return False
    rest = text
    for day in reversed(days):
        rest = f"{rest[: day.start]} {rest[day.start + len(day.text) :]}"
    return sum(map(str.isalpha, strip_signs(rest))) <= _LETTERS_LEFT


def _is_of_teaser(page: Page, index: int) -> bool:
    """Tell whether a line stands below another article's headline in the same card."""
    if not is_below_headline(page, index):
        return False
    line, before = page.lines[index], page.lines[index - 1]
    own, others = (line.node, line.node.parent), (before.node, before.node.parent)
    return any(node is not None and node in others for node in own)
