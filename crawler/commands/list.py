"""`scrapy list`: the names of the sites; Scrapy's own command, whose output nobody has to read to the end."""

import argparse
import sys
from typing import Any, ClassVar

from scrapy.spiderloader import get_spider_loader

from crawler.command_line.commanding import ProjectCommand


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
        sys.stdout.writelines(f"{name}\n" for name in sorted(get_spider_loader(self.settings).list()))
