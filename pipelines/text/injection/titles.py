"""Keywords in the title (T1, T2), and the title where it was pasted again."""

import re

from pipelines.text.injection.page import CLOSING, Find, Page, key

LIST_BREAK = re.compile(r"\s*[_|｜丨,]\s*|\s*-+\s*")
SENTENCE_MARK = re.compile(r"[。！？!?；;：:，]")
SEPARATORS = " \t_|｜丨-–—·,，、:：?？!！~>»"
"""Marks that set a keyword off from a headline."""

MIN_FIELDS = 3
"""Fields of a keyword list (pattern T1)."""
FIELD_LENGTH = range(2, 25)
"""Characters of one keyword; 6 to 20 were seen (pattern T1)."""
MIN_BODY = 150
"""Characters a body must have before it can be said not to speak of something."""
MIN_HEADLINE = 6
"""Characters that must be left for a headline."""


def find_titles(page: Page) -> list[Find]:
    """Find keywords in the title: proven ones at its start, end or middle, and titles that are a list of keywords.

    A keyword is proven where other rules have found it on the page or on its site. What is cut must leave a headline;
    a list that shares nothing with the body is cut whole, and the heading that does fit the body takes its place.
    """
    finds = _find_known(page)
    if finds:
        return finds
    if is_keyword_list(page, page.title):
        return [
            Find(
                paragraph=None,
                end=len(page.title),
                reason="keyword_list",
                put=_headline(page),
                evidence="three or more fields that share nothing with the body",
            )
        ]
    return []


def find_keyword_lines(page: Page) -> list[Find]:
    """Find lines above or below the text that are lists of keywords (T1)."""
    places = [index for index, _ in page.prose()]
    edge = {*places[:3], *places[-3:]}
    return [
        Find(
            paragraph=index,
            end=len(text),
            whole=True,
            reason="keyword_list",
            evidence="three or more fields that share nothing with the rest of the page",
        )
        for index, text in page.prose()
        if index in edge
        and len(text) <= 200
        and page.kind(index) in {"text", "heading"}
        and is_keyword_list(page, text)
    ]


def is_keyword_list(page: Page, text: str) -> bool:
    """Say whether a line is three or more keywords joined by marks, none of which the body speaks of."""
    if not page.hanzi or len(page.text) < MIN_BODY + len(text) or SENTENCE_MARK.search(text):
        return False
    fields = [part for part in LIST_BREAK.split(text) if part]
    if len(fields) < MIN_FIELDS or not all(len(part) in FIELD_LENGTH for part in fields):
        return False
    if sum(len(part) for part in fields) < 4 * len(fields):
        return False
    rest = Page(title="", paragraphs=[line for line in page.paragraphs if line != text], kinds=())
    return rest.tie(text) <= 0.1  # one accidental pair of ten


def _find_known(page: Page) -> list[Find]:
    """Find proven keywords in the title that leave a headline."""
    title = page.title
    for start, end in _places(page, title):
        left, right = title[:start].rstrip(SEPARATORS), title[end:].lstrip(SEPARATORS)
        if len(key(left + right)) < MIN_HEADLINE:
            continue
        evidence = "a keyword proven in the body"
        if not left:
            return [Find(paragraph=None, end=len(title) - len(right), reason="title_keyword", evidence=evidence)]
        after = end if right else len(title)
        before = start if right else len(left)
        return [Find(paragraph=None, start=before, end=after, reason="title_keyword", evidence=evidence)]
    return []


def _places(page: Page, title: str) -> list[tuple[int, int]]:
    """Give the stretches of the title that are proven keywords, the longest first."""
    letters = [(at, char.casefold()) for at, char in enumerate(title) if char.isalnum()]
    run = "".join(char for _, char in letters)
    if len(run) != len(letters):
        return []
    found = []
    for token in sorted(page.known, key=len, reverse=True):
        at = run.find(token) if len(token) > 1 else -1
        if at >= 0:
            end = letters[at + len(token) - 1][0] + 1
            found.append((letters[at][0], end + (title[end : end + 1] in {")", "）"})))
    return found


def _headline(page: Page) -> str:
    """Give the heading of the page that the body speaks of most, for want of a title; may be empty."""
    fitting = [heading for heading in page.headings if len(heading) >= MIN_HEADLINE and page.mention(heading) >= 0.4]
    return max(fitting, key=page.mention, default="")


def find_pasted_titles(page: Page) -> list[Find]:
    """Find the headline pasted behind the last sentence of a paragraph."""
    title = page.title.strip()
    if len(title) < MIN_HEADLINE + 2:
        return []
    finds = []
    for index, text in page.prose():
        bare = text.rstrip()
        if not bare.endswith(title) or len(bare) < 2 * len(title):
            continue
        start = len(bare) - len(title)
        before = bare[:start].rstrip()
        if before.rstrip(CLOSING)[-1:] in tuple("。！？!?…."):
            finds.append(
                Find(
                    paragraph=index,
                    start=len(before),
                    end=len(text),
                    reason="pasted_title",
                    evidence="the headline again, behind the last sentence",
                )
            )
    return finds
