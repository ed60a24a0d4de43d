"""What is going on, live on a terminal and silent everywhere else."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from crawler.pretty import shown

SHOWN_SITES = 15
"""Sites on the screen, those with the most pages first."""

PER_SECOND = 4
"""How often the screen is drawn."""


@dataclass(slots=True)
class SiteCounts:
    """What one site came to so far."""

    pages: int = 0
    articles: int = 0
    duplicates: int = 0
    rejected: int = 0
    failed: int = 0
    done: bool = False


@dataclass(slots=True)
class Watch:
    """The counts that are shown; they are kept whether or not anything is."""

    title: str
    total: int | None = None
    """Articles to come, where that is known."""
    sites: dict[str, SiteCounts] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)

    def of(self, site: str) -> SiteCounts:
        """Give the counts of a site."""
        return self.sites.setdefault(site, SiteCounts())

    def article(self, site: str, door: str, *, copy: bool = False) -> None:
        """Count an article that left by a door: `articles`, `rejected` or `failed`."""
        counts = self.of(site)
        if door == "articles":
            counts.articles += 1
        elif door == "failed":
            counts.failed += 1
        elif copy:
            counts.duplicates += 1
        else:
            counts.rejected += 1

    def __rich__(self) -> Table:
        seconds = max(time.monotonic() - self.began, 0.001)
        sums = SiteCounts()
        for counts in self.sites.values():
            for name in ("pages", "articles", "duplicates", "rejected", "failed"):
                setattr(sums, name, getattr(sums, name) + getattr(counts, name))
        done = sums.articles + sums.duplicates + sums.rejected + sums.failed
        of = f" of {self.total}" if self.total else ""
        rate = f"{max(sums.pages, done) / seconds:.0f} a second"
        table = Table(title=f"{self.title}: {done}{of} articles, {rate}, {seconds:.0f} s", title_justify="left")
        table.add_column("site")
        for name in ("pages", "articles", "copies", "rejected", "failed"):
            table.add_column(name, justify="right")
        ranked = sorted(self.sites.items(), key=lambda item: (item[1].done, -item[1].pages - item[1].articles, item[0]))
        for site, counts in ranked[:SHOWN_SITES]:
            table.add_row(Text(shown(site or "-"), "dim" if counts.done else ""), *_row(counts))
        if len(ranked) > 1:
            more = f" ({len(ranked) - SHOWN_SITES} more not shown)" if len(ranked) > SHOWN_SITES else ""
            table.add_section()
            table.add_row(f"{len(ranked)} sites{more}", *_row(sums))
        return table


def _row(counts: SiteCounts) -> list[str]:
    return [str(getattr(counts, name)) for name in ("pages", "articles", "duplicates", "rejected", "failed")]


@contextmanager
def watch(title: str, total: int | None = None) -> Iterator[Watch]:
    """Show counts live on standard error while the block runs, if that is a terminal; gives the counts to be kept."""
    state = Watch(title=title, total=total)
    console = Console(stderr=True, highlight=False)
    if not (console.is_terminal and sys.stderr.isatty()):
        yield state
        return
    with Live(state, console=console, refresh_per_second=PER_SECOND, transient=True):
        yield state
