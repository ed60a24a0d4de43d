"""What the spider takes from a response: a page for the walk over lists, or an article."""

import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.discovery.walk import Reply
from crawler.extraction import Extracted, extract
from crawler.extraction.page.contents import is_binary
from crawler.urls import one_form

if TYPE_CHECKING:
    from scrapy.http import Response

    from crawler.sites import Site

NO_LETTERS = re.compile(r"第\d{1,3}[页頁]|[\W\d_]+")
"""What the headline of a further page may add: its number."""


def reply_of(response: "Response", sitemaps: Sequence[str]) -> Reply:
    """Give what the walk needs of a list; *sitemaps* are those that the host's robots.txt names."""
    return Reply(
        body=response.body,
        url=response.url,
        content_type=header(response, "Content-Type"),
        etag=header(response, "ETag"),
        last_modified=header(response, "Last-Modified"),
        asked=time.time(),
        sitemaps=sitemaps,
    )


def read_article(response: "Response", site: "Site") -> Extracted:
    """Read the article of a page, or what the page is instead."""
    kind = header(response, "Content-Type")
    if is_binary(response.body, kind):
        return Extracted(page_kind="not_html")
    return extract(response.body, url=response.url, site=site, content_type=kind or None, fetched=now())


def is_led_away(url: str, landed: str, page_kind: str, starts: Sequence[str]) -> bool:
    """Say whether the URL of an article led to a list or to the front page instead.

    Takes the URL that was asked for, the one that answered, what its page is, and the site's start URLs. Sites that are
    out of order lead all their URLs to the front page, and so do some with articles that are gone.

    >>> is_led_away("https://a.example/news/7.html", "https://a.example/", "article", ())
    True
    >>> is_led_away("https://a.example/news/7.html", "https://a.example/news/7-title.html", "article", ())
    False
    """
    landed = one_form(landed)
    if landed == one_form(url):
        return False
    at = urlsplit(landed)
    is_front = at.path in {"", "/"} and not at.query
    return is_front or page_kind == "list_page" or landed in map(one_form, starts)


def is_continued(first: Extracted, page: Extracted) -> bool:
    """Say whether a page goes on with an article, by its headline: a next article has another one.

    >>> is_continued(Extracted(title="大桥加固工程"), Extracted(title="大桥加固工程（2）"))
    True
    >>> is_continued(Extracted(title="大桥加固工程"), Extracted(title="图书馆通宵开放"))
    False
    """
    one, other = (NO_LETTERS.sub("", extracted.title).casefold() for extracted in (first, page))
    return one in other or other in one


def now() -> str:
    """Give the present time in UTC, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def header(response: "Response", name: str) -> str:
    """Give a header as text, empty where it is missing."""
    return (response.headers.get(name) or b"").decode("latin-1")
