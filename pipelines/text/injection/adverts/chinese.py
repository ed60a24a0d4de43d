"""Paragraphs of a Chinese page that sell something to the reader (I6), whom the report around them never addresses."""

import re

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Find, Page

POLITE = re.compile("您")
READER = re.compile(r"[您你]")
QUOTED = re.compile(r"[“「『\"][^”」』\"]{0,400}[”」』\"]")
OF_SOMEBODY = re.compile(r"[“”「」《》\"\d]|(?<!其)[他她]|表示|[记記]者|[说說称稱]")
"""What tells of somebody or something in particular: quotations, titles, figures, persons."""
RUN = re.compile(f"[{HANZI}]{{3,}}")

LEAST_POLITE = 2
"""Times a seller says `您` in a paragraph; none of 4,287 clean pages has such a paragraph."""
LENGTH = range(25, 201)
"""Characters of such a paragraph."""
LEAST_PARAGRAPHS = 4
"""Paragraphs of the article, without those that sell."""
MOST_SHARED = 0.03
"""Share of its strings of three characters that the article may have."""


def find_chinese_adverts(page: Page) -> list[Find]:
    """Find the paragraphs amid an article that address the reader politely, name nobody and share nothing with the rest.

    All that addresses him outside quotations must be so: on a page of advice the paragraphs have its words.
    """
    if not page.hanzi:
        return []
    spoken = [index for index, text in page.prose() if READER.search(QUOTED.sub("", text))]
    rest = "\n".join((page.title, *(text for index, text in enumerate(page.paragraphs) if index not in set(spoken))))
    if not spoken or len(page.paragraphs) - len(spoken) < LEAST_PARAGRAPHS:
        return []
    if not all(_sells(page, index, rest) for index in spoken):
        return []
    evidence = "speaks to the reader again and again, names nobody and nothing, shares no words with the rest"
    return [Find.line(index, page.paragraphs[index], reason="advert", evidence=evidence) for index in spoken]


def _sells(page: Page, index: int, rest: str) -> bool:
    """Say whether a paragraph between others offers something of which the article does not speak."""
    text = page.paragraphs[index]
    if not 0 < index < len(page.paragraphs) - 1 or len(text) not in LENGTH or page.kind(index) != "text":
        return False
    if len(POLITE.findall(text)) < LEAST_POLITE or OF_SOMEBODY.search(text):
        return False
    strings = [run[at : at + 3] for run in RUN.findall(text) for at in range(len(run) - 2)]
    return sum(string in rest for string in strings) <= MOST_SHARED * len(strings)
