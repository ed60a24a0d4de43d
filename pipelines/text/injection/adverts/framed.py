"""Adverts of a site that say the same on many pages, with only the phrase in them another each time (I6).

`Anyone who longs for [cheap tickets] can have them at half the price.` A paper repeats notes as well, but word for word,
around figures and names (the frame of a report), or around what the article is about.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.relation import LONG_WORD, MOST_ALIKE, MOST_COMPARED, likeness, words_of
from pipelines.text.injection.evidence.sentences import LONGEST_SLOT, SLOT, TOKEN
from pipelines.text.injection.evidence.tokens import BY_CHANCE

LEAST_PAGES = 3
"""Pages of unrelated articles that must have a frame."""
LEAST_PLAIN, LONG_FRAME = 2, {False: 15, True: 34}
"""Pages that are enough where a frame of so many words or characters speaks to the reader."""
LEAST_SILENT = 4
"""The same, where the frame speaks to nobody."""
SILENT_SHARE = 0.1
"""Share of a site's pages that must have a frame that speaks to nobody."""
ENDS = {False: 4, True: 8}
"""Words, or in Chinese (True) characters, that the beginning and the end of a frame share at least."""
ONE_END = {False: 10, True: 20}
"""The same, where the slot stands at the very beginning or end."""
LEAST_PHRASES = 2
"""Different phrases in the slot; the same on all pages is a line of the template."""
LEAST_FRAME = {False: 11, True: 24}
"""Words or Chinese characters that a frame has in all."""
MOST_LENGTH = 400
"""Characters of a paragraph that may be one."""
MOST_PAGE_SHARE = 0.34
"""Share of its page that an advert may be; the frame of a short report is the report."""
MOST_TIED = 0.5
"""Share of a slot's longer words that the page may use elsewhere."""

READER = re.compile(
    r"\b(?:you|your|yours|yourself|our|ours|us|we)\b|\?(?:\s|\Z)|[您你？]|我们|[本我]店|(?<![\u4e00-\u9fff])欢迎"
    r"|(?:\A|[.!?]\s)(?:Simply|Just|Order|Compare|Follow|Sign up|Switch|Visit|Click|Call|Register|Choose|Pick|Try|Browse|Enter)\s[a-z]",
    re.IGNORECASE,
)
"""What speaks to the reader, or for the seller; who gives a guest a `欢迎宴会` does not."""
OF_SOMEBODY = re.compile(r"[“”\"]|\b(?:he|she|said|says|was|were|had|his|her)\b|表示|[记記]者|他|她", re.IGNORECASE)
"""What tells of persons, or of the past."""
NAMED = re.compile(r"(?<![.!?:]\s)(?<!\A)\b[A-Z][a-z]+|\d")
"""Names and figures inside a sentence."""
FIGURE = re.compile(r"\d|%|\b[A-Z]")
"""A figure or a name in a slot: the frame of a report has those."""


class _Place(NamedTuple):
    page: int
    paragraph: int
    tokens: tuple[str, ...]


def find_site_framed(pages: Sequence[Page]) -> frozenset[str]:
    """Find frames, each as its beginning, SLOT and its end, that unrelated pages of a site put around other phrases."""
    groups: dict[tuple[bool, tuple[str, ...], tuple[str, ...]], list[_Place]] = defaultdict(list)
    openings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for number, page in enumerate(pages):
        for index, chinese, tokens in _candidates(page):
            place = _Place(number, index, tokens)
            ends, one = ENDS[chinese], ONE_END[chinese]
            groups[chinese, tokens[:ends], tokens[-ends:]].append(place)
            groups[chinese, tokens[:one], ()].append(place)
            groups[chinese, (), tokens[-one:]].append(place)
        for text in page.paragraphs:
            openings[_opening(text)].add(text)
    serial = [
        {at for at, text in enumerate(page.paragraphs) if len(openings[_opening(text)]) > 1 and NAMED.search(text)}
        for page in pages
    ]
    found = set()
    for (chinese, _, _), places in groups.items():
        if len({place.page for place in places}) >= LEAST_PLAIN and (
            frame := _frame(pages, places, serial, chinese=chinese)
        ):
            found.add(frame)
    return frozenset(found)


def _opening(text: str) -> tuple[str, ...]:
    """Give the first words of a paragraph, which the reports of a series share."""
    return tuple(text[:80].split(" ")[:4]) if text[:80].isascii() else (text[:8],)


def _candidates(page: Page) -> Iterator[tuple[int, bool, tuple[str, ...]]]:
    """Give the paragraphs behind the first that are short beside their page, as tokens."""
    chinese = bool(page.hanzi)
    for index, text in page.prose():
        if not index or len(text) > min(MOST_LENGTH, MOST_PAGE_SHARE * len(page.text)):
            continue
        tokens = tuple(TOKEN[chinese].findall(text))
        if len(tokens) > LEAST_FRAME[chinese]:
            yield index, chinese, tokens


def _frame(pages: Sequence[Page], places: Sequence[_Place], serial: Sequence[set[int]], *, chinese: bool) -> str | None:
    """Give the frame that paragraphs share, None where they have none or it may be the articles' own."""
    if len({place.page for place in places}) < len(places):  # a list on one page
        return None
    head, tail = _shared(places)
    slots = [place.tokens[head : len(place.tokens) - tail] for place in places]
    if head + tail < LEAST_FRAME[chinese] or not all(0 < len(slot) <= LONGEST_SLOT[chinese] for slot in slots):
        return None
    glue = "" if chinese else " "
    texts = [pages[place.page].paragraphs[place.paragraph] for place in places]
    before, after = _ends(texts[0], head, tail, chinese=chinese)
    frame = before + SLOT + after
    phrases = [text[len(before) : len(text) - len(after)] for text in texts]
    if len(set(phrases)) < LEAST_PHRASES or OF_SOMEBODY.search(frame):
        return None
    free = [not _is_tied(pages[place.page], phrase, glue) for place, phrase in zip(places, phrases, strict=True)]
    plain = head + tail >= LONG_FRAME[chinese] and READER.search(frame) and not NAMED.search(frame)
    if sum(free) < (LEAST_PLAIN if plain else LEAST_PAGES) or sum(free) * 3 < len(free) * 2:
        return None
    if not READER.search(frame) and (
        chinese or NAMED.search(frame) or len(places) < max(LEAST_SILENT, SILENT_SHARE * len(pages))
    ):
        return None
    in_series = sum(bool(serial[place.page] - {place.paragraph}) for place in places)
    return frame if in_series * 2 <= len(places) and _are_unrelated(pages, places) else None


def _shared(places: Sequence[_Place]) -> tuple[int, int]:
    """Give how many tokens at the beginning, and behind those at the end, all places have in common."""
    shortest = min(len(place.tokens) for place in places)
    first = places[0].tokens
    head = next((at for at in range(shortest) if any(place.tokens[at] != first[at] for place in places)), shortest)
    most = shortest - head
    tail = next((at for at in range(most) if any(place.tokens[-1 - at] != first[-1 - at] for place in places)), most)
    return head, tail


def _ends(text: str, head: int, tail: int, *, chinese: bool) -> tuple[str, str]:
    """Give the beginning and the end of a paragraph that so many tokens cover."""
    spots = list(TOKEN[chinese].finditer(text))
    return text[: spots[head - 1].end()] if head else "", text[spots[-tail].start() :] if tail else ""


def _is_tied(page: Page, phrase: str, glue: str) -> bool:
    """Say whether what stands in a slot is of the page: a name, a figure, or words that stand elsewhere in it."""
    if glue and phrase[:1].isupper():  # the beginning of a sentence
        phrase = phrase[0].lower() + phrase[1:]
    if FIGURE.search(phrase):
        return True
    long = LONG_WORD.findall(phrase) if glue else []
    if not long:
        return page.tie(phrase.strip()) > BY_CHANCE
    rest = page.text.replace(phrase, "").casefold()
    return sum(word in rest for word in long) > MOST_TIED * len(long)


def _are_unrelated(pages: Sequence[Page], places: Sequence[_Place]) -> bool:
    """Say whether the pages of a frame have neither paragraphs nor much of their words in common."""
    words = [other_words(pages[place.page], place.paragraph) for place in places[:MOST_COMPARED]]
    alike = [likeness(one, other) for one, other in combinations(words, 2)]
    return sorted(alike)[len(alike) // 2] <= MOST_ALIKE


def other_words(page: Page, paragraph: int) -> frozenset[str]:
    """Give the words of a page that are not in one paragraph of it."""
    return words_of(page.text, chinese=bool(page.hanzi)) - words_of(
        page.paragraphs[paragraph], chinese=bool(page.hanzi)
    )


def find_framed_adverts(page: Page) -> list[Find]:
    """Find the paragraphs that are a frame of the site around something that is not of the page."""
    evidence = "says the same on other pages of this site, around another phrase"
    return [
        Find.line(index, text, reason="advert", evidence=evidence)
        for index, text in (page.prose() if page.site.adverts else ())
        if _is_framed(page, index, text)
    ]


def _is_framed(page: Page, index: int, text: str) -> bool:
    """Say whether a paragraph is one of the site's frames around something that is not of the page."""
    chinese = bool(page.hanzi)
    if not index or len(text) > min(MOST_LENGTH, MOST_PAGE_SHARE * len(page.text)):
        return False
    for frame in page.site.adverts:
        before, between, after = frame.partition(SLOT)
        if between and text.startswith(before) and text.endswith(after) and len(text) > len(before) + len(after):
            phrase = text[len(before) : len(text) - len(after)]
            return len(TOKEN[chinese].findall(phrase)) <= LONGEST_SLOT[chinese] and not _is_tied(
                page, phrase, "" if chinese else " "
            )
    return False
