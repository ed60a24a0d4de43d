"""Spiders that misbehave, for the stand; its URL comes from the environment (STAND_URL)."""

import os
import time
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import scrapy

from crawler.sites import Discover, Site
from crawler.spiders.mirror import MirrorSpider


def site_of(name):
    """Give the site of a name on the stand."""
    url = os.environ["STAND_URL"]
    discover = Discover(article=(r"/\d+\.html$",), automatic=False)
    return Site(name=name, start_urls=(f"{url}/{name}/",), domains=(urlsplit(url).netloc,), discover=discover)


class RaisingStart(MirrorSpider):
    """Raise in start()."""

    name = "raisingstart"
    site = site_of(name)

    async def start(self):
        raise RuntimeError("start is broken")
        yield


class RaisingCallback(MirrorSpider):
    """Raise in every callback of an article."""

    name = "raisingcallback"
    site = site_of(name)

    def parse_article(self, response, url):
        raise RuntimeError("the callback is broken")


class RaisingInit(MirrorSpider):
    """Raise when it is made."""

    name = "raisinginit"
    site = site_of(name)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        raise RuntimeError("the spider is broken")


class NoHost(scrapy.Spider):
    """Ask a host that has no address."""

    name = "nohost"
    custom_settings: ClassVar = {"ROBOTSTXT_OBEY": False, "RETRY_TIMES": 0}

    async def start(self):
        yield scrapy.Request("http://no-such-host.invalid/", self.parse)

    def parse(self, response):
        yield {}


class BrokenPipeline:
    """A stage with a fault."""

    def process_item(self, item):
        raise ZeroDivisionError("the stage is broken")


class BlindPipeline:
    """A stage that cannot look at a batch."""

    name = "blind"

    def observe(self, articles):
        raise ZeroDivisionError("the stage is blind")

    def process_item(self, item):
        return item


class MeetingPipeline:
    """Let an article on once another process has one at this place, or after a while; MEETING names a folder."""

    def process_item(self, item):
        folder = Path(os.environ["MEETING"])
        (folder / str(os.getpid())).touch()
        end = time.monotonic() + 2
        while len(list(folder.iterdir())) < 2 and time.monotonic() < end:
            time.sleep(0.01)
        return item


class Exiting(MirrorSpider):
    """Try to end the process from a callback."""

    name = "exiting"
    site = site_of(name)

    def parse_article(self, response, url):
        raise SystemExit(0)


class YieldingDicts(scrapy.Spider):
    """Yield what other projects take for articles."""

    name = "yieldingdicts"
    site = site_of(name)

    async def start(self):
        yield {"url": f"{os.environ['STAND_URL']}/a.html", "title": "One", "text": "From the start."}
        yield scrapy.Request(f"{os.environ['STAND_URL']}/plain0/1.html", callback=self.parse)

    def parse(self, response):
        yield {"url": response.url, "title": "Two", "text": "From a page."}
        yield {"name": "no url"}
