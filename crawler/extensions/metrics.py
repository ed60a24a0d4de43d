"""The counts of the last run of a site as a Prometheus text file, for the node exporter's textfile collector."""

import logging
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from crawler.extensions.run import run_of
from crawler.runs.files import make_folder, put
from crawler.runs.history import seconds_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.runs.sealing import Report

logger = logging.getLogger(__name__)

FAMILIES = {
    "pages": "Pages that were fetched",
    "yielded": "Articles that the spider yielded",
    "stored": "Articles stored",
    "rejected": "Articles rejected, copies included",
    "failed": "Articles and pages that failed",
    "duplicates": "Copies of articles known already",
}
"""Counts of `run.json` that are gauges of their own, with their help texts."""

TABLES = {
    "removed_characters": ("stage", "Characters taken out of texts, by stage"),
    "rejects": ("reason", "Articles rejected, by reason"),
}
"""Tables of `run.json`: the label that names their rows, and the help text."""

NO_FILE_NAME = re.compile(r"[^\w.-]")
"""What a file name must not hold."""


class MetricsExtension:
    """Write `squeegee_<site>.prom` into METRICS_TEXTFILE_DIR when a run is sealed; off while the setting is empty."""

    def __init__(self, crawler: "Crawler", folder: Path) -> None:
        self.crawler = crawler
        self.folder = folder

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Read the setting; raises NotConfigured where it is empty or nothing is stored."""
        folder = crawler.settings["METRICS_TEXTFILE_DIR"]
        if not folder or not crawler.settings.getbool("STORAGE_ENABLED"):
            raise NotConfigured
        extension = cls(crawler, Path(folder))
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_closed(self) -> None:
        """Write the file; the run was sealed before, since its extension comes first."""
        run = run_of(self.crawler)
        report = run.report if run is not None else None
        if report is not None:
            self.write(report)

    def write(self, report: "Report") -> None:
        """Write the file of a run."""
        path = self.folder / f"squeegee_{NO_FILE_NAME.sub('_', report.site)}.prom"
        try:
            make_folder(self.folder)
            put(path, "".join(f"{line}\n" for line in metrics(report)).encode())
        except OSError as error:
            # The run is sealed: figures that cannot be told are no reason to call it a bad one.
            logger.error("The metrics could not be written to %s: %s", path, error)  # noqa: TRY400 - nobody needs the trace


def metrics(report: "Report") -> Iterator[str]:
    """Give the lines of the file."""
    site = {"site": report.site}
    counts: Mapping[str, Any] = report.counts
    yield from _gauge("squeegee_run_exit_code", "Exit code of the last run", [(site, report.exit_code)])
    for name, text in (("start", report.start), ("end", report.end)):
        told = f"{name.capitalize()} of the last run, seconds since 1970"
        yield from _gauge(f"squeegee_run_{name}_timestamp_seconds", told, [(site, seconds_of(text))])
    for name, told in FAMILIES.items():
        yield from _gauge(f"squeegee_run_{name}", f"{told} in the last run", [(site, counts.get(name, 0))])
    for name, (label, told) in TABLES.items():
        rows = [({**site, label: key}, number) for key, number in sorted(counts.get(name, {}).items())]
        yield from _gauge(f"squeegee_run_{name}", f"{told}, in the last run", rows)


def _gauge(name: str, told: str, values: list[tuple[dict[str, str], float]]) -> Iterator[str]:
    if not values:
        return
    yield f"# HELP {name} {told}"
    yield f"# TYPE {name} gauge"
    for labels, value in values:
        pairs = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels.items())
        yield f"{name}{{{pairs}}} {value}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
