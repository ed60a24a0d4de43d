"""How a site is treated, as settings: `[politeness]` of its file, and no waiting for one's own machine."""

import ipaddress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from crawler.given import is_given

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

    from crawler.sites import Site

LOOPBACK_CONCURRENCY = 8
"""Requests at once to a server on this machine."""


def politeness_of(site: "Site", settings: "BaseSettings") -> dict[str, Any]:
    """Give the settings that follow from a site file.

    A site on loopback addresses is a demo, a test or one's own: nobody else is behind it, so it is not waited for
    unless the file or `-s DOWNLOAD_DELAY` says so.
    """
    politeness = site.politeness
    values: dict[str, Any] = {}
    if is_loopback(site):
        values |= {"DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS_PER_DOMAIN": LOOPBACK_CONCURRENCY}
    given = {
        "DOWNLOAD_DELAY": politeness.delay,
        "CONCURRENT_REQUESTS_PER_DOMAIN": politeness.concurrency,
        "DOWNLOAD_TIMEOUT": politeness.timeout,
        "DOWNLOAD_VERIFY_CERTIFICATES": politeness.verify_certificate,
    }
    values |= {name: value for name, value in given.items() if value is not None}
    return {name: value for name, value in values.items() if not is_given(settings, name)}


def is_loopback(site: "Site") -> bool:
    """Say whether all hosts of a site are on this machine."""
    return all(_is_loopback(urlsplit(f"//{domain}").hostname or "") for domain in site.domains)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
