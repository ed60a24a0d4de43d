"""Whose turn it is: of the processes that share a ledger, one at a time judges articles, until it has committed them.

Were two to judge copies of one article at the same time, neither would see the other's, and both would be stored. The
locks are locks of the system: they end with their process, however it ends.
"""

import asyncio
import fcntl
import json
import os
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from crawler.ledger.database import BUSY_SECONDS, LedgerError

LOOK_SECONDS = 0.005
"""Between two looks whether it is our turn; a turn takes half a second where much is to be judged, else milliseconds."""

LOCK, QUEUE = ".ledger.lock", ".ledger.queue"
"""Names of the files beside the ledger: who has the turn holds the first, who is next holds the second."""


class Turn:
    """The turn of one process at the ledger in a folder.

    Whoever has just had it comes behind one that waits: that one alone may try, and the others wait for its place.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = _File(folder / LOCK)
        self._queue = _File(folder / QUEUE)

    @property
    def is_ours(self) -> bool:
        """Whether this process has the turn."""
        return self._lock.is_held

    async def come(self) -> None:
        """Wait for the turn; returns at once to who has it.

        Raises LedgerError where one process has kept it for BUSY_SECONDS, OSError where its files cannot be opened.
        """
        signed, end = -1, 0.0
        while not self.take():
            if (last := self._lock.signed()) != signed:
                signed, end = last, time.monotonic() + BUSY_SECONDS
            elif time.monotonic() > end:
                self._queue.free()
                holder = self._lock.holder()
                raise LedgerError(f"{holder} has kept the ledger's turn to judge articles for {BUSY_SECONDS:.0f} s")
            await asyncio.sleep(LOOK_SECONDS)

    def take(self) -> bool:
        """Take the turn if it is to be had; says whether it is ours now."""
        if not self.is_ours and self._queue.take() and self._lock.take():
            self._lock.sign()
            self._queue.free()
        return self.is_ours

    def give(self) -> None:
        """Let the next one judge."""
        self._lock.free()
        self._queue.free()

    def close(self) -> None:
        """Give the turn and close the files; a second call does nothing."""
        self._lock.close()
        self._queue.close()


class _File:
    """A file that one process may hold."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_held = False
        self._fd = -1

    def take(self) -> bool:
        if self._fd < 0:
            self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        if not self.is_held:
            with suppress(BlockingIOError):
                fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self.is_held = True
        return self.is_held

    def free(self) -> None:
        if self.is_held:
            fcntl.flock(self._fd, fcntl.LOCK_UN)
            self.is_held = False

    def close(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd, self.is_held = -1, False

    def sign(self) -> None:
        """Write down who holds it, and since when."""
        note = {"pid": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
        with suppress(OSError):  # the lock is taken all the same; a full disk shows where it matters
            os.pwrite(self._fd, json.dumps(note).encode().ljust(80) + b"\n", 0)

    def signed(self) -> int:
        """Give when somebody signed it last, in nanoseconds; 0 before the first."""
        with suppress(OSError):
            return self.path.stat().st_mtime_ns
        return 0

    def holder(self) -> str:
        """Say who holds it, as far as it tells."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            return f"process {json.loads(self.path.read_text(encoding='utf-8'))['pid']}"
        return "another process"
