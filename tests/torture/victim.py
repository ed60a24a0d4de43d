"""One crawl that is killed: when, and in what state it was found."""

import random
import time
from dataclasses import dataclass
from pathlib import Path

from tests.stand.commands import command
from tests.torture.child import Child

POLL_SECONDS = 0.0005
LONGEST_SECONDS = 120.0
MOST_BYTES = 12_000
"""Of articles.jsonl, that are waited for at most: half of what the smallest site has."""

MOMENTS = ("anywhere", "starting", "recovering", "storing", "storing", "storing", "sealing", "sealed")
"""What a kill waits for before its random delay; storing is what most can go wrong in.

`anywhere` waits for nothing; `starting` for a new folder; `recovering` for a lock, which is taken before a killed run is
sealed; `storing` for lines of a random length; `sealing` for the first file of the end; `sealed` for run.json.
"""


@dataclass(frozen=True)
class Death:
    """How one crawl ended."""

    moment: str
    killed: bool
    """Whether it was killed; False if it came to its own end before."""
    code: int


class Victim:
    """A crawl that will be killed at a random moment."""

    def __init__(self, arguments: list[str], output: Path, url: str, dice: random.Random, **settings: object) -> None:
        self.output = output
        self.dice = dice
        self.before = set(output.glob("plain*/*Z")) | set(output.glob("plain*/*Z/run.json"))
        options = command(*arguments, output=output, url=url, **settings)[3:]
        self.process = Child(options, output.parent / "torture.log")

    def kill(self, moment: str, seconds: float) -> Death:
        """Wait for a moment, then a random while, then kill; *seconds* is how long an undisturbed crawl takes."""
        end = time.monotonic() + LONGEST_SECONDS
        size = self.dice.randrange(1, MOST_BYTES)
        while self.process.poll() is None and time.monotonic() < end and not self._has_come(moment, size):
            time.sleep(POLL_SECONDS)
        longest = seconds if moment == "anywhere" else self.dice.choice([0.0, 0.003, 0.03, 0.3])
        end = time.monotonic() + self.dice.uniform(0, longest)
        while self.process.poll() is None and time.monotonic() < end:
            time.sleep(POLL_SECONDS)
        killed = self.process.poll() is None
        self.process.kill()
        code = self.process.wait()
        return Death(moment, killed and code < 0, code)

    def _has_come(self, moment: str, size: int) -> bool:
        if moment == "anywhere":
            return True
        if moment == "recovering":
            # The holder writes itself into the lock right after it took it.
            return any(str(self.process.pid) in _read(path) for path in self.output.glob("plain*/.lock"))
        if moment == "sealed":
            return any(path not in self.before for path in self.output.glob("plain*/*Z/run.json"))
        new = [path for path in self.output.glob("plain*/*Z") if path not in self.before]
        if moment == "storing":
            return any(_size(folder / "articles.jsonl") >= size for folder in new)
        if moment == "sealing":
            return any(True for folder in new for _ in folder.glob(".*.tmp"))
        return bool(new)


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
