"""A whole replay: sources read, articles made over the cores, sent through the stages in order, compared."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from heapq import merge
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from crawler.command_line.parallel import in_order
from crawler.command_line.progress import Watch, watch
from crawler.ledger import NAME
from crawler.replay.baseline import Baseline
from crawler.replay.difference import Difference
from crawler.replay.flow import Flow
from crawler.replay.job import Job, Making
from crawler.replay.sources import Source, batches, open_source
from crawler.runs.files import put
from crawler.runs.finding import output_of, run_folders
from crawler.runs.folder import REPORT, STAMP
from crawler.runs.provenance import settings_digest, versions
from crawler.runs.sealing import Report
from crawler.sites import Site
from crawler.urls import host_of, owns

HOLD = "TEMPLATE_HOLD"
"""Setting with the size of a batch."""

END = "~"
"""Time behind all others: a source has no further batch."""


def replay(
    sources: Sequence[Source],
    settings: BaseSettings,
    folder: Path,
    *,
    now: datetime,
    processes: int = 0,
    context: int = 0,
) -> Difference:
    """Replay sources into a new run folder, whose files and ledger are written; gives what changed.

    *context* is the number of earlier articles that a run folder's output folder may add, so that the ledger knows
    what the crawl knew. Raises ValueError or OSError for a source that cannot be read.
    """
    sites = known_sites(settings)
    run = now.strftime(STAMP)
    flow = Flow(settings, sites, folder)
    baseline = Baseline()
    difference = Difference()
    everything = [*context_of(sources, context), *sources]
    try:
        for source in everything:
            if source.folder is not None:
                baseline.add_run(source.folder, expected=not source.context)
        with watch("replay", total=_total(everything)) as progress:
            _pass(everything, flow, baseline, difference, progress, run=run, processes=processes)
        for line in baseline.missing():
            difference.missing(line)
        difference.notes = flow.notes
    finally:
        baseline.close()
        flow.close()
    put(folder / REPORT, report_of(sources, flow, difference, run=run, now=now).as_json())
    return difference


def context_of(sources: Sequence[Source], most: int) -> list[Source]:
    """Give the runs of the same output folders that began before the replayed ones ended, the newest chosen first."""
    folders = {source.folder for source in sources if source.folder is not None}
    newest = max((_ended(source) for source in sources if source.folder is not None), default="")
    around: set[Path] = set()
    for output in {output_of(folder) for folder in folders}:
        if (output / NAME).exists():
            around |= {path for path in run_folders(output) if path.name <= newest} - folders
    chosen: list[Source] = []
    for path in sorted(around, key=lambda path: (path.name, path.parent.name), reverse=True):
        source = replace(open_source(path), context=True)
        most -= _articles(source)
        if most < 0:
            break
        chosen.append(source)
    return chosen


def _pass(
    sources: Sequence[Source],
    flow: Flow,
    baseline: Baseline,
    difference: Difference,
    progress: Watch,
    *,
    run: str,
    processes: int,
) -> None:
    sizes: deque[tuple[Source, int]] = deque()

    def jobs() -> Iterator[Job]:
        for source, batch in _in_time(sources, flow, run):
            sizes.append((source, len(batch)))
            yield from batch

    # Lines are made into articles faster than they could be handed to another process.
    from_pages = any(source.from_pages for source in sources)
    made = in_order(Making(), jobs(), processes=processes if from_pages else 1)
    while batch := list(islice(made, 1)):
        source, size = sizes.popleft()
        batch += islice(made, size - 1)
        flow.observe(batch)
        for item in batch:
            name = str(item.job.line.get("id") or (item.article.id if item.article is not None else ""))
            if source.is_cut_off and not baseline.left(item.job.run, name):
                continue  # killed before it was written; the next run fetched it again
            before: Mapping[str, Any] | None = baseline.get(item.job.run, name)
            outcome = flow.take(item, before, write=not source.context)
            if source.context:
                continue
            if source.kind == "lines" and before is None:
                before = item.job.line
            baseline.met(item.job.run, outcome.id)
            difference.add(outcome.id, outcome.door, outcome.line, before)
            progress.article(item.job.site, outcome.door, copy=outcome.line.get("reason") == "copy")


def _in_time(sources: Sequence[Source], flow: Flow, run: str) -> Iterator[tuple[Source, list[Job]]]:
    """Give the batches of all sources in the order of their time, up to the last one that is not context.

    Crawls that went on at the same time shared a ledger, so that their batches must take turns as they did.
    """
    hold, sites = flow.settings.getint(HOLD), flow.sites

    def stream(source: Source) -> Iterator[tuple[str, Source, list[Job]]]:
        # The first entry keeps a run from being opened before its time comes.
        yield source.started, source, []
        articles = 0
        for date, batch in batches(source, lambda url: site_of_url(url, sites), sites, hold, run, notes=flow.notes):
            articles += len(batch)
            yield date, source, batch
        if not articles and not source.context:
            flow.notes.append(f"{source.path} holds no article")
        yield END, source, []

    left = sum(not source.context for source in sources)
    for date, source, batch in merge(*map(stream, sources), key=itemgetter(0)):
        left -= date == END and not source.context
        if not left:
            return
        if batch:
            yield source, batch


def known_sites(settings: BaseSettings) -> dict[str, Site | None]:
    """Give today's sites by name."""
    loader = get_spider_loader(settings)
    spiders = {name: loader.load(name) for name in loader.list()}
    return {name: getattr(spider, "site", None) for name, spider in spiders.items()}


def site_of_url(url: str, sites: dict[str, Site | None]) -> Site | None:
    """Give the site that a URL belongs to."""
    host = host_of(url)
    return next((site for site in sites.values() if site is not None and owns(site.domains, host)), None)


def report_of(sources: Sequence[Source], flow: Flow, difference: Difference, *, run: str, now: datetime) -> Report:
    """Give the `run.json` of a replay: that of the source where there is one, with what is different."""
    reports: list[Any] = [source.report for source in sources if source.report is not None]
    only: dict[str, Any] = reports[0] if len(reports) == len(sources) == 1 else {}
    stamp = now.isoformat(timespec="seconds")
    flow.counts.pages = difference.stored + difference.rejected.total() + difference.failed
    names = ", ".join(str(source.path) for source in sources)
    return Report(
        run=only.get("run", run),
        site=only.get("site", "replay"),
        start=only.get("start", stamp),
        end=stamp,
        finish_reason="replayed",
        exit_code=0,
        verdict=f"replay of {names}: {difference.stored} stored, {difference.rejected.total()} rejected, "
        f"{difference.failed} failed",
        counts=flow.counts.as_report(),
        versions=versions(),
        settings_digest=settings_digest(flow.settings),
    )


def _ended(source: Source) -> str:
    """Give the end of a run in the form of a run's name; a run without an end comes behind all others."""
    return datetime.fromisoformat(source.report["end"]).strftime(STAMP) if source.report is not None else END


def _articles(source: Source) -> int:
    """Give the number of articles of a run, 0 where it is not known."""
    return int(source.report["counts"]["yielded"]) if source.report is not None else 0


def _total(sources: Sequence[Source]) -> int | None:
    """Give the number of articles to come, None where it is not known."""
    if any(source.report is None for source in sources):
        return None
    return sum(_articles(source) for source in sources if not source.context)
