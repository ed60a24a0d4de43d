"""The archive in a crawl: every response that came over the wire becomes a record of the run's WARC file."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from crawler.archive import BATCH_URI, FILE_NAME, SITE_URI
from crawler.archive.records import Exchange, Original, exchange, metadata, payload_digest, warcinfo
from crawler.archive.retention import REVISIT_DAYS, expire
from crawler.archive.sites import facts_of_site
from crawler.extensions.run import run_of
from crawler.ledger import ledger_of
from crawler.middlewares.holdback import batch_ready
from crawler.runs.history import sober_now
from crawler.runs.provenance import squeegee_version
from crawler.runs.run import DAY_SECONDS

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Headers, Response

    from crawler.items import Article
    from crawler.runs.run import Run

ENCODING = "archive_encoding"
"""Key in a request's meta under which the Content-Encoding of its answer waits until the body is decoded."""

LIST = "squeegee_list"
"""Key in a request's meta that says that the page will be asked for again by every run."""

REDIRECTS = range(300, 400)
NOT_MODIFIED = 304


class ArchiveMiddleware:
    """Archive what is downloaded: STORAGE_ARCHIVE switches it off, STORAGE_ARCHIVE_DAYS says how long it is kept.

    It is a downloader middleware behind decompression (590), so that it sees bodies as every reader wants them, and
    before anything that drops responses. Redirects never come that far; they are taken from the wire.
    """

    def __init__(self, crawler: "Crawler", run: "Run", days: float) -> None:
        self.crawler = crawler
        self.run = run
        self.days = days
        ledger = ledger_of(crawler)
        self.pages = ledger.pages if ledger is not None else None
        self.parts: dict[str, list[str]] = {}
        """The archived pages of each article that has not passed the pipelines yet, by the article's URL."""
        self.begun = False
        site = getattr(crawler.spidercls, "site", None)
        self.rechecked = bool(site is not None and site.recheck.days)

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Read the settings; raises NotConfigured where nothing is stored or the archive is off."""
        run = run_of(crawler)
        if run is None or not crawler.settings.getbool("STORAGE_ARCHIVE"):
            raise NotConfigured
        middleware = cls(crawler, run, crawler.settings.getfloat("STORAGE_ARCHIVE_DAYS"))
        for handler, signal in (
            (middleware.spider_opened, signals.spider_opened),
            (middleware.response_downloaded, signals.response_downloaded),
            (middleware.batch, batch_ready),
        ):
            crawler.signals.connect(handler, signal=signal)
        return middleware

    def spider_opened(self) -> None:
        """Delete archives of the site that are older than wanted; its lock is held now."""
        if self.days:
            now = sober_now(self.run.ledger, self.run.site)
            expire(self.run.folder.path, before=now - (self.days + REVISIT_DAYS) * DAY_SECONDS)

    def response_downloaded(self, response: "Response", request: "Request") -> None:
        """Note how the body was encoded on the wire; archive a redirect, which nobody else will see."""
        if encoding := response.headers.get("Content-Encoding"):
            request.meta[ENCODING] = encoding.decode("latin-1")
        if response.status in REDIRECTS and response.status != NOT_MODIFIED:
            self.keep(request, response)

    def process_response(self, request: "Request", response: "Response") -> "Response":
        """Archive a response and let it pass."""
        if "cached" not in response.flags:
            self.keep(request, response)
        return response

    def keep(self, request: "Request", response: "Response") -> None:
        """Write the records of a request and its response."""
        this = exchange_of(request, response)
        self.begin(this.date)
        again = bool(request.meta.get(LIST)) or self.rechecked
        original = self.original(this) if again and this.status == 200 else None
        self.write(exchange(this, original))
        if again and original is None and this.status == 200 and self.pages is not None:
            self.pages.archived(this.url, payload_digest(this.body), this.date)
        article = request.cb_kwargs.get("url")
        if isinstance(article, str):
            self.parts.setdefault(article, []).append(this.url)

    def original(self, this: Exchange) -> Original | None:
        """Give the earlier record with the same payload, where there is one recent enough to be kept as long."""
        known = self.pages.known(this.url) if self.pages is not None else None
        if known is None or known.digest != payload_digest(this.body):
            return None
        oldest = datetime.now(UTC) - timedelta(days=REVISIT_DAYS)
        if known.date < _stamp(oldest):
            return None
        return Original(url=this.url, date=known.date, digest=known.digest)

    def batch(self, articles: Sequence["Article"], spider: "Spider | None" = None) -> None:  # noqa: ARG002 - of the signal
        """Note which articles pass the pipelines together, and which pages they were read from."""
        noted = [
            {
                "id": article.id,
                "url": article.url,
                "fetched": article.fetched,
                "pages": list(dict.fromkeys(self.parts.pop(article.url, [article.url]))),
            }
            for article in articles
        ]
        self.write(metadata(BATCH_URI, {"articles": noted}, _stamp(datetime.now(UTC))))

    def begin(self, date: str) -> None:
        """Write the record that says what the file is, once."""
        if self.begun:
            return
        self.begun = True
        info = {
            "software": f"Squeegee {squeegee_version()}",
            "format": "WARC File Format 1.1",
            "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "isPartOf": f"{self.run.site}/{self.run.name}",
            "robots": "obey",
            "http-header-user-agent": self.crawler.settings["USER_AGENT"] or "",
        }
        self.write(warcinfo(FILE_NAME, info, date))
        site = getattr(self.crawler.spidercls, "site", None)
        if site is not None:
            self.write(metadata(SITE_URI, facts_of_site(site), date))

    def write(self, records: bytes) -> None:
        """Append whole records to the run's archive; a disk that refuses them stops the run."""
        if self.run.broken or self.run.writer is None:
            return
        try:
            self.run.writer.file(FILE_NAME).append(records)
        except OSError as error:
            self.run.stop(error)


def exchange_of(request: "Request", response: "Response") -> Exchange:
    """Give a request and its response as plain values."""
    broken = next((flag for flag in ("dataloss", "partial") if flag in response.flags), "")
    return Exchange(
        url=response.url,
        date=_stamp(datetime.now(UTC)),
        method=request.method,
        request_headers=_pairs(request.headers),
        status=response.status,
        headers=_pairs(response.headers),
        body=response.body,
        encoding=request.meta.get(ENCODING, ""),
        address=str(response.ip_address or ""),
        truncated={"dataloss": "disconnect", "partial": "length"}.get(broken, ""),
    )


def _pairs(headers: "Headers") -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values
    )


def _stamp(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
