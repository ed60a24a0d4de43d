"""The words that Chinese heads of articles are made of: media, desks, places, days, roles, names and acts (B3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipelines.text.byline.vocabulary.people import HAN, MEDIA_ENDINGS, NOT_IN_NAMES, is_chinese_name
from pipelines.text.byline.vocabulary.segments import SPARED, lists

SEPARATOR = re.compile(r"[\s\u3000:：·・•/／╱|｜丨︱—–\-、，,（(【〔［\[「）)】〕］\]」]+")
WORD = 26
"""Characters of the longest word between two marks."""
WORDS = 14
"""Most words of a head."""
DATE = r"(?:(?:北京|当地|當地)[时時][间間])?(?:(?:19|20)\d\d年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:上午|下午|凌晨|晚间|晚間|早间|午间|晚|\d{1,2}[时時])?"
ACT = (
    r"(?:新媒[体體]|[体體]育|[经經][济濟]|[国國][际際])?(?:(?:[综綜]合)?外[电電]|[综綜]合(?:媒[体體]|外媒)?|[独獨]家|即[时時]|[现現][场場]|[摄攝]影|[连連][线線]|[编編][译譯]|[快专專特急财財])?"
    r"(?:报[道导]|報[道導]|消息|[讯訊电電])|[综綜]合(?:整理)?|外[电電]|[编編][译譯]|[专專]稿"
)
PLAIN = re.compile(rf"(?P<front>[{HAN}A-Za-z0-9+.]{{0,16}}?)(?:[讯訊](?=\d))?(?P<date>{DATE})?(?P<act>{ACT})?")
ROLE = (
    r"(?:(?:全媒[体體]|融媒[体體]?|首席|[见見][习習]|[实實][习習]|特[约約]|特派|[资資]深|高[级級]|文字|[摄攝]影|[视視][频頻]|[驻駐](?:站|地)|前方|本[报報刊台网網社])){0,3}"
    r"(?:[记記]者|通[讯訊][员員]|[采採][访訪]人[员員]|[实實][习習]生|[评評][论論][员員]|特派[员員]|撰稿人|[编編][辑輯]|[编編][译譯]|[责責][编編]|校[对對])"
)
ROLED = re.compile(rf"(?P<who>[{HAN}A-Za-z0-9+]{{0,16}}?)(?P<role>{ROLE})(?P<tail>[{HAN}0-9]{{0,16}})")
WROTE = re.compile(
    r"文|[编編][译譯]|[译譯]|口述|[图圖]|文[图圖]|[图圖]文|撰文|撰稿|作者|[采採][写寫]|[采採][访訪]|[执執][笔筆]|整理|[摄攝]影|供稿"
)
"""Words for what somebody did, which need a mark behind them"""
REPORTER = frozenset(("记者", "記者"))
MEDIA_LIKE = re.compile("之家|在线|和讯|[吧都]$")
"""Parts of the names of sites that have a function word's character"""
EDITS = re.compile(r"[编編][辑輯]|[责責][编編]|校[对對]|^(?:[摄攝]影|[图圖]|供稿|整理)$")
"""Roles of those who did not write the text"""
SENT = re.compile(rf"[发發]自(?P<place>[{HAN}]{{2,6}})")
MEDIUM = re.compile(
    rf"[{HAN}A-Za-z0-9+.]{{1,12}}?(?:{'|'.join(MEDIA_ENDINGS)}|广电|日报社|APP|之家)(?:新闻|新聞|客户端|融媒体|全媒体|总台|网|社)?"
)
OWN = re.compile(r"[本我][报報台臺站刊网網社]")
POSTED = re.compile(r"[驻駐]")
DESCRIBED = re.compile(r"[国國州省市县縣区區方位名女男老轻輕地业業场場外家个個]$|^.$")
"""What says of reporters where they come from or what they are (`美国记者`), not for whom they work"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One word of a head and what it is."""

    kind: str
    """`plain role wrote name sent number`"""
    names: tuple[str, ...] = ()
    medium: str | None = None
    """The medium it names; an empty text where it is the paper itself."""
    front: str = ""
    """A place, a desk, or a medium that is not known as one."""
    date: "re.Match[str] | None" = None
    act: str = ""
    known: bool = False
    """Whether a role is more than `记者`, which sentences begin with."""
    edits: bool = False
    """Whether it is the role of somebody who edits or takes pictures."""


def read_words(text: str, at: int) -> Iterator[tuple[Part, str, int]]:
    """Give the words of a head, the mark behind each and where that ends, up to the first word that is none of a head."""
    before: Part | None = None
    for _ in range(WORDS):
        match = SEPARATOR.search(text, at, at + WORD)
        if match is None or match.start() == at:
            return
        part = _part(text[at : match.start()], before, match[0])
        if part is None:
            return
        yield part, match[0], match.end()
        if part.kind not in {"role", "name"} and match[0].strip() in {"，", ","}:
            return
        before, at = part, match.end()


def _part(word: str, before: Part | None, mark: str) -> Part | None:
    """Tell what a word is; None where it is none of a head."""
    # With nothing before it a name is the first word behind a bullet only.
    if WROTE.fullmatch(word) and not mark.isspace():
        return Part(kind="wrote", edits=EDITS.search(word) is not None)
    person = (
        before is None or before.kind in {"role", "wrote", "name"} or (before.medium is not None and not before.act)
    )
    role = ROLED.fullmatch(word)
    person = person and (role is None or role["who"] != "" or role["tail"] != "")
    if person and is_chinese_name(word) and (before is not None or word[-1] not in "社报報网網台"):
        return Part(kind="name", names=(word,))
    if (sent := SENT.fullmatch(word)) is not None:
        return Part(kind="sent", act="发自", front=sent["place"])
    if re.fullmatch(r"\d{1,4}", word):
        return Part(kind="number")
    placed = _placed(word) if before is not None and before.kind in {"role", "name"} and before.names else None
    return placed or _roled(word) or _plain(word)


def _roled(word: str) -> Part | None:
    """Read a role, whom it works for before it and its name behind it (`某报驻某地记者甲某某`)."""
    if (match := ROLED.fullmatch(word)) is None:
        return None
    who, tail = match["who"], match["tail"]
    medium = match["role"][:2] if OWN.match(match["role"]) else None
    if who:
        known = _medium(who)
        if known is None and not POSTED.match(who) and (len(who) > 6 or _is_sentence(who)):
            return None
        medium = medium if known is None else known or who[:2]
    front = who if who and medium is None and not POSTED.match(who) else ""
    if front and DESCRIBED.search(front):
        return None
    edits = EDITS.search(match["role"]) is not None
    for size in (len(tail), *_name_sizes(tail)):
        name, rest = tail[:size], tail[size:]
        if size and not is_chinese_name(name):
            continue
        if not rest:
            return Part(
                kind="role",
                names=(name,) if name else (),
                medium=medium,
                front=front,
                edits=edits,
                known=match["role"] not in REPORTER or POSTED.match(who) is not None,
            )
        plain = _plain(rest)
        if plain is not None and plain.act and (plain.front or len(rest) > 1):
            return Part(kind="role", names=(name,), medium=medium, front=front, date=plain.date, act=plain.act)
    return None


def _name_sizes(text: str) -> tuple[int, int]:
    """Give the lengths to try for a name with which a word begins: first the one behind which a city stands."""
    three, two = (text.startswith(_cities(), size) for size in (3, 2))
    return (2, 3) if two and not three else (3, 2)


def _placed(word: str) -> Part | None:
    """Read a name with the city and the word for reporting behind it (`甲某某台北5日電`), which only a city parts."""
    for size in _name_sizes(word):
        name, rest = word[:size], word[size:]
        if is_chinese_name(name) and rest.startswith(_cities()):
            plain = _plain(rest)
            if plain is not None and plain.act and plain.front:
                return Part(kind="role", names=(name,), date=plain.date, act=plain.act)
    return None


def _plain(word: str) -> Part | None:
    """Read a medium, a desk or a place, a day and the word for reporting, of which any may be missing."""
    match = PLAIN.fullmatch(word)
    if match is None:
        return None
    front = match["front"]
    medium = _medium(front) if front else None
    if front and medium is None and (len(front) > 8 or _is_sentence(front)):
        return None
    return Part(
        kind="plain",
        medium=medium,
        front=front if medium is None else "",
        date=match if match["date"] else None,
        act=match["act"] or "",
    )


def _is_sentence(text: str) -> bool:
    """Tell whether a word of a sentence stands in it."""
    return NOT_IN_NAMES.search(SPARED.sub("", MEDIA_LIKE.sub("", text))) is not None


def _medium(text: str) -> str | None:
    """Give the medium that a word begins with, a place behind it or not; empty for the paper itself."""
    if OWN.match(text):
        return ""
    short = next((text[:size] for size in (4, 3, 2) if text[:size].casefold() in _agencies()), None)
    match = MEDIUM.match(text)
    found = match[0] if match is not None and len(match[0]) > 1 else short
    if found is None or len(text) - len(found) > 8 or _is_sentence(text):
        return None
    return found


@cache
def _cities() -> tuple[str, ...]:
    """Load the cities that datelines name."""
    text = (files("pipelines.text") / "data" / "cities.txt").read_text(encoding="utf-8")
    return tuple(city for line in text.splitlines() if not line.startswith("#") for city in line.split())


@cache
def _agencies() -> frozenset[str]:
    """Give the short names of agencies in Chinese."""
    return frozenset(name for name in lists()["agency"] if not name.isascii())
