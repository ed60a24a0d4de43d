"""Sitemaps: index, urlset, news, plain text; as a stream that is bounded in every direction."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.discovery.xml import local_name, read_elements, read_root
from crawler.urls import normalise_url

MOST_URLS = 50_000
"""URLs taken from one sitemap; the protocol allows no more in one file."""

URL = (b"http://", b"https://")
"""How a line of a plain sitemap begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a sitemap."""

    url: str
    """Where it leads, normalised."""
    is_sitemap: bool = False
    """Whether that is another sitemap."""
    modified: str = ""
    """`lastmod`, or the time of publication of a news sitemap, as it stands."""


def is_sitemap(body: bytes) -> bool:
    """Say whether a body is a sitemap: an XML one by its first tag, also where it is gzipped, a plain one by its first URL."""
    if _has_lines(body) and body[:100].removeprefix(BOM_UTF8).lstrip().startswith(URL):
        return True
    return read_root(body) in {"urlset", "sitemapindex"}


def read_sitemap(body: bytes) -> Iterator[Entry]:
    """Give the entries of a sitemap in their order; entries that are no web pages are left out.

    Takes XML, gzipped or not, or plain text with one URL a line. Reads no further than `crawler.discovery.xml` does.
    """
    if _has_lines(body):
        yield from _read_lines(body.removeprefix(BOM_UTF8))
        return
    for element in read_elements(body, frozenset(("url", "sitemap"))):
        texts = {local_name(child): child.text or "" for child in element.iter()}
        if url := _normalise(texts.get("loc", "")):
            yield Entry(
                url=url,
                is_sitemap=local_name(element) == "sitemap",
                modified=texts.get("publication_date") or texts.get("lastmod") or "",
            )


def _has_lines(body: bytes) -> bool:
    return body[:2] != b"\x1f\x8b" and b"<" not in body[:1000]


def _read_lines(body: bytes) -> Iterator[Entry]:
    for line in body.decode("utf-8", "replace").splitlines():
        if url := _normalise(line):
            yield Entry(url=url)


def _normalise(url: str) -> str | None:
    try:
        return normalise_url(url)
    except ValueError:
        return None
