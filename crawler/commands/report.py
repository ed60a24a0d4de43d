"""`scrapy report`: one self-contained HTML page over all runs."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from scrapy.exceptions import UsageError

from crawler.command_line.commanding import ProjectCommand

FILE = "report.html"
"""Name of the page in the output folder, unless -o says otherwise."""


class Command(ProjectCommand):
    """Write the report."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Give the arguments."""
        return "[-o FILE] [FOLDER]"

    def short_desc(self) -> str:
        """Say what the command does."""
        return "Write one HTML page over the runs: health of the sites, mirror network, what was removed"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "Write a self-contained HTML page over all runs of the output folder (SQUEEGEE_OUTPUT, or FOLDER: an output "
            f"folder, a site's folder or a run). It goes to {FILE} in the output folder unless -o names a file. The page "
            "loads nothing: it opens from disk and can be sent by mail."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument(
            "-o", "--output", metavar="FILE", help=f"write to FILE (default: {FILE} in the output folder)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the runs and write the page."""
        # Scrapy imports every command for any command: what this one needs is loaded when it runs.
        from crawler.report.collect import collect  # noqa: PLC0415
        from crawler.report.examples import choose  # noqa: PLC0415
        from crawler.report.page import page  # noqa: PLC0415
        from crawler.runs.files import is_stream, put_or_stream  # noqa: PLC0415

        if len(args) > 1:
            raise UsageError("scrapy report takes one folder at most")
        settings = self.settings
        folder = self.path_named(args[0]) if args else Path(settings["SQUEEGEE_OUTPUT"])
        file = Path(opts.output) if opts.output else folder / FILE
        if file.is_dir():
            raise UsageError(f"{file} is a folder; -o names a file", print_help=False)
        try:
            collected = collect(folder)
            examples = choose(collected)
            made = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
            text = page(collected, examples, made=made, output=str(folder))
        except (OSError, ValueError) as error:
            self.fail(f"no report: {error}")
            if isinstance(error, FileNotFoundError):
                sys.stderr.write("'scrapy crawl SITE' or 'make crawl' makes a first run\n")
            return
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            put_or_stream(file, text.encode("utf-8", "replace"))
        except OSError as error:
            self.fail(f"the report cannot be written: {error}")
            return
        runs = collected.runs
        (sys.stderr if is_stream(file) else sys.stdout).write(
            f"{file}: {len(runs)} runs of {len(collected.sites)} sites, {len(text.encode()) / 1e6:.1f} MB\n"
        )
