"""What a page calls itself and its publisher: no name of an author."""

import re
from collections.abc import Iterable
from functools import cached_property
from urllib.parse import urlsplit

from crawler.extraction.authors.persons import (
    IS_HAN,
    LONGEST,
    bare_medium,
    is_firm,
    is_given_name,
    is_known_person,
    is_nobody,
    is_person,
    is_press,
    is_team,
)
from crawler.extraction.authors.signed import YEAR
from crawler.extraction.page.blocks import Page
from crawler.extraction.page.metadata import Metadata
from crawler.extraction.page.names import CAMEL
from pipelines.text.byline.vocabulary.people import is_chinese_name, is_medium

_OF_FIRM = re.compile(r"\s[-–—|·•»_]\s|[|»_]|[-–—](?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[-–—]")
"""What parts the headline from the site's name in `<title>`."""
_EDITION = re.compile("(?:网络|網絡|网|電子|电子|数字|數位|手机|海外)版$")
_OF_SITE = re.compile(
    "$|网|網|新闻|新聞|资讯|資訊|财经|財經|科技|体育|體育|娱乐|娛樂|订阅|訂閱|频道|頻道|中心|在线|首页|手机|门户|号"
)
"""What follows the name of a site in what it calls its parts."""
_ACCOUNT = 6
"""Letters of the name of an account that is the beginning of the site's."""
_PROGRAM = 4
"""Letters of the name of a program, at least."""
_EVERYWHERE = frozenset(("www", "com", "net", "org", "blog", "news", "co"))
"""Labels that every host may have."""
_LINKS, _OFTEN = 200, 3
"""Links that are asked for the host of a page, and how many lead to what is its own."""


class Medium:
    """The medium of one page, which is asked whether a name is its own."""

    def __init__(self, page: Page, data: Metadata, url: str | None) -> None:
        self.page = page
        self.data = data
        self.url = url
        self.teams: list[str] = []
        """Names given for the medium's people, in the place of one."""

    @cached_property
    def tails(self) -> list[str]:
        """What stands behind the headline in `<title>`, but for a byline (`Headline - by Name - Site`)."""
        parts = (part.strip() for part in _OF_FIRM.split(self.page.title)[1:])
        return [part for part in parts if not part.startswith("by ")][-3:]

    @cached_property
    def names(self) -> set[str]:
        """The names of the publisher, the site and its parts, as `bare_medium` gives them."""
        return {bare_medium(name) for name in (*self.data.publishers, *self.data.site_names, *self.tails)} - {""}

    @cached_property
    def own_names(self) -> set[str]:
        """The same without the parts of `<title>` before the last: the blog of an author stands between his post and the platform."""
        between = {bare_medium(tail) for tail in self.tails[:-1]}
        stated = (*self.data.publishers, *self.data.site_names, *self.tails[-1:])
        return self.names - (between - {bare_medium(name) for name in stated})

    @cached_property
    def programs(self) -> tuple[str, ...]:
        """The first word of the names of the programs that made the page, in small letters."""
        words = (content.split(maxsplit=1)[:1] for name, content in self.page.metas if name == "generator")
        return tuple(word.casefold() for first in words for word in first if len(word) >= _PROGRAM)

    @cached_property
    def title(self) -> str:
        """The letters with which `<title>` begins."""
        return bare_medium(self.page.title[:LONGEST])

    def cleared(self, names: Iterable[str]) -> list[str]:
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
        if not IS_HAN.search(name) and (is_press(name) or YEAR.search(name)):
            return True
        if IS_HAN.search(name):
            known = (
                is_press(name)
                or is_medium(_EDITION.sub("", name))
                or name == self.page.title
                or name in self.data.titles
                or bare in self.own_names
            )
            return known or any(self._begins(tail, name) for tail in self.tails if bare_medium(tail) in self.own_names)
        if not bare or is_firm(name):
            return True
        if (bare in self.names or (" " in name and self.title.startswith(bare))) and not is_known_person(
            CAMEL.sub(" ", name)
        ):
            return True
        return " " not in name and not is_person(name) and self._is_host(name)

    def is_site(self, given: str) -> bool:
        """Tell whether what is given for an author in Chinese is the site's name, part of which might pass for one (`BBC News 中文`)."""
        return IS_HAN.search(given) is not None and not is_chinese_name(given) and bare_medium(given) in self.names

    def is_maker(self, given: str) -> bool:
        """Tell whether what is given for an author begins with the name of the program that made the page, as its makers do."""
        return bool(self.programs) and given.casefold().startswith(self.programs)

    def is_joined(self, given: str) -> bool:
        """Tell a firm called after two people (`Marsh & Cole`) from two authors."""
        return "&" in given and bare_medium(given) in self.names

    @staticmethod
    def _begins(tail: str, name: str) -> bool:
        """Tell `某易` beside `某易新闻` from a person beside the name of his blog."""
        return tail.startswith(name) and (is_medium(tail) or _OF_SITE.match(tail, len(name)) is not None)

    def _is_host(self, name: str) -> bool:
        """Tell whether one word is part of the page's own host, or of one that it links to, or begins its own host and site's name."""
        if not name.isascii():
            return False
        word = name.lower().split("_", maxsplit=1)[0]
        own = _labels(self.url, *self.data.canonicals)
        if word in own:
            return not self._is_tenant(name)
        if name.islower() and len(word) >= _ACCOUNT and not is_given_name(word.title()):
            begun = (label.startswith(word) for label in own)
            if any(begun) and any(known.startswith(word) for known in self.names):
                return True
        links = "\n".join(href for _, href, _ in self.page.anchors[:_LINKS]).lower()
        if word in _EVERYWHERE or word not in links:
            return False
        hosts = re.compile(rf"^(?:https?:)?//(?:[^\s/.]+\.){{0,5}}{re.escape(word)}\.", re.MULTILINE)
        return len(hosts.findall(links)) >= _OFTEN

    def _is_tenant(self, name: str) -> bool:
        """Tell whether one word is the account whose host a platform lends it (`kestrel.harbourblog.com`), and the site has another name."""
        host = _host(self.url).split(".")
        return (
            host[0] == name.lower()
            and len(host) > 2
            and len(host[1]) >= _ACCOUNT
            and bare_medium(name) not in self.names
        )


def _host(url: str | None) -> str:
    """Give the host of a URL."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:  # a bracket that opens no address
        return ""


def _labels(*urls: str | None) -> set[str]:
    """Give the labels of the hosts of URLs, without those that every host may have."""
    found: set[str] = set()
    for url in urls:
        if url and "//" in url[:9]:
            found.update(_host(url).split(".")[:-1])
    return found - _EVERYWHERE
