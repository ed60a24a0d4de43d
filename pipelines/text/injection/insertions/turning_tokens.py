"""Keywords between commas that take turns over a site (I1): each on a few pages, some on nearly every page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.insertions.between_commas import GRAMMAR, running_of

TOKEN = re.compile(rf"(?<=[，,])[{HANZI}A-Za-z0-9]{{2,6}}(?=[，,。])")
"""A short token between a comma and a comma or full stop, as `between_commas` has them."""
TWICE = 2
"""Slots that a token must fill, and pages on which it must do so to show what the site does."""
TOKEN_SHARE = 0.9
"""Share of its places in the texts of the site that must be such slots: words of the language stand elsewhere, too."""

# Of 4,023 clean articles, in 480 groups of 12 to 200, such tokens (`，国务委员，`) stand on an eighth of the pages at most, four
# of them in a group, hardly ever two on a page.
SITE_TOKENS = 6
"""Different tokens of a site."""
SITE_COVER = 0.3
"""Share of its pages on which one of them must stand."""
DENSE = 1.5
"""Slots on such a page, on average."""


def find_site_tokens(pages: Sequence[Page]) -> frozenset[str]:
    """Find the keywords that a site sets between commas, each on other pages than the next; nothing where they are few.

    A clause of a few letters that comes back (`，记者看到，`) is one of few, on few pages, or stands in the sentences as well.
    Of a site that does it, keywords of one page count, too.
    """
    texts = [running_of(page) for page in pages if page.hanzi]
    slots: Counter[str] = Counter()
    on: defaultdict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for match in TOKEN.finditer(text):
            slots[match[0]] += 1
            on[match[0]].add(number)
    everything = "\n".join(texts)
    tokens = {
        token
        for token, count in slots.items()
        if count >= TWICE and not GRAMMAR.search(token) and count >= TOKEN_SHARE * everything.count(token)
    }
    turning = {token for token in tokens if len(on[token]) >= TWICE}
    covered = set().union(*(on[token] for token in turning))
    filled = sum(slots[token] for token in turning)
    many = len(turning) >= SITE_TOKENS and len(covered) >= SITE_COVER * len(pages) and filled >= DENSE * len(covered)
    return frozenset(tokens) if many else frozenset()
