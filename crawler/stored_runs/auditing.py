"""Runs looked at afterwards: what the stages did there, and one article with its trail."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crawler.jsonl import SUFFIXES, read_lines, read_run
from crawler.urls import one_form

DOORS = ("articles", "rejected")
"""Files that hold whole articles."""

MOST_EXAMPLES = 2_000
"""Different removed texts counted for one reason; what comes later is counted only if it is among them."""

MOST_NAMED = 3
"""Ids named where the beginning of one fits several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines of a trail, and which rejections, count."""

    stage: str | None = None
    reason: str | None = None
    site: str | None = None

    def takes(self, line: Mapping[str, Any]) -> bool:
        """Say whether a line with `stage` and `reason` counts."""
        return (self.stage is None or line["stage"] == self.stage) and (
            self.reason is None or line["reason"] == self.reason
        )


@dataclass(slots=True)
class Tally:
    """What was done for one reason of one stage."""

    times: int = 0
    articles: int = 0
    characters: int = 0
    """Characters taken out."""
    sites: Counter[str] = field(default_factory=Counter)
    examples: Counter[str] = field(default_factory=Counter)
    """Removed texts (of rejections, titles), with how often each was removed."""

    def note(self, text: str) -> None:
        """Count a text among the examples, if there is room or it is among them."""
        if text and (text in self.examples or len(self.examples) < MOST_EXAMPLES):
            self.examples[text] += 1


@dataclass(slots=True)
class Summary:
    """What the stages did in some runs."""

    runs: int = 0
    stored: int = 0
    rejected: int = 0
    failed: int = 0
    edits: dict[tuple[str, str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    """By stage, action and reason; action is `drop`, `cut`, `replace` or `mark`, as in the trail."""
    rejections: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    """By stage and reason."""
    errors: Counter[str] = field(default_factory=Counter)
    """What made pages fail, by the words before the first colon."""


def summarise(folders: list[Path], wanted: Wanted) -> Summary:
    """Read runs through once and count."""
    summary = Summary()
    for folder in folders:
        summary.runs += 1
        sites = _doors(folder, wanted, summary)
        last: dict[tuple[str, str, str], str] = {}
        for line in read_run(folder, "trail"):
            site = sites.get(line["id"])
            if site is None or not wanted.takes(line):
                continue
            key = (line["stage"], line["action"], line["reason"])
            tally = summary.edits[key]
            # The lines of one article stand together, so that the one before tells whether it is new. A line that fills
            # a field takes nothing out of the text.
            is_fill = bool(line.get("field"))
            _add(tally, site, "" if is_fill else line["removed"], new=last.get(key) != line["id"])
            last[key] = line["id"]
            if line["action"] == "mark" and not is_fill:
                tally.examples[line.get("put", "")] += 1
    return summary


def _doors(folder: Path, wanted: Wanted, summary: Summary) -> dict[str, str]:
    """Count what left a run by each door; gives the site of every article that is wanted."""
    sites: dict[str, str] = {}
    for door in DOORS:
        for line in read_run(folder, door):
            if wanted.site is not None and line["site"] != wanted.site:
                continue
            sites[line["id"]] = line["site"]
            if door == "articles":
                summary.stored += 1
                continue
            summary.rejected += 1
            if wanted.takes(line):
                tally = summary.rejections[line["stage"], line["reason"]]
                _add(tally, line["site"], "", new=True)
                tally.note(line["title"])
    # Their lines name no site. A run is of one, but for that of a replay, whose folder is called after none.
    for line in read_run(folder, "failed") if wanted.site in {None, folder.parent.name} else ():
        summary.failed += 1
        summary.errors[line["error"].partition(":")[0]] += 1
    return sites


def _add(tally: Tally, site: str, text: str, *, new: bool) -> None:
    tally.times += 1
    tally.articles += new
    tally.characters += len(text)
    tally.sites[site] += 1
    tally.note(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article of a run."""

    line: dict[str, Any]
    trail: list[dict[str, Any]]
    folder: Path
    door: str
    """`articles` or `rejected`."""


class SeveralIdsError(Exception):
    """What was given is the beginning of the ids of several articles."""


def find_article(folders: list[Path], article_id: str) -> Found | None:
    """Look an article up by its id, the beginning of it, or its URL; the newest run that has it counts.

    Raises SeveralIdsError for the beginning of several.
    """
    url = one_form(article_id)
    begun: dict[str, tuple[dict[str, Any], Path, str]] = {}
    for folder, door in ((folder, door) for folder in reversed(folders) for door in DOORS):
        for line in read_run(folder, door):
            if line["id"] == article_id or line["url"] == url:
                return _found(line, folder, door)
            if line["id"].startswith(article_id):
                begun.setdefault(line["id"], (line, folder, door))
    if len(begun) > 1:
        some = ", ".join(sorted(begun)[:MOST_NAMED]) + (", …" if len(begun) > MOST_NAMED else "")
        raise SeveralIdsError(f"{len(begun)} articles have an id that begins with {article_id!r}: {some}")
    return next((_found(*place) for place in begun.values()), None)


def find_failure(folders: list[Path], url: str) -> dict[str, Any] | None:
    """Give the newest line of `failed.jsonl` for a URL, None where no run has one."""
    url = one_form(url)
    failures = (line for folder in reversed(folders) for line in read_run(folder, "failed") if line["url"] == url)
    return next(failures, None)


def _found(line: dict[str, Any], folder: Path, door: str) -> Found:
    trail = [edit for edit in read_run(folder, "trail") if edit["id"] == line["id"]]
    return Found(line=line, trail=trail, folder=folder, door=door)


def find_in_files(paths: list[Path], article_id: str) -> dict[str, Any] | None:
    """Look the line of an article up in many files without reading every line as JSON."""
    needle = article_id.encode()
    for path in paths:
        for line in read_lines(path, only=needle):
            if line.get("id") == article_id:
                return line
    return None


def article_files(output: Path) -> Iterator[Path]:
    """Give the files of stored articles under an output folder, the newest first."""
    names = [f"*/*/articles.jsonl{suffix}" for suffix in SUFFIXES]
    paths = {path.resolve() for name in names for path in output.glob(name)}
    yield from sorted(paths, key=lambda path: path.parent.name, reverse=True)
