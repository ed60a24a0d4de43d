"""What to do with the links of a list page: the articles, the lists, and the pages that only their text can tell."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin

from lxml import etree

from crawler.discovery.links import Link, PageLinks
from crawler.discovery.pages import next_page
from crawler.discovery.shapes import Kind, score_url, tell_apart, tell_listed
from crawler.discovery.traps import is_file, is_trap
from crawler.extraction.page.selecting import select
from crawler.sites.model import Discover, Site
from crawler.urls import host_of, normalise_url, owns

logger = logging.getLogger(__name__)

SURE_SCORE = 2
"""Score of a URL alone from which it is an article beyond doubt: a date, a number, or a headline in its path."""


@dataclass(slots=True, kw_only=True)
class Plan:
    """Where to go from one page; URLs are normalised, on the site, and in the page's order."""

    articles: list[str] = field(default_factory=list)
    """Pages that are articles by their links."""
    pages: list[str] = field(default_factory=list)
    """Pages that may be either."""
    lists: list[str] = field(default_factory=list)
    """Pages that list articles or sections."""
    following: str | None = None
    """The next page of the same list."""
    feeds: list[str] = field(default_factory=list)
    """Feeds the page names."""
    sitemaps: list[str] = field(default_factory=list)
    """Sitemaps the page names."""


class Rules:
    """A site's rules of discovery, ready for use."""

    def __init__(self, site: Site, allows: Callable[[str], bool] = lambda _: True) -> None:
        self.site = site
        self.allows = allows
        """Says whether robots.txt allows a URL."""
        self.discover: Discover = site.discover

    @cached_property
    def _patterns(self) -> dict[str, list[re.Pattern[str]]]:
        tables = {"article": self.discover.article, "list": self.discover.list, "ignore": self.discover.ignore}
        return {name: [re.compile(pattern) for pattern in patterns] for name, patterns in tables.items()}

    def is_own(self, url: str) -> bool:
        """Say whether a URL is on one of the site's hosts."""
        return owns(self.site.domains, host_of(url))

    def is_open(self, url: str) -> bool:
        """Say whether a URL may be followed at all."""
        if not self.is_own(url) or is_trap(url) or is_file(url) or self._matches("ignore", url):
            return False
        return self.allows(url)

    def kind_by_rule(self, url: str) -> Kind | None:
        """Give what the site file says a URL is; None where it leaves it to the shapes.

        Where the file has a rule for articles, nothing else is one; only the shapes of lists are still used.
        """
        if self._matches("article", url):
            return "article"
        if self._matches("list", url):
            return "list"
        return None

    def plan(self, page: PageLinks, url: str, *, following: str | None) -> Plan:
        """Sort the links of the list page at *url*; *following* is its next page where the site file tells it."""
        plan = Plan()
        links = [link for link in page.anchors if link.url != url and self.is_open(link.url)]
        automatic = self.discover.automatic
        guessed = tell_apart([link for link in links if "nofollow" not in link.rel.split()]) if automatic else {}
        following = following or (next_page(url, links, page.following) if not self.discover.next else None)
        if following and following != url and self.is_open(following):
            plan.following = following
        for link in links:
            self._sort(plan, link, guessed.get(link.url))
        if automatic:
            plan.lists.extend(onward for onward in page.onward if onward != url and self.is_open(onward))
            plan.feeds = [feed for feed in page.feeds if self.is_own(feed)]
            plan.sitemaps = [sitemap for sitemap in page.sitemaps if self.is_own(sitemap)]
        return plan

    def next_by_selector(self, root: etree._Element, url: str) -> str | None:
        """Give the next page by the site file's own selector; None where there is none, or it fails on this page."""
        selector = self.discover.next
        if not selector:
            return None
        try:
            found = select(root, [selector])
        except ValueError as error:
            logger.warning("discover.next cannot be evaluated on %s: %s", url, error)
            return None
        for target in found:
            href = target if isinstance(target, str) else target.get("href")
            try:
                return normalise_url(urljoin(url, href or ""))
            except ValueError:
                continue
        return None

    def articles_among(self, urls: list[str]) -> list[str]:
        """Give the articles among the URLs of a sitemap."""
        own = [url for url in urls if self.is_open(url)]
        guessed = tell_listed(own)
        return [url for url in own if self._kind(url, guessed[url]) == "article"]

    def is_entry(self, url: str) -> bool:
        """Say whether an entry of a feed is followed: all of them are articles, unless the site file says otherwise."""
        return self.is_open(url) and (not self.discover.article or self.kind_by_rule(url) == "article")

    def is_sure(self, url: str) -> bool:
        """Say whether a URL is an article beyond doubt, whatever its page looks like."""
        return self.kind_by_rule(url) == "article" or score_url(url) >= SURE_SCORE

    def may_be_article(self, url: str) -> bool:
        """Say whether a page that was taken for a list, and lists nothing, may be an article by its URL."""
        return not self.discover.article and score_url(url) >= 0

    def _sort(self, plan: Plan, link: Link, guess: Kind | None) -> None:
        if link.url == plan.following:
            return
        kind = self._kind(link.url, guess)
        if kind == "article":
            plan.articles.append(link.url)
        elif kind == "page":
            plan.pages.append(link.url)
        elif kind == "list":
            plan.lists.append(link.url)

    def _kind(self, url: str, guess: Kind | None) -> Kind | None:
        if kind := self.kind_by_rule(url):
            return kind
        if self.discover.article:  # what the rule does not name is no article; it may still be a list
            return "list" if guess == "list" and not self.discover.list else None
        if self.discover.list and guess == "list":
            return None
        return guess

    def _matches(self, table: str, url: str) -> bool:
        return any(pattern.search(url) for pattern in self._patterns[table])
