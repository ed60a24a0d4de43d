"""A small run without a network: what a crawl does with its run and its ledger, and what that left.

`python -m tests.stand.runs OUTPUT [COMPRESSION]` makes one in a process of its own.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from crawler.archive import FILE_NAME
from crawler.items import Article
from crawler.ledger import Ledger
from crawler.runs.folder import SiteFolder, read_report
from crawler.runs.run import Run, RunSettings

SITE = "alpha"


def article(number):
    made = Article(id=f"id{number}", url=f"http://alpha.example/{number}", site=SITE, title=f"Title {number}")
    made.paragraphs, made.kinds = [f"Paragraph of {number}. Spam"], ["text"]
    made.cut(0, len(f"Paragraph of {number}."), len(made.paragraphs[0]), stage="injection", reason="suffix")
    return made


def settings(output, compression=""):
    return RunSettings(output=output, commit_articles=3, commit_seconds=1e9, compression=compression)


def archive(run, one):
    """Keep a page as the archive does, one gzip member each."""
    try:
        run.writer.file(FILE_NAME).append(gzip.compress(one.url.encode() * 99, mtime=0))
    except OSError as error:
        run.stop(error)


def crawl(output, *, compression="", numbers=range(10)):
    """Do what a crawl does: take what is not finished, send it out by the three doors, close; gives the verdict."""
    run = Run(SITE, settings(output, compression))
    run.begin()
    run.counts.pages = 1
    run.ledger.urls.discovered(SITE, [article(number).url for number in numbers])
    for number in numbers:
        one = article(number)
        if run.ledger.urls.is_finished(one.url) or run.broken:
            continue
        archive(run, one)
        if number % 5 == 3:
            run.reject(one, "quality", "short", {})
        elif number % 5 == 4:
            run.fail(one.url, "gone: status 410", final=True)
        else:
            run.store(one)
        run.commit_if_due()
    return run.close("finished")


def outcome(output):
    """Give all lines of all runs, and check that every folder is final, whole and in agreement with its report."""
    doors = {door: Counter() for door in ("articles", "rejected", "failed", "trail")}
    folder = SiteFolder(output=output, site=SITE)
    for run in folder.runs():
        report = read_report(folder.run(run))
        assert report is not None, run
        lines = {door: read(folder.run(run), door) for door in doors}
        counts = report["counts"]
        assert counts["yielded"] == counts["stored"] + counts["rejected"] + counts["failed"]
        assert [len(lines[door]) for door in ("articles", "rejected", "failed")] == [
            counts["stored"],
            counts["rejected"],
            counts["failed"],
        ]
        assert not list(folder.run(run).glob(".*"))
        if (pages := folder.run(run) / FILE_NAME).exists():
            assert len(gzip.decompress(pages.read_bytes())) >= counts["yielded"]
        for door, found in lines.items():
            doors[door].update(
                json.dumps({k: v for k, v in line.items() if k not in {"run", "when"}}) for line in found
            )
    ledger = Ledger.open(output / "ledger.sqlite")
    assert ledger.runs.open_runs(SITE) == []
    assert ledger.urls.waiting(SITE) == []
    ledger.close()
    return doors


def read(folder: Path, door):
    packed = folder / f"{door}.jsonl.gz"
    assert not (packed.exists() and (folder / f"{door}.jsonl").exists())
    content = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / f"{door}.jsonl").read_bytes()
    assert content == b"" or content.endswith(b"\n")
    return [json.loads(line) for line in content.splitlines()]


if __name__ == "__main__":
    crawl(Path(sys.argv[1]), compression="".join(sys.argv[2:]))
