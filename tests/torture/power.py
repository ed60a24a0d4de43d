"""Power cuts of real crawls: one or some at once are recorded, and what the disk has at random moments is crawled on."""

import random
from collections.abc import Iterator
from pathlib import Path

from tests.stand.calls import recorded, replay
from tests.stand.commands import ROOT, command, environment
from tests.stand.disk import Disk, losses
from tests.torture.site import SITES

WAYS = 3
"""Ways to lose what was not synced, of which each power cut has one."""


def power_cuts(number: int, folder: Path, url: str, dice: random.Random, **settings: object) -> Iterator[Path]:
    """Record a crawl of all sites, in one process or in several, and give the output that each power cut leaves."""
    whole = folder / "recorded"
    whole.mkdir(parents=True)
    told = {"STORAGE_COMMIT_ARTICLES": dice.choice([1, 5]), "STORAGE_COMMIT_SECONDS": 0.05, **settings}
    crawls = dice.choice([[("crawlall", *SITES)], [("crawl", site) for site in SITES]])
    commands = [command(*crawl, output=whole, url=url, **told) for crawl in crawls]
    calls = recorded(commands, folder / "calls", ROOT, environment(url))
    moments = list(replay(Disk(whole), calls))
    chosen = set(dice.sample(moments, min(number, len(moments))))
    disk = Disk(whole)
    for moment in replay(disk, calls):
        if moment in chosen:
            output = folder / f"cut{moment}"
            disk.cut(output, dice.choice(list(losses(dice, WAYS))))
            yield output
    disk.seen(folder / "seen")
    for path in folder.glob("recorded/plain*/*/*"):
        same = folder / "seen" / path.relative_to(whole)
        assert same.read_bytes() == path.read_bytes(), f"a call was not understood: {path}"
