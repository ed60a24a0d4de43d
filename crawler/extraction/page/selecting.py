"""A site's own selectors applied to a page: CSS or XPath, each tried in order."""

from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from crawler.extraction.page.selectors import to_xpath

if TYPE_CHECKING:
    from crawler.sites.model import Extract


def select(root: etree._Element, selectors: Sequence[str]) -> list[etree._Element | str]:
    """Give what the first selector that matches anything selects, in document order.

    Raises ValueError for one that is neither XPath nor CSS, or that cannot be evaluated on this page.
    """
    for selector in selectors:
        try:
            found = root.xpath(to_xpath(selector))
        except (etree.XPathError, ValueError) as error:
            raise ValueError(f"{selector!r:.200}: {error}") from error
        if not isinstance(found, list):
            found = [str(found)] if found not in (None, "", False) else []
        if found:
            return [thing if isinstance(thing, etree._Element) else str(thing) for thing in found]  # noqa: SLF001 - lxml's only public name for an element
    return []


@lru_cache
def ask_for_ids(rules: "Extract") -> bool:
    """Tell whether a selector of a site calls XPath's `id()`: the tree has to be parsed for it."""
    return any("id(" in selector for field in fields(rules) for selector in getattr(rules, field.name))


def text_of(thing: etree._Element | str) -> str:
    """Give the text of what was selected, on one line."""
    return " ".join((thing if isinstance(thing, str) else "".join(map(str, thing.itertext()))).split())
