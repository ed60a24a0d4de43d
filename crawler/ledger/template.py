"""What is known of the sites' templates: what pages showed, what was learned from it, what a person said."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Literal

from crawler.ledger.store import Store
from pipelines.text.template import Seen, Template, pack, unpack

if TYPE_CHECKING:
    import sqlite3

    from crawler.ledger.database import Database

WINDOW = 1_000
"""Pages of a site that are remembered; older ones are forgotten, and with them what no page shows any more."""

Said = Literal["pinned", "forgotten", "cleared"]
"""What a person said of a line: always the site's, never the site's, or nothing any more."""


@dataclass(frozen=True, slots=True)
class Learned:
    """One line of a site's template."""

    kind: str
    """`line`, `tail` (end of the last paragraph), `head` (beginning of the first) or `title` (part of the title)."""
    text: str
    """The line as one page shows it."""
    since: str
    """The day it was learned, ISO 8601."""
    share: float
    """Share of the site's articles it stands on; 0 where that is not kept."""


@dataclass(frozen=True, slots=True)
class Version:
    """A change of a site's template."""

    version: int
    day: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


class TemplateStore(Store):
    """Pages seen, lines learned, versions, and lines that a person pinned or had forgotten."""

    schema: ClassVar[str] = """
        CREATE TABLE IF NOT EXISTS template_pages (
            site TEXT NOT NULL, page TEXT NOT NULL, day TEXT NOT NULL, traits BLOB NOT NULL, PRIMARY KEY (site, page)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS template_lines (
            site TEXT NOT NULL, kind TEXT NOT NULL, digest INTEGER NOT NULL, text TEXT NOT NULL, since TEXT NOT NULL,
            share REAL NOT NULL, PRIMARY KEY (site, kind, digest)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS template_versions (
            site TEXT NOT NULL, version INTEGER NOT NULL, day TEXT NOT NULL, added TEXT NOT NULL, removed TEXT NOT NULL,
            PRIMARY KEY (site, version)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS template_said (
            site TEXT NOT NULL, line TEXT NOT NULL, said TEXT NOT NULL, PRIMARY KEY (site, line)
        ) WITHOUT ROWID
    """

    def __init__(self, database: "Database", window: int = WINDOW) -> None:
        super().__init__(database)
        self.window = window
        self._seen: dict[str, dict[str, Seen]] = {}
        self._learned: dict[str, dict[tuple[str, int], Learned]] = {}
        self._said: dict[tuple[str, str], Said] = {}

    # --- what the stage asks ------------------------------------------------------------------------------------

    def pages(self, site: str) -> list[Seen]:
        """Give what is remembered of a site's pages, the longest unseen first."""
        rows = self.database.read("SELECT page, day, traits FROM template_pages WHERE site = ?", site)
        seen = {page: Seen(page, day, unpack(traits)) for page, day, traits in rows}
        seen |= self._seen.get(site, {})
        return sorted(seen.values(), key=lambda one: (one.day, one.page))[-self.window :]

    def saw(self, site: str, pages: Iterable[Seen]) -> None:
        """Remember pages; one that was seen before is not counted twice."""
        self._seen.setdefault(site, {}).update((one.page, one) for one in pages)

    def learned(self, site: str) -> dict[tuple[str, int], Learned]:
        """Give the lines of a site's template by kind and digest."""
        if site in self._learned:
            return self._learned[site]
        rows = self.database.read("SELECT kind, digest, text, since, share FROM template_lines WHERE site = ?", site)
        return {(kind, digest): Learned(kind, text, since, share) for kind, digest, text, since, share in rows}

    def learn(self, site: str, template: Template, texts: Mapping[tuple[str, int], str], day: str) -> None:
        """Keep the template of a site; *texts* has the words of what is new in it, so far as a page showed them."""
        before = self.learned(site)
        now: dict[tuple[str, int], Learned] = {}
        for kind, digests in _parts(template):
            for digest in digests:
                known = before.get((kind, digest))
                text = known.text if known is not None else _clean(texts.get((kind, digest), ""))
                since = known.since if known is not None else day
                now[kind, digest] = Learned(
                    kind, text, since, template.lines.get(digest, 0.0) if kind == "line" else 0.0
                )
        self._learned[site] = now

    def said(self, site: str, said: Said) -> tuple[str, ...]:
        """Give the lines of a site that a person pinned, or had forgotten."""
        rows = self.database.read("SELECT line, said FROM template_said WHERE site = ?", site)
        lines = dict(rows) | {line: word for (name, line), word in self._said.items() if name == site}
        return tuple(sorted(line for line, word in lines.items() if word == said))

    # --- what a person says -------------------------------------------------------------------------------------

    def say(self, site: str, line: str, said: Said) -> None:
        """Pin a line, so that it is always dropped, have it forgotten, so that it is never dropped, or take that back."""
        self._said[site, line] = said

    def sites(self) -> list[str]:
        """Give the sites of which something is known."""
        return [site for (site,) in self.database.read("SELECT DISTINCT site FROM template_pages ORDER BY site")]

    def versions(self, site: str) -> list[Version]:
        """Give the changes of a site's template, the first one first."""
        rows = self.database.read(
            "SELECT version, day, added, removed FROM template_versions WHERE site = ? ORDER BY version", site
        )
        return [
            Version(version, day, tuple(json.loads(added)), tuple(json.loads(removed)))
            for version, day, added, removed in rows
        ]

    # --- the file -----------------------------------------------------------------------------------------------

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits, and forget the pages beyond the window."""
        for site, pages in self._seen.items():
            connection.executemany(
                "INSERT OR REPLACE INTO template_pages VALUES (?, ?, ?, ?)",
                [(site, one.page, one.day, pack(one.traits)) for one in pages.values()],
            )
            connection.execute(
                "DELETE FROM template_pages WHERE site = ? AND page NOT IN "
                "(SELECT page FROM template_pages WHERE site = ? ORDER BY day DESC, page DESC LIMIT ?)",
                (site, site, self.window),
            )
        for site, lines in self._learned.items():
            self._write_lines(connection, site, lines)
        connection.executemany(
            "INSERT OR REPLACE INTO template_said VALUES (?, ?, ?)",
            [(site, _clean(line), said) for (site, line), said in self._said.items()],
        )

    def settled(self) -> None:
        """Forget what waited."""
        self._seen.clear()
        self._learned.clear()
        self._said.clear()

    def expire(self, connection: "sqlite3.Connection", before: float) -> None:
        """Delete pages that were last seen before a time."""
        day = datetime.fromtimestamp(before, UTC).date().isoformat()
        connection.execute("DELETE FROM template_pages WHERE day < ?", (day,))

    def _write_lines(
        self, connection: "sqlite3.Connection", site: str, lines: Mapping[tuple[str, int], Learned]
    ) -> None:
        rows = connection.execute("SELECT kind, digest, text FROM template_lines WHERE site = ?", (site,)).fetchall()
        before = {(kind, digest): text for kind, digest, text in rows}
        added = sorted(one.text for key, one in lines.items() if key not in before)
        removed = sorted(text for key, text in before.items() if key not in lines)
        if added or removed:
            last = connection.execute("SELECT max(version) FROM template_versions WHERE site = ?", (site,)).fetchone()
            day = max((one.since for one in lines.values()), default="")
            connection.execute(
                "INSERT INTO template_versions VALUES (?, ?, ?, ?, ?)",
                (site, (last[0] or 0) + 1, day, _json(added), _json(removed)),
            )
        connection.execute("DELETE FROM template_lines WHERE site = ?", (site,))
        connection.executemany(
            "INSERT INTO template_lines VALUES (?, ?, ?, ?, ?, ?)",
            [(site, kind, digest, one.text, one.since, one.share) for (kind, digest), one in lines.items()],
        )


def _parts(template: Template) -> Sequence[tuple[str, Iterable[int]]]:
    return (
        ("line", template.lines),
        ("tail", template.tails),
        ("head", template.heads),
        ("title", template.titles),
    )


def _clean(text: str) -> str:
    """Give a text without lone surrogates, which no database takes."""
    return text.encode("utf-8", "replace").decode()


def _json(texts: Sequence[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)
