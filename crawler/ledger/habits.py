"""The habits of sites, learned from their pages: what they inject and where they credit, each with the day it was last seen."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from crawler.ledger.store import Store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from crawler.ledger.database import Database

MEMORY = timedelta(days=90)
"""How long a habit is believed that no batch has shown again; keywords change within weeks."""

Habit = tuple[str, str]
"""A kind, such as `keywords` or `stems`, and a text."""


class HabitStore(Store):
    """Habits of sites, by kind and text."""

    schema: ClassVar[str] = """
        CREATE TABLE IF NOT EXISTS injection_habits (
            site TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, day TEXT NOT NULL,
            PRIMARY KEY (site, kind, text)
        ) WITHOUT ROWID
    """

    def __init__(self, database: "Database") -> None:
        super().__init__(database)
        self._waiting: dict[tuple[str, Habit], str] = {}

    def known(self, site: str, day: str) -> set[Habit]:
        """Give the habits of a site that were seen within MEMORY before a day (ISO 8601)."""
        oldest = (date.fromisoformat(day) - MEMORY).isoformat() if day else ""
        rows = self.database.read("SELECT kind, text, day FROM injection_habits WHERE site = ?", site)
        seen = {(kind, text): when for kind, text, when in rows}
        seen |= {habit: when for (name, habit), when in self._waiting.items() if name == site}
        return {habit for habit, when in seen.items() if when >= oldest}

    def saw(self, site: str, habits: "Iterable[Habit]", day: str) -> None:
        """Remember that a batch showed habits."""
        self._waiting.update(((site, habit), day) for habit in habits)

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits; of two days the later counts."""
        connection.executemany(
            "INSERT INTO injection_habits VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET day = max(day, excluded.day)",
            [(site, kind, text, day) for (site, (kind, text)), day in self._waiting.items()],
        )

    def settled(self) -> None:
        """Forget what waited: it is committed."""
        self._waiting.clear()

    def expire(self, connection: "sqlite3.Connection", before: float) -> None:
        """Delete habits that were last seen before a time."""
        day = datetime.fromtimestamp(before, UTC).date().isoformat()
        connection.execute("DELETE FROM injection_habits WHERE day < ?", (day,))
