"""`scrapy sites`: which sites there are, how their last runs went, and what is wrong with their files."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text
from scrapy.exceptions import UsageError

from crawler.command_line.commanding import ProjectCommand
from crawler.command_line.launching import no_site
from crawler.command_line.pretty import shown, terminal
from crawler.ledger import NAME, Ledger, LedgerError
from crawler.ledger.runs import RunRecord
from crawler.runs.folder import read_report
from crawler.runs.verdict import seen_before
from crawler.sites import SiteError
from crawler.spiderloader import SiteSpiderLoader, no_sites

NOT_FINISHED = "not finished"
MEGA = 1 << 20

WIDTH = 200
"""Columns of the table where no terminal says how many there are."""

MOST_RUNS = 1000
"""Runs looked through for the last healthy one."""

DOORS = ("stored", "rejected", "copies", "unchanged", "failed")
"""Columns of numbers of a run; `copies` and `unchanged` are among the rejected."""

COLUMNS = ("site", "last run", "health", *DOORS, "known", "waiting", "title")

GIVE_WAY = ("title", "unchanged", "copies")
"""Columns that a narrow screen does not show, the first to go first."""

CODES = {0: "healthy", 1: "could not start", 3: "unhealthy", 4: "storage failed", 75: "locked"}
"""What the exit codes of a run mean, in two words."""


Row = dict[str, Text]
"""The cells of one line of the table, by column."""


class Command(ProjectCommand):
    """Look at the sites."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Give the arguments."""
        return "[--check] [SITE ...]"

    def short_desc(self) -> str:
        """Say what the command does."""
        return "List the sites and how their last runs went; --check validates every site file"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "Shows one line for each site (or for the named ones): its last run, what came of it, and how many of its "
            "articles are known or wait. With --check, reads every site file and prints each problem with file, key "
            "and the nearest known key; the exit code is 1 if there is one."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options."""
        super().add_options(parser)
        parser.add_argument("--check", action="store_true", help="validate every site file")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the table, or the problems."""
        if self.settings is None:
            raise UsageError("run this inside the project")
        loader = SiteSpiderLoader.from_settings(self.settings)
        known = loader.list()
        unknown = [name for name in args if name not in known and name not in loader.broken]
        if unknown:
            raise UsageError(no_site(unknown[0], known), print_help=False)
        broken = [error for name, error in loader.broken.items() if not args or {name, _site_of(error)} & set(args)]
        names = args or known
        if not names:
            sys.stderr.write(no_sites(self.settings) + "\n")
        if opts.check:
            sound = [name for name in names if name in loader.sites]
            self.exitcode = 1 if broken or not names else 0
            sys.stdout.write(f"{len(sound)} site files are sound, {len(broken)} are not\n")
        else:
            ledger = Path(self.settings["SQUEEGEE_OUTPUT"]) / NAME
            try:
                self._print(loader, [name for name in names if name in known], ledger)
            except LedgerError as error:
                self.fail(str(error))

    @staticmethod
    def _print(loader: SiteSpiderLoader, names: Iterable[str], path: Path) -> None:
        """Print one line for each site; a ledger is read where there is one, and never made."""
        rows: list[Row] = []
        complaints = []
        ledger = Ledger.look(path) if path.exists() else None
        for name in names:
            known = ledger.urls.counts(name) if ledger else {}
            last = next(iter(ledger.runs.history(name, 1)), None) if ledger else None
            if ledger and ledger.runs.open_runs(name):
                last = ledger.runs.open_runs(name)[-1]
            elif ledger and last and last.exit_code:
                complaints.append(f"{name}: {_complaint(path.parent, last, ledger.runs.history(name, MOST_RUNS))}")
            waiting = known.pop("waiting", 0)
            site = loader.sites.get(name)
            counts = (Text(str(number or "")) for number in (sum(known.values()), waiting))
            title = Text(shown(site.title if site else "written by hand"))
            rows.append(dict(zip(COLUMNS, (Text(name), *_health(last), *counts, title), strict=True)))
        console = terminal()
        if not console.is_terminal:
            console.width = WIDTH
        console.print(_fitting(rows, console))
        for complaint in complaints:
            console.print(Text(shown(complaint)), soft_wrap=True)
        if ledger:
            console.print(f"{path}: {ledger.size() / MEGA:.1f} MB")
            ledger.close()


def _fitting(rows: Sequence[Row], console: Console) -> Table:
    """Give the table; on a narrow screen some columns and the heads of numbers give way, names and days never."""
    for gone in range(len(GIVE_WAY) + 1):
        table = _table([name for name in COLUMNS if name not in GIVE_WAY[:gone]], rows)
        if Measurement.get(console, console.options.update(width=WIDTH), table).maximum <= console.width:
            break
    return table


def _table(columns: Sequence[str], rows: Sequence[Row]) -> Table:
    """Give the table of some columns; what stands in them is not cut, but for titles."""
    table = Table(box=None, pad_edge=False)
    for name in columns:
        longest = max((row[name].cell_len for row in rows), default=0)
        table.add_column(name, no_wrap=True, min_width=None if name == "title" else longest)
    for row in rows:
        table.add_row(*(row[name] for name in columns))
    return table


def _site_of(error: Exception) -> str:
    """Give the site that a broken file is of, empty where it is none."""
    return error.name if isinstance(error, SiteError) else ""


def _complaint(output: Path, run: RunRecord, history: Iterable[RunRecord]) -> str:
    """Say why a run was not healthy, as its `run.json` does, and when the site was so last."""
    try:
        report = read_report(output / run.site / run.run)
    except (OSError, ValueError):  # a damaged file is told of by `scrapy ledger check`
        report = None
    told = (report or {}).get("verdict", f"exit code {run.exit_code}")
    last = next((_minute(past) for past in history if past.exit_code == 0), "never")
    return f"{told} (last healthy run: {last})"


def _minute(run: RunRecord) -> str:
    return run.start[:16].replace("T", " ")


def _health(run: RunRecord | None) -> tuple[Text, ...]:
    """Give the columns that a run fills."""
    if run is None:
        return Text("never"), *[Text("")] * (1 + len(DOORS))
    word = NOT_FINISHED if run.open else CODES.get(run.exit_code or 0, f"exit code {run.exit_code}")
    style = {"healthy": "green", NOT_FINISHED: "yellow"}.get(word, "red")
    counts = run.counts | {"copies": run.counts.get("duplicates", ""), "unchanged": seen_before(run.counts)}
    return (
        Text(_minute(run)),
        Text(word, style=style),
        *(Text(str(counts.get(key, "")), justify="right") for key in DOORS),
    )
