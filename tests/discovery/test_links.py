"""The links of a page, its next page, and what is a trap."""

import pytest
from lxml import html

from crawler.discovery.links import MOST_LINKS, Link, find_links
from crawler.discovery.pages import next_page
from crawler.discovery.traps import is_file, is_trap
from crawler.extraction.page.parse import parse
from tests.growth import assert_linear

BASE = "http://a.com/news/list_2.html"


def links(text):
    return find_links(html.document_fromstring(text), BASE)


def test_links_are_joined_normalised_and_taken_once_with_their_longest_text():
    page = links(
        "<a href='1.html?utm_source=x'>more</a><a href='/news/1.html#c'>The harbour opens again</a>"
        "<a href='//b.com/x'>elsewhere</a><a href='javascript:void(0)'>no</a><a href='mailto:a@b.c'>no</a><a>no</a>"
    )

    assert page.anchors == [
        Link(url="http://a.com/news/1.html", text="The harbour opens again"),
        Link(url="http://b.com/x", text="elsewhere"),
    ]


def test_a_picture_is_described_by_its_text():
    page = links("<a href='1.html'><img src='x' alt='The bridge at night'></a><a href='2.html' title='A title'></a>")

    assert [link.text for link in page.anchors] == ["The bridge at night", "A title"]


def test_links_in_links_without_end_are_read_in_linear_time():
    def page(size):
        return parse("".join(f"<a href='/{n}.html'><div>" for n in range(size)) + "<i></i>" * 50 * size)

    assert len(find_links(page(800), BASE).anchors) == 800
    assert_linear(lambda page: find_links(page, BASE), page, 200)


def test_a_base_counts_from_where_it_stands():
    assert links("<base href='http://c.com/d/'><a href='1.html'>x</a>").anchors[0].url == "http://c.com/d/1.html"


def test_the_head_names_feeds_sitemaps_and_the_next_page():
    page = links(
        "<link rel='alternate' type='application/rss+xml' href='/feed.xml'><link rel='alternate' hreflang='en' href='/en'>"
        "<link rel='sitemap' href='/sitemap.xml'><link rel='next' href='list_3.html'><a href='x'>x</a>"
    )

    assert page.feeds == ["http://a.com/feed.xml"]
    assert page.sitemaps == ["http://a.com/sitemap.xml"]
    assert page.following == "http://a.com/news/list_3.html"


def test_frames_and_refreshes_lead_onward():
    page = links(
        "<html><head><meta http-equiv='Refresh' content='0; URL=/index.html'></head>"
        "<frameset><frame src='left.html'></frameset></html>"
    )

    assert page.onward == ["http://a.com/index.html", "http://a.com/news/left.html"]


def test_the_number_of_links_is_bounded():
    page = links("".join(f"<a href='/{n}'>x</a>" for n in range(MOST_LINKS + 500)))

    assert len(page.anchors) == MOST_LINKS


@pytest.mark.parametrize(
    "text", ["下一页", "下一页 >", "[下一頁]", "后一页»", "next", "Next page", "Older posts »", "›", "❯", "次のページ"]
)
def test_a_list_names_its_next_page_in_words(text):
    assert (
        next_page(BASE, [Link(url="http://a.com/news/list_3.html", text=text)], None) == "http://a.com/news/list_3.html"
    )


@pytest.mark.parametrize("text", ["下一篇：大桥", "next year the harbour opens", "更多", "上一页"])
def test_other_words_name_none(text):
    assert next_page(BASE, [Link(url="http://a.com/news/list_3.html", text=text)], None) is None


def test_a_drawn_arrow_says_what_its_label_says():
    (link,) = links("<a href='/news/list_3.html' aria-label='Next page'><svg></svg></a>").anchors

    assert next_page(BASE, [link], None) == "http://a.com/news/list_3.html"


def test_a_list_names_its_next_page_by_number():
    anchors = [Link(url=f"http://a.com/news/list_{n}.html", text=str(n)) for n in (1, 2, 3, 4)]

    assert next_page(BASE, anchors, None) == "http://a.com/news/list_3.html"
    assert next_page("http://a.com/news/list_4.html", anchors, None) is None
    assert next_page("http://a.com/news/", anchors[1:], None) == "http://a.com/news/list_2.html"


def test_many_links_that_are_numbers_are_no_pages_of_a_list():
    anchors = [Link(url=f"http://a.com/news/{n}.html", text=str(n)) for n in range(1, 40)]

    assert next_page("http://a.com/news/", anchors, None) is None


def test_what_the_page_says_by_rel_goes_first():
    assert next_page(BASE, [Link(url="http://a.com/x", text="next")], "http://a.com/y") == "http://a.com/y"
    assert next_page(BASE, [], BASE) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://a.com/x/y/x/y/x/y/x/y/",
        "http://a.com/" + "/".join("abcdefghijklmnopqrs"),
        "http://a.com/?" + "&".join(f"f{n}=1" for n in range(20)),
    ],
)
def test_paths_and_queries_that_grow_are_traps(url):
    assert is_trap(url)


@pytest.mark.parametrize("url", ["http://a.com/2024/03/03/3.html", "http://a.com/a/b/c?x=1&y=2", "http://a.com/"])
def test_genuine_urls_are_none(url):
    assert not is_trap(url)
    assert not is_file(url)


@pytest.mark.parametrize("name", ["film.mp4", "x.PDF", "a.tar.gz", "style.css", "photo.jpeg"])
def test_files_are_no_pages(name):
    assert is_file(f"http://a.com/2024/0305/{name}")
