"""Which sites have which sentences: fingerprints of the sentences of cleaned articles, by site."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from crawler.ledger.store import Store

if TYPE_CHECKING:
    import sqlite3

    from crawler.ledger.database import Database


class SentenceStore(Store):
    """Fingerprints of sentences, signed 64-bit integers, each with the sites it was seen on."""

    schema: ClassVar[str] = """
        CREATE TABLE IF NOT EXISTS sentence_sites (number INTEGER PRIMARY KEY, site TEXT NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS sentences (
            fingerprint INTEGER NOT NULL, site INTEGER NOT NULL, PRIMARY KEY (fingerprint, site)
        ) WITHOUT ROWID
    """

    def __init__(self, database: "Database") -> None:
        super().__init__(database)
        self._waiting: dict[int, set[str]] = {}

    def others(self, fingerprints: Sequence[int], site: str) -> list[int]:
        """Say of each fingerprint on how many sites other than *site* it is known."""
        rows = self.database.read(
            "SELECT fingerprint, sentence_sites.site FROM sentences JOIN sentence_sites ON number = sentences.site"
            " WHERE fingerprint IN (SELECT value FROM json_each(?)) AND sentence_sites.site <> ?",
            json.dumps(list(fingerprints)),
            site,
        )
        sites: dict[int, set[str]] = {}
        for fingerprint, name in rows:
            sites.setdefault(fingerprint, set()).add(name)
        return [
            len((sites.get(one, set()) | self._waiting.get(one, set())) - {site})
            if one in sites or one in self._waiting
            else 0
            for one in fingerprints
        ]

    def saw(self, fingerprints: Iterable[int], site: str) -> None:
        """Remember that a site has sentences."""
        for one in fingerprints:
            self._waiting.setdefault(one, set()).add(site)

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits."""
        names = {site for sites in self._waiting.values() for site in sites}
        connection.executemany(
            "INSERT OR IGNORE INTO sentence_sites (site) VALUES (?)", [(name,) for name in sorted(names)]
        )
        numbers = dict(connection.execute("SELECT site, number FROM sentence_sites").fetchall())
        connection.executemany(
            "INSERT OR IGNORE INTO sentences VALUES (?, ?)",
            sorted((one, numbers[site]) for one, sites in self._waiting.items() for site in sites),
        )

    def settled(self) -> None:
        """Forget what waited: it is committed."""
        self._waiting.clear()
