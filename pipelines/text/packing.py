"""A fingerprint as bytes: two and a half for each sampled shingle, three for each number."""

import numpy as np
from numpy.typing import NDArray

from pipelines.text.fingerprint import HASH_BITS, Fingerprint
from pipelines.text.numerals import Numbers

HEAD = 8
"""Bytes before the samples: rate, then length (4, little endian), then samples (2), then a spare one."""


def pack(fingerprint: Fingerprint) -> bytes:
    """Pack a fingerprint, without its keys.

    The steps between positions are written as Rice codes with as many low bits as the rate has: at one sample in
    2**rate that is within a twentieth of the shortest possible.
    """
    count = fingerprint.hashes.size
    steps = np.diff(fingerprint.positions, prepend=-1).astype(np.int64) - 1
    high, low = steps >> fingerprint.rate, steps & ((1 << fingerprint.rate) - 1)
    bits = [_bits(fingerprint.hashes.astype(np.int64), HASH_BITS), _bits(low, fingerprint.rate), _unary(high)]
    numbers = fingerprint.numbers
    places = np.minimum(numbers.positions, 0xFFFF).astype("<u2")
    return b"".join(
        (
            bytes([fingerprint.rate]),
            fingerprint.length.to_bytes(4, "little"),
            count.to_bytes(2, "little"),
            b"\0",
            len(places).to_bytes(2, "little"),
            places.tobytes(),
            numbers.values.tobytes(),
            np.packbits(np.concatenate(bits)).tobytes(),
        )
    )


def unpack(packed: bytes) -> Fingerprint:
    """Give a packed fingerprint back, with no keys."""
    rate, length = packed[0], int.from_bytes(packed[1:5], "little")
    count, numbers = int.from_bytes(packed[5:7], "little"), int.from_bytes(packed[HEAD : HEAD + 2], "little")
    places = np.frombuffer(packed, "<u2", numbers, HEAD + 2).astype(np.int32)
    values = np.frombuffer(packed, np.uint8, numbers, HEAD + 2 + 2 * numbers)
    bits = np.unpackbits(np.frombuffer(packed, np.uint8, offset=HEAD + 2 + 3 * numbers))
    hashes = _numbers(bits[: HASH_BITS * count], HASH_BITS)
    low = _numbers(bits[HASH_BITS * count : (HASH_BITS + rate) * count], rate) if rate else 0
    ends = np.flatnonzero(bits[(HASH_BITS + rate) * count :])[:count]
    high = np.diff(ends, prepend=-1) - 1
    steps = (high << rate) + low + 1
    return Fingerprint(
        length=length,
        rate=rate,
        hashes=hashes.astype(np.uint16),
        positions=(np.cumsum(steps) - 1).astype(np.int32),
        numbers=Numbers(places, values),
    )


def _bits(values: NDArray[np.int64], width: int) -> NDArray[np.uint8]:
    """Give the bits of each value, the highest first."""
    return ((values[:, None] >> np.arange(width - 1, -1, -1)) & 1).astype(np.uint8).ravel()


def _numbers(bits: NDArray[np.uint8], width: int) -> NDArray[np.int64]:
    weights = 1 << np.arange(width - 1, -1, -1)
    numbers: NDArray[np.int64] = bits.reshape(-1, width).astype(np.int64) @ weights
    return numbers


def _unary(values: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Give each value as so many zeros and a one."""
    bits = np.zeros(int(values.sum()) + values.size, dtype=np.uint8)
    bits[np.cumsum(values + 1) - 1] = 1
    return bits
