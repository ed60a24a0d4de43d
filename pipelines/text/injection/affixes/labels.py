"""Labels of keywords in front of paragraphs (P1): `热点、加盟：` and `【优惠平台】`, made again and again of the same words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Find, Page

# Two to six short words between enumeration commas and a colon.
LISTED = re.compile(rf"(?P<words>[{HANZI}A-Za-z]{{2,4}}(?:、[{HANZI}A-Za-z]{{2,4}}){{1,5}})[：:]\s*")
# The same without marks between lenticular brackets.
BRACKETED = re.compile(rf"【(?P<words>[{HANZI}A-Za-z]{{4,16}})】\s*")

MIN_LABELS = 3
"""Labels on a page, or pages of a site with one, that must share their words."""
MIN_SHARED = 0.5
"""Share of a label's words that must stand in another label of a different wording."""


def find_site_words(pages: Sequence[Page]) -> frozenset[str]:
    """Find the words a site's labels are made of, from all its pages."""
    labels = {index: list(_labels(page)) for index, page in enumerate(pages)}
    return _vocabulary([words for found in labels.values() for words in found])


def find_labels(page: Page) -> list[Find]:
    """Find labels in front of paragraphs that are made of words which recur in other combinations.

    Names of sections (`【国际】`), speakers and places before a colon do not recombine.
    """
    texts = list(page.prose())
    if not any(text[:1] == "【" or "、" in text[:6] for _, text in texts):
        return []
    words = page.site.words or _vocabulary(_labels(page))
    if not words:
        return []
    finds = []
    for index, text in texts:
        match = LISTED.match(text) or BRACKETED.match(text)
        if match and _is_made_of(match["words"], words):
            finds.append(
                Find.match(
                    index,
                    match,
                    whole=match.end() == len(text),
                    reason="label",
                    evidence="a label made of words that recur in other labels in other orders",
                )
            )
    return finds


def _labels(page: Page) -> Iterable[tuple[str, ...]]:
    """Give the words of each listed label, and each bracketed one as a whole."""
    for _, text in page.prose():
        if match := LISTED.match(text):
            yield tuple(match["words"].split("、"))
        elif match := BRACKETED.match(text):
            yield (match["words"],)


def _vocabulary(labels: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Find the words that recur over labels of different wording.

    Listed labels name their words; pieces of two and three characters of bracketed ones count where they recur.
    """
    different = set(labels)
    if len(different) < MIN_LABELS:
        return frozenset()
    counts: Counter[str] = Counter()
    for label in different:
        if len(label) > 1:
            counts.update(set(label))
        else:
            whole = label[0]
            counts.update({whole[at : at + size] for size in (2, 3) for at in range(len(whole) - size + 1)})
    known = frozenset(word for word, count in counts.items() if count >= 2)
    shared = sum(_shares(label, known) for label in different)
    return known if shared >= MIN_LABELS and shared >= MIN_SHARED * len(different) else frozenset()


def _shares(label: tuple[str, ...], known: frozenset[str]) -> bool:
    """Say whether at least half of a label are words that recur."""
    if len(label) > 1:
        return sum(word in known for word in label) >= MIN_SHARED * len(label)
    return _is_made_of(label[0], known)


def _is_made_of(text: str, words: frozenset[str]) -> bool:
    """Say whether a label is nothing but known words, one unknown among three or more allowed."""
    if "、" in text:
        parts = text.split("、")
        return sum(part in words for part in parts) >= len(parts) - len(parts) // 3
    reach = {0}  # offsets up to which the text is made of known words
    for at in range(len(text)):
        if at in reach:
            reach.update(at + size for size in (2, 3, 4) if text[at : at + size] in words)
    return len(text) in reach
