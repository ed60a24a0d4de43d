"""Asking again: after what the server says it needs, else after a pause that grows with every failure of its host."""

import logging
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.exceptions import CannotResolveHostError, DownloadConnectionRefusedError, DownloadTimeoutError
from scrapy.utils.asyncio import sleep

from crawler.extensions.stopping import LOOK_SECONDS, is_stopping
from crawler.middlewares.refusal import DOWN, STOPPED, PageRefused
from crawler.urls import host_of

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

BUSY = frozenset((429, 503))
"""Statuses that mean: later."""
NO_ANSWER = (DownloadTimeoutError, DownloadConnectionRefusedError, CannotResolveHostError)
"""What speaks against the whole host; any other failure may lie in one page."""
MOST_STRIKES = 5
"""Pauses in a row, without an answer in between, after which a host is left alone for the rest of the run."""


@dataclass(slots=True)
class Host:
    """How a host has behaved lately."""

    strikes: int = 0
    """Pauses since its last answer."""
    until: float = 0.0
    """Monotonic time before which it is not asked."""


class BackoffMiddleware(RetryMiddleware):
    """Scrapy's retries, with Retry-After honoured and a pause for the whole host."""

    def __init__(self, settings: "BaseSettings") -> None:
        super().__init__(settings)
        self.first = settings.getfloat("BACKOFF_SECONDS")
        """Pause after a first failure; it doubles with each."""
        self.most = settings.getfloat("BACKOFF_MAX_SECONDS")
        """Longest pause; a server that asks for more is left for the next run."""
        self.hosts: dict[str, Host] = {}

    async def process_request(self, request: "Request", spider: "Spider | None" = None) -> None:  # noqa: ARG002
        """Hold a request back while its host rests."""
        await self._wait(request.meta.get("backoff_until", 0.0))
        host = self.hosts.get(host_of(request.url))
        while host is not None and host.strikes < MOST_STRIKES and host.until > time.monotonic():
            await self._wait(min(host.until, time.monotonic() + LOOK_SECONDS))
        if host is not None and host.strikes >= MOST_STRIKES:
            raise PageRefused(DOWN, f"{host_of(request.url)} is left alone until the next run")

    def process_response(
        self,
        request: "Request",
        response: "Response",
        spider: "Spider | None" = None,  # noqa: ARG002 - the base class has it
    ) -> "Request | Response":
        """Ask again later for what failed for now."""
        if response.status not in BUSY:
            host = self.hosts.get(host_of(request.url))
            resting = host is not None and (host.until > time.monotonic() or host.strikes >= MOST_STRIKES)
            if host is not None and not resting:  # what comes during a rest was asked before it
                host.strikes = 0
        else:
            asked = retry_after(response)
            self._rest(host_of(request.url), asked)
            if asked is not None and asked > self.most:
                self.hosts[host_of(request.url)].strikes = MOST_STRIKES
                raise PageRefused("host_busy", f"status {response.status}, Retry-After {asked:.0f} s")
        return super().process_response(request, response)

    def process_exception(
        self,
        request: "Request",
        exception: Exception,
        spider: "Spider | None" = None,  # noqa: ARG002 - the base class has it
    ) -> "Request | Response | None":
        """Ask again later for what did not come."""
        if isinstance(exception, NO_ANSWER):
            self._rest(host_of(request.url), None)
        if isinstance(exception, DownloadTimeoutError):  # a page that hung twice has cost a minute
            request.meta["max_retry_times"] = 1
        return super().process_exception(request, exception)

    def _retry(self, request: "Request", reason: Any) -> "Request | None":
        """Give the next try of a request, which waits longer each time."""
        following = super()._retry(request, reason)
        if following is not None:
            pause = self.first * 2 ** request.meta.get("retry_times", 0)
            following.meta["backoff_until"] = time.monotonic() + min(self.most, pause)
        return following

    def _rest(self, name: str, asked: float | None) -> None:
        """Let a host rest; what fails during the rest was asked before it, and says nothing new."""
        host, now = self.hosts.setdefault(name, Host()), time.monotonic()
        if host.until <= now:
            host.strikes += 1
        pause = self.first * 2 ** (host.strikes - 1) if asked is None else asked
        host.until = max(host.until, now + min(self.most, pause))
        self.crawler.stats.inc_value("backoff/pauses")
        self.crawler.stats.max_value("backoff/longest_seconds", round(pause, 3))
        logger.debug("%s rests for %.1f s", name, pause)

    async def _wait(self, until: float) -> None:
        """Wait until a monotonic time, or until the crawl is to stop."""
        while (seconds := until - time.monotonic()) > 0:
            if is_stopping(self.crawler):
                raise PageRefused(STOPPED)
            await sleep(min(seconds, LOOK_SECONDS))


def retry_after(response: "Response") -> float | None:
    """Give the seconds of a Retry-After header, 0 for a time that is past; None where there is none that can be read."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isascii() and value.isdecimal() and len(value) <= 9:
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())
