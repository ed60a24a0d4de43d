"""A site's definition as JSON, and back: a page can be read again as it was read when its site file is gone."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from crawler.sites import Byline, Discover, Extract, Politeness, Recheck, Site, Template

TABLES = {
    "discover": Discover,
    "extract": Extract,
    "template": Template,
    "byline": Byline,
    "politeness": Politeness,
    "recheck": Recheck,
}
"""The tables of a site file."""


def facts_of_site(site: Site) -> dict[str, Any]:
    """Give a site's definition as a JSON object."""
    return {name: value for name, value in dataclasses.asdict(site).items() if name != "path"}


def site_of(facts: Mapping[str, Any]) -> Site:
    """Give the site of a JSON object; keys that are no longer known are left out."""
    values = _known(Site, facts)
    for name, table in TABLES.items():
        if isinstance(facts.get(name), Mapping):
            values[name] = table(**_known(table, facts[name]))
    return Site(**values)


def _known(cls: type, facts: Mapping[str, Any]) -> dict[str, Any]:
    names = {field.name for field in dataclasses.fields(cls)}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items() if name in names}
