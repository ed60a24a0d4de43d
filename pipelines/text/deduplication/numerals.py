"""The numbers of a folded text: where they stand and what they say, to tell two stories in one form apart."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.text.folding import Codes

NUMERALS = "〇零一二三四五六七八九十百千"
"""Chinese numerals. One alone is a word as often as a number (一起, 十分) and counts only behind 第."""

ORDINAL = ord("第")

BASE = np.uint64(1_000_003)
"""Base of the polynomial over a number's characters; odd, so that it has an inverse and no character is lost."""

LONGEST = 24
"""Characters of a number that count; longer runs are keys or noise."""


class Numbers(NamedTuple):
    """The numbers of a text, in its order."""

    positions: NDArray[np.int32]
    """Offset of each in the folded text."""
    values: NDArray[np.uint8]
    """A digest of what each says."""


def find_numbers(codes: Codes) -> Numbers:
    """Find runs of digits, runs of Chinese numerals, and single Chinese numerals behind 第."""
    digit = (codes >= ord("0")) & (codes <= ord("9"))
    numeral = _numerals()[np.minimum(codes, 0xFFFF)]
    starts, ends = _runs(digit)
    first, last = _runs(numeral)
    if first.size:
        counts = (last - first >= 2) | (codes[np.maximum(first - 1, 0)] == ORDINAL)
        starts, ends = np.concatenate([starts, first[counts]]), np.concatenate([ends, last[counts]])
        order = np.argsort(starts, kind="stable")
        starts, ends = starts[order], ends[order]
    return Numbers(starts.astype(np.int32), _digests(codes, starts, ends))


def _runs(inside: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give start and end of each run of True."""
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside.size and inside[0]:
        edges = np.concatenate([[0], edges])
    if inside.size and inside[-1]:
        edges = np.concatenate([edges, [inside.size]])
    return edges[::2], edges[1::2]


def _digests(codes: Codes, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.uint8]:
    if not starts.size:
        return np.zeros(0, dtype=np.uint8)
    lengths = np.minimum(ends - starts, LONGEST)
    bounds = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    within = np.arange(int(lengths.sum())) - np.repeat(bounds, lengths)
    characters = codes[np.repeat(starts, lengths) + within].astype(np.uint64)
    sums = np.add.reduceat(characters * _powers()[within], bounds)
    sums ^= sums >> np.uint64(29)
    return ((sums * np.uint64(0xBF58476D1CE4E5B9)) >> np.uint64(56)).astype(np.uint8)


@cache
def _numerals() -> NDArray[np.bool_]:
    table = np.zeros(0x10000, dtype=np.bool_)
    table[[ord(numeral) for numeral in NUMERALS]] = True
    return table


@cache
def _powers() -> NDArray[np.uint64]:
    return BASE ** np.arange(LONGEST, dtype=np.uint64)
