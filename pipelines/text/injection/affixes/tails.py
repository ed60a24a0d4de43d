"""What a proven keyword has around it behind the last sentence of a paragraph: `，更多精彩尽在X`, `——X`, `（X）`, `//X。`."""

import re

from pipelines.text.injection.evidence.keywords import is_slogan, keyword_in, tie_apart
from pipelines.text.injection.evidence.page import CLOSING, Find, Page, key

TAIL = 80
"""Characters at the end of a paragraph in which one can stand."""
MIN_BEFORE = 6
"""Characters of a paragraph that must be left."""
MOST_TIE = 0.34
"""Share of the keyword's pieces that the text may have by chance."""
END = re.compile(rf"(?:[。！？!?…]+|\.(?=[\s{CLOSING}]))[{CLOSING}]*")
"""The end of a sentence, behind which something may hang."""
MARK = re.compile(r"(?=[（(【\[]|——|//|[，,；;|｜丨>»~·_]|\s)")
"""Where it may begin otherwise: at a bracket, a dash, a comma, a space."""


def find_tails(page: Page) -> list[Find]:
    """Find clauses with a known keyword at the end of paragraphs, each from the mark that hangs it behind the text.

    Such a clause has little beside the keyword, and nothing that the article speaks of; the text speaks of no part of
    the keyword, either.
    """
    if not page.known:
        return []
    finds = []
    for index, text in page.prose():
        if len(text) > MIN_BEFORE and (token := keyword_in(page, text[-TAIL:])) and tie_apart(page, token) <= MOST_TIE:
            start = _start(page, text, token)
            if start is not None:
                evidence = f"{text[start:].strip()!r} behind the last sentence: a keyword of the page or its site, and little else"
                finds.append(
                    Find(paragraph=index, start=start, end=len(text), reason="suffix", evidence=evidence, keyword=token)
                )
    return finds


def _start(page: Page, text: str, token: str) -> int | None:
    """Give where the clause with the keyword begins that ends a paragraph; None where none does.

    That is behind the last sentence before it, or else at the last mark.
    """
    begin = max(MIN_BEFORE, len(text) - TAIL)
    for expression in (END, MARK):
        starts = (match.end() for match in expression.finditer(text, begin))
        last = max((start for start in starts if token in key(text[start:])), default=None)
        if last is not None and is_slogan(page, text[last:], token):
            return last
    return None
