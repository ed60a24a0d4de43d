"""A site's own selectors: CSS or XPath, each tried in order."""

from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING

from cssselect import HTMLTranslator, SelectorError
from lxml import etree

if TYPE_CHECKING:
    from crawler.sites.model import Extract

_TRANSLATOR = HTMLTranslator()


def select(root: etree._Element, selectors: Sequence[str]) -> list[etree._Element | str]:
    """Give what the first selector that matches anything selects, in document order.

    A selector that begins with `/`, `./` or `(` is XPath, any other CSS; `::text` and `::attr(name)` at the end of
    CSS give strings, as in parsel. Raises ValueError for one that is neither.
    """
    for selector in selectors:
        try:
            found = root.xpath(to_xpath(selector))
        except etree.XPathError as error:
            raise ValueError(f"bad selector {selector!r}: {error}") from error
        if not isinstance(found, list):
            found = [str(found)] if found not in (None, "", False) else []
        if found:
            return [thing if isinstance(thing, etree._Element) else str(thing) for thing in found]  # noqa: SLF001 - lxml's only public name for an element
    return []


@lru_cache
def ask_for_ids(rules: "Extract") -> bool:
    """Tell whether a selector of a site calls XPath's `id()`: the tree has to be parsed for it."""
    return any("id(" in selector for field in fields(rules) for selector in getattr(rules, field.name))


def to_xpath(selector: str) -> str:
    """Give the XPath of a selector."""
    selector = selector.strip()
    if selector.startswith(("/", "./", "(", "string(", "normalize-space(")):
        return selector
    tail = ""
    if selector.endswith("::text"):
        selector, tail = selector.removesuffix("::text"), "/text()"
    elif selector.endswith(")") and "::attr(" in selector:
        selector, _, name = selector.rpartition("::attr(")
        tail = f"/@{name[:-1].strip()}"
    try:
        return _TRANSLATOR.css_to_xpath(selector or "*", prefix="descendant-or-self::") + tail
    except SelectorError as error:
        raise ValueError(f"bad selector {selector!r}: {error}") from error


def text_of(thing: etree._Element | str) -> str:
    """Give the text of what was selected, on one line."""
    return " ".join((thing if isinstance(thing, str) else "".join(map(str, thing.itertext()))).split())
