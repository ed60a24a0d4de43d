"""Pairs of neighbouring characters that are frequent inside words."""

from itertools import pairwise

import pytest

from pipelines.text.pairs import is_pair, pairs_of


@pytest.mark.parametrize("pair", ["国家", "國家", "发展", "發展"])
def test_a_pair_is_known_in_all_ways_of_writing_it(pair: str) -> None:
    assert is_pair(*pair)


@pytest.mark.parametrize("pair", ["ab", "，的", "展發"])
def test_other_neighbours_are_none(pair: str) -> None:
    assert not is_pair(*pair)


def test_the_pairs_of_a_text_are_those_of_its_neighbours() -> None:
    text = "國家的经济發展得很快，ab。"
    assert list(pairs_of(text)) == [one + other for one, other in pairwise(text) if is_pair(one, other)]
    assert list(pairs_of("")) == list(pairs_of("国")) == []
