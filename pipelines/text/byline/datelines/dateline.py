"""Datelines: the head in front of a report's first sentence that names agency, place, day and reporters (B3)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from pipelines.text.byline.datelines.heads import read_head
from pipelines.text.byline.datelines.openings import read_opening
from pipelines.text.byline.datelines.towns import read_place, read_town
from pipelines.text.byline.datelines.wires import read_day, read_english
from pipelines.text.byline.datelines.wires_abroad import read_japanese, read_korean, read_russian
from pipelines.text.byline.vocabulary.credit import Dateline
from pipelines.text.byline.vocabulary.people import HAN, MEDIA_ENDINGS, People, is_chinese_name, is_medium, read_people

WINDOW = 140
"""Characters of a paragraph that are looked at; the longest dateline read so far has 70."""


PLACE = rf"[{HAN}A-Za-z0-9·•/／、\-－—（）()“”]"
# A quoted name may stand inside a place (`“某某”号`), but a quotation is no dateline: the head begins outside.
HEAD_WORD = re.compile(
    r"日\s?[专專综綜]?合?[电電讯訊消]|[发發]自|报道\s?[(（:：]|[讯訊]|[记記]者|消息|社[电電]|[合／/]报道|[合／/]報導|[合／/]報道"
)
"""What every Chinese dateline has."""
DATED = re.compile(
    rf"""
    (?P<quoted>[据據])?\s?
    (?P<head>(?![“”]){PLACE}{{2,24}}?(?:\s{PLACE}{{1,12}}?)?)\s?
    (?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>1[0-2]|0?[1-9])月)?(?P<day>3[01]|[12]\d|0?[1-9])日\s?
    (?P<kind>电|電|[专專]?[电電]|[综綜][合]?[电電]|[讯訊]|消息(?=\s?[(（:：]))
    """,
    re.VERBOSE,
)
"""`某社某地3月5日电`; linear: every repetition is bounded."""
DATELESS = re.compile(
    rf"(?P<head>[{HAN}A-Za-z0-9·\-—/]{{1,20}}?)(?P<kind>[快专專]?[讯訊])(?=$|[\s(（【\[:：]|[{HAN}0-9“\"《])"
)
"""`某报讯`"""
BRACKET = re.compile(r"\s*[(（【\[](?P<who>[^()（）【】\[\]]{2,70})[)）】\]]")
SPOKEN = re.compile(
    rf"\s*(?P<who>[{HAN}]{{0,6}}[记記]者\s?[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,5}})\s?(?:[发發]自[{HAN}]{{2,6}}的?)?(?:报道|報道|報導)\s?[:：]"
)
NAMED = re.compile(rf"\s*(?P<who>[记記]者\s?[{HAN}]{{2,4}}(?:[、\s][{HAN}]{{2,4}}){{0,3}}?)[\s\u3000]+(?=\S)")
"""`记者甲某某 ` behind a dateline, apart from the text by a space alone"""
COLLECTED = re.compile(
    rf"[{HAN}]{{2,8}}[综綜]合(?:[讯訊电電]|[报報][道導])|[{HAN}]{{2,6}}社[{HAN}]{{0,6}}[电電讯訊]|[{HAN}]{{2,6}}(?:中央社|路透社|法新社|美[联聯]社|共同社|中新社|新[华華]社)"
)
"""`某地综合讯`, `某社某地电` in brackets"""
TOWN = re.compile(rf"[{HAN}]{{1,6}}[^通资資电電视視音喜短简簡快捷警][讯訊]")
"""`（某地讯）`"""
ADDRESS = re.compile(rf"(?<=[{HAN}])[（(]\s?(?:https?://)?(?:www\.)?[\w-]{{1,30}}(?:\.[a-z]{{2,6}}){{1,3}}/?\s?[）)]")
"""`某新闻（www.…）`: the address of a medium behind its name"""
GAP = re.compile(r"\d [年月日]|[年月] \d")
"""A space within a day (`3 月 5 日`)"""
DID = re.compile(rf"(?<=[{HAN}][\s\u3000])(?:文[/／、]?[图圖摄攝]|[图圖][/／、]?文|文[并並][摄攝])(?=[\s\u3000])")
"""`记者 甲某某 文/图`: what reporters did, which stands for the word for reporting"""
AFTER = re.compile(r"[\s:：／—\-]*(?:[题題][:：]\s?)?")
IN_BRACKETS = re.compile(r"\s*(?P<open>[【\[〔〖［(（])(?P<inner>[^【】\[\]〔〕〖〗［］()（）]{2,50})[】\]〕〗］)）]")
SHORT = rf"[{HAN}][縣县市鄉乡鎮镇區区](?=[\d报報电電])"
"""A place that would be one character and the word for a county or a town: the last of a name is its first (`甲某花蓮縣`)."""
CNA = re.compile(
    rf"(?P<media>[{HAN}]{{2,6}}社)[记記]者(?P<who>(?:[{HAN}]{{2,3}}、){{0,4}}[{HAN}]{{2,3}})(?P<place>(?!{SHORT})[{HAN}]{{2,8}})(?:(?P<month>\d{{1,2}})月)?"
    r"(?P<day>\d{1,2})日(?P<kind>[专專特]?[电電])"
)
"""The form of Taiwan's agency: `某某社記者甲某某台北3日電`."""
PLACED = re.compile(
    rf"(?P<media>[{HAN}]{{0,6}})[记記]者\s?(?P<who>(?:[{HAN}]{{2,3}}、){{0,4}}[{HAN}]{{2,3}})(?P<place>(?!{SHORT})[{HAN}]{{2,8}}?)"
    r"(?:[电電]|报道|報道|報導)"
)
"""`某報記者甲某某台北報導`"""
SLASHED = re.compile(
    rf"(?P<who>[{HAN}A-Za-z0-9+]{{0,10}}?(?:[记記]者|编译|編譯|特派[员員])\s?[{HAN}、\s]{{2,20}})[/／](?P<place>[{HAN}]{{0,10}}?)"
    r"(?:[综綜]合)?(?:报道|報導|報道)"
)
"""`記者甲某某／台北報導`"""
STROKED = re.compile(
    rf"(?:[{HAN}]{{2,6}}(?:中心|[组組部]|[频頻]道|新[闻聞]|[网網])\s?[/／╱]\s?(?:[综綜]合|(?P<desk>[{HAN}]{{2,4}}?))"
    rf"|[记記]者\s?(?P<who>[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}}){{0,3}})\s?[/／╱]\s?[{HAN}]{{2,8}}?)\s?(?:报道|報道|報導)(?![的了])"
)
"""The same with the text glued behind it, and `某某中心／綜合報導`"""
BESIDE = re.compile(rf"(?<=[网網报報社台])[（(][{HAN}A-Za-z0-9]{{2,12}}[）)](?=[讯訊])")
"""`某某网（某某报网）讯`: another name of the medium"""
NOT_A_WIRE = re.compile(
    r"[电電][影视視话話力子商动動网網器站信台梯缆纜池脑腦量价價竞競厂廠文报報车車磁气氣源路线線邀贺賀函令压壓流波机機灯燈击擊]"
    r"|[讯訊][问問号號息速飞飛期]|[电電讯訊][的称稱说說中是这這那为為在与與和]"
)
"""Common words that begin with the last character of a dateline."""
MEDIUM = re.compile(rf"[{HAN}A-Za-z0-9·\-—]{{1,14}}?(?:{'|'.join(MEDIA_ENDINGS)})(?:新闻)?(?:[网網]|客户端)?")


def find_dateline(text: str, *, lead: bool = False) -> Dateline | None:
    """Find the dateline a paragraph begins with; None where there is none.

    *lead* says that it is the first paragraph that is text. A dateline inside quotation marks or after words of a
    sentence (`据某社报道`) is text, not a head.
    """
    head, kept = _plain_head(text[:WINDOW])
    dateline = next((found for find in _candidates(head, lead=lead) if (found := find(head)) is not None), None)
    if dateline is None and lead and (match := IN_BRACKETS.match(head)) is not None and is_medium(match["inner"]):
        dateline = Dateline(end=_after(head, match.end()), source=_medium(match["inner"]))
    if dateline is None and lead:
        dateline = _stroked(head)
    composed = read_head(head, lead=lead)
    opening = read_opening(head) if lead else None
    for further in (composed, opening):
        if further is not None and (
            dateline is None or (dateline.end, bool(dateline.source)) < (further.end, bool(further.source))
        ):
            dateline = further
    return replace(dateline, end=kept[dateline.end]) if dateline is not None else None


def _stroked(head: str) -> Dateline | None:
    """Read `記者甲某某／某地報導` and `某某中心／甲某某報導` before the first sentence of an article."""
    slashed = SLASHED.match(head)
    if slashed is not None and head[slashed.end() : slashed.end() + 1].isspace():
        people = read_people(slashed["who"])
        if people is not None and people.certain:
            return Dateline(end=_after(head, slashed.end()), names=people.names)
    if (match := STROKED.match(head)) is None:
        return None
    names = tuple((match["who"] or match["desk"] or "").split("、")) if match["who"] or match["desk"] else ()
    return Dateline(end=_after(head, match.end()), names=names) if all(map(is_chinese_name, names)) else None


def _plain_head(start: str) -> tuple[str, Sequence[int]]:
    """Give a head without the spaces within its day, addresses and what reporters did, and the places of its characters."""
    head = start.lstrip()
    kept: Sequence[int] = range(len(start) - len(head), len(start) + 1)
    if HEAD_WORD.search(head, 0, 90) is None:
        return head, kept  # most paragraphs
    if GAP.search(head) is not None:
        kept = [at for at in kept if at == len(start) or start[at] != " " or not _is_gap(start, at)]
        head = "".join(start[at] for at in kept[:-1])
    if (beside := BESIDE.search(head)) is not None:
        kept = [*kept[: beside.start()], *kept[beside.end() :]]
        head = head[: beside.start()] + head[beside.end() :]
    if "." in head and (match := ADDRESS.search(head)) is not None:
        head = head[: match.start()] + " " * len(match[0]) + head[match.end() :]
    if (match := DID.search(head)) is not None:
        head = head[: match.start()] + "报道" + " " * (len(match[0]) - len("报道")) + head[match.end() :]
    return head, kept


def _is_gap(text: str, at: int) -> bool:
    """Tell whether a space stands within a day (`3 月 5 日`)."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before.isdigit() and after in {*"年月日"}) or (before in {*"年月"} and after.isdigit())


def find_place(text: str) -> Dateline | None:
    """Find a place in capitals at the beginning of the first paragraph (`LONDON: …`); elsewhere such words are none."""
    return read_place(text[:WINDOW]) or read_town(text[:WINDOW])


def _candidates(head: str, *, lead: bool) -> Iterator[Callable[[str], Dateline | None]]:
    """Give the readers whose marks stand in the head, so that most paragraphs are looked at by none."""
    if head[:1] in "【[〔〖［(（":
        yield from (_bracketed, read_korean, read_japanese)
    if HEAD_WORD.search(head, 0, 60) is not None:
        yield from (_dated, _dateless)
    if ("(" in head[:60] or "/" in head[:60] or lead) and (
        head[:1] == "(" or "A" <= head[:1] <= "Z" or head[:1].isdigit()
    ):
        yield partial(read_english, lead=lead)
    if "А" <= head[:1] <= "Я" or head[:1] == "/" or (head[:1].isdigit() and "/" in head[:40]):
        yield read_russian
    if "가" <= head[:1] <= "힣" or head[:1] == "/":
        yield read_korean
    if "\u3040" <= head[:1] <= "\u9fff" and ("（" in head[:14] or "(" in head[:14]):
        yield read_japanese


def _bracketed(head: str) -> Dateline | None:
    """`【某某讯】`, `（某某社記者甲某某台北3日電）`, `【某某报道 记者 甲某】`."""
    if (match := IN_BRACKETS.match(head)) is None:
        return None
    found = _inside(match["inner"])
    if found is None:
        found = _in_square_brackets(match["inner"]) if match["open"] not in "(（" else _signed(match["inner"])
    if found is None:
        return None
    people, end = (None, _after(head, match.end())) if found.names else _reporters(head, match.end())
    return replace(found, end=end, names=people.names if people else found.names)


def _inside(inner: str) -> Dateline | None:
    """Read what is a dateline in brackets of any form."""
    if (wire := CNA.fullmatch(inner)) is not None:
        people = read_people(wire["who"])
        return Dateline(end=0, names=people.names if people else (), source=wire["media"], day=read_day(wire))
    if (wire := DATED.fullmatch(inner)) is not None and wire["quoted"] is None:
        return Dateline(end=0, source=_medium(wire["head"]), day=read_day(wire))
    if (placed := PLACED.fullmatch(inner)) is not None and all(map(is_chinese_name, placed["who"].split("、"))):
        return Dateline(end=0, names=tuple(placed["who"].split("、")), source=_medium(placed["media"]))
    if (slashed := SLASHED.fullmatch(inner)) is not None and (people := read_people(slashed["who"])) is not None:
        return Dateline(end=0, names=people.names, source=people.media)
    return None


def _signed(inner: str) -> Dateline | None:
    """Read `（某某社记者甲某某）`, which may stand before the text as well as behind it."""
    if COLLECTED.fullmatch(inner) or TOWN.fullmatch(inner):
        return Dateline(end=0, source=_medium(inner))
    people = read_people(inner)
    if people is None or not (people.role and people.certain) or people.photo:
        return None
    return Dateline(end=0, names=people.names, source=people.media)


def _in_square_brackets(inner: str) -> Dateline | None:
    """Read what round brackets would leave an aside."""
    if inner[-1] in "讯訊" and len(inner) >= 3:
        return Dateline(end=0, source=_medium(inner[:-1]))
    first, _, rest = inner.partition(" ")
    reported = first.endswith(("报道", "報道", "報導"))
    people = read_people(rest if reported else inner)
    if people is None or not people.role or people.photo:
        return None
    return Dateline(end=0, names=people.names, source=_medium(first[:-2]) if reported else people.media)


def _dated(head: str) -> Dateline | None:
    if (wire := CNA.match(head)) is not None and all(map(is_chinese_name, wire["who"].split("、"))):
        names = tuple(wire["who"].split("、"))
        return Dateline(end=_after(head, wire.end()), names=names, source=wire["media"], day=read_day(wire))
    if (match := DATED.match(head)) is None or NOT_A_WIRE.match(head, match.end() - 1):
        return None
    people, end = _reporters(head, match.end())
    source = _medium(match["head"])
    own = match["head"][0] in "本我" and match["head"][1:2] in {*"报報台臺社网網刊站"}
    spaced = head[match.end() : match.end() + 1] in {" ", "\u3000", "\xa0", "：", ":", ""}
    if people is None and not (own and spaced) and not (source and (spaced or match["quoted"] is None)):
        return None
    if people is None and head[match.end() : match.end() + 1] in {"，", ","}:
        # `某社3月5日电，`: an agency's full day is a head even so.
        if not (source and match["month"] and match["quoted"] is None):
            return None
        end += 1
    return Dateline(end=end, names=people.names if people else (), source=source, day=read_day(match))


def _dateless(head: str) -> Dateline | None:
    match = DATELESS.match(head)
    if match is None or NOT_A_WIRE.match(head, match.end() - 1):
        return None
    before = match["head"]
    people, end = _reporters(head, match.end())
    spaced = head[match.end() : match.end() + 1] in {" ", "\u3000", "\xa0", "：", ":", ""}
    own = before[0] in "本我" and len(before) <= 3
    medium = own or is_medium(before)
    if people is None and not medium and not (spaced and len(before) >= 2 and match["kind"][0] in "快专專"):
        return None
    if len(before) == 1 and not own:
        return None
    return Dateline(end=end, names=people.names if people else (), source=None if own else _medium(before))


def _reporters(head: str, start: int) -> tuple[People | None, int]:
    """Read the reporters behind a dateline, in brackets or as `记者甲某报道：`; give them and where the text begins."""
    for form in (BRACKET, SPOKEN, NAMED):
        match = form.match(head, start)
        people = read_people(match["who"]) if match else None
        if match and people and (people.certain or (people.role and form is not NAMED)):
            return people, _after(head, match.end())
    return None, _after(head, start)


def _after(head: str, start: int) -> int:
    """Give the place behind spaces, colons and dashes."""
    match = AFTER.match(head, start)
    return match.end() if match else start


def _medium(head: str) -> str | None:
    """Give the medium that the head of a dateline begins with, without the place behind it."""
    match = MEDIUM.match(head)
    if match is None or len(match[0]) < 2 or match[0][0] in "本我据據":
        return None
    return match[0]
