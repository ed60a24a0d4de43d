"""What stands before or behind a headline in its heading and is no part of it: days, and labels of sections and prices."""

import re
from collections.abc import Sequence

from crawler.extraction.days.dates import find_dates
from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.letters import letters
from crawler.extraction.page.selecting import text_of
from crawler.extraction.titles.wording import HEADLINE

_BESIDE = 12
"""Letters that stand beside a day in what is put before or behind a headline, or of a label before it, at most."""
_LABEL = 6
"""Characters of such a label, at least, the blank behind it included: `The` is part of a headline."""
_MOST = 0.7
"""Share of a heading that is no label, at least, when an element of its own is one: what is longer is a second headline."""
_SHORTEST = 4
"""Letters of such an element, at least."""
_BRACKETED = re.compile(r"\[[^\[\]]{1,12}\]\s?")
"""A label in brackets before a headline: the kind of a thread in a forum."""
_CHANGED = re.compile(r"\s?(?:(?:Last\s)?[Uu]pdated|Published|Posted|发布时间|更新时间)(?![a-z])")
"""What else begins behind a headline in its heading and is no part of it."""


def bare_heading(page: Page, heading: Line, parts: Sequence[str], stated: Sequence[str]) -> str:
    """Give the part of a heading that `<title>` or the metadata call the headline, where the rest is a label; else the whole.

    The rest is one when it is a day, or an element of its own inside the heading that the metadata lack, or a short word
    before a headline that both state without it.
    """
    whole = heading.text
    words = letters(whole)
    for text in dict.fromkeys((*parts, *stated)):
        wanted = letters(text)
        if len(text.encode("utf-8", "replace")) < HEADLINE or wanted == words or wanted not in words:
            continue
        label = whole.removesuffix(text)
        for rest in (label, whole.removeprefix(text)):
            if rest == whole:
                continue
            if _CHANGED.match(rest) or any(len(rest) - len(day.text) <= _BESIDE for day in find_dates(rest)):
                return text
        if label != whole and _LABEL <= len(label) <= _BESIDE and text in parts and text in stated:
            return text
        if text in parts and _BRACKETED.fullmatch(label):
            return text
        rest = words.removesuffix(wanted) if words.endswith(wanted) else words.removeprefix(wanted)
        short = len(rest) >= _SHORTEST and len(wanted) >= _MOST * len(words)
        if short and text in stated and _is_apart(page, heading, words, rest):
            return text
    marked = (text for text in (*parts, *stated) if heading.pieces and letters(text) == words)
    return max((whole, *marked), key=_marks)


def _marks(text: str) -> int:
    """Count the marks of a text: one between two elements of a heading is shown by how these look."""
    return sum(not char.isalnum() and not char.isspace() for char in text)


def _is_apart(page: Page, heading: Line, words: str, rest: str) -> bool:
    """Tell whether the *rest* of a heading is the text of an element inside it (both as `letters`)."""
    for element in page.root.iter(heading.tag) if page.root is not None else ():
        if letters(text_of(element)) == words:
            return any(letters(text_of(inner)) == rest for inner in element.iterdescendants("*"))
    return False
