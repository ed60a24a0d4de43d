"""URLs that lead in circles: paths that grow, segments that repeat, files that are no pages."""

import re
from collections import Counter
from urllib.parse import urlsplit

MOST_SEGMENTS = 16
"""Segments of a path; the deepest genuine ones in the evaluation corpora have nine."""
MOST_REPEATS = 3
"""Times a segment that is no number may stand in one path: `/a/b/a/b/a/b/a/b` is a link relative to itself."""
MOST_PARAMETERS = 12
"""Parameters of a query; a filter page that adds one with each click ends here."""

FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|mp[34]|m4[av]|avi|mov|wmv|flv|webm|og[gv]|wav|zip|rar|7z|t?gz|bz2|xz"
    r"|tar|exe|msi|apk|ipa|dmg|iso|pdf|docx?|xlsx?|pptx?|epub|mobi|css|js|json|woff2?|ttf|eot|swf)$",
    re.IGNORECASE,
)
"""Names of files that no article is in."""


def is_trap(url: str) -> bool:
    """Say whether a URL is one that only a machine would follow.

    >>> is_trap("http://a.com/x/y/x/y/x/y/x/y/"), is_trap("http://a.com/2024/03/05/1.html")
    (True, False)
    """
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    if len(segments) > MOST_SEGMENTS or parts.query.count("&") >= MOST_PARAMETERS:
        return True
    repeats = Counter(segment for segment in segments if not segment.isdigit())
    return any(count > MOST_REPEATS for count in repeats.values())


def is_file(url: str) -> bool:
    """Say whether a URL names a file that is no page."""
    return FILES.search(urlsplit(url).path) is not None
