"""Text folded for comparison: what remains equal when width, case, accents, script and punctuation are changed."""

import unicodedata
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
"""A text as an array of code points, one dimension."""

TRADITIONAL = Path(__file__).parent / "data" / "traditional.txt"
"""Traditional and regional forms by simplified character; the file names its source."""

TABLE_SIZE = 0x20000
"""Code points the table covers: the basic and the first supplementary plane, where all that folds is."""

CJK = ((0x3400, 0x9FFF), (0x3040, 0x30FF), (0xAC00, 0xD7A3), (0x20000, 0x323AF))
"""First and last code points of ideographs, kana and Hangul syllables."""


def fold(text: str) -> Codes:
    """Give the letters and digits of a text as code points, folded.

    Compatibility forms and width, case, accents and traditional characters are folded; spaces, punctuation and
    invisible characters are gone, and so are lone surrogates.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    table = _table()
    if codes.size and codes.max() >= TABLE_SIZE:
        rare = codes >= TABLE_SIZE
        folded = np.where(rare, codes, table[np.where(rare, 0, codes)])
        folded[rare & ~is_cjk(codes)] = 0
    else:
        folded = table[codes]
    kept: Codes = folded[folded != 0]
    return kept


def is_cjk(codes: Codes) -> NDArray[np.bool_]:
    """Say of each code point whether it is an ideograph, kana or a Hangul syllable."""
    found = np.zeros(codes.shape, dtype=np.bool_)
    for first, last in CJK:
        found |= (codes >= first) & (codes <= last)
    return found


@cache
def _table() -> Codes:
    """Give for each code point what it folds to; 0 is nothing."""
    table = np.zeros(TABLE_SIZE, dtype=np.uint32)
    plain = simplified()
    for code in range(TABLE_SIZE):
        if 0xD800 <= code < 0xE000:
            continue
        for part in unicodedata.normalize("NFKD", chr(code)).casefold():
            if not part.isalnum():
                continue
            letter = plain.get(part, part)
            digit = unicodedata.digit(letter, None)
            table[code] = ord(letter) if digit is None else ord("0") + digit
            break
    # Hangul syllables decompose into letters that are shared by many: keep them whole.
    hangul = np.arange(0xAC00, 0xD7A4, dtype=np.uint32)
    table[hangul] = hangul
    return table


@cache
def simplified() -> dict[str, str]:
    """Give the simplified character of each traditional one."""
    table = {}
    for line in TRADITIONAL.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            plain, _, forms = line.partition(" ")
            table.update(dict.fromkeys(forms, plain))
    return table
