"""Adverts that unrelated pages of a site repeat with other keywords in them (I6), as paragraphs or glued to others.

A farm deals a handful of sentences out, each with the keyword of the page. What is repeated so, at any place, around
something of which the page does not speak, is nobody's report. A paper repeats notes, too: always at the same place, in
the same words, or around what the article is about.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, combinations, islice, pairwise
from statistics import median

from pipelines.text.injection.adverts.common_names import find_accounts, find_common_names
from pipelines.text.injection.adverts.framed import MOST_PAGE_SHARE, OF_SOMEBODY
from pipelines.text.injection.adverts.repeated import BREAK, Place, are_foreign, rest_of, slot_of
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.relation import MOST_ALIKE, MOST_COMPARED, SPEAKS, likeness, words_of
from pipelines.text.injection.evidence.sentences import (
    SLOT,
    Frame,
    Sentence,
    Tokens,
    find_chains,
    find_frames,
    sentences_of,
)
from pipelines.text.injection.evidence.tokens import key

LEAST_FRAME = {False: 9, True: 18}
"""Words or Chinese characters that an advert has beside what stands in its slots; of 467 clean English articles, in 160 groups
of 12 to 400, none has anything that passes with 8 words."""
LEAST_PAGES = 2
"""Unrelated pages that must have an advert with another keyword that is not theirs."""
MOST_PLACES = 20_000
"""Places of adverts in a batch that are judged, each by all of its page: forty for each of 500 pages."""
MOST_TWICE = 1.5
"""Places with other keywords that it may have for each page."""
POOL, POOL_SHARE = 3, 0.1
"""Adverts of a site that speak for each other, and the share of its pages that have one."""
SILENT_POOL, LEAST_NAMES = 3, 2
"""Adverts that speak to nobody, and keywords of which each stands in several of them."""
MOST_SAID = 0.25
"""Share of its other words that they may use beyond what other pages use of them."""
LEAST_OTHERS, MOST_OTHERS = 4, 40
"""Other pages with adverts by which that is judged."""
LEAST_SAME, SAME_SHARE = {False: 3, True: 4}, 0.05
"""Unrelated pages amid whose texts the same words speak to the reader, none of which they use elsewhere, and their share of all
(a caption may come back with its picture); of 4,490 clean articles, in groups of 24 to 467, no two have such sentences, but two Chinese ones had one of which they use a few words."""
TELEPHONE = re.compile(r"\d(?:[ ().+-]{0,3}\d){5}")
"""A telephone number, as service boxes of papers give it."""
HANGUL = re.compile(r"[\uac00-\ud7a3]")
LEAST_HANGUL = 6
"""Korean words that an advert has: each says as much as one and a half of English, articles and prepositions with it."""
LEAST_KEYWORD = {False: 5, True: 3}
"""Letters of a keyword that may stand in several adverts."""
TOLD = re.compile(rf"{OF_SOMEBODY.pattern}|[说說称稱]\s?[，,：:]|指出|强调|強調", re.IGNORECASE)
"""What tells of persons, or gives the words of one."""
KEYWORD = re.compile(r"(?:[^\W_]|[ '’&·+_-]|\.(?=\w))+[.。!！?？,，]?")
"""What a slot holds: no more than a name, with the mark behind it where it ends the sentence."""


@dataclass(slots=True)
class _Advert:
    """What may be an advert, at all its places."""

    text: str
    """As it is kept: its sentences, each with SLOT between its ends, one in a line."""
    places: list[Place]
    chinese: bool
    free: int = 0
    """Pages that do not speak of what stands in its slots."""
    tied: float = 0.0
    """Share of its own words that its pages use elsewhere."""

    @property
    def varies(self) -> bool:
        """Whether other phrases stand in the slots on other pages."""
        return len({tuple(map(key, place.phrases)) for place in self.places}) > 1


def find_site_repeated(
    pages: Sequence[Page], known: frozenset[str] = frozenset()
) -> tuple[frozenset[str], frozenset[str]]:
    """Find the adverts that a site repeats, as they are kept, and the keys of the keywords in them.

    *known* are keywords of the site that other places prove.
    """
    found: list[_Advert] = []
    for chinese in (False, True):
        numbers = [number for number, page in enumerate(pages) if bool(page.hanzi) == chinese]
        sentences = [one for number in numbers for one in sentences_of(pages[number], number)]
        frames = find_frames(sentences, chinese=chinese)
        alike = _likenesses(pages, frames, chinese=chinese)
        candidates = _candidates(pages, sentences, frames, chinese=chinese)
        found += [one for one in candidates if _may_be_advert(pages, one, alike)]
    before = accumulate(len(one.places) for one in found)
    found = [one for one, places in zip(found, before, strict=True) if places <= MOST_PLACES]
    shared = _shared_phrases(found)
    rests = _rests(pages, found)
    words = {page: words_of(rest, chinese=bool(pages[page].hanzi)) for page, rest in rests.items()}
    for advert in found:
        advert.free = sum(are_foreign(place.phrases, rests[place.page], shared) for place in advert.places)
        advert.tied = _excess(advert, words)
    same = [one for one in found if not one.varies and one.tied <= MOST_SAID / 2 and _is_amid(pages, one)]
    found = [
        one
        for one in found
        if one.varies and one.free >= LEAST_PAGES and 3 * one.free >= 2 * len(one.places) and one.tied <= MOST_SAID
    ]
    chosen, keywords = _chosen(pages, found, rests, shared, known)
    often = [len({place.page for place in one.places}) for one in same]
    others, names = find_common_names(
        [(one.text, one.chinese) for one in same], rests.values(), keywords | known, often
    )
    least = {chinese: max(few, SAME_SHARE * len(pages)) for chinese, few in LEAST_SAME.items()}
    calls = {at for at, one in enumerate(same) if often[at] >= least[one.chinese] and SPEAKS.search(one.text)}
    calls -= {at for at in calls if TELEPHONE.search(_text_of(pages, same[at]))}
    taken = [same[at] for at in calls.union(others)]
    names |= find_accounts(_text_of(pages, one) for one in (*chosen, *taken))
    return frozenset(one.text for one in (*chosen, *taken)), keywords | names


def _text_of(pages: Sequence[Page], advert: _Advert) -> str:
    """Give an advert as its first page has it."""
    place = advert.places[0]
    return pages[place.page].paragraphs[place.paragraph][place.start : place.end]


def _is_amid(pages: Sequence[Page], advert: _Advert) -> bool:
    """Say whether half of the places of an advert are amid a text, where no paper puts its notes."""
    amid = sum(0 < place.paragraph < len(pages[place.page].paragraphs) - 1 for place in advert.places)
    return 2 * amid >= len(advert.places)


def _chosen(
    pages: Sequence[Page],
    found: Sequence[_Advert],
    rests: Mapping[int, str],
    shared: frozenset[str],
    known: frozenset[str],
) -> tuple[list[_Advert], frozenset[str]]:
    """Choose those that speak to the reader, then those that have keywords that are known or theirs; give their keywords, too."""
    spoken = [one for one in found if SPEAKS.search(one.text)]
    mixed = [one for one in found if one not in spoken and _has_keywords(one, shared, least=1, share=0.3)]
    named = {key(phrase) for one in mixed for place in one.places for phrase in place.phrases} & shared
    many = len(spoken) >= POOL and len({place.page for one in spoken for place in one.places}) >= POOL_SHARE * len(
        pages
    )
    chosen = [one for one in spoken if many or _is_proven(pages, one, shared)]
    chosen += mixed if len(mixed) >= SILENT_POOL and len(named) >= LEAST_NAMES else []
    keywords = _keywords_of(chosen, rests, shared)
    silent = [one for one in found if one not in spoken and one not in chosen]
    while more := [one for one in silent if _has_keywords(one, keywords | known, least=1)]:
        chosen += more
        silent = [one for one in silent if one not in more]
        keywords |= _keywords_of(more, rests, shared)
    return chosen, keywords


def _keywords_of(adverts: Sequence[_Advert], rests: Mapping[int, str], shared: frozenset[str]) -> frozenset[str]:
    """Give the keys of what stands in the slots of adverts and is not of their pages."""
    return frozenset(
        name
        for advert in adverts
        for place in advert.places
        for name in map(key, place.phrases)
        if len(name) >= LEAST_KEYWORD[advert.chinese] and are_foreign((name,), rests[place.page], shared)
    )


def _has_keywords(advert: _Advert, keywords: frozenset[str], *, least: int = LEAST_PAGES, share: float = 0.5) -> bool:
    """Say whether some keywords stand in that share of the places of an advert, and on so many pages."""
    named = [place.page for place in advert.places if any(key(phrase) in keywords for phrase in place.phrases)]
    return len(set(named)) >= least and len(named) >= share * len(advert.places)


def _candidates(
    pages: Sequence[Page], sentences: Sequence[Sentence], frames: dict[Sentence, Frame], *, chinese: bool
) -> Iterator[_Advert]:
    """Give the runs of framed sentences that are long enough and stand on several pages, once on each."""
    groups: dict[tuple[int, ...], list[list[Sentence]]] = defaultdict(list)
    for chain in find_chains(sentences, frames):
        groups[tuple(id(frames[one]) for one in chain)].append(chain)
    for chains in groups.values():
        own = [frames[one] for one in chains[0]]
        fixed = sum(frame.fixed for frame in own)
        if fixed < _least(own, chinese=chinese) or len({one[0].page for one in chains}) < LEAST_PAGES:
            continue
        places = [
            Place(
                *(chain[0].page, chain[0].paragraph, chain[0].start, chain[-1].end),
                tuple(_phrase(pages, one, frames[one], chinese=chinese) for one in chain if frames[one].has_slot),
            )
            for chain in chains
        ]
        each = {(place.page, place.phrases) for place in places}
        if len(each) <= MOST_TWICE * len({page for page, _ in each}):  # else it is a list on one page
            yield _Advert(BREAK.join(_kept(frame, chinese=chinese) for frame in own), places, chinese)


def _least(frames: Sequence[Frame], *, chinese: bool) -> int:
    """Give the words or Chinese characters that sentences of one language must have beside their slots."""
    korean = not chinese and any(HANGUL.match(token) for frame in frames for part in frame.ends for token in part)
    return LEAST_HANGUL if korean else LEAST_FRAME[chinese]


def _kept(frame: Frame, *, chinese: bool) -> str:
    """Give a frame as it is kept."""
    head, tail = (_joined(tokens, chinese=chinese) for tokens in frame.ends)
    return f"{head}{SLOT}{tail}" if frame.has_slot else head


def _joined(tokens: Tokens, *, chinese: bool) -> str:
    """Put tokens together so that they are told apart again."""
    if not chinese:
        return " ".join(tokens)
    return "".join(
        f" {token}" if before.isascii() and before.isalnum() and token.isalnum() and token.isascii() else token
        for before, token in pairwise(("", *tokens))
    )


def _phrase(pages: Sequence[Page], sentence: Sentence, frame: Frame, *, chinese: bool) -> str:
    """Give what stands in the slot of a sentence."""
    text = pages[sentence.page].paragraphs[sentence.paragraph][sentence.start : sentence.end]
    return slot_of(text, frame.head, frame.tail, chinese=chinese)


def _may_be_advert(pages: Sequence[Page], advert: _Advert, alike: Callable[[int, int], float]) -> bool:
    """Say whether a run of sentences tells of nobody, is a small part of its pages, and these are of different things."""
    if TOLD.search(advert.text):
        return False
    if not all(KEYWORD.fullmatch(phrase) for place in advert.places for phrase in place.phrases):
        return False
    large = sum(one.end - one.start > MOST_PAGE_SHARE * len(pages[one.page].text) for one in advert.places)
    if 2 * large > len(advert.places):
        return False
    on = [one.page for one in advert.places[:MOST_COMPARED]]
    likely = sorted(alike(one, other) for one, other in combinations(on, 2))
    return likely[len(likely) // 2] <= MOST_ALIKE


def _likenesses(pages: Sequence[Page], frames: Iterable[Sentence], *, chinese: bool) -> Callable[[int, int], float]:
    """Give what compares two pages by what each has for itself; by all of one that has little, since it is of a series."""
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for one in frames:
        spans[one.page].append((one.paragraph, one.start, one.end))

    @cache
    def words(page: int) -> frozenset[str]:
        rest, text = rest_of(pages[page], spans[page]), pages[page].text
        return words_of(rest if 2 * len(rest) > len(text) else text, chinese=chinese)

    return cache(lambda one, other: likeness(words(one), words(other)))


def _shared_phrases(adverts: Sequence[_Advert]) -> frozenset[str]:
    """Give the keys of what stands in the slots of two adverts, on two pages."""
    holders: dict[str, set[int]] = defaultdict(set)
    on: dict[str, set[int]] = defaultdict(set)
    for number, advert in enumerate(adverts):
        for place in advert.places:
            for name in map(key, place.phrases):
                if len(name) >= LEAST_KEYWORD[advert.chinese]:
                    holders[name].add(number)
                    on[name].add(place.page)
    return frozenset(name for name, numbers in holders.items() if len(numbers) > 1 and len(on[name]) > 1)


def _rests(pages: Sequence[Page], adverts: Sequence[_Advert]) -> dict[int, str]:
    """Give what the pages say beside what may be adverts."""
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for advert in adverts:
        for place in advert.places:
            spans[place.page].append((place.paragraph, place.start, place.end))
    return {page: rest_of(pages[page], found) for page, found in spans.items()}


def _excess(advert: _Advert, words: Mapping[int, frozenset[str]]) -> float:
    """Give which share of an advert's own words its pages use elsewhere, beyond what other pages use of them."""
    own = words_of(advert.text, chinese=advert.chinese)
    if not own:
        return 1.0
    here = {place.page for place in advert.places}
    others = [len(own & known) / len(own) for page, known in islice(words.items(), MOST_OTHERS) if page not in here]
    usual = median(others) if len(others) >= LEAST_OTHERS else 0.0
    return median(len(own & words[page]) / len(own) for page in here) - min(usual, MOST_SAID)


def _is_proven(pages: Sequence[Page], advert: _Advert, shared: frozenset[str]) -> bool:
    """Say whether more speaks for an advert than foreign phrases in its slots: they stand in others, or it stands amid a text."""
    if _has_keywords(advert, shared):
        return True
    amid = any(place.paragraph < len(pages[place.page].paragraphs) - 1 for place in advert.places)
    return amid and advert.free == len(advert.places) and advert.tied <= MOST_SAID / 2
