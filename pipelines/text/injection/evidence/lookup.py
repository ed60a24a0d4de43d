"""Many strings at once: which of them a text holds, and which of them hold a part, without a look at each."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import compress, count
from operator import add

START = 3
"""Characters by which they are looked up."""


class Keywords:
    """The keys of known keywords."""

    def __init__(self, tokens: Iterable[str]) -> None:
        self.tokens = sorted(tokens)
        self.text = "\n".join(self.tokens)
        """All of them, one a line."""
        self._begin: list[int] = []
        self._by_start: dict[str, list[str]] = defaultdict(list)
        begin = 0
        for token in self.tokens:
            self._begin.append(begin)
            begin += len(token) + 1
            self._by_start[token[:START]].append(token)

    def within(self, line: str) -> Iterator[str]:
        """Give those in a line."""
        for start in {line[at : at + size] for size in range(1, START + 1) for at in range(len(line) - size + 1)}:
            yield from (token for token in self._by_start.get(start, ()) if token in line)

    def longest_in(self, line: str) -> str:
        """Give the longest of those in a line, empty where there is none."""
        return max(self.within(line), key=lambda token: (len(token), token), default="")

    def with_part(self, part: str) -> Iterator[str]:
        """Give those that have a part."""
        at = self.text.find(part) if part else -1
        while at >= 0:
            index = bisect_right(self._begin, at) - 1
            yield self.tokens[index]
            at = self.text.find(part, self._begin[index] + len(self.tokens[index]))


def holders(texts: Iterable[str], strings: Collection[str]) -> dict[str, set[int]]:
    """Give for each of many strings the numbers of the texts that hold it, in one passage through the texts.

    Takes strings of START characters at least.
    """
    sizes: dict[str, set[int]] = defaultdict(set)
    for string in strings:
        sizes[string[:START]].add(len(string))
    found: dict[str, set[int]] = {string: set() for string in strings}
    for number, text in enumerate(texts if sizes else ()):
        starts = map(add, map(add, text, text[1:]), text[2:])
        for at in compress(count(), map(sizes.__contains__, starts)):
            for size in sizes[text[at : at + START]]:
                if (part := text[at : at + size]) in found:
                    found[part].add(number)
    return found
