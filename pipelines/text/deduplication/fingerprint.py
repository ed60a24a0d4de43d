"""The fingerprint of a text: a sample of its shingles in text order, a few of them as keys, and its numbers.

A shingle is a short window of the folded text. Which shingles are sampled depends on their hash alone, so two texts
sample the same ones, and since each keeps its place, a comparison says *where* two texts agree. Everything is done by
numpy over the whole text at once.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pipelines.text.deduplication.numerals import Numbers, find_numbers
from pipelines.text.folding import Codes, fold, is_cjk

VERSION = 1
"""Raised whenever the same text gets another fingerprint; the ledger's are then made anew by `scrapy ledger repair`."""

CJK_SHINGLE = 4
"""Code points in a window that begins with an ideograph, kana or Hangul syllable. With every seventh word replaced half
of the windows of four survive, of five two in five; windows of three are shared by too many articles."""

SHINGLE = 10
"""Code points in any other window: about two words of English, with the same share of survivors."""

RATE = 2
"""One shingle in 2**RATE is sampled where the length allows; thinner samples lose the sense of place."""

FEWEST, MOST = 48, 512
"""A sample outside these bounds is taken at double or half the rate, until it fits or every shingle is in."""

HASH_BITS = 12
"""Bits kept of a sampled shingle's hash. Chance agreements, one in 4,096 a pair, stand alone and are ignored."""

KEY_BITS = 37
"""Bits of a key; among 2e8 keys a wrong one is met once in 600 look-ups, and one shared key is no candidate."""

KEY_SHARE, FEWEST_KEYS, MOST_KEYS = 8, 16, 32
"""Of the sampled shingles the one in KEY_SHARE with the smallest hashes are keys, within these bounds."""

MULTIPLIER = 0x9E3779B97F4A7C15
POWERS = tuple(np.uint64(pow(MULTIPLIER, exponent, 1 << 64)) for exponent in (1, 2, 4))
MIX = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
"""Odd constants of Steele, Lea and Flood's SplitMix64 generator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of a text to recognise its copies."""

    length: int
    """Characters of the folded text."""
    rate: int
    """One shingle in 2**rate was sampled."""
    hashes: NDArray[np.uint16]
    """HASH_BITS bits of each sampled shingle, in text order, each shingle once. The low bits are those that decide
    whether a shingle belongs to a thinner sample."""
    positions: NDArray[np.int32]
    """Where each begins in the folded text."""
    numbers: Numbers
    """The numbers of the text."""
    keys: NDArray[np.uint64] = field(default_factory=lambda: np.zeros(0, dtype=np.uint64))
    """Keys under which the text is looked up, ascending; not part of what is packed."""

    def at_rate(self, rate: int, bits: int) -> tuple[NDArray[np.uint16], NDArray[np.int32]]:
        """Give so many bits of the hashes, and the positions, of the sample at the same or a coarser rate."""
        steps = rate - self.rate
        if steps == 0:
            return self.hashes & np.uint16((1 << bits) - 1), self.positions
        kept = (self.hashes & np.uint16((1 << steps) - 1)) == 0
        return (self.hashes[kept] >> np.uint16(steps)) & np.uint16((1 << bits) - 1), self.positions[kept]


class Shingles:
    """All shingles of a text, for the samples taken from them."""

    def __init__(self, text: str) -> None:
        self.codes = fold(text)
        self.hashes = shingle(self.codes)

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """The fingerprint of the text."""
        rate, positions = self._sample()
        hashes = self.hashes[positions]
        count = min(max(hashes.size // KEY_SHARE, FEWEST_KEYS), MOST_KEYS)
        # The high bits order and name the keys, the low ones sample and compare: they are independent.
        keys = np.sort(hashes >> np.uint64(64 - KEY_BITS))[:count]
        return Fingerprint(
            length=int(self.codes.size),
            rate=rate,
            hashes=((hashes >> np.uint64(rate)) & np.uint64((1 << HASH_BITS) - 1)).astype(np.uint16),
            positions=positions.astype(np.int32),
            numbers=find_numbers(self.codes),
            keys=keys,
        )

    def _sample(self) -> tuple[int, NDArray[np.int64]]:
        rate = RATE
        positions = self._at(rate)
        while positions.size < FEWEST and rate > 0:
            rate -= 1
            positions = self._at(rate)
        while positions.size > MOST:
            rate += 1
            low = np.uint64((1 << rate) - 1)
            positions = positions[(self.hashes[positions] & low) == 0]
        return rate, positions

    def _at(self, rate: int) -> NDArray[np.int64]:
        """Give the places of the shingles at a rate; the same one again says nothing new and is left out."""
        positions = np.flatnonzero((self.hashes & np.uint64((1 << rate) - 1)) == 0)
        _, first = np.unique(self.hashes[positions], return_index=True)
        first.sort()
        return positions[first]


def fingerprint(text: str) -> Fingerprint:
    """Give the fingerprint of a text; paragraphs may be divided by anything that is no letter or digit."""
    return Shingles(text).fingerprint


def shingle(codes: Codes) -> NDArray[np.uint64]:
    """Give the hash of the shingle that begins at each position where a whole one fits."""
    size = codes.size
    whole = size - CJK_SHINGLE + 1
    if whole <= 0:
        return np.zeros(0, dtype=np.uint64)
    single = np.zeros(size + SHINGLE, dtype=np.uint64)
    single[:size] = codes
    single *= POWERS[0]
    single ^= single >> np.uint64(29)
    single *= MIX[0]
    two = single[:-1] * POWERS[0] + single[1:]
    four = two[:-2] * POWERS[1] + two[2:]
    cjk = is_cjk(codes)
    if cjk.all():
        return _mixed(four[:whole])
    eight = four[:-4] * POWERS[2] + four[4:]
    ten = eight[:size] * POWERS[1] + two[8 : size + 8]
    hashes = _mixed(np.where(cjk[:whole], four[:whole], ten[:whole]))
    # Behind the last place where ten fit, a shingle that is not CJK reaches over the end.
    tail = max(0, size - SHINGLE + 1)
    return np.concatenate([hashes[:tail], np.where(cjk[tail:whole], hashes[tail:], np.uint64(2**64 - 1))])


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread the bits, as SplitMix64 does."""
    hashes = hashes ^ (hashes >> np.uint64(30))
    hashes *= MIX[0]
    hashes ^= hashes >> np.uint64(27)
    hashes *= MIX[1]
    return hashes ^ (hashes >> np.uint64(31))
