"""The counts of a run: kept while it writes, and counted again from its files."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crawler.runs.files import count_lines
from crawler.runs.folder import DOORS

STAGES = (
    "normalization",
    "template",
    "injection",
    "byline",
    "spinning",
    "quality",
    "deduplication",
    "storage",
)
"""The stages in their order: each has its row of removed characters, also where it removed none."""

COPY = ("deduplication", "copy")
"""Stage and reason of a rejected copy: the articles that count as duplicates."""


@dataclass(slots=True, kw_only=True)
class Counts:
    """What a run did, in numbers."""

    pages: int = 0
    """Answers that held a page, robots.txt aside."""
    stored: int = 0
    rejected: int = 0
    failed: int = 0
    duplicates: int = 0
    """Rejected articles that are copies of others."""
    removed_characters: Counter[str] = field(default_factory=Counter)
    """Characters taken out of the text, by stage."""
    rejects: Counter[str] = field(default_factory=Counter)
    """Rejected articles by reason."""
    failures: Counter[str] = field(default_factory=Counter)
    """What failed, by the first words of its error."""
    first_failure: str = ""
    """The error of the first page that failed, in full."""
    found: int = 0
    """Article URLs that the site listed."""
    known: int = 0
    """Those of them that had been finished by earlier runs."""
    unchanged: int = 0
    """List pages, feeds and sitemaps that answered 304."""
    again: int = 0
    """Rejected and failed articles that gave none in an earlier run either, and those that gave one and were taken down."""

    waiting: int = 0
    """Article URLs that wait for the next run when this one ends."""

    @property
    def yielded(self) -> int:
        """Articles that the spider yielded, and pages that never became one."""
        return self.stored + self.rejected + self.failed

    def add_edits(self, edits: Iterable[Mapping[str, Any]]) -> None:
        """Count the trail lines of an article that was stored or rejected."""
        for edit in edits:
            if edit["action"] != "mark":
                self.removed_characters[edit["stage"]] += len(edit["removed"])

    def add_reject(self, stage: str, reason: str) -> None:
        """Count a rejected article."""
        self.rejected += 1
        self.rejects[reason] += 1
        self.duplicates += (stage, reason) == COPY

    def add_failure(self, error: str) -> None:
        """Count an article or page that failed."""
        self.failed += 1
        self.failures[error.partition(":")[0]] += 1
        self.first_failure = self.first_failure or error

    def as_report(self) -> dict[str, Any]:
        """Give the `counts` of `run.json`."""
        return {
            "pages": self.pages,
            "yielded": self.yielded,
            "stored": self.stored,
            "rejected": self.rejected,
            "failed": self.failed,
            "duplicates": self.duplicates,
            "removed_characters": dict.fromkeys(STAGES, 0) | dict(sorted(self.removed_characters.items())),
            "rejects": dict(sorted(self.rejects.items())),
            "failures": dict(sorted(self.failures.items())),
            "found": self.found,
            "known": self.known,
            "unchanged": self.unchanged,
            "again": self.again,
            "waiting": self.waiting,
        }


def recount(folder: Path, pages: Mapping[str, Any]) -> Counts:
    """Count the plain files of a run again; *pages* are the counts of its last commit, for what files do not tell.

    Raises ValueError for a file that ends within a line or holds a line that is no JSON.
    """
    counts = Counts()
    for name in ("pages", "found", "known", "unchanged", "again", "waiting"):
        setattr(counts, name, int(pages.get(name, 0)))
    counts.stored = count_lines(folder / "articles.jsonl")
    count_lines(folder / "failed.jsonl")
    count_lines(folder / "rejected.jsonl")
    count_lines(folder / "trail.jsonl")
    with (folder / "rejected.jsonl").open("rb") as lines:
        for line in map(json.loads, lines):
            counts.add_reject(line["stage"], line["reason"])
    with (folder / "failed.jsonl").open("rb") as lines:
        for line in map(json.loads, lines):
            counts.add_failure(line["error"])
    with (folder / "trail.jsonl").open("rb") as lines:
        counts.add_edits(map(json.loads, lines))
    return counts


def disagreement(folder: Path, counts: Counts) -> str | None:
    """Say where the lines of a run's plain files differ from its counts; None where they agree."""
    said = (counts.stored, counts.rejected, counts.failed)
    for door, number in zip(DOORS, said, strict=True):
        try:
            lines = count_lines(folder / f"{door}.jsonl")
        except (OSError, ValueError) as error:
            return str(error)
        if lines != number:
            return f"{door}.jsonl has {lines} lines where {number} were counted"
    return None
