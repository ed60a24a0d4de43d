"""The whole extraction, on invented pages."""

import importlib.util
from pathlib import Path

import pytest

from crawler.extraction import KINDS, PAGE_KINDS, extract, join
from crawler.sites.model import Extract, Site

_SPEC = importlib.util.spec_from_file_location("pages", Path(__file__).with_name("pages.py"))
pages = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(pages)


def test_an_article_is_read_whole_and_without_furniture():
    got = extract(pages.page(pages.article()))

    assert got.paragraphs == pages.PARAGRAPHS
    assert got.title == pages.TITLE
    assert got.page_kind == "article"
    assert got.language == "zh-Hans"
    assert len(got.kinds) == len(got.paragraphs)
    assert set(got.kinds) <= set(KINDS)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" + "<br>".join(pages.PARAGRAPHS) + "</div>",
        "<table><tr><td>" + "<br><br>".join(pages.PARAGRAPHS) + "</td></tr></table>",
        "<div>" + "".join(f"<section><p>{text}</p></section>" for text in pages.PARAGRAPHS) + "</div>",
        "<div style='visibility:hidden'>" + "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS) + "</div>",
        "<div class='share'>" + "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS) + "</div>",
        "<form>" + "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS) + "</form>",
    ],
    ids=["br", "table", "sections", "hidden_until_script", "bad_name", "form"],
)
def test_every_layout_gives_the_same_paragraphs(body):
    assert extract(pages.page(body)).paragraphs == pages.PARAGRAPHS


def test_a_hidden_line_is_left_out():
    body = pages.article().replace(
        "</div>", "<p style='display:none'>这一行是藏起来给搜索引擎看的，读者看不见它的任何内容。</p></div>"
    )

    assert extract(pages.page(body)).paragraphs == pages.PARAGRAPHS


def test_the_selectors_of_a_site_win():
    site = Site(
        name="a",
        start_urls=("http://a.example/",),
        domains=("a.example",),
        extract=Extract(body=("div.mine",), title=("h2.t::text",), remove=("div.mine b",)),
    )
    body = f"{pages.article()}<h2 class='t'>另一个标题</h2><div class='mine'>短<b>不要</b>句</div>"

    got = extract(pages.page(body), site=site)

    assert got.paragraphs == ("短句",)
    assert got.title == "另一个标题"
    assert got.notes == ()


def test_a_selector_that_matches_nothing_is_noted_and_the_page_read_all_the_same():
    site = Site(
        name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=Extract(body=("div.gone",))
    )

    got = extract(pages.page(pages.article()), site=site)

    assert got.paragraphs == pages.PARAGRAPHS
    assert got.notes == ("selector body matched nothing",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "no_text"),
        ("<html></html>", "no_text"),
        ("%PDF-1.4 rest", "not_html"),
        ('{"a": 1}', "not_html"),
        ("<p>" * 500_000, "too_large"),
        ("<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">x", "too_large"),
        ("<title>404 Not Found</title><h1>404 Not Found</h1>", "error_page"),
        ("<title>登录</title><form><input type='password'></form>", "login_page"),
        ("<div>" * 3000 + "text", "too_deep"),
    ],
    ids=lambda value: value[:12],
)
def test_what_is_no_article_says_why(text, kind):
    got = extract(text)

    assert got.page_kind == kind
    assert got.page_kind in PAGE_KINDS


def test_the_pages_of_one_article_join_without_repeats():
    one = extract(pages.page(pages.article(pages.PARAGRAPHS[:2])))
    two = extract(pages.page(pages.article((*pages.PARAGRAPHS[:1], pages.LAST))))

    got = join([one, two])

    assert got.paragraphs == pages.PARAGRAPHS
    assert got.title == one.title
