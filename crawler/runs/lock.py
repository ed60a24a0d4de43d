"""One run of a site at a time: a lock that the system frees when its process ends, however it ends."""

import fcntl
import json
import os
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from crawler.runs.files import make_folder

NAME = ".lock"
"""Name of the lock's file in the site's folder; it stays there, unlocked, between runs."""


LOOK_SECONDS = 0.1
"""How long a new run waits for `is_held`, which takes the lock for microseconds."""


class LockHeldError(Exception):
    """Another run of the site goes on."""


class SiteLock:
    """The lock of one site.

    Raises LockHeldError, in one line that names the holder, where another run has it; OSError where the folder cannot be
    written.
    """

    def __init__(self, folder: Path) -> None:
        make_folder(folder)
        self.path = folder / NAME
        # Python opens files so that programs started from here do not inherit them: the lock ends with this process.
        self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _try(self._fd):
            holder = read_holder(self.path)
            os.close(self._fd)
            raise LockHeldError(f"site {folder.name} is being crawled by {holder}")
        note = {"pid": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
        os.ftruncate(self._fd, 0)
        os.pwrite(self._fd, json.dumps(note).encode() + b"\n", 0)

    def release(self) -> None:
        """Free the lock; a second call does nothing."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def _try(fd: int) -> bool:
    """Take the lock; waits a moment for those who only look whether it is held."""
    end = time.monotonic() + LOOK_SECONDS
    while True:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(LOOK_SECONDS / 5)
        else:
            return True


def read_holder(path: Path) -> str:
    """Say who holds a lock, as far as its file tells."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        note = json.loads(path.read_text(encoding="utf-8"))
        return f"process {note['pid']} since {note['since']}"
    return "another process"


def is_held(folder: Path) -> bool:
    """Say whether a run of the site in a folder goes on now."""
    try:
        fd = os.open(folder / NAME, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(fd)
    return False
