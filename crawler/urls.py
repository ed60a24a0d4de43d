"""URLs in one form, and the id that an article gets from its own."""

import re
from hashlib import blake2b
from urllib.parse import SplitResult, urlsplit, urlunsplit

from w3lib.url import safe_url_string

MOST_CHARACTERS = 2083
"""Longest URL taken; the limit of old browsers, which Scrapy keeps too. Growing paths end here at the latest."""

DEFAULT_PORTS = {"http": 80, "https": 443}

TRACKING = re.compile(
    r"""
    utm_\w+ | ga_\w+ | hm(?:sr|pl|cu|kw|ci)           # campaign: Google's and Baidu's analytics
    | [fgymd](?:b|s)?clid | gclsrc | msclkid | twclid | igshid | ttclid | _g[al] | mc_[ce]id | _hs(?:enc|mi)
    | spm | scm | spm_id_from | vd_source | bd_vid | ivk_sa | tdsourcetag | wfr | share_(?:token|source|medium|from)
    | isappinstalled | nsukey | weibo_id | __?(?:twitter|wv|t|r)_?impression
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Names of parameters that say where a reader came from; linear: alternatives of literals. Source: the public
documentation of the services that add them."""

SESSION = re.compile(
    r"jsessionid|phpsessid|aspsessionid\w{0,40}|asp\.net_sessionid|session_?id|sess_?id|cfid|cftoken|sid",
    re.IGNORECASE,
)
"""Names of parameters that carry a session; `sid` counts only with a value that looks like one."""

SESSION_VALUE = re.compile(r"(?=[^a-z]*[a-z])(?=\D*\d)[0-9a-z_-]{16,}", re.IGNORECASE)
"""A value with letters and digits, long enough for a random key; linear: two look-aheads over disjoint classes."""

SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*", re.IGNORECASE)
"""A session in the path, as Java servers write it."""

HOST = re.compile(r"[a-z0-9_.-]+|[0-9a-f:.]+")
"""A name as resolvers take it (after IDNA), or an IPv6 address."""

CODE = re.compile(r"%[0-9a-fA-F]{2}")


def normalise_url(url: str) -> str:
    """Give the one form of an absolute URL: what differs between two links to one page is taken out.

    Scheme and host in lower case, no fragment, no default port, no dot segments, no tracking parameters, no session
    ids; everything that a server may tell apart (case of the path, order of parameters) stays. Raises ValueError for
    what is no http or https URL with a host, holds a user name, or is longer than MOST_CHARACTERS.

    >>> normalise_url("HTTP://Example.com:80/a/../b.html?utm_source=x&id=7#top")
    'http://example.com/b.html?id=7'
    """
    parts = _split(url)
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in DEFAULT_PORTS or not HOST.fullmatch(host) or "@" in parts.netloc:
        raise ValueError(f"no web page: {url[:200]!r}")
    port = parts.port  # raises ValueError where it is no number
    netloc = f"[{host}]" if ":" in host else host
    if port and port != DEFAULT_PORTS[parts.scheme]:
        netloc += f":{port}"
    path = _path(SESSION_PATH.sub("", parts.path))
    normalised = urlunsplit((parts.scheme, netloc, path, _query(parts.query), ""))
    if len(normalised) > MOST_CHARACTERS:
        raise ValueError(f"longer than {MOST_CHARACTERS} characters: {url[:200]!r}")
    return normalised


def host_of(url: str) -> str:
    """Give the host of a URL, with port where it is not the default, as sites name it in `domains`."""
    return urlsplit(url).netloc.lower()


def owns(domains: tuple[str, ...], host: str) -> bool:
    """Say whether a host, with port, is one of *domains*; `*.example.com` takes subdomains in, with its own port.

    >>> owns(("example.com",), "example.com"), owns(("example.com",), "www.example.com")
    (True, False)
    >>> owns(("*.example.com",), "www.example.com"), owns(("*.example.com",), "badexample.com")
    (True, False)
    """
    return any(host == domain or (domain.startswith("*.") and host.endswith(domain[1:])) for domain in domains)


def one_form(url: str) -> str:
    """Give the normalised form of a URL, or what there is where it has none.

    >>> one_form("http://example.com/b#top"), one_form("file:///page.html")
    ('http://example.com/b', 'file:///page.html')
    """
    try:
        return normalise_url(url)
    except ValueError:
        return url


def article_id(url: str) -> str:
    """Give the id of the article at a normalised URL: 16 hexadecimal digits, the same in every run.

    Among 1e7 URLs the chance that two share an id is 3 in a million.
    """
    return blake2b(url.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _split(url: str) -> SplitResult:
    """Split a URL after escaping what may not stand in one; browsers take a backslash for a slash."""
    if len(url) > 2 * MOST_CHARACTERS:
        raise ValueError(f"longer than {MOST_CHARACTERS} characters: {url[:200]!r}")
    head, mark, query = url.strip().partition("?")
    try:
        return urlsplit(safe_url_string(head.replace("\\", "/") + mark + query))
    except (UnicodeError, ValueError) as error:
        raise ValueError(f"no web page: {url[:200]!r}") from error


def _path(path: str) -> str:
    """Resolve dot segments and slashes at the front, and write escapes in capitals."""
    kept: list[str] = []
    segments = CODE.sub(lambda code: code[0].upper(), path).lstrip("/").split("/")
    for segment in segments:
        if segment == "..":
            kept[-1:] = []
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept).lstrip("/")


def _query(query: str) -> str:
    """Take tracking and session parameters out of a query, leaving the rest as it stands."""
    return "&".join(part for part in query.split("&") if part and not _is_noise(part))


def _is_noise(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    if TRACKING.fullmatch(name):
        return True
    if not SESSION.fullmatch(name):
        return False
    return name.lower() != "sid" or SESSION_VALUE.fullmatch(value) is not None
