"""Keywords inside sentences and words (I2, I3): strings that repeat in places where the text goes on without them."""

import re
from collections.abc import Sequence

from pipelines.text.injection.page import HANZI_CHAR, Find, Page
from pipelines.text.injection.repeats import LONGEST, Repeat, find_repeats, frequent_strings
from pipelines.text.injection.words import is_pair, weigh

MIN_EVIDENCE = 6.5
"""What `weigh` must give; of 7,900 strings that repeat on 4,283 clean pages none has more than 6.1, and none of 3,200 on
groups of 5 to 1,000 of them more than 4.3."""
MIN_CONTEXTS = 4
"""Different neighbours a string must have had."""
MIN_PLACES = 4
"""Places on a page, or on a site, at which a string must stand."""
SITE_SHARE = 0.1
"""Share of a site's pages on which it must stand, and at least three."""
MOST_CHARS = 1_500_000
"""Characters of a batch that are searched, about a thousand articles; more would cost memory and show nothing new."""

# Keywords joined by a low line stand in no prose: 蓝莓体育_蓝莓中国.
JOINED = re.compile(r"[^\W_]{2,12}_[^\W_]{2,12}")


def find_site_inserts(texts: Sequence[str]) -> tuple[str, ...]:
    """Find strings that a site puts into sentences, from the running text of its pages; the longest first."""
    step = 1 + sum(map(len, texts)) // MOST_CHARS
    sample = texts[::step]
    if len(sample) < 3:
        return ()
    pages = max(3, int(SITE_SHARE * len(sample)))
    return _believed(find_repeats(sample, pages=pages, places=MIN_PLACES), pages)


def find_page_inserts(text: str) -> tuple[str, ...]:
    """Find strings put into the sentences of one page, the longest first.

    Each is grown from three characters for as long as all its places go on alike.
    """
    chosen = set()
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
        dropped_in = len(pairs) >= MIN_CONTEXTS and weigh(len(pairs), joined, bound) >= MIN_EVIDENCE
        if dropped_in or (JOINED.fullmatch(token) and HANZI_CHAR.search(token)):
            chosen.add(token)
    return tuple(sorted(chosen, key=lambda token: (-len(token), token)))


def _shared(texts: Sequence[str]) -> str:
    """Give the letters, digits and low lines with which all texts begin."""
    first, last = min(texts), max(texts)  # what these two share, all between them share
    for at, char in enumerate(first):
        if last[at : at + 1] != char or not (char.isalnum() or char == "_"):
            return first[:at]
    return first


def find_inserts(page: Page) -> list[Find]:
    """Find strings put into sentences, where the site or the page itself gives them away.

    A place stays where the string makes a word with its neighbour and the neighbours would make none without it.
    """
    if not page.hanzi:
        return []
    tokens = page.site.inserts
    if not page.site.pages:  # alone; in a batch the site has been searched already
        tokens = find_page_inserts(page.text)
    finds = []
    for index, text in page.prose():
        taken = 0
        for start, end in sorted(_places(text, tokens)):
            if start >= taken and not _belongs(text, start, end):
                evidence = "stands between characters that belong together, on many pages of this site"
                if not page.site.pages:
                    evidence = "stands between characters that belong together, again and again"
                finds.append(Find(paragraph=index, start=start, end=end, reason="inside_text", evidence=evidence))
                taken = end
    return finds


def _believed(repeats: Sequence[Repeat], pages: int) -> tuple[str, ...]:
    """Choose the strings that were put in, the longest first."""
    chosen = [
        repeat.text
        for repeat in repeats
        if (repeat.evidence >= MIN_EVIDENCE and repeat.contexts >= MIN_CONTEXTS)
        or (JOINED.fullmatch(repeat.text) and HANZI_CHAR.search(repeat.text) and repeat.pages >= pages)
    ]
    chosen.sort(key=len, reverse=True)
    return tuple(chosen)


def _places(text: str, tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Give every place of the tokens in a text."""
    found = []
    for token in tokens:
        at = text.find(token)
        while at >= 0:
            found.append((at, at + len(token)))
            at = text.find(token, at + len(token))
    return found


def _belongs(text: str, start: int, end: int) -> bool:
    """Say whether a string makes words with its neighbours that they do not make without it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after or is_pair(before, after):
        return False
    return is_pair(before, text[start]) or is_pair(text[end - 1], after)
