"""Made-up fingerprints as the copies corpus has them on average, to fill a ledger with more articles than there are texts."""

from collections.abc import Iterator

import numpy as np

from crawler.ledger.fingerprints import Entry
from pipelines.text.deduplication.best import Standing
from pipelines.text.deduplication.fingerprint import HASH_BITS, KEY_BITS, Fingerprint
from pipelines.text.deduplication.numerals import Numbers

SAMPLES, KEYS, NUMBERS, LENGTH = 193, 22, 14, 1184
"""Means of the copies corpus: sampled shingles, keys, numbers, and characters of the folded text."""

COPIES = 0.2
"""Share of articles that copy an earlier one; three in five of its samples and keys are the same."""

KEPT = 0.6

REMEMBERED = 20_000
"""Earlier articles from which copies are drawn, so that the bench itself stays small."""


def articles(count: int, *, after: int = 0, seed: int = 1) -> Iterator[tuple[Entry, bool]]:
    """Give the entries behind *after* up to *count*, with whether each is a copy of an earlier one.

    A seed gives the same ones on every machine.
    """
    dice = np.random.default_rng(seed)
    earlier: list[Fingerprint] = []
    for number in range(after + 1, count + 1):
        source = earlier[dice.integers(len(earlier))] if earlier and dice.random() < COPIES else None
        print_ = _fingerprint(dice, source)
        if source is None:
            if len(earlier) < REMEMBERED:
                earlier.append(print_)
            else:
                earlier[dice.integers(REMEMBERED)] = print_
        standing = Standing(
            id=f"{dice.integers(1 << 63):016x}",
            url=f"https://mirror{number % 40}.example/news/2026/{number % 12 + 1:02}/{number:09}.html",
            fetched=1_790_000_000 + number,
        )
        yield (
            Entry(
                number=number, standing=standing, site=f"mirror{number % 40}", stored=source is None, fingerprint=print_
            ),
            source is not None,
        )


def _fingerprint(dice: np.random.Generator, source: Fingerprint | None) -> Fingerprint:
    samples = int(dice.integers(SAMPLES // 2, SAMPLES * 3 // 2))
    hashes = dice.integers(1 << HASH_BITS, size=samples, dtype=np.uint16)
    positions = np.cumsum(dice.geometric(1 / 4, size=samples)).astype(np.int32)
    keys = np.unique(dice.integers(1 << KEY_BITS, size=KEYS, dtype=np.uint64))
    if source is not None:
        samples = source.hashes.size
        hashes, positions = source.hashes.copy(), source.positions
        foreign = slice(int(samples * KEPT), samples)
        hashes[foreign] = dice.integers(1 << HASH_BITS, size=hashes[foreign].size, dtype=np.uint16)
        keys = np.unique(np.concatenate([source.keys[: int(KEYS * KEPT)], keys[int(KEYS * KEPT) :]]))
    numbers = np.cumsum(dice.integers(1, 2 * LENGTH // NUMBERS, size=NUMBERS, dtype=np.int32), dtype=np.int32)
    values = dice.integers(256, size=NUMBERS, dtype=np.uint8)
    return Fingerprint(
        length=int(positions[-1]) + 4,
        rate=2,
        hashes=hashes,
        positions=positions,
        numbers=Numbers(numbers, values),
        keys=keys,
    )
