"""Plain spiders for the stand: they fetch what the ledger says is not finished, and misbehave on request.

The stand's URL comes from the environment (STAND_URL); every spider crawls the site of its own name.
"""

import os
from datetime import UTC, datetime
from typing import ClassVar

import scrapy
from scrapy.http import HtmlResponse

from crawler.assembly import article_id
from crawler.discovery.known import MemoryUrls
from crawler.doors import fail
from crawler.items import Article
from crawler.ledger import ledger_of


class PlainSpider(scrapy.Spider):
    """List page, then what waits."""

    custom_settings: ClassVar = {
        "ROBOTSTXT_OBEY": False,
        "DOWNLOAD_DELAY": 0,
        "RETRY_TIMES": 0,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 4,
    }

    async def start(self):
        ledger = ledger_of(self.crawler)
        self.urls = ledger.urls if ledger is not None else MemoryUrls()
        self.asked = set()
        for url in self.urls.waiting(self.name, limit=10_000):
            yield self.ask(url)
        yield scrapy.Request(f"{os.environ['STAND_URL']}/{self.name}/", self.parse_list, dont_filter=True)

    def ask(self, url):
        self.asked.add(url)
        return scrapy.Request(url, self.parse_article, errback=self.lost, dont_filter=True)

    def parse_list(self, response):
        found = [response.urljoin(href) for href in response.css("li a::attr(href)").getall()]
        self.urls.discovered(self.name, found)
        for url in found:
            if url not in self.asked and not self.urls.is_finished(url):
                yield self.ask(url)

    def parse_article(self, response):
        if not isinstance(response, HtmlResponse):
            return
        yield Article(
            id=article_id(response.url),
            url=response.url,
            site=self.name,
            title=response.css("h1::text").get(""),
            paragraphs=response.css("article p::text").getall(),
            fetched=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def lost(self, failure):
        fail(self.crawler, failure.request.url, f"{type(failure.value).__name__}: {failure.value}"[:200])


class RaisingStart(PlainSpider):
    """Raise in start()."""

    name = "raisingstart"

    async def start(self):
        raise RuntimeError("start is broken")
        yield


class RaisingCallback(PlainSpider):
    """Raise in every callback of an article."""

    name = "raisingcallback"

    def parse_article(self, response):
        raise RuntimeError("the callback is broken")


class RaisingInit(PlainSpider):
    """Raise when it is made."""

    name = "raisinginit"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        raise RuntimeError("the spider is broken")


class Robots(PlainSpider):
    """Obey robots.txt."""

    name = "robots"
    custom_settings: ClassVar = {"ROBOTSTXT_OBEY": True, "DOWNLOAD_DELAY": 0}


class NoHost(PlainSpider):
    """Ask a host that has no address."""

    name = "nohost"

    async def start(self):
        yield scrapy.Request("http://no-such-host.invalid/", self.parse_list)


for number in range(10):
    globals()[f"Plain{number}"] = type(
        f"Plain{number}", (PlainSpider,), {"name": f"plain{number}", "__module__": __name__}
    )


class BrokenPipeline:
    """A stage with a fault."""

    def process_item(self, item):
        raise ZeroDivisionError("the stage is broken")
