"""Which article URL comes next: a bounded number at once in memory, all others wait in the store of known URLs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from crawler.discovery.known import KnownUrls

PORTION = 500
"""Article URLs asked for at once; a queued request takes 3 KB, so a site of a million costs no more than a small one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the article URLs of one list."""

    now: list[str]
    """Those to ask for now."""
    fresh: int
    """Number of those that are neither finished nor asked for."""
    novel: int
    """Number of those that this run had not seen before, finished ones among them."""


class Frontier:
    """The article URLs of one site in one run; each is given out once."""

    def __init__(self, known: KnownUrls, site: str, *, most: int) -> None:
        self.known = known
        self.site = site
        self.most = most
        """Most URLs given out in this run."""
        self.taken: set[str] = set()
        """URLs given out in this run."""
        self.seen: set[str] = set()
        """URLs that lists of this run named."""
        self.open = 0
        """URLs given out whose outcome is not known yet."""
        self._cursor = ""
        self._lost: Iterator[str] | None = None

    def add(self, urls: Iterable[str]) -> Added:
        """Let discovered URLs wait."""
        novel = [url for url in dict.fromkeys(urls) if url not in self.seen]
        self.seen.update(novel)
        fresh = [url for url in novel if url not in self.taken and not self.known.is_finished(url)]
        self.known.discovered(self.site, novel)
        now = self._take(fresh[: max(0, PORTION - self.open)])
        return Added(now=now, fresh=len(fresh), novel=len(novel))

    def claim(self, url: str) -> None:
        """Note that a URL that was come by in another way is an article, and needs no asking for."""
        self.known.discovered(self.site, [url])
        self.taken.add(url)
        self.seen.add(url)

    def again(self, urls: Iterable[str]) -> list[str]:
        """Give finished URLs that are due for another look."""
        return self._take(url for url in urls if url not in self.taken)

    def lost(self, hours: Sequence[float], until: str) -> list[str]:
        """Give the next URLs that gave no article before and are due for another look, none at the end.

        *hours* and *until* are those of `KnownUrls.again`, which is asked once.
        """
        if self._lost is None:
            self._lost = iter(self.known.again(self.site, hours=hours, until=until))
        while portion := list(islice(self._lost, PORTION)):
            if fresh := self.again(portion):
                return fresh
        return []

    def more(self) -> list[str]:
        """Give the next waiting URLs, in the order of the URLs; none when all were given out in this run."""
        wrapped = False
        while len(self.taken) < self.most:
            waiting = self.known.waiting(self.site, after=self._cursor, limit=PORTION)
            if not waiting:
                if wrapped or not self._cursor:
                    return []
                wrapped, self._cursor = True, ""
                continue
            self._cursor = waiting[-1]
            if fresh := self._take(url for url in waiting if url not in self.taken):
                return fresh
        return []

    def done(self) -> None:
        """Note that the outcome of a URL is known."""
        self.open -= 1

    def _take(self, urls: Iterable[str]) -> list[str]:
        given: list[str] = []
        for url in urls:
            if len(self.taken) >= self.most:
                break
            self.taken.add(url)
            given.append(url)
        self.open += len(given)
        return given
