"""The main text: the lines of a page that are its article."""

from collections import Counter

import numpy as np
import numpy.typing as npt

from crawler.extraction.blocks import Line, Node
from crawler.extraction.evidence import NAMES, measure
from crawler.extraction.forest import the_forest
from crawler.extraction.names import HIDDEN
from crawler.extraction.survey import Survey

SPAN_ODDS = 0.4
"""A line more likely than this lengthens the article's span, one less likely speaks for ending it."""
LINE_ODDS = 0.3
"""Inside the span a line stays from this probability on."""
AMID_ODDS = 0.05
"""Between two lines that stay, in a block that holds much of the article, it stays from this one on: what was put
between the paragraphs of an article is for later stages to judge."""
AMID_SHARE = 0.3
AROUND = 20
"""Lines before and behind the block with the prose in which a link may be of the article."""
_LINE_CAP, _LINE_BASE = 400, 20
"""UTF-8 bytes: what a line weighs in the span is its length plus the base, no more than the cap."""


def choose(survey: Survey) -> list[int]:
    """Give the indices of the lines that are the article, in order."""
    lines = survey.page.lines
    if not lines:
        return []
    table = measure(survey)
    asked = np.array([_is_asked(survey, i, line) for i, line in enumerate(lines)])
    odds = np.zeros(len(lines))
    odds[asked] = the_forest(NAMES).judge(table[:, asked])
    odds = _evened(lines, odds)
    odds[[line.dead and bool(line.node.within & HIDDEN) for line in lines]] = 0.0
    weight = np.minimum([line.weight for line in lines], _LINE_CAP) + _LINE_BASE
    first, last = _span((weight * (odds - SPAN_ODDS)).tolist())
    chosen = [i for i in range(first, last + 1) if odds[i] >= LINE_ODDS]
    return _filled(lines, chosen, odds)


def _is_asked(survey: Survey, index: int, line: Line) -> bool:
    """Tell whether a line may be of the article at all: links far from all prose are not, and most lines are such."""
    if line.link < 0.9 * len(line.text):
        return True
    return survey.best.start - AROUND <= index < survey.best.end + AROUND and not line.dead


def _evened(lines: list[Line], odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give the lines of one listing of code the same odds: it is of the article as a whole or not at all."""
    blocks: dict[Node, list[int]] = {}
    for i, line in enumerate(lines):
        if line.kind == "code":
            blocks.setdefault(line.node, []).append(i)
    for members in blocks.values():
        odds[members] = odds[members].mean()
    return odds


def _span(values: list[float]) -> tuple[int, int]:
    """Give the first and last index of the run with the greatest sum; (0, -1) where nothing is worth taking."""
    best, span = 0.0, (0, -1)
    current, start = 0.0, 0
    for i, value in enumerate(values):
        current += value
        if current > best:
            best, span = current, (start, i)
        if current < 0:
            current, start = 0.0, i + 1
    return span


def _filled(lines: list[Line], chosen: list[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Add the lines that stand between chosen ones in the blocks that hold the article."""
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
        or (odds[i] >= AMID_ODDS and held[lines[i].node.box] > enough and lines[i].link < 0.5 * len(lines[i].text))
    ]
