"""Pages that are broken or meant to hurt: no error, and time that grows with the page and not with its square."""

import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extraction import KINDS, PAGE_KINDS, extract
from tests.extraction import pages

HEAD = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "datePublished": "2024-03-21",
"articleBody": "x"}</script><meta name="author" content="周小川"><link rel="next" href="2.html">"""
WHOLE = pages.page(pages.article(), head=HEAD, before="<p>2024-03-21 08:30 来源：河口网</p>")
PIECES = ["<div>", "</div>", "<p>", "</p", "<table><tr><td>", "<a href='/x'>", "<br>", "<!--", "-->", "<script>", "\0", "\ud800", "&nbsp;", "&#0;", "<", ">", "'", '"', "<li>", "<pre>", "<title>", "</body>", "\u2028", "文", "。", " " * 50, "<svg>", "]]>", "<![CDATA["]  # fmt: skip


def check(got):
    assert got.page_kind in PAGE_KINDS
    assert len(got.kinds) == len(got.paragraphs)
    assert set(got.kinds) <= set(KINDS)
    assert all(text.strip() and "\n" not in text for text in got.paragraphs)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.sampled_from(PIECES), st.integers(0, 40)), max_size=12))
@settings(max_examples=150)
def test_a_mutilated_page_is_read_without_error(wounds):
    page = WHOLE
    for place, piece, cut in wounds:
        page = page[:place] + piece + page[place + cut :]

    check(extract(page, "http://a.example/1.html"))


@given(st.binary(max_size=400), st.integers(0, len(WHOLE)))
@settings(max_examples=100)
def test_bytes_of_any_kind_in_the_middle_of_a_page_are_read_without_error(middle, place):
    whole = WHOLE.encode()

    check(extract(whole[:place] + middle + whole[place:], "http://a.example/1.html"))


@given(st.text(max_size=300))
@settings(max_examples=100)
def test_any_text_and_any_url_are_read_without_error(text):
    check(extract(text, text))


GROWING = {
    "paragraphs": lambda n: "<p>" + pages.LEAD + "</p>",
    "links": lambda n: f"<a href='/{n}.html'>一条新闻的标题{n}</a>",
    "breaks": lambda n: f"{pages.LEAD}{n}<br>",
    "unclosed": lambda n: "<div><font><b><a href='x'>文",
    "cells": lambda n: f"<td>{n}",
    "quotes": lambda n: "<a title='\"",
    "comments": lambda n: "<!-- <p> -->",
    "lines_of_code": lambda n: f"<pre>x = {n}\n</pre>",
    "spaces": lambda n: " \u3000" * 40,
    "digits": lambda n: "2024年1" * 20 + "<br>",
    "separators": lambda n: "<h1>a - b | c_d</h1>",
    "json": lambda n: '<script type="application/ld+json">[[[{"@graph":[</script>',
    "articles_in_json": lambda n: (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{n} boats", "articleBody": "x"}}</script>'
    ),
    "headlines_in_meta": lambda n: (
        f"<meta property='og:title' content='{n} boats lie here'><h1>{n} boats lay there</h1>"
    ),
    "forms": lambda n: f"<form><p>{pages.LEAD}</p><input type=password></form>",
    "scripts": lambda n: "<script>a<b",
    "times": lambda n: f"<time datetime=2024-03-{n % 28 + 1:02}>{n}</time>",
    "times_of_cells": lambda n: f"<td class=age><time datetime=2024-03-{n % 28 + 1:02}>{n}</time>",
    "times_for_machines": lambda n: "<div data-time=1709627400><i>2 hours ago",
    "datelines": lambda n: f"<p>HARBOUR TOWN, March 5, 2024 -- {pages.LEAD}",
    "statements": lambda n: f"<p>Published: March {n % 28 + 1}, 2024",
}


def cost(page):
    start = time.process_time()
    extract(page, "http://a.example/1.html")
    return time.process_time() - start


@pytest.mark.parametrize("name", GROWING)
def test_a_page_four_times_as_long_takes_no_more_than_its_share(name):
    def page(count):
        return pages.page("".join(map(GROWING[name], range(count))))

    short, long = page(1500), page(6000)
    cost(short)

    before = min(cost(short) for _ in range(3))
    after = min(cost(long) for _ in range(2))

    assert after < 0.05 + 7 * before  # twice as long, at most 2.5 times the time, twice over


def test_a_stated_text_four_times_as_long_on_a_page_four_times_as_long_takes_no_more_than_its_share():
    def page(count):
        stated = json.dumps({"@type": "NewsArticle", "articleBody": "".join(f"{n} boats lay. " for n in range(count))})
        links = "".join(f"<li><a href='/{n}'>Where {n} ships lie</a></li>" for n in range(count))
        return f'<script type="application/ld+json">{stated}</script><ul>{links}</ul>'

    short, long = page(3000), page(12_000)
    cost(short)

    before = min(cost(short) for _ in range(3))

    assert min(cost(long) for _ in range(2)) < 0.05 + 7 * before


@pytest.mark.parametrize(
    ("page", "seconds"),
    [
        ("文" * 9_000_000, 4.0),
        ("<p>" + pages.LEAD * 200_000, 4.0),
        ("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x", 1.0),
        ("<p " + "/".join(f"a{n}" for n in range(100_000)) + ">x", 1.0),
        ("<" * 300_000, 3.0),
        ("文" * 20_000_000, 1.0),
        (">" * 2_000_000, 3.0),
        ("<a href='" + "x" * 1_000_000 + "'>x</a>", 2.0),
        ("<div class='" + "a-" * 500_000 + "'>x", 1.0),
        ("".join(f"<div id='{'aB' * 2_000}{n}'>x" for n in range(100)), 2.0),
        ("<p style='" + "display " * 100_000 + "'>x", 1.0),
        (f"<title>{'——' * 50_000}</title><p>{pages.LEAD}", 2.0),
        ("<a href=1_2.html><div>" * 1_000 + "<i></i>" * 40_000, 2.0),
    ],
    ids=[
        "node",
        "paragraph",
        "attributes",
        "slashes",
        "angles",
        "too_long",
        "closings",
        "url",
        "class",
        "ids",
        "style",
        "title",
        "links_in_links",
    ],
)
def test_a_page_meant_to_hurt_is_done_in_seconds(page, seconds):
    start = time.process_time()

    check(extract(page, "http://a.example/1.html"))

    assert time.process_time() - start < seconds


def test_shuffled_pieces_of_a_page_are_read_without_error():
    chance = random.Random(7)
    pieces = WHOLE.replace("<", "\0<").split("\0")
    for _ in range(60):
        chance.shuffle(pieces)

        check(extract("".join(pieces), "http://a.example/1.html"))
