"""Phrases of small words glued to a full stop, with a new sentence behind them (I4).

`They won in 1986.[cheap blueberry jackets] The cup …` Who forgets a space goes on with a sentence, which this is none.
"""

import re
from collections.abc import Sequence

from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.insertions.occurrences import find_occurrences

GLUED = re.compile(
    r"(?<=[a-z0-9)]\.)(?P<words>(?!(?:com|net|org|gov|edu|info)\b)[a-z][a-z'-]{2,}(?: [a-z][a-z'-]+){1,4})(?= [\"“]?(?:[A-Z][a-z]|[AI][ '’]))"
)
"""Small words behind a full stop without a space between, before a capital; names of hosts (`.com`) are shorter."""
MIN_PLACES = 3
"""Places of a site at which such words must stand, glued or not, to be a phrase of it."""


def find_site_behind_stops(texts: Sequence[str]) -> frozenset[str]:
    """Find the phrases that are glued to a full stop somewhere and stand at several places of a site."""
    found = {match["words"] for text in texts for match in GLUED.finditer(text)}
    joined = "\n".join(texts) if found else ""
    return frozenset(phrase for phrase in found if _is_content(phrase) and joined.count(phrase) >= MIN_PLACES)


def find_behind_stops(page: Page) -> list[Find]:
    """Find phrases of small content words between a full stop, to which they are glued, and the next sentence.

    A missing space is a slip, but then the words go on to a sentence of their own; none of 1,118 clean pages has this.
    """
    if page.hanzi:
        return []
    places = [(index, match) for index, match in page.matches(GLUED) if _is_content(match["words"])]
    evidence = "small words glued to a full stop, and a new sentence behind them"
    finds = [Find.match(index, match, reason="inside_text", evidence=evidence) for index, match in places]
    known = {(find.paragraph, find.start) for find in finds}
    phrases = sorted({match["words"] for _, match in places})
    again = find_occurrences(page, phrases, "a phrase glued to a full stop elsewhere")
    return [*finds, *(find for find in again if (find.paragraph, find.start) not in known)]


def _is_content(phrase: str) -> bool:
    """Say whether a phrase has no word of grammar."""
    return FUNCTION.isdisjoint(phrase.split())
