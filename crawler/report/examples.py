"""The articles shown in the report: enough of every kind of removal, each with its removals in place."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crawler.jsonl import read_run
from crawler.report.collect import Collected, RunFacts, newest_first
from crawler.trail import Marked, history_of

MOST_ARTICLES = 600
"""Articles in the page: about 1.5 MB, which a phone still opens at once."""

EACH = 12
"""Articles shown for one site, stage and reason."""

MOST_CHARACTERS = 1_600
"""Characters of one article: about a screen; paragraphs far from any removal are left out first."""

LONGEST_PARAGRAPH = 1_500
"""Characters shown of one stretch of text; its middle is left out."""


@dataclass(slots=True)
class Examples:
    """The articles shown, as plain values for the page, and how many there are in all."""

    articles: list[dict[str, Any]]
    of: int


def choose(collected: Collected) -> Examples:
    """Choose articles, the newest runs first, so that each site, stage and reason has its examples."""
    quota: Counter[tuple[str, ...]] = Counter()
    shown: list[dict[str, Any]] = []
    seen: set[str] = set()
    of = sum(run.count("stored") + run.count("rejected") for run in collected.runs)
    for run in newest_first(collected):
        room = MOST_ARTICLES - len(shown)
        if not room:
            break
        chosen = _chosen(run, quota, seen, room)
        trails: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for edit in read_run(run.folder, "trail"):
            if edit["id"] in chosen:
                trails[edit["id"]].append(edit)
        for door in ("articles", "rejected"):
            lines = (line for line in read_run(run.folder, door) if line["id"] in chosen)
            shown.extend(_example(line, trails[line["id"]], run) for line in lines)
        seen |= chosen
    return Examples(articles=shown, of=of)


def _chosen(run: RunFacts, quota: Counter[tuple[str, ...]], seen: set[str], room: int) -> set[str]:
    """Choose ids of a run that bring something of which there are too few examples."""
    chosen: set[str] = set()
    for article, keys in _keys(run):
        if len(chosen) >= room:
            break
        if article not in seen and any(quota[key] < EACH for key in keys):
            chosen.add(article)
            quota.update(keys)
    return chosen


def _keys(run: RunFacts) -> Iterator[tuple[str, set[tuple[str, ...]]]]:
    """Give each article of a run with the site, stage and reason of what was done to it."""
    for line in read_run(run.folder, "rejected"):
        yield line["id"], {(run.site, line["stage"], line["reason"])}
    current, keys = "", set[tuple[str, ...]]()
    for edit in read_run(run.folder, "trail"):
        if edit["id"] != current:
            if current:
                yield current, keys
            current, keys = edit["id"], set()
        keys.add((run.site, edit["stage"], edit["reason"]))
    if current:
        yield current, keys


def _example(line: Mapping[str, Any], trail: list[dict[str, Any]], run: RunFacts) -> dict[str, Any]:
    """Give an article as the page's script reads it."""
    reasons: list[list[str]] = []

    def why(edit: Mapping[str, Any] | None) -> int:
        """Give the number of a reason in the article's list of reasons, -1 for none."""
        if edit is None:
            return -1
        reason = [edit["stage"], edit["reason"], edit.get("evidence", "")]
        if reason not in reasons:
            reasons.append(reason)
        return reasons.index(reason)

    try:
        history = history_of(line, trail)
        title = _pieces(history.title, why)
        paragraphs = [_paragraph(paragraph, why) for paragraph in history.paragraphs]
        notes = [_note(note, why) for note in history.notes]
    except ValueError as error:
        title, notes = [[line["title"], 0, -1]], [f"the trail does not fit the text: {error}"]
        paragraphs = [{"p": [[text, 0, -1]]} for text in line["text"].split("\n")]
    example = {
        "id": line["id"],
        "url": line["url"],
        "site": line["site"],
        "run": run.run,
        "published": line.get("published"),
        "source": line.get("source"),
        "authors": line.get("authors") or [],
        "marks": line.get("marks") or [],
        "title": title,
        "body": _bounded(paragraphs),
        "notes": notes,
        "why": reasons,
        "stages": sorted({edit["stage"] for edit in trail} | ({line["stage"]} if "stage" in line else set())),
        "reasons": sorted({edit["reason"] for edit in trail} | ({line["reason"]} if "reason" in line else set())),
    }
    if "stage" in line:
        example["rejected"] = [line["stage"], line["reason"]]
    if "duplicate_url" in line:
        example["copy"] = [line["duplicate_url"], line.get("similarity"), line.get("duplicate_of")]
    return example


def _pieces(marked: Marked, why: Any) -> list[list[Any]]:
    """Give pieces as [text, 0 kept | 1 removed | 2 put, reason]."""
    pieces = []
    for piece in marked.pieces:
        if not piece.text:
            continue
        if piece.removed_by is not None:
            pieces.append([_shortened(piece.text), 1, why(piece.removed_by)])
        elif piece.put_by is not None:
            pieces.append([_shortened(piece.text), 2, why(piece.put_by)])
        else:
            pieces.append([_shortened(piece.text), 0, -1])
    return pieces


def _paragraph(marked: Marked, why: Any) -> dict[str, Any]:
    paragraph: dict[str, Any] = {"p": _pieces(marked, why)}
    if marked.dropped_by is not None:
        paragraph["d"] = why(marked.dropped_by)
    if marked.notes:
        paragraph["n"] = [_note(note, why) for note in marked.notes]
    return paragraph


def _note(edit: Mapping[str, Any], why: Any) -> str:
    why(edit)
    evidence = f" ({edit['evidence']})" if edit.get("evidence") else ""
    if edit.get("field"):
        before = f"{edit['removed']} → " if edit["removed"] else ""
        return f"{edit['field']}: {before}{edit.get('put', '')} — {edit['stage']}/{edit['reason']}{evidence}"
    return f"{edit.get('put', '')} — {edit['stage']}/{edit['reason']}{evidence}"


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_PARAGRAPH:
        return text
    half = LONGEST_PARAGRAPH // 2
    return f"{text[:half]} […{len(text) - 2 * half} characters…] {text[-half:]}"


def _bounded(paragraphs: list[dict[str, Any]]) -> list[Any]:
    """Keep what was changed and its neighbours; a number stands for that many paragraphs left out."""
    size = [sum(len(piece[0]) for piece in paragraph["p"]) for paragraph in paragraphs]
    if sum(size) <= MOST_CHARACTERS:
        return paragraphs
    changed = {
        at
        for at, paragraph in enumerate(paragraphs)
        if "d" in paragraph or "n" in paragraph or any(kind for _, kind, _ in paragraph["p"])
    }
    order = sorted(range(len(paragraphs)), key=lambda at: (min((abs(at - c) for c in changed), default=at), at))
    keep, left = set(), MOST_CHARACTERS
    for at in order:
        if left <= 0:
            break
        keep.add(at)
        left -= size[at]
    out: list[Any] = []
    for at, paragraph in enumerate(paragraphs):
        if at in keep:
            out.append(paragraph)
        elif out and isinstance(out[-1], int):
            out[-1] += 1
        else:
            out.append(1)
    return out
