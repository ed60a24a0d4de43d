"""Captions that nothing but their place calls so: below a picture, centred as it is in a text that is not, or pointing at it."""

import re
from collections.abc import Sequence
from itertools import islice

from lxml import etree

from crawler.extraction.page.blocks import Page
from crawler.extraction.page.letters import letters
from crawler.extraction.page.tags import ACTIONS, BLOCK

_CENTRED = re.compile(r"text-align\s*:\s*center|(?<![a-z])(?:text-?|align-?|ql-align-)center(?![a-z])|^center$")
"""An inline style, the classes that editors give, and `align`."""
_TELLING = re.compile(
    r"^(?:[图圖](?:[一二三四五六七八九十\d为為说說片]|\s?[:：])|[▲△↑(（])|[。.!！?？)）]$|[摄攝]$|供[图圖]|[图圖片摄攝]\s?[/／:：]|\b(?:photo|image|picture)\b",
    re.IGNORECASE,
)
"""How captions begin and end, and words of credits: a short line without any may be the heading of what follows."""
_UPWARDS = "▲△↑⬆"
"""Marks that point at the picture above."""
_PALE = re.compile(r"color\s*:\s*(?:gr[ae]y|#([6-9a-b])\1\1(?:\1{3})?(?![0-9a-f])|#80808)")
"""Grey, which no heading is."""
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS = ("text", "item")
"""Some sites set the whole article in a list, whose paragraphs are items."""
_LONGEST, _HIGH, _MOST, _PARTS = 200, 4, 100, 20
"""Weight of such a caption, at most; elements between a picture and its paragraph; pictures, and elements of a caption, that are looked at."""


def centred_captions(page: Page, chosen: Sequence[int]) -> set[int]:
    """Give the lines of a text that stand centred right below a centred picture, or point up at one.

    What is set in bold is a heading, and where the paragraph beside it is centred as well, so is the text. The first line
    stays, where it is the only one: many a text has the caption of the picture above it there, and nothing is torn.
    """
    among = set(chosen)
    found: set[int] = set()
    for i, picture in page.images[:_MOST]:
        if i not in among or (line := page.lines[i]).kind not in _KINDS or line.weight > _LONGEST or line.tag == "li":
            continue
        if line.text[0] in _UPWARDS:
            found.add(i)
            continue
        box = _paragraph(picture)
        if box is None or not _is_centred(box):
            continue
        below = box if _says(box, line.text) else box.getnext()
        if below is None or (below is not box and not (_is_centred(below) and _says(below, line.text))):
            continue
        beside = below.getnext() if below.getnext() is not None else box.getprevious()
        if beside is None or _is_centred(beside):
            continue
        parts = list(islice(below.iter(), _PARTS))
        told = _TELLING.search(line.text) is not None or any(_PALE.search(part.get("style") or "") for part in parts)
        if told and not any(part.tag in _BOLD for part in parts):
            found.add(i)
    alone = len(found) == 1 and chosen[0] in found and page.lines[chosen[0]].text[0] not in _UPWARDS
    return set() if alone else found


def _paragraph(picture: etree._Element) -> etree._Element | None:
    """Give the block in which a picture stands."""
    element = picture.getparent()
    for _ in range(_HIGH):
        if element is None or ACTIONS.get(element.tag) == BLOCK:
            return element
        element = element.getparent()
    return None


def _is_centred(element: etree._Element) -> bool:
    if element.tag == "center":
        return True
    return any(_CENTRED.search((element.get(name) or "")[:_LONGEST].lower()) for name in ("align", "style", "class"))


def _says(element: etree._Element, text: str) -> bool:
    """Tell whether a text is all that an element says."""
    return letters("".join(map(str, element.itertext()))) == letters(text)
