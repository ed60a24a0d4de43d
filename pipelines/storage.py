"""Storage: every article that comes here, and every one that a stage before turned away, is written and counted."""

from typing import TYPE_CHECKING, Any, Self

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem, NotConfigured

from crawler.extensions.run import run_of
from crawler.items import Article
from crawler.ledger import LedgerError
from pipelines.stage import Context, Rejected, Stage

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.runs.run import Run


class StoragePipeline(Stage):
    """Write each article through one of the three doors of its run."""

    name = "storage"
    page_local = False

    def __init__(self, context: Context, run: "Run") -> None:
        super().__init__(context)
        self.run = run

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Take the run of the crawl; raises NotConfigured where there is none (`scrapy parse`)."""
        run = run_of(crawler)
        if run is None:
            raise NotConfigured("STORAGE_ENABLED is off")
        return cls(Context.of(crawler), run)

    def open_spider(self) -> None:
        """Open the run's folder; an error here stops the crawl before its first request."""
        self.run.begin()

    def apply(self, article: Article) -> None:
        """Write the article through the first door, unless it is one that was stored before, word for word."""
        if self.run.broken:
            raise DropItem("storage failed before", log_level="DEBUG")
        if article.id in self.run.ids:
            raise Rejected(self.name, "repeated")
        if self.run.is_unchanged(article):
            raise Rejected(self.name, "unchanged")
        article.run = self.run.name
        self.run.store(article)

    def process_item(self, item: Any) -> Any:
        """Pass an article through `apply`, then commit if it is time; what is no article leaves by the third door."""
        if isinstance(item, Article):
            item = super().process_item(item)
        else:
            self.fail_stranger(item)
        self.run.commit_if_due()
        return item

    def fail_stranger(self, item: Any) -> None:
        """Write what a spider of one's own yields beside articles through the third door: nothing vanishes."""
        url = ItemAdapter(item).get("url") if ItemAdapter.is_item(item) else None
        named = url if isinstance(url, str) and url else f"urn:item:{type(item).__name__}"
        if not self.run.broken:
            error = f"unknown_item: {type(item).__name__}; spiders yield crawler.items.Article"
            self.run.fail(named, error, article=False)

    def turned_away(self, item: Any, error: Exception) -> None:
        """Write an article that a stage refused, or that made one fail, through the second or third door."""
        if self.run.broken:
            return
        if not isinstance(item, Article):
            self.fail_stranger(item)
            self.run.commit_if_due()
            return
        item.run = self.run.name
        if isinstance(error, LedgerError):
            self.run.stop(error)
        elif isinstance(error, Rejected):
            self.run.reject(item, error.stage, error.reason, error.details)
        elif isinstance(error, DropItem):
            self.run.reject(item, "other", "dropped", {"message": str(error)})
        else:
            self.run.fail(item.url, f"{type(error).__name__}: {error}", id=item.id)
        self.run.commit_if_due()
