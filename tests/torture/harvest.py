"""What a crawl left: its lines, and everything that is wrong with them."""

import gzip
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import zstandard

from crawler.items import restore
from crawler.ledger import Ledger

SAME = ("id", "url", "site", "title", "text", "authors", "source", "published", "language", "marks")
"""Keys of an article that must not depend on how often its crawl was killed."""


def read(path: Path) -> tuple[list[dict[str, Any]], int]:
    """Give the lines of a file, plain or compressed, and how many of them are torn."""
    found = [path, path.with_name(path.name + ".gz"), path.with_name(path.name + ".zst")]
    found = [one for one in found if one.exists()]
    if len(found) != 1:
        return [], 1
    content = found[0].read_bytes()
    if found[0].suffix == ".gz":
        content = gzip.decompress(content)
    elif found[0].suffix == ".zst":
        content = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(content)).read()
    lines, torn = [], int(bool(content) and not content.endswith(b"\n"))
    for line in content.splitlines():
        try:
            lines.append(json.loads(line))
        except ValueError:
            torn += 1
    return lines, torn


def is_whole(path: Path) -> bool:
    """Say whether an archive can be read to its end, or is missing: a run may die before its first page."""
    try:
        return not path.exists() or gzip.decompress(path.read_bytes()) is not None
    except (EOFError, gzip.BadGzipFile):
        return False


class Harvest:
    """All runs of an output folder."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.articles: dict[tuple[str, str], dict[str, Any]] = {}
        """Stored articles by site and id."""
        self.other: Counter[str] = Counter()
        """Rejected and failed URLs, with their door."""
        self.raw: dict[tuple[str, str], Any] = {}
        """Title and paragraphs as extraction gave them, by site and id."""
        self.faults: Counter[str] = Counter()
        """What is wrong, by kind: doubled, torn, unsealed, disagreeing."""
        for folder in sorted(output.glob("plain*/*Z")):
            self._add(folder)

    def _add(self, folder: Path) -> None:
        doors = {}
        for door in ("articles", "rejected", "failed", "trail"):
            doors[door], torn = read(folder / f"{door}.jsonl")
            self.faults["torn"] += torn
        self.faults["torn"] += not is_whole(folder / "pages.warc.gz")
        try:
            report = json.loads((folder / "run.json").read_text())
        except (OSError, ValueError):
            self.faults["unsealed"] += 1
            return
        counts = [report["counts"][name] for name in ("stored", "rejected", "failed")]
        agrees = counts == [len(doors[door]) for door in ("articles", "rejected", "failed")]
        self.faults["disagreeing"] += not agrees or sum(counts) != report["counts"]["yielded"]
        self.faults["disagreeing"] += len(list(folder.glob(".*")))
        trails: dict[str, list[dict[str, Any]]] = {}
        for edit in doors["trail"]:
            trails.setdefault(edit["id"], []).append(edit)
        for line in doors["articles"]:
            key = (line["site"], line["id"])
            self.faults["doubled"] += key in self.articles
            self.articles[key] = {name: line[name] for name in SAME}
            self.raw[key] = restore(line["title"], line["text"].split("\n"), trails.pop(line["id"], []))
        for line in doors["rejected"]:
            self.other[f"rejected {line['reason']} {line['url']}"] += 1
            trails.pop(line["id"], None)
        for line in doors["failed"]:
            self.other[f"failed {line['url']}"] += 1
        self.faults["disagreeing"] += len(trails)

    def check_ledger(self) -> None:
        """Compare the ledger with the lines."""
        ledger = Ledger.open(self.output / "ledger.sqlite")
        for site in ledger.runs.sites():
            self.faults["disagreeing"] += len(ledger.runs.open_runs(site)) + len(ledger.urls.waiting(site))
            stored = sum(key[0] == site for key in self.articles)
            self.faults["disagreeing"] += ledger.urls.counts(site).get("stored", 0) != stored
        ledger.close()

    def compare(self, whole: "Harvest") -> Counter[str]:
        """Give everything that is wrong with this harvest, with *whole* from an undisturbed crawl beside it."""
        self.check_ledger()
        faults = Counter(self.faults)
        faults["lost"] = len(whole.articles.keys() - self.articles.keys())
        faults["extra"] = len(self.articles.keys() - whole.articles.keys())
        common = whole.articles.keys() & self.articles.keys()
        faults["changed"] = sum(whole.articles[key] != self.articles[key] for key in common)
        faults["changed"] += sum(whole.raw[key] != self.raw[key] for key in common)
        faults["other doors"] = sum(((whole.other - self.other) + (self.other - whole.other)).values())
        return +faults
