"""Keywords dropped into the words of one page (I2): strings that never stand at an edge of a clause, each time elsewhere.

`老磨[鹅云]坊今年春[鹅云]天重新转动` A word of the language stands at the beginning or the end of a clause now and then, and
beside the same words again.
"""

import re
from collections import Counter
from collections.abc import Sequence

from pipelines.text.injection.evidence.function_words import FUNCTION_HANZI
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.roots import find_roots
from pipelines.text.injection.evidence.tokens import HANZI_CHAR
from pipelines.text.injection.evidence.word_pairs import weigh
from pipelines.text.pairs import is_pair

# Of 5,200 genuine texts none has a string that passes; of strings put in at random at five places seven of ten do, of
# those at ten places eight.
MIN_PLACES, MANY_PLACES = 5, 7
"""Places at which it must stand, and from which they say enough by their number."""
MIN_EVIDENCE = {False: 3.0, True: 0.0}
"""What `word_pairs.weigh` must give for them, by whether they are many."""
MOST_GRAMMAR = 0.34
"""Share of its places that may have a word of grammar beside it: words of the language mostly have one."""


def find_recurring_keywords(page: Page) -> list[Find]:
    """Find strings that stand inside the words of a page again and again.

    A word of the language stands at the beginning or the end of a clause now and then, comes back beside the same words,
    and is spoken of in part. What is dropped in at random stands between two characters each time, each time between
    others, of which more than by chance belong together.
    """
    if not page.hanzi:
        return []
    finds: list[Find] = []
    text = f"\n{page.text}\n"
    for token, starts in find_roots(text, MIN_PLACES).items():
        around = [(text[at - 1], text[at + len(token)]) for at in starts]
        if evidence := _evidence(page, token, around):
            expression = re.compile(f"(?:{re.escape(token)})+")
            finds += (
                Find.match(index, match, reason="inside_text", evidence=evidence, keyword=token)
                for index, match in page.matches(expression)
            )
    return finds


def _evidence(page: Page, token: str, places: Sequence[tuple[str, str]]) -> str:
    """Say what speaks for a string having been dropped in between such characters; empty where too little does."""
    if len(places) < MIN_PLACES or not all(HANZI_CHAR.match(char) for pair in places for char in pair):
        return ""
    if _comes_back(places) or (page.tie(token) if len(token) > 2 else is_pair(*token)):
        return ""
    around = {*places}
    joined = sum(is_pair(*pair) for pair in around)
    bound = sum(is_pair(before, token[0]) or is_pair(token[-1], after) for before, after in around)
    grammar = sum(not FUNCTION_HANZI.isdisjoint(pair) for pair in around)
    least = MIN_EVIDENCE[len(places) >= MANY_PLACES]
    if weigh(len(around), joined, bound) < least or grammar > MOST_GRAMMAR * len(places):
        return ""
    return f"inside words at {len(places)} places, at {joined} of which its neighbours make a word without it"


def _comes_back(places: Sequence[tuple[str, str]]) -> bool:
    """Say whether a string stands beside the same characters more than once on a side, as words do."""
    return any(len(places) - len(Counter(side)) > 1 for side in zip(*places, strict=True))
