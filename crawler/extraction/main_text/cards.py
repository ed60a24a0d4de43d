"""Cards that lead to other articles of the site, in rows or lists beside an article's text."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text.survey import Survey
from crawler.extraction.page.blocks import Line, Node
from crawler.extraction.page.leads import leads_to, same_site
from crawler.extraction.page.letters import letters
from crawler.extraction.page.tags import HEADINGS

_LEAST = 3
"""Cards beside each other, at least."""
_HEADLINE, _WIDE_HEADLINE, _WHOLE = 12, 24, 0.9
"""Characters of the link that is the headline of a card, or its weight (eight of Chinese), at least, and the share of its line that is the link."""
_LINES, _PROSE, _WEIGHT = 8, 2, 450
"""Lines of a card, of them prose, and the weight of that, at most: what tells more is a part of a text."""
_LIKELY = 0.05
"""Odds of the headline of a card, at least: what is less likely is not of the text anyhow."""
_TOLD, _ENOUGH = 0.9, 400
"""Odds from which prose is an article's, and weight of such, at least, before cards are beside it."""
_DAY = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:\d{1,2}\.?\s[^\W\d]{3,12}|[^\W\d]{3,12}\.?\s\d{1,2}),?\s(?:19|20)\d\d"
)
_DAY_CHARS = 120
"""Characters of a line that are looked at for a day."""
_BELOW, _SHORT = 5, 0.4
"""Lines below the headline of a short article in which its prose begins, and odds of that, at least."""


def without_cards(survey: Survey, odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give lines of cards no odds: short blocks of one make, each below or above a headline that leads to its own page of the site.

    They stand outside the block with most of the prose, in one that holds no other, behind enough likely prose for an
    article, or behind a short one. A text of products or recommendations has them in its own block, or leads to other
    sites.
    """
    lines = survey.page.lines
    heads = [i for i in (odds >= _LIKELY).nonzero()[0].tolist() if _may_head(lines[i])]
    if len(heads) < _LEAST:
        return odds
    alike: dict[tuple[Node, str, str], dict[Node, int]] = {}
    for i in heads:
        node, outer = lines[i].node, lines[i].node.parent
        while outer is not None and node.end - node.start <= _LINES:
            alike.setdefault((outer, node.tag, node.make), {}).setdefault(node, i)
            node, outer = outer, outer.parent
    several = [cards for cards in alike.values() if len(cards) >= _LEAST]
    if not several:
        return odds
    told, short = _told(lines, odds), _short_article(survey, odds)
    known = odds.copy()
    for cards in several:
        nodes = list(cards)
        if (
            _are_short(lines, nodes)
            and _are_beside(lines, nodes, told, short)
            and _lead_on(survey, list(cards.values()))
        ):
            for node in nodes:
                known[node.start : node.end] = 0
    return known


def _told(lines: Sequence[Line], odds: npt.NDArray[np.float64]) -> list[tuple[int, int, Node]]:
    """Give for each line of an article's likely prose its place, the weight of that up to it, and the block that holds most of it so far."""
    told: list[tuple[int, int, Node]] = []
    held: Counter[Node] = Counter()
    weight = 0
    for i in (odds >= _TOLD).nonzero()[0].tolist():
        if lines[i].prose:
            box = lines[i].node.box
            held[box] += lines[i].weight
            weight += lines[i].weight
            best = told[-1][2] if told and held[told[-1][2]] >= held[box] else box
            told.append((i, weight, best))
    return told


def _short_article(survey: Survey, odds: npt.NDArray[np.float64]) -> Node | None:
    """Give the block with the heading that is the headline and likely prose right below it: the words above a list look so as well.

    It has to be a `<h1>` in an `<article>` or in a page that JSON-LD says is one, or to stand in `<title>`, with the day
    and no link to another page between it and its text.
    """
    lines, headline = survey.page.lines, survey.title_line
    if headline < 0 or lines[headline].tag not in HEADINGS or lines[headline].link:
        return None
    below = range(headline + 1, min(headline + 1 + _BELOW, len(lines)))
    first = next((i for i in below if lines[i].prose and odds[i] >= _SHORT), headline)
    if first == headline:
        return None
    around = next(node for node in lines[headline].node.up() if first < node.end)
    stated = any(kind.endswith("Article") for kind in survey.data.kinds)
    if lines[headline].tag == "h1" and (stated or any(node.tag == "article" for node in around.up())):
        return around
    above = lines[headline + 1 : first]
    dated = any(_DAY.search(line.text[:_DAY_CHARS]) for line in above) and not any(map(_may_head, above))
    return around if dated and letters(lines[headline].text) in letters(survey.page.title) else None


def _may_head(line: Line) -> bool:
    """Tell whether a line is a link as a whole, and long enough for a headline."""
    if line.link < _WHOLE * len(line.text) or line.kind == "cell":
        return False
    return line.link >= _HEADLINE or (line.link > 0 and line.weight >= _WIDE_HEADLINE)


def _are_short(lines: Sequence[Line], nodes: Sequence[Node]) -> bool:
    """Tell whether blocks hold no more than a card does."""
    for node in nodes:
        prose = [line.weight for line in lines[node.start : node.end] if line.prose]
        if len(prose) > _PROSE or sum(prose) > _WEIGHT:
            return False
    return True


def _are_beside(
    lines: Sequence[Line], nodes: Sequence[Node], told: Sequence[tuple[int, int, Node]], short: Node | None
) -> bool:
    """Tell whether cards stand behind an article's likely prose, or a *short* one, in a block without other prose, and not in that of the article."""
    start, end = min(node.start for node in nodes), max(node.end for node in nodes)
    before = bisect_left(told, start, key=itemgetter(0)) - 1
    best = told[before][2] if before >= 0 and told[before][1] >= _ENOUGH else short
    if best is None or best.start > start:
        return False
    around = nodes[0].parent or nodes[0]
    inside = sum(lines[i].prose for i in range(start, end))
    alone = sum(lines[i].prose for i in range(around.start, around.end)) == inside
    return alone and not (best.start <= start and end <= best.end)


def _lead_on(survey: Survey, heads: Sequence[int]) -> bool:
    """Tell whether headlines lead to pages of the site, each to one of its own."""
    own = next(iter(survey.data.canonicals), "")
    addresses = [leads_to(survey.page, i, _WHOLE) for i in heads]
    if not all(address is not None and same_site(address, own) for address in addresses):
        return False
    return len(set(addresses)) == len(addresses)
