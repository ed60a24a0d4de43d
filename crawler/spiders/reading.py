"""What the spider takes from a response: a page for the walk over lists, or an article."""

import re
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crawler.discovery.walk import Reply
from crawler.extraction import Extracted, extract
from crawler.extraction.page.contents import is_binary

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
