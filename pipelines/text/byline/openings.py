"""Chinese heads of an article read word by word: media, desks, places, days, reporters and acts between marks (B3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from pipelines.text.byline.credit import Dateline, Day
from pipelines.text.byline.people import HAN, MEDIA_ENDINGS, NOT_IN_NAMES, is_chinese_name
from pipelines.text.byline.segments import SPARED, lists

WINDOW = 90
"""Characters of a paragraph that are looked at."""
HINT = re.compile(
    r"[讯訊电電][\s，,：:（(【）)】〕］\]]|消息|报[道导]|報[道導]|[记記]者|[编編][辑輯]|[发發]自|[文图圖作采採撰].{0,3}[/／|｜丨︱：:]|日\s?[|｜丨—–-]|^[◎□■●○▲◆★]|[综綜]合"
)
"""What each of them has."""
OPEN, CLOSE = "（(【〔［[「", "）)】〕］]」"
SEPARATOR = re.compile(r"[\s\u3000:：·・•/／|｜丨︱—–\-、，,（(【〔［\[「）)】〕］\]」]+")
STROKE = re.compile(r"[/／|｜丨︱]")
DASH = re.compile(r"[|｜丨︱]|\s[—–-]|[—–]")
BULLET = re.compile(r"[◎□■●○▲◆★]\s?")
WORD = 26
"""Characters of the longest word between two marks."""
WORDS = 14
"""Most words of a head."""
DATE = r"(?:(?:北京|当地|當地)[时時][间間])?(?:(?:19|20)\d\d年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:上午|下午|凌晨|晚间|晚間|早间|午间|晚|\d{1,2}[时時])?"
ACT = (
    r"(?:(?:[综綜]合)?外[电電]|[综綜]合|[独獨]家|[现現][场場]|[摄攝]影|[连連][线線]|[编編][译譯]|[快专專特急])?"
    r"(?:报[道导]|報[道導]|消息|[讯訊电電])|[综綜]合(?:整理)?|外[电電]|[编編][译譯]|[专專]稿"
)
PLAIN = re.compile(rf"(?P<front>[{HAN}A-Za-z0-9+.]{{0,16}}?)(?P<date>{DATE})?(?P<act>{ACT})?")
ROLE = (
    r"(?:(?:全媒[体體]|融媒[体體]?|首席|[见見][习習]|[实實][习習]|特[约約]|特派|[资資]深|高[级級]|文字|[摄攝]影|[视視][频頻]|[驻駐]站|前方|本[报報刊台网網社])){0,3}"
    r"(?:[记記]者|通[讯訊][员員]|[实實][习習]生|[评評][论論][员員]|特派[员員]|撰稿人|[编編][辑輯]|[编編][译譯]|[责責][编編]|校[对對])"
)
ROLED = re.compile(rf"(?P<who>[{HAN}A-Za-z0-9+]{{0,16}}?)(?P<role>{ROLE})(?P<tail>[{HAN}0-9]{{0,16}})")
WROTE = re.compile(r"文|[图圖]|文[图圖]|[图圖]文|撰文|撰稿|作者|[采採][写寫]|[采採][访訪]|[执執][笔筆]|整理|[摄攝]影|供稿")
"""Words for what somebody did, which need a mark behind them"""
SENT = re.compile(rf"[发發]自(?P<place>[{HAN}]{{2,6}})")
MEDIUM = re.compile(
    rf"[{HAN}A-Za-z0-9+.]{{1,12}}?(?:{'|'.join(MEDIA_ENDINGS)}|广电|日报社|APP|之家)(?:新闻|新聞|客户端|融媒体|全媒体|总台|网|社)?"
)
OWN = re.compile(r"[本我][报報台臺站刊网網社]")
POSTED = re.compile(r"[驻駐]")
DESK = re.compile(r"(?:中心|[频頻]道|[组組部])$")
DESCRIBED = re.compile(r"[国國州省市县縣区區方位名女男老轻輕地业業场場外家个個]$|^.$")
"""What says of reporters where they come from or what they are (`美国记者`), not for whom they work"""
SUBJECT = re.compile(
    r"(?:[昨今当當][天日晚晨]|近日|日前|\d{1,2}日|上午|下午|[随隨][后後]|[又就再也还還曾刚剛]|一直|再次|[在从從][^，。：]{1,16}?){0,3}"
    r"(?:[获獲]悉|了解到|注意到|[采採][访訪]|看[到见見]|[发發][现現]|[来來]到|走[进進访訪]|[赶趕][到赴]|[见見]到|前往|[说說问問写寫拍去走]|表示|[认認][为為]|[回记記]|[报報]道|是)"
)
"""What follows where the reporter is who the sentence is about"""
FOLLOWS = 6
"""Characters of the text behind a space that is a sentence rather than one more word."""
PLACES = 4
"""Most words that may be anything."""


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


@dataclass(slots=True)
class _Head:
    """The words read so far and the marks behind them."""

    parts: list[Part] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    @property
    def roles(self) -> list[int]:
        return [at for at, part in enumerate(self.parts) if part.kind in {"role", "wrote"}]

    def has_medium(self) -> bool:
        return any(part.medium is not None for part in self.parts)

    def named(self) -> bool:
        """Tell whether somebody stands behind every role."""
        return bool(self.roles) and all(
            self.parts[at].names or (at + 1 < len(self.parts) and self.parts[at + 1].kind == "name")
            for at in self.roles
        )

    def strokes(self) -> bool:
        return any(STROKE.search(mark) for mark in self.marks)

    def dated(self) -> bool:
        return any(part.date is not None for part in self.parts)

    def unknown(self) -> int:
        return sum(part.front != "" for part in self.parts)


def read_opening(head: str) -> Dateline | None:
    """Read the longest head the first paragraph of an article begins with; None where it has none.

    A head is words of its kinds alone, up to a mark that ends it: a closing bracket, a colon or a comma behind the word
    for reporting, a dash behind agency and day, or a space behind reporters that a sentence follows.
    """
    if head[:1] in {"据", "據"} or HINT.search(head, 0, 60) is None:
        return None
    best: Dateline | None = None
    bullet = BULLET.match(head)
    at = bullet.end() if bullet else 0
    opened = head[at : at + 1] if head[at : at + 1] in OPEN else ""
    found = _Head(parts=[], marks=[bullet[0]] if bullet else [])
    for part, mark, end in _words(head[:WINDOW], at + len(opened)):
        found.parts.append(part)
        if found.unknown() > PLACES:
            break
        closing = mark.strip()[:1] in CLOSE and mark.strip() != ""
        rest = head[end:]
        if opened and not closing and not best:
            ends = False
        elif closing and len(mark.strip()) == 1:
            ends = _ends_bracket(found) if opened and not best else _ends_aside(found)
        else:
            ends = _ends(found, mark, rest, bullet=bullet is not None)
        if ends and rest:
            best = _dateline(found, end)
        found.marks.append(mark)
        if closing and opened and best is None:
            break
    return best


def _words(text: str, at: int) -> Iterator[tuple[Part, str, int]]:
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
    if before is not None and before.kind in {"role", "wrote", "name"} and (is_chinese_name(word)):
        return Part(kind="name", names=(word,))
    if before is None and is_chinese_name(word) and word[-1] not in "社报報网網台":
        # Only behind a bullet is a name the first word.
        return Part(kind="name", names=(word,))
    if (sent := SENT.fullmatch(word)) is not None:
        return Part(kind="sent", act="发自", front=sent["place"])
    if WROTE.fullmatch(word) and not mark.isspace():
        return Part(kind="wrote")
    if re.fullmatch(r"\d{1,4}", word):
        return Part(kind="number")
    return _roled(word) or _plain(word)


def _roled(word: str) -> Part | None:
    """Read a role, whom it works for before it and its name behind it (`某报驻某地记者甲某某`)."""
    if (match := ROLED.fullmatch(word)) is None:
        return None
    who, tail = match["who"], match["tail"]
    medium = "" if OWN.match(match["role"]) else None
    if who:
        known = _medium(who)
        if known is None and not POSTED.match(who) and (len(who) > 6 or _is_sentence(who)):
            return None
        medium = medium if known is None else known
    front = who if who and medium is None and not POSTED.match(who) else ""
    if front and DESCRIBED.search(front):
        return None
    for size in (len(tail), 3, 2):
        name, rest = tail[:size], tail[size:]
        if size and not is_chinese_name(name):
            continue
        if not rest:
            return Part(kind="role", names=(name,) if name else (), medium=medium, front=front)
        plain = _plain(rest)
        if plain is not None and plain.act and (plain.front or len(rest) > 1):
            return Part(kind="role", names=(name,), medium=medium, front=front, date=plain.date, act=plain.act)
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
    return NOT_IN_NAMES.search(SPARED.sub("", text).replace("之家", "")) is not None


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
def _agencies() -> frozenset[str]:
    """Give the short names of agencies in Chinese."""
    return frozenset(name for name in lists()["agency"] if not name.isascii())


def _ends_bracket(found: _Head) -> bool:
    """Tell whether a head ends with the bracket it began with."""
    last = found.parts[-1]
    if found.roles:
        return found.named() and (last.act != "" or found.has_medium() or len(found.roles) > 1)
    if not last.act or any(part.kind == "name" for part in found.parts[1:]):
        return False
    wide = last.act[0] in "综綜外"
    if found.has_medium() or found.dated() or found.strokes():
        return True
    return wide and len(last.act) > 2


def _ends_aside(found: _Head) -> bool:
    """Tell whether a head ends with a bracket behind its medium (`某报（记者 甲某某）`)."""
    first, *further = found.marks[0].strip()[:1], *found.marks[1:]
    inside = first != "" and first in OPEN and not any(char in mark for mark in further for char in CLOSE)
    told = found.parts[-1].kind in {"role", "name"} and not found.parts[0].names
    return inside and told and found.has_medium() and found.named()


def _ends(found: _Head, mark: str, rest: str, *, bullet: bool) -> bool:
    """Tell whether a head without brackets ends at a mark."""
    last = found.parts[-1]
    bare = mark.strip()
    if not bare:
        return _ends_at_space(found, rest, bullet=bullet)
    if bare in {"：", ":"}:
        return last.act != "" and (found.named() if found.roles else found.has_medium())
    if bare in {"，", ","}:
        return _ends_at_comma(found)
    if DASH.search(mark) and last.kind == "plain" and last.date is not None and not found.roles and len(found.parts) < 3:
        return found.has_medium() or (not DASH.search(bare + "-") is None and STROKE.search(bare) is not None)
    return False


def _ends_at_comma(found: _Head) -> bool:
    """Tell whether `…消息，` ends a head: behind reporters, or a day set apart from its medium."""
    last = found.parts[-1]
    if last.act[-2:] != "消息" and last.act[-1:] not in {*"讯訊电電"}:
        return False
    if found.roles:
        return found.named() and found.has_medium()
    source = found.has_medium() or found.unknown() == 1
    if last.date is not None:
        return source and not last.front and last.medium is None
    return found.has_medium() and last.act in {*"讯訊"} and len(found.parts) == 1


def _ends_at_space(found: _Head, rest: str, *, bullet: bool) -> bool:
    """Tell whether a space ends a head: a sentence of its own follows."""
    last = found.parts[-1]
    first = re.split(r"[\s\u3000]", rest, maxsplit=1)[0]
    if len(first) < FOLLOWS or SUBJECT.match(rest):
        return False
    if last.kind == "sent" or (len(found.parts) > 1 and found.parts[-2].kind == "sent" and "、" in found.marks[-1]):
        return not found.roles or found.named()
    if found.roles:
        if not found.named() or not (last.names or last.act):
            return False
        if last.act or len(found.roles) > 1 or bullet:
            return True
        role = found.parts[found.roles[0]]
        if role.kind == "wrote":
            return found.strokes() or any(":" in mark or "：" in mark for mark in found.marks)
        speaks = any(mark.strip() in {"：", ":"} for mark in found.marks)
        return not speaks and (found.has_medium() or found.strokes() or role.front != "")
    if any(part.kind == "name" for part in found.parts):
        return bullet and all(part.kind == "name" for part in found.parts)
    if not last.act or last.act in {"编译", "編譯"}:
        return False
    short = last.act[-1] in "讯訊电電"
    if found.has_medium():
        return short or found.dated() or found.strokes()
    desk = found.strokes() and DESK.search(found.parts[0].front) is not None
    return desk or (short and last.date is not None and found.unknown() == 0)


def _dateline(found: _Head, end: int) -> Dateline:
    """Give what a head says."""
    date = next((part.date for part in found.parts if part.date is not None), None)
    return Dateline(
        end=end,
        names=tuple(dict.fromkeys(_reporters(found.parts))),
        source=next((part.medium for part in found.parts if part.medium), None),
        day=Day(day=int(date["day"]), month=int(date["month"]) if date["month"] else None) if date else None,
    )


def _reporters(parts: Sequence[Part]) -> Iterator[str]:
    """Give the names that a head states."""
    for part in parts:
        yield from part.names
