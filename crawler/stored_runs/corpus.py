"""The corpus over all runs: the best copy of every article, with where else it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crawler.jsonl import read_run
from crawler.runs.finding import run_folders
from pipelines.deduplication import seconds_of
from pipelines.text.deduplication.best import LATE
from pipelines.text.deduplication.copies import compare
from pipelines.text.deduplication.fingerprint import fingerprint

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
    replaced: dict[str, list[dict[str, Any]]] = {}
    for folder in run_folders(output):
        for line in _stored(folder, ledger, tally, replaced):
            if (number := _chosen(ledger, line, tally)) is not None:
                yield _with_group(line, number, ledger, tally)
        for line in read_run(folder, "rejected"):
            if (line["stage"], line["reason"]) != ("deduplication", "copy"):
                continue
            if (number := _chosen(ledger, line, tally)) is not None:
                bare = {key: value for key, value in line.items() if key not in OF_A_REJECTION}
                yield _with_group(bare, number, ledger, tally)
    for line in chain.from_iterable(replaced.values()):  # the runs with what took their place were moved away
        if (number := _chosen(ledger, line, tally)) is not None:
            yield _with_group(line, number, ledger, tally)


def _stored(
    folder: Path, ledger: "Ledger", tally: Tally, replaced: dict[str, list[dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    """Give the stored lines of a run that are the newest of their pages, and older ones of other articles with copies.

    *replaced* holds the latter by id, from the run that stored them to the one that shows what took their place.
    """
    for line in read_run(folder, "articles"):
        known = ledger.urls.known(line["url"])
        if known is None or not known.run or known.run == folder.name:
            for before in replaced.pop(line["id"], ()):
                if before["text"] != line["text"]:
                    yield before
                else:
                    tally.older += 1
            yield line
        elif _stands_for_copies(ledger, line):
            replaced.setdefault(line["id"], []).append(line)
        else:
            tally.older += 1


def _chosen(ledger: "Ledger", line: Mapping[str, Any], tally: Tally) -> int | None:
    """Give the number of a line's article if it is the best of its group, 0 if it has none, else None."""
    places = ledger.groups.places(line["id"])
    if not places:
        return 0
    exact = _places_then(places, line)
    number = exact[-1] if exact else max(places)
    if not exact and not _is_text_of(number, line, ledger):
        return 0  # the page shows another article than the one that has copies
    if ledger.groups.best(places[number].family) == number:
        return number
    tally.copies += 1
    return None


def _places_then(places: Mapping[int, "Member"], line: Mapping[str, Any]) -> list[int]:
    """Give the version of a page that was seen when a line was fetched; none where its text had not changed."""
    fetched = seconds_of(line["fetched"])
    return [number for number, member in places.items() if member.fetched == fetched]


def _stands_for_copies(ledger: "Ledger", line: Mapping[str, Any]) -> bool:
    """Say whether a line, whose page was stored again later, is the best of its group all the same.

    The page shows another article by now, of which the copies elsewhere are none, or it has another title.
    """
    places = ledger.groups.places(line["id"])
    return any(ledger.groups.best(places[number].family) == number for number in _places_then(places, line))


def _is_text_of(number: int, line: Mapping[str, Any], ledger: "Ledger") -> bool:
    """Say whether a line has the text of an article in the ledger."""
    entry = ledger.fingerprints.entries([number]).get(number)
    mine = fingerprint(line["text"])
    if entry is None or entry.fingerprint.length != mine.length:
        return False
    pair = compare(mine, entry.fingerprint)
    return pair is not None and pair.covered == pair.covers == 1


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
