"""The spider of every site: from start URLs over lists, feeds and sitemaps to articles."""

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals
from scrapy.exceptions import DontCloseSpider
from scrapy.utils.asyncio import sleep

from crawler.assembly import article_of
from crawler.discovery.walk import Reply, Step
from crawler.extraction import Extracted, join
from crawler.extraction.model import MAX_TEXT
from crawler.extraction.page.parse import Refused
from crawler.items import Article
from crawler.middlewares.refusal import STOPPED, PageRefused, is_unasked, name_error, one_line
from crawler.runs.doors import fail
from crawler.spiders.reading import is_continued, is_led_away, now, read_article, reply_of
from crawler.spiders.site import SiteSpider
from crawler.urls import host_of, normalise_url

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

NOT_MODIFIED = 304
MOST_PARTS = 30
"""Pages of one article; longer chains are galleries or traps."""
WAITING, LISTS, ARTICLES = 20, 10, 0
"""Priorities: what waits from earlier runs goes first, then lists, so that what is to be fetched is known soon."""

Output = Request | Article


class MirrorSpider(SiteSpider):
    """Fetches the articles of one site; `crawler.spiderloader` makes a subclass for each site file."""

    is_halted = False
    """Whether a host of the site does not answer any more, so that what waits is left to the next run."""

    @classmethod
    def from_crawler(cls, crawler: "Crawler", *args: Any, **kwargs: Any) -> Self:
        """Build the spider, and let it know when nothing is left to do."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.refill, signal=signals.spider_idle)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Ask first for what waits from earlier runs, then for articles due again, then for the lists."""
        recheck = self.site.recheck
        for url in self.frontier.more():
            yield self.ask(url, priority=WAITING)
        if recheck.days:
            due = self.frontier.known.due(self.site.name, days=recheck.days, hours=recheck.hours)
            for url in self.frontier.again(due):
                yield self.ask(url)
        for step in self.walk.begin():
            yield self.list_request(step)

    def refill(self) -> None:
        """Ask for the next articles that wait, then for those lost before, as soon as nothing else is to be done."""
        urls = [] if self.is_halted else self.frontier.more() or self.lost()
        for url in urls:
            self.crawler.engine.crawl(self.ask(url))
        if urls:
            raise DontCloseSpider

    # --- lists, feeds, sitemaps ---------------------------------------------------------------------------------

    def list_request(self, step: Step) -> Request:
        """Ask for a page that lists articles."""
        meta: dict[str, Any] = {"handle_httpstatus_list": [NOT_MODIFIED], "squeegee_list": True}
        if step.is_xml:
            meta["download_maxsize"] = self.settings.getint("DISCOVERY_MAX_SITEMAP_BYTES")
        return Request(
            step.url,
            callback=self.parse_list,
            errback=self.list_failed,
            cb_kwargs={"step": step},
            headers=self.walk.conditions(step),
            meta=meta,
            priority=LISTS,
            dont_filter=True,
        )

    async def parse(self, response: "Response", **kwargs: Any) -> AsyncIterator[Output]:
        """Read any page of the site, as `scrapy parse` asks: an article where its URL or its text says so."""
        url = normalise_url(response.url)
        extracted = read_article(response, self.site)
        if extracted.page_kind == "article" and self.walk.is_sure(url):
            yield self.article((extracted,), url)
            return
        async for output in self.parse_list(response, Step(url=url), **kwargs):
            yield output

    async def parse_list(self, response: "Response", step: Step) -> AsyncIterator[Output]:
        """Follow a list page, feed or sitemap."""
        if response.status == NOT_MODIFIED:
            for following in self.walk.unchanged(step):
                yield self.list_request(following)
            return
        try:
            for found in self.walk.read(step, self.reply(response)):
                self.count("discovered", found.fresh)
                for url in found.articles:
                    yield self.ask(url)
                for following in found.steps:
                    yield self.list_request(following)
                if found.is_barren:
                    for article in self.judge(response, step, lonely=found.is_lonely):
                        yield article
                await sleep(0)  # a sitemap has many portions
        except Refused as refusal:
            self.give_up(step, f"{refusal}: a list that would hurt the parser")
            return
        self.count("lists")

    def reply(self, response: "Response") -> Reply:
        """Give what the walk needs of a response."""
        sitemaps = self.robots.sitemaps if self.robots is not None and self.site.discover.automatic else {}
        return reply_of(response, sitemaps.get(host_of(response.url), ()))

    def list_failed(self, failure: "Failure") -> None:
        """Send a list that could not be read out by the third door."""
        step: Step = failure.request.cb_kwargs["step"]  # type: ignore[attr-defined]  # Scrapy sets it
        error, final = name_error(failure)
        if error == STOPPED:
            self.walk.failed(step)
        elif final and not step.is_start and isinstance(failure.value, PageRefused):
            self.count("lists_refused")  # a link that robots.txt or the site's hosts close is no loss
        else:
            self.give_up(step, error)

    def give_up(self, step: Step, error: str) -> None:
        """Send a list out by the third door."""
        self.walk.failed(step)
        self.count("lists_failed")
        fail(self.crawler, step.url, error, article=False)

    # --- articles -----------------------------------------------------------------------------------------------

    def ask(self, url: str, *, priority: int = ARTICLES) -> Request:
        """Ask for an article."""
        return Request(
            url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"url": url},
            priority=priority,
            dont_filter=True,
        )

    async def parse_article(
        self, response: "Response", url: str, parts: tuple[Extracted, ...] = (), pages: tuple[str, ...] = ()
    ) -> AsyncIterator[Output]:
        """Read an article, or a further page of one.

        Takes the URL of its first page, what the pages before gave, and their URLs.
        """
        try:
            extracted = read_article(response, self.site)
        except Exception as error:
            self.logger.exception("No article could be read from %s", response.url)
            self.frontier.done()
            fail(self.crawler, url, one_line(f"extraction_error: {type(error).__name__}: {error}"))
            return
        is_sure = self.walk.is_sure(url)
        known_as = extracted.page_kind if is_sure else ""  # what is not sure may be a list, also by way of a redirect
        if not parts and is_led_away(url, response.url, known_as, self.site.start_urls):
            self.frontier.done()
            fail(self.crawler, url, f"led_away: redirected to {response.url}", final=True)
            return
        if not parts and extracted.page_kind == "list_page" and not is_sure:
            self.frontier.done()
            self.frontier.known.set_aside(self.site.name, url)
            if (step := self.walk.turned_out_list(url)) is not None:
                async for output in self.parse_list(response, step):
                    yield output
            return
        if parts and not is_continued(parts[0], extracted):
            self.frontier.done()
            yield self.article(parts, url)
            yield self.article((extracted,), pages[-1])  # no further page, but the next article
            return
        parts = (*parts, extracted)
        following = self.next_part(parts, url, pages)
        if following is not None:
            self.frontier.known.set_aside(self.site.name, following)
            yield Request(
                following,
                callback=self.parse_article,
                errback=self.article_failed,
                cb_kwargs={"url": url, "parts": parts, "pages": (*pages, following)},
                priority=ARTICLES + 1,
                dont_filter=True,
            )
            return
        self.frontier.done()
        yield self.article(parts, url)
        if not is_sure and extracted.page_kind == "article":
            for freed in self.walk.turned_out_article(url):
                yield self.ask(freed)

    def judge(self, response: "Response", step: Step, *, lonely: bool) -> Iterator[Output]:
        """Yield a page that was taken for a list and names no article, if it is one itself.

        Where it leads nowhere at all (*lonely*), it is no list: a start URL is one that could not be read, any other is
        a page that is no article, which the quality stage refuses by what it is.
        """
        may_be = step.is_start or self.rules.may_be_article(step.url)
        if self.frontier.known.is_finished(step.url) or not (may_be or lonely):
            return
        extracted = read_article(response, self.site)
        is_article = extracted.page_kind == "article"
        if step.is_start and lonely and not is_article:
            self.give_up(step, f"nothing_listed: {extracted.page_kind}")
        elif may_be if is_article else lonely:
            self.frontier.claim(step.url)
            yield self.article((extracted,), step.url)

    def next_part(self, parts: Sequence[Extracted], url: str, pages: tuple[str, ...]) -> str | None:
        """Give the URL of the article's next page, where it has one that was not read yet."""
        extracted = parts[-1]
        if not extracted.next_page or extracted.page_kind != "article" or len(pages) + 1 >= MOST_PARTS:
            return None
        if sum(part.chars for part in parts) > MAX_TEXT:  # enough: `join` refuses what is longer
            return None
        try:
            following = normalise_url(extracted.next_page)
        except ValueError:
            return None
        is_other = following in self.frontier.seen or following in self.frontier.taken
        return following if following not in {url, *pages} and not is_other and self.rules.is_open(following) else None

    def article(self, parts: Sequence[Extracted], url: str) -> Article:
        """Join the pages of an article."""
        whole = join(parts)
        self.note(whole.notes)
        return article_of(whole, url=url, site=self.site.name, fetched=now())

    def article_failed(self, failure: "Failure") -> Iterable[Output] | None:
        """Send a page that did not come out by the third door.

        Where it is a further page that is gone for good, the article is what came before it.
        """
        arguments = failure.request.cb_kwargs  # type: ignore[attr-defined]  # Scrapy sets it
        error, final = name_error(failure)
        self.frontier.done()
        if is_unasked(failure):
            self.is_halted = True
            self.count("left_waiting")
            return None
        if final and arguments.get("parts"):
            self.count("parts_gone")
            return [self.article(arguments["parts"], arguments["url"])]
        fail(self.crawler, arguments["url"], error, final=final)
        return None
