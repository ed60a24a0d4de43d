"""What hangs on the end of an article: "more" suffixes (S2) and blocks of links between pipes (S3)."""

import re
from collections import Counter
from collections.abc import Sequence

from pipelines.text.injection.page import CLOSING, HANZI_CHAR, Find, Page
from pipelines.text.injection.site import frequent

# A comma behind a finished sentence, a label, a colon, and a token to the very end: ` ,更多推荐:X`. Nobody writes that.
SUFFIX = re.compile(
    rf"(?P<end>[。！？!?….][{CLOSING}]*)(?P<cut>\s*[,，、]\s*(?P<label>[^\s,，。:：]{{2,10}})\s*[:：]\s*(?P<token>[^。！？!?]{{1,40}}))\Z"
)
LOOSE = re.compile(r"(?P<cut>\s*[,，、]\s*(?P<label>[^\s,，。:：]{2,10})\s*[:：]\s*(?P<token>[^。！？!?:：]{1,40}))\Z")
"""The same without the finished sentence; believed where many pages of a site have the label."""
MIN_PAGES = 3
"""Pages of a site that must end with a label."""
MIN_FIELDS = 8
"""Fields of a block of links between pipes (pattern S3)."""
MIN_FIELD_LENGTH = 3.5
"""Mean characters of a field; bars of sections have two (`新闻 | 体育`)."""
PIPE = re.compile(r"\s*[|｜丨]\s*")
TAIL = 100
"""Characters at the end of a paragraph in which a suffix can stand."""


def find_site_suffixes(pages: Sequence[Page]) -> frozenset[str]:
    """Find the labels of suffixes that stand at the end of many pages of a site."""
    labels: Counter[str] = Counter()
    for page in pages:
        ends = (LOOSE.search(text[-TAIL:]) for _, text in page.prose())
        labels.update({match["label"] for match in ends if match})
    return frequent(labels, len(pages), share=0.2, least=MIN_PAGES)


def find_suffixes(page: Page) -> list[Find]:
    """Find suffixes that a comma hangs behind a finished sentence, or behind any where the site has the habit."""
    finds = []
    for index, text in page.prose():
        offset = max(0, len(text) - TAIL)
        match = SUFFIX.search(text[offset:]) or LOOSE.search(text[offset:])
        if match and (match.re is SUFFIX or match["label"] in page.site.suffixes):
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
