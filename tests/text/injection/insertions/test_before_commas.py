"""A brand before the commas of some pages of a site, and ends of clauses that are the writers' own."""

import re

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Page
from pipelines.text.injection.insertions.before_commas import find_brands_before_commas
from pipelines.text.injection.insertions.between_commas import running_of
from tests.growth import assert_linear
from tests.text.injection.sites import as_written, on_site

ARTICLES = [one for one in originals().values() if one.language == "zh-Hans"]


def with_brand(article, brand, places, *, mark="，"):
    """Give an article with a brand before a comma of its first paragraphs."""
    paragraphs = list(article.paragraphs)
    for number in range(places):
        comma = re.search(r"(?<=[^，。]{3})，", paragraphs[number])
        assert comma
        paragraphs[number] = f"{paragraphs[number][: comma.start()]}{brand}{mark}{paragraphs[number][comma.end() :]}"
    return Page(article.title, tuple(paragraphs))


def site_of(brand, places=2):
    return [with_brand(one, brand, places if at < 4 else 0) for at, one in enumerate(ARTICLES)]


@pytest.mark.parametrize("brand", ["Q砚.cc", "缃棠_看台", "玳瑁鹭巢", "缃棠k9", "Q砚.ccQ砚.cc"])
def test_a_brand_before_commas_of_a_few_pages_is_found_and_goes(brand):
    pages = site_of(brand)
    assert find_brands_before_commas([running_of(page) for page in pages])
    assert on_site(pages) == [(one.title, tuple(one.paragraphs)) for one in ARTICLES]


def test_on_two_pages_it_is_nobody_s_habit():
    pages = [with_brand(one, "Q砚.cc", 2 if at < 2 else 0) for at, one in enumerate(ARTICLES)]
    assert not find_brands_before_commas([running_of(page) for page in pages])


@pytest.mark.parametrize("clause", ["的情况下", "政治互信", "基础设施", "2031"])
def test_clauses_of_the_language_may_end_alike(clause):
    pages = [with_brand(one, clause, 1) for one in ARTICLES[:7]]
    assert not find_brands_before_commas([running_of(page) for page in pages])


def test_what_stands_elsewhere_too_is_what_they_speak_of():
    pages = [
        Page(page.title, (*page.paragraphs, "镇上的人说起泽连河谷就高兴，学徒们也常去那里走一走。"))
        for page in site_of("泽连河谷")
    ]
    assert not find_brands_before_commas([running_of(page) for page in pages])


def test_clean_articles_have_none():
    assert not find_brands_before_commas([running_of(Page(title, text)) for title, text in as_written(ARTICLES)])


def test_a_text_of_nothing_but_clauses_takes_linear_time():
    assert_linear(find_brands_before_commas, lambda size: ["木桥重开缃棠Q砚.cc，" * size] * 6, 3_000)
