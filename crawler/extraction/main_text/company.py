"""What a line's neighbours are thought to be: a second table, for a second look at each line.

A caption between paragraphs, the one sentence of a teaser, the first line of an article look alike by themselves; what
tells them apart is what the lines around them, in the same block or of the same make turned out to be.
"""

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text.figures import Asked, Column, Figures, Table, bounded, numbered, places, sums_of

_REACH = (-1, 1, -2, 2, -3, 3)
_STEPS = np.array(_REACH)[:, np.newaxis]
_WINDOW = 8
"""Lines looked at on either side."""
LINE_CAP, LINE_BASE = 400, 20
"""What a line weighs is its weight as measured plus the base, no more than the cap plus the base."""
SPAN_ODDS = 0.4
"""A line more likely than this lengthens the article's span, one less likely speaks for ending it."""

NAMES = (
    "odds",
    *(f"odds{step:+d}" for step in _REACH),
    *("odds_above", "odds_below", "mass_above", "mass_below"),
    *("box_mass", "box_odds", "box_rank", "around_mass", "around_odds", "own_mass", "own_odds"),
    *("make_odds", "make_mass", "make_lines"),
    *("since_start", "to_end", "in_span", "span", "likely"),
)
"""The rows of the table."""


def weights_in_span(figures: Figures) -> npt.NDArray[np.float64]:
    """Give what each line weighs in the span."""
    return np.minimum(figures.weight, LINE_CAP) + float(LINE_BASE)


def find_span(odds: npt.NDArray[np.float64], weight: npt.NDArray[np.float64]) -> tuple[int, int]:
    """Give the first and last index of the run whose lines are worth most; (0, -1) where none is worth taking."""
    sums = sums_of(weight * (odds - SPAN_ODDS))
    worth = (odds > SPAN_ODDS).nonzero()[0]  # a run begins and ends with a line that lengthens it
    best, span = 0.0, (0, -1)
    least, start = float("inf"), 0
    for i, before, after in zip(worth.tolist(), sums[worth].tolist(), sums[worth + 1].tolist(), strict=True):
        if before < least:
            least, start = before, i
        if after - least > best:
            best, span = after - least, (start, i)
    return span


def look_around(weight: Column, odds: Column, lines: Asked) -> Table:
    """Give the second table from the *odds* and weights of all lines: a column for each of the *lines* that are asked about, a row for each of NAMES."""
    asked = lines.places
    mass = odds * weight
    total = float(mass.sum()) + 1e-6
    sums = sums_of(np.array([mass, weight]))
    first, last = find_span(odds, weight)
    padded = np.zeros(len(odds) + 2 * _WINDOW)
    padded[_WINDOW:-_WINDOW] = odds
    window = sums_of(padded)
    middle = asked + _WINDOW
    rows: list[Column] = [
        odds[asked],
        *padded.take(middle + _STEPS),
        window[middle] - window[asked],
        window[middle + _WINDOW + 1] - window[middle + 1],
        sums[0, asked] / total,
        1 - sums[0, asked + 1] / total,
    ]
    own_mass, own_weight = mass[asked], weight[asked]
    box, boxes = lines.box, lines.boxes
    held, weighed = np.bincount(box, own_mass), np.bincount(box, own_weight)
    rows += [(held / total)[box], (held / weighed)[box], (held / (held.max(initial=0) + 1e-6))[box]]
    node, nodes = numbered([line.node for line in lines.lines])
    blocks = [*(one.parent.box if one.parent else one for one in boxes), *nodes]
    start, end = places([one.start for one in blocks]), places([one.end for one in blocks])
    held, weighed = sums.take(end, axis=1) - sums.take(start, axis=1)
    shares, means = held / total, held / (weighed + 1)
    node += len(boxes)
    rows += [shares[box], means[box], shares[node], means[node]]
    both = zip(lines.around, lines.lines, strict=True)
    makes = [(line.tag, line.node.make, known.depth, line.kind) for known, line in both]
    make, _ = numbered(makes)
    held, weighed = np.bincount(make, own_mass), np.bincount(make, own_weight)
    rows += [(held / weighed)[make], (held / total)[make], np.minimum(np.bincount(make), 50)[make]]
    rows += [bounded(asked - first, -30, 30), bounded(last - asked, -30, 30), (asked >= first) & (asked <= last)]
    rows += [np.full(len(asked), min(last - first, 100)), np.full(len(asked), total / sums[1, -1])]
    return np.array(rows, np.float32)
