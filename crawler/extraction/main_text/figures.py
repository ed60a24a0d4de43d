"""The lines of a page as arrays, and sums over them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crawler.extraction.page.blocks import Line

Column = npt.NDArray[Any]
"""A value for each line."""
Indices = npt.NDArray[np.intp]
"""Numbers of lines."""
Table = npt.NDArray[np.float32]
"""A column for each line, a row for each of a table's names."""


REACH = 5
"""Lines on either side that are around a line."""


class Asked:
    """The lines of a page that are asked about, and what is around each."""

    def __init__(self, lines: Sequence[Line], places: Indices) -> None:
        self.places = places
        """Their numbers."""
        self.lines = [lines[i] for i in places.tolist()]
        """The lines."""
        self.around = [line.node.around for line in self.lines]
        """What the blocks around each make of it."""
        self.box, self.boxes = numbered(
            [known.box or line.node for known, line in zip(self.around, self.lines, strict=True)]
        )
        """The number of the block that holds the text each is of, and these blocks."""

    def __len__(self) -> int:
        return len(self.lines)


class Figures:
    """The lines of a page as arrays, each with a value for each line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.weight = numbers([line.weight for line in lines])
        """What it weighs, as `weigh` measures it: UTF-8 bytes or characters."""
        self.link = np.minimum(numbers([line.link / len(line.text) if line.link else 0.0 for line in lines]), 1.0)
        """Share of link text."""
        self.dead = np.frombuffer(bytes([line.dead for line in lines]), np.bool_)
        """Whether it is of the page's furniture."""
        self.prose = numbers([line.weight if line.prose and not line.dead else 0 for line in lines])
        """Its weight where it is prose that is no furniture."""
        self.prose_around, self.link_around = sums_around(np.array([self.prose, self.link]))
        """The sums of prose and of shares of link text over each line and REACH lines on either side."""


def numbers(values: Sequence[float]) -> npt.NDArray[np.float64]:
    """Give numbers as an array."""
    return np.array(values, np.float64)


def places(values: Sequence[int]) -> Indices:
    """Give numbers of lines, or of blocks, as an array."""
    return np.array(values, np.intp)


def numbered(things: Sequence[Any]) -> tuple[Indices, list[Any]]:
    """Give each thing's number in the order in which they come, and the different ones."""
    number: dict[Any, int] = {}
    return places([number.setdefault(thing, len(number)) for thing in things]), list(number)


def bounded(values: Column, least: float, most: float) -> Column:
    """Give values that are no smaller and no larger than that: `clip` without its arguments' weight."""
    return np.minimum(np.maximum(values, least), most)


def sums_of(values: Column) -> Column:
    """Give the sums over the first 0, 1, … lines (of each row): what a block holds is a difference of two of them."""
    sums = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.add.accumulate(values, axis=-1, out=sums[..., 1:])
    return sums


def sums_around(values: Column) -> Column:
    """Give for each line (of each row) the sum over it and REACH lines on either side."""
    padded = np.zeros((*values.shape[:-1], values.shape[-1] + 2 * REACH))
    padded[..., REACH:-REACH] = values
    sums = sums_of(padded)
    return np.asarray(sums[..., 2 * REACH + 1 :] - sums[..., : -2 * REACH - 1])
