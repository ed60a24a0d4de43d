"""What all stages share: the context they are built from, the counts they keep, and the way they refuse."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from scrapy.exceptions import DropItem
from scrapy.settings import BaseSettings

from crawler.items import Article

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

    from crawler.ledger import Ledger
    from crawler.sites import Site


class Rejected(DropItem):
    """An article that a stage refuses, with a reason that can be counted."""

    def __init__(self, stage: str, reason: str, **details: Any) -> None:
        super().__init__(f"{stage}: {reason}", log_level="DEBUG")
        self.stage = stage
        """The stage that refused it."""
        self.reason = reason
        """Why, in lower snake words."""
        self.details = details
        """Further keys of its line in `rejected.jsonl`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a stage may know of the run it is in."""

    settings: BaseSettings
    """The settings of the run; a stage reads those with its own prefix, in `from_context`."""
    stats: "StatsCollector | None" = None
    """Where counts go; None outside a run."""
    site: "Site | None" = None
    """The site being crawled; None for a page on its own."""
    ledger: "Ledger | None" = None
    """What is known from other pages, sites and runs; None for a page on its own."""

    @classmethod
    def of(cls, crawler: "Crawler") -> Self:
        """Give the context of a crawler's run."""
        from crawler.ledger import ledger_of  # noqa: PLC0415 - the ledger is no part of a page-local run

        site = getattr(crawler.spidercls, "site", None)
        return cls(settings=crawler.settings, stats=crawler.stats, site=site, ledger=ledger_of(crawler))

    def with_known(self, habits: set[tuple[str, str]], articles: Sequence[Article]) -> set[tuple[str, str]]:
        """Remember the habits that a batch of articles shows; gives them with those that are known of its site."""
        if self.ledger is None:
            return habits
        site, day = articles[0].site, max(article.fetched[:10] for article in articles)
        self.ledger.habits.saw(site, habits, day)
        return habits | self.ledger.habits.known(site, day)


class Stage(ABC):
    """One step of the flow: a subclass says in `apply` what it does to an article."""

    name: ClassVar[str]
    """Name of the module: prefix of its stats and settings, and `stage` in the trail."""
    page_local: ClassVar[bool] = True
    """Whether it has something to say of a page on its own; `scrapy clean` runs these stages."""

    def __init__(self, context: Context) -> None:
        self.context = context

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Build the stage for a crawl."""
        return cls.from_context(Context.of(crawler))

    @classmethod
    def from_context(cls, context: Context) -> Self:
        """Build the stage from settings; a subclass with settings of its own overrides this."""
        return cls(context)

    def observe(self, articles: Sequence[Article]) -> None:  # noqa: B027 - most stages look at one article at a time
        """Look at a batch of articles of one site, in its canonical order, before they pass one by one."""

    @abstractmethod
    def apply(self, article: Article) -> None:
        """Change the article through its verbs, or raise Rejected."""

    def process_item(self, item: Any) -> Any:
        """Pass an article through `apply` and count what happened; anything else goes on untouched."""
        if not isinstance(item, Article):
            return item
        before = len(item.trail)
        try:
            self.apply(item)
        except Rejected as rejection:
            self.count(f"rejected/{rejection.reason}")
            raise
        finally:
            edits = item.trail[before:]
            self.count("edited", int(any(edit.action != "mark" for edit in edits)))
            self.count("removed_chars", sum(len(edit.removed) for edit in edits if edit.action != "mark"))
            for mark in {edit.put for edit in edits if edit.action == "mark" and not edit.field}:
                self.count(f"marked/{mark}")
        return item

    def count(self, what: str, number: int = 1) -> None:
        """Add to the stat `pipelines/<stage>/<what>`."""
        if self.context.stats is not None and number:
            self.context.stats.inc_value(f"pipelines/{self.name}/{what}", number)
