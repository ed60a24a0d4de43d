"""JSON lines, one object each: written as UTF-8 in one piece, read as a stream from plain, gzip or Zstandard files."""

import codecs
import io
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import zstandard

from crawler.network.unpacking import NotPackedError, TruncatedError, unpack
from crawler.runs.files import as_line, clean

__all__ = [
    "as_json",
    "as_line",
    "is_torn",
    "locate",
    "open_bytes",
    "open_lines",
    "read_lines",
    "read_run",
    "read_whole",
]

SUFFIXES = ("", ".zst", ".gz")
"""What may follow `.jsonl`, in the order in which it is looked for."""

DAMAGED = (zlib.error, zstandard.ZstdError)
"""What reading a compressed file with wrong bytes raises; one whose end is missing just ends."""

CHUNK = 1 << 17

PACKINGS = ((b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd"))
"""How packed files begin (RFC 1952, 2.3.1; RFC 8878, 3.1.1), and what is in them."""

MOST_UNPACKED = 64 << 20
"""Bytes that a page read whole may have unpacked: three times the largest page met, and far below a bomb's."""

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"{\0", "utf-16-le"),
    (b"\0{", "utf-16-be"),
)
"""First bytes of a file of objects in an encoding other than UTF-8."""


def as_json(value: Any, **options: Any) -> str:
    """Give JSON as it is written everywhere: readable, and such that every reader takes it."""
    return json.dumps(clean(value), ensure_ascii=False, allow_nan=False, **options)


def locate(folder: Path, name: str) -> Path | None:
    """Find `<name>.jsonl` or a compressed variant of it in a run folder; None where there is none."""
    for suffix in SUFFIXES:
        path = folder / f"{name}.jsonl{suffix}"
        if path.exists():
            return path
    return None


class GzipMembers(io.RawIOBase):
    """The contents of all members of a gzip file, up to where it ends or is torn.

    Python's own reader raises at a torn end, and what it had read of the last good lines is lost with the exception.
    """

    def __init__(self, file: io.BufferedReader) -> None:
        super().__init__()
        self.file = file
        self.unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self.rest = b""
        self.started = False
        """Whether a byte of the current member was seen."""

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer with what comes next; gives 0 at the end."""
        while True:
            if self.unpacker.eof:
                self.rest = self.unpacker.unused_data or self.rest
                self.unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
                self.started = False
            if not self.rest:
                self.rest = self.file.read(CHUNK)
                if not self.rest:
                    return 0
            self.started = True
            data = self.unpacker.decompress(self.rest, len(buffer))
            self.rest = b"" if self.unpacker.eof else self.unpacker.unconsumed_tail
            if data:
                buffer[: len(data)] = data
                return len(data)

    def close(self) -> None:
        """Close the file too."""
        self.file.close()
        super().close()


def open_bytes(path: Path) -> io.BufferedReader:
    """Open a file for reading, decompressed where its first bytes say that it is gzip or Zstandard."""
    raw = path.open("rb")
    start = raw.peek(4)
    packing = next((name for magic, name in PACKINGS if start.startswith(magic)), None)
    if packing == "gzip":
        return io.BufferedReader(GzipMembers(raw), CHUNK)
    if packing == "zstd":
        stream = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True, closefd=True)
        return io.BufferedReader(stream, CHUNK)
    return raw


class AsUtf8(io.RawIOBase):
    """A text in another encoding as UTF-8."""

    def __init__(self, file: io.BufferedReader, encoding: str) -> None:
        super().__init__()
        self.file = file
        self.decoder = codecs.getincrementaldecoder(encoding)("replace")
        self.ready = b""

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer with what comes next; gives 0 at the end."""
        while not self.ready:
            raw = self.file.read(CHUNK)
            self.ready = self.decoder.decode(raw, final=not raw).encode("utf-8", "replace")
            if not raw and not self.ready:
                return 0
        data, self.ready = self.ready[: len(buffer)], self.ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the file too."""
        self.file.close()
        super().close()


def open_lines(path: Path) -> io.BufferedReader:
    """Open a file of lines as UTF-8 without a byte order mark, decompressed, whatever its first bytes say that it is in.

    Raises a member of DAMAGED where it cannot be decompressed.
    """
    file = open_bytes(path)
    start = file.peek(4)[:4]
    if start.startswith(codecs.BOM_UTF8):
        file.read(len(codecs.BOM_UTF8))
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return io.BufferedReader(AsUtf8(file, encoding), CHUNK)
    return file


def is_torn(file: io.BufferedReader) -> bool:
    """Say whether a gzip file, read to its end, ended within a member."""
    raw = file.raw
    return isinstance(raw, GzipMembers) and raw.started and not raw.unpacker.eof


def read_whole(source: Path | IO[bytes]) -> bytes:
    """Give all of a file or stream, decompressed where its first bytes say that it is gzip or Zstandard.

    Raises ValueError for one that is damaged or cut off within its packing, or holds more than MOST_UNPACKED.
    """
    content = source.read_bytes() if isinstance(source, Path) else source.read()
    packing = next((name for magic, name in PACKINGS if content.startswith(magic)), None)
    if packing is None:
        return content
    try:
        return unpack(content, packing, MOST_UNPACKED)
    except TruncatedError as error:
        raise ValueError(f"the file is damaged or cut off: {error}") from None
    except NotPackedError as error:
        raise ValueError(f"cannot be decompressed: {error}") from None


def read_lines(path: Path, only: bytes = b"", notes: list[str] | None = None) -> Iterator[dict[str, Any]]:
    """Give the objects of a file, one at a time; a torn end is left out, and *notes* then get a sentence on it.

    With *only*, lines that do not hold these bytes are passed over unread.

    Raises ValueError, with file and line, for a line that is no JSON object anywhere but at the end, and for damage.
    """
    number = 0
    with open_lines(path) as file:
        while True:
            try:
                raw = file.readline()
            except DAMAGED as error:
                raise ValueError(f"{path}: damaged behind line {number}: {error}") from None
            if not raw:
                return
            number += 1
            if only not in raw or not raw.strip():
                continue
            try:
                value = json.loads(raw)
            except (ValueError, RecursionError) as error:
                if not raw.endswith(b"\n"):
                    if notes is not None:
                        notes.append(f"{path} is cut off within a line; what stands before that was read")
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
