"""The lines of a page as arrays, and sums over them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crawler.extraction.blocks import Line

Column = npt.NDArray[Any]
"""A value for each line."""
Indices = npt.NDArray[np.intp]
"""Numbers of lines."""
Table = npt.NDArray[np.float32]
"""A column for each line, a row for each of a table's names."""


class Figures:
    """The lines of a page as arrays, each with a value for each line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.weight = np.array([line.weight for line in lines], np.float64)
        """UTF-8 bytes."""
        self.link = np.array([min(1.0, line.link / len(line.text)) for line in lines], np.float64)
        """Share of link text."""
        self.dead = np.array([line.dead for line in lines], np.bool_)
        """Whether it is of the page's furniture."""
        self.prose = np.array([line.prose for line in lines], np.bool_) * ~self.dead * self.weight
        """UTF-8 bytes of prose that is no furniture."""


def sums_of(values: Column) -> Column:
    """Give the sums over the first 0, 1, … lines: what a block holds is a difference of two of them."""
    sums = np.zeros(len(values) + 1)
    np.cumsum(values, out=sums[1:])
    return sums


def sums_around(values: Column, reach: int = 5) -> Column:
    """Give for each line the sum over it and *reach* lines on either side."""
    sums = np.zeros(len(values) + 2 * reach + 1)
    np.cumsum(values, out=sums[reach + 1 : len(values) + reach + 1])
    sums[len(values) + reach + 1 :] = sums[len(values) + reach]
    return sums[2 * reach + 1 :] - sums[: -2 * reach - 1]
