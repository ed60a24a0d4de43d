"""Phrases dropped into the English sentences of one page, and terms of its article."""

from pipelines.text.injection.insertions.recurring_phrases import find_recurring_phrases
from tests.text.injection.invented import BAKERY


def dropped_in(texts, token, places):
    """Put a token into texts, at one offset of each."""
    return [text[:at] + token + text[at:] for text, at in zip(texts, places, strict=True)]


def test_a_phrase_that_breaks_into_clauses_of_an_english_page_goes(page, cleaned):
    dirty = dropped_in(BAKERY, "moon otter vapes ", (12, 15, 21, 10))

    assert cleaned(find_recurring_phrases, page(dirty, title="A baker comes"))[1] == BAKERY


def test_a_field_of_the_title_needs_fewer_places(page, cleaned):
    dirty = [*dropped_in(BAKERY[:2], "otter vapes ", (12, 15)), *BAKERY[2:]]

    assert find_recurring_phrases(page(dirty, title="A baker comes")) == []
    assert cleaned(find_recurring_phrases, page(dirty, title="A baker comes – Otter Vapes 2026"))[1] == BAKERY


def test_a_term_of_an_english_article_stays(page):
    texts = [
        *(text.replace("the ", "the water wheel brake ", 1) for text in BAKERY),
        "It was the water wheel brake, of all things, that broke, and a brake for a wheel is hard to find.",
    ]

    assert find_recurring_phrases(page(texts, title="A baker comes")) == []
