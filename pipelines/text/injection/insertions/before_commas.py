"""A brand at the ends of clauses (I3): before commas on some pages of a site, each time behind another word, and nowhere else."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, common_start
from pipelines.text.injection.insertions.between_commas import GRAMMAR
from pipelines.text.pairs import is_pair

SIZE, LONGEST = 4, 16
"""Characters of a brand."""
CLAUSE_END = re.compile(rf"(?P<tail>[{HANZI}A-Za-z0-9_.·()\[\]-]{{{SIZE},{LONGEST + 1}}})(?=[，；])")
"""The last characters of a clause that goes on."""
MIN_PLACES, MIN_PAGES, MIN_SHARE = 5, 3, 0.1
"""Places at which it must stand, pages, and their share."""
MANY_PLACES, MANY_SHARE = 8, 0.2
"""The same for one in Chinese that has a word of the language in it: of 4,023 clean articles, in groups of 5 to 400, none does;
`政治互信` stands so at five places of thirty."""
COMMAS = frozenset("，；")
BEGINS = frozenset("，。；！？：、\n")
"""What stands before a clause of its own."""
MOST_STRINGS = 400
"""Strings that are looked for in all texts, the most frequent ones."""
OTHERS = 0.75
"""Share of the places that must have another character before it."""
MOST_WORDS = 0.4
"""Share of its own neighbours that may be pairs of the language."""


@dataclass(slots=True)
class Ending:
    """Clauses that end alike; of a text of nothing but clauses no list of them is kept."""

    common: str = ""
    """What all of them end with, as far as they agree."""
    places: int = 0
    pages: set[int] = field(default_factory=set)

    def add(self, page: int, tail: str) -> None:
        """Add the end of one clause of a page."""
        self.common = common_start([tail[::-1], self.common[::-1]])[::-1] if self.places else tail
        self.places += 1
        self.pages.add(page)


def find_brands_before_commas(texts: Sequence[str]) -> frozenset[str]:
    """Find strings that stand before commas alone, from the running text of a site's pages.

    Clauses may end alike (`…的情况下，`, a name), but with words of the language, or the same stands elsewhere, too; a text
    may lose a brand at the end of a clause and go on.
    """
    found: dict[str, Ending] = defaultdict(Ending)
    for number, text in enumerate(texts):
        for match in CLAUSE_END.finditer(text):
            found[match["tail"][-SIZE:]].add(number, match["tail"])
    least = max(MIN_PAGES, MIN_SHARE * len(texts))
    often = [ending for ending in found.values() if ending.places >= MIN_PLACES and len(ending.pages) >= least]
    often.sort(key=lambda ending: ending.places)
    return frozenset(token for token in {one.common for one in often[-MOST_STRINGS:]} if _is_foreign(token, texts))


def _is_foreign(token: str, texts: Sequence[str]) -> bool:
    """Say whether texts have a string, and any part of it, at the ends of clauses alone, and it is no word of the language.

    Where it stands twice in a row, that is one place.
    """
    if len(token) > LONGEST or GRAMMAR.search(token) or not token[0].isalnum() or token.isdigit():
        return False
    words = sum(map(is_pair, token, token[1:]))
    if words > MOST_WORDS * (len(token) - 1):
        return False
    expression = re.compile(f"(?:{re.escape(token)})+")
    before: Counter[str] = Counter()
    pages = 0
    for text in texts:
        places = before.total()
        for match in expression.finditer(text):
            start, end = match.span()
            if text[end : end + 1] not in COMMAS:
                return False
            before[text[max(0, start - 1) : start]] += 1
        pages += before.total() > places
    places = before.total()
    hanzi = all(map(HANZI_CHAR.match, token))
    least, share = (MANY_PLACES, MANY_SHARE) if hanzi and words else (MIN_PLACES, MIN_SHARE)
    if places < least or pages < max(MIN_PAGES, share * len(texts)):
        return False
    if len(before) < OTHERS * places or not BEGINS.isdisjoint(before):
        return False
    rest = "\n".join(expression.sub("\n", text) for text in texts)
    return not any(token[at : at + SIZE - 1] in rest for at in range(len(token) - SIZE + 2))
