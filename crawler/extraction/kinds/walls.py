"""Pages that show an offer to subscribe, or to log in, in the place of their article."""

import re
from collections.abc import Sequence

from crawler.extraction.page.blocks import Page
from crawler.extraction.page.name_words import INVITING
from crawler.extraction.titles.wording import SAYING, telling

_OFFER, _SILENT = 300, 600
"""Weight of the text of an offer, at most, and of one that has no word of the headline."""
_STEM = 4
"""Letters with which a word of the headline begins: more change with its case or number."""
_CLOSED = re.compile(r'"isAccessibleForFree"\s{0,9}:\s{0,9}"?(?:false|no)\b', re.IGNORECASE)
_BUTTONS = ("button", "form")
_BESIDE = 2
"""Lines of a wall around the text in which it asks for a password."""


def is_offer(page: Page, body: Sequence[int], title: str) -> bool:
    """Tell whether a text is the offer that stands in the place of an article: short, in a box with a button that is called so.

    The page says that its article is not free. Whatever its box is called, it is one where no word of the headline even
    begins in it.
    """
    size = sum(page.lines[i].weight for i in body)
    if size > _SILENT or not any(map(_CLOSED.search, page.scripts)):
        return False
    words, text = telling(title), " ".join(page.lines[i].text for i in body).lower()
    if len(words) >= SAYING and not any(word[:_STEM] in text for word in words):
        return True
    around = (node for node in page.lines[body[0]].node.up() if node.start <= body[0] and body[-1] < node.end)
    box = next((node for node in around if INVITING.match(node.word)), None) if size <= _OFFER else None
    return box is not None and any(
        node.tag in _BUTTONS and box.start <= node.start and node.end <= box.end for node in page.nodes
    )


def asks_for_password(page: Page, body: Sequence[int]) -> bool:
    """Tell whether a page without a headline of its own asks for a password amid its short text."""
    if any(page.lines[i].tag == "h1" for i in page.headings):
        return False
    return any(body[0] <= at <= body[-1] + _BESIDE for at in page.passwords)
