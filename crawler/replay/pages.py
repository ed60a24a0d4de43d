"""The pages of a run that no article has asked for yet: few in memory, the others in a file."""

import os
from collections.abc import Iterable
from dataclasses import replace
from tempfile import TemporaryFile

from crawler.archive.reader import ArchivedPage


class WaitingPages:
    """Pages by URL, from where the archive holds them to the batch that needs them.

    Pages come while a batch fills, and those of the next batch, or of an article that goes on over several pages, may
    lie before the batch's note. What is left over after a batch (lists, for the most part) waits in a file.
    """

    def __init__(self) -> None:
        # Unlinked at once by the system: nothing is left behind, whatever happens.
        self._file = TemporaryFile()  # noqa: SIM115 - open as long as this object
        self._near: dict[str, ArchivedPage] = {}
        self._far: dict[str, tuple[ArchivedPage, int, int]] = {}
        self._used: set[str] = set()

    def add(self, page: ArchivedPage) -> None:
        """Take a page; a later one of the same URL takes the place of an earlier."""
        self._near[page.url] = page
        self._far.pop(page.url, None)
        self._used.discard(page.url)

    def get(self, url: str) -> ArchivedPage | None:
        """Give a page, None where there is none."""
        if url in self._near:
            return self._near[url]
        if url not in self._far:
            return None
        page, start, length = self._far[url]
        self._file.seek(start)
        return replace(page, body=self._file.read(length))

    def settle(self, used: Iterable[str]) -> None:
        """Note the end of a batch: its pages are let go behind the next one, the others make room in memory.

        One page may serve two articles in a row, which may stand in two batches.
        """
        for url in self._used:
            self._near.pop(url, None)
            self._far.pop(url, None)
        self._used = set(used)
        for url in self._near.keys() - self._used:
            page = self._near.pop(url)
            start = self._file.seek(0, os.SEEK_END)
            self._far[url] = replace(page, body=b""), start, self._file.write(page.body)

    def close(self) -> None:
        """Give the file back."""
        self._file.close()
