"""Strings that come back on a page, alone or with tails behind them, and what their places say of them together.

A farm sets one root with tails that take turns, wherever it likes: inside words, between commas, before a full stop, in front
of paragraphs. Each of these alone is too little on most pages; together, and over the pages of a site, they are much.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import compress, count
from operator import add
from typing import NamedTuple

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION_HANZI
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, common_around
from pipelines.text.injection.evidence.word_pairs import BOUND, FREE, HIT, MISS
from pipelines.text.pairs import is_pair

PAIR = re.compile(f"[{HANZI}]{{2}}")
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


class Spot(NamedTuple):
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
            if spot.kind is Kind.JOINED or spot.kind is Kind.APART:
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


def find_pairs(text: str, least: int, among: Collection[str] | None = None) -> dict[str, list[int]]:
    """Find two hanzi, no words of grammar, that stand side by side at so many places of a text, and where.

    With *among*, only those of them.
    """
    pairs = list(map(add, text, text[1:]))
    found: dict[str, list[int]] = {
        pair: []
        for pair, times in Counter(pairs).items()
        if times >= least and (among is None or pair in among) and PAIR.match(pair) and FUNCTION_HANZI.isdisjoint(pair)
    }
    for at in compress(count(), map(found.__contains__, pairs)):
        found[pairs[at]].append(at)
    return found


def find_roots(text: str, least: int, seeds: Collection[str] | None = None) -> dict[str, list[int]]:
    """Find strings without words of grammar that stand at so many places of a text, and where they begin.

    Each is grown from two hanzi, one of *seeds* where they are given, for as long as all its places go on alike.
    """
    if len(text) > MOST_CHARS:
        return {}
    found: dict[str, list[int]] = {}
    for seed, places in find_pairs(text, least, seeds).items():
        before, behind = common_around([(text, at) for at in places], len(seed), LONGEST, _is_letter)
        root, starts = before + seed + behind, [at - len(before) for at in places]
        if len(root) < LONGEST and FUNCTION_HANZI.isdisjoint(root):
            found.setdefault(root, starts)
    return found


def find_site_pairs(texts: Sequence[str], least: int) -> set[str]:
    """Find pairs of hanzi that repeat on so many texts: what has no such pair repeats on fewer."""
    pairs = (Counter(map(add, text, text[1:])) for text in texts if len(text) <= MOST_CHARS)
    counts = Counter(pair for on_page in pairs for pair, times in on_page.items() if times > 1)
    return {pair for pair, times in counts.items() if times >= least and PAIR.match(pair)}


def _is_letter(char: str) -> bool:
    return HANZI_CHAR.match(char) is not None or (char.isascii() and char.isalnum())


def following(text: str, at: int) -> str:
    """Give the letters at an offset, as far as a tail may reach."""
    match = FOLLOWING.match(text, at)
    return match[0] if match else ""


def tail_of(behind: str, tails: Collection[str]) -> str:
    """Give the longest tail with which some letters begin, or the Latin letters at their beginning; else nothing."""
    latin = LATIN.match(behind)
    least = latin.end() if latin else 0
    if tails:
        for size in range(min(TAIL.stop - 1, len(behind)), max(TAIL.start, least + 1) - 1, -1):
            if behind[:size] in tails:
                return behind[:size]
    return behind[:least]


def spots_of(text: str, root: str, starts: Sequence[int], tails: Collection[str], *, own: bool = True) -> list[Spot]:
    """Describe the places of a root in a text of `text_of`, each with its tail.

    That is one of *tails*, or, with *own*, one that comes twice, if such tails stand at a good part of the places: behind a
    keyword without tails stands the sentence, in which a word may come twice.
    """
    behind = [following(text, at + len(root)) for at in starts]
    known = [tail_of(letters, tails) for letters in behind]
    more = _own_tails(behind, known) if own else frozenset()
    found = []
    for at, letters, tail in zip(starts, behind, known, strict=True):
        end = at + len(root) + len(tail or (tail_of(letters, more) if more else ""))
        before, after = text[at - 1], text[end]
        if before in SLOT_BEFORE and after in SLOT_BEHIND:
            kind = Kind.SLOT
        elif HANZI_CHAR.match(before) and HANZI_CHAR.match(after):
            kind = Kind.JOINED if is_pair(before, after) else Kind.APART
        else:
            kind = Kind.START if before == "\n" else Kind.EDGE
        bound = is_pair(before, text[at]) or is_pair(text[end - 1], after)
        found.append(Spot(at, at + len(root), end, kind, before + after, bound))
    return found


def _own_tails(behind: Sequence[str], known: Sequence[str]) -> frozenset[str]:
    """Find what comes twice behind a root, if that or a known tail stands at a good part of the places."""
    heads = Counter([letters[: TAIL.start] for letters in behind if len(letters) >= TAIL.start])
    covered = sum(
        tail != "" or heads.get(letters[: TAIL.start], 0) > 1 for letters, tail in zip(behind, known, strict=True)
    )
    if covered < MIN_COVERED * len(behind):
        return frozenset()
    counts = Counter([letters[:size] for letters in behind for size in range(TAIL.start, len(letters) + 1)])
    return frozenset(tail for tail, times in counts.items() if times > 1)


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
        for string, times in counts.items()
        if times >= least
        and all(times >= MIN_ONWARD * counts[string[:size]] for size in range(TAIL.start, len(string)))
    )
    return tails if _covers(tails, [one for behind in followings for one in behind]) else frozenset()


def _covers(tails: Collection[str], behind: Sequence[str]) -> bool:
    """Say whether tails stand at a good part of the places of their roots."""
    return sum(tail_of(one, tails) != "" for one in behind) >= MIN_COVERED * len(behind)
