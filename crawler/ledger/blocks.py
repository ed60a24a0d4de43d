"""How postings lie on disk: a posting is a key and an article's number in one 64-bit word, a block a sorted run of them."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Postings: TypeAlias = NDArray[np.uint64]
"""Postings, one word each, ascending: by key, then by article."""

KEY_BITS, NUMBER_BITS = 37, 27
"""Together one word: 1.3e8 articles."""

MOST_NUMBER = 1 << NUMBER_BITS

NONE: Postings = np.zeros(0, dtype=np.uint64)

NOBODY: NDArray[np.int64] = np.zeros(0, dtype=np.int64)

WIDE_KEYS, WIDE_NUMBERS = 1, 2
"""Flags in a block's first byte: keys of four bytes instead of two, numbers of four instead of three."""


def post(keys: NDArray[np.uint64], number: int) -> Postings:
    """Give the postings of one article."""
    return (keys << np.uint64(NUMBER_BITS)) | np.uint64(number)


def keys_of(postings: Postings) -> NDArray[np.uint64]:
    """Give the key of each posting."""
    return postings >> np.uint64(NUMBER_BITS)


def numbers_of(postings: Postings) -> NDArray[np.int64]:
    """Give the article of each posting."""
    return (postings & np.uint64(MOST_NUMBER - 1)).astype(np.int64)


def select(postings: Postings, keys: NDArray[np.uint64]) -> list[Postings]:
    """Give the postings under each of some keys."""
    first = postings.searchsorted(keys << np.uint64(NUMBER_BITS))
    last = postings.searchsorted((keys + np.uint64(1)) << np.uint64(NUMBER_BITS))
    return [postings[start:end] for start, end in zip(first.tolist(), last.tolist(), strict=True)]


def capped(postings: Postings, most: int) -> Postings:
    """Keep the first *most* and one more of each key's postings, so that it still shows that there are more."""
    keys = keys_of(postings)
    if keys.size <= most + 1 or not (keys[most + 1 :] == keys[: -most - 1]).any():
        return postings
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    counts = np.diff(np.concatenate([starts, [keys.size]]))
    return postings[np.arange(keys.size) - np.repeat(starts, counts) <= most]


def pack(postings: Postings, bits: int) -> bytes:
    """Pack postings whose keys are equal but for their last *bits* bits."""
    keys, numbers = keys_of(postings) & np.uint64((1 << bits) - 1), numbers_of(postings)
    wide_keys, wide_numbers = bits > 16, bool(numbers.size) and int(numbers.max()) >= 1 << 24
    return b"".join(
        (
            bytes([WIDE_KEYS * wide_keys + WIDE_NUMBERS * wide_numbers]),
            keys.astype("<u4" if wide_keys else "<u2").tobytes(),
            (numbers & 0xFFFF).astype("<u2").tobytes(),
            (numbers >> 16).astype("<u2" if wide_numbers else "u1").tobytes(),
        )
    )


def unpack(block: bytes, upper: int, bits: int) -> Postings:
    """Give the postings of a block back; *upper* is what their keys have in common, above *bits* bits."""
    flags = block[0]
    key_bytes, high_bytes = 4 if flags & WIDE_KEYS else 2, 2 if flags & WIDE_NUMBERS else 1
    count = (len(block) - 1) // (key_bytes + 2 + high_bytes)
    keys = np.frombuffer(block, f"<u{key_bytes}", count, 1).astype(np.uint64)
    low = np.frombuffer(block, "<u2", count, 1 + key_bytes * count).astype(np.uint64)
    high = np.frombuffer(block, f"<u{high_bytes}", count, 1 + (key_bytes + 2) * count).astype(np.uint64)
    keys |= np.uint64(upper << bits)
    return (keys << np.uint64(NUMBER_BITS)) | (high << np.uint64(16)) | low


def articles_in(block: bytes, key: int) -> NDArray[np.int64]:
    """Give the articles under one key of a block, without unpacking the rest; *key* is what `pack` keeps of it."""
    flags = block[0]
    key_bytes, high_bytes = 4 if flags & WIDE_KEYS else 2, 2 if flags & WIDE_NUMBERS else 1
    count = (len(block) - 1) // (key_bytes + 2 + high_bytes)
    keys = np.frombuffer(block, f"<u{key_bytes}", count, 1)
    wanted = keys.dtype.type(key)
    first = int(keys.searchsorted(wanted))
    if first == count or keys[first] != wanted:
        return NOBODY
    size = int(keys.searchsorted(wanted, "right")) - first
    low = np.frombuffer(block, "<u2", size, 1 + key_bytes * count + 2 * first)
    high = np.frombuffer(block, f"<u{high_bytes}", size, 1 + (key_bytes + 2) * count + high_bytes * first)
    articles: NDArray[np.int64] = (high.astype(np.int64) << 16) | low
    return articles
