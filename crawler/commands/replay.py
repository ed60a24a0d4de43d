"""`scrapy replay`: archived pages through today's rules, and what that changes."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text
from scrapy.exceptions import UsageError

from crawler.command_line.commanding import ProjectCommand, from_nought
from crawler.command_line.pretty import shown, terminal
from crawler.jsonl import as_json
from crawler.replay.difference import Difference
from crawler.replay.pieces import Change

CONTEXT_ARTICLES = 10_000
"""Articles of earlier runs that fill the ledger before a run is replayed; as many take about a minute."""

MOST_SHOWN = 20
"""Articles of each kind that are printed."""

CONTEXT = 40
"""Characters shown on either side of a change."""


class Command(ProjectCommand):
    """Replay runs, archives and lines of articles."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Give the arguments."""
        return "[-o DIR] [--json] [--check] [--show N] [--context N] [--jobs N] SOURCE ..."

    def short_desc(self) -> str:
        """Say what the command does."""
        return "Send archived pages through today's rules, without network, and show what that changes"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "A SOURCE is a run folder, a WARC file of any tool, or a JSONL file of articles of any tool ('url', 'title', "
            "'text'; 'id' is kept), taken in file order. Several sources share one fresh ledger; that of a run is filled "
            "with what its crawl knew from other runs of the same output folder, up to --context articles. Prints which articles "
            "are new, gone, changed (with the changed spans) and unchanged. -o writes the result as a run folder of its "
            "own. The exit code is 0; with --check it is 3 if any article differs. 1 means that a source cannot be read. Of a "
            "file that is cut off, what is whole is replayed; a line on stderr says so, and names a source without an article."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("-o", "--output", metavar="DIR", help="write the result as a run folder")
        parser.add_argument("--json", action="store_true", help="print the difference as JSON")
        parser.add_argument("--check", action="store_true", help="exit with 3 if an article differs")
        parser.add_argument(
            "--show", type=from_nought, default=MOST_SHOWN, help="articles of each kind shown (default: 20)"
        )
        parser.add_argument(
            "--context",
            type=from_nought,
            default=CONTEXT_ARTICLES,
            metavar="N",
            help="articles of the same output folder, at most, that a run's ledger knows beforehand (default: 10000)",
        )
        parser.add_argument(
            "--jobs", type=from_nought, default=0, metavar="N", help="processes at once (default: as many as cores)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Replay and print."""
        # Scrapy imports every command for any command: what reads pages is loaded by those that do.
        from crawler.replay.run import replay  # noqa: PLC0415
        from crawler.replay.sources import open_source  # noqa: PLC0415

        if not args:
            raise UsageError("scrapy replay needs at least one run folder, WARC file or JSONL file")
        out = Path(opts.output).resolve() if opts.output else None
        if out is not None and out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise UsageError(f"{out} exists and is not empty; a run folder is written once")
        paths = [self.path_named(arg) for arg in args]
        settings = self.settings
        try:
            sources = [open_source(path) for path in paths]
            if out is not None:
                out.parent.mkdir(parents=True, exist_ok=True)
            # Beside its place and then put there: a replay that fails leaves nothing half made.
            with TemporaryDirectory(prefix=".squeegee-replay-", dir=out.parent if out is not None else None) as aside:
                folder = Path(aside) / "run"
                folder.mkdir()
                difference = replay(
                    sources, settings, folder, now=datetime.now(UTC), processes=opts.jobs, context=opts.context
                )
                if out is not None:
                    folder.replace(out)
        except (OSError, ValueError) as error:
            self.fail(f"cannot replay: {shown(str(error))}")
            return
        for note in difference.notes:
            sys.stderr.write(f"{note}\n")
        self.exitcode = 3 if opts.check and not difference.is_empty else 0
        if opts.json:
            sys.stdout.write(as_json(difference.as_json(), indent=2) + "\n")
        else:
            print_difference(terminal(), difference, most=opts.show)
            if out is not None:
                sys.stdout.write(f"written to {out}\n")


def print_difference(console: Console, difference: Difference, *, most: int) -> None:
    """Print what a replay changed: counts, then articles of each kind."""
    changed = len(difference.changed) + len(difference.changed_more)
    console.print(
        f"{len(difference.new)} new, {len(difference.gone)} gone, {changed} changed, {difference.unchanged} unchanged; "
        f"{difference.stored} stored, {difference.rejected.total()} rejected, {difference.failed} failed",
        style="bold",
    )
    for name, style, items in (
        ("new", "green", difference.new),
        ("gone", "red", difference.gone),
        ("rejected otherwise", "yellow", difference.rejected_otherwise),
    ):
        for article, url, why in items[:most]:
            console.print(Text(f"{name}  ", style).append(shown(f"{article}  {url}  {why}")))
        _rest(console, name, len(items) - most)
    for one in difference.changed[:most]:
        console.print(Text("changed  ", "cyan").append(shown(f"{one.id}  {one.url}")))
        for pieces in ([one.title] if one.title else []) + one.paragraphs:
            console.print(Text("    ").append_text(pieces_text(pieces)))
        for name, (before, now) in one.fields.items():
            console.print(Text(shown(f"    {name}: {before!r} → {now!r}")))
    _rest(console, "changed", changed - most)
    for why, number in difference.rejected.most_common():
        console.print(Text(shown(f"{number:>7} rejected by {why}"), "dim"))


def _rest(console: Console, name: str, number: int) -> None:
    if number > 0:
        console.print(Text(f"… and {number} more {name} (--show N, or --json for all)", "dim"))


def pieces_text(pieces: list[Change]) -> Text:
    """Give the pieces of a paragraph as one text: what went struck out, what came underlined, both in brackets."""
    text = Text()
    for n, (before, now) in enumerate(pieces):
        if before == now:
            text.append(shown(_near(before, first=n == 0, last=n == len(pieces) - 1)))
            continue
        if before:
            text.append(f"[-{shown(before)}-]", "red strike")
        if now:
            text.append(f"{{+{shown(now)}+}}", "green underline")
    return text


def _near(text: str, *, first: bool, last: bool) -> str:
    """Give what stayed, without what is far from any change."""
    if first and len(text) > CONTEXT:
        return "…" + text[-CONTEXT:]
    if last and len(text) > CONTEXT:
        return text[:CONTEXT] + "…"
    if len(text) > 2 * CONTEXT:
        return f"{text[:CONTEXT]} … {text[-CONTEXT:]}"
    return text
