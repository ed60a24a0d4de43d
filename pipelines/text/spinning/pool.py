"""Pages dealt from one pool of paragraphs: each shares a paragraph with this page and another with that one."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from pipelines.text.spans import Verdict

SENTENCE_END = re.compile(r"[。！？；!?;\n]|\.\s")
SHORTEST = 14
"""Characters of a sentence, white space not counted: a shorter one may be a phrase that two writers use."""
LONGEST = 400
"""Characters of a sentence that are compared."""
LEAST = 4
"""Paragraphs with a sentence long enough; fewer say nothing."""
KNOWN = 0.6
"""Share of these paragraphs that must be known from other pages."""
PARTNERS = 3
"""Different pages that the known paragraphs must come from."""
MOST_OF_ONE = 0.5
"""Share of a page's paragraphs that one other page may have: with more, the two are copies of one article."""
HINT, HINT_PARTNERS = 0.5, 4
"""Share of these paragraphs that stand on other pages, and of how many, from which less must speak for a dealt page."""
MOST_PAGES = 0.2
"""Share of the pages on which a sentence may stand: with more, it belongs to the site and not to a pool."""
_Fingerprint = int


class Pool:
    """The sentences of a batch of pages, and who has which."""

    def __init__(self) -> None:
        self.pages: dict[_Fingerprint, set[str]] = defaultdict(set)
        self.size = 0

    def add(self, page: str, paragraphs: Sequence[str]) -> None:
        """Note the sentences of a page, named by its id."""
        self.size += 1
        for sentence in chain.from_iterable(sentences(paragraph) for paragraph in paragraphs):
            self.pages[sentence].add(page)

    def judge(self, page: str, paragraphs: Sequence[str]) -> Verdict | None:
        """Say whether a page was dealt from a pool that other pages of the batch share.

        Takes its id and its paragraphs. It was when most of its paragraphs stand on other pages, on several different
        ones, and no single page has most of them.
        """
        known, count, partners = self._known(page, paragraphs)
        if count < LEAST or known < KNOWN * count or len(partners) < PARTNERS:
            return None
        if max(partners.values()) > MOST_OF_ONE * count:
            return None
        evidence = f"{known} of {count} paragraphs stand on {len(partners)} other pages"
        return Verdict(reason="paragraph_pool", evidence=evidence)

    def hints(self, page: str, paragraphs: Sequence[str]) -> bool:
        """Say whether half the paragraphs of a page stand on other pages, each on another: they may be dealt, or copied."""
        known, count, partners = self._known(page, paragraphs)
        one_each = max(partners.values(), default=0) <= 1
        return count >= LEAST and known >= HINT * count and len(partners) >= HINT_PARTNERS and one_each

    def _known(self, page: str, paragraphs: Sequence[str]) -> tuple[int, int, Counter[str]]:
        """Give how many paragraphs stand on other pages, of how many, and how many each of those pages has."""
        found = [one for one in map(sentences, paragraphs) if one]
        most = max(3, MOST_PAGES * self.size)
        owners = [self._owners(one, page, most) for one in found]
        return sum(map(bool, owners)), len(found), Counter(chain.from_iterable(owners))

    def _owners(self, one: Sequence[_Fingerprint], page: str, most: float) -> set[str]:
        """Give the other pages that have a sentence of a paragraph; what is everywhere does not count."""
        owners: set[str] = set()
        for sentence in one:
            pages = self.pages.get(sentence, set())
            if len(pages) <= most:
                owners |= pages
        return owners - {page}


def sentences(paragraph: str) -> list[_Fingerprint]:
    """Give the fingerprints of a paragraph's sentences that are long enough to belong to one writer.

    They are the same within a process only.
    """
    pieces = ("".join(piece.split())[:LONGEST] for piece in SENTENCE_END.split(paragraph))
    return [hash(piece) for piece in pieces if len(piece) >= SHORTEST]
