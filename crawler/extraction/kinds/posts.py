"""Pages that show the posts of a blog, or the beginnings of other articles, one below the other."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile
from urllib.parse import SplitResult

from crawler.extraction.days.dates import find_dates
from crawler.extraction.days.day_words import STAMP_CHARS
from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.leads import leads_to, same_site, site_of, split_address
from crawler.extraction.page.tags import HEADINGS

_LEAST = 4
"""Posts of such a page, at least."""
_ABOVE = 2
"""Lines before the text in which the headline of the first post stands: its day may be between."""
_INTRODUCED = 2
"""Lines of prose of a paragraph that introduces a list, at most."""
_CALLED = frozenset(("home", "archive", "category"))
"""Classes of the `<body>` of such pages, after the template hierarchy of WordPress."""
_LISTING = frozenset(("archive", "category", "tag", "author", "search-results", "pg_forumdisplay"))
"""The same of lists that may begin with a paragraph about their subject, and of the boards of Discuz!."""
_SINGLE = frozenset(("single", "page", "single-post"))
"""The same of an article."""
_LISTED, _WHOLE = 3, 0.8
"""Headlines of other pages behind such a paragraph, at least, and the share of each that is a link."""
_TEASERS, _HEADED = 6, 10
"""Teasers of a list, at least; and where nothing but headings that lead to pages of the site tells them."""
_HEADLINE = 6
"""Characters of the link that is the headline of a teaser, at least."""
_BELOW, _BESIDE = 4, 3
"""Lines below the headline of a teaser in which its text begins, and around both in which its day is, or its second link."""
_TEASER = 450
"""Weight of the text of a teaser, at most: 150 hanzi."""
_AGO = re.compile(
    r"\d{1,3}\s?(?:秒|分|分钟|分鐘|个?小时|個?小時|時間|天|日|周|週|초|분|시간|일|주)\s?(?:之?前|전)|\d{1,3}\s?[a-z]{1,7}\sago\b"
)
"""How long ago a teaser came out, as lists of what is new say it: without a clock it is no day."""
_STAMPED = 8
"""Lines below a headline in which its text begins, at most, where the day of an article stands between."""
_NAME = 30
"""Weight of a link from which it is no name of an author."""
_SITES = 3
"""Sites to which headlines lead from which they are what somebody read elsewhere, and no list of a site."""
_MOST = 0.7
"""Share of a page's text that is of teasers, at least."""


def is_of_posts(page: Page, body: Sequence[int], *, first: bool) -> bool:
    """Tell whether a text is of posts, each below a headline of the same rank that leads to its own page of the site.

    No line of it stands above them, and the page is the *first* one of the site, or its `<body>` is called so.
    """
    if not first and _CALLED.isdisjoint(_classes(page)):
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


def introduces_list(page: Page, body: Sequence[int]) -> bool:
    """Tell whether a short text introduces a list: the `<body>` is called one, and headlines of one make that are links follow."""
    called = _classes(page)
    if _LISTING.isdisjoint(called) or not _SINGLE.isdisjoint(called):
        return False
    if sum(page.lines[i].prose for i in body) > _INTRODUCED:
        return False
    heads = Counter(
        (line.tag, line.node.tag)
        for line in page.lines[body[-1] + 1 :]
        if line.link >= max(_HEADLINE, _WHOLE * len(line.text))
    )
    return max(heads.values(), default=0) >= _LISTED


def _classes(page: Page) -> list[str]:
    """Give the classes and the id of the `<body>`, in small letters."""
    return next((node.name for node in page.nodes if node.tag == "body"), "").lower().split()


def is_of_teasers(page: Page, body: Sequence[int], *, stated: bool, article: bool, own: str) -> bool:
    """Tell whether a text is of teasers: short texts of one make, each below the headline of a page of its own.

    Beside each stands its day, or a second link to that page (`Read more`), as in columns and lists by tag; or it is
    *stated* that the page leads to others: it is the first of its site, or its metadata say so. Where these do not say
    that it is an *article*, many below headings that lead to pages of its *own* site are enough.
    """
    lines = page.lines
    prose = [i for i in body if lines[i].prose]
    least = _MOST * sum(lines[i].weight for i in prose)
    if teased(page, body) < least:
        return False
    ways = [(_teasers(page, own, stated=stated), _TEASERS)]
    if not article:
        ways.append((_teasers(page, own, stated=True, headed=True), _HEADED))
    for teasers, fewest in ways:
        if len({site_of(address) for address in teasers.values()}) >= _SITES:
            continue
        makes = Counter(lines[text].make for text in teasers)
        make, most = makes.most_common(1)[0] if makes else (None, 0)
        told = {text for text in teasers if lines[text].make == make}
        if most >= fewest and sum(lines[i].weight for i in prose if i in told) >= least:
            return True
    return False


def teased(page: Page, body: Sequence[int]) -> int:
    """Give the weight of the prose of a text that may be of teasers."""
    return sum(page.lines[i].weight for i in body if page.lines[i].prose and _may_be_teaser(page.lines, i))


def _may_be_teaser(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line of prose is short and a link stands right above it: most pages need no further look."""
    above = lines[max(0, index - _BELOW) : index]
    return lines[index].weight < _TEASER and any(line.link >= _HEADLINE and not line.prose for line in above)


def _teasers(page: Page, own: str, *, stated: bool, headed: bool = False) -> dict[int, SplitResult]:
    """Give the lines that are the text of a teaser, each with the page to which it leads; a bar of many links above a text makes it one, and once.

    Where teasers are *headed*, their headlines are headings that lead to pages of the site whose page has the address *own*.
    """
    lines = page.lines
    links = Counter(href for _, href, _ in page.anchors)
    here = split_address(own)
    heads = {
        href: i
        for i, href, _ in page.anchors  # the link of a picture stands before that of the headline
        if i < len(lines) and lines[i].link >= _HEADLINE and not lines[i].prose
    }
    texts: dict[int, SplitResult] = {}
    for href, head in heads.items():
        to = split_address(href)
        if to is None or (here and to.path == here.path and site_of(to) in ("", site_of(here))):
            continue  # a part of the page itself, such as a post of a live blog
        if headed and not (lines[head].tag in HEADINGS and same_site(to, own)):
            continue
        below = range(head + 1, min(head + 1 + _BELOW, len(lines)))
        text = next((i for i in below if lines[i].prose and lines[i].weight < _TEASER), None)
        if text is not None and (stated or links[href] > 1 or _is_dated(page, head, text)):
            texts[text] = to
    return texts


def _is_dated(page: Page, head: int, text: int) -> bool:
    """Tell whether a day stands beside a headline and a text."""
    near = page.lines[head : text + _BESIDE]
    return any(len(line.text) < STAMP_CHARS and (_AGO.search(line.text) or _has_day(line)) for line in near)


def is_stamped(page: Page, headline: int, body: Sequence[int]) -> bool:
    """Tell whether a day stands between a headline and its text, before any other headline and in no line of a make that has others: so it is with an article, and with no page that asks or leads on."""
    if not body or not 0 <= headline < body[0] <= headline + _STAMPED:
        return False
    between = takewhile(lambda line: not _may_head(line), page.lines[headline + 1 : body[0]])
    stamp = next((line for line in between if _is_stamp(line)), None)
    if stamp is None:
        return False
    return not any(line.make == stamp.make and line is not stamp and _is_stamp(line) for line in page.lines)


def _is_stamp(line: Line) -> bool:
    return len(line.text) < STAMP_CHARS and not line.prose and _has_day(line)


def opens_with_text(page: Page, headline: int, body: Sequence[int]) -> bool:
    """Tell whether a text begins with a paragraph that stands below no headline but that of the page."""
    return page.lines[body[0]].prose and not any(map(_may_head, page.lines[headline + 1 : body[0]]))


def _may_head(line: Line) -> bool:
    """Tell whether a line may be the headline of a teaser: a heading, or a link that is longer than a name."""
    return line.kind == "heading" or (line.weight >= _NAME and line.link >= _WHOLE * len(line.text))


def _has_day(line: Line) -> bool:
    return next(iter(find_dates(line.text, None, None)), None) is not None
