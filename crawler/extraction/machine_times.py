"""The time that a page keeps for machines beside the one it shows: `<abbr title="2024-03-05T08:30Z">`, `data-time="1709627400"`."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from crawler.extraction.blocks import Page
from crawler.extraction.day_words import STAMP_CHARS, read_sign
from crawler.extraction.names import COMMENTS

_ELEMENTS = etree.XPath("//abbr[@title] | //*[@*[starts-with(name(), 'data-') and contains(name(), 'time')]]")
_TIME = re.compile(r"1\d{9}(?:\d{3})?|(?:19|20)\d\d-\d\d-\d\d(?:[T\s]\d\d:\d\d.{0,20})?")
"""What such an attribute holds: seconds or milliseconds since 1970, or ISO 8601."""
_CHANGED = re.compile("updat|modif|edit")
_BELOW = 20
"""Lines below the headline in which the time stands."""
_ABOVE = 5
"""Lines above the headline in which it stands on some sites, beside the author."""
_SHOWN = re.compile(r"\d|ago\b|just now|yesterday|[前刚剛昨今]", re.IGNORECASE)
"""What the words hold that a page shows in its place."""
_MOST = 500
"""Elements that are looked at."""


def machine_times(root: etree._Element, page: Page, body: Sequence[int], headline: int) -> list[tuple[int, str]]:
    """Give the first time for machines between headline and text, else right above the headline, with the index of its line; nothing where there is none.

    Takes the tree that the page was read from, and the lines of its text and headline (-1 where none is known).
    """
    if headline < 0 or not body or body[0] <= headline:
        return []
    shown: dict[str, str] = {}
    found: Any = _ELEMENTS(root)
    elements: list[etree._Element] = found[:_MOST]
    for element in elements:
        text = " ".join("".join(map(str, element.itertext())).split()) if (value := _stated(element)) else ""
        if value and len(text) <= STAMP_CHARS:
            shown.setdefault(text, value)
    words = [text for text in shown if _SHOWN.search(text)]
    below = range(headline + 1, min(headline + 1 + _BELOW, body[0] + 1))
    for i in (*below, *_right_above(page, headline)) if words else ():
        line = page.lines[i]
        if len(line.text) > STAMP_CHARS or line.node.around.within & COMMENTS:
            continue
        said = next((text for text in words if text in line.text), None)
        if said is not None and read_sign(line.text, line.text.index(said)) not in ("changed", "other"):
            return [(i, shown[said])]
    return []


def _right_above(page: Page, headline: int) -> Iterator[int]:
    """Give the lines right above a headline, the nearest first, up to a heading or a sentence: what is above that is of something else."""
    for i in range(headline - 1, max(-1, headline - 1 - _ABOVE), -1):
        if page.lines[i].kind == "heading" or page.lines[i].prose:
            return
        yield i


def _stated(element: etree._Element) -> str | None:
    """Give the time that an element's attributes state; None where they state none, or one of a change."""
    for key, stated in element.items():
        name, value = str(key), str(stated)
        named = name == "title" or (name.startswith("data-") and "time" in name and not _CHANGED.search(name))
        if named and _TIME.fullmatch(value.strip()):
            return value.strip()
    return None
