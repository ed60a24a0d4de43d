"""Phrases dropped into sentences of a language with spaces (I4), and paragraphs that sell something (I6)."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipelines.text.injection.page import Find, Page

WORD = re.compile(r"[^\W\d_][\w'’-]*")
RUN = re.compile(r"[a-z][a-z0-9'’-]*(?: [a-z][a-z0-9'’-]*)+")
"""Lower-case words with single spaces between."""

FUNCTION = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "into",
        "over",
        "and",
        "or",
        "but",
        "if",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "not",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "who",
        "which",
        "what",
        "when",
        "where",
        "how",
        "than",
        "then",
        "so",
        "there",
        "all",
        "more",
        "most",
        "some",
        "no",
        "said",
        "says",
        "say",
        "about",
        "after",
        "before",
        "up",
        "out",
        "new",
    ]
)
"""English function words, a closed class, and the verbs of speech that news repeats."""
BEFORE = frozenset(
    [
        "a",
        "an",
        "the",
        "has",
        "have",
        "had",
        "of",
        "to",
        "and",
        "was",
        "were",
        "is",
        "are",
        "in",
        "for",
        "with",
        "by",
        "on",
        "at",
        "be",
        "will",
        "would",
    ]
)
"""Words that call for something behind them."""
BREAKS = frozenset(["a", "an", "the", "his", "her", "its", "their", "this", "be", "been", "also", "not"])
"""Words that cannot follow the noun phrase that a word of BEFORE has already been given."""

MIN_PAGES = 3
"""Pages of a site on which a phrase must stand."""
SITE_SHARE = 0.15
"""Share of a site's English pages on which it must stand."""
MIN_ALONE = 0.9
"""Share of its words' occurrences that must be in the phrase: its words are foreign to the site."""
MIN_BROKEN = 0.3
"""Share of its places where the sentence goes on as if it were not there."""
MIN_PLACES = 3
"""Places at which it must break a sentence."""


def find_site_phrases(texts: Sequence[str]) -> tuple[str, ...]:
    """Find phrases that a site drops into sentences on many pages, the longest first.

    Their words stand nowhere else on the site, and again and again what stands before and behind belongs together.
    """
    runs = [[run.split(" ") for run in RUN.findall(text)] for text in texts]
    pairs: Counter[tuple[str, str]] = Counter()
    words: Counter[str] = Counter()
    spread: Counter[tuple[str, str]] = Counter()
    for page in runs:
        here: set[tuple[str, str]] = set()
        for run in page:
            words.update(run)
            here.update(found := list(pairwise(run)))
            pairs.update(found)
        spread.update(here)
    least = max(MIN_PAGES, SITE_SHARE * sum(bool(page) for page in runs))
    seeds = {
        pair
        for pair, count in spread.items()
        if count >= least
        and not FUNCTION & set(pair)
        and all(pairs[pair] >= MIN_ALONE * words[word] or words[word] > 2 * pairs[pair] for word in pair)
        and any(pairs[pair] >= MIN_ALONE * words[word] for word in pair)
    }
    if not seeds:
        return ()
    phrases: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for page in runs:
        for run in page:
            for start, end in _stretches(run, seeds):
                around = (run[start - 1] if start else "", run[end] if end < len(run) else "")
                phrases[tuple(run[start:end])].append(around)
    chosen = [" ".join(phrase) for phrase, around in phrases.items() if _is_dropped_in(around, pairs)]
    return tuple(sorted(chosen, key=lambda phrase: (-len(phrase), phrase)))


def _stretches(run: Sequence[str], seeds: set[tuple[str, str]]) -> list[tuple[int, int]]:
    """Give the longest stretches of a run of words whose neighbouring words are all seeds."""
    found, at = [], 0
    while at < len(run) - 1:
        end = at
        while end < len(run) - 1 and (run[end], run[end + 1]) in seeds:
            end += 1
        if end > at:
            found.append((at, end + 1))
        at = end + 1
    return found


def _is_dropped_in(around: Sequence[tuple[str, str]], pairs: Counter[tuple[str, str]]) -> bool:
    """Say whether a phrase breaks enough of the sentences it stands in."""
    broken = sum(
        before in BEFORE and bool(after) and (after in BREAKS or pairs[before, after] > 0) for before, after in around
    )
    return broken >= MIN_PLACES and broken >= MIN_BROKEN * len(around)


def find_phrases(page: Page) -> list[Find]:
    """Find the site's phrases in the sentences of a page, each with one of the spaces around it."""
    finds = []
    for index, text in page.prose():
        for phrase in page.site.phrases:
            at = text.find(phrase)
            while at >= 0:
                end = at + len(phrase)
                if not text[at - 1 : at].isalpha() and not text[end : end + 1].isalpha():
                    behind = text[end : end + 1] == " "
                    finds.append(
                        Find(
                            paragraph=index,
                            start=at if behind or text[at - 1 : at] != " " else at - 1,
                            end=end + behind,
                            reason="inside_text",
                            evidence="a phrase that breaks sentences on many pages of this site",
                        )
                    )
                at = text.find(phrase, end)
    return finds


SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
NAMED = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][a-z]+|\d|[\"“”‘]|\b(?:I|he|she|said|was|were|had)\b")
CONTENT = re.compile(r"\b[a-z]{5,}\b")

MIN_ADVERT = 80
"""Characters of a paragraph that sells something."""
MOST_SHARED = 0.25
"""Share of its longer words that the rest of the page may use, too."""


def find_adverts(page: Page) -> list[Find]:
    """Find paragraphs that speak to the reader in general terms amid a report that does not (I6).

    Such a paragraph has no name, number, quotation or past tense and shares hardly a word with the rest, while the rest
    never says "you" outside quotations. Service boxes name a telephone number or a place.
    """
    if page.hanzi or len(page.paragraphs) < 4:
        return []
    suspects = [
        index
        for index, text in page.prose()
        if index and len(text) >= MIN_ADVERT and SECOND_PERSON.search(text) and not NAMED.search(text)
    ]
    if len(suspects) != 1:
        return []
    index = suspects[0]
    rest = "\n".join(text for other, text in enumerate(page.paragraphs) if other != index)
    speaking = [m for m in SECOND_PERSON.finditer(rest) if rest.count('"', 0, m.start()) % 2 == 0]
    words = set(CONTENT.findall(page.paragraphs[index]))
    shared = sum(word in rest for word in words)
    if speaking or not words or shared > MOST_SHARED * len(words):
        return []
    evidence = "speaks to the reader in general terms, shares no name and hardly a word with the rest"
    return [Find(paragraph=index, end=len(page.paragraphs[index]), whole=True, reason="advert", evidence=evidence)]
