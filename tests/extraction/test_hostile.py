"""Pages that are broken or meant to hurt: no error, and time that grows with the page and not with its square."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extraction import KINDS, PAGE_KINDS, extract
from tests.extraction import pages
from tests.growth import assert_linear

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


def read(page):
    return extract(page, "http://a.example/1.html")


@pytest.mark.parametrize("name", GROWING)
def test_a_page_four_times_as_long_takes_no_more_than_its_share(name):
    def page(count):
        return pages.page("".join(map(GROWING[name], range(count))))

    assert_linear(read, page, 1500)


def test_a_stated_text_four_times_as_long_on_a_page_four_times_as_long_takes_no_more_than_its_share():
    def page(count):
        stated = json.dumps({"@type": "NewsArticle", "articleBody": "".join(f"{n} boats lay. " for n in range(count))})
        links = "".join(f"<li><a href='/{n}'>Where {n} ships lie</a></li>" for n in range(count))
        return f'<script type="application/ld+json">{stated}</script><ul>{links}</ul>'

    assert_linear(read, page, 3000)


HURTING = {
    "node": (lambda n: "文" * n, 2_000_000),
    "paragraph": (lambda n: "<p>" + pages.LEAD * n, 50_000),
    "attributes": (lambda n: "<p " + " ".join(f"a{at}=1" for at in range(n)) + ">x", 25_000),
    "slashes": (lambda n: "<p " + "/".join(f"a{at}" for at in range(n)) + ">x", 25_000),
    "angles": (lambda n: "<" * n, 75_000),
    "closings": (lambda n: ">" * n, 500_000),
    "url": (lambda n: f"<a href='{'x' * n}'>x</a>", 250_000),
    "class": (lambda n: f"<div class='{'a-' * n}'>x", 125_000),
    "ids": (lambda n: "".join(f"<div id='{'aB' * n}{at}'>x" for at in range(100)), 500),
    "style": (lambda n: f"<p style='{'display ' * n}'>x", 25_000),
    "title": (lambda n: f"<title>{'——' * n}</title><p>{pages.LEAD}", 12_500),
    "links_in_links": (lambda n: "<a href=1_2.html><div>" * n + "<i></i>" * 40 * n, 250),
    "kept": (lambda n: "<noscript><p>a<p>b" * n, 12_500),
    "strings": (lambda n: "<script>" + '"\\\\"</p>' * n, 50_000),
    "hidden": (lambda n: "<p>a, b</p><button>c</button><div hidden><p>d, e</p></div>" * n, 1_000),
}
"""Pages meant to hurt, each with the shorter of the sizes at which it is tried."""


@pytest.mark.parametrize("name", HURTING)
def test_a_page_meant_to_hurt_takes_no_more_than_its_share(name):
    make, size = HURTING[name]

    check(read(make(4 * size)))
    assert_linear(read, make, size)


def test_a_page_longer_than_any_is_refused_at_once():
    check(read("文" * 20_000_000))


def test_shuffled_pieces_of_a_page_are_read_without_error():
    chance = random.Random(7)
    pieces = WHOLE.replace("<", "\0<").split("\0")
    for _ in range(60):
        chance.shuffle(pieces)

        check(extract("".join(pieces), "http://a.example/1.html"))
