"""Keywords between commas (I1): short tokens of one stem that stand nowhere in the text but there.

`老磨坊今年重新转动[，橙汁王]，水轮由木匠修好[，橙汁城]。` A writer sets names between commas, too, but not five of one
stem in a text that has the stem nowhere else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import FIELD_BREAK, Find, Page
from pipelines.text.injection.evidence.tokens import common_start

# A short token between a comma and a comma or full stop; the mark behind it stays unread, so that neighbours are found.
SLOT = re.compile(rf"(?<=[，,])(?P<stem>[{HANZI}]{{2}})(?:[{HANZI}0-9_]|[A-Za-z]{{1,8}}+){{0,4}}(?=[，,。])")

# The same of any letters, before whatever ends a clause.
WIDE_SLOT = re.compile(rf"(?<=[，,])(?P<stem>[{HANZI}A-Za-z]{{2}})[{HANZI}A-Za-z_]{{0,6}}(?=[，,。；;！!？?])")
GRAMMAR = re.compile(
    "[我你您他她它们們这這那哪是为為在有不没沒的了着著和与與及或但却也还還又都把被让讓如若谁誰吗呢吧啊各其此以一二三四五六七八九十日月年時时]"
)
"""Words of clauses, numerals and what dates have, a closed class."""

FAMILY_PARAGRAPHS = 3
"""Paragraphs in which tokens of one brand stand between commas; of 5,200 genuine texts none has such tokens in three."""
BRAND = range(2, 5)
"""Letters of a brand that several tokens share."""
MOST_BEHIND = 3
"""Letters behind it."""
MIN_SHARE = 0.9
"""Share of a stem's occurrences in running text of one page that must be such slots."""
LONGEST_ROW = 60
"""Characters of a row of a table that is set as a paragraph."""
NEAR = 10
"""Characters on either side of a stem in which a low line shows that it is joined to another keyword."""
MIN_RUNNING = 20
"""Characters of a paragraph below which it is no running text."""

# Tuned on 4,283 clean pages and on 250 groups of 5 to 300 of them: none of these has a stem that passes.
PAGE_SLOTS = {2: 5, 3: 4}
"""Slots that a stem must fill on one page, before a comma and before a full stop, by the number of different tokens."""


@dataclass(slots=True)
class Stem:
    """Where two characters begin tokens between commas."""

    tokens: Counter[str] = field(default_factory=Counter)
    marks: set[str] = field(default_factory=set)

    @property
    def slots(self) -> int:
        """Number of slots it fills."""
        return self.tokens.total()


def running_of(page: Page) -> str:
    """Give the running text of a page, without its lines."""
    return "\n".join(text for _, text in page.prose() if len(text) > MIN_RUNNING)


def find_between_commas(page: Page) -> list[Find]:
    """Find tokens between commas that are keywords of the site, or whose stem stands nowhere else on the page or on its site."""
    if not page.hanzi:
        return []
    running = running_of(page)
    evidence = {
        name: f"{stem.slots} times between commas and nowhere else, as {', '.join(sorted(stem.tokens)[:3])}"
        for name, stem in _stems(running).items()
        if stem.slots >= PAGE_SLOTS.get(min(len(stem.tokens), 3), stem.slots + 1)
        and len(stem.marks) > 1
        and stem.slots >= MIN_SHARE * (stem.slots + _natural(running, name))
    }
    proven = "a keyword of this site, between commas"
    finds = [
        _find(index, match, evidence.get(match["stem"], proven))
        for index, match in page.matches(SLOT)
        if match["stem"] in evidence or match[0] in page.site.keywords
    ]
    finds += [find for find in find_families(page) if (find.paragraph, find.start) not in _places(finds)]
    return finds if finds and page.is_of_today else []


def _places(finds: Sequence[Find]) -> set[tuple[int | None, int]]:
    return {(find.paragraph, find.start) for find in finds}


def find_families(page: Page) -> list[Find]:
    """Find tokens of one brand between commas of several paragraphs, each with another short word behind the brand.

    A writer may set short clauses of one beginning between commas, too (`互相支持，互相帮助`), but in one sentence, or with
    a word of grammar, or the beginning stands elsewhere in the text as well.
    """
    families: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for index, match in page.matches(WIDE_SLOT):
        families[match["stem"]].append((index, match))
    finds = []
    for places in families.values():
        tokens = [match[0] for _, match in places]
        brand = common_start(tokens)
        least = 1 if _is_in_title(page, brand) else FAMILY_PARAGRAPHS
        fits = _is_family(tokens, brand) or least == 1 or _is_field(page, tokens)
        if len({index for index, _ in places}) < least or not fits:
            continue
        if any(GRAMMAR.search(token) for token in tokens) or _stands_elsewhere(page, brand, tokens):
            continue
        if least > 1 and _is_of_rows(places):
            continue
        evidence = f"{len(tokens)} times between commas, as {', '.join(sorted(set(tokens))[:3])}"
        finds += [_find(index, match, evidence) for index, match in places]
    return finds


def _is_family(tokens: Sequence[str], brand: str) -> bool:
    """Say whether tokens are a short brand with short words behind it, not always the same."""
    behind = range(1, MOST_BEHIND + 1)
    return (
        len(set(tokens)) > 1 and len(brand) in BRAND and all(len(token) - len(brand) in behind for token in set(tokens))
    )


def _is_field(page: Page, tokens: Sequence[str]) -> bool:
    """Say whether one and the same token is a field of the title or of a heading: what is not spoken of otherwise is no subject."""
    return len(set(tokens)) == 1 and len(tokens[0]) > BRAND.start and tokens[0].casefold() in page.anchors


def _is_of_rows(places: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Say whether tokens are the last clauses of short rows, one of each: the weather of one town after another, results, prices.

    What is put in stands where it falls.
    """
    indices = [index for index, _ in places]
    return len(set(indices)) == len(indices) and all(
        len(match.string) <= LONGEST_ROW and match.end() + 1 == len(match.string) for _, match in places
    )


def _is_in_title(page: Page, brand: str) -> bool:
    """Say whether a title has a brand in two of its fields: in a list of keywords."""
    return sum(brand in part for part in FIELD_BREAK.split(page.title)) > 1 and len(brand) > 1


def _stands_elsewhere(page: Page, brand: str, tokens: Sequence[str]) -> bool:
    """Say whether a brand stands in running text otherwise than in its slots and, with the same word, before paragraphs."""
    texts = running_of(page).split("\n")
    leads = sum(text.startswith(tuple(tokens)) for text in texts)
    return sum(text.count(brand) for text in texts) > len(tokens) + leads


def _find(index: int, match: re.Match[str], evidence: str) -> Find:
    """Give the token with the comma before it: of neighbours, each has its own."""
    return Find(paragraph=index, start=match.start() - 1, end=match.end(), reason="between_commas", evidence=evidence)


def _natural(text: str, name: str) -> int:
    """Count where two characters stand in running text otherwise than as a keyword does.

    A keyword fills a slot, begins a paragraph, or is joined to another by a low line.
    """
    slots = {match.start() for match in SLOT.finditer(text) if match["stem"] == name}
    count, at = 0, text.find(name)
    while at >= 0:
        begins = at == 0 or text[at - 1] == "\n"
        joined = "_" in text[max(0, at - NEAR) : at + NEAR]
        count += not (begins or joined or at in slots)
        at = text.find(name, at + 1)
    return count


def _stems(text: str) -> dict[str, Stem]:
    """Collect the slots of a text by the first two characters of what fills them."""
    stems: dict[str, Stem] = defaultdict(Stem)
    for match in SLOT.finditer(text):
        stem = stems[match["stem"]]
        stem.tokens[match[0]] += 1
        stem.marks.add("," if text[match.end()] in ",，" else "。")
    return stems
