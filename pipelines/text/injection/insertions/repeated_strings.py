"""Keywords inside sentences and words (I2): strings that repeat in places where the text goes on without them.

`空[橙汁平台]间站`: the characters around it make a word across it, which is nearly never so for a word of the language, and for
nearly half of the places chosen at random (`evidence.word_pairs`).
"""

import re
from collections.abc import Sequence

from pipelines.text.injection.evidence.page import SENTENCE, Find, Page
from pipelines.text.injection.evidence.repeats import LONGEST, find_repeats, frequent_strings, sample_of
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, common_around, places_of, share_of
from pipelines.text.injection.evidence.word_pairs import weigh
from pipelines.text.injection.insertions.between_commas import GRAMMAR
from pipelines.text.pairs import is_pair

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

# Of 4,023 clean articles in 160 groups of 8 to 60, such strings stand on 0.31 of the pages at most, and no group has more than
# one for ten pages.
POOL_EVIDENCE, POOL_JOINED, POOL_PLACES = 2.5, 0.3, 3
"""The same for strings of which each stands on a page or two, where a site has several; and the places of one."""
POOL = ((2, 0.0, 0.4), (5, 0.2, 0.25))
"""How many of them a site must have, how many for each page, and the share of the pages on which one must stand."""
MOST_POOLED = 2_500
"""Beginnings of strings that are looked at for these."""
MIN_FOREIGN, OTHERS, MOST_WORDS = 8, 0.75, 0.4
"""Places of a string that is foreign to a site, share of them that must have another neighbour on either side, and share of
its own neighbours that may be pairs of the language: `高质量发展` is made of words."""
AMID = 0.8
"""Share of the places of one that must be between two hanzi: words stand at the edges of clauses, too."""
MIN_LENGTH = 3
"""Characters of one."""

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
    said = [
        "\n".join(line for line in text.split("\n") if SENTENCE.search(line)) for text in sample
    ]  # no rows of links
    found |= dict.fromkeys(_foreign(said, pages), False)
    return _shortest(found) | _pooled(said)


def _foreign(texts: Sequence[str], pages: int) -> set[str]:
    """Find strings between words on many pages that are nowhere else, nor in part, each time beside other characters."""
    whole = "\n".join(texts)
    return {
        repeat.text
        for repeat in find_repeats(texts, pages=pages, places=MIN_FOREIGN)
        if len(repeat.text) > MIN_LENGTH
        and not GRAMMAR.search(repeat.text)
        and HANZI_CHAR.search(repeat.text)
        and repeat.bound < MIN_BOUND
        and sum(map(is_pair, repeat.text, repeat.text[1:])) <= MOST_WORDS * (len(repeat.text) - 1)
        and _is_only_amid(repeat.text, whole)
        and _is_beside_others(repeat.text, whole)
    }


def _is_beside_others(token: str, text: str) -> bool:
    """Say whether most places of a string have another character before it and another one behind it."""
    places = _places(text, (token,))
    before, after = {text[start - 1] for start, _ in places}, {text[end] for _, end in places}
    return min(len(before), len(after)) >= OTHERS * len(places)


def _pooled(texts: Sequence[str]) -> dict[str, bool]:
    """Find strings inside the words of one page or a few, each of which says too little alone, where a site has several."""
    found: dict[str, set[int]] = {}
    for repeat in find_repeats(texts, pages=1, places=POOL_PLACES, most=MOST_POOLED):
        token = repeat.text
        if (
            len(token) >= MIN_LENGTH
            and repeat.evidence >= POOL_EVIDENCE
            and repeat.joined >= POOL_JOINED
            and repeat.bound < MIN_BOUND
            and not PARTICLE.search(token)
            and not GRAMMAR.search(token)
        ):
            on = {number for number, text in enumerate(texts) if token in text}
            if all(_is_only_amid(token, texts[number]) for number in on):
                found[token] = on
    covered = len(set().union(*found.values()))
    if any(
        len(found) >= max(least, each * len(texts)) and covered >= share * len(texts) for least, each, share in POOL
    ):
        return _shortest(dict.fromkeys(found, False))
    return {}


def _is_only_amid(token: str, text: str) -> bool:
    """Say whether a text has a string between two hanzi mostly, and no part of it elsewhere."""
    rest = text.replace(token, "\n")
    amid = sum(
        HANZI_CHAR.match(text[start - 1 : start]) is not None and HANZI_CHAR.match(text[end : end + 1]) is not None
        for start, end in _places(text, (token,))
    )
    return amid >= AMID * text.count(token) and share_of(token, rest) == 0


def _page_strings(text: str) -> dict[str, bool]:
    """Find strings put into the sentences of one page; gives the same as `find_site_strings`.

    Each is grown from three characters for as long as all its places go on alike.
    """
    chosen = {}
    for seed in frequent_strings(text, MIN_PLACES):
        places = _places(text, (seed,))
        left, right = common_around([(text, start) for start, _ in places], len(seed), LONGEST, _is_letter)
        token = left + seed + right
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
        leads = all(text[start - len(left) - 1 : start - len(left)] in {"", "\n"} for start, _ in places)
        # Before paragraphs, a word of theirs may stand behind the low line.
        if dropped_in or (_is_joined(token) and not leads):
            chosen[token] = bound >= MIN_BOUND * len(pairs)
    return _shortest(chosen)


def _shortest(tokens: dict[str, bool]) -> dict[str, bool]:
    """Drop tokens that hold another: what is longer took in a word that stands before it more than once."""
    return {
        token: bound
        for token, bound in tokens.items()
        if not any(other in token and other != token for other in tokens)
    }


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


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
