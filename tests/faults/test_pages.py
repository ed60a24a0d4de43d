"""Single pages that misbehave, all listed by one site: each leaves by the door it should, and the crawl goes on."""

import pytest

from tests.faults import faults
from tests.faults.server import FAULTS, FaultServer, listing

EXPECTED = {
    "status-500": "failed: http_500",
    "status-404": "failed: http_404",
    "flapping": "stored",
    "error-page-200": "rejected: error_page",
    "closes-at-once": "failed: connection_failed",
    "resets": "failed: ",
    "hangs-before-headers": "failed: timeout",
    "hangs-in-body": "failed: timeout",
    "drips": "failed: timeout",
    "endless-headers": "failed: ",
    "endless-continue": "failed: ",
    "header-of-300-kb": "failed: ",
    "http-0-9": "failed: ",
    "length-too-long": "failed: truncated",
    "length-too-short": "failed: truncated",
    "length-too-short-and-kept-alive": "failed: truncated",
    "two-answers": "failed: truncated",
    "part-of-a-page": "failed: truncated",
    "part-that-is-whole": "stored",
    "length-not-a-number": "failed: ",
    "two-lengths": "failed: ",
    "chunks-that-are-none": "failed: ",
    "chunks-without-end": "failed: too_large",
    "body-of-50-mb": "failed: too_large",
    "length-of-5-gb": "failed: too_large",
    "gzip-bomb": "failed: too_large",
    "gzip-in-gzip": "failed: too_large",
    "gzip-in-gzip-undeclared": "failed: too_large",
    "gzip-five-times": "failed: too_large",
    "deflate-bomb": "failed: too_large",
    "br-bomb": "failed: too_large",
    "zstd-bomb": "failed: too_large",
    "gzip-cut": "failed: truncated",
    "gzip-cut-once": "stored",
    "deflate-cut": "failed: truncated",
    "br-cut": "failed: truncated",
    "zstd-cut": "failed: truncated",
    "not-gzip": "failed: not_packed",
    "gzip-whole": "stored",
    "gzip-without-a-word": "stored",
    "deflate-bare": "stored",
    "br-whole": "stored",
    "zstd-whole": "stored",
    "redirect-to-itself": "failed: redirect_loop",
    "redirect-loop": "failed: redirect_loop",
    "redirect-without-end": "failed: redirect_loop",
    "redirect-to-another-site": "failed: offsite",
    "redirect-to-the-cloud": "failed: offsite",
    "redirect-to-a-file": "failed: redirect_scheme",
    "redirect-to-data": "failed: redirect_scheme",
    "redirect-with-cookie": "stored",
    "redirect-to-a-known-page": "",
    "empty": "rejected: no_text",
    "pdf-as-html": "rejected: not_html",
    "picture": "rejected: not_html",
    "json-as-html": "rejected: not_html",
    "nul-bytes": "rejected: ",
    "nul-inside": "stored",
    "invalid-utf-8": "stored",
    "utf-8-called-gbk": "stored",
    "gbk-called-utf-8": "stored",
    "lone-surrogates": "stored",
    "nested-100000": "rejected: too_deep",
    "attributes-100000": "rejected: too_large",
    "links-200000": "rejected: too_large",
    "text-of-20-mb": "failed: too_large",
    "text-of-7-mb": "",
    "hostile-for-regexes": "",
    "escapes-in-title": "stored",
    "script-in-title": "stored",
}
"""Door and beginning of the reason, by fault; where it is empty, any door will do as long as there is one."""

HEALTHY = ("healthy-1", "healthy-2", "healthy-3")
TIMEOUT = 3


@pytest.fixture(scope="module")
def site():
    faults.zeros(200)  # made beforehand: the server's time is not what is tested
    paths = [f"/news/2024/0305/{name}.html" for name in (*HEALTHY, *FAULTS)]
    with FaultServer() as server:
        server.pages["/"] = listing(*paths)
        yield server


@pytest.fixture(scope="module")
def outcome(site, crawl):
    return crawl(faulty=f'start_urls = ["{site.url}/"]\n', settings=[f"DOWNLOAD_TIMEOUT={TIMEOUT}"])


def url_of(site, name):
    return f"{site.url}/news/2024/0305/{name}.html"


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_fault_leaves_by_its_door(site, outcome, name):
    door = outcome.door(url_of(site, name))

    assert door
    assert door.startswith(EXPECTED[name])


@pytest.mark.parametrize("name", HEALTHY)
def test_a_healthy_page_beside_them_is_stored(site, outcome, name):
    assert outcome.door(url_of(site, name)) == "stored"


def test_the_counts_add_up(outcome):
    counts = outcome.runs["faulty"]["counts"]

    assert counts["yielded"] == counts["stored"] + counts["rejected"] + counts["failed"] == len(outcome.doors)
    assert counts["yielded"] == len(FAULTS) + len(HEALTHY)


def test_memory_and_time_stay_bounded(outcome):
    assert outcome.megabytes < 500
    assert outcome.seconds < 60


def test_pages_that_may_come_right_are_asked_for_three_times(site, outcome):
    for name in ("status-500", "resets", "gzip-cut", "length-too-short"):
        assert site.asked[f"/news/2024/0305/{name}.html"] == 3


def test_pages_that_cannot_come_right_are_asked_for_once(site, outcome):
    for name in ("status-404", "gzip-bomb", "pdf-as-html"):
        assert site.asked[f"/news/2024/0305/{name}.html"] == 1


def test_the_text_of_mislabelled_pages_is_right(site, outcome):
    for name in ("utf-8-called-gbk", "gbk-called-utf-8"):
        _, line = outcome.doors[url_of(site, name)]
        assert "船上的货物在对岸卸下" in line["text"]


def test_control_characters_reach_neither_text_nor_terminal(site, outcome):
    _, line = outcome.doors[url_of(site, "escapes-in-title")]

    assert "\x1b" not in line["title"] + line["text"]
    assert "\x07" not in line["title"]
    assert "\x1b" not in outcome.log
