"""The pipelines without a crawl: batches in, the three doors of a run folder out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import DropItem
from scrapy.settings import BaseSettings

from crawler.items import Article
from crawler.ledger import NAME, Ledger
from crawler.replay.job import Made
from crawler.runs.counts import Counts
from crawler.runs.writer import RunWriter
from crawler.single_pages.cleaning import stages_of
from pipelines.stage import Context, Rejected, Stage

if TYPE_CHECKING:
    from crawler.sites import Site

COMMIT_ARTICLES = 500
"""Articles after which the ledger of a replay is written: it need not survive a kill, only not fill the memory."""

CARRIED = ("version", "previous_run")
"""Keys of a stored line that come from the ledger of the crawl, not from the rules; a replay keeps them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """By which door an article left."""

    id: str
    url: str
    door: str
    """`articles`, `rejected` or `failed`."""
    line: Mapping[str, Any]
    more: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the line that are not the article's own."""


class Flow:
    """The stages of every site, one ledger, and the files of the run that is written."""

    def __init__(self, settings: BaseSettings, sites: dict[str, "Site | None"], folder: Path) -> None:
        self.settings = settings
        self.sites = sites
        self.ledger = Ledger.open(folder / NAME)
        self.counts = Counts()
        self.writer = RunWriter(folder, self.counts)
        self.stages: dict[str, list[Stage]] = {}
        self.ids: set[tuple[str, str]] = set()
        """Articles stored, by run and id."""
        self.waiting = 0
        self.notes: list[str] = []
        """What is to be said of the sources: a sentence for each that is cut off."""

    def stages_for(self, site: str) -> list[Stage]:
        """Give the stages of a site, as its crawl has them."""
        if site not in self.stages:
            context = Context(settings=self.settings, site=self.sites.get(site), ledger=self.ledger)
            self.stages[site] = stages_of(self.settings, context, lambda stage: stage.name != "storage")
        return self.stages[site]

    def observe(self, batch: Sequence[Made]) -> None:
        """Show a batch to the stages, the articles of each site to its own."""
        together: dict[str, list[Article]] = {}
        for made in batch:
            if made.article is not None and made.job.observed:
                together.setdefault(made.job.site, []).append(made.article)
        for site, articles in together.items():
            for stage in self.stages_for(site):
                stage.observe(articles)

    def take(self, made: Made, before: Mapping[str, Any] | None, *, write: bool = True) -> Outcome:
        """Send one article through the stages and out by its door.

        Takes the line the article had before, from which what the rules do not decide is kept. Without *write* the
        article only leaves what it teaches in the ledger.
        """
        article = made.article
        outcome = self._outcome(made, article, before)
        if write:
            self._write(outcome, article)
        self._commit_if_due()
        return outcome

    def _outcome(self, made: Made, article: Article | None, before: Mapping[str, Any] | None) -> Outcome:
        if article is None:
            return _failed(str(made.job.line.get("id") or ""), made.job.url, made.error)
        try:
            for stage in self.stages_for(made.job.site):
                stage.process_item(article)
            self._history(article, before)
        except Rejected as rejection:
            return _rejected(article, rejection.stage, rejection.reason, rejection.details)
        except DropItem as drop:
            return _rejected(article, "other", "dropped", {"message": str(drop)})
        except Exception as error:  # noqa: BLE001 - as in a crawl, a stage that fails costs one article
            return _failed(article.id, article.url, f"{type(error).__name__}: {error}")
        more = {name: before[name] for name in CARRIED if before is not None and name in before}
        self.ids.add((article.run, article.id))
        return Outcome(id=article.id, url=article.url, door="articles", line=article.as_line() | more, more=more)

    def _write(self, outcome: Outcome, article: Article | None) -> None:
        if outcome.door == "failed" or article is None:
            self.writer.fail(outcome.url, outcome.line["error"], id=outcome.id)
        elif outcome.door == "articles":
            self.writer.store(article, **outcome.more)
        else:
            self.writer.reject(article, outcome.line["stage"], outcome.line["reason"], dict(outcome.more))

    def _history(self, article: Article, before: Mapping[str, Any] | None) -> None:
        """Reject what storage rejects for what it knows of earlier runs."""
        if (article.run, article.id) in self.ids:
            raise Rejected("storage", "repeated")
        if before is None or (before.get("stage"), before.get("reason")) != ("storage", "unchanged"):
            return
        if (before["title"], before["text"]) == (article.title, article.text):
            raise Rejected("storage", "unchanged")

    def _commit_if_due(self) -> None:
        self.waiting += 1
        if self.waiting >= COMMIT_ARTICLES:
            self.ledger.commit()
            self.waiting = 0

    def close(self) -> None:
        """Bring everything to disk."""
        self.ledger.commit()
        self.writer.sync()
        self.writer.close()
        self.ledger.close()


def _rejected(article: Article, stage: str, reason: str, details: dict[str, Any]) -> Outcome:
    line = article.as_line() | {"stage": stage, "reason": reason} | details
    return Outcome(id=article.id, url=article.url, door="rejected", line=line, more=details)


def _failed(article_id: str, url: str, error: str) -> Outcome:
    return Outcome(id=article_id, url=url, door="failed", line={"url": url, "error": error})
