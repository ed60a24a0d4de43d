"""Further phrases of a site that drops several into its sentences (I4), known by those that are proven already.

A site that is known to put three keywords into its texts has put in others, too, and less evidence is enough for them: words
that unrelated pages use nowhere else, where a sentence goes on without them, or beside the root of the others (`X login`,
`list X`, `best X`).
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.insertions.occurrences import without_phrases
from pipelines.text.injection.insertions.phrases import TOKEN
from pipelines.text.injection.insertions.stray_phrases import SURE, Said, weigh_phrases

LEAST = 3
"""Phrases of a site that must be proven."""
MIN_PAGES, ROOT_PAGES = 3, 2
"""Pages that must have a further one, and one with a root of the others."""
MIN_EVIDENCE, MIN_BROKEN = 2.5, 2
"""What its places must say, and at how many a sentence must go on without it."""
MIN_SET_OFF = 3
"""Places at which commas must stand on both sides."""
MIN_TITLES = 2
"""Titles of which it is a field that are enough where proven phrases are fields of as many: a column's name is one alone."""
ROOTED = 2
"""Proven phrases that must have a word, for it to be their root."""
MOST_LEFT = 0.5
"""Share of a root's places that may be outside proven phrases."""
MIN_NAME = 6
"""Letters of the name of an advert by which phrases are known."""
COVERED = 0.8
"""Share of these at which further phrases must stand: a text that speaks of a thing says many things of it."""


def find_siblings(pages: Sequence[Page], proven: Collection[str]) -> frozenset[str]:
    """Find further phrases of a site's pages, beside those that are proven."""
    if len(proven) < LEAST:
        return frozenset()
    left = [_without(page, proven) for page in pages if not page.hanzi]
    said = weigh_phrases(left)
    words = [Counter(TOKEN.findall(f"{page.title}\n{page.text}".casefold())) for page in pages if not page.hanzi]
    roots = _roots(proven, words)
    edges = _edges(proven)
    titled = sum(edges.search(page.title) is not None for page in pages) >= MIN_TITLES
    chosen = {phrase for phrase, one in said.items() if _is_enough(phrase, one, titled=titled)}
    for root in roots:
        found = {phrase: one for phrase, one in said.items() if root in phrase.split() and one.pages >= ROOT_PAGES}
        rest = sum(TOKEN.findall(f"{page.title}\n{page.text}".casefold()).count(root) for page in left)
        if rest <= MOST_LEFT * roots[root] and sum(one.places for one in found.values()) >= COVERED * rest:
            chosen |= found.keys()
    return frozenset(chosen)


def find_named(pages: Sequence[Page], names: Collection[str]) -> frozenset[str]:
    """Find phrases that name what the site's adverts name (`cheap X online`, `X login`), on pages that do not speak of it.

    Takes the keys of the names.
    """
    known = [name for name in names if len(name) >= MIN_NAME and name.isascii()]
    if not known:
        return frozenset()
    said = weigh_phrases(pages)  # the name alone may stand in a sentence that speaks of such things once
    found = {phrase: key(phrase) for phrase, one in said.items() if one.pages >= ROOT_PAGES}
    return frozenset(phrase for phrase, token in found.items() if any(one in token and one != token for one in known))


def find_set_off(pages: Sequence[Page], proven: Collection[str]) -> frozenset[str]:
    """Give proven phrases with the comma on either side that a site sets them off with.

    A comma that was there before a phrase is the sentence's and has none behind it; where it is never the other way round,
    both came with the phrase.
    """
    words = "|".join(sorted(map(re.escape, proven), key=len, reverse=True))
    expression = re.compile(rf"(?P<before>, |\w )(?P<phrase>{words}),(?= )")
    places = [place for page in pages if proven for place in expression.finditer(page.text)]
    set_off = [place["phrase"] for place in places if place["before"] == ", "]
    if len(set_off) < MIN_SET_OFF or len(set_off) < len(places):
        return frozenset()
    return frozenset(f", {phrase}," for phrase in set_off)


def _without(page: Page, phrases: Collection[str]) -> Page:
    """Give a page without some phrases."""
    texts = [without_phrases(text, phrases) for text in page.paragraphs]
    return replace(page, title=without_phrases(page.title, phrases), paragraphs=texts)


def _roots(proven: Collection[str], words: Sequence[Counter[str]]) -> dict[str, int]:
    """Give the words that several proven phrases have, and how often the pages have them."""
    shared = Counter(word for phrase in proven for word in set(phrase.split()))
    return {
        word: sum(counts[word] for counts in words)
        for word, count in shared.items()
        if count >= ROOTED and word not in FUNCTION
    }


def _edges(phrases: Collection[str]) -> re.Pattern[str]:
    """Give the expression that finds one of some phrases as the first or the last field of a title."""
    words = "|".join(map(re.escape, phrases))
    return re.compile(rf"\A(?:{words})\s?[:|_–—-]|[:|_–—-]\s?(?:{words})\Z", re.IGNORECASE)


def _is_enough(phrase: str, said: Said, *, titled: bool) -> bool:
    """Say whether the places of a phrase say enough on a site that has others, in titles as well or not."""
    if len(phrase.split()) < SURE or said.evidence < MIN_EVIDENCE:
        return False
    return (said.pages >= MIN_PAGES and said.broken >= MIN_BROKEN) or (titled and said.titles >= MIN_TITLES)
