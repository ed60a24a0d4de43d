"""Elements within a line that are more than words of it: captions, asides that are not shown, elements that HTML does not know."""

import re
from itertools import islice

from lxml import etree

from crawler.extraction.page.tags import ACTIONS, BLOCK, INLINE

_CAPTION = re.compile(r"(?<![A-Za-z])(?:img|image|photo|pic)[-_]?(?:desc|caption)\w{0,9}(?![\w-])", re.IGNORECASE)
"""Class of an element that says what a picture shows."""
_NESTED, _WORDS = 3, 8
"""Elements that HTML does not know inside each other, and elements in one that stands within a text, at most."""
_ASIDE = 120
"""Characters of a hidden element within a line that is not read, at most."""


def is_caption(element: etree._Element) -> bool:
    """Tell whether an element within a line is called what is said of a picture: the text behind it begins a line."""
    name = element.get("class")
    return name is not None and _CAPTION.search(name) is not None


def is_aside(element: etree._Element) -> bool:
    """Tell whether a hidden element is a few words beside the text: one that holds a text is brought into view by a script."""
    texts = list(islice(element.itertext(), _WORDS + 1))
    return len(texts) <= _WORDS and sum(map(len, texts)) <= _ASIDE


def judge_unknown(element: etree._Element) -> int:
    """Give what to do with an element that HTML does not know.

    For HTML it is inline (`<company>`), but web components may hold a whole article: it is inline where text stands right
    before or behind it and it holds no block; one in another is what the other is.
    """
    for _ in range(_NESTED):
        outer = element.getparent()
        if outer is None or outer.tag in ACTIONS:
            break
        element = outer
    inside = list(islice(element.iterdescendants(), _WORDS + 1))
    if len(inside) > _WORDS or any(ACTIONS.get(one.tag) == BLOCK for one in inside):
        return BLOCK
    before, outer = element.getprevious(), element.getparent()
    beside = (before.tail if before is not None else outer.text if outer is not None else "") or ""
    beside += element.tail or ""
    return BLOCK if not beside or beside.isspace() else INLINE
