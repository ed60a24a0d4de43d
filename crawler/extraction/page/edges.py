"""Lines as their elements part them: pages set names and labels side by side without a blank, and style puts room between."""

import re

from crawler.extraction.page.blocks import Line

_HAN = r"\u3400-\u9fff"
_IS_HAN = re.compile(rf"[{_HAN}]")
_BEGINS = re.compile(
    rf"\s*(?:[{_HAN}]{{2,6}}\s?[:：]|\[|【|(?:19|20)\d\d[-/.年]|[于於]?\s?\d{{1,2}}[-/:：]\d\d|[{_HAN}]{{0,3}}(?:今天|昨天|前天|刚刚)|\d{{1,2}}\s?(?:分钟|小时|天)前)"
)
"""How an element begins before which a name ends: with a label and its mark, a day, or a bracket."""
_ENDS = re.compile(r"(?:\d[日号]?|[】\]])\s*$")
"""How an element ends behind which a name begins: with a day, or a bracket."""


_NEXT = re.compile(r"[^\W\d_]{2}|\d")
"""How an element begins before which a word may end: with a word of more than a letter, or a figure."""
_LABEL = re.compile(r"\s*(?:by|von|par|por|di|door|oleh|av|af)", re.IGNORECASE)


def spaced(line: Line) -> str:
    """Give a line in which what elements part stands apart.

    In a Chinese line that is a blank where an element begins with a label or a day, or one ends with a day; in others a
    bar where an element ends with a letter that is no capital and the next one begins with a figure or a capital, or
    with a small letter behind several words (`Julia Harden | Staff Writer`, `Julia Harden | editor`): drop caps go on
    with small letters.
    """
    if not line.pieces:
        return line.text
    between = _between_han if _IS_HAN.search(line.text) else _between
    text = line.pieces[0]
    for piece in line.pieces[1:]:
        text += between(text, piece) + piece
    return " ".join(text.split())


def _between_han(before: str, after: str) -> str:
    apart = _BEGINS.match(after) is not None or (_ENDS.search(before) is not None and _IS_HAN.match(after) is not None)
    return " " if apart else ""


def _between(before: str, after: str) -> str:
    if not before[-1:].isalpha() or before[-1].isupper() or _NEXT.match(after) is None:
        return ""
    if after[0].islower() and " " not in before.strip():
        return ""
    return " " if _LABEL.fullmatch(before) else " | "
