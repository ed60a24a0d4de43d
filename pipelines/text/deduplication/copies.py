"""Two fingerprints compared: how much of each text stands in the other, where, and whether it is the same story."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from pipelines.text.deduplication.doubt import (
    SLACK,
    SLACK_SHARE,
    Aligned,
    Side,
    compared_numbers,
    doubt_of_gaps,
    doubt_of_numbers,
    mean_run,
    share_straight,
)
from pipelines.text.deduplication.fingerprint import HASH_BITS, Fingerprint

STEP = 60
"""Characters between two agreements in a row that still hang together. Spinning leaves holes of a word or two; a hole
of a sentence is other text."""

STEP_SAMPLES = 6
"""The same for thin samples of long texts: so many sampled places."""

AHEAD = 4
"""Among so many agreements before and behind, one must continue on the same line, or the agreement is chance."""

FEWEST_AGREEMENTS = 3

FEWEST_BITS = 5
"""Bits of a hash below which two samples are too unlike to compare: one text is over a hundred times as long."""

WINDOW, DENSITY = 13, 0.27
"""A sampled place counts as covered if this share of so many around it agrees. With both texts spun by 15 % every
third still agrees; a stray common phrase covers nothing."""

UNSPUN_RUN = 7.0
"""With runs of so many agreements a text was hardly spun, and the cover ends where the agreement does. Else each stretch seems
some samples longer at both ends, and paragraphs that take turns seem to stand on the same ground. Of the pages of five articles
in the copies corpus a third fewer are like one of them by it, of 6,230 pairs of copies three are lost."""

REGIONS = 64
"""Equal stretches into which a text is divided to say where it agrees."""

MOST_DOUBT = 4.0
"""Beyond it no more is counted."""

UNITS = 250.0
"""Steps in which shares and doubt are kept: one byte each, and the same before and after they were stored."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How two texts agree, seen from the first."""

    covered: float
    """Share of the first that stands in the other."""
    covers: float
    """Share of the other that stands in the first."""
    doubt: float
    """How much speaks for two stories in one form: bent alignment and numbers that differ; from 0, above 1 it is many."""
    agreeing: int
    """Numbers that stand in the same place of both."""
    conflicting: int
    """Places where both have a number, and another one."""
    region: int
    """Where the first agrees: REGIONS bits, the lowest is its beginning."""
    other_region: int
    """Where the other agrees."""

    def turned(self) -> Self:
        """See it from the other text."""
        return type(self)(
            self.covers, self.covered, self.doubt, self.agreeing, self.conflicting, self.other_region, self.region
        )

    @property
    def likeness(self) -> float:
        """Mean of both shares: 1 for the same text."""
        return (self.covered + self.covers) / 2


def compare(one: Fingerprint, other: Fingerprint) -> Resemblance | None:
    """Compare two texts; None if nothing hangs together. Which comes first makes no difference."""
    if (one.length, one.hashes.tobytes()) <= (other.length, other.hashes.tobytes()):
        return _compare(one, other)
    pair = _compare(other, one)
    return pair.turned() if pair else None


def _compare(one: Fingerprint, other: Fingerprint) -> Resemblance | None:
    rate = max(one.rate, other.rate)
    bits = HASH_BITS - (rate - min(one.rate, other.rate))
    if bits < FEWEST_BITS:
        return None
    hashes, places = one.at_rate(rate, bits)
    other_hashes, other_places = other.at_rate(rate, bits)
    at, other_at = _agreements(hashes, other_hashes)
    if at.size < FEWEST_AGREEMENTS:
        return None
    reach = max(STEP, STEP_SAMPLES << rate)
    lined = _in_line(places[at], other_places[other_at], reach)
    at, other_at = at[lined], other_at[lined]
    if at.size < FEWEST_AGREEMENTS:
        return None
    run = mean_run(at, other_at)
    covered = _covered(at, hashes.size, unspun=run >= UNSPUN_RUN)
    other_covered = _covered(other_at, other_hashes.size, unspun=run >= UNSPUN_RUN)
    aligned = Aligned(places[at], other_places[other_at])
    agreeing, conflicting = compared_numbers(one.numbers, other.numbers, aligned)
    common = min(covered.mean() * one.length, other_covered.mean() * other.length)
    doubt = doubt_of_numbers(share_straight(aligned, reach), agreeing, conflicting, common)
    side, other_side = Side(at, hashes, places, one.length), Side(other_at, other_hashes, other_places, other.length)
    doubt += doubt_of_gaps(side, other_side, common, run, run * (1 << rate))
    return Resemblance(
        covered=_stepped(covered.mean()),
        covers=_stepped(other_covered.mean()),
        doubt=_stepped(min(doubt, MOST_DOUBT) / MOST_DOUBT) * MOST_DOUBT,
        agreeing=min(agreeing, 255),
        conflicting=min(conflicting, 255),
        region=_region(places, covered, one.length),
        other_region=_region(other_places, other_covered, other.length),
    )


def _stepped(share: float) -> float:
    return round(float(share) * UNITS) / UNITS


def _agreements(hashes: NDArray[np.uint16], others: NDArray[np.uint16]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the indexes of equal hashes, in the order of the first; of several equal ones the first counts."""
    if not others.size:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    order = np.argsort(others, kind="stable")
    in_order = others[order]
    at = np.minimum(np.searchsorted(in_order, hashes), others.size - 1)
    found = np.flatnonzero(in_order[at] == hashes)
    return found, order[at[found]]


def _in_line(one: NDArray[np.int32], other: NDArray[np.int32], reach: int) -> NDArray[np.bool_]:
    """Say of each agreement whether another one nearby continues it at the same distance in both texts."""
    lined = np.zeros(one.size, dtype=np.bool_)
    for ahead in range(1, min(AHEAD, one.size - 1) + 1):
        step, other_step = one[ahead:] - one[:-ahead], other[ahead:] - other[:-ahead]
        straight = (step <= reach) & (np.abs(step - other_step) <= SLACK + SLACK_SHARE * step)
        lined[ahead:] |= straight
        lined[:-ahead] |= straight
    return lined


def _covered(agreeing: NDArray[np.int64], size: int, *, unspun: bool) -> NDArray[np.bool_]:
    """Say of each sampled place whether enough around it agrees; where the text is unspun, before and behind it as well."""
    sums = np.zeros(size + 1, dtype=np.int32)
    sums[agreeing + 1] = 1
    np.cumsum(sums, out=sums)
    middle = np.arange(size)
    first = np.maximum(middle - WINDOW // 2, 0)
    last = np.minimum(middle + WINDOW // 2 + 1, size)
    covered: NDArray[np.bool_] = sums[last] - sums[first] >= DENSITY * (last - first)
    if unspun:
        covered &= (sums[middle + 1] > sums[first]) & (sums[last] > sums[middle])
    return covered


def _region(places: NDArray[np.int32], covered: NDArray[np.bool_], length: int) -> int:
    """Give the stretches of a text in which most sampled places are covered."""
    stretch = np.minimum(places * REGIONS // max(length, 1), REGIONS - 1)
    all_ = np.bincount(stretch, minlength=REGIONS)
    on = np.bincount(stretch[covered], minlength=REGIONS)
    bits = np.packbits((on * 2 >= all_) & (all_ > 0), bitorder="little")
    return int.from_bytes(bits.tobytes(), "little")
