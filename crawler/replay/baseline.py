"""The articles as they were before the replay, looked up by id without holding them all in memory."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from crawler.jsonl import as_line, read_run

DOORS = ("articles", "rejected")


class Baseline:
    """The lines of one or more runs. An article of several runs counts as the last one left it."""

    def __init__(self) -> None:
        # Unlinked at once by the system: nothing is left behind, whatever happens.
        self._file = TemporaryFile()  # noqa: SIM115 - open as long as this object
        self._places: dict[str, tuple[str, int]] = {}
        self._seen: set[str] = set()

    def add_run(self, folder: Path) -> None:
        """Take the lines of a run."""
        for door in DOORS:
            for line in read_run(folder, door):
                self._places[line["id"]] = (door, self._file.seek(0, os.SEEK_END))
                self._file.write(as_line(line))

    def get(self, article: str) -> dict[str, Any] | None:
        """Give the line an article had; a rejected one has `stage` and `reason`."""
        place = self._places.get(article)
        return None if place is None else self._at(place[1])

    def met(self, article: str) -> None:
        """Note that an article came by again."""
        self._seen.add(article)

    def missing(self) -> Iterator[dict[str, Any]]:
        """Give the lines of stored articles that did not come by again."""
        for article, (door, offset) in self._places.items():
            if door == "articles" and article not in self._seen:
                yield self._at(offset)

    def close(self) -> None:
        """Give the file back."""
        self._file.close()

    def _at(self, offset: int) -> dict[str, Any]:
        self._file.seek(offset)
        line: dict[str, Any] = json.loads(self._file.readline())
        return line
