"""Links that are lines: lists that lead to other sites, which an article recommends, and titles of other pages of its own."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text.survey import Survey
from crawler.extraction.main_text.together import may_fill
from crawler.extraction.page.leads import leads_to, same_site

if TYPE_CHECKING:
    from crawler.extraction.page.blocks import Node

_LISTS = ("ol", "ul")
_ODDS = 0.1
"""Odds of a link to another site, at least."""
_SHARE = 0.3
"""Share of the text that the block around such a list holds, at least."""
_WHOLE = 0.9
"""Share of link text from which a line is a link as a whole."""
_LAST = 3
"""Such lines at the end of a text from which they are a list."""
_AMID, _TITLE, _WORDS = 3, 24, 4
"""Links to other pages of the site between the paragraphs of a text, at most: more are the names of what it tells of, one by one. And
the weight of one, or its words, at least: the name of who speaks is shorter."""
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»」』)）]*$")
_PAGE = re.compile(r"(?:^|/)[^/.]*(?:\.(?:[xs]?html?|php|aspx?|jsp|cms))?/?$", re.IGNORECASE)
"""The path of a page: that of a file has another ending."""


def add_links(survey: Survey, chosen: list[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Add the lists right behind a line of a text, in the block that holds it, whose items all are links to other sites."""
    if not chosen:
        return chosen
    lines, inside = survey.page.lines, set(chosen)
    behind = chosen[-1] + 1
    end = lines[behind].node.end if behind < len(lines) and lines[behind].node.tag in _LISTS else behind
    lists: dict[Node, list[int]] = defaultdict(list)
    for i in range(chosen[0], end):
        node = lines[i].node
        if i not in inside and node.tag in _LISTS and (node in lists or i - 1 in inside):
            lists[node].append(i)
    if not lists:
        return chosen
    held: Counter[Node] = Counter()
    for i in chosen:
        held[lines[i].node.box] += lines[i].weight
    enough = _SHARE * held.total()
    added: list[int] = []
    for node, items in lists.items():
        whole = items[0] == node.start and len(items) == node.end - node.start
        if whole and held[node.parent or node] > enough and _lead_out(survey, items, odds):
            added += items
    return sorted({*chosen, *added}) if added else chosen


def _lead_out(survey: Survey, items: Sequence[int], odds: npt.NDArray[np.float64]) -> bool:
    """Tell whether lines are items each of which is a link to another site."""
    lines, own = survey.page.lines, _own_site(survey)
    if not own or any(lines[i].dead or lines[i].kind != "item" or may_fill(lines[i]) or odds[i] < _ODDS for i in items):
        return False
    anchors = survey.page.anchors
    first, end = (bisect_left(anchors, i, key=itemgetter(0)) for i in (items[0], items[-1] + 1))
    led = {i: _site(href) for i, href, _ in anchors[first:end]}
    return len(led) == len(items) and all(site not in {"", own} for site in led.values())


def without_last_links(survey: Survey, chosen: list[int]) -> list[int]:
    """Leave out the lines with which a text ends that are nothing but a link to another page of the site."""
    own = next(iter(survey.data.canonicals), "")
    for end in range(len(chosen), max(1, len(chosen) - _LAST), -1):
        last = chosen[end - 1]
        address = leads_to(survey.page, last, _WHOLE) if survey.page.lines[last].kind == "text" else None
        if address is None or not same_site(address, own) or not _PAGE.search(address.path):
            return chosen[:end]
    return chosen


def without_links_amid(survey: Survey, chosen: list[int]) -> list[int]:
    """Leave out paragraphs that are nothing but a link to another page of the site, each alone between two of prose: titles of other articles."""
    lines, own = survey.page.lines, next(iter(survey.data.canonicals), "")
    found = [
        i
        for before, i, after in zip(chosen, chosen[1:], chosen[2:], strict=False)
        if (line := lines[i]).link
        and line.kind == "text"
        and (line.weight >= _TITLE or len(line.text.split()) >= _WORDS)
        and lines[before].prose
        and lines[after].prose
        and not _SENTENCE.search(line.text)
        and (address := leads_to(survey.page, i, _WHOLE)) is not None
        and same_site(address, own)
        and _PAGE.search(address.path)
    ]
    return [i for i in chosen if i not in found] if 0 < len(found) <= _AMID else chosen


def _own_site(survey: Survey) -> str:
    return next((site for url in survey.data.canonicals if (site := _site(url))), "")


def _site(url: str) -> str:
    """Give the last two labels of a URL's host; empty where it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return ".".join(host.split(".")[-2:])
