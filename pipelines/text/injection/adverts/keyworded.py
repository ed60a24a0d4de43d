"""Paragraphs of a site that are the same but for its keywords, one or several in each (C5): `X是一款软件，Y支持多种设备`.

What such a paragraph has beside proven keywords is a template: unrelated articles do not say the same of other keywords each.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipelines.text.injection.evidence.keywords import some_are_unrelated, topics
from pipelines.text.injection.evidence.lookup import Keywords
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import key, longest_first

SLOT = " "
"""Stands for each keyword; keys have no spaces."""
LEAST_FRAME = 10
"""Letters of a paragraph beside its keywords."""
MOST_LENGTH = 300
"""Characters of one."""
MIN_PAGES = 3
"""Pages that must have the same, with other keywords on some."""


def find_site_keyworded(pages: Sequence[Page], keywords: frozenset[str]) -> frozenset[str]:
    """Find what paragraphs say beside keywords, as `_frame` gives it, where pages of unrelated titles have it."""
    known = Keywords(keywords)
    found: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
    for number, page in enumerate(pages if keywords else ()):
        for _, frame, tokens in _frames(page, known):
            found[frame][number] = tokens
    return frozenset(
        frame
        for frame, on in found.items()
        if len(on) >= MIN_PAGES
        and len({*on.values()}) > 1
        and some_are_unrelated([topics(pages[number].title, keywords) for number in on])
    )


def find_keyworded(page: Page) -> list[Find]:
    """Find the paragraphs that are a frame of the site around its keywords."""
    if not page.site.frames:
        return []
    evidence = "says the same on other pages of this site, beside other keywords"
    return [
        Find.line(index, page.paragraphs[index], reason="advert", evidence=evidence)
        for index, frame, _ in _frames(page, page.keywords)
        if frame in page.site.frames
    ]


def _frames(page: Page, known: Keywords) -> Iterator[tuple[int, str, frozenset[str]]]:
    """Give the paragraphs with keywords: index, what they say with SLOT for each keyword, and the keywords."""
    for index, text in page.prose():
        bare = key(text) if len(text) <= MOST_LENGTH else ""
        tokens = set()
        for token in longest_first(known.within(bare)):
            if token in bare:
                tokens.add(token)
                bare = bare.replace(token, SLOT)
        if tokens and len(bare) - bare.count(SLOT) >= LEAST_FRAME:
            yield index, bare, frozenset(tokens)
