"""`python -m crawler.demo`: serve the demo mirrors, crawl them with the real commands, print what came of it."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory

from rich.console import Console

from crawler.demo.server import PORT, Served, serve
from crawler.demo.summary import finished_runs, print_summary

PROJECT = Path(__file__).parents[2]
"""Folder of `scrapy.cfg`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demo; give the exit code of the crawl."""
    parser = argparse.ArgumentParser(prog="python -m crawler.demo", description=__doc__)
    parser.add_argument("--output", type=Path, default=PROJECT / "output", help="output folder (default: %(default)s)")
    parser.add_argument("--serve", action="store_true", help="only serve the mirrors, until Enter or Ctrl-C")
    options = parser.parse_args(arguments)
    console = Console()
    output: Path = options.output.resolve()
    wanted = remembered_port(output)
    with serve(wanted) as mirrors, TemporaryDirectory(prefix="squeegee-demo-") as folder:
        port = int(mirrors[0].root.rpartition(":")[2])
        announce(console, mirrors, wanted, port)
        write_sites(Path(folder), mirrors)
        if options.serve:
            return wait(console, Path(folder))
        remember_port(output, port)
        return crawl(console, output, Path(folder), [served.mirror.name for served in mirrors])


def remembered_port(output: Path) -> int:
    """Give the port of the last demo in this output folder: a URL is known again only under the same port."""
    try:
        return int((output / "demo.port").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return PORT


def remember_port(output: Path, port: int) -> None:
    """Leave the port for the next demo in this output folder."""
    output.mkdir(parents=True, exist_ok=True)
    (output / "demo.port").write_text(f"{port}\n", encoding="ascii")


def announce(console: Console, mirrors: Sequence[Served], wanted: int, port: int) -> None:
    """Say what is served where."""
    console.print("Demo mirrors: " + ", ".join(f"{served.mirror.name} {served.root}" for served in mirrors))
    if port != wanted:
        console.print(
            f"Port {wanted} is taken, so port {port} is used: pages known under the old port count as new URLs."
        )


def write_sites(folder: Path, mirrors: Sequence[Served]) -> None:
    """Write the site definitions of the mirrors, which name the port they are served on."""
    for served in mirrors:
        (folder / f"{served.mirror.name}.toml").write_text(served.mirror.toml(served.root), encoding="utf-8")


def wait(console: Console, folder: Path) -> int:
    """Serve until Enter or Ctrl-C."""
    told = (
        f"Site definitions: {folder}\nFor example: {command()} crawl demo-tide -s SQUEEGEE_SITES={quote(str(folder))}"
    )
    console.print(told, soft_wrap=True)
    try:
        input("Press Enter to stop. ")
    except (EOFError, KeyboardInterrupt):
        console.print()
    return 0


def crawl(console: Console, output: Path, sites: Path, names: Sequence[str]) -> int:
    """Crawl the sites with `scrapy crawlall`, print the summary, give the exit code."""
    before = finished_runs(output)
    # The crawl shows a live table on a terminal; its closing one would say what the summary says.
    settings = {"SQUEEGEE_SITES": sites, "SQUEEGEE_OUTPUT": output, "LOG_LEVEL": "WARNING", "PROGRESS_SUMMARY": 0}
    code = scrapy("crawlall", *names, **settings)
    runs = finished_runs(output) - before
    if not runs:
        console.print(f"The crawl left no run behind (exit code {code}).")
        return code or 3
    stored = print_summary(runs, console)
    if code == 0:
        console.print(
            f"\n{stored} new articles stored." if stored else "\nNothing new: every article was known already."
        )
        shown = max(runs, key=lambda run: run.parent.name) if stored else output
        console.print(f"What was removed, and why: {command()} audit {quote(str(shown))}", soft_wrap=True)
        console.print("The whole picture, in a browser: ", end="")
        scrapy("report", SQUEEGEE_OUTPUT=output)
    else:
        console.print(f"\nThe crawl ended with exit code {code}; run.json of each site says why.")
    return code


def command() -> str:
    """Give what a person types for Scrapy here: `make` puts it into an environment that is on no path."""
    own = Path(sys.executable).with_name("scrapy")
    if Path(shutil.which("scrapy") or "").resolve() == own.resolve():
        return "scrapy"
    return quote(str(own.relative_to(Path.cwd()) if own.is_relative_to(Path.cwd()) else own))


def scrapy(*arguments: str, **settings: object) -> int:
    """Run a command of the project with settings; give its exit code."""
    command = [sys.executable, "-m", "scrapy", *arguments]
    for name, value in settings.items():
        command += ["-s", f"{name}={value}"]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(command, cwd=PROJECT, env=environment) as process:  # noqa: S603 - our own
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue  # the terminal tells the command as well, and a crawl that is told to stop closes cleanly


if __name__ == "__main__":
    sys.exit(main())
