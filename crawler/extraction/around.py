"""The lines around a text where its author and its source are named."""

from collections.abc import Iterator, Sequence

from crawler.extraction.blocks import Line, Page
from crawler.extraction.stamps import BELOW_HEADLINE

NEAR_LINES = 25
"""Lines before the text that are searched for names."""
LINES_AFTER = 8
"""Lines after the text that are searched for names."""
MAX_LINE = 160
"""Characters: a line of source, author and date is shorter."""
EDGE_LINES = 2
"""Lines at either end of the text where a reporter signs."""


def lines_above(first: int, headline: int = -1) -> list[int]:
    """Give the lines before that where the text begins, the nearest first, then those below a headline farther above, or -1."""
    since = max(0, first - NEAR_LINES)
    below = range(headline + 1, min(since, headline + 1 + BELOW_HEADLINE)) if headline >= 0 else ()
    return [*range(first - 1, since - 1, -1), *below]


def near_lines(page: Page, body: Sequence[int], headline: int = -1) -> Iterator[Line]:
    """Give the short lines near the text: those before it from the nearest on, those that begin it, those behind it."""
    first = body[0] if body else len(page.lines)
    last = body[-1] if body else 0
    near = [*lines_above(first, headline), *range(first, first + EDGE_LINES), *range(last, last + LINES_AFTER)]
    return (page.lines[i] for i in near if i < len(page.lines) and len(page.lines[i].text) <= MAX_LINE)
