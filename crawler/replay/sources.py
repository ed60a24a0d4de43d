"""Where replayed articles come from: run folders, WARC files of any tool, and lines of articles of any tool."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from crawler.archive import FILE_NAME
from crawler.archive.reader import ArchivedPage, Batch, SiteFacts, read_archive
from crawler.archive.revisits import Originals
from crawler.jsonl import DAMAGED, locate, open_lines, read_lines, read_run
from crawler.replay.job import TEXT_KEYS, Job, Part
from crawler.replay.pages import WaitingPages
from crawler.runs.files import clean
from crawler.runs.folder import read_report
from crawler.sites import Site
from crawler.trail import restore_line
from crawler.urls import one_form

OK = 200

HTML = ("<html", "<!doctype", "<head", "<body", "<article", "<p", "<div")
"""One of these stands in the first bytes of a page that does not say what it is."""

CUT_OFF = frozenset({"interrupted", "storage_failed", None})
"""Finish reasons of runs that did not write all that they read; None is that of a run without `run.json`."""

SNIFFED = 2_048
"""Bytes of a page that are looked at."""

YEARS = range(1970, 9000)
"""Years that a line can have been fetched in; before the first and behind the last no day can be counted back or on."""

FindSite = Callable[[str], Site | None]
"""Gives the site that a URL belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something to replay."""

    path: Path
    kind: str
    """`run`, `restored` (a run without its pages), `archive` or `lines`."""
    folder: Path | None = None
    """The run folder, for a run."""
    report: Mapping[str, Any] | None = None
    """Its `run.json`."""
    context: bool = False
    """Whether it only fills the ledger with what the crawl knew then, and is neither written nor compared."""

    @property
    def started(self) -> str:
        """When the run began, in the form of its batches' times; empty for what is no run."""
        if self.folder is None:
            return ""
        name = self.folder.name
        return f"{name[:4]}-{name[4:6]}-{name[6:11]}:{name[11:13]}:{name[13:15]}"

    @property
    def is_cut_off(self) -> bool:
        """Say whether the run did not come to its own end: articles it read may not have reached a door."""
        return self.folder is not None and (self.report or {}).get("finish_reason") in CUT_OFF

    @property
    def from_pages(self) -> bool:
        """Say whether extraction is replayed too."""
        return self.kind in {"run", "archive"}


def open_source(path: Path) -> Source:
    """Say what a path is. Raises OSError or ValueError for what cannot be replayed."""
    if path.is_dir():
        if locate(path, "articles") is None:
            raise ValueError(f"{path} is no run folder: it has no articles.jsonl (for all runs of a site, name each)")
        folder = path.resolve()
        kind = "run" if (folder / FILE_NAME).exists() else "restored"
        return Source(path=path, kind=kind, folder=folder, report=read_report(folder))
    with open_lines(path) as file:
        try:
            start = file.read(SNIFFED)
        except DAMAGED:
            start = b""
    if start.lstrip().startswith(b"{"):
        return Source(path=path, kind="lines")
    if path.name == FILE_NAME and locate(path.parent, "articles") is not None:
        return open_source(path.parent)
    return Source(path=path, kind="archive")


def batches(
    source: Source, find_site: FindSite, sites: dict[str, Site | None], hold: int, run: str, *, notes: list[str]
) -> Iterator[tuple[str, list[Job]]]:
    """Give the articles of a source in the order in which they pass the pipelines: batches, each with its time.

    The time is when the crawl sent the batch through the pipelines, empty where nobody noted it. *sites* is filled with
    the sites by name, *hold* is the size of a batch where the source has none of its own, *run* is the run of articles
    that have none, and *notes* get a sentence on every file that is cut off.
    """
    if source.kind == "run" and source.folder is not None:
        yield from _of_run(source.folder, sites, notes)
    elif source.kind == "restored" and source.folder is not None:
        yield from ((source.started, batch) for batch in _of_restored(source.folder, hold))
    elif source.kind == "lines":
        yield from (("", batch) for batch in _chunks(_of_lines(source.path, run, notes), hold))
    else:
        jobs = _of_archive(source.path, find_site, sites, run, notes)
        for batch in _chunks(jobs, hold):
            yield "", sorted(batch, key=lambda job: job.url)


def _chunks(jobs: Iterator[Job], size: int) -> Iterator[list[Job]]:
    batch: list[Job] = []
    for job in jobs:
        batch.append(job)
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch


def _of_run(folder: Path, sites: dict[str, Site | None], notes: list[str]) -> Iterator[tuple[str, list[Job]]]:
    """Give the batches of a run as its crawl noted them in the archive."""
    site, run = folder.parent.name, folder.name
    report = read_report(folder)
    if report is not None:
        site, run = report["site"], report["run"]
    originals = Originals(folder)
    pages = WaitingPages()
    for entry in read_archive(folder / FILE_NAME, notes):
        if isinstance(entry, ArchivedPage):
            if entry.status == OK:
                pages.add(entry)
        elif isinstance(entry, SiteFacts):
            # Today's definition of the site is a rule too, and wins over that of the day.
            if sites.get(site) is None:
                sites[site] = entry.site
        elif isinstance(entry, Batch):
            known = sites.get(site)
            found = [_of_batch(noted, pages, originals, site, run) for noted in entry.articles]
            yield entry.date, [replace(job, definition=known) for job in found]
            pages.settle(url for noted in entry.articles for url in noted["pages"])
    pages.close()


def _of_batch(noted: Mapping[str, Any], pages: WaitingPages, originals: Originals, site: str, run: str) -> Job:
    found = [originals.whole(page) for page in map(pages.get, noted["pages"]) if page is not None]
    parts = tuple(Part(url=page.url, content_type=page.content_type, body=page.body) for page in found if page)
    return Job(url=noted["url"], site=site, fetched=noted["fetched"], run=run, parts=parts, line={"id": noted["id"]})


def _of_restored(folder: Path, hold: int) -> Iterator[list[Job]]:
    """Give the articles of a run whose pages are gone, as extraction gave them: its trail played backwards."""
    trails: dict[str, list[dict[str, Any]]] = {}
    for edit in read_run(folder, "trail"):
        trails.setdefault(edit["id"], []).append(edit)

    def jobs() -> Iterator[Job]:
        for door in ("articles", "rejected"):
            for line in read_run(folder, door):
                title, paragraphs = restore_line(line, trails.get(line["id"], []))
                whole = {name: value for name, value in line.items() if name != "text"}
                yield Job(
                    url=line["url"],
                    site=line["site"],
                    fetched=line["fetched"],
                    run=line["run"],
                    line=whole | {"title": title, "paragraphs": paragraphs},
                )

    for batch in _chunks(jobs(), hold):
        yield sorted(batch, key=lambda job: job.url)


def _of_lines(path: Path, run: str, notes: list[str]) -> Iterator[Job]:
    """Give the articles of a file. Raises ValueError, at its end, where no line had a text: it is a file of something else."""
    number, are_articles = 0, False
    for number, line in enumerate(map(_of_any_tool, read_lines(path, notes=notes)), 1):
        are_articles = are_articles or not TEXT_KEYS.isdisjoint(line)
        url = line.get("url")
        named = isinstance(line.get("site"), str) and line["site"] != ""
        yield Job(
            url=url if isinstance(url, str) and url else f"urn:line:{path.name}:{number}",
            site=line["site"] if named else "",
            # Without a site nothing is known of where the lines come from: nothing is learned from them together.
            observed=named,
            fetched=_time(line.get("fetched")),
            run=line["run"] if isinstance(line.get("run"), str) else run,
            line=line,
        )
    if number and not are_articles:
        raise ValueError(f"{path} is no file of articles: none of its lines has 'text' or 'paragraphs'")


def _of_any_tool(line: dict[str, Any]) -> dict[str, Any]:
    """Give a line of any tool in the types that the flow and the comparison count on, whatever stands in it."""
    mended: dict[str, Any] = {name: str(line[name]) for name in ("title", "text") if line.get(name) is not None}
    for name in {"paragraphs", "authors"} & line.keys():
        several = [line[name]] if name == "authors" and isinstance(line[name], str) else line[name]
        mended[name] = [str(one) for one in several if one] if isinstance(several, list) else None
    # What the ledger keeps by name must be text that UTF-8 can say; the rest is made so on the way out.
    for name in {"id", "site"} & line.keys():
        mended[name] = clean(str(line[name])) if isinstance(line[name], str | int) else None
    return line | mended


def _time(value: Any) -> str:
    """Give a time of ISO 8601 that the stages can count with, empty for anything else that stands in its place."""
    try:
        return str(value) if datetime.fromisoformat(value).year in YEARS else ""
    except (TypeError, ValueError):
        return ""


def _of_archive(
    path: Path, find_site: FindSite, sites: dict[str, Site | None], run: str, notes: list[str]
) -> Iterator[Job]:
    """Give every HTML page of an archive, the first capture of each URL."""
    seen: set[str] = set()
    for entry in read_archive(path, notes):
        if isinstance(entry, Batch | SiteFacts) or entry.status != OK or entry.revisit or not is_html(entry):
            continue
        url = one_form(entry.url)
        if url in seen:
            continue
        seen.add(url)
        site = find_site(entry.url)
        name = site.name if site is not None else entry.url.split("/")[2].lower()
        sites.setdefault(name, site)
        part = Part(url=entry.url, content_type=entry.content_type, body=entry.body)
        yield Job(url=url, site=name, definition=site, fetched=entry.date, run=run, parts=(part,))


def is_html(page: ArchivedPage) -> bool:
    """Say whether a page may be HTML, by its header or, without one, by its first bytes."""
    kind = page.content_type.lower()
    if kind:
        return "html" in kind
    start = page.body[:SNIFFED].decode("latin-1").lower()
    return any(mark in start for mark in HTML)
