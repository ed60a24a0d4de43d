"""What a page shows that other pages of its site may show too, small enough to be remembered of a thousand pages."""

import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipelines.text.template.frames import speaks_of_site
from pipelines.text.template.shape import DIGITS, LONGEST, digest, is_sentence, is_text, line_digest, plain
from pipelines.text.template.tails import TITLE_MARK, heads_of, leads_of, tails_of, title_parts

Kind = Literal["line", "tail", "head", "title", "series", "headline", "frame"]
KINDS: tuple[Kind, ...] = ("line", "tail", "head", "title", "series", "headline", "frame")

FRAME_CHARS = 24
"""Characters of the shortest frame."""
FRAME_ENDS = ((5, 8), (2, 16), (12, 4))
"""Characters at its beginning and at its end that are the same on every page; the first slot may come early or late."""
HEADLINE_CHARS = 6
"""Characters of the shortest headline that is told from a common word."""
HEADING_WEIGHT = 9.0
"""Weight from which a line is too long for one of the headings that recipes and reports of a site have in common."""
OPENING_CHARS = 4
"""Characters with which lines must begin alike."""
MIN_OPENING = 3
"""Paragraphs of text that must begin with them, and half of all."""


@dataclass(frozen=True, slots=True)
class Trait:
    """Something a page shows that other pages of its site may show too."""

    kind: Kind
    digest: int
    chars: int
    """Length in characters."""
    edge: bool = True
    """Whether it stands near the top or the end of the page."""
    sentence: bool = False
    """Whether it ends as a sentence does; for a frame, whether it speaks of the site itself."""
    repeated: bool = False
    """Whether it stands on the page more than once, or is too long for a heading; for a series, whether it is of titles."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is remembered of one page."""

    page: str
    """The article's id."""
    day: str
    """The day it was fetched, ISO 8601."""
    traits: tuple[Trait, ...]


FORMAT = struct.Struct(">QHB")


def pack(traits: Iterable[Trait]) -> bytes:
    """Give traits as bytes, 11 for each."""
    return b"".join(FORMAT.pack(one.digest, min(one.chars, 65_535), _bits(one)) for one in traits)


def _bits(trait: Trait) -> int:
    return KINDS.index(trait.kind) << 3 | trait.repeated << 2 | trait.edge << 1 | trait.sentence


def unpack(data: bytes) -> tuple[Trait, ...]:
    """Give the traits that `pack` wrote."""
    return tuple(
        Trait(KINDS[bits >> 3], number, chars, bool(bits & 2), bool(bits & 1), bool(bits & 4))
        for number, chars, bits in FORMAT.iter_unpack(data)
    )


def traits_of(title: str, paragraphs: Sequence[str], kinds: Sequence[str]) -> tuple[Trait, ...]:
    """Give what a page shows: its lines, the ends of its last and the beginning of its first paragraph, its title's parts."""
    found: dict[tuple[Kind, int], Trait] = {}
    texts = [index for index, text in enumerate(paragraphs) if is_text(text)] or [len(paragraphs)]
    for index, text in enumerate(paragraphs):
        if not text or kinds[index] == "code":
            continue
        sentence = is_sentence(text)
        edge = index <= texts[0] or index >= texts[-1]
        # Long paragraphs are no lines of a template, but tell copies of an article; their beginning is enough for that.
        number = line_digest(text) if len(text) <= LONGEST else digest(f"{len(text)} {text[:LONGEST]}", folded=False)
        before = found.get(("line", number))
        repeated = before is not None or weight(text) >= HEADING_WEIGHT
        edge = edge and (before is None or before.edge)
        found["line", number] = Trait("line", number, len(text), edge, sentence, repeated)
        if sentence and len(text) <= LONGEST and DIGITS.search(text) is not None:
            series = digest(text, folded=True)
            # The length has no use here; in its place stands which numbers the sentence had.
            found["series", series] = Trait("series", series, number & 0xFFFF)
    if DIGITS.search(title) is not None:
        series = digest(f"title: {title}", folded=True)
        found["series", series] = Trait("series", series, digest(title, folded=False) & 0xFFFF, repeated=True)
    for kind, ends in _all_ends(title, paragraphs):
        found.update(_ends(kind, ends))
    for index in frame_places(paragraphs):
        own = speaks_of_site(paragraphs[index])
        for number in frame_digests(paragraphs[index]):
            found["frame", number] = Trait("frame", number, len(paragraphs[index]), sentence=own)
    for headline in headlines_of(title):
        number = digest(headline, folded=False)
        found["headline", number] = Trait("headline", number, len(headline))
    return tuple(found.values())


def texts_of(title: str, paragraphs: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """Give what a page shows in words: kind, digest and text of its lines, ends and parts of the title."""
    for text in paragraphs:
        if text and len(text) <= LONGEST:
            yield "line", line_digest(text), text
    for kind, texts in _all_ends(title, paragraphs):
        yield from ((kind, digest(text, folded=False), text) for text in texts)


def _all_ends(title: str, paragraphs: Sequence[str]) -> Sequence[tuple[Kind, Sequence[str]]]:
    heads = [*heads_of(paragraphs), *leads_of(paragraphs)]
    return (("tail", tails_of(paragraphs)), ("head", heads), ("title", title_parts(title)))


def frame_places(paragraphs: Sequence[str]) -> list[int]:
    """Give the first and the last paragraphs that may be a frame with slots (`今天分享甲…别忘了关注`).

    A sentence with a figure is a report's, which other reports of its series resemble, unless it speaks of the site.
    """
    ends = sorted({*range(min(2, len(paragraphs))), *range(max(0, len(paragraphs) - 2), len(paragraphs))})
    return [
        index for index in ends if FRAME_CHARS <= len(paragraphs[index]) <= LONGEST and not _reports(paragraphs[index])
    ]


def _reports(text: str) -> bool:
    """Tell whether a paragraph is a sentence with a figure that does not speak of the site itself."""
    return DIGITS.search(text) is not None and is_sentence(text) and not speaks_of_site(text)


def frame_digests(text: str) -> set[int]:
    """Give the digests of a paragraph's first and last characters, between which its slots are."""
    key = plain(text)
    return {digest(f"{key[:head]} … {key[-tail:]}", folded=False) for head, tail in FRAME_ENDS}


def headlines_of(title: str) -> set[str]:
    """Give the forms in which other pages may name an article: its title, with and without what follows a mark."""
    first = TITLE_MARK.split(title, maxsplit=1)[0]
    return {text for text in (title.strip(), first.strip()) if len(text) >= HEADLINE_CHARS}


def _ends(kind: Kind, texts: Sequence[str]) -> Iterator[tuple[tuple[Kind, int], Trait]]:
    for text in texts:
        number = digest(text, folded=False)
        sentence = kind == "tail" or (kind == "head" and is_sentence(text))
        yield (kind, number), Trait(kind, number, len(text), edge=True, sentence=sentence)


def weight(text: str) -> float:
    """Give the length of a line as it is read: a Chinese character says as much as two and a half Latin ones."""
    return sum(1 if character >= "\u2e80" else 0.4 for character in text)


def opening_of(paragraphs: Sequence[str]) -> str:
    """Give what most paragraphs of text begin with, empty where they begin with nothing in common.

    A keyword may be put in front of all that is the article's, of its last, short line too: it begins no list of others.
    """
    starts = Counter(text[:OPENING_CHARS] for text in paragraphs if is_text(text))
    opening, count = max(starts.items(), key=lambda start: start[1], default=("", 0))
    return opening if count >= max(MIN_OPENING, starts.total() / 2) else ""
