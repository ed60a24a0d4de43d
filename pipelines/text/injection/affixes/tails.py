"""What a proven keyword has around it behind the last sentence of a paragraph: `，更多精彩尽在X`, `——X`, `（X）`, `//X。`."""

import re

from pipelines.text.injection.evidence.keywords import is_slogan, keyword_in, tie_apart
from pipelines.text.injection.evidence.page import CLOSING, PROSE_END, Find, Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, key

TAIL = 80
"""Characters at the end of a paragraph in which one can stand."""
MIN_BEFORE = 6
"""Characters of a paragraph that must be left."""
END = re.compile(rf"(?:[。！？!?…]+|\.(?=[\s{CLOSING}]))[{CLOSING}]*")
"""The end of a sentence, behind which something may hang."""
STOPS = "。！？!?…."
ENDED = re.compile(rf"[。！？!?….:：][{CLOSING}\s]*\Z")
"""What a sentence that is over has before the clause: else the mark at the end is the sentence's own."""
MARK = re.compile(r"(?=[（(【\[]|——|//|[，,；;|｜丨>»~·_]|\s)")
"""Where it may begin otherwise: at a bracket, a dash, a comma, a space."""

BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]"}


def find_tails(page: Page) -> list[Find]:
    """Find clauses with a known keyword at the end of paragraphs, each from the mark that hangs it behind the text.

    Such a clause has little beside the keyword, and nothing that the article speaks of; the text speaks of no part of
    the keyword, either.
    """
    if not page.known:
        return []
    finds = []
    ties: dict[str, float] = {"": 1.0}
    for index, text in page.prose():
        tail = text[-TAIL:] if len(text) > MIN_BEFORE else ""
        token = keyword_in(page, tail)
        if token not in ties:
            ties[token] = tie_apart(page, token)
        start = _start(page, text, token) if ties[token] <= BY_CHANCE else None
        if start is not None:
            evidence = (
                f"{text[start:].strip()!r} behind the last sentence: a keyword of the page or its site, and little else"
            )
            end = len(text) - (text[-1:] in STOPS and not ENDED.search(text, 0, start))
            finds.append(Find(paragraph=index, start=start, end=end, reason="suffix", evidence=evidence, keyword=token))
    return finds


def _start(page: Page, text: str, token: str) -> int | None:
    """Give where the clause with the keyword begins that ends a paragraph; None where none does.

    That is behind the last sentence before it, or else at the last mark.
    """
    begin = max(MIN_BEFORE, len(text) - TAIL)
    for expression in (END, MARK):
        starts = (match.end() for match in expression.finditer(text, begin))
        last = max((start for start in starts if token in key(text[start:])), default=None)
        if last is not None and _is_hung(page, text[last:], token, apart=expression is END):
            return last
    return None


def _is_hung(page: Page, clause: str, token: str, *, apart: bool) -> bool:
    """Say whether a clause at the end of a paragraph is no part of the text.

    It is the keyword alone, or has what the site says of others. A slogan of the page alone is believed in brackets, or
    *apart*, behind a whole sentence, where it is none itself: a keyword may be put into the last words of the text, too.
    """
    more = key(clause).replace(token, "", 1)
    if not more or more in page.site.slogans or more in page.site.tails:
        return True
    bare = clause.strip().rstrip("。.")
    bracketed = BRACKETS.get(bare[:1], "") == bare[-1:]
    return (bracketed or (apart and not PROSE_END.search(clause))) and is_slogan(page, clause, token)
