"""The headline: the statements of a page weighed against each other and against its text."""

import re
from collections.abc import Sequence

from crawler.extraction.blocks import Page
from crawler.extraction.metadata import Metadata

MAX_CHARS = 300
"""A longer line is no headline."""
_SEPARATORS = re.compile(
    r"\s+[-–—|·•»«:：/]+\s+|\s*[_|｜│¦]+\s*|(?<=[\u3000-\u9fff\uff00-\uffef])\s*(?:-{1,2}|—+|–)\s*|\s*(?:-{1,2}|—+|–)\s*(?=[\u3400-\u9fff])|\s{2,}|\s+::\s+|\s*>>?\s*|\s+<\s+"
)
_RANKS = {"h1": 2.0, "h2": 1.0, "h3": 0.5}
_WORD = re.compile(r"\w+")


def choose_title(page: Page, data: Metadata, first: int) -> str:
    """Give the headline of a page, one line without the site's name; empty when nothing is like one.

    *first* is the index of the line where the text is thought to begin.
    """
    head = page.title
    stated = [text for text in data.titles if text and len(text) <= MAX_CHARS]
    witnesses = [letters(text) for text in [head, *stated] if text]
    best, top = _best_heading(page, witnesses, first)
    if top >= 4:
        return best
    pieces = shorten(head, data.site_names)
    for text in stated:
        cut = shorten(text, data.site_names)
        if cut and pieces and (letters(cut) in letters(head) or letters(pieces) in letters(text)):
            return cut if len(cut) >= len(pieces) or letters(cut) in letters(head) else pieces
    if pieces and len(letters(pieces)) >= 4:
        line = _seen(page, pieces, first)
        return line or pieces
    if stated:
        return shorten(stated[0], data.site_names)
    return best or pieces


def _best_heading(page: Page, witnesses: Sequence[str], first: int) -> tuple[str, float]:
    """Give the heading that speaks most for being the headline, and its points: 4 and more are proof."""
    best, top = "", 0.0
    for i, line in enumerate(page.lines):
        rank = _RANKS.get(line.node.tag)
        words = letters(line.text) if rank and len(line.text) <= MAX_CHARS else ""
        if not rank or len(words) < 4 or (line.dead and rank < 1):
            continue
        points = rank + (0.5 if i <= first else -0.5)
        if any(words in witness for witness in witnesses):
            points += 4
        elif any(_common_prefix(words, witness) >= max(6, len(words) // 2) for witness in witnesses):
            points += 2
        if points > top:
            best, top = line.text, points
    return best, top


def shorten(title: str, site_names: Sequence[str] = ()) -> str:
    """Cut the names of site and section off a title: the tails after a separator, and what repeats a site's name.

    The longest part counts as the headline, the first of equals; parts before it stay with it.
    """
    title = " ".join(title.split())
    names = {letters(name) for name in site_names}
    spans, start = [], 0
    for match in _SEPARATORS.finditer(title):
        if match.start() > start:
            spans.append((start, match.start()))
        start = match.end()
    if start < len(title):
        spans.append((start, len(title)))
    kept = [span for span in spans if letters(title[slice(*span)]) not in names]
    if not kept:
        return title
    longest = max(range(len(kept)), key=lambda k: _weight(title[slice(*kept[k])]))
    return title[kept[0][0] : kept[longest][1]] if longest <= 1 else title[slice(*kept[longest])]


def _seen(page: Page, title: str, first: int) -> str:
    """Give the line above the text that is the headline in full, where the title was shortened too much."""
    wanted = letters(title)
    for line in page.lines[: first + 1]:
        if len(line.text) <= MAX_CHARS and wanted == letters(line.text):
            return line.text
    return ""


def letters(text: str) -> str:
    """Give the letters and digits of a text in lower case: what stays the same when markup and marks differ."""
    return "".join(_WORD.findall(text)).lower()


def find_title(page: Page, title: str) -> int:
    """Give the index of the first line that is the headline, or most of it; -1 when none is."""
    wanted = letters(title)
    if len(wanted) < 4:
        return -1
    for i, line in enumerate(page.lines):
        if len(line.text) <= MAX_CHARS:
            found = letters(line.text)
            if 2 * len(found) >= len(wanted) and len(found) >= 4 and found in wanted:
                return i
    return -1


def _weight(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _common_prefix(one: str, two: str) -> int:
    count = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        count += 1
    return count
