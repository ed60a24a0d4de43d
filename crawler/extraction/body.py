"""The main text: the lines of a page that are its article."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

import numpy as np
import numpy.typing as npt

from crawler.extraction import company
from crawler.extraction.blocks import Line, Node
from crawler.extraction.company import find_span, look_around, weights_in_span
from crawler.extraction.evidence import NAMES, NEVER, ask, measure
from crawler.extraction.figures import sums_of
from crawler.extraction.forest import the_forest
from crawler.extraction.survey import LITTLE_PROSE, Survey

LINE_ODDS = 0.4
"""Inside the span a line stays from this probability on."""
AMID_ODDS = 0.05
"""Between two lines that stay, in a block that holds much of the article, it stays from this one on: what was put
between the paragraphs of an article is for later stages to judge."""
AMID_SHARE = 0.3
TABLE_ODDS = 0.2
"""A table that stands between lines that stay is of the article from this one on: by itself, figures look like anything."""
COPIED, COPIES, COPY_SHARE = 80, 3, 0.45
"""Weight of a line that no text repeats by chance, so many of which, and such a share of their weight, must have come
before where a page holds its article twice, for small screens and large ones."""
_WHOLE, _DRAWN = {"code", "cell"}, {"item", "heading"}
"""Kinds of lines that stand or fall together, and kinds of which those of one make are drawn towards each other."""
TWINS, TWIN_SHARE = 3, 0.6
"""Items or headings of one make that speak for each other, at least; and what their mean weighs in the odds of each."""
SERIES = 3
"""Blocks of one make beside each other, each with prose, from which they are a series."""
SERIES_ODDS = 0.4
"""Mean odds of a series from which its less likely blocks are raised to it."""
CLAUSE_ODDS, LIKELY = 0.25, 0.5
"""Mean odds of a poem's lines from which they are likely, and what that is: few pages without prose were learned from."""
CLAUSES = 8
"""Lines of a poem, at least."""
HEADINGS_AT_END = 3
"""Headings at the end of a text, at most: more are text that is set as headings."""
_STOPS = ".!?。！？…"
"""Characters with which a sentence set as a heading ends."""
HEADED, PARAGRAPH, PROMISED, DOUBTED = 5, 150, 2, 0.1
"""Lines below a headline in which its text begins; the weight of a paragraph that is an article where nothing else is; how near the
name is that promises one (`Around.near`); and the odds that it has at least."""
SURE_ODDS = 0.7
"""Prose of the elected block as likely as this is of the article however far from the rest."""
FIRST, SECOND = "forest.json", "second_forest.json"
"""The forests: of what speaks for a line itself, and of that with what is thought of its neighbours."""


def choose(survey: Survey) -> list[int]:
    """Give the indices of the lines that are the article, in order."""
    lines = survey.page.lines
    if not lines:
        return []
    asked = ask(survey)
    weight = weights_in_span(survey.figures)
    table = measure(survey, asked)
    odds = np.zeros(len(lines))
    odds[asked] = the_forest(FIRST, NAMES).judge(table)
    both = np.concatenate((table, look_around(lines, weight, odds, asked)))
    odds[asked] = the_forest(SECOND, (*NAMES, *company.NAMES)).judge(both)
    odds = even_series(survey, even_out(lines, odds), weight)
    if survey.figures.prose.sum() < LITTLE_PROSE:
        odds = even_clauses(survey, odds)
    first, last = stretch(survey, odds * weight, odds, find_span(odds, weight))
    chosen = [i for i in range(first, last + 1) if odds[i] >= LINE_ODDS]
    chosen = [
        i for i in chosen if lines[i].kind != "caption"
    ] or chosen  # captions stand apart, unless there is no more
    if not chosen:
        chosen = _elected(survey, odds)
    return end(lines, _once(lines, fill_in(lines, chosen, odds)))


def _elected(survey: Survey, odds: npt.NDArray[np.float64]) -> list[int]:
    """Give the prose of the elected block, where there is enough of it: a page that nothing is like has its text there.

    A paragraph is enough right below the headline, in a block whose name promises an article, where it may be one: the
    words that introduce a list stand there as well.
    """
    lines, best = survey.page.lines, survey.best
    prose = [i for i in range(best.start, best.end) if lines[i].prose and not lines[i].dead]
    least = LITTLE_PROSE
    if prose and best.around.near >= PROMISED and 0 < prose[0] - survey.title_line <= HEADED and survey.title_line >= 0:
        least = PARAGRAPH if odds[prose].mean() >= DOUBTED else least
    return prose if sum(lines[i].weight for i in prose) >= least else []


def stretch(
    survey: Survey, mass: npt.NDArray[np.float64], odds: npt.NDArray[np.float64], span: tuple[int, int]
) -> tuple[int, int]:
    """Stretch a span to all certain prose of the elected block, where that holds most of the span already.

    A table or a list of products in the middle of an article costs more than the paragraphs before it are worth.
    """
    first, last = span
    best = survey.best
    if 2 * mass[max(first, best.start) : min(last + 1, best.end)].sum() < mass[first : last + 1].sum():
        return span
    lines = survey.page.lines
    sure = [i for i in range(best.start, best.end) if odds[i] >= SURE_ODDS and lines[i].prose and not lines[i].dead]
    return min([first, *sure]), max([last, *sure])


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
    boxes = {_part(lines[i]) for i in np.flatnonzero(odds).tolist() if lines[i].prose}
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
    for nodes in several:
        held = [(node, (mass[node.end] - mass[node.start]) / (masses[node.end] - masses[node.start])) for node in nodes]
        mean = sum(share for _, share in held) / len(held)
        for node, share in held:
            if share < mean >= SERIES_ODDS:
                part = known[node.start : node.end]
                part += (mean - share) * (part > 0)
    return np.minimum(known, 1)


def _part(line: Line) -> Node:
    """Give the block that a line is in as a part of a series: a listing may be one, as of documents in pages."""
    return line.node if line.kind == "code" else line.node.box


def even_clauses(survey: Survey, odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give the lines of a poem the same odds: text that stands together in the elected block of a page without prose."""
    known = odds.copy()
    together: dict[Node, list[int]] = {}
    for i in range(survey.best.start, survey.best.end):
        line = survey.page.lines[i]
        if line.kind == "text" and odds[i] and not line.dead and _may_fill(line):
            together.setdefault(line.node.box, []).append(i)
    for members in together.values():
        if len(members) >= CLAUSES:
            mean = odds[members].mean()
            known[members] = max(mean, LIKELY) if mean >= CLAUSE_ODDS else mean
    return known


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
        if (whole := _whole(line)) in wholes:
            wholes[whole][1].append(i)
    return *parts.values(), *wholes.values()


def _whole(line: Line) -> Node | None:
    """Give the listing or table that a line is a part of; a row that is hidden stands in a table and is no part of it."""
    if (kind := line.kind) not in _WHOLE or (line.dead and line.node.around.within & NEVER):
        return None
    if kind == "code":
        return line.node
    return box if (box := line.node.box).tag == "table" else None


def fill_in(lines: list[Line], chosen: list[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Add the lines that stand between chosen ones in the blocks that hold the article.

    A heading or an item that is alone between two of them needs no such block, nor does a table.
    """
    if not chosen:
        return chosen
    held: Counter[Node] = Counter()
    for i in chosen:
        held[lines[i].node.box] += lines[i].weight
    enough = AMID_SHARE * held.total()
    inside = set(chosen)
    return [
        i
        for i in range(chosen[0], chosen[-1] + 1)
        if i in inside
        or (
            odds[i] >= AMID_ODDS
            and _may_fill(lines[i])
            and (held[lines[i].node.box] > enough or _is_amid(lines[i], odds[i], alone={i - 1, i + 1} <= inside))
        )
    ]


def _is_amid(line: Line, odds: float, *, alone: bool) -> bool:
    """Tell whether a line between chosen ones is of a table, or a heading or an item *alone* between two of them."""
    if line.dead:
        return False
    return odds >= TABLE_ODDS if line.kind == "cell" else alone and line.kind in {"heading", "item"}


def _once(lines: list[Line], chosen: list[int]) -> list[int]:
    """Leave out the second copy of an article that its page holds twice: the runs of lines that came before.

    A refrain has short lines; what is repeated by the way is less than half of a text.
    """
    first = {lines[i].text: i for i in reversed(chosen)}
    again = {i: first[lines[i].text] < i for i in chosen}
    long = [i for i in chosen if lines[i].weight >= COPIED]
    copies = [i for i in long if again[i]]
    if len(copies) < COPIES or sum(lines[i].weight for i in copies) < COPY_SHARE * sum(lines[i].weight for i in long):
        return chosen
    kept: list[int] = []
    for repeated, run in groupby(chosen, again.__getitem__):
        members = list(run)
        if not repeated or all(lines[i].weight < COPIED for i in members):
            kept += members
    return kept


def end(lines: list[Line], chosen: list[int]) -> list[int]:
    """Leave out the headings with which a text ends: they have nothing below them and announce what follows the article."""
    last = len(chosen)
    while (
        last and (line := lines[chosen[last - 1]]).kind == "heading" and not line.prose and line.text[-1] not in _STOPS
    ):
        last -= 1
    return chosen[:last] if 0 < last >= len(chosen) - HEADINGS_AT_END else chosen


def _may_fill(line: Line) -> bool:
    """Tell whether a line is neither a link nor what the page itself calls a caption."""
    return line.kind != "caption" and line.link < 0.5 * len(line.text)
