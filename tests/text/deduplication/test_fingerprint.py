"""Fingerprints: what they keep, how they are packed, and that the same text always gives the same one."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.text.deduplication.fingerprint import FEWEST, MOST, RATE, VERSION, fingerprint
from pipelines.text.deduplication.numerals import find_numbers
from pipelines.text.deduplication.packing import pack, unpack
from pipelines.text.folding import fold
from tests.text.stories import story

TEXTS = st.text(st.sampled_from("磨坊河边的石桥镇abcdefgh 0123一二三第，。"), max_size=600)


def same(one, other):
    return (
        (one.rate, one.length) == (other.rate, other.length)
        and np.array_equal(one.hashes, other.hashes)
        and np.array_equal(one.positions, other.positions)
        and np.array_equal(one.numbers.positions, other.numbers.positions)
        and np.array_equal(one.numbers.values, other.numbers.values)
    )


def test_the_fingerprint_of_a_text_is_pinned_to_its_version():
    """Whoever changes it must raise VERSION, or old and new fingerprints are compared in vain."""
    print_ = fingerprint(
        "石桥镇的老磨坊今天重新转动，三十多名学徒在河边学做豆腐。The old mill turns again after 12 years."
    )

    assert VERSION == 1
    assert (print_.length, print_.rate, print_.hashes.size, print_.keys.size) == (58, 0, 50, 16)
    assert [int(value) for value in print_.hashes[:4]] == [1134, 2996, 845, 3170]
    assert [int(value) for value in print_.keys[:2]] == [3338415613, 6763231671]


@settings(max_examples=60)
@given(TEXTS)
def test_packing_loses_nothing_but_the_keys(text):
    print_ = fingerprint(text)

    assert same(unpack(pack(print_)), print_)


def test_the_sample_follows_the_length_within_bounds():
    short, usual, long = (fingerprint(story(1, sentences)) for sentences in (1, 20, 900))

    assert (short.rate, usual.rate) == (0, RATE)
    assert long.rate > RATE
    assert FEWEST <= usual.hashes.size <= MOST
    assert MOST // 3 <= long.hashes.size <= MOST


def test_width_script_and_noise_make_no_difference():
    text = story(2, 30)
    noisy = "\u200b".join(text).replace("，", ", ").replace("国", "國").replace("门", "門")

    assert same(fingerprint(text), fingerprint(noisy))


def test_a_text_too_short_for_a_shingle_has_an_empty_fingerprint():
    for text in ("", "河", "ab", "！？"):
        assert fingerprint(text).keys.size == 0


def test_numbers_are_digits_numerals_in_a_row_and_ordinals():
    text = "第三届共12人，一起走了二十五里，十分累，2024年"
    codes = fold(text)
    found = find_numbers(codes)

    words = ["".join(map(chr, codes[at : at + 2])) for at in found.positions]
    assert words == ["三届", "12", "二十", "20"]


def test_equal_numbers_have_equal_values_wherever_they_stand():
    one, other = find_numbers(fold("12人和345人")), find_numbers(fold("共有345只，12头"))

    assert [int(value) for value in one.values] == [int(value) for value in other.values][::-1]
