"""Links inside a line that are no part of its text: tools of a heading, pointers behind a paragraph, links never closed."""

from collections.abc import Sequence

from crawler.extraction.page.blocks import Line

_OPENING, _CLOSING, _BAR = ("[", "［", "【"), ("]", "］", "】"), 3
"""Brackets around links behind a heading, and characters between two of these, at most."""
_ANCHORS = "#¶§🔗\u200b"
"""Signs that stand for the address of a section."""
_POINTER = 16
"""Characters of a link that points elsewhere, at the end of a longer paragraph, at most."""
_SENTENCE_ENDS, _LATIN = "。！？”…", "\u2fff"
"""Ends of Chinese and Japanese sentences, and the last character before all that their texts begin with."""
RELEASED, _LINK_CHARS = 3, 25
"""A link around three lines of 25 characters and more is one that was never closed; a teaser has a headline and a line."""


def without_link(parts: Sequence[str], heading: str, link: int) -> str:
    """Give a heading without the links by which readers edit the section or point at it: `[edit]` behind it, or `#`.

    *link* counts the characters of all its links, which have to be those. Empty where there are none.
    """
    if link == 1:
        bare = heading.strip()
        return bare.strip(_ANCHORS) if bare[:1] in _ANCHORS or bare[-1:] in _ANCHORS else ""
    if (
        heading[-1:] not in _CLOSING
        or next(part for part in reversed(parts) if not part.isspace()).strip() not in _CLOSING
    ):
        return ""
    start = max(map(heading.rfind, _OPENING))
    return heading[:start] if start > 0 and 0 <= len(heading) - start - 2 - link <= _BAR else ""


def points_away(text: str, link: int) -> bool:
    """Tell whether a text ends with a link that stands behind its last sentence and is none: 【详细】, 返回首页.

    *link* counts the characters of all its links, which have to be those at the end.
    """
    if not link <= _POINTER < len(text) - link:
        return False
    pointer, before = text[-link:].lstrip(), text[:-link].rstrip()
    return pointer[:1] > _LATIN and before[-1] in _SENTENCE_ENDS and text[-1] not in _SENTENCE_ENDS


def release(lines: list[Line]) -> None:
    """Take the text of a link for no link when it is several paragraphs: the page forgot to close it."""
    if sum(len(line.text) >= _LINK_CHARS for line in lines) >= RELEASED:
        for line in lines:
            line.link = 0
