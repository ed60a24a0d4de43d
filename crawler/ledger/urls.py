"""The URLs of all sites: which wait, which are finished and how, and what is known of the pages that list them."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from crawler.discovery.known import Listing
from crawler.ledger.known_url import COLUMNS, KEY_BYTES, KnownUrl, Outcome, as_known, as_row, key_of
from crawler.ledger.store import Store

if TYPE_CHECKING:
    import sqlite3

    from crawler.ledger.database import Database

LOST = "outcome IN ('doubtful', 'failed')"
"""Which URLs left without an article, but may give one later; in the words of the index."""

MOST_TRIES = 5
"""Runs in which a URL may fail before it is given up; a site that is down for days must not be asked for ever."""

DAY_SECONDS = 86_400.0

SEEN_SECONDS = DAY_SECONDS
"""Least time between two notes that a finished URL is still listed: one write a day, not one a run."""

AHEAD_SECONDS = DAY_SECONDS
"""What was looked at so much later than now was so under a wrong clock, and counts as looked at long ago."""

EXPIRE_PARTS, EXPIRE_PAUSE = 64, 0.12
"""In so many transactions URLs expire; after one that took long the write lock is left alone for so many seconds, more than
SQLite lets another process sleep between two tries."""

ASK = 400
"""Keys in one question to the database."""


class UrlStore(Store):
    """Article URLs and listings; see `crawler.discovery.known.KnownUrls` for what a spider asks.

    *clock* gives seconds since 1970.
    """

    schema: ClassVar[str] = """
        CREATE TABLE IF NOT EXISTS urls (
            key BLOB PRIMARY KEY, url TEXT NOT NULL, site TEXT NOT NULL, first REAL NOT NULL, seen REAL NOT NULL,
            outcome TEXT, fetched REAL NOT NULL, tries INTEGER NOT NULL, run TEXT NOT NULL, version INTEGER NOT NULL,
            digest BLOB NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS urls_waiting ON urls (site, url) WHERE outcome IS NULL;
        CREATE INDEX IF NOT EXISTS urls_recent ON urls (site, first) WHERE outcome = 'stored';
        CREATE INDEX IF NOT EXISTS urls_copies ON urls (site, first) WHERE outcome = 'copy';
        CREATE INDEX IF NOT EXISTS urls_lost ON urls (site, tries, fetched) WHERE outcome IN ('doubtful', 'failed');
        CREATE TABLE IF NOT EXISTS listings (
            url TEXT PRIMARY KEY, site TEXT NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
            complete INTEGER NOT NULL, asked REAL NOT NULL, leads TEXT NOT NULL
        ) WITHOUT ROWID
    """

    def __init__(self, database: "Database", clock: Callable[[], float] = time.time) -> None:
        super().__init__(database)
        self.clock = clock
        self._changed: dict[bytes, KnownUrl] = {}
        self._listings: dict[str, tuple[str, Listing]] = {}
        self._found: dict[str, tuple[int, int]] = {}

    # --- what a spider asks -----------------------------------------------------------------------------------

    def discovered(self, site: str, urls: Iterable[str]) -> None:
        """Let article URLs wait; those that are known already stay as they are, but are noted as still listed."""
        now = self.clock()
        by_key = {key_of(url): url for url in urls}
        known = self._get(by_key)
        finished = sum(before.outcome is not None for before in known.values())
        listed, left = self.found(site)
        self._found[site] = (listed + len(by_key), left + finished)
        for key, url in by_key.items():
            before = known.get(key)
            if before is None:
                self._changed[key] = KnownUrl(key=key, url=url, site=site, first=now, seen=now)
            elif now - before.seen > SEEN_SECONDS:
                self._changed[key] = replace(before, seen=now)

    def waiting(self, site: str, *, after: str = "", limit: int = 500) -> list[str]:
        """Give at most *limit* waiting URLs of a site that sort behind *after*, sorted."""
        here = [known for known in self._changed.values() if known.site == site]
        # What changed in memory is more recent than its row: rows of such URLs are skipped.
        rows = self.database.read(
            "SELECT key, url FROM urls WHERE outcome IS NULL AND site = ? AND url > ? ORDER BY url LIMIT ?",
            *(site, after, limit + len(here)),
        )
        urls = [url for key, url in rows if key not in self._changed]
        urls += [known.url for known in here if known.outcome is None and known.url > after]
        return sorted(urls)[:limit]

    def is_finished(self, url: str) -> bool:
        """Say whether a URL has left by one of the three doors for good."""
        known = self.known(url)
        return known is not None and known.outcome is not None

    def due(self, site: str, *, days: float, hours: float) -> list[str]:
        """Give the URLs first seen within *days* that were not fetched for *hours*, the longest unseen first.

        Those are the stored ones, refused copies, and those that gave no article for a reason that may pass.
        """
        now, rows = self.clock(), list[tuple[float, str, bytes]]()
        latest = now - hours * 3_600
        for which in ("outcome = 'stored'", "outcome = 'copy'", LOST):
            rows += self.database.read(
                f"SELECT fetched, url, key FROM urls WHERE {which} AND site = ? AND first BETWEEN ? AND ?"  # noqa: S608 - constants
                " AND (fetched <= ? OR fetched > ?)",
                *(site, now - days * DAY_SECONDS, now + AHEAD_SECONDS, latest, now + AHEAD_SECONDS),
            )
        return [url for _, url, key in sorted(rows) if key not in self._changed or self._changed[key].fetched <= latest]

    def again(self, site: str, *, hours: Sequence[float], until: str) -> list[str]:
        """Give the URLs that left without an article and are due for another look, the longest unseen first.

        After the n-th look in vain a URL rests for the n-th of *hours*; behind the last it is left alone for ever. Only
        looks of runs up to *until* count as past: the run after a killed one finishes its work and does not repeat it.
        """
        now, rows = self.clock(), list[tuple[float, str, bytes]]()
        for tries, rest in enumerate(hours, start=1):
            rows += self.database.read(
                f"SELECT fetched, url, key FROM urls WHERE {LOST} AND site = ? AND tries = ? AND run <= ?"  # noqa: S608 - a constant
                " AND (fetched <= ? OR fetched > ?)",
                *(site, tries, until, now - rest * 3_600, now + AHEAD_SECONDS),
            )
        return [url for _, url, key in sorted(rows) if key not in self._changed]

    def set_aside(self, site: str, url: str) -> None:
        """Note that a URL is no article of its own (a further page of one, or a list after all); it is finished."""
        self._leave(site, url, "part")

    def listing(self, url: str) -> Listing | None:
        """Give what is known of a list page, feed or sitemap."""
        if url in self._listings:
            return self._listings[url][1]
        rows = self.database.read("SELECT etag, last_modified, complete, asked, leads FROM listings WHERE url = ?", url)
        for etag, last_modified, complete, asked, leads in rows:
            return Listing(
                etag=etag,
                last_modified=last_modified,
                complete=bool(complete),
                asked=asked,
                leads=tuple(leads.splitlines()),
            )
        return None

    def listed(self, site: str, url: str, listing: Listing) -> None:
        """Note the state of a list page, feed or sitemap."""
        self._listings[url] = (site, listing)

    # --- what storage says ------------------------------------------------------------------------------------

    def known(self, url: str) -> KnownUrl | None:
        """Give all that is known of an article URL."""
        key = key_of(url)
        return self._get([key]).get(key)

    def stored(self, site: str, url: str, *, run: str, digest: bytes) -> None:
        """Finish a URL whose article was stored."""
        before = self._leave(site, url, "stored")
        before.run, before.version, before.digest = run, before.version + 1, digest

    def rejected(self, site: str, url: str, *, copy: bool = False, passing: bool = False, run: str = "") -> None:
        """Finish a URL whose article was rejected in a run: as a *copy*, or for a reason that may be *passing* or not.

        One that was stored before stays stored, and a copy stays a copy.
        """
        if self._stays(site, url):
            return
        now = self._leave(site, url, "copy" if copy else "doubtful" if passing else "rejected")
        now.run, now.tries = run, now.tries + passing

    def failed(self, site: str, url: str, *, final: bool, run: str = "") -> None:
        """Note that a URL gave no article in a run: it waits, unless that is final or has happened too often."""
        if self._stays(site, url):
            return
        before = self.known(url)
        tries = 1 + (before.tries if before is not None else 0)
        now = self._leave(site, url, "failed" if final or tries >= MOST_TRIES else None)
        now.run, now.tries = run, tries

    def recall(self, known: KnownUrl) -> None:
        """Take what a run folder tells of a URL, in the place of what was known of it."""
        self._changed[known.key] = known

    def found(self, site: str) -> tuple[int, int]:
        """Give the number of article URLs that were `discovered` since `forget_found`, and how many were finished."""
        return self._found.get(site, (0, 0))

    def forget_found(self, site: str) -> None:
        """Begin to count anew what a site lists."""
        self._found.pop(site, None)

    def waiting_number(self, site: str) -> int:
        """Give the committed number of URLs of a site that wait."""
        rows = self.database.read("SELECT count(*) FROM urls WHERE outcome IS NULL AND site = ?", site)
        return int(rows[0][0])

    def counts(self, site: str) -> dict[str, int]:
        """Give the committed number of URLs of a site by outcome; those that wait are under `waiting`."""
        rows = self.database.read("SELECT outcome, count(*) FROM urls WHERE site = ? GROUP BY outcome", site)
        return {outcome or "waiting": number for outcome, number in rows}

    @property
    def has_news(self) -> bool:
        """Whether anything waits for a commit."""
        return bool(self._changed or self._listings)

    # --- the file -----------------------------------------------------------------------------------------------

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits."""
        places = ", ".join("?" * len(COLUMNS.split(", ")))
        connection.executemany(
            f"INSERT OR REPLACE INTO urls ({COLUMNS}) VALUES ({places})",  # noqa: S608 - constants of this module
            map(as_row, self._get(self._changed).values()),
        )
        connection.executemany(
            "INSERT OR REPLACE INTO listings VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (url, site, one.etag, one.last_modified, one.complete, one.asked, "\n".join(one.leads))
                for url, (site, one) in self._listings.items()
            ),
        )

    def settled(self) -> None:
        """Forget what waited."""
        self._changed.clear()
        self._listings.clear()

    def expire(self, connection: "sqlite3.Connection", before: float) -> None:
        """Delete listings last read before a time."""
        connection.execute("DELETE FROM listings WHERE asked < ?", (before,))

    def expire_finished(self, before: float) -> None:
        """Delete finished URLs last listed or fetched before a time, in transactions of their own: there may be millions."""
        for first in range(0, 256, 256 // EXPIRE_PARTS):
            start, end = bytes([first]), bytes([first + 256 // EXPIRE_PARTS - 1]) + b"\xff" * KEY_BYTES
            since = time.monotonic()
            with self.database.transaction() as connection:
                connection.execute(
                    "DELETE FROM urls WHERE key BETWEEN ? AND ? AND outcome IS NOT NULL AND max(seen, fetched) < ?",
                    (start, end, before),
                )
            if time.monotonic() - since > EXPIRE_PAUSE:
                time.sleep(EXPIRE_PAUSE)

    def _stays(self, site: str, url: str) -> bool:
        """Say whether a URL is what it was before, an article or a copy of one, whatever a further look at it gave."""
        before = self.known(url)
        outcome: Outcome | None = None
        if before is not None:
            outcome = "stored" if before.version else "copy" if before.outcome == "copy" else None
        if outcome is not None:
            self._leave(site, url, outcome)
        return outcome is not None

    def _leave(self, site: str, url: str, outcome: Outcome | None) -> KnownUrl:
        now, key = self.clock(), key_of(url)
        before = self._get([key]).get(key) or KnownUrl(key=key, url=url, site=site, first=now, seen=now)
        after = self._changed[key] = replace(before, outcome=outcome, seen=now, fetched=now)
        return after

    def _get(self, keys: Iterable[bytes]) -> dict[bytes, KnownUrl]:
        """Give what is known of URLs: what was noted here, unless another process knows more of one by now."""
        known = {}
        for some in portions(list(keys)):
            places = ", ".join("?" * len(some))
            rows = self.database.read(f"SELECT {COLUMNS} FROM urls WHERE key IN ({places})", *some)  # noqa: S608 - as above
            for row in map(as_known, rows):
                noted = self._changed.get(row.key)
                known[row.key] = row if noted is None or row.is_ahead_of(noted) else noted
            known |= {key: self._changed[key] for key in some if key in self._changed and key not in known}
        return known


def portions(keys: list[bytes]) -> Iterator[list[bytes]]:
    """Give keys in portions of ASK."""
    return (keys[start : start + ASK] for start in range(0, len(keys), ASK))
