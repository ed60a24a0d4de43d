"""Which sentences are known, from how many articles and of which sites: an index over all articles, of bounded size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from crawler.ledger.blocks import KEY_BITS
from crawler.ledger.postings import PostingsIndex, schema_of
from crawler.ledger.store import Store

if TYPE_CHECKING:
    import sqlite3

    from numpy.typing import NDArray

    from crawler.ledger.database import Database

POSTINGS = "sentence_postings"

ASK = 200
"""Sentences asked for at once."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one sentence."""

    articles: int = 0
    """In how many articles it was seen; beyond 200 it is no longer counted."""
    sites: frozenset[str] = frozenset()
    """On which sites."""


class SentenceStore(Store):
    """Fingerprints of sentences, signed 64-bit integers, each with the sites of the articles it was seen in.

    A sentence of an article takes five bytes; the fingerprint's first KEY_BITS count, so that among 1e8 sentences one in
    a thousand is taken for another one.
    """

    schema: ClassVar[str] = f"""{schema_of(POSTINGS)};
        CREATE TABLE IF NOT EXISTS sentence_sites (number INTEGER PRIMARY KEY, site TEXT NOT NULL UNIQUE)
    """

    def __init__(self, database: "Database") -> None:
        super().__init__(database)
        self.postings = PostingsIndex(database, POSTINGS)
        self._sites: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._seen_change = -1

    def known(self, fingerprints: Sequence[int]) -> list[Known]:
        """Say of each fingerprint in how many articles, and on which sites, it is known."""
        self._catch_up()
        keys = keys_of(fingerprints)
        distinct = np.unique(keys)
        found: dict[int, Known] = {}
        for start in range(0, distinct.size, ASK):
            some = distinct[start : start + ASK]
            for key, parts in zip(some.tolist(), self.postings.find(some), strict=True):
                if parts:
                    sites = frozenset(self._name(number) for part in parts for number in np.unique(part).tolist())
                    found[key] = Known(sum(map(len, parts)), sites)
        return [found.get(key, Known()) for key in keys.tolist()]

    def others(self, fingerprints: Sequence[int], site: str) -> list[int]:
        """Say of each fingerprint on how many sites other than *site* it is known."""
        return [len(known.sites - {site}) for known in self.known(fingerprints)]

    def saw(self, fingerprints: Iterable[int], site: str) -> None:
        """Remember the sentences of one article of a site."""
        keys = np.unique(keys_of(list(fingerprints)))
        if keys.size:
            self.postings.add(self._number(site), keys)

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits."""
        self.postings.flush(connection)

    def settled(self) -> None:
        """Forget what waited: it is committed."""
        self.postings.settled()

    def _catch_up(self) -> None:
        change = self.database.read("PRAGMA data_version")[0][0]
        if change != self._seen_change:
            self._seen_change = change
            self.postings.refresh()

    def _number(self, site: str) -> int:
        """Give the number of a site, the same for all processes; a new one is on disk at once."""
        if site not in self._sites:
            with self.database.transaction() as connection:
                connection.execute("INSERT OR IGNORE INTO sentence_sites (site) VALUES (?)", (site,))
                ((number,),) = connection.execute("SELECT number FROM sentence_sites WHERE site = ?", (site,))
            self._sites[site] = number
            self._names[number] = site
        return self._sites[site]

    def _name(self, number: int) -> str:
        if number not in self._names:
            rows = self.database.read("SELECT site FROM sentence_sites WHERE number = ?", number)
            self._names[number] = rows[0][0] if rows else ""
        return self._names[number]


def keys_of(fingerprints: Sequence[int]) -> "NDArray[np.uint64]":
    """Give the keys of fingerprints: their first KEY_BITS."""
    return np.array(fingerprints, dtype=np.int64).view(np.uint64) >> np.uint64(64 - KEY_BITS)
