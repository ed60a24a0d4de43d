"""The day that the path of a URL states."""

import re
from collections.abc import Iterable
from functools import lru_cache

from crawler.extraction.days.date_forms import MONTH, month_of
from crawler.extraction.days.dates import Stamp, is_day

_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-/_.]?)(0[1-9]|1[0-2])(?:\2|/)(0[1-9]|[12]\d|3[01])(?:\d{6})?(?!\d)"
    r"|/((?:19|20)\d\d)(/)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=/)"
    r"|/((?:19|20)\d\d)([-/])([1-9]|1[0-2])\10([1-9]|[12]\d|3[01])(?=/)"
    r"|/((?:19|20)\d\d)(/)[A-Za-z][A-Za-z_.-]{1,40}/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])(?=/)"  # its section between
)
_URL_NAMED = re.compile(rf"/(?P<year>(?:19|20)\d\d)[/-]{MONTH}[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/-])", re.IGNORECASE)
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[-/]?(?P<month>0[1-9]|1[0-2])(?=[/_-])")
_URL_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)(?=/)")
_EVENTS = re.compile(
    r"/(?:events?|calendar|calendario|kalender|termine|veranstaltung(?:en)?|eventos?|evenements?|agenda|eventi)/",
    re.IGNORECASE,
)
"""Parts of sites whose URLs hold the day on which something takes place."""


def _path(url: str) -> str:
    """Give the path of a URL, that of the page itself where an archive keeps a copy of it; without the query, which counts and tracks."""
    page = re.split(r"https?://", url)[-1].partition("?")[0].partition("#")[0]
    return "/" + page.partition("/")[2][:500]


@lru_cache(maxsize=64)
def read_url(url: str) -> Stamp | None:
    """Give the day in a URL's path (`/2024/03/05/`, `/2024/mar/05/`, `/20240305/`, `t20240305_1.html`); None when there is none, or it is an event's."""
    path = _path(url)
    if _EVENTS.search(path):
        return None
    for match in _URL_DATE.finditer(path):
        year, _, month, day = (part for part in match.groups() if part is not None)
        if is_day(int(year), int(month), int(day)):
            return Stamp(year=int(year), month=int(month), day=int(day), text=match[0].strip("/"))
    if (named := _URL_NAMED.search(path)) is not None:
        year, month, day = int(named["year"]), month_of(named["name"]), int(named["day"])
        if is_day(year, month, day):
            return Stamp(year=year, month=month, day=day, text=named[0].strip("/"))
    return None


def most_telling(url: str | None, others: Iterable[str]) -> str | None:
    """Give the URL of a page, or, where there is no day in it, the first of the *others* that it names as its own and has one.

    Where none has a day, the same for a month or year.
    """
    known = [one for one in (url, *others) if one]
    return next(filter(read_url, known), None) or next(filter(read_url_month, known), url)


@lru_cache(maxsize=64)
def read_url_month(url: str) -> tuple[int, int | None] | None:
    """Give year and month (None when only a year is there) in a URL's path; None when neither is there, or they are an event's."""
    path = _path(url)
    if _EVENTS.search(path):
        return None
    if match := _URL_MONTH.search(path):
        return int(match["year"]), int(match["month"])
    if match := _URL_YEAR.search(path):
        return int(match["year"]), None
    return None
