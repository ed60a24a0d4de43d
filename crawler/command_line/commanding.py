"""What the commands of the project share: options and settings are looked at before anything is done."""

import argparse
import difflib
import io
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader
from scrapy.utils.conf import closest_scrapy_cfg
from scrapy.utils.log import configure_logging

from crawler.command_line.launching import no_site, say
from crawler.command_line.pretty import is_unwritten, seen_enough
from crawler.given import is_given, misspelt, no_tables, problems_of
from crawler.runs.finding import missing
from crawler.runs.verdict import NO_START, Verdict

if TYPE_CHECKING:
    from scrapy.settings import Settings

    from crawler.sites import Site


STOPPED = 128 + signal.SIGINT
"""Exit code of a command that Ctrl-C ended, as shells have it; a crawl that is told to stop comes to a good end."""

Run = Callable[[ScrapyCommand, list[str], argparse.Namespace], None]


def _written(run: Run) -> Run:
    """Let a command end in one line on Ctrl-C or where it may not read or write, and quietly where its reader left."""

    @wraps(run)
    def until_written(self: ScrapyCommand, args: list[str], opts: argparse.Namespace) -> None:
        try:
            run(self, args, opts)
            sys.stdout.flush()
        except KeyboardInterrupt:
            sys.stderr.write("stopped\n")
            self.exitcode = STOPPED
        except OSError as error:
            if isinstance(error, PermissionError) and error.filename:  # a file of the output that is somebody else's
                sys.stderr.write(f"{error.filename}: {error.strerror}\n")
                self.exitcode = 1
                return
            if not is_unwritten(error):
                raise
            seen_enough()
            if not isinstance(error, BrokenPipeError):
                sys.stderr.write(f"standard output cannot be written: {error.strerror}\n")
                self.exitcode = 1

    return until_written


def from_nought(text: str) -> int:
    """Read the value of an option that counts something. Raises ArgumentTypeError for one that is no whole number from 0."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"must be a whole number, 0 or more, not {text!r:.80}")
    return int(text)


def place_output(settings: "Settings") -> None:
    """Let the output folder be that of the project, from whichever folder of it a command is started.

    Scrapy finds the project from there, and a second ledger would have everything fetched again. One that is given for
    this run means what a shell takes it for.
    """
    output, project = Path(settings["SQUEEGEE_OUTPUT"]), Path(closest_scrapy_cfg()).parent
    with suppress(RuntimeError):  # nobody is called so
        output = output.expanduser()
    if not is_given(settings, "SQUEEGEE_OUTPUT") and project.resolve() != Path.cwd():
        output = project / output
    settings.set("SQUEEGEE_OUTPUT", str(output), settings.getpriority("SQUEEGEE_OUTPUT") or 0)


class ProjectCommand(ScrapyCommand):
    """A command that ends at once on an option nobody knows (2) and on a setting that cannot be (1)."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Look after the output of each command."""
        super().__init_subclass__(**kwargs)
        if "run" in vars(cls):
            setattr(cls, "run", _written(cls.run))  # noqa: B010 - mypy takes no other method

    settings: "Settings"
    """Set by Scrapy before it calls anything."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Set settings from the options, then check all of them."""
        for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
            if getattr(sys, name) is None:  # closed by who started the process
                setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - to the end
        if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may know few letters, and pages have any
            sys.stdout.reconfigure(errors="backslashreplace")
        self._refuse(no_tables(self.settings, opts.set))
        super().process_options(args, opts)
        if unknown := [arg for arg in args if arg.startswith("-") and arg != "-"]:
            option = unknown[0].partition("=")[0]
            known = [f"--{name.replace('_', '-')}" for name in vars(opts)]
            near = difflib.get_close_matches(option, known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise UsageError(f"unknown option {option}{hint}", print_help=False)
        self._refuse(problems_of(self.settings))
        place_output(self.settings)
        for sentence in misspelt(self.settings):
            sys.stderr.write(f"warning: {sentence}\n")

    def site_named(self, name: str | None) -> "Site | None":
        """Give the site that `--site` names, None without one and for a spider written by hand.

        Raises UsageError for an unknown name.
        """
        if not name:
            return None
        loader = get_spider_loader(self.settings)
        try:
            site: Site | None = getattr(loader.load(name), "site", None)
        except KeyError as error:
            raise UsageError(no_site(name, loader.list()), print_help=False) from error
        return site

    def fail(self, sentence: str) -> None:
        """Say on stderr why the command did not do what it was asked for, and let it end with 1."""
        sys.stderr.write(f"{sentence}\n")
        self.exitcode = 1

    @staticmethod
    def path_named(argument: str) -> Path:
        """Give the path that an argument names. Raises UsageError where there is nothing."""
        if not os.path.exists(argument):  # noqa: PTH110 - of a name that is too long, `Path.exists` raises an error
            raise UsageError(missing(Path(argument)), print_help=False)
        return Path(argument)

    def _refuse(self, problems: list[str]) -> None:
        """End the command if there is a problem with its settings: in the log file where there is one, else on stderr."""
        if not problems:
            return
        if self.settings["LOG_FILE"] and not any(one.startswith("LOG_") for one in problems):
            configure_logging(self.settings)
        name = type(self).__module__.rpartition(".")[2]
        say(name, Verdict(exit_code=NO_START, sentence=f"could not start: {'; '.join(problems)}"))
        sys.exit(NO_START)
