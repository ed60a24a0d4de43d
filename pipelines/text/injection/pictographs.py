"""Pictographs strewn into a text (I9): known by their density and by standing inside sentences."""

import re

from pipelines.text.damage import HANZI
from pipelines.text.injection.page import HANZI_CHAR, Find, Page

# Emoji with what may follow them (selectors, joined parts, skin tones), enclosed letters, ornaments, alchemy, shapes.
# The repetition is over one class in front of which a joiner must stand, so linear.
PICTOGRAPH = (
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\u25a0-\u25ff]"
    "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*)"
)
"""One pictograph, as the text of an expression."""
RUN = re.compile(f"(?:{PICTOGRAPH}\u200d?)+")
ORDINARY = "■□▲△▼▽●○◆◇★☆►▶◀◄◎☎✓✔✕✖✗✘➢➤➔→♪♫❶-❿①-⑳"
"""Signs that print uses as bullets, ratings and marks; they count only inside a word."""
BULLET = re.compile(f"[{ORDINARY}]+")

MIN_COUNT = 5
"""Pictographs below which nothing is said."""
MIN_DENSITY = 0.008
"""Pictographs per hanzi; pages with such noise have 40 to 86 per 1,000 (pattern I9), self-media a few."""
MIN_INSIDE = 0.3
"""Share of them that stand inside a sentence, before a comma or between two hanzi, where no message has them."""

# Alchemical, ornamental, domino and playing-card signs: nobody types these between two hanzi.
EXOTIC = re.compile(
    "[\U0001f000-\U0001f0ff\U0001f100-\U0001f1e5\U0001f200-\U0001f2ff\U0001f650-\U0001f67f\U0001f700-\U0001f8ff]"
)
INSIDE_BEFORE = re.compile(f"[{HANZI}，,、“《（]")
INSIDE_AFTER = re.compile(f"[{HANZI}，,、。；;：:？！]")


def find_pictographs(page: Page) -> list[Find]:
    """Find pictographs that were strewn into sentences.

    They go all together or not at all: by their density per hanzi and the share that stands inside sentences. Sparse
    emoji of a quotation stay; signs nobody types go at the second that splits a sentence.
    """
    if not page.hanzi or not (RUN.search(page.text) or RUN.search(page.title)) or not (matches := list(_all(page))):
        return []
    inside = sum(_is_inside(text, match) for _, text, match in matches)
    dense = (
        len(matches) >= MIN_COUNT and len(matches) >= MIN_DENSITY * page.hanzi and inside >= MIN_INSIDE * len(matches)
    )
    exotic = sum(bool(EXOTIC.match(match[0])) and _is_inside(text, match) for _, text, match in matches)
    if not dense and exotic < 2:
        return []
    evidence = f"{len(matches)} in {page.hanzi} hanzi, {inside} inside a sentence"
    return [
        Find(paragraph=place, start=match.start(), end=match.end(), reason="pictograph", evidence=evidence)
        for place, text, match in matches
        if dense or (EXOTIC.match(match[0]) and _is_inside(text, match))
    ]


def _all(page: Page) -> list[tuple[int | None, str, re.Match[str]]]:
    """Give every run of pictographs of the page, bullets and ratings left out unless a word is split by them."""
    found: list[tuple[int | None, str, re.Match[str]]] = []
    for place, text in ((None, page.title), *page.prose()):
        if text.isascii():
            continue
        matches = RUN.finditer(text)
        found += [(place, text, m) for m in matches if not BULLET.fullmatch(m[0]) or _splits_hanzi(text, m)]
    return found


def _splits_hanzi(text: str, match: re.Match[str]) -> bool:
    """Say whether a run stands between two hanzi."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return HANZI_CHAR.match(before) is not None and HANZI_CHAR.match(after) is not None


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Say whether a run stands inside a sentence rather than at an end of it."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(INSIDE_BEFORE.match(before) and INSIDE_AFTER.match(after))
