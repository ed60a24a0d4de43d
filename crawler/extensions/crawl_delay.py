"""Crawl-delay of robots.txt, which Scrapy reads and does not apply."""

import logging
from typing import TYPE_CHECKING, Self

from scrapy import signals

from crawler.middlewares.robots import RobotsMiddleware
from crawler.urls import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.robotstxt import RobotParser

logger = logging.getLogger(__name__)

MOST_SECONDS = 300.0
"""Longest distance kept; a host that asks for more does not want to be crawled, and is left alone."""


class CrawlDelayExtension:
    """Keep the distance between two requests that a host asks for; it can only make a crawl slower."""

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler
        self.user_agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Listen for robots.txt."""
        extension = cls(crawler)
        crawler.signals.connect(extension.apply, signal=signals.robots_parsed)
        return extension

    def apply(self, robotparser: "RobotParser", request: "Request") -> None:
        """Set the delay of the host's slot."""
        delay, host = robotparser.crawl_delay(self.user_agent), host_of(request.url)
        if not delay or delay <= 0:
            return
        self.crawler.stats.set_value(f"robotstxt/crawl_delay/{host}", delay)
        if delay > MOST_SECONDS:
            robots = self.crawler.get_downloader_middleware(RobotsMiddleware)
            if robots is not None:
                robots.shut(host, f"robots.txt asks for {delay:g} s between two requests")
            return
        downloader = self.crawler.engine.downloader
        key = downloader.get_slot_key(request)
        known = downloader.slots.get(key)
        if delay <= (known.delay if known else self.crawler.settings.getfloat("DOWNLOAD_DELAY")):
            return
        logger.info("%s asks for %g s between two requests", host, delay)
        if known is not None:
            known.delay, known.jitter, known.concurrency = delay, 0.0, 1
        # An idle slot is thrown away after a minute; the next one begins with this.
        downloader.per_slot_settings[key] = {"delay": delay, "jitter": 0.0, "concurrency": 1}
