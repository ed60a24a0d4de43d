"""Many known keywords at once: which of them a text bears, and which have a part, without a look at each."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

LEAST = {True: 3, False: 4}
"""Letters of a keyword that is looked for inside a line, in a language with spaces (False) and in another."""
START = min(LEAST.values())
"""Letters by which they are looked up."""


class Keywords:
    """The keys of the keywords that are known on a page."""

    def __init__(self, tokens: Iterable[str]) -> None:
        self.tokens = sorted(tokens)
        self.text = "\n".join(self.tokens)
        """All of them, one a line."""
        self._begin: list[int] = []
        begin = 0
        for token in self.tokens:
            self._begin.append(begin)
            begin += len(token) + 1
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for token in self.tokens:
            if len(token) >= LEAST[not token.isascii()]:
                self._by_start[token[:START]].append(token)

    def within(self, line: str) -> Iterator[str]:
        """Give those in a key, but for short ones."""
        for start in {line[at : at + START] for at in range(len(line) - START + 1)}:
            for token in self._by_start.get(start, ()):
                if token in line:
                    yield token

    def with_part(self, part: str) -> Iterator[str]:
        """Give those that have a part."""
        at = self.text.find(part) if part else -1
        while at >= 0:
            index = bisect_right(self._begin, at) - 1
            yield self.tokens[index]
            at = self.text.find(part, self._begin[index] + len(self.tokens[index]))
