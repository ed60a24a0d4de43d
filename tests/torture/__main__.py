"""`python -m tests.torture KILLS [SEED]`: kill crawls until so many are dead, and say what that cost."""

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.stand.commands import scrapy
from tests.stand.server import Stand
from tests.torture.harvest import Harvest
from tests.torture.victim import MOMENTS, Victim

SITES = ("plain0", "plain1", "plain2")
COMPRESSIONS = ("", "gz", "zst")


@dataclass
class Tally:
    """What was done and what came of it."""

    kills: Counter[str] = field(default_factory=Counter)
    """Crawls killed, by the moment that was waited for."""
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
            f"{self.interrupted} runs sealed by a later start; {self.rounds} outputs with {self.articles} articles "
            f"compared with an undisturbed crawl: {wrong or '0 lost, 0 doubled, 0 torn, 0 changed; ledger and files agree'}"
        )


def torture(kills: int, folder: Path, *, seed: int = 1, articles: int = 40, kills_a_round: int = 20) -> Tally:
    """Kill crawls of the stand's sites, a round after the other, and compare each round's output in the end."""
    dice, tally = random.Random(seed), Tally()
    with Stand(articles) as stand:
        prepare(stand, articles)
        begun = time.monotonic()
        scrapy("crawlall", *SITES, output=folder / "whole", url=stand.url)
        seconds = time.monotonic() - begun
        whole = Harvest(folder / "whole")
        assert not +whole.faults, whole.faults
        assert len(whole.articles) > articles, "the undisturbed crawl stored too little"
        while sum(tally.kills.values()) < kills:
            output = folder / f"round{tally.rounds}"
            output.mkdir()
            compression = dice.choice(COMPRESSIONS)
            left = min(kills_a_round, kills - sum(tally.kills.values()))
            for _ in range(left):
                arguments = ["crawlall", *SITES] if dice.random() < 0.5 else ["crawl", dice.choice(SITES)]
                victim = Victim(
                    arguments,
                    output,
                    stand.url,
                    dice,
                    STORAGE_COMMIT_ARTICLES=dice.choice([1, 5, 100]),
                    STORAGE_COMMIT_SECONDS=dice.choice([0.05, 0.5]),
                    STORAGE_COMPRESSION=compression,
                )
                death = victim.kill(dice.choice(MOMENTS), seconds)
                tally.kills[death.moment] += death.killed
                tally.survivors += not death.killed
                show(tally, kills)
            finish(tally, whole, output, stand.url, compression)
    return tally


def prepare(stand: Stand, articles: int) -> None:
    """Put pages on the stand that leave by the other doors: copies, pages without an article, pages that are gone."""
    for site in SITES:
        stand.answers[f"/{site}/{articles - 1}.html"] = (410, "gone")
        stand.answers[f"/{site}/{articles - 2}.html"] = (200, "<html><body><h1>Empty</h1><p>No.</p></body></html>")
        stand.answers[f"/{site}/{articles - 3}.html"] = stand.answer(f"/{site}/0.html")


def finish(tally: Tally, whole: Harvest, output: Path, url: str, compression: str) -> None:
    """Let the crawl of a round come to its end, and compare what it left."""
    ended = scrapy("crawlall", *SITES, output=output, url=url, STORAGE_COMPRESSION=compression)
    harvest = Harvest(output)
    faults = harvest.compare(whole)
    if ended.code not in {0, 3}:  # 3: where all was stored before the last kill, the last run may find errors alone
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
        sys.stderr.write(f"\r{sum(tally.kills.values())} of {kills} killed, faults: {dict(tally.faults)} ")


def main(arguments: list[str]) -> int:
    """Torture, report, and give 1 if anything was wrong."""
    kills = int(arguments[0]) if arguments else 100
    seed = int(arguments[1]) if len(arguments) > 1 else int(time.time())
    folder = Path(tempfile.mkdtemp(prefix="squeegee-torture-"))
    tally = torture(kills, folder, seed=seed)
    sys.stdout.write(f"seed {seed}: {tally}\n")
    if not tally.faults:
        shutil.rmtree(folder)
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
