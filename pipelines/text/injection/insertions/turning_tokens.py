"""Keywords between commas that take turns over a site (I1): each on a few pages, some on nearly every page."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION_HANZI
from pipelines.text.injection.evidence.genuine_starts import connectives
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.insertions.between_commas import GRAMMAR, running_of

TOKEN = re.compile(rf"(?<=[，,])[{HANZI}A-Za-z0-9]{{2,6}}(?=[，,。])")
"""A short token between a comma and a comma or full stop, as `between_commas` has them."""
TWICE = 2
"""Slots that a token must fill, and pages on which it must do so to show what the site does."""
TOKEN_SHARE, LOOSE_SHARE = 0.9, 0.75
"""Share of its places in the texts of the site that must be such slots: words of the language stand elsewhere, too. Where a
site has tokens on most pages, a place between two letters is none of them, for a keyword may stand for a full stop, and less is asked."""
MOST_GLUED = 1.5
"""Such places for each slot."""
SAYING = re.compile("(?:表示|指出|强调|強調|认为|認為|介绍|介紹|说|說|称|稱|看到|要求|提出|透露)\\Z")
"""Verbs with which a clause announces what somebody says."""
LETTERS = rf"[{HANZI}0-9A-Za-z”》）%]"
"""What stands on either side of one that does."""

# Of 4,023 clean articles, in 480 groups of 12 to 200, such tokens (`，国务委员，`) stand on an eighth of the pages at most, four
# of them in a group, hardly ever two on a page; in 2,400 groups of 6 to 60 they are on a third of them at most.
SITE_TOKENS, FEW_TOKENS = 6, 2
"""Different tokens of a site, and of one that has them on most pages."""
SITE_COVER, MOST_PAGES = 0.3, 0.4
"""Share of its pages on which one of them must stand, for each of these."""
DENSE = 1.5
"""Slots on such a page, on average."""
ALIKE = 2
"""Characters that the tokens of a site begin or end with, by which one that stands once is known, too."""


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
    said = {token: count for token, count in slots.items() if not GRAMMAR.search(token)}
    strict = {token for token, count in said.items() if count >= TOKEN_SHARE * everything.count(token)}
    if found := _turning(strict, slots, on, SITE_TOKENS, SITE_COVER * len(pages)):
        return found
    clauses = {token for token in said if SAYING.search(token)} | connectives()
    loose = {token: _at_ends(token, slots[token], everything) for token in said.keys() - clauses}
    found = _turning({token for token in loose if loose[token] >= 0}, slots, on, FEW_TOKENS, MOST_PAGES * len(pages))
    return frozenset(token for token in found if loose[token] or _is_like(token, found, 1))


def _turning(
    tokens: Collection[str], slots: Counter[str], on: Mapping[str, Collection[int]], least: int, cover: float
) -> frozenset[str]:
    """Give those of some tokens that come back or begin or end as they do, where enough come back on enough pages."""
    turning = {token for token in tokens if len(on[token]) >= TWICE}
    covered = {page for token in turning for page in on[token]}
    filled = sum(slots[token] for token in turning)
    if len(turning) < least or len(covered) < cover or filled < DENSE * len(covered):
        return frozenset()
    return frozenset(token for token in tokens if slots[token] >= TWICE or _is_like(token, turning))


def _at_ends(token: str, slots: int, text: str) -> int:
    """Count where sentences end with a token that stands in so many slots, and else between two letters at most; -1 for another.

    A clause before what somebody says (`，某某表示，`) has a comma behind it each time.
    """
    around = re.findall(f"(?<=({LETTERS})){re.escape(token)}(?=({LETTERS}))", text)
    glued = sum(FUNCTION_HANZI.isdisjoint(pair) for pair in around)
    if glued > MOST_GLUED * slots or slots < LOOSE_SHARE * (text.count(token) - glued):
        return -1
    return glued + len(re.findall(f"[，,]{re.escape(token)}。", text))


def _is_like(token: str, others: Collection[str], letters: int = ALIKE) -> bool:
    """Say whether a token begins or ends as two others do."""
    begin = sum(other.startswith(token[:letters]) for other in others if other != token)
    return max(begin, sum(other.endswith(token[-letters:]) for other in others if other != token)) >= TWICE
