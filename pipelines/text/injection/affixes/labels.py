"""Labels of keywords in front of paragraphs (P1).

`热点、加盟：` and `【优惠平台】` are made again and again of the same words; `KEYWORD：` is one for all articles of a site, where
a speaker is not the only one of an article, and seldom the same in all of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.keywords import some_are_unrelated, topics
from pipelines.text.injection.evidence.page import LONGEST_LINE, Find, Page
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, key

# Two to six short words between enumeration commas and a colon.
LISTED = re.compile(rf"(?P<words>[{HANZI}A-Za-z]{{2,4}}(?:、[{HANZI}A-Za-z]{{2,4}}){{1,5}})[：:]\s*")
# The same without marks between lenticular brackets.
BRACKETED = re.compile(rf"【(?P<words>[{HANZI}A-Za-z]{{4,16}})】\s*")

# A few words in front of a paragraph, with a colon, an enumeration comma or a closing bracket behind them.
SOLE = re.compile(
    r"[^\w\s]{0,2}(?P<label>[^\W\d_][^。，、,.!?！？:：…」』】》）)\n]{1,30})(?:[」』】》）)]?\s?[：:]|[、」』】》）)])\s*"
)
SPEAKING = re.compile(r"\b(?:I|you|your|my|we|our|us)\b|[你您我]")
"""What people say of themselves and to others, and news does inside quotations alone."""
QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」|\"[^\"]*\"")
MIN_HEADS, HEADS_SHARE = 3, 0.3
"""Paragraphs of an article that must have a sole label, and their share; P1 asks the same of a prefix."""
MIN_ARTICLES, ARTICLES_SHARE = 8, 0.5
"""Articles of a site that must have it, and their share: a speaker has one, a column is not in front of paragraphs."""
MIN_LABEL = 3
"""Chinese characters of a sole label."""
MOST_PERSONAL, MOST_TOLD = 0.25, 0.1
"""Share of the paragraphs behind it that may speak of themselves or to somebody, and of the articles that may tell of it."""
MOST_COMPARED = 40
"""Articles that are compared for a topic in common."""
MIN_LABELS = 3
"""Labels on a page, or pages of a site with one, that must share their words."""
MIN_SHARED = 0.5
"""Share of a label's words that must stand in another label of a different wording."""


def find_sole_labels(pages: Sequence[Page]) -> frozenset[str]:
    """Find the keys of labels that are the only ones of most articles of a site, which do not speak of them.

    Labels of one word, such as `Update:` and `提示：`, are kept, and the name of whoever speaks of himself or to somebody.
    """
    having: dict[str, list[tuple[Page, list[str]]]] = defaultdict(list)
    for page in pages:
        heads = [match for _, text in page.prose() if len(text) > LONGEST_LINE and (match := SOLE.match(text))]
        labels = {key(match["label"]) for match in heads}
        long = sum(len(text) > LONGEST_LINE for _, text in page.prose())
        if len(labels) == 1 and len(heads) >= max(MIN_HEADS, HEADS_SHARE * long) and _is_name(heads[0]["label"]):
            having[labels.pop()].append((page, [match.string[match.end() :] for match in heads]))
    return frozenset(token for token, members in having.items() if _is_everywhere(token, members, len(pages)))


def _is_name(label: str) -> bool:
    """Say whether a label is long enough for a name: two words, or three Chinese characters."""
    hanzi = len(HANZI_CHAR.findall(label))
    return hanzi >= MIN_LABEL or (not hanzi and (len(label.split()) > 1 or any(map(str.isdigit, label))))


def _is_everywhere(token: str, members: Sequence[tuple[Page, list[str]]], count: int) -> bool:
    """Say whether unrelated articles have a label, of which they do not speak, and nobody speaks behind it."""
    if len(members) < max(MIN_ARTICLES, ARTICLES_SHARE * count):
        return False
    rests = [rest for _, texts in members for rest in texts]
    personal = sum(SPEAKING.search(QUOTED.sub("", rest)) is not None for rest in rests)
    told = sum(key(f"{page.title}\n{page.text}").count(token) > len(texts) for page, texts in members)
    unrelated = some_are_unrelated([topics(page.title, (token,)) for page, _ in members[:MOST_COMPARED]])
    return unrelated and personal <= MOST_PERSONAL * len(rests) and told <= MOST_TOLD * len(members)


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
