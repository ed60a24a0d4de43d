"""Pairs of neighbouring characters that are frequent inside words."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain, product
from operator import add
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipelines.text.folding import Codes, simplified

PAIRS = Path(__file__).parent / "data" / "pairs.txt"
"""The pairs; the file names its source."""


def pair_keys(first: Codes, second: Codes) -> NDArray[np.uint64]:
    """Give one number for each pair of code points, traditional characters taken for their simplified ones."""
    table = _simplified_codes()
    one, other = (table[np.minimum(codes, len(table) - 1)].astype(np.uint64) for codes in (first, second))
    return (one << np.uint64(21)) | other


def are_pairs(keys: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Say of each number of `pair_keys` whether it is a pair frequent inside words."""
    known = _known()
    at = np.searchsorted(known, keys)
    return np.asarray(known[np.minimum(at, len(known) - 1)] == keys)


def is_pair(first: str, second: str) -> bool:
    """Say whether two characters are a pair frequent inside words."""
    return first + second in _written()


def pairs_of(text: str) -> Iterator[str]:
    """Give the neighbours in a text that are a pair frequent inside words, one after the other."""
    return filter(_written().__contains__, map(add, text, text[1:]))


@cache
def _simplified_codes() -> Codes:
    """Give the simplified form of each code point; the last entry stands for all beyond it."""
    table = np.arange(0x10000, dtype=np.uint32)
    for form, plain in simplified().items():
        if ord(form) < len(table):
            table[ord(form)] = ord(plain)
    return table


@cache
def _pairs() -> frozenset[str]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return frozenset(line[0] + second for line in lines if not line.startswith("#") for second in line[1:])


@cache
def _written() -> frozenset[str]:
    """Give the pairs in all ways of writing them, with traditional characters too."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, plain in simplified().items():
        forms[plain].append(form)
    for plain in {*"".join(_pairs())} - simplified().keys():
        forms[plain].append(plain)
    return frozenset(map("".join, chain.from_iterable(product(forms[pair[0]], forms[pair[1]]) for pair in _pairs())))


@cache
def _known() -> NDArray[np.uint64]:
    codes = np.frombuffer("".join(sorted(_pairs())).encode("utf-32-le"), dtype=np.uint32)
    return np.sort(pair_keys(codes[::2], codes[1::2]))
