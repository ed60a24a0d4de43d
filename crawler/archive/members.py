"""The gzip members of a WARC file: where each ends, and a torn end cut off."""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

CHUNK = 1 << 18
"""Bytes read at once when members are counted."""


def repair(path: Path) -> int:
    """Cut a file back to its last complete gzip member; gives the number of bytes cut off."""
    with path.open("rb") as file:
        good = max(members(file), default=0)
        torn = file.seek(0, os.SEEK_END) - good
    if torn:
        with path.open("r+b") as file:
            file.truncate(good)
            file.flush()
            os.fsync(file.fileno())
    return torn


def members(file: BinaryIO) -> Iterator[int]:
    """Give the end of each complete gzip member, as an offset in the file."""
    read, rest = 0, b""
    while True:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while not unpacker.eof:
            if not rest:
                rest = file.read(CHUNK)
                read += len(rest)
                if not rest:
                    return
            try:
                # Bounded: what a member unpacks to is of no interest here.
                unpacker.decompress(rest, CHUNK)
            except zlib.error:
                return
            rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
        yield read - len(rest)
