"""What a run rests on: versions of the code and of its rules, and a digest of everything that was set."""

import dataclasses
import json
import platform
import tomllib
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import scrapy

from crawler.runs.run import RunSettings
from crawler.runs.sealing import COMPRESSIONS

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

    from crawler.sites import Site

ROOT = Path(__file__).parent.parent.parent

RULES = ("pipelines", "crawler/extraction")
"""Where the rules are that decide what an article is: their code and their data files."""

DIGITS = 12
"""Hexadecimal digits of a digest: enough to tell versions apart, short enough to read out."""

NO_MATTER = ("LOG_", "SQUEEGEE_OUTPUT", "EDITOR")
"""Beginnings of settings that change nothing of what is written."""

SECRET = ("PASS", "TOKEN", "SECRET", "KEY", "USER")
"""Parts of the names of settings that may hold secrets; they change nothing of what is written either."""


@cache
def rules_digest() -> str:
    """Give a digest of all rules: the same digest, the same text out of the same page."""
    digest = sha256()
    for folder in RULES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:DIGITS]


@cache
def squeegee_version() -> str:
    """Give the version of this project, installed or not."""
    try:
        return version("squeegee")
    except PackageNotFoundError:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        return str(project["project"]["version"])


def versions() -> dict[str, str]:
    """Give the `versions` of `run.json`."""
    return {
        "squeegee": squeegee_version(),
        "scrapy": scrapy.__version__,
        "python": platform.python_version(),
        "rules": rules_digest(),
    }


def settings_digest(settings: "BaseSettings", site: "Site | None" = None) -> str:
    """Give a digest of all settings that can change what is written, and of the site's definition."""
    told = {
        name: _plain(settings[name])  # not `get`, which warns of deprecated names nobody set
        for name in sorted(settings)
        if not name.startswith(NO_MATTER) and not any(part in name for part in SECRET)
    }
    if site is not None:
        told["site"] = {name: _plain(value) for name, value in dataclasses.asdict(site).items() if name != "path"}
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:DIGITS]


def facts_of(crawler: "Crawler") -> dict[str, Any]:
    """Give what `run.json` says about code and settings."""
    site = getattr(crawler.spidercls, "site", None)
    return {"versions": versions(), "settings_digest": settings_digest(crawler.settings, site)}


def run_settings(settings: "BaseSettings", facts: dict[str, Any]) -> RunSettings:
    """Read the settings of a run; raises ValueError for one that cannot be."""
    compression = settings["STORAGE_COMPRESSION"] or ""
    if compression not in COMPRESSIONS:
        raise ValueError(f"STORAGE_COMPRESSION is {compression!r}; it can be 'gz', 'zst' or empty")
    articles, seconds = settings.getint("STORAGE_COMMIT_ARTICLES"), settings.getfloat("STORAGE_COMMIT_SECONDS")
    if articles < 1 or seconds <= 0:
        raise ValueError("STORAGE_COMMIT_ARTICLES and STORAGE_COMMIT_SECONDS must be greater than 0")
    return RunSettings(
        output=Path(settings["SQUEEGEE_OUTPUT"]),
        commit_articles=articles,
        commit_seconds=seconds,
        compression=compression,
        expire_days=settings.getfloat("STORAGE_EXPIRE_DAYS"),
        facts=facts,
    )


def _plain(value: Any) -> Any:
    """Give a value as JSON of a stable form: classes and functions by name, mappings in order."""
    if isinstance(value, dict) or hasattr(value, "items"):
        return sorted((str(_plain(key)), _plain(item)) for key, item in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in (sorted(value, key=str) if isinstance(value, set | frozenset) else value)]
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, Path):
        return str(value)
    named = value if hasattr(value, "__qualname__") else type(value)
    return f"{named.__module__}.{named.__qualname__}"
