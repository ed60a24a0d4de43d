"""Pictographs strewn into a text (I9): known by their density and by standing inside sentences.

`局[🧭]面，不如[🫑]称其…` Who writes messages puts them behind a clause, or in the place of a word; chance puts them between two
characters that belong together and before commas.
"""

import re
from collections.abc import Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.pictographs import ORDINARY, PICTOGRAPH
from pipelines.text.injection.evidence.tokens import HANZI_CHAR
from pipelines.text.injection.evidence.word_pairs import weigh
from pipelines.text.pairs import is_pair

RUN = re.compile(f"(?:{PICTOGRAPH}\u200d?)+")
BULLET = re.compile(f"[{ORDINARY}]+")

MIN_COUNT = 5
"""Pictographs below which nothing is said."""
MIN_DENSITY = 0.008
"""Pictographs per hanzi; pages with such noise have 40 to 86 per 1,000 (pattern I9), self-media a few."""
MIN_INSIDE = 0.3
"""Share of them that stand inside a sentence, before a comma or between two hanzi."""
MIN_SPLIT = 2
"""Of those, how many must split two characters that belong together; one may by chance."""
CROWDED, MIN_BETWEEN, MOST_BETWEEN = 0.03, 0.5, 0.7
"""Pictographs per hanzi, and share of them between two hanzi, from which one splitting is enough, or none."""
MIN_CROWD, MOST_TOLD = 8, 0.25
"""Pictographs of such a crowd from which two between hanzi are enough, if the sentences speak of no more than that share:
no story has so many that it does not speak of."""

MOST_LATE = 0.1
"""Share of a crowd that may stand where writers put them, behind a sentence or at the end of a line: chance puts most
before a mark (`局面🎲，`)."""

MIN_WORDS = 0.6
"""Share of them that must stand between two words in a language with spaces."""
MOST_WORD = 20
"""Letters of such a word."""
WORD_BEFORE = re.compile(r"(?<![^\W_])([A-Za-z]+) ?\Z")
WORD_AFTER = re.compile(r" ?[a-z]")
TOLD = re.compile(r"\b(?:emojis?|emoticons?|smileys?)\b", re.IGNORECASE)
"""Words of a text that speaks of pictographs."""

# Alchemical, ornamental, domino and playing-card signs: nobody types these between two hanzi.
EXOTIC = re.compile(
    "[\U0001f000-\U0001f0ff\U0001f100-\U0001f1e5\U0001f200-\U0001f2ff\U0001f650-\U0001f67f\U0001f700-\U0001f8ff]"
)
INSIDE_BEFORE = re.compile(f"[{HANZI}，,、“《（]")
INSIDE_AFTER = re.compile(f"[{HANZI}，,、。；;：:？！]")
INNER = frozenset("，,、；;：:")
"""Marks inside a sentence."""
LATE = frozenset("。！？!?~…”")
"""What stands before a pictograph that closes a message."""
NOTHING = re.compile(r"\s*\Z")
TOLD_BEFORE = "个個串枚颗顆朵张張排句字发發回刷点點打按送叫“‘「『（(和与與是"
TOLD_AFTER = "的和与與是这這那"
"""What stands before and behind a pictograph of which a sentence speaks, or which stands for a word: `回了一个👍`."""
LONGEST_QUOTE = 500
"""Characters before a pictograph in which a quotation around it is looked for."""

Placed = tuple[int | None, str, re.Match[str]]
"""A run of pictographs with its paragraph (None: the title) and the text of that."""


def find_pictographs(page: Page) -> list[Find]:
    """Find pictographs that were strewn into sentences.

    They go all together or not at all: by their density per hanzi, the share that stands inside sentences, and by
    standing between characters that belong together. Sparse emoji, and those of which a story tells, stay; signs nobody
    types go at the second that splits a sentence.
    """
    if not (RUN.search(page.text) or RUN.search(page.title)) or not (matches := list(_all(page))):
        return []
    if not page.hanzi:
        return _between_words(page, matches)
    exotic = [match for _, text, match in matches if EXOTIC.match(match[0]) and _splits_hanzi(text, match)]
    dense = (
        len(matches) >= MIN_COUNT
        and len(matches) >= MIN_DENSITY * page.hanzi
        and _is_strewn(page, matches, len(exotic))
    )
    if not dense and len(exotic) < MIN_SPLIT:
        return []
    inside = sum(_is_inside(text, match) for _, text, match in matches)
    evidence = f"{len(matches)} in {page.hanzi} hanzi, {inside} inside a sentence"
    return [
        Find.match(place, match, reason="pictograph", evidence=evidence)
        for place, text, match in matches
        if dense or (EXOTIC.match(match[0]) and _is_inside(text, match))
    ]


def _between_words(page: Page, matches: Sequence[Placed]) -> list[Find]:
    """Find pictographs strewn between the words of a language with spaces, with one of the spaces around each.

    A writer sets one behind a clause or in the place of a word. Chance sets most between two small words, and some behind an
    article or a preposition, where the sentence goes on as if nothing stood there.
    """
    between = [
        before[1].casefold()
        for _, text, match in matches
        if (before := WORD_BEFORE.search(text[max(0, match.start() - MOST_WORD) : match.start()]))
        and WORD_AFTER.match(text, match.end())
    ]
    small = sum(word in FUNCTION for word in between)
    if (
        len(matches) < MIN_COUNT
        or len(between) < MIN_WORDS * len(matches)
        or small < MIN_SPLIT
        or TOLD.search(page.text)
    ):
        return []
    evidence = f"{len(matches)} between words, {small} of them behind words that call for one"
    return [
        Find(
            paragraph=place,
            start=match.start() - (text[match.start() - 1 : match.start()] == " "),
            end=match.end(),
            reason="pictograph",
            evidence=evidence,
        )
        for place, text, match in matches
    ]


def _is_strewn(page: Page, matches: Sequence[Placed], exotic: int) -> bool:
    """Say whether pictographs stand where chance put them: between characters that belong together, or all over the text.

    A writer puts them at the end of a clause, in a quoted message, or where a word would stand.
    """
    inside = sum(_is_inside(text, match) for _, text, match in matches)
    between = [place for place in matches if _splits_hanzi(*place[1:]) and not _is_told(*place[1:])]
    split = sum(is_pair(text[match.start() - 1], text[match.end()]) for _, text, match in between)
    if inside < MIN_INSIDE * len(matches):
        return False
    if exotic >= MIN_SPLIT or (split >= MIN_SPLIT and weigh(len(between), split, 0) > 0):
        return True
    if len(matches) < CROWDED * page.hanzi:
        return False
    told = sum(_is_told(text, match) for _, text, match in matches)
    if len(matches) >= MIN_CROWD and told <= MOST_TOLD * len(matches):
        return len(between) >= MIN_SPLIT or _is_before_marks(matches, inside)
    return len(between) >= (MIN_BETWEEN if split else MOST_BETWEEN) * len(matches)


def _all(page: Page) -> list[Placed]:
    """Give every run of pictographs of the page, bullets and ratings left out unless a word is split by them."""
    found: list[Placed] = []
    for place, text in ((None, page.title), *page.prose()):
        if text.isascii():
            continue
        matches = RUN.finditer(text)
        found += [(place, text, m) for m in matches if not BULLET.fullmatch(m[0]) or _splits_hanzi(text, m)]
    return found


def _splits_hanzi(text: str, match: re.Match[str]) -> bool:
    """Say whether a run stands between two hanzi."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return HANZI_CHAR.match(before) is not None and HANZI_CHAR.match(after) is not None


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Say whether a run stands inside a sentence rather than at an end of it."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return bool(INSIDE_BEFORE.match(before) and INSIDE_AFTER.match(after))


def _is_before_marks(matches: Sequence[Placed], inside: int) -> bool:
    """Say whether most pictographs of a crowd stand inside sentences, half of them before a comma, and hardly any where writers put them."""
    early = sum(text[match.end() : match.end() + 1] in INNER for _, text, match in matches)
    late = sum(_is_late(text, match) for _, text, match in matches)
    return inside >= MOST_BETWEEN * len(matches) and 2 * early >= len(matches) and late <= MOST_LATE * len(matches)


def _is_late(text: str, match: re.Match[str]) -> bool:
    """Say whether a run stands behind a sentence or at the end of its paragraph."""
    return text[match.start() - 1 : match.start()] in LATE or NOTHING.match(text, match.end()) is not None


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Say whether a sentence speaks of a run, has it in the place of a word, or quotes it."""
    start, end = match.span()
    near = max(0, start - LONGEST_QUOTE)
    quoted = text.count("“", near, start) > text.count("”", near, start)
    return quoted or text[start - 1 : start] in TOLD_BEFORE or text[end : end + 1] in TOLD_AFTER
