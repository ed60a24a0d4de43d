"""The one label of all articles of a site, and those of speakers, series and updates."""

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Page
from pipelines.text.injection.affixes.labels import find_sole_labels
from tests.text.injection.sites import on_site

ARTICLES = [one for one in originals().values() if one.language == "en"]


def labelled(*labels, texts=None):
    """Give the pages of a site whose paragraphs have these labels in turn."""
    return [
        Page(
            article.title,
            tuple(labels[at % len(labels)] + text for at, text in enumerate(texts or article.paragraphs)),
        )
        for article in ARTICLES
    ]


def test_one_label_of_all_articles_goes():
    assert [list(text) for _, text in on_site(labelled("Quince Casino: "))] == [
        list(one.paragraphs) for one in ARTICLES
    ]


def test_it_is_known_where_it_stands_at_every_second_paragraph():
    assert find_sole_labels(labelled("Quince Casino: ", "")) == {"quincecasino"}


@pytest.mark.parametrize(
    "labels",
    [
        ("Update: ",),  # one word
        ("Ann Marsh: ", "Tom Reed: "),  # people who talk
        ("Step 1: ", "Step 2: ", "Step 3: "),
    ],
)
def test_updates_steps_and_people_who_talk_stay(labels):
    assert find_sole_labels(labelled(*labels)) == frozenset()


def test_the_name_of_whoever_speaks_of_himself_stays():
    answers = ("I was born in this street and never left it for more than a week, as my mother will tell you.",) * 4
    assert find_sole_labels(labelled("Ann Marsh: ", texts=answers)) == frozenset()


def test_what_the_articles_tell_of_stays():
    told = [
        Page(
            page.title,
            (
                *page.paragraphs,
                "The reporter, Ann Marsh, has lived in the town for nine years and writes of its people.",
            ),
        )
        for page in labelled("Ann Marsh: ")
    ]
    assert find_sole_labels(told) == frozenset()


def test_the_label_of_a_few_articles_stays():
    few = labelled("Quince Casino: ")[:4]
    assert find_sole_labels([*few, *(Page(one.title, one.paragraphs) for one in ARTICLES[4:])]) == frozenset()
