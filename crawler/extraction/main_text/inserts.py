"""What a site puts between the paragraphs of a text for itself: invitations, links to other articles, labels of advertising."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text.announcing import announces_one, is_advertising
from crawler.extraction.page.blocks import Line, Node
from crawler.extraction.page.letters import letters
from crawler.extraction.page.name_words import INVITING
from crawler.extraction.page.names import BAD

_CERTAIN = 0.8
"""Odds from which a line of a box that is called an invitation stays."""
_BOX_LINES, _BOX = 6, 300
"""Lines of such a box, and its weight, at most: a wrapper of the article may be called so as well."""
_AGAIN, _LABEL = 3, 30
"""Times that a label stands in blocks of its own, at least, and its characters, at most; an invitation has more."""
_MARKS = re.compile(r"[.!?。！？…:：,，;；\d]")
"""What no such label has: sentences, speakers and scores do."""

_PULL = re.compile(r"pull[_-]?(?:ed[_-]?)?quote", re.IGNORECASE)
"""What quotations are called that are pulled out of a text."""
_PULLED = 20
"""Of them in one text, at most: each is looked for in all of it."""


def without_inserts(lines: Sequence[Line], chosen: list[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Leave out of a text what its site puts in for itself, unless that is half of it."""
    total = sum(lines[i].weight for i in chosen)
    left = {i for i in chosen if lines[i].dead and odds[i] < _CERTAIN and _is_invited(lines, i)}
    left |= _labels(lines, chosen) | _tools(lines, chosen)
    left |= _announced(lines, chosen)
    left |= _pulled(lines, chosen)
    left.update(
        i
        for i in chosen
        if (line := lines[i]).kind == "text" and ((line.dead and _is_of_part(line)) or is_advertising(line.text))
    )
    if not left or 2 * sum(lines[i].weight for i in left) > total:
        return chosen
    return [i for i in chosen if i not in left]


def _is_invited(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line stands in a small box that is called an invitation: to subscribe, or to read other articles."""
    small = takewhile(lambda node: node.end - node.start <= _BOX_LINES, lines[index].node.up())
    box = next((node for node in small if node.flags & BAD and INVITING.match(node.word)), None)
    return box is not None and _LABEL <= sum(line.weight for line in lines[box.start : box.end]) <= _BOX


def _is_of_part(line: Line) -> bool:
    """Tell whether a line is what a button says, or the foot of a part: of a post of a live blog, of a teaser."""
    return line.tag in {"button", "footer"} and not line.prose


def _labels(lines: Sequence[Line], chosen: Sequence[int]) -> set[int]:
    """Give the lines that are the same short label between two paragraphs again and again, in blocks of a make that hold no other words."""
    short = [i for i in chosen if _may_be_label(lines[i])]
    if len(short) < _AGAIN:
        return set()
    between = Counter(lines[i].text for i in short if lines[i - 1].prose and lines[min(i + 1, len(lines) - 1)].prose)
    again = {text for text, count in between.items() if count >= _AGAIN}
    if not again:
        return set()
    said: dict[tuple[str, str], set[str]] = {}
    for i in chosen:
        said.setdefault(lines[i].make, set()).add(lines[i].text)
    return {i for i in short if lines[i].text in again and len(said[lines[i].make]) == 1}


def _tools(lines: Sequence[Line], chosen: Sequence[int]) -> set[int]:
    """Give the short lines of tools for sharing that are said again and again: below each post of a live blog the same."""
    short = [
        i for i in chosen if lines[i].dead and not lines[i].prose and len(lines[i].text) <= _LABEL and _shares(lines[i])
    ]
    said = Counter(lines[i].text for i in short)
    return {i for i in short if lines[i].kind in {"text", "item"} and said[lines[i].text] >= _AGAIN}


def _shares(line: Line) -> bool:
    """Tell whether a line stands in a small box that is called after sharing."""
    small = takewhile(lambda node: node.end - node.start <= _BOX_LINES, line.node.up())
    return any(node.flags & BAD and node.word.startswith(("share", "sharing", "social")) for node in small)


def _may_be_label(line: Line) -> bool:
    if line.kind != "text" or line.prose or line.link or len(line.text) > _LABEL:
        return False
    return _MARKS.search(line.text) is None


def _announced(lines: Sequence[Line], chosen: Sequence[int]) -> set[int]:
    """Give the lines that are a label for other articles and the title of one, and set as no paragraph of the text is."""
    found = [i for i in chosen if lines[i].kind == "text" and announces_one(lines[i].text)]
    told = {lines[i].make for i in chosen if lines[i].prose} if found else set()
    return {i for i in found if lines[i].make not in told}


def _pulled(lines: Sequence[Line], chosen: Sequence[int]) -> set[int]:
    """Give the quotations that stand beside the text, by what they are called, and say again what it says."""
    quotes = [i for i in chosen if (lines[i].kind == "quote" or lines[i].dead) and _is_pulled(lines[i].node)]
    if not 0 < len(quotes) <= _PULLED:
        return set()
    told = "\n".join(letters(lines[i].text) for i in chosen if i not in quotes)
    return {i for i in quotes if len(words := letters(lines[i].text)) >= _LABEL and words in told}


def _is_pulled(node: Node) -> bool:
    """Tell whether a small block is an aside or called a pull quote, or stands in one."""
    small = takewhile(lambda outer: outer.end - outer.start <= _BOX_LINES, node.up())
    return any(outer.tag == "aside" or _PULL.search(outer.name) for outer in small)
