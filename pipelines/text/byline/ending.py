"""What an article ends with and only the rest of the page can tell from text: names that it does not speak of (B4)."""

import re
from collections.abc import Sequence

from pipelines.text.byline.credit import Credit
from pipelines.text.byline.people import HAN, LATIN_NAME, is_chinese_name
from pipelines.text.byline.press import SENTENCE_END, read_note
from pipelines.text.byline.slots import holder

WINDOW = 260
"""Characters at the end of a paragraph that are looked at; the longest such sentence has 210."""
DESK = re.compile(r"\(?(?<![A-Za-z])(?:Reporting|Writing|Additional reporting|Editing) by [A-Z][^()]{3,200}\)?$")
HELPED = re.compile(r"\bcontributed\b|^With\b|\breport(?:ed|ing)\b|\bthis (?:story|report|article)\b")
CLOSED = "。！？…”」』）)"
BRACKET = re.compile(r"\s?[（(【\[〔](?P<inner>[^（()）【】\[\]〔〕]{3,80})[）)】\]〕]$")
INITIALS = re.compile(
    r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}|[a-z]{2,3}(?:/[a-z]{2,3}){1,3}(?: \([^()]{2,40}\))?|[-–—]{1,2}\s?(?:with )?[A-Z]{3,8}"
)
"""`nw/ta (AFP, dpa)`, `— with AFP`, an address alone"""
PLAIN_NAMES = re.compile(rf"[{HAN}]{{2,3}}(?:[ \u3000][{HAN}]{{2,3}}){{1,2}}")
THING = frozenset(
    "区區业業馆館员員路书書面盒卜片段汤湯粉菜豆茶酒糖肉鱼魚鸡雞蛋油酱醬醋饭飯奖獎队隊组組部局院校市县縣镇鎮街店厂廠会會费費税稅法案号號款表册課课车車机機器病药藥率期型版类類庄莊港州岛島湾灣"
)
"""Last characters of words that are no names though a family name begins them (`高新区`)"""
NAME_SIZE = 3
"""Characters of a Chinese name that is one for certain; many words of two begin as names do."""


def read_ending(paragraphs: Sequence[str], index: int) -> Credit | None:
    """Read what signs the article at the end of its last paragraph, or on a line behind it, whose names stand nowhere else.

    Takes all paragraphs and the index of one that no text follows.
    """
    text, others = paragraphs[index], paragraphs[:index]
    if len(text) < 2 or not others:
        return None
    name = _signed(text)
    strange = name is not None and _is_strange(name, others)
    start = (
        0
        if strange or INITIALS.fullmatch(text.strip("()")) or _names_alone(text, others[-1])
        else _bracket(text, others)
    )
    if start is None:
        return None
    return Credit(
        start=start, end=len(text), reason="author", evidence="names that the article does not speak of, behind it"
    )


def _bracket(text: str, others: Sequence[str]) -> int | None:
    """Give where the bracket begins that presents somebody behind the last sentence."""
    match = BRACKET.search(text, max(0, len(text) - 90))
    if match is None:
        return None
    before = text[: match.start()]
    name = holder(match["inner"].strip()) if not before or before.rstrip()[-1:] in CLOSED else None
    return match.start() if name is not None and _is_strange(name, (*others, before)) else None


def _signed(text: str) -> str | None:
    """Give the name with which a line signs the article."""
    if read_note(text) == "doubtful":
        match = LATIN_NAME.match(text)
        return match[0] if match else None
    return holder(text)


def _is_strange(name: str, paragraphs: Sequence[str]) -> bool:
    """Tell whether a name, or the family name it ends with, stands in none of some paragraphs."""
    last = name.rsplit(" ", maxsplit=1)[-1]
    return not any(last in text for text in paragraphs)


def _names_alone(text: str, before: str) -> bool:
    """Tell whether a line right behind the last sentence is two or three Chinese names alone."""
    if before[-1:] not in CLOSED or PLAIN_NAMES.fullmatch(text) is None:
        return False
    names = re.split("[ \u3000]", text)
    certain = all(is_chinese_name(name) and name[-1] not in THING for name in names)
    return certain and any(len(name) == NAME_SIZE for name in names)


def find_note(text: str, end: int) -> int | None:
    """Find the sentences behind the last of the story that are such a note and end at *end*; give where they begin.

    Only what says who reported, helped or gave the text is cut there: anything else may be a part of the story.
    """
    begin = max(0, end - WINDOW)
    window = text[begin:end]
    if (match := DESK.search(window)) is not None:
        return begin + match.start()
    starts = [0 if begin == 0 else -1, *(gap.end() for gap in SENTENCE_END.finditer(window))]
    found = None
    for start in reversed(starts):
        sentence = window[start:]
        if start < 0 or HELPED.search(sentence) is None or read_note(sentence) != "sure":
            break
        found = begin + start
    return found
