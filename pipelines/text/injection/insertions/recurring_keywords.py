"""Keywords dropped into the words of one page (I2): strings that never stand at an edge of a clause, each time elsewhere.

`老磨[鹅云]坊今年春[鹅云]天重新转动` A word of the language stands at the beginning or the end of a clause now and then, and
beside the same words again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION_HANZI
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.roots import MOST_CHARS, find_pairs
from pipelines.text.injection.evidence.tokens import HANZI_CHAR
from pipelines.text.injection.evidence.word_pairs import weigh
from pipelines.text.pairs import is_pair

RUN = re.compile(rf"[{HANZI}]{{2,}}")
LIST_MARK = re.compile(r"[_|｜丨,]")
"""What keywords of a list in a title have between them."""
LONGEST = 12
"""Characters of a keyword."""

# Of 5,200 genuine texts none has a string that passes; of strings put in at random at five places seven of ten do, of
# those at ten places eight.
MIN_PLACES, MANY_PLACES = 5, 7
"""Places at which it must stand, and from which they say enough by their number."""
MIN_EVIDENCE = {False: 3.0, True: 0.0}
"""What `word_pairs.weigh` must give for them, by whether they are many."""
MIN_TWICE = 4
"""Places that are enough where it stands twice in a row at one of them, as no word does."""
MIN_NAMED = 2
"""Places that are enough for what the title has in several of its fields."""
MOST_GRAMMAR = 0.34
"""Share of its places that may have a word of grammar beside it: words of the language mostly have one."""


class _Places(NamedTuple):
    """Where a string stands, repeated in a row or not."""

    before: list[str]
    after: list[str]
    twice: int
    """Places at which it stands more than once in a row."""


def find_recurring_keywords(page: Page) -> list[Find]:
    """Find strings that stand inside the words of a page again and again.

    A word of the language stands at the beginning or the end of a clause now and then, comes back beside the same words,
    and is spoken of in part. What is dropped in at random stands between two characters each time, each time between
    others, of which more than by chance belong together.
    """
    if not page.hanzi or len(page.text) > MOST_CHARS:
        return []
    finds: list[Find] = []
    for token, places in _candidates(page):
        evidence = _evidence(page, token, places)
        if not evidence:
            continue
        expression = re.compile(f"(?:{re.escape(token)})+")
        finds += (
            Find.match(index, match, reason="inside_text", evidence=evidence, keyword=token)
            for index, match in page.matches(expression)
        )
    return finds


def _candidates(page: Page) -> Iterator[tuple[str, _Places]]:
    """Give the strings that never stand at an edge of a clause, as long as all their places go on alike."""
    text = f"\n{page.text}\n"
    # What two characters have at an edge, whatever they are grown to has, too.
    edges = {pair for run in RUN.findall(text) for pair in (run[:2], run[-2:])}
    least = MIN_NAMED if LIST_MARK.search(page.title) else MIN_TWICE
    seen: set[str] = set()
    for seed, found in find_pairs(text, least).items():
        if seed in edges or seed in seen:
            continue
        token, places = _grow(text, seed, found)
        if len(token) <= LONGEST and all(map(HANZI_CHAR.match, places.before + places.after)):
            seen.update(token[at : at + 2] for at in range(len(token) - 1))
            yield token, places


def _grow(text: str, token: str, starts: Sequence[int]) -> tuple[str, _Places]:
    """Grow a string, from where it stands, for as long as all its places go on alike."""
    ahead = 0
    while True:
        places = _places(text, token, (start - ahead for start in starts))
        if len(token) > LONGEST:
            return token, places
        if len({*places.after}) == 1 and HANZI_CHAR.match(places.after[0]):
            token += places.after[0]
        elif len({*places.before}) == 1 and HANZI_CHAR.match(places.before[0]):
            token = places.before[0] + token
            ahead += 1
        else:
            return token, places


def _places(text: str, token: str, starts: Iterable[int]) -> _Places:
    """Give what stands around a string, repeated in a row or not; it may begin at *starts* and nowhere else."""
    places = _Places([], [], 0)
    end = twice = 0
    for start in starts:
        if start < end or not text.startswith(token, start):
            continue
        end = start + len(token)
        twice += text.startswith(token, end)
        while text.startswith(token, end):
            end += len(token)
        places.before.append(text[start - 1])
        places.after.append(text[end])
    return places._replace(twice=twice)


def _evidence(page: Page, token: str, places: _Places) -> str:
    """Say what speaks for a string having been dropped in; empty where too little does."""
    count = len(places.before)
    named = sum(token in part for part in LIST_MARK.split(page.title)) > 1
    least = MIN_NAMED if named else MIN_TWICE if places.twice else MIN_PLACES
    if count < least or not FUNCTION_HANZI.isdisjoint(token) or _comes_back(places):
        return ""
    begun = sum(part.strip().startswith(token) for part in LIST_MARK.split(page.title)) > 1
    if page.tie(token) if len(token) > 2 else is_pair(*token) and not begun:
        return ""  # a word behind the keywords of a title (`X下载_Y下载`) may be one of the text, too
    if named:
        return f"inside words at {count} places, and in several fields of the title"
    if places.twice:
        return f"inside words at {count} places, at {places.twice} of them twice in a row"
    around = {*zip(places.before, places.after, strict=True)}
    joined = sum(is_pair(*pair) for pair in around)
    bound = sum(is_pair(before, token[0]) or is_pair(token[-1], after) for before, after in around)
    grammar = sum(not FUNCTION_HANZI.isdisjoint(pair) for pair in around)
    least_evidence = MIN_EVIDENCE[count >= MANY_PLACES]
    if weigh(len(around), joined, bound) < least_evidence or grammar > MOST_GRAMMAR * count:
        return ""
    return f"inside words at {count} places, at {joined} of which its neighbours make a word without it"


def _comes_back(places: _Places) -> bool:
    """Say whether a string stands beside the same characters more than once on a side, as words do."""
    return any(
        sum(len(list(same)) - 1 for _, same in groupby(sorted(side))) > 1 for side in (places.before, places.after)
    )
