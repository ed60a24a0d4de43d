"""Pages that lead to articles: lists of links, of dated rows, of posts and of teasers."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from crawler.extraction.kinds.posts import is_of_posts, is_of_teasers
from crawler.extraction.main_text.survey import Survey
from crawler.extraction.page.blocks import Node, Page
from crawler.extraction.page.letters import letters

MANY_LINKS = 40
"""Links of a page that may be a list."""
NEAR = 30
"""Lines between a headline and its text: stamps, tools, pictures."""
TEASERS = 4
"""Blocks of one kind in a row, from which they are teasers."""
ROWS, ROWS_SHARE = 8, 0.7
"""Lines that begin or end with a day from which they are a list, and the share of the text that is such lines."""
_DATED = re.compile(
    r"^\W{0,3}(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}\b|\d{1,2}[-/.月]\d{1,2}日?\W{0,3}$|\d{1,2}:\d\d\W{0,3}$"
)
_FIRST = re.compile(
    r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|default|home(?:page)?)(?:\.\w{2,5})?/?)?", re.IGNORECASE
)
"""The path of a site's first page, in one of its languages perhaps."""
_LISTS = ("CollectionPage", "SearchResultsPage", "ProfilePage", "og:profile")
"""Types that pages which lead to others state: lists, and people with what they wrote."""


def is_list(survey: Survey, body: Sequence[int], size: int, url: str | None) -> bool:
    """Tell whether a page leads to articles: links outweigh its text by far, and that text is teasers, or the page says so, or is the site's first.

    A short piece of news among many links is an article: its headline stands above it, and its lines are not blocks
    of one kind in a row.
    """
    page = survey.page
    if len(page.anchors) < MANY_LINKS or sum(line.link for line in page.lines) < 2 * size:
        return False
    twins = Counter((node.parent, node.tag, node.name) for node in page.nodes)
    teasers = sum(_is_teaser(page.lines[i].node.box, twins) for i in body)
    headed = body[0] - NEAR <= survey.title_line <= body[0] and not _is_item(page, survey.title_line)
    stated = not survey.data.kinds.isdisjoint(_LISTS) or _is_first(survey, url)
    return 2 * teasers > len(body) or not headed or stated


def leads_on(survey: Survey, body: Sequence[int], url: str | None) -> bool:
    """Tell whether a text is of the posts of a blog, or of the beginnings of other pages' texts."""
    first = _has_no_path(url or "")
    stated = first or not survey.data.kinds.isdisjoint(_LISTS)
    own, article = url or next(iter(survey.data.canonicals), ""), "og:article" in survey.data.kinds
    return is_of_posts(survey.page, body, first=first) or is_of_teasers(
        survey.page, body, stated=stated, article=article, own=own
    )


def _is_item(page: Page, line: int) -> bool:
    """Tell whether the line that was taken for a headline is an item of a list, and no part of `<title>`."""
    return page.lines[line].kind == "item" and letters(page.lines[line].text) not in letters(page.title)


def _is_first(survey: Survey, url: str | None) -> bool:
    """Tell whether a page is a site's first one: it says that it is a site, and its address has no path."""
    own = url or next(iter(survey.data.canonicals), "")
    return "og:website" in survey.data.kinds and _has_no_path(own)


def _has_no_path(url: str) -> bool:
    """Tell whether an address is that of a site's first page."""
    try:
        address = urlsplit(url.strip())
    except ValueError:  # a bracket that opens no address
        return False
    return address.netloc != "" and not address.query and _FIRST.fullmatch(address.path) is not None


def has_dated_rows(page: Page, body: Sequence[int]) -> bool:
    """Tell whether a text without a sentence is of rows that begin or end with a day, of which the page has many."""
    if any(page.lines[i].prose for i in body):
        return False
    rows = [i for i in body if _DATED.search(page.lines[i].text)]
    makes = {(page.lines[i].node.tag, page.lines[i].node.name, page.lines[i].kind) for i in rows}
    alike = (line for line in page.lines if (line.node.tag, line.node.name, line.kind) in makes)
    return len(rows) >= ROWS_SHARE * len(body) and sum(_DATED.search(line.text) is not None for line in alike) >= ROWS


def is_of_dated_rows(page: Page) -> bool:
    """Tell whether most of a page is rows of one make that begin or end with a day; a shell without its text has few beside."""
    rows: Counter[tuple[str, str, str]] = Counter()
    weights: Counter[tuple[str, str, str]] = Counter()
    for line in page.lines:
        if _DATED.search(line.text):
            make = (line.node.tag, line.node.name, line.kind)
            rows[make] += 1
            weights[make] += line.weight
    half = sum(line.weight for line in page.lines) / 2
    return any(count >= ROWS and weights[make] >= half for make, count in rows.items())


def _is_teaser(box: Node, twins: Counter[tuple[Node | None, str, str]]) -> bool:
    """Tell whether a block is one of several of its kind, or stands in one."""
    return any(node is not None and twins[node.parent, node.tag, node.name] >= TEASERS for node in (box, box.parent))


def linked(page: Page) -> float:
    """Give the share of link text in the page's text."""
    total = sum([len(line.text) for line in page.lines])
    return sum([line.link for line in page.lines]) / total if total else 0.0
