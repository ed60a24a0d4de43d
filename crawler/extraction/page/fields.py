"""What a page keeps in hidden fields of a form beside its article, for a script to put into the page."""

import re

from lxml import etree

from crawler.extraction.page.metadata import Metadata
from crawler.extraction.page.names import is_hiding

_CALLED = re.compile(r"(?:^|[\s_-])(?P<what>title|time|date|source|author)(?:[_-]?name)?$", re.IGNORECASE)
"""Class or name of a field that says what is in it."""
_TAG = re.compile(r"<[^<>]{0,300}>")
_LONGEST = 300
"""Characters of what such a field holds."""


def is_hidden(field: etree._Element) -> bool:
    """Tell whether a field says that readers do not see it."""
    return field.get("hidden") is not None or is_hiding(field.get("style") or "")


def read_fields(root: etree._Element, data: Metadata) -> str:
    """Take down the day, source and author of hidden fields before what the metadata state, and give the headline in one; or ""."""
    title = ""
    for field in root.iter("textarea"):
        called = _CALLED.search(field.get("class") or field.get("name") or "")
        text = " ".join(_TAG.sub("", (field.text or "")[: 2 * _LONGEST]).split())
        if called is None or not is_hidden(field) or not 1 < len(text) <= _LONGEST:
            continue
        what = called["what"].lower()
        if what == "title":
            title = title or text
        elif what == "author":
            data.authors.insert(0, text)
        else:
            (data.publishers if what == "source" else data.published).insert(0, text)
    return title
