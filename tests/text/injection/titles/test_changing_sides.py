"""Keywords that stand before some headlines of a site and behind others."""

from crawler.demo.articles import originals
from pipelines.text.injection import Page, key
from pipelines.text.injection.titles.changing_sides import find_changing_sides
from pipelines.text.injection.titles.keywords import find_titles

ENGLISH = [one for one in originals().values() if one.language == "en"]


def pages_of(*titles):
    return [Page(title.format(one.title), one.paragraphs) for title, one in zip(titles, ENGLISH, strict=False)]


def test_phrases_at_either_end_are_keywords():
    pages = pages_of(
        "Cheap Garden Gnomes | {}",
        "{} - cheap garden gnomes 2031",
        "{} - rent a trombone 2031",
        "Rent A Trombone | {}",
        "{}",
    )
    assert find_changing_sides(pages) == {"cheapgardengnomes", "rentatrombone"}


def test_one_at_one_end_is_a_keyword_where_another_page_speaks_of_it():
    pages = pages_of(
        "Cheap Garden Gnomes | {}",
        "{} - cheap garden gnomes",
        "{} - rent a trombone",
        "Rent A Trombone | {}",
        "Marble Sink Offers | {}",
        "{} | Letters to the editor",
    )
    pages.append(Page("An essay", ("Everybody ought to look at marble sink offers before winter comes.",)))
    assert find_changing_sides(pages) == {"cheapgardengnomes", "rentatrombone", "marblesinkoffers"}


def test_so_are_phrases_in_small_letters_with_one_number_behind_them():
    phrases = ("cheap garden gnomes", "rent a trombone", "marble sink offers")
    pages = pages_of(*(f"{{}} - {phrase} 2031" for phrase in phrases))
    assert find_changing_sides(pages) == {key(phrase) for phrase in phrases}
    assert not find_changing_sides(pages_of(*(f"{{}} - {phrase.title()} 2031" for phrase in phrases)))


def test_a_name_that_is_alone_to_change_sides_is_the_site_s():
    assert not find_changing_sides(pages_of("The Harrow Echo | {}", "{} - The Harrow Echo", "{} - Letters", "{}"))


def test_columns_have_their_place():
    titles = ("Letters to the editor | {}", "The long read | {}", "{} - Harrow Echo", "{} - Evening Echo")
    assert not find_changing_sides(pages_of(*titles * 2))


def test_such_a_keyword_goes_with_its_year(page, cleaned):
    for title in ("Cheap Garden Gnomes | {}", "{} - cheap garden gnomes 2031"):
        one = ENGLISH[0]
        dirty = page(one.paragraphs, title=title.format(one.title), known={"cheapgardengnomes"})
        assert cleaned(find_titles, dirty)[0] == one.title
