"""The usual ways to find near copies, as other tools and recipes have them: each gives a cluster for every text."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

Deduplicator = Callable[[Sequence[str]], list[int]]
"""Takes texts in order, gives the number of each one's cluster."""


def is_installed(module: str) -> bool:
    """Say whether a module can be imported."""
    return find_spec(module) is not None


def joined(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Join pairs transitively; gives for each number the smallest that it hangs together with."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for pair in pairs:
        first, second = sorted(map(root, pair))
        parent[second] = first
    return [root(number) for number in range(count)]


def characters(text: str) -> list[str]:
    """Give the shingles of five characters that these tools are customarily fed with."""
    text = text.lower()
    return list({text[at : at + 5] for at in range(max(1, len(text) - 4))})


def datasketch_pairs(texts: Sequence[str], threshold: float) -> Iterable[tuple[int, int]]:
    """Follow datasketch's documentation: MinHash-128 over five characters with LSH, each hit joined."""
    module = import_module("datasketch")
    index = module.MinHashLSH(threshold=threshold, num_perm=128)
    for number, text in enumerate(texts):
        sketch = module.MinHash(num_perm=128)
        sketch.update_batch([shingle.encode("utf-8", "replace") for shingle in characters(text)])
        for hit in index.query(sketch):
            yield int(hit), number
        index.insert(str(number), sketch)


def datasketch(threshold: float) -> Deduplicator:
    """Give datasketch at a threshold."""
    return lambda texts: joined(len(texts), datasketch_pairs(texts, threshold))


def rensa(texts: Sequence[str]) -> list[int]:
    """Follow rensa's documentation: RMinHash-128 over five characters, 32 bands, hits checked against Jaccard 0.5."""
    module: Any = import_module("rensa")
    index = module.RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    sketches: list[Any] = []
    pairs: list[tuple[int, int]] = []
    for number, text in enumerate(texts):
        sketch = module.RMinHash(num_perm=128, seed=42)
        sketch.update(characters(text))
        pairs += [(hit, number) for hit in index.query(sketch) if sketch.jaccard(sketches[hit]) >= 0.5]
        sketches.append(sketch)
        index.insert(number, sketch)
    return joined(len(texts), pairs)


def text_dedup(texts: Sequence[str]) -> list[int]:
    """Follow the NEWS-COPY setting of text-dedup: pairs of words by spaces and marks, 256 permutations, Jaccard 0.45."""
    module = import_module("datasketch")
    index = module.MinHashLSH(threshold=0.45, num_perm=256)
    pairs: list[tuple[int, int]] = []
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        shingles: set[Hashable] = {" ".join(words[at : at + 2]) for at in range(max(1, len(words) - 1))}
        sketch = module.MinHash(num_perm=256)
        sketch.update_batch([str(shingle).encode("utf-8", "replace") for shingle in shingles])
        pairs += [(int(hit), number) for hit in index.query(sketch)]
        index.insert(str(number), sketch)
    return joined(len(texts), pairs)


DEDUPLICATORS: dict[str, tuple[str, Deduplicator]] = {
    "datasketch 0.8": ("datasketch", datasketch(0.8)),
    "datasketch 0.5": ("datasketch", datasketch(0.5)),
    "rensa 0.5": ("rensa", rensa),
    "text-dedup 0.45": ("datasketch", text_dedup),
}
"""Name of the way, the module it needs, and its function."""
