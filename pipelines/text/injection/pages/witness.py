"""Other mirrors as witnesses: what several sites share is the article, what only this one has was put in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from pipelines.text.injection.evidence.genuine_starts import connectives
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import common_around, key
from pipelines.text.injection.evidence.word_pairs import weigh
from pipelines.text.injection.pages.sentences import SHORTEST, Ask, Sentence, fingerprint, known_of, sentences_of
from pipelines.text.injection.pages.strays import MIN_SITES, find_strays
from pipelines.text.injection.pages.titles import find_unwitnessed_title
from pipelines.text.pairs import is_pair

COMMA = re.compile(r"[，,、：:]")
COMMAS = "，,、 "

OPENING = "“‘「『《（("
"""Marks that belong to what follows them."""

BRACKETS = {
    "】": "【",
    "]": "[",
    "］": "［",
    "〕": "〔",
    "》": "《",
    "）": "（",
    ")": "(",
    "」": "「",
    "』": "『",
    "”": "“",
}
"""Closing marks, and the marks that open what they close: they go together."""

MIN_KNOWN = 3
"""Sentences that must be known from other sites before they count as a copy of this article."""
MIN_SHARE = 0.3
"""Share of the sentences that must be."""
LONGEST_CUT = 24
"""Letters of a keyword."""
LONGEST = 160
"""Letters of a sentence that is searched for something put in."""
MOST_SEARCHED = 12
"""Sentences of a page that are searched letter by letter."""
MOST_ASKED = 4_000
"""Fingerprints asked for at once."""


def find_unwitnessed(page: Page, ask: Ask, sentences: Sequence[Sentence] | None = None) -> list[Find]:
    """Find what stands only here in sentences that other mirrors have without it.

    Nothing is found unless enough of the page is known elsewhere, so that there is a copy to compare with. A stretch is
    cut when the sentence without it is known on two other sites, or on one while the stretch splits words wherever it
    recurs on this page, or is a connective in front; otherwise one of the two may have been shortened, and it is doubted:
    a single site that leaves a name or a `not` out of all it copies must not take them out of the original. So is a
    paragraph between two that other sites know and that none of them has.

    *sentences* are those of the page, where they have been read.
    """
    known = known_of(sentences_of(page) if sentences is None else sentences, ask)
    strays = find_strays(page, known)
    heard = sum(count > 0 for count in known.values())
    if heard < MIN_KNOWN or heard < MIN_SHARE * len(known):
        return strays
    gone = {(find.paragraph, find.start) for find in strays}
    unheard = [
        one
        for one in known
        if not known[one] and len(one.letters) <= LONGEST and (one.paragraph, one.start) not in gone
    ]
    finds: list[Find] = []
    single: list[tuple[Sentence, tuple[int, int], int]] = []
    searched = 0
    recurring = _recurring(unheard, [one for one in known if known[one]])
    for sentence in unheard:
        if found_again := _without_recurring(sentence, recurring, ask):
            places, sites = found_again
            for place in places:
                sure = sites >= MIN_SITES or _splits_words(sentence.letters[slice(*place)], unheard)
                finds.append(_find(page, sentence, place, doubtful=not sure))
            continue
        found = _witnessed(sentence, list(_likely_cuts(page, sentence)), ask)
        if found is None and searched < MOST_SEARCHED:
            searched += 1
            found = _witnessed(sentence, list(_all_cuts(sentence.letters)), ask)
        if found is not None:
            single.append((sentence, *found))
    times = Counter(sentence.letters[place[0] : place[1]] for sentence, place, _ in single)
    for sentence, place, sites in single:
        stretch = sentence.letters[slice(*place)]
        again = times[stretch] > 1 and _splits_words(stretch, unheard)
        sure = again or sites >= MIN_SITES or _is_put_in(sentence.letters, place)
        finds.append(_find(page, sentence, place, doubtful=not sure))
    return finds + strays + _unheard_paragraphs(page, known, gone) + find_unwitnessed_title(page, ask)


def _recurring(unheard: Sequence[Sentence], heard: Sequence[Sentence]) -> list[str]:
    """Give strings that recur in sentences nobody else has and stand in none that others have, the longest first."""
    counts: Counter[str] = Counter()
    for sentence in unheard:
        letters = sentence.letters
        counts.update({letters[at : at + 3] for at in range(len(letters) - 2)})
    text = "\n".join(sentence.letters for sentence in heard)
    seeds = [seed for seed, count in counts.most_common(20) if count > 1 and seed not in text]
    grown = {_grow(seed, [one.letters for one in unheard]) for seed in seeds}
    return sorted(grown, key=len, reverse=True)


def _grow(seed: str, texts: Sequence[str]) -> str:
    """Grow a string for as long as every text that has it goes on alike."""
    places = [(text, at) for text in texts if (at := text.find(seed)) >= 0]
    before, behind = common_around(places, len(seed), LONGEST)
    return (before + seed + behind)[:LONGEST_CUT]


def _splits_words(stretch: str, sentences: Sequence[Sentence]) -> bool:
    """Say whether what stands around a string wherever it stands belongs together, and the string belongs to neither side."""
    around: set[tuple[str, str]] = set()
    for sentence in sentences:
        before, *others = sentence.letters.split(stretch)
        for after in others:
            if before and after:
                around.add((before[-1], after[0]))
            before = after or before
    joined = sum(is_pair(before, after) for before, after in around)
    bound = sum(is_pair(before, stretch[0]) or is_pair(stretch[-1], after) for before, after in around)
    return weigh(len(around), joined, bound) > 0


def _without_recurring(
    sentence: Sentence, recurring: Sequence[str], ask: Ask
) -> tuple[list[tuple[int, int]], int] | None:
    """Give the places of recurring strings in a sentence, and the number of other sites that know it without all of them."""
    places: list[tuple[int, int]] = []
    for token in recurring:
        at = sentence.letters.find(token)
        while at >= 0:
            if not any(start < at + len(token) and at < end for start, end in places):
                places.append((at, at + len(token)))
            at = sentence.letters.find(token, at + len(token))
    places.sort()
    kept = "".join(
        sentence.letters[end:start]
        for end, start in zip([0, *(end for _, end in places)], [*(start for start, _ in places), None], strict=True)
    )
    if not places or len(kept) < SHORTEST:
        return None
    sites = ask([fingerprint(kept)])[0]
    return (places, sites) if sites else None


def _likely_cuts(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give the stretches of a sentence's letters that were most likely put in: those that begin or end at a comma."""
    letters = sentence.letters
    text = page.paragraphs[sentence.paragraph][sentence.start : sentence.end]
    edges = [0, *(len(key(text[: match.start()])) for match in COMMA.finditer(text)), len(letters)]
    for edge in edges:
        yield from ((edge, end) for end in range(edge + 1, min(len(letters), edge + LONGEST_CUT) + 1))
        yield from ((start, edge) for start in range(max(0, edge - LONGEST_CUT), edge))


def _all_cuts(letters: str) -> Iterator[tuple[int, int]]:
    """Give every stretch of two letters or more."""
    for start in range(len(letters)):
        for end in range(start + 2, min(len(letters), start + LONGEST_CUT) + 1):
            yield start, end


def _is_put_in(letters: str, cut: tuple[int, int]) -> bool:
    """Say whether a stretch splits a word, or is a connective in front of the sentence."""
    start, end = cut
    if start == 0:
        return letters[:end] in connectives()
    return end < len(letters) and is_pair(letters[start - 1], letters[end])


def _witnessed(sentence: Sentence, cuts: Sequence[tuple[int, int]], ask: Ask) -> tuple[tuple[int, int], int] | None:
    """Give the shortest cut after which other sites know the sentence, and the number of these."""
    letters = sentence.letters
    fitting = [cut for cut in cuts if len(letters) - (cut[1] - cut[0]) >= SHORTEST][:MOST_ASKED]
    answers = ask([fingerprint(letters[:start] + letters[end:]) for start, end in fitting])
    found = [(cut, count) for cut, count in zip(fitting, answers, strict=True) if count]
    return min(found, key=lambda one: one[0][1] - one[0][0], default=None)


def _find(page: Page, sentence: Sentence, cut: tuple[int, int], *, doubtful: bool = False) -> Find:
    """Give the place of a stretch of letters in its paragraph, with the mark and spaces that came with it."""
    text = page.paragraphs[sentence.paragraph]
    places = [at for at in range(sentence.start, sentence.end) for _ in key(text[at])]
    start, end = places[cut[0]], places[cut[1] - 1] + 1
    after_comma = start > sentence.start and text[start - 1] in COMMAS
    if cut[0] == 0:  # at the head of a sentence all marks behind it go along, but for those that open the text
        while end < sentence.end and not key(text[end]) and text[end] not in OPENING:
            end += 1
    elif after_comma and text[end : end + 1] in COMMAS and end < sentence.end:
        end += 1
    elif after_comma:
        start -= 1
    before = text[start - 1 : start] if start > sentence.start else ""
    if before and before == BRACKETS.get(text[end : end + 1]):
        start, end = start - 1, end + 1
    elif before and before == BRACKETS.get(text[start:end].rstrip()[-1:]):
        start -= 1
    return Find(
        paragraph=sentence.paragraph,
        start=start,
        end=end,
        reason="unwitnessed",
        evidence="another site has the sentence without it" if doubtful else "other sites have the sentence without it",
        doubtful=doubtful,
    )


def _unheard_paragraphs(
    page: Page, known: dict[Sentence, int], gone: AbstractSet[tuple[int | None, int]]
) -> list[Find]:
    """Find paragraphs that no other site has, between two that at least MIN_SITES have; *gone* are sentences that are cut."""
    by_paragraph: dict[int, list[int]] = {}
    for sentence, count in known.items():
        if (sentence.paragraph, sentence.start) not in gone:
            by_paragraph.setdefault(sentence.paragraph, []).append(count)
    order = sorted(by_paragraph)
    doubted = []
    for before, here, after in zip(order, order[1:], order[2:], strict=False):
        neighbours = min(max(by_paragraph[before]), max(by_paragraph[after]))
        if not any(by_paragraph[here]) and neighbours >= MIN_SITES and len(by_paragraph[here]) > 1:
            evidence = f"{neighbours} other sites have the paragraphs around it, none has this"
            doubted.append(
                Find(
                    paragraph=here,
                    end=len(page.paragraphs[here]),
                    reason="unwitnessed",
                    evidence=evidence,
                    doubtful=True,
                )
            )
    return doubted
