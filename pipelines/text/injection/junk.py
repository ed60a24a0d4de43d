"""Random characters against copying (I10): runs of ASCII that are neither words nor code, with the slogan behind them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipelines.text.damage import HANZI
from pipelines.text.injection.page import CLOSING, SENTENCE_END, Find, Page

LENGTH = range(8, 41)
"""Characters of such a run; 10 to 30 were seen (pattern I10)."""
MIN_KINDS = 3
"""Of capitals, small letters, digits and signs, those that must occur."""
MIN_CHANGES = 0.5
"""Share of neighbouring characters of different kinds; English has 0.2, a link 0.3."""
HARD = frozenset("#$%&_~@?!;\\|{}[]`")
"""Signs that brackets, dates, prices and names in Latin letters do without."""
ARITHMETIC = frozenset("=+^*/<>")
"""Signs that a formula has, too."""
MIN_SIGNS = 3
"""Different signs of both kinds that must occur."""
MIN_HARD = 2
"""Different ones of them that must occur."""
MOST_SLOGAN = 20
"""Characters of the slogan that may follow."""

TAIL = re.compile(
    rf"(?P<end>[{SENTENCE_END}{HANZI}][{CLOSING}]?)(?P<cut>\s?(?P<junk>[!-~][ -~]{{6,40}}?)(?P<slogan>[{HANZI}][^。！？]{{0,{MOST_SLOGAN}}})?)\Z"
)
LINE = re.compile(rf"(?P<junk>[!-~][ -~]{{6,40}}?)(?P<slogan>[{HANZI}][^。！？]{{0,{MOST_SLOGAN}}})?")
WORDLIKE = re.compile(r"(?i:[a-z]*[aeiou][a-z]*)(?<=[A-Za-z]{4})")
"""Four letters or more with a vowel among them."""
HYPERTEXT = re.compile(r"://|www\.|\.(?:com|cn|org|net)\b|@\w+\.", re.IGNORECASE)
REACH = 70
"""Characters at the end of a paragraph in which junk can stand."""


def find_junk(page: Page) -> list[Find]:
    """Find runs of random ASCII on their own lines or behind the last sentence, with a slogan that follows them.

    Only among Chinese text, and not where the page shows or speaks of code. Where two such runs are certain, a run with
    fewer signs goes as well.
    """
    if not page.hanzi or not (finds := list(_runs(page, MIN_HARD))) or page.is_technical:
        return []
    return list(_runs(page, 0)) if len(finds) > 1 else finds


def _runs(page: Page, hard: int) -> Iterator[Find]:
    """Give the runs with at least so many hard signs."""
    for index, text in page.prose():
        if len(text) <= REACH and (match := LINE.fullmatch(text)) and is_random(match["junk"], hard):
            yield Find(paragraph=index, end=len(text), whole=True, reason="junk", evidence=match["junk"])
            continue
        offset = max(0, len(text) - REACH)
        if (hard and HARD.isdisjoint(text[offset:])) or HYPERTEXT.search(text, offset):
            continue
        match = TAIL.search(text[offset:])
        if match and is_random(match["junk"], hard):
            start, end = match.span("cut")
            yield Find(paragraph=index, start=offset + start, end=offset + end, reason="junk", evidence=match["junk"])


def is_random(text: str, hard: int = MIN_HARD) -> bool:
    """Say whether an ASCII string is random: of many kinds of characters, which change at every other step."""
    text = text.strip()
    if len(text) not in LENGTH or HYPERTEXT.search(text):
        return False
    kinds = [_kind(char) for char in text]
    changes = sum(one != other for one, other in pairwise(kinds))
    return (
        len(set(kinds) - {"space"}) >= MIN_KINDS
        and changes >= MIN_CHANGES * (len(text) - 1)
        and (
            (
                len(HARD.intersection(text)) >= hard
                and len((HARD | ARITHMETIC).intersection(text)) >= min(hard, 1) * MIN_SIGNS
            )
            or (len(set(kinds)) >= 4 and not HARD.isdisjoint(text) and not WORDLIKE.search(text))
        )
    )


def _kind(char: str) -> str:
    """Give the kind of an ASCII character."""
    if char.isdigit():
        return "digit"
    if char.isalpha():
        return "capital" if char.isupper() else "small"
    return "space" if char == " " else "sign"
