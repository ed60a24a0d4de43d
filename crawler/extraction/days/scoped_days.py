"""The day of the thing in which the text stands, where microdata states a day for each of several: a question and its answers."""

from collections.abc import Sequence
from itertools import islice

from lxml import etree

from crawler.extraction.page.blocks import Page

_CREATED = "datecreated"
_MOST = 50
"""Things of a page that are looked at."""
_BEGINNING = 40
"""Characters of the text by which its thing is found."""


def scoped_day(page: Page, body: Sequence[int]) -> str | None:
    """Give the `dateCreated` of the innermost thing (`itemscope`) that holds the beginning of the text; None where none states one."""
    if page.root is None or not body or not any(name == _CREATED for name, _ in page.metas):
        return None
    prose = next((page.lines[i].text for i in body if page.lines[i].prose), page.lines[body[0]].text)
    wanted = "".join(prose.split())[:_BEGINNING]
    stated: dict[etree._Element, str] = {}
    for meta in page.root.iter("meta"):
        value = meta.get("content")
        if value and (meta.get("itemprop") or "").lower() == _CREATED and (scope := _scope(meta)) is not None:
            stated.setdefault(scope, value)
    around = [
        scope for scope in islice(stated, _MOST) if wanted in "".join("".join(map(str, scope.itertext())).split())
    ]
    return stated[max(around, key=lambda scope: sum(1 for _ in scope.iterancestors()))] if around else None


def _scope(element: etree._Element) -> etree._Element | None:
    return next((outer for outer in element.iterancestors() if outer.get("itemscope") is not None), None)
