"""The whole extraction, on invented pages."""

import pytest

from crawler.extraction import KINDS, Extracted, extract, join
from crawler.extraction.model import MAX_TEXT
from tests.extraction import pages


def _protected(code):
    """Give what an article holds in the place of an address hidden with *code*."""
    hidden = f'<a href="/hidden" class="__cf_email__" data-cfemail="{code}">[email protected]</a>'
    call = "河口镇的渔民请愿意帮忙补网的人写信到 {}，名额有限，先到先得，镇上管午饭。"
    got = extract(pages.page(pages.article((pages.LEAD, call.format(hidden), pages.MIDDLE, pages.LAST))))
    before, _, after = call.partition("{}")
    return got.paragraphs[1].removeprefix(before).removesuffix(after)


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
        "<br>".join(pages.PARAGRAPHS),
        "<div>" + "".join(f"<div><span><font>{text}</font></span></div>" for text in pages.PARAGRAPHS) + "</div>",
        "<div>" + "".join(f"<section><p>{text}</p></section>" for text in pages.PARAGRAPHS) + "</div>",
        "<div style='visibility:hidden'>" + "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS) + "</div>",
        "<div class='share'>" + "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS) + "</div>",
        "<form>" + "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS) + "</form>",
    ],
    ids=["br", "table", "bare", "soup", "sections", "hidden_until_script", "bad_name", "form"],
)
def test_every_layout_gives_the_same_paragraphs(body):
    assert extract(pages.page(body)).paragraphs == pages.PARAGRAPHS


def test_a_hidden_line_is_left_out():
    body = pages.article().replace(
        "</div>", "<p style='display:none'>这一行是藏起来给搜索引擎看的，读者看不见它的任何内容。</p></div>"
    )

    assert extract(pages.page(body)).paragraphs == pages.PARAGRAPHS


def test_the_pages_of_one_article_join_without_repeats():
    one = extract(pages.page(pages.article(pages.PARAGRAPHS[:2])))
    two = extract(pages.page(pages.article((*pages.PARAGRAPHS[:1], pages.LAST))))

    got = join([one, two])

    assert got.paragraphs == pages.PARAGRAPHS
    assert got.title == one.title


def test_pages_that_are_too_long_together_are_no_article_either():
    pages = [Extracted(paragraphs=(f"{number} boats",), kinds=("text",)) for number in range(3)]
    long = Extracted(paragraphs=("x" * MAX_TEXT,), kinds=("text",))

    assert join([*pages, long]).page_kind == "too_large"
    assert not join([*pages, long]).paragraphs
    assert join([long]) == long


@pytest.mark.parametrize("link", ["http://[::1", "http:///boat", "https://[x]/boat"])
def test_a_canonical_link_that_names_no_host_is_none(link):
    head = f"<link rel=canonical href='{link}'><meta property=og:url content='http://a.example/boat'>"

    assert extract(head + pages.article(), "http://a.example/1.html").canonical_url == "http://a.example/boat"


def test_fields_of_the_metadata_are_read():
    head = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": "河口镇渔民修好木船准备出海", "datePublished": "2024-03-21T08:30:00+08:00",
         "dateModified": "2024-03-21T10:00:00+08:00", "author": {"@id": "#p1"}, "publisher": {"name": "河口新闻网"},
         "articleSection": "民生", "keywords": "木船, 渔民"},
        {"@type": "Person", "@id": "#p1", "name": "周小川"}]}</script>
        <link rel="canonical" href="/2024/03/21/boat.html">"""

    got = extract(pages.page(pages.article(), head=head), "http://a.example/2024/03/21/boat.html?from=x")

    assert got.published == "2024-03-21T08:30:00+08:00"
    assert got.published_from == "meta"
    assert got.modified == "2024-03-21T10:00:00+08:00"
    assert got.authors == ("周小川",)
    assert got.source == "河口新闻网"
    assert got.section == "民生"
    assert got.tags == ("木船", "渔民")
    assert got.canonical_url == "http://a.example/2024/03/21/boat.html"


def test_fields_of_the_visible_line_are_read():
    line = "<div class='info'>2024年03月21日 08:30 来源：河口日报 作者：周小川 责任编辑：吴大海 字号：大 中 小</div>"
    body = pages.article().replace("</h1>", f"</h1>{line}")

    got = extract(pages.page(body))

    assert got.published == "2024-03-21T08:30:00+08:00"
    assert got.published_from == "page"
    assert got.authors == ("周小川",)
    assert got.source == "河口日报"
    assert got.paragraphs == pages.PARAGRAPHS


@pytest.mark.parametrize(
    ("url", "link", "found"),
    [
        ("http://a.example/n/12.html", "12_2.html", "http://a.example/n/12_2.html"),
        ("http://a.example/n/12_2.html", "12_3.html", "http://a.example/n/12_3.html"),
        ("http://a.example/n/12", "/n/12?page=2", "http://a.example/n/12?page=2"),
        ("http://a.example/n/12.html", "13.html", None),
        ("http://a.example/n/12.html", "http://b.example/n/12_2.html", None),
    ],
)
def test_the_next_page_of_the_article_is_found_and_no_other(url, link, found):
    body = pages.article() + f"<div class='pages'><a href='{link}'>下一页</a></div>"

    assert extract(pages.page(body), url).next_page == found


def test_simplified_and_traditional_are_told_apart():
    traditional = (
        "春分剛過，河口鎮的漁民就把修好的木船推下了水，準備迎接今年第一次出海。",
        "鎮上的船匠說，這條船用了整整三個月才修好，一家人輪流上陣。",
    )

    assert extract(pages.page(pages.article(traditional))).language == "zh-Hant"


@pytest.mark.parametrize(
    "code",
    [bytes([42, *(byte ^ 42 for byte in b"harbour")]).hex(), "2aff", "", "zz"],
    ids=["no address", "no text", "nothing", "no code"],
)
def test_a_code_that_hides_no_address_stays_as_it_was(code):
    assert _protected(code) == "[email protected]"


def test_an_address_hidden_from_harvesters_is_shown_as_readers_see_it():
    address = "crew@harbour.example"
    key = 0x2A

    assert _protected(bytes([key, *(byte ^ key for byte in address.encode())]).hex()) == address


def test_an_address_hidden_in_a_listing_is_shown_though_its_blank_stays_as_it_is():
    code = bytes([42, *(byte ^ 42 for byte in b"git@harbour.example")]).hex()
    hidden = f'<span class="__cf_email__" data-cfemail="{code}">[email&#160;protected]</span>'
    body = f"<article><h1>{pages.TITLE}</h1><p>{pages.LEAD}</p><pre>clone {hidden}:boats</pre><p>{pages.LAST}</p></article>"

    assert "clone git@harbour.example:boats" in extract(pages.page(body)).paragraphs
