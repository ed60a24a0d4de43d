"""What speaks for and against each line of a page, as a table of numbers."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crawler.extraction import signs
from crawler.extraction.blocks import (
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
from crawler.extraction.figures import Column, Figures, Indices, Table, sums_around, sums_of
from crawler.extraction.names import BAD, COMMENTS, HIDDEN, META
from crawler.extraction.survey import Survey

AROUND = 20
"""Lines before and behind the block with the prose in which a link may be of the article."""
_STRUCTURE = {
    "main": MAIN, "article": ARTICLE, "header": HEADER, "footer": FOOTER, "table": TABLE, "list": LIST, "form": FORM,
    "nav": NAV, "figure": FIGURE, "terms": TERMS, "bad": BAD, "meta": META, "hidden": HIDDEN, "comments": COMMENTS,
}  # fmt: skip
NEAR_PROSE = 5
"""Lines on either side of prose that may be of the article with it; of those beyond, hardly one is."""
LITTLE_PROSE = 600
"""UTF-8 bytes of prose: a page with less may have its article in lines without punctuation."""
_TAGS = {"p": 1, "div": 2, "td": 3, "li": 4, "h2": 5, "h3": 6}
_KINDS = {"text": 0, "heading": 1, "item": 2, "quote": 3, "caption": 4, "code": 5, "cell": 6}

_KIND_NUMBERS, _TAG_NUMBERS, _STRUCTURE_BITS = (
    np.array(list(numbers.values()), np.int64)[:, np.newaxis] for numbers in (_KINDS, _TAGS, _STRUCTURE)
)
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


def ask(survey: Survey) -> Indices:
    """Give the lines that may be of the article at all: most of a page's lines are far from all prose, or links.

    Those of the block elected for its prose are asked, and those with prose near them, or all where the page has hardly
    any; a line that is nothing but a link only in that block and around it.
    """
    figures, best = survey.figures, survey.best
    near = (sums_around(figures.prose, NEAR_PROSE) > 0) | (figures.prose.sum() < LITTLE_PROSE)
    near &= ~figures.dead
    near[best.start : best.end] = True
    few = figures.link < signs.MOSTLY_LINK
    around = slice(max(0, best.start - AROUND), best.end + AROUND)
    few[around] |= ~figures.dead[around]
    return np.flatnonzero(near & few)


def measure(survey: Survey, asked: Indices) -> Table:
    """Give the table of a surveyed page: a column for each line that is *asked*, a row for each of NAMES."""
    figures, sums = survey.figures, Sums(survey.figures)
    said = signs.read_signs(survey, asked)
    indented = (said[signs.NAMES.index("indented")] * figures.prose[asked]).sum() / sums.total
    within = np.array([survey.page.lines[i].node.around.within for i in asked], np.int64)
    kinds = np.array([_KINDS[survey.page.lines[i].kind] for i in asked])
    tags = np.array([_TAGS.get(survey.page.lines[i].tag, 0) for i in asked])
    pictured, pictures = _pictures(survey, asked)
    page = (indented, pictures, min(len(survey.page.lines), 500), bool(survey.witness))
    blocks: list[npt.NDArray[Any]] = [
        said,
        kinds == _KIND_NUMBERS,
        tags == _TAG_NUMBERS,
        (within & _STRUCTURE_BITS) != 0,
        *_boxes(survey, asked, sums),
        *_neighbours(figures, asked, sums),
        _places(survey, asked),
        pictured,
        np.repeat(np.array(page, np.float64)[:, np.newaxis], len(asked), axis=1),
    ]
    return np.concatenate(blocks, axis=0, dtype=np.float32, casting="unsafe")


class Sums:
    """Sums over the lines of a page from the first on, so that what a block holds is a difference of two of them."""

    def __init__(self, figures: Figures) -> None:
        self.prose = sums_of(figures.prose)
        """Weight of the prose."""
        self.linked = sums_of(figures.weight * figures.link)
        """Weight of the link text."""
        self.weight = sums_of(figures.weight)
        self.total = self.prose[-1] + 1
        """Weight of the page's prose, never zero."""


def _neighbours(figures: Figures, asked: Indices, sums: Sums) -> tuple[Column, Column]:
    """Give what each line is itself, what the page holds before and behind it, and what the lines around it are."""
    strength = np.log1p(figures.prose)
    own = [
        np.log1p(figures.weight[asked]),
        figures.link[asked],
        figures.dead[asked],
        sums.prose[asked] / sums.total,
        1 - sums.prose[asked + 1] / sums.total,
        np.log1p(sums_around(figures.prose)[asked]),
        sums_around(figures.link)[asked],
    ]
    next_to = np.zeros((3, len(strength) + 2))
    next_to[:, 1:-1] = strength, figures.link, figures.dead
    return np.array(own), np.concatenate([next_to[:, asked + 1 + step] for step in _STEPS])


def _places(survey: Survey, asked: Indices) -> Column:
    """Give where each line stands: on the page, behind the headline, in or beside the block elected for its prose."""
    best, title = survey.best, survey.title_line
    inner = (asked >= best.start) & (asked < best.end)
    return np.array(
        [
            asked / len(survey.page.lines),
            np.full(len(asked), -50) if title < 0 else np.clip(asked - title, -30, 30),
            inner,
            np.where(inner, (asked - best.start) / max(1, best.end - best.start), -1),
            np.clip(best.start - asked, 0, 40),
            np.clip(asked - best.end + 1, 0, 40),
        ]
    )


def _pictures(survey: Survey, asked: Indices) -> tuple[Column, int]:
    """Give the pictures before and behind each line, which may be the caption of one; and those in the elected block."""
    places = np.array([index for index, _ in survey.page.images], np.intp)
    before = np.bincount(places, minlength=len(survey.page.lines) + 1)
    inside = int(before[survey.best.start : survey.best.end].sum())
    return np.minimum([before[asked], before[asked + 1]], 5), min(inside, 30)


def _boxes(survey: Survey, asked: Indices, sums: Sums) -> tuple[Column, Column]:
    """Give what the blocks around each line hold: the page's prose, links, the headline; and how many are like them."""
    lines, title = survey.page.lines, survey.title_line
    number: dict[Node, int] = {}
    place = np.array([number.setdefault(lines[i].node.box, len(number)) for i in asked], np.intp)
    held = np.bincount(place, survey.figures.prose[asked], len(number))
    levels = [list(number)]
    for _ in _BOXES[1:]:
        levels.append([box.parent.box if box.parent else box for box in levels[-1]])
    boxes = [box for level in levels for box in level]
    start, end = np.array([box.start for box in boxes], np.intp), np.array([box.end for box in boxes], np.intp)
    prose, linked, weight = (values[end] - values[start] for values in (sums.prose, sums.linked, sums.weight))
    table = np.array(
        [
            prose / sums.total,
            linked / (weight + 1),
            prose / (weight + 1),
            np.minimum(end - start, 50),
            (start <= title) & (title < end),
            np.minimum(_twins(survey.page.nodes, boxes), 30),
        ]
    )
    table = np.concatenate(np.split(table, len(_BOXES), axis=1))
    return (held / (held.max(initial=0) + 1))[place][np.newaxis], table[:, place]


def _twins(nodes: Sequence[Node], boxes: Sequence[Node]) -> list[int]:
    """Give for each box how many blocks beside it have its tag and name, itself included."""
    parents = {box.parent for box in boxes}
    alike = Counter([(node.parent, node.tag, node.name) for node in nodes if node.parent in parents])
    return [alike[box.parent, box.tag, box.name] for box in boxes]
