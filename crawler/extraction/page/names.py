"""What class names and ids say about a block: a hint beside the evidence of the text, never the only reason."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from crawler.extraction.page import name_words

BAD = 1
"""Furniture by its name: navigation, related, share, comments, advertising, copyright …"""
META = 2
"""About the article, not of it: date, source, author, tools."""
HIDDEN = 4
"""Not shown."""
GOOD = 8
"""An article's body by its name."""
COMMENTS = 16
"""Readers' comments: often longer than the article."""

MARKED = 32
"""Chosen by a selector of the site."""
FOREIGN = 1 << 16
"""Furniture that is nobody's text on any site: advertising, disclaimers, posts of others, players."""
BODY = 1 << 17
"""The text of an article in so many words (`entry-content`, `articleBody`), not only a name that bodies have (`content`)."""

PAYWALL = "paywall"
"""The word of boxes that ask readers to pay. A paragraph that has it for a class is of the text that they pay for."""
CONSENT = "consent"
"""The word of boxes that ask for consent to cookies: their notices are often longer than the article."""
NAMING = frozenset(
    (
        *("role", "itemprop", "data-testid", "data-test-id", "data-test", "data-qa", "data-component", "data-module"),
        *("data-type", "data-block", "data-widget"),
    )
)
"""Attributes that name a block beside its class and id: pages whose classes are made by machine have no other names."""
_OF_LAYOUT = re.compile(
    r"""(?<![a-z0-9])(?:
      (?=[a-f]{0,8}[0-9])[0-9a-f]{4,}(?![a-z0-9])
    | (?:has|have|with|without|no|not)-[a-z0-9-]*
    | (?<!-)(?:[a-z0-9-]{0,40}-(?:en|dis)abled(?![a-z])|(?:tag|category)-(?!(?:list|box|cloud|links?|wrap\w*|container)(?![a-z]))[\w%-]+)
    )""",
    re.VERBOSE,
)
"""Classes that say what a page is laid out with (`has-sidebar`: the block is no sidebar), or filed under (`tag-travel`)."""
LONGEST_NAME = 8_000
"""Characters of a block's name, or of a style, that are looked at: real ones have up to 7,100."""
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name goes on that is written as one word."""
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![a-z-])(?:left|top|text-indent)\s*:\s*-9{3,6}\d?(?:px|r?em|%)"
)
_UNSEEN_STYLE = re.compile(
    rf"{_HIDING.pattern}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|font-size\s*:\s*0(?:px|pt|r?em|%)?\s*(?:;|!|$)"
)
_UNSEEN_CLASS = re.compile(
    r"(?<![a-z0-9])(?:sr-?only|visually-?hidden|screen-?reader(?:-?(?:text|only))?|hidden-?visually|(?:a11y|assistive)-?(?:hidden|text)|jammer)(?![a-z])"
)
"""Classes of text for screen readers (WordPress, Bootstrap, WAI's recipes), and of the noise that Discuz! drops between words."""


_BY_STRENGTH = (
    (META, name_words.ABOUT),
    (BAD, name_words.FURNITURE),
    (BAD, name_words.FURNITURE_ABROAD),
    (COMMENTS, name_words.COMMENTS),
)
"""The flags of what is not the article, and the names it goes by; a later one's word counts before an earlier one's."""


@lru_cache(maxsize=4096)
def judge_name(name: str) -> tuple[int, str]:
    """Give the flags of a block whose class and id are *name*, and the word that makes it furniture."""
    if not name.islower():
        name = CAMEL.sub("-", name).lower()
    name = name.replace("_", "-")
    flags, word = 0, ""
    if not name_words.ANY.search(name):
        return flags, word
    name = _OF_LAYOUT.sub("", name)
    for flag, names in _BY_STRENGTH:
        if match := names.search(name):
            flags |= flag
            word = match[0]
    if name_words.ARTICLE.search(name):
        flags |= GOOD
        if name_words.ARTICLE_BODY.search(name):
            flags |= BODY
    if flags & BAD:
        if name_words.CONSENT.search(name):
            word = CONSENT
        if name_words.FOREIGN.match(word):
            flags |= FOREIGN
    return flags, word


def is_hiding(style: str) -> bool:
    """Tell whether an inline style hides its element."""
    return _is_hiding(style[:LONGEST_NAME])


@lru_cache(maxsize=1024)
def _is_hiding(style: str) -> bool:
    return _HIDING.search(style.lower()) is not None


def is_unseen(attributes: Iterable[tuple[Any, Any]]) -> bool:
    """Tell whether an element inside a line that has these attributes is shown to nobody, or said by screen readers alone."""
    return any(key in _HIDING_BY and _HIDING_BY[key](value[:LONGEST_NAME]) for key, value in attributes)


@lru_cache(maxsize=1024)
def _is_unseen_style(style: str) -> bool:
    return _UNSEEN_STYLE.search(style.lower()) is not None


@lru_cache(maxsize=1024)
def _is_unseen_class(name: str) -> bool:
    return _UNSEEN_CLASS.search(name.lower().replace("_", "-")) is not None


_HIDING_BY: dict[Any, Callable[[str], bool]] = {
    "class": _is_unseen_class,
    "style": _is_unseen_style,
    "hidden": lambda _: True,
}
