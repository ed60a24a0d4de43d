"""Selectors of a site file: which are XPath and which CSS, the XPath of each, and what is wrong with one."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cssselect import SelectorError
from lxml import etree, html
from parsel.csstranslator import css2xpath

XPATH_STARTS = ("/", "./", "(", "string(", "concat(", "normalize-space(")
"""How a selector begins that is XPath; no CSS selector begins so."""

TOKEN = re.compile(
    r"""
    "[^"]*" | '[^']*'
    | (?P<name> \$? [^\W\d][\w.-]* (?: :(?!:) [\w.*-]+ )? ) \s* (?P<call> \( )?
    | [()]
    """,
    re.VERBOSE,
)
"""Of XPath 1.0: a literal, a name, which may have a prefix, be a variable's or have arguments, or a bracket.
Linear: each alternative begins with characters of its own, and none is nested."""

OPERATORS = frozenset(("and", "or", "div", "mod"))
"""Names before a bracket that may be no function's."""

TINY = "<p>1</p>"
"""A document on which selectors are tried."""


def is_xpath(selector: str) -> bool:
    """Say whether a selector is an XPath expression; anything else is CSS.

    >>> is_xpath("//div[@id='text']"), is_xpath("div#text p")
    (True, False)
    """
    return selector.lstrip().startswith(XPATH_STARTS)


@lru_cache
def to_xpath(selector: str) -> str:
    """Give the XPath of a selector; `::text` and `::attr(name)` at the end of CSS give strings, as in parsel.

    Raises ValueError for CSS that cannot be translated.
    """
    if is_xpath(selector):
        return selector.strip()
    try:
        return css2xpath(selector)
    except (SelectorError, RecursionError) as error:
        raise ValueError(f"{error}") from error


def problem_of(selector: str) -> str | None:
    """Say why a selector would raise on a page, None if it would not.

    It is compiled and evaluated. XPath looks up functions, prefixes and variables only when it gets to them, which it
    does on no page of a few elements: each is evaluated by itself as well.
    """
    where = ""
    try:
        xpath = to_xpath(selector)
        etree.XPath(xpath)
        root = html.document_fromstring(TINY)
        for part, expression in _lookups(xpath):
            where = f" in {part!r:.80}"
            root.xpath(expression)
        where = ""
        root.xpath(xpath)
    except (etree.XPathError, ValueError, RecursionError) as error:
        kind = "XPath expression" if is_xpath(selector) else "CSS selector"
        return f"{selector!r:.200} is no {kind}: {error}{where}"
    return None


def _lookups(xpath: str) -> Iterator[tuple[str, str]]:
    """Give each variable, prefix and function of an expression, with an expression in which only that may raise."""
    open_calls: list[int | None] = []
    for token in TOKEN.finditer(xpath):
        name, text = token["name"] or "", token[0]
        if token["call"]:
            open_calls.append(None if name in OPERATORS else token.start())
        elif text == "(":
            open_calls.append(None)
        elif text == ")" and open_calls:
            start = open_calls.pop()
            if start is not None:  # inside a node's own brackets, so that position() and last() are known
                call = xpath[start : token.end()]
                yield call, f"self::node()[boolean({call}) or true()]"
        elif name.startswith("$"):
            yield name, name
        elif ":" in name:
            yield name, f"self::{name}"
