"""What every part of the ledger has in common: writes wait in memory until one transaction takes them all."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    import sqlite3

    from crawler.ledger.database import Database


class Store(ABC):
    """One concern of the ledger with its tables.

    A store answers from what is committed *and* what waits, so that an article sees the one before it; what waits
    reaches the file only in `flush`, inside the transaction that `Ledger.commit` opens.
    """

    schema: ClassVar[str]
    """SQL that creates the tables where they are missing."""

    def __init__(self, database: "Database") -> None:
        self.database = database

    @abstractmethod
    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits; the transaction is open. What waits is kept until `settled`, since it may still fail."""

    @abstractmethod
    def settled(self) -> None:
        """Forget what waited: it is committed."""

    def expire(self, connection: "sqlite3.Connection", before: float) -> None:  # noqa: B027 - most stores keep all
        """Delete what was last seen before a time, in seconds since 1970; the transaction is open."""
