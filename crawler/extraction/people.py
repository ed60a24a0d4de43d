"""Who wrote it and who published it: names only, without roles, and no editors."""

import re
from collections.abc import Sequence

from crawler.extraction.blocks import Page
from crawler.extraction.metadata import Metadata

NEAR_LINES = 25
"""Lines before and after the text that are searched for names."""
_MAX_LINE = 160  # characters: a line of source, author and date is shorter

_AUTHOR_ZH = re.compile(
    r"(?:作\s{0,4}者|撰\s{0,4}文|撰\s{0,4}稿|文\s{0,2}[/／|｜]|(?:本报|本刊|本网|特约|实习|通讯|见习)?(?:记\s{0,2}者|記\s{0,2}者))\s{0,3}[:：/／|｜ ]\s{0,3}"
    r"(?P<names>[\u4e00-\u9fff·•]{2,20}(?:[、，, 　/][\u4e00-\u9fff·•]{2,12}){0,5})"
)
_AUTHOR_EN = re.compile(
    r"^(?:written\s|story\s|posted\s|words\s)?by[:\s]\s{0,3}(?P<names>[A-Z][^\d|•·–—(/]{2,80}?)(?=$|\s{0,2}(?:[|•·–—(/]|\d|on\s|in\s|for\s|updated|published|posted|last\s|jan|feb|mar|apr|may\s|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_AUTHOR_EN_FIRST = frozenset("bwspBWSPſ")
"""The letters with which the expression begins."""
_SOURCE = re.compile(
    r"(?:(?:消息|新闻|文章|稿件|信息)?(?:来\s{0,4}源|來\s{0,4}源)于?|出\s{0,3}处|稿源|source)\s{0,3}[:：]\s{0,3}(?P<name>[^\s:：|｜,，;；()（）\[\]【】]{2,30})",
    re.IGNORECASE,
)
_SOURCE_END = re.compile(
    r"(?:作者|记者|編輯|编辑|责任|发布|時間|时间|字号|字體|字体|打印|评论|点击|浏览|阅读|\d{4}[-年/.]).*$"
)
_ROLE = re.compile(
    r"^(?:by|作者|记者|記者|撰文|撰稿|文|author)\s{0,3}[:：/]?\s{0,3}|,?\s(?:senior\s|staff\s|chief\s)?(?:reporter|correspondent|editor|writer|columnist|contributor)s?\b.{0,40}$|(?:记者|記者|通讯员|编辑)$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|^(?:admin|administrator|editor|editors|editorial|staff|root|user|webmaster|unknown|none|null|佚名|匿名|未知|网络|原创|本站|小编|管理员|编辑|default|super\s?user|\d+)$|责任编辑|责编|編輯[:：]|编辑[:：]",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[、，;；/／&|]|,\s|\band\b|\bwith\b)\s*")
_SPLIT_ZH = re.compile(r"[、，,;；/／\s　]+")
_AUTHOR_URL = re.compile(r"/(?:authors?|profiles?|people|staff|contributors?|columnists?|reporters?)/", re.IGNORECASE)
_AUTHOR_BLOCK = re.compile(r"(?<![a-z])(?:by-?line|author)(?![a-z])", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:(?:[A-Z][\w.'’-]{0,20}|de|van|von|da|bin|al)\s){1,3}[A-Z][\w.'’-]{1,20}$|[\u4e00-\u9fff·]{2,6}$"
)
_FOLLOWS = re.compile(r"(?:来源|來源|编辑|編輯|责编|责任|发布|时间|摄|摄影|报道|供图|校对|审核|出处|字号|文章).*$")


def choose_authors(page: Page, data: Metadata, body: Sequence[int]) -> tuple[str, ...]:
    """Give the names of those who wrote it: as the metadata state them, else from the lines around the text."""
    publishers = {name.casefold() for name in [*data.publishers, *data.site_names]}
    stated = _clean(data.authors, publishers)
    if stated:
        return stated
    seen = _clean([name for line in _around(page, body) for name in _visible(line)], publishers)
    return seen or _clean(_linked(page, body), publishers)


def choose_source(page: Page, data: Metadata, body: Sequence[int]) -> str | None:
    """Give the publisher: the one a visible line names as source, else the metadata's publisher or site name."""
    for line in _around(page, body):
        labelled = ":" in line or "：" in line
        if labelled and (match := _SOURCE.search(line)) and (name := _SOURCE_END.sub("", match["name"]).strip(" -_·")):
            return name
    stated = [name for name in [*data.publishers, *data.site_names] if not _NO_NAME.search(name) and len(name) <= 60]
    return stated[0] if stated else None


def _around(page: Page, body: Sequence[int]) -> list[str]:
    """Give the short lines near the text, those before it first."""
    first = body[0] if body else len(page.lines)
    last = body[-1] if body else 0
    near = [*range(max(0, first - NEAR_LINES), first + 1), *range(last, min(len(page.lines), last + 8))]
    return [page.lines[i].text for i in near if i < len(page.lines) and len(page.lines[i].text) <= _MAX_LINE]


def _visible(line: str) -> list[str]:
    if not line.isascii() and (match := _AUTHOR_ZH.search(line)):
        return [name for name in _SPLIT_ZH.split(_FOLLOWS.sub("", match["names"])) if 2 <= len(name) <= 12]
    if line[0] in _AUTHOR_EN_FIRST and (match := _AUTHOR_EN.match(line)):
        names = _SPLIT.split(match["names"])
        return [
            name
            for name in names
            if 1 <= name.count(" ") <= 4 and all(word[:1].isupper() or len(word) <= 3 for word in name.split())
        ]
    return []


def _linked(page: Page, body: Sequence[int]) -> list[str]:
    """Give the texts of the links before the text that lead to an author's page, else of blocks called byline."""
    first = body[0] if body else len(page.lines)
    near = range(max(0, first - NEAR_LINES), first + 2)
    links = [
        " ".join("".join(map(str, element.itertext())).split())
        for at, href, element in page.anchors
        if at in near and (element.get("rel") == "author" or _AUTHOR_URL.search(href))
    ]
    if not links:
        lines = page.lines[near.start : near.stop]
        links = [line.text for line in lines if _AUTHOR_BLOCK.search(line.node.name)]
    return [name for name in links if _PERSON.match(name)]


def _clean(names: Sequence[str], publishers: set[str]) -> tuple[str, ...]:
    """Drop roles, what is no name, the publisher itself, and repeats."""
    kept: dict[str, str] = {}
    for given in names:
        if _NO_NAME.search(given.strip()):
            continue
        parts = _SPLIT.split(given) if not re.search(r",\s(?:[A-Z]{2,}\b|Ph|M\.?D|Jr|Sr)", given) else [given]
        for part in parts:
            name = _ROLE.sub("", part).strip(" -–—,.:：/|·")
            if len(name) < 2 or len(name) > 60 or _NO_NAME.search(name) or name.casefold() in publishers:
                continue
            kept.setdefault(name.casefold(), name)
    return tuple(kept.values())
