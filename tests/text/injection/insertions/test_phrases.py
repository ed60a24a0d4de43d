"""Phrases that a site drops into English sentences, and what its pages speak of."""

import pytest

from pipelines.text.injection.evidence.habits import Habits
from pipelines.text.injection.insertions.phrases import find_phrases, find_site_phrases
from tests.text.injection.invented import BAKERY


@pytest.mark.parametrize("mark", [".", "!", "?", ",", ";", ")"])
def test_a_phrase_glued_to_the_sentence_before_it_leaves_its_space_to_the_one_behind(mark, page, cleaned):
    site = Habits(phrases=frozenset({"velvet boots outlet"}))
    dirty = [f"The mill opened in spring{mark}velvet boots outlet The miller smiled (velvet boots outlet and why)."]

    assert cleaned(find_phrases, page(dirty, site=site))[1] == (
        f"The mill opened in spring{mark} The miller smiled (and why).",
    )


AUXILIARIES = (
    "The ferry will {} sail at noon, though the tide could turn before it.",
    "Nobody knew whether the smith would {} mend the anchor, which must hold in March.",
    "The pilots were {} asked to wait, and the boys may carry ropes.",
    "The rope could sail past the pier, the smith may mend it, and she is asked too: what will hold, the wind should carry.",
)


@pytest.mark.parametrize("frame", ["[{}] ", "*{}* ", "{}? ", "{} ➤ ", "{} ~ ", "➤ {}: "])
def test_the_marks_around_a_phrase_of_the_site_go_with_it_in_front_of_a_paragraph(frame, page, cleaned):
    dirty = [frame.format("blue goose tickets") + text for text in BAKERY]

    assert cleaned(find_phrases, page(dirty, site=Habits(phrases=frozenset({"blue goose tickets"}))))[1] == BAKERY


def test_a_phrase_of_the_site_that_begins_a_quotation_leaves_its_mark(page, cleaned):
    dirty = [f"“blue goose tickets {text}”" for text in BAKERY]

    assert cleaned(find_phrases, page(dirty, site=Habits(phrases=frozenset({"blue goose tickets"}))))[1] == tuple(
        f"“{text}”" for text in BAKERY
    )


def test_words_that_come_back_beside_a_phrase_belong_to_it():
    places = ("had been", "by a", "the first", "sleeps above", "in the")
    texts = [
        text.replace(place, place.replace(" ", f" {phrase} "), 1)
        for phrase in ("blue goose tickets", "blue goose tickets today", "finest blue goose tickets online")
        for text, place in zip((*BAKERY, BAKERY[2]), places, strict=True)
    ]

    assert {"blue goose tickets today", "finest blue goose tickets online"} <= {*find_site_phrases(texts)}
    assert not any("above" in phrase or "sleeps" in phrase for phrase in find_site_phrases(texts))


def test_what_stands_behind_one_auxiliary_tells_where_a_phrase_breaks_into_another():
    texts = [text.format("blue goose tickets") for text in AUXILIARIES]

    assert find_site_phrases(texts) == {"blue goose tickets"}


def test_verbs_of_two_words_behind_auxiliaries_stay():
    texts = [
        "The smith came to make sure the anchor would hold, and the boys came to help.",
        "It will make sure the rope is dry. Whoever keeps the pier wants to make sure the boats are tied.",
        "Nobody could make sure that the tide had turned; the pilots tried to make sure their lamps were lit.",
    ]

    assert find_site_phrases(texts) == frozenset()


def test_a_page_that_uses_all_words_of_a_phrase_in_other_ways_speaks_of_it(page):
    site = Habits(phrases=frozenset({"blue goose tickets"}))
    texts = ("The fair sold blue goose tickets.", "Each ticket shows a goose in blue, and geese walk about the gate.")

    assert find_phrases(page(texts, site=site)) == []
    assert find_phrases(page((*texts[:1], "Each of them costs a crown."), site=site)) != []


def test_a_page_that_has_most_words_of_a_phrase_side_by_side_speaks_of_it(page):
    site = Habits(phrases=("custom kite flying",))
    text = "The club teaches kite flying. It gets letters that offer custom kite flying for a fee."

    assert find_phrases(page((text,), site=site)) == []
    assert find_phrases(page((text.replace("kite flying. It", "knots. It"),), site=site)) != []


@pytest.mark.parametrize(
    "form",
    [
        "{0} names {1} as the two who later mended slates above the {2}.",
        "{0} counts what {2} and {1} by the night train carried only {3} passengers this week.",
    ],
)
def test_a_clause_that_returns_with_other_names_and_figures_is_no_phrase_of_the_site(form):
    towns = ["Penmoor", "Ludden", "Marl", "Weirton", "Seaview", "Stonebridge", "Harbourside", "Lowmarsh"]
    things = ["bakery", "weir", "chapel", "mill", "school", "quay", "library", "orchard"]
    texts = [form.format(towns[at], towns[at - 3], things[at], 40 + at) for at in range(8)]

    assert find_site_phrases(texts) == frozenset()
