"""Phrases glued to the words of Korean sentences (I4): a root and tails that take turns behind it, at no boundary of its own.

Particles stick to the words of Korean, and nouns to nouns, so that a glued phrase breaks no rule at any one place. But a word of
the language has a side: it takes words before it, or particles behind, or stands free, and other words follow it. What a farm
drops in has the same few tails each time, and is glued now to the word before, now to the word behind, now to a full stop.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.repeats import sample_of

LETTER = "[\uac00-\ud7a3A-Za-z0-9]"
CORE = re.compile(rf"(?=({LETTER}{{2}} {LETTER}{{2}}))(?=.{{0,4}}[\uac00-\ud7a3])")
"""What phrases are grown from: two letters on each side of a space, a syllable among them."""
HANGUL = re.compile("[\uac00-\ud7a3]")
SIZE = 5
"""Characters of it."""
LONGEST = 12
"""Syllables by which it may grow on either side."""
AGREE = 0.9
"""Share of the places that must have the same neighbour for it to grow."""
STICKING = frozenset("은는이가을를의에로으와과도만까부보처마나라들인한하할했합해되된될됩됐")
"""Syllables with which particles and verbs made of nouns begin, a closed class: they stick to nouns."""
PARTICLES = frozenset("은는을를의에")
"""Particles behind which a space stands."""
ENDS = frozenset('.!?…"”')
"""What a sentence ends with; a space follows it."""

# Of 197,000 characters of Korean laws and manuals, whole and in groups of 10 to 80 pages, no root has MIN_SURE,
# and one passes the rest (`공무원의`, civil servants').
MIN_PAGES = 3
"""Pages of a site on which a root must stand."""
MIN_BEFORE, MIN_BEHIND = 3, 2
"""Different words to whose end it must be glued, and places where it is glued to a full stop or its tail to a word."""
MIN_SURE = 2
"""Places of these where a space is missing that no compound lacks: behind a particle or a full stop."""
MIN_INSIDE = 3
"""Places, each between other syllables, where a phrase is glued on both sides and no particle follows: inside words, whatever these are."""
MIN_SHARE = 0.3
"""Share of a site's pages of which each has a root of its own inside words."""
MIN_GLUED, SHARED_TAILS = 3, 2
"""Places where another root of such a site is glued to something, and the tails of the first that it must have."""
COVERED = 0.9
"""Share of its places that its tails must follow."""


Place = tuple[int, int]
"""A text and an offset in it."""


@dataclass(slots=True)
class _Root:
    """The places of a root with its tails."""

    phrases: set[str] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)
    before: set[str] = field(default_factory=set)
    """Ends of the words it is glued to."""
    behind: set[str] = field(default_factory=set)
    """Beginnings of the words its tails are glued to where nothing is glued to the root, and what stands behind where a full
    stop is."""
    sure: set[str] = field(default_factory=set)
    """Those of both where a space must stand before the root."""

    inside: set[str] = field(default_factory=set)
    """Syllables on both sides where it is glued to both."""

    @property
    def tails(self) -> set[str]:
        """What stands behind it."""
        return {phrase.partition(" ")[2] for phrase in self.phrases}

    @property
    def is_proven(self) -> bool:
        """Whether its places show that it was put there."""
        if len(self.pages) >= MIN_PAGES and self.is_inside_words:
            return True
        return (
            len(self.pages) >= MIN_PAGES
            and len(self.before) >= MIN_BEFORE
            and len(self.behind) >= MIN_BEHIND
            and len(self.sure) >= MIN_SURE
        )

    @property
    def is_inside_words(self) -> bool:
        """Whether it stands between several syllables on each side that have nothing else between them."""
        return min(len({one[0] for one in self.inside}), len({one[1] for one in self.inside})) >= MIN_INSIDE

    def add(self, phrase: str, places: Sequence[Place], texts: Sequence[str]) -> None:
        """Count the places of a phrase that begins with it."""
        self.phrases.add(phrase)
        for number, at in places:
            self.pages.add(number)
            self.places.add((number, at))
            text, end = texts[number], at + len(phrase)
            before, behind = text[max(0, at - 2) : at], text[end : end + 2]
            if HANGUL.match(before[-1]) and HANGUL.match(behind[0]) and behind[0] not in STICKING:
                self.inside.add(before[-1] + behind[0])
            if before[-1].isalnum():
                self.before.add(before)
            elif before[-1] in ENDS or (behind[0].isalnum() and behind[0] not in STICKING):
                self.behind.add(before + behind)
            if before[-1] in ENDS or before[-1] in PARTICLES:
                self.sure.add(before + behind)


def find_glued_phrases(pages: Sequence[Page]) -> frozenset[str]:
    """Find phrases that a site glues to the words of its sentences."""
    texts = [text for page in pages if CORE.search(text := f"\n{page.title}\n{page.text}\n")]
    texts = list(sample_of(texts))
    roots: dict[str, _Root] = defaultdict(_Root)
    for phrase, places in _phrases(texts):
        roots[phrase.partition(" ")[0]].add(phrase, places, texts)
    covered = {
        name: root
        for name, root in roots.items()
        if (len(root.before) + len(root.behind) >= MIN_GLUED or root.inside)
        and len(root.places) >= COVERED * sum(text.count(name) for text in texts)
    }
    proven = {name for name, root in covered.items() if root.is_proven}
    tails = {tail for name in proven for tail in covered[name].tails}
    proven |= {name for name, root in covered.items() if len(root.tails) >= SHARED_TAILS and root.tails <= tails}
    alone = {name for name, root in covered.items() if root.inside and len(root.places) >= MIN_INSIDE}
    pages_of = {number for name in alone for number in covered[name].pages}
    if len(alone) >= MIN_PAGES and len(pages_of) >= max(MIN_PAGES, MIN_SHARE * len(pages)):
        proven |= alone
    return frozenset(phrase for name in proven for phrase in covered[name].phrases)


def _phrases(texts: Sequence[str]) -> Iterator[tuple[str, list[Place]]]:
    """Give what stands on several pages around a space, for as long as nearly all its places go on alike, and its places."""
    cores: dict[str, list[Place]] = defaultdict(list)
    for number, text in enumerate(texts):
        for match in CORE.finditer(text):
            cores[match[1]].append((number, match.start()))
    for places in cores.values():
        if len({number for number, _ in places}) < 2 and len(places) < MIN_INSIDE:
            continue  # a root may have another tail on each page, which stands there several times
        left, right = 0, SIZE
        while left < LONGEST and _same(texts, places, -left - 1):
            left += 1
        while right < SIZE + LONGEST and (more := _more(texts, places, right)):
            right += more
        strings = [texts[number][max(0, at - left) : at + right] for number, at in places]
        phrase = Counter(strings).most_common(1)[0][0]
        yield (
            phrase,
            [(number, at - left) for (number, at), string in zip(places, strings, strict=True) if string == phrase],
        )


def _more(texts: Sequence[str], places: Sequence[Place], offset: int) -> int:
    """Give by how many characters a phrase goes on: a letter, or a space and one."""
    space = all(texts[number][at + offset : at + offset + 1] == " " for number, at in places)
    return 2 * _same(texts, places, offset + 1) if space else int(_same(texts, places, offset))


def _same(texts: Sequence[str], places: Sequence[Place], offset: int) -> bool:
    """Say whether nearly all places have the same letter or digit at an offset."""
    char, count = Counter(texts[number][at + offset : at + offset + 1] for number, at in places).most_common(1)[0]
    return char.isalnum() and count >= AGREE * len(places)
