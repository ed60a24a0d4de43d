"""Datelines of wire agencies in Russian, Korean and Japanese."""

import re

from pipelines.text.byline.datelines.wires import read_day
from pipelines.text.byline.vocabulary.credit import Dateline

RUSSIAN = re.compile(
    r"""
    (?:[А-ЯЁ][А-ЯЁ\ -]{2,30}(?:\s\([А-Яа-яё\ -]{2,30}\))?[.,]|[А-ЯЁ][а-яё-]{2,20}[.,])\s(?P<day>\d{1,2})\s(?P<month>янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?
    (?:\s(?P<year>\d{4})(?:\ ?(?:г\.?|года))?)?(?:,\s\d{1,2}:\d{2})?
    [\s.,/–—-]{1,6}(?:Корр\.\s)?(?P<media>[A-ZА-ЯЁ][\w«»-]*(?:\.RU)?(?:\s«?[А-ЯЁ][\w«»-]*){0,3}|[А-ЯЁ][а-яё]+[аеиоыя][йея]\s[а-яё]{3,20})/?(?:\s?[.,:–—-]|(?<=REGNUM))\s*
    (?P<who>(?:(?:Корр\.|[А-ЯЁ]\.)[^.]{0,40}|(?<=,\s)[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+)\.\s+)?
    """,
    re.VERBOSE,
)
"""`ГОРОД, 5 марта. Агентство.`; of two words the second may be small behind an adjective (`Речная полоса`)."""
RUSSIAN_BARE = re.compile(
    r"(?:(?:[А-ЯЁ][А-ЯЁ-]{3,20}\s)?/(?P<alone>[А-ЯЁ][А-ЯЁ]{2,12})/\.?\s|[А-ЯЁ][А-ЯЁ-]{3,20}\s\((?P<inside>[А-ЯЁA-Z][\w«»-]{2,20})\)\s?[–—-]\s|[А-ЯЁ][А-ЯЁ-]{3,20}\.\s(?P<media>[А-ЯЁ][А-ЯЁ-]{3,20}|[A-Z]{3,12})\s[–—-]\s|(?P<day>\d{1,2})\s(?P<month>янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*,\s[А-ЯЁ][а-яё-]{2,20}\s/(?:Корр\.\s)?(?:[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+\s[–—-]\s)?(?P<told>[А-ЯЁA-Z][\w«»-]{1,20})/\.?\s)"
)
"""`ГОРОД. АГЕНТСТВО -`, `5 марта, Город /Корр. Агентство/.`"""
KOREAN = re.compile(
    r"(?:[\[(【](?P<desk>[가-힣A-Za-z0-9·ㆍ\s/-]{2,20})(?:[-=/ ](?P<media>[가-힣A-Za-z0-9]{2,12}))?[\])】]\s*)"
    r"(?P<names>[가-힣]{2,4}(?:[\s,·ㆍ]{1,2}[가-힣]{2,4}){0,3})\s?(?:기자|특파원|인턴기자|선임기자)\s*(?:=|:|\||ㅣ)?\s*"
)
"""`[곳-매체]이름 기자 =`"""
KOREAN_OPEN = re.compile(
    r"(?:(?P<media>[가-힣A-Za-z0-9]{2,10})[\s=])?(?P<names>[가-힣]{2,4}(?:[,·ㆍ]\s?[가-힣]{2,4}){0,3})\s?(?:기자|특파원|인턴기자|선임기자)\s?[=|ㅣ/]\s*|/(?P<town>[가-힣]{2,8})=(?P<reporters>[가-힣]{2,4}(?:[,·ㆍ]\s?[가-힣]{2,4}){0,3})\s?(?:기자|특파원)\s+"
)
"""`매체 이름 기자 =`"""
KOREAN_BRACKET = re.compile(
    r"\[(?:(?P<media>[가-힣A-Za-z0-9]{2,12})\s?[=|ㅣ/\s]\s?(?:[가-힣]{2,4}=)?)?(?P<names>[가-힣]{2,4}(?:[\s,·ㆍ]{1,2}[가-힣]{2,4}){0,3})\s?(?:기자|특파원|인턴기자|선임기자)\]\s*"
)
"""`[매체 이름 기자]`"""
KOREAN_BARE = re.compile(r"[(\[【](?P<place>[가-힣]{2,8})=(?P<media>[가-힣A-Za-z0-9]{2,12})[)\]】]\s*(?:=\s+)?")
JAPANESE = re.compile(r"[【\[［(（](?P<inner>[^【】\[\]［］（）()]{2,30})[】\]］)）]\s*(?:（更新）)?(?:[-–—－ー]\s*)?")
JAPANESE_TOWN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]{2,12}[（(](?P<media>[A-Z]{2,5}|ロイター|時事|共同)[）)]\s+(?=\S)|[（(](?P<site>CNN|ＣＮＮ|CNN\.co\.jp|AFP|AFPBB News)[）)]\s*(?=[\u3040-\u9fff])"
)
"""`ロンドン（CNN） `"""
JAPANESE_DATED = re.compile(
    r"(?P<media>新華社|ロイター|AFP|ＡＦＰ|共同|時事)[^=＝]{0,10}?(?:\d{1,2}月)?(?P<day>\d{1,2})日(?:時事|共同)?|(?:\d{1,2}月)?\d{1,2}日\s?(?P<signed>AFP|ＡＦＰ|AP|CNN|時事通信社?|共同通信社?|ロイター(?:通信)?)"
)
"""`【新華社北京3月5日】`, `【3月5日 時事通信社】`"""
JAPANESE_REPORTER = re.compile(r"[（(]記者[/／=＝:：・][^（）()]{2,12}[）)]\s*")
JAPANESE_AGENCIES = frozenset(
    ("時事", "共同", "ロイター", "ＡＦＰ", "AFP", "CNN", "ＣＮＮ", "聯合", "タス", "新華社", "AP", "ＡＰ")
)
JAPANESE_WIRE = re.compile(
    r"(?P<place>[^\s=＝]{2,14}?)\s?(?:(?P<day>\d{1,2})日\s?)?(?P<media>時事|共同|ロイター|ＡＦＰ|AFP|CNN|ＣＮＮ|AP|聯合ニュース|連合ニュース|中央社|新華社|タス通信|[=＝・].{2,12})$"
)
"""`【ロンドン時事】`, `[ロンドン 3日 ロイター]`, `【北京=甲野太郎】`"""


def read_russian(head: str) -> Dateline | None:
    """Read place in capitals, day, agency."""
    if (match := RUSSIAN.match(head)) is None:
        if (bare := RUSSIAN_BARE.match(head)) is None:
            return None
        source = next(filter(None, bare.group("alone", "inside", "media", "told")), None)
        return Dateline(end=bare.end(), source=source, day=read_day(bare))
    return Dateline(end=match.end(), source=match["media"].strip("«»"), day=read_day(match))


def read_korean(head: str) -> Dateline | None:
    """Read place and medium in brackets, and the reporter."""
    match = KOREAN.match(head)
    if match is None:
        if (inside := KOREAN_BRACKET.match(head)) is not None:
            return Dateline(end=inside.end(), names=_korean_names(inside["names"]), source=inside["media"])
        if (opened := KOREAN_OPEN.match(head)) is not None:
            return Dateline(
                end=opened.end(), names=_korean_names(opened["names"] or opened["reporters"]), source=opened["media"]
            )
        bare = KOREAN_BARE.match(head)
        return None if bare is None else Dateline(end=bare.end(), source=bare["media"])
    desk, media = match["desk"], match["media"]
    for mark in "-=/":
        if mark in desk:
            desk, _, media = desk.rpartition(mark)
    return Dateline(end=match.end(), names=_korean_names(match["names"]), source=media or None)


def _korean_names(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s,·ㆍ]+", text))


def read_japanese(head: str) -> Dateline | None:
    """Read place and agency, or place and correspondent, in brackets."""
    if (town := JAPANESE_TOWN.match(head)) is not None:
        return Dateline(end=town.end(), source=town["media"] or town["site"])
    match = JAPANESE.match(head)
    if match is not None and (dated := JAPANESE_DATED.fullmatch(match["inner"])) is not None:
        reporter = JAPANESE_REPORTER.match(head, match.end())
        return Dateline(end=(reporter or match).end(), source=dated["media"] or dated["signed"])
    if match is None or (wire := JAPANESE_WIRE.fullmatch(match["inner"])) is None:
        return None
    if match[0][0] in "(（" and wire["media"][0] in "=＝・":
        return None
    media = wire["media"].lstrip("=＝・").strip()
    person = wire["media"][0] in "=＝・" and media not in JAPANESE_AGENCIES
    return Dateline(
        end=match.end(),
        names=(media,) if person else (),
        source=None if person else media,
        day=read_day(wire) if wire["day"] else None,
    )
