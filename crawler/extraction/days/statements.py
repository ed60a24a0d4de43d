"""The line of a page that states the day of publication far from the text."""

from datetime import datetime

from crawler.extraction.days.dates import Stamp, find_dates
from crawler.extraction.days.day_words import PUBLISHED, STAMP_CHARS
from crawler.extraction.days.listed_days import is_below_headline
from crawler.extraction.days.stamps import LINKED_AWAY
from crawler.extraction.page.blocks import Page
from crawler.extraction.page.names import COMMENTS

_BEHIND_WORD = 14
"""Characters between a word for publishing far from the text and its day."""


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


def _is_of_teaser(page: Page, index: int) -> bool:
    """Tell whether a line stands below another article's headline in the same card."""
    if not is_below_headline(page, index):
        return False
    line, before = page.lines[index], page.lines[index - 1]
    own, others = (line.node, line.node.parent), (before.node, before.node.parent)
    return any(node is not None and node in others for node in own)
