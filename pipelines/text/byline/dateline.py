"""Datelines: the head in front of a report's first sentence that names agency, place, day and reporters (B3)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pipelines.text.byline.people import HAN, MEDIA_ENDINGS, People, is_medium, read_people

WINDOW = 140
"""Characters of a paragraph that are looked at; the longest dateline read so far has 70."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as a dateline states it; what it does not state is None."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The head of a paragraph."""

    end: int
    """Where the first sentence begins."""
    names: tuple[str, ...] = ()
    source: str | None = None
    """The agency or paper."""
    day: Day | None = None


PLACE = rf"[{HAN}A-Za-z0-9·•/／、\-－—（）()]"
HEAD_WORD = re.compile(r"日\s?[专專综綜]?合?[电電讯訊消]|[讯訊]|[记記]者")
"""What every Chinese dateline has."""
DATED = re.compile(
    rf"""
    (?P<quoted>[据據])?\s?
    (?P<head>{PLACE}{{2,24}}?(?:\s{PLACE}{{1,12}}?)?)\s?
    (?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>1[0-2]|0?[1-9])月)?(?P<day>3[01]|[12]\d|0?[1-9])日\s?
    (?P<kind>电|電|[专專]?[电電]|[综綜][合]?[电電]|[讯訊]|消息(?=\s?[(（]))
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
AFTER = re.compile(r"[\s:：—\-]*")
IN_BRACKETS = re.compile(r"\s*(?P<open>[【\[〔(（])(?P<inner>[^【】\[\]〔〕()（）]{2,50})[】\]〕)）]")
CNA = re.compile(
    rf"(?P<media>[{HAN}]{{2,6}}社)[记記]者(?P<who>(?:[{HAN}]{{2,3}}、){{0,4}}[{HAN}]{{2,3}})(?P<place>[{HAN}]{{2,8}})(?:(?P<month>\d{{1,2}})月)?"
    r"(?P<day>\d{1,2})日(?P<kind>[专專特]?[电電])"
)
"""The form of Taiwan's agency: `某某社記者甲某某台北3日電`."""
SLASHED = re.compile(
    rf"(?P<who>[{HAN}]{{0,6}}[记記]者\s?[{HAN}、\s]{{2,20}})[/／](?P<place>[{HAN}]{{0,10}}?)(?:[综綜]合)?(?:报道|報導|報道)"
)
"""`記者甲某某／台北報導`"""
NOT_A_WIRE = re.compile(
    r"[电電][影视視话話力子商动動网網器站信台梯缆纜池脑腦量价價竞競厂廠文报報车車磁气氣源路线線邀贺賀函令压壓流波机機灯燈击擊]"
    r"|[讯訊][问問号號息速飞飛期]|[电電讯訊][的称稱说說中是这這那为為在与與和]"
)
"""Common words that begin with the last character of a dateline."""

MONTHS = {
    **{
        name: number
        for number, names in enumerate(
            (
                ("jan", "янв"),
                ("feb", "фев"),
                ("mar", "мар"),
                ("apr", "апр"),
                ("may", "мая", "май"),
                ("jun", "июн"),
                ("jul", "июл"),
                ("aug", "авг"),
                ("sep", "сен"),
                ("oct", "окт"),
                ("nov", "ноя"),
                ("dec", "дек"),
            ),
            start=1,
        )
        for name in names
    },
}
"""First three letters of the months, English and Russian."""
ENGLISH = re.compile(
    r"""
    (?P<place>[A-Z][A-Za-zÀ-ÿ.'’/-]*(?:\s[A-Z][A-Za-zÀ-ÿ.'’/-]*){0,4}(?:,\s[A-Z][A-Za-z.'’]*(?:\s[A-Z][A-Za-z.'’]*){0,2}){0,2})?
    (?:,\s(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?P<day>\d{1,2})(?:,\s(?P<year>\d{4}))?)?
    \s?\((?P<media>[A-Z][\w&.]*(?:\s[A-Z][\w&.]*){0,3})\)\s?
    (?P<dash>[-–—−?]{1,3}|:)?\s*
    """,
    re.VERBOSE,
)
"""`WASHINGTON, May 5 (Agency) --`"""
AGENCIES = frozenset(
    (
        *(
            "Reuters",
            "Xinhua",
            "Kyodo",
            "Yonhap",
            "Bloomberg",
            "Interfax",
            "Thomson Reuters",
            "Associated Press",
            "Tass",
        ),
        *("AP", "AFP", "CNN", "UPI", "BBC", "TASS", "PTI", "IANS", "ANI", "EFE", "DPA", "CNS"),
    )
)
"""Wire agencies; they sign without a place as well, which an abbreviation in brackets does not make them."""
RUSSIAN = re.compile(
    r"""
    [А-ЯЁ][А-ЯЁ\ -]{2,30}(?:\s\([А-Яа-яё\ -]{2,30}\))?,\s(?P<day>\d{1,2})\s(?P<month>янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?
    (?:\s(?P<year>\d{4})\ ?(?:г\.?|года))?
    [\s.,/–—-]{1,6}(?P<media>[А-ЯЁ][\w«»-]*(?:\s[А-ЯЁ][\w«»-]*){0,2})/?[.,:–—-]\s*(?P<who>(?:Корр\.|[А-ЯЁ]\.)[^.]{0,40}\.\s+)?
    """,
    re.VERBOSE,
)
"""`ГОРОД, 5 марта. Агентство.`"""
KOREAN = re.compile(
    r"(?:[\[(【](?P<desk>[가-힣A-Za-z0-9·ㆍ\s/-]{2,20})(?:[-=/ ](?P<media>[가-힣A-Za-z0-9]{2,12}))?[\])】]\s*)"
    r"(?P<names>[가-힣]{2,4}(?:[\s,·ㆍ]{1,2}[가-힣]{2,4}){0,3})\s?(?:기자|특파원|인턴기자|선임기자)\s*(?:=|:|\|)?\s*"
)
"""`[곳-매체]이름 기자 =`"""
KOREAN_BRACKET = re.compile(
    r"\[(?P<media>[가-힣A-Za-z0-9]{2,12})[=\s](?:[가-힣]{2,4}=)?(?P<names>[가-힣]{2,4}(?:[\s,·ㆍ]{1,2}[가-힣]{2,4}){0,3})\s?(?:기자|특파원|인턴기자|선임기자)\]\s*"
)
"""`[매체 이름 기자]`"""
KOREAN_BARE = re.compile(r"[(\[【](?P<place>[가-힣]{2,8})=(?P<media>[가-힣A-Za-z0-9]{2,12})[)\]】]\s*")
JAPANESE = re.compile(r"[【\[](?P<inner>[^【】\[\]]{2,30})[】\]]\s*(?:[-–—]\s*)?")
JAPANESE_WIRE = re.compile(
    r"(?P<place>[^\s=＝]{2,14})\s?(?:(?P<day>\d{1,2})日\s?)?(?P<media>時事|共同|ロイター|ＡＦＰ|AFP|CNN|ＣＮＮ|[=＝].{2,12})$"
)
"""`【ロンドン時事】`, `[ロンドン 3日 ロイター]`, `【北京=甲野太郎】`"""


def find_dateline(text: str) -> Dateline | None:
    """Find the dateline a paragraph begins with; None where there is none.

    A dateline inside quotation marks or after words of a sentence (`据某社报道`) is text, not a head.
    """
    head = text[:WINDOW].lstrip()
    ahead = len(text[:WINDOW]) - len(head)
    for find in _candidates(head):
        if (dateline := find(head)) is not None:
            return replace(dateline, end=dateline.end + ahead)
    return None


def _candidates(head: str) -> Iterator[Callable[[str], Dateline | None]]:
    """Give the readers whose marks stand in the head, so that most paragraphs are looked at by none."""
    if head[:1] in "【[〔(（":
        yield from (_bracketed, _korean, _japanese)
    if HEAD_WORD.search(head, 0, 60) is not None:
        yield from (_dated, _dateless, _slashed)
    if "(" in head[:60] and (head[:1] == "(" or "A" <= head[:1] <= "Z"):
        yield _english
    if "А" <= head[:1] <= "Я":
        yield _russian


def _bracketed(head: str) -> Dateline | None:
    """`【某某讯】`, `（某某社記者甲某某台北3日電）`, `【某某报道 记者 甲某】`."""
    if (match := IN_BRACKETS.match(head)) is None:
        return None
    found = _inside(match["inner"])
    if found is None and match["open"] not in "(（":
        found = _in_square_brackets(match["inner"])
    return replace(found, end=_after(head, match.end())) if found is not None else None


def _inside(inner: str) -> Dateline | None:
    """Read what is a dateline in brackets of any form."""
    if (wire := CNA.fullmatch(inner)) is not None:
        people = read_people(wire["who"])
        return Dateline(end=0, names=people.names if people else (), source=wire["media"], day=_day(wire))
    if (wire := DATED.fullmatch(inner)) is not None and wire["quoted"] is None:
        return Dateline(end=0, source=_medium(wire["head"]), day=_day(wire))
    if (slashed := SLASHED.fullmatch(inner)) is not None and (people := read_people(slashed["who"])) is not None:
        return Dateline(end=0, names=people.names, source=people.media)
    return None


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
    if (match := DATED.match(head)) is None or NOT_A_WIRE.match(head, match.end() - 1):
        return None
    people, end = _reporters(head, match.end())
    source = _medium(match["head"])
    spaced = head[match.end() : match.end() + 1] in {" ", "\u3000", "\xa0", "：", ":", ""}
    if people is None and not (source and (spaced or match["quoted"] is None)):
        return None
    if people is None and head[match.end() : match.end() + 1] in {"，", ","}:
        return None
    return Dateline(end=end, names=people.names if people else (), source=source, day=_day(match))


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


def _slashed(head: str) -> Dateline | None:
    match = SLASHED.match(head)
    if match is None or head[match.end() : match.end() + 1] not in {"", " ", "\u3000", "】", "〕"}:
        return None
    people = read_people(match["who"])
    if people is None or not people.role:
        return None
    return Dateline(end=_after(head, match.end()), names=people.names, source=people.media)


def _english(head: str) -> Dateline | None:
    match = ENGLISH.match(head)
    if match is None or not (match["dash"] or (match["place"] is None and match["media"] in AGENCIES)):
        return None
    place, media = match["place"], match["media"]
    if match["month"] is None and place is not None and not place.split(",")[0].split()[0].isupper():
        return None
    if match["month"] is None and not (place and media.isupper() and len(media) <= 5) and media not in AGENCIES:
        return None  # `ABC (Alpha Beta Company) -` explains an abbreviation
    return Dateline(end=match.end(), source=match["media"], day=_day(match) if match["day"] else None)


def _russian(head: str) -> Dateline | None:
    if (match := RUSSIAN.match(head)) is None:
        return None
    return Dateline(end=match.end(), source=match["media"].strip("«»"), day=_day(match))


def _korean(head: str) -> Dateline | None:
    match = KOREAN.match(head)
    if match is None:
        if (inside := KOREAN_BRACKET.match(head)) is not None:
            return Dateline(end=inside.end(), names=_korean_names(inside["names"]), source=inside["media"])
        bare = KOREAN_BARE.match(head)
        return None if bare is None else Dateline(end=bare.end(), source=bare["media"])
    desk, media = match["desk"], match["media"]
    for mark in "-=/":
        if mark in desk:
            desk, _, media = desk.rpartition(mark)
    return Dateline(end=match.end(), names=_korean_names(match["names"]), source=media or None)


def _korean_names(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s,·ㆍ]+", text))


def _japanese(head: str) -> Dateline | None:
    if (match := JAPANESE.match(head)) is None or (wire := JAPANESE_WIRE.fullmatch(match["inner"])) is None:
        return None
    media = wire["media"]
    person = media[0] in "=＝"
    return Dateline(
        end=match.end(),
        names=(media[1:].strip(),) if person else (),
        source=None if person else media,
        day=_day(wire) if wire["day"] else None,
    )


def _reporters(head: str, start: int) -> tuple[People | None, int]:
    """Read the reporters behind a dateline, in brackets or as `记者甲某报道：`; give them and where the text begins."""
    for form in (BRACKET, SPOKEN):
        match = form.match(head, start)
        people = read_people(match["who"]) if match else None
        if match and people and (people.role or people.certain):
            return people, _after(head, match.end())
    return None, _after(head, start)


def _after(head: str, start: int) -> int:
    """Give the place behind spaces, colons and dashes."""
    match = AFTER.match(head, start)
    return match.end() if match else start


MEDIUM = re.compile(rf"[{HAN}A-Za-z0-9·\-—]{{1,14}}?(?:{'|'.join(MEDIA_ENDINGS)}|[报報网網])+")


def _medium(head: str) -> str | None:
    """Give the medium that the head of a dateline begins with, without the place behind it."""
    match = MEDIUM.match(head)
    if match is None or len(match[0]) < 2 or match[0][0] in "本我据據":
        return None
    return match[0]


def _day(match: "re.Match[str]") -> Day:
    groups = match.groupdict()
    month = groups.get("month")
    if month is not None and not month.isdigit():
        month = str(MONTHS[month.lower()[:3]])
    year = groups.get("year")
    return Day(day=int(match["day"]), month=int(month) if month else None, year=int(year) if year else None)
