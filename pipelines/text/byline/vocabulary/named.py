"""Whom a text names that is words of credits, and whether the article speaks of them."""

import re
from collections.abc import Sequence

from pipelines.text.byline.vocabulary.segments import Word, segment

MOST_UNKNOWN = 2
"""Words that may be anything: a role in no list, a place."""
TOLD_OF = re.compile(
    r"饰|飾|主演|演员|演員|导演|導演|嘉宾|嘉賓|被告|原告|获奖|獲獎|冠军|亚军|领奖|地[点點]|日期|[时時]间|比分|演唱|作[词詞曲]|[图圖][为為]"
)
"""Roles of those whom a text is about"""
TOWN_SIZE = 2
PEOPLE = frozenset({"name", "handle"})
HOUSES = frozenset({"medium", "agency"})
GLUED = HOUSES | PEOPLE | {"unknown"}


def named_in(text: str, others: Sequence[str]) -> list[str]:
    """Give the people named in a text that is words of credits alone; none where *others* speak of one of them."""
    found = segment(text)
    if found is None or TOLD_OF.search(text) or sum("unknown" in word.classes for word in found) > MOST_UNKNOWN:
        return []
    people = names_apart(found)
    strange = [name for name in people if is_strange(name, others)]
    # Towns look like names of two characters, and an article speaks of its town.
    return strange if all(name in strange or len(name) == TOWN_SIZE for name in people) else []


def names_apart(found: Sequence[Word]) -> list[str]:
    """Give the names that stand apart from what may be anything: `江湾图书馆` begins and ends as names do."""
    names = []
    for at, word in enumerate(found):
        beside = [found[place].classes for place in (at - 1, at + 1) if 0 <= place < len(found)]
        if word.classes & PEOPLE and not any(classes & GLUED for classes in beside):
            names.append(word.text)
    return names


def is_strange(name: str, others: Sequence[str]) -> bool:
    """Tell whether a name stands in none of some texts."""
    return not any(name in text for text in others)
