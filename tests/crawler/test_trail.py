"""The trail read back: every removal in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import Article
from crawler.trail import history_of, restore_line
from tests.strategies import TEXT, change


def article(**fields):
    return Article(**{"id": "1", "url": "http://a.example/1", "site": "a"} | fields)


def lines(item):
    return [edit.as_line(item.id) for edit in item.trail]


def now(marked):
    return "".join(piece.text for piece in marked.pieces if piece.removed_by is None)


def before(marked):
    return "".join(piece.text for piece in marked.pieces if piece.put_by is None)


def test_a_cut_stands_struck_where_it_was():
    item = article(title="T", paragraphs=["one spam two"])
    item.cut(0, 4, 9, stage="injection", reason="inline")

    (paragraph,) = history_of(item.as_line(), lines(item)).paragraphs

    assert [(piece.text, piece.removed_by and piece.removed_by["reason"]) for piece in paragraph.pieces] == [
        ("one ", None),
        ("spam ", "inline"),
        ("two", None),
    ]


def test_a_dropped_paragraph_comes_back_between_its_neighbours():
    item = article(paragraphs=["one", "share", "two"])
    item.drop(1, stage="template", reason="site_line")

    history = history_of(item.as_line(), lines(item))

    assert [(before(p), p.dropped_by is not None) for p in history.paragraphs] == [
        ("one", False),
        ("share", True),
        ("two", False),
    ]


def test_a_replacement_that_was_cut_later_shows_all_three_states():
    item = article(paragraphs=["aＢc"])
    item.replace(0, 1, 2, "B", stage="normalization", reason="width")
    item.cut(0, 0, 2, stage="injection", reason="prefix")

    (paragraph,) = history_of(item.as_line(), lines(item)).paragraphs

    assert (now(paragraph), before(paragraph)) == ("c", "aＢc")


def test_an_article_of_which_nothing_is_left_is_restored():
    dropped = article(paragraphs=["one"])
    dropped.drop(0, stage="template", reason="site_line")
    emptied = article(paragraphs=["one"])
    emptied.cut(0, 0, 3, stage="injection", reason="inline")

    assert restore_line(dropped.as_line(), lines(dropped)) == ("", ["one"])
    assert restore_line(emptied.as_line(), lines(emptied)) == ("", ["one"])
    assert before(history_of(emptied.as_line(), lines(emptied)).paragraphs[0]) == "one"


def test_a_trail_of_another_article_is_refused():
    trail = [{"id": "1", "stage": "s", "action": "replace", "reason": "r", "paragraph": 0, "start": 0, "removed": ""}]

    with pytest.raises(ValueError, match="does not hold"):
        history_of({"title": "", "text": "b"}, [trail[0] | {"put": "c"}])


def test_a_mark_stands_at_its_paragraph_and_a_filled_field_at_the_page():
    item = article(paragraphs=["one"])
    item.mark("suspect", stage="injection", reason="doubtful_span", paragraph=0)
    item.fill("source", "Daily", stage="byline", reason="source_line")

    history = history_of(item.as_line(), lines(item))

    assert [note["put"] for note in history.paragraphs[0].notes] == ["suspect"]
    assert [note["field"] for note in history.notes] == ["source"]


# A text of nothing does not say whether it is of no paragraph or of an empty one: pages have no empty paragraphs.
@given(TEXT, st.lists(TEXT.filter(bool), max_size=5), st.data())
def test_now_and_before_are_both_told_after_any_sequence_of_changes(title, paragraphs, data):
    item = article(title=title, paragraphs=list(paragraphs))
    change(item, data)

    history = history_of(item.as_line(), lines(item))

    assert before(history.title) == title
    assert now(history.title) == item.title
    kept = [now(p) for p in history.paragraphs if p.dropped_by is None]
    assert kept == item.paragraphs or (kept, item.paragraphs) == ([], [""])
    assert [before(p) for p in history.paragraphs] == paragraphs
