"""Revisit records made whole again from the records they refer to."""

from dataclasses import replace
from pathlib import Path

from crawler.archive import FILE_NAME
from crawler.archive.reader import ArchivedPage, read_archive
from crawler.runs.folder import is_run


class Originals:
    """The payloads that revisit records of a run refer to: they are in earlier runs of its site, or in its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def whole(self, page: ArchivedPage) -> ArchivedPage | None:
        """Give a page with its payload; None where the archive that holds it is gone."""
        if not page.revisit:
            return page
        stamp = page.original_date[:19].replace("-", "").replace(":", "") + "Z"
        runs = sorted(path for path in self.folder.parent.iterdir() if is_run(path.name) and path.name <= stamp)
        # The run that began last before the record was written is the one that wrote it.
        for folder in reversed(runs):
            archive = folder / FILE_NAME
            if not archive.exists():
                continue
            for entry in read_archive(archive):
                if isinstance(entry, ArchivedPage) and not entry.revisit and _same(entry, page):
                    return replace(page, body=entry.body, content_type=entry.content_type, revisit=False)
        return None


def _same(entry: ArchivedPage, page: ArchivedPage) -> bool:
    return entry.url == page.original_url and entry.digest == page.digest
