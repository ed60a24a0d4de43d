"""What speaks for and against each line of a page, as a table of numbers."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text import signs
from crawler.extraction.main_text.figures import Asked, Column, Figures, Indices, Table, bounded, places, sums_of
from crawler.extraction.main_text.survey import LITTLE_PROSE, Survey
from crawler.extraction.page.blocks import (
    ARTICLE,
    FIGURE,
    FOOTER,
    FORM,
    HEADER,
    LIST,
    MAIN,
    NAV,
    TABLE,
    TERMS,
    Node,
)
from crawler.extraction.page.names import BAD, COMMENTS, HIDDEN, META

AROUND = 20
"""Lines before and behind the block with the prose in which a link may be of the article."""
_STRUCTURE = {
    "main": MAIN, "article": ARTICLE, "header": HEADER, "footer": FOOTER, "table": TABLE, "list": LIST, "form": FORM,
    "nav": NAV, "figure": FIGURE, "terms": TERMS, "bad": BAD, "meta": META, "hidden": HIDDEN, "comments": COMMENTS,
}  # fmt: skip
_KINDS = {
    kind: 1 << bit for bit, kind in enumerate(("text", "heading", "item", "quote", "caption", "code", "cell"), 40)
}
NEVER = COMMENTS | HIDDEN
"""Furniture that is never of the article, wherever it stands."""
_TAGS = {tag: 1 << bit for bit, tag in enumerate(("p", "div", "td", "li", "h2", "h3"), 50)}
_BITS = np.array([*_KINDS.values(), *_TAGS.values(), *_STRUCTURE.values()], np.int64)[:, np.newaxis]
"""What a line is of and stands in: its kind, its tag, and the flags of the blocks around it."""
_BOXES = ("box", "outer", "outest")
_STEPS = (-1, 1)
NAMES = (
    *signs.NAMES,
    *(f"kind_{kind}" for kind in _KINDS),
    *(f"tag_{tag}" for tag in _TAGS),
    *_STRUCTURE,
    "box_rank",
    *(f"{box}_{what}" for box in _BOXES for what in ("share", "links", "prose", "lines", "title", "twins")),
    *("weight", "link", "dead", "before", "after", "around_prose", "around_links"),
    *(f"{what}{step:+d}" for step in _STEPS for what in ("strength", "link", "dead")),
    *("place", "since_title", "elected", "elected_place", "elected_above", "elected_below"),
    *("pictured", "pictured_next"),
    *("indents", "pictures", "lines", "witness"),
)
"""The rows of the table."""
_INDENTED = NAMES.index("indented")


def ask(survey: Survey) -> Asked:
    """Give the lines that may be of the article at all: most of a page's lines are far from all prose, or links.

    Those of the block elected for its prose are asked, and those with prose around them (of those farther off, hardly
    one is of the article), or all where the page has hardly any; a line that is nothing but a link only in that block
    and around it.
    """
    figures, best = survey.figures, survey.best
    near = (figures.prose_around > 0) | (figures.prose.sum() < LITTLE_PROSE)
    near &= ~figures.dead
    near[best.start : best.end] = True
    lines = survey.page.lines
    for i in (near & figures.dead).nonzero()[0].tolist():
        if lines[i].node.around.within & NEVER:
            near[i] = False
    few = figures.link < signs.MOSTLY_LINK
    around = slice(max(0, best.start - AROUND), best.end + AROUND)
    few[around] |= ~figures.dead[around]
    few &= near
    return Asked(lines, few.nonzero()[0])


def measure(survey: Survey, lines: Asked) -> Table:
    """Give the table of a surveyed page: a column for each of the *lines* that are asked about, a row for each of NAMES."""
    figures, sums, asked = survey.figures, Sums(survey.figures), lines.places
    said = signs.read_signs(survey, lines)
    indented = (said[_INDENTED] * figures.prose[asked]).sum() / sums.total
    bits = [
        known.within | _KINDS[line.kind] | _TAGS.get(line.tag, 0)
        for known, line in zip(lines.around, lines.lines, strict=True)
    ]
    pictured, pictures = _pictures(survey, asked)
    page = (indented, pictures, min(len(survey.page.lines), 500), bool(survey.witness))
    blocks: list[npt.NDArray[Any]] = [
        said,
        (places(bits) & _BITS) != 0,
        *_boxes(survey, lines, sums),
        *_neighbours(figures, asked, sums),
        _places(survey, asked),
        pictured,
        np.array(page, np.float64).repeat(len(asked)).reshape(len(page), len(asked)),
    ]
    return np.concatenate(blocks, axis=0, dtype=np.float32, casting="unsafe")


class Sums:
    """Sums over the lines of a page from the first on, so that what a block holds is a difference of two of them."""

    def __init__(self, figures: Figures) -> None:
        self.all = sums_of(np.array([figures.prose, figures.weight * figures.link, figures.weight]))
        """Weight of the prose, of the link text, and of all text: a row for each."""
        self.prose = self.all[0]
        self.total = self.prose[-1] + 1
        """Weight of the page's prose, never zero."""


def _neighbours(figures: Figures, asked: Indices, sums: Sums) -> tuple[Column, Column]:
    """Give what each line is itself, what the page holds before and behind it, and what the lines around it are."""
    own = [
        np.log1p(figures.weight[asked]),
        figures.link[asked],
        figures.dead[asked],
        sums.prose[asked] / sums.total,
        1 - sums.prose[asked + 1] / sums.total,
        np.log1p(figures.prose_around[asked]),
        figures.link_around[asked],
    ]
    next_to = np.zeros((3, len(figures.prose) + 2))
    next_to[0, 1:-1], next_to[1, 1:-1], next_to[2, 1:-1] = np.log1p(figures.prose), figures.link, figures.dead
    return np.array(own), np.concatenate([next_to.take(asked + 1 + step, axis=1) for step in _STEPS])


def _places(survey: Survey, asked: Indices) -> Column:
    """Give where each line stands: on the page, behind the headline, in or beside the block elected for its prose."""
    best, title = survey.best, survey.title_line
    inner = (asked >= best.start) & (asked < best.end)
    rows = np.empty((6, len(asked)))
    rows[0] = asked / len(survey.page.lines)
    rows[1] = -50 if title < 0 else bounded(asked - title, -30, 30)
    rows[2] = inner
    rows[3] = np.where(inner, (asked - best.start) / max(1, best.end - best.start), -1)
    rows[4] = bounded(best.start - asked, 0, 40)
    rows[5] = bounded(asked - (best.end - 1), 0, 40)
    return rows


def _pictures(survey: Survey, asked: Indices) -> tuple[Column, int]:
    """Give the pictures before and behind each line, which may be the caption of one; and those in the elected block."""
    before = np.bincount(places([index for index, _ in survey.page.images]), minlength=len(survey.page.lines) + 1)
    inside = int(before[survey.best.start : survey.best.end].sum())
    return np.minimum([before[asked], before[asked + 1]], 5), min(inside, 30)


def _boxes(survey: Survey, lines: Asked, sums: Sums) -> tuple[Column, Column]:
    """Give what the blocks around each line hold: the page's prose, links, the headline; and how many are like them."""
    number = len(lines.boxes)
    held = np.bincount(lines.box, survey.figures.prose[lines.places], number)
    level, boxes = lines.boxes, [*lines.boxes]
    for _ in _BOXES[1:]:
        level = [box.parent.box if box.parent else box for box in level]
        boxes += level
    start, end = places([box.start for box in boxes]), places([box.end for box in boxes])
    inside, linked, weight = sums.all.take(end, axis=1) - sums.all.take(start, axis=1)
    table = np.empty((6, len(boxes)))
    table[0] = inside / sums.total
    table[1:3] = np.array([linked, inside]) / (weight + 1)
    table[3] = np.minimum(end - start, 50)
    table[4] = (start <= survey.title_line) & (survey.title_line < end)
    table[5] = _twins(survey.page.nodes, boxes)
    table = table.reshape(6, len(_BOXES), number).swapaxes(0, 1).reshape(6 * len(_BOXES), number)
    return (held / (held.max(initial=0) + 1))[lines.box][np.newaxis], table.take(lines.box, axis=1)


def _twins(nodes: Sequence[Node], boxes: Sequence[Node]) -> list[int]:
    """Give for each box how many blocks beside it, up to 30, have its tag and name, itself included."""
    parents = {box.parent for box in boxes}
    alike = Counter([(node.parent, node.tag, node.make) for node in nodes if node.parent in parents])
    return [min(alike[box.parent, box.tag, box.make], 30) for box in boxes]
