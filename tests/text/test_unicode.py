"""One Unicode form, and nothing more than that."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.spans import bounded
from pipelines.text.unicode import find_odd, find_spaces, find_uncomposed
from tests.growth import assert_linear


def cleaned(text, *, code=False):
    for find in (find_odd, lambda text: find_spaces(text, code=code), find_uncomposed, find_uncomposed):
        for span in sorted(bounded(text, find(text)), key=lambda span: -span.start):
            text = text[: span.start] + span.put + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海\u200b边\u200d的\ufeff灯\u00ad塔", "海边的灯塔"),
        ("风\xa0很\u3000大 \t 了", "风 很 大 了"),
        ("\u3000\u3000开头\u3000", "开头"),
        (" 一 ", "一"),
        ("a\x00b\x07c\x9fd", "abcd"),
        ("half\ud83d pair", "half pair"),
        ("cafe\u0301", "café"),
        ("ﬁnal ﬂight", "final flight"),
        ("⽤⽔", "用水"),
        ("\uf900", "豈"),
        ("灯塔\ufe0f", "灯塔"),
    ],
)
def test_what_is_no_text_goes(text, expected):
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "全角：ＡＢＣ１２３，和“引号”。",
        "①②③ ½ ™ x² ㎡ Ⅳ",
        "❤️ 👩‍🚀 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 1️⃣",
        "می‌خواهم",
        "葛\U000e0100城",
        "ｶﾀｶﾅ",
        "",
    ],
)
def test_what_a_writer_means_stays(text):
    assert cleaned(text) == text


def test_code_keeps_its_spaces():
    assert cleaned("\tif  x:\u200b", code=True) == "\tif  x:"


@given(st.text(st.characters() | st.sampled_from("\u200b\u200d\xa0\u3000 e\u0301\u0327한\u1161\ufe0f🙂ﬁ⽤")))
def test_a_second_pass_finds_nothing_and_the_form_is_composed(text):
    once = cleaned(text)

    assert cleaned(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_endless_combining_marks_take_no_square_time():
    def text(size):
        return "e" + "\u0301\u0327" * size + "\u200b " * size

    assert len(cleaned(text(200_000))) <= 40
    assert_linear(cleaned, text, 50_000)
