"""Where the files of a run are, and what they are called."""

import json
import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from crawler.runs.files import make_folder, sync_folder
from crawler.sites.names import problem_of

logger = logging.getLogger(__name__)

DOORS = ("articles", "rejected", "failed")
"""The three doors by which an article leaves; each has its file of lines."""

FILES = tuple(f"{name}.jsonl" for name in (*DOORS, "trail"))
"""Files of lines that every run has."""

REPORT = "run.json"
"""The file that makes a run folder final."""

KEYS = {"run", "site", "start", "end", "finish_reason", "exit_code", "verdict", "counts", "versions", "settings_digest"}
"""What every such file says."""

LATEST = "latest"
"""Name of the link to the newest healthy run."""

STAMP = "%Y%m%dT%H%M%SZ"
"""Form of a run's name: its start in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFolder:
    """The folder of a site in the output folder."""

    output: Path
    site: str

    def __post_init__(self) -> None:
        if (problem := problem_of(self.site)) is not None:
            raise ValueError(f"{self.site!r:.80} cannot be the name of a site: {problem}")

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.output / self.site

    def run(self, run: str) -> Path:
        """Give the folder of a run."""
        return self.path / run

    def runs(self) -> list[str]:
        """Give the names of all runs that have a folder, the oldest first."""
        if not self.path.is_dir():
            return []
        return sorted(entry.name for entry in self.path.iterdir() if is_run(entry.name) and entry.is_dir())

    def new_name(self, start: datetime) -> str:
        """Give the name of a run that starts now: the first free second, since two runs may start within one."""
        while self.run(name := start.strftime(STAMP)).exists():
            start += timedelta(seconds=1)
        return name

    def make(self, run: str) -> Path:
        """Make the folder of a run, on disk."""
        folder = self.run(run)
        make_folder(self.path)
        folder.mkdir()
        sync_folder(self.path)
        return folder

    def latest(self) -> str | None:
        """Give the run that `latest` points to, None without one."""
        with suppress(OSError):
            return (self.path / LATEST).readlink().name
        return None

    def point_latest(self, run: str) -> None:
        """Let `latest` point to a run, in one step; a folder of that name, which copies that follow links leave, goes aside."""
        link, aside = self.path / LATEST, self.path / f".{LATEST}.tmp"
        aside.unlink(missing_ok=True)
        aside.symlink_to(run, target_is_directory=True)
        if link.is_dir() and not link.is_symlink():
            kept = link.rename(self.path / f"{LATEST}-before-{run}")
            logger.warning("%s was a folder and no link; it is called %s now, and can be deleted", link, kept.name)
        aside.replace(link)
        sync_folder(self.path)


def is_run(name: str) -> bool:
    """Say whether a name is that of a run."""
    try:
        datetime.strptime(name, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def by_age(name: str) -> tuple[bool, str]:
    """Give the key by which the names of runs are sorted, the oldest first: those of a clock that went ahead are the oldest."""
    ahead = datetime.now(UTC) + timedelta(days=1)
    return not is_run(name) or name < ahead.strftime(STAMP), name


def read_report(folder: Path) -> dict[str, Any] | None:
    """Give what `run.json` says, None for a folder that is not final. Raises ValueError, with its path, for one that is damaged."""
    path = folder / REPORT
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path} is damaged: {error}") from None
    if missing := KEYS - set(report if isinstance(report, dict) else ()):
        raise ValueError(f"{path} is damaged: it lacks {', '.join(sorted(missing))}")
    return dict(report)


def remove_leftovers(folder: Path) -> None:
    """Remove files that were being put in place when the run was killed."""
    for path in folder.glob(".*.tmp"):
        os.unlink(path)  # noqa: PTH108 - the fewest calls that can fail on a full disk
