"""Strings that repeat over pages, found in one pass over all their text, and what stands around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.text.folding import Codes
from pipelines.text.injection.evidence.word_pairs import weigh
from pipelines.text.pairs import are_pairs, pair_keys

Positions = NDArray[np.int64]
"""Offsets in the joined text, one dimension, ascending."""

SIZE = 3
"""Characters of the strings that are counted; longer ones are grown from them."""
LONGEST = 24
"""Characters at which growing stops."""
AGREE = 0.85
"""Share of the places that must have the same neighbour for a string to grow by it."""
MOST_CHARS = 1_500_000
"""Characters of a batch that are searched, about a thousand articles; more would cost memory and show nothing new."""
MOST_STRINGS = 400
"""Strings looked at, the most frequent first; a batch of news has some hundred that repeat on a third of its pages."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A string that repeats, as long as all its places agree."""

    text: str
    pages: int
    """Pages it stands on."""
    places: int
    """Places it stands at."""
    evidence: float
    """How much the places say that it was put between characters that belong together; see `word_pairs.weigh`."""
    contexts: int
    """Different pairs of characters around it."""
    joined: float
    """Share of them that make a pair without the string."""
    bound: float
    """Share of them with which it makes a pair itself."""


def sample_of(texts: Sequence[str]) -> Sequence[str]:
    """Give all texts, or every second, third … of them where they have more than MOST_CHARS."""
    return texts[:: 1 + sum(map(len, texts)) // MOST_CHARS]


def find_repeats(texts: Sequence[str], *, pages: int, places: int, most: int = MOST_STRINGS) -> list[Repeat]:
    """Find strings of hanzi, letters, digits and `_` that stand on at least so many pages and at so many places.

    No more than *most* beginnings are looked at, the most frequent ones.
    """
    joined = "\n\n".join(texts)
    codes = np.frombuffer(f"\n{joined}\n".encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    starts = np.cumsum([1] + [len(text) + 2 for text in texts])
    found: dict[str, Repeat] = {}
    for at in _frequent(codes, starts, pages, places, most):
        repeat = _grow(codes, starts, at)
        found.setdefault(repeat.text, repeat)
    return [repeat for repeat in found.values() if repeat.pages >= pages and repeat.places >= places]


def frequent_strings(text: str, places: int) -> list[str]:
    """Give the strings of SIZE characters that stand at so many places of one page, without looking around them."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if len(codes) < SIZE + places:
        return []
    keys = np.sort(_keys(codes, np.arange(len(codes) - SIZE + 1)))
    found = np.unique(keys[: 1 - places][keys[places - 1 :] == keys[: 1 - places]])
    strings = ("".join(chr(int(key) >> shift & 0x1FFFFF) for shift in (42, 21, 0)) for key in found[:MOST_STRINGS])
    return [string for string in strings if all(char.isalnum() or char == "_" for char in string)]


def _keys(codes: Codes, at: Positions) -> NDArray[np.uint64]:
    """Give one number for each string of SIZE characters."""
    wide = codes.astype(np.uint64)
    return (wide[at] << np.uint64(42)) | (wide[at + 1] << np.uint64(21)) | wide[at + 2]


def _is_word(codes: Codes) -> NDArray[np.bool_]:
    """Say of each character whether a keyword may hold it."""
    hanzi = (codes >= 0x3400) & (codes <= 0x9FFF)
    digit = (codes >= 0x30) & (codes <= 0x39)
    letter = ((codes | 0x20) >= 0x61) & ((codes | 0x20) <= 0x7A)
    return np.asarray(hanzi | digit | letter | (codes == 0x5F))


def _frequent(codes: Codes, starts: Positions, pages: int, places: int, most: int) -> Iterator[Positions]:
    """Give the places of every string of SIZE characters that is frequent enough, the most frequent first."""
    word = _is_word(codes)
    whole = word[:-2] & word[1:-1] & word[2:]
    at = np.flatnonzero(whole)
    if not len(at):
        return
    keys = _keys(codes, at)
    order = np.argsort(keys, kind="stable")
    at, keys = at[order], keys[order]
    edges = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    counts = np.diff(np.r_[edges, len(keys)])
    page = np.searchsorted(starts, at, side="right")
    new_page = np.r_[True, (page[1:] != page[:-1])]
    new_page[edges] = True
    spread = np.add.reduceat(new_page.astype(np.int64), edges)
    chosen = np.flatnonzero((counts >= places) & (spread >= pages))
    for index in chosen[np.argsort(-counts[chosen], kind="stable")][:most]:
        yield at[edges[index] : edges[index] + counts[index]]


def _grow(codes: Codes, starts: Positions, at: Positions) -> Repeat:
    """Grow a string at its places for as long as nearly all of them go on alike."""
    first, last = at, at + SIZE
    for step in (-1, 0):  # to the left, to the right
        while last[0] - first[0] < LONGEST:
            neighbours = codes[(first if step else last) + step]
            frequent = np.sort(neighbours)[len(neighbours) // 2]  # what has most of the places has their middle, too
            same = neighbours == frequent
            if np.count_nonzero(same) < AGREE * len(neighbours) or not _is_word_char(chr(frequent)):
                break
            first, last = first[same] + step, last[same] + 1 + step
    return _describe(codes, starts, first, last)


def _is_word_char(char: str) -> bool:
    """Say of one character what `_is_word` says of many."""
    return "\u3400" <= char <= "\u9fff" or char == "_" or (char.isascii() and char.isalnum())


def _describe(codes: Codes, starts: Positions, first: Positions, last: Positions) -> Repeat:
    """Say what stands around a string."""
    before, after = codes[first - 1], codes[last]
    hanzi = (before >= 0x3400) & (before <= 0x9FFF) & (after >= 0x3400) & (after <= 0x9FFF)
    keys, one = np.unique(pair_keys(before[hanzi], after[hanzi]), return_index=True)
    around = before[hanzi][one], after[hanzi][one]
    joined = are_pairs(keys)
    bound = are_pairs(pair_keys(around[0], codes[first[:1]])) | are_pairs(pair_keys(codes[last[:1] - 1], around[1]))
    return Repeat(
        text=codes[first[0] : last[0]].tobytes().decode("utf-32-le", "surrogatepass"),
        pages=1 + int(np.count_nonzero(np.diff(np.searchsorted(starts, first, side="right")))),
        places=len(first),
        evidence=weigh(len(keys), int(joined.sum()), int(bound.sum())),
        contexts=len(keys),
        joined=float(joined.mean()) if len(keys) else 0.0,
        bound=float(bound.mean()) if len(keys) else 0.0,
    )
