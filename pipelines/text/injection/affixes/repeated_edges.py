"""What hangs behind the last sentence of several paragraphs, or an address in front of them, always the same (S2, P1)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from pipelines.text.byline import find_credits, is_credit_line
from pipelines.text.injection.affixes.refrains import is_clause
from pipelines.text.injection.evidence.function_words import telling
from pipelines.text.injection.evidence.genuine_starts import DATED, NUMBERED
from pipelines.text.injection.evidence.page import CLOSING, LONGEST_LINE, Find, Page
from pipelines.text.injection.evidence.tokens import HOST, key

TAIL = 40
"""Characters behind the last sentence, at most."""
MIN_LENGTH = 4
"""Letters of what is hung there."""
MIN_PARAGRAPHS, MIN_SHARE = 3, 0.4
"""Paragraphs that must have it, and their share."""
NAMED_SHARE = 0.25
"""The same where a line, the title or a heading of the page bears it."""
HIGH_SHARE, HALF_TIED = 0.6, 0.5
"""Share of the paragraphs that must have one in English of which the text has a word, or a line bears it; and share of its words."""
END = re.compile(rf"[。！？!?…](?![。！？!?…])[{CLOSING}]*|\.[{CLOSING}]*(?=\s)")
"""The end of a sentence."""
OWN_BRACKET = re.compile(r"\s*[（(\[][^（）()\[\]]*[）)\]]\s*\Z")
"""What stands there in brackets may be the text's: applause, a source."""
LAST_CLAUSE = re.compile(r"(?P<mark>[，【])[^，。！？；：“”（）【】]{4,20}】?(?=[。！]\Z)")
"""A last clause, or one in brackets that no sentence ends with, before the mark that ends a Chinese paragraph."""
COMMAS = frozenset("，")
SAID = re.compile(r"[说說称稱道问問答][道]?\Z|表示|介[绍紹]|指出|[强強][调調]|[认認][为為]")
"""What a clause ends with that tells who speaks."""
BEHIND = re.compile(r"[\s|｜:：,，_>»!！?？~-]*")
"""What sets an address off from the sentence."""


def find_repeated_edges(page: Page) -> list[Find]:
    """Find one string behind the last sentences of several paragraphs, or one address in front of them.

    Nobody ends three paragraphs with the same words behind their full stop, of which the sentences say nothing. Credits,
    clauses and what stands in brackets, if it is no address, are left to other rules.
    """
    if not page.is_prose:
        return []
    prose = [(index, text) for index, text in page.prose() if len(text) > LONGEST_LINE]
    return [*_tails(page, prose), *_addresses(page, prose)]


def _tails(page: Page, prose: list[tuple[int, str]]) -> Iterator[Find]:
    """Find what is behind the last sentence of several paragraphs."""
    found: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for index, text in prose:
        behind = max((match.end() for match in END.finditer(text, max(0, len(text) - 2 * TAIL))), default=0)
        clause = LAST_CLAUSE.search(text, max(0, len(text) - TAIL))
        edges = [("", behind, len(text))] if behind else []
        edges += [(clause["mark"], clause.start(), clause.end())] if clause else []
        for mark, start, stop in edges:
            if 0 < stop - start <= TAIL and len(name := key(text[start:stop])) >= MIN_LENGTH:
                found[name, mark].append((index, start, stop))
    for (name, mark), places in found.items():
        index, start, stop = places[0]
        tail = page.paragraphs[index][start:stop]
        named = any(len(anchor) >= MIN_LENGTH and anchor in name for anchor in (*page.anchors, *_lines(page)))
        share = HIGH_SHARE if mark in COMMAS else NAMED_SHARE if named else MIN_SHARE
        if len(places) < max(MIN_PARAGRAPHS + (mark in COMMAS), share * len(prose)):
            continue
        often = named or len(places) >= HIGH_SHARE * len(prose)
        most = HALF_TIED if often and not page.hanzi else 0
        if _is_own(tail, mark, chinese=bool(page.hanzi)) or page.natural_tie(telling(tail.strip())) > most:
            continue
        evidence = f"{tail.strip()!r} behind the last sentence of {len(places)} of {len(prose)} paragraphs"
        for at, start, stop in places:
            yield Find(paragraph=at, start=start, end=stop, reason="suffix", evidence=evidence, keyword=name)


def _is_own(tail: str, mark: str, *, chinese: bool) -> bool:
    """Say whether what stands behind a last sentence is a credit, a clause, a day or a bracket."""
    bare = tail.strip(" ，【】")
    if (
        SAID.search(bare)
        or (OWN_BRACKET.fullmatch(tail) and not HOST.search(tail))
        or is_credit_line(bare)
        or is_clause(bare)
    ):
        return True
    if NUMBERED.fullmatch(bare) or DATED.search(bare):
        return True
    return not mark and bool(find_credits([f"一。{tail}" if chinese else f"It is one. {tail}"], ["text"]))


def _lines(page: Page) -> list[str]:
    """Give the keys of the short lines of a page."""
    return [key(text) for text in page.paragraphs if len(text) <= LONGEST_LINE]


def _addresses(page: Page, prose: list[tuple[int, str]]) -> Iterator[Find]:
    """Find one address of the web in front of several paragraphs."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, text in prose:
        if match := HOST.match(text):
            found[match["host"].casefold()].append((index, match.end()))
    for host, places in found.items():
        said = page.text.casefold().count(host)
        if len(places) < max(MIN_PARAGRAPHS, MIN_SHARE * len(prose)) or said > len(places) + len(_lines(page)):
            continue
        evidence = f"the address {host} in front of {len(places)} of {len(prose)} paragraphs"
        for index, at in places:
            match = BEHIND.match(page.paragraphs[index], at)
            end = match.end() if match else at
            yield Find(paragraph=index, end=end, reason="prefix", evidence=evidence, keyword=key(host))
