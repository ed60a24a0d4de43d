"""One run of one site: opened under its lock, written through its doors, committed in groups, sealed at its end."""

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crawler.ledger import NAME, Ledger, LedgerError
from crawler.runs.counts import COPY, Counts, disagreement
from crawler.runs.folder import SiteFolder
from crawler.runs.history import is_forgotten, past_runs, seconds_of, sober_now, unfinished, with_waiting
from crawler.runs.lock import SiteLock
from crawler.runs.passing import may_pass
from crawler.runs.sealing import Report, bring_to_end, interrupted, seal
from crawler.runs.verdict import STORAGE, Facts, Verdict, judge
from crawler.runs.writer import RunWriter, utc_now

if TYPE_CHECKING:
    from crawler.items import Article

logger = logging.getLogger(__name__)

DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What a run is told."""

    output: Path
    """The output folder."""
    commit_articles: int = 100
    """Articles after which a commit is made."""
    commit_seconds: float = 0.5
    """Seconds after which a commit is made."""
    compression: str = ""
    """`gz` or `zst` for the files of a finished run; empty leaves them plain."""
    expire_days: float = 0
    """Days after which a finished URL that no list names any more is forgotten; 0 never."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """`versions` and `settings_digest` for `run.json`."""


class Run:
    """A run, from the lock to `run.json`.

    Raises LockHeldError where another run of the site goes on, LedgerError or OSError where the output folder cannot be
    used, ValueError for a site that cannot have a folder.
    """

    def __init__(self, site: str, settings: RunSettings, clock: Callable[[], datetime] = utc_now) -> None:
        self.site = site
        self.settings = settings
        self.clock = clock
        self.folder = SiteFolder(output=settings.output.absolute(), site=site)
        self.lock = SiteLock(self.folder.path)
        try:
            self.ledger = Ledger.open(self.folder.output / NAME)
        except LedgerError:
            self.lock.release()
            raise
        self.counts = Counts()
        self.errors: dict[str, int] = {}
        self.faults: list[str] = []
        self.name = ""
        """Name of the run; empty before `begin`."""
        self.start = ""
        self.writer: RunWriter | None = None
        self.error: Exception | None = None
        """What made storage fail."""
        self.report: Report | None = None
        """What `run.json` says; None while the run goes on, or where it could not be written."""
        self._waiting = 0
        self._committed_at = time.monotonic()
        self._released = False
        self.ids: set[str] = set()
        """Articles stored by this run."""

    @property
    def path(self) -> Path:
        """The run's folder."""
        return self.folder.run(self.name)

    def begin(self) -> None:
        """Seal what a killed run left, then open the folder and the files of this one."""
        if is_forgotten(self.folder, self.ledger):
            told = "The ledger knows none of the runs of %s: what they stored counts as new. `scrapy ledger repair` reads them"
            logger.warning(told, self.site)
        for record in unfinished(self.folder, self.ledger, self._now()):
            report = interrupted(
                self.folder,
                record,
                end=self._now(),
                facts=self.settings.facts,
                compression=self.settings.compression,
            )
            self.ledger.runs.end(report.as_record())
            logger.warning(
                "The run %s of %s was not finished and is sealed now. %s", record.run, self.site, report.verdict
            )
        start = self.clock()
        self.start = start.isoformat(timespec="seconds")
        self.name = self.folder.new_name(start)
        self.ledger.runs.begin(self.site, self.name, self.start)
        self.writer = RunWriter(self.folder.make(self.name), self.counts, self.clock)
        self.ledger.urls.forget_found(self.site)
        self.ledger.participants.append(self)

    # --- the doors ----------------------------------------------------------------------------------------------

    def store(self, article: "Article") -> None:
        """Write an article and finish its URL; both are safe after the next commit.

        An article that was stored before gets the number of its version and the run of the one before.
        """
        with self._writing() as writer:
            before = self.ledger.urls.known(article.url)
            more: dict[str, Any] = {}
            if before is not None and before.version:
                more = {"version": before.version + 1, "previous_run": before.run}
            writer.store(article, **more)
            self.ids.add(article.id)
            self.ledger.urls.stored(self.site, article.url, run=self.name, digest=digest_of(article))

    def reject(self, article: "Article", stage: str, reason: str, details: dict[str, Any]) -> None:
        """Write an article that a stage refused and finish its URL."""
        with self._writing() as writer:
            writer.reject(article, stage, reason, details)
            passing = may_pass(stage, reason)
            self._note_again(article.url, lost=passing)
            is_copy = (stage, reason) == COPY
            self.ledger.urls.rejected(self.site, article.url, copy=is_copy, passing=passing, run=self.name)

    def fail(self, url: str, error: str, *, final: bool = False, article: bool = True, **more: Any) -> None:
        """Write what failed; the URL of an article waits for the next run unless that is final."""
        with self._writing() as writer:
            writer.fail(url, error, **more)
            if article:
                self._note_again(url, lost=True, gone=final and error.startswith("http_"))
                self.ledger.urls.failed(self.site, url, final=final, run=self.name)

    def is_unchanged(self, article: "Article") -> bool:
        """Say whether the article was stored before with the same title and text."""
        before = self.ledger.urls.known(article.url)
        return before is not None and before.version > 0 and before.digest == digest_of(article)

    def _note_again(self, url: str, *, lost: bool, gone: bool = False) -> None:
        """Count a URL that gave no article, if it gave none before either, or gave one and is *gone* by now."""
        if lost and (before := self.ledger.urls.known(url)) is not None:
            self.counts.again += gone if before.version or before.outcome == "copy" else before.tries > 0

    @contextmanager
    def _writing(self) -> Iterator[RunWriter]:
        """Give the writer, and stop storage for good when the disk or the ledger refuses."""
        assert self.writer is not None  # noqa: S101 - a run writes from `begin` on
        try:
            yield self.writer
        except (OSError, LedgerError) as error:
            self.stop(error)
        self._waiting += 1

    # --- commits ------------------------------------------------------------------------------------------------

    @property
    def broken(self) -> bool:
        """Whether storage failed, here or in another run of this process: nothing more can be committed."""
        return self.error is not None or self.ledger.broken is not None

    def sync(self) -> None:
        """Bring this run's files to disk and tell the ledger their lengths; every commit of the ledger calls it."""
        assert self.writer is not None  # noqa: S101 - a run takes part from `begin` on
        self.counts.found, self.counts.known = self.ledger.urls.found(self.site)
        self.ledger.runs.wrote(self.site, self.name, self.writer.sync(), self.counts.as_report())
        self._waiting = 0
        self._committed_at = time.monotonic()

    def commit_if_due(self) -> None:
        """Commit when enough articles wait, or long enough; afterwards `broken` says whether that failed."""
        is_late = time.monotonic() - self._committed_at >= self.settings.commit_seconds
        has_news = self._waiting > 0 or self.ledger.urls.has_news
        if self._waiting >= self.settings.commit_articles or (is_late and has_news):
            self.commit()

    def commit(self) -> None:
        """Commit what waits, of all runs of this process; afterwards `broken` says whether that failed."""
        if self.broken:
            return
        try:
            self.ledger.commit()
        except Exception as error:  # noqa: BLE001 - whatever kept the lines from being committed, nothing may follow
            self.stop(error)

    def stop(self, error: Exception) -> None:
        """Stop storage for good: what waits in the stores belongs to lines that are not on disk."""
        self.error = self.error or error
        self.ledger.give_up(error)
        logger.error("Storage failed, the crawl stops: %s", error)

    # --- the end ------------------------------------------------------------------------------------------------

    def close(self, reason: str) -> Verdict:
        """Commit, judge and seal the run; gives the verdict. A second call gives it again."""
        if self.report is None:
            self.commit()
            try:
                self.report = self._failed_report() if self.broken else self._sealed(reason)
                self.ledger.runs.end(self.report.as_record())
                self._tidy()
            except Exception as error:  # noqa: BLE001 - a run that is not sealed has failed, whatever kept it from it
                self.stop(error)
            finally:
                self._release()
        if self.error is not None or self.report is None:
            cause = self.error or self.ledger.broken
            told = self.report.verdict if self.report and self.report.exit_code == STORAGE else ""
            return Verdict(exit_code=STORAGE, sentence=told or f"storage failed: {cause}")
        return Verdict(exit_code=self.report.exit_code, sentence=self.report.verdict)

    def abandon(self) -> None:
        """Give the lock back without a trace: the run never began, or is left to the next start."""
        self._release()

    def _sealed(self, reason: str) -> Report:
        assert self.writer is not None  # noqa: S101 - only a run that began is closed
        self.writer.close()
        self.counts.waiting = self.ledger.urls.waiting_number(self.site)
        counts = self.counts.as_report()
        facts = Facts(
            finish_reason=reason,
            seconds=seconds_of(self.start),
            counts=counts,
            history=past_runs(self.ledger, self.site),
            disagreement=disagreement(self.path, self.counts),
            errors=self.errors,
            first_failure=self.counts.first_failure,
            faults=self.faults,
        )
        verdict = judge(facts)
        report = Report(
            run=self.name,
            site=self.site,
            start=self.start,
            end=self._now(),
            finish_reason=reason,
            exit_code=verdict.exit_code,
            verdict=verdict.sentence,
            counts=counts,
            **self.settings.facts,
        )
        seal(self.folder, report, self.settings.compression)
        return report

    def _failed_report(self) -> Report:
        """Seal what was committed before storage failed; cutting the files back makes room for it on a full disk."""
        assert self.writer is not None  # noqa: S101 - only a run that began is closed
        self.writer.close()
        record = self.ledger.runs.record(self.site, self.name)
        if record is None:
            raise LedgerError(f"the ledger has lost the run {self.name}")
        return bring_to_end(
            self.folder,
            with_waiting(self.ledger, record),
            end=self._now(),
            facts=self.settings.facts,
            finish_reason="storage_failed",
            exit_code=STORAGE,
            verdict=f"storage failed: {self.error or self.ledger.broken}; what was committed is intact",
        )

    def _tidy(self) -> None:
        """Let the ledger forget what is old, once a day: it looks at every row."""
        kept = self.settings.expire_days * DAY_SECONDS
        before = max(0.0, sober_now(self.ledger, self.site, self.name) - kept)  # no day is before 1970
        if kept and not self.broken and abs(before - self.ledger.expired()) > DAY_SECONDS:
            self.ledger.expire(before)

    def _release(self) -> None:
        if self._released:
            return
        self._released = True
        if self in self.ledger.participants:
            self.ledger.participants.remove(self)
        if self.writer is not None:
            self.writer.close()
        self.ledger.close()
        self.lock.release()

    def _now(self) -> str:
        return self.clock().isoformat(timespec="seconds")


def digest_of(article: "Article") -> bytes:
    """Give a digest of an article's title and text."""
    return blake2b(f"{article.title}\n{article.text}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
