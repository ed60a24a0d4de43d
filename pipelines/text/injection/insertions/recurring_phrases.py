"""Phrases dropped into the English sentences of one page (I4): foreign words that come back, each time among other words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.page import LONGEST_LINE, SENTENCE, Find, Page
from pipelines.text.injection.evidence.tokens import common_around
from pipelines.text.injection.insertions.occurrences import find_occurrences
from pipelines.text.injection.insertions.phrases import SMALL, TOKEN
from pipelines.text.injection.insertions.stray_phrases import (
    BREAK,
    LONGEST,
    MOST_CHARS,
    find_stray_phrases,
    is_elsewhere,
)

JOINING = frozenset(
    [
        "because", "while", "though", "although", "since", "until", "without", "within", "between", "through",
        "during", "such", "rather",
    ]
)  # fmt: skip
"""More words that join clauses, a closed class, which a keyword does without."""

# Of 1,146 genuine English texts none has a phrase that passes.
MIN_PLACES = {2: 6, 3: 3}
"""Places at which a phrase of two words, and of more, must stand."""
MIN_SMALL = 2
"""Places at which a word in small letters must stand before it."""
MIN_NAMED = 2
"""The same for a phrase that is a field of the title."""


def find_recurring_phrases(page: Page) -> list[Find]:
    """Find phrases that stand in the middle of clauses again and again and have nothing to do with the page.

    A term of the article stands at an edge of a clause now and then, or comes back beside the same word, or one of its
    words stands elsewhere too. What is dropped in has other words on both sides each time, and its own nowhere else.
    """
    if page.hanzi or len(page.text) > MOST_CHARS:
        return []
    # A brand line says it, too, and so does a row of links.
    texts = [text for _, text in page.prose() if len(text) > LONGEST_LINE and SENTENCE.search(text)]
    tokens = [token for text in texts for token in (*TOKEN.findall(text), BREAK)]
    chosen = {
        phrase: count
        for phrase, count in _phrases(tokens)
        if count >= (MIN_NAMED if _is_field(page, phrase) else MIN_PLACES[min(3, len(phrase.split()))])
    }
    stray = sorted(find_stray_phrases([page]) - chosen.keys())
    return find_occurrences(page, stray, "a phrase that breaks sentences of this page", proven=True) + [
        find
        for phrase, count in chosen.items()
        for find in find_occurrences(
            page, [phrase], f"{count} times in the middle of clauses, among other words each time", proven=True
        )
    ]


def _phrases(tokens: list[str]) -> Iterator[tuple[str, int]]:
    """Give phrases whose words stand nowhere else and whose neighbours are words, others each time; and their number."""
    pairs: dict[tuple[str, str], list[int]] = {
        pair: []
        for pair, count in Counter(pairwise(tokens)).items()
        if count >= MIN_NAMED and pair[0] not in FUNCTION and all(map(SMALL.fullmatch, pair))
    }
    for at, pair in enumerate(pairwise(tokens)):
        if pair in pairs:
            pairs[pair].append(at)
    counts = Counter(token.casefold() for token in tokens)
    seen: set[tuple[str, str]] = set()
    for pair, places in pairs.items():
        if pair in seen:
            continue
        before, behind = common_around([(tokens, at) for at in places], len(pair), LONGEST, SMALL.fullmatch)
        words = [*before, *pair, *behind]
        seen.update(pairwise(words))
        if not 1 < len(words) <= LONGEST or words[-1] in FUNCTION or words[0] in FUNCTION:
            continue
        content = [word for word in words if word not in FUNCTION]
        spoken_of = sum(is_elsewhere(word, len(places) * words.count(word), counts) for word in content)
        if spoken_of > (len(content) > 2) or not JOINING.isdisjoint(words):
            continue
        starts = (at - len(before) for at in places)
        inside = _inside(tokens, [(start, start + len(words)) for start in starts])
        if inside:
            yield " ".join(words), inside


def _inside(tokens: Sequence[str], places: Sequence[tuple[int, int]]) -> int:
    """Give the number of places if a phrase stands between other words at each, none of which comes back beside it.

    A suffix at the end of a paragraph or behind a label (`Tags: …`) says nothing.
    """
    around = [(tokens[start - 1] if start else BREAK, tokens[end]) for start, end in places]
    inside = [(before, after) for before, after in around if after != BREAK and before not in {":", BREAK}]
    before, after = {pair[0] for pair in inside}, {pair[1] for pair in inside}
    words = all(token[0].isalnum() for token in before) and all(SMALL.fullmatch(token) for token in after)
    small = sum(token.islower() for token in before)  # a name before it may belong to it: `Council code of conduct`
    return len(inside) if words and len(before) == len(after) == len(inside) and small >= MIN_SMALL else 0


def _is_field(page: Page, phrase: str) -> bool:
    """Say whether a phrase is set off at the beginning or the end of the title."""
    words = re.escape(phrase)
    return (
        re.search(
            rf"(?:\A\W{{0,3}}{words}\s?[\]):|_–—-]|[(\[:|_–—-]\s?{words}(?: \d{{2,4}})?\W{{0,3}}\Z)",
            page.title,
            re.IGNORECASE,
        )
        is not None
    )
