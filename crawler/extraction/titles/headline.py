"""The line of a page that is its headline, and what of a text stands below it."""

from collections.abc import Sequence

from crawler.extraction.page.blocks import Page
from crawler.extraction.page.letters import letters
from crawler.extraction.page.tags import HEADINGS
from crawler.extraction.titles.headings import MAX_CHARS, RANKS
from crawler.extraction.titles.wording import may_be

ABOVE = 0.2
"""Share of the prose, by weight, that may stand above a headline and be no part of the article."""
_MOST = 0.7
"""Share of a headline that the headings are in which it stands, at least, when it stands in several."""
_NEXT = 3
"""Lines below one that is the headline among which is a heading that is it too, and headings in which it may stand."""


def find_title(page: Page, title: str, first: int) -> int:
    """Give the index of the line that is the headline, or most of it; -1 when none is.

    The way to the page, a menu for sharing and a bar at the top hold it, too: of several lines that are it, a heading
    that is shown counts, the last of them that is not below *first*, the line where the text begins; what no line is
    above it may be a heading below.
    """
    wanted = letters(title)
    if len(wanted) < 4:
        return -1
    shown = _headings(page, wanted, range(first + 1))
    if shown:
        return shown[-1]
    found = _last_of_split(page, wanted, first) or _first_like(page, wanted)
    return found if found >= 0 else next(iter(_headings(page, wanted, range(first + 1, len(page.lines)))), -1)


def _headings(page: Page, wanted: str, among: range) -> list[int]:
    """Give the indices of the headings that are the letters *wanted*, else those of which these are most, and of them those that are shown."""
    heads = [
        (i, words)
        for i in page.headings
        if i in among
        and (line := page.lines[i]).tag in RANKS
        and len(line.text) <= MAX_CHARS
        and wanted in (words := letters(line.text))
    ]
    same = [i for i, words in heads if words == wanted] or [
        i for i, words in heads if len(wanted) >= _MOST * len(words)
    ]
    return [i for i in same if not page.lines[i].dead] or same


def _last_of_split(page: Page, wanted: str, first: int) -> int:
    """Give the index of the last of several headings with which the text begins and which are the headline together; 0 when they are not."""
    found = ""
    for i, line in enumerate(page.lines[first : first + _NEXT], first):
        if line.tag not in HEADINGS or len(line.text) > MAX_CHARS:
            break
        found += letters(line.text)
        if i > first and len(found) >= _MOST * len(wanted) and wanted.endswith(found):
            return i
    return 0


def _first_like(page: Page, wanted: str) -> int:
    """Give the index of the first line that is the headline, of the letters *wanted*, or most of it; -1 when none is."""
    shortest = max(4, len(wanted) / 2)
    for i, line in enumerate(page.lines):
        if shortest <= len(line.text) <= MAX_CHARS and may_be(line.text, wanted):
            found = letters(line.text)
            if len(found) >= shortest and found in wanted:
                below = [] if line.tag in RANKS else page.lines[i + 1 : i + 1 + _NEXT]
                same = (
                    k for k, other in enumerate(below, i + 1) if other.tag in RANKS and letters(other.text) == wanted
                )
                return next(same, i)
    return -1


def below_headline(page: Page, body: Sequence[int], line: int) -> list[int]:
    """Give the lines of the body that stand below *line*, the headline's or -1, where the headline stands in or above its beginning.

    What is chosen above a headline is the head of the page. A headline that has more than ABOVE of the prose above it
    is a repetition, and the whole body stays.
    """
    below = [i for i in body if i > line]
    weight = sum(page.lines[i].weight for i in body if page.lines[i].prose)
    above = weight - sum(page.lines[i].weight for i in below if page.lines[i].prose)
    return below if line >= 0 and below and above <= ABOVE * weight else list(body)
