"""The terms of a page's paragraphs, and how much these have in common: strings of hanzi, or words of English."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from pipelines.text.spinning.turns import MOST as MOST_ALIKE
from pipelines.text.spinning.turns import Likeness

FOLDER = Path(__file__).parents[1] / "data"
HANZI_RUN = re.compile("[\u3400-\u9fff]+")
WORD = re.compile(r"[A-Za-z][A-Za-z'’]{3,}")
FUNCTION_HANZI = frozenset(
    "的一是不了在有和为与也就都而及着或对从到以于之其将被把使让等中上下个这那年月日来去出会可能要还又再更最很多大小新"
)
"""Characters without which Chinese grammar does not do, and those of dates."""

Terms = tuple[frozenset[str], frozenset[str]]
"""The terms of a paragraph: of Chinese the strings of three and of two characters, of English the words and nothing."""


@cache
def common_hanzi() -> frozenset[str]:
    """Read the characters that say nothing of a topic."""
    return frozenset("".join(_words("common_hanzi.txt")))


@cache
def common_english() -> frozenset[str]:
    """Read the English words that say nothing of a topic."""
    return frozenset(_words("common_english.txt"))


def hanzi_terms(paragraph: str) -> Terms:
    """Give the three- and the two-character strings of a paragraph that may name something."""
    common = common_hanzi()
    threes, twos = set(), set()
    for run in HANZI_RUN.findall(paragraph):
        plain = [char in common for char in run]
        for at in range(len(run) - 1):
            if not (plain[at] or plain[at + 1]):
                twos.add(run[at : at + 2])
            if at + 2 < len(run) and not (plain[at] and plain[at + 1] and plain[at + 2]):
                threes.add(run[at : at + 3])
    return frozenset(threes), frozenset(twos)


def english_terms(paragraph: str) -> Terms:
    """Give the words of a paragraph that may name something, without their endings."""
    common = common_english()
    words = {word.lower().replace("’", "'").removesuffix("'s") for word in WORD.findall(paragraph)}
    return frozenset(word[:7] if len(word) > 7 else word.rstrip("s") for word in words - common), frozenset()


def coverage(terms: Sequence[Terms]) -> float:
    """Give the share of paragraphs that hold the most common term."""
    most = 0
    for which in (0, 1):
        counts = Counter(term for one in terms for term in one[which])
        most = max([most, *counts.values()])
    return most / len(terms)


def likeness(terms: Sequence[Terms], chance: int) -> Likeness:
    """Give for each two paragraphs what they share, as a multiple of what two of their length share by chance.

    One more shared term is asked for with each *chance* pairs of terms; from 1 on there is a tie between the two.
    """
    shared = np.zeros((len(terms), len(terms)))
    for number, one in enumerate(terms):
        for other in range(number):
            shared[number, other] = shared[other, number] = _likeness(one, terms[other], chance)
    return np.minimum(shared, MOST_ALIKE)


def _likeness(one: Terms, other: Terms, chance: int) -> float:
    least = 2 + len(one[0]) * len(other[0]) // chance
    return max(len(one[0] & other[0]), len(one[1] & other[1])) / least


def titled(title: str, prose: Sequence[str], terms: Sequence[Terms], *, chinese: bool) -> float:
    """Give the share of paragraphs that share a word with the title."""
    if not chinese:
        words = english_terms(title)[0]
        return sum(bool(words & one[0]) for one in terms) / len(terms)
    threes, twos = _pieces(title, 3), _pieces(title, 2)
    hits = sum(any(piece in one for piece in threes) or sum(piece in one for piece in twos) >= 2 for one in prose)
    return hits / len(prose)


def repeated(prose: Sequence[str]) -> float:
    """Give the share of paragraphs with the same pair of hanzi, none of them a function character."""
    counts = Counter(pair for one in prose for pair in _pieces(one, 2) if not FUNCTION_HANZI & {pair[0], pair[1]})
    return max(counts.values(), default=0) / len(prose)


def _pieces(text: str, size: int) -> set[str]:
    runs = HANZI_RUN.findall(text)
    return {run[at : at + size] for run in runs for at in range(len(run) - size + 1)}


def _words(name: str) -> list[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
