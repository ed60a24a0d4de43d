"""What speaks for two stories in one form: numbers that differ, alignment that is bent, places that were filled in anew."""

from math import log1p
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.text.deduplication.fingerprint import HASH_BITS
from pipelines.text.deduplication.numerals import Numbers

SLACK, SLACK_SHARE = 1, 0.05
"""By how many characters, and which share of the step, the step's length may differ in the two texts: spinners replace
words by words of like length, templates fill their slots with names and lists of any length."""

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

END_SHARE, OTHER_ENDS = 0.70, 1.2
"""What both texts have of their own above or below all that they share, as a share of it, that makes them no copies: press
releases above one account of the firm, columns below one greeting. The doubt is such that the one stands in the other in
part. Of 6,250 pairs of copies in the copies corpus none is lost by it."""

LIKE_LONG = 2.0
"""A place was filled in otherwise if neither text has so many times as much there as the other."""

FILLED_IN = ((150, 2, 0), (250, 2, 36), (600, 4, 72))
"""Another story too: in so little common text, in characters, so many places that each text has filled in otherwise, with
agreements in runs of so many characters. A notice of two lines may differ in two names alone, a recipe in what is cooked;
whether a few words were spun or say another thing cannot be told there, and the article is kept. Of 6,250 pairs of copies
in the copies corpus none is lost by it, of 6,530 behind the hygiene stages six, which are short and spun on both sides."""


class Aligned(NamedTuple):
    """Where two texts agree, in the order of the first."""

    one: NDArray[np.int32]
    """Positions in the first text."""
    other: NDArray[np.int32]
    """Positions in the second."""


class Side(NamedTuple):
    """One of two texts, and where it agrees with the other."""

    at: NDArray[np.int64]
    """Which of its samples agree, in the order of the first text."""
    hashes: NDArray[np.uint16]
    """All its samples."""
    places: NDArray[np.int32]
    """Where they stand."""
    length: int
    """Characters of the text."""


class Gaps(NamedTuple):
    """Places where each text has something of its own, between two agreements in line or at an end."""

    less: NDArray[np.int32]
    """Characters in the text that has less there."""
    more: NDArray[np.int32]
    """Characters in the other."""
    at_end: NDArray[np.bool_]
    """Whether it is above the first agreement or below the last."""


def gaps_between(one: Side, other: Side) -> Gaps:
    """Find the places where both texts have samples that the other has nowhere; equal ones out of line are no gap."""
    here, own = _stretches(one, other.hashes)
    there, other_own = _stretches(other, one.hashes)
    both = (own > 0) & (other_own > 0)
    at_end = np.zeros(both.size, dtype=np.bool_)
    at_end[[0, -1]] = True
    return Gaps(np.minimum(here, there)[both], np.maximum(here, there)[both], at_end[both])


def _stretches(side: Side, others: NDArray[np.uint16]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Give the characters above, between and below the agreements, and how many samples there the other text has nowhere."""
    is_own = np.ones(1 << HASH_BITS, dtype=np.bool_)
    is_own[others] = False
    own = np.concatenate([[0], np.cumsum(is_own[side.hashes])])
    start = np.concatenate([[-1], side.at[:-1], [side.at.max()]])
    end = np.concatenate([[side.at.min()], side.at[1:], [side.hashes.size]])
    places = np.concatenate([side.places, np.array([side.length, 0], dtype=np.int32)])  # the last one stands for -1
    return places[end] - places[start], own[end] - own[np.minimum(start + 1, end)]


def doubt_of_gaps(one: Side, other: Side, common: float, run: float, characters: float) -> float:
    """Weigh what was filled in anew; agreements come in runs of so many samples, and so many characters."""
    tests = [least for most, least, runs in FILLED_IN if common < most and characters >= runs]
    if run < RUN and not tests:
        return 0.0
    gaps = gaps_between(one, other)
    # Where one text has a line put in or left out, the other has no more than the joint of its neighbours.
    filled = np.count_nonzero(gaps.more < LIKE_LONG * gaps.less)
    doubt = OTHER_NUMBERS * any(filled >= least for least in tests)
    if run < RUN:
        return doubt
    holes, ends = (gaps.less[(gaps.less > HOLE) & (gaps.at_end == at_end)] for at_end in (False, True))
    between, around = (holes - WORD).sum() / max(1.0, common), (ends - HOLE).sum() / max(1.0, common)
    return doubt + float(min(run / RUN, RUN_WEIGHT) * between + OTHER_ENDS * (around >= END_SHARE))


def mean_run(at: NDArray[np.int64], other_at: NDArray[np.int64]) -> float:
    """Give how many samples in a row agree, in the mean."""
    breaks = np.count_nonzero((np.diff(at) != 1) | (np.diff(other_at) != 1))
    return at.size / (1 + breaks)


def share_straight(aligned: Aligned, reach: int) -> float:
    """Give the share of the agreeing stretch that is as long in one text as in the other, step by step."""
    step, other_step = np.diff(aligned.one), np.diff(aligned.other)
    straight = (step <= reach) & (np.abs(step - other_step) <= SLACK + SLACK_SHARE * step)
    return float(step[straight].sum() / max(1, np.minimum(step, reach).sum()))


def doubt_of_numbers(straight: float, agreeing: int, conflicting: int, common: float) -> float:
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


def compared_numbers(one: Numbers, other: Numbers, aligned: Aligned) -> tuple[int, int]:
    """Count the numbers of the first that stand in the same place of the other: equal ones, and different ones."""
    places, values = one
    other_places, other_values = other
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
