"""The runs of all sites: which is open, how much of its files is safe, and how the others ended."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from crawler.ledger.store import Store

if TYPE_CHECKING:
    import sqlite3

    from crawler.ledger.database import Database


KEPT = 500
"""Runs of a site that are remembered: what is usual is told by 30 of them, and an hourly crawl makes 9,000 a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One run of one site."""

    site: str
    run: str
    start: str
    """ISO 8601 in UTC."""
    open: bool = True
    """Whether it has no end yet: it goes on, or it was killed."""
    end: str = ""
    """ISO 8601 in UTC; empty while it is open."""
    exit_code: int | None = None
    """None while it is open."""
    finish_reason: str = ""
    counts: dict[str, Any] = field(default_factory=dict)
    """The counts of `run.json`; of an open run, as of its last commit."""
    lengths: dict[str, int] = field(default_factory=dict)
    """Bytes of each of its files that are safe, by file name."""


COLUMNS = "site, run, start, open, end, exit_code, finish_reason, counts, lengths"


class RunStore(Store):
    """The history of runs."""

    schema: ClassVar[str] = """
        CREATE TABLE IF NOT EXISTS runs (
            site TEXT NOT NULL, run TEXT NOT NULL, start TEXT NOT NULL, open INTEGER NOT NULL, end TEXT NOT NULL,
            exit_code INTEGER, finish_reason TEXT NOT NULL, counts TEXT NOT NULL, lengths TEXT NOT NULL,
            PRIMARY KEY (site, run)
        ) WITHOUT ROWID
    """

    def __init__(self, database: "Database") -> None:
        super().__init__(database)
        self._written: dict[tuple[str, str], tuple[dict[str, int], dict[str, Any]]] = {}

    def begin(self, site: str, run: str, start: str) -> None:
        """Open a run, on disk at once: from here on a kill leaves something to be sealed."""
        self._put(RunRecord(site=site, run=run, start=start))

    def wrote(self, site: str, run: str, lengths: dict[str, int], counts: dict[str, Any]) -> None:
        """Note how much of a run's files is on disk, and its counts; part of the next commit."""
        self._written[site, run] = (dict(lengths), counts)

    def end(self, record: RunRecord) -> None:
        """Close a run, on disk at once; works after a failed commit too."""
        self._put(record)

    def open_runs(self, site: str) -> list[RunRecord]:
        """Give the open runs of a site, the oldest first."""
        return self._select("site = ? AND open ORDER BY run", site)

    def history(self, site: str, limit: int = 30) -> list[RunRecord]:
        """Give the closed runs of a site, the newest first; those of a clock that went ahead count as the oldest."""
        ahead = (datetime.now(UTC) + timedelta(days=1)).isoformat(timespec="seconds")
        return self._select("site = ? AND NOT open ORDER BY start > ?, run DESC LIMIT ?", site, ahead, limit)

    def last_whole(self, site: str) -> str:
        """Give the newest run of a site that ended by itself, empty if there was none."""
        rows = self.database.read(
            "SELECT max(run) FROM runs WHERE site = ? AND NOT open AND finish_reason NOT IN (?, ?, ?, ?)",
            *(site, "interrupted", "forced", "shutdown", "storage_failed"),
        )
        return str(rows[0][0] or "")

    def record(self, site: str, run: str) -> RunRecord | None:
        """Give one run."""
        records = self._select("site = ? AND run = ?", site, run)
        return records[0] if records else None

    def sites(self) -> list[str]:
        """Give the names of the sites that ever ran, sorted."""
        return [site for (site,) in self.database.read("SELECT DISTINCT site FROM runs ORDER BY site")]

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits."""
        connection.executemany(
            "UPDATE runs SET lengths = ?, counts = ? WHERE site = ? AND run = ?",
            (
                (json.dumps(lengths), json.dumps(counts), site, run)
                for (site, run), (lengths, counts) in self._written.items()
            ),
        )

    def settled(self) -> None:
        """Forget what waited."""
        self._written.clear()

    def expire(self, connection: "sqlite3.Connection", before: float) -> None:  # noqa: ARG002 - runs are kept by number
        """Delete what is older than the last KEPT runs of each site; their folders tell the rest."""
        connection.execute(
            "DELETE FROM runs WHERE NOT open AND ? <= (SELECT count(*) FROM runs AS newer "
            "WHERE newer.site = runs.site AND newer.run > runs.run)",
            (KEPT,),
        )

    def _put(self, record: RunRecord) -> None:
        values: list[Any] = [getattr(record, name) for name in COLUMNS.split(", ")]
        values[-2:] = [json.dumps(record.counts), json.dumps(record.lengths)]
        places = ", ".join("?" * len(values))
        with self.database.transaction() as connection:
            connection.execute(f"INSERT OR REPLACE INTO runs ({COLUMNS}) VALUES ({places})", values)  # noqa: S608 - constants

    def _select(self, where: str, *values: Any) -> list[RunRecord]:
        rows = self.database.read(f"SELECT {COLUMNS} FROM runs WHERE {where}", *values)  # noqa: S608 - constants
        records = []
        for row in rows:
            fields = dict(zip(COLUMNS.split(", "), row, strict=True))
            fields |= {"open": bool(fields["open"]), "counts": json.loads(fields["counts"])}
            records.append(RunRecord(**fields | {"lengths": json.loads(fields["lengths"])}))
        return records
