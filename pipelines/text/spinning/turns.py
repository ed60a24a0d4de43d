"""Whether the paragraphs of a page take turns between two topics (X2)."""

from collections.abc import Callable, Sequence
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.text.spans import Verdict

Likeness = NDArray[np.float64]
"""How much each two paragraphs of a page share, for what two of their length share by chance; 0 on the diagonal."""

MOST = 3.0
"""Likeness beyond which no more is counted."""
PARTS = (6, 8, 10, 12, 16, 24, 40)
"""Paragraphs from the top that are looked at: where one of the two articles runs out, the other goes on alone."""


class _Weights(NamedTuple):
    """What speaks for two topics: how much each of these counts.

    Chosen on half of 5,400 genuine news pages, 700 English pages of any kind, and pages interleaved of them; on the other
    half anything near them does as well.
    """

    within: float = 3
    """Mean likeness among every second paragraph, for the topic that has less of it."""
    between: float = -4
    """Mean likeness of neighbours of either topic."""
    won: float = 1
    """Share of paragraphs whose nearest is one of every second."""
    lost: float = -4
    """Share of those whose nearest is one of the others."""
    ahead: float = 2
    """By how much the nearest of every second is nearer, in the mean."""
    length: float = 2
    """Logarithm of the number of paragraphs."""
    titled: float = 2
    """By how much one topic has more paragraphs with a word of the title than the other."""
    both_titled: float = -1
    """Share of paragraphs with a word of the title in the topic that has fewer."""
    common: float = -5
    """Share of paragraphs with the most common term."""


WEIGHTS = _Weights()
LEAST = 5.6
"""The sum from which a page is two articles; of 4,490 genuine news pages none is, with the two bounds below, of pages
interleaved of them 88 %."""
MOST_COMMON = 0.9
"""Share of paragraphs with the most common term from which they are of one topic."""
MOST_TITLED = 0.6
"""The same for words of the title, in the topic that has fewer."""


def judge_turns(likeness: Likeness, titled: Sequence[bool], common: Callable[[], float]) -> Verdict | None:
    """Say whether every second paragraph belongs together, and neighbours do not.

    Takes the likeness of the paragraphs, whether each has a word of the title, and what gives the share of paragraphs
    that have the page's most common term: it is asked only where the rest may be enough.
    """
    count = len(likeness)
    parts = {*(part for part in PARTS if part < count), count}
    found = max(((_measure(likeness[:part, :part]), part) for part in parts), key=lambda one: _plain(*one))
    (within, between, won, lost, ahead), part = found
    has = np.array(titled[:part], dtype=np.float64)
    even, odd = has[::2].mean(), has[1::2].mean()
    seen = (within, between, won, lost, ahead, log(part), abs(even - odd), min(even, odd))
    total = sum(weight * value for weight, value in zip(WEIGHTS, seen, strict=False))
    if total < LEAST or min(even, odd) >= MOST_TITLED:
        return None
    share = common()
    if total + WEIGHTS.common * share < LEAST or share >= MOST_COMMON:
        return None
    evidence = f"{part} paragraphs, {won:.0%} most like one of every second, {lost:.0%} most like one of those between"
    return Verdict(reason="two_topics_in_turns", evidence=evidence)


def _plain(measured: tuple[float, float, float, float, float], part: int) -> float:
    """Say by how much more paragraphs are like every second one, to find where the turns end."""
    return measured[2] - measured[3] + 0.1 * log(part)


def _measure(likeness: Likeness) -> tuple[float, float, float, float, float]:
    """Give the first five of what is weighed."""
    even, odd, between = likeness[::2, ::2], likeness[1::2, 1::2], likeness[::2, 1::2]
    near = np.concatenate((even.max(axis=1), odd.max(axis=1)))
    far = np.concatenate((between.max(axis=1), between.max(axis=0)))
    within = min(float(one.sum()) / max(1, len(one) * (len(one) - 1)) for one in (even, odd))
    ahead = float((near - far).mean())
    return within, float(between.mean()), float((near > far).mean()), float((near < far).mean()), ahead
