"""Keywords before a comma that their decoration gives away (I3): a twin beside them, or a word in brackets behind.

`老磨坊重新转动[橙汁体育_橙汁中国]，水轮…` Prose has no low line between two names; and a term that stands with the same
bracket before a comma in three paragraphs, and never without it, is no term that the text speaks of.
"""

import re
from collections import defaultdict

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION_HANZI
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import common_start, key

# Keywords joined by a low line or a bar stand in no prose: 蓝莓体育_蓝莓中国.
TWINS = re.compile(
    rf"(?P<left>[{HANZI}0-9A-Za-z]{{2,12}})[_|｜丨](?P<stem>[{HANZI}A-Za-z]{{2}})[{HANZI}0-9A-Za-z]{{0,6}}(?=[，。、；：！？,]|\Z)"
)
TAGGED = re.compile(rf"(?P<left>[{HANZI}0-9A-Za-z]{{3,12}})(?P<tag>[(（][{HANZI}A-Za-z]{{1,6}}[)）])(?=[，。；,])")
"""A word with one in brackets behind it, at the end of a clause."""
GRAMMAR = "".join(sorted(FUNCTION_HANZI))
"""Characters that stand before a word rather than in it."""
MIN_TAGGED = 3
"""Paragraphs in which the same word must stand so, and nowhere otherwise."""
MIN_BEFORE = 4
"""Characters that a paragraph must have before two keywords, so that they are no line of their own."""


def find_decorated(page: Page) -> list[Find]:
    """Find keywords before a comma that their decoration gives away (I3).

    Two with a low line or a bar between, whose stem stands on both sides of it; or the same word with the same word in
    brackets behind it in several paragraphs, which stands nowhere without.
    """
    if not page.hanzi:
        return []
    finds = []
    for index, match in page.matches(TWINS):
        left = match["left"].rfind(match["stem"])
        start = match.start() + left
        if left >= 0 and start >= MIN_BEFORE:
            evidence = f"two keywords of the stem {match['stem']!r} with a mark between"
            finds.append(_find(index, start, match, evidence, match["left"][left:]))
    return finds + _find_tagged(page)


def _find(paragraph: int, start: int, match: re.Match[str], evidence: str, keyword: str) -> Find:
    """Give the find of a keyword and its decoration, up to the end of a match."""
    return Find(
        paragraph=paragraph, start=start, end=match.end(), reason="inside_text", evidence=evidence, keyword=key(keyword)
    )


def _find_tagged(page: Page) -> list[Find]:
    """Find the same word with the same bracket behind it at the end of clauses, which stands nowhere without one."""
    groups: dict[tuple[str, str], dict[int, re.Match[str]]] = defaultdict(dict)
    for index, match in page.matches(TAGGED):
        groups[match["left"][-2:], match["tag"]].setdefault(index, match)
    finds = []
    for (_, tag), places in groups.items():
        word = common_start([match["left"][::-1] for match in places.values()])[::-1].lstrip(GRAMMAR)
        shorter = any(match["left"] == word for match in places.values())  # it opens a clause: a term with its form
        if len(places) < MIN_TAGGED or len(word) < MIN_TAGGED or shorter or page.tie(word):
            continue
        if page.text.count(word) > page.text.count(word + tag):
            continue
        evidence = f"{word + tag!r} before a comma in {len(places)} paragraphs, never without the bracket"
        finds += [_find(index, match.end() - len(word + tag), match, evidence, word) for index, match in places.items()]
    return finds
