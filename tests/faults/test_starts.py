"""Start URLs that are not what a start URL should be: named, or made the best of."""

import pytest

from tests.faults import faults  # noqa: F401 - registers the faults
from tests.faults.server import FaultServer, article, listing

ARTICLE = "/news/2024/0305/100.html"
FEED = f"<?xml version='1.0'?><rss><channel><item><link>{ARTICLE}</link></item></channel></rss>"

ANSWERS = {
    "many_links": lambda e: e.answer("<html><body>" + "".join(f"<a href='/x/{n}'>x</a>" for n in range(200_000))),
    "empty": lambda e: e.answer(""),
    "document": lambda e: e.answer(b"%PDF-1.4 abc", kind="application/pdf"),
    "deep": lambda e: e.answer("<html><body>" + "<div>" * 100_000 + f"<a href='{ARTICLE}'>The harbour opens again</a>"),
    "zeros": lambda e: e.answer(b"\0" * 100_000),
    "broken": lambda e: e.answer("x", status="500 Internal Server Error"),
    "loop": lambda e: e.redirect("/"),
    "refresh": lambda e: e.answer("<meta http-equiv=refresh content='0;url=/front.html'>"),
    "frames": lambda e: e.answer("<frameset><frame src='/front.html'></frameset>"),
    "article": lambda e: e.answer(article(e.server.url)),
    "feed": lambda e: e.answer(FEED, kind="text/xml"),
}

NAMED = {
    "many_links": "failed: too_large",
    "empty": "failed: nothing_listed: no_text",
    "document": "failed: nothing_listed: not_html",
    "deep": "failed: nothing_listed: too_deep",
    "zeros": "failed: nothing_listed: no_text",
    "broken": "failed: http_500",
    "loop": "failed: redirect_loop",
}


@pytest.fixture(scope="module")
def servers():
    made = {}
    for name, answer in ANSWERS.items():
        server = FaultServer(pages={"/": answer, "/front.html": listing(ARTICLE)})
        # No two sites have one text, since a copy of another site's article is rejected.
        server.pages[ARTICLE] = lambda exchange: exchange.answer(article(exchange.server.url))
        made[name] = server.__enter__()
    yield made
    for server in made.values():
        server.__exit__()


@pytest.fixture(scope="module")
def outcome(servers, crawl):
    sites = {name: f'start_urls = ["{server.url}/"]' for name, server in servers.items()}
    return crawl(settings=["CRAWLALL_SITES=20"], **sites)


@pytest.mark.parametrize("name", NAMED)
def test_a_start_url_that_lists_nothing_is_named(servers, outcome, name):
    assert outcome.door(f"{servers[name].url}/").startswith(NAMED[name])
    assert outcome.runs[name]["exit_code"] == 3


@pytest.mark.parametrize("name", ["refresh", "frames", "feed"])
def test_a_detour_is_followed(servers, outcome, name):
    assert outcome.door(servers[name].url + ARTICLE) == "stored"


def test_a_start_url_may_be_an_article_itself(servers, outcome):
    assert outcome.door(f"{servers['article'].url}/") == "stored"
    assert servers["article"].asked["/"] == 1


def test_memory_and_time_stay_bounded(outcome):
    assert outcome.megabytes < 500
    assert outcome.seconds < 40


PLAIN = (
    "healthy-1",
    "empty",
    "body-of-50-mb",
    "nested-100000",
    "nul-bytes",
    "error-page-200",
    "pdf-as-html",
    "picture",
)


@pytest.mark.parametrize("suffix", ["", ".html"])
def test_pages_with_plain_names_leave_by_a_door_too(crawl, suffix):
    """Neither URL nor link says that these are articles; only asking can tell."""
    items = "".join(f"<li><a href='/{name}{suffix}'>{name}</a></li>" for name in PLAIN)
    with FaultServer(pages={"/": lambda e: e.answer(f"<html><body><ul>{items}</ul></body></html>")}) as server:
        outcome = crawl(plain=f'start_urls = ["{server.url}/"]')

        assert outcome.door(f"{server.url}/healthy-1{suffix}") == "stored"
        assert [name for name in PLAIN if not outcome.door(f"{server.url}/{name}{suffix}")] == []
    counts = outcome.runs["plain"]["counts"]
    assert counts["yielded"] == counts["stored"] + counts["rejected"] + counts["failed"] == len(PLAIN)
