"""Which articles are copies of one another, as a function of how they resemble each other and of nothing else.

No order of arrival comes in: `sources` judges an article by its own resemblances, `grouped` puts articles together from
the most alike pair downwards, and `joined` finds a place for one that resembles a group without being like any one of
its members. Articles are numbers here; ties are broken by *names* that mean the same in every run.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from pipelines.text.deduplication.copies import REGIONS, Resemblance

Resemblances = Mapping[int, Mapping[int, Resemblance]]
"""By article, then by the other: how the first resembles the other, seen from the first."""

LESS, MORE = 0.42, 0.50
"""A copy: the smaller and the greater share that two texts must have in common. Heavy copies keep 60 % of the original
and are 60 % of it; pages of five articles hold 20 to 40 % of each."""

DOUBT = 1.1
"""Above, two texts are two stories in one form. On the copies corpus 3 % of the real copies lie above, and of the pairs of
reports on recurring events one in fifteen lies below."""

GROUP_DOUBT = 1.0
"""Mean doubt between two groups above which they stay apart: one doubtful pair may be spun, all of them are a form."""

ALIKE_LESS, ALIKE_MORE, ALIKE_DOUBT = 0.25, 0.33, 1.3
"""The same for texts that may be copies of one article without being copies of one another: each lost another part."""

DOUBT_WEIGHT = 0.15
"""How much less like two texts count for each point of doubt, when the likest pairs are put together first."""

HINT = 0.10
"""Share of a text that counts as taken from another."""

SUPPORT = 0.5
"""Share of the pairs between two groups that must be alike before they become one."""

COMPARED_MOST = 12
"""Members of a group that later articles are compared with; of a larger group so many count as all."""

SAME_GROUND = 0.5
"""Share of the smaller region in which an article must resemble both groups that it would join: what matches one group
in one place and another elsewhere is a page made of both."""

OVERLAP = 0.3
"""Share of a region that may lie on ground another source has, for it to count as a source of its own."""

STITCHED_MOST, STITCHED_REST, STITCHED_SOURCES = 0.55, 0.95, 3
"""A stitched page: three sources or more, none of which gave more than the first share of it, and the second and later
ones together nearly as much as the greatest (copies with foreign paragraphs: two thirds at most)."""

WHOLE, ROUND_UP_MOST = 0.85, 0.80
"""A round-up: two articles or more stand in it nearly whole, and none of them makes up more than the second share."""

JOIN_MEMBERS, JOIN_COVERED = 2, 0.5
"""What joins a group: alike to so many members, to half of them at least, and covered by them to that share."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the parts of a page come from."""

    parts: tuple[int, ...]
    """The articles that parts of it stand in, one for each part, the greatest part first."""
    whole: tuple[int, ...]
    """Those of them that stand in it nearly whole."""
    stitched: bool
    """Whether it is made of parts of many."""
    round_up: bool
    """Whether it holds two or more articles whole."""

    @property
    def apart(self) -> bool:
        """Whether it is a copy of nothing for that reason."""
        return self.stitched or self.round_up


def is_copy(pair: Resemblance) -> bool:
    """Say whether two texts are copies of one article, by what they have in common alone."""
    less, more = sorted((pair.covered, pair.covers))
    return less >= LESS and more >= MORE and pair.doubt <= DOUBT


def is_alike(pair: Resemblance) -> bool:
    """Say whether two texts may be copies of one article, if others bear it out."""
    less, more = sorted((pair.covered, pair.covers))
    return less >= ALIKE_LESS and more >= ALIKE_MORE and pair.doubt <= ALIKE_DOUBT


def is_hint(pair: Resemblance) -> bool:
    """Say whether a pair says anything: part of one text stands in the other.

    However much each has of its own around it: that is doubt whether they are copies, not whether one took it from the other.
    """
    most = max(pair.region.bit_count(), pair.other_region.bit_count())
    taken = pair.doubt <= ALIKE_DOUBT or pair.conflicting == 0
    return (most >= HINT * REGIONS and taken) or is_alike(pair)


def sources(pairs: Mapping[int, Resemblance]) -> Sources:
    """Find where the parts of a page come from, the greatest first, each on ground of its own.

    Which of several sources of one part is named depends on their numbers; the verdicts do not.
    """
    order = sorted(
        (other for other, pair in pairs.items() if pair.doubt <= ALIKE_DOUBT),
        key=lambda other: (-pairs[other].region.bit_count(), -pairs[other].covers, pairs[other].region, other),
    )
    taken, parts = 0, []
    for other in order:
        region = pairs[other].region
        size = region.bit_count()
        if size < HINT * REGIONS:
            break
        if (region & taken).bit_count() <= OVERLAP * size:
            parts.append(other)
            taken |= region
    if not parts:
        return Sources((), (), stitched=False, round_up=False)
    shares = [pairs[other].region.bit_count() / REGIONS for other in parts]
    whole = tuple(other for other in parts if pairs[other].covers >= WHOLE)
    return Sources(
        parts=tuple(parts),
        whole=whole,
        stitched=len(parts) >= STITCHED_SOURCES
        and shares[0] <= STITCHED_MOST
        and sum(shares[1:]) >= STITCHED_REST * shares[0],
        round_up=len(whole) >= 2 and shares[0] <= ROUND_UP_MOST,
    )


def grouped(articles: Iterable[int], pairs: Resemblances, name: Callable[[int], str]) -> list[tuple[int, ...]]:
    """Put articles together that are copies of one another; gives the groups of two or more.

    *articles* are those that may be grouped; pairs with others are left out of account.
    """
    members: dict[int, tuple[int, ...]] = {article: (article,) for article in articles}
    candidates = [
        (one, other, pair)
        for one in members
        for other, pair in pairs.get(one, {}).items()
        if other in members and one < other and is_copy(pair)
    ]
    for one, other in _by_likeness(candidates, name):
        left, right = members[one], members[other]
        if left is right or not _belong_together(one, other, left, right, pairs):
            continue
        together = left + right
        for article in together:
            members[article] = together
    return list({id(group): group for group in members.values() if len(group) > 1}.values())


def _by_likeness(
    candidates: list[tuple[int, int, Resemblance]], name: Callable[[int], str]
) -> Iterator[tuple[int, int]]:
    """Give pairs, the likest first; names are asked for only where pairs are equally like."""

    def unlike(found: tuple[int, int, Resemblance]) -> float:
        return DOUBT_WEIGHT * found[2].doubt - found[2].likeness

    for _, equals in groupby(sorted(candidates, key=unlike), unlike):
        pairs = [(one, other) for one, other, _ in equals]
        if len(pairs) > 1:
            pairs.sort(key=lambda pair: sorted(map(name, pair)))
        yield from pairs


def _belong_together(one: int, other: int, left: tuple[int, ...], right: tuple[int, ...], pairs: Resemblances) -> bool:
    """Say whether two groups may become one over a pair of their members."""
    for article, own, match in ((one, left, other), (other, right, one)):
        around = pairs[article]
        regions = [around[member].region for member in own if member in around and is_alike(around[member])]
        if regions and not _same_ground(_common(regions), around[match].region):
            return False
    between = [pairs[mine][member] for mine in left for member in right if member in pairs[mine]]
    doubts = [pair.doubt for pair in between if is_alike(pair)]
    if len(doubts) < SUPPORT * min(len(left), COMPARED_MOST) * min(len(right), COMPARED_MOST):
        return False
    return len(doubts) == 1 or sum(doubts) <= GROUP_DOUBT * len(doubts)


def joined(
    article: int, pairs: Resemblances, groups: Mapping[int, tuple[int, ...]], name: Callable[[int], str]
) -> tuple[int, ...] | None:
    """Find the group that an article belongs to although it is no copy of any one member; None if there is none.

    *groups* gives the members of the group of each article that is in one by `grouped`.
    """
    around = pairs.get(article, {})
    alike: dict[tuple[int, ...], list[int]] = {}
    for other, pair in around.items():
        if other in groups and is_alike(pair):
            alike.setdefault(groups[other], []).append(other)
    best: tuple[tuple[int, float, str], tuple[int, ...]] | None = None
    for group, others in alike.items():
        if len(others) < max(JOIN_MEMBERS, min(len(group), COMPARED_MOST) / 2):
            continue
        region = 0
        for other in others:
            region |= around[other].region
        if region.bit_count() < JOIN_COVERED * REGIONS:
            continue
        likeness = sum(around[other].likeness for other in others) / len(others)
        rank = (len(others), likeness, min(map(name, group)))
        if best is None or rank > best[0]:
            best = rank, group
    return best[1] if best else None


def _common(regions: list[int]) -> int:
    """Give the stretches that at least half of the regions have."""
    if len(regions) == 1:
        return regions[0]
    return sum(1 << bit for bit in range(REGIONS) if 2 * sum(region >> bit & 1 for region in regions) >= len(regions))


def _same_ground(one: int, other: int) -> bool:
    smaller = min(one.bit_count(), other.bit_count())
    return smaller > 0 and (one & other).bit_count() >= SAME_GROUND * smaller
