"""robots.txt as RFC 9309 means it: a host that cannot say what is allowed has forbidden everything."""

import logging
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser

from crawler.middlewares.refusal import ROBOTS, PageRefused
from crawler.urls import host_of, normalise_url

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

MOST_BYTES = 500 * 1024
"""Bytes of a robots.txt that are read; RFC 9309 2.5 asks for at least 500 KiB."""
MOST_SECONDS = 10.0
"""Seconds for a robots.txt; it is a small file, and a host that takes longer is not well."""
MOST_WILDCARDS = 8
"""Stars in one rule; the parser's expressions take polynomial time in their number, and genuine rules have one or two."""
MOST_SITEMAPS = 100
"""Sitemaps taken from one robots.txt."""
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500
CLIENT_ERROR = 400
NOT_THERE = (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
"""What says that a robots.txt did not come, and not that the code is at fault."""
SITEMAP = re.compile(r"^\s{0,20}site-?maps?\s{0,20}:\s{0,20}(\S{1,2083})", re.IGNORECASE | re.MULTILINE)


def is_news(record: logging.LogRecord) -> bool:
    """Say whether a line of Scrapy's log is more than a traceback of what `RobotsMiddleware.shut` says in one line."""
    return not (record.exc_info and isinstance(record.exc_info[1], NOT_THERE))


logging.getLogger(RobotsTxtMiddleware.__module__).addFilter(is_news)


class RobotsMiddleware(RobotsTxtMiddleware):
    """Obeys robots.txt: 5xx, 429 and no answer forbid the host for this run, 4xx allows it.

    ROBOTSTXT_OBEY has no say: a guest does not choose whether the rules of the house hold.
    """

    def __init__(self, crawler: "Crawler") -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            logger.warning(
                "ROBOTSTXT_OBEY is off, which has no effect: robots.txt and its Crawl-delay hold in any case."
            )
        settings = crawler.settings.copy()
        settings.frozen = False
        settings.set("ROBOTSTXT_OBEY", value=True, priority="cmdline")
        # Scrapy's own switches itself off by the setting, so it is shown others.
        obeying: Any = SimpleNamespace(settings=settings, stats=crawler.stats, spider=crawler.spider)
        super().__init__(obeying)
        self.crawler = crawler
        self.sitemaps: dict[str, tuple[str, ...]] = {}
        """The sitemaps that robots.txt names, by host."""
        self.unreachable: dict[str, str] = {}
        """Hosts whose robots.txt could not be read, and why."""

    async def process_request(self, request: Request, spider: "Spider | None" = None) -> None:  # noqa: ARG002
        """Obey robots.txt, whose own request is tried twice and not for long: everything else waits for it."""
        if request.meta.get("dont_obey_robotstxt"):
            request.meta.setdefault("max_retry_times", 1)
            limit = self.crawler.settings.getfloat("DOWNLOAD_TIMEOUT")
            request.meta["download_timeout"] = min(limit, MOST_SECONDS)
        await super().process_request(request)

    def process_request_2(self, rp: "RobotParser | None", request: Request) -> None:
        """Refuse a request that robots.txt forbids, in the words of failed.jsonl."""
        host = host_of(request.url)
        if host in self.unreachable:
            self._stats.inc_value("robotstxt/forbidden")
            raise PageRefused(ROBOTS, self.unreachable[host])
        if rp is not None and not rp.allowed(request.url, self._robotstxt_useragent or self._default_useragent):
            self._stats.inc_value("robotstxt/forbidden")
            raise PageRefused("robots_forbidden", final=True)

    def allows(self, url: str) -> bool:
        """Say whether a URL is allowed as far as is known; a host whose robots.txt was not read yet has no say."""
        host = host_of(url)
        parser = self._parsers.get(host)
        agent = self._robotstxt_useragent or self._default_useragent
        return host not in self.unreachable and (not isinstance(parser, RobotParser) or parser.allowed(url, agent))

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        status, host = response.status, netloc.lower()
        if status >= SERVER_ERROR or status == TOO_MANY_REQUESTS:
            self.shut(host, f"robots.txt answers {status}")
        body = b"" if status >= CLIENT_ERROR else response.body[:MOST_BYTES]
        text = body.decode("utf-8", "replace")
        found = (SITEMAP.findall(text) if status < CLIENT_ERROR else [])[:MOST_SITEMAPS]
        self.sitemaps[host] = tuple(filter(None, (_absolute(response.url, url) for url in found)))
        await super()._parse_robots(response.replace(body=_tame(text).encode()), netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self.shut(netloc.lower(), f"robots.txt: {type(exc).__name__}: {exc}"[:200])
        super()._robots_error(exc, netloc)

    def shut(self, host: str, why: str) -> None:
        """Forbid a host for this run, and say so."""
        self.unreachable[host] = why
        self._stats.inc_value("robotstxt/unreachable")
        logger.warning("%s is left alone in this run: %s", host, why)


def _tame(text: str) -> str:
    """Leave out rules with so many wildcards that matching them could take for ever; a robots.txt is hostile input."""
    return "\n".join(line for line in text.splitlines() if line.count("*") <= MOST_WILDCARDS)


def _absolute(base: str, url: str) -> str | None:
    try:
        return normalise_url(urljoin(base, url))
    except ValueError:
        return None
