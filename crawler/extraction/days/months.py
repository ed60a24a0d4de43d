"""Dates in the languages that write the month as a word, and in those that write the day before it in figures."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_CLOCK = r"""
    (?:
      [\s,،;.|·•г–—-]{0,4}(?:(?:um|a\slas|às|as|à|alle(?:\sore)?|ore|saat|pukul|jam|в|о|kl\.?|om|klo|lúc|الساعة|เวลา)\s?)?
      (?P<hour>[01]?\d|2[0-3])\s?(?::|[hH](?=\d))(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d)
      (?:\s{0,2}(?P<pm>[ap]\.?m\.?|[صم](?![^\W\d_]))(?![a-z]))?
      (?:\s{0,2}(?P<zone>Z|UTC|GMT|CET|CEST|MEZ|MESZ|WIB|WITA|WIT|MSK|МСК|TSİ|(?:UTC|GMT)?[+-]\d{2}:?\d{2})(?![^\W\d_]))?
    )?
"""
_OF = r"(?:\s?(?:de|del|d['’]|of)\s|[\s,،./-]{1,2})"
_FLAGS = re.VERBOSE | re.IGNORECASE
_NAME = r"(?P<name>tháng\s(?:\d\d?|[^\W\d_]{2,5}(?:\s(?:một|hai))?)|[^\s\d,;:()|/]{2,14}(?:\s(?:الأول|الاول|الثاني))?)(?:\s?/\s?[^\s\d,;:()|/]{2,12}(?:\s(?:الأول|الاول|الثاني))?)?"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:พ\.ศ\.\s?|ค\.ศ\.\s?|năm\s)?[12१२١٢۱۲๑๒]\d{3})(?!\d)"
FORMS_ABROAD = (
    re.compile(  # 5. März 2024, 5 de marzo de 2024, ٥ مارس ٢٠٢٤, ngày 5 tháng 3 năm 2024
        rf"(?<![\d.:/]){_DAY}(?:\.|er|º|ª|-?е)?{_OF}{_NAME}[.,،]{{0,2}}{_OF}{_YEAR}{_CLOCK}", _FLAGS
    ),
    re.compile(rf"(?<![\d.:/]){_YEAR}\.?\s{_NAME}\s{_DAY}(?!\d)\.?{_CLOCK}", _FLAGS),  # 2024. március 5.
    re.compile(  # marzo 5, 2024
        rf"(?<![^\W_]){_NAME}\.?\s{_DAY}(?:,\s|\sde\s|\sdel\s){_YEAR}{_CLOCK}", _FLAGS
    ),
    re.compile(  # 05.03.2024, 5/3/2024
        rf"(?<![\d./-])(?P<day>[0-3]?\d)(?P<mark>[./-])(?P<month>[01]?\d)(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d){_CLOCK}",
        _FLAGS,
    ),
)
"""Dates with the month as a word, and with the day before it in figures: read where a page's language writes them so."""
_NOT_DAY_FIRST = ("en", "zh", "ja", "ko", "fil", "tl")
"""Languages whose dates in figures are not read with the day first: English has both ways, the others have another."""
_COMMONWEALTH = re.compile(r"en[-_](?:gb|uk|au|nz|ie|in|za|sg|my|hk|ke|ng|pk)$", re.IGNORECASE)
_COUNTRY = re.compile(
    r"^[a-z]{2,9}://[^/?#\s]{1,250}\.(?:uk|au|nz|ie|in|za|sg|my|hk|ke|ng|pk)(?:[:/?#]|$)", re.IGNORECASE
)
"""Languages and hosts of countries where English is written with the day before the month."""
_BUDDHIST = 543
"""Years between the era of Thailand and the common one."""


def tongue_of(language: str | None, url: str | None, claims: Iterable[str]) -> str | None:
    """Give the language in which `find_dates` is to read a page's dates besides those that it reads everywhere.

    None where these are all, "" where the language is not known. *claims* are what the page says of its language: the
    English of Britain and of other countries writes the day first.
    """
    base = (language or "").partition("-")[0]
    if base not in _NOT_DAY_FIRST:
        return language or ""
    day_first = any(map(_COMMONWEALTH.match, claims)) or (url is not None and _COUNTRY.match(url) is not None)
    return "en-GB" if base == "en" and day_first else None


@cache
def _names() -> dict[str, dict[str, int]]:
    """Load the names of the months of each language, without accents, in small letters."""
    tables = tomllib.loads((files("crawler.extraction") / "data" / "months.toml").read_text("utf-8"))
    return {
        language: {_bare(name): month for month, names in enumerate(twelve, 1) for name in names.split("|")}
        for language, twelve in tables.items()
    }


def read_month(name: str, language: str | None) -> int | None:
    """Give the number of the month that a word names, in full or cut short, in a language, or in every one where it has a name.

    None where it names no month, or not the same one in all.
    """
    bare = _bare(name).rstrip(".")
    tables = _names()
    code = (language or "").partition("-")[0]
    code = "no" if code in ("nb", "nn") else code
    found = _look_up(bare, [tables[code]]) if code in tables else set()
    found = found or _look_up(bare, list(tables.values()))
    return found.pop() if len(found) == 1 else None


def _look_up(bare: str, tables: "list[dict[str, int]]") -> set[int]:
    """Give the months of tables of names that a bare word is, else those that it begins."""
    exact = {table[bare] for table in tables if bare in table}
    if exact or len(bare) < 3:
        return exact
    return {month for table in tables for name, month in table.items() if name.startswith(bare)}


def common_year(written: str) -> int:
    """Give the year of the common era that digits of any script write, one of the Buddhist era included."""
    year = int("".join(char for char in written if char.isdecimal()))
    return year - _BUDDHIST if year >= 2400 else year


def _bare(name: str) -> str:
    """Give a word in small letters without accents, the dotless i of Turkish as i."""
    low = unicodedata.normalize("NFD", name.casefold())
    return "".join(char for char in low if not "\u0300" <= char <= "\u036f").replace("ı", "i")
