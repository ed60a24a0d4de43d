"""Pages of nothing but queries (X1): no sentence, no mark, words glued to words."""

import re

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, key

MARK = re.compile(r"[，。！？；：、,.!?;:《》“”‘’「」…—\s]")
MOST = 400
"""Characters of such a page; longer ones are lists and left to other rules."""
GLUED = 12
"""Characters without any mark, space or end, which no line of verse or caption has."""
MIN_REPEATS = 2
"""Times some pair of characters must recur, as queries share their words."""


def find_soup(page: Page) -> list[Find]:
    """Find that a page is queries glued together: it is marked, since there is no article to clean."""
    text = page.text
    if not page.hanzi or not page.paragraphs or len(text) > MOST or MARK.search(text.replace("\n", "")):
        return []
    if any(len(line) < GLUED for line in page.paragraphs):
        return []
    letters = "".join(char for char in key(page.title + text) if HANZI_CHAR.match(char))
    pairs = [letters[at : at + 2] for at in range(len(letters) - 1)]
    if len(pairs) - len(set(pairs)) < MIN_REPEATS:
        return []
    return [
        Find(paragraph=0, reason="keyword_soup", doubtful=True, evidence="no mark between the words of the whole page")
    ]
