"""Articles wait for their batch and pass in the order of their URLs, whatever the order of arrival."""

import asyncio
import random
from pathlib import Path

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.exceptions import CloseSpider

from crawler.items import Article
from crawler.ledger import Ledger, attach
from crawler.middlewares.holdback import HoldBackMiddleware, HoldBackPipelineManager

seen = []


class Recorder:
    """A stage that notes what it is shown, and when."""

    def open_spider(self):
        seen.clear()

    def observe(self, articles):
        seen.append([article.id for article in articles])

    def process_item(self, item):
        seen.append(item.id if isinstance(item, Article) else item)
        return item


class Breaker(Recorder):
    """A stage during which storage fails for good."""

    def __init__(self, crawler):
        self.ledger = Ledger.open(Path(crawler.settings["SQUEEGEE_OUTPUT"]) / "ledger.sqlite")
        attach(crawler, self.ledger)

    @classmethod
    def from_crawler(cls, crawler):
        return cls(crawler)

    def process_item(self, item):
        self.ledger.give_up(OSError(28, "No space left on device"))
        return super().process_item(item)

    def close_spider(self):
        self.ledger.close()


class Yielder(Spider):
    name = "yielder"
    numbers: range = range(5)
    stop = False
    text = ""

    async def start(self):
        for number in random.sample(self.numbers, len(self.numbers)):
            yield Article(id=str(number), url=f"http://a.example/{number}", site="a", paragraphs=[self.text])
        if self.stop:
            raise CloseSpider("enough")


def crawl(most, stage=Recorder, output="", **arguments):
    settings = {
        "TWISTED_REACTOR_ENABLED": False,
        "ITEM_PROCESSOR": HoldBackPipelineManager,
        "ITEM_PIPELINES": {stage: 1},
        "SPIDER_MIDDLEWARES": {HoldBackMiddleware: 50},
        "TEMPLATE_HOLD": most,
        "SQUEEGEE_OUTPUT": output,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "LOG_ENABLED": False,
    }

    async def run():
        await AsyncCrawlerRunner(settings).crawl(Yielder, **arguments)

    asyncio.run(run())
    return list(seen)


def test_a_batch_is_observed_as_a_whole_then_passes_in_the_order_of_urls():
    assert crawl(most=100) == [["0", "1", "2", "3", "4"], "0", "1", "2", "3", "4"]


def test_a_full_batch_is_released_before_the_end():
    shown = crawl(most=2)

    assert [len(batch) for batch in shown if isinstance(batch, list)] == [2, 2, 1]
    assert sorted(item for item in shown if isinstance(item, str)) == ["0", "1", "2", "3", "4"]


def test_a_batch_of_long_articles_is_released_before_it_fills_the_memory(monkeypatch):
    monkeypatch.setattr("crawler.middlewares.holdback.MOST_CHARACTERS", 10)

    shown = crawl(most=100, text="six...")

    assert [len(batch) for batch in shown if isinstance(batch, list)] == [2, 2, 1]


def test_what_is_held_is_released_when_a_crawl_is_stopped():
    assert crawl(most=100, stop=True)[1:] == ["0", "1", "2", "3", "4"]


def test_what_is_held_when_storage_has_failed_is_left_to_the_next_run(tmp_path):
    assert crawl(most=100, stage=Breaker, output=str(tmp_path))[1:] == ["0"]
