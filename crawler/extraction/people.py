"""Who wrote it: names only, without roles, no editors, and no medium."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from urllib.parse import urlsplit

from crawler.extraction.blocks import Line, Page
from crawler.extraction.metadata import Metadata
from crawler.extraction.names import COMMENTS
from crawler.extraction.persons import (
    IS_HAN,
    bare_medium,
    is_known_person,
    is_nobody,
    is_pen_name,
    is_person,
    is_team,
    split_people,
)
from crawler.extraction.signed import (
    BESIDE_CHARS,
    LABEL_CHARS,
    is_lone,
    is_stamp,
    read_below,
    read_beside,
    read_called,
    read_editors,
    read_names,
    stated_names,
    tells_of,
)
from pipelines.text.byline.people import is_medium

NEAR_LINES = 25
"""Lines before the text that are searched for names."""
LINES_AFTER = 8
"""Lines after the text that are searched for names."""
MAX_LINE = 160
"""Characters: a line of source, author and date is shorter."""
_BESIDE_LINES = 12
"""Lines before the text where a lone name, or one beside a day, may stand."""
_ALIAS_LINES = 4
"""The lines next to the text, where one word may be a name: elsewhere it is that of who commented."""
_AUTHOR_URL = re.compile(r"/(?:authors?|profiles?|people|staff|contributors?|columnists?|reporters?)/", re.IGNORECASE)
_CALLED = re.compile(r"(?:(?<![A-Za-z])(?:by-?line|author)|(?<=[a-z])(?:Byline|Author))(?![a-rt-z])")
_NOT_CALLED = re.compile(r"(?<![a-z])(?:bio|desc(?:ription)?|job|titles?|roles?|position)(?![a-z])", re.IGNORECASE)
"""Blocks of an author that hold no name."""
"""Class or id of a block that holds the author: `author__name`, `postAuthor`, `authorName`."""
_OF_FIRM = re.compile(r"\s[-–—|·•»_]\s|[|»_]|[-–—](?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[-–—]")
"""What parts the headline from the site's name in `<title>`."""
_EDITION = re.compile("(?:网络|網絡|网|電子|电子|数字|數位|手机|海外)版$")
_OF_SITE = re.compile(
    "$|网|網|新闻|新聞|资讯|資訊|财经|財經|科技|体育|體育|娱乐|娛樂|订阅|訂閱|频道|頻道|中心|在线|首页|手机|门户|号"
)
"""What follows the name of a site in what it calls its parts."""
_EDGE_LINES = 2
"""Lines at either end of the text where a reporter signs."""


def choose_authors(page: Page, data: Metadata, body: Sequence[int], url: str | None = None) -> tuple[str, ...]:
    """Give the names of those who wrote it: as the metadata state them, else from the lines around the text."""
    media = _Media(page, data, url)
    stated = media.cleared(name for given in data.authors for name in stated_names(given))
    around = list(near_lines(page, body))
    if stated:
        stated = _without_editors(page, body, stated, around)
    if stated:
        return tuple(stated)
    for found in (_seen(around), _beside(page, body), _linked(page, body)):
        if names := media.cleared(found):
            return tuple(names)
    return tuple(media.teams)


class _Media:
    """What the page calls itself and its publisher: no name of an author."""

    def __init__(self, page: Page, data: Metadata, url: str | None) -> None:
        self.page = page
        self.data = data
        self.url = url
        self.teams: list[str] = []
        """Names given for the medium's people, in the place of one."""

    @cached_property
    def tails(self) -> list[str]:
        """What stands behind the headline in `<title>`."""
        return [part.strip() for part in _OF_FIRM.split(self.page.title)[1:]][-3:]

    @cached_property
    def names(self) -> set[str]:
        """The names of the publisher, the site and its parts, as `bare_medium` gives them."""
        return {bare_medium(name) for name in (*self.data.publishers, *self.data.site_names, *self.tails)} - {""}

    def cleared(self, names: "Iterator[str] | Sequence[str]") -> list[str]:
        """Drop what is nobody's name, the medium's own, and repeats."""
        kept: dict[str, str] = {}
        for name in names:
            if is_team(name):
                self.teams = self.teams or [name]
            elif not is_nobody(name) and not self.owns(name):
                kept.setdefault(name.casefold(), name)
        return list(kept.values())

    def owns(self, name: str) -> bool:
        """Tell whether a name is the medium's: a site that is called after a person has one for its author."""
        bare = bare_medium(name)
        if IS_HAN.search(name):
            known = (
                is_medium(_EDITION.sub("", name))
                or name == self.page.title
                or name in self.data.titles
                or bare in self.names
            )
            return known or any(self._begins(tail, name) for tail in self.tails)
        if not bare or (bare in self.names and not is_known_person(name)):
            return True
        return " " not in name and not is_person(name) and self._is_host(name)

    @staticmethod
    def _begins(tail: str, name: str) -> bool:
        """Tell `某易` beside `某易新闻` from a person beside the name of his blog."""
        return tail.startswith(name) and (is_medium(tail) or _OF_SITE.match(tail, len(name)) is not None)

    def _is_host(self, name: str) -> bool:
        """Tell whether one word is part of the page's own host, or of one that it links to."""
        if not name.isascii():
            return False
        word = name.lower().split("_", maxsplit=1)[0]
        hosts = _labels(self.url, *self.data.canonicals) or _labels(*(href for _, href, _ in self.page.anchors[:200]))
        return word in hosts


def _labels(*urls: str | None) -> set[str]:
    """Give the labels of the hosts of URLs, without those that every host may have."""
    found: set[str] = set()
    for url in urls:
        if url and "//" in url[:9]:
            try:
                found.update((urlsplit(url).hostname or "").split(".")[:-1])
            except ValueError:  # a bracket that opens no address
                continue
    return found - {"www", "com", "net", "org", "blog", "news", "co"}


def near_lines(page: Page, body: Sequence[int]) -> Iterator[Line]:
    """Give the short lines near the text: those before it from the nearest on, those that begin it, those behind it."""
    first = body[0] if body else len(page.lines)
    last = body[-1] if body else 0
    near = [
        *range(first - 1, max(0, first - NEAR_LINES) - 1, -1),
        *body[:_EDGE_LINES],
        *range(last, last + LINES_AFTER),
    ]
    return (page.lines[i] for i in near if i < len(page.lines) and len(page.lines[i].text) <= MAX_LINE)


def _seen(around: Sequence[Line]) -> list[str]:
    """Give the names of the lines that say whose they are: all Chinese ones, of the others those of the first line."""
    found: list[str] = []
    teams: list[str] = []
    editors: set[str] = set()
    for index, line in enumerate(around):
        names = read_names(line.text, alias=index < _ALIAS_LINES)
        if not names or line.node.around.within & COMMENTS:
            continue
        if IS_HAN.search(line.text):
            found += names
        elif not all(map(is_team, names)):
            return names
        else:
            teams = teams or names
            continue
        editors.update(read_editors(line.text))
    return [name for name in found if name not in editors] or teams


def _without_editors(page: Page, body: Sequence[int], stated: list[str], around: Sequence[Line]) -> list[str]:
    """Drop the Chinese names that the page shows as those of its editors, unless they stand where a reporter signs."""
    if not any(map(IS_HAN.search, stated)):
        return stated
    editors = {name for line in around for name in read_editors(line.text)}
    if not editors:
        return stated
    edges = " ".join(
        page.lines[i].text[:200] + page.lines[i].text[-60:] for i in {*body[:_EDGE_LINES], *body[-_EDGE_LINES:]}
    )
    signed = {name for line in around for name in read_names(line.text)}
    return [
        name
        for name in stated
        if not any(name.endswith(editor) and editor not in signed and editor not in edges for editor in editors)
    ]


def _beside(page: Page, body: Sequence[int]) -> list[str]:
    """Give the person named below a label, beside a day, or alone where a line behind the text tells of him."""
    lines = page.lines
    first = body[0] if body else len(lines)
    last = body[-1] if body else 0
    before = range(first - 1, max(0, first - NEAR_LINES) - 1, -1)
    after = range(last + 1, min(len(lines), last + LINES_AFTER))
    for i in (*before, *body[:_EDGE_LINES], *after):
        if i > 0 and len(lines[i - 1].text) <= LABEL_CHARS and (names := read_below(lines[i - 1].text, lines[i].text)):
            return names
    for i in before[:_BESIDE_LINES]:
        if len(lines[i].text) <= BESIDE_CHARS and (names := read_beside(lines[i].text, called=_is_called(lines[i]))):
            return names
    stamps = {
        i for i in range(max(0, first - _BESIDE_LINES - 1), min(first + 1, len(lines))) if is_stamp(lines[i].text)
    }
    for i in before[:_BESIDE_LINES]:
        if not stamps.isdisjoint((i - 1, i + 1)) and is_lone(lines[i].text):
            return split_people(lines[i].text)
    for i in after[:_EDGE_LINES]:
        if is_lone(lines[i].text) and i + 1 < len(lines) and tells_of(lines[i].text, lines[i + 1].text):
            return split_people(lines[i].text)
    return []


def _is_called(line: Line) -> bool:
    """Tell whether a line stands in a block that is called after the author's name."""
    name = line.node.name
    if "uthor" not in name and "yline" not in name:  # most blocks
        return False
    return _CALLED.search(name) is not None and not _NOT_CALLED.search(name)


def _linked(page: Page, body: Sequence[int]) -> list[str]:
    """Give the texts of the links before the text that lead to an author's page, else of blocks called after the author."""
    first = body[0] if body else len(page.lines)
    near = range(max(0, first - NEAR_LINES), first + 2)
    found: list[str] = []
    since = bisect_left(page.anchors, near.start, key=itemgetter(0))
    for _, href, element in page.anchors[since : bisect_left(page.anchors, near.stop, since, key=itemgetter(0))]:
        if element.get("rel") == "author" or _AUTHOR_URL.search(href):
            name = " ".join("".join(map(str, element.itertext())).split())
            found += split_people(name) if not IS_HAN.search(name) else [name]
    people = [name for name in found if is_person(name)]
    if people or (len(found) == 1 and IS_HAN.search(found[0]) and is_pen_name(found[0])):
        return people or found
    called: list[str] = []
    for i in reversed(near):
        names = read_called(page.lines[i].text) if i < len(page.lines) and _is_called(page.lines[i]) else []
        if called and not names:
            break
        called = names or called  # of several lines one below the other, the first
    return called
