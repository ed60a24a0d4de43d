"""Pages that show an offer to subscribe, or to log in, in the place of their article."""

import re
from collections.abc import Sequence

from crawler.extraction.page.blocks import Node, Page
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


def is_offer(page: Page, body: Sequence[int], title: str, headline: int) -> bool:
    """Tell whether a text is the offer that stands in the place of an article: short, in a box with a button that is called so.

    The page says that its article is not free. Whatever its box is called, it is one where no word of the headline even
    begins in it, and something to press, or a link, stands beside it apart from the line that is the *headline*: the
    first paragraph of an article that is cut off may have no word of that either.
    """
    size = sum(page.lines[i].weight for i in body)
    if size > _SILENT or not any(map(_CLOSED.search, page.scripts)):
        return False
    words, text = telling(title), " ".join(page.lines[i].text for i in body).lower()
    around = [node for node in page.lines[body[0]].node.up() if node.start <= body[0] and body[-1] < node.end]
    if len(words) >= SAYING and not any(word[:_STEM] in text for word in words):
        return _has_beside(page, body, [node for node in around if not node.start <= headline < node.end])
    box = next((node for node in around if INVITING.match(node.word)), None) if size <= _OFFER else None
    return box is not None and _has_button(page, box)


def _has_beside(page: Page, body: Sequence[int], around: Sequence[Node]) -> bool:
    """Tell whether the outermost of the blocks around a text holds a button, or a link that is none of its lines."""
    if not around:
        return True
    box, told = around[-1], set(body)
    beside = (page.lines[i] for i in range(box.start, box.end) if i not in told)
    return _has_button(page, box) or any(line.link for line in beside)


def _has_button(page: Page, box: Node) -> bool:
    return any(node.tag in _BUTTONS and box.start <= node.start and node.end <= box.end for node in page.nodes)


def asks_for_password(page: Page, body: Sequence[int]) -> bool:
    """Tell whether a page without a headline of its own asks for a password amid its short text."""
    if any(page.lines[i].tag == "h1" for i in page.headings):
        return False
    return any(body[0] <= at <= body[-1] + _BESIDE for at in page.passwords)
