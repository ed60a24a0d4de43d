"""Text that was decoded with a wrong charset before it was served, brought back."""

import re
from codecs import getincrementaldecoder

from crawler.extraction.page.frequent import plausibility

MIN_LETTERS = 120
"""Letters in runs of strange letters: text of Western languages has none, a page of broken Chinese thousands."""
LAYERS = 3
"""Times a text is mended: some pages were broken twice."""
LIKELY = 0.5
"""Plausibility from which a mended text is taken."""

# Six and more accented letters and signs of the Latin charsets in a row, which no language writes.
_RUN = re.compile("[\x80-ÿŒœŠšŽžŸˆ˜–—‘’‚“”„†‡•…‰‹›€™ƒ]{6,}")
_CERTAIN = 3
"""Sequences that are UTF-8 when taken for bytes; no language writes one of them by itself, and no page all of its letters."""
_UNUSED = b"\x81\x8d\x8f\x90\x9d"
_AS_BYTES = {bytes([byte]).decode("cp1252"): chr(byte) for byte in range(0x80, 0xA0) if byte not in _UNUSED}
"""The letters of Windows-1252 that Latin-1 has not, and what Latin-1 has for their bytes."""
_IN_NEITHER = re.compile(f"[^\x00-\xff{''.join(_AS_BYTES)}]")
"""A letter that no byte of either was taken for."""
_LEADING = frozenset(map(chr, range(0xC2, 0xF5)))
"""How the first byte of a UTF-8 sequence looks then."""
_MISTAKEN = ("latin-1", "cp1252", "iso8859-15")
_TRUE = ("gb18030", "big5hkscs", "cp949", "cp932", "euc_jp")


def read_again(text: str) -> str | None:
    """Give a text of which every letter beyond ASCII is half a letter as it once was; None for any other.

    Its UTF-8 was taken for Latin-1 or Windows-1252 and encoded once more: then what it says is UTF-8 as a whole, and a
    page of one right letter in any other alphabet is not touched.
    """
    try:
        once = _bytes_of(text).decode("utf-8")
    except UnicodeError:
        return None
    return once if len(text) - len(once) >= _CERTAIN else None


def _bytes_of(text: str) -> bytes:
    """Give the bytes that were taken for a text in Latin-1 or Windows-1252; raises UnicodeError where no text was."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError as error:  # most pages end here, at their first letter of another alphabet
        before, first = text[max(0, error.start - 1)], text[error.start]
        if before not in _LEADING or first not in _AS_BYTES or _IN_NEITHER.search(text, error.start):
            raise
        for letter, byte in _AS_BYTES.items():  # a tenth of the time that `translate` takes
            text = text.replace(letter, byte)
        return text.encode("latin-1")


def mend(text: str) -> tuple[str, str] | None:
    """Give a text that was broken as it once was, with its charset; None for a text that is not broken so.

    Bytes of an East Asian charset or of UTF-8 that someone took for Latin-1 (or Windows-1252, or Latin-9) are turned
    back into bytes and read with the charset that makes likely text of them.
    """
    encoding = ""
    for _ in range(LAYERS):
        runs = _RUN.findall(text)
        if sum(map(len, runs)) < MIN_LETTERS:
            break
        better = _once(text, runs)
        if better is None:
            break
        text, encoding = better
    return (
        (text, encoding)
        if encoding and plausibility("".join(re.findall("[^\x00-\x7f]+", text)[:500])) > LIKELY
        else None
    )


def _once(text: str, runs: list[str]) -> tuple[str, str] | None:
    """Take one layer off, in the likeliest of the ways that fit."""
    sample = " ".join(runs)[:8000]
    ways: list[tuple[float, str, str]] = []
    for mistaken in _MISTAKEN:
        try:
            raw = sample.encode(mistaken)
        except UnicodeEncodeError:
            continue
        try:
            getincrementaldecoder("utf-8")().decode(raw)  # a sequence cut off by the sample is no fault
        except UnicodeDecodeError:
            ways += [(plausibility(raw.decode(name, "replace")), mistaken, name) for name in _TRUE]
        else:
            ways.append((1.0, mistaken, "utf-8"))
    likely, mistaken, true = max(ways, default=(0.0, "", ""))
    return (text.encode(mistaken, "replace").decode(true, "replace"), true) if likely > LIKELY else None
