"""`python -m tests.torture KILLS [SEED [ARTICLES]]`: kill crawls until so many are dead, and say what that cost.

A fifth as many power cuts follow, where strace is to be had.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.stand.calls import STRACE
from tests.stand.commands import ROOT, command
from tests.torture.child import Child
from tests.torture.harvest import Harvest
from tests.torture.power import power_cuts
from tests.torture.site import SITES
from tests.torture.victim import MOMENTS, Victim

COMPRESSIONS = ("", "gz", "zst")

ONCE = {"DISCOVERY_AGAIN_HOURS": ""}
"""No page is looked at again: some of a round's crawls come to their end, and the next would rightly ask once more for
the pages that gave no article."""


KILLS_A_CUT, CUTS_A_CRAWL = 5, 20
"""Kills for each power cut, and power cuts of one crawl, which takes its time to be recorded."""


@dataclass
class Tally:
    """What was done and what came of it."""

    kills: Counter[str] = field(default_factory=Counter)
    """Crawls killed, by the moment that was waited for."""
    cuts: int = 0
    """Power cuts."""
    survivors: int = 0
    """Crawls that came to their own end before the kill."""
    rounds: int = 0
    """Outputs that were crawled to the end and compared with an undisturbed crawl."""
    interrupted: int = 0
    """Killed runs that a later start sealed."""
    articles: int = 0
    """Articles compared."""
    faults: Counter[str] = field(default_factory=Counter)
    """What was wrong; empty is what is wanted."""

    def __str__(self) -> str:
        kills = ", ".join(f"{moment} {number}" for moment, number in sorted(self.kills.items()))
        wrong = ", ".join(f"{number} {fault}" for fault, number in sorted(self.faults.items()))
        return (
            f"{sum(self.kills.values())} crawls killed ({kills}), {self.survivors} ended before; "
            f"{self.cuts} power cuts; "
            f"{self.interrupted} runs sealed by a later start; {self.rounds} outputs with {self.articles} articles "
            f"compared with an undisturbed crawl: {wrong or '0 lost, 0 doubled, 0 torn, 0 changed; ledger and files agree'}"
        )


@contextmanager
def site(articles: int) -> Iterator[str]:
    """Serve the sites from a process of its own: this one forks, and so must have no threads."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.torture.site", str(articles)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        os.environ["STAND_URL"] = url
        yield url


def torture(kills: int, folder: Path, *, seed: int = 1, articles: int = 40, kills_a_round: int = 6) -> Tally:
    """Kill crawls of the stand's sites, a round after the other, and compare each round's output in the end."""
    dice, tally = random.Random(seed), Tally()
    with site(articles) as url:
        begun = time.monotonic()
        crawl_to_the_end(folder / "whole", url)
        seconds = time.monotonic() - begun
        whole = Harvest(folder / "whole")
        assert not +whole.faults, whole.faults
        assert len(whole.articles) > 2 * articles, "the undisturbed crawl stored too little"
        while sum(tally.kills.values()) < kills:
            output = folder / f"round{tally.rounds}"
            output.mkdir()
            compression = dice.choice(COMPRESSIONS)
            for _ in range(min(kills_a_round, kills - sum(tally.kills.values()))):
                # Often several at once, on one ledger, with or without a site in common.
                victims = [
                    Victim(
                        ["crawlall", *SITES] if dice.random() < 0.5 else ["crawl", dice.choice(SITES)],
                        output,
                        url,
                        dice,
                        STORAGE_COMMIT_ARTICLES=dice.choice([1, 5, 100]),
                        STORAGE_COMMIT_SECONDS=dice.choice([0.05, 0.5]),
                        STORAGE_COMPRESSION=compression,
                        **ONCE,
                    )
                    for _ in range(dice.choice([1, 1, 2]))
                ]
                for victim in victims:
                    death = victim.kill(dice.choice(MOMENTS), seconds)
                    tally.kills[death.moment] += death.killed
                    tally.survivors += not death.killed
                show(tally, kills)
            finish(tally, whole, output, url, compression)
        if STRACE is not None:
            cut_the_power(tally, -(-kills // KILLS_A_CUT), folder, url, whole, dice=dice)
    return tally


def cut_the_power(tally: Tally, number: int, folder: Path, url: str, whole: Harvest, *, dice: random.Random) -> None:
    """Cut the power so many times, of a few crawls, and compare what the next crawl of each makes of it."""
    while tally.cuts < number:
        recorded, compression = folder / f"power{tally.cuts}", dice.choice(COMPRESSIONS)
        more = min(CUTS_A_CRAWL, number - tally.cuts)
        for output in power_cuts(more, recorded, url, dice, STORAGE_COMPRESSION=compression, **ONCE):
            tally.cuts += 1
            finish(tally, whole, output, url, compression)
            show(tally, number)
        if not tally.faults:
            shutil.rmtree(recorded)


def crawl_to_the_end(output: Path, url: str, **settings: object) -> int:
    """Crawl all sites undisturbed; gives the exit code."""
    output.mkdir(exist_ok=True)
    options = command("crawlall", *SITES, output=output, url=url, **settings, **ONCE)[3:]
    return Child(options, output.parent / "torture.log").wait()


def finish(tally: Tally, whole: Harvest, output: Path, url: str, compression: str) -> None:
    """Let the crawl of a round come to its end, and compare what it left."""
    code = crawl_to_the_end(output, url, STORAGE_COMPRESSION=compression)
    harvest = Harvest(output)
    faults = harvest.compare(whole)
    if code not in {0, 3}:  # 3: where all was stored before the last kill, the last run may find errors alone
        faults["exit codes"] += 1
    tally.rounds += 1
    tally.articles += len(harvest.articles)
    tally.interrupted += sum('"interrupted"' in path.read_text() for path in output.glob("plain*/*Z/run.json"))
    tally.faults += faults
    if faults:
        sys.stderr.write(f"round {tally.rounds} in {output}: {dict(faults)}\n")
    else:
        shutil.rmtree(output)


def show(tally: Tally, kills: int) -> None:
    """Show on a terminal how far it is."""
    if sys.stderr.isatty():
        done = f"{sum(tally.kills.values())} killed, {tally.cuts} power cuts"
        sys.stderr.write(f"\r{done} of {kills}, faults: {dict(tally.faults)} ")


def main(arguments: list[str]) -> int:
    """Torture, report, and give 1 if anything was wrong."""
    kills = int(arguments[0]) if arguments else 100
    seed = int(arguments[1]) if len(arguments) > 1 else int(time.time())
    articles = int(arguments[2]) if len(arguments) > 2 else 40
    folder = Path(tempfile.mkdtemp(prefix="squeegee-torture-"))
    tally = torture(kills, folder, seed=seed, articles=articles)
    sys.stdout.write(f"seed {seed}: {tally}\n")
    if not tally.faults:
        shutil.rmtree(folder)
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
