"""Adverts that a site repeats with other keywords in them (see `site_repeated`), found on one page.

`site_repeated` keeps each as its sentences, with a slot for the keyword; here a page's sentences are held against them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.sentences import (
    LEAST_FIXED,
    LONGEST_SLOT,
    SLOT,
    TOKEN,
    Sentence,
    Tokens,
    sentences_of,
    tokens_of,
)
from pipelines.text.injection.evidence.tokens import BY_CHANCE, key, share_of

MOST_ADVERTS = 60
"""Sentences of a page that are judged by what stands in their slot."""
MOST_REST = 100_000
"""Characters of a page in which its words are looked for."""
LONGEST_LINE = 40
"""Words or Chinese characters of a line without an end mark to which an advert may be glued."""
BREAK = "\n"
"""Stands between the sentences of an advert where one is kept."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an advert stands."""

    page: int
    paragraph: int
    start: int
    end: int
    phrases: tuple[str, ...]
    """What stands in its slots."""


def find_repeated_adverts(page: Page) -> list[Find]:
    """Find the adverts that the site repeats, around something of which this page does not speak."""
    if not page.site.repeated:
        return []
    chinese = bool(page.hanzi)
    adverts: dict[Tokens, list[tuple[_Parsed, ...]]] = defaultdict(list)
    for text in sorted(page.site.repeated, key=lambda text: (-text.count(BREAK), text)):
        advert = tuple(_Parsed.of(line, chinese=chinese) for line in text.split(BREAK))
        adverts[advert[0].token].append(advert)
    sentences = list(sentences_of(page))
    found: list[Place] = []
    behind = 0
    for at, sentence in enumerate(sentences):
        ends = {sentence.tokens[:1], sentence.tokens[-1:], ()}
        known = [advert for end in ends for advert in adverts.get(end, ())] if at >= behind else []
        for advert in known:
            run = sentences[at : at + len(advert)]
            if (place := _place(page, run, advert, chinese=chinese)) is not None:
                found.append(place)
                behind = at + len(advert)
                break
        if len(found) == MOST_ADVERTS:
            break
    rest = rest_of(page, [(place.paragraph, place.start, place.end) for place in found])
    return [_find(page, place) for place in found if are_foreign(place.phrases, rest, page.site.keywords)]


@dataclass(frozen=True, slots=True)
class _Parsed:
    """One sentence of an advert as it was kept."""

    head: Tokens
    tail: Tokens
    has_slot: bool

    @classmethod
    def of(cls, line: str, *, chinese: bool) -> "_Parsed":
        """Read a sentence as `_kept` wrote it."""
        head, slot, tail = line.partition(SLOT)
        return cls(tokens_of(head, chinese=chinese), tokens_of(tail, chinese=chinese), bool(slot))

    @property
    def token(self) -> Tokens:
        """The token by which it is looked up: the first, of one without a slot the last, none if it begins with a slot."""
        return self.head[:1] if self.has_slot else self.head[-1:]

    def fits(self, tokens: Tokens, *, chinese: bool, first: bool) -> bool:
        """Say whether a sentence is this one, with something in its slot; the first may have run into a line without an end."""
        between = len(tokens) - len(self.head) - len(self.tail)
        if self.has_slot:
            alike = tokens[: len(self.head)] == self.head and tokens[len(tokens) - len(self.tail) :] == self.tail
            return alike and 0 < between <= LONGEST_SLOT[chinese]
        most = LONGEST_LINE if first and len(self.head) >= LEAST_FIXED[chinese] else 0
        return 0 <= between <= most and tokens[between:] == self.head


def _place(page: Page, run: Sequence[Sentence], advert: Sequence[_Parsed], *, chinese: bool) -> Place | None:
    """Give the place of an advert if some sentences are its own."""
    if len(run) < len(advert) or run[-1].paragraph != run[0].paragraph:
        return None
    pairs = list(zip(run, advert, strict=True))
    if not all(parsed.fits(one.tokens, chinese=chinese, first=one is run[0]) for one, parsed in pairs):
        return None
    text = page.paragraphs[run[0].paragraph]
    phrases = tuple(
        slot_of(text[one.start : one.end], len(parsed.head), len(parsed.tail), chinese=chinese)
        for one, parsed in pairs
        if parsed.has_slot
    )
    start = run[0].start
    if not advert[0].has_slot and len(run[0].tokens) > len(advert[0].head):
        spots = list(TOKEN[chinese].finditer(text[start : run[0].end]))
        start += spots[len(spots) - len(advert[0].head)].start()
    return Place(0, run[0].paragraph, start, run[-1].end, phrases)


def _find(page: Page, place: Place) -> Find:
    """Give the find of an advert with the spaces around it."""
    text = page.paragraphs[place.paragraph]
    start, end = len(text[: place.start].rstrip()), place.end
    if not start:
        end = len(text) - len(text[end:].lstrip())
    evidence = f"stands on other pages of this site with something else than {max(place.phrases, key=len, default='')!r}, of which the page does not speak"
    return Find(
        paragraph=place.paragraph,
        start=start,
        end=end,
        whole=not start and end == len(text),
        reason="advert",
        evidence=evidence,
        keyword=max(map(key, place.phrases), key=len, default=""),
    )


def slot_of(text: str, head: int, tail: int, *, chinese: bool) -> str:
    """Give what stands between so many tokens at the beginning and at the end of a text."""
    spots = list(TOKEN[chinese].finditer(text))[head:]
    spots = spots[: len(spots) - tail]
    return text[spots[0].start() : spots[-1].end()] if spots else ""


def rest_of(page: Page, spans: Sequence[tuple[int, int, int]]) -> str:
    """Give the title and the text of a page without some spans, each a paragraph, its first character and the one behind its last."""
    gone: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for paragraph, start, end in sorted(spans):
        gone[paragraph].append((start, end))
    parts = [page.title]
    for index, text in enumerate(page.paragraphs):
        at, kept = 0, []
        for start, end in gone.get(index, ()):
            kept.append(text[at:start])
            at = max(at, end)
        parts.append("".join((*kept, text[at:])) if at else text)
    return "\n".join(parts)[:MOST_REST]


def are_foreign(phrases: Sequence[str], rest: str, known: frozenset[str]) -> bool:
    """Say whether a page has nothing to do with what stands in the slots, or it is known for a keyword."""
    return all(not key(phrase) or key(phrase) in known or share_of(phrase, rest) <= BY_CHANCE for phrase in phrases)
