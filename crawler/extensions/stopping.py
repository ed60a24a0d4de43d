"""A crawl that is told to stop does not wait out its politeness first."""

from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.utils.asyncio import create_looping_call

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

LOOK_SECONDS = 0.5
"""Seconds between two looks whether the crawl is to stop."""


class StoppingExtension:
    """Lets the requests that wait for their turn go as soon as the crawl is to stop; the handler then sends none of them.

    Scrapy ends a crawl when every request it has begun is done, those that wait for a delay among them: with a
    Crawl-delay of a minute that is a quarter of an hour, and who sent SIGTERM has sent SIGKILL by then.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler
        self._look = create_looping_call(self._let_go)

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Look while the spider is open."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Begin to look."""
        self._look.start(LOOK_SECONDS, now=False)

    def spider_closed(self) -> None:
        """Look no longer."""
        if self._look.running:
            self._look.stop()

    def _let_go(self) -> None:
        if not is_stopping(self.crawler):
            return
        downloader = self.crawler.engine.downloader
        for slot in downloader.slots.values():
            slot.delay, slot.jitter = 0.0, 0.0
            slot.close()  # forget the call that waits for the end of the delay
            downloader._process_queue(slot)  # noqa: SLF001 - there is no public way to wake a slot


class LeavingExtension(StoppingExtension):
    """Ends what only fetches pages at once when it is told to stop: it has nothing to bring to an end."""

    def _let_go(self) -> None:
        if is_stopping(self.crawler) and self.crawler.engine.downloader.active:
            from twisted.internet import reactor  # noqa: PLC0415 - importing it installs one

            self._look.stop()
            reactor.stop()  # type: ignore[misc]  # the module is replaced by the reactor


def is_stopping(crawler: "Crawler") -> bool:
    """Say whether a crawl was told to stop and only winds up what it has begun."""
    engine = crawler.engine
    slot = engine._slot  # noqa: SLF001 - the engine has no public name for "closing"
    return not engine.running or slot is None or slot.closing is not None
