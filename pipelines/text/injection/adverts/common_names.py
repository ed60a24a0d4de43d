"""The one keyword of a site, found by what all its adverts have in common though they say different things."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.tokens import key

LEAST_ADVERTS, FEW_ADVERTS, OFTEN = 3, 2, 3
"""Adverts that must name it, and of those that stand on so many pages each."""
SIZE = {False: 2, True: 4}
"""Words, or in Chinese (True) characters, of the strings that are compared."""
MOST_ELSEWHERE = 0.1
"""Share of the pages with adverts that may have it elsewhere: what more of them say is a word of the language or of the paper."""
RUN = re.compile(rf"[{HANZI}A-Za-z0-9]+")
WORDS = re.compile(r"[A-Za-z][\w'’]*(?: [A-Za-z][\w'’]*)*")
ACCOUNT = re.compile(r"\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{6,24}\b")
LONG = 4
"""Letters of a word that names something."""


def find_common_names(
    adverts: Sequence[tuple[str, bool]], rests: Collection[str], known: Iterable[str], pages: Sequence[int]
) -> tuple[list[int], frozenset[str]]:
    """Find which of some adverts have one name in common, or one that is known; gives their indices and the names, as keys.

    Takes the adverts, each with whether it is Chinese, what their pages say beside them, and on how many pages each stands.
    """
    holders: dict[str, set[int]] = defaultdict(set)
    for index, (text, chinese) in enumerate(adverts):
        for string in _strings(text, chinese=chinese):
            holders[string].add(index)
    often = {index for index, number in enumerate(pages) if number >= OFTEN}
    common = {
        string
        for string, numbers in holders.items()
        if len(numbers) >= LEAST_ADVERTS or len(numbers & often) >= FEW_ADVERTS
    }
    names = {
        string for string in common if sum(string in rest for rest in rests) <= max(1, MOST_ELSEWHERE * len(rests))
    }
    keys = frozenset(known)
    chosen = [
        index
        for index, (text, chinese) in enumerate(adverts)
        if any(string in names for string in _strings(text, chinese=chinese))
        or any(name in key(text) for name in keys if len(name) >= LONG)
    ]
    return chosen, frozenset(_whole(names, [adverts[index] for index in chosen]))


def find_accounts(adverts: Iterable[str]) -> frozenset[str]:
    """Find the words of letters and digits that several adverts of a site name, as keys: none is a word of any language."""
    counts = Counter(word for text in adverts for word in {key(word) for word in ACCOUNT.findall(text)})
    return frozenset(word for word, count in counts.items() if count >= FEW_ADVERTS)


def _strings(text: str, *, chinese: bool) -> Iterator[str]:
    """Give the strings of a text that may be a name or a part of one."""
    size = SIZE[chinese]
    if chinese:
        for run in RUN.findall(text):
            yield from (run[at : at + size] for at in range(len(run) - size + 1))
        return
    for run in WORDS.findall(text):
        words = run.split(" ")
        for at in range(len(words) - size + 1):
            if all(len(word) >= LONG and word.casefold() not in FUNCTION for word in words[at : at + size]):
                yield " ".join(words[at : at + size])


def _whole(names: Collection[str], adverts: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """Give the keys of the names in adverts, those that overlap as one."""
    for text, _ in adverts:
        places = sorted((match.start(), match.end()) for name in names for match in re.finditer(re.escape(name), text))
        while places:
            start, end = places.pop(0)
            while places and places[0][0] <= end:
                end = max(end, places.pop(0)[1])
            yield key(text[start:end])
