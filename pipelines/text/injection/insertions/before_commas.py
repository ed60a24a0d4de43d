"""A brand at the ends of clauses (I3): before commas on some pages of a site, each time behind another word, and nowhere else."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

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


def find_brands_before_commas(texts: Sequence[str]) -> frozenset[str]:
    """Find strings that stand before commas alone, from the running text of a site's pages.

    Clauses may end alike (`…的情况下，`, a name), but with words of the language, or the same stands elsewhere, too; a text
    may lose a brand at the end of a clause and go on.
    """
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for match in CLAUSE_END.finditer(text):
            found[match["tail"][-SIZE:]].append((number, match["tail"]))
    least = max(MIN_PAGES, MIN_SHARE * len(texts))
    often = [
        places
        for places in found.values()
        if len(places) >= MIN_PLACES and len({number for number, _ in places}) >= least
    ]
    grown = {_grown([tail for _, tail in places]) for places in sorted(often, key=len)[-MOST_STRINGS:]}
    return frozenset(token for token in grown if _is_foreign(token, texts))


def _grown(tails: Sequence[str]) -> str:
    """Give what all clauses end with, as far as they agree."""
    return common_start([tail[::-1] for tail in tails])[::-1]


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
    places = [(number, text, match) for number, text in enumerate(texts) for match in expression.finditer(text)]
    hanzi = all(map(HANZI_CHAR.match, token))
    least, share = (MANY_PLACES, MANY_SHARE) if hanzi and words else (MIN_PLACES, MIN_SHARE)
    if len(places) < least or len({number for number, *_ in places}) < max(MIN_PAGES, share * len(texts)):
        return False
    if any(text[match.end() : match.end() + 1] not in COMMAS for _, text, match in places):
        return False
    before = Counter(text[max(0, match.start() - 1) : match.start()] for _, text, match in places)
    if len(before) < OTHERS * len(places) or not BEGINS.isdisjoint(before):
        return False
    rest = "\n".join(expression.sub("\n", text) for text in texts)
    return not any(token[at : at + SIZE - 1] in rest for at in range(len(token) - SIZE + 2))
