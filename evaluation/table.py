"""What a measurement gives, and how a table of them looks."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Column, Table

WIDE = 240
"""Characters of a line where nobody looks at a terminal: a figure and a dozen tools."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure."""

    part: str
    """What is measured: `extraction`, `hygiene`, `deduplication`, or a benchmark's name."""
    subject: str
    """On what: a folder of the corpora, a pattern, a kind of article."""
    measure: str
    """The figure's name: `f1`, `lost_share`, `pages_per_second`."""
    value: float
    """The figure."""
    tool: str = "squeegee"
    """Whose figure it is."""

    @property
    def key(self) -> str:
        """Name the figure as the floors do: `extraction/gne-zh/f1`."""
        return f"{self.part}/{self.subject}/{self.measure}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A bound that a figure must hold."""

    key: str
    """The figure, as `Row.key` names it."""
    bound: float
    """The least, or with *most* the greatest, value that is accepted."""
    most: bool = False
    """Whether smaller is better."""

    def holds(self, value: float) -> bool:
        """Say whether a value is accepted."""
        return value <= self.bound if self.most else value >= self.bound


def show(rows: Iterable[Row], floors: Sequence[Floor] = ()) -> None:
    """Print figures as a table, with the floor of each and whether it holds; one column for each tool."""
    # A file or a log has no width of its own; what is cut off there is lost.
    console = Console() if sys.stdout.isatty() else Console(width=WIDE)
    bounds = {floor.key: floor for floor in floors}
    figures: dict[str, dict[str, float]] = {}
    for row in rows:
        figures.setdefault(row.key, {})[row.tool] = row.value
    tools = list(dict.fromkeys(tool for by_tool in figures.values() for tool in by_tool))
    table = Table(Column("figure", no_wrap=True), *tools, "floor", "")
    for key, by_tool in figures.items():
        cells = [_number(by_tool[tool]) if tool in by_tool else "" for tool in tools]
        floor = bounds.get(key)
        bound = "" if floor is None else f"{'≤' if floor.most else '≥'} {_number(floor.bound)}"
        verdict = "" if floor is None else "ok" if floor.holds(by_tool.get("squeegee", float("nan"))) else "BELOW"
        table.add_row(key, *cells, bound, verdict)
    console.print(table)


def missed(rows: Iterable[Row], floors: Iterable[Floor]) -> list[str]:
    """Give a sentence for each floor that does not hold or whose figure is missing."""
    figures = {row.key: row.value for row in rows if row.tool == "squeegee"}
    sentences = []
    for floor in floors:
        if floor.key not in figures:
            sentences.append(f"{floor.key}: not measured")
        elif not floor.holds(figures[floor.key]):
            sentences.append(
                f"{floor.key}: {_number(figures[floor.key])}, "
                f"{'at most' if floor.most else 'at least'} {_number(floor.bound)} is pinned"
            )
    return sentences


def _number(value: float) -> str:
    """Write a figure with the digits that matter."""
    if value != value:  # noqa: PLR0124 - NaN
        return "–"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
