"""Reading dates as people write them in Chinese, English, Japanese and Korean; what is not stated is not filled in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from crawler.extraction.days.date_forms import FORMS, IN_RELATIVE, NEEDED, RELATIVE, held, month_of
from crawler.extraction.days.months import FORMS_ABROAD, common_year, read_month

FIRST_YEAR = 1990
"""Years before the web are subjects of articles, not days of publication."""

_SECONDS = {
    "秒": 1,
    "s": 1,
    "分": 60,
    "m": 60,
    "小": 3600,
    "h": 3600,
    "天": 86400,
    "日": 86400,
    "d": 86400,
    "周": 604800,
    "週": 604800,
    "w": 604800,
}
_DAYS_BACK = {"今天": 0, "今日": 0, "today": 0, "昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2}
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 60, "CET": 60, "CEST": 120, "EST": -300, "EDT": -240, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "HKT": 480, "JST": 540, "KST": 540, "IST": 330, "MEZ": 60, "MESZ": 120,
    "WIB": 420, "WITA": 480, "WIT": 540, "MSK": 180, "МСК": 180, "TSİ": 180,
}  # fmt: skip
_NUMERALS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"○": "0", "Ｏ": "0", "零": "0"}
_MAYBE = re.compile(r"[\d月]")
"""What every date that is not relative holds: most lines need no closer look."""
_LONGEST = 400
"""Characters of a line that are searched for a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A point of time as far as it was stated."""

    year: int | None
    """None where only month and day are written."""
    month: int
    day: int
    hour: int | None = None
    minute: int = 0
    second: int = 0
    offset: tzinfo | None = None
    """The zone, where it is written with the time."""
    text: str = ""
    """The words it was read from."""
    start: int = 0
    """Where these begin in what was searched."""

    def iso(self, zone: tzinfo | None = None) -> str | None:
        """Give ISO 8601: with time and offset where both are known (*zone* is that of the site), else the bare day.

        Gives None where the year is missing.
        """
        if self.year is None:
            return None
        day = f"{self.year:04}-{self.month:02}-{self.day:02}"
        zone = self.offset or zone
        if self.hour is None or zone is None:
            return day
        moment = datetime(self.year, self.month, self.day, self.hour, self.minute, self.second, tzinfo=zone)
        return moment.isoformat()


def read_date(text: str, now: datetime | None = None, tongue: str | None = None) -> Stamp | None:
    """Give the first date in a text, one with a year before one without; None when there is none.

    *now* is the time the page was fetched, for forms such as 昨天 08:30; without it these are not read. *tongue* is as in
    `find_dates`.
    """
    partial = None
    for stamp in find_dates(text, now, tongue):
        if stamp.year is not None:
            return stamp
        partial = partial or stamp
    return partial


def find_dates(text: str, now: datetime | None = None, tongue: str | None = None) -> Iterator[Stamp]:
    """Give the dates in the first 400 characters of a text, form by form; no two overlap.

    *tongue* is the language of a page in none of the four that every text is read in, "" where it is not known; its
    months are read as well, and the day before the month in figures.
    """
    text = text[:_LONGEST]
    taken: list[tuple[int, int]] = []
    for match in _forms(text, tongue) if _MAYBE.search(text) else ():
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if (stamp := _worded(match, tongue) if match.re in FORMS_ABROAD else _stamp(match)) is not None:
            taken.append(match.span())
            yield stamp
    if now is None or taken or not any(map(text.lower().__contains__, IN_RELATIVE)):
        return
    if (found := RELATIVE.search(text)) is not None:
        yield _relative(found, now)


def _forms(text: str, tongue: str | None) -> Iterator[re.Match[str]]:
    """Give what has the form of a date, form by form; what a form needs and the text has not rules it out."""
    missing = ~held(text.lower())
    for form, needed in zip(FORMS, NEEDED, strict=True):
        if not needed & missing:
            yield from form.finditer(text)
    if tongue is not None:
        for form in FORMS_ABROAD:
            yield from form.finditer(text)


def read_iso(text: str, now: datetime | None = None, tongue: str | None = None) -> Stamp | None:
    """Read a machine's date (a meta tag, JSON-LD, a `datetime` attribute), seconds since 1970 included; *tongue* as in `find_dates`."""
    return _read_stated(text.strip()[:_LONGEST], now, tongue)


@lru_cache(maxsize=64)
def _read_stated(text: str, now: datetime | None, tongue: str | None) -> Stamp | None:
    """Read a machine's date once for each page that states it often; a text is kept, so it has to be short."""
    if text.isdigit() and len(text) in (10, 13) and text[0] == "1":
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return Stamp(
            year=moment.year, month=moment.month, day=moment.day, hour=moment.hour, minute=moment.minute,
            second=moment.second, offset=UTC, text=text,
        )  # fmt: skip
    if re.fullmatch(r"(?:19|20)\d{6}(?:\d{6})?", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:8]}" + (f" {text[8:10]}:{text[10:12]}:{text[12:]}" if text[8:] else "")
    return read_date(text, now, tongue)


def _stamp(match: re.Match[str]) -> Stamp | None:
    """Make a stamp of a match; None when it is no day of the calendar."""
    part = match.groupdict()
    year = _number(part["year"]) if part.get("year") else None
    if year is not None and (era := part.get("era")):
        year += 1911 if "國" in era or "国" in era else 2018 if era == "令和" else 1988
    if part.get("one"):
        one, two = int(part["one"]), int(part["two"])
        if one > 12:
            day, month = one, two
        elif two > 12 or one == two:
            month, day = one, two
        else:
            return None  # 3/5/2024 is two days
    else:
        month = month_of(part["name"]) if part.get("name") else _number(part["month"])
        day = _number(part["day"])
    return _timed(match, part, year, month, day)


def _worded(match: re.Match[str], tongue: str | None) -> Stamp | None:
    """Make a stamp of a match in another language; None when it names no month, or its figures may be two days."""
    part = match.groupdict()
    day = int(part["day"])
    month = read_month(part["name"], tongue) if "name" in part else int(part["month"])
    if month is None or ("name" not in part and not tongue and day <= 12 and day != month):
        return None
    return _timed(match, part, common_year(part["year"]), month, day)


def _timed(match: re.Match[str], part: dict[str, str | None], year: int | None, month: int, day: int) -> Stamp | None:
    """Make a stamp of a match with these named groups, whose day is known; None when it is no day of the calendar."""
    if not is_day(year, month, day):
        return None
    hour = _hour(part)
    return Stamp(
        year=year,
        month=month,
        day=day,
        hour=hour,
        minute=int(part.get("minute") or 0) if hour is not None else 0,
        second=int(part.get("second") or 0) if hour is not None else 0,
        offset=_zone(part.get("zone")),
        text=match[0].strip(" ,，-|/(（"),
        start=match.start(),
    )


def _hour(part: dict[str, str | None]) -> int | None:
    """Give the hour of the day, halves of the day included; None when none is stated or it is no hour."""
    if not part.get("hour"):
        return None
    hour = int(part["hour"] or 0)
    late = part.get("half") in ("下午", "晚上", "傍晚", "오후", "午後") or (part.get("pm") or "").lower().startswith(
        ("p", "م")
    )
    early = part.get("half") in ("上午", "凌晨", "오전", "午前") or (part.get("pm") or "").lower().startswith(
        ("a", "ص")
    )
    if late and hour < 12:
        hour += 12
    elif early and hour == 12:
        hour = 0
    return hour if hour < 24 else None


def _zone(name: str | None) -> tzinfo | None:
    """Give the zone of a written offset or of an abbreviation that means one zone only (CST means three)."""
    if not name:
        return None
    name = name.upper()
    if name in _ZONES:
        return UTC if not _ZONES[name] else timezone(timedelta(minutes=_ZONES[name]))
    digits = name.removeprefix("UTC").removeprefix("GMT").replace(":", "")
    if len(digits) == 5 and digits[1:].isdigit():
        minutes = int(digits[1:3]) * 60 + int(digits[3:])
        if minutes < 15 * 60:
            return timezone(timedelta(minutes=minutes if digits[0] == "+" else -minutes)) if minutes else UTC
    return None


def _relative(match: re.Match[str], now: datetime) -> Stamp:
    """Make a stamp of a distance from *now*; a distance in days states no time."""
    part = match.groupdict()
    if part["day"]:
        day = now - timedelta(days=_DAYS_BACK[part["day"].lower()])
        return Stamp(
            year=day.year, month=day.month, day=day.day, hour=int(part["hour"]), minute=int(part["minute"]),
            text=match[0], start=match.start(),
        )  # fmt: skip
    moment, timed = now, True
    if part["count"]:
        count = {"a": 1.0, "an": 1.0, "半": 0.5}.get(part["count"].lower()) or float(part["count"])
        unit = _SECONDS[part["unit"][0].lower()]
        moment = now - timedelta(seconds=count * unit)
        timed = unit < 86400
    return Stamp(
        year=moment.year, month=moment.month, day=moment.day, hour=moment.hour if timed else None,
        minute=moment.minute if timed else 0, offset=now.tzinfo, text=match[0], start=match.start(),
    )  # fmt: skip


def _number(text: str | None) -> int:
    """Read a number in digits or hanzi: 12, 十二, 二十五, 一百一十三, 二〇二四; -1 for what is none."""
    text = text or ""
    if text.isdecimal():
        return int(text)
    if "百" in text:
        head, _, tail = text.partition("百")
        return _number(head or "一") * 100 + (_number(tail.lstrip("零〇○")) if tail.lstrip("零〇○") else 0)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _number(tens or "一") * 10 + (_number(ones) if ones else 0)
    digits = "".join(_NUMERALS.get(char, char) for char in text)
    return int(digits) if digits.isdecimal() else -1


def is_day(year: int | None, month: int, day: int) -> bool:
    """Tell whether it is a day of the calendar since the web began; without a year, one of a leap year."""
    if year is not None and not FIRST_YEAR <= year <= 2100:
        return False
    try:
        datetime(year or 2024, month, day, tzinfo=UTC)
    except ValueError:
        return False
    return True
