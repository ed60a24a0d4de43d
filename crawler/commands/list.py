"""`scrapy list`: the names of the sites; Scrapy's own command, whose output nobody has to read to the end."""

import argparse
import sys
from typing import Any, ClassVar

from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from crawler.command_line.commanding import ProjectCommand
from crawler.spiderloader import no_sites


class Command(ProjectCommand):
    """List the sites."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        """Say what the command does."""
        return "List the sites; those that cannot be crawled are named on stderr, with the reason"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002 - Scrapy's signature
        """Print one name a line, sorted."""
        if args:
            raise UsageError("scrapy list takes no names ('scrapy sites NAME' shows one site)")
        loader = get_spider_loader(self.settings)
        sys.stdout.writelines(f"{name}\n" for name in sorted(loader.list()))
        if not loader.list() and not getattr(loader, "broken", ()):
            sys.stderr.write(no_sites(self.settings) + "\n")
