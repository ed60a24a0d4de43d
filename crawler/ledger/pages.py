"""Pages that every run asks for again: the payload that was archived last, so that an unchanged one is not kept twice."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from crawler.ledger.store import Store

if TYPE_CHECKING:
    import sqlite3

    from crawler.ledger.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPayload:
    """The record that holds a page's payload."""

    digest: str
    """`sha1:` and the digest in base 32, as in WARC files."""
    date: str
    """The record's WARC-Date."""


class PageStore(Store):
    """The newest archived payload of each page that is asked for again."""

    schema: ClassVar[str] = """
        CREATE TABLE IF NOT EXISTS pages (
            url TEXT PRIMARY KEY, digest TEXT NOT NULL, date TEXT NOT NULL
        ) WITHOUT ROWID
    """

    def __init__(self, database: "Database") -> None:
        super().__init__(database)
        self._waiting: dict[str, ArchivedPayload] = {}

    def known(self, url: str) -> ArchivedPayload | None:
        """Give the record that holds the last payload of a page."""
        if url in self._waiting:
            return self._waiting[url]
        rows = self.database.read("SELECT digest, date FROM pages WHERE url = ?", url)
        return ArchivedPayload(digest=rows[0][0], date=rows[0][1]) if rows else None

    def archived(self, url: str, digest: str, date: str) -> None:
        """Note that a page was archived whole."""
        self._waiting[url] = ArchivedPayload(digest=digest, date=date)

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits."""
        connection.executemany(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?)",
            [(url, page.digest, page.date) for url, page in self._waiting.items()],
        )

    def settled(self) -> None:
        """Forget what waited."""
        self._waiting.clear()

    def expire(self, connection: "sqlite3.Connection", before: float) -> None:
        """Forget payloads archived before a time."""
        date = datetime.fromtimestamp(before, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        connection.execute("DELETE FROM pages WHERE date < ?", (date,))
