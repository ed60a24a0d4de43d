"""What genuine paragraphs begin with: numbers, days, datelines, labels, connectives, the subject of their sentence."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from pipelines.text.injection.evidence.page import Page

CONNECTIVES = Path(__file__).parents[2] / "data" / "connectives.txt"
"""Words that join a sentence to the one before it; the file names its source."""

NUMBERED = re.compile(
    r"""
      第?[\s(（]*[\d一二三四五六七八九十百千〇零IVXivx]+[\s)）.．、年月日条章节節條款项項期集届]*
    | (?:article|section|chapter|part|step|no|q|a|day|week|question|answer)\.?\s*\d*
    | [问答問]
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Whatever carries a number or counts is a list, a law or an interview, never a keyword."""
DATED = re.compile(
    r"\d+\s*[年月日号號点點时時]|\d{1,2}:\d\d|\d{4}[-/.]\d|\b\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b", re.IGNORECASE
)
"""A day or an hour."""
SAYS_WHEN = re.compile(
    r"(?:[今去明近当當本上下][年月周週季]|.*(?:以[来來后後前]|之[后後前际際]|期[间間]|[时時]期|[当當目]前|眼下|如今)\Z)",
    re.DOTALL,
)
"""Words that say when, a closed class of the grammar: what happened `今年以来` is told on every other page of a paper."""
DATELINE = re.compile(
    r"[\s(（【]*(?:\S{2,12}?\d{1,2}月\d{1,2}日[电電讯訊]|本[报報][讯訊记記]|\S{1,6}[社网網][讯訊\s(（]|[(（]记者|（記者|\S{2,8}[讯訊][\s(（])"
)
"""What a dateline begins with: `某社某地2月2日电`, `本报讯`, `(记者 …`."""
LABEL = re.compile(r"[^\s，。,.!?！？]{1,20}[：:]")
"""What a speaker's name, or another label, looks like at the start of a paragraph."""
NO_LABEL = frozenset("?？_|｜丨~～#＃*＊@^=+\\/<>«»·•・-–.※§¶†‡‖⁂")
"""Marks that no writer sets behind the same words at the start of most paragraphs; symbols and brackets beside them."""
HALF_WIDTH = {",": "，", ";": "；", "!": "！", ":": "："}
"""Marks of ASCII that a Chinese text does not have which has their wide forms."""
PAIRS = dict(zip(")）]】」』〕》〉}", "(（[【「『〔《〈{", strict=True))
"""Brackets that close, each with the one that opens it."""
GOES_ON = re.compile(r"[的了着们]|表示|[认認][为為]|指出|宣布|成立[于於]|位[于於]|推出|[拥擁]有")
"""What follows a subject and begins no sentence."""
MAY_GO_ON = re.compile(r"[是也则則都与與和及曾已将將由于於称稱说說在]")
"""What mostly does."""


@cache
def connectives() -> frozenset[str]:
    """Give the connectives of the data file."""
    lines = CONNECTIVES.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_no_label(page: Page, opening: str, mark: str, members: int) -> bool:
    """Say whether the marks around a beginning are such as no writer sets around a label or an address."""
    if mark[:1] in PAIRS:
        return PAIRS[mark[0]] in opening or (mark[0] not in ")）" and not opening.strip(mark))
    if mark[:1] in HALF_WIDTH and page.hanzi:
        return page.text.count(HALF_WIDTH[mark[0]]) > page.text.count(mark[0]) - members
    if mark[:1] == ".":
        return page.text.count("。") > page.text.count(".") - members
    return any(char in NO_LABEL or unicodedata.category(char) in {"So", "Sm", "Sk"} for char in mark[:1] + opening[-1:])
