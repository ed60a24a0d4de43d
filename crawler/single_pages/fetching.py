"""Pages that a person names on the command line, fetched politely, each once, without a run, a ledger or output."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.pipelines import ItemPipelineManager
from scrapy.utils.datatypes import SequenceExclude

from crawler.extensions.crawl_delay import CrawlDelayExtension
from crawler.extensions.stopping import LeavingExtension
from crawler.given import is_given
from crawler.middlewares.refusal import name_error, one_line
from crawler.sites import Site
from crawler.urls import host_of

if TYPE_CHECKING:
    from scrapy.http import Response
    from scrapy.settings import Settings
    from twisted.python.failure import Failure

HTTP_OK = range(200, 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page that was asked for, or why it is not there."""

    url: str
    """The URL of the page, after redirects."""
    body: Path | None = None
    """File with the page as served, decompressed; None on an error."""
    fetched: str = ""
    """When it came, ISO 8601 in UTC."""
    content_type: str = ""
    """The Content-Type header."""
    error: str = ""
    """What went wrong, in one line."""


class FetchSpider(Spider):
    """Fetch the given URLs and keep their bodies in files of a folder."""

    name = "fetch"
    custom_settings = {  # noqa: RUF012 - as Scrapy declares it
        "ITEM_PIPELINES": {},
        "ITEM_PROCESSOR": ItemPipelineManager,
        "SPIDER_MIDDLEWARES": {},
        "EXTENSIONS": {CrawlDelayExtension: 0, LeavingExtension: 0},
    }

    def __init__(self, urls: Sequence[str], folder: Path, got: dict[str, Fetched], site: Site | None = None) -> None:
        super().__init__()
        self.urls = urls
        self.folder = folder
        self.got = got
        # A host that a person names may be a loopback or private one, as those of a site's TOML may.
        hosts = [host_of(url) for url in urls]
        bare = [host.removeprefix("www.") for host in hosts]  # most redirects lead to or from `www.`
        domains = tuple(dict.fromkeys((*hosts, *bare, *(f"*.{host}" for host in bare))))
        self.site = site or Site(name=self.name, start_urls=tuple(urls), domains=domains)

    async def start(self) -> AsyncIterator[Request]:
        """Ask for every URL."""
        for number, url in enumerate(self.urls):
            yield Request(
                url,
                callback=self.keep,
                errback=self.failed,
                cb_kwargs={"asked": url, "number": number},
                meta={"handle_httpstatus_list": SequenceExclude(range(300, 400))},  # redirects are followed
                dont_filter=True,
            )

    def keep(self, response: "Response", *, asked: str, number: int) -> None:
        """Put a body aside."""
        if response.status not in HTTP_OK:
            self.got[asked] = Fetched(url=response.url, error=f"the server answers {response.status}")
            return
        path = self.folder / str(number)
        path.write_bytes(response.body)
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        kind = (response.headers.get("Content-Type") or b"").decode("latin-1")
        self.got[asked] = Fetched(url=response.url, body=path, fetched=now, content_type=kind)

    def failed(self, failure: "Failure") -> None:
        """Note why a page did not come."""
        asked = failure.request.cb_kwargs["asked"]  # type: ignore[attr-defined]  # Scrapy sets it
        self.got[asked] = Fetched(url=asked, error=name_error(failure)[0])


def is_url(text: str) -> bool:
    """Tell an HTTP URL from the name of a file."""
    return text.lower().startswith(("http://", "https://"))


def fetch(urls: Sequence[str], settings: "Settings", folder: Path, site: Site | None) -> dict[str, Fetched]:
    """Fetch pages and keep their bodies in files of *folder*; gives what became of each URL.

    Runs Scrapy's reactor, which a process can do once.
    """
    got: dict[str, Fetched] = {}
    good = [url for url in dict.fromkeys(urls) if _is_sound(url, got)]
    if good:
        settings = settings.copy()
        if not settings["LOG_FILE"] and not is_given(settings, "LOG_LEVEL"):
            settings.set("LOG_LEVEL", "WARNING", priority="cmdline")  # a person looks at the pages, not at Scrapy
        process = AsyncCrawlerProcess(settings)
        process.crawl(FetchSpider, urls=good, folder=folder, got=got, site=site)
        process.start()
    return {url: got.get(url, Fetched(url=url, error="stopped before an answer came")) for url in urls}


def _is_sound(url: str, got: dict[str, Fetched]) -> bool:
    """Say whether a URL can be asked for; if not, note why: one that makes Scrapy raise would end all others."""
    try:
        parts = urlsplit(Request(url).url)
        if not parts.hostname or parts.port == 0:  # a port that is no number raises
            raise ValueError("no host, or no port")  # noqa: TRY301 - handled like what the others raise
    except ValueError as error:
        got[url] = Fetched(url=url, error=one_line(f"malformed URL: {error}"))
    return url not in got
