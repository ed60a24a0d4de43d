"""`scrapy crawlall`: several or all sites in one process, with one ledger and one exit code."""

import argparse
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import AsyncCrawlerProcess

from crawler.command_line.commanding import ProjectCommand
from crawler.command_line.launching import Launch, leave, load, logger, run, say, worst
from crawler.extensions.progress import print_closing
from crawler.runs.verdict import NO_START, Verdict
from crawler.spiderloader import no_sites

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterator

    from scrapy import Spider


class Command(ProjectCommand, BaseRunSpiderCommand):
    """Crawl several sites, CRAWLALL_SITES of them at a time."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"STORAGE_ENABLED": True}

    def syntax(self) -> str:
        """Give the arguments."""
        return "[options] [SITE ...]"

    def short_desc(self) -> str:
        """Say what the command does."""
        return "Crawl several sites, or all, in one process"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "Crawl the named sites, or all, each into a run folder of its own. A site that cannot start, or that another "
            "process crawls now, stops none of the others. The exit code is that of the worst site, in this order: "
            "4 storage failed, 2 wrong usage, 1 could not start, 3 unhealthy, 75 another run goes on, 0 healthy."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl the sites and set the exit code."""
        process = cast("AsyncCrawlerProcess", self.crawler_process)
        try:
            loader = process.spider_loader
            names = list(dict.fromkeys(args or [*loader.list(), *getattr(loader, "broken", ())]))
        except Exception as error:  # noqa: BLE001 - without a list of sites there is nothing to crawl
            say("crawlall", Verdict(exit_code=NO_START, sentence=f"could not start: {error}"))
            self.exitcode = NO_START
            return
        if not names:
            say("crawlall", Verdict(exit_code=NO_START, sentence=f"could not start: {no_sites(process.settings)}"))
            self.exitcode = NO_START
            return
        queue = Queue(process, names, opts.spargs)
        queue.fill(process.settings.getint("CRAWLALL_SITES"))
        reason = run(process)
        verdicts = {launch.site: launch.verdict(reason) for launch in queue.launches}
        print_closing(verdicts)
        for site, verdict in verdicts.items():
            say(site, verdict)
        self.exitcode = worst(verdict.exit_code for verdict in verdicts.values())
        logger.info("crawlall: %d sites (exit code %d)", len(names), self.exitcode)
        leave(reason, self.exitcode)


class Queue:
    """Sites that are crawled a few at a time, each as soon as one before it is done."""

    def __init__(self, process: AsyncCrawlerProcess, names: list[str], arguments: dict[str, Any]) -> None:
        self.process = process
        self.arguments = arguments
        self.launches = [Launch(name) for name in names]
        self._next: Iterator[Launch] = iter(self.launches)
        self._stopped = False

    def fill(self, sites: int) -> None:
        """Start the first crawls."""
        for _ in range(max(1, sites)):
            self.start_next()

    def start_next(self) -> None:
        """Start the next site that can be started, unless the process was told to stop."""
        for launch in self._next:
            spider: type[Spider] | Verdict = load(self.process.spider_loader, launch.site)
            if isinstance(spider, Verdict):
                launch.refused = spider
                continue
            launch.start(self.process, spider, **self.arguments)
            if launch.task is not None:
                launch.task.add_done_callback(partial(self._done, launch))
                return

    def _done(self, launch: Launch, task: "asyncio.Task[None]") -> None:
        # Reading the exception keeps asyncio from printing it once more; the verdict reads it again.
        stopped = not task.cancelled() and task.exception() is None and launch.is_stopped
        self._stopped = self._stopped or stopped
        if not self._stopped:
            self.start_next()
