"""Keywords that one place of a page proves, found at all its other places, with what decorates them.

What stands in front of half of the paragraphs may hang behind a sentence once more. It goes there as well, where the article
speaks of no part of it.
"""

import re
from collections.abc import Iterator

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, HANZI_CHAR, key, longest_first

LEAST = {True: 4, False: 8}
"""Letters of a keyword that is searched, in Chinese (True) and elsewhere: a shorter one stands in words by chance."""
BEHIND = re.compile(
    r"(?:\s?(?:\([^()]{1,8}\)|（[^（）]{1,8}）|\[[^\[\]]{1,8}\]|【[^【】]{1,8}】))?"
    rf"(?:[_|｜丨][{HANZI}A-Za-z0-9]{{2,8}}(?=[，。、；：！？,.;!?]|\Z))?"
)
"""What a keyword has behind it: a word in brackets, another keyword behind a low line or a bar."""

SEAM = re.compile(rf"(?<=[A-Za-z0-9])(?=[{HANZI}])")
"""Where a code ends and a name begins."""
LABEL = re.compile(rf"\s*[,，、;；|｜丨]\s*[{HANZI}]{{2,10}}[：:]\s?\Z")
"""A mark, a label and a colon, which lead to nothing when the keyword at the end of the paragraph is gone."""
MOST_LABEL = 18
"""Characters of these."""


def find_keywords_of_page(page: Page) -> list[Find]:
    """Find keywords proven on the page wherever else they stand, as words of their own or between two characters.

    What the text uses otherwise, if only in part, may be its subject and stays.
    """
    finds = []
    letters = key(page.text) if page.proven else ""
    for token in longest_first(page.proven):
        if token not in letters:
            continue
        chinese = HANZI_CHAR.search(token) is not None
        expression = _expression(token, chinese=chinese)
        first = expression.search(page.text)
        if not first or len(token) < LEAST[chinese] or (chinese and page.tie(first[0][: len(token)]) > BY_CHANCE):
            continue
        finds += [
            Find(
                paragraph=index,
                start=start,
                end=end,
                reason="inside_text",
                evidence="a keyword that other places of the page prove",
            )
            for index, text in page.prose()
            for start, end in _spans(expression, text, chinese=chinese)
        ]
    return finds


def _expression(token: str, *, chinese: bool) -> re.Pattern[str]:
    """Give the expression that finds a key in a text: of a language with spaces, some stand between its letters."""
    if chinese:  # a code in front may have a mark between it and the name
        return re.compile(SEAM.sub("[-_.·: ]?", re.escape(token)), re.IGNORECASE)
    letters = r"[ '’-]?".join(map(re.escape, token))
    return re.compile(rf"(?<!\w){letters}(?!\w)", re.IGNORECASE)


def _spans(expression: re.Pattern[str], text: str, *, chinese: bool) -> Iterator[tuple[int, int]]:
    """Give the places of a keyword, each with what it has behind it and one of the spaces or commas around it."""
    at = 0
    while match := expression.search(text, at):
        start, end = match.span()
        if chinese and (behind := BEHIND.match(text, end)):
            end = behind.end()
        at = end
        before, after = text[start - 1 : start], text[end : end + 1]
        if end == len(text) and (label := LABEL.search(text, max(0, start - MOST_LABEL), start)):
            start = label.start()
        elif before in {" ", "，", ","} and (after == before or (before != " " and after in {"。", ""})):
            start -= 1
        elif after == " " and not start:
            end += 1
        yield start, end
