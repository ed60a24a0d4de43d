"""Pages that show the posts of a blog one below the other."""

from collections.abc import Sequence
from itertools import pairwise

from crawler.extraction.page.blocks import Page
from crawler.extraction.page.tags import HEADINGS
from crawler.extraction.titles.headings import leads_to

_LEAST = 4
"""Posts of such a page, at least."""
_ABOVE = 2
"""Lines before the text in which the headline of the first post stands: its day may be between."""
_CALLED = frozenset(("home", "archive", "category"))
"""Classes of the `<body>` of such pages, after the template hierarchy of WordPress."""


def is_of_posts(page: Page, body: Sequence[int], *, first: bool) -> bool:
    """Tell whether a text is of posts, each below a headline of the same rank that leads to its own page of the site.

    No line of it stands above them, and the page is the *first* one of the site, or its `<body>` is called so.
    """
    called = next((node.name for node in page.nodes if node.tag == "body"), "")
    if not first and _CALLED.isdisjoint(called.lower().split()):
        return False
    above = range(max(0, body[0] - _ABOVE), body[-1])
    headed = [i for i in above if page.lines[i].tag in HEADINGS and page.lines[i].link >= len(page.lines[i].text)]
    own = [i for i in headed if page.lines[i].tag == page.lines[headed[0]].tag]
    addresses = {address for i in own if (address := leads_to(page, i))}
    if len(addresses) < _LEAST or len({address.netloc for address in addresses}) > 1 or body[0] < own[0]:
        return False
    told = [i for i in body if page.lines[i].prose]
    parts = pairwise((*own, body[-1] + 1))
    return sum(any(start < i < end for i in told) for start, end in parts) >= _LEAST
