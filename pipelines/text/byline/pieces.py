"""Pages of several pieces, each with a head or a signature of its own: round-ups, notices, letters to the editor, verse."""

import re
from collections.abc import Collection, Mapping, Sequence

from pipelines.text.byline.habits.slots import is_signed, kinds_at
from pipelines.text.byline.vocabulary.people import LATIN_NAME

ITEMS, ITEM_SHARE = 2, 0.5
"""Paragraphs of a page that begin with heads of their own, at least, and their share of those that are text; mirrors put
made-up heads into a third."""
HEAD = re.compile(
    r"(?=[^a-zß-ÿ]{3})[A-ZÀ-Þ][A-ZÀ-Þ.'’&/ -]{1,40}(?:,? ?\([^()]{1,40}\))?(?:\s?[:—–]|\s?[–—-]{1,2}(?=\s)|(?<=\.))\s"
)
"""`TOWN: `, `TOWN (Agency) — `, `NAME. – `: what an item begins with, a place, a family, a thing found"""
SIGNED = re.compile(rf"(?:[A-Z][a-z]{{1,3}}\.? )?{LATIN_NAME.pattern}(?: \([^()]{{1,20}}\))?(?:, [^.!?]{{2,60}})?")
"""`First Last, Town`, `First Last`"""
LABELLED = re.compile(r"[^\s：:，。.!?]{1,12}[：:]\s?[^\s。！？!?][^。！？!?]{0,40}")
"""`职务：甲某某`: a row of those who took part in something"""
CLOSED = re.compile(r"[。！？!?…”\"」』）).](?:\s*)$")
"""What stands above a signature ends with it."""


def is_of_items(paragraphs: Sequence[str], prose: Sequence[int], heads: Mapping[int, str]) -> bool:
    """Tell whether a page is of items that each begin with a head of their own.

    Takes the paragraphs, the indices of those that are text, and the heads of reports that were read, by index.
    """
    others = (index for index in prose if index not in heads)
    more = [match[0] for index in others if (match := HEAD.match(paragraphs[index])) is not None]
    found = [*heads.values(), *more]
    return len({*found}) >= ITEMS and len(found) >= ITEM_SHARE * len(prose)


def is_of_signed_pieces(
    paragraphs: Sequence[str], kinds: Sequence[str], prose: Sequence[int], credited: Collection[int]
) -> bool:
    """Tell whether a page is of pieces that are signed: a line above its last text names who wrote what stands above.

    Takes the paragraphs, their kinds, the indices of those that are text, and of those with credits, which sign nothing.
    """
    text = frozenset(prose)
    inner = range(1, max(text, default=0))
    lines = (at for at in inner if at not in text and at not in credited and kinds_at(kinds, at) == "text")
    return any(
        CLOSED.search(paragraphs[at - 1]) is not None
        and (SIGNED.fullmatch(paragraphs[at]) is not None or is_signed(paragraphs[at], paragraphs[:at]))
        for at in lines
    )


def is_row(paragraphs: Sequence[str], prose: Sequence[int], credited: Collection[int], at: int) -> bool:
    """Tell whether a line is a row of a list inside the text, whose next row names somebody for something else (a play's cast).

    Takes the paragraphs, the indices of those that are text, and of those with credits, and the line's.
    """
    if not prose or not prose[0] < at < prose[-1] or LABELLED.fullmatch(paragraphs[at]) is None:
        return False
    beside = (one for one in (at - 1, at + 1) if one not in prose and one not in credited)
    return any(LABELLED.fullmatch(paragraphs[one]) is not None for one in beside)
