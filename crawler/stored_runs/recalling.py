"""What a ledger knew of URLs and runs, read back from the run folders: for one that was lost, or is older than they are."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from crawler.items import Article
from crawler.jsonl import read_run
from crawler.ledger import Ledger
from crawler.ledger.known_url import KnownUrl, key_of
from crawler.runs.counts import COPY
from crawler.runs.finding import run_folders
from crawler.runs.folder import read_report
from crawler.runs.passing import may_pass
from crawler.runs.run import digest_of
from crawler.runs.sealing import Report

TOGETHER = 5_000
"""URLs in one commit."""


def recall(output: Path, ledger: Ledger, each: Callable[[], None]) -> int:
    """Note the stored and rejected URLs, and the ends of runs, of which the ledger does not know; gives the URLs' number.

    What it knows stays, unless a later run stored the article. URLs that failed are left to be found again. Takes what
    to call after each URL. Raises LedgerError, or ValueError for a file that cannot be read.
    """
    count = 0
    for folder in run_folders(output):
        record = ledger.runs.record(folder.parent.name, folder.name)
        if record is not None and record.open:
            continue  # its next start cuts the files back to what is known
        for known in _urls(folder, ledger):
            ledger.urls.recall(known)
            count += 1
            each()
            if count % TOGETHER == 0:
                ledger.commit()
        ledger.commit()
        report = read_report(folder)
        if record is None and report is not None and report.keys() >= set(Report.__slots__):
            ledger.runs.end(Report(**{name: report[name] for name in Report.__slots__}).as_record())
    return count


def _urls(folder: Path, ledger: Ledger) -> Iterator[KnownUrl]:
    """Give what a run tells of its URLs, as far as it is news to the ledger."""
    for line in read_run(folder, "articles"):
        before = ledger.urls.known(line["url"])
        if before is None or not before.version or before.run < folder.name:
            article = Article(
                id=line["id"], url=line["url"], site=line["site"], title=line["title"], paragraphs=[line["text"]]
            )
            version = int(line.get("version", 1 + (before.version if before is not None else 0)))
            yield _known(line, folder, before, outcome="stored", version=version, digest=digest_of(article))
    for line in read_run(folder, "rejected"):
        before = ledger.urls.known(line["url"])
        if before is None:
            passing = may_pass(line["stage"], line["reason"])
            is_copy = (line["stage"], line["reason"]) == COPY
            outcome = "copy" if is_copy else "doubtful" if passing else "rejected"
            yield _known(line, folder, before, outcome=outcome, tries=int(passing))


def _known(line: dict[str, Any], folder: Path, before: KnownUrl | None, **more: Any) -> KnownUrl:
    when = datetime.fromisoformat(line["fetched"]).timestamp()
    first = min(when, before.first) if before is not None else when
    facts = {"key": key_of(line["url"]), "url": line["url"], "site": line["site"], "run": folder.name}
    return KnownUrl(**facts | {"first": first, "seen": when, "fetched": when} | more)
