"""Folding: what two spellings of one text have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.folding import fold


def folded(text):
    return "".join(map(chr, fold(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ｃａｆé，２０２４！", "cafe2024"),
        ("為了這個國家", "为了这个国家"),
        ("裡面 裏面", "里面里面"),
        ("河\u200b边\ufeff的 磨坊", "河边的磨坊"),
        ("ﬁnd ⅷ ①", "fndv1"),
        ("한국 が", "한국か"),
        ("🙂\ud800\x00", ""),
        ("\U00020000", "\U00020000"),
        ("٣", "3"),
    ],
)
def test_width_case_accents_script_and_noise_are_folded(text, expected):
    assert folded(text) == expected


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(), st.text())
def test_folding_commutes_with_joining(left, right):
    assert folded(left + "\n" + right) == folded(left) + folded(right)
