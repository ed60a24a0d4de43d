"""What hangs on the end of an article: "more" suffixes (S2) and blocks of links between pipes (S3)."""

import re

from pipelines.text.injection.page import CLOSING, HANZI_CHAR, Find, Page

# A comma behind a finished sentence, a label, a colon, and a token to the very end: ` ,更多推荐:X`. Nobody writes that.
SUFFIX = re.compile(
    rf"(?P<end>[。！？!?….][{CLOSING}]*)(?P<cut>\s*[,，、]\s*(?P<label>[^\s,，。:：]{{2,10}})\s*[:：]\s*(?P<token>[^。！？!?]{{1,40}}))\Z"
)
MIN_FIELDS = 8
"""Fields of a block of links between pipes (pattern S3)."""
MIN_FIELD_LENGTH = 3.5
"""Mean characters of a field; bars of sections have two (`新闻 | 体育`)."""
PIPE = re.compile(r"\s*[|｜丨]\s*")
TAIL = 100
"""Characters at the end of a paragraph in which a suffix can stand."""


def find_suffixes(page: Page) -> list[Find]:
    """Find suffixes that a comma hangs behind a finished sentence."""
    finds = []
    for index, text in page.prose():
        offset = max(0, len(text) - TAIL)
        if match := SUFFIX.search(text[offset:]):
            start, end = match.span("cut")
            finds.append(
                Find(
                    paragraph=index,
                    start=offset + start,
                    end=offset + end,
                    reason="suffix",
                    evidence=f"a comma, the label {match['label']!r} and a token behind the last sentence",
                )
            )
    return finds


def find_link_blocks(page: Page) -> list[Find]:
    """Find paragraphs that are more than eight fields between pipes."""
    finds = []
    for index, text in page.prose():
        if text.count("|") + text.count("｜") + text.count("丨") < MIN_FIELDS or page.kind(index) == "cell":
            continue
        fields = [part for part in PIPE.split(text) if part]
        letters = sum(map(len, fields)) / len(fields) if fields else 0
        if len(fields) > MIN_FIELDS and letters >= MIN_FIELD_LENGTH and HANZI_CHAR.search(text):
            finds.append(
                Find(
                    paragraph=index,
                    end=len(text),
                    whole=True,
                    reason="link_block",
                    evidence=f"{len(fields)} fields between pipes",
                )
            )
    return finds
