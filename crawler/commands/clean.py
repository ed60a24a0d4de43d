"""`scrapy clean`: pages on their own through extraction and the page-local stages, one JSON line for each."""

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from crawler.command_line.commanding import ProjectCommand, from_nought
from crawler.command_line.parallel import in_order
from crawler.command_line.pretty import print_article, seen_enough, terminal
from crawler.jsonl import as_line, read_whole
from crawler.single_pages.cleaning import Cleaner
from crawler.single_pages.fetching import Fetched, fetch, is_url
from crawler.sites import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One input."""

    named: str
    """What the command line called it: a path, a URL, or `-`."""
    path: Path | None = None
    """Where its HTML lies; None for standard input and for a page that could not be fetched."""
    html: bytes | None = None
    """The HTML itself, from standard input, maybe compressed."""
    url: str | None = None
    """Its URL, where known."""
    fetched: str = ""
    """When it was fetched, if it was."""
    content_type: str = ""
    """Its Content-Type header, if it was fetched."""
    error: str = ""
    """Why there is nothing to clean."""


class Command(ProjectCommand):
    """Clean pages given as files, URLs or on standard input."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Give the arguments."""
        return "[--url URL] [--site SITE] [--pretty] [--jobs N] FILE_OR_URL ..."

    def short_desc(self) -> str:
        """Say what the command does."""
        return "Clean pages on their own: the article and its trail, one JSON line for each page"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "Send pages through extraction and the page-local stages; no ledger is read or written. Prints one JSON "
            "line for each input, in the order given: the article with its 'trail' (and 'stage' and 'reason' if a "
            "stage would refuse it), or 'file' or 'url' and 'error'. '-' reads HTML from standard input. The exit "
            "code is 1 only if every input failed."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--url", help="URL of the page, where one comes from a file or standard input")
        parser.add_argument("--site", help="clean with the selectors and rules of this site")
        parser.add_argument("--pretty", action="store_true", help="show kept and removed text in colour, not JSON")
        parser.add_argument(
            "--jobs", type=from_nought, default=0, metavar="N", help="processes at once (default: as many as cores)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Clean every input and print it."""
        if not args:
            hint = ", and --url says where a file or standard input is from" if opts.url else ""
            raise UsageError(f"scrapy clean needs at least one file or URL ('-' is standard input){hint}")
        if args.count("-") > 1:
            raise UsageError("standard input ('-') can be read once")
        if opts.url and sum(not is_url(arg) for arg in args) > 1:
            raise UsageError("--url is the URL of one page: two would get one id", print_help=False)
        settings = self.settings
        site = self.site_named(opts.site)
        with tempfile.TemporaryDirectory(prefix="squeegee-clean-") as folder:
            urls = [arg for arg in args if is_url(arg)]
            got = fetch(urls, settings, Path(folder), site) if urls else {}
            pages = (page_of(arg, opts.url, got) for arg in args)
            lines = in_order(Work(settings, site), pages, processes=opts.jobs, few=8)
            good = write_all(lines, sys.stdout.buffer, pretty=opts.pretty)
        self.exitcode = 0 if good else 1


def page_of(arg: str, url: str | None, got: dict[str, Fetched]) -> Page:
    """Give the input that an argument names."""
    if arg == "-":
        return Page(named=arg, html=sys.stdin.buffer.read(), url=url)
    if is_url(arg):
        fetched = got.get(arg, Fetched(url=arg, error="no answer"))
        return Page(
            named=arg,
            path=fetched.body,
            url=fetched.url,
            fetched=fetched.fetched,
            content_type=fetched.content_type,
            error=fetched.error,
        )
    return Page(named=arg, path=Path(arg), url=url)


class Work:
    """Clean one page after the other in one process; stages are built at the first."""

    def __init__(self, settings: BaseSettings, site: Site | None) -> None:
        self.settings = settings
        self.site = site
        self.cleaner: Cleaner | None = None

    def __call__(self, page: Page) -> dict[str, Any]:
        """Give the line of one page; what goes wrong with it becomes its `error`."""
        named = {"url" if is_url(page.named) else "file": page.named}
        try:
            if page.error:
                return named | {"error": page.error}
            if self.cleaner is None:
                self.cleaner = Cleaner.from_settings(self.settings, self.site)
            name = "" if page.named == "-" or page.url else Path(page.named).absolute().as_uri()
            cleaned = self.cleaner.page(
                read(page), page.url, name=name, fetched=page.fetched, content_type=page.content_type
            )
            return ({} if is_url(page.named) else named) | cleaned.as_line()
        except OSError as error:
            hint = "; a URL begins with http:// or https://" if isinstance(error, FileNotFoundError) else ""
            return named | {"error": f"cannot be read: {error.strerror or error}{hint}"}
        except Exception as error:  # noqa: BLE001 - one bad page must not end the others
            return named | {"error": f"{type(error).__name__}: {error}"}

    def lost(self, page: Page, error: BaseException) -> dict[str, Any]:
        """Give the line of a page that took its process along."""
        named = {"url" if is_url(page.named) else "file": page.named}
        return named | {"error": f"the process that cleaned it died: {error}"}


def read(page: Page) -> bytes:
    """Give the HTML of an input, decompressed where it is compressed."""
    if page.html is not None:
        return read_whole(io.BytesIO(page.html))
    assert page.path is not None  # noqa: S101 - a page without one carries an error
    return read_whole(page.path)


def write_all(lines: Iterator[dict[str, Any]], out: IO[bytes], *, pretty: bool) -> int:
    """Print the lines as they come; gives how many of them are articles, 0 where they cannot be written."""
    good = 0
    console = terminal() if pretty else None
    try:
        for line in lines:
            good += "error" not in line
            if console is not None:
                print_article(console, line, line.get("trail", ()))
            else:
                out.write(as_line(line))
                out.flush()
    except OSError as error:
        seen_enough()  # or there is no room for more: nothing is left to be said there
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"the articles cannot be written: {error}\n")
            return 0
    return good
