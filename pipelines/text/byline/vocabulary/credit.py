"""What the byline rules find: a credit with its place, the closed vocabulary of its forms, and the full date of its day."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

PARTS = ("qualifier", "core", "person")
"""What composed roles are made of, in their order."""
SOURCE_PARTS = ("source_qualifier", "source_core", "source_end")
"""The same of labels of sources."""
URL_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19[89]|20[0-4])\d)[-/_]?(?P<month>0[1-9]|1[0-2])(?:[-/_]?(?P<day>0[1-9]|[12]\d|3[01]))?(?!\d)"
)
"""`/2024-03/05/`, `/20240305/`, `/202403/`, `t20240305_17.html`"""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A stretch of a paragraph that credits somebody."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last one."""
    reason: str
    """`dateline`, `author`, `photo_credit`, `fake_byline`, `editor`, `source`, `page_header` or `site_pattern`."""
    names: tuple[str, ...] = ()
    """Those who wrote the article."""
    source: str | None = None
    """The publisher it names."""
    day: Day | None = None
    """The day of a dateline."""
    evidence: str = ""
    """What speaks for it, in words for a person."""


def as_credit(dateline: Dateline, evidence: str) -> Credit:
    """Give the head of a paragraph as a credit."""
    return Credit(
        start=0,
        end=dateline.end,
        reason="dateline",
        names=dateline.names,
        source=dateline.source,
        day=dateline.day,
        evidence=evidence,
    )


@cache
def words() -> dict[str, frozenset[str]]:
    """Load the labels of credit lines, by class."""
    text = (files("pipelines.text") / "data" / "credits.toml").read_text(encoding="utf-8")
    return {name: frozenset(values) for name, values in tomllib.loads(text).items()}


@cache
def label_classes() -> dict[str, str]:
    """Give the class of every label."""
    classes = ("time", "source", "photo", "author", "staff", "editor")
    return {label: name for name in classes for label in words()[name]}


@cache
def label_pattern() -> "re.Pattern[str]":
    """Give the expression of a label with its separator; linear, an alternation of fixed words."""
    labels = "|".join(_spaced(label) for label in sorted(label_classes(), key=len, reverse=True))
    labels = f"{composed_source().pattern}|{labels}|{composed_role().pattern}"
    # One look at the first character spares most places the alternation.
    firsts = "".join(
        sorted(
            {label[0] for name in ("qualifier", "core", *SOURCE_PARTS[:2]) for label in words()[name]}
            | {label[0] for label in label_classes()}
        )
    )
    # Chinese labels may be followed by a space alone, words of spaced scripts need a mark or end in `by`.
    return re.compile(
        rf"(?P<label>(?=[{firsts}])(?:{labels})(?:[、和及](?:{labels}))?)(?P<mark>\s*[:：/／╱|丨｜∣│=＝]\s*|(?<=[\u3400-\u9fff가-힣][가-힣\u3400-\u9fff])[\s\u3000]+|(?<=[\u3400-\u9fff])[\s\u3000]+|(?<=by) )"
    )


def class_of(label: str) -> str:
    """Give the class of a label as it stands in the text, be it set wide (`编 辑`)."""
    known = label_classes().get(label) or label_classes().get("".join(label.split()))
    return known or ("source" if composed_source().fullmatch(label) else "staff")


@cache
def composed_source() -> "re.Pattern[str]":
    """Give the expression of a label of sources (`文章来源网站`); linear, at most three fixed words."""
    qualifier, core, end = ("|".join(sorted(words()[name], key=len, reverse=True)) for name in SOURCE_PARTS)
    return re.compile(rf"(?:{qualifier})?(?:{core})(?:{end})?")


@cache
def composed_role() -> "re.Pattern[str]":
    """Give the expression of a role made of qualifiers and a core (`值班总编辑`); linear, at most four fixed words."""
    qualifier, core, person = ("|".join(sorted(words()[name], key=len, reverse=True)) for name in PARTS)
    return re.compile(rf"(?:{qualifier}){{0,2}}(?:{core}){{1,2}}(?:{person})?")


def _spaced(label: str) -> str:
    """Give the expression of a label; the two characters of a short one may stand apart."""
    if len(label) == 2 and not label.isascii():
        return rf"{label[0]}[\s\u3000]{{0,2}}{label[1]}"
    return re.escape(label)


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
