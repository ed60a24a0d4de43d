"""The article's verbs and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import Article, restore
from tests.strategies import TEXT, change


def article(**fields):
    return Article(**{"id": "1", "url": "http://a.example/1", "site": "a"} | fields)


def back(item):
    return restore(item.title, item.paragraphs, [edit.as_line(item.id) for edit in item.trail])


def test_each_verb_changes_the_text_and_leaves_its_line():
    item = article(title="Spam News", paragraphs=["spam one", "two", "brand"])

    item.cut(None, 0, 5, stage="injection", reason="title_keyword")
    item.cut(0, 0, 5, stage="injection", reason="prefix")
    item.replace(1, 0, 3, "TWO", stage="normalization", reason="width")
    item.drop(2, stage="template", reason="site_line")

    assert (item.title, item.paragraphs) == ("News", ["one", "TWO"])
    assert [edit.action for edit in item.trail] == ["cut", "cut", "replace", "drop"]
    assert back(item) == ("Spam News", ["spam one", "two", "brand"])


def test_marks_keep_their_order_and_the_text():
    item = article(paragraphs=["one"])

    item.mark("suspect", stage="injection", reason="doubtful_span")
    item.mark("spun", stage="spinning", reason="rare_markers")

    assert item.marks == ["spun", "suspect"]
    assert back(item) == ("", ["one"])


def test_an_unknown_mark_is_refused():
    with pytest.raises(ValueError, match="nonsense"):
        article().mark("nonsense", stage="spinning", reason="x")


def test_a_filled_field_leaves_its_text_before_and_after():
    item = article(authors=["A"])

    item.fill("authors", ["A", "B"], stage="byline", reason="reporter")

    assert (item.trail[0].field, item.trail[0].removed, item.trail[0].put) == ("authors", "A", "A, B")


def test_a_span_outside_the_paragraph_is_refused():
    with pytest.raises(IndexError):
        article(paragraphs=["one"]).cut(0, 2, 9, stage="x", reason="y")


def test_restore_refuses_a_trail_that_does_not_fit():
    trail = [{"id": "1", "stage": "x", "action": "replace", "reason": "r", "paragraph": 0, "start": 0, "removed": "a"}]

    with pytest.raises(ValueError, match="does not hold"):
        restore("", ["b"], [trail[0] | {"put": "c"}])


@given(TEXT, st.lists(TEXT, max_size=6), st.data())
def test_restore_undoes_any_sequence_of_changes(title, paragraphs, data):
    item = article(title=title, paragraphs=list(paragraphs))
    change(item, data)

    assert back(item) == (title, paragraphs)
    assert len(item.kinds) == len(item.paragraphs)
