"""What the stages cost for one page, as a share of what trafilatura needs for it in the same run."""

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from rich.console import Console

from crawler.assembly import article_of
from crawler.extraction import extract
from evaluation.batches import build_stages, clean_batch, clean_one, ledger
from evaluation.corpora import read_pages
from evaluation.markup import text_of
from evaluation.other_tools.extractors import extractors
from evaluation.table import Row

PART = "bench_stages"
FOLDERS = ("gne-zh", "daniel-zh", "multi")
ROUNDS = 3
"""Each page is measured so many times; the best counts, since other work disturbs."""
TYPICAL = 50_000
"""Bytes of HTML of the page for which the budget is stated."""


def bench(corpora: Path) -> list[Row]:
    """Time every Chinese page of the corpora through the stages and, where it is installed, through trafilatura."""
    progress = Console(stderr=True, quiet=not sys.stderr.isatty())
    with progress.status("timing the stages"):
        timings = list(time_pages(corpora))
    stages, tools, sizes = (list(column) for column in zip(*timings, strict=True))
    rows = [
        row("stages_ms_median", 1000 * median(stages)),
        row("stages_ms_worst", 1000 * max(stages)),
        row(
            "stages_ms_for_50_kb",
            1000 * median(seconds * TYPICAL / max(size, TYPICAL) for seconds, size in zip(stages, sizes, strict=True)),
        ),
        row("batch_ms_per_page", 1000 * batch_seconds(corpora)),
    ]
    if any(tools):
        rows.append(row("trafilatura_ms_median", 1000 * median(tools)))
        rows.append(row("share_of_trafilatura", median(a / b for a, b in zip(stages, tools, strict=True) if b)))
    return rows


def time_pages(corpora: Path) -> Iterator[tuple[float, float, int]]:
    """Give for each Chinese page the seconds of the stages, those of trafilatura (0 without it), and its bytes."""
    trafilatura = dict(extractors()).get("trafilatura")
    stages = build_stages("page", None)
    for html, url in chinese_pages(corpora):
        extracted = extract(html, url=url)
        text = html.decode(extracted.encoding or "utf-8", errors="replace")
        best_stages = best_tool = float("inf")
        for _ in range(ROUNDS):
            article = article_of(extracted, url=url, site="page")
            start = perf_counter()
            clean_one(article, stages)
            best_stages = min(best_stages, perf_counter() - start)
            if trafilatura is not None:
                start = perf_counter()
                text_of(trafilatura, text, "zh")
                best_tool = min(best_tool, perf_counter() - start)
        yield best_stages, best_tool if trafilatura else 0.0, len(html)


def batch_seconds(corpora: Path) -> float:
    """Give the seconds for a page when all pages pass together as one site, with what is learned over them."""
    articles = [article_of(extract(html, url=url), url=url, site="pages") for html, url in chinese_pages(corpora)]
    with ledger() as known:
        stages = build_stages("pages", known)
        start = perf_counter()
        clean_batch(articles, stages)
        return (perf_counter() - start) / max(1, len(articles))


def chinese_pages(corpora: Path) -> Iterator[tuple[bytes, str]]:
    """Give the bytes and URL of every Chinese page of the extraction corpora."""
    for folder in FOLDERS:
        for gold, html in read_pages(corpora / "extraction" / folder):
            if str(gold["lang"]).startswith("zh"):
                yield html, gold.get("url") or f"http://{folder}.example/{gold['id']}"


def row(measure: str, value: float) -> Row:
    """Give one figure."""
    return Row(part=PART, subject="zh", measure=measure, value=value)
