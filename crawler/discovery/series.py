"""Pages whose URLs differ in numbers alone, such as the days of a calendar: tried by a few, and left when these give nothing."""

import logging
import re
from collections import defaultdict
from typing import Generic, TypeVar
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)

Item = TypeVar("Item")

MOST_EMPTY = 12
"""Pages of one series in a row that neither are articles nor name any, after which the others are not asked for."""
STALE = 0.3
"""What a page counts that names articles, and none that this run had not seen: forty of them end a series."""

_DIGITS = re.compile(r"\d+")


class Series(Generic[Item]):
    """What the pages of each series have given so far in one run, and what would ask for those that are held back.

    A calendar has a page for each day of each month of all years; a menu whose sections have numbers is hardly as long, and
    its sections name articles.
    """

    def __init__(self) -> None:
        self._idle: defaultdict[str, float] = defaultdict(float)
        self._held: defaultdict[str, dict[str, Item]] = defaultdict(dict)

    def admits(self, url: str, item: Item) -> bool:
        """Say whether a page is asked for now; otherwise *item* is held until another of its series gives something."""
        series = _series(url)
        if series is None:
            return True
        if self._idle[series] >= MOST_EMPTY:
            if not self._held[series]:
                logger.info(
                    "Pages like %s gave nothing, %d in a row: the others wait for one that does", url, MOST_EMPTY
                )
            self._held[series][url] = item
            return False
        self._idle[series] += 1
        return True

    def gave(self, url: str, *, articles: bool, novel: bool) -> list[Item]:
        """Note what became of a page; gives the items that were held back and may be asked for now.

        *articles* says whether it is an article or named some, *novel* whether one of them was new to the run.
        """
        series = _series(url)
        if series is None or not articles:
            return []
        self._idle[series] = 0 if novel else max(0, self._idle[series] - 1 + STALE)
        return list(self._held.pop(series, {}).values())


def _series(url: str) -> str | None:
    """Give what the URLs of a series have in common; None for a URL without a number."""
    parts = urlsplit(url)
    levelled, numbers = _DIGITS.subn("0", f"{parts.path}?{parts.query}")
    return parts.netloc + levelled if numbers else None
