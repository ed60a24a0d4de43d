"""What deduplication costs: fingerprints a second beside other tools in one run, and the store at 1e5 and 1e6 articles."""

import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.bench.store import fill
from evaluation.corpora import read_lines
from evaluation.other_tools.deduplicators import characters, is_installed
from evaluation.table import Row
from pipelines.text.deduplication.fingerprint import fingerprint

PART = "bench_deduplication"

TEXTS = 600
"""Texts of the copies corpus that are fingerprinted in each turn."""

TURNS = 3
"""Every tool takes its turn so many times; the best counts, since other work disturbs."""

SIZES = (100_000, 1_000_000)
"""Articles in the store; 1e7 takes an hour: `python -m evaluation.bench.store 1e7`."""


def bench(corpora: Path) -> list[Row]:
    """Measure fingerprints a second, as ratios to each other tool that is installed, and the store."""
    docs = islice(read_lines(corpora / "copies" / "dev.jsonl.gz"), TEXTS)
    rows = fingerprint_rows(["\n".join(doc["paragraphs"]) for doc in docs])
    for size in SIZES:
        with TemporaryDirectory(prefix="squeegee-bench-") as folder:
            rows += fill(Path(folder), size, full=20_000)
    return rows


def fingerprint_rows(texts: Sequence[str]) -> list[Row]:
    """Measure texts a second of every tool in turns, and how many times as fast as each of the others we are."""
    tools: dict[str, Callable[[str], Any]] = {"squeegee": fingerprint}
    for name, (module, make) in OTHERS.items():
        if is_installed(module):
            tools[name] = make(import_module(module))
        else:
            sys.stderr.write(f"{name} is left out: {module} is not installed\n")
    fingerprint("the table of characters is made with the first text")
    best = dict.fromkeys(tools, float("inf"))
    for _ in range(TURNS):
        for name, tool in tools.items():
            start = time.perf_counter()
            for text in texts:
                tool(text)
            best[name] = min(best[name], time.perf_counter() - start)
    rows = [row("fingerprints_per_second", len(texts) / seconds, name) for name, seconds in best.items()]
    return rows + [
        row(f"times_as_fast_as_{name.replace(' ', '_')}", seconds / best["squeegee"])
        for name, seconds in best.items()
        if name != "squeegee"
    ]


def row(measure: str, value: float, tool: str = "squeegee") -> Row:
    """Give one row."""
    return Row(part=PART, subject="fingerprint", measure=measure, value=value, tool=tool)


def datasketch(module: Any) -> Callable[[str], Any]:
    """Give datasketch's MinHash-128 over five characters."""

    def sketch(text: str) -> Any:
        made = module.MinHash(num_perm=128)
        made.update_batch([shingle.encode("utf-8", "replace") for shingle in characters(text)])
        return made

    return sketch


def rensa(module: Any) -> Callable[[str], Any]:
    """Give rensa's RMinHash-128 over five characters."""

    def sketch(text: str) -> Any:
        made = module.RMinHash(num_perm=128, seed=42)
        made.update(characters(text))
        return made

    return sketch


def gaoya(module: Any) -> Callable[[str], Any]:
    """Give gaoya's MinHash index over five characters, which hashes when a text is inserted."""
    index = module.minhash.MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=0.5,
        num_bands=32,
        band_size=4,
        num_hashes=128,
        analyzer="char",
        ngram_range=(5, 5),
    )
    count = iter(range(1 << 40))
    return lambda text: index.insert_document(next(count), text)


OTHERS: dict[str, tuple[str, Callable[[Any], Callable[[str], Any]]]] = {
    "datasketch": ("datasketch", datasketch),
    "rensa": ("rensa", rensa),
    "gaoya": ("gaoya", gaoya),
}
"""Name of the tool, the module it needs, and what makes its function of the module."""
