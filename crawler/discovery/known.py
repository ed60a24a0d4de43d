"""What a spider asks of the store of known URLs, and a store that forgets at the end of the run."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is known of a list page, feed or sitemap from an earlier run."""

    etag: str = ""
    """Its ETag, or empty."""
    last_modified: str = ""
    """Its Last-Modified header, or empty."""
    complete: bool = False
    """Whether every article it led to, over all its following pages, reached the store of known URLs."""
    asked: float = 0.0
    """When its body was last read, in seconds since 1970; a 304 does not count."""
    leads: tuple[str, ...] = ()
    """The further lists, feeds and sitemaps it led to: they are asked even when it has not changed itself."""


class KnownUrls(Protocol):
    """The store of URLs, as a spider sees it; URLs are normalised, and the ledger's `urls` is one.

    An article URL waits from `discovered` on until its article is stored or rejected, or it failed for good.
    """

    def discovered(self, site: str, urls: Iterable[str]) -> None:
        """Let article URLs wait; those that are known already stay as they are."""

    def waiting(self, site: str, *, after: str = "", limit: int = 500) -> list[str]:
        """Give at most *limit* waiting URLs of a site that sort behind *after*, sorted."""

    def is_finished(self, url: str) -> bool:
        """Say whether a URL has left by one of the three doors for good."""

    def due(self, site: str, *, days: float, hours: float) -> list[str]:
        """Give finished URLs first seen within *days* that were not fetched for *hours*."""

    def again(self, site: str, *, hours: Sequence[float], until: str) -> list[str]:
        """Give URLs that left without an article, for a reason that may pass, and are due for another look."""

    def set_aside(self, site: str, url: str) -> None:
        """Note that a URL is no article of its own (a further page of one, or a list after all); it is finished."""

    def listing(self, url: str) -> Listing | None:
        """Give what is known of a list page, feed or sitemap."""

    def listed(self, site: str, url: str, listing: Listing) -> None:
        """Note the state of a list page, feed or sitemap."""


class MemoryUrls:
    """A store of known URLs for a run without a ledger (`scrapy parse`, `scrapy shell`)."""

    def __init__(self) -> None:
        self._waiting: dict[str, None] = {}
        self._finished: set[str] = set()
        self._listings: dict[str, Listing] = {}

    def discovered(self, site: str, urls: Iterable[str]) -> None:  # noqa: ARG002 - a run knows one site
        """Let article URLs wait."""
        self._waiting.update(dict.fromkeys(url for url in urls if url not in self._finished))

    def waiting(self, site: str, *, after: str = "", limit: int = 500) -> list[str]:  # noqa: ARG002
        """Give at most *limit* waiting URLs that sort behind *after*, sorted."""
        known = sorted(self._waiting)
        start = bisect_right(known, after)
        return known[start : start + limit]

    def is_finished(self, url: str) -> bool:
        """Say whether a URL was set aside; nothing else is ever finished here."""
        return url in self._finished

    def due(self, site: str, *, days: float, hours: float) -> list[str]:  # noqa: ARG002
        """Give nothing: there was no earlier run."""
        return []

    def again(self, site: str, *, hours: Sequence[float], until: str) -> list[str]:  # noqa: ARG002
        """Give nothing: there was no earlier run."""
        return []

    def set_aside(self, site: str, url: str) -> None:  # noqa: ARG002
        """Note that a URL is no article of its own."""
        self._waiting.pop(url, None)
        self._finished.add(url)

    def listing(self, url: str) -> Listing | None:
        """Give what this run noted."""
        return self._listings.get(url)

    def listed(self, site: str, url: str, listing: Listing) -> None:  # noqa: ARG002
        """Note the state of a list page, feed or sitemap."""
        self._listings[url] = listing
