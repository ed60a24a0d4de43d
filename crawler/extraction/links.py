"""The page's own address, its next page and its pictures."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import cast
from urllib.parse import urljoin, urlsplit

from lxml import etree

from crawler.extraction.model import Image
from crawler.extraction.page.beginnings import beginning_of
from crawler.extraction.page.blocks import Page
from crawler.extraction.page.metadata import Metadata

_NEXT = re.compile(
    r"^\W{0,3}(?:下一?[页頁]|后一?页|後一?頁|next(?:\s?page)?|次へ|次のページ|다음\s?페이지|>|›|»|→)\W{0,3}$",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"(?:[-_.]|[?&](?:p|page|pageno|pn|pg|paged)=|/page/|/p|/|-p|index_|_p)0?(?P<number>\d{1,3})(?P<rest>(?:\.[a-z]{3,5}|/)?)$",
    re.IGNORECASE,
)
_FULL = re.compile(r"https?://[^\s/?#;][^\s?#;]*(?:\?[^\s#;]+)?")
"""A URL that is whole: to join it to another changes nothing, and takes ten times as long as to see that."""
_INSIDE = 6
"""Elements of a link among which its picture is."""
_SHOWN = 200
"""Characters of a link's text that are read, spaces before it among them."""
_LAZY = ("data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-url", "original", "src")


def absolute(url: str | None, link: str) -> str:
    """Give a link's full URL; the link as written where it, or the page's URL, is no good."""
    link = link.strip()
    if not url or _FULL.fullmatch(link):
        return link
    try:
        return urljoin(url, link)
    except ValueError:
        return link


def canonical(data: Metadata, url: str | None) -> str | None:
    """Give the URL the page names as its own, absolute; None when it names none."""
    for link in data.canonicals:
        full = absolute(url, link)
        if full.startswith(("http://", "https://")) and len(full) < 2_000 and _has_host(full):
            return full
    return None


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


def find_next(page: Page, url: str | None) -> str | None:
    """Give the URL of the article's next page.

    A link counts when it says "next page" (or the page states `rel=next`) and its URL is this page's with the next
    number: a next article or the next page of a list elsewhere has another one.
    """
    if not url or not url.partition("://")[2].partition("/")[2]:  # a site's home is no article
        return None
    candidates = [href for rel, href in page.links if rel == "next"]
    names = _last_names(url)
    first, last = names[0], names[-1]
    for _, href, element in page.anchors:
        if not (first in href or last in href or href[0] == "?"):
            continue
        if _NEXT.match(_text(element)) or element.get("rel") == "next":
            candidates.append(href)
    for href in candidates:
        full = absolute(url, href).partition("#")[0]
        if full.startswith(("http://", "https://")) and _continues(url, full):
            return full
    return None


def _text(link: etree._Element) -> str:
    """Give what a link says, or the picture in it."""
    text = beginning_of(link, _SHOWN).strip() or link.get("title") or ""
    pictures = (inner for inner in islice(link.iter(), _INSIDE) if inner.tag == "img") if not text else ()
    return (text or next((picture.get("alt") or "" for picture in pictures), "")).strip()[:20]


def _last_names(url: str) -> list[str]:
    """Give the beginnings of a page's own name that the next page's URL holds: few links of a page hold one."""
    plain = url.partition("#")[0]
    numbered = _numbered(url)
    names = [
        stem.rstrip("/").rpartition("/")[2].partition("?")[0] for stem in (plain, numbered and numbered[0]) if stem
    ]
    return [name.partition(".")[0] for name in names]


def _continues(url: str, other: str) -> bool:
    """Tell whether *other* is the page after *url* of one article."""
    try:
        one, two = urlsplit(url), urlsplit(other)
    except ValueError:
        return False
    if one.netloc != two.netloc:
        return False
    here, there = _numbered(url), _numbered(other)
    if there is None:
        return False
    stem, number, rest = there
    if here is not None and here[0] == stem and here[2] == rest and number == here[1] + 1:
        # Behind a slash the number is a page only where an article's own number or name stands before it.
        return not url[len(stem) :].startswith("/") or (here[1] > 1 and any(map(str.isdigit, stem.rpartition("/")[2])))
    plain = url.partition("#")[0]
    suffix = re.search(r"(?:\.[a-z]{3,5}|/)?$", plain)
    base = plain[: suffix.start()] if suffix else plain
    return number in (1, 2) and stem.rstrip("/") == base.rstrip("/")


def _numbered(url: str) -> tuple[str, int, str] | None:
    match = _PAGE_NUMBER.search(url.partition("#")[0])
    return (url[: match.start()], int(match["number"]), match["rest"]) if match else None


def find_images(page: Page, body: Sequence[int], url: str | None) -> tuple[Image, ...]:
    """Give the pictures between the first and the last line of the body, with their captions, and those with captions above it."""
    if not body:
        return ()
    above = body[0]
    while above and page.lines[above - 1].kind == "caption":
        above -= 1
    first, last = min(above, body[0] - 1), body[-1] + 1
    found: dict[str, Image] = {}
    for at, element in page.images:
        if not first <= at <= last:
            continue
        stated = cast("dict[str, str]", dict(element.items()))
        sources = [stated[name] for name in _LAZY if name in stated]
        source = next((value for value in sources if value and not value.startswith("data:")), None)
        if not source or _is_small(stated):
            continue
        full = absolute(url, source)
        caption = ""
        if at < len(page.lines) and page.lines[at].kind == "caption":
            caption = page.lines[at].text
        found.setdefault(full, Image(url=full, caption=caption or " ".join(stated.get("alt", "").split())))
    return tuple(found.values())


def _is_small(stated: Mapping[str, str]) -> bool:
    """Tell whether a picture is an icon or a counter by its stated size (in pixels)."""
    for name in ("width", "height"):
        value = stated.get(name, "").removesuffix("px")
        if value.isdecimal() and int(value) < 50:
            return True
    return False
