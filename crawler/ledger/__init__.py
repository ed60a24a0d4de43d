"""The ledger: what was seen, stored and learned, over all sites and runs; the only place that knows its database."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, Self
from weakref import WeakKeyDictionary

from crawler.ledger.database import LAYOUT, Database, LedgerDamagedError, LedgerError
from crawler.ledger.fingerprints import FingerprintStore
from crawler.ledger.groups import GroupStore
from crawler.ledger.habits import HabitStore
from crawler.ledger.pages import PageStore
from crawler.ledger.runs import RunStore
from crawler.ledger.sentences import SentenceStore
from crawler.ledger.template import TemplateStore
from crawler.ledger.turn import Turn
from crawler.ledger.urls import UrlStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from crawler.ledger.fingerprints import Entry
    from crawler.ledger.store import Store

    Remake = Callable[[int], Entry]

__all__ = ["NAME", "Ledger", "LedgerDamagedError", "LedgerError", "attach", "ledger_of", "set_aside"]

NAME = "ledger.sqlite"
"""Name of the ledger's file in the output folder."""


HURRY_SECONDS = 2.0
"""How long the last notes of a process whose storage has failed wait for another one's commit."""

REBUILT = 100
"""Articles in a commit when the fingerprints are made anew."""


class Participant(Protocol):
    """Whoever has to be on disk before the ledger says so: the files of a run."""

    def sync(self) -> None:
        """Bring what was written to disk, and hand the ledger the lengths that are safe from now on."""


class Ledger:
    """All stores of one output folder, committed together.

    A process opens each file once, however many crawls share it: use `Ledger.open`, and `close` once for each `open`.
    Whoever only reads uses `Ledger.look`.
    """

    _open: ClassVar[dict[Path, Self]] = {}

    def __init__(self, path: Path, *, reads_only: bool = False) -> None:
        self.path = path
        self.database = Database(path, reads_only=reads_only)
        self.urls = UrlStore(self.database)
        self.runs = RunStore(self.database)
        self.pages = PageStore(self.database)
        self.template = TemplateStore(self.database)
        self.habits = HabitStore(self.database)
        self.sentences = SentenceStore(self.database)
        self.fingerprints = FingerprintStore(self.database)
        self.groups = GroupStore(self.database, self.fingerprints)
        self.stores: list[Store] = [self.urls, self.runs, self.pages, self.template, self.habits, self.sentences]
        # Groups before fingerprints: they first look at what other processes have added, beside what waits here.
        self.stores += [self.groups, self.fingerprints]
        self.participants: list[Participant] = []
        self.turn = Turn(path.parent)
        """The turn to judge articles, which has to come before one is judged; a commit passes it on."""
        self._given_up: Exception | None = None
        self.users = 0
        if not reads_only:
            self._make_tables()

    def _make_tables(self) -> None:
        """Make the tables that are missing."""
        with self.database.transaction() as connection:
            for store in self.stores:
                for statement in store.schema.split(";"):
                    connection.execute(statement)
            connection.execute("CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID")
            connection.execute(f"PRAGMA user_version = {LAYOUT}")

    @classmethod
    def open(cls, path: Path) -> Self:
        """Give the ledger at a path, the same one to all of a process."""
        path = path.absolute()
        ledger = cls._open.get(path)
        if ledger is None:
            ledger = cls._open[path] = cls(path)
        ledger.users += 1
        return ledger

    @classmethod
    def look(cls, path: Path) -> Self:
        """Give the ledger at a path for reading alone: it waits for no writer, and needs no right to write.

        Raises LedgerError where there is none.
        """
        return cls(path.absolute(), reads_only=True)

    @property
    def broken(self) -> Exception | None:
        """What made a commit or a query fail; from then on nothing is committed, since what waits is known only in part."""
        return self._given_up or self.database.unread

    def commit(self) -> None:
        """Sync every participant's files, then write what waits in every store, in one transaction; the next may judge.

        Raises OSError or LedgerError where that fails; then nothing of it is committed, and nothing ever will be.
        """
        if self.broken is not None:
            raise LedgerError(f"an earlier commit failed: {self.broken}") from self.broken
        try:
            for participant in self.participants:
                participant.sync()
            with self.database.transaction() as connection:
                for store in self.stores:
                    store.flush(connection)
        except Exception as error:
            self.give_up(error)
            raise
        for store in self.stores:
            store.settled()
        self.turn.give()

    def give_up(self, error: Exception) -> None:
        """Commit nothing any more, for a reason; the first one is kept.

        Other processes need not wait for this one, nor it for them: what it still notes, the end of each run, the next start
        makes good.
        """
        self._given_up = self.broken or error
        self.turn.give()
        self.database.wait_at_most(HURRY_SECONDS)

    def expire(self, before: float) -> None:
        """Forget what was last seen before a time, in seconds since 1970, and give its space back."""
        self.urls.expire_finished(before)
        with self.database.transaction() as connection:
            for store in self.stores:
                store.expire(connection, before)
            connection.execute("INSERT OR REPLACE INTO notes VALUES ('expired before', ?)", (before,))
        self.database.compact()

    def expired(self) -> float:
        """Give the time of the last `expire`, 0 if there was none."""
        rows = self.database.read("SELECT value FROM notes WHERE name = 'expired before'")
        return float(rows[0][0]) if rows else 0.0

    def rebuild(self, articles: "Iterable[Remake]") -> None:
        """Make the fingerprints and groups anew from articles in the order in which they were seen.

        Takes, for each, what makes its entry from its number, and commits by the hundred; until all are there, a stage
        that would compare with them refuses to. Raises LedgerError.
        """
        with self.database.transaction() as connection:
            self.groups.clear(connection)
            self.fingerprints.clear(connection)
        self.fingerprints.postings.refresh()
        for count, remake in enumerate(articles, start=1):
            entry = remake(self.fingerprints.reserve())
            self.groups.take(entry, self.fingerprints.resembling(entry.fingerprint))
            if count % REBUILT == 0:
                self.commit()
        self.commit()
        with self.database.transaction() as connection:
            self.fingerprints.rebuilt(connection)

    def damage(self) -> list[str]:
        """Check the file, which reads all of it; gives what the database says is wrong with it."""
        return [str(line) for (line,) in self.database.read("PRAGMA quick_check(20)") if line != "ok"]

    def problems(self) -> list[str]:
        """Check the file and the version of its fingerprints; gives a sentence for each thing that is wrong."""
        found = self.damage()
        try:
            self.fingerprints.check_version()
        except LedgerError as error:
            found.append(str(error))
        return found

    def size(self) -> int:
        """Give the bytes on disk."""
        return self.database.size()

    def close(self) -> None:
        """Close the file when its last user is done; what was not committed is forgotten."""
        self.users -= 1
        if self.users <= 0:
            if self._open.get(self.path) is self:
                del self._open[self.path]
            self.turn.close()
            self.database.close()


def set_aside(path: Path, name: str) -> Path:
    """Give a ledger's file and those that belong to it another name, so that a new one can be made; gives its path."""
    aside = path.with_name(name)
    for end in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).rename(aside.with_name(aside.name + end))
    return aside


_LEDGERS: WeakKeyDictionary[object, Ledger] = WeakKeyDictionary()


def attach(crawler: object, ledger: Ledger) -> None:
    """Let `ledger_of` find the ledger of a crawler's run."""
    _LEDGERS[crawler] = ledger


def ledger_of(crawler: object) -> Ledger | None:
    """Give the ledger that a crawler's run shares with all others of its process, or None outside a run."""
    return _LEDGERS.get(crawler)
