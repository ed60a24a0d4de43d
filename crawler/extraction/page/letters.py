"""The letters of a text, by which two wordings of one thing are known again."""

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")
_SHORT = 300
"""Characters of a text whose letters are kept: headlines and names, for which they are asked five times a page."""


def letters(text: str) -> str:
    """Give the letters and digits of a text in lower case: what stays the same when markup and marks differ."""
    return _kept(text) if len(text) <= _SHORT else _letters(text)


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text)).lower()


@lru_cache(maxsize=256)
def _kept(text: str) -> str:
    """Keep those of the few last pages."""
    return _letters(text)
