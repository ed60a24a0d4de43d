"""Datelines of wire agencies in English, Russian, Korean and Japanese."""

import re

from pipelines.text.byline.credit import Dateline, Day, words

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
MONTH_NAMES = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
"""The English ones, for a group."""
ENGLISH = re.compile(
    rf"""
    (?:B[yY]\s[A-Z][A-Za-z’'-]+\s[A-Z][A-Za-z’'-]+\s(?:and\s[A-Z][A-Za-z’'-]+\s[A-Z][A-Za-z’'-]+\s)?(?=[A-Z]{{3}}))?
    (?P<place>[A-Z][A-Za-zÀ-ÿ.'’/-]*(?:\s[A-Z][A-Za-zÀ-ÿ.'’/-]*){{0,4}}(?:,\s[A-Z][A-Za-z.'’]*(?:\s[A-Z][A-Za-z.'’]*){{0,2}}){{0,2}})?,?
    (?:\s\[[A-Z][A-Za-z\ .]{{1,24}}\])?
    (?:(?:[,:.]?\s|\s\|\s(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s)?)(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?P<month>{MONTH_NAMES})[a-z]{{0,6}}\.?
        (?:\s(?P<day>\d{{1,2}}))?(?:,?\s(?P<year>\d{{4}}))?)?
    [.,]?\s?(?:[-–—]{{1,2}}\s?)?[(/](?P<media>(?:dpa|[A-Z][\w&.]*)(?:[/-][A-Z][\w&.]*|(?:\s[A-Z0-9][\w&.]*){{0,3}}))[)/]\s?
    (?P<dash>\.?\s?[-–—−?]{{1,3}}|:|\.(?=\s))?\s*
    (?:(?<=-)(?:{MONTH_NAMES})[a-z]{{0,6}}\.?\s\d{{1,2}},\s\d{{4}}--\s*)?
    """,
    re.VERBOSE,
)
"""`WASHINGTON, May 5 (Agency) --`"""
DAY_FIRST = re.compile(
    rf"(?:(?P<month>{MONTH_NAMES})[a-z]{{0,6}}\.?\s(?P<day>\d{{1,2}})|(?P<before>\d{{1,2}})\s(?:{MONTH_NAMES})[a-z]{{0,6}}\.?)"
    r"(?:,?\s(?P<year>\d{4}))?(?:\s\((?P<media>[A-Z][\w&.]*(?:\s[A-Z][\w&.]*){0,2})\)\s?[-–—]{1,2}|,\s[A-Z][A-Za-z.'’-]+(?:\s[A-Z][A-Za-z.'’-]+){0,2}(?::|\s[-–—]{1,2}))\s+(?=[A-Z\"“‘'])"
)
"""`March 5 (Agency) -`, `Mar 5, Kestrel Bay:`"""
TRADE_NAME = re.compile(
    r"[a-z][A-Z]|(?:wire|news|press|media|post|times|watch|online|today|daily|herald|tribune|journal|network|agency)$",
    re.IGNORECASE,
)
"""Names that only media have"""
REMARKS = frozenset(
    (
        "laughs",
        "laughter",
        "applause",
        "pictured",
        "photos",
        "photo",
        "gallery",
        "audio",
        "note",
        "left",
        "right",
        "above",
        "below",
        "sponsored",
        "advertisement",
        "subscription",
        "paywall",
        "premium",
        "free",
        "podcast",
        "spoilers",
        "ad",
    )
)
"""What stands in brackets before a dash and is no medium"""
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
            *("Dow Jones", "Press Association", "Canadian Press", "Kyodo News", "Al Jazeera", "Anadolu", "Sputnik"),
            *("PRNewswire", "GLOBE NEWSWIRE", "BUSINESS WIRE", "ACCESSWIRE", "Newswire", "Bernama", "Antara"),
        ),
        *(
            "AP",
            "AFP",
            "CNN",
            "UPI",
            "BBC",
            "TASS",
            "PTI",
            "IANS",
            "ANI",
            "UNI",
            "CNA",
            "IRNA",
            "Prensa Latina",
            "JTA",
            "RNS",
            "EFE",
            "DPA",
            "CNS",
        ),
        *("dpa", "PA", "AAP", "ANSA", "RNZ", "VOA", "NHK", "WAM", "SPA", "APA", "BTA", "MTI", "PAP", "VNA", "CP"),
    )
)
"""Wire agencies; they sign without a place as well, which an abbreviation in brackets does not make them."""
RUSSIAN = re.compile(
    r"""
    (?:[А-ЯЁ][А-ЯЁ\ -]{2,30}(?:\s\([А-Яа-яё\ -]{2,30}\))?[.,]|[А-ЯЁ][а-яё-]{2,20}[.,])\s(?P<day>\d{1,2})\s(?P<month>янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?
    (?:\s(?P<year>\d{4})(?:\ ?(?:г\.?|года))?)?(?:,\s\d{1,2}:\d{2})?
    [\s.,/–—-]{1,6}(?:Корр\.\s)?(?P<media>[A-ZА-ЯЁ][\w«»-]*(?:\.RU)?(?:\s«?[А-ЯЁ][\w«»-]*){0,3})/?(?:\s?[.,:–—-]|(?<=REGNUM))\s*
    (?P<who>(?:(?:Корр\.|[А-ЯЁ]\.)[^.]{0,40}|(?<=,\s)[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+)\.\s+)?
    """,
    re.VERBOSE,
)
"""`ГОРОД, 5 марта. Агентство.`"""
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


def read_english(head: str, *, lead: bool = False) -> Dateline | None:
    """Read the dateline a paragraph begins with: place, day, agency in brackets, dash.

    *lead* says that it is the first paragraph: only there need the place not stand in capitals, nor the agency be known.
    """
    if (day := DAY_FIRST.match(head)) is not None and (lead or day["media"]):
        return Dateline(end=day.end(), source=day["media"], day=read_day(day))
    match = ENGLISH.match(head)
    if match is None:
        return None
    place, media = match["place"], match["media"]
    if not match["dash"] and not (media in AGENCIES and (place is None or match["month"])):
        return None
    if match["month"] is None and place is not None and not place.split(",")[0].split()[0].isupper():
        return Dateline(end=match.end(), source=media) if lead and _is_led(place, match) else None
    # Two capitalised words in brackets before a dash are a medium; one may be a remark, `(Video) -`.
    named = place is None and match["dash"] and " " in media
    wire = (
        _is_agency(media)
        or named
        or (place is None and lead and _is_led(None, match))
        or (place and ((media.isupper() and len(media) <= 5) or _is_town(place, media)))
    )
    if match["month"] is None and not wire:
        return None
    return Dateline(end=match.end(), source=match["media"], day=read_day(match))


def _is_agency(media: str) -> bool:
    """Tell whether a medium, or one of two joined by a stroke, is a wire agency."""
    return not AGENCIES.isdisjoint((media, *media.split("/")))


def _is_led(place: str | None, match: "re.Match[str]") -> bool:
    """Tell whether a place in small letters, or none, and a medium head the first paragraph (`Kestrel Bay (Coastwire) –`)."""
    media = match["media"]
    if not match["dash"] or media.casefold() in REMARKS or media.upper() in words()["shouted"]:
        return False
    if place is None:
        return bool(TRADE_NAME.search(media)) or match["dash"].strip() in {"--", "—"}
    town = place.partition(",")[0].split()
    if len(town) > 3 or town[0] in {"The", "A", "An"} or media == "".join(word[0] for word in town):
        return False
    return _is_agency(media) or bool(TRADE_NAME.search(media))


def _is_town(place: str, media: str) -> bool:
    """Tell `KESTREL BAY (Coastwire) -` from `ABC (Alpha Beta Company) -`, which explains an abbreviation."""
    town = place.partition(",")[0]
    if " " in media:
        return town.isupper() and len(town) >= 5 and not town.startswith("".join(word[0] for word in media.split()))
    return town.isupper() and len(town) >= 5 and (" " in town or town[0] != media[0])


def read_russian(head: str) -> Dateline | None:
    """Read place in capitals, day, agency."""
    if (match := RUSSIAN.match(head)) is None:
        bare = RUSSIAN_BARE.match(head)
        return (
            None
            if bare is None
            else Dateline(
                end=bare.end(),
                source=next(filter(None, bare.group("alone", "inside", "media", "told")), None),
                day=read_day(bare),
            )
        )
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


def read_day(match: "re.Match[str]") -> Day | None:
    """Read the groups `day` (or `before`, the month), `month` and `year` of a match; months may be words."""
    groups = match.groupdict()
    day = groups.get("day") or groups.get("before")
    if not day:
        return None
    month = groups.get("month")
    if month is not None and not month.isdigit():
        month = str(MONTHS[month.lower()[:3]])
    year = groups.get("year")
    return Day(day=int(day), month=int(month) if month else None, year=int(year) if year else None)
