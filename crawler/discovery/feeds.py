"""Feeds: RSS, RDF and Atom, as a stream."""

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from crawler.discovery.xml import local_name, read_elements, read_root
from crawler.urls import normalise_url

MOST_ENTRIES = 5_000
"""Entries taken from one feed; feeds hold tens, archives of feeds hundreds."""


def is_feed(body: bytes) -> bool:
    """Say whether a body is a feed, by its first tag."""
    return read_root(body) in {"rss", "rdf", "feed"}


def read_feed(body: bytes, base: str) -> Iterator[str]:
    """Give the normalised URLs of a feed's entries in their order; *base* is the feed's own URL."""
    for number, element in enumerate(read_elements(body, frozenset(("item", "entry")))):
        if number >= MOST_ENTRIES:
            return
        if reference := _reference(element):
            try:
                yield normalise_url(urljoin(base, reference.strip()))
            except ValueError:
                continue


def _reference(entry: etree._Element) -> str | None:
    """Give where an entry leads: its link, or an identifier that is one."""
    identifier = None
    for child in entry:
        name = local_name(child)
        if name == "link":
            if (child.get("rel") or "alternate") == "alternate" and (reference := child.get("href") or child.text):
                return reference
        elif name in {"guid", "id"} and (child.text or "").strip().startswith(("http://", "https://")):
            identifier = child.text if child.get("isPermaLink") != "false" else identifier
    return identifier or next((str(value) for key, value in entry.items() if str(key).endswith("about")), None)
