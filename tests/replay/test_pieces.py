"""Two states of a text side by side."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.replay.pieces import changed_paragraphs, pieces_of

TEXT = st.text(alphabet="ab桥。 ", max_size=30)


def test_only_the_span_that_changed_is_named():
    assert pieces_of("The bridge XYZ opened.", "The bridge opened.") == [
        ("The bridge ", "The bridge "),
        ("XYZ ", ""),
        ("opened.", "opened."),
    ]


def test_a_dropped_paragraph_does_not_shift_the_others():
    before = ["Share this page", "The bridge opened on Monday.", "Thousands came to see it."]
    now = ["The bridge opened Monday.", "Thousands came to see it."]

    assert changed_paragraphs(before, now) == [
        [("Share this page", "")],
        [("The bridge opened ", "The bridge opened "), ("on ", ""), ("Monday.", "Monday.")],
    ]


def test_a_very_long_stretch_is_shown_as_a_whole():
    assert pieces_of("a" * 5_000 + "b", "c" * 5_000 + "b") == [("a" * 5_000, "c" * 5_000), ("b", "b")]


@given(TEXT, TEXT)
def test_the_pieces_are_the_two_strings(before, now):
    pieces = pieces_of(before, now)

    assert ("".join(old for old, _ in pieces), "".join(new for _, new in pieces)) == (before, now)


@given(st.lists(TEXT, max_size=6), st.lists(TEXT, max_size=6))
def test_every_paragraph_that_differs_is_named(before, now):
    changed = changed_paragraphs(before, now)

    assert (changed == []) == (before == now) or "" in [*before, *now]
    for pieces in changed:
        old, new = ("".join(piece[side] for piece in pieces) for side in (0, 1))
        assert old in {*before, ""}
        assert new in {*now, ""}
