"""Articles are held back until their site can be judged, then sent through the pipelines in an order of their own.

What belongs to the site and what to the article shows only over several pages. So articles wait here, bounded in
number, until the batch is full or the crawl ends; every stage looks at the whole batch (`Stage.observe`), and then the
articles pass one by one, ordered by URL. The order of arrival, which differs from run to run, has no influence.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any, Self
from weakref import WeakKeyDictionary

from scrapy.pipelines import ItemPipelineManager

from crawler.items import Article
from crawler.ledger import LedgerError, ledger_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

FAULTS = "pipelines/faults/"
"""Beginning of the stats that count stages which failed outside of an article; the stage and its error follow."""

MOST_CHARACTERS = 8_000_000
"""Characters of a batch, be it full or not: 500 articles of the usual length have half of it, 500 of the longest that
extraction gives would take gigabytes, here and in every stage that looks at them together."""

batch_ready = object()
"""Signal sent with `articles` (in canonical order) and `spider` before the articles of a batch pass the pipelines."""

batch_passed = object()
"""Signal sent with `spider` when the articles of a batch have passed the pipelines, or were kept from it."""

_TURNS: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


def turn() -> asyncio.Lock:
    """Give the lock that lets one batch pass at a time, of whatever site of this process.

    The sites of a process share a ledger. Were two batches to take turns article by article, which of two copies comes
    first would be chance, and no replay could find out.
    """
    return _TURNS.setdefault(asyncio.get_running_loop(), asyncio.Lock())


class HoldBackMiddleware:
    """Keep the articles a spider yields until there are TEMPLATE_HOLD of them or their text is long, or the crawl ends."""

    def __init__(self, crawler: "Crawler", most: int) -> None:
        self.crawler = crawler
        self.most = most
        self.held: list[Article] = []
        self.characters = 0
        """Length of what is held."""

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Read the size of a batch from TEMPLATE_HOLD."""
        return cls(crawler, crawler.settings.getint("TEMPLATE_HOLD"))

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Hold the articles that a spider yields without a response, let everything else pass."""
        async for output in start:
            if not await self._is_held(output):
                yield output

    async def process_spider_output(self, response: "Response", result: AsyncIterator[Any]) -> AsyncIterator[Any]:  # noqa: ARG002 - Scrapy's signature
        """Hold the articles among a callback's output, let everything else pass."""
        async for output in result:
            if not await self._is_held(output):
                yield output

    async def _is_held(self, output: Any) -> bool:
        if not isinstance(output, Article):
            return False
        self.held.append(output)
        self.characters += len(output.text)
        if len(self.held) >= self.most or self.characters >= MOST_CHARACTERS:
            await self.release()
        return True

    async def release(self) -> None:
        """Show the batch to the stages, then send its articles through the pipelines one by one."""
        batch, self.held, self.characters = sorted(self.held, key=lambda article: article.url), [], 0
        if not batch:
            return
        async with turn():
            self.crawler.signals.send_catch_log(batch_ready, articles=batch, spider=self.crawler.spider)
            try:
                for article in batch:
                    if not await self._come_to_turn():
                        break
                    await self.crawler.engine.scraper.start_itemproc_async(article, response=None)
            finally:
                self.crawler.signals.send_catch_log(batch_passed, spider=self.crawler.spider)

    async def _come_to_turn(self) -> bool:
        """Wait until no other process judges articles; the commit passes the turn on, in the middle of a batch too.

        Says whether there is any use in judging more: where storage has failed, no article can leave by a door, and every
        stage that asks the ledger would wait for it once more.
        """
        ledger = ledger_of(self.crawler)
        if ledger is None:
            return True
        if ledger.broken is None:
            try:
                await ledger.turn.come()
            except (OSError, LedgerError) as error:
                logger.error("Storage failed, the crawl stops: %s", error)  # noqa: TRY400 - the sentence says it all
                ledger.give_up(error)
        return ledger.broken is None


class HoldBackPipelineManager(ItemPipelineManager):
    """Scrapy's pipeline manager, which connects the stages to the batches and releases the last one at the close.

    It is the `ITEM_PROCESSOR`, since the processor is what Scrapy closes when no page can come any more, be it at the
    end of a crawl or on SIGTERM, and before the stages themselves are closed.
    """

    async def open_spider_async(self) -> None:
        """Connect every stage that observes batches, then open the stages."""
        if self.crawler is not None:
            self.crawler.signals.connect(self._observe, signal=batch_ready)
        await super().open_spider_async()

    async def process_item_async(self, item: Any) -> Any:
        """Send an item through the stages, and tell those that care (`turned_away`) when one refused it or failed.

        They hear of it at once. Scrapy's own signals come a turn of the event loop later, and a commit in between would
        find what the stages learned of the article, but not its line.
        """
        try:
            return await super().process_item_async(item)
        except Exception as error:
            for stage in self.middlewares:
                if hasattr(stage, "turned_away"):
                    stage.turned_away(item, error)
            raise

    async def close_spider_async(self) -> None:
        """Release what is still held, then close the stages."""
        if self.crawler is not None:
            holdback = self.crawler.get_spider_middleware(HoldBackMiddleware)
            if holdback is not None:
                await holdback.release()
        try:
            await super().close_spider_async()
        except Exception as error:  # noqa: BLE001 - whatever it is, the run is sealed and says so
            self._note_fault(None, error)

    def _observe(self, articles: Sequence[Article]) -> None:
        for stage in self.middlewares:
            if hasattr(stage, "observe"):
                try:
                    stage.observe(articles)
                except Exception as error:  # noqa: BLE001 - the other stages look at the batch all the same
                    # The articles still pass, less clean than they could be: the verdict of the run must say so.
                    self._note_fault(stage, error)

    def _note_fault(self, stage: Any, error: Exception) -> None:
        named = getattr(stage, "name", "close" if stage is None else type(stage).__name__)
        logger.error("The stage %s failed outside of an article.", named, exc_info=error)
        if self.crawler is not None:
            self.crawler.stats.inc_value(f"{FAULTS}{named}: {type(error).__name__}: {error}")
