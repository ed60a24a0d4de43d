"""The settings a command was given: what their values may be, which were misspelt, and which win over a site's file."""

import difflib
import json
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings, default_settings

from crawler.extraction.model import PAGE_KINDS
from crawler.runs.sealing import COMPRESSIONS
from pipelines.text.quality import REASONS

LIKE = 0.84
"""Likeness from which an unknown setting with a prefix of nobody's is one of ours, misspelt: one letter in a dozen."""

LEVELS = ("CRITICAL", "FATAL", "ERROR", "WARNING", "WARN", "INFO", "DEBUG", "NOTSET")
"""What Python's logging knows."""

Check = Callable[[BaseSettings, str], None]
"""Takes the settings and a name; raises ValueError with what the value must be."""


def whole(least: int) -> Check:
    """Check for a whole number of at least so much."""

    def check(settings: BaseSettings, name: str) -> None:
        try:
            fits = settings.getint(name) >= least
        except (TypeError, ValueError, OverflowError):
            fits = False
        if not fits:
            raise ValueError(f"a whole number, {least} or more")

    return check


def number(least: float, *, above: bool = False) -> Check:
    """Check for a number of at least so much, or above it."""

    def check(settings: BaseSettings, name: str) -> None:
        try:
            value = settings.getfloat(name)
        except (TypeError, ValueError, OverflowError):
            value = math.nan
        if not math.isfinite(value) or value < least or (above and value == least):
            raise ValueError(f"a number greater than {least:g}" if above else f"a number, {least:g} or more")

    return check


def yes_or_no(settings: BaseSettings, name: str) -> None:
    """Check for what Scrapy takes for yes or no."""
    try:
        settings.getbool(name)
    except (TypeError, ValueError) as error:
        raise ValueError("true or false, 1 or 0") from error


def path(settings: BaseSettings, name: str) -> None:
    """Check for a path."""
    if not str(settings[name] or "").strip():
        raise ValueError("a path")


def log_file(settings: BaseSettings, name: str) -> None:
    """Check for a file that a log can be written to; it is made where it is not there."""
    try:
        with Path(settings[name] or os.devnull).open("a", encoding="utf-8"):
            pass
    except (OSError, ValueError) as error:
        raise ValueError(f"a file that can be written: {getattr(error, 'strerror', None) or error}") from error


def anything(settings: BaseSettings, name: str) -> None:
    """Take whatever it is."""


def one_of(words: Iterable[str], empty: str = "") -> Check:
    """Check for one of some words; *empty* says what none of them is called."""
    known = tuple(words)

    def check(settings: BaseSettings, name: str) -> None:
        if (settings[name] or "") not in known:
            raise ValueError(" or ".join(word or empty for word in known))

    return check


def several_of(words: Iterable[str]) -> Check:
    """Check for a list of some words."""
    known = tuple(words)

    def check(settings: BaseSettings, name: str) -> None:
        for word in settings.getlist(name):
            if word not in known:
                near = _nearest(str(word), known)
                raise ValueError(f"a list of {', '.join(known)}, and {word!r} is none of them{near and '; ' + near}")

    return check


def lines(settings: BaseSettings, name: str) -> None:
    """Check for a list of texts with `*` for any text, none of them `*` alone."""
    value = settings[name]
    if isinstance(value, str) and _is_json_list(value):
        raise ValueError("a list of texts with commas between them, not JSON")
    if not all(str(line).strip("* ") for line in settings.getlist(name)):
        raise ValueError("a list of texts with * for any text; * alone would fit every line")


def _is_json_list(value: str) -> bool:
    """Say whether a text is a JSON list of texts: Scrapy would take its brackets and quotes for part of them."""
    try:
        several = json.loads(value)
    except (ValueError, RecursionError):
        return False
    return isinstance(several, list) and any(isinstance(one, str) for one in several)


def hours(settings: BaseSettings, name: str) -> None:
    """Check for a list of hours; an empty one is none."""
    try:
        fits = all(0 <= float(rest) < math.inf for rest in settings.getlist(name))
    except (TypeError, ValueError):
        fits = False
    if not fits:
        raise ValueError("a list of hours, like 0,1,24")


def characters(settings: BaseSettings, name: str) -> None:
    """Check for numbers of characters by language."""
    must = 'a JSON object of whole numbers by language, like {"zh": 40, "": 60}'
    try:
        values = settings.getdict(name)
        fits = all(isinstance(key, str) and int(value) == float(value) >= 0 for key, value in values.items())
    except (TypeError, ValueError, OverflowError, AttributeError) as error:
        raise ValueError(must) from error
    if not fits:
        raise ValueError(must)


CHECKS: Mapping[str, Check] = {
    "SQUEEGEE_OUTPUT": path,
    "SQUEEGEE_SITES": anything,  # the spider loader names folders that are not there
    "TEMPLATE_HOLD": whole(1),
    "TEMPLATE_LEARN": yes_or_no,
    "TEMPLATE_LINES": lines,
    "TEMPLATE_KEEP": lines,
    "INJECTION_LEARN": yes_or_no,
    "BYLINE_LEARN": yes_or_no,
    "BYLINE_PATTERNS": lines,
    "QUALITY_MIN_CHARS": characters,
    "QUALITY_KEEP": several_of(dict.fromkeys((*REASONS, *PAGE_KINDS[1:]))),
    "DEDUPLICATION_REJECT_COPIES": yes_or_no,
    "DEDUPLICATION_EXPIRE_DAYS": number(0),
    "STORAGE_ENABLED": yes_or_no,
    "STORAGE_COMMIT_ARTICLES": whole(1),
    "STORAGE_COMMIT_SECONDS": number(0, above=True),
    "STORAGE_ARCHIVE": yes_or_no,
    "STORAGE_ARCHIVE_DAYS": number(0),
    "STORAGE_COMPRESSION": one_of(COMPRESSIONS, "empty"),
    "STORAGE_EXPIRE_DAYS": number(0),
    "DISCOVERY_MAX_PAGES": whole(1),
    "DISCOVERY_MAX_LISTS": whole(1),
    "DISCOVERY_AGAIN_HOURS": hours,
    "DISCOVERY_MAX_DEPTH": whole(0),
    "DISCOVERY_MAX_BARREN": whole(1),
    "DISCOVERY_MAX_SITEMAP_BYTES": whole(1),
    "DISCOVERY_TRUST_HOURS": number(0),
    "BACKOFF_SECONDS": number(0),
    "BACKOFF_MAX_SECONDS": number(0),
    "CRAWLALL_SITES": whole(1),
    "PROGRESS_ENABLED": yes_or_no,
    "PROGRESS_SUMMARY": yes_or_no,
    "METRICS_TEXTFILE_DIR": anything,
}
"""The settings of the project's own, each with its check."""

SCRAPYS: Mapping[str, Check] = {
    "DOWNLOAD_DELAY": number(0),
    "CONCURRENT_REQUESTS": whole(1),
    "CONCURRENT_REQUESTS_PER_DOMAIN": whole(1),
    "CONCURRENT_ITEMS": whole(1),
    "DOWNLOAD_TIMEOUT": number(0, above=True),
    "DOWNLOAD_MAXSIZE": whole(0),
    "REDIRECT_MAX_TIMES": whole(0),
    "LOG_LEVEL": one_of(LEVELS),
    "LOG_FILE": log_file,
}
"""Those of Scrapy's for which more is known than the type of their default."""

PREFIXES = (*sorted({f"{name.partition('_')[0]}_" for name in CHECKS}), "NORMALIZATION_", "SPINNING_")
"""How the names of the project's own settings begin."""


def problems_of(settings: BaseSettings) -> list[str]:
    """Give a sentence for each setting whose value cannot be, with name and value."""
    found = []
    for name, check in _checks(settings):
        try:
            check(settings, name)
        except ValueError as error:
            found.append(f"{name} is {settings[name]!r:.80}; it must be {error}")
    return found


def _checks(settings: BaseSettings) -> Iterator[tuple[str, Check]]:
    """Give the check of each setting that has one: of Scrapy's only where they were given for this run."""
    yield from ((name, check) for name, check in CHECKS.items() if name in settings)
    for name in settings:
        if name in CHECKS or not is_given(settings, name):
            continue
        default = getattr(default_settings, name, None)
        if name in SCRAPYS:
            yield name, SCRAPYS[name]
        elif isinstance(default, bool):
            yield name, yes_or_no
        elif isinstance(default, int | float):
            yield name, _any_number


def _any_number(settings: BaseSettings, name: str) -> None:
    try:
        settings.getfloat(name)
    except (TypeError, ValueError) as error:
        raise ValueError("a number") from error


def no_tables(settings: BaseSettings, pairs: Iterable[str]) -> list[str]:
    """Give a sentence for each `NAME=VALUE` of a setting that is a table, where the value is none: Scrapy raises on it."""
    found = []
    for name, _, value in (pair.partition("=") for pair in pairs):
        if not isinstance(settings[name], BaseSettings):
            continue
        try:
            is_table = isinstance(json.loads(value), dict)
        except ValueError:
            is_table = False
        if not is_table:
            found.append(f"{name} is {value!r:.80}; it must be a JSON object")
    return found


def misspelt(settings: BaseSettings) -> list[str]:
    """Give a sentence for each setting of this run that nobody reads but that looks like one of those in docs/settings.md."""
    found = []
    for name in settings:
        if name in CHECKS or not is_given(settings, name) or hasattr(default_settings, name):
            continue
        written = name.upper()  # `-s` takes lower case for another setting
        if written.startswith(PREFIXES):
            near = _nearest(written, CHECKS, cutoff=0.6)
        elif not (near := _nearest(written, (*CHECKS, *SCRAPYS), cutoff=LIKE)):
            continue
        found.append(f"there is no setting {name}; {near or 'docs/settings.md names all'}")
    return found


def _nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Ask whether the nearest of some words was meant; empty where none is near."""
    near = difflib.get_close_matches(word, known, 1, cutoff)
    return f"did you mean {near[0]}?" if near else ""


def is_given(settings: BaseSettings, name: str) -> bool:
    """Say whether a setting was given on the command line, so that it wins over a site's file."""
    return (settings.getpriority(name) or 0) >= SETTINGS_PRIORITIES["cmdline"]
