"""Tokens, which may be keywords: what identifies one, the pieces it is made of, and how much of it a text has."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from pipelines.text.damage import HANZI

Text = TypeVar("Text", str, list[str])
"""A text, or the tokens of one."""

HANZI_CHAR = re.compile(f"[{HANZI}]")
WORD = re.compile(rf"[{HANZI}]+|[\uac00-\ud7a3]+|[^\W_{HANZI}\uac00-\ud7a3]+")
NOISE = re.compile(r"[\W_]+")
BY_CHANCE = 0.34
"""Share of the `pieces` of a token, or of its words, that a text may have though it does not speak of it: one of three."""
HOST = re.compile(
    r"(?<![\w@./-])(?:https?://|www\.)?(?P<host>(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10})(?::\d{1,5})?(?P<path>/[\w./?=&%#~+-]{0,80})?(?![\w@-])",
    re.IGNORECASE | re.ASCII,
)
"""An address of the web; one without scheme, `www.` or path counts where its name has a number."""


def share_of(text: str, body: str) -> float:
    """Give the share of the pieces of *text* that *body* holds."""
    grams = pieces(text)
    body = body.casefold()
    return sum(_stands_in(gram, body) for gram in grams) / len(grams) if grams else 0.0


def _stands_in(gram: str, text: str) -> bool:
    """Say whether a piece of `pieces` is in a text; one of Latin letters or digits must be a word of its own."""
    at = text.find(gram)
    if at < 0 or not gram.isascii():
        return at >= 0
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(gram) : at + len(gram) + 1]
        if not any(char.isascii() and char.isalnum() for char in around):
            return True
        at = text.find(gram, at + 1)
    return False


def key(text: str) -> str:
    """Give what identifies a token: its letters and digits in one case, without marks, spaces and symbols."""
    return NOISE.sub("", "".join(text.split())).casefold()  # most noise is spaces, which are split faster


def pieces(token: str) -> set[str]:
    """Give a token's hanzi in pairs, or in threes where there are five or more, and its other words, in one case.

    A long body holds most pairs by accident, hardly any threes.
    """
    found: set[str] = set()
    for word in WORD.findall(token.casefold()):
        if HANZI_CHAR.match(word) and len(word) > 1:
            size = 2 if len(word) < 5 else 3
            found.update(word[at : at + size] for at in range(len(word) - size + 1))
        elif len(word) > 1 or not word.isascii():  # a single letter stands in every text
            found.add(word)
    return found


def common_start(texts: Sequence[str]) -> str:
    """Give the characters with which all texts begin."""
    first, last = min(texts), max(texts)  # what these two share, all between them share
    differ = (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(differ, len(first))]


def common_around(
    places: Sequence[tuple[Text, int]], size: int, longest: int, belongs: Callable[[str], object] = bool
) -> tuple[Text, Text]:
    """Give what a string has before and behind it at all its places, as far as they agree: it is part of the string.

    Takes the places (a text, or its tokens, and where the string begins in it), the size of the string, the most that is
    given on a side, and what says of a character or token that it may be part.
    """
    text, at = places[0]

    def reach(first: int, step: int) -> int:
        for length in range(longest):
            offset = first + step * length
            char = text[at + offset] if 0 <= at + offset < len(text) else ""
            for other, start in places:
                if not (0 <= start + offset < len(other) and other[start + offset] == char):
                    return length
            if not belongs(char):
                return length
        return longest

    return text[at - reach(-1, -1) : at], text[at + size : at + size + reach(size, 1)]


def longest_first(texts: Iterable[str]) -> tuple[str, ...]:
    """Order texts so that one which holds another comes before it."""
    return tuple(sorted(texts, key=lambda text: (-len(text), text)))


def places_of(text: str, token: str) -> Iterator[int]:
    """Give the places of a token in a text."""
    at = text.find(token)
    while at >= 0:
        yield at
        at = text.find(token, at + len(token))
