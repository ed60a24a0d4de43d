"""Proven keywords of a page or its site: which of them a text bears, and whether what stands around them is theirs."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.page import PROSE_END, Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, HANZI_CHAR, WORD, key, longest_first, pieces, share_of

SIGNS = frozenset("*#~·•※‡†§_|｜丨=+^@")
"""Signs with which brands are wrapped."""
LEAST = {True: 3, False: 4}
"""Letters of a keyword that is looked for inside a line, in a language with spaces (False) and in another."""
MOST_MORE = 10
"""Letters of a line or a clause beside the keyword in it: a slogan, a call (`更多精彩尽在X`)."""
LONGEST_WITH_SLOGAN = 60
"""Characters of a line that is a keyword and its slogan."""
MIN_HANZI, MIN_LATIN = 4, 8
"""Letters of a keyword that two lines hardly share by chance, in Chinese and in Latin letters."""
MOST_SHARED = 120
"""Characters in which what two lines share is looked for."""


def tie_apart(page: Page, token: str) -> float:
    """Say how much of a keyword the sentences speak of, where no known keyword counts.

    Others are made of the same words; and what the site puts behind every stem says nothing of this one.
    """
    if not page.can_search():
        return 1.0
    text = page.sentences.casefold().replace(token.casefold(), "\n")
    tail = max((tail for tail in page.site.tails if token.casefold().endswith(tail)), key=len, default="")
    token = token[: len(token) - len(tail)] or token
    grams = pieces(token)
    alike = {known for gram in grams for known in page.keywords.with_part(gram) if len(known) > 1}
    for known in longest_first(alike):
        text = text.replace(known, "\n")
    return share_of(token, text)


def keyword_in(page: Page, text: str) -> str:
    """Give the key of the longest known keyword in a text, which may stand there in parts; empty where there is none."""
    bare = key(text)
    found = (token for token in page.keywords.within(bare) if len(token) >= LEAST[not token.isascii()])
    return max(found, key=lambda token: (len(token), token), default="")


def is_slogan(page: Page, text: str, token: str) -> bool:
    """Say whether a text has little beside a known keyword, and nothing that the article speaks of."""
    more = key(text).replace(token, "", 1)
    spaced = " ".join(text.casefold().replace(token, " ").split())
    most = MOST_MORE if not more.isascii() else 2 * MOST_MORE
    return len(more) <= most and (more in page.site.slogans or page.natural_tie(spaced) <= BY_CHANCE)


def is_brand_line(page: Page, text: str, start: int) -> bool:
    """Say whether a line that begins with a known keyword is nothing but its slogan.

    Takes the offset behind the keyword and its marks. It is one where the site says the same of other keywords, or where
    signs set the keyword off on both sides (`★X★…`).
    """
    rest = text[start:]
    if len(text) > LONGEST_WITH_SLOGAN or PROSE_END.search(rest):
        return False
    wrapped = _is_sign(text[0]) and _is_sign(text[:start].rstrip()[-1]) and len(key(rest)) <= MOST_MORE
    return wrapped or key(rest) in page.site.slogans


def _is_sign(char: str) -> bool:
    """Say whether a character is a sign, no letter, mark of a sentence, quotation or bracket."""
    return unicodedata.category(char) in {"So", "Sm", "Sk"} or char in SIGNS


def topics(title: str, keywords: Iterable[str] = ()) -> set[str]:
    """Give the pairs of characters, and the words but for those of grammar, of a title without some strings."""
    rest = title.casefold()
    for keyword in keywords:
        rest = rest.replace(keyword.casefold(), "\n")
    words = WORD.findall(rest)
    pairs = {word[at : at + 2] for word in words if HANZI_CHAR.match(word) for at in range(len(word) - 1)}
    return pairs | {word for word in words if not HANZI_CHAR.match(word) and len(word) > 2 and word not in FUNCTION}


def some_are_unrelated(said: Sequence[AbstractSet[str]]) -> bool:
    """Say whether some two titles, each given by its `topics`, have nothing in common."""
    return any(one.isdisjoint(other) for at, one in enumerate(said) for other in said[:at])


def is_long_enough(token: str) -> bool:
    """Say whether a key is so long that two lines hardly share it by chance."""
    return len(token) >= (MIN_LATIN if token.isascii() else MIN_HANZI)


def shared_part(one: str, other: str) -> str:
    """Give the longest string that two short ones share."""
    short, long = sorted((one[:MOST_SHARED], other[:MOST_SHARED]), key=len)
    return longest_part(short, long)


def longest_part(text: str, body: str) -> str:
    """Give the longest part of a short text that a body holds, the first of several."""
    # Where none of a length is in it, no longer one is.
    size = bisect_right(range(1, len(text) + 1), 0, key=lambda size: not _part(text, size, body))
    return _part(text, size, body)


def _part(text: str, size: int, body: str) -> str:
    """Give the first part of a text of so many characters that a body holds, empty where none is."""
    return next((part for at in range(len(text) - size + 1) if (part := text[at : at + size]) in body), "")
