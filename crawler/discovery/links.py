"""The links of a page: one walk over its attributes, each URL normalised, nothing fetched."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from crawler.extraction.page.beginnings import MOST_ELEMENTS, beginning_of
from crawler.urls import normalise_url

MOST_LINKS = 20_000
"""Links taken from one page; the longest genuine archive pages have a few thousand."""
MOST_TEXT = 200
"""Characters of a link's text looked at; headlines are shorter."""
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of a page."""

    url: str
    """Where it leads, normalised."""
    text: str = ""
    """What a reader clicks on: its text, else its title or the description of its picture."""
    rel: str = ""
    """Its `rel` attribute in lower case."""


@dataclass(slots=True, kw_only=True)
class PageLinks:
    """Where a page leads to."""

    anchors: list[Link] = field(default_factory=list)
    """Its links, in order, each URL once, with the longest text it has on the page."""
    feeds: list[str] = field(default_factory=list)
    """Feeds it names in its head, or links to with a feed's type."""
    sitemaps: list[str] = field(default_factory=list)
    """Sitemaps it names in its head."""
    following: str | None = None
    """What it calls its next page by `rel`."""
    onward: list[str] = field(default_factory=list)
    """Where it sends the browser by itself: frames, and a refresh in `<meta>`."""


def find_links(root: etree._Element, base: str) -> PageLinks:
    """Walk a page's tree once; *base* is the URL the page came from. Links that are no web pages are left out."""
    page = PageLinks()
    found: dict[str, Link] = {}
    for element in root.iter("base", "a", "area", "link", "meta", "frame", "iframe"):
        if element.tag == "base":
            base = _join(base, element.get("href")) or base
        elif element.tag == "meta":
            page.onward.extend(_refresh(element, base))
        elif element.tag in {"frame", "iframe"}:
            if element.tag == "frame" and (url := _join(base, element.get("src"))):
                page.onward.append(url)
        elif len(found) < MOST_LINKS and (url := _join(base, element.get("href"))):
            rel = (element.get("rel") or "").lower()
            if element.tag == "link":
                _add_head_link(page, element, rel, url)
                continue
            if "next" in rel.split():
                page.following = page.following or url
            link = Link(url=url, text=_text(element), rel=rel)
            if url not in found or len(link.text) > len(found[url].text):
                found[url] = link
    page.anchors = list(found.values())
    return page


def _add_head_link(page: PageLinks, element: etree._Element, rel: str, url: str) -> None:
    """Take down what a `<link>` says about feeds, sitemaps and the next page."""
    names = rel.split()
    if "alternate" in names and (element.get("type") or "").partition(";")[0].strip().lower() in FEED_TYPES:
        page.feeds.append(url)
    elif "sitemap" in names:
        page.sitemaps.append(url)
    elif "next" in names:
        page.following = page.following or url


def _refresh(element: etree._Element, base: str) -> Iterator[str]:
    """Give the target of `<meta http-equiv=refresh content="0; url=...">`."""
    if (element.get("http-equiv") or "").lower() != "refresh":
        return
    _, _, target = (element.get("content") or "")[:3000].partition("=")
    if url := _join(base, target.strip(" \t\r\n'\"")):
        yield url


def _join(base: str, href: str | None) -> str | None:
    """Give the normalised URL of a reference, None where it is no web page."""
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
        return None
    try:
        return normalise_url(urljoin(base, href.strip()))
    except ValueError:
        return None


def _text(element: etree._Element) -> str:
    """Give what a reader clicks on, in one line."""
    text = beginning_of(element, MOST_TEXT)
    if not text.strip():
        inside = islice(element.iterdescendants(), MOST_ELEMENTS)
        picture = next((one for one in inside if one.tag == "img"), None)
        said = element.get("title") or element.get("aria-label")  # an arrow that is drawn has no other word
        text = said or ("" if picture is None else picture.get("alt") or "")
    return " ".join(text.split())[:MOST_TEXT]
