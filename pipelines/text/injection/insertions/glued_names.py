"""Names glued to the words of a sentence in a language with spaces: the same one behind several small words."""

import re
from collections import defaultdict

from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import common_start, key

GLUED = re.compile(
    r"(?<![\w@#./'’])(?P<word>[a-z]{1,20})(?P<name>[A-Z][A-Za-z0-9]{3,30})(?=(?P<more>(?: [A-Z][a-z]{1,20}){0,3})(?:[ ,;]|\Z))"
)
"""A small word, a name of four letters or more without a space between, and what else in capitals follows it."""
MIN_WORDS, WITH_GRAMMAR = 3, 2
"""Different words it must be glued to, and how many where one of them is a word of grammar: `roomLift` and `deskLift` are names
of things."""
MIN_LONG = 3
"""Letters of one of them at least."""


def find_glued_names(page: Page) -> list[Find]:
    """Find names that are glued to different words of the text, each a word of its own without it.

    A writer's slip or a name of a product (`iPhone`) has the same letters in front each time; what a farm puts at the place of a
    space has whatever word stood there.
    """
    if page.hanzi or page.is_technical:
        return []
    places: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for index, match in page.matches(GLUED):
        places[match["name"]].append((index, match))
    finds = []
    for name, found in places.items():
        words = {match["word"] for _, match in found}
        if len(words) < (MIN_WORDS if words.isdisjoint(FUNCTION) else WITH_GRAMMAR) or max(map(len, words)) < MIN_LONG:
            continue
        more = common_start([f"{match['more']} " for _, match in found]).rstrip()
        more = more if all(f"{match['more']} ".startswith(f"{more} ") for _, match in found) else ""
        evidence = f"{name + more!r} is glued to {len(words)} different words"
        again = re.compile(rf"(?<=[a-z]){name + more}(?![A-Za-z])")
        finds += [
            Find.match(index, match, reason="inside_text", evidence=evidence, keyword=key(name + more))
            for index, match in page.matches(again)
        ]
    return finds
