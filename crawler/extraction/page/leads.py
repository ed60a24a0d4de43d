"""Where lines lead that are links as a whole."""

import re
from bisect import bisect_right
from operator import itemgetter
from urllib.parse import SplitResult, urlsplit

from crawler.extraction.page.blocks import Page

_LONGEST = 300
"""Characters of an address that is split."""
_SHORT = 3
"""Letters of a label of a host that names a kind of sites, at most."""
_HOME = re.compile(r"/?(?:index\.\w{2,5})?")
"""The path of a site's first page."""


def leads_home(page: Page, index: int) -> bool:
    """Tell whether a line is a link to the site's first page, as the site's name is."""
    address = leads_to(page, index)
    return address is not None and not address.query and _HOME.fullmatch(address.path) is not None


def leads_to(page: Page, index: int, whole: float = 1.0) -> SplitResult | None:
    """Give the address that a line leads to which is a link as a *whole*, or for that share; None for any other.

    The links of pictures before it count as of the same line: its own is the last.
    """
    line = page.lines[index]
    if line.link < whole * len(line.text):
        return None
    end = bisect_right(page.anchors, index, key=itemgetter(0))
    found = (split_address(href) for i, href, _ in reversed(page.anchors[max(0, end - 2) : end]) if i == index)
    return next((address for address in found if address), None)


def split_address(href: str) -> SplitResult | None:
    """Give the parts of an address; None for one that is none, or leads nowhere but within the page."""
    try:
        address = urlsplit(href.strip()) if len(href) <= _LONGEST else None
    except ValueError:  # a bracket that opens no address
        return None
    return address if address and (address.netloc or address.path) else None


def same_site(address: SplitResult, own: str) -> bool:
    """Tell whether an address is of the site whose page has that of its *own*, or of a part of it."""
    if not address.netloc:
        return not address.scheme
    page = split_address(own)
    return page is not None and site_of(page) == site_of(address) != ""


def site_of(address: SplitResult) -> str:
    """Give the last two labels of an address's host, or three where the one before the last is short (`.co.uk`)."""
    labels = address.netloc.lower().rpartition("@")[2].partition(":")[0].split(".")
    return ".".join(labels[-3 if len(labels[-2:][0]) <= _SHORT else -2 :])
