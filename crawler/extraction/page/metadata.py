"""What a page says about itself in JSON-LD and meta tags, brought into one shape."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from crawler.extraction.page.blocks import Page
from crawler.extraction.page.json_ld import read_json_ld

MAX_STATEMENTS = 50
"""Meta tags of one field that are read on one page: each headline is compared with each heading."""
MAX_TITLES, MAX_BEGINNING = 5, 200
"""Titles, and characters of each and of what texts begin with, that are kept as statements of the page."""
_ESCAPED = frozenset(("authors", "publishers", "site_names", "sections", "tags"))
"""Fields whose entities, escaped twice, are resolved once more; those of titles are when the headline is chosen."""
_PUBLISHED = re.compile(r"(?:publish(?:ed)?|publication|pub|create[d]?|release)[-_:. ]?(?:date|time|on|at)(?:$|[^a-z])")
_MODIFIED = re.compile(r"(?:modified|modification|updated?|lastmod)[-_:. ]?(?:date|time|on|at)?(?:$|[^a-z])")
_WORKS = ("music:", "book:")
"""How the names of meta tags begin that state when the work came out that a page is about."""
_COMMAS = re.compile("[,，;；、|]")
_WRITTEN_BY = "twitter:data1 (written by)"
"""The first remark of a Twitter card, where its label says that it is the author."""
_AUTHOR_LABELS = frozenset(
    (
        "written by", "author", "verfasst von", "geschrieben von", "escrito por", "écrit par", "scritto da", "geschreven door", "skriven av",
        "skrevet av", "skrevet af", "napisane przez", "autor", "автор", "написано автором", "yazan", "作者", "著者", "執筆者", "글쓴이",
    )
)  # fmt: skip
"""That label, in small letters."""
_HAN, _KANA = re.compile("[\u4e00-\u9fff]"), re.compile("[\u3040-\u30ff]")
_PART = re.compile("section|strap|categor|channel|column|rubri|topic|kicker")
"""How the names of meta tags read that name a part of the site."""
_META_FIELDS = {
    **dict.fromkeys(("og:title", "twitter:title", "dc.title", "articletitle", "headline", "hdl", "title"), "titles"),
    **dict.fromkeys(
        (
            "article:published_time", "datepublished", "og:published_time", "publishdate", "pubdate", "publish_date",
            "publish-date", "publication_date", "date.published", "og:release_date", "dc.date.issued", "dc.date",
            "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "weibo:article:create_at",
            "article.published", "published_time_telegram", "cxenseparse:recs:publishtime", "date", "published",
            "displaydate", "citation_publication_date", "publishedat", "release_date", "og:pubdate", "apub:time",
            "bytedance:published_time", "published_time", "created",
        ),
        "published",
    ),
    **dict.fromkeys(
        (
            "article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified", "dcterms.modified",
            "dc.date.modified", "weibo:article:update_at", "bytedance:updated_time", "revised",
        ),
        "modified",
    ),
    **dict.fromkeys(
        ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author", "og:author",
         "citation_author", "citation_authors", "creator", "article:author_name", "articleauthor", "contentauthor",
         "cxenseparse:author", "byline", "content_author", _WRITTEN_BY),
        "authors",
    ),
    **dict.fromkeys(("source", "article:publisher_name", "dc.publisher", "publisher", "contentsource", "mediaid", "copyright_source"), "publishers"),
    **dict.fromkeys(("og:site_name", "application-name", "sitename", "apple-mobile-web-app-title", "twitter:app:name:iphone"), "site_names"),
    **dict.fromkeys(("article:section", "section", "columnname", "parsely-section", "og:section", "category"), "sections"),
    **dict.fromkeys(("article:tag", "keywords", "news_keywords", "og:article:tag", "parsely-tags"), "tags"),
    **dict.fromkeys(("og:locale", "content-language", "language", "dc.language", "inlanguage"), "languages"),
    "og:url": "canonicals",
    "og:type": "kinds",
    **dict.fromkeys(("description", "og:description"), "description"),
}  # fmt: skip


@dataclass(slots=True)
class Metadata:
    """The statements, each list in order of trust."""

    titles: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    site_names: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    canonicals: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    """Types of JSON-LD and `og:type`, as written."""
    bodies: list[str] = field(default_factory=list)
    """`articleBody` of each article in JSON-LD, with its line breaks."""
    description: str = ""

    @property
    def body(self) -> str:
        """The longest `articleBody`; empty where there is none."""
        return max(self.bodies, key=len, default="")

    def statements(self, title: str) -> tuple[str, ...]:
        """Give the stated titles that are not the *title*, and the beginnings of the description and of the `articleBody`."""
        texts = (*self.titles[:MAX_TITLES], self.description, self.body.lstrip())
        parts = (" ".join(text[:MAX_BEGINNING].split()) for text in texts)
        return tuple(dict.fromkeys(part for part in parts if part and part != title))


def gather(page: Page) -> Metadata:
    """Read the JSON-LD scripts, then the meta tags, then the links of a page."""
    data = Metadata()
    read_json_ld(data, page.scripts, page.title)
    read: Counter[str] = Counter()
    for name, raw in _statements(page):
        target = _target(name)
        content = " ".join((unescape(raw) if "&" in raw and target in _ESCAPED else raw).split()) if target else ""
        if name == "og:article:author":
            _read_account(data, " ".join(unescape(raw).split()))
        elif target == "kinds":
            data.kinds.add(f"og:{content.lower()}")
        elif target == "description":
            data.description = data.description or content
        elif target == "tags":
            data.tags += [tag.strip() for tag in _COMMAS.split(content) if tag.strip()]
        elif target and content and read[target] < MAX_STATEMENTS:
            read[target] += 1
            getattr(data, target).append(content)
    for rel, href in page.links:
        if rel == "canonical":
            data.canonicals.insert(0, href)
    data.tags = list(dict.fromkeys(data.tags))
    return data


def _read_account(data: Metadata, content: str) -> None:
    """Take down whom a platform names for an article: its medium and the platform (`A | B`), or, in Chinese, its author."""
    house, bar, _ = content.partition(" | ")
    if bar:
        data.publishers.insert(0, house)
    elif _HAN.search(content) and not _KANA.search(content):
        data.authors.append(content)


def _statements(page: Page) -> Iterator[tuple[str, str]]:
    """Give the names and contents of the meta tags: a remark of a Twitter card by its label, no part of the site as a source."""
    label = ""
    parts: set[str] | None = None
    for name, raw in page.metas:
        if name == "source" and parts is None:
            parts = {content for other, content in page.metas if _PART.search(other)}
        if name == "twitter:label1":
            label = raw.strip().casefold()
        elif name == "twitter:data1" and label in _AUTHOR_LABELS:
            yield _WRITTEN_BY, raw
        elif name != "source" or raw not in (parts or ()):
            yield name, raw


@lru_cache(maxsize=1024)
def _target(name: str) -> str | None:
    """Give the field that a meta tag states: by its name, or by what a name of the site's own says."""
    if name in _META_FIELDS:
        return _META_FIELDS[name]
    if name.startswith(_WORKS):
        return None
    if _PUBLISHED.search(name):
        return "published"
    return "modified" if _MODIFIED.search(name) else None
