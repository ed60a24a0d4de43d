"""How the text of an element begins, whatever it holds."""

from itertools import islice

from lxml import etree

MOST_ELEMENTS = 300
"""Elements inside one of which the text is read. What is in a link, a label or a stamp holds a few dozen at most; where
links are left open, each holds all that follow, and to read all of each would take the square of their number."""


def beginning_of(element: etree._Element, most: int) -> str:
    """Give the text of an element in reading order, spaces as they stand, until it has *most* characters or more."""
    if not len(element):
        return element.text or ""
    parts: list[str] = []
    size = 0
    for event, part in islice(etree.iterwalk(element, events=("start", "end")), 2 * MOST_ELEMENTS):
        text = part.text if event == "start" else part.tail if part is not element else None
        if text:
            parts.append(text)
            size += len(text)
            if size >= most:
                break
    return "".join(parts)
