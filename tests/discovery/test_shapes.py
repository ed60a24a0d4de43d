"""Articles and lists told apart by URL, link text and neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.links import Link
from crawler.discovery.shapes import score_text, score_url, shape_of, tell_apart, tell_listed
from tests.growth import assert_linear

ARTICLES = [
    ("http://a.com/2024/03/05/harbour-opens-again/", "Harbour opens again after a long winter"),
    ("http://a.com/news/2024-03/05/content_1234567.htm", "大桥加固工程进入最后一百天"),
    ("http://a.com/n1/2024/0305/c1001-40189.html", "大桥加固工程进入最后一百天"),
    ("http://a.com/article/20240305/1234567.shtml", "图书馆试行通宵开放第一夜"),
    ("http://a.com/t20240305_5512.html", "图书馆试行通宵开放第一夜"),
    ("http://a.com/show.php?id=123", "图书馆试行通宵开放第一夜来了很多人"),
    ("http://a.com/a/8f3b2c9d1e.html", "图书馆试行通宵开放第一夜"),
    ("http://a.com/story/the-harbour-opens-again-after-winter", "Harbour opens again after a long winter"),
    ("http://a.com/posts/%E5%9B%BE%E4%B9%A6%E9%A6%86%E9%80%9A%E5%AE%B5%E5%BC%80%E6%94%BE", "图书馆试行通宵开放第一夜"),
    ("http://a.com/archives/2025/03/32/", "雲頂步道修復完成，志工用回了舊石頭"),
]

LISTS = [
    ("http://a.com/", "首页"),
    ("http://a.com/news/", "新闻"),
    ("http://a.com/sports/index.html", "体育"),
    ("http://a.com/list_2.html", "2"),
    ("http://a.com/category/world", "World"),
    ("http://a.com/tag/harbour/", "harbour"),
    ("http://a.com/search?q=harbour", "Search"),
    ("http://a.com/about.html", "About us"),
    ("http://a.com/login", "Login"),
    ("http://a.com/calendar/2025/7/", "往期"),
    ("http://a.com/2024/03/05/", "5"),
    ("http://a.com/2024/03/", "March"),
    ("http://a.com/rss", "RSS"),
]


@pytest.mark.parametrize(("url", "text"), ARTICLES)
def test_articles_are_told_by_url_and_headline(url, text):
    assert tell_apart([Link(url=url, text=text)]) == {url: "article"}


@pytest.mark.parametrize(("url", "text"), LISTS)
def test_lists_are_told_by_url_and_name(url, text):
    assert tell_apart([Link(url=url, text=text)]) == {url: "list"}


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("http://a.com/p7", "page 7"),
        ("http://a.com/page/7.html", "7.html"),
        ("http://a.com/x/7.html", "http://a.com/x/7.html"),
    ],
)
def test_a_plain_link_is_left_to_the_page_alone_but_is_an_article_in_a_series(url, text):
    alone = tell_apart([Link(url=url, text=text)])
    links = [Link(url=url.replace("7", str(n)), text=text.replace("7", str(n))) for n in range(1, 30)]

    assert alone[url] == "page"
    assert set(tell_apart(links).values()) == {"article"}


def test_the_numbers_under_a_list_are_no_series_of_articles():
    links = [Link(url=f"http://a.com/list_{n}.html", text=str(n)) for n in range(1, 30)]

    assert "article" not in tell_apart(links).values()


def test_a_menu_is_no_series_of_articles():
    names = ["News", "World", "Sports", "Money", "Culture", "Travel", "Science", "Weather", "Opinion", "Video"]
    links = [Link(url=f"http://a.com/{name.lower()}.html", text=name) for name in names]

    assert "article" not in tell_apart(links).values()


def test_entries_of_a_sitemap_are_articles_unless_they_look_like_lists():
    told = tell_listed(["http://a.com/", "http://a.com/tag/x/", "http://a.com/a", "http://a.com/2024/0305/1.html"])

    assert told == {
        "http://a.com/": "list",
        "http://a.com/tag/x/": "list",
        "http://a.com/a": "article",
        "http://a.com/2024/0305/1.html": "article",
    }


def test_pages_of_one_list_have_one_shape():
    assert shape_of("http://a.com/x/2024/1.html?id=7") == shape_of("http://a.com/x/2023/b2.html?id=9")
    assert shape_of("http://a.com/x/1.html") != shape_of("http://a.com/y/1.html")


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_can_be_weighed(path, text):
    assert isinstance(score_url("http://a.com/" + path.replace("[", "").replace("]", "")), int)
    assert score_text(text) in {-1, 0, 2}


@pytest.mark.parametrize("unit", ["a-", "2024", "%E4", "1_", "_"])
def test_hostile_texts_are_weighed_in_linear_time(unit):
    assert_linear(lambda text: (score_url(f"http://a.com/a{text}"), score_text(text)), unit.__mul__, 10_000)


@pytest.mark.parametrize("unit", ["a", "a-", "1", "f", "%E4", "a.", "2024", "_id=", "a-%"])
def test_long_urls_are_judged_in_linear_time(unit):
    def urls(size):
        some = [f"http://a.com/{(unit * size)[:size]}/{number}" for number in range(100)]
        return [*some, *(url.rpartition("/")[0] for url in some)]

    assert len(tell_listed(urls(2_000))) == 101
    assert_linear(tell_listed, urls, 1_000)
