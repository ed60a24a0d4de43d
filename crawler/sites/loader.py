"""From a TOML file to a Site, with an error for everything the file should not say."""

import difflib
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from crawler.sites.checks import CHECKS
from crawler.sites.errors import SiteError
from crawler.sites.model import Site
from crawler.sites.names import problem_of
from crawler.urls import host_of, normalise_url, owns

TYPE_NAMES = {str: "a string", int: "a whole number", float: "a number", bool: "true or false"}


def load_sites(folders: Iterable[Path]) -> tuple[dict[str, Site], list[SiteError]]:
    """Read every `*.toml` in some folders: the good sites by name, and what is wrong with the others.

    A second site of the same name is an error of its file; the first one stays.
    """
    sites: dict[str, Site] = {}
    errors: list[SiteError] = []
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            try:
                site = load_site(path)
            except SiteError as error:
                errors.append(error)
                continue
            if site.name in sites:
                problem = f"name: {site.name!r} is taken by {sites[site.name].path}, so this file is not crawled"
                errors.append(SiteError(path, site.name, [problem]))
            else:
                sites[site.name] = site
    return sites, errors


def load_site(path: Path) -> Site:
    """Read one site file.

    Raises SiteError for a file that is no TOML, and for unknown keys, wrong types, bad regular expressions, selectors,
    charsets, zones and URLs: all problems of the file at once.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        problem = f"must be UTF-8, which byte {error.object[error.start]:#04x} at position {error.start} is not"
        raise SiteError(path, path.stem, [problem]) from error
    except (OSError, ValueError, RecursionError) as error:  # tomllib raises more than its own error
        raise SiteError(path, path.stem, [str(error)]) from error
    problems: list[str] = []
    values = _read_table(Site, table, "", problems)
    values.setdefault("name", path.stem)
    values["domains"] = values.get("domains") or _own_hosts(values.get("start_urls", ()))
    said = " ".join(problems)
    for key, check in CHECKS.items():
        # A required key that has a wrong type, or was misspelt, is not missing as well.
        if key not in said or _value(values, key) is not None:
            problems.extend(f"{key}: {problem}" for problem in check(_value(values, key)))
    if problems:
        name = values["name"]
        raise SiteError(path, path.stem if problem_of(name) else name, problems)
    values["start_urls"] = tuple(normalise_url(url) for url in values["start_urls"])
    values["domains"] = tuple(map(_host, values["domains"]))
    site = Site(**values, path=path)
    if problems := list(_strangers(site)):
        raise SiteError(path, site.name, problems)
    return site


def _read_table(model: type, table: Mapping[str, Any], prefix: str, problems: list[str]) -> dict[str, Any]:
    """Give the constructor's arguments for a dataclass, adding to *problems* what does not fit it."""
    hints = get_type_hints(model)
    hints.pop("path", None)
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = prefix + key
        if key not in hints:
            problems.append(f"{name}: unknown key{_nearest(key, hints, prefix)}")
        elif is_dataclass(hints[key]):
            if not isinstance(value, dict):
                problems.append(f"{name}: must be a table, [{name}]")
                continue
            values[key] = hints[key](**_read_table(hints[key], value, f"{name}.", problems))
        else:
            try:
                values[key] = _read_value(hints[key], value)
            except TypeError as error:
                problems.append(f"{name}: must be {error}, not {value!r:.80}")
    return values


def _read_value(hint: Any, value: Any) -> Any:
    """Give a value as its type says; raises TypeError with the name of the type it should have."""
    if get_origin(hint) is UnionType:
        hint = next(kind for kind in get_args(hint) if kind is not type(None))
    if get_origin(hint) is tuple:
        several = [value] if isinstance(value, str) else value
        if not isinstance(several, list) or not all(isinstance(item, str) for item in several):
            raise TypeError("a string or a list of strings")
        return tuple(several)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not hint:
        raise TypeError(TYPE_NAMES[hint])
    return value


def _nearest(key: str, hints: Mapping[str, Any], prefix: str) -> str:
    """Name the known key that a wrong one was probably meant to be, in this table or in another."""
    elsewhere = {
        f"{table}.{entry.name}": entry.name
        for table, model in get_type_hints(Site).items()
        if is_dataclass(model)
        for entry in fields(model)
        if f"{table}." != prefix
    }
    if near := difflib.get_close_matches(key, hints, n=1, cutoff=0.6):
        return f"; the nearest known key is {prefix}{near[0]}"
    if homes := [place for place, name in elsewhere.items() if name == key]:
        return f"; it belongs into a table: {' or '.join(homes)}"
    if near := difflib.get_close_matches(key, elsewhere.values(), n=1, cutoff=0.6):
        return f"; the nearest known key is {next(p for p, n in elsewhere.items() if n == near[0])}"
    return f"; known keys are {', '.join(hints)}"


def _own_hosts(urls: Iterable[str]) -> tuple[str, ...]:
    """Give the hosts of the start URLs; the check of the URLs themselves names those that are none."""
    hosts: dict[str, None] = {}
    for url in urls:
        try:
            hosts[host_of(normalise_url(url))] = None
        except ValueError:
            continue
    return tuple(hosts)


def _strangers(site: Site) -> Iterator[str]:
    """Give a problem for each URL of the file that lies on none of its domains, and would never be fetched."""
    discover = site.discover
    named = {"start_urls": site.start_urls, "discover.sitemaps": discover.sitemaps, "discover.feeds": discover.feeds}
    for key, urls in named.items():
        for host in dict.fromkeys(host_of(normalise_url(url)) for url in urls):
            if not owns(site.domains, host):
                yield f"{key}: {host} is none of the domains, {', '.join(site.domains)}"


def _host(domain: str) -> str:
    """Give a host as URLs spell it: lower case, IDNA, no default port."""
    star = "*." if domain.startswith("*.") else ""
    return star + host_of(normalise_url(f"http://{domain.removeprefix('*.')}/"))


def _value(values: Mapping[str, Any], key: str) -> Any:
    """Give the value at a dotted key, None where the file does not have it."""
    table, _, entry = key.rpartition(".")
    if not table:
        return values.get(key)
    return getattr(values[table], entry) if table in values else None
