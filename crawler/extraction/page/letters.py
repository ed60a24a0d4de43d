"""The letters of a text, by which two wordings of one thing are known again."""

import re

_WORD = re.compile(r"\w+")


def letters(text: str) -> str:
    """Give the letters and digits of a text in lower case: what stays the same when markup and marks differ."""
    return "".join(_WORD.findall(text)).lower()
