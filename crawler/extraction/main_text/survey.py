"""The first look at a page: its lines measured, furniture marked, the block with the prose elected, the headline found."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from crawler.extraction.main_text.figures import Figures
from crawler.extraction.main_text.furniture import bury
from crawler.extraction.main_text.next_articles import bury_others
from crawler.extraction.page.blocks import Line, Node, Page
from crawler.extraction.page.letters import letters
from crawler.extraction.page.lines import read
from crawler.extraction.page.metadata import Metadata, gather
from crawler.extraction.page.weights import LINK_COST, LONGEST_LINK, weigh
from crawler.extraction.titles.headline import find_title
from crawler.extraction.titles.title import choose_title

LEFT_OUT = 30.0
"""What it costs a block to leave out a part of itself, in the unit of `Line.value` (weight of prose)."""
WIDER, WIDER_SHARE = 150.0, 0.3
"""What a block around the elected one must add to take its place: so much, and such a share of it."""
LITTLE_PROSE = 600
"""Weight of prose: a page with less may have its article in lines without punctuation."""
_PLAIN, _PLAIN_LEAST, _PLAIN_LINK = 3, 100, 0.3
"""On such a page, the text of a block that is an article: so many times the prose, and such a weight of it; and the
share of link text from which a line is none of it."""
_WITNESS = 200
"""Characters: a shorter `articleBody` is a summary."""
LONGEST_WITNESS = 100_000
"""Characters of it that are looked at: each line is looked for in them, and the longest known text has a third."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the first look at a page gives."""

    page: Page
    """The page's lines and blocks."""
    figures: Figures
    """Its lines as arrays."""
    data: Metadata
    """Its statements about itself."""
    best: Node
    """The block elected for its prose; the root where no block has any."""
    title: str
    """The headline."""
    title_line: int
    """Index of the line that is the headline; -1 where there is none."""
    witness: str
    """The letters of JSON-LD's `articleBody`; empty where there is none."""
    description: str
    """The page's description in lower case; empty where there is none."""


def survey_page(root: etree._Element, marked: Collection[etree._Element] = ()) -> Survey:
    """Walk a tree and look at what it holds; the blocks of *marked* elements get the flag MARKED."""
    page = read(root, marked)
    data = gather(page)
    stated = data.body
    weigh(page.lines)
    bury(page)
    bury_others(page, data.kinds)
    best = elect_any(page) or page.nodes[0]
    title = choose_title(page, data, best.start)
    return Survey(
        page=page,
        figures=Figures(page.lines),
        data=data,
        best=best,
        title=title,
        title_line=find_title(page, title, best.start),
        witness=letters(stated[:LONGEST_WITNESS]) if len(stated) >= _WITNESS else "",
        description=" ".join(data.description.split()).lower(),
    )


def elect_any(page: Page) -> Node | None:
    """Elect a block for its prose; where the page has hardly any, for its text, when that is far more.

    Poems, and posts that break every clause into a line of its own, hold no line that counts as prose.
    """
    best = elect([line.value for line in page.lines], page.nodes)
    prose = sum(line.weight for line in page.lines if line.prose and not line.dead)
    if prose >= LITTLE_PROSE:
        return best
    plain = elect([_worth(line) for line in page.lines], page.nodes)
    if plain is None:
        return best
    text = sum(line.weight for line in page.lines[plain.start : plain.end] if _worth(line) > 0)
    return plain if text >= _PLAIN * (prose + _PLAIN_LEAST) else best


def _worth(line: Line) -> float:
    """Give what a line is worth to its block as text, prose or not."""
    if line.dead:
        return 0.0
    return (
        line.weight if line.link < _PLAIN_LINK * len(line.text) else -float(LINK_COST) - min(line.weight, LONGEST_LINK)
    )


def elect(values: Sequence[float], nodes: Sequence[Node]) -> Node | None:
    """Give the block whose lines are worth most together, the deepest of equals; None where none is worth anything.

    A block around it takes its place when that adds much more, even if parts of it have to be left out for it.
    """
    sums = [0.0, *accumulate(values)]
    best, top = None, 0.0
    gained: dict[Node, float] = defaultdict(float)  # by leaving out parts of a block that are worth less than nothing
    for node in reversed(nodes):
        start, end = node.start, node.end
        if start == end:
            continue
        plain = sums[end] - sums[start]
        own = gained[node] + plain if node in gained else plain
        kept = own if own > -LEFT_OUT else -LEFT_OUT  # noqa: FURB136 - a call for each block of a page
        if kept != plain and node.parent is not None:
            gained[node.parent] = gained[node.parent] + kept - plain
        if plain > top:
            best, top = node, plain
    if best is None:
        return None
    around, worth = best.parent, gained[best] + top
    while around is not None:
        wider = gained[around] + (sums[around.end] - sums[around.start])
        if wider - worth > max(WIDER, WIDER_SHARE * worth):
            best, worth = around, wider
        around = around.parent
    return best
