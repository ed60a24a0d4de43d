"""One name in the place of every institution (I5): a site's pages all speak of it, and none of their titles does.

`某年[橙汁平台]派女子龙舟队参加`: another institution stood there on each page. What articles are about, some title says.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.repeats import find_repeats, sample_of
from pipelines.text.pairs import is_pair

HANZI_ONLY = re.compile(rf"[{HANZI}]+")
EVIDENCE = "stands in most articles of this site and in no title"
MIN_PAGES = 6
"""Pages of a site from which this can be said."""
SITE_SHARE = 0.6
"""Share of a site's pages that must speak of the name; of 12 to 500 articles of one paper no string of four characters
stands on half of them and in none of their titles."""
MIN_LENGTH, MOST_LENGTH = 4, 12
"""Characters of the name."""
MIN_CONTEXTS = 4
"""Different pairs of characters between which it must have stood: no dateline has that."""
MIN_BEHIND = 6
"""Different characters behind a name that stands between few."""
DATELINE_GOES_ON = re.compile(r"[\d（()）】\]【\[：:电電讯訊月日报報网網]")
"""How a dateline or a label goes on behind an agency and a place."""
MOST_HEADS = 0.34
"""Share of a name's places that may go on so."""


def find_site_stand_ins(pages: Sequence[Page], texts: Sequence[str], inserts: Collection[str]) -> frozenset[str]:
    """Find the names that stand in most articles of a site, several times in some, and in no title or heading.

    Takes the pages, the running text of the Chinese ones, and the strings that can be cut, which are none of these.
    """
    sample = sample_of(texts)
    if len(sample) < MIN_PAGES:
        return frozenset()
    titles = {page.title for page in pages}
    if len(titles) < max(MIN_PAGES, SITE_SHARE * len(pages)):  # a column's name above each of its pages names nothing
        return frozenset()
    named = "\n".join("\n".join((page.title, *page.headings)) for page in pages)
    least = max(MIN_PAGES, int(SITE_SHARE * len(sample)))
    return frozenset(
        repeat.text
        for repeat in find_repeats(sample, pages=least, places=least + 1)
        if MIN_LENGTH <= len(repeat.text) <= MOST_LENGTH
        and HANZI_ONLY.fullmatch(repeat.text)
        and repeat.text not in named
        and not any(insert in repeat.text for insert in inserts)
        and _goes_on(repeat.text, sample, least=0 if repeat.contexts >= MIN_CONTEXTS else MIN_BEHIND)
    )


def _goes_on(name: str, texts: Sequence[str], *, least: int) -> bool:
    """Say whether a name that is not of the language's words alone goes on in so many ways, and as no dateline or credit does."""
    if all(is_pair(one, other) for one, other in pairwise(name)):
        return False
    behind = Counter(text[at.end() : at.end() + 1] for text in texts for at in re.finditer(name, text))
    heads = sum(count for char, count in behind.items() if DATELINE_GOES_ON.match(char))
    return len(behind) >= least and heads <= MOST_HEADS * sum(behind.values())


def find_stand_ins(page: Page) -> list[Find]:
    """Doubt a page in which such a name stands: to cut it would leave a hole, and what stood there is not known."""
    return [
        Find(paragraph=index, start=text.find(name), reason="stand_in", evidence=f"{name!r} {EVIDENCE}", doubtful=True)
        for name in sorted(page.site.stand_ins)
        for index, text in page.prose()
        if name in text
    ][:1]
