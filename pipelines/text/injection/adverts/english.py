"""Paragraphs that sell something amid a report (I6): they speak to the reader, in general terms, of something else."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.relation import LONG_WORD, MOST_ALIKE, likeness, words_of

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
QUOTATION = re.compile(r"[\"“][^\"”]{0,600}[\"”]")
SENTENCE = re.compile(r"[^.!?]{20,}[.!?]")

TAIL = 40
"""Characters at the end of a long sentence that recur where its beginning names something else each time."""
ENDING = 30
"""Characters at the end of a paragraph that tell it from others."""
MOST_PAGES = 10
"""Pages with one sentence that are compared with each other."""
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
    return frozenset(
        sentence
        for sentence, rests in seen.items()
        if any(one.is_apart(other) for one, other in combinations(rests[:MOST_PAGES], 2))
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


def find_english_adverts(page: Page) -> list[Find]:
    """Find the paragraph that speaks to the reader while the report around it speaks to nobody.

    It has no name, figure, quotation or past tense and shares hardly a word with the rest; or its sentences recur on
    other pages of the site. Service boxes name a telephone number or a place, context has names and figures.
    """
    suspects = list(_suspects(page, alone=not page.site.adverts))
    finds = []
    for index, text in suspects:
        recurs = any(sentence in text for sentence in page.site.adverts)
        alone = len(suspects) == 1 and len(page.paragraphs) >= LEAST_PARAGRAPHS and _stands_apart(page, index, text)
        doubtful = not recurs and not _sells(text)
        if not (recurs or alone) or (doubtful and not _offers(text)):
            continue
        evidence = (
            "speaks to the reader in general terms, with a sentence that stands on other pages of this site"
            if recurs
            else "speaks to the reader in general terms, shares no name and hardly a word with the rest"
        )
        finds.append(Find.line(index, text, reason="advert", evidence=evidence, doubtful=doubtful))
    return finds


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
    words = set(LONG_WORD.findall(text))
    plain = QUOTATION.sub("", rest)
    spoken = len(SECOND_PERSON.findall(plain)) + (len(FIRST_PLURAL.findall(plain)) if FIRST_PLURAL.search(text) else 0)
    if not words or spoken >= len(MOST_SHARED):
        return False
    return sum(word in rest for word in words) <= MOST_SHARED[spoken] * len(words)
