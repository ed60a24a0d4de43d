"""A whole replay: sources read, articles made over the cores, sent through the stages in order, compared."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from crawler.discovery.plan import owns
from crawler.parallel import in_order
from crawler.progress import Watch, watch
from crawler.provenance import settings_digest, versions
from crawler.replay.baseline import Baseline
from crawler.replay.difference import Difference
from crawler.replay.flow import Flow
from crawler.replay.job import Job, Making
from crawler.replay.sources import Source, batches
from crawler.runs.files import put
from crawler.runs.folder import REPORT, STAMP
from crawler.runs.sealing import Report
from crawler.sites import Site
from crawler.urls import host_of

HOLD = "TEMPLATE_HOLD"


def replay(
    sources: Sequence[Source], settings: BaseSettings, folder: Path, *, now: datetime, processes: int = 0
) -> Difference:
    """Replay sources into a new run folder, whose files and ledger are written; gives what changed.

    Raises ValueError or OSError for a source that cannot be read.
    """
    sites = known_sites(settings)
    run = now.strftime(STAMP)
    flow = Flow(settings, sites, folder)
    baseline = Baseline()
    difference = Difference()
    try:
        for source in sources:
            if source.folder is not None:
                baseline.add_run(source.folder)
        with watch("replay", total=_total(sources)) as progress:
            for source in sources:
                _one(source, flow, baseline, difference, progress, run=run, processes=processes)
        for line in baseline.missing():
            difference.missing(line)
    finally:
        baseline.close()
        flow.close()
    put(folder / REPORT, report_of(sources, flow, difference, run=run, now=now).as_json())
    return difference


def _one(
    source: Source,
    flow: Flow,
    baseline: Baseline,
    difference: Difference,
    progress: Watch,
    *,
    run: str,
    processes: int,
) -> None:
    sites = dict(flow.sites)
    flow.sites = sites
    sizes: deque[int] = deque()

    def jobs() -> Iterator[Job]:
        hold = flow.settings.getint(HOLD)
        for batch in batches(source, lambda url: site_of_url(url, sites), sites, hold, run):
            sizes.append(len(batch))
            yield from batch

    # Lines are made into articles faster than they could be handed to another process.
    made = in_order(Making(sites), jobs(), processes=processes if source.from_pages else 1)
    while batch := list(islice(made, 1)):
        batch += islice(made, sizes.popleft() - 1)
        flow.observe(batch)
        for item in batch:
            before: Mapping[str, Any] | None = baseline.get(
                str(item.job.line.get("id") or (item.article and item.article.id) or "")
            )
            outcome = flow.take(item, before)
            if source.kind == "lines" and before is None:
                before = item.job.line
            baseline.met(outcome.id)
            difference.add(outcome.id, outcome.door, outcome.line, before)
            progress.article(item.job.site, outcome.door, copy=outcome.line.get("reason") == "copy")


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


def _total(sources: Sequence[Source]) -> int | None:
    """Give the number of articles to come, None where it is not known."""
    if not all(source.report is not None for source in sources):
        return None
    return sum(int(source.report["counts"]["yielded"]) for source in sources if source.report is not None)
