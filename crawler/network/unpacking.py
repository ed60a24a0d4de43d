"""Packed bodies unpacked with a limit, and no half body taken for a whole one."""

import sys
import zlib
from collections.abc import Callable, Iterator

import brotli  # type: ignore[import-untyped]  # it has no types, here or elsewhere

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PIECE = 1 << 16
"""Bytes unpacked at once."""


class TooLargeError(ValueError):
    """A body that is larger than the limit when unpacked."""


class TruncatedError(ValueError):
    """A body that ends before its packing does."""


class NotPackedError(ValueError):
    """A body that is not packed the way its header says."""


def unpack(body: bytes, encoding: str, most: int) -> bytes:
    """Unpack a body; *encoding* is `gzip`, `deflate`, `br` or `zstd`, *most* the bytes it may have unpacked.

    Raises TooLargeError, TruncatedError or NotPackedError. An empty body is empty, whatever it is called.
    """
    if not body:
        return b""
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in UNPACKERS[encoding](body):
            size += len(piece)
            if size > most:
                raise TooLargeError(f"more than {most} bytes unpacked from {len(body)}")
            pieces.append(piece)
    except (zlib.error, zstd.ZstdError, brotli.error) as error:
        if pieces:  # it began well: what came is damaged or cut
            raise TruncatedError(str(error)) from error
        raise NotPackedError(str(error)) from error
    return b"".join(pieces)


def _gunzip(body: bytes) -> Iterator[bytes]:
    """Unpack one gzip member or several; bytes behind the last are padding."""
    while body[:2] == b"\x1f\x8b":
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        yield from _inflate(unpacker, body)
        body = unpacker.unused_data
        if not body.strip(b"\0"):
            return
    if body:
        raise zlib.error("no gzip header")


def _undeflate(body: bytes) -> Iterator[bytes]:
    """Unpack a zlib stream, or the bare one that old servers send under the same name."""
    try:
        zlib.decompressobj().decompress(body[:64])
        bits = zlib.MAX_WBITS
    except zlib.error:
        bits = -zlib.MAX_WBITS
    yield from _inflate(zlib.decompressobj(bits), body)


def _inflate(unpacker: "zlib._Decompress", body: bytes) -> Iterator[bytes]:
    while not unpacker.eof:
        piece = unpacker.decompress(body, PIECE)
        body = unpacker.unconsumed_tail
        yield piece
        if not piece and not body and not unpacker.eof:
            raise TruncatedError("the packed body ends too early")


def _unbrotli(body: bytes) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    piece = unpacker.process(body, output_buffer_limit=PIECE)
    while piece:
        yield piece
        if unpacker.is_finished():
            return
        piece = unpacker.process(b"", output_buffer_limit=PIECE)
    if not unpacker.is_finished():
        raise TruncatedError("the packed body ends too early")


def _unzstd(body: bytes) -> Iterator[bytes]:
    while body:
        unpacker = zstd.ZstdDecompressor()
        while not unpacker.eof:
            piece = unpacker.decompress(body, PIECE)
            body = b""
            yield piece
            if not piece and unpacker.needs_input and not unpacker.eof:
                raise TruncatedError("the packed body ends too early")
        body = unpacker.unused_data


UNPACKERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _undeflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
"""How each encoding is unpacked, piece by piece."""
