"""The articles as they were before the replay, looked up by id without holding them all in memory."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from crawler.jsonl import as_line, read_run
from crawler.stored_runs.auditing import DOORS


class Baseline:
    """The lines of one or more runs, by run and id."""

    def __init__(self) -> None:
        # Unlinked at once by the system: nothing is left behind, whatever happens.
        self._file = TemporaryFile()  # noqa: SIM115 - open as long as this object
        self._places: dict[tuple[str, str], int] = {}
        self._expected: dict[tuple[str, str], None] = {}
        self._failed: set[tuple[str, str]] = set()

    def add_run(self, folder: Path, *, expected: bool) -> None:
        """Take the lines of a run; those that are *expected* are missed if they do not come by again."""
        for door in DOORS:
            for line in read_run(folder, door):
                key = line["run"], line["id"]
                self._places[key] = self._file.seek(0, os.SEEK_END)
                self._file.write(as_line(line))
                if expected and door == "articles":
                    self._expected[key] = None
        self._failed.update((folder.name, line["id"]) for line in read_run(folder, "failed") if "id" in line)

    def left(self, run: str, article: str) -> bool:
        """Say whether an article left its run by one of the three doors."""
        return (run, article) in self._places or (run, article) in self._failed

    def get(self, run: str, article: str) -> dict[str, Any] | None:
        """Give the line an article had in a run; a rejected one has `stage` and `reason`."""
        place = self._places.get((run, article))
        return None if place is None else self._at(place)

    def met(self, run: str, article: str) -> None:
        """Note that an article came by again."""
        self._expected.pop((run, article), None)

    def missing(self) -> Iterator[dict[str, Any]]:
        """Give the lines of stored articles that were expected and did not come by."""
        for key in self._expected:
            yield self._at(self._places[key])

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _at(self, offset: int) -> dict[str, Any]:
        self._file.seek(offset)
        line: dict[str, Any] = json.loads(self._file.readline())
        return line
