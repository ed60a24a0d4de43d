"""The life of a run in a crawl: opened before anything else, committed by the clock, sealed when the spider closed."""

import logging
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call
from scrapy.utils.defer import _schedule_coro

from crawler.ledger import attach
from crawler.middlewares.holdback import FAULTS, batch_passed
from crawler.middlewares.refusal import PageRefused
from crawler.runs.doors import page_failed
from crawler.runs.provenance import facts_of, run_settings
from crawler.runs.run import Run
from crawler.runs.verdict import HEALTHY, NO_START, STOPPED, Verdict

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

logger = logging.getLogger(__name__)

HTTP_ERROR = 400
HTTP_NOT_MODIFIED = 304


class RunExtension:
    """Hold the run of one crawl and tell it what happens there.

    On for `scrapy crawl` and `scrapy crawlall`, which set STORAGE_ENABLED; `shell`, `parse` and `fetch` leave no trace.
    """

    def __init__(self, crawler: "Crawler", run: Run) -> None:
        self.crawler = crawler
        self.run = run
        self.verdict: Verdict | None = None
        self.reason = ""
        """Why the spider closed."""
        self._clock = create_looping_call(self._tick)
        self._stopping = False

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Take the site's lock and open the ledger, before any other component is built.

        Raises LockHeldError where another run of the site goes on, OSError or LedgerError where the output folder
        cannot be used: the crawl does not start.
        """
        if not crawler.settings.getbool("STORAGE_ENABLED"):
            raise NotConfigured
        run = Run(crawler.spidercls.name, run_settings(crawler.settings, facts_of(crawler)))
        attach(crawler, run.ledger)
        extension = cls(crawler, run)
        for handler, signal in (
            (extension.spider_opened, signals.spider_opened),
            (extension.spider_closed, signals.spider_closed),
            (extension.spider_error, signals.spider_error),
            (extension.response_received, signals.response_received),
            (extension.page_failed, page_failed),
            (extension.batch_passed, batch_passed),
        ):
            crawler.signals.connect(handler, signal=signal)
        return extension

    def spider_opened(self) -> None:
        """Start the clock that commits what waits."""
        self._clock.start(self.run.settings.commit_seconds, now=False)

    def spider_closed(self, reason: str) -> None:
        """Seal the run."""
        self.finish(reason)

    def finish(self, reason: str) -> None:
        """Seal the run if it began and was not sealed before."""
        if self._clock.running:
            self._clock.stop()
        if self.verdict is not None:
            return
        self.reason = reason
        if self.run.writer is None:
            self.run.abandon()
            self.verdict = Verdict(exit_code=HEALTHY, sentence="nothing was stored: the storage stage is off")
            return
        self._note_errors()
        self.verdict = self.run.close(reason)

    def abandon(self) -> None:
        """Give the lock back after a start that failed."""
        if self.run.writer is not None:
            self.finish("start_failed")
        else:
            self.run.abandon()
        self.verdict = Verdict(exit_code=NO_START, sentence="the crawl could not start")

    def spider_error(self, failure: "Failure", response: "Response | None") -> None:
        """Write a page whose callback raised through the third door."""
        if self.run.broken:
            self._stop_if_broken()
        elif response is not None and hasattr(response, "url"):
            error = f"callback_error: {type(failure.value).__name__}: {failure.value}"
            # A list page is no article: its URL must not wait among them.
            self.page_failed(response.url, error, article=self.run.ledger.urls.known(response.url) is not None)

    def page_failed(self, url: str, error: str, final: bool = False, article: bool = True) -> None:
        """Write a page that never became an article through the third door."""
        if not self.run.broken:
            self.run.fail(url, error, final=final, article=article)
        self._stop_if_broken()

    def batch_passed(self) -> None:
        """Commit what was judged, so that no other process waits for it."""
        self.run.commit()
        self._stop_if_broken()

    def response_received(self, response: "Response", request: "Request") -> None:
        """Count the pages."""
        if request.url.endswith("/robots.txt"):
            return
        self.run.counts.pages += response.status < HTTP_ERROR
        self.run.counts.unchanged += response.status == HTTP_NOT_MODIFIED

    def _tick(self) -> None:
        self.run.commit_if_due()
        self._stop_if_broken()

    def _stop_if_broken(self) -> None:
        spider: Spider | None = self.crawler.spider
        if self.run.broken and not self._stopping and spider is not None:
            self._stopping = True
            _schedule_coro(self.crawler.engine.close_spider_async(reason="storage_failed"))

    def _note_errors(self) -> None:
        """Give the run what went wrong outside articles, for its verdict."""
        stats: dict[str, Any] = self.crawler.stats.get_stats()
        self.run.faults = [name.removeprefix(FAULTS) for name in stats if name.startswith(FAULTS)]
        if self.run.counts.failed:
            return  # the spider reports what goes wrong
        for name, number in stats.items():
            if name == "robotstxt/forbidden":
                self.run.errors["robots_forbidden"] = number
            elif name.startswith("downloader/exception_type_count/"):
                kind = name.rpartition(".")[2].rpartition("/")[2]
                if kind != PageRefused.__name__ or self.reason not in STOPPED:  # what a stop leaves unasked is no error
                    self.run.errors[kind] = number


def run_of(crawler: "Crawler") -> Run | None:
    """Give the run of a crawl, None where nothing is stored."""
    extension = crawler.get_extension(RunExtension)
    return extension.run if extension is not None else None
