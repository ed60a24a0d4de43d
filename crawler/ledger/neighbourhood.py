"""What a newly added article touches: all that hang together by copies, through it and through what it sets apart."""

from collections.abc import Callable, Iterator, Mapping

from pipelines.text.deduplication.copies import Resemblance
from pipelines.text.deduplication.groups import is_alike, is_copy, sources

MOST_TOUCHED = 120
"""Articles looked at when one is added. Beyond it an article joins the group of its likest copy, nothing else changes."""


class Neighbourhood(Mapping[int, Mapping[int, Resemblance]]):
    """The resemblances around an article, read as they are asked for."""

    def __init__(self, number: int, read: Callable[[int], dict[int, Resemblance]]) -> None:
        self.number = number
        self._ask = read
        self._read: dict[int, dict[int, Resemblance]] = {}
        self._apart: dict[int, bool] = {}
        self.near = self._reach(self._starts())
        """The articles whose groups may change, an ordered set."""

    @property
    def is_too_large(self) -> bool:
        """Whether there are more than can be worked out anew."""
        return len(self.near) > MOST_TOUCHED

    def is_apart(self, number: int) -> bool:
        """Say whether an article is made of others and so a copy of none."""
        if number not in self._apart:
            pairs = self[number]
            self._apart[number] = len(pairs) > 1 and sources(pairs).apart
        return self._apart[number]

    def beside(self) -> set[int]:
        """Give those outside that are alike to one whose group may change."""
        return {
            other
            for number in self.near
            for other, pair in self[number].items()
            if other not in self.near and is_alike(pair) and not self.is_apart(other)
        }

    def _starts(self) -> list[int]:
        starts = [self.number]
        for other, pair in self[self.number].items():
            if is_copy(pair):
                starts.append(other)
            # A page that turns out to be made of others no longer holds its copies together.
            if self.is_apart(other):
                starts += [other, *self._copies_of(other)]
        return starts

    def _copies_of(self, number: int) -> list[int]:
        return [other for other, pair in self[number].items() if is_copy(pair)]

    def _reach(self, starts: list[int]) -> dict[int, None]:
        """Give everything that hangs together with some articles."""
        reached: dict[int, None] = {}
        waiting = list(starts)
        while waiting and len(reached) <= MOST_TOUCHED:
            number = waiting.pop()
            if number in reached:
                continue
            reached[number] = None
            if not self.is_apart(number):
                waiting += [other for other in self._copies_of(number) if other not in reached]
        return reached

    def __getitem__(self, number: int) -> dict[int, Resemblance]:
        if number not in self._read:
            self._read[number] = self._ask(number)
        return self._read[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)
