"""Keywords inside sentences and words (I2): strings that repeat in places where the text goes on without them."""

import re
from collections.abc import Sequence
from itertools import takewhile

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.repeats import LONGEST, find_repeats, frequent_strings, sample_of
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, common_start, places_of
from pipelines.text.injection.evidence.word_pairs import is_pair, weigh

MIN_EVIDENCE = 6.5
"""What `weigh` must give; of 7,900 strings that repeat on 4,283 clean pages none has more than 6.1, and none of 3,200 on
groups of 5 to 1,000 of them more than 4.3."""
MIN_CONTEXTS = 4
"""Different neighbours a string must have had."""
MIN_JOINED = 0.2
"""Share of the places of a site's string whose neighbours must make a pair; 43 % do by chance."""
PARTICLE = re.compile(r"\A[的了和与與及等之地得着著]|[的了和与與及在等之地得]\Z")
"""Particles and conjunctions, a closed class, with which a keyword seldom begins or ends (`营地`)."""
CERTAIN = 15.0
"""Evidence with which it may: no string of the same groups that begins or ends so has a fifth of it."""
MIN_BOUND = 0.25
"""Share of the places at which a string makes a pair with a neighbour, above which it has genuine uses as well."""
MIN_PLACES = 4
"""Places on a page, or on a site, at which a string must stand."""
SITE_SHARE = 0.3
"""Share of a site's pages on which it must stand, and at least three; a name of the day stands on fewer."""

JOINED = re.compile(r"[^\W_]{2,12}_[^\W_]{2,12}")


def find_site_strings(texts: Sequence[str]) -> dict[str, bool]:
    """Find strings that a site puts into sentences, from the running text of its pages.

    Gives for each whether it also makes words with its neighbours, as an ordinary word among the keywords does.
    """
    sample = sample_of(texts)
    if len(sample) < 3:
        return {}
    pages = max(3, int(SITE_SHARE * len(sample)))
    found = {
        repeat.text: repeat.bound >= MIN_BOUND
        for repeat in find_repeats(sample, pages=pages, places=MIN_PLACES)
        if _is_joined(repeat.text)
        or (
            repeat.evidence >= MIN_EVIDENCE
            and repeat.contexts >= MIN_CONTEXTS
            and repeat.joined >= MIN_JOINED
            and (repeat.evidence >= CERTAIN or not PARTICLE.search(repeat.text))
        )
    }
    return _shortest(found)


def _page_strings(text: str) -> dict[str, bool]:
    """Find strings put into the sentences of one page; gives the same as `find_site_strings`.

    Each is grown from three characters for as long as all its places go on alike.
    """
    chosen = {}
    for seed in frequent_strings(text, MIN_PLACES):
        places = _places(text, (seed,))
        before = min(LONGEST, places[0][0])
        left = _shared([text[start - before : start][::-1] for start, _ in places])
        right = _shared([text[end : end + LONGEST] for _, end in places])
        token = left[::-1] + seed + right
        around = {
            (text[start - len(left) - 1 : start - len(left)], text[end + len(right) : end + len(right) + 1])
            for start, end in places
        }
        pairs = {pair for pair in around if all(map(HANZI_CHAR.match, pair))}
        joined = sum(is_pair(*pair) for pair in pairs)
        bound = sum(is_pair(before, token[0]) or is_pair(token[-1], after) for before, after in pairs)
        dropped_in = (
            len(pairs) >= MIN_CONTEXTS
            and weigh(len(pairs), joined, bound) >= MIN_EVIDENCE
            and not PARTICLE.search(token)
        )
        if dropped_in or _is_joined(token):
            chosen[token] = bound >= MIN_BOUND * len(pairs)
    return _shortest(chosen)


def _shortest(tokens: dict[str, bool]) -> dict[str, bool]:
    """Drop tokens that hold another: what is longer took in a word that stands before it more than once."""
    return {
        token: bound
        for token, bound in tokens.items()
        if not any(other in token and other != token for other in tokens)
    }


def _shared(texts: Sequence[str]) -> str:
    """Give the letters, digits and low lines with which all texts begin."""
    return "".join(takewhile(lambda char: char.isalnum() or char == "_", common_start(texts)))


def find_repeated_strings(page: Page) -> list[Find]:
    """Find strings put into sentences, where the site or the page itself gives them away.

    A place stays where the string makes a word with its neighbour and the neighbours would make none without it.
    """
    if not page.hanzi:
        return []
    tokens = _page_strings(page.text) | {token: token in page.site.wary for token in page.site.inserts}
    if not tokens:
        return []
    finds = []
    for index, text in page.prose():
        taken = 0
        for start, end in sorted(_places(text, tuple(tokens)), key=lambda place: (place[0], -place[1])):
            if start >= taken and not (tokens[text[start:end]] and _belongs(text, start, end)):
                where = "on many pages of this site" if text[start:end] in page.site.inserts else "again and again"
                evidence = f"stands between characters that belong together, {where}"
                finds.append(Find(paragraph=index, start=start, end=end, reason="inside_text", evidence=evidence))
                taken = end
    return finds


def _is_joined(token: str) -> bool:
    """Say whether a token is two words of hanzi with a low line between."""
    return bool(JOINED.fullmatch(token) and HANZI_CHAR.search(token))


def _places(text: str, tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Give every place of the tokens in a text."""
    return [(at, at + len(token)) for token in tokens for at in places_of(text, token)]


def _belongs(text: str, start: int, end: int) -> bool:
    """Say whether a string makes words with its neighbours that they do not make without it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after or is_pair(before, after):
        return False
    return is_pair(before, text[start]) or is_pair(text[end - 1], after)
