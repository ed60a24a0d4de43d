"""JSON lines, one object each: written as UTF-8 in one piece, read as a stream from plain, gzip or Zstandard files."""

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import zstandard

SUFFIXES = ("", ".zst", ".gz")
"""What may follow `.jsonl`, in the order in which it is looked for."""

TORN = (EOFError, gzip.BadGzipFile, zstandard.ZstdError)
"""What reading a compressed file whose end is missing raises."""


def as_json(value: Any, **options: Any) -> str:
    """Give JSON as it is written everywhere: readable, without NaN, and encodable whatever a page held.

    A lone surrogate cannot be written as UTF-8; such a line is escaped whole, which is the same JSON.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, **options)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False, **options)
    return text


def as_line(value: Any) -> bytes:
    """Give one line with its line break, as bytes to be written at once."""
    return as_json(value).encode() + b"\n"


def locate(folder: Path, name: str) -> Path | None:
    """Find `<name>.jsonl` or a compressed variant of it in a run folder; None where there is none."""
    for suffix in SUFFIXES:
        path = folder / f"{name}.jsonl{suffix}"
        if path.exists():
            return path
    return None


def open_bytes(path: Path) -> IO[bytes]:
    """Open a file for reading, decompressed where its first bytes say that it is gzip or Zstandard."""
    with path.open("rb") as file:
        magic = file.read(4)
    if magic[:2] == b"\x1f\x8b":
        return io.BufferedReader(gzip.open(path, "rb"))  # type: ignore[type-var]  # a GzipFile is a raw stream too
    if magic == b"\x28\xb5\x2f\xfd":
        raw = path.open("rb")
        return io.BufferedReader(
            zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True, closefd=True)  # type: ignore[arg-type]  # readable, as it says
        )
    return path.open("rb")


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Give the objects of a file, one at a time; a torn end is left out.

    Raises ValueError, with file and line, for a line that is no JSON object anywhere but at the end.
    """
    number = 0
    with open_bytes(path) as file:
        while True:
            try:
                raw = file.readline()
            except TORN:
                return
            if not raw:
                return
            number += 1
            if not raw.strip():
                continue
            try:
                value = json.loads(raw)
            except ValueError as error:
                if not raw.endswith(b"\n"):
                    return
                raise ValueError(f"{path}:{number}: not JSON: {error}") from None
            if not isinstance(value, dict):
                raise ValueError(f"{path}:{number}: not a JSON object")  # noqa: TRY004 - the file is wrong, not the caller
            yield value


def read_run(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Give the lines of a run's `articles`, `rejected`, `failed` or `trail`; none where the file is missing."""
    path = locate(folder, name)
    if path is not None:
        yield from read_lines(path)
