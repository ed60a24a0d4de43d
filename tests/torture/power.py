"""Power cuts of real crawls: one is recorded, and what its disk has at random moments is crawled to the end."""

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
    """Record a crawl of all sites in a folder, and give the output that each of so many power cuts leaves."""
    whole = folder / "recorded"
    whole.mkdir(parents=True)
    told = {"STORAGE_COMMIT_ARTICLES": dice.choice([1, 5]), "STORAGE_COMMIT_SECONDS": 0.05, **settings}
    crawl = command("crawlall", *SITES, output=whole, url=url, **told)
    calls = recorded(crawl, folder / "calls", ROOT, environment(url))
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
