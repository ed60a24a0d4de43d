"""What is going on, live on a terminal and silent everywhere else."""

import logging
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from crawler.command_line.pretty import shown

SHOWN_SITES = 15
"""Sites on the screen, those with the most pages first."""

PER_SECOND = 4
"""How often the screen is drawn."""


COUNTS = {
    "pages": "pages",
    "articles": "articles",
    "duplicates": "copies",
    "rejected": "rejected",
    "failed": "failed",
}
"""What is counted, with the names of the columns."""


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

    def sums(self) -> SiteCounts:
        """Give the counts of all sites together."""
        sums = SiteCounts()
        for counts in self.sites.values():
            for name in COUNTS:
                setattr(sums, name, getattr(sums, name) + getattr(counts, name))
        return sums

    def heading(self) -> str:
        """Give the sum in one line: articles, rate, time."""
        sums, seconds = self.sums(), max(time.monotonic() - self.began, 0.001)
        done = sums.articles + sums.duplicates + sums.rejected + sums.failed
        of = f" of {self.total}" if self.total else ""
        what = "pages" if sums.pages else "articles"  # a replay fetches none
        rate = max(sums.pages, done) / seconds
        return f"{self.title}: {done}{of} articles, {rate:.0f} {what} a second, {seconds:.0f} s"

    def __rich__(self) -> Table:
        table = Table(title=self.heading(), title_justify="left")
        table.add_column("site")
        for name in COUNTS.values():
            table.add_column(name, justify="right")
        ranked = sorted(self.sites.items(), key=lambda item: (item[1].done, -item[1].pages - item[1].articles, item[0]))
        for site, counts in ranked[:SHOWN_SITES]:
            table.add_row(Text(shown(site or "-"), "dim" if counts.done else ""), *_row(counts))
        if len(ranked) > 1:
            more = f" ({len(ranked) - SHOWN_SITES} more not shown)" if len(ranked) > SHOWN_SITES else ""
            table.add_section()
            table.add_row(f"{len(ranked)} sites{more}", *_row(self.sums()))
        return table


def _row(counts: SiteCounts) -> list[str]:
    return [str(getattr(counts, name)) for name in COUNTS]


class Screen:
    """A live display on standard error that several crawls share; log lines go above it."""

    def __init__(
        self, title: str, total: int | None = None, console: Console | None = None, *, closing: bool = True
    ) -> None:
        self.watch = Watch(title=title, total=total)
        self.console = console or Console(stderr=True, highlight=False)
        self.users = 0
        self.closing = closing
        """Whether a closing table is wanted."""
        self._live: Live | None = None
        self._streams: list[tuple[logging.StreamHandler[Any], Any]] = []

    @property
    def is_terminal(self) -> bool:
        """Say whether a person looks at it."""
        return self.console.is_terminal

    def enter(self, handlers: Iterable[logging.Handler] = ()) -> None:
        """Show the display, or go on showing it; the log handlers write above it from now on."""
        self.users += 1
        if self._live is not None:
            return
        before = sys.stderr
        self._live = Live(self.watch, console=self.console, refresh_per_second=PER_SECOND, transient=True)
        self._live.start()
        for handler in handlers:
            if isinstance(handler, logging.StreamHandler) and handler.stream is before:
                self._streams.append((handler, handler.setStream(sys.stderr)))

    def leave(self) -> None:
        """Switch the display off if nobody else uses it."""
        self.users -= 1
        if self.users > 0 or self._live is None:
            return
        for handler, stream in self._streams:
            handler.setStream(stream)
        self._streams.clear()
        self._live.stop()
        self._live = None

    def close(self, verdicts: Mapping[str, tuple[int, str]]) -> None:
        """Print the closing table: what each site came to, with exit code and verdict."""
        table = Table(title=self.watch.heading(), title_justify="left")
        table.add_column("site", no_wrap=True)
        for name in COUNTS.values():
            table.add_column(name, justify="right")
        table.add_column("verdict", overflow="fold")
        for site, (code, sentence) in verdicts.items():
            state = Text("✓ " if code == 0 else f"✗ {code} ", "green" if code == 0 else "bold red")
            told = state.append(shown(sentence.partition(": ")[0] if code == 0 else sentence), "default not bold")
            table.add_row(Text(shown(site)), *_row(self.watch.of(site)), told)
        self.console.print(table)


@contextmanager
def watch(title: str, total: int | None = None) -> Iterator[Watch]:
    """Show counts live on standard error while the block runs, if that is a terminal; gives the counts to be kept."""
    screen = Screen(title, total)
    if not screen.is_terminal:
        yield screen.watch
        return
    screen.enter(logging.getLogger().handlers)
    try:
        yield screen.watch
    finally:
        screen.leave()
