"""Furniture told by its shape alone: toolbars, breadcrumbs, counters, footers, neighbours, related lists, notices."""

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from pipelines.text.spans import Verdict
from pipelines.text.template.shape import is_sentence

SHORT = 60
"""Characters; toolbars, breadcrumbs and headlines are shorter."""
NOTICE = 600
"""Characters of the longest notice of rights."""
FIELD = 14
"""Characters of a button or of a step of a breadcrumb."""

SEPARATORS = re.compile(r"[\s|｜丨/·•:：,，、\[\]【】()（）<>《》\-+~»›]+")
PIPES = re.compile(r"\s*[|｜丨]\s*")
STEPS = re.compile(r"\s*(?:>{1,2}|»|›|＞|→)\s*")
LABEL_VALUE = re.compile(r"[^\s:：|｜]{1,8}\s?[:：]\s?\S")
COUNTED = re.compile(r"\s*[:：(（\[【]?\s*\d[\d,.万]*\s*[)）\]】]?\s*(?:次|人|条|條|회|개|件)?")
READING = re.compile(
    r"(?:读完|全文|本文)?(?:大?约|共计|需|共)\s?\d+\s?(?:分钟|个字符|字|个字)(?:左右)?|(?:about )?\d+ min(?:ute)?s? read|この記事は?約?\d+分で読め(?:る|ます)"
)
COPYRIGHT = re.compile(r"[\W_]{0,4}(?:copyright|©|ⓒ|\(c\)).{0,40}(?:\d{4}|reserved|©)", re.IGNORECASE)
SEO_FRAME = re.compile(
    r"(?:给|為|为|跟|和|与)(?:大家|各位|你们|您)[^。]{0,6}?(?:分享|讲解|介绍|说说|聊聊|谈谈|講解|介紹)[^。]{2,160}?(?:关注|關注|收藏)(?:一下|下)?(?:本站|我们|本網|本网)"
)
"""The first paragraph of pages made for search engines: it speaks to the reader about the site, not about the news."""
READ_ON = re.compile(
    r"\s*(?:【(?:详细|詳細|更多|阅读全文|查看全文|点击查看)】|\[(?:详细|更多|阅读全文)\]|返回[^\s。]{1,10}(?:首页|>>)>*|点击(?:查看|阅读)(?:更多|全文|原文)\S{0,6}"
    r"|Читать (?:на|продолжение в источнике:?) ?\S.{0,60}|(?:●|■|▶)?(?:関連記事|あわせて読みたい)\S?【[^】]{2,20}】.{0,120}|اقرأ أيضًا?:.{0,120}"
    r"|(?:Read|See) more(?: (?:here|on|at)\b.{0,40})?|Continue reading.{0,30})\s*$"
)
"""A link to more of the same, behind the last sentence."""


@cache
def words() -> dict[str, tuple[str, ...]]:
    """Load the words of page furniture, by class, in lower case."""
    text = (files("pipelines.text") / "data" / "furniture.toml").read_text(encoding="utf-8")
    return {name: tuple(value.casefold() for value in values) for name, values in tomllib.loads(text).items()}


@cache
def _buttons() -> frozenset[str]:
    return frozenset(words()["button"]) | frozenset(words()["counter"])


@cache
def _start(name: str) -> "re.Pattern[str]":
    """Give the expression of a line that begins with a word of a class; linear, an alternation of fixed words."""
    parts = "|".join(re.escape(word) for word in sorted(words()[name], key=len, reverse=True))
    return re.compile(rf"[\W_]{{0,4}}(?:{parts})")


def judge_toolbar(line: str) -> Verdict | None:
    """Judge whether a line is buttons: known ones alone, or short fields between bars."""
    if len(line) > 2 * SHORT or is_sentence(line):
        return None
    bare = line.casefold().strip()
    if bare in _buttons() and len(bare) > 1:
        return Verdict(reason="toolbar", evidence="a button")
    tokens = [token for token in SEPARATORS.split(bare) if token and not token.isdigit()]
    known = sum(token in _buttons() for token in tokens)
    told = len(set(tokens)) == len(tokens) and (any(len(token) > 1 for token in tokens) or len(tokens) > 2)
    if len(tokens) >= 2 and known == len(tokens) and told:
        return Verdict(reason="toolbar", evidence=f"{known} buttons")
    fields = [field for field in PIPES.split(line.strip()) if field]
    bars = len(PIPES.findall(line))
    if bars >= 2 and all(len(field) <= FIELD for field in fields) and (known or LABEL_VALUE.search(line)):
        return Verdict(reason="toolbar", evidence=f"{len(fields)} short fields between bars")
    if told and known >= 2 and known * 2 >= len(tokens) and len(line) <= SHORT:
        return Verdict(reason="toolbar", evidence=f"{known} buttons of {len(tokens)} words")
    return None


def judge_menu(line: str) -> Verdict | None:
    """Judge whether a line is a bar of categories: many short fields between bars."""
    fields = [field for field in PIPES.split(line.strip()) if field]
    if len(fields) >= 4 and not is_sentence(line) and all(len(field) <= FIELD for field in fields):
        return Verdict(reason="menu", evidence=f"{len(fields)} short fields between bars")
    return None


def judge_breadcrumb(line: str) -> Verdict | None:
    """Judge whether a line says where the page stands in the site."""
    if len(line) > 2 * SHORT or is_sentence(line):
        return None
    steps = STEPS.split(line.strip())
    labelled = re.match(r"[^\s:：]{2,10}[:：]", line) is not None
    if len(steps) >= (2 if labelled else 3) and all(len(step) <= FIELD * 2 for step in steps) and steps[0]:
        return Verdict(reason="breadcrumb", evidence=f"{len(steps)} steps")
    return None


def judge_counter(line: str) -> Verdict | None:
    """Judge whether a line counts readers, or tells how long they need."""
    if len(line) > SHORT:
        return None
    match = _start("counter").match(line.casefold())
    if match is not None and COUNTED.fullmatch(line, match.end()):
        return Verdict(reason="counter", evidence="label and number")
    if READING.fullmatch(line.strip(" \u3000()（）[]【】")):
        return Verdict(reason="counter", evidence="time of reading")
    return None


def judge_footer(line: str) -> Verdict | None:
    """Judge whether a line is one of a footer: it begins as they do, and is no sentence."""
    if len(line) <= 4 * SHORT and COPYRIGHT.match(line):
        return Verdict(reason="footer", evidence="notice of copyright")
    if len(line) <= 2 * SHORT and not is_sentence(line) and _start("footer").match(line.casefold()):
        return Verdict(reason="footer", evidence="behind the article, no sentence")
    return None


def judge_neighbour(line: str) -> Verdict | None:
    """Judge whether a line leads to the neighbours of the article, or lists its tags."""
    for name in ("neighbour", "tag"):
        match = _start(name).match(line.casefold())
        if match is not None and len(line) <= 2 * SHORT and re.match(r"\s*(?:[:：】\]»>]|$)", line[match.end() :]):
            return Verdict(reason=name, evidence="label behind the article")
    return None


def judge_notice(line: str) -> Verdict | None:
    """Judge whether a paragraph is a notice of rights: it begins as they do, and speaks of the site or the copy."""
    match = _start("notice").match(line.casefold())
    if match is None or len(line) > NOTICE or not re.match(r"[\s:：】\])）,，]|$", line[match.end() :]):
        return None
    if any(word in line.casefold() for word in words()["rights"]):
        return Verdict(reason="notice", evidence="begins as a notice and speaks of rights")
    return None


def is_related(line: str) -> bool:
    """Tell whether a line is the heading of a list of other articles."""
    bare = line.casefold().strip(" \u3000:：>»【】[]■●▶|")
    return bare in words()["related"]


def judge_frame(paragraph: str, title: str) -> Verdict | None:
    """Judge whether a first paragraph is the frame of a page made for search engines (C5)."""
    if len(paragraph) <= NOTICE and (match := SEO_FRAME.search(paragraph)) is not None:
        named = [word for word in re.split(r"[\W_]+", title) if len(word) >= 2 and word in paragraph]
        if named:
            return Verdict(reason="seo_frame", evidence=f"{named[0]} … {match[0][-12:]}")
    return None


TOP: Sequence[Callable[[str], Verdict | None]] = (judge_toolbar, judge_breadcrumb, judge_counter, judge_menu)
"""What stands above an article."""
BOTTOM: Sequence[Callable[[str], Verdict | None]] = (
    *(judge_toolbar, judge_counter, judge_neighbour, judge_footer, judge_notice, judge_menu, judge_breadcrumb),
)
"""What stands below one."""
