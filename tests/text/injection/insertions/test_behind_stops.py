"""Phrases of small words glued to a full stop."""

from pipelines.text.injection.insertions.behind_stops import find_behind_stops
from tests.text.injection.invented import ENGLISH


def test_words_glued_to_a_full_stop_before_a_new_sentence_go(page, cleaned):
    dirty = ENGLISH[0][:-1] + ' in 1986.cheap velvet jackets "The wheel" was'
    clean = ENGLISH[0][:-1] + ' in 1986. "The wheel" was'

    assert cleaned(find_behind_stops, page([dirty], title="Mill"))[1] == (clean,)
    for text in ("It ended in 1986.then they left.", "They use Data.ai titled Mill", "See mill.org pages Mill"):
        assert find_behind_stops(page([text], title="Mill")) == []


def test_a_phrase_that_is_glued_once_goes_wherever_it_stands(page, cleaned):
    texts = [
        "The mill opened in spring.velvet boots outlet The miller smiled at the velvet boots outlet crowd.",
        "Nobody knew of the velvet boots outlet old wheel.",
    ]

    assert cleaned(find_behind_stops, page(texts))[1] == (
        "The mill opened in spring. The miller smiled at the crowd.",
        "Nobody knew of the old wheel.",
    )
