"""Other articles' paragraphs hung on the end of one (S1): known where another page of the batch has them, too."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import key

SHORTEST = 30
"""Letters of a paragraph; a shorter one may stand in two articles by chance."""
MOST_SHARED = 0.5
"""Share of the smaller page's paragraphs that two pages may have in common: with more, they are copies."""
MOST_PAGES = 10
"""Pages with one paragraph that are compared; what stands on more is the site's."""
SITE_SHARE = 0.2
"""Share of the pages above which a paragraph is the site's."""
DEALT, LEAST_PARTNERS = 0.5, 3
"""Share of its paragraphs that a page stitched from others shares with other pages, and their least number."""
LEAST_OWN = 2
"""Paragraphs of its own that must stand above."""


def find_site_shared(pages: Sequence[Page]) -> frozenset[str]:
    """Find the paragraphs, by key, that stand on several pages of a batch which are not copies of each other.

    A page that shares half of its paragraphs with several others is stitched from them: that it has a paragraph, too, says
    nothing against the page from which it was taken.
    """
    own = [{name for _, text in page.prose() if len(name := key(text)) >= SHORTEST} for page in pages]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(own):
        for name in names:
            holders[name].append(number)
    dealt = {number for number, names in enumerate(own) if _is_dealt(number, names, holders)}
    others = ((name, [number for number in numbers if number not in dealt]) for name, numbers in holders.items())
    return frozenset(
        name
        for name, numbers in others
        if 1 < len(numbers) <= max(2, min(MOST_PAGES, SITE_SHARE * len(pages)))
        and any(_differ(own[numbers[0]], own[number]) for number in numbers[1:])
    )


def _is_dealt(number: int, names: set[str], holders: Mapping[str, Sequence[int]]) -> bool:
    """Say whether a page shares half of its paragraphs with several others, and with none of them most."""
    known = (holders[name] for name in names if 1 < len(holders[name]) <= MOST_PAGES)
    shared = [[one for one in numbers if one != number] for numbers in known]
    partners = Counter(one for others in shared for one in others)
    if len(shared) < DEALT * len(names) or len(partners) < LEAST_PARTNERS:
        return False
    return max(partners.values()) <= MOST_SHARED * len(names)


def _differ(one: set[str], other: set[str]) -> bool:
    """Say whether two pages are different articles."""
    return len(one & other) <= MOST_SHARED * min(len(one), len(other))


def find_collage(page: Page) -> list[Find]:
    """Doubt the last paragraphs if all of them stand on other pages of the batch and those above do not.

    Which page they belong to is not known for certain, so they stay and the page is marked.
    """
    if not page.site.shared:
        return []
    long = [(index, name) for index, text in page.prose() if len(name := key(text)) >= SHORTEST]
    tail = 0
    while tail < len(long) and long[-1 - tail][1] in page.site.shared:
        tail += 1
    if not tail or len(long) - tail < LEAST_OWN or any(name in page.site.shared for _, name in long[:-tail]):
        return []
    evidence = f"the last {tail} paragraphs stand on another page of this site, those above on none"
    return [Find(paragraph=long[-tail][0], reason="foreign_tail", evidence=evidence, doubtful=True)]
