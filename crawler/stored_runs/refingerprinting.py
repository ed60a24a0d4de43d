"""The ledger's fingerprints checked against the run folders, and made anew from them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from crawler.items import Article
from crawler.jsonl import read_run
from crawler.ledger import Ledger
from crawler.ledger.fingerprints import Entry
from crawler.runs.counts import COPY
from crawler.runs.finding import run_folders
from pipelines.deduplication import standing_of
from pipelines.text.deduplication.best import Removal, injected_characters
from pipelines.text.deduplication.fingerprint import fingerprint


def seen_lines(folder: Path) -> Iterator[tuple[dict[str, Any], bool]]:
    """Give the lines of a run whose articles have fingerprints, with whether they were stored."""
    for line in read_run(folder, "articles"):
        yield line, True
    for line in read_run(folder, "rejected"):
        if (line["stage"], line["reason"]) == COPY:
            yield line, False


def check(output: Path, ledger: Ledger) -> list[str]:
    """Give a sentence for each thing that is wrong with the ledger, beside the files of the runs."""
    problems = ledger.problems()
    ids = (line["id"] for folder in run_folders(output) for line, _ in seen_lines(folder))
    missing = list(ledger.fingerprints.missing(ids))
    if missing:
        problems.append(f"{len(missing)} articles of the runs have no fingerprint, the first is {missing[0]}")
    return problems


def repair(output: Path, ledger: Ledger, ranks: dict[str, int], each: Callable[[], None]) -> int:
    """Make all fingerprints and groups anew from the run folders; gives the number of articles.

    Takes the rank of each site that has one, and what to call after each article.
    """
    count = 0

    def remakes() -> Iterator[Callable[[int], Entry]]:
        nonlocal count
        for folder in run_folders(output):
            removals = read_removals(folder)
            for line, stored in seen_lines(folder):
                yield partial(remake, line, ranks.get(line["site"], 0), removals.get(line["id"], []), stored)
                count += 1
                each()

    ledger.rebuild(remakes())
    return count


def read_removals(folder: Path) -> dict[str, list[Removal]]:
    """Give what was removed from each article of a run, by its id."""
    removals: dict[str, list[Removal]] = {}
    for edit in read_run(folder, "trail"):
        if edit["action"] != "mark":
            removal = Removal(edit["stage"], edit["action"] == "drop", edit["paragraph"], len(edit["removed"]))
            removals.setdefault(edit["id"], []).append(removal)
    return removals


def remake(line: dict[str, Any], rank: int, removals: Sequence[Removal], stored: bool, number: int) -> Entry:
    """Make the entry of a line."""
    article = Article(
        id=line["id"],
        url=line["url"],
        site=line["site"],
        canonical_url=line.get("canonical_url"),
        paragraphs=line["text"].split("\n"),
        published=line.get("published"),
        fetched=line.get("fetched") or "",
        marks=line.get("marks") or [],
    )
    return Entry(
        number=number,
        standing=standing_of(article, rank, injected_characters(removals, len(article.paragraphs))),
        site=article.site,
        stored=stored,
        fingerprint=fingerprint(article.text),
    )
