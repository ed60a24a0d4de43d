"""What the lines of a page weigh, which of them are prose, and what each is worth to the block that holds it."""

import re
from collections.abc import Iterable, Sequence

from crawler.extraction.page.blocks import Line

PROSE_WEIGHT = 60
"""The weight from which a line counts as prose: 20 hanzi or 60 letters, as `weigh` measures them."""
LINK_COST, _LABEL_COST = 20, 15
"""What a link, its own weight left aside, and any other line that is no prose cost the block that holds them, in weight of prose."""
_LONGEST, LONGEST_LINK = 900, 100
"""Weight of a line, of prose and of a link, that counts in what it is worth: no line outweighs ten others."""
_STOP = re.compile("[。，；！？,;!?.、،؛؟۔।॥։።၊။។]")
"""What sentences have and labels have not: a mark between or behind clauses, of any script (Terminal_Punctuation of Unicode)."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{20}")
"""A clause in one piece, in scripts without blanks between words and mostly without marks (Thai, Lao, Burmese, Khmer)."""
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]+")
"""Characters of Chinese, Japanese and Korean: each says what two or three letters of other scripts say."""
_BEYOND = re.compile("[^\x00-\x7f]+")
_SAMPLED = 16
"""Of so many characters of a page one is looked at to know its script."""


def weigh(lines: Sequence[Line]) -> None:
    """Measure lines: their weight, whether they are prose, and what they are worth to the block that holds them.

    The weight is in UTF-8 bytes on a page in Chinese, Japanese or Korean, else in characters: in bytes, a text in Russian,
    Hindi or Vietnamese would be two or three times as long as what it says, and its headlines would be prose.
    """
    in_bytes = _is_wide(lines)
    for line in lines:
        text, link = line.text, line.link
        line.weight = weight = len(text.encode("utf-8", "replace")) if in_bytes and not text.isascii() else len(text)
        share = link / len(text) if link else 0.0
        if weight >= PROSE_WEIGHT and share < 0.4 and line.kind != "heading" and _is_said(text):
            line.prose = True
            line.value = min(weight, _LONGEST) * (1 - share)
        elif share > 0.5:
            line.value = -LINK_COST - min(weight, LONGEST_LINK)
        elif line.kind != "heading":
            line.value = -_LABEL_COST


def _is_said(text: str) -> bool:
    """Tell whether a text has a sentence's marks, or is of a script that needs none."""
    return _STOP.search(text) is not None or (not text.isascii() and _UNSPACED.search(text) is not None)


def _is_wide(lines: Iterable[Line]) -> bool:
    """Tell whether most of what a page has beyond ASCII is Chinese, Japanese or Korean."""
    sample = "".join([line.text for line in lines])[::_SAMPLED]
    if sample.isascii():
        return False
    wide, beyond = (sum(map(len, pattern.findall(sample))) for pattern in (_WIDE, _BEYOND))
    return 2 * wide > beyond
