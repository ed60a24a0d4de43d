"""How the ledger's fingerprints behave with a million articles and more: rate, size, memory, time to open."""

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from rich.console import Console
from rich.progress import track

from crawler.ledger import NAME, Ledger
from crawler.ledger.blocks import NUMBER_BITS
from crawler.ledger.fingerprints import FACTS, Entry
from crawler.ledger.postings import PARTS_BITS
from evaluation.synthetic_articles import KEYS, articles
from evaluation.table import Row, show
from pipelines.text.deduplication.fingerprint import KEY_BITS
from pipelines.text.deduplication.packing import pack

PART = "bench_deduplication"

POURED_LEVEL, ROUNDS = 3, 6
"""The level that poured postings go to, and in how many rounds."""

POURED = 10_000
"""Articles in a commit when they are poured in."""

FACTS_BYTES = sum(size for _, size in FACTS)

COMMIT = 100
"""Articles in a commit, as in a crawl."""


def fill(folder: Path, count: int, *, full: int = 100_000, log: int = 0) -> list[Row]:
    """Fill a new ledger with made-up articles, each compared, grouped, indexed and committed as in a crawl.

    Of more than *full* articles the first ones are poured in unlooked at, which changes nothing in what lies on disk but
    the groups; the rate is that of the last *full*. Gives articles a second (over those, and over their last tenth), the
    longest commit, bytes an article on disk, memory of the process, time to open, time of a query in the full ledger.
    With *log*, a line is printed after so many.
    """
    ledger = Ledger.open(folder / NAME)
    last = max(1, min(full, count) // 10)
    spent = work = late = longest = 0.0
    found = copies = 0
    poured = max(0, count - full)
    pour(ledger, poured)
    console = Console(stderr=True)
    shown = track(
        articles(count, after=poured),
        f"filling {folder}",
        count - poured,
        console=console,
        disable=not console.is_terminal,
    )
    for at, (entry, is_copy) in enumerate(shown, start=poured + 1):
        start, worked = time.perf_counter(), time.process_time()
        found += take(ledger, entry)
        if at % COMMIT == 0 or at == count:
            before = time.perf_counter()
            ledger.commit()
            longest = max(longest, time.perf_counter() - before)
        took = time.perf_counter() - start
        work += time.process_time() - worked
        spent += took
        late += took if at > count - last else 0
        copies += is_copy
        if log and at % log == 0:
            size = ledger.size() / at
            sys.stdout.write(
                f"{at:>12,} {(at - poured) / spent:8.0f}/s {longest:6.2f} s longest commit {size:6.0f} B {memory():6.0f} MB\n"
            )
            sys.stdout.flush()
    ledger.database.compact()
    size = ledger.size()
    ledger.close()
    times = asked(folder)
    figures = {
        "query_and_insert_per_second": (count - poured) / spent,
        "query_and_insert_per_cpu_second": (count - poured) / work,
        "in_the_last_tenth": last / late,
        "longest_commit_seconds": longest,
        "bytes_an_article": size / count,
        "memory_mb": memory(),
        **times,
        "copies_found_share": found / max(1, copies),
    }
    return [
        Row(part=PART, subject=f"store-{count:.0e}", measure=measure, value=value) for measure, value in figures.items()
    ]


def asked(folder: Path) -> dict[str, float]:
    """Give the time to open a full ledger, and that of a query in it."""
    start = time.perf_counter()
    ledger = Ledger.open(folder / NAME)
    ledger.fingerprints.has_changed()
    opened = time.perf_counter() - start
    probes = [entry.fingerprint for entry, _ in articles(1000, seed=2)]
    start = time.perf_counter()
    for probe in probes:
        ledger.fingerprints.resembling(probe)
    query = (time.perf_counter() - start) / len(probes)
    ledger.close()
    return {"open_seconds": opened, "query_ms": query * 1000}


def take(ledger: Ledger, entry: Entry) -> bool:
    """Do for an article what the stage does once it has its fingerprint; says whether it is in a group."""
    fingerprints = ledger.fingerprints
    fingerprints.has_changed()
    pairs = fingerprints.resembling(entry.fingerprint)
    fingerprints.reserve()
    ledger.groups.take(entry, pairs)
    member = ledger.groups.member(entry.number)
    return member is not None


def pour(ledger: Ledger, count: int) -> None:
    """Write made-up articles without comparing them: their rows in order, their postings part by part.

    The postings come to the level that holds most of them in several rounds, as they are handed down in a crawl, since
    it is merging into what is there that decides how full the pages are.
    """
    if not count:
        return
    patterns = [(pack(entry.fingerprint), entry) for entry, _ in articles(1000, seed=4)]
    with ledger.database.transaction() as connection:
        connection.execute("INSERT INTO fingerprint_origins VALUES (1, 'mirror', 'https://mirror.example')")
        connection.execute("UPDATE fingerprint_state SET value = ? WHERE name = 'next'", (count + 1,))
    for first in range(1, count + 1, POURED):
        numbers = range(first, min(first + POURED, count + 1))
        with ledger.database.transaction() as connection:
            connection.executemany(
                "INSERT INTO fingerprints VALUES (?, ?, 1, ?, ?, ?, ?)", poured_rows(numbers, patterns)
            )
    postings = ledger.fingerprints.postings
    dice = np.random.default_rng(3)
    part_bits = KEY_BITS - PARTS_BITS
    for round_ in range(ROUNDS):
        for part in range(1 << PARTS_BITS):
            size = count * KEYS // ROUNDS >> PARTS_BITS
            first, last = part << part_bits, (part + 1) << part_bits
            keys = dice.integers(first, last, size=size, dtype=np.uint64)
            numbers_ = dice.integers(1 + count * round_ // ROUNDS, 1 + count * (round_ + 1) // ROUNDS, size=size)
            with ledger.database.transaction() as connection:
                postings.merge(
                    connection,
                    POURED_LEVEL,
                    first,
                    last,
                    np.sort(keys << np.uint64(NUMBER_BITS) | numbers_.astype(np.uint64)),
                )
    postings.refresh()


def poured_rows(numbers: range, patterns: list[tuple[bytes, Entry]]) -> Iterator[tuple[Any, ...]]:
    """Give rows of the fingerprints' table."""
    for number in numbers:
        sketch, entry = patterns[number % len(patterns)]
        yield (
            number,
            number.to_bytes(8, "big"),
            entry.standing.url[23:],
            1_790_000_000 + number,
            bytes(FACTS_BYTES),
            sketch,
        )


def memory() -> float:
    """Give the most memory the process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Fill a store of the size asked for and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.bench.store", description=__doc__)
    parser.add_argument("count", type=float)
    parser.add_argument("--folder", type=Path, help="where the ledger is made (default: a temporary folder)")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="squeegee-bench-") as aside:
        show(fill(options.folder or Path(aside), int(options.count), log=int(options.count) // 20))


if __name__ == "__main__":
    main()
