"""Two texts compared: what is covered, where, and what raises doubt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.text.copies import REGIONS, compare
from pipelines.text.fingerprint import fingerprint
from tests.text.stories import paragraphs, spun, story


def compared(one, other):
    return compare(fingerprint(one), fingerprint(other))


def test_a_text_covers_itself_without_doubt():
    pair = compared(story(1), story(1))

    assert (pair.covered, pair.covers, pair.doubt, pair.conflicting) == (1, 1, 0, 0)
    assert pair.region.bit_count() == REGIONS


def test_two_stories_have_nothing_in_common():
    assert all(compared(story(seed), story(seed + 100)) is None for seed in range(20))


def test_a_part_is_covered_whole_and_covers_its_place():
    pair = compared("\n".join(paragraphs(1, 40)[5:]), story(1, 40))

    assert pair.covered > 0.97
    assert 0.4 < pair.covers < 0.6
    assert pair.other_region >> REGIONS // 2 == (1 << REGIONS // 2) - 1
    assert pair.other_region & ((1 << REGIONS // 3) - 1) == 0


def test_spun_words_leave_holes_that_stay_covered():
    pair = compared(spun(story(1, 40), 1, 0.12), story(1, 40))

    assert min(pair.covered, pair.covers) > 0.8
    assert pair.doubt < 1


def test_a_form_with_other_names_of_other_lengths_raises_doubt():
    def report(name, place, day):
        return "\n".join(
            f"据{place}渡口管理所通报，{name}于{day}日上午登船检查救生设备，并听取了第{day + n}号渡船的汇报。{name}指出，"
            f"要把安全放在首位，{place}渡口全体船工要再接再厉。随后，{name}看望了值班的船工，同大家一起吃了午饭。"
            for n in range(5)
        )

    pair = compared(report("周小河", "石桥", 3), report("欧阳长风主任一行", "白沙港新建", 17))

    assert pair is None or pair.doubt > 1


def test_the_same_text_with_most_numbers_changed_is_another_story():
    def prices(first):
        return "".join(
            f"今日码头鲜鱼每斤{first + n}元，青虾每斤{first + 2 * n}元，河蟹每只{first + 3 * n}元。" for n in range(12)
        )

    assert compared(prices(10), prices(47)).doubt > 1.5


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 50), st.integers(0, 50), st.floats(0, 0.3), st.integers(0, 5))
def test_which_text_comes_first_makes_no_difference(seed, other, share, cut):
    one = fingerprint(story(seed, 20))
    two = fingerprint(spun("\n".join(paragraphs(seed, 20)[cut:] + paragraphs(other, 8)), other, share))
    forth, back = compare(one, two), compare(two, one)

    assert (forth is None and back is None) or forth == back.turned()


@pytest.mark.parametrize("text", ["", "河", "ab", "河边" * 500, "1" * 3000, "字" * 3])
def test_odd_texts_can_be_compared(text):
    print_ = fingerprint(text)

    assert compare(print_, fingerprint(story(1))) is None
    assert compare(print_, print_) is None or compare(print_, print_).covered > 0.9


def test_texts_of_very_different_length_can_be_compared():
    long = "\n".join(story(seed, 200) for seed in range(12))

    pair = compared(story(3, 200), long)
    assert pair.covered > 0.9
    assert pair.covers < 0.2
