"""A fingerprint as bytes: two and a half for each sampled shingle, three for each number."""

import numpy as np
from numpy.typing import NDArray

from pipelines.text.deduplication.fingerprint import HASH_BITS, Fingerprint
from pipelines.text.deduplication.numerals import Numbers

HEAD = 8
"""Bytes before the bits: rate, length (3, little endian), samples (2), numbers (2)."""

LONGEST = (1 << 24) - 1
"""Longest length that is written; a longer text counts as so long."""

MOST_NUMBERS = (1 << 16) - 1

NUMBER_RATE = 6
"""Low bits of the steps between numbers, which stand eighty characters apart on average."""


def pack(fingerprint: Fingerprint) -> bytes:
    """Pack a fingerprint, without its keys.

    Steps between positions are written as Rice codes; with as many low bits as the rate has, that is within a twentieth
    of the shortest possible.
    """
    numbers = fingerprint.numbers
    places, values = numbers.positions[:MOST_NUMBERS], numbers.values[:MOST_NUMBERS]
    bits = [
        _bits(fingerprint.hashes.astype(np.int64), HASH_BITS),
        *_rice(fingerprint.positions, fingerprint.rate),
        *_rice(places, NUMBER_RATE),
    ]
    head = (
        fingerprint.rate.to_bytes(1, "little"),
        min(fingerprint.length, LONGEST).to_bytes(3, "little"),
        fingerprint.hashes.size.to_bytes(2, "little"),
        places.size.to_bytes(2, "little"),
    )
    return b"".join((*head, values.tobytes(), np.packbits(np.concatenate(bits)).tobytes()))


def unpack(packed: bytes) -> Fingerprint:
    """Give a packed fingerprint back, with no keys."""
    rate, length = packed[0], int.from_bytes(packed[1:4], "little")
    count, numbers = int.from_bytes(packed[4:6], "little"), int.from_bytes(packed[6:8], "little")
    values = np.frombuffer(packed, np.uint8, numbers, HEAD)
    bits = np.unpackbits(np.frombuffer(packed, np.uint8, offset=HEAD + numbers))
    hashes = _numbers(bits[: HASH_BITS * count], HASH_BITS)
    positions, rest = _unrice(bits[HASH_BITS * count :], count, rate)
    places, _ = _unrice(rest, numbers, NUMBER_RATE)
    return Fingerprint(
        length=length, rate=rate, hashes=hashes.astype(np.uint16), positions=positions, numbers=Numbers(places, values)
    )


def _rice(positions: NDArray[np.int32], low_bits: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Give ascending positions as Rice codes of the steps between them: all low bits first, then the high parts."""
    steps = np.diff(positions, prepend=-1).astype(np.int64) - 1
    return _bits(steps & ((1 << low_bits) - 1), low_bits), _unary(steps >> low_bits)


def _unrice(bits: NDArray[np.uint8], count: int, low_bits: int) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
    """Give so many positions back, and the bits behind them."""
    low = _numbers(bits[: low_bits * count], low_bits) if low_bits else 0
    ends = np.flatnonzero(bits[low_bits * count :])[:count]
    steps = ((np.diff(ends, prepend=-1) - 1) << low_bits) + low + 1
    behind = low_bits * count + (int(ends[-1]) + 1 if count else 0)
    return (np.cumsum(steps) - 1).astype(np.int32), bits[behind:]


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
