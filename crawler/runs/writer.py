"""The three doors of a run: every article becomes one line in one of three files, with its trail beside it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crawler.runs.counts import Counts
from crawler.runs.files import WorkingFile, as_line, sync_folder
from crawler.runs.folder import FILES

if TYPE_CHECKING:
    from crawler.items import Article


def utc_now() -> datetime:
    """Give the time in UTC."""
    return datetime.now(UTC)


class RunWriter:
    """The files of one run while it goes on.

    Every method that writes raises OSError where the disk refuses.
    """

    def __init__(self, folder: Path, counts: Counts, clock: Callable[[], datetime] = utc_now) -> None:
        self.folder = folder
        self.counts = counts
        self.clock = clock
        self.files = {name: WorkingFile(folder / name) for name in FILES}
        sync_folder(folder)

    def file(self, name: str) -> WorkingFile:
        """Give a further file of the run, made if it is missing; it is committed and cut back like the others."""
        if name not in self.files:
            self.files[name] = WorkingFile(self.folder / name)
            sync_folder(self.folder)
        return self.files[name]

    def store(self, article: "Article", **more: Any) -> None:
        """Write a stored article; *more* are further keys of its line."""
        self._append("articles", article.as_line() | more, article)
        self.counts.stored += 1

    def reject(self, article: "Article", stage: str, reason: str, details: dict[str, Any]) -> None:
        """Write a rejected article, whole, with the stage that refused it and why."""
        self._append("rejected", article.as_line() | {"stage": stage, "reason": reason} | details, article)
        self.counts.add_reject(stage, reason)

    def fail(self, url: str, error: str, **more: Any) -> None:
        """Write an article, or a page that never became one, that failed."""
        when = self.clock().isoformat(timespec="seconds")
        self._append("failed", {"url": url, "error": error, "when": when} | more)
        self.counts.add_failure(error)

    def sync(self) -> dict[str, int]:
        """Bring everything to disk; gives the length of each file."""
        return {name: file.sync() for name, file in self.files.items()}

    def close(self) -> None:
        """Close the files."""
        for file in self.files.values():
            file.close()

    def _append(self, door: str, line: dict[str, Any], article: "Article | None" = None) -> None:
        edits = [edit.as_line(article.id) for edit in article.trail] if article is not None else []
        # Both are made before either is written: what cannot be made leaves nothing behind.
        content, trail = as_line(line), b"".join(map(as_line, edits))
        if trail:
            self.files["trail.jsonl"].append(trail)
        self.files[f"{door}.jsonl"].append(content)
        self.counts.add_edits(edits)
