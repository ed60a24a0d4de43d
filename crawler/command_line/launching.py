"""Crawls started from a command, and what they come to: one exit code, one sentence, whatever went wrong."""

import difflib
import logging
import os
import signal
import sys
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from crawler.extensions.run import RunExtension
from crawler.ledger import LedgerError
from crawler.runs.lock import LockHeldError
from crawler.runs.verdict import HEALTHY, LOCKED, NO_START, STORAGE, UNHEALTHY, USAGE, Verdict

if TYPE_CHECKING:
    import asyncio

    from scrapy import Spider
    from scrapy.crawler import AsyncCrawlerProcess, Crawler
    from scrapy.spiderloader import SpiderLoaderProtocol

logger = logging.getLogger("squeegee")

WORST_FIRST = (STORAGE, USAGE, NO_START, UNHEALTHY, LOCKED, HEALTHY)
"""Which exit code stands for several crawls: what needs a person most comes first."""


EXIT_CALLED = "exit_called"
"""Finish reason of a crawl whose code called `sys.exit`."""


class Launch:
    """One crawl that was started, or could not be."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.crawler: Crawler | None = None
        self.task: asyncio.Task[None] | None = None
        self.refused: Verdict | None = None
        """Why it was not even started."""

    def start(self, process: "AsyncCrawlerProcess", spidercls: "type[Spider]", **arguments: Any) -> None:
        """Start the crawl; it goes on when the process is started."""
        try:
            self.crawler = process.create_crawler(spidercls)
        except Exception as error:  # noqa: BLE001 - whatever it is, this crawl cannot start and others can
            self.refused = could_not_start(error)
            return
        self.task = process.crawl(self.crawler, **arguments)

    @property
    def is_stopped(self) -> bool:
        """Whether the crawl ended because the process was told to stop."""
        extension = run_extension(self.crawler) if self.crawler is not None else None
        return extension is not None and extension.reason == "shutdown"

    def verdict(self, reason: str) -> Verdict:
        """Give the verdict once the process is over; a crawl that did not come to an end is sealed here with a reason."""
        if self.refused is not None:
            return self.refused
        if self.crawler is None or self.task is None:
            return Verdict(exit_code=HEALTHY, sentence="not started: the command was told to stop")
        extension = run_extension(self.crawler)
        error = self.task.exception() if self.task.done() and not self.task.cancelled() else None
        if error is not None:
            if extension is not None and extension.verdict is None:
                extension.abandon()
            return could_not_start(error)
        if extension is None:
            return Verdict(exit_code=HEALTHY, sentence="nothing was stored: storage is off")
        extension.finish(reason)
        assert extension.verdict is not None  # noqa: S101 - `finish` leaves one
        return extension.verdict


def run(process: "AsyncCrawlerProcess") -> str:
    """Run the crawls that were started; gives the reason for those that have no end afterwards.

    That is `forced` after a second signal, and `exit_called` where something in a crawl wanted to end the process: Scrapy
    alone would hang then.
    """
    try:
        process.start()
    except (SystemExit, KeyboardInterrupt):
        logger.exception("Something in the crawl wanted to end the process.")
        return EXIT_CALLED
    finally:
        # Python gives signals their default back while it ends, unless they are ignored: a second Ctrl-C that comes just
        # then would kill a process whose run is sealed, and the exit code would be another than that of `run.json`.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
    return "forced"


def leave(reason: str, exitcode: int) -> None:
    """End the process now if threads of a reactor that never stopped would keep it; else do nothing."""
    if reason == EXIT_CALLED:
        logging.shutdown()
        sys.stderr.flush()
        os._exit(exitcode)


def run_extension(crawler: "Crawler") -> RunExtension | None:
    """Give the extension that holds a crawl's run; None where the crawl did not get so far."""
    try:
        return crawler.get_extension(RunExtension)
    except RuntimeError:
        return None


def could_not_start(error: BaseException) -> Verdict:
    """Give the verdict on a crawl that an error kept from starting."""
    if isinstance(error, LockHeldError):
        return Verdict(exit_code=LOCKED, sentence=f"{error}; one run of a site at a time")
    if isinstance(error, OSError | LedgerError):
        is_named = not isinstance(error, OSError) or error.filename is not None  # what is flushed has no name
        what = "the output" if is_named else "the output, or the log,"
        return Verdict(exit_code=NO_START, sentence=f"could not start: {what} cannot be used: {error}")
    if isinstance(error, ValueError):
        return Verdict(exit_code=NO_START, sentence=f"could not start: {error}")
    logger.error("The crawl could not start.", exc_info=error)
    return Verdict(exit_code=NO_START, sentence=f"could not start: {type(error).__name__}: {error}")


def load(loader: "SpiderLoaderProtocol", name: str) -> "type[Spider] | Verdict":
    """Give the spider of a site, or why there is none."""
    try:
        return loader.load(name)
    except KeyError:
        return Verdict(exit_code=USAGE, sentence=no_site(name, loader.list()))
    except Exception as error:  # noqa: BLE001 - whatever is wrong with its file, it is this site's alone
        return Verdict(exit_code=NO_START, sentence=f"could not start: {error}")


def no_site(name: str, known: Iterable[str]) -> str:
    """Say that there is no site of a name, and which of the known ones may be meant; its file may be named, too.

    >>> no_site("sites/harbour.toml", ["harbour", "quay"])
    "there is no site 'sites/harbour.toml'; did you mean 'harbour'? ('scrapy list' names all)"
    """
    near = difflib.get_close_matches(PurePath(name).name.removesuffix(".toml"), known, 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"there is no site {name!r}{hint} ('scrapy list' names all)"


def worst(codes: Iterable[int]) -> int:
    """Give the exit code that stands for several."""
    return min(codes, key=WORST_FIRST.index, default=HEALTHY)


def say(site: str, verdict: Verdict) -> None:
    """Say a verdict in the last line: in the log, or on stderr where logging is off."""
    line = f"{site}: {verdict.sentence} (exit code {verdict.exit_code})"
    if logging.getLogger().handlers and logger.isEnabledFor(logging.ERROR):
        logger.log(logging.INFO if verdict.exit_code == HEALTHY else logging.ERROR, "%s", line)
    elif verdict.exit_code != HEALTHY:
        sys.stderr.write(line + "\n")
