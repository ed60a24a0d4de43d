"""Heads of a report read by where they stand on a site that has them on most of its pages, whatever their words are (B3)."""

import re

from pipelines.text.byline.datelines.dateline import NOT_A_WIRE
from pipelines.text.byline.datelines.openings import SUBJECT
from pipelines.text.byline.datelines.wires import MONTH_NAMES, read_day
from pipelines.text.byline.vocabulary.credit import Dateline, words
from pipelines.text.byline.vocabulary.named import HOUSES, MOST_UNKNOWN, is_strange
from pipelines.text.byline.vocabulary.people import HAN, is_chinese_name, is_medium
from pipelines.text.byline.vocabulary.segments import segment

MONTH = rf"(?:{MONTH_NAMES})[a-z]{{0,6}}\.?"
CALLED = re.compile(
    rf"(?P<media>(?![据據本记記])[{HAN}A-Za-z0-9·+]{{2,16}}?)\s?(?:(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日\s?)?"
    r"(?:(?:消息|[获獲]悉|[讯訊]|快[讯訊])(?:\s?\d{1,2}月\d{1,2}日)?(?:[（(][^（）()]{2,20}[）)])?\s?[，,：:]|(?:报道|報道|報導)(?:[（(][^（）()]{2,20}[）)])?\s?(?:[：:]|(?<=日报道)[，,]|(?<=日報導)[，,]))\s?"
)
"""`某某网消息（某栏目）：`, `某某APP获悉，`: who reports, before what it reports"""
SITE = re.compile(r"^[A-Za-z0-9]|(?:APP|App|客户端|客戶端|发布|發布|财经|財經|新闻|新聞|联社|之家|科技|快讯)$")
"""Sites that are called by no word for media"""
REPORTER = re.compile(
    rf"(?:[{HAN}A-Za-z0-9·+]{{0,12}}(?:[记記]者|[编編][辑輯译譯]|通[讯訊][员員]))(?:\s?[:：|｜丨/／]\s?|\s)(?P<who>[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,3}})[\s\u3000]+(?=\S{{6}})"
    rf"(?!{SUBJECT.pattern})"
)
"""`记者 甲某某 `: who reports, apart from the text by a space alone"""
REPORTS = ("报道", "報道", "報導")
SHORTEST = 2
"""Characters of `橙訊`, the name of a site"""
JOINED = re.compile(r"[\s、]")
DAYED = re.compile(
    rf"(?<=[:–—-]\s)(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?\s?[:–—-]{{1,2}}\s+(?=[A-Z\"“‘'])"
)
"""`TOWN: March 5: The …`"""
TOLD = re.compile(r"报道|報道|報導|[讯訊电電]")
"""What a head has that has said already how it was reported"""
KIND = re.compile(r"系列|连续|連續|跟踪|追踪|独家|獨家|专题|專題|深度|有关|相关|媒体|媒體|新闻|新聞|公开|现场")
"""Kinds of reports, which are no places"""
PLACED = re.compile(
    rf"(?<=[\s】〕）)])(?![据據])(?P<who>[记記]者\s?)?[{HAN}]{{2,4}}(?:报道|報道|報導)(?![的了过過称稱，,])[\s:：]{{0,2}}(?=\S{{6}})"
)
"""`某地报道`, `記者甲某某報導`, glued to the text behind a head"""
NO_MEDIUM = re.compile(r"(?:气象|氣象|天文|观测|觀測|水文)[台臺]$")
STATED = re.compile(
    rf"(?:[{HAN}A-Za-z]{{2,8}}\s)?(?P<who>[{HAN}]{{2,4}})\s[{HAN}]{{2,4}}(?:报道|報道|報導)[\s:：]{{1,2}}(?=\S{{6}})"
)
"""`某视 甲某某 某地報導 `: a name and a place, apart by spaces"""
NAMED = re.compile(
    rf"(?P<media>[{HAN}A-Za-z0-9·+]{{2,10}})(?:\s(?:报道|報道|報導))?(?:\s?[|｜丨]\s?|[\s\u3000]+)(?=\S{{6}})(?!{SUBJECT.pattern})"
)
"""`某某新聞網 `, `某社 报道 `: a medium alone, apart from the text"""
TODAY = re.compile(rf"[{HAN}]{{2,8}}?(?:\d{{1,2}}月)?\d{{1,2}}日[电電讯訊](?=[{HAN}“《\d])")
"""`某地5日电` glued to the text"""
WIRE = re.compile(rf"\([A-Z][\w.& ]{{1,24}}\)(?: {MONTH} \d{{1,2}})?\s?[-–—:]{{1,2}}\s+(?=[A-Z\"“‘'\d])")
"""`(Agency) March 5 -- The …`"""
BRACKETED = re.compile(r"[【\[〔［（(](?P<inner>[^【】\[\]〔〕［］（）()]{2,24})[】\]〕］）)]\s*[-–—:：]?\s*")
TOWN = re.compile(
    rf"(?P<town>[A-Z][A-Z.'’-]{{2,}}(?:(?:,? (?:and )?|/)[A-Z][A-Z.'’-]+){{0,4}})"
    rf"(?:[,.:;]? ?(?:\([^()]{{2,40}}\)|/[\w .]{{2,20}}/|{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}|[A-Z][a-z.]{{2,12}}|--)){{0,5}}"
    r"(?:,?\s?(?:-{1,2}|[–—:/|>…]{1,2}|\.{3})|(?<=\)))\s+(?=[A-Z\"“‘'\d])"
)
"""`TOWN, State--(Wire)--March 3, 2025-- The …`: a place in capitals, and what belongs to it up to a mark"""


def read_rest(text: str, start: int, *, named: bool) -> int:
    """Give where a head ends that a rule has read up to *start* and that says as well when or where it was reported.

    *named* says that it names reporters: only behind them is `某地报道` no sentence (`本报讯 媒体报道此事`).
    """
    if (dayed := DAYED.match(text, start)) is not None:
        return dayed.end()
    placed = PLACED.match(text, start)
    told = TOLD.search(text, 0, start) is not None or (placed is not None and KIND.match(text, start) is not None)
    return placed.end() if placed is not None and ((named and not told) or placed["who"]) else start


def read_slot_head(text: str) -> Dateline | None:
    """Read the head of the first paragraph on a site whose articles have one: who reports, or a place and what belongs to it."""
    if (called := CALLED.match(text) or NAMED.match(text)) is not None and called.end() < len(text):
        media = called["media"]
        spaced = called.re is NAMED
        known = is_medium(media) or (not spaced and SITE.search(media)) or media.endswith(("新闻", "新聞"))
        told = spaced and called[0].strip().endswith(REPORTS)
        if (known or told) and not NO_MEDIUM.search(media):
            return Dateline(end=called.end(), source=media, day=read_day(called))
    for form in (REPORTER, STATED):
        told_by = form.match(text)
        names = tuple(JOINED.split(told_by["who"])) if told_by is not None else ()
        if told_by is not None and all(map(is_chinese_name, names)) and is_strange(names[0], [text[told_by.end() :]]):
            return Dateline(end=told_by.end(), names=names)
    return _unnamed(text)


def _unnamed(text: str) -> Dateline | None:
    """Read a head that says no more than where and when, or stands in brackets."""
    match = BRACKETED.match(text)
    if match is not None and match.end() < len(text) and _is_told(match["inner"]):
        return Dateline(end=match.end())
    today = TODAY.match(text)
    if today is not None and NOT_A_WIRE.match(text, today.end() - 1) is None:
        return Dateline(end=today.end())
    town = TOWN.match(text)
    if town is not None and not words()["shouted"].isdisjoint(re.split(r"[\s,./-]+", town["town"])):
        return None
    found = town or WIRE.match(text)
    return Dateline(end=found.end()) if found is not None else None


def _is_told(inner: str) -> bool:
    """Tell whether what stands in brackets before a text names who reports it."""
    if inner[-1] in "讯訊" and len(inner) == SHORTEST:
        return True
    found = segment(inner)
    if found is None or sum("unknown" in word.classes for word in found) > MOST_UNKNOWN:
        return False
    return any(word.classes & (HOUSES | {"name", "wire", "reporter"}) for word in found)
