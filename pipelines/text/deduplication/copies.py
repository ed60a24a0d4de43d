"""Two fingerprints compared: how much of each text stands in the other, where, and whether it is the same story."""

from dataclasses import dataclass
from math import log1p
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from pipelines.text.deduplication.fingerprint import HASH_BITS, Fingerprint

STEP = 60
"""Characters between two agreements in a row that still hang together. Spinning leaves holes of a word or two; a hole
of a sentence is other text."""

STEP_SAMPLES = 6
"""The same for thin samples of long texts: so many sampled places."""

SLACK, SLACK_SHARE = 1, 0.05
"""By how many characters, and which share of the step, the step's length may differ in the two texts: spinners replace
words by words of like length, templates fill their slots with names and lists of any length."""

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

REACH, OFF = 40, 3
"""Numbers are compared within so many characters of an agreement, and may stand that many characters off."""

IN_LINE, SOME_NUMBERS, MANY_NUMBERS, OTHER_NUMBERS = 0.85, 3, 5, 2.0
"""With so much in line, so many numbers that differ, more than agree, make another story; with less in line so many, and
twice as many as agree. Two copies in six thousand of the copies corpus are lost by it. The last is the doubt it adds."""

DENSE, MOST_DENSE, DENSE_REST = 0.015, 0.02, 0.25
"""Reports in one form (weather, prices, rates, draws, tremors) are full of numbers: SOME_NUMBERS that differ, and so many for
each character of the common text, make another story: the first share if more than twice as many differ as agree, the second
if a quarter as many do. Of 6,500 pairs of copies in the copies corpus one is lost by it; English ones have 0.005 at most."""

SHORT, SHORT_NUMBERS = 250, 2
"""Of so little common text, in characters, so many numbers that differ, and no more that agree, make another story: a notice
or a ruling in the same words. Of 6,250 pairs of copies in the copies corpus one is lost by it, of 20 wrong ones two go."""

HOLE, WORD = 24, 12
"""What both texts have, and have otherwise, between two places where they agree, was filled in anew if it is longer than so
many characters; what was put in or left out stands in one of them alone. Its share in the common text is doubt, without what
a single spun word takes of it."""

RUN, RUN_WEIGHT = 5.0, 3.0
"""That doubt counts where agreements come in runs of so many samples, and more the longer they are, up to so many times: of a
text with every tenth word spun runs have four or less, of a form and of a copy as it was more. Of 6,250 pairs of copies in
the copies corpus 13 are lost by it, of the 20 wrong ones of articles half go; with runs of 4.5 or 5.5 it is much the same."""

REGIONS = 64
"""Equal stretches into which a text is divided to say where it agrees."""

MOST_DOUBT = 4.0
"""Beyond it no more is counted."""

UNITS = 250.0
"""Steps in which shares and doubt are kept: one byte each, and the same before and after they were stored."""


class Aligned(NamedTuple):
    """Where two texts agree, in the order of the first."""

    one: NDArray[np.int32]
    """Positions in the first text."""
    other: NDArray[np.int32]
    """Positions in the second."""


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
    run = _run(at, other_at)
    covered = _covered(at, hashes.size, unspun=run >= UNSPUN_RUN)
    other_covered = _covered(other_at, other_hashes.size, unspun=run >= UNSPUN_RUN)
    aligned = Aligned(places[at], other_places[other_at])
    agreeing, conflicting = _numbers(one, other, aligned)
    common = min(covered.mean() * one.length, other_covered.mean() * other.length)
    doubt = _doubt(_straight(aligned, reach), agreeing, conflicting, common) + _refilled(
        at, other_at, aligned, common, run
    )
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


def _run(at: NDArray[np.int64], other_at: NDArray[np.int64]) -> float:
    """Give how many samples in a row agree, in the mean."""
    breaks = np.count_nonzero((np.diff(at) != 1) | (np.diff(other_at) != 1))
    return at.size / (1 + breaks)


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


def _straight(aligned: Aligned, reach: int) -> float:
    """Give the share of the agreeing stretch that is as long in one text as in the other, step by step."""
    step, other_step = np.diff(aligned.one), np.diff(aligned.other)
    straight = (step <= reach) & (np.abs(step - other_step) <= SLACK + SLACK_SHARE * step)
    return float(step[straight].sum() / max(1, np.minimum(step, reach).sum()))


def _doubt(straight: float, agreeing: int, conflicting: int, common: float) -> float:
    """Weigh what speaks for two stories in one form; *common* is how many characters of text they share.

    The weights were chosen on one half of the copies corpus; anything near them does as well on the other half. Spinners
    spoil numbers too, but not most of them, and hardly any in a text that is otherwise in line.
    """
    doubt = max(0.0, 2 * (1 - straight) + 0.35 * log1p(conflicting) - 0.175 * log1p(agreeing))
    other = conflicting >= MANY_NUMBERS and conflicting > 2 * agreeing
    other |= straight >= IN_LINE and conflicting >= SOME_NUMBERS and conflicting > agreeing
    dense = DENSE if conflicting > 2 * agreeing else MOST_DENSE
    other |= conflicting >= max(SOME_NUMBERS, DENSE_REST * agreeing, dense * common)
    other |= conflicting >= max(SHORT_NUMBERS, agreeing) and common < SHORT
    return doubt + OTHER_NUMBERS * other


def _refilled(at: NDArray[np.int64], other_at: NDArray[np.int64], aligned: Aligned, common: float, run: float) -> float:
    """Weigh what both texts have, and have otherwise, between runs of agreements: the share of it in the common text."""
    if run < RUN:
        return 0.0
    hole = np.minimum(np.diff(aligned.one), np.diff(aligned.other))
    holes = hole[(np.diff(at) > 1) & (np.diff(other_at) > 1) & (hole > HOLE)]
    return float(min(run / RUN, RUN_WEIGHT) * (holes - WORD).sum() / max(1.0, common))


def _numbers(one: Fingerprint, other: Fingerprint, aligned: Aligned) -> tuple[int, int]:
    """Count the numbers of the first that stand in the same place of the other: equal ones, and different ones."""
    places, values = one.numbers
    other_places, other_values = other.numbers
    if not places.size or not other_places.size:
        return 0, 0
    behind = np.searchsorted(aligned.one, places, side="right")
    before, after = np.maximum(behind - 1, 0), np.minimum(behind, aligned.one.size - 1)
    to_before = np.where(behind > 0, places - aligned.one[before], REACH + 1)
    to_after = np.where(behind < aligned.one.size, aligned.one[after] - places, REACH + 1)
    nearest = np.where(to_before <= to_after, before, after)
    near = np.minimum(to_before, to_after) <= REACH
    expected = (places - aligned.one[nearest] + aligned.other[nearest])[near]
    wanted = values[near]
    first = np.searchsorted(other_places, expected - OFF)
    here = np.zeros(wanted.size, dtype=np.bool_)
    equal = np.zeros(wanted.size, dtype=np.bool_)
    # Numbers that stand so close together are few: two or three within the slack.
    for following in range(3):
        at = np.minimum(first + following, other_places.size - 1)
        inside = (first + following < other_places.size) & (other_places[at] <= expected + OFF)
        here |= inside
        equal |= inside & (other_values[at] == wanted)
    return int(equal.sum()), int((here & ~equal).sum())


def _region(places: NDArray[np.int32], covered: NDArray[np.bool_], length: int) -> int:
    """Give the stretches of a text in which most sampled places are covered."""
    stretch = np.minimum(places * REGIONS // max(length, 1), REGIONS - 1)
    all_ = np.bincount(stretch, minlength=REGIONS)
    on = np.bincount(stretch[covered], minlength=REGIONS)
    bits = np.packbits((on * 2 >= all_) & (all_ > 0), bitorder="little")
    return int.from_bytes(bits.tobytes(), "little")
