from pipelines.text.spans import Span, merge


def test_overlapping_spans_leave_the_first_and_longest():
    spans = [Span(start=2, end=4, reason="b"), Span(start=0, end=3, reason="a"), Span(start=0, end=1, reason="c")]

    assert [span.reason for span in merge(spans)] == ["a"]


def test_spans_that_touch_are_all_kept_in_order():
    spans = [Span(start=3, end=5, reason="b"), Span(start=0, end=3, reason="a")]

    assert [span.reason for span in merge(spans)] == ["a", "b"]


def test_empty_spans_are_dropped():
    assert merge([Span(start=3, end=3, reason="a")]) == []
