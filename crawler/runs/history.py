"""What earlier runs of a site left: those without an end, and what the others say is usual."""

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crawler.ledger.runs import KEPT, RunRecord
from crawler.runs.counts import Counts
from crawler.runs.folder import REPORT, SiteFolder
from crawler.runs.sealing import whole_lengths
from crawler.runs.verdict import Past

if TYPE_CHECKING:
    from crawler.ledger import Ledger


LEAP_SECONDS = 30 * 86_400.0
"""As so much time at most counts what passed since the run before, where things are deleted by their age."""


def sober_now(ledger: "Ledger", site: str, run: str = "") -> float:
    """Give the time by which a run of a site deletes what is old, in seconds since 1970.

    A clock that goes years ahead for one run would delete everything; a machine that was off for years deletes one run
    later than it might.
    """
    before = next((record for record in ledger.runs.history(site, 2) if record.run != run), None)
    now = time.time()
    return now if before is None else min(now, seconds_of(before.start) + LEAP_SECONDS)


def unfinished(folder: SiteFolder, ledger: "Ledger", now: str) -> list[RunRecord]:
    """Give the runs of a site that must be sealed, the oldest first.

    Those are the open ones of the ledger, and folders that are not final and of which the ledger knows nothing, for it was
    lost or exchanged: of these, whole lines are kept.
    """
    unknown = [
        RunRecord(site=folder.site, run=run, start=now, lengths=whole_lengths(folder.run(run)))
        for run in folder.runs()
        if not (folder.run(run) / REPORT).exists() and ledger.runs.record(folder.site, run) is None
    ]
    return [with_waiting(ledger, record) for record in (*unknown, *ledger.runs.open_runs(folder.site))]


def is_forgotten(folder: SiteFolder, ledger: "Ledger") -> bool:
    """Say whether the ledger knows no run of a site that has runs: it was lost, and what they stored is new to it."""
    known = ledger.runs.history(folder.site, 1) or ledger.runs.open_runs(folder.site)
    return not known and bool(folder.runs())


def with_waiting(ledger: "Ledger", record: RunRecord) -> RunRecord:
    """Add to the record of a run without an end of its own how many URLs wait, as committed."""
    return replace(record, counts=record.counts | {"waiting": ledger.urls.waiting_number(record.site)})


def past_runs(ledger: "Ledger", site: str) -> list[Past]:
    """Give the runs of a site that have an end and are remembered, the newest first."""
    return [
        Past(
            exit_code=record.exit_code if record.exit_code is not None else -1,
            finish_reason=record.finish_reason,
            seconds=seconds_of(record.start),
            counts=Counts().as_report() | record.counts,
        )
        for record in ledger.runs.history(site, KEPT)
    ]


def seconds_of(start: str) -> float:
    """Give a time in ISO 8601 as seconds since 1970."""
    return datetime.fromisoformat(start).astimezone(UTC).timestamp()
