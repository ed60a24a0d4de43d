"""`scrapy crawl`: one site, one run, and an exit code that tells the truth."""

import argparse
from typing import TYPE_CHECKING, Any, ClassVar, cast

from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

from crawler.command_line.commanding import ProjectCommand
from crawler.command_line.launching import Launch, leave, load, run, say
from crawler.extensions.progress import print_closing
from crawler.runs.verdict import Verdict

if TYPE_CHECKING:
    from scrapy.crawler import AsyncCrawlerProcess


class Command(ProjectCommand, BaseRunSpiderCommand):
    """Crawl one site; the exit codes are in `crawler.runs.verdict`."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"STORAGE_ENABLED": True}

    def syntax(self) -> str:
        """Give the arguments."""
        return "[options] SITE"

    def short_desc(self) -> str:
        """Say what the command does."""
        return "Crawl one site; the exit code says how it went"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "Crawl one site into a run folder of its own under SQUEEGEE_OUTPUT. Exit codes: 0 healthy, 1 could not start, "
            "2 wrong usage (also an unknown site), 3 unhealthy, 4 storage failed, 75 another run of the site goes on. "
            "The last log line and run.json say why."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl the site and set the exit code."""
        if len(args) != 1:
            raise UsageError("scrapy crawl takes the name of one site ('scrapy crawlall' takes several)")
        process = cast("AsyncCrawlerProcess", self.crawler_process)
        reason = "forced"
        spider = load(process.spider_loader, args[0])
        if isinstance(spider, Verdict):
            verdict = spider
        else:
            launch = Launch(args[0])
            launch.start(process, spider, **opts.spargs)
            reason = run(process)
            verdict = launch.verdict(reason)
            print_closing({args[0]: verdict})
        say(args[0], verdict)
        self.exitcode = verdict.exit_code
        leave(reason, self.exitcode)
