"""The author whom markup names: elements called after the author, and links to an author's page."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from lxml import etree

from crawler.extraction.authors.around import LINES_AFTER, MAX_LINE, NEAR_LINES, is_said_by_other, lines_above
from crawler.extraction.authors.beside import BESIDE_CHARS, read_beside
from crawler.extraction.authors.called import is_called, names_author
from crawler.extraction.authors.persons import (
    IS_HAN,
    is_given_name,
    is_known_person,
    is_nobody,
    is_pen_name,
    is_person,
    split_people,
)
from crawler.extraction.authors.signed import DAY, STOP, says_other, without_label
from crawler.extraction.authors.signed_abroad import is_abroad
from crawler.extraction.page.blocks import Page
from crawler.extraction.page.edges import spaced

LONGEST_LIST = 1000
"""Characters of a list of authors that are read."""
_CALLED_BEHIND = 40
"""Lines after the text that may be called after its author; where they name several people, they are of other articles."""
_CALLED_ABOVE = 60
"""Lines between the headline and the text that may be."""
_ABOVE_HEADLINE = 3
"""Lines above the headline where a link may be."""
_AUTHOR_URL = re.compile(
    r"/(?:authors?|profiles?|people|staff|contributors?|columnists?|reporters?|writers?|journalists?|bloggers?|auteurs?|aut(?:or|oras?|ores|oren|ori))/",
    re.IGNORECASE,
)
_PEN_CHARS = 6
"""Characters of a Chinese pen name that no label announces."""
_PICTURED = re.compile(r"^(?:photographs|photography|pictures|illustrations)\sby\s(?=\S)", re.IGNORECASE)
"""What stands before the author of pictures where these are the article."""
_NAME = etree.XPath("string(descendant::*[@itemprop='name'][1])")
_CARD = etree.XPath("string(descendant-or-self::*[contains(concat(' ', @class, ' '), ' fn ')][1])")
_IS_CARD = re.compile(r"(?<![\w-])author\s+vcard(?![\w-])")
_CARD_CHARS = 30
"""Characters of a name in a card of the microformat, at most."""
_MOST_SPANS, _MOST_LINKS = 40, 400
"""Elements and links that are looked at."""


def find_credited(page: Page, body: Sequence[int], headline: int) -> Iterator[list[str]]:
    """Give the people whom markup near the text names, by one way of naming after the other.

    They are the texts of the links before the text that lead to an author's page, then those of elements called after
    the author before the text, then behind it.
    """
    yield _linked(page, body, headline)
    yield _called(page, body, headline)
    spans = _spans(page.root) if page.root is not None else []
    yield _within_lines(page, body, headline, spans)
    yield _behind(page, body)
    yield _card(spans)


def read_called(line: str) -> list[str]:
    """Give the people of a line that the page calls after its author (`class="author-name"`)."""
    if len(line) > BESIDE_CHARS or line[:1] in "-–—":  # who said what is quoted above
        return []
    if IS_HAN.search(line):
        return [line] if is_pen_name(line) and len(line) <= _PEN_CHARS else []
    told = _PICTURED.sub("", without_label(line))
    if DAY.search(told) is not None:
        return read_beside(told, called=True)
    stop = STOP.search(told)
    names = split_people(told[: stop.start()] if stop else told)
    return names if names and all(map(_may_be_name, names)) else []


def _may_be_name(name: str) -> bool:
    """Tell whether what markup names is a name: a person's, in any letters, or a given one."""
    return is_person(name) or is_given_name(name) or is_abroad(name)


def _linked(page: Page, body: Sequence[int], headline: int) -> list[str]:
    """Give the people whose pages links before the text lead to: of lines below the headline, where there are any."""
    first = body[0] if body else len(page.lines)
    near = range(max(0, first - NEAR_LINES), first + 2)
    found: list[tuple[int, str]] = []
    for at, href, element in _anchors(page, near):
        if (element.get("rel") == "author" or _AUTHOR_URL.search(href)) and not _is_no_byline(page, at, body, headline):
            name = _text(element)
            if not IS_HAN.search(name):
                found += [(at, person) for person in split_people(name)]
            elif is_person(name) or len(page.lines[at].text) <= BESIDE_CHARS // 2:
                found.append((at, name))
    people = [(at, name) for at, name in found if is_person(name) or (not IS_HAN.search(name) and is_abroad(name))]
    if people or (len(found) == 1 and IS_HAN.search(found[0][1]) and is_pen_name(found[0][1])):
        below = [name for at, name in people or found if at > headline]
        return below or [name for _, name in people or found]
    return []


def _is_no_byline(page: Page, at: int, body: Sequence[int], headline: int) -> bool:
    """Tell whether a link stands in a sentence, or in a line of another article."""
    line = page.lines[at] if at < len(page.lines) else None
    return line is None or len(line.text) > MAX_LINE or is_said_by_other(page, at, body, headline)


def _called(page: Page, body: Sequence[int], headline: int) -> list[str]:
    """Give the people of the nearest block above the text that is called after the author."""
    first = body[0] if body else len(page.lines)
    called: list[str] = []
    for i in (first + 1, first, *_above(first, headline)):
        if i < len(page.lines) and is_called(page.lines[i]) and not is_said_by_other(page, i, body, headline):
            called = read_called(spaced(page.lines[i])) or called  # of several lines one below the other, the first
        elif called:
            break
    return called


def _above(first: int, headline: int) -> Sequence[int]:
    """Give the lines between the headline and the text, or those near the text."""
    if 0 <= headline < first - NEAR_LINES <= headline + _CALLED_ABOVE:
        return range(first - 1, headline, -1)
    return lines_above(first, headline)


def _within_lines(page: Page, body: Sequence[int], headline: int, spans: list[etree._Element]) -> list[str]:
    """Give the people in elements within lines (*spans*, and links) that are called after the author, before the text or next behind it."""
    if body and IS_HAN.search(page.lines[body[0]].text):  # Chinese pages put a label instead
        return []
    first, last = (body[0], body[-1]) if body else (len(page.lines), len(page.lines))
    near = range(max(0, first - NEAR_LINES, headline - _ABOVE_HEADLINE), first + 1)
    called = spans + [link for _, _, link in _anchors(page, near) if link.get("class")]
    if not called:
        return []
    above, below = (
        [page.lines[i].text for i in near if not is_said_by_other(page, i, body, headline)]
        for near in (_above(first, headline), range(last + 1, min(len(page.lines), last + LINES_AFTER)))
    )
    behind: dict[str, None] = {}
    for span in called:
        stated = span.get("itemprop") == "author"
        if not stated and not names_author(span.get("class") or ""):
            continue
        told = " ".join((str(_NAME(span)) or _text(span)).split())
        names = [name for name in read_called(told) if is_person(name) or (not name.isascii() and is_abroad(name))]
        if not names or any(names[0] in line and says_other(line) for line in (*above, *below)):
            continue
        if any(names[0] in line for line in above):
            return names
        if stated and any(names[0] in line for line in below):
            behind |= dict.fromkeys(names)
    return list(behind) if len(behind) == 1 else []


def _card(spans: Sequence[etree._Element]) -> list[str]:
    """Give the author of the page's only card (`class="author vcard"`, with `class="fn"` in it), who may call himself anything."""
    cards = [span for span in spans if _IS_CARD.search(span.get("class") or "")]
    names = list(dict.fromkeys(" ".join(str(_CARD(card)).split()) for card in cards))
    return names if len(names) == 1 and 1 < len(names[0]) <= _CARD_CHARS and not is_nobody(names[0]) else []


def _spans(root: etree._Element) -> list[etree._Element]:
    """Give the spans that may be called after the author, the one element within lines that mostly is: to look at all elements would cost six times as much."""
    called = (
        span for span in root.iter("span") if _may_be_called(span.get("class")) or span.get("itemprop") == "author"
    )
    return list(islice(called, _MOST_SPANS))


def _may_be_called(name: str | None) -> bool:
    """Tell whether a class holds what that of an element called after the author does."""
    return name is not None and ("uthor" in name or "yline" in name or "auteur" in name)


def _behind(page: Page, body: Sequence[int]) -> list[str]:
    """Give the only person whom lines and links behind the text name that are called after the author: of several, most are of other articles."""
    last = body[-1] if body else len(page.lines)
    found: dict[str, None] = {}
    for at, _, element in _anchors(page, range(last + 1, min(len(page.lines), last + _CALLED_BEHIND))):
        if element.get("rel") == "author" and not is_said_by_other(page, at, body):
            found |= dict.fromkeys(
                name for name in split_people(_text(element)) if is_person(name) or is_given_name(name)
            )
    for i in range(last + 1, min(len(page.lines), last + _CALLED_BEHIND)):
        if is_called(page.lines[i]) and not is_said_by_other(page, i, body):
            found |= dict.fromkeys(
                name
                for name in read_called(page.lines[i].text)
                if (is_known_person(name) or (i == last + 1 and is_person(name))) and not IS_HAN.search(name)
            )
    return list(found) if len(found) == 1 else []


def _anchors(page: Page, near: range) -> list[tuple[int, str, etree._Element]]:
    """Give the links of these lines."""
    since = bisect_left(page.anchors, near.start, key=itemgetter(0))
    return page.anchors[since : bisect_left(page.anchors, near.stop, since, key=itemgetter(0))][:_MOST_LINKS]


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())[:LONGEST_LIST]
