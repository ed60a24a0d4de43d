"""Keywords of one root with tails that take turns (I1 to I3), wherever they stand: inside words, between commas, at ends."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION_HANZI
from pipelines.text.injection.evidence.page import CLOSING, Find, Page
from pipelines.text.injection.evidence.roots import (
    SLOT_BEFORE,
    Kind,
    Spot,
    Weight,
    find_roots,
    find_site_pairs,
    find_tails,
    spots_of,
    tail_of,
    text_of,
    weights_of,
)
from pipelines.text.injection.evidence.tokens import BY_CHANCE, key, longest_first, places_of
from pipelines.text.pairs import is_pair

# Of the strings of 4,961 clean articles, in groups of 12 to 400, none has more than 8.6 on two pages or more.
SITE_EVIDENCE, SITE_INSIDE, SITE_JOINED, SITE_PAGES = 10.0, 3.0, 3, 2
"""What the places of a root on the pages of a site must say, those that are no slots alone, how many must be joined without
it, and on how many pages."""
SITE_PLACES = 5
"""Places below which none says so much: each says `HIT + FREE` at most."""
SHARED_EVIDENCE, SHARED_TAILS = 4.0, 3
"""What is enough for another root of such a site, and the tails of the first ones that it must have."""
MIN_TAIL = 3
"""Places of a site at which a tail must stand."""

# Of the same articles none has a string that is no pair of the dictionary with more than 5.2 at three places of a page.
PAGE_EVIDENCE, PAGE_JOINED, PAGE_PLACES = 6.5, 2, 4
"""The same on a page alone."""
AGAINST = -1.0
"""What the places on a page must say to be left in spite of the site: the article speaks of the root."""

REST_OF_SLOT = re.compile(rf"[{HANZI}A-Za-z0-9]{{1,4}}(?=[，,。；！？])")
"""A tail that comes but once, between a root behind a comma and the next mark."""
MARKS_BEHIND = re.compile(r"(?:[^\w$¥€£“‘「『《〈（(【\[\"'…]|[_丨])*")
"""What sets a keyword at the start of a paragraph or the title off from the sentence: any marks but those that open one."""
FIELD_MARK = re.compile(rf"\s*[_|｜丨]\s*|\s+[-–—]\s+|(?<=[{HANZI}])[-–,](?=[{HANZI}A-Za-z])")
"""What joins the fields of a title; a comma of Chinese may be the headline's own."""
MOST_MORE = 8
"""Letters that a field of the title has beside a keyword."""
MARKS_BEFORE = " \t_|｜丨:：,，、?？!！·~—–-"
"""What sets one off at the end of the title."""
BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]", "「": "」", "《": "》"}


def find_site_roots(pages: Sequence[Page]) -> tuple[frozenset[str], frozenset[str]]:
    """Find the roots of a site's keywords, and their tails."""
    texts = [text_of(page.title, page.paragraphs) for page in pages]
    pairs = find_site_pairs(texts, SITE_PAGES)
    repeated = [find_roots(text, 2, pairs) for text in texts]
    stands_on = Counter(root for one in repeated for root in one)
    found = [{root: at for root, at in one.items() if stands_on[root] >= SITE_PAGES} for one in repeated]
    places = Counter(root for one in found for root, at in one.items() for _ in at)
    weights = weights_of(
        texts, [{root: at for root, at in one.items() if places[root] >= SITE_PLACES} for one in found]
    )
    roots = _shortest({root for root, weight in weights.items() if _is_proven(root, weight)})
    if not roots:
        return frozenset(), frozenset()
    tails = find_tails([weights[root].following for root in roots], MIN_TAIL)
    again = weights_of(texts, found, tails)
    roots |= {root for root, weight in again.items() if _is_proven(root, weight) or _shares_tails(weight, tails)}
    return frozenset(_shortest(roots)), tails


def _is_proven(root: str, weight: Weight) -> bool:
    """Say whether the places of a root on a site show that it was put there; a word of the language must have tails, too."""
    if weight.evidence < SITE_EVIDENCE or weight.inside < SITE_INSIDE:
        return False
    if weight.joined < SITE_JOINED or weight.pages < SITE_PAGES:
        return False
    return not is_word(root) or _different(weight, find_tails([weight.following], MIN_TAIL)) >= SHARED_TAILS


def is_word(root: str) -> bool:
    """Say whether a root is two characters that are frequent inside words."""
    return len(root) == 2 and is_pair(*root)


def _shares_tails(weight: Weight, tails: frozenset[str]) -> bool:
    """Say whether a root has the tails of proven ones, and its places say much by themselves."""
    enough = weight.evidence >= SHARED_EVIDENCE and weight.pages >= SITE_PAGES
    return enough and _different(weight, tails) >= SHARED_TAILS


def _different(weight: Weight, tails: frozenset[str]) -> int:
    """Count the tails that a root has."""
    return len({tail_of(behind, tails) for behind in weight.following} - {""})


def _shortest(roots: set[str]) -> set[str]:
    """Leave out roots that begin with another: it has grown to a tail that comes back."""
    return {root for root in roots if not any(root[:size] in roots for size in range(2, len(root)))}


def find_rooted(page: Page) -> list[Find]:
    """Find the keywords of a root that the site or the page itself gives away, with their tails."""
    if not page.hanzi:
        return []
    text = text_of(page.title, page.paragraphs)
    found = find_roots(text, PAGE_PLACES)
    finds: list[Find] = []
    for root in longest_first(page.site.roots):
        spots = spots_of(text, root, list(places_of(text, root)), page.site.tails, own=False)
        if spots and _is_foreign(text, spots):
            evidence = f"keywords of the root {root!r}, which this site puts into its texts"
            finds += cuts_of(page, text, [spot for spot in spots if not belongs(spot)], evidence)
    known = page.site.roots
    for root, spots in _own(text, {root: at for root, at in found.items() if root not in known}, page.site.tails):
        evidence = f"{len(spots)} keywords of the root {root!r}, inside words and between commas"
        finds += cuts_of(page, text, spots, evidence)
    return finds


def weight_of(text: str, spots: Sequence[Spot]) -> Weight:
    """Weigh the places of a root in one text."""
    weight = Weight()
    weight.add(text, spots)
    return weight


def _is_foreign(text: str, spots: Sequence[Spot]) -> bool:
    """Say whether a page does not speak of a root of its site: most of its places have tails, or the others say nothing against it."""
    tailed = sum(spot.end > spot.root for spot in spots)
    return 2 * tailed >= len(spots) or weight_of(text, spots).evidence > AGAINST


def _own(text: str, roots: Mapping[str, Sequence[int]], tails: frozenset[str]) -> Iterator[tuple[str, list[Spot]]]:
    """Give the roots that a page alone proves, and their places."""
    proven = {}
    for root, starts in roots.items():
        if is_word(root):
            continue
        spots = spots_of(text, root, starts, tails)
        weight = weight_of(text, spots)
        if weight.evidence >= PAGE_EVIDENCE and weight.joined >= PAGE_JOINED:
            proven[root] = spots
    for root in _shortest({*proven}):
        yield root, proven[root]


def belongs(spot: Spot) -> bool:
    """Say whether a root alone makes words with its neighbours that they do not make without it."""
    return spot.bound and spot.kind is not Kind.JOINED and spot.root == spot.end


def cuts_of(page: Page, text: str, spots: Sequence[Spot], evidence: str) -> Iterator[Find]:
    """Give the places of a keyword in the title and the paragraphs, each with the marks that came with it."""
    lines = [(None, page.title), *enumerate(page.paragraphs)]
    ends = []
    at = 1
    for _, line in lines:
        ends.append(at + len(line))
        at += len(line) + 1
    fields = _fields(page, [spot for spot in spots if spot.start <= ends[0]])
    place = 0
    for spot in spots:
        while spot.start > ends[place]:
            place += 1
        paragraph, line = lines[place]
        if paragraph is not None and page.kind(paragraph) == "code":
            continue
        offset = ends[place] - len(line)
        behind = REST_OF_SLOT.match(line, spot.end - offset) if text[spot.start - 1] in SLOT_BEFORE else None
        end = behind.end() if behind and FUNCTION_HANZI.isdisjoint(behind[0]) else spot.end - offset
        start, end = _with_marks(line, spot.start - offset, end, title=paragraph is None)
        if paragraph is None:
            start, end = next((one for one in fields if one[0] <= start and end <= one[1]), (start, end))
        yield Find(
            paragraph=paragraph,
            start=start,
            end=end,
            reason="inside_text" if paragraph is not None else "title_keyword",
            evidence=evidence,
            keyword=key(text[spot.start : spot.end]) if spot.end - spot.root > 1 else "",
        )


def _fields(page: Page, spots: Sequence[Spot]) -> list[tuple[int, int]]:
    """Give the fields from an end of the title on that have a keyword and little else (`KEYWORD大全_`), with their marks."""
    title = page.title
    marks = list(FIELD_MARK.finditer(title)) if spots else []
    starts, stops = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(title)]
    taken = []
    for start, stop in zip(starts, stops, strict=True):
        more = title[start:stop]
        for spot in spots:  # a text of `text_of` begins with a line break
            if start <= spot.start - 1 and spot.end - 1 <= stop:
                more = more.replace(title[spot.start - 1 : spot.end - 1], " ")
        little = len(key(more)) <= MOST_MORE and page.mention(more) <= BY_CHANCE
        taken.append(more != title[start:stop] and little)
    if all(taken):
        return []
    first = taken.index(False)
    last = len(taken) - 1 - taken[::-1].index(False)
    heads = [(starts[at], starts[at + 1]) for at in range(first)]
    return heads + [(stops[at - 1], stops[at]) for at in range(last + 1, len(taken))]


def _with_marks(line: str, start: int, end: int, *, title: bool) -> tuple[int, int]:
    """Give the place of a keyword with what came with it.

    That is a bracket around it, one of the commas around it, the marks behind it at the start of a paragraph or the
    title, and those before it at the end of the title.
    """
    before, after = line[start - 1 : start], line[end : end + 1]
    if before and BRACKETS.get(before) == after:
        return start - 1, end + 1
    if not line[:start].strip():
        marks = MARKS_BEHIND.match(line, end)
        return 0, marks.end() if marks else end
    if title and not line[end:].strip(CLOSING):
        return len(line[:start].rstrip(MARKS_BEFORE)), end
    if before in {"，", ","} and (after in {"，", ",", "。", "；", "！", "？"} or not after):
        return start - 1, end
    return start, end
