"""What crash-exact storage costs: pages a second of one crawl with it and without, in turns, in one run."""

import itertools
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from rich.console import Console

from evaluation.corpora import read_pages
from evaluation.table import Row

PART = "bench_crawl"
ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("gne-zh", "daniel-zh")
PAGES = 400
"""Pages on the served site: enough for several commits, a few seconds for a crawl."""
ROUNDS = 3
"""Every variant is crawled so many times; the best counts, since other work disturbs."""
STORAGE = json.dumps({"pipelines.storage.StoragePipeline": 800})
VARIANTS = {
    "pipelines_off": {"ITEM_PIPELINES": "{}", "STORAGE_ENABLED": "0"},
    "storage": {"ITEM_PIPELINES": STORAGE, "STORAGE_ARCHIVE": "0"},
    "storage_and_archive": {"ITEM_PIPELINES": STORAGE},
    "all_stages": {},
}
"""Settings by name: the same spider and extraction in each."""
START_SECONDS = dict.fromkeys(VARIANTS, 1.2) | {"all_stages": 1.8}
"""Seconds of CPU that `scrapy crawl` needs for a site of no pages; rules are loaded only where a stage runs them."""

SITE = """start_urls = ["{url}/index.html"]

[discover]
article = ['/\\d+\\.html$']
automatic = false
"""

ELAPSED = re.compile(r"'elapsed_time_seconds': ([\d.]+)")

OKAY = re.compile(r"'downloader/response_status_count/200': (\d+)")


def bench(corpora: Path) -> list[Row]:
    """Crawl real pages, served on loopback, with each variant in turns; gives rates and the price of storage."""
    progress = Console(stderr=True, quiet=not sys.stderr.isatty())
    best = dict.fromkeys(VARIANTS, float("inf"))
    work = dict.fromkeys(VARIANTS, float("inf"))
    with tempfile.TemporaryDirectory(prefix="squeegee-bench-") as name:
        folder = Path(name)
        pages = write_site(corpora, folder / "site")
        with serve(folder / "site") as url, progress.status("timing crawls"):
            (folder / "sites").mkdir()
            (folder / "sites" / "bench.toml").write_text(SITE.format(url=url), encoding="utf-8")
            for turn, variant in itertools.product(range(ROUNDS), VARIANTS):
                seconds, cpu = crawl(folder, f"{variant}-{turn}", pages, VARIANTS[variant])
                best[variant] = min(best[variant], seconds)
                work[variant] = min(work[variant], cpu - START_SECONDS[variant])
    rows = [row(f"pages_per_second_{variant}", pages / seconds) for variant, seconds in best.items()]
    rows += [row(f"price_of_{variant}", seconds / best["pipelines_off"] - 1) for variant, seconds in best.items()]
    return rows + [row(f"cpu_price_of_{variant}", cpu / work["pipelines_off"] - 1) for variant, cpu in work.items()]


def row(measure: str, value: float) -> Row:
    """Give a row of the table."""
    return Row(part=PART, subject="crawl", measure=measure, value=value)


def write_site(corpora: Path, folder: Path) -> int:
    """Write real pages and a list of them as a site; gives their number."""
    folder.mkdir()
    every = (html for name in FOLDERS for _, html in read_pages(corpora / "extraction" / name))
    pages = list(itertools.islice(itertools.cycle(list(itertools.islice(every, PAGES))), PAGES))
    for number, html in enumerate(pages):
        # A mark of its own for each, so that no page is a copy of another.
        (folder / f"{number}.html").write_bytes(html + b"<!-- %d -->" % number)
    links = "".join(f'<li><a href="{number}.html">{number}</a></li>' for number in range(len(pages)))
    (folder / "index.html").write_text(f"<html><body><ul>{links}</ul></body></html>", encoding="utf-8")
    return len(pages)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of loopback, from a process of its own; gives its URL."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--protocol", "HTTP/1.1"]
    with subprocess.Popen(  # noqa: S603 - this interpreter
        [*command, "--directory", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None  # noqa: S101 - it is a pipe
            port = re.search(r"port (\d+)", process.stdout.readline())
            if port is None:
                raise RuntimeError("the server of the benchmark did not start")
            yield f"http://127.0.0.1:{port[1]}"
        finally:
            process.terminate()


def crawl(folder: Path, name: str, pages: int, settings: dict[str, str]) -> tuple[float, float]:
    """Crawl the site once into an output of its own.

    Gives the seconds from the first request to the sealed run, and the seconds of CPU with those of starting up, which
    do not swing with what else the machine does, but know nothing of waiting for the disk.
    """
    told = {"SQUEEGEE_SITES": str(folder / "sites"), "SQUEEGEE_OUTPUT": str(folder / name)} | settings
    options = [part for setting, value in told.items() for part in ("-s", f"{setting}={value}")]
    before = getrusage(RUSAGE_CHILDREN)
    ended = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-m", "scrapy.cmdline", "crawl", "bench", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    elapsed, got = ELAPSED.search(ended.stderr), OKAY.search(ended.stderr)
    if elapsed is None or got is None or int(got[1]) < pages:
        raise RuntimeError(f"the crawl of the benchmark failed: {ended.stderr[-500:]}")
    after = getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return float(elapsed[1]), cpu
