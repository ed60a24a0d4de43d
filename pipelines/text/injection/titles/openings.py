"""Keywords that a site sets before its headlines, with a mark behind them (T2): `KEYWORD：headline`, `【KEYWORD】headline`.

A speaker, a place or the subject stands there as well (`外交部：…`), and the text speaks of it; a column (`快评：`) has few
letters, or is always the same.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipelines.text.injection.evidence.page import MIN_BODY, Find, Page
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, key
from pipelines.text.injection.titles.fields import is_headline, spoken

OPENING = re.compile(
    r"(?:[「【\[](?P<inner>[^\s「」【】\[\]]{2,24})(?P<closing>[」】\]])|(?P<head>[^\s：:!！?？,，]{2,24})(?P<mark>[：:!！?？,，]))(?=\S)"
)
"""What stands in a bracket or before the first mark of a title, and the mark."""
BRACKETS = frozenset("」】]")
"""Marks of a column as well: of different ones some may have a root in common."""
NUMBER = re.compile(r"[\d〇零一二三四五六七八九十百千]+")
COLONS = frozenset("：:") | BRACKETS
"""Marks behind a column: one that is always the same proves nothing there."""
MOST_SPOKEN = 0.2
"""Share of a head's pairs of characters that a text may have though it does not speak of it."""
ROOT = 2
"""Characters with which the keywords of one root begin."""
MIN_LETTERS = 4
"""Letters of a keyword; columns have two or three."""
MIN_SAME = 5
"""Letters of one that is always the same: calls such as `最新消息!` have four."""
MIN_PAGES = 3
"""Pages whose titles must begin so."""
MIN_BRACKETS = 12
"""The same for brackets: a paper has a handful of columns in them, of which few titles may have each another."""
SAME_SHARE, TURNING_SHARE = 0.2, 0.5
"""Share of the pages for one head that is always the same, and for heads of which most are different."""
DIFFERENT = 0.7
"""Share of such heads that must be different."""


def find_site_openings(pages: Sequence[Page]) -> frozenset[str]:
    """Find what shows a keyword before the headlines of a site: its key, the root that several share, or the mark behind it.

    It is foreign to all texts: three keywords or more of one root; one before a mark that is no colon, on a fifth of the
    pages; or, on half of them, another each time, in brackets on many.
    """
    found: dict[str, list[tuple[Page, str]]] = defaultdict(list)
    roots: dict[str, set[str]] = defaultdict(set)
    same: Counter[str] = Counter()
    for page in {page.title: page for page in pages}.values():
        for head, mark, _ in _foreign_heads(page, MIN_LETTERS):
            found[mark].append((page, head))
            if mark not in BRACKETS:
                roots[head[:ROOT]].add(key(head))
            same[_bare(head)] += mark not in COLONS and len(_bare(head)) >= MIN_SAME
    rooted = {
        root
        for root, heads in roots.items()
        if len(heads) >= MIN_PAGES and HANZI_CHAR.match(root) and not any(root in page.text for page in pages)
    }
    constant = {head for head, count in same.items() if count >= max(MIN_PAGES, SAME_SHARE * len(pages))}
    turning = {
        mark
        for mark, heads in found.items()
        if len(heads) > max(MIN_BRACKETS if mark in BRACKETS else MIN_PAGES, TURNING_SHARE * len(pages))
        and len({_bare(head) for _, head in heads}) >= DIFFERENT * len(heads)
    }
    return frozenset(rooted | constant | turning)


def find_openings(page: Page) -> list[Find]:
    """Find the keyword before a headline, where the site has the habit."""
    if not page.site.openings:
        return []
    return [
        Find(
            paragraph=None,
            end=end,
            reason="title_opening",
            evidence="nothing in the text speaks of what stands before the headline, as on other pages of this site",
        )
        for head, mark, end in _foreign_heads(page, ROOT)
        if not page.site.openings.isdisjoint((mark, _bare(head), head[:ROOT]))
    ]


def _foreign_heads(page: Page, least: int) -> Iterator[tuple[str, str, int]]:
    """Give the head of a title, of *least* letters, that its text does not speak of, while it speaks of the rest; its mark and end."""
    match = OPENING.match(page.title) if page.hanzi and len(page.text) >= MIN_BODY else None
    if match is None:
        return
    head, mark = match["inner"] or match["head"], match["closing"] or match["mark"]
    least = MIN_LETTERS if mark in BRACKETS else least
    if len(key(head)) >= least and spoken(page, head) <= MOST_SPOKEN and is_headline(page, page.title[match.end() :]):
        yield head, mark, match.end()


def _bare(head: str) -> str:
    """Give the key of a head without its numbers: a year may change, and so does the number of an issue."""
    return NUMBER.sub("", key(head))
