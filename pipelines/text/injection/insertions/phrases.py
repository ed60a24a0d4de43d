"""Phrases dropped into the sentences of a language with spaces (I4): foreign words where a sentence goes on without them.

`The league has [blueberry jackets cheap] also promoted …` A phrase of the language belongs to its sentences. This one has its
words nowhere else on the site, and on page after page what stands before it goes together with what stands behind it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from pipelines.text.injection.evidence.function_words import ARTICLES, BEFORE, BREAKS, FUNCTION, SLOTS
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import key, longest_first
from pipelines.text.injection.insertions.behind_stops import find_site_behind_stops
from pipelines.text.injection.insertions.occurrences import find_occurrences, without_phrases

TOKEN = re.compile(r"[^\W\d_][\w'’-]*|\d+|[^\w\s]")
"""Words, numbers and single marks."""
SMALL = re.compile(r"[a-z][a-z0-9'’-]*")

VERBS_BEHIND = frozenset({"to", *(word for word, slot in SLOTS.items() if slot == "will")})
"""What a verb stands behind."""

Place = tuple[list[str], int, int]
"""Where a phrase stands: the tokens of a page, its first and the one behind its last."""

MOST_GROWN = 3
"""Words that may be taken in on either side of a phrase."""
MIN_SMALL = 5
"""Places at which a function word must stand beside a phrase, to be part of it; three may have the same by chance."""
MIN_PAGES = 3
"""Pages of a site on which a phrase must stand."""
SITE_SHARE = 0.15
"""Share of a site's English pages on which it must stand."""
MIN_ALONE = 0.9
"""Share of a word's occurrences that must be in phrases: it is foreign to the site."""
MIN_BROKEN = 0.25
"""Share of its places where the sentence goes on as if it were not there."""
MIN_BESIDE, MIN_BESIDE_SHARE = 3, 0.3
"""Different words beyond one that stands beside a phrase again and again, and the share of all its places it does so."""
MOST_PAIRED = 3
"""Words of a phrase of which two side by side are most."""
MIN_PLACES = 3
"""Places at which it must break a sentence; two are enough where they are half of all."""


def find_site_phrases(texts: Sequence[str]) -> frozenset[str]:
    """Find phrases that a site drops into sentences on many pages.

    Their words stand nowhere else on the site, and again and again what stands before and behind belongs together.
    """
    pages = [TOKEN.findall(text) for text in texts]
    pairs: Counter[tuple[str, str]] = Counter()
    words: Counter[str] = Counter()
    spread: Counter[tuple[str, str]] = Counter()
    for tokens in pages:
        words.update(tokens)
        pairs.update(zip([SLOTS.get(word, word) for word in tokens], tokens[1:], strict=False))
        spread.update(set(pairwise(tokens)))
    least = max(MIN_PAGES, SITE_SHARE * len(pages))
    frequent = [
        pair
        for pair, count in spread.items()
        if count >= least and all(SMALL.fullmatch(word) and word not in FUNCTION for word in pair)
    ]
    within: Counter[str] = Counter()  # a word may be in several phrases of the site
    for pair in frequent:
        within.update(dict.fromkeys(pair, pairs[pair]))  # no word of SLOTS is in one
    seeds = {pair for pair in frequent if any(within[word] >= MIN_ALONE * words[word] for word in pair)}
    glued = find_site_behind_stops(texts)
    if not seeds:
        return glued
    phrases: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for tokens in pages:
        for start, end in _stretches(tokens, seeds):
            phrases[tuple(tokens[start:end])].append((tokens, start, end))
    chosen = set(glued)
    for places in phrases.values():
        grown = _grow(places)
        # Function words at its ends are the sentence's, unless the phrase breaks more sentences with them (`near you`).
        now = max(_variants(grown), key=lambda places: _broken(_around(places), pairs))
        if _is_dropped_in(_around(now), pairs):
            tokens, start, end = now[0]  # each place has the same words
            chosen.add(" ".join(tokens[start:end]))
    chosen |= _longer(pages, chosen, words)
    return frozenset(chosen)


def _longer(pages: Sequence[Sequence[str]], phrases: Collection[str], words: Counter[str]) -> set[str]:
    """Give phrases with a word more before or behind, or both, that comes back there and hardly stands elsewhere.

    `X cheap` and `best X online` take turns with `X`: cut alone it leaves `cheap` and `best online` in the sentence.
    """
    sides: dict[tuple[str, int], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    found: dict[str, list[list[str]]] = defaultdict(list)
    for phrase in phrases:
        found[phrase.split()[0]].append(phrase.split())
    for tokens in pages:
        for at, token in enumerate(tokens):
            for split in found.get(token, ()):
                end = at + len(split)
                if tokens[at:end] == split:
                    sides[" ".join(split), -1][_at(tokens, at - 1)].append(_at(tokens, at - 2))
                    sides[" ".join(split), 1][_at(tokens, end)].append(_at(tokens, end + 1))
    beside: Counter[str] = Counter()
    for neighbours in sides.values():
        beside.update({word: len(others) for word, others in neighbours.items()})
    longer = set()
    for phrase in phrases:
        before, behind = (
            [
                word
                for word, others in sides[phrase, side].items()
                if SMALL.fullmatch(word)
                and word not in FUNCTION
                and len({*others}) >= MIN_BESIDE
                and beside[word] >= MIN_BESIDE_SHARE * words[word]
            ]
            for side in (-1, 1)
        )
        longer |= {f"{word} {phrase}" for word in before} | {f"{phrase} {word}" for word in behind}
        longer |= {f"{one} {phrase} {other}" for one in before for other in behind}
    return longer


def _at(tokens: Sequence[str], at: int) -> str:
    """Give a token, or an empty string beyond the ends."""
    return tokens[at] if 0 <= at < len(tokens) else ""


def _grow(places: list[Place]) -> list[Place]:
    """Take in the words that stand before or behind a phrase nearly everywhere; places without them fall away.

    `boots for sale` has a small word inside, `top boots` a common one, neither of which its neighbours tell.
    """
    for step in (1, -1):
        for _ in range(MOST_GROWN):
            beside = [_at(tokens, end if step > 0 else start - 1) for tokens, start, end in places]
            word, count = Counter(beside).most_common(1)[0]
            least = MIN_SMALL if word in FUNCTION else MIN_PAGES
            if not SMALL.fullmatch(word) or count < max(least, MIN_ALONE * len(places)):
                break
            places = [
                (tokens, start - (step < 0), end + (step > 0))
                for (tokens, start, end), there in zip(places, beside, strict=True)
                if there == word
            ]
    return places


def _variants(places: list[Place]) -> list[list[Place]]:
    """Give a phrase without the function words at its ends, with those before it, with those behind it, and whole."""
    tokens, start, end = places[0]
    words = [word in FUNCTION for word in tokens[start:end]]
    before = next((at for at, small in enumerate(words) if not small), 0)
    behind = next((at for at, small in enumerate(reversed(words)) if not small), 0)
    return [
        [(tokens, start + left, end - right) for tokens, start, end in places]
        for left, right in ((before, behind), (0, behind), (before, 0), (0, 0))
    ]


def _around(places: Sequence[Place]) -> list[tuple[str, str]]:
    """Give the words around a phrase; a sentence that stands on several pages, as in copies of an article, says it once.

    The same words on one side are the same sentence: on the other may be the end of a paragraph, and what follows differs.
    One figure is as another, as in the reports of a series.
    """
    seen: set[tuple[str, ...]] = set()
    around = []
    for tokens, start, end in places:
        beside = ("before", *tokens[max(0, start - 3) : start]), ("behind", *tokens[end : end + 3])
        sides = {tuple("0" if token.isdigit() else token for token in side) for side in beside}
        if seen.isdisjoint(sides):
            before, after = _at(tokens, start - 1), _at(tokens, end)
            # `the X above the bakery`: that `the bakery` is said elsewhere shows nothing, it is said right here.
            is_shifted = before == tokens[end - 1] or after == tokens[start]
            around.append(("", "") if is_shifted else (before, after))
        seen |= sides
    return around


def _stretches(tokens: Sequence[str], seeds: set[tuple[str, str]]) -> list[tuple[int, int]]:
    """Give the longest stretches of words whose neighbours are all seeds."""
    found, at = [], 0
    while at < len(tokens) - 1:
        end = at
        while end < len(tokens) - 1 and (tokens[end], tokens[end + 1]) in seeds:
            end += 1
        if end > at:
            found.append((at, end + 1))
        at = end + 1
    return found


def _is_dropped_in(around: Sequence[tuple[str, str]], pairs: Counter[tuple[str, str]]) -> bool:
    """Say whether a phrase breaks enough of the sentences it stands in."""
    broken = _broken(around, pairs)
    return (broken >= MIN_PLACES and broken >= MIN_BROKEN * len(around)) or 2 <= broken >= len(around) / 2


def _broken(around: Sequence[tuple[str, str]], pairs: Counter[tuple[str, str]]) -> int:
    """Count the sentences that a phrase breaks."""
    return sum(_is_broken(before, after, pairs) for before, after in around)


def _is_broken(before: str, after: str, pairs: Counter[tuple[str, str]]) -> bool:
    """Say whether a sentence goes on from *before* to *after* as if nothing stood between, or begins in small letters."""
    if before in {".", "!", "?"}:
        return True
    if (before not in BEFORE and before not in SLOTS) or not after[:1].isalnum():
        return False
    if before in ARTICLES and after in BREAKS:
        return False  # `the the` is no sentence that anything was dropped into
    if before in VERBS_BEHIND and (after in FUNCTION or not after.islower()):
        return after in {"be", "have"}  # a verb may be among the words: `to make sure the boats …`
    return after in BREAKS or after[0].isupper() or after[0].isdigit() or pairs[SLOTS.get(before, before), after] > 0


def find_phrases(page: Page) -> list[Find]:
    """Find the site's phrases in the sentences of a page that does not speak of them."""
    here = [phrase for phrase in longest_first(page.site.phrases) if phrase in page.text]
    rest = without_phrases(page.text, here).casefold() if here else ""
    words = set(TOKEN.findall(rest))
    said = key(rest)
    spoken = [name for name in page.site.keywords if name in said]  # an article on one may have its phrases
    tokens = {phrase: key(phrase) for phrase in here}
    foreign = [
        phrase
        for phrase, token in tokens.items()
        if not _is_spoken_of(phrase, rest, words) and not any(name in token for name in spoken)
    ]
    evidence = "a phrase that breaks sentences on pages of this site"
    return find_occurrences(page, foreign, evidence, proven=True)


def _is_spoken_of(phrase: str, rest: str, words: Collection[str]) -> bool:
    """Say whether the rest of a page has all words of a phrase, or most of them side by side: `essay writing`."""
    content = [word for word in TOKEN.findall(phrase) if word[0].isalnum() and word not in FUNCTION]
    if all(not {word, f"{word}s", word.removesuffix("s")}.isdisjoint(words) for word in content):
        return True
    return len(content) == MOST_PAIRED and any(f"{one} {other}" in rest for one, other in pairwise(content))
