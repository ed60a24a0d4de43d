"""What a page says about itself in JSON-LD and meta tags, brought into one shape."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import Any

from crawler.extraction.page.blocks import Page
from crawler.extraction.page.letters import letters

MAX_JSON = 2_000_000
"""Characters of one JSON-LD script that are read."""
MAX_THINGS, MAX_STATEMENTS = 200, 50
"""Objects of JSON-LD, and meta tags of one field, that are read on one page: each headline is compared with each heading."""
_ARTICLES = frozenset(
    [
        "Article",
        "NewsArticle",
        "BlogPosting",
        "ReportageNewsArticle",
        "LiveBlogPosting",
        "OpinionNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "AdvertiserContentArticle",
        "SocialMediaPosting",
        "TechArticle",
        "ScholarlyArticle",
        "Report",
        "MedicalWebPage",
        "Recipe",
        "HowTo",
        "Review",
        "BlogPost",
    ]
)
_ESCAPED = frozenset(("authors", "publishers", "site_names", "sections", "tags"))
"""Fields whose entities, escaped twice, are resolved once more; those of titles are when the headline is chosen."""
_PUBLISHED = re.compile(r"(?:publish(?:ed)?|publication|pub|create[d]?|release)[-_:. ]?(?:date|time|on|at)(?:$|[^a-z])")
_MODIFIED = re.compile(r"(?:modified|modification|updated?|lastmod)[-_:. ]?(?:date|time|on|at)?(?:$|[^a-z])")
_WORKS = ("music:", "book:")
"""How the names of meta tags begin that state when the work came out that a page is about."""
_COMMAS = re.compile("[,，;；、|]")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


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
    images: list[str] = field(default_factory=list)
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


_WRITTEN_BY = "twitter:data1 (written by)"
"""The first remark of a Twitter card, where its label says that it is the author."""
_AUTHOR_LABELS = frozenset(
    (
        "written by", "author", "verfasst von", "geschrieben von", "escrito por", "écrit par", "scritto da", "geschreven door", "skriven av",
        "skrevet av", "skrevet af", "napisane przez", "autor", "автор", "написано автором", "yazan", "作者", "著者", "執筆者", "글쓴이",
    )
)  # fmt: skip
"""That label, in small letters."""
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
         "cxenseparse:author", "byline", _WRITTEN_BY),
        "authors",
    ),
    **dict.fromkeys(("source", "article:publisher_name", "dc.publisher", "publisher", "contentsource", "mediaid", "copyright_source"), "publishers"),
    **dict.fromkeys(("og:site_name", "application-name", "sitename", "apple-mobile-web-app-title", "twitter:app:name:iphone"), "site_names"),
    **dict.fromkeys(("article:section", "section", "columnname", "parsely-section", "og:section", "category"), "sections"),
    **dict.fromkeys(("article:tag", "keywords", "news_keywords", "og:article:tag", "parsely-tags"), "tags"),
    **dict.fromkeys(("og:image", "og:image:url", "twitter:image"), "images"),
    **dict.fromkeys(("og:locale", "content-language", "language", "dc.language", "inlanguage"), "languages"),
    "og:url": "canonicals",
    "og:type": "kinds",
    **dict.fromkeys(("description", "og:description"), "description"),
}  # fmt: skip


def gather(page: Page) -> Metadata:
    """Read the JSON-LD scripts, then the meta tags, then the links of a page."""
    data = Metadata()
    things = list(islice((thing for script in page.scripts for thing in _things(script)), MAX_THINGS))
    known = {str(thing["@id"]): thing for thing in things if "@id" in thing and "name" in thing}
    teasers = {id(thing) for thing in _teasers(things, page.title)}
    for thing in things:
        _read_thing(data, thing, known)
        if id(thing) not in teasers:
            _read_days(data, thing)
    read: Counter[str] = Counter()
    for name, raw in _statements(page):
        target = _target(name)
        content = " ".join((unescape(raw) if "&" in raw and target in _ESCAPED else raw).split()) if target else ""
        if target == "kinds":
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


def _things(script: str) -> Iterator[dict[str, Any]]:
    """Give the objects of a JSON-LD script, those of lists and graphs one by one; broken JSON gives none."""
    script = script[:MAX_JSON].strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        data = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        try:
            data = json.loads(_TRAILING_COMMA.sub(r"\1", script), strict=False)
        except (ValueError, RecursionError):
            return
    waiting, seen = [data], 0
    while waiting and seen < 500:
        seen += 1
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing[:200])
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(
                thing[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(thing.get(key), list | dict)
            )


def _read_thing(data: Metadata, thing: dict[str, Any], known: dict[str, dict[str, Any]]) -> None:
    """Take down what one object of JSON-LD says; *known* are those that others refer to by their `@id`."""
    kinds = _kinds(thing)
    data.kinds |= kinds
    if not kinds & _ARTICLES:
        if kinds & {"WebSite", "NewsMediaOrganization", "Organization"}:
            data.site_names.extend(_texts(thing.get("name")))
        return
    data.titles[:0] = _texts(thing.get("headline")) or _texts(thing.get("name"))
    if not data.authors:  # a second article on the page is a teaser
        data.authors += _names(thing.get("author"), known) or _names(thing.get("creator"), known)
    data.publishers[:0] = _names(thing.get("publisher"), known)
    data.sections.extend(_texts(thing.get("articleSection")))
    data.languages[:0] = _texts(thing.get("inLanguage"))
    for words in _texts(thing.get("keywords")):
        data.tags.extend(word.strip() for word in re.split(r"[,，;；、]", words) if word.strip())
    bodies = (body for body in _listed(thing.get("articleBody"))[:50] if isinstance(body, str))
    data.bodies.extend(unescape(body) for body in bodies if body.strip())


def _read_days(data: Metadata, thing: dict[str, Any]) -> None:
    """Take down the days that one object of JSON-LD states of the page."""
    kinds = _kinds(thing)
    if kinds & _ARTICLES:
        data.published[:0] = _texts(_written(thing.get("datePublished"))) or _texts(_written(thing.get("dateCreated")))
        data.modified[:0] = _texts(_written(thing.get("dateModified")))
    elif kinds & {"VideoObject", "WebPage", "ItemPage"}:
        data.published.extend(_texts(thing.get("datePublished")))
        data.modified.extend(_texts(thing.get("dateModified")))


def _teasers(things: Sequence[dict[str, Any]], title: str) -> list[dict[str, Any]]:
    """Give the articles of JSON-LD that are not the page's: with another headline than the first that `<title>` has, or the first at all."""
    articles = [thing for thing in things if _kinds(thing) & _ARTICLES]
    if len(articles) < 2:
        return []
    heads = [letters("".join(_texts(thing.get("headline")) or _texts(thing.get("name")))) for thing in articles]
    words = letters(unescape(title))
    own = next((head for head in heads if head and (head in words or words in head)), heads[0])
    return [thing for thing, head in zip(articles, heads, strict=True) if head and head not in own and own not in head]


def _kinds(thing: dict[str, Any]) -> set[str]:
    return {str(kind).rsplit("/", 1)[-1] for kind in _listed(thing.get("@type"))}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: Any) -> list[str]:
    """Give the strings of a JSON value that may be one, or a list of them; entities are resolved."""
    return [" ".join(unescape(text).split()) for text in _listed(value)[:50] if isinstance(text, str) and text.strip()]


def _written(value: Any) -> Any:
    """Give a point of time as it is written; seconds or milliseconds since 1970 may be a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _names(value: Any, known: dict[str, dict[str, Any]]) -> list[str]:
    """Give the names of persons or organisations, written as strings, as objects with a name, or as references."""
    found: list[str] = []
    for thing in _listed(value)[:50]:
        if isinstance(thing, str):
            found.extend(_texts(thing))
        elif isinstance(thing, dict):
            found.extend(_texts(thing.get("name")) or _texts(known.get(str(thing.get("@id")), {}).get("name")))
    return found
