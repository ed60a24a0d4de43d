"""Growth of cost: an input that is several times as long takes its share of the time, and not the square of it."""

import gc
import time
from collections.abc import Callable
from math import log2
from typing import Any

TRIES = 8
"""Pairs of readings before the growth is believed: other processes of the machine add to some of them."""
DOUBLED = 2.5
"""Times the cost that an input twice as long may take."""
SLACK = 0.05
"""Seconds that may be spent otherwise."""


def assert_linear(work: Callable[[Any], object], make: Callable[[int], Any], size: int, *, times: int = 4) -> None:
    """Ask that work on what is made for a size costs in proportion to it.

    Goes in: the work, what makes its input from a size, and how many times that size is tried beside it. One pair of
    readings that were taken side by side is enough, so that a busy machine fails no test; work that takes the square of
    its time fails every pair.
    """
    work(make(max(size // 10, 1)))  # what is compiled and loaded once
    short, long = make(size), make(size * times)
    readings = []
    for _ in range(TRIES):
        before, after = _seconds(work, short), _seconds(work, long)
        if after <= SLACK + DOUBLED ** log2(times) * before:
            return
        readings.append(f"{after:.3f} s after {before:.3f} s")
    raise AssertionError(f"{times} times the size: {', '.join(readings)}")


def _seconds(work: Callable[[Any], object], given: Any) -> float:
    """Give the processor seconds of one call, no collection of garbage that others left in it."""
    gc.collect()
    begin = time.process_time()
    work(given)
    return time.process_time() - begin
