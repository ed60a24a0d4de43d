"""The corpus over all runs: the best copy of every article, with where else it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crawler.jsonl import read_run
from crawler.runs.finding import run_folders
from pipelines.deduplication import seconds_of
from pipelines.text.deduplication.best import LATE

if TYPE_CHECKING:
    from crawler.ledger import Ledger
    from crawler.ledger.fingerprints import Entry
    from crawler.ledger.groups import Member

OF_A_REJECTION = (
    *("stage", "reason", "duplicate_of", "duplicate_url", "similarity", "containment", "evidence", "joins"),
)
"""Keys of a rejected copy's line that it loses when it is the best of its group after all."""


@dataclass(slots=True)
class Tally:
    """What the corpus was made of."""

    articles: int = 0
    """Lines of the corpus."""
    groups: int = 0
    """Those of them that have copies elsewhere."""
    copies: int = 0
    """Articles left out because another copy of them is better."""
    older: int = 0
    """Articles left out because the page was stored again later."""


def corpus_lines(output: Path, ledger: "Ledger", tally: Tally) -> Iterator[dict[str, Any]]:
    """Give the line of the best copy of every article, in the order of the runs, with its group; one at a time.

    Of each group the ledger has chosen one member, stored or rejected as a copy; its line is that of the run's file, and
    has `group`: the group's `size` and its other `copies`, the likest first, with `similarity` and `containment` where
    the two were compared. Raises FileNotFoundError where there is no run, ValueError for a damaged file.
    """
    for folder in run_folders(output):
        for line in read_run(folder, "articles"):
            known = ledger.urls.known(line["url"])
            if known is not None and known.run and known.run != folder.name:
                tally.older += 1
            elif (number := _chosen(ledger, line, tally)) is not None:
                yield _with_group(line, number, ledger, tally)
        for line in read_run(folder, "rejected"):
            if (line["stage"], line["reason"]) != ("deduplication", "copy"):
                continue
            if (number := _chosen(ledger, line, tally)) is not None:
                bare = {key: value for key, value in line.items() if key not in OF_A_REJECTION}
                yield _with_group(bare, number, ledger, tally)


def _chosen(ledger: "Ledger", line: Mapping[str, Any], tally: Tally) -> int | None:
    """Give the number of a line's article if it is the best of its group, 0 if it has none, else None."""
    places = ledger.groups.places(line["id"])
    if not places:
        return 0
    number, member = _place_of(places, seconds_of(line["fetched"]))
    if member.best:
        return number
    tally.copies += 1
    return None


def _place_of(places: Mapping[int, "Member"], fetched: int) -> tuple[int, "Member"]:
    """Give the version that was fetched then; a line whose text had not changed stands for the newest."""
    exact = [(number, member) for number, member in places.items() if member.fetched == fetched]
    return exact[-1] if exact else max(places.items())


def _with_group(line: dict[str, Any], number: int, ledger: "Ledger", tally: Tally) -> dict[str, Any]:
    tally.articles += 1
    if not number:
        return line | {"group": {"size": 1, "copies": []}}
    tally.groups += 1
    pairs = ledger.groups.pairs(number)
    member = ledger.groups.member(number)
    members = ledger.groups.family(member.family) if member else {}
    entries = ledger.fingerprints.entries(other for other in members if other != number)
    copies = {entry.standing.id: _copy(entry) for entry in entries.values() if entry.standing.id != line["id"]}
    for other, entry in entries.items():
        if other in pairs and entry.standing.id in copies:
            pair = pairs[other]
            copies[entry.standing.id] |= {
                "similarity": round(pair.likeness, 3),
                "containment": [round(pair.covered, 3), round(pair.covers, 3)],
            }
    ordered = sorted(copies.values(), key=lambda copy: (-copy.get("similarity", 0), copy["fetched"], copy["id"]))
    return line | {"duplicates": len(ordered), "group": {"size": len(ordered) + 1, "copies": ordered}}


def _copy(entry: "Entry") -> dict[str, Any]:
    standing = entry.standing
    return {
        "id": standing.id,
        "url": standing.url,
        "site": entry.site,
        "stored": entry.stored,
        "published": _time(standing.published * 60) if standing.published < LATE else None,
        "fetched": _time(standing.fetched),
    }


def _time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
