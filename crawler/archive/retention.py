"""Archives that are older than wanted go; runs and their articles stay."""

import logging
from datetime import UTC, datetime
from pathlib import Path

from crawler.archive import FILE_NAME
from crawler.runs.folder import REPORT, STAMP, is_run

logger = logging.getLogger(__name__)

REVISIT_DAYS = 30.0
"""Greatest age of a record that a revisit record may refer to. An archive is kept that much longer than asked for, so
that no revisit record that is still wanted refers to a deleted one."""


def expire(site: Path, *, before: float) -> int:
    """Delete the archives of a site's finished runs that began before a time, in seconds since 1970; gives their number."""
    deleted = 0
    folders = sorted(site.iterdir()) if site.is_dir() else []
    for folder in folders:
        archive = folder / FILE_NAME
        if is_run(folder.name) and (folder / REPORT).exists() and archive.exists():
            start = datetime.strptime(folder.name, STAMP).replace(tzinfo=UTC)
            if start.timestamp() < before:
                archive.unlink()
                deleted += 1
    if deleted:
        logger.info("Deleted the raw pages of %d runs older than STORAGE_ARCHIVE_DAYS; their articles stay", deleted)
    return deleted
