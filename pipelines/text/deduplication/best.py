"""Which of several copies is the one to keep: a rule over what is known of each, the order of arrival left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from pipelines.text.deduplication.copies import FEWEST_BITS
from pipelines.text.deduplication.fingerprint import HASH_BITS, Fingerprint
from pipelines.text.deduplication.groups import Resemblances

COMPLETENESS_STEP = 0.05
"""Shares of completeness closer than this are equal; a dropped paragraph of twenty makes the difference."""

SHARED_STEP = 0.05
"""The same for what the others have of a copy. A text with every twentieth word spun has a fifth of its windows alone."""

LATE = 1 << 31
"""Stands for an unknown time of publication: any known one comes before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What speaks for and against one copy."""

    id: str
    """The article's id; copies with one id are versions of one page."""
    url: str
    """The last resort between equal copies."""
    marks: int = 0
    """Marks on the page: spun, interleaved, damaged, …"""
    injected: int = 0
    """Hundredths of the page's characters that the stages removed as injected."""
    mirror: int = 1
    """0 where the page names itself as the original, 2 where it names another page, 1 where it says nothing."""
    rank: int = 0
    """Trust in the site; higher is better."""
    published: int = LATE
    """When it was published, in minutes since 1970."""
    fetched: int = 0
    """When it was fetched, in seconds since 1970; of one page the newest version counts."""


class Removal(NamedTuple):
    """What a stage took out of an article, as its trail tells it."""

    stage: str
    dropped: bool
    """Whether it was a whole paragraph."""
    paragraph: int | None
    """Its index at that moment; None is the title."""
    characters: int


def injected_characters(removals: Iterable[Removal], paragraphs: int) -> int:
    """Count what a site put into an article, from the removals in their order and the number of paragraphs left.

    Lines of its template count where they stood between the paragraphs, as brand lines do. Above and below the text every
    site has some of its own, the one that wrote the article too.
    """
    places: list[Removal | None] = [None] * paragraphs
    count = 0
    for removal in reversed(list(removals)):
        if removal.dropped and removal.paragraph is not None:
            places.insert(removal.paragraph, removal)
        elif removal.stage in {"injection", "template"}:
            count += removal.characters
    kept = [at for at, place in enumerate(places) if place is None]
    for at, place in enumerate(places):
        if place is None:
            continue
        is_inside = bool(kept) and kept[0] < at < kept[-1]
        if place.stage == "injection" or (place.stage == "template" and is_inside):
            count += place.characters
    return count


def shared(prints: Mapping[int, Fingerprint]) -> dict[int, float]:
    """Give for each of several copies the share of the others that have a window of its text, in the mean over its windows.

    Spun words, other numbers and foreign text are one copy's own, and what the article said is in most. Of two copies
    neither has more.
    """
    if len(prints) <= 2:
        return {}
    rate, least = max(print_.rate for print_ in prints.values()), min(print_.rate for print_ in prints.values())
    bits = HASH_BITS - (rate - least)
    if bits < FEWEST_BITS:
        return {}
    samples = {number: np.unique(print_.at_rate(rate, bits)[0]) for number, print_ in prints.items()}
    having = np.bincount(np.concatenate(list(samples.values())), minlength=1 << bits)
    others = len(prints) - 1
    return {number: float(having[own].mean() - 1) / others for number, own in samples.items() if own.size}


def best(
    members: Sequence[int], standing: Mapping[int, Standing], pairs: Resemblances, prints: Mapping[int, Fingerprint]
) -> int:
    """Give the member to keep.

    Least marks, then least injection, then the fullest (it covers most of the others), then the one of which the others
    have most, origin before mirror, rank of the site, time of publication, URL. Of several versions of one page only the
    newest is asked.
    """
    newest: dict[str, int] = {}
    for member in sorted(members, key=lambda member: standing[member].fetched):
        newest[standing[member].id] = member

    common = shared({member: prints[member] for member in newest.values() if member in prints})

    def order(member: int) -> tuple[int, int, int, int, int, int, int, str]:
        mine = standing[member]
        others = [other for other in newest.values() if other != member]
        covers = [pairs[member][other].covers for other in others if other in pairs.get(member, {})]
        completeness = round(sum(covers) / max(1, len(others)) / COMPLETENESS_STEP)
        return (
            mine.marks,
            mine.injected,
            -completeness,
            -round(common.get(member, 0) / SHARED_STEP),
            mine.mirror,
            -mine.rank,
            mine.published,
            mine.url,
        )

    return min(newest.values(), key=order)
