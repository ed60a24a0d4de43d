"""What the report tells, read from an output folder in one pass at bounded memory."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from crawler.jsonl import read_run
from crawler.runs.finding import run_folders
from crawler.runs.folder import by_age, read_report
from crawler.runs.verdict import seen_before

MOST_STRINGS = 50_000
"""Different removed strings that are counted; new ones beyond that are only counted as left out."""

SHOWN_STRINGS = 200
"""Removed strings in the page."""

LONGEST_STRING = 200
"""Characters of a removed string in the page; a longer one is shortened."""

INJECTED = frozenset({"injection"})
"""Stages whose removals are strings that somebody put in."""

PAST = 10
"""Earlier runs of a site that its newest is compared with."""

FAR_LESS = 0.5
"""Share of the usual yield under which a run stands out."""

FAR_MORE = 2.0
"""Multiple of the usual removal, and of the usual share of rejects, over which a run stands out."""


@dataclass(slots=True)
class RunFacts:
    """One run of one site."""

    site: str
    run: str
    folder: Path
    finished: bool = False
    exit_code: int | None = None
    verdict: str = "not finished: it goes on, or was killed and waits for the next run to seal it"
    counts: dict[str, Any] = field(default_factory=dict)

    def count(self, name: str) -> int:
        """Give a count of the run, 0 where it has none."""
        value = self.counts.get(name, 0)
        return value if isinstance(value, int) else 0

    def table(self, name: str) -> dict[str, int]:
        """Give a table of counts (`removed_characters`, `rejects`), empty where there is none."""
        value = self.counts.get(name)
        return dict(value) if isinstance(value, dict) else {}

    @property
    def unchanged(self) -> int:
        """Articles that were looked at again and had not changed: neither good news of the site nor bad."""
        return seen_before(self.counts | {"rejects": self.table("rejects")})

    @property
    def judged(self) -> int:
        """Articles yielded without those that had not changed."""
        return self.count("yielded") - self.unchanged

    @property
    def news(self) -> int:
        """Articles judged without the pages that gave none in an earlier run either."""
        return self.judged - self.count("again")

    @property
    def refused(self) -> int:
        """Articles rejected for what they are: no copies, and not unchanged."""
        return self.count("rejected") - self.count("duplicates") - self.unchanged

    @property
    def characters(self) -> int:
        """Characters removed by all stages."""
        return sum(self.table("removed_characters").values())

    @property
    def started(self) -> str:
        """The start as a person reads it, in UTC."""
        try:
            return datetime.strptime(self.run[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).strftime("%Y-%m-%d %H:%M")
        except ValueError:
            return self.run


@dataclass(slots=True)
class SiteFacts:
    """One site over its runs, the oldest first."""

    name: str
    runs: list[RunFacts] = field(default_factory=list)

    def total(self, name: str) -> int:
        """Give the sum of a count over the runs."""
        return sum(run.count(name) for run in self.runs)

    def totals(self, name: str) -> Counter[str]:
        """Give the sum of a table of counts over the runs."""
        sums: Counter[str] = Counter()
        for run in self.runs:
            sums.update(run.table(name))
        return sums

    @property
    def newest(self) -> RunFacts:
        """The last run."""
        return self.runs[-1]

    def drift(self) -> list[str]:
        """Say where the newest run differs from the usual of those before it, in words."""
        past = [run for run in self.runs[:-1] if run.finished and run.news][-PAST:]
        now = self.newest
        if not past or not now.finished or not now.news:
            return []
        found = []
        for name, figure in FIGURES.items():
            usual, today = median(map(figure, past)), figure(now)
            if usual and today < FAR_LESS * usual and name == "yield":
                found.append(f"yield {today:.0%}, usually {usual:.0%}")
            elif name != "yield" and today > FAR_MORE * max(usual, LEAST[name]):
                form = ".0%" if name == "share rejected" else ".0f"
                found.append(f"{name} {today:{form}}, usually {usual:{form}}")
        return found


FIGURES: dict[str, Callable[[RunFacts], float]] = {
    "yield": lambda run: (run.count("stored") + run.count("duplicates")) / run.news,
    "share rejected": lambda run: max(0, run.refused - run.count("again")) / run.news,
    "characters removed for each article": lambda run: run.characters / run.count("yielded"),
}
"""What is compared from run to run: good articles among all that say something new, refused ones that are no copies, and
removed text."""

LEAST = {"share rejected": 0.05, "characters removed for each article": 50.0}
"""Figures below which doubling means nothing."""


@dataclass(slots=True)
class Strings:
    """Strings that were put into articles, with how often and where."""

    times: Counter[str] = field(default_factory=Counter)
    sites: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    reasons: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    left_out: int = 0
    """Removals of strings that came after MOST_STRINGS different ones."""

    def add(self, text: str, site: str, reason: str) -> None:
        """Count one removal."""
        if text not in self.times and len(self.times) >= MOST_STRINGS:
            self.left_out += 1
            return
        self.times[text] += 1
        self.sites[text].add(site)
        self.reasons[text][reason] += 1

    def top(self) -> list[tuple[str, int, int, str]]:
        """Give the strings for the page: text, times, number of sites, most frequent reason."""
        ranked = sorted(self.times, key=lambda text: (-len(self.sites[text]), -self.times[text], text))
        ranked.sort(key=lambda text: -self.times[text])
        return [
            (text, self.times[text], len(self.sites[text]), self.reasons[text].most_common(1)[0][0])
            for text in ranked[:SHOWN_STRINGS]
        ]


@dataclass(slots=True)
class Collected:
    """Everything the report tells, apart from the articles shown in it."""

    sites: dict[str, SiteFacts] = field(default_factory=dict)
    strings: Strings = field(default_factory=Strings)
    copies: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Copies by site of the copy and site of the article kept."""
    articles: Counter[str] = field(default_factory=Counter)
    """Stored articles by site."""

    @property
    def runs(self) -> list[RunFacts]:
        """All runs, the oldest first."""
        return sorted(
            (run for site in self.sites.values() for run in site.runs), key=lambda run: (by_age(run.run), run.site)
        )


def collect(output: Path) -> Collected:
    """Read all runs of an output folder. Raises FileNotFoundError where there is none."""
    collected = Collected()
    kept: dict[str, str] = {}
    copies: list[tuple[str, str]] = []
    for folder in run_folders(output):
        facts = run_facts(folder)
        collected.sites.setdefault(facts.site, SiteFacts(facts.site)).runs.append(facts)
        for line in read_run(folder, "articles"):
            kept[line["id"]] = line["site"]
            collected.articles[line["site"]] += 1
        copies.extend(
            (line["site"], line["duplicate_of"]) for line in read_run(folder, "rejected") if "duplicate_of" in line
        )
        for edit in read_run(folder, "trail"):
            if edit["stage"] in INJECTED and edit["action"] in {"cut", "drop", "replace"}:
                collected.strings.add(short(edit["removed"]), facts.site, edit["reason"])
    for site, original in copies:
        if original in kept:
            collected.copies[site, kept[original]] += 1
    collected.sites = dict(sorted(collected.sites.items()))
    return collected


def run_facts(folder: Path) -> RunFacts:
    """Read the facts of one run."""
    facts = RunFacts(site=folder.parent.name, run=folder.name, folder=folder)
    report = read_report(folder)
    if report is None:
        return facts
    facts.site, facts.run = report["site"], report["run"]
    facts.finished, facts.exit_code = True, report["exit_code"]
    facts.verdict, facts.counts = report["verdict"], dict(report["counts"])
    return facts


def short(text: str) -> str:
    """Give a removed string as one line of bounded length."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_STRING else line[: LONGEST_STRING - 1] + "…"


def newest_first(collected: Collected) -> Iterator[RunFacts]:
    """Give the runs, the newest first, the sites taking turns."""
    queues = [list(site.runs) for site in collected.sites.values()]
    while any(queues):
        for queue in queues:
            if queue:
                yield queue.pop()
