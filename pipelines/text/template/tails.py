"""The ends of a page where a site leaves its mark inside a paragraph: first words, last sentences, parts of the title."""

import re
from collections.abc import Iterator, Sequence

LONGEST_TAIL = 160
"""Characters of the fixed end of a last paragraph."""
LONGEST_HEAD = 24
"""Characters of the fixed beginning of a first paragraph."""
SHORTEST = 4
"""Characters; shorter ends (`（完）`) are marks of the trade and stay."""
SHORTEST_LEAD = 12
"""Characters of the shortest sentence that a site puts before its articles."""
TEXT_CHARS = 30
"""Characters from which a paragraph is one of the article; lines around it are shorter."""
ENDS = 3
"""Paragraphs at the end of a page that may be the article's last, since a notice may stand below it."""

BOUNDARY = re.compile(r"(?<=[。！？!?…”」』）)】])\s*|\s+(?=[^\s])")
END = re.compile(r"[。！？!?….][”」』）)】’\"']?$")
"""Where a sentence has come to its end."""
LEAD_END = re.compile(r"(?:[。！？!?…]|\.(?=\W|\Z))[”」』）)】’\"']?")
"""The end of a sentence that another may follow at once."""
HEAD = re.compile(r"^\s*(?P<head>[【\[(（][^】\])）]{1,20}[】\])）]|[^\s：:，。！？!?,.]{2,20}[：:丨|｜])\s*")
TITLE_MARK = re.compile(
    r"\s*(?:[_|｜丨»]|\s[-–—]+\s|(?<=[\u3400-\u9fff”」』）])\s?[-–—]{1,2}\s?(?=[\u3400-\u9fff“「『【（A-Za-z0-9]))\s*"
)


def last_texts(paragraphs: Sequence[str]) -> list[int]:
    """Give the indices of the paragraphs that may be the article's last, the last first."""
    found = [index for index in reversed(range(len(paragraphs))) if len(paragraphs[index]) >= TEXT_CHARS]
    return found[:ENDS]


def first_texts(paragraphs: Sequence[str]) -> list[int]:
    """Give the indices of the paragraphs that may be the article's first."""
    return [index for index, text in enumerate(paragraphs) if len(text) >= TEXT_CHARS][:ENDS]


def tail_starts(text: str) -> Iterator[int]:
    """Give the places where a fixed end of a paragraph may begin, the longest end first.

    What ends as a sentence begins one: `for $300,000, which is $125 | per square foot.` ends the reports of a series.
    """
    begin = max(1, len(text) - LONGEST_TAIL)
    ended = END.search(text) is not None
    for match in BOUNDARY.finditer(text, begin):
        if ended and not END.search(text[max(0, match.start() - 2) : match.start()]):
            continue
        if match.end() <= len(text) - SHORTEST:
            yield match.end()


def head_end(text: str) -> int:
    """Give where the fixed beginning of a paragraph may end, 0 where it has none."""
    match = HEAD.match(text[: LONGEST_HEAD + 8])
    return match.end() if match and len(match["head"]) >= SHORTEST else 0


def tails_of(paragraphs: Sequence[str]) -> list[str]:
    """Give the possible fixed ends of the article's last paragraph."""
    return [paragraphs[index][start:] for index in last_texts(paragraphs) for start in tail_starts(paragraphs[index])]


def lead_ends(paragraphs: Sequence[str]) -> list[int]:
    """Give the places in the article's first paragraph where sentences that the site puts before it may end, the last first."""
    first = first_lead(paragraphs)
    text = paragraphs[first] if first is not None else ""
    ends = [match.end() for match in LEAD_END.finditer(text, 0, LONGEST_TAIL) if match.end() >= SHORTEST_LEAD]
    return ends[::-1]


def leads_of(paragraphs: Sequence[str]) -> list[str]:
    """Give the sentences with which the article's first paragraph begins, and which may be the site's."""
    return [paragraphs[first_lead(paragraphs) or 0][:end] for end in lead_ends(paragraphs)]


def first_lead(paragraphs: Sequence[str]) -> int | None:
    """Give the index of the first paragraph that may have one."""
    return next((index for index, text in enumerate(paragraphs) if len(text) >= SHORTEST_LEAD), None)


def heads_of(paragraphs: Sequence[str]) -> list[str]:
    """Give the possible fixed beginnings of the article's first paragraph."""
    ends = ((index, head_end(paragraphs[index])) for index in first_texts(paragraphs))
    return [paragraphs[index][:end].strip() for index, end in ends if end]


def title_spans(title: str) -> list[tuple[int, int, str]]:
    """Give the parts a title's marks cut off: start and end of what would go with its mark, and the part."""
    marks = list(TITLE_MARK.finditer(title))
    spans = [(mark.start(), len(title), title[mark.end() :]) for mark in marks]
    spans += [(0, mark.end(), title[: mark.start()]) for mark in marks[:1]]
    return [span for span in spans if span[2].strip()]


def title_parts(title: str) -> list[str]:
    """Give the parts of a title that may be the site's."""
    return [part for _, _, part in title_spans(title)]
