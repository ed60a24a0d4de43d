"""Files that survive a power cut: appended line by line, synced on demand, cut back, put in place in one step."""

import json
import os
import re
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any

_BLOCK = 1 << 20
"""Bytes of a file that are looked at together."""
SURROGATES = re.compile("[\ud800-\udfff]")
"""Code points that UTF-8 cannot say: half of a pair, from a broken page."""


def as_line(value: Mapping[str, Any]) -> bytes:
    """Give a JSON line that every reader takes: UTF-8, no NaN, no lone surrogate, ended by a line break."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False).encode() + b"\n"
    except (ValueError, TypeError):  # a NaN, a surrogate (a UnicodeEncodeError is a ValueError), a date, a set
        return json.dumps(clean(value), ensure_ascii=False, allow_nan=False, default=str).encode() + b"\n"


def clean(value: Any) -> Any:
    r"""Put U+FFFD for every lone surrogate and null for every number that JSON does not know.

    >>> clean({"a": ["x\ud800", float("nan")]})
    {'a': ['x�', None]}
    """
    if isinstance(value, str):
        # A surrogate is one code point and so is its replacement: offsets in the trail hold.
        return SURROGATES.sub("\ufffd", value)
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, Mapping):
        return {clean(str(key)): clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    return value


def sync_folder(path: Path) -> None:
    """Bring a folder's entries to disk: a new or renamed file is there after a power cut."""
    fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, and bring the new entries to disk."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for folder in missing:
        sync_folder(folder.parent)


def put(path: Path, content: bytes) -> None:
    """Put a file in place in one step: after a power cut it is there whole, or as it was before."""
    aside = path.with_name(f".{path.name}.tmp")
    fd = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        try:
            write_all(fd, content)
            os.fsync(fd)
        finally:
            os.close(fd)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)  # on a full disk, half a file takes the room of others
        raise
    sync_folder(path.parent)


def is_stream(path: Path) -> bool:
    """Say whether a path is a device or a pipe (`/dev/stdout`, say): written into, and never put in the place of."""
    return path.exists() and not path.is_file() and not path.is_dir()


def put_or_stream(path: Path, content: bytes) -> None:
    """Put a file where a person wants it: in one step, behind a link where one leads on, straight into a stream."""
    if is_stream(path):
        with path.open("wb") as stream:
            stream.write(content)
    else:
        put(path.resolve(), content)


def write_all(fd: int, content: bytes) -> None:
    """Write everything; raises OSError where the disk takes less."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(fd, rest) :]


def cut(path: Path, length: int) -> None:
    """Cut a file back to a length, on disk."""
    fd = os.open(path, os.O_WRONLY)
    try:
        os.ftruncate(fd, length)
        os.fsync(fd)
    finally:
        os.close(fd)


def count_lines(path: Path) -> int:
    """Give the number of lines of a file; raises ValueError where the last one has no end."""
    lines, last = 0, b"\n"
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            lines += block.count(b"\n")
            last = block[-1:]
    if last != b"\n":
        raise ValueError(f"{path.name} ends within a line")
    return lines


def whole_lines(path: Path) -> int:
    """Give the bytes of a file up to the end of its last whole line; read from its end, since it may be large."""
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        while end:
            start = file.seek(max(0, end - _BLOCK))
            if (at := file.read(end - start).rfind(b"\n")) >= 0:
                return start + at + 1
            end = start
    return 0


class WorkingFile:
    """A file of a run while it is written: every append is one write, nothing is held back in memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.length = 0
        """Bytes appended."""
        self.synced = 0
        """Bytes known to be on disk."""
        self._fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)

    def append(self, content: bytes) -> None:
        """Append one or more whole lines (or records); raises OSError where the disk refuses."""
        write_all(self._fd, content)
        self.length += len(content)

    def sync(self) -> int:
        """Bring what was appended to disk and give its length; raises OSError where the disk refuses."""
        if self.synced != self.length:
            os.fsync(self._fd)
            self.synced = self.length
        return self.synced

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
