"""Whether two pages have anything to do with each other, and whether a text speaks to its reader."""

import re

MOST_ALIKE = 0.2
"""Share of their longer words that two unrelated articles may have in common; reports of a series have more."""
MOST_COMPARED = 8
"""Pages of one frame that are compared with each other."""
LONG_WORD = re.compile(r"\b[a-z]{5,}\b")
"""A word that is none of grammar, in English."""
TOPIC = re.compile(r"\b[^\W\d_\uac00-\ud7a3]{5,}\b|(?<![\uac00-\ud7a3])[\uac00-\ud7a3]{2}")
"""The same in any script; of a Korean word its first two syllables, behind which particles change."""
SPEAKS = re.compile(
    r"""\b(?:you|your|yours|yourself|our|ours|us|we)\b | [？?] | [您你] | 我们 | [本我]店 | 小编
    | \b(?:anda|kamu|usted|ustedes|tus?|te|você|vocês|vous|votre|vos|вы|вас|вам|вами|ваш\w{0,3}|bạn)\b
    | (?:세요|십시오|드립니다|드려요)(?![\uac00-\ud7a3]) | (?:ください|ましょう|あなた)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What speaks to the reader, or for the seller."""


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share of the words of the page with fewer of them that another page has too."""
    return len(one & other) / max(1, min(len(one), len(other)))


def words_of(text: str, *, chinese: bool) -> frozenset[str]:
    """Give the longer words of a text in one case; of a Chinese one its characters in threes."""
    if chinese:
        return frozenset(text[at : at + 3] for at in range(len(text) - 2))
    return frozenset(TOPIC.findall(text.casefold()))
