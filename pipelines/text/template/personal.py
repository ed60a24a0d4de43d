"""A writer's own word at the end of an article, which has the wording of a site's notice."""

import re

PERSONAL = re.compile(
    r"我(?![们們司站方国國网網社刊院校报報社台])|(?<!作者)(?<!权利)本人(?!观点|觀點|立场|意见)|[他她]自己|\bI(?:['’](?:m|ve|d|ll))?\s[a-z]|\bmy(?!\s?self\b)\s|\b(?:his|her)\sown\b(?!\srisk)|\bthis (?:column|essay|diary|letter|memoir)\b"
)
"""The first person, or what is somebody's own: in a notice, a writer's word to the readers, which is part of the article."""


def is_personal(line: str) -> bool:
    """Tell whether a writer speaks for himself: a site says "we", or speaks of "the author" in general."""
    return PERSONAL.search(line) is not None
