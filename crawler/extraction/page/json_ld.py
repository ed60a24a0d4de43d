"""What a page says about itself in JSON-LD."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from crawler.extraction.page.letters import letters

if TYPE_CHECKING:
    from crawler.extraction.page.metadata import Metadata

MAX_JSON = 2_000_000
"""Characters of one script that are read."""
MAX_THINGS = 200
"""Objects that are read on one page: each headline is compared with each heading."""
_MOST_VISITED = 500
"""Objects and lists of one script that are looked into."""
_MOST_LISTED = 50
"""Values of one field of an object that are read."""
_ARTICLES = frozenset(
    [
        "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "LiveBlogPosting", "OpinionNewsArticle",
        "AnalysisNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle",
        "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "Report", "MedicalWebPage", "Recipe", "HowTo",
        "Review", "BlogPost", "DiscussionForumPosting",
    ]
)  # fmt: skip
"""Types of what may be the article of a page."""
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def read_json_ld(data: "Metadata", scripts: Iterable[str], title: str) -> None:
    """Take down what the scripts of a page state, *title* being its `<title>`."""
    things = list(islice((thing for script in scripts for thing in _things_of(script)), MAX_THINGS))
    known = {str(thing["@id"]): thing for thing in things if "@id" in thing and "name" in thing}
    teasers = {id(thing) for thing in _teasers(things, title)}
    for thing in things:
        _read_thing(data, thing, known)
        if id(thing) not in teasers:
            _read_days(data, thing)


def _things_of(script: str) -> Iterator[dict[str, Any]]:
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
    while waiting and seen < _MOST_VISITED:
        seen += 1
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing[:MAX_THINGS])
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(
                thing[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(thing.get(key), list | dict)
            )


def _read_thing(data: "Metadata", thing: dict[str, Any], known: dict[str, dict[str, Any]]) -> None:
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
    providers = [one for one in _listed(thing.get("provider")) if isinstance(one, dict)]  # whose text a portal shows
    data.publishers[:0] = [*_names(providers, known), *_names(thing.get("publisher"), known)]
    data.sections.extend(_texts(thing.get("articleSection")))
    data.languages[:0] = _texts(thing.get("inLanguage"))
    for words in _texts(thing.get("keywords")):
        data.tags.extend(word.strip() for word in re.split(r"[,，;；、]", words) if word.strip())
    bodies = (body for body in _listed(thing.get("articleBody"))[:_MOST_LISTED] if isinstance(body, str))
    data.bodies.extend(unescape(body) for body in bodies if body.strip())


def _read_days(data: "Metadata", thing: dict[str, Any]) -> None:
    """Take down the days that one object of JSON-LD states of the page."""
    kinds = _kinds(thing)
    if kinds & _ARTICLES:
        data.published[:0] = _texts(_written(thing.get("datePublished"))) or _texts(_written(thing.get("dateCreated")))
        data.modified[:0] = _texts(_written(thing.get("dateModified")))
    elif "Question" in kinds:
        data.published.extend(_texts(thing.get("datePublished")) or _texts(thing.get("dateCreated")))
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
    return [
        " ".join(unescape(text).split())
        for text in _listed(value)[:_MOST_LISTED]
        if isinstance(text, str) and text.strip()
    ]


def _written(value: Any) -> Any:
    """Give a point of time as it is written; seconds or milliseconds since 1970 may be a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _names(value: Any, known: dict[str, dict[str, Any]]) -> list[str]:
    """Give the names of persons or organisations, written as strings, as objects with a name, or as references."""
    found: list[str] = []
    for thing in _listed(value)[:_MOST_LISTED]:
        if isinstance(thing, str):
            found.extend(_texts(thing))
        elif isinstance(thing, dict):
            found.extend(_texts(thing.get("name")) or _texts(known.get(str(thing.get("@id")), {}).get("name")))
    return found
