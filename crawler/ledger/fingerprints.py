"""The fingerprints of all articles, and which of them have something in common with a new one."""

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

import numpy as np

from crawler.ledger.database import LedgerError
from crawler.ledger.postings import PostingsIndex, schema_of
from crawler.ledger.store import Store
from pipelines.text.deduplication.best import Standing
from pipelines.text.deduplication.copies import Resemblance, compare
from pipelines.text.deduplication.fingerprint import VERSION, Fingerprint
from pipelines.text.deduplication.groups import is_hint
from pipelines.text.deduplication.packing import pack, unpack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from crawler.ledger.database import Database

POSTINGS = "postings"
"""Name of the tables of the keys' index."""

RESERVED = 256
"""Numbers reserved at a time, so that several processes can number articles without asking one another."""

REMEMBERED = 4096
"""Entries kept in memory, about 3 KB each."""

SHARED_KEYS = 2
"""Keys two texts must share to be compared; one alone is chance or a phrase."""

CANDIDATES, MOST_CANDIDATES = 24, 64
"""Articles compared with a new one: those with most keys in common, and as many more as share as many keys as the last."""

FACTS = (("marks", 1), ("injected", 1), ("mirror", 1), ("stored", 1), ("rank", 2), ("published", 4))
"""Fields of an entry and the bytes each takes."""


SCHEMA = f"""
    CREATE TABLE IF NOT EXISTS fingerprints (
        number INTEGER PRIMARY KEY, id, origin INTEGER NOT NULL, path TEXT NOT NULL, fetched INTEGER NOT NULL,
        facts BLOB NOT NULL, sketch BLOB NOT NULL
    );
    CREATE TABLE IF NOT EXISTS fingerprint_origins (
        origin INTEGER PRIMARY KEY, site TEXT NOT NULL, base TEXT NOT NULL, UNIQUE (site, base)
    );
    CREATE TABLE IF NOT EXISTS fingerprint_state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT OR IGNORE INTO fingerprint_state VALUES ('next', 1), ('version', {VERSION})
"""  # noqa: S608 - a constant


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article as it was seen once."""

    number: int
    """Its number in the ledger, ascending in time."""
    standing: Standing
    """What speaks for and against it, with its id and URL."""
    site: str
    """Name of its site."""
    stored: bool
    """Whether it was stored; else it was rejected as a copy."""
    fingerprint: Fingerprint
    """The fingerprint, without keys where it comes from disk."""


class FingerprintStore(Store):
    """Fingerprints by number, and an index from their keys to the numbers."""

    schema: ClassVar[str] = f"{schema_of(POSTINGS)}; {SCHEMA}"

    def __init__(self, database: "Database") -> None:
        super().__init__(database)
        self.postings = PostingsIndex(database, POSTINGS)
        self._next = self._end = 0
        self._waiting: dict[int, Entry] = {}
        self._remembered: OrderedDict[int, Entry] = OrderedDict()
        self._origins: dict[int, tuple[str, str]] = {}
        self._seen_change = -1
        self.expire_days = 0.0
        """Days after which an article is forgotten; 0 keeps all for ever."""

    # --- asking -------------------------------------------------------------------------------------------------

    def check_version(self) -> None:
        """Raise LedgerError where the ledger's fingerprints cannot be compared with new ones, or are not all there."""
        state = dict(self.database.read("SELECT name, value FROM fingerprint_state"))
        if state["version"] != VERSION:
            wrong = f"are of version {state['version']}, this is version {VERSION}"
        elif state.get("rebuilding"):
            wrong = "are not all there, since their repair did not end"
        else:
            return
        raise LedgerError(f"the fingerprints of {self.database.path} {wrong}: run `scrapy ledger repair`")

    def has_changed(self) -> bool:
        """Say whether another process has committed since the last time this was asked, and catch up if so."""
        change = self.database.read("PRAGMA data_version")[0][0]
        if change == self._seen_change:
            return False
        self._seen_change = change
        self.postings.refresh()
        return True

    def candidates(self, fingerprint: Fingerprint) -> list[int]:
        """Give the articles that share most keys with a text, the likeliest first."""
        if not fingerprint.keys.size:
            return []
        numbers, counts = np.unique(self.postings.lookup(fingerprint.keys), return_counts=True)
        enough = counts >= min(SHARED_KEYS, fingerprint.keys.size)
        numbers, counts = numbers[enough], counts[enough]
        order = np.lexsort((numbers, -counts))
        # Equals of the last one come too: which of them was first must not decide.
        last = counts[order[CANDIDATES - 1]] if order.size > CANDIDATES else 0
        return [int(number) for number in numbers[order[counts[order] >= last]][:MOST_CANDIDATES]]

    def resembling(self, fingerprint: Fingerprint, but: int = 0) -> dict[int, Resemblance]:
        """Give the articles that a text resembles, or parts of which stand in it, and how; *but* is left out."""
        entries = self.entries(number for number in self.candidates(fingerprint) if number != but)
        pairs = ((number, compare(fingerprint, entry.fingerprint)) for number, entry in entries.items())
        return {number: pair for number, pair in pairs if pair is not None and is_hint(pair)}

    def entries(self, numbers: "Iterable[int]") -> dict[int, Entry]:
        """Give the entries of articles; those that were forgotten are left out."""
        found, missing = {}, []
        for number in numbers:
            entry = self._waiting.get(number) or self._remembered.get(number)
            if entry is None:
                missing.append(number)
            else:
                found[number] = entry
        for start in range(0, len(missing), 100):
            some = missing[start : start + 100]
            marks = ", ".join("?" * len(some))
            for row in self.database.read(f"SELECT * FROM fingerprints WHERE number IN ({marks})", *some):  # noqa: S608 - marks
                entry = self._entry(row)
                found[entry.number] = entry
                self._remember(entry)
        return found

    def last(self) -> int:
        """Give the highest number that is committed, 0 if there is none."""
        return int(self.database.read("SELECT coalesce(max(number), 0) FROM fingerprints")[0][0])

    # --- adding -------------------------------------------------------------------------------------------------

    def reserve(self) -> int:
        """Give the number of the next article."""
        if self._next == self._end:
            with self.database.transaction() as connection:
                ((first,),) = connection.execute("SELECT value FROM fingerprint_state WHERE name = 'next'")
                connection.execute("UPDATE fingerprint_state SET value = ? WHERE name = 'next'", (first + RESERVED,))
            self._next, self._end = first, first + RESERVED
        self._next += 1
        return self._next - 1

    def add(self, entry: Entry) -> None:
        """Keep an article, or change what is kept of one."""
        self._waiting[entry.number] = entry

    def index(self, entry: Entry) -> None:
        """Let later articles be compared with one; its fingerprint must have its keys."""
        self.postings.add(entry.number, entry.fingerprint.keys)

    def waiting(self) -> list[Entry]:
        """Give the entries that wait for the next commit, in the order in which they came."""
        return list(self._waiting.values())

    def clear(self, connection: "sqlite3.Connection") -> None:
        """Forget all articles, and note that they are being made anew until `rebuilt`; the transaction is open."""
        connection.execute("DELETE FROM fingerprints")
        connection.execute("DELETE FROM fingerprint_origins")
        self.postings.clear(connection)
        connection.execute(
            "INSERT OR REPLACE INTO fingerprint_state VALUES ('rebuilding', 1), ('version', ?)", (VERSION,)
        )
        self._remembered.clear()
        self._origins.clear()

    def rebuilt(self, connection: "sqlite3.Connection") -> None:
        """Note that all articles are there."""
        connection.execute("DELETE FROM fingerprint_state WHERE name = 'rebuilding'")

    def missing(self, ids: "Iterable[str]") -> "Iterator[str]":
        """Give those of some ids under which no article is kept; memory does not grow with either number."""
        connection = self.database.connection
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS kept_ids AS SELECT DISTINCT id FROM fingerprints")
        connection.execute("CREATE INDEX IF NOT EXISTS temp.kept_by_id ON kept_ids (id)")
        for id_ in ids:
            if not connection.execute("SELECT 1 FROM kept_ids WHERE id = ?", (short_id(id_),)).fetchone():
                yield id_
        connection.execute("DROP TABLE kept_ids")

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits."""
        connection.executemany(
            "INSERT OR REPLACE INTO fingerprints VALUES (?, ?, ?, ?, ?, ?, ?)",
            [self._row(connection, entry) for entry in self._waiting.values()],
        )
        self.postings.flush(connection)

    def settled(self) -> None:
        """Forget what waited."""
        for entry in self._waiting.values():
            self._remember(entry)
        self._waiting.clear()
        self.postings.settled()

    def oldest(self, connection: "sqlite3.Connection") -> int:
        """Give the smallest number that is kept, that of the next article where there is none."""
        ((oldest, following),) = connection.execute(
            "SELECT min(number), (SELECT value FROM fingerprint_state WHERE name = 'next') FROM fingerprints"
        )
        return int(following if oldest is None else oldest)

    def expire(self, connection: "sqlite3.Connection", before: float) -> None:  # noqa: ARG002 - has an age of its own
        """Forget articles fetched more than `expire_days` ago; their postings go as levels are merged."""
        if not self.expire_days:
            return
        oldest_kept = int(time.time() - self.expire_days * 86_400)
        connection.execute("DELETE FROM fingerprints WHERE fetched < ?", (oldest_kept,))
        self.postings.oldest = self.oldest(connection)
        self._remembered.clear()

    # --- rows ---------------------------------------------------------------------------------------------------

    def _remember(self, entry: Entry) -> None:
        self._remembered[entry.number] = entry
        if len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)

    def _row(self, connection: "sqlite3.Connection", entry: Entry) -> tuple[Any, ...]:
        standing = entry.standing
        base, path = _parts(standing.url)
        connection.execute("INSERT OR IGNORE INTO fingerprint_origins (site, base) VALUES (?, ?)", (entry.site, base))
        ((origin,),) = connection.execute(
            "SELECT origin FROM fingerprint_origins WHERE site = ? AND base = ?", (entry.site, base)
        )
        facts = {name: getattr(standing, name) for name, _ in FACTS if name != "stored"} | {"stored": entry.stored}
        packed = b"".join(
            min(max(int(facts[name]), 0), (1 << 8 * size) - 1).to_bytes(size, "little") for name, size in FACTS
        )
        return entry.number, short_id(standing.id), origin, path, standing.fetched, packed, pack(entry.fingerprint)

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        number, id_, origin, path, fetched, packed, sketch = row
        facts, at = {}, 0
        for name, size in FACTS:
            facts[name] = int.from_bytes(packed[at : at + size], "little")
            at += size
        stored = bool(facts.pop("stored"))
        if origin not in self._origins:
            ((site, base),) = self.database.read("SELECT site, base FROM fingerprint_origins WHERE origin = ?", origin)
            self._origins[origin] = (site, base)
        site, base = self._origins[origin]
        standing = Standing(id=long_id(id_), url=base + path, fetched=fetched, **facts)
        return Entry(number=number, standing=standing, site=site, stored=stored, fingerprint=unpack(sketch))


def _parts(url: str) -> tuple[str, str]:
    """Divide a URL into what all of a host's have in common, and the rest."""
    url = url.encode("utf-8", "replace").decode()
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url
    base = f"{parts.scheme}://{parts.netloc}"
    return (base, url[len(base) :]) if url.startswith(base) else ("", url)


def short_id(id_: str) -> bytes | str:
    """Give the bytes of an id of 16 hexadecimal digits; any other stays text."""
    try:
        packed = bytes.fromhex(id_)
    except ValueError:
        return id_
    return packed if packed.hex() == id_ else id_


def long_id(id_: bytes | str) -> str:
    """Give an id back."""
    return id_.hex() if isinstance(id_, bytes) else id_
