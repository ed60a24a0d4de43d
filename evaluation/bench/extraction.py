"""What extraction costs: pages a second, and the multiple of one lxml parse, beside the other tools, in one run."""

import contextlib
import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from lxml import etree

from crawler.extraction import extract
from evaluation.corpora import read_pages
from evaluation.extraction import FOLDERS
from evaluation.other_tools.extractors import extractors
from evaluation.table import Row

PART = "bench_extraction"

PAGES = 40
"""Pages of each folder; the same ones in every run."""
ROUNDS = 3
"""Times each page is read; the best counts."""


def bench(corpora: Path) -> list[Row]:
    """Time every tool on the same pages in memory, in one thread."""
    rows: list[Row] = []
    tools = extractors()
    for folder in FOLDERS:
        if not (corpora / "extraction" / folder).is_dir():
            continue
        pages = list(read_pages(corpora / "extraction" / folder))
        pages = random.Random(1).sample(pages, min(PAGES, len(pages)))  # noqa: S311 - a choice of pages, no secret
        texts = [
            (body.decode(gold.get("enc") or "utf-8", "replace"), gold.get("url"), gold.get("lang") or "en")
            for gold, body in pages
        ]
        parsing = [_best(partial(_parse, text.encode("utf-8", "replace"))) for text, _, _ in texts]
        rows += _rows(folder, "lxml", parsing, parsing)
        ours = [_best(partial(extract, body, gold.get("url"))) for gold, body in pages]
        rows += _rows(folder, "squeegee", ours, parsing)
        for name, read in tools:
            costs = [_best(partial(read, *text), rounds=1) for text in texts]
            rows += _rows(folder, name, costs, parsing)
    return rows


def _parse(body: bytes) -> etree._Element | None:
    """Do what every tool on lxml does first, and nothing else."""
    return etree.fromstring(body, etree.HTMLParser(recover=True, huge_tree=True, encoding="utf-8"))


def _rows(folder: str, tool: str, costs: list[float], parsing: list[float]) -> list[Row]:
    """Give the rate of one tool and what its median page costs in lxml parses."""
    ratio = statistics.median(cost / base for cost, base in zip(costs, parsing, strict=True))
    figures = {
        "pages_per_second": len(costs) / sum(costs),
        "parses_median": ratio,
        "parses_all": sum(costs) / sum(parsing),
    }
    return [Row(part=PART, subject=folder, measure=name, value=value, tool=tool) for name, value in figures.items()]


def _best(call: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """Give the CPU seconds of the best of some calls; a tool that fails has the time until it failed."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        with contextlib.suppress(Exception):  # a tool that fails has failed fast or slowly
            call()
        times.append(max(time.process_time() - start, 1e-6))
    return min(times)
