"""`scrapy ledger`: the ledger checked against the run folders, and its fingerprints made anew from them."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.console import Console
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from crawler.command_line.commanding import ProjectCommand
from crawler.command_line.pretty import is_unwritten

if TYPE_CHECKING:
    from crawler.ledger import Ledger


class Command(ProjectCommand):
    """Check and repair the ledger."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Give the arguments."""
        return "check|repair [FOLDER]"

    def short_desc(self) -> str:
        """Say what the command does."""
        return "Check the ledger against the run folders, or restore it from them"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "`check` reads the ledger of the output folder (SQUEEGEE_OUTPUT, or FOLDER) and its runs, and names what does "
            "not fit; the exit code is 3 if anything does not. `repair` makes all fingerprints and groups anew from the "
            "lines of the runs, and notes the stored and rejected URLs and the runs that the ledger does not know: after a "
            "change of the fingerprint's version, or where the ledger was lost, is damaged (its file is then kept under "
            "another name, beside a new one) or is an old copy. What stages learned of a "
            "site's lines and phrases is not in the files; it is learned again. While a crawl goes on it refuses to, "
            "with 75; a crawl started before a repair has ended refuses to."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002 - Scrapy's signature
        """Do what was asked for."""
        # Scrapy imports every command for any command: what opens the ledger is loaded by those that do.
        from crawler.ledger import LedgerError  # noqa: PLC0415

        if not args or args[0] not in {"check", "repair"} or len(args) > 2:
            raise UsageError("scrapy ledger needs `check` or `repair`, and may take an output folder")
        folder = self.path_named(args[1]) if len(args) > 1 else Path(self.settings["SQUEEGEE_OUTPUT"])
        if not folder.is_dir():
            self.fail(f"no folder {folder}")
            return
        is_check = args[0] == "check"
        try:
            self.exitcode = self.look(folder) if is_check else self.mend(folder)
        except (OSError, ValueError, LedgerError) as error:
            if isinstance(error, OSError) and is_unwritten(error):
                raise
            self.fail(f"cannot {args[0]} the ledger: {error}")

    def look(self, folder: Path) -> int:
        """Check the ledger of an output folder; gives the exit code."""
        from crawler.ledger import NAME, Ledger  # noqa: PLC0415

        path = folder / NAME
        with TemporaryDirectory(prefix="squeegee-check-") as aside:
            if path.exists():
                ledger = Ledger.look(path)
            else:
                self.exitcode = 3
                sys.stdout.write(f"there is no ledger in {folder}\n")
                ledger = Ledger.open(Path(aside) / NAME)  # an empty one, so that looking leaves nothing behind
            try:
                return self.check(folder, ledger)
            finally:
                ledger.close()

    def mend(self, folder: Path) -> int:
        """Repair the ledger of an output folder, one that cannot be read by a new one; gives the exit code."""
        from crawler.ledger import NAME, LedgerDamagedError, set_aside  # noqa: PLC0415
        from crawler.runs import lock  # noqa: PLC0415
        from crawler.runs.folder import STAMP  # noqa: PLC0415

        for site in sorted(folder.iterdir()):
            if lock.is_held(site):
                # What it has judged and not committed would be read from its files, and come once more with its commit.
                sys.stderr.write(
                    f"cannot repair the ledger: {site.name} is being crawled by {lock.read_holder(site / lock.NAME)}\n"
                )
                return 75
        try:
            return self.repair(folder)
        except LedgerDamagedError as error:
            aside = set_aside(folder / NAME, f"{NAME}.damaged-{datetime.now(UTC).strftime(STAMP)}")
            sys.stderr.write(f"{str(error).partition(';')[0]}; kept as {aside.name}\n")
        return self.repair(folder)

    def check(self, folder: Path, ledger: "Ledger") -> int:
        """Print what is wrong; gives the exit code."""
        from crawler.stored_runs.refingerprinting import check  # noqa: PLC0415

        problems = check(folder, ledger)
        self.exitcode = 3 if problems else self.exitcode  # also where nobody reads to the end what they are
        for problem in problems:
            sys.stdout.write(f"{problem}\n")
        if not problems:
            sys.stdout.write("the ledger fits the runs\n")
        return self.exitcode

    def repair(self, folder: Path) -> int:
        """Make the fingerprints anew and note what else the runs tell; gives the exit code.

        Raises LedgerDamagedError for a file in which not all can be read.
        """
        from crawler.ledger import NAME, Ledger, LedgerDamagedError  # noqa: PLC0415
        from crawler.stored_runs.recalling import recall  # noqa: PLC0415
        from crawler.stored_runs.refingerprinting import repair  # noqa: PLC0415

        loader = get_spider_loader(self.settings)
        sites = {name: getattr(loader.load(name), "site", None) for name in loader.list()}
        ranks = {name: site.rank for name, site in sites.items() if site is not None}
        done = 0
        ledger = Ledger.open(folder / NAME)
        try:
            if damage := ledger.damage():
                raise LedgerDamagedError(f"the ledger {ledger.path} is damaged: {damage[0]}")
            with Console(stderr=True).status("reading the runs") as status:

                def each() -> None:
                    nonlocal done
                    done += 1
                    if done % 100 == 0:
                        status.update(f"{done:,} articles")

                recalled = recall(folder, ledger, each)
                count = repair(folder, ledger, ranks, each)
        finally:
            ledger.close()
        sys.stdout.write(f"made the fingerprints of {count} articles")
        sys.stdout.write(f" and noted {recalled} URLs that the ledger did not know\n" if recalled else "\n")
        return 0
