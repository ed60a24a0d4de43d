"""The crawl, live on a terminal: pages, articles, copies, rejects and rate, for each site of the process."""

import logging
from typing import TYPE_CHECKING, Any, ClassVar, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from crawler.command_line.progress import Screen
from crawler.items import Article
from crawler.runs.doors import page_failed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.runs.verdict import Verdict

COPY = "copy"
"""Reason of a rejection that is counted apart."""


class ProgressExtension:
    """Count what a crawl does and show it with the other crawls of the process, on a terminal only.

    PROGRESS_ENABLED switches it off; under cron there is no terminal, and nothing but log lines.
    """

    screen: ClassVar[Screen | None] = None
    """The screen that all crawls of this process share."""

    def __init__(self, crawler: "Crawler", screen: Screen) -> None:
        self.site = crawler.spidercls.name
        self.counts = screen.watch.of(self.site)
        self.shown = screen
        for handler, signal in (
            (self.opened, signals.spider_opened),
            (self.received, signals.response_received),
            (self.scraped, signals.item_scraped),
            (self.dropped, signals.item_dropped),
            (self.error, signals.item_error),
            (self.failed, page_failed),
            (self.closed, signals.spider_closed),
        ):
            crawler.signals.connect(handler, signal=signal)

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Join the screen; raises NotConfigured where there is no terminal or nothing is stored."""
        settings = crawler.settings
        if not (settings.getbool("STORAGE_ENABLED") and settings.getbool("PROGRESS_ENABLED")):
            raise NotConfigured
        if ProgressExtension.screen is None:
            ProgressExtension.screen = Screen("crawl", closing=settings.getbool("PROGRESS_SUMMARY"))
        if not ProgressExtension.screen.is_terminal:
            raise NotConfigured
        return cls(crawler, ProgressExtension.screen)

    def opened(self) -> None:
        """Show the screen."""
        self.shown.enter(logging.getLogger().handlers)

    def received(self, response: "Response", request: "Request") -> None:
        """Count a page."""
        self.counts.pages += response.status == 200 and not request.url.endswith("/robots.txt")

    def scraped(self, item: Any) -> None:
        """Count an article that was stored."""
        self.counts.articles += isinstance(item, Article)

    def dropped(self, item: Any, exception: Exception) -> None:
        """Count an article that was rejected."""
        if isinstance(item, Article):
            is_copy = getattr(exception, "reason", "") == COPY
            self.counts.duplicates += is_copy
            self.counts.rejected += not is_copy

    def error(self, item: Any) -> None:
        """Count an article that a stage failed on."""
        self.counts.failed += isinstance(item, Article)

    def failed(self, url: str, error: str, spider: "Spider | None" = None) -> None:  # noqa: ARG002 - of the signal
        """Count a page that never became an article."""
        self.counts.failed += 1

    def closed(self) -> None:
        """Leave the screen; the last one switches it off."""
        self.counts.done = True
        self.shown.leave()


def print_closing(verdicts: "Mapping[str, Verdict]") -> None:
    """Print the closing table of a process's crawls, on a terminal only."""
    screen, ProgressExtension.screen = ProgressExtension.screen, None
    if screen is not None and screen.is_terminal and screen.closing:
        screen.close({site: (verdict.exit_code, verdict.sentence) for site, verdict in verdicts.items()})
