"""`scrapy corpus`: the best copy of every article over all runs."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, cast

from rich.console import Console
from scrapy.exceptions import UsageError

from crawler.command_line.commanding import ProjectCommand
from crawler.command_line.pretty import seen_enough
from crawler.jsonl import as_line
from crawler.runs.files import is_stream
from crawler.runs.sealing import COMPRESSIONS, compressor

PACKED = tuple(f".{name}" for name in COMPRESSIONS if name)
"""How names of files end that are packed."""


class Command(ProjectCommand):
    """Write the corpus."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Give the arguments."""
        return "[-o FILE] [FOLDER]"

    def short_desc(self) -> str:
        """Say what the command does."""
        return "Write the best copy of every article over all runs, with where else it stands"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "Reads the runs of the output folder (SQUEEGEE_OUTPUT, or FOLDER) and its ledger, and writes one JSON line for "
            "every article: of several copies the best, of several versions the newest, with `group`, the other places "
            "where it stands. Goes to stdout, or with -o to FILE, which appears when it is complete; `.gz` and `.zst` are "
            "compressed. Memory does not grow with the corpus."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to this file (default: stdout)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the corpus."""
        # Scrapy imports every command for any command: what opens the ledger is loaded by those that do.
        from crawler.ledger import NAME, Ledger, LedgerError  # noqa: PLC0415
        from crawler.stored_runs.corpus import Tally, corpus_lines  # noqa: PLC0415

        if len(args) > 1:
            raise UsageError("scrapy corpus takes one output folder")
        folder = self.path_named(args[0]) if args else Path(self.settings["SQUEEGEE_OUTPUT"])
        if not (folder / NAME).exists():
            self.fail(f"no ledger in {folder}; 'scrapy ledger repair' makes one from run folders")
            return
        tally = Tally()
        console = Console(stderr=True)
        try:
            with (
                closing(Ledger.look(folder / NAME)) as ledger,
                opened(opts.output) as file,
                console.status("writing the corpus") as status,
            ):
                for line in corpus_lines(folder, ledger, tally):
                    file.write(as_line(line))
                    if tally.articles % 1000 == 0:
                        status.update(f"{tally.articles:,} articles")
                file.flush()
        except BrokenPipeError:
            seen_enough()
            return
        except (OSError, ValueError, LedgerError) as error:
            self.fail(f"cannot write the corpus: {error}")
            return
        sys.stderr.write(
            f"{tally.articles} articles, {tally.groups} of them with copies; "
            f"left out: {tally.copies} copies, {tally.older} older versions\n"
        )


@contextmanager
def opened(path: Path | None) -> Iterator[IO[bytes]]:
    """Open stdout, a device or a pipe, or a file that takes its name when it is complete."""
    if path is None:
        yield sys.stdout.buffer
        return
    if is_stream(path):
        with path.open("wb") as stream:
            yield cast("IO[bytes]", stream)
        return
    path = path.resolve()  # behind a link, its target is replaced and not the link
    aside = path.with_name(f".{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with aside.open("wb") as raw:
            if path.suffix in PACKED:
                with compressor(raw, path.suffix[1:]) as packed:
                    yield packed
            else:
                yield raw
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
