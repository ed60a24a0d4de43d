"""Who wrote it: names only, without roles, no editors, and no medium."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from urllib.parse import urlsplit

from crawler.extraction.around import EDGE_LINES, MAX_LINE, NEAR_LINES, lines_above, near_lines
from crawler.extraction.beside import BESIDE_CHARS, find_beside, is_called, read_below, read_called
from crawler.extraction.blocks import Line, Page
from crawler.extraction.metadata import Metadata
from crawler.extraction.names import COMMENTS
from crawler.extraction.persons import (
    IS_HAN,
    bare_medium,
    is_firm,
    is_known_person,
    is_nobody,
    is_pen_name,
    is_person,
    is_press,
    is_team,
    split_people,
)
from crawler.extraction.signed import read_desk, read_editors, read_names, read_reporters, stated_names
from pipelines.text.byline.people import is_medium

_TOLD_LINES = 12
"""Lines after the text where what it tells of its author may stand."""
_LABEL_LINES = 30
"""Lines after the text where a label alone (`Author:`) may stand above a name."""
_CALLED_BEHIND = 40
"""Lines after the text that may be called after its author; where they name several people, they are of other articles."""
_BYLINE_LINES = 5
"""Lines above the text where its byline stands."""
_ALIAS_LINES = 4
"""The lines next to the text, where one word may be a name: elsewhere it is that of who commented."""
_MOST_STATED, _LONGEST_LIST = 50, 1000
"""Statements of authors that are read, and characters of one."""
_AUTHOR_URL = re.compile(r"/(?:authors?|profiles?|people|staff|contributors?|columnists?|reporters?)/", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name written as one word goes on (`JuliaHarden`)."""
_OF_FIRM = re.compile(r"\s[-–—|·•»_]\s|[|»_]|[-–—](?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[-–—]")
"""What parts the headline from the site's name in `<title>`."""
_EDITION = re.compile("(?:网络|網絡|网|電子|电子|数字|數位|手机|海外)版$")
_OF_SITE = re.compile(
    "$|网|網|新闻|新聞|资讯|資訊|财经|財經|科技|体育|體育|娱乐|娛樂|订阅|訂閱|频道|頻道|中心|在线|首页|手机|门户|号"
)
"""What follows the name of a site in what it calls its parts."""
_LINKS, _OFTEN = 200, 3
"""Links that are asked for the host of a page, and how many lead to what is its own."""


def choose_authors(
    page: Page, data: Metadata, body: Sequence[int], url: str | None = None, headline: int = -1
) -> tuple[str, ...]:
    """Give the names of those who wrote it: as the metadata state them, else from the lines around the text.

    *headline* is the line of the headline, -1 where none is known.
    """
    media = _Media(page, data, url)
    given_out = [given[:_LONGEST_LIST] for given in data.authors[:_MOST_STATED]]
    stated = media.cleared(name for given in given_out if not media.is_joined(given) for name in stated_names(given))
    around = list(near_lines(page, body, headline))
    if stated:
        stated = _without_editors(page, body, stated, around)
    if stated:
        shown = media.cleared(_byline_above(page, body))
        return tuple(shown if shown and _tells_more(shown, stated) else stated)
    for found in _shown(page, body, around, headline):
        if names := media.cleared(found):
            return tuple(names)
    return tuple(media.teams)


def _byline_above(page: Page, body: Sequence[int]) -> list[str]:
    """Give the people of the West whom a byline right above the text names."""
    first = body[0] if body else 0
    for line in reversed(page.lines[max(0, first - _BYLINE_LINES) : first]):
        names = read_names(line.text) if len(line.text) <= MAX_LINE and not IS_HAN.search(line.text) else []
        if names and all(map(is_person, names)):
            return names
    return []


def _tells_more(shown: Sequence[str], stated: Sequence[str]) -> bool:
    """Tell whether a byline names others than the metadata, which often state who put the page up, or more people."""
    one, other = ({name.casefold() for name in names} for names in (shown, stated))
    return one.isdisjoint(other) or one > other


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
        if not IS_HAN.search(name) and is_press(name):
            return True
        if IS_HAN.search(name):
            known = (
                is_press(name)
                or is_medium(_EDITION.sub("", name))
                or name == self.page.title
                or name in self.data.titles
                or bare in self.names
            )
            return known or any(self._begins(tail, name) for tail in self.tails)
        if not bare or is_firm(name) or (bare in self.names and not is_known_person(_CAMEL.sub(" ", name))):
            return True
        return " " not in name and not is_person(name) and self._is_host(name)

    def is_joined(self, given: str) -> bool:
        """Tell a firm called after two people (`Marsh & Cole`) from two authors."""
        return "&" in given and bare_medium(given) in self.names

    @staticmethod
    def _begins(tail: str, name: str) -> bool:
        """Tell `某易` beside `某易新闻` from a person beside the name of his blog."""
        return tail.startswith(name) and (is_medium(tail) or _OF_SITE.match(tail, len(name)) is not None)

    def _is_host(self, name: str) -> bool:
        """Tell whether one word is part of the page's own host, or of one that it links to."""
        if not name.isascii():
            return False
        word = name.lower().split("_", maxsplit=1)[0]
        if word in _labels(self.url, *self.data.canonicals):
            return True
        linked = sum(word in href.lower() and word in _labels(href) for _, href, _ in self.page.anchors[:_LINKS])
        return linked >= _OFTEN


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


def _shown(page: Page, body: Sequence[int], around: Sequence[Line], headline: int) -> Iterator[list[str]]:
    """Give the names that the page shows near the text, by one way of reading after the other."""
    inside = _of_text(page, body)
    yield _seen(around, inside)
    if not _is_signed(page, body, inside):
        yield _beside(page, body)
        yield _linked(page, body, headline)


def _is_signed(page: Page, body: Sequence[int], inside: set[Line]) -> bool:
    """Tell whether the text begins or ends with a line of names, which the byline stage judges: others near it are not its authors."""
    edges = (page.lines[i] for i in {*body[:EDGE_LINES], *body[-EDGE_LINES:]})
    return any(line in inside and len(line.text) <= MAX_LINE and read_names(line.text) for line in edges)


def _of_text(page: Page, body: Sequence[int]) -> set[Line]:
    """Give the lines of the text that stand in blocks as most of it does: a byline that was chosen with it has its own."""
    texts = [page.lines[i] for i in body]
    names = {line.node.name for line in texts if line.prose} | {""}
    return {line for line in texts if line.node.name.strip() in names or line.node.name in names}


def _seen(around: Sequence[Line], inside: set[Line]) -> list[str]:
    """Give the names of the lines that say whose they are: all Chinese ones, of the others those of the first line.

    Of the lines *inside* the text those in brackets of its sentences, and of a desk, alone: other lines of names there are what mirrors put
    in, and the byline stage judges them by the whole text.
    """
    found: list[str] = []
    teams: list[str] = []
    editors: set[str] = set()
    for index, line in enumerate(around):
        if line in inside:
            names = read_reporters(line.text) if line.prose else read_desk(line.text)
        else:
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
        page.lines[i].text[:200] + page.lines[i].text[-60:] for i in {*body[:EDGE_LINES], *body[-EDGE_LINES:]}
    )
    signed = {name for line in around for name in read_names(line.text)}
    return [
        name
        for name in stated
        if not any(name.endswith(editor) and editor not in signed and editor not in edges for editor in editors)
    ]


def _beside(page: Page, body: Sequence[int]) -> list[str]:
    """Give the person named near the text without a word that says so."""
    count = len(page.lines)
    first = body[0] if body else count
    last = body[-1] if body else 0
    before = lines_above(first)
    head = range(first, min(count, first + EDGE_LINES))
    found = find_beside(page, before, head, range(last + 1, min(count, last + _TOLD_LINES)))
    below = (
        read_below(page.lines[i - 1].text, page.lines[i].text) for i in range(last + 2, min(count, last + _LABEL_LINES))
    )
    return found or next(filter(None, below), [])


def _linked(page: Page, body: Sequence[int], headline: int) -> list[str]:
    """Give the texts of the links before the text that lead to an author's page, else of blocks called after the author."""
    first = body[0] if body else len(page.lines)
    near = range(max(0, first - NEAR_LINES), first + 2)
    found: list[str] = []
    since = bisect_left(page.anchors, near.start, key=itemgetter(0))
    for at, href, element in page.anchors[since : bisect_left(page.anchors, near.stop, since, key=itemgetter(0))]:
        if element.get("rel") == "author" or _AUTHOR_URL.search(href):
            name = " ".join("".join(map(str, element.itertext())).split())[:_LONGEST_LIST]
            if not IS_HAN.search(name):
                found += split_people(name)
            elif is_person(name) or len(page.lines[at].text) <= BESIDE_CHARS // 2:
                found.append(name)
    people = [name for name in found if is_person(name)]
    if people or (len(found) == 1 and IS_HAN.search(found[0]) and is_pen_name(found[0])):
        return people or found
    called: list[str] = []
    for i in (first + 1, first, *lines_above(first, headline)):
        if i < len(page.lines) and is_called(page.lines[i]):
            called = read_called(page.lines[i].text) or called  # of several lines one below the other, the first
        elif called:
            break
    return called or _called_behind(page, body)


def _called_behind(page: Page, body: Sequence[int]) -> list[str]:
    """Give the only person whom lines behind the text name that are called after the author: of several, most are of other articles."""
    last = body[-1] if body else len(page.lines)
    found: dict[str, None] = {}
    for line in page.lines[last + 1 : last + _CALLED_BEHIND]:
        if is_called(line) and not line.node.around.within & COMMENTS:
            found |= dict.fromkeys(
                name for name in read_called(line.text) if is_known_person(name) and not IS_HAN.search(name)
            )
    return list(found) if len(found) == 1 else []
