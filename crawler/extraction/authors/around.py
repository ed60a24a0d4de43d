"""The lines around a text where its author and its source are named."""

from collections.abc import Sequence

from crawler.extraction.days.stamps import BELOW_HEADLINE
from crawler.extraction.page.blocks import LIST, Page
from crawler.extraction.page.names import COMMENTS
from crawler.extraction.page.tags import HEADINGS

NEAR_LINES = 25
"""Lines before the text that are searched for names."""
LINES_AFTER = 8
"""Lines after the text that are searched for names."""
MAX_LINE = 160
"""Characters: a line of source, author and date is shorter."""
_BELOW_HEADING = 3
"""Lines below the heading of a teaser where it names its author."""
_LEFT_LINES = 6
"""Lines with which the text begins, a standfirst among them, between which a byline may be left out."""
EDGE_LINES = 2
"""Lines at either end of the text where a reporter signs."""


def lines_above(first: int, headline: int = -1) -> list[int]:
    """Give the lines before that where the text begins, the nearest first, then those below a headline farther above, or -1."""
    since = max(0, first - NEAR_LINES)
    below = range(headline + 1, min(since, headline + 1 + BELOW_HEADLINE)) if headline >= 0 else ()
    return [*range(first - 1, since - 1, -1), *below]


def near_indices(page: Page, body: Sequence[int], headline: int = -1) -> list[int]:
    """Give the short lines near the text: those before it from the nearest on, those that begin it, those behind it."""
    first = body[0] if body else len(page.lines)
    last = body[-1] if body else 0
    near = (*lines_above(first, headline), *range(first, first + EDGE_LINES), *range(last, last + LINES_AFTER))
    return [i for i in near if i < len(page.lines) and len(page.lines[i].text) <= MAX_LINE]


def left_indices(page: Page, body: Sequence[int]) -> list[int]:
    """Give the short lines that were left out of the beginning of the text: a byline below its standfirst is one."""
    if not body:
        return []
    left = range(body[0] + EDGE_LINES, min(body[0] + _LEFT_LINES, body[-1]))
    return [i for i in left if i not in body[:_LEFT_LINES] and len(page.lines[i].text) <= MAX_LINE]


def is_of_other(page: Page, index: int, body: Sequence[int], headline: int = -1) -> bool:
    """Tell whether a byline is of another article: right below a heading that leads there, behind the text or in a list before it."""
    first, last = (body[0], body[-1]) if body else (len(page.lines), -1)
    if first <= index <= last or (index < first and not page.lines[index].node.around.within & LIST):
        return False
    for i in range(index - 1, max(last if index > last else 0, index - _BELOW_HEADING) - 1, -1):
        if (line := page.lines[i]).tag in HEADINGS:
            own = i == headline or (headline >= 0 and line.text == page.lines[headline].text)
            return not own and line.link * 2 > len(line.text)
    return False


def is_said_by_other(page: Page, index: int, body: Sequence[int], headline: int = -1) -> bool:
    """Tell whether a line is of a picture, of who commented, or of another article; next below the headline nobody comments."""
    if page.lines[index].kind == "caption":
        return True
    below = headline < index <= headline + BELOW_HEADLINE and headline >= 0 and bool(body) and index < body[0]
    commented = page.lines[index].node.around.within & COMMENTS and not below
    return bool(commented) or is_of_other(page, index, body, headline)
