"""Sentences that a site drops between those of its articles (I6), where other mirrors have what stands around them without them.

An advert that comes back unchanged is known from a paper's own words by nothing on its page. But it stands between other sentences
on each, no other site has it, and what stands before it and behind it is known from several: they have the same article. Where other
sites show that of several articles, it is the site's wherever it stands.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.pages.sentences import Ask, Sentence, known_of, sentences_of

LEAST_PAGES = 3
"""Pages on which one stands between sentences of which none comes back (a report that is told again keeps its order), or on which
other sites lack it."""
MIN_SITES = 2
"""Independent sites that must have both neighbours of a sentence or paragraph before its lack there says something."""


def find_site_strays(pages: Sequence[Page]) -> frozenset[str]:
    """Find the letters of sentences that a site has between others on each of several pages."""
    before: dict[str, set[str]] = defaultdict(set)
    behind: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        letters = [sentence.letters for sentence in sentences_of(page)]
        for last, here, following in zip(letters, letters[1:], letters[2:], strict=False):
            before[here].add(last)
            behind[here].add(following)
    return frozenset(here for here in before if min(len(before[here]), len(behind[here])) >= LEAST_PAGES)


def find_proven_strays(pages: Sequence[Page], strays: AbstractSet[str], ask: Ask) -> frozenset[str]:
    """Find those of a site's strays that other sites lack between their neighbours on several pages."""
    times: Counter[str] = Counter()
    for page in pages if strays else ():
        known = known_of(sentences_of(page), ask)
        if any(one.letters in strays for one in known):
            times.update({one.letters for one, _ in _lacking(known, strays, 1)})
    return frozenset(letters for letters, count in times.items() if count >= LEAST_PAGES)


def find_strays(page: Page, known: Mapping[Sentence, int]) -> list[Find]:
    """Find such sentences between two that other sites know; takes on how many of them each sentence of the page is known."""
    evidence = "stands between other sentences on other pages of this site; {} sites have these without it"
    found = {one: evidence.format(sites) for one, sites in _lacking(known, page.site.strays, MIN_SITES)}
    proven = [one for one in known if one.letters in page.site.proven_strays and not known[one]]
    found |= dict.fromkeys(proven, "stands between sentences of several articles that other sites have without it")
    return [
        Find(paragraph=one.paragraph, start=one.start, end=one.end, reason="unwitnessed", evidence=evidence)
        for one, evidence in found.items()
    ]


def _lacking(known: Mapping[Sentence, int], strays: AbstractSet[str], least: int) -> Iterator[tuple[Sentence, int]]:
    """Give the strays on a page that no other site has, between two sentences known from so many, and from how many."""
    waiting: list[Sentence] = []
    last = 0
    for sentence, sites in known.items():
        if not sites and sentence.letters in strays:
            waiting.append(sentence)
            continue
        if (around := min(last, sites)) >= least:
            yield from ((one, around) for one in waiting)
        waiting, last = [], sites
