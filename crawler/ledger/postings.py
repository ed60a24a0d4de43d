"""Which articles have a key in common: an inverted index in the ledger's own file that stays small and quick.

One row for each posting is what makes databases slow and large at this. Here a commit adds one row, a sorted batch; when
the batches have grown, they are merged into the first level, and each level that overflows hands a part of itself down
to the next, sixteen times as large, a part for each few thousand articles. A level's postings lie in rows of some
hundred, by the first bits of the key, so that a look-up reads one small row of each of three or four levels. All of it
happens inside the commit's transaction: a kill undoes it whole, and other processes see it whole.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from crawler.ledger.blocks import (
    KEY_BITS,
    NOBODY,
    NONE,
    NUMBER_BITS,
    Postings,
    articles_in,
    capped,
    keys_of,
    numbers_of,
    pack,
    post,
    select,
    unpack,
)

if TYPE_CHECKING:
    import sqlite3

    from crawler.ledger.database import Database

RECENT_MOST = 1 << 17
"""Postings in batches before they are merged into the first level; one megabyte in memory, six thousand articles."""

FIRST_CAPACITY_BITS, GROWTH_BITS = 20, 4
"""The first level holds 2**20 postings, each further one 2**4 times as many; the last has no limit."""

ROW_BITS = 7
"""A full level has 2**7 postings a row: seven rows a page."""

PARTS_BITS = 8
"""An overflowing level hands down one part in 2**8 at a time: a tenth of a second's work on the largest."""

LEVELS = 4
"""Levels on disk; the fourth begins beyond twelve million articles."""

MOST_ARTICLES = 200
"""Articles under one key beyond which it says nothing: template, boilerplate, a phrase."""

LEVEL_SHIFT = 40
"""Bits of a row's place below its level."""


def schema_of(name: str) -> str:
    """Give the SQL that makes the tables of an index of that name."""
    return f"""
        CREATE TABLE IF NOT EXISTS {name} (place INTEGER PRIMARY KEY, entries BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS {name}_recent (batch INTEGER PRIMARY KEY AUTOINCREMENT, entries BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS {name}_levels (
            level INTEGER PRIMARY KEY, postings INTEGER NOT NULL, part INTEGER NOT NULL
        )
    """


class PostingsIndex:
    """An inverted index from keys to articles' numbers; the owner commits what waits by `flush` and `settled`."""

    def __init__(self, database: "Database", name: str) -> None:
        self.database = database
        self.name = name
        """Name of its tables, which the owner makes by `schema_of`."""
        self.oldest = 0
        """Articles with smaller numbers are forgotten: merging leaves their postings out."""
        self._waiting: list[Postings] = []
        self._fresh: dict[int, list[int]] = {}
        self._recent = NONE
        self._first = self._last = 0
        self._levels: dict[int, tuple[int, int]] = {}

    # --- asking -------------------------------------------------------------------------------------------------

    def lookup(self, keys: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Give the articles under any of some distinct keys, each once for each key; keys of very many are left out."""
        kept = [part for parts in self.find(keys) if parts and sum(map(len, parts)) <= MOST_ARTICLES for part in parts]
        return np.concatenate(kept) if kept else NOBODY

    def find(self, keys: NDArray[np.uint64]) -> list[list[NDArray[np.int64]]]:
        """Give the articles under each of some keys, in parts; of very many at least MOST_ARTICLES and one more."""
        found: list[list[NDArray[np.int64]]] = [[] for _ in range(keys.size)]
        for at, part in enumerate(select(self._recent, keys)):
            if part.size:
                found[at].append(numbers_of(part))
        if self._fresh:
            for at, key in enumerate(keys.tolist()):
                if fresh := self._fresh.get(key):
                    found[at].append(np.array(fresh, dtype=np.int64))
        for level in self._levels:
            self._look_in(level, keys, found)
        return found

    def _look_in(self, level: int, keys: NDArray[np.uint64], found: list[list[NDArray[np.int64]]]) -> None:
        bits = _key_bits(level)
        lower = (1 << bits) - 1
        places = [level << LEVEL_SHIFT | key >> bits for key in keys.tolist()]
        marks = ", ".join("?" * len(places))
        rows = dict(self.database.read(f"SELECT place, entries FROM {self.name} WHERE place IN ({marks})", *places))
        for at, (place, key) in enumerate(zip(places, keys.tolist(), strict=True)):
            if place in rows:
                articles = articles_in(rows[place], key & lower)
                if articles.size:
                    found[at].append(articles)

    # --- adding -------------------------------------------------------------------------------------------------

    def add(self, number: int, keys: NDArray[np.uint64]) -> None:
        """Put an article under its keys; on disk with the next commit."""
        self._waiting.append(post(keys, number))
        for key in keys.tolist():
            self._fresh.setdefault(key, []).append(number)

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits as one batch, and merge what has grown too large."""
        if not self._waiting:
            return
        batch = np.sort(np.concatenate(self._waiting))
        connection.execute(f"INSERT INTO {self.name}_recent (entries) VALUES (?)", (batch.astype("<u8").tobytes(),))
        ((size,),) = connection.execute(f"SELECT sum(length(entries)) / 8 FROM {self.name}_recent")
        if size > RECENT_MOST:
            self._merge_recent(connection)
            for level in range(1, LEVELS):
                self._hand_down(connection, level)

    def settled(self) -> None:
        """Forget what waited; it is committed."""
        if self._waiting:
            self._waiting.clear()
            self.refresh()

    def refresh(self) -> None:
        """Read what was committed by anybody since the last time."""
        self._levels = {
            level: (postings, part)
            for level, postings, part in self.database.read(f"SELECT * FROM {self.name}_levels ORDER BY level")
            if postings
        }
        ((first, last),) = self.database.read(f"SELECT min(batch), max(batch) FROM {self.name}_recent")
        if first != self._first or last is None:
            # Merged since, by us or by another process: what is left is new.
            self._recent, self._first, self._last = NONE, first or 0, 0
        rows = self.database.read(f"SELECT batch, entries FROM {self.name}_recent WHERE batch > ?", self._last)
        if rows:
            batches = [np.frombuffer(entries, "<u8") for _, entries in rows]
            self._recent = np.sort(np.concatenate([self._recent, *batches]))
            self._last = rows[-1][0]
        self._fresh = {}
        for waiting in self._waiting:
            for key, number in zip(keys_of(waiting).tolist(), numbers_of(waiting).tolist(), strict=True):
                self._fresh.setdefault(key, []).append(number)

    def clear(self, connection: "sqlite3.Connection") -> None:
        """Forget all postings on disk; the transaction is open, and `refresh` is due when it has ended."""
        for table in (self.name, f"{self.name}_recent", f"{self.name}_levels"):
            connection.execute(f"DELETE FROM {table}")

    # --- merging ------------------------------------------------------------------------------------------------

    def _merge_recent(self, connection: "sqlite3.Connection") -> None:
        rows = connection.execute(f"SELECT entries FROM {self.name}_recent").fetchall()
        recent = np.sort(np.concatenate([np.frombuffer(entries, "<u8") for (entries,) in rows]))
        self.merge(connection, 1, 0, 1 << KEY_BITS, recent)
        connection.execute(f"DELETE FROM {self.name}_recent")

    def _hand_down(self, connection: "sqlite3.Connection", level: int) -> None:
        """Move parts of a level to the next one until it fits."""
        part_bits = KEY_BITS - PARTS_BITS
        while True:
            rows = connection.execute(
                f"SELECT postings, part FROM {self.name}_levels WHERE level = ?", (level,)
            ).fetchall()
            if not rows or rows[0][0] <= 1 << _capacity_bits(level):
                return
            part = rows[0][1]
            first, last = part << part_bits, (part + 1) << part_bits
            moved = self._read(connection, level, first, last)
            connection.execute(f"DELETE FROM {self.name} WHERE place >= ? AND place < ?", _places(level, first, last))
            connection.execute(
                f"UPDATE {self.name}_levels SET postings = postings - ?, part = ? WHERE level = ?",
                (moved.size, (part + 1) % (1 << PARTS_BITS), level),
            )
            self.merge(connection, level + 1, first, last, moved)

    def merge(self, connection: "sqlite3.Connection", level: int, first: int, last: int, postings: Postings) -> None:
        """Merge postings whose keys lie from *first* to below *last* into a level."""
        before = self._read(connection, level, first, last)
        after = capped(np.sort(np.concatenate([before, postings])), MOST_ARTICLES)
        if self.oldest:
            after = after[numbers_of(after) >= self.oldest]
        bits = _key_bits(level)
        uppers = after >> np.uint64(NUMBER_BITS + bits)
        starts = np.flatnonzero(np.concatenate([[True], uppers[1:] != uppers[:-1]])).tolist() if after.size else []
        ends = [*starts[1:], after.size]
        rows = (
            (level << LEVEL_SHIFT | int(uppers[start]), pack(after[start:end], bits))
            for start, end in zip(starts, ends, strict=False)
        )
        connection.execute(f"DELETE FROM {self.name} WHERE place >= ? AND place < ?", _places(level, first, last))
        connection.executemany(f"INSERT INTO {self.name} VALUES (?, ?)", rows)
        connection.execute(
            f"INSERT INTO {self.name}_levels VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET postings = postings + ?",
            (level, after.size, after.size - before.size),
        )

    def _read(self, connection: "sqlite3.Connection", level: int, first: int, last: int) -> Postings:
        bits = _key_bits(level)
        rows = connection.execute(
            f"SELECT place, entries FROM {self.name} WHERE place >= ? AND place < ? ORDER BY place",
            _places(level, first, last),
        )
        parts = [unpack(entries, place & ((1 << LEVEL_SHIFT) - 1), bits) for place, entries in rows]
        return np.concatenate(parts) if parts else NONE


def _capacity_bits(level: int) -> int:
    return FIRST_CAPACITY_BITS + GROWTH_BITS * (level - 1)


def _key_bits(level: int) -> int:
    """Give the bits of a key below those that choose its row."""
    return KEY_BITS - (_capacity_bits(level) - ROW_BITS)


def _places(level: int, first: int, last: int) -> tuple[int, int]:
    """Give the rows of keys from *first* to below *last*."""
    bits = _key_bits(level)
    return level << LEVEL_SHIFT | first >> bits, (level << LEVEL_SHIFT) + (last >> bits)
