"""Whether markup calls an element after the author."""

import re
from functools import lru_cache

from crawler.extraction.authors.persons import IS_HAN, is_known_person
from crawler.extraction.page.blocks import Line
from crawler.extraction.page.name_words import OTHERS

_CALLED = re.compile(
    r"(?:(?<![A-Za-z])(?:by-?line|author|auth(?![a-z])|aut(?:eur|or|ore)s?(?![a-z])|firma(?![a-z]))|(?<=[a-z])(?:Byline|Author))(?![a-rt-z])"
)
"""Class or id of an element that holds the author: `author__name`, `postAuthor`, `authorName`."""
_NOT_CALLED = re.compile(
    r"(?<![a-z])(?:bio|desc(?:ription)?|actions?|follow|btn|button|job|titles?|roles?|position|origin|location|place|photo\w*|images?|pictures?|captions?|foto\w*|theme|count|links?)(?![a-z])",
    re.IGNORECASE,
)
"""Elements of an author that hold no name."""
_PARTS = 3
"""Lines of a block that holds the parts which tell of an author, at most."""


def is_called(line: Line) -> bool:
    """Tell whether a line stands in a block that is called after the author's name, or is a part of a small one that is."""
    node, outer = line.node, line.node.parent
    name = node.name
    if node.word and OTHERS.match(node.word):
        return False
    if len(name) > 1 and _is_called(name):
        return not _NOT_CALLED.search(name) or is_known_person(line.text)
    if outer is None or outer.end - outer.start > _PARTS or not _is_called(outer.name) or IS_HAN.search(line.text):
        return False
    return not (_NOT_CALLED.search(name) or _NOT_CALLED.search(outer.name))


def names_author(name: str) -> bool:
    """Tell whether an element with this class holds the author's name."""
    return _is_called(name) and not _NOT_CALLED.search(name)


@lru_cache(maxsize=1024)
def _is_called(name: str) -> bool:
    return _CALLED.search(name) is not None
