"""The real `scrapy` command in a forked process: everything is imported before, so that hundreds of them are quick."""

import os
import signal
import sys
from pathlib import Path

import scrapy.cmdline
import scrapy.crawler

import crawler.settings
import crawler.spiderloader  # noqa: F401 - imported once for all children
from tests.stand.commands import ROOT

assert "twisted.internet.reactor" not in sys.modules, "a child must install its own"


class Child:
    """A command that runs in a process of its own; *arguments* are those after `scrapy`."""

    def __init__(self, arguments: list[str], log: Path) -> None:
        self.code: int | None = None
        """Its exit code, negative for a signal; None while it runs."""
        self.pid = os.fork()
        if self.pid == 0:
            run(arguments, log)

    def poll(self) -> int | None:
        """Give the exit code if it has ended."""
        if self.code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code

    def wait(self) -> int:
        """Give the exit code as soon as it has ended."""
        if self.code is None:
            self.code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.code

    def kill(self) -> None:
        """Kill it as `kill -9` does."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)


def run(arguments: list[str], log: Path) -> None:
    """Be the command: never returns."""
    code = 1
    try:
        fd = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(fd, 1)
        os.dup2(fd, 2)
        os.chdir(ROOT)
        scrapy.cmdline.execute(["scrapy", *arguments])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001 - the child ends here, whatever it was
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
