"""Strings that come back on a page, alone or with tails behind them, and what their places say of them together.

A farm sets one root with tails that take turns, wherever it likes: inside words, between commas, before a full stop, in front
of paragraphs. Each of these alone is too little on most pages; together, and over the pages of a site, they are much.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION_HANZI
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, common_around
from pipelines.text.injection.evidence.word_pairs import BOUND, FREE, HIT, MISS
from pipelines.text.pairs import is_pair

PAIR = re.compile(rf"(?=([{HANZI}]{{2}}))")
"""Two characters that a longer string may be grown from."""
LONGEST = 12
"""Characters of a root; one that is grown to them is a sentence that was repeated."""
MOST_CHARS = 30_000
"""Characters of a page that is searched; among more, some word never stands at an edge of a clause by chance."""
TAIL = range(2, 7)
"""Letters of a tail."""
MIN_COVERED = 0.4
"""Share of the places of a root at which a tail must stand, for there to be tails at all."""
PARTICLES = frozenset("的了和与與及")
"""Letters of sentences that no tail has; `在` and `所` are in some (`在线`, `会所`)."""
MIN_ONWARD = 0.08
"""Share of a tail that must go on alike for that to be a longer one; no letter is so frequent in texts."""
FOLLOWING = re.compile(rf"(?:(?!丨)[{HANZI}A-Za-z0-9]){{0,{TAIL.stop - 1}}}")
LATIN = re.compile(r"[A-Za-z]{2,}")
SLOT_BEFORE, SLOT_BEHIND = frozenset("，,"), frozenset("，,。！？!?；;")
"""Marks between which a root with its tail and nothing else was put there; a writer seldom sets a clause of one name."""
SLOT, EDGE = 1.5, -0.3
"""Evidence, in the measure of `word_pairs.weigh`, of such a slot, and of another edge of a clause, where names stand."""
MOST_SLOTS = 3
"""Slots of a page that count: a writer may begin several clauses with the same short one (`上半年，`)."""


class Kind(Enum):
    """How a root stands at a place."""

    JOINED = "its neighbours make a pair without it"
    APART = "its neighbours make none"
    SLOT = "between commas, or a comma and an end mark"
    START = "at the start of a paragraph"
    EDGE = "at another edge of a clause"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a root in a text."""

    start: int
    root: int
    """Offset behind the root."""
    end: int
    """Offset behind its tail."""
    kind: Kind
    around: str
    """The two characters around it."""
    bound: bool
    """Whether it makes a pair with one of them."""


@dataclass(slots=True)
class Weight:
    """What the places of a root say together."""

    inside: float = 0.0
    """Evidence of all places but slots."""
    in_slots: float = 0.0
    """Evidence of slots."""
    pages: int = 0
    joined: int = 0
    following: list[str] = field(default_factory=list)
    """What stands behind the root at each place."""
    around: set[str] = field(default_factory=set)
    """The different neighbours it has had inside clauses."""

    @property
    def evidence(self) -> float:
        """Evidence of all places."""
        return self.inside + self.in_slots

    def add(self, text: str, spots: Sequence[Spot]) -> None:
        """Count the places of one page; the same neighbours count once on all pages, as set phrases come back with them."""
        slots = 0
        for spot in spots:
            self.following.append(following(text, spot.root))
            if spot.kind is Kind.SLOT:
                slots += 1
                self.in_slots += SLOT if slots <= MOST_SLOTS else 0.0
                continue
            if spot.kind in {Kind.JOINED, Kind.APART}:
                if spot.around in self.around:
                    continue
                self.around.add(spot.around)
                self.joined += spot.kind is Kind.JOINED
                self.inside += HIT if spot.kind is Kind.JOINED else MISS
            elif spot.kind is Kind.EDGE:
                self.inside += EDGE
            self.inside += BOUND if spot.bound else FREE
        self.pages += 1


def text_of(title: str, paragraphs: Sequence[str]) -> str:
    """Join a title and paragraphs to a text with a line break before, between and behind them."""
    return "\n".join(["", title, *paragraphs, ""])


def find_roots(text: str, least: int) -> dict[str, list[int]]:
    """Find strings without words of grammar that stand at so many places of a text, and where they begin.

    Each is grown from two hanzi for as long as all its places go on alike.
    """
    if len(text) > MOST_CHARS:
        return {}
    seeds: dict[str, list[int]] = defaultdict(list)
    for match in PAIR.finditer(text):
        seeds[match[1]].append(match.start())
    found: dict[str, list[int]] = {}
    for seed, places in seeds.items():
        if len(places) < least or not FUNCTION_HANZI.isdisjoint(seed):
            continue
        before, behind = common_around([(text, at) for at in places], len(seed), LONGEST, _is_letter)
        root, starts = before + seed + behind, [at - len(before) for at in places]
        if len(root) < LONGEST and FUNCTION_HANZI.isdisjoint(root):
            found.setdefault(root, starts)
    return found


def _is_letter(char: str) -> bool:
    return HANZI_CHAR.match(char) is not None or (char.isascii() and char.isalnum())


def following(text: str, at: int) -> str:
    """Give the letters at an offset, as far as a tail may reach."""
    match = FOLLOWING.match(text, at)
    return match[0] if match else ""


def tail_of(behind: str, tails: Collection[str]) -> str:
    """Give the longest tail with which some letters begin, or the Latin letters at their beginning; else nothing."""
    sizes = range(min(TAIL.stop - 1, len(behind)), TAIL.start - 1, -1)
    known = next((behind[:size] for size in sizes if behind[:size] in tails), "")
    latin = LATIN.match(behind)
    return max(known, latin[0] if latin else "", key=len)


def spots_of(text: str, root: str, starts: Sequence[int], tails: Collection[str], *, own: bool = True) -> list[Spot]:
    """Describe the places of a root in a text of `text_of`, each with its tail.

    That is one of *tails*, or, with *own*, one that comes twice, if such tails stand at a good part of the places: behind a
    keyword without tails stands the sentence, in which a word may come twice.
    """
    behind = [following(text, at + len(root)) for at in starts]
    twice = Counter(one[:size] for one in behind for size in TAIL if size <= len(one))
    here = {*tails, *(tail for tail, count in twice.items() if count > 1)} if own else {*tails}
    if own and not _covers(here, behind):
        here = {*tails}
    found = []
    for at, letters in zip(starts, behind, strict=True):
        end = at + len(root) + len(tail_of(letters, tails) or tail_of(letters, here))
        before, after = text[at - 1], text[end]
        inside = HANZI_CHAR.match(before) and HANZI_CHAR.match(after)
        if before in SLOT_BEFORE and after in SLOT_BEHIND:
            kind = Kind.SLOT
        elif inside:
            kind = Kind.JOINED if is_pair(before, after) else Kind.APART
        else:
            kind = Kind.START if before == "\n" else Kind.EDGE
        bound = is_pair(before, text[at]) or is_pair(text[end - 1], after)
        found.append(Spot(at, at + len(root), end, kind, before + after, bound))
    return found


def weights_of(
    texts: Sequence[str], roots: Sequence[Mapping[str, Sequence[int]]], tails: Collection[str] = ()
) -> dict[str, Weight]:
    """Add up what the roots of some texts say, each from all texts that have it at two places or more."""
    weights: dict[str, Weight] = defaultdict(Weight)
    for text, found in zip(texts, roots, strict=True):
        for root, starts in found.items():
            weights[root].add(text, spots_of(text, root, starts, tails))
    return weights


def find_tails(followings: Sequence[Sequence[str]], least: int) -> frozenset[str]:
    """Find the tails of some roots, from what stands behind each of them: what stands there at *least* times.

    What goes on from a shorter tail must be a good part of it: else it is a letter of the sentence that came by chance.
    """
    counts = Counter(
        one[:size]
        for behind in followings
        for one in behind
        for size in TAIL
        if size <= len(one) and PARTICLES.isdisjoint(one[:size])
    )
    tails = frozenset(
        string
        for string, count in counts.items()
        if count >= least
        and all(count >= MIN_ONWARD * counts[string[:size]] for size in range(TAIL.start, len(string)))
    )
    return tails if _covers(tails, [one for behind in followings for one in behind]) else frozenset()


def _covers(tails: Collection[str], behind: Sequence[str]) -> bool:
    """Say whether tails stand at a good part of the places of their roots."""
    return sum(tail_of(one, tails) != "" for one in behind) >= MIN_COVERED * len(behind)
