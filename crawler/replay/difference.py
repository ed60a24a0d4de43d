"""What changed between two states of an article, and the sum of that over a replay."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from crawler.replay.pieces import Change, changed_paragraphs, pieces_of
from crawler.trail import paragraphs_of

MOST_DETAILS = 5_000
"""Articles whose changes are kept for the printout; later ones are counted and named only."""

NOT_COMPARED = frozenset({"title", "text", "id", "stage", "reason"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An article that reads differently now."""

    id: str
    url: str
    title: list[Change]
    """Pieces of the title; empty if it is as it was."""
    paragraphs: list[list[Change]]
    """Pieces of each paragraph that changed; one that came or went is a single piece."""
    fields: dict[str, tuple[Any, Any]]
    """Other keys of the line that changed, before and after."""

    def as_json(self) -> dict[str, Any]:
        """Give this as a JSON object: spans that changed, without what stayed."""
        spans = [[list(piece) for piece in pieces if piece[0] != piece[1]] for pieces in self.paragraphs]
        value: dict[str, Any] = {"id": self.id, "url": self.url, "text": spans}
        if self.title:
            value["title"] = [list(piece) for piece in self.title if piece[0] != piece[1]]
        if self.fields:
            value["fields"] = {name: list(pair) for name, pair in self.fields.items()}
        return value


@dataclass(slots=True)
class Difference:
    """What a replay changed."""

    new: list[tuple[str, str, str]] = field(default_factory=list)
    """Stored now and not before: id, URL, and why it was not."""
    gone: list[tuple[str, str, str]] = field(default_factory=list)
    """Stored before and not now: id, URL, and why it is not."""
    changed: list[Changed] = field(default_factory=list)
    changed_more: list[str] = field(default_factory=list)
    """Ids of further changed articles."""
    unchanged: int = 0
    rejected_otherwise: list[tuple[str, str, str]] = field(default_factory=list)
    """Rejected before and now, for another reason or in another state: id, URL, and what is different."""
    stored: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    """Rejected now, by stage and reason."""
    failed: int = 0
    notes: list[str] = field(default_factory=list)
    """What is to be said of the sources: a sentence for each that is cut off."""

    def add(self, article: str, door: str, now: Mapping[str, Any], before: Mapping[str, Any] | None) -> None:
        """Take what became of one article; *before* is its old line, None for one that had none."""
        why = f"{now['stage']}/{now['reason']}" if door == "rejected" else str(now.get("error", ""))
        self.stored += door == "articles"
        self.failed += door == "failed"
        if door == "rejected":
            self.rejected[why] += 1
        was_stored = before is not None and "stage" not in before
        if door == "articles" and not was_stored:
            reason = f"was rejected: {before['stage']}/{before.get('reason')}" if before is not None else ""
            self.new.append((article, now["url"], reason))
        elif door != "articles" and was_stored:
            self.gone.append((article, now["url"], why))
        elif before is not None and door == "articles":
            self._compare(article, now, before)
        elif before is not None:
            self._compare_rejected(article, why, now, before)

    def missing(self, line: Mapping[str, Any]) -> None:
        """Take an article that was stored before and did not come by again."""
        self.gone.append((line["id"], line["url"], "not in the archive"))

    @property
    def is_empty(self) -> bool:
        """Say whether every article is as it was."""
        return not (self.new or self.gone or self.changed or self.rejected_otherwise)

    def _compare(self, article: str, now: Mapping[str, Any], before: Mapping[str, Any]) -> None:
        changed = compare(article, before, now)
        if changed is None:
            self.unchanged += 1
        elif len(self.changed) < MOST_DETAILS:
            self.changed.append(changed)
        else:
            self.changed_more.append(article)

    def _compare_rejected(self, article: str, why: str, now: Mapping[str, Any], before: Mapping[str, Any]) -> None:
        old = f"{before['stage']}/{before.get('reason')}"
        if old != why:
            self.rejected_otherwise.append((article, now["url"], f"{old} → {why}"))
        elif compare(article, before, now) is not None:
            self.rejected_otherwise.append((article, now["url"], f"{why}, with another text or other facts"))

    def as_json(self) -> dict[str, Any]:
        """Give this as a JSON object."""

        def named(items: list[tuple[str, str, str]]) -> list[dict[str, str]]:
            return [{"id": article, "url": url, "why": why} for article, url, why in items]

        return {
            "stored": self.stored,
            "rejected": dict(self.rejected.most_common()),
            "failed": self.failed,
            "unchanged": self.unchanged,
            "new": named(self.new),
            "gone": named(self.gone),
            "changed": [changed.as_json() for changed in self.changed] + [{"id": name} for name in self.changed_more],
            "rejected_otherwise": named(self.rejected_otherwise),
            "notes": self.notes,
        }


def compare(article: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> Changed | None:
    """Say how an article changed, None if it did not; only keys that it had before are compared."""
    fields = {
        name: (before[name], now.get(name))
        for name in before
        if name in now and name not in NOT_COMPARED and before[name] != now[name]
    }
    title, text = before.get("title") or "", before.get("text")
    if text is None:
        text = "\n".join(before.get("paragraphs") or ())
    if not fields and title == now["title"] and text == now["text"]:
        return None
    return Changed(
        id=article,
        url=now["url"],
        title=pieces_of(title, now["title"]) if title != now["title"] else [],
        paragraphs=changed_paragraphs(paragraphs_of(text), paragraphs_of(now["text"])),
        fields=fields,
    )
