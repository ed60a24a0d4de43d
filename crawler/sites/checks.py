"""What the values in a site file must be beyond their type."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from crawler.extraction.page import selectors
from crawler.sites.names import problem_of
from crawler.urls import normalise_url

HOST = re.compile(r"(?:\*\.)?(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9a-f:.]+\])(?::\d{1,5})?", re.IGNORECASE)
"""A host with or without port; `*.` before it takes its subdomains in. Linear: labels end at a dot."""

LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
"""A BCP 47 tag."""

Check = Callable[[Any], Iterator[str]]
"""Takes the value, None where the file has none; gives a sentence for each problem."""


def _name(value: str | None) -> Iterator[str]:
    if value is not None and (problem := problem_of(value)) is not None:
        yield problem


def _start_urls(value: tuple[str, ...] | None) -> Iterator[str]:
    if not value:
        yield "must be given: at least one URL"
    yield from _urls(value)


def _urls(value: tuple[str, ...] | None) -> Iterator[str]:
    for url in value or ():
        if not _is_url(url):
            yield f"{url!r:.200} is no http or https URL"


def _is_url(url: str) -> bool:
    try:
        normalise_url(url)
    except ValueError:
        return False
    return True


def _domains(value: tuple[str, ...] | None) -> Iterator[str]:
    for host in value or ():
        if not HOST.fullmatch(host) or not _is_url(f"http://{host.removeprefix('*.')}/"):
            yield f"{host!r:.200} is no host; write example.com, example.com:8080 or *.example.com"


def _encoding(value: str | None) -> Iterator[str]:
    try:
        "".encode(value or "utf-8")
    except (LookupError, ValueError):
        yield f"{value!r:.80} is no charset that Python knows"


def _timezone(value: str | None) -> Iterator[str]:
    try:
        ZoneInfo(value or "UTC")
    except (OSError, ValueError, LookupError):
        yield f"{value!r:.80} is no time zone; write one like Asia/Shanghai"


def _language(value: str | None) -> Iterator[str]:
    if value is not None and not LANGUAGE.fullmatch(value):
        yield f"{value!r:.80} is no language tag; write one like zh-Hans or en"


def _patterns(value: tuple[str, ...] | None) -> Iterator[str]:
    for pattern in value or ():
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as error:
            yield f"{pattern!r:.200} is no regular expression: {error}"


def _lines(value: tuple[str, ...] | None) -> Iterator[str]:
    for line in value or ():
        if not line.strip("* "):
            yield f"{line!r:.80} would fit every line; * stands for any text beside other characters"


def _selectors(value: tuple[str, ...] | str | None) -> Iterator[str]:
    for selector in (value,) if isinstance(value, str) else value or ():
        if (problem := selectors.problem_of(selector)) is not None:
            yield problem


def _from_nought(value: float | None) -> Iterator[str]:
    if value is not None and not 0 <= value < float("inf"):
        yield f"must be 0 or more, not {value}"


def _from_one(value: float | None) -> Iterator[str]:
    if value is not None and not 1 <= value < float("inf"):
        yield f"must be 1 or more, not {value}"


CHECKS: dict[str, Check] = {
    "name": _name,
    "start_urls": _start_urls,
    "domains": _domains,
    "encoding": _encoding,
    "timezone": _timezone,
    "language": _language,
    "discover.sitemaps": _urls,
    "discover.feeds": _urls,
    "discover.article": _patterns,
    "discover.list": _patterns,
    "discover.ignore": _patterns,
    "discover.next": _selectors,
    "discover.max_pages": _from_nought,
    "discover.max_depth": _from_nought,
    **{f"extract.{key}": _selectors for key in ("title", "body", "remove", "published", "authors", "source", "next")},
    "template.lines": _lines,
    "template.keep": _lines,
    "byline.patterns": _lines,
    "politeness.delay": _from_nought,
    "politeness.concurrency": _from_one,
    "politeness.timeout": _from_one,
    "recheck.days": _from_nought,
    "recheck.hours": _from_nought,
}
"""The check of each key that has one."""
