"""Paragraphs that sell something amid a report (I6): they speak to the reader, in general terms, of something else."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from pipelines.text.injection.adverts.framed import find_site_framed, is_framed
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.relation import MOST_ALIKE, likeness, words_of

SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
FIRST_PLURAL = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
"""A seller speaks of itself so; a report does so in quotations only."""
TOLD_TO = re.compile(
    r"(?:^|[.!?:]\s)(?:Visit|Use|Click|Contact|Reserve|Request|Explore|Speak|Talk|Learn|Find|Tap|Check|Try|Register|Download|Order|Choose|Compare|Sign up|Join|Get|Save|Start|Call|Ask|Add|Pick|Claim"
    r"|Open|Enter|Enjoy|Discover|Browse|Subscribe|Follow|Hurry|Act|Let|Look|Do not|Don['’]t|Make sure|Take|Treat|Grab|Book|Shop)\s[a-z]"
)
"""A verb in the imperative at the beginning of a sentence: it speaks to the reader as well; believed only on several pages."""
OFFER = re.compile(
    r"(?:^|[.!?:,]\s)(?:(?:or|and|so|simply|just)\s)?(?:Click|Tap|Contact|Register|Download|Order|Sign up|Join|Claim|Browse|Subscribe|Reserve|Request|Compare|Save|Shop|Create an|Get)\s[a-z]",
    re.IGNORECASE,
)
"""What only a seller tells the reader to do; a description tells him to look, to take care, to listen."""
OPENING = re.compile(
    r"If you(?:(?:['’]re| are) \w{3,12}ing (?:for|to buy)| (?:like|love|enjoy|need|prefer))\b|Whether you(?:['’]re| are)\b|(?:Looking|Shopping|Searching|Hoping) for\b|Thinking (?:about|of)\b"
)
"""How a paragraph begins that picks its readers: those who want something, or both of two kinds."""
NAMED = re.compile(
    r"(?<![.!?:]\s)(?<!^)\b[A-Z][a-z]+|\d(?![\d,.]*\s?(?:%|percent|per cent|hours?|minutes?|days?))(?!\d)|[\"“”‘]|\b(?:I|he|she|said|was|were|had)\b"
)
"""What tells of somebody or something in particular: names, figures, quotations, persons, the past."""
CONTENT = re.compile(r"\b[a-z]{5,}\b")
QUOTATION = re.compile(r"[\"“][^\"”]{0,600}[\"”]")
BREAK = re.compile(r"[.!?][\"”’)]?\s")
SENTENCE = re.compile(r"[^.!?]{20,}[.!?]")

TAIL = 40
"""Characters at the end of a long sentence that recur where its beginning names something else each time."""
ENDING = 30
"""Characters at the end of a paragraph that tell it from others."""
MOST_PAGES = 10
"""Pages with one sentence that are compared with each other."""
LEAST_COMMON = 4
"""Pages on which a sentence must stand that belongs to no article, each time behind another one."""
COMMON_SHARE = 0.1
"""Share of a site's pages on which it must stand."""
SLOT = re.compile(r"(?:\b[A-Z]\w*|\d+)\s*")
"""What differs between the reports of a series: names, and figures."""
MOST_LENGTH = 400
"""Characters of the paragraph that has it."""
MIN_LENGTH = 80
"""Characters of a paragraph that sells something."""
MOST_SHARED = (0.25, 0.15)
"""Share of its longer words that the rest of the page may use, where that says "you" never, or once, outside quotations.
None of 1,118 clean English pages has such a paragraph."""
LEAST_YOU = 2
"""Times it must say "you" to be cut without another page; a report may slip into it once."""
LEAST_PARAGRAPHS = 4
"""Paragraphs a page must have for one to stand out."""


def find_site_adverts(pages: Sequence[Page]) -> frozenset[str]:
    """Find sentences, and second halves of long ones, that recur in such paragraphs on several pages of a site."""
    seen: dict[str, list[_Rest]] = defaultdict(list)
    for page in pages:
        words: frozenset[str] | None = None  # read once, since a long page may have many suspects
        for index, text in _suspects(page, alone=False):
            words = words_of(page.text, chinese=False) if words is None else words
            others = frozenset(other[-ENDING:] for at, other in enumerate(page.paragraphs) if at != index)
            rest = _Rest(others, words, text)
            for sentence in SENTENCE.findall(text):
                seen[sentence.strip()].append(rest)
                if len(sentence) >= 2 * TAIL:  # what is sold stands in the first half, and differs
                    seen[sentence[-TAIL:]].append(rest)
    return (
        find_site_framed(pages)
        | _common(pages)
        | frozenset(
            sentence
            for sentence, rests in seen.items()
            if any(one.is_apart(other) for one, other in combinations(rests[:MOST_PAGES], 2))
        )
    )


class _Rest(NamedTuple):
    """What a page has beside a paragraph: ends of the others, its words, and the paragraph."""

    others: frozenset[str]
    words: frozenset[str]
    text: str

    def is_apart(self, other: "_Rest") -> bool:
        """Say whether two pages are neither copies of one article nor reports of one series."""
        if not self.others.isdisjoint(other.others):
            return False
        own, foreign = (rest.words - words_of(rest.text, chinese=False) for rest in (self, other))
        return likeness(own, foreign) <= MOST_ALIKE


def _common(pages: Sequence[Page]) -> frozenset[str]:
    """Find sentences in short paragraphs of so many pages that they belong to no article, whatever they say.

    The paragraphs must begin with different sentences: those of a series of reports differ in names and figures alone.
    """
    counts: Counter[str] = Counter()
    openings: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for _, text in _short(page):
            first, *others = (
                (sentence.strip() for sentence in SENTENCE.findall(text)) if SENTENCE.search(text) else [""]
            )
            counts.update(set(others))
            for sentence in others:
                openings[sentence].add(SLOT.sub("", first))
    least = max(LEAST_COMMON, COMMON_SHARE * len(pages))
    return frozenset(
        sentence for sentence, count in counts.items() if count >= least and len(openings[sentence]) >= LEAST_COMMON
    )


def _short(page: Page) -> Iterator[tuple[int, str]]:
    """Give the short paragraphs behind the first, on a page in a language with spaces."""
    for index, text in page.prose() if not page.hanzi else ():
        if index and MIN_LENGTH <= len(text) <= MOST_LENGTH:
            yield index, text


def find_english_adverts(page: Page) -> list[Find]:
    """Find the paragraph that speaks to the reader while the report around it speaks to nobody.

    It has no name, figure, quotation or past tense and shares hardly a word with the rest; or its sentences recur on
    other pages of the site. Service boxes name a telephone number or a place, context has names and figures.
    """
    finds: list[Find] = []
    suspects = list(_suspects(page, alone=not page.site.adverts))
    common = [place for place in _short(page) if place not in suspects] if page.site.adverts else []
    framed = [place for place in page.prose() if is_framed(page, *place, page.site.adverts)]
    places = [*suspects, *common, *(place for place in framed if place not in suspects and place not in common)]
    for index, text in places:
        recurs = (index, text) in framed or any(sentence in text for sentence in page.site.adverts)
        if not recurs and (
            (index, text) not in suspects
            or len(suspects) != 1
            or len(page.paragraphs) < LEAST_PARAGRAPHS
            or not _stands_apart(page, index, text)
        ):
            continue
        evidence = "speaks to the reader in general terms, shares no name and hardly a word with the rest"
        if recurs:
            evidence = "speaks to the reader in general terms, with a sentence that stands on other pages of this site"
        doubtful = not recurs and not _sells(text)
        if doubtful and not _offers(text):
            continue
        own = (index, text) not in suspects and (index, text) not in framed  # it names somebody or something
        start = _start(text, page.site.adverts) if recurs and own else 0
        finds.append(
            Find(
                paragraph=index,
                start=start,
                end=len(text),
                whole=not start,
                reason="advert",
                evidence=evidence,
                doubtful=doubtful,
            )
        )
    return finds


def _start(text: str, adverts: frozenset[str]) -> int:
    """Give where the sentences begin that recur, in a paragraph that has others before them: those may be the article's own.

    A sentence right before them that speaks to the reader and names nothing goes along.
    """
    first = min((text.find(sentence) for sentence in adverts if sentence in text), default=0)
    starts = [0, *(match.end() for match in BREAK.finditer(text, 0, first + 1))]
    at = max(place for place, start in enumerate(starts) if start <= first)
    while at and SECOND_PERSON.search(before := text[starts[at - 1] : starts[at]]) and not NAMED.search(before):
        at -= 1
    return starts[at]


def _suspects(page: Page, *, alone: bool) -> Iterator[tuple[int, str]]:
    """Give the paragraphs that speak to the reader and name nothing."""
    if page.hanzi or (alone and len(page.paragraphs) < LEAST_PARAGRAPHS):
        return
    for index, text in page.prose():
        told = TOLD_TO.search(text)
        spoken = SECOND_PERSON.search(text) or (told and (not alone or FIRST_PLURAL.search(text)))
        if index and len(text) >= MIN_LENGTH and spoken and not NAMED.search(text):
            yield index, text


def _sells(text: str) -> bool:
    """Say whether a paragraph says "you" again and again, or "we", and what only a seller says to the reader."""
    told = TOLD_TO.search(text) is not None or OFFER.search(text) is not None
    if FIRST_PLURAL.search(text):
        return told or len(SECOND_PERSON.findall(text)) >= LEAST_YOU
    picked = OPENING.match(text) is not None or OFFER.search(text) is not None
    return picked and len(SECOND_PERSON.findall(text)) >= LEAST_YOU


def _offers(text: str) -> bool:
    """Say whether a paragraph may be an offer to the reader: a description says "you" as well, of anybody."""
    if not SECOND_PERSON.search(text):
        return False
    return OPENING.match(text) is not None or any(form.search(text) for form in (FIRST_PLURAL, OFFER))


def _stands_apart(page: Page, index: int, text: str) -> bool:
    """Say whether the rest of a page hardly shares a word with a paragraph and never speaks to the reader."""
    rest = "\n".join(other for at, other in enumerate(page.paragraphs) if at != index)
    words = set(CONTENT.findall(text))
    plain = QUOTATION.sub("", rest)
    spoken = len(SECOND_PERSON.findall(plain)) + (len(FIRST_PLURAL.findall(plain)) if FIRST_PLURAL.search(text) else 0)
    if not words or spoken >= len(MOST_SHARED):
        return False
    return sum(word in rest for word in words) <= MOST_SHARED[spoken] * len(words)
