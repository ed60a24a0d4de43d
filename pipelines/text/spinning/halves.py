"""Whether a page is of two articles, one behind the other."""

from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from pipelines.text.spans import Verdict
from pipelines.text.spinning.turns import Likeness

LEAST = 3
"""Paragraphs of either part"""
MOST_NEAR, MOST_FAR = 2.0, 3.0
"""Likeness beyond which no more is counted, within a part and between the two"""
INSIDE, BETWEEN, NEAR, WON, TITLED, BALANCE = 1, -1, -2, 3, -3, 3
"""How much each of these speaks for two articles: the mean likeness within the part that has less of it, that of two
paragraphs of different parts, that of a paragraph and its nearest in the other part, the share of paragraphs nearer to one
of their own, the share of those below that have a word of the title, and the share of the smaller part."""
COUNT = {True: -1, False: -2}
"""The same for the logarithm of the number of paragraphs, in Chinese and in English"""
LEAST_TWO = {True: 2.75, False: -0.2}
"""The sum from which they are two: of 2,300 genuine pages of any kind none has it. Of 300 pages made of two news articles, with
three paragraphs and more each, a fifth of the Chinese and half of the English ones have it; the longer they are, the fewer."""


def judge_halves(likeness: Likeness, titled: Sequence[bool], *, chinese: bool) -> Verdict | None:
    """Say whether paragraphs up to one and those below it belong together, and hardly to each other.

    Takes the likeness of the paragraphs and whether each has a word of the title.
    """
    has = np.array(titled, dtype=np.float64)
    cuts = range(LEAST, len(has) - LEAST + 1)
    if not cuts:
        return None
    cut = max(cuts, key=lambda cut: _clear(likeness, has, cut))
    inside, between, near, won = _measure(likeness, cut)
    total = (
        INSIDE * inside
        + BETWEEN * between
        + NEAR * near
        + WON * won
        + TITLED * float(has[cut:].mean())
        + BALANCE * min(cut, len(has) - cut) / len(has)
        + COUNT[chinese] * log(len(has))
    )
    if total < LEAST_TWO[chinese]:
        return None
    evidence = f"{cut} paragraphs and the {len(has) - cut} below: {won:.0%} are most like one of their own part"
    return Verdict(reason="two_articles", evidence=evidence)


def _clear(likeness: Likeness, has: NDArray[np.float64], cut: int) -> float:
    """Say how clear a cut is, to find the best."""
    inside, between, near, won = _measure(likeness, cut)
    titled = float(has[:cut].mean() - has[cut:].mean())
    return 2 * (inside + won + titled) - 4 * between - near


def _measure(likeness: Likeness, cut: int) -> tuple[float, float, float, float]:
    """Give the first four of what is weighed."""
    above, below, across = likeness[:cut, :cut], likeness[cut:, cut:], likeness[:cut, cut:]
    parts = ((above, across.max(axis=1)), (below, across.max(axis=0)))
    inside = min(np.minimum(part, MOST_NEAR).sum() / (len(part) * (len(part) - 1)) for part, _ in parts)
    near = max(np.minimum(other, MOST_NEAR).mean() for _, other in parts)
    won = np.concatenate([part.max(axis=1) > other for part, other in parts]).mean()
    return float(inside), float(np.minimum(across, MOST_FAR).mean()), float(near), float(won)
