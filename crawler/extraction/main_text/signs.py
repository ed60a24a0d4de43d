"""What a line says of itself by its wording, and what the heading above it says."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from crawler.extraction.main_text.figures import Asked, Column, numbers
from crawler.extraction.main_text.survey import Survey
from crawler.extraction.main_text.words import BITS, WORDS, announced
from crawler.extraction.page.blocks import Line
from crawler.extraction.page.letters import letters

_HEADINGS = ("related", "comments", "legal", "follow")
_STAMP = re.compile(
    r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}|\d{1,2}:\d\d|[a-z]{3}\.? \d{1,2},? 20\d\d|\d{1,2} [a-z]{3,9} 20\d\d"
)
_YEAR_OR_CLOCK = re.compile(r"\d(?:(?<=[12])[09]\d\d|:\d)")
"""What every stamp holds: few lines do."""
_BYLINE = re.compile(r"by [\w.]|文[/|｜：:]")
_CREDIT_FIRST = re.compile(
    r"[（(【\[▲△▼]?(?:图|圖|▲|△|▼|来源|來源|原标题|原題|原標題|文[/／|｜:：]|作者|记者|記者|编辑|編輯|责编|責編|责任编辑|責任編輯|摘自|综合|本文|[^，。]{1,12}(?:记者|記者|图片|圖片)|photo|image|source|credit|by )"
)
"""How credits and captions begin, in lower case."""
_CREDIT_FIRST_LATIN = ("photo", "image", "source", "credit", "by ")
"""The same in lower case, of lines without a letter beyond ASCII: they need no search."""
_CREDIT_LAST = re.compile(
    r"(?:摄影?|攝影?|供图|供圖|图片|圖片|资料图|資料圖|截图|截圖|图|圖|报道|報導|编辑|編輯)[ ）)】\]]*$"
)
"""How they end."""
_DAY = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日"
)
"""A day alone, as offices write it below their notices."""
_BRACKETS = "（）()【】[]"
_WORD = re.compile(r"\w+")
_DIGIT, _DIGITS = re.compile(r"[0-9]"), re.compile(r"[0-9]+")
_BULLETS = "·•●■◆▪►»>-–—*#【[（("
_STAMPED, _SIGNED, _ABOVE = 1 << 20, 1 << 21, 22  # bits above those of the words, and the place of those of a heading
_CLOSING = "”\"’'」』）)】]»“"
_ENDS = {**dict.fromkeys("。！？.!?…؟۔।॥։။።", 3), **dict.fromkeys("：:", 2), **dict.fromkeys("，,、;；،؛၊", 1)}
_OPENING = 70
"""Characters at the start of a longer line that are looked at."""
_SHORT = 240
"""Weight, in UTF-8 bytes or characters, of a line that is searched for words of form: a longer line is no label."""
_START = 24
"""Characters with which a page's description begins: a line that begins so is the one it was taken from."""
_TELLING = 4
"""Letters of the headline's longest word."""
_LABEL = 14
"""Characters at the end of a line that are searched for how credits end."""
_HEADING = 40
"""A line that ends with a colon and has fewer characters is a heading."""
_FAR = 50
"""Lines above which a heading is too far to matter."""
MOSTLY_LINK = 0.9
"""Share of link text from which a line is a link."""
_SAID_BITS = np.array([*BITS.values(), _STAMPED, _SIGNED, *(BITS[word] << _ABOVE for word in _HEADINGS)], np.int64)[
    :, np.newaxis
]
_OWN = (
    *("end", "digits", "label", "bullet", "repeats", "near", "witnessed", "described"),
    *("titled", "bracketed", "credited", "indented"),
)
NAMES = (
    *_OWN,
    *(f"says_{word}" for word in WORDS),
    *("stamp", "byline"),
    *(f"under_{word}" for word in _HEADINGS),
    "under",
)
"""The rows of what is read."""


def read_signs(survey: Survey, asked: Asked) -> Column:
    """Give what each line that is *asked* says by itself, and what the heading above it says: a row for each of NAMES."""
    lines, witness = survey.page.lines, survey.witness
    description = survey.description
    start = description[:_START] if len(description) >= _START else None
    repeats = Counter([line.text for line in lines])
    headline = letters(survey.title)
    telling = max(_WORD.findall(survey.title), key=len, default="")[:_TELLING].lower()
    headings = _headings(lines)
    over: dict[int, int] = {-_FAR: 0}
    rows: list[float] = []  # one row behind the other: arrays are made of flat lists in a third of the time
    for i, line, known in zip(asked.places.tolist(), asked.lines, asked.around, strict=True):
        text, short = line.text, line.weight < _SHORT
        latin = text.isascii()
        last = text[-1] if text[-1] not in _CLOSING else text[-2:-1]
        head = text[:_OPENING]
        low = (text if short else head).lower()
        numbered = _DIGIT.search(low) is not None
        said = _said(line, low, numbered=numbered) if short else 0
        if (heading := headings[i]) not in over:
            over[heading] = _said(lines[heading], lines[heading].text.lower()) << _ABOVE
        rows += (
            _ENDS.get(last, 0),
            len("".join(_DIGITS.findall(head))) / len(head) if numbered else 0,
            text.find(":", 1, 20) > 0 or (not latin and text.find("：", 1, 12) > 0),
            text[0] in _BULLETS,
            min(repeats[text], 3),
            known.near,
            witness != "" and line.prose and letters(head) in witness,
            start is not None and line.prose and (low.startswith(start) or low[:_OPENING] in description),
            _titled(low, headline, telling) if short else 0,
            text[0] in _BRACKETS and text[-1] in _BRACKETS,
            _credited(text, low, latin=latin),
            line.indented,
            min(i - heading, _FAR),
            said | over[heading] if heading != i else said,
        )
    columns = numbers(rows).reshape(len(asked), len(_OWN) + 2).T
    said_bits = columns[-1].astype(np.int64) & _SAID_BITS
    return np.concatenate((columns[:-2], said_bits != 0, columns[-2:-1]), dtype=np.float64)


def _headings(lines: Sequence[Line]) -> list[int]:
    """Give for each line the index of the nearest heading above it, its own if it is one; -_FAR where there is none.

    A short line that ends with a colon is one as well.
    """
    headings, nearest = [], -_FAR
    for i, line in enumerate(lines):
        if line.kind == "heading" or (line.text[-1] in ":：" and not line.prose and len(line.text) < _HEADING):
            nearest = i
        headings.append(nearest)
    return headings


def _credited(text: str, low: str, *, latin: bool) -> int:
    """Give 2 for a line (*low* is its beginning in lower case) that begins as credits do, and 1 for one that ends so."""
    if latin:
        return 2 * low.startswith(_CREDIT_FIRST_LATIN, low[0] in "([")
    begins = 2 * (_CREDIT_FIRST.match(low) is not None)
    return begins + (_CREDIT_LAST.search(text, max(0, len(text) - _LABEL)) is not None)


def is_credit(text: str) -> bool:
    """Tell whether a line begins or ends as credits do."""
    return _credited(text, text[:_OPENING].lower(), latin=text.isascii()) > 0


def _said(line: Line, low: str, *, numbered: bool = True) -> int:
    """Give the bits of what a line, in lower case, says of itself if it is short: words of form, a stamp, a byline.

    It is searched for a stamp where it may be *numbered*.
    """
    if line.weight >= _SHORT or (line.link >= MOSTLY_LINK * len(low) and len(low) >= 12):
        return 0
    said = announced(low)
    if numbered and _YEAR_OR_CLOCK.search(low) and _STAMP.search(low):
        said |= _STAMPED
    return said | _SIGNED if low[0] in "b文" and _BYLINE.match(low) else said


def _titled(low: str, headline: str, telling: str) -> float:
    """Give how much of a line in lower case the headline is: 1 when they are the same, 0 when neither holds the other.

    *telling* is how the longest word of the headline begins: a line that holds the headline has it.
    """
    if len(low) >= len(headline):
        if telling not in low:
            return 0.0
    elif (first := _WORD.search(low)) is None or first[0] not in headline:
        return 0.0
    words = letters(low)
    if len(words) < 4 or not headline:
        return 0.0
    if words in headline:
        return len(words) / len(headline)
    return len(headline) / len(words) if headline in words else 0.0


def is_signed_day(last: Line, text: str) -> bool:
    """Tell whether a line is the day below the office that signs a notice: the *last* line before it ends no sentence and is no credit."""
    signed = not last.prose and last.text[-1] not in ".!?。！？…”」）)" and not is_credit(last.text)
    return signed and _DAY.fullmatch(text) is not None
