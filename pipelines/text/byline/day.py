"""The full date of a dateline, which mostly leaves the year to its reader."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from pipelines.text.byline.credit import Day

URL_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19[89]|20[0-4])\d)[-/_]?(?P<month>0[1-9]|1[0-2])(?:[-/_]?(?P<day>0[1-9]|[12]\d|3[01]))?(?!\d)"
)
"""`/2024-03/05/`, `/20240305/`, `/202403/`, `t20240305_17.html`"""


def day_of_url(url: str) -> date | None:
    """Read the day in the path of a URL; the last day of the month where it states only that."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url)
    for match in URL_DAY.finditer(path):
        year, month = int(match["year"]), int(match["month"])
        if match["day"] is None:
            following = date(year + month // 12, month % 12 + 1, 1)
            return following - timedelta(days=1)
        if (day := _date(year, month, int(match["day"]))) is not None:
            return day
    return None


def complete(day: Day, references: Iterable[date]) -> date | None:
    """Give the date of a dateline.

    What it does not state is taken from the first of *references* (days at or after which the report was on the page):
    the latest date that is not after it. A report may be dated a day ahead, east of the page's clock. None where there
    is no reference, or no such date.
    """
    if day.year is not None and day.month is not None:
        return _date(day.year, day.month, day.day)
    for reference in references:
        limit = reference + timedelta(days=1)
        for back in range(24):
            months = limit.year * 12 + limit.month - 1 - back
            year, month = divmod(months, 12)
            if day.month is not None and month + 1 != day.month:
                continue
            found = _date(year, month + 1, day.day)
            if found is not None and found <= limit:
                return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
