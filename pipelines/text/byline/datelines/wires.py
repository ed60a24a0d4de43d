"""Datelines of wire agencies in English, and the day that any dateline states."""

import re

from pipelines.text.byline.vocabulary.credit import Dateline, Day, words

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            ("jan", "янв"), ("feb", "фев"), ("mar", "мар"), ("apr", "апр"), ("may", "мая", "май"), ("jun", "июн"),
            ("jul", "июл"), ("aug", "авг"), ("sep", "сен"), ("oct", "окт"), ("nov", "ноя"), ("dec", "дек"),
        ],
        start=1,
    )
    for name in names
}  # fmt: skip
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
        "laughs", "laughter", "applause", "pictured", "photos", "photo", "gallery", "audio", "note", "left", "right",
        "above", "below", "sponsored", "advertisement", "subscription", "paywall", "premium", "free", "podcast",
        "spoilers", "ad",
    )
)  # fmt: skip
"""What stands in brackets before a dash and is no medium"""
AGENCIES = frozenset(
    (
        "Reuters", "Xinhua", "Kyodo", "Yonhap", "Bloomberg", "Interfax", "Thomson Reuters", "Associated Press",
        "Tass", "Dow Jones", "Press Association", "Canadian Press", "Kyodo News", "Al Jazeera", "Anadolu", "Sputnik",
        "PRNewswire", "GLOBE NEWSWIRE", "BUSINESS WIRE", "ACCESSWIRE", "Newswire", "Bernama", "Antara", "AP", "AFP",
        "CNN", "UPI", "BBC", "TASS", "PTI", "IANS", "ANI", "UNI", "CNA", "IRNA", "Prensa Latina", "JTA", "RNS", "EFE",
        "DPA", "CNS", "dpa", "PA", "AAP", "ANSA", "RNZ", "VOA", "NHK", "WAM", "SPA", "APA", "BTA", "MTI", "PAP",
        "VNA", "CP",
    )
)  # fmt: skip
"""Wire agencies; they sign without a place as well, which an abbreviation in brackets does not make them."""


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
