"""Article or list: what the shape of a URL, the text of its link and its neighbours on the page say."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal
from urllib.parse import urlsplit

from crawler.discovery.links import Link

Kind = Literal["article", "page", "list"]
"""`article`; `list`, which leads to articles; or `page`: only its text can tell."""

DATE = re.compile(
    r"""
    (?<!\d)(?:19[89]\d|20[0-3]\d)
    (?: [/_-]?(?:0[1-9]|1[0-2])(?:[/_-]?(?:0[1-9]|[12]\d|3[01]))?      # 2024/03/05, 20240305, 2024-03
      | [/_-][1-9](?:[/_-](?:[12]\d|3[01]|0?[1-9]))?                   # 2024/3/5
    )(?!\d)
    | (?<!\d)(?:0[1-9]|[12]\d|3[01])[/-](?:19[89]\d|20[0-3]\d)(?!\d)   # 05/2024
    """,
    re.VERBOSE,
)
"""Year and month, with or without day, as news sites write them into paths; linear: bounded repetition only."""

NUMBER = re.compile(r"\d{4,}|(?<![0-9a-f])(?=[a-f]{0,31}\d)[0-9a-f]{8,}(?![0-9a-z])", re.IGNORECASE)
"""A number of an article: four digits or more, or a hexadecimal key."""

SLUG = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[-_](?:[^\W_]|%)+){3,}|(?:%[0-9A-F]{2}){12,}")
"""A headline in the path: four words or more, or escaped hanzi. Linear: words end at a dash, which is none of theirs,
and are tried from their beginning alone."""

PAGE_NAME = re.compile(r"\.(?:[sxp]?html?|aspx?|jsp|php|do|htmls)$", re.IGNORECASE)

ID_PARAMETER = re.compile(
    r"(?:^|&)(?!(?:c|cat|category|type|class|column|channel|sort|section|tag|topic|u|user|author|f|forum|board|p|page)_?id=)"
    r"\w{0,12}id=\w{0,20}\d",
    re.IGNORECASE,
)
"""A parameter that names one thing (`id`, `newsid`, `aid`), and not the list it is in; linear: bounded repetition."""

LIST_WORDS = re.compile(
    r"""(?<![a-z])(?:
      index | default | home | list | lists | node | channel | channels | column | columns | category | categories | cat
    | tags? | topics? | sections? | archives? | pages? | search | more | all | latest | authors? | users? | sitemap
    | feeds? | rss | about | contact | login | register | help | privacy | terms | map | special | zhuanti | lanmu
      | calendar
    )(?![a-z])""",
    re.VERBOSE | re.IGNORECASE,
)
"""Names that web servers and publishing systems give to pages that list or serve, in English and pinyin; a list of
form, which says nothing of any site."""

HEADLINE_HANZI = 8
"""Hanzi, kana or hangul from which the text of a link is a headline: names of sections are shorter."""
HEADLINE_WORDS = 4
"""Words from which it is one in other scripts."""
SERIES = 8
"""Links of one shape from which they are a series: a list shows that many articles, a menu varies its shapes."""
MOST_NUMBERS = 15
"""Numbers of pages under a list; more links that are numbers are articles called so, or the days of a month."""
LAST_DAY = 31
ARTICLE_SCORE = 3
LIST_SCORE = -1
"""At least the one is an article, at most the other a list; between them the page itself decides."""

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_MIXED = re.compile(r"[^\W\d_]\W{0,3}\d|\d\W{0,3}[^\W\d_]|\w[._/]\w")
"""Letters beside digits, or a file name: nobody calls a section so."""


def shape_of(url: str) -> str:
    """Give what a URL has in common with its neighbours: numbers in the path and the name of the file are levelled.

    >>> shape_of("http://a.com/news/2024/0305/c17.html") == shape_of("http://a.com/news/2023/1201/b2.html")
    True
    """
    parts = urlsplit(url)
    folder, _, last = parts.path.rpartition("/")
    stem, dot, suffix = last.partition(".")
    names = "&".join(part.partition("=")[0] for part in parts.query.split("&"))
    return f"{parts.netloc}{_DIGITS.sub('0', folder)}/{'*' if stem else ''}{dot}{_DIGITS.sub('0', suffix)}?{names}"


def score_url(url: str) -> int:
    """Weigh what a URL alone says: above 0 for an article, below for a list."""
    parts = urlsplit(url)
    path, query = parts.path, parts.query
    last = path.rstrip("/").rpartition("/")[2]
    score = 0
    if date := DATE.search(path):
        score += -3 if path[date.end() :] in {"", "/"} else 2  # a bare day or month is an archive
    if NUMBER.search(last) or ID_PARAMETER.search(query):
        score += 2
    elif _DIGITS.search(last):
        score += 1
    if SLUG.search(last):
        score += 2
    if PAGE_NAME.search(last):
        score += 1
    elif not last or (path.endswith("/") and score < 2):
        score -= 2
    named = NUMBER.search(last) or SLUG.search(last) or ID_PARAMETER.search(query)
    if LIST_WORDS.search(last) and not named:
        score -= 4
    elif LIST_WORDS.search(path) or LIST_WORDS.search(query):
        score -= 1
    return score


def score_text(text: str) -> int:
    """Weigh what a reader clicks on: 2 for a headline, -1 for the name of a section, a page number or nothing."""
    wide = len(_WIDE.findall(text))
    words = len(_WORD.findall(text))
    if wide >= HEADLINE_HANZI or (not wide and words >= HEADLINE_WORDS and not text.startswith("http")):
        return 2
    is_name = wide <= HEADLINE_HANZI // 2 and words <= 2 and len(text) < 20 and not _MIXED.search(text)
    return -1 if is_name else 0


def tell_apart(links: Sequence[Link]) -> dict[str, Kind]:
    """Say of each link of one page whether it leads to an article, to a list, or that only the page can tell."""
    shapes = [shape_of(link.url) for link in links]
    series = Counter(shapes)
    numbered = Counter(shape for shape, link in zip(shapes, links, strict=True) if _is_beyond_days(link.text))
    texts = [
        0 if link.text.isdecimal() and series[shape] > MOST_NUMBERS and numbered[shape] else score_text(link.text)
        for shape, link in zip(shapes, links, strict=True)
    ]
    names = Counter(shape for shape, text in zip(shapes, texts, strict=True) if text < 0)
    kinds: dict[str, Kind] = {}
    for shape, link, text in zip(shapes, links, texts, strict=True):
        score = score_url(link.url) + text
        if series[shape] >= SERIES and 2 * names[shape] < series[shape]:
            score += 2
        kinds[link.url] = _kind(score)
    return kinds


def _is_beyond_days(text: str) -> bool:
    """Say whether the text of a link is a number that no day of a month has."""
    return text.isdecimal() and (len(text) > 2 or int(text) > LAST_DAY)


def tell_listed(urls: Iterable[str]) -> dict[str, Kind]:
    """Say of URLs of a sitemap, where most are articles, which are lists after all."""
    return {url: "list" if score_url(url) < LIST_SCORE else "article" for url in urls}


def _kind(score: int) -> Kind:
    if score >= ARTICLE_SCORE:
        return "article"
    return "list" if score <= LIST_SCORE else "page"
