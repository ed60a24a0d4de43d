"""What a spider knows of its site: rules, robots.txt, the ledger's URLs, the lists that were walked."""

import logging
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from scrapy import Request, Spider

from crawler.discovery.frontier import Frontier
from crawler.discovery.known import KnownUrls, MemoryUrls
from crawler.discovery.plan import Rules
from crawler.discovery.walk import Walk
from crawler.given import is_given
from crawler.ledger import ledger_of
from crawler.middlewares.robots import RobotsMiddleware
from crawler.sites import Site
from crawler.spiders.politeness import politeness_of
from crawler.urls import host_of, owns

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


FEW = 3
"""Articles from which it is no chance that a selector matched nothing on any of them."""


class SiteSpider(Spider):
    """A spider of one site, before it asks for anything."""

    site: ClassVar[Site]
    articles = 0
    """Articles read so far."""

    def __init__(self, **arguments: str) -> None:
        """Take no arguments; raises ValueError for one, which a site's file would not know."""
        if arguments:
            raise ValueError(f"the spider of a site takes no argument {next(iter(arguments))!r}; its file says all")
        super().__init__()

    @cached_property
    def notes(self) -> Counter[str]:
        """How many articles have each note on a selector of the site."""
        return Counter()

    def note(self, notes: Iterable[str]) -> None:
        """Count an article and what extraction notes of it, where that is the site file's matter."""
        self.articles += 1
        self.notes.update(note for note in notes if note.startswith("selector "))

    def closed(self, _reason: str) -> None:
        """Say which selectors of the site did not do their work; a maintainer must see when a layout changes."""
        for note, number in self.notes.items():
            is_normal = note.endswith("matched nothing") and (number < self.articles or number < FEW)
            level = logging.INFO if is_normal else logging.WARNING
            self.logger.log(level, "%s (%s of %s articles)", note, number, self.articles)

    @classmethod
    def update_settings(cls, settings: "BaseSettings") -> None:
        """Apply `[politeness]`; a setting given with `-s` wins over it."""
        super().update_settings(settings)
        settings.setdict(politeness_of(cls.site, settings), priority="spider")

    @classmethod
    def handles_request(cls, request: Request) -> bool:
        """Say whether a request is for one of the site's hosts, port included."""
        return owns(cls.site.domains, host_of(request.url))

    @cached_property
    def rules(self) -> Rules:
        """The site's rules of discovery."""
        robots = self.robots
        return Rules(self.site, robots.allows) if robots is not None else Rules(self.site)

    @cached_property
    def robots(self) -> RobotsMiddleware | None:
        """The middleware that knows robots.txt; None where the settings name other middlewares."""
        return self.crawler.get_downloader_middleware(RobotsMiddleware)

    @cached_property
    def frontier(self) -> Frontier:
        """The site's article URLs; the ledger comes after the spider was built, so this waits for the first use."""
        known: KnownUrls = getattr(ledger_of(self.crawler), "urls", None) or MemoryUrls()
        return Frontier(known, self.site.name, most=self.most)

    @cached_property
    def walk(self) -> Walk:
        """The site's lists."""
        settings = self.crawler.settings
        return Walk(
            self.rules,
            self.frontier,
            most_lists=min(self.most, settings.getint("DISCOVERY_MAX_LISTS")),
            most_depth=self._chosen("DISCOVERY_MAX_DEPTH", self.site.discover.max_depth),
            barren=settings.getint("DISCOVERY_MAX_BARREN"),
            trust=3600 * settings.getfloat("DISCOVERY_TRUST_HOURS"),
        )

    def lost(self) -> list[str]:
        """Give the next URLs that gave no article in earlier runs and may give one now."""
        ledger = ledger_of(self.crawler)
        until = ledger.runs.last_whole(self.site.name) if ledger is not None else ""
        hours = [float(rest) for rest in self.crawler.settings.getlist("DISCOVERY_AGAIN_HOURS")]
        return self.frontier.lost(hours, until)

    @property
    def most(self) -> int:
        """Most pages of a kind in one run."""
        return self._chosen("DISCOVERY_MAX_PAGES", self.site.discover.max_pages)

    def _chosen(self, name: str, own: int) -> int:
        """Give a number of the site file, unless it is 0 there or the setting was given for this run."""
        settings = self.crawler.settings
        return own if own and not is_given(settings, name) else settings.getint(name)

    def count(self, what: str, number: int = 1) -> None:
        """Add to the stat `discovery/<what>`."""
        if number:
            self.crawler.stats.inc_value(f"discovery/{what}", number)
