"""Keywords between commas that take turns over a site (I1): each on a few pages, some on nearly every page.

`…，[橙汁王]，…` on one page, `…，[青柠城]，…` on the next. Clauses of a few letters come back as well (`，记者看到，`), but few of
them on few pages, and they stand in sentences, too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION_HANZI
from pipelines.text.injection.evidence.genuine_starts import connectives
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.tokens import places_of
from pipelines.text.injection.insertions.between_commas import GRAMMAR, running_of

TOKEN = re.compile(rf"(?<=[，,])(?:[{HANZI}0-9]|[A-Za-z]{{1,8}}+){{2,6}}(?=[，,。])")
"""A short token between a comma and a comma or full stop, as `between_commas` has them; a Latin word in it counts as one letter."""
TWICE = 2
"""Slots that a token must fill, and pages on which it must do so to show what the site does."""
TOKEN_SHARE, LOOSE_SHARE = 0.9, 0.75
"""Share of its places in the texts of the site that must be such slots: words of the language stand elsewhere, too. Where a
site has tokens on most pages, a place between two letters is none of them, for a keyword may stand for a full stop, and less is asked."""
MOST_GLUED = 1.5
"""Such places for each slot."""
BEFORE = 5
"""Characters before a token, its comma among them, by which a sentence that comes back is known."""
SAYING = re.compile("(?:表示|指出|强调|強調|认为|認[為爲]|介绍|介紹|(?<!小)[说說]|[称稱]|看到|要求|提出|透露)\\Z")
"""Verbs with which a clause announces what somebody says; `小说` is none."""
LETTER = re.compile(rf"[{HANZI}0-9A-Za-z”》）%]")
"""What stands on either side of one that does."""

# Of 4,023 clean articles, in 480 groups of 12 to 200, such tokens (`，国务委员，`) stand on an eighth of the pages at most, four
# of them in a group, hardly ever two on a page; in 2,400 groups of 6 to 60 they are on a third of them at most.
SITE_TOKENS, FEW_TOKENS = 6, 2
"""Different tokens of a site, and of one that has them on most pages."""
SITE_COVER, MOST_PAGES = 0.3, 0.4
"""Share of its pages on which one of them must stand, for each of these."""
DENSE = 1.5
"""Slots on such a page, on average."""
COMMAS = frozenset("，,")
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
    turns: defaultdict[str, set[str]] = defaultdict(set)
    for number, text in enumerate(texts):
        end, before = 0, ""
        for match in TOKEN.finditer(text):
            slots[match[0]] += 1
            if match.start() > end + 1:  # of tokens side by side, the words before the first
                before = text[max(0, match.start() - BEFORE) : match.start()]
            end = match.end()
            if before not in turns[match[0]]:  # a sentence that comes back has the same words before it
                turns[match[0]].add(before)
                on[match[0]].add(number)
    everything = "\n".join(texts)
    clauses = connectives()
    said = [token for token in slots if token not in clauses and not GRAMMAR.search(token) and not SAYING.search(token)]
    seen = _Seen({token: len(places) for token, places in turns.items()}, on, len(pages))
    strict = seen.turning(
        said, lambda token: slots[token] >= TOKEN_SHARE * everything.count(token), SITE_TOKENS, SITE_COVER
    )
    if strict:
        return strict
    ends: dict[str, int] = {}

    def is_loose(token: str) -> bool:
        ends[token] = _at_ends(token, slots[token], everything)
        return ends[token] >= 0

    found = seen.turning(said, is_loose, FEW_TOKENS, MOST_PAGES)
    like = _Alike(found, 1)
    return frozenset(token for token in found if ends[token] or like.has(token))


class _Seen:
    """The slots of a site's tokens, one for each text before them, and the pages on which they are."""

    def __init__(self, slots: Mapping[str, int], on: Mapping[str, Collection[int]], pages: int) -> None:
        self.slots, self.on, self.pages = slots, on, pages

    def turning(self, tokens: Sequence[str], fits: Callable[[str], bool], least: int, cover: float) -> frozenset[str]:
        """Give those of some tokens that fit and come back, or begin or end as they do, where enough come back on enough pages.

        To ask whether one fits takes a look at all texts: most sites have too few that come back, whether they fit or not.
        """
        back = [token for token in tokens if len(self.on[token]) >= TWICE]
        if not self._are_many(back, least, cover):
            return frozenset()
        turning = [token for token in back if fits(token)]
        if not self._are_many(turning, least, cover):
            return frozenset()
        like = _Alike(turning, ALIKE)
        alike = [token for token in turning if like.has(token)]
        if 2 * len(alike) > len(turning):  # keywords of a few stems: a clause that comes back beside them is none
            return frozenset(filter(fits, filter(like.has, tokens)))
        further = (token for token in tokens if self.slots[token] >= TWICE or like.has(token))
        return frozenset({*turning, *filter(fits, further)})

    def _are_many(self, tokens: Collection[str], least: int, cover: float) -> bool:
        covered = {page for token in tokens for page in self.on[token]}
        filled = sum(self.slots[token] for token in tokens)
        return len(tokens) >= least and len(covered) >= cover * self.pages and filled >= DENSE * len(covered)


class _Alike:
    """The beginnings and ends of some tokens, of so many letters."""

    def __init__(self, tokens: Collection[str], letters: int) -> None:
        self.tokens, self.letters = frozenset(tokens), letters
        self.begins = Counter(token[:letters] for token in self.tokens)
        self.ends = Counter(token[-letters:] for token in self.tokens)

    def has(self, token: str) -> bool:
        """Say whether a token begins or ends as two others do."""
        own = token in self.tokens
        return max(self.begins[token[: self.letters]], self.ends[token[-self.letters :]]) - own >= TWICE


def _at_ends(token: str, slots: int, text: str) -> int:
    """Count where sentences end with a token that stands in so many slots, and else between two letters at most; -1 for another.

    A clause before what somebody says (`，某某表示，`) has a comma behind it each time.
    """
    around = [(text[at - 1 : at], text[at + len(token) : at + len(token) + 1]) for at in places_of(text, token)]
    glued = sum(FUNCTION_HANZI.isdisjoint(pair) and all(LETTER.match(one) for one in pair) for pair in around)
    if glued > MOST_GLUED * slots or slots < LOOSE_SHARE * (len(around) - glued):
        return -1
    return glued + sum(before in COMMAS and after == "。" for before, after in around)
