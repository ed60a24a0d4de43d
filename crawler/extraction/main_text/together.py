"""Lines that are of the article together, or not at all: listings, tables, lists, headings, series of blocks, poems."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text.evidence import NEVER
from crawler.extraction.main_text.figures import Column, sums_of
from crawler.extraction.main_text.survey import LITTLE_PROSE, Survey
from crawler.extraction.page.blocks import Line, Node
from crawler.extraction.page.weights import PROSE_WEIGHT

_WHOLE, _DRAWN = {"code", "cell"}, {"item", "heading"}
"""Kinds of lines that stand or fall together, and kinds of which those of one make are drawn towards each other."""
TWINS, TWIN_SHARE = 3, 0.6
"""Items or headings of one make that speak for each other, at least; and what their mean weighs in the odds of each."""
SERIES = 3
"""Blocks of one make beside each other, each with prose, from which they are a series."""
SERIES_ODDS = 0.4
"""Mean odds of a series from which its less likely blocks are raised to it."""
TEASER_LINES, TOLD_ODDS = 2, 0.9
"""Lines of prose in a teaser, at most; and odds of the prose of an article beside it, at least."""
CLAUSE_ODDS, LIKELY = 0.25, 0.5
"""Mean odds of a poem's lines from which they are likely, and what that is: few pages without prose were learned from."""
CLAUSES = 8
"""Lines of a poem, at least."""
LINKED, LINKED_ODDS, LINKED_SHARE = 3, 0.15, 0.9
"""Paragraphs most of which is link that speak for each other, at least; the mean odds from which they are likely; and the share of it from which one is a link as a whole, as teasers are."""
ENDS = re.compile(r"[.!?。！？…][\"'”’»」』)）]*$")
"""The end of a line that is the end of a sentence."""


def even_out(lines: list[Line], odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give lines that are of the article together, or not at all, odds that say so.

    The lines of a listing of code, and the cells of a table without prose, have the same; the items of lists and the
    headings of one make are drawn towards each other.
    """
    known = odds.tolist()
    for kind, members in _parts(lines, odds):
        mean = sum(known[i] for i in members) / len(members)
        if kind in _DRAWN:
            share = TWIN_SHARE if len(members) >= TWINS else 0.0
        else:
            share = 1.0 if kind == "code" or not any(lines[i].prose for i in members) else 0.0
        if share:
            for i in members:
                known[i] += share * (mean - known[i])
    return np.array(known)


def even_series(
    survey: Survey, odds: npt.NDArray[np.float64], weight: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Give the blocks of a series that is likely of the article no lower odds than all have: its parts, questions, products.

    The last of them looks like what follows, and one that is longer or shorter than the others like nothing else.
    """
    lines = survey.page.lines
    boxes = {part_of(lines[i]) for i in odds.nonzero()[0].tolist() if lines[i].prose}
    if len(boxes) < SERIES:
        return odds
    alike: dict[tuple[Node, str, str], set[Node]] = {}
    seen: set[Node] = set()
    for box in boxes:
        node, outer = box, box.parent
        while outer is not None and node not in seen:
            seen.add(node)
            alike.setdefault((outer, node.tag, node.make), set()).add(node)
            node, outer = outer, outer.parent
    several = [nodes for nodes in alike.values() if len(nodes) >= SERIES]
    if not several:
        return odds
    known = odds.copy()
    mass, masses = sums_of(known * weight), sums_of((odds > 0) * weight)
    prose = survey.figures.prose
    sums = sums_of(np.array([prose > 0, prose, prose * (odds >= TOLD_ODDS)]))
    for nodes in several:
        held = [(node, (mass[node.end] - mass[node.start]) / (masses[node.end] - masses[node.start])) for node in nodes]
        if _are_teasers(lines, list(nodes), sums):
            for node in nodes:
                known[node.start : node.end] = 0
            continue
        mean = sum(share for _, share in held) / len(held)
        for node, share in held:
            if share < mean >= SERIES_ODDS:
                part = known[node.start : node.end]
                part += (mean - share) * (part > 0)
    return np.minimum(known, 1)


def _are_teasers(lines: Sequence[Line], nodes: Sequence[Node], sums: Column) -> bool:
    """Tell whether blocks of one make are teasers: each ends with the same words, which are a link, and is short.

    They stand in a block of their own, and the likely prose elsewhere is enough for an article. *sums* are those over the
    first 0, 1, … lines of how many are prose, of their weight, and of the weight of the likely ones: a row for each.
    """
    last = [lines[node.end - 1] for node in nodes]
    if may_fill(last[0]) or any(line.text != last[0].text for line in last):
        return False
    if any(sums[0, node.end] - sums[0, node.start] > TEASER_LINES for node in nodes):
        return False
    start, end = min(node.start for node in nodes), max(node.end for node in nodes)
    around = nodes[0].parent or nodes[0]
    alone = sums[1, around.end] - sums[1, around.start] == sums[1, end] - sums[1, start]
    return bool(alone and sums[2, -1] - sums[2, end] + sums[2, start] >= LITTLE_PROSE)


def part_of(line: Line) -> Node:
    """Give the block that a line is in as a part of a text: a listing is one itself, as of documents in pages."""
    return line.node if line.kind == "code" else line.node.box


def even_clauses(survey: Survey, odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give the lines of a poem the same odds: text that stands together in the elected block of a page without prose."""
    known = odds.copy()
    together: dict[Node, list[int]] = {}
    for i in range(survey.best.start, survey.best.end):
        line = survey.page.lines[i]
        if line.kind == "text" and odds[i] and not line.dead and may_fill(line):
            together.setdefault(line.node.box, []).append(i)
    for members in together.values():
        if len(members) >= CLAUSES:
            mean = odds[members].mean()
            known[members] = max(mean, LIKELY) if mean >= CLAUSE_ODDS else mean
    return known


def even_linked(survey: Survey, odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Make paragraphs most of which is link likely where they stand together on a page without prose: a list of what to read."""
    known = odds.copy()
    together: dict[Node, list[int]] = {}
    for i in odds.nonzero()[0].tolist():
        line = survey.page.lines[i]
        if line.kind == "text" and not line.dead and not may_fill(line) and _tells(line):
            together.setdefault(line.node.box, []).append(i)
    for members in together.values():
        if len(members) >= LINKED and odds[members].mean() >= LINKED_ODDS:
            known[members] = np.maximum(odds[members], LIKELY)
    return known


def _tells(line: Line) -> bool:
    """Tell whether a line is a sentence, and no link as a whole."""
    return (
        line.weight >= PROSE_WEIGHT and line.link < LINKED_SHARE * len(line.text) and ENDS.search(line.text) is not None
    )


def _parts(lines: list[Line], odds: npt.NDArray[np.float64]) -> Iterable[tuple[str, list[int]]]:
    """Give the lines of each listing and table that readers see, and the items and headings of each make that have odds.

    A listing or a table of which no line has odds is none of them.
    """
    parts: dict[object, tuple[str, list[int]]] = {}
    wholes: dict[object, tuple[str, list[int]]] = {}
    for i in odds.nonzero()[0].tolist():
        line = lines[i]
        if (kind := line.kind) in _DRAWN:
            node = line.node
            list_box = node.parent.box if kind == "item" and node.parent else None
            make = kind, line.tag, node.make, node.around.depth, list_box
            parts.setdefault(make, (kind, []))[1].append(i)
        elif whole := _whole(line):
            wholes[whole] = kind, []
    for i, line in enumerate(lines if wholes else ()):
        if line.kind in _WHOLE and (whole := _whole(line)) in wholes:
            wholes[whole][1].append(i)
    return *parts.values(), *wholes.values()


def _whole(line: Line) -> Node | None:
    """Give the listing or table that a line is a part of; a row that is hidden stands in a table and is no part of it."""
    if (kind := line.kind) not in _WHOLE or (line.dead and line.node.around.within & NEVER):
        return None
    if kind == "code":
        return line.node
    return box if (box := line.node.box).tag == "table" else None


def may_fill(line: Line) -> bool:
    """Tell whether a line is neither a link nor what the page itself calls a caption."""
    return line.kind != "caption" and line.link < 0.5 * len(line.text)


def is_set_alike(line: Line, other: Line) -> bool:
    """Tell whether a line that is no link is set as another one is, beside it: in the same block, or in one like it."""
    return not line.link and is_set_beside(line, other)


def is_set_beside(line: Line, other: Line) -> bool:
    """Tell whether a line is set as another one is, beside it: in the same block, or in one like it."""
    if line.kind != other.kind or line.kind == "heading":
        return False
    one, two = line.node, other.node
    if one is two:
        return True
    return (one.tag, one.make) == (two.tag, two.make) and (one.box is two.box or one.parent is two.parent)
