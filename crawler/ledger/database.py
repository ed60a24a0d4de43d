"""The embedded database under the ledger: one file, one writer at a time, one transaction for each commit."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BUSY_SECONDS = 60.0
"""How long a commit waits for another process to finish its own; a commit takes milliseconds."""


class Database:
    """A connection to the ledger's file; the stores of this package share it, and nobody else has it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self.connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        # WAL lets readers of other processes go on during a commit; FULL makes a commit survive a power cut.
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")

    def read(self, sql: str, *values: Any) -> list[Any]:
        """Give all rows of a query."""
        return self.connection.execute(sql, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Take the write lock, and commit on leaving or roll back on an exception."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def close(self) -> None:
        """Close the connection; a second call does nothing."""
        self.connection.close()
