"""`scrapy record`: a golden case from a live page, held by the tests from then on."""

import argparse
import re
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from scrapy.exceptions import UsageError

from crawler.command_line.commanding import ProjectCommand
from crawler.command_line.pretty import print_article, terminal
from crawler.jsonl import read_whole
from crawler.single_pages.fetching import fetch, is_url

FOLDER = Path(__file__).parents[2] / "tests" / "golden" / "cases"
"""Where the tests look for cases."""

NO_NAME = re.compile(r"[^\w.-]+")
"""What the name of a case must not hold."""

LONGEST_NAME = 60


class Command(ProjectCommand):
    """Record a golden case."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Give the arguments."""
        return "[--url URL] [--site SITE] [--name NAME] [-o FOLDER] URL_OR_FILE"

    def short_desc(self) -> str:
        """Say what the command does."""
        return "Make a golden test case of a page: the page, the article and its trail"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "Fetch a page (or read a file, with --url for its URL), clean it, and keep page, article and trail as a case "
            "under tests/golden/cases, which the tests compare whole from then on. Look at what is printed before you "
            "commit it. 'pytest tests/golden --refresh' accepts what today's rules give, for all cases."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--url", help="URL of the page, when it comes from a file")
        parser.add_argument("--site", help="clean with the definition of this site, and keep it in the case")
        parser.add_argument("--name", help="name of the case (default: from the URL)")
        parser.add_argument(
            "-o", "--output", metavar="FOLDER", help="folder of the cases (default: tests/golden/cases)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Record the case and print it."""
        # Scrapy imports every command for any command: what reads pages is loaded by those that do.
        from crawler.single_pages.golden import Case  # noqa: PLC0415

        if len(args) != 1:
            raise UsageError("scrapy record takes one URL or file")
        if opts.name and (NO_NAME.search(opts.name) or not opts.name.strip(".")):
            raise UsageError("the name of a case is a word of letters, digits, '.', '-' and '_'")
        settings = self.settings
        site = self.site_named(opts.site)
        if is_url(args[0]):
            with tempfile.TemporaryDirectory(prefix="squeegee-record-") as aside:
                page = fetch(args, settings, Path(aside), site)[args[0]]
                if page.body is None:
                    self.fail(f"{args[0]}: {page.error}")
                    return
                case = Case(
                    html=page.body.read_bytes(),
                    url=page.url,
                    fetched=page.fetched,
                    content_type=page.content_type,
                    site=site,
                )
        else:
            if not opts.url:
                raise UsageError("a page from a file needs its --url")
            try:
                case = Case(html=read_whole(self.path_named(args[0])), url=opts.url, site=site)
            except (OSError, ValueError) as error:
                self.fail(f"{args[0]}: {getattr(error, 'strerror', None) or error}")
                return
        folder = Path(opts.output or FOLDER) / (opts.name or name_of(case.url))
        try:
            line, trail = case.write(folder, settings)
        except OSError as error:
            self.fail(f"the case cannot be written: {error}")
            return
        print_article(terminal(), line, trail)
        sys.stdout.write(f"recorded in {folder}\n")


def name_of(url: str) -> str:
    """Give a case a name from the URL of its page."""
    parts = urlsplit(url)
    return NO_NAME.sub("-", f"{parts.netloc}{parts.path}").strip("-.")[:LONGEST_NAME] or "page"
