"""Two topics that take turns, by what paragraphs share."""

import numpy as np
import pytest

from pipelines.text.spinning.turns import judge_turns

COUNT = 10


def turns(within, between, count=COUNT):
    """Give the likeness of paragraphs of which every second one is so alike, and neighbours so."""
    parity = np.add.outer(np.arange(count), np.arange(count)) % 2
    likeness = np.where(parity == 0, within, between).astype(float)
    np.fill_diagonal(likeness, 0)
    return likeness


def first_topic(count=COUNT):
    return [number % 2 == 0 for number in range(count)]


def test_paragraphs_like_every_second_one_are_two_topics():
    verdict = judge_turns(turns(1.5, 0.0), first_topic(), lambda: 0.5)

    assert verdict is not None
    assert verdict.reason == "two_topics_in_turns"


def test_where_one_article_ends_the_other_goes_on_alone():
    likeness = np.ones((16, 16)) * 1.5
    likeness[:8, :8] = turns(1.5, 0.0, 8)
    likeness[:8:2, 8:] = likeness[8:, :8:2] = 0
    np.fill_diagonal(likeness, 0)

    assert judge_turns(likeness, first_topic(16), lambda: 0.5) is not None


@pytest.mark.parametrize(("within", "between"), [(1.5, 1.5), (0.0, 0.0), (0.2, 0.1), (1.0, 0.9)])
def test_paragraphs_like_all_others_or_like_none_are_one_topic(within, between):
    assert judge_turns(turns(within, between), first_topic(), lambda: 0.5) is None


def test_a_term_in_nearly_all_paragraphs_is_one_topic():
    assert judge_turns(turns(1.5, 0.0), first_topic(), lambda: 0.95) is None


def test_a_title_that_speaks_of_both_topics_is_one_article():
    assert judge_turns(turns(1.5, 0.0), [True] * COUNT, lambda: 0.5) is None
