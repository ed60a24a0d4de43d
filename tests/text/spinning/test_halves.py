"""Two articles, one behind the other: told by what the paragraphs share."""

import numpy as np
import pytest

from pipelines.text.spinning.halves import LEAST, judge_halves

COUNT, CUT = 10, 6
TITLED = [True] * CUT + [False] * (COUNT - CUT)
"""Which paragraphs have a word of the title: those of the first article"""


def parts(within, between, cut=CUT):
    """Give the likeness of paragraphs of two parts: to those of the same, and to the others."""
    first = np.arange(COUNT) < cut
    likeness = np.where(np.equal.outer(first, first), within, between).astype(float)
    np.fill_diagonal(likeness, 0)
    return likeness


@pytest.mark.parametrize("chinese", [True, False])
def test_two_parts_that_share_nothing_are_two_articles(chinese):
    verdict = judge_halves(parts(1.5, 0), TITLED, chinese=chinese)

    assert verdict is not None
    assert verdict.evidence.startswith("6 paragraphs and the 4 below")


@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize(
    ("likeness", "titled"),
    [
        (parts(1.5, 1), TITLED),  # an article that turns to another side of its topic
        (parts(0, 0), TITLED),  # paragraphs that share nothing at all
        (parts(1, 0.3), [True] * COUNT),  # the title speaks of both parts
        (parts(1.5, 0, cut=LEAST - 1), TITLED),  # a word in front of an article
    ],
)
def test_parts_that_share_something_and_those_that_hold_nothing_together_are_one(likeness, titled, chinese):
    assert judge_halves(likeness, titled, chinese=chinese) is None


def test_a_page_too_short_for_two_parts_is_one_article():
    assert judge_halves(parts(1.5, 0)[: 2 * LEAST - 1, : 2 * LEAST - 1], TITLED[:5], chinese=True) is None
