"""The ledger: what was seen, stored and learned, over all sites and runs; the only place that knows its database."""

from pathlib import Path
from typing import TYPE_CHECKING

from crawler.ledger.database import Database

if TYPE_CHECKING:
    from crawler.ledger.store import Store

__all__ = ["Ledger", "ledger_of"]


class Ledger:
    """All stores of one output folder, committed together."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path)
        self.stores: list[Store] = []
        with self.database.transaction() as connection:
            for store in self.stores:
                for statement in store.schema.split(";"):
                    connection.execute(statement)

    def commit(self) -> None:
        """Write what waits in every store, in one transaction."""
        with self.database.transaction() as connection:
            for store in self.stores:
                store.flush(connection)
        for store in self.stores:
            store.settled()

    def close(self) -> None:
        """Close the file; what was not committed is forgotten."""
        self.database.close()


def ledger_of(crawler: object) -> Ledger | None:
    """Give the ledger that a crawler's run shares with all others of its process, or None outside a run."""
    return getattr(crawler, "ledger", None)
