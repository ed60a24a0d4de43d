"""Keywords that stand before headlines on some pages of a site and behind them on others (T2).

A column or the name of a site has its place; a farm sets its phrases at either end, as its templates take turns.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipelines.text.injection.evidence.keywords import topics
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.titles.fields import MARK, is_headline

NUMBER = re.compile(r"\s*\d+\Z")
"""A year or another number behind a phrase."""
SURE = frozenset("_|｜丨-–—")
"""Marks that set a field off; a comma or a colon may be the headline's own."""
LENGTH = range(4, 41)
"""Letters of a keyword."""
MIN_CHANGING = 2
"""Keywords of a site that must change sides: one may be the site's name."""
MIN_NUMBERED = 3
"""Phrases that must end with one number."""
MIN_WORDS = 2
"""Words of a keyword in Latin letters; sections have one."""


@dataclass(slots=True)
class Sides:
    """Where the titles of a site have a field: the pages, each with what the rest of its title speaks of."""

    before: dict[int, set[str]] = field(default_factory=dict)
    """Pages whose titles begin with it."""
    behind: dict[int, set[str]] = field(default_factory=dict)
    """Pages whose titles end with it."""

    @property
    def is_changing(self) -> bool:
        """Whether it stands at either end of titles that have nothing else in common."""
        return any(one.isdisjoint(other) for one in self.before.values() for other in self.behind.values())


def find_changing_sides(pages: Sequence[Page]) -> frozenset[str]:
    """Find the keys of fields that stand at either end of titles which have nothing else in common.

    As good are phrases in small letters that several titles end with, each another, with one number behind them all.
    Where a site has several, one that stands at one end counts as well if another page has it in its text.
    """
    found: dict[str, Sides] = defaultdict(Sides)
    numbered: dict[str, set[str]] = defaultdict(set)
    for at, page in enumerate(pages):
        for token, rest, number in _fields(page):
            sides = found[token]
            (sides.before if number is None else sides.behind)[at] = topics(rest)
            if number:
                numbered[number].add(token)
    changing = {token for token, sides in found.items() if sides.is_changing}
    changing |= {token for tokens in numbered.values() if len(tokens) >= MIN_NUMBERED for token in tokens}
    if len(changing) < MIN_CHANGING:
        return frozenset()
    texts = [key(page.text) for page in pages]
    spoken = {
        token
        for token, sides in found.items()
        if any(token in text for at, text in enumerate(texts) if at not in sides.before and at not in sides.behind)
    }
    return frozenset(changing | spoken)


def _fields(page: Page) -> Iterator[tuple[str, str, str | None]]:
    """Give the fields at the ends of a title.

    Each comes as its key, with what is left of the title, and, for the last one, the number behind a phrase in small
    letters; None for the first.
    """
    title = page.title
    marks = [mark for mark in MARK.finditer(title) if mark[0].strip() in SURE]
    if not marks:
        return
    first, last = marks[0], marks[-1]
    for part, rest, is_first in (
        (title[: first.start()], title[first.end() :], True),
        (title[last.end() :], title[: last.start()], False),
    ):
        bare = NUMBER.sub("", part)
        words = len(bare.split()) if bare.isascii() else MIN_WORDS
        if len(key(bare)) in LENGTH and words >= MIN_WORDS and is_headline(page, rest, least=0):
            number = part[len(bare) :].strip() if bare.isascii() and bare.islower() else ""
            yield key(bare), rest, None if is_first else number
