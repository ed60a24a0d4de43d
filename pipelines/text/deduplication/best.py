"""Which of several copies is the one to keep: a rule over what is known of each, the order of arrival left out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from pipelines.text.deduplication.copies import FEWEST_BITS, REGIONS
from pipelines.text.deduplication.fingerprint import HASH_BITS, Fingerprint
from pipelines.text.deduplication.groups import Resemblances

COMPLETENESS_STEP = 0.05
"""Shares of completeness closer than this are equal; a dropped paragraph of twenty makes the difference."""

SHARED_STEP = 0.05
"""The same for what the others have of a copy. A text with every twentieth word spun has a fifth of its windows alone."""

MADE_OF_SEVERAL = 100
"""Marks that it counts as to be made of several articles: more than any page has otherwise, and with these one byte."""

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
    """Marks on the page: spun, damaged, …, and MADE_OF_SEVERAL more where they say that it is made of several articles."""
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


def foreign_ground(
    member: int, members: Collection[int], pairs: Resemblances, families: Mapping[int, Collection[int]]
) -> int:
    """Give where a copy holds another article's text: REGIONS bits, 0 where nothing proves it.

    There no other copy has anything, and an article outside the group has it, of which other copies bear it out: it stands in its own
    article there, not in another page that it was put into. Where two copies show what stands around it side by side, they are
    believed in all else that they lack amid their text; at the ends they may have been cut short. *families* gives the group of each
    article outside that has one.
    """
    around = pairs.get(member, {})
    ours = others = 0
    for other, pair in around.items():
        if other in members:
            ours |= pair.region
            continue
        copies = (pairs.get(other, {}).get(copy) for copy in families.get(other, ()) if copy != member)
        borne_out = reduce(or_, (copy.region for copy in copies if copy is not None), 0)
        if (pair.other_region & borne_out).bit_count() * 2 > pair.other_region.bit_count():
            others |= pair.region
    alone = ~ours & ((1 << REGIONS) - 1)
    found = others & alone
    if found and len(members) > 2:
        amid = ((1 << ours.bit_length()) - 1) & ~((ours & -ours) - 1) if ours else 0
        found |= alone & amid
    return (found | found << 1 | found >> 1) & alone  # at its borders a stretch is half of each, and covered by neither


def best(
    members: Sequence[int],
    standing: Mapping[int, Standing],
    pairs: Resemblances,
    prints: Mapping[int, Fingerprint],
    families: Mapping[int, Collection[int]] = MappingProxyType({}),
) -> int:
    """Give the member to keep.

    Least marks, then least injection, then the fullest (it covers most of the others), then the one of which the others
    have most, origin before mirror, rank of the site, time of publication, URL. Of several versions of one page only the
    newest is asked. What a copy holds of another article (`foreign_ground`) is not missing in the others; it is kept only if it is
    fuller than all that are not marked any more than it is and hold none. *families* are the groups of articles outside.
    """
    newest: dict[str, int] = {}
    for member in sorted(members, key=lambda member: standing[member].fetched):
        newest[standing[member].id] = member

    common = shared({member: prints[member] for member in newest.values() if member in prints})
    foreign = {member: foreign_ground(member, members, pairs, families) for member in newest.values()}
    full = {member: _completeness(member, newest.values(), pairs, foreign) for member in newest.values()}

    def is_outdone(member: int) -> bool:
        return foreign[member] != 0 and any(
            not foreign[other] and full[other] >= full[member] and standing[other].marks <= standing[member].marks
            for other in newest.values()
        )

    def order(member: int) -> tuple[int, int, int, int, int, int, int, str]:
        mine = standing[member]
        return (
            mine.marks,
            mine.injected,
            -full[member],
            -round(common.get(member, 0) / SHARED_STEP),
            mine.mirror,
            -mine.rank,
            mine.published,
            mine.url,
        )

    return min((member for member in newest.values() if not is_outdone(member)), key=order)


def _completeness(member: int, members: Collection[int], pairs: Resemblances, foreign: Mapping[int, int]) -> int:
    """Say in steps how much of the others a copy covers, in the mean, but for what is foreign in these."""
    around = pairs.get(member, {})
    covers = [
        min(1, around[other].covers * REGIONS / max(1, REGIONS - foreign[other].bit_count()))
        for other in members
        if other != member and other in around
    ]
    return round(sum(covers) / max(1, len(members) - 1) / COMPLETENESS_STEP)
