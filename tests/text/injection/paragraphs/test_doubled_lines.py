"""Lines that come back on the pages of a site, each page its own, and those that the article speaks of."""

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Page
from pipelines.text.injection.paragraphs.doubled_lines import find_doubled_lines
from tests.text.injection.sites import on_site

ARTICLES = [one for one in originals().values() if one.language.startswith("zh")]
BRANDS = [f"{first}{last}官网" for first in ("榛鹭", "云砚", "追枫", "赤潮") for last in ("堂", "苑", "阁")]


def page(article, line, places=(1, 3)):
    """Give the page of an article with a line before some of its paragraphs."""
    texts = [text for at, one in enumerate(article.paragraphs) for text in ([line, one] if at in places else [one])]
    return Page(article.title, tuple(texts))


def test_a_brand_line_of_each_page_goes():
    pages = [page(article, brand) for article, brand in zip(ARTICLES, BRANDS, strict=True)]

    assert [list(texts) for _, texts in on_site(pages)] == [list(one.paragraphs) for one in ARTICLES]


@pytest.mark.parametrize(
    "pages",
    [
        [page(article, brand, places=(1,)) for article, brand in zip(ARTICLES, BRANDS, strict=True)],
        [page(article, article.title[:8]) for article in ARTICLES],
        [page(article, "本期看点") for article in ARTICLES],
        [page(ARTICLES[0], BRANDS[0]), *(Page(one.title, one.paragraphs) for one in ARTICLES[1:])],
        [page(article, "（资料图片）") for article in ARTICLES],
    ],
    ids=["once on each", "of the article", "one line of all", "on one page", "credits"],
)
def test_headings_and_lines_of_one_page_are_no_habit(pages):
    assert find_doubled_lines(pages) == frozenset()
