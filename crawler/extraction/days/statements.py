"""The line of a page that states the day of publication far from the text."""

from datetime import datetime

from crawler.extraction.days.dates import Stamp, find_dates
from crawler.extraction.days.day_words import PUBLISHED, STAMP_CHARS
from crawler.extraction.days.stamps import LINKED_AWAY
from crawler.extraction.page.blocks import Page
from crawler.extraction.page.names import COMMENTS
from crawler.extraction.page.tags import HEADINGS

_BEHIND_WORD = 14
"""Characters between a word for publishing far from the text and its day."""
_TEASER = 20
"""Characters of the headline of another article, at least."""


def sole_statement(page: Page, now: datetime | None, tongue: str | None) -> Stamp | None:
    """Give the day of the one line of a page, wherever it stands, that begins with a word for publishing; None where there are several.

    *now* and *tongue* are as in `find_dates`.
    """
    found: dict[str, Stamp] = {}
    for i, line in enumerate(page.lines):
        text = line.text
        if len(text) > STAMP_CHARS or line.dead or (word := PUBLISHED.match(text)) is None:
            continue
        if line.link >= len(text) * LINKED_AWAY or line.node.around.within & COMMENTS or _is_below_headline(page, i):
            continue
        day = min(find_dates(text, now, tongue), key=lambda stamp: stamp.start, default=None)
        if day is not None and day.start - word.end() <= _BEHIND_WORD:
            found[text] = day
    day = next(iter(found.values())) if len(found) == 1 else None
    return day if day and day.year is not None else None


def _is_below_headline(page: Page, index: int) -> bool:
    """Tell whether the line before one is a headline in the same card: a long heading, or a link as long."""
    line, before = page.lines[index], page.lines[index - 1] if index else None
    if before is None or len(before.text) < _TEASER:
        return False
    if before.tag not in HEADINGS and before.link < len(before.text):
        return False
    own, others = (line.node, line.node.parent), (before.node, before.node.parent)
    return any(node is not None and node in others for node in own)
