"""Learning whether a site heads and signs its articles: where most of its pages have a credit, an odd one is a credit too."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from pipelines.text.byline.habits.slots import INITIALS, Habits, is_signed, kinds_at, slots_of
from pipelines.text.byline.page import edges_of, find_credits, is_credit_line
from pipelines.text.byline.vocabulary.people import HAN, LATIN_NAME, is_chinese_name

FEW = 5
"""Least articles that must have a credit at a place: fewer are chance."""
SHARE = 0.5
"""Least share of a site's articles that must have it."""
FRAMED = 3
"""Articles on which the same words stand around differing names; a frame of fewer is none."""
COMMON = 0.1
"""Least share of a batch's pages on which one and the same line is the site's furniture."""
TOP, BOTTOM = 4, 5
"""Paragraphs at both ends of a page that are looked at: credits stand there."""
SIGNING = frozenset({"author", "editor", "source"})
"""Reasons of what signs an article."""
ALIKE = 40
"""Characters in which the first sentences of copies of one article are the same."""
SLOT = re.compile(rf"{LATIN_NAME.pattern}|[{HAN}]{{2,4}}|\d+")

Body = tuple[Sequence[str], Sequence[str]]
"""Paragraphs of a page and their kinds."""


def learn(pages: Sequence[Body]) -> Habits:
    """Learn a site's habits from its pages; copies of one article count once, and the order of the pages does not matter."""
    common = _common(pages)
    articles = {key: _without(page, common) for page in pages if (key := _key(page[0]))}
    if len(articles) < FEW:
        return Habits()
    least = max(FEW, SHARE * len(articles))
    heads = signs = 0
    framed: Counter[str] = Counter()
    desk: Counter[str] = Counter()
    for page in articles.values():
        paragraphs, kinds = _ends(page)
        first, last = edges_of(paragraphs)
        found = find_credits(paragraphs, kinds)
        desk.update(
            text for _, _, text, _ in slots_of(*page, len(page[0]) - len(paragraphs) + last) if INITIALS.fullmatch(text)
        )
        heads += any(at < first or credit.reason == "dateline" for at, credit in found if at <= first)
        if any(
            at > last or (credit.reason in SIGNING and credit.end == len(paragraphs[at]))
            for at, credit in found
            if at >= last
        ):
            signs += 1
        else:
            framed.update(_frames(page, len(page[0]) - len(paragraphs) + last))
    signs += sum(times for times in framed.values() if times >= FRAMED)
    initials = len(desk) > 1 and desk.total() >= max(FRAMED, COMMON * len(articles))
    return Habits(heads=heads >= least, signs=signs >= least, ends=signs >= least, initials=initials)


def _common(pages: Sequence[Body]) -> set[str]:
    """Give the lines that stand as they are on several pages: the site's, or a series', and no article's signature alone."""
    times = Counter(text for paragraphs, _ in pages for text in {*paragraphs[:TOP], *paragraphs[-BOTTOM:]})
    return {text for text, count in times.items() if count >= max(FRAMED, COMMON * len(pages))}


def _without(page: Body, common: Collection[str]) -> Body:
    """Give a page without some lines."""
    kept = [at for at, text in enumerate(page[0]) if text not in common or is_credit_line(text)]
    return [page[0][at] for at in kept], [kinds_at(page[1], at) for at in kept]


def _ends(page: Body) -> Body:
    """Give the ends of a page."""
    paragraphs, kinds = page
    if len(paragraphs) <= TOP + BOTTOM:
        return paragraphs, kinds
    return [*paragraphs[:TOP], *paragraphs[-BOTTOM:]], [*kinds[:TOP], *kinds[-BOTTOM:]]


def _key(paragraphs: Sequence[str]) -> str:
    """Give what tells an article from others: how its longest paragraph begins."""
    return max(paragraphs, key=len, default="")[:ALIKE]


def _frames(page: Body, last: int) -> set[str]:
    """Give what may sign an article behind its last sentence, with slots in place of the names."""
    paragraphs, kinds = page
    return {
        SLOT.sub(_slot, text) for _, _, text, others in slots_of(paragraphs, kinds, last) if is_signed(text, others)
    }


def _slot(match: "re.Match[str]") -> str:
    """Fold a name or a number."""
    text = match[0]
    return "0" if text.isascii() or not text[0] > "\u3000" or is_chinese_name(text) else text
