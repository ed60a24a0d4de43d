"""Further phrases of a site that is known to drop some into its sentences."""

import pytest

from pipelines.text.injection import Habits, Page
from pipelines.text.injection.insertions.phrases import find_phrases
from pipelines.text.injection.insertions.sibling_phrases import find_set_off, find_siblings

PROVEN = ("discount velvet slippers", "instant parrot insurance", "rent purple tuxedos")
PLACES = (
    ("Ferry fares fall", "The crossing has {} been cheaper since March, and the mayor is glad of it."),
    ("School gets a bell", "Children carried {} it up the tower, where it was {} Dorothy who rang it first."),
    ("Hens on the common", "Nine of them {} sleep in the lime tree and will not come down for corn."),
    ("New oven at the inn", "A baker from Ludden lit it on Monday, {} and the first loaf was given away."),
)


def pages_with(phrase, places=PLACES):
    return [Page(title, (text.format(phrase, phrase),)) for title, text in places]


def test_less_is_enough_for_a_phrase_of_a_site_that_has_three_others():
    pages = pages_with("cheap moon tickets")

    assert find_siblings(pages, PROVEN) == {"cheap moon tickets"}
    assert find_siblings(pages, PROVEN[:2]) == frozenset()


def test_a_term_of_several_articles_stays_on_a_site_that_has_phrases():
    places = (
        ("Ferry fares fall", "The town {} met on Monday and cut the fares for children."),
        ("School gets a bell", "It was paid for by the town {}, which had saved for nine years."),
        ("Hens on the common", "Letters to the town {} ask for a fence, and one asks for a fox."),
    )

    assert find_siblings(pages_with("council finance committee", places), PROVEN) == frozenset()


def test_what_has_the_root_of_proven_phrases_is_one_too():
    proven = ("kumquat login", "alternative kumquat link", "kumquat bonus slots")
    rest = Page("Fog", tuple(f"Fog lay {phrase} on the river. {phrase} Ferries waited." for phrase in proven))
    pages = [*pages_with("list kumquat"), rest]

    assert find_siblings(pages, proven) == {"list kumquat"}


def test_an_article_about_the_root_says_many_things_of_it():
    proven = ("kumquat login", "alternative kumquat link", "kumquat bonus slots")
    grower = Page(
        "A kumquat grower",
        tuple(f"Her kumquat {word} in spring." for word in ("grove", "tree", "jam", "stall", "prize", "book", "hedge")),
    )
    pages = [*pages_with("kumquat grower", PLACES[:2]), grower]

    assert find_siblings(pages, proven) == frozenset()


def test_a_field_of_two_titles_is_enough_where_proven_phrases_are_fields_too():
    titles = ("{} | Ferry fares fall", "{} | Hens on the common", "School gets a bell - {}", "{}: New oven at the inn")
    phrases = (PROVEN[0].title(), PROVEN[1].title(), "Cheap Moon Tickets", "Cheap Moon Tickets")
    texts = [text.replace(" {}", "") for _, text in PLACES]
    pages = [Page(t.format(p), (x,)) for t, p, x in zip(titles, phrases, texts, strict=True)]

    assert find_siblings(pages, PROVEN) == {"cheap moon tickets"}
    assert find_siblings(pages[2:], PROVEN) == frozenset()


@pytest.mark.parametrize(
    ("form", "commas"), [("nine hens, {}, sleep", True), ("nine hens {} sleep", False), ("nine hens {}, who", False)]
)
def test_commas_on_both_sides_came_with_the_phrases_unless_one_stands_behind_alone(form, commas):
    pages = [Page("", (f"The {form.format(phrase)} in the tree.",)) for phrase in PROVEN]

    assert find_set_off(pages, PROVEN) == ({f", {phrase}," for phrase in PROVEN} if commas else frozenset())


def test_the_commas_go_with_the_phrase():
    site = Habits(phrases=(", rent purple tuxedos,", "rent purple tuxedos"))

    finds = find_phrases(Page("", ("The nine hens, rent purple tuxedos, sleep in the tree.",), site=site))

    assert min(find.start for find in finds) == len("The nine hens")
    assert max(find.end for find in finds) == len("The nine hens, rent purple tuxedos,")
