"""What a site is: frozen tables of facts, as a TOML file states them."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Discover:
    """`[discover]`: where the site lists its articles; what is not given is found from the start URLs."""

    sitemaps: tuple[str, ...] = ()
    """URLs of sitemaps or sitemap indexes."""
    feeds: tuple[str, ...] = ()
    """URLs of RSS or Atom feeds."""
    article: tuple[str, ...] = ()
    """Regular expressions searched in the URL: a match is an article."""
    list: tuple[str, ...] = ()
    """Regular expressions searched in the URL: a match is a page that lists articles."""
    ignore: tuple[str, ...] = ()
    """Regular expressions searched in the URL: a match is never fetched."""
    next: str | None = None
    """CSS selector of the link to the next list page."""
    automatic: bool = True
    """Whether sitemaps, feeds and lists that are not configured are looked for."""
    max_pages: int = 0
    """Most pages fetched in one run; 0 leaves it to the setting."""
    max_depth: int = 0
    """Most links between a start URL and a page; 0 leaves it to the setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """`[extract]`: CSS or XPath selectors that take over from the generic extraction, each tried in order."""

    title: tuple[str, ...] = ()
    """The headline."""
    body: tuple[str, ...] = ()
    """The element or elements that hold the article's body."""
    remove: tuple[str, ...] = ()
    """Elements taken out before anything is read."""
    published: tuple[str, ...] = ()
    """The time of publication."""
    authors: tuple[str, ...] = ()
    """The names of the authors."""
    source: tuple[str, ...] = ()
    """The publisher."""
    next: tuple[str, ...] = ()
    """The link to the article's next page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """`[template]`: lines known to belong to the site."""

    lines: tuple[str, ...] = ()
    """Lines to drop wherever they stand; `*` stands for any text."""
    keep: tuple[str, ...] = ()
    """Lines never taken for template; `*` stands for any text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """`[byline]`: credits in a form of the site's own."""

    patterns: tuple[str, ...] = ()
    """Texts to cut at the start or end of a paragraph; `*` stands for a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Politeness:
    """`[politeness]`: how the site is treated; robots.txt and its Crawl-delay hold in any case."""

    delay: float | None = None
    """Seconds between two requests to one host."""
    concurrency: int | None = None
    """Requests at once to one host."""
    timeout: float | None = None
    """Seconds until a request is given up."""
    verify_certificate: bool = True
    """Whether a certificate must be valid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """`[recheck]`: whether recent articles are looked at again for changes."""

    days: float = 0
    """Articles first seen within so many days are fetched again; 0 never."""
    hours: float = 24
    """Least time between two looks at one article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One mirror."""

    name: str
    """Name of the spider, of the output folder and in every article."""
    start_urls: tuple[str, ...]
    """Where a crawl begins."""
    domains: tuple[str, ...]
    """Hosts that belong to the site, with port where it is not the default."""
    title: str = ""
    """What people call the site."""
    encoding: str | None = None
    """The charset of its pages, only where bytes and labels mislead."""
    timezone: str | None = None
    """IANA name of the zone its times are in, e.g. `Asia/Shanghai`."""
    language: str | None = None
    """BCP 47, where it is known."""
    rank: int = 0
    """Trust in the site when the best of several copies is chosen: higher wins."""
    discover: Discover = field(default_factory=Discover)
    extract: Extract = field(default_factory=Extract)
    template: Template = field(default_factory=Template)
    byline: Byline = field(default_factory=Byline)
    politeness: Politeness = field(default_factory=Politeness)
    recheck: Recheck = field(default_factory=Recheck)
    path: Path | None = None
    """The file it was read from."""
