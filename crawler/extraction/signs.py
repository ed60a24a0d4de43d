"""What a line says of itself by its wording, and what the heading above it says."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from crawler.extraction.blocks import Line
from crawler.extraction.figures import Column, Indices
from crawler.extraction.survey import Survey
from crawler.extraction.title import letters
from crawler.extraction.words import BITS, WORDS, announced

_HEADINGS = ("related", "comments", "legal", "follow")
_STAMP = re.compile(
    r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}|\d{1,2}:\d\d|[a-z]{3,9}\.? \d{1,2},? 20\d\d|\d{1,2} [a-z]{3,9} 20\d\d"
)
_YEAR_OR_CLOCK = re.compile(r"[12][09]\d\d|\d:\d")
"""What every stamp holds: few lines do."""
_BYLINE = re.compile(r"by [\w.]|文[/|｜：:]")
_CREDIT_FIRST = re.compile(
    r"[（(【\[▲△▼]?(?:图|圖|▲|△|▼|来源|來源|原标题|原題|原標題|文[/／|｜:：]|作者|记者|記者|编辑|編輯|责编|責編|责任编辑|責任編輯|摘自|综合|本文|[^，。]{1,12}(?:记者|記者|图片|圖片)|photo|image|source|credit|by )",
    re.IGNORECASE,
)
"""How credits and captions begin."""
_CREDIT_LAST = re.compile(
    r"(?:摄影?|攝影?|供图|供圖|图片|圖片|资料图|資料圖|截图|截圖|图|圖|报道|報導|编辑|編輯)[ ）)】\]]*$"
)
"""How they end."""
_BRACKETS = "（）()【】[]"
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"[0-9]+")
_BULLETS = "·•●■◆▪►»>-–—*#【[（("
_STAMPED, _SIGNED = 1 << 20, 1 << 21  # bits above those of the words
_CLOSING = "”\"’'」』）)】]"
_ENDS = {**dict.fromkeys("。！？.!?…", 3), **dict.fromkeys("：:", 2), **dict.fromkeys("，,、;；", 1)}
_OPENING = 70
"""Characters at the start of a longer line that are looked at."""
_SHORT = 240
"""Characters of a line, and UTF-8 bytes, that are searched for words of form: a longer line is no label."""
_LABEL = 14
"""Characters at the end of a line that are searched for how credits end."""
_HEADING = 40
"""A line that ends with a colon and has fewer characters is a heading."""
MOSTLY_LINK = 0.9
"""Share of link text from which a line is a link."""
_HEADING_BITS, _SAID_BITS = (
    np.array(bits, np.int64)[:, np.newaxis]
    for bits in ([BITS[word] for word in _HEADINGS], [*BITS.values(), _STAMPED, _SIGNED])
)
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


def read_signs(survey: Survey, asked: Indices) -> Column:
    """Give what each line that is *asked* says by itself, and what the heading above it says: a row for each of NAMES."""
    lines, witness = survey.page.lines, survey.witness
    start = survey.description[:24] if len(survey.description) > 20 else "\0"
    knowing = bool(witness or survey.description)
    repeats = Counter([line.text for line in lines])
    headline = letters(survey.title)
    rows: list[float] = []  # one row behind the other: arrays are made of flat lists in a third of the time
    for line in map(lines.__getitem__, asked.tolist()):
        text = line.text
        last = text[-1] if text[-1] not in _CLOSING else text[-2:-1]
        head = text[:_OPENING]
        known = letters(head) if knowing and line.prose else ""
        credit = 2 * (_CREDIT_FIRST.match(text) is not None) + (
            _CREDIT_LAST.search(text, max(0, len(text) - _LABEL)) is not None
        )
        rows.extend(
            (
                _ENDS.get(last, 0),
                len("".join(_DIGITS.findall(head))) / len(head) if _DIGITS.search(head) else 0,
                text.find("：", 1, 12) > 0 or text.find(":", 1, 20) > 0,
                text[0] in _BULLETS,
                min(repeats[text], 3),
                line.node.around.near,
                known != "" and known in witness,
                known != "" and (start in known or known in survey.description),
                _titled(text, headline) if line.weight < _SHORT else 0,
                text[0] in _BRACKETS and text[-1] in _BRACKETS,
                credit,
                line.indented,
                _said(line),
            )
        )
    columns = np.array(rows, np.float64).reshape(len(asked), len(_OWN) + 1).T
    said = columns[-1].astype(np.int64)
    over, under = _headed(lines, asked)
    return np.concatenate(
        (columns[:-1], (said & _SAID_BITS) != 0, (over & _HEADING_BITS) != 0, under[np.newaxis]), dtype=np.float64
    )


def _headed(lines: Sequence[Line], asked: Indices) -> tuple[Indices, Indices]:
    """Give the bits of what the heading above each line says, and how many lines above it is; zeros for a heading.

    A short line that ends with a colon is one as well.
    """
    heads = np.array(
        [-50]
        + [
            i
            for i, line in enumerate(lines)
            if line.kind == "heading" or (line.text[-1] in ":：" and not line.prose and len(line.text) < _HEADING)
        ]
    )
    above = np.searchsorted(heads, asked, side="right") - 1
    under = np.minimum(asked - heads[above], 50)
    said = {i: _said(lines[i]) if i >= 0 else 0 for i in set(heads[above].tolist())}
    over = np.array([said[i] for i in heads[above].tolist()], np.int64)
    over[under == 0] = 0
    return over, under


def _said(line: Line) -> int:
    """Give the bits of what a short line says of itself: words of form, a stamp, a byline."""
    text = line.text
    if line.weight >= _SHORT or (line.link >= MOSTLY_LINK * len(text) and len(text) >= 12):
        return 0
    low = text.lower()
    said = announced(low)
    if _YEAR_OR_CLOCK.search(low) and _STAMP.search(low):
        said |= _STAMPED
    return said | _SIGNED if _BYLINE.match(low) else said


def _titled(text: str, headline: str) -> float:
    """Give how much of a short line the headline is: 1 when they are the same, 0 when neither holds the other."""
    first = _WORD.search(text)
    if not headline or first is None or (len(text) < len(headline) and first[0].lower() not in headline):
        return 0.0
    words = letters(text)
    if len(words) < 4:
        return 0.0
    if words in headline:
        return len(words) / len(headline)
    return len(headline) / len(words) if headline in words else 0.0
