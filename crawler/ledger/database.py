"""The embedded database under the ledger: one file, one writer at a time, one transaction for each commit."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

BUSY_SECONDS = 60.0
"""How long a commit waits for another process to finish its own; a commit takes milliseconds."""

EFFECTIVE = os.access in os.supports_effective_ids
"""Whether the system can be asked what this process may do, not only who started it."""

SYNC = "FULL"
"""How much a commit waits for: FULL, for the disk itself, so that it survives a power cut."""

LAYOUT = 1
"""Number of the tables' layout; raised whenever an older file has to be changed to be read."""


DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
"""What SQLite says of a file that is no database, or none any more."""


class LedgerError(Exception):
    """The ledger cannot be opened, read or written: disk full, file damaged, made by a newer version."""


class LedgerDamagedError(LedgerError):
    """What stands in the ledger's file is no ledger any more."""


class Database:
    """A connection to the ledger's file; the stores of this package share it, and nobody else has it.

    With *reads_only* nothing is written and no lock is waited for, also where nothing can be written. Raises LedgerError
    where the file cannot be opened or is no ledger.
    """

    def __init__(self, path: Path, *, reads_only: bool = False) -> None:
        self.path = path
        self.unread: LedgerError | None = None
        """Why a query got no answer; who asked has decided without it."""
        try:
            layout = self._look() if reads_only else self._open()
        except (sqlite3.Error, OSError) as error:
            raise self._told("open", error) from error
        if layout > LAYOUT:
            raise LedgerError(f"{path} was made by a newer version (layout {layout}, known up to {LAYOUT})")

    def _open(self) -> int:
        """Open the file for reading and writing; gives the number of its layout."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
        # Has an effect only on a new file; lets `compact` give pages back without rewriting everything.
        self.connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        self._use_log()
        self.connection.execute(f"PRAGMA synchronous = {SYNC}")
        return self._layout()

    def _look(self) -> int:
        """Open the file for reading alone; gives the number of its layout.

        Readers of a write-ahead log share a file beside it, which they have to make where nobody has: in a folder that
        cannot be written, SQLite reads the file as one that nobody changes.
        """
        where = f"file:{quote(str(self.path))}?mode=ro"
        self.connection = sqlite3.connect(where, timeout=BUSY_SECONDS, isolation_level=None, uri=True)
        try:
            return self._layout()
        except sqlite3.OperationalError:
            self.connection.close()
            if not self.path.exists() or os.access(self.path.parent, os.W_OK, effective_ids=EFFECTIVE):
                raise
        self.connection = sqlite3.connect(f"{where}&immutable=1", isolation_level=None, uri=True)
        return self._layout()

    def _layout(self) -> int:
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    def _use_log(self) -> None:
        """Turn the write-ahead log on: readers of other processes go on during a commit.

        The first process that opens a new file needs it alone for a moment, and SQLite does not wait for that by itself.
        """
        end = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                self.connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)
            else:
                return

    def read(self, sql: str, *values: Any) -> list[Any]:
        """Give all rows of a query."""
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            self.unread = self._told("read", error)
            raise self.unread from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Take the write lock, and commit on leaving or roll back on an exception.

        Raises LedgerError where the database refuses, the disk being full or another process holding the lock too long,
        and where its file has been deleted: SQLite would go on writing into what nobody can open again.
        """
        if not self.path.exists():
            raise LedgerError(f"cannot write the ledger {self.path}: it has been deleted")
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                # A full disk may have rolled back already.
                with suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")
                raise
            self._commit()
        except sqlite3.Error as error:
            raise self._told("write", error) from error

    def _commit(self) -> None:
        try:
            self.connection.execute("COMMIT")
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
            raise

    def _told(self, what: str, error: Exception) -> LedgerError:
        """Give the error of this package for one of SQLite's or the system's, with the way out where there is one."""
        sentence = f"cannot {what} the ledger {self.path}: {error}"
        if getattr(error, "sqlite_errorname", "").startswith(DAMAGE):
            return LedgerDamagedError(f"{sentence}; `scrapy ledger repair` makes it anew from the run folders")
        return LedgerError(sentence)

    def wait_at_most(self, seconds: float) -> None:
        """Wait no longer than so many seconds for other processes, from now on; does nothing once it is closed."""
        with suppress(sqlite3.Error):
            self.connection.execute(f"PRAGMA busy_timeout = {1000 * seconds:.0f}")

    def size(self) -> int:
        """Give the bytes of the file and its log."""
        files = [self.path, self.path.with_name(self.path.name + "-wal")]
        return sum(file.stat().st_size for file in files if file.exists())

    def compact(self) -> None:
        """Give free pages back to the file system and empty the log; does nothing while another process writes."""
        with suppress(sqlite3.OperationalError):
            # As a script: `execute` would take one step of it, which frees one page.
            self.connection.executescript("PRAGMA incremental_vacuum")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close the connection; a second call does nothing."""
        self.connection.close()
