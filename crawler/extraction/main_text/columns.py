"""Columns beside a short article: letters, notices, an almanac, which together outweigh it, each below a heading of its own."""

from collections.abc import Sequence

from crawler.extraction.main_text.survey import Survey
from crawler.extraction.page.blocks import Line, Node
from crawler.extraction.page.letters import letters
from crawler.extraction.page.tags import HEADINGS

_BELOW = 5
"""Lines below the headline in which the text of its column begins."""


def without_columns(survey: Survey, chosen: list[int]) -> list[int]:
    """Leave out what stands in other columns than that whose `<h1>` is the headline and has prose right below it.

    A column before it has prose below a heading, and those behind it begin with one of the same rank; or the headline
    is in the only `<main>`, which others are outside. A page that begins its text above its headline has no other sign
    of where it begins.
    """
    lines, headline = survey.page.lines, survey.title_line
    if headline < 0 or lines[headline].tag != "h1" or not _is_title(lines[headline], survey.page.title):
        return chosen
    if not any(lines[i].prose for i in chosen if headline < i <= headline + _BELOW):
        return chosen
    before = [i for i in chosen if i < headline and lines[i].prose]
    column = _apart(lines[headline].node, before[-1]) if before else _main(survey, headline)
    if column is None:
        return chosen
    rank = _heading_over(lines, before[0], column.start) if before else None
    if before and rank is None:
        return chosen
    first = next((i for i in chosen if i > headline and lines[i].prose), headline)
    own = [
        i for i in chosen if i < column.end and (not before or i >= first or (i > headline and lines[i].kind != "text"))
    ]
    return own + _behind(lines, chosen, column, rank)


def _is_title(line: Line, title: str) -> bool:
    words = letters(line.text)
    return words != "" and words in letters(title)


def _apart(node: Node, other: int) -> Node | None:
    """Give the outermost block around a block that another line, before it, does not stand in."""
    if node.start <= other:
        return None
    while node.parent is not None and node.parent.start > other:
        node = node.parent
    return node


def _main(survey: Survey, headline: int) -> Node | None:
    """Give the only `<main>` of a page, if the headline stands in it."""
    mains = [node for node in survey.page.nodes if node.tag == "main"]
    return mains[0] if len(mains) == 1 and mains[0].start <= headline < mains[0].end else None


def _heading_over(lines: Sequence[Line], first: int, end: int) -> str | None:
    """Give the tag of a heading right above the prose before a column, or between that and it."""
    return next((lines[i].tag for i in range(max(0, first - 1), end) if lines[i].tag in HEADINGS), None)


def _behind(lines: Sequence[Line], chosen: Sequence[int], column: Node, rank: str | None) -> list[int]:
    """Give what is chosen behind a column, unless it begins with a heading of that rank, or of any: then it is of other columns."""
    behind = [i for i in chosen if i >= column.end]
    if behind and lines[behind[0]].tag in HEADINGS and rank in {lines[behind[0]].tag, None}:
        return []
    return behind
