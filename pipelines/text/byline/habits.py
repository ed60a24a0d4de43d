"""Learning whether a site heads and signs its articles: where most of its pages have a credit, an odd one is a credit too."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipelines.text.byline import edges_of, find_credits
from pipelines.text.byline.people import HAN, LATIN_NAME, is_chinese_name
from pipelines.text.byline.slots import MOST_LINES, Habits, is_signed, kinds_at

FEW = 5
"""Least articles that must have a credit at a place: fewer are chance."""
SHARE = 0.5
"""Least share of a site's articles that must have it."""
FRAMED = 3
"""Articles on which the same words stand around differing names; a frame of fewer is none."""
TOP, BOTTOM = 4, 5
"""Paragraphs at both ends of a page that are looked at: credits stand there."""
SIGNING = frozenset({"author", "editor", "source"})
"""Reasons of what signs an article."""
ALIKE = 40
"""Characters in which the first sentences of copies of one article are the same."""
SLOT = re.compile(rf"{LATIN_NAME.pattern}|[{HAN}]{{2,4}}|\d+")

Edges = tuple[Sequence[str], Sequence[str]]
"""Paragraphs of a page and their kinds."""


def learn(pages: Sequence[Edges]) -> Habits:
    """Learn a site's habits from its pages; copies of one article count once, and the order of the pages does not matter."""
    articles = {key: page for page in pages if (key := _key(page[0]))}
    least = max(FEW, SHARE * len(articles))
    if len(articles) < FEW:
        return Habits()
    heads = signs = 0
    framed: Counter[str] = Counter()
    for page in articles.values():
        paragraphs, kinds = _ends(page)
        first, last = edges_of(paragraphs)
        found = find_credits(paragraphs, kinds)
        heads += any(at < first or credit.reason == "dateline" for at, credit in found if at <= first)
        if any(
            at > last or (credit.reason in SIGNING and credit.end == len(paragraphs[at]))
            for at, credit in found
            if at >= last
        ):
            signs += 1
        else:
            framed.update(set(_frames(page, len(paragraphs) - 1 - last)))
    signs += sum(times for times in framed.values() if times >= FRAMED)
    return Habits(heads=heads >= least, signs=signs >= least, ends=signs >= least)


def _ends(page: Edges) -> Edges:
    """Give the ends of a page."""
    paragraphs, kinds = page
    if len(paragraphs) <= TOP + BOTTOM:
        return paragraphs, kinds
    return [*paragraphs[:TOP], *paragraphs[-BOTTOM:]], [*kinds[:TOP], *kinds[-BOTTOM:]]


def _key(paragraphs: Sequence[str]) -> str:
    """Give what tells an article from others: how its longest paragraph begins."""
    return max(paragraphs, key=len, default="")[:ALIKE]


def _frames(page: Edges, behind: int) -> Iterator[str]:
    """Give the last *behind* lines of a page, those that may sign the article, with slots in place of their names."""
    paragraphs, kinds = page
    text = len(paragraphs) - behind
    for at in range(max(text, 1), len(paragraphs)) if behind <= MOST_LINES else ():
        if kinds_at(kinds, at) == "text" and is_signed(paragraphs[at], paragraphs[:text]):
            yield SLOT.sub(_slot, paragraphs[at])


def _slot(match: "re.Match[str]") -> str:
    """Fold a name or a number."""
    text = match[0]
    return "0" if text.isascii() or not text[0] > "\u3000" or is_chinese_name(text) else text
