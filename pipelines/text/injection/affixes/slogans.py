"""What a site says beside one keyword and another, alone on a line or behind the last sentence of a paragraph."""

from collections import defaultdict
from collections.abc import Sequence

from pipelines.text.injection.affixes.turning_keywords import ENDS, LINES, LONGEST, edges_of, is_possible
from pipelines.text.injection.evidence.lookup import Keywords
from pipelines.text.injection.evidence.page import LONGEST_LINE, Page
from pipelines.text.injection.evidence.tokens import key

SLOGAN = range(2, 25)
"""Letters of a slogan."""


def find_slogans(pages: Sequence[Page], keywords: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Find the keys of what lines, and clauses behind the last sentence, say beside keywords: the same of two of them.

    Gives them and the keys of further keywords that stand beside them on pages which do not speak of those.
    """
    found: dict[str, set[str]] = defaultdict(set)
    others: list[tuple[Page, str]] = []
    known = Keywords(keywords)
    for page in pages if keywords else ():
        for kind, _, text in edges_of(page):
            bare = key(text[: 2 * LONGEST_LINE]) if kind in {LINES, ENDS} else ""
            token = known.longest_in(bare)
            more = bare.replace(token, "", 1)
            if token and len(more) in SLOGAN:
                found[more].add(token)
            elif bare and not token:
                others.append((page, bare))
    slogans = frozenset(more for more, tokens in found.items() if len(tokens) > 1)
    return slogans, frozenset(filter(None, (_beside(page, text, slogans) for page, text in others)))


def _beside(page: Page, text: str, slogans: frozenset[str]) -> str:
    """Give what a line or clause has beside a slogan, where it may be a keyword and the page does not speak of it."""
    sizes = range(min(len(text), SLOGAN[-1]), 0, -1)
    slogan = next((part for size in sizes for part in (text[-size:], text[:size]) if part in slogans), "")
    rest = text.removesuffix(slogan) if text.endswith(slogan) else text.removeprefix(slogan)
    possible = slogan and len(rest) <= LONGEST and is_possible(rest)
    return rest if possible and page.natural_tie(rest) == 0 and not page.speaks_of(rest) else ""
