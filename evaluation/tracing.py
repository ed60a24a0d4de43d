"""What a cleaning did to each character of a polluted page: foreign ones left, genuine ones lost."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from crawler.items import Article, Edit
from evaluation.pollution.marked import GENUINE, Marked


@dataclass(slots=True, kw_only=True)
class Outcome:
    """Counts of characters; white space does not count."""

    foreign: Counter[str] = field(default_factory=Counter)
    """Foreign characters that were on the page, by pattern."""
    left: Counter[str] = field(default_factory=Counter)
    """Foreign characters that are still there, by pattern."""
    genuine: int = 0
    """Genuine characters that were on the page."""
    lost: int = 0
    """Genuine characters that are gone."""

    def add(self, other: "Outcome") -> None:
        """Add the counts of another page."""
        self.foreign.update(other.foreign)
        self.left.update(other.left)
        self.genuine += other.genuine
        self.lost += other.lost


@dataclass(slots=True)
class Line:
    """A line on its way: its characters, where each comes from, and the genuine text it had."""

    text: str
    origin: list[str]
    truth: str
    lost: int = 0

    @classmethod
    def of(cls, marked: Marked) -> "Line":
        """Start with a line of a polluted page."""
        return cls(marked.text, list(marked.origin), genuine_part(marked.text, marked.origin))

    def edit(self, start: int, removed: str, put: str, *, repair: bool) -> None:
        """Make one change and count the genuine characters that it took away for good.

        What a *repair* puts in is genuine; otherwise it is what it was put for.
        """
        end = start + len(removed)
        taken = self.origin[start:end]
        gone = sum(origin == GENUINE and not char.isspace() for char, origin in zip(removed, taken, strict=True))
        self.lost += max(0, gone - len(put))
        origin = taken[0] if taken and len(set(taken)) == 1 and not repair else GENUINE
        self.text = self.text[:start] + put + self.text[end:]
        self.origin[start:end] = [origin] * len(put)


def genuine_part(text: str, origin: list[str]) -> str:
    """Give the genuine characters of a line, without white space."""
    return "".join(char for char, source in zip(text, origin, strict=True) if source == GENUINE and not char.isspace())


def trace(title: Marked, lines: list[Marked], article: Article, *, refused: bool) -> Outcome:
    """Follow an article's trail from what extraction gave to what came out.

    Takes the polluted title and lines, the article as the stages left it, and whether it was refused; gives the
    counts. A line that ends as its own truth has lost nothing and kept nothing foreign, even if equal characters of
    another place were cut.
    """
    outcome = Outcome()
    head = Line.of(title)
    all_lines = [Line.of(line) for line in lines]
    for line in (head, *all_lines):
        count(outcome.foreign, line)
        outcome.genuine += len(line.truth)
    now = list(all_lines)
    for edit in article.trail:
        follow(head, now, edit)
    if refused:
        outcome.lost = outcome.genuine
        return outcome
    kept = [head, *now]
    for line in kept:
        if line.truth and form("".join(line.text.split())) == form(line.truth):
            continue
        outcome.lost += line.lost
        count(outcome.left, line)
    outcome.lost += sum(len(line.truth) for line in all_lines if not any(line is other for other in now))
    return outcome


def follow(head: Line, now: list[Line], edit: Edit) -> None:
    """Make one change of the trail."""
    if edit.action == "mark":
        return
    if edit.action == "drop":
        now.pop(edit.paragraph or 0)
        return
    (head if edit.paragraph is None else now[edit.paragraph]).edit(
        edit.start, edit.removed, edit.put, repair=edit.stage != "normalization"
    )


def form(text: str) -> str:
    """Give the form in which two texts are the same."""
    return unicodedata.normalize("NFC", text)


def count(counter: Counter[str], line: Line) -> None:
    """Count a line's foreign characters by pattern."""
    for char, origin in zip(line.text, line.origin, strict=True):
        if origin != GENUINE and not char.isspace():
            counter[origin] += 1
