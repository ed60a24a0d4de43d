"""Phrases of small words that a site drops on few pages each, or one page by itself."""

import random

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Habits, Page
from pipelines.text.injection.insertions.phrases import find_phrases
from pipelines.text.injection.insertions.recurring_phrases import find_recurring_phrases
from pipelines.text.injection.insertions.stray_phrases import find_stray_phrases
from tests.growth import assert_linear

ENGLISH = [one for one in originals().values() if one.language == "en"]
PHRASES = ("discount velvet slippers", "instant parrot insurance", "rent purple tuxedos", "cheap moon tickets")


def strewn(article, phrase, dice, *, places, form):
    """Give an article with a phrase between words of its sentences, once between two sentences, and in its title."""
    paragraphs = list(article.paragraphs)
    for done in range(places):
        number = dice.randrange(len(paragraphs))
        words = paragraphs[number].split(" ")
        small = [at for at in range(1, len(words)) if words[at - 1].isalpha() and words[at].islower()]
        ends = [at for at in range(1, len(words)) if words[at - 1].endswith(".") and phrase not in " ".join(words)]
        at = dice.choice(ends if done == 0 and ends else small)
        paragraphs[number] = " ".join([*words[:at], phrase, *words[at:]])
    return Page(form.format(article.title, phrase), tuple(paragraphs))


@pytest.mark.parametrize("form", ["{0} - {1} 2031", "{0} | {1}", "{1}: {0}"])
def test_phrases_on_two_pages_each_are_learned(form):
    dice = random.Random(11)
    pages = [
        strewn(article, PHRASES[number % len(PHRASES)], dice, places=4, form=form)
        for number, article in enumerate(ENGLISH * 2)
    ]
    assert find_stray_phrases(pages) <= {*PHRASES}
    used = {PHRASES[number % len(PHRASES)] for number in range(len(pages))}
    assert find_stray_phrases(pages) == used


def test_a_page_alone_gives_away_a_phrase_in_its_title_and_its_sentences():
    page = Page(
        "The ferry sails again - discount velvet slippers 2031",
        (
            "The ferry will discount velvet slippers be back on the river by noon. discount velvet slippers The crew said so.",
            "Two boats had been lent by discount velvet slippers the harbour, and they carried the post.",
        ),
    )
    cut = page.paragraphs[0], page.paragraphs[1]
    for find in sorted(find_recurring_phrases(page), key=lambda find: find.start, reverse=True):
        line = cut[find.paragraph]
        cut = tuple(
            line[: find.start] + line[find.end :] if number == find.paragraph else other
            for number, other in enumerate(cut)
        )
        assert find.keyword == "discountvelvetslippers"
    assert cut == (
        "The ferry will be back on the river by noon. The crew said so.",
        "Two boats had been lent by the harbour, and they carried the post.",
    )


def test_what_an_article_is_about_is_kept():
    page = Page(
        "Harbour - flood defence scheme",
        (
            "The flood defence scheme was finished in May. A flood defence scheme needs pumps, and so it has nine.",
            "Builders of the flood defence scheme were paid by the county.",
            "Critics of the flood defence scheme say that it is too low; the scheme should be rebuilt.",
        ),
    )
    assert find_stray_phrases([page]) == frozenset()


def test_a_term_that_many_pages_use_is_no_keyword():
    pages = [
        Page(
            f"Report {number}",
            (
                f"The chief bell ringer {verb} on {day}. Asked about the tower, the chief bell ringer said nothing at all.",
                f"For the chief bell ringer {place} is home.",
            ),
        )
        for number, (verb, day, place) in enumerate(
            [("left", "Monday", "Penmoor"), ("retired", "Friday", "Ludden"), ("sang", "Sunday", "Marl")] * 3
        )
    ]
    assert find_stray_phrases(pages) == frozenset()


@pytest.mark.parametrize(
    "form",
    [
        "The house stands on {place}, and the land around it measures {number} square feet.",
        "{place} came within {number} points early in the last quarter on a long pass.",
    ],
)
def test_reports_of_a_series_with_other_figures_teach_no_phrase(form):
    pages = [
        Page(f"Report {number}", (form.format(place=place, number=number),))
        for number, place in enumerate(("Penmoor", "Ludden", "Marl", "Weirton", "Seaview", "Stonebridge") * 2, 3)
    ]
    assert find_stray_phrases(pages) == frozenset()


def test_clean_pages_teach_no_phrase():
    assert find_stray_phrases([Page(one.title, tuple(one.paragraphs)) for one in ENGLISH]) == frozenset()


def test_phrases_of_a_site_prove_the_keyword_for_the_title():
    page = Page(
        "T", ("They cheap moon tickets were sold.",), site=Habits(pages=9, phrases=frozenset({"cheap moon tickets"}))
    )
    assert [find.keyword for find in find_phrases(page)] == ["cheapmoontickets"]


@pytest.mark.parametrize("unit", ["ab cd ", "ab ", "ab cd. Ef ", "a b "])
def test_hostile_pages_take_linear_time(unit):
    assert_linear(find_stray_phrases, lambda size: [Page("ab cd", (unit * size,))] * 2, 2_500)
