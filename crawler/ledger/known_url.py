"""One article URL as the ledger knows it, its key and its row."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

Outcome = Literal["stored", "copy", "rejected", "doubtful", "failed", "part"]
"""How a URL left; `copy`: rejected as one; `doubtful`: rejected for a reason that may pass, such as a page without text."""

KEY_BYTES = 12
"""Bytes of a URL's key; among 1e9 URLs two share one with a chance of 6 in a million million."""


@dataclass(slots=True, kw_only=True)
class KnownUrl:
    """One article URL."""

    key: bytes
    url: str
    site: str
    first: float
    """When it was first listed, in seconds since 1970."""
    seen: float
    """When it was last listed or looked at."""
    outcome: Outcome | None = None
    """How it left, None while it waits."""
    fetched: float = 0.0
    """When it last left by a door."""
    tries: int = 0
    """Looks at it that gave no article: it failed, or was rejected for a reason that may pass."""
    run: str = ""
    """The run that stored it last; of one that was never stored, the run that looked at it last."""
    version: int = 0
    """How often it was stored: 1 for an article that never changed."""
    digest: bytes = b""
    """Digest of the text that was stored last."""

    def is_ahead_of(self, noted: "KnownUrl") -> bool:
        """Say whether the ledger's row of a URL has come further than what a process noted of it since it read the row.

        So it is where another process stored the article meanwhile, or finished a URL that was only discovered here.
        """
        was_discovered = noted.outcome is None and not noted.tries
        return self.version > noted.version or (was_discovered and self.outcome is not None)


COLUMNS = "key, url, site, first, seen, outcome, fetched, tries, run, version, digest"
"""The columns of the table, which are the fields of KnownUrl."""


def key_of(url: str) -> bytes:
    """Give the key of a URL."""
    return blake2b(url.encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest()


def as_row(known: KnownUrl) -> tuple[Any, ...]:
    """Give the values of COLUMNS."""
    url = known.url.encode("utf-8", "replace").decode()
    return (known.key, url, *(getattr(known, name) for name in COLUMNS.split(", ")[2:]))


def as_known(row: tuple[Any, ...]) -> KnownUrl:
    """Give the URL of a row of COLUMNS."""
    return KnownUrl(**dict(zip(COLUMNS.split(", "), row, strict=True)))
