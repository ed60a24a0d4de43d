"""Keywords made of a root and one of a handful of tails (`X官网`, `X下载`, `X登录`), which both take turns over a site.

No such keyword recurs often: five roots and eight tails make forty. But the tails of one root are those of the others, and
what a text says of anything goes on in many ways, not in the same few.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from pipelines.text.damage import HANZI
from pipelines.text.injection.affixes.turning_keywords import ENDS, FRONTS, TITLES, edges_of
from pipelines.text.injection.evidence.function_words import is_phrase
from pipelines.text.injection.evidence.genuine_starts import GOES_ON, NO_LABEL
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.roots import TAIL
from pipelines.text.injection.evidence.tokens import key

ROOT = range(2, 6)
"""Characters of a root."""
MIN_EDGES = 3
"""Edges of a page that begin with its root."""
MIN_ROOTS, MIN_TAILS, MIN_PAGES = 2, 3, 3
"""Roots that share tails, tails that they share, pages that have them at several edges."""
MIN_SHARED = 2
"""Of these, those that a root must have itself: a person of whom articles tell has words that come back behind the name, too."""
MIN_ENDED = 2
"""Places where a mark ends a tail, so that no text of the article is taken for it."""
CLOSED = 0.8
"""Share of a root's places that one of the tails follows."""
AT_EDGES = 0.5
"""Share of them that are edges: keywords may be put into sentences, too, but what articles speak of mostly stands there."""
ODD_MARK, MIN_ODD = "|", 3
"""What stands for a mark that no label has in front of a paragraph, or for a place behind the last sentence; how many
there must be: offices of several towns may begin paragraphs as well."""
LONGEST = 16
"""Characters of an edge that are looked at."""
START = re.compile(rf"[\W_]*(?P<run>(?:(?!丨)[{HANZI}A-Za-z0-9]){{4,{LONGEST}}})")
MOST_KEYWORDS = 400
"""Keywords that a site may be found to have."""


@dataclass(slots=True)
class Root:
    """What may be the root of a site's keywords."""

    runs: dict[int, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """For each page that begins several edges with it, what follows there, and the mark that ends that."""


def find_edge_roots(pages: Sequence[Page]) -> tuple[frozenset[str], frozenset[str]]:
    """Find the roots of a site's keywords, and their tails."""
    roots = _roots(pages)
    tails = _tails(roots)
    if len(tails) < MIN_TAILS:
        return frozenset(), frozenset()
    texts = [f"{page.title}\n{page.text}".casefold() if page.hanzi else "" for page in pages]
    every = {name: _used(name, root, texts, tails) for name, root in roots.items()}
    found = {name: used for name, used in every.items() if len(used & tails) >= MIN_SHARED}
    used = set().union(*found.values()) if found else set()
    shown = {at for name in found for at in roots[name].runs}
    if len(_apart(found)) < MIN_ROOTS or len(used) < MIN_TAILS or len(shown) < MIN_PAGES:
        return frozenset(), frozenset()
    rare = {name: root for name, root in _rare(pages, used).items() if _used(name, root, texts, used)}
    odd = sum(mark == ODD_MARK for root in rare.values() for runs in root.runs.values() for _, mark in runs)
    if odd < MIN_ODD:
        return frozenset(), frozenset()
    return frozenset(found.keys() | rare.keys()), frozenset(used)


def find_compounds(pages: Sequence[Page], roots: frozenset[str], tails: frozenset[str]) -> frozenset[str]:
    """Give the keys of the keywords that the pages have of some roots and tails."""
    texts = "\n".join(f"{page.title}\n{page.text}".casefold() for page in pages) if roots else ""
    keywords = (key(root + tail) for root in sorted(roots) for tail in sorted(tails))
    return frozenset(islice((word for word in keywords if word in texts), MOST_KEYWORDS))


def _used(name: str, root: Root, texts: Sequence[str], tails: set[str]) -> set[str]:
    """Give the tails that follow a root where its pages have it; none where these have it otherwise, or not at edges.

    What follows it again counts as one of them, too, and is one where marks end it.
    """
    behind = "|".join(sorted(map(re.escape, tails), key=len, reverse=True))
    here = re.compile(f"{re.escape(name)}(?P<tail>{behind})?(?P<more>.{{0,{TAIL.start}}})")
    places = [match for at in root.runs for match in here.finditer(texts[at])]
    again = Counter(match["more"] for match in places if match["tail"] is None)
    edges = sum(len(runs) for runs in root.runs.values())
    closed = sum(match["tail"] is not None or again[match["more"]] > 1 for match in places)
    if closed < CLOSED * len(places) or edges < AT_EDGES * len(places):
        return set()
    ended = Counter(rest for runs in root.runs.values() for rest, mark in runs if mark and len(rest) in TAIL)
    own = {rest for rest, count in ended.items() if count > 1 and not GOES_ON.match(rest)}
    return {match["tail"] for match in places if match["tail"]} | own


def _rare(pages: Sequence[Page], tails: set[str]) -> dict[str, Root]:
    """Give what stands before a known tail and a mark at several edges of the site, if not of one page."""
    roots: dict[str, Root] = defaultdict(Root)
    for at, page in enumerate(pages):
        for run, ended in _runs(page) if page.hanzi else ():
            tail = max((tail for tail in tails if run.endswith(tail)), key=len, default="")
            name = run.removesuffix(tail)
            if ended and tail and len(name) in ROOT and not is_phrase(name):
                roots[name].runs[at].append((tail, ended))
    return {name: root for name, root in roots.items() if sum(map(len, root.runs.values())) > 1}


def _roots(pages: Sequence[Page]) -> dict[str, Root]:
    """Give what begins several edges of a page and goes on in different ways there."""
    roots: dict[str, Root] = defaultdict(Root)
    for at, page in enumerate(pages):
        counts: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for run, ended in _runs(page) if page.hanzi else ():
            for size in ROOT:
                if len(run) > size and not run[size - 1].isascii():
                    counts[run[:size]].append((run[size:], ended))
        for name, runs in counts.items():
            if len(runs) >= MIN_EDGES and len({rest[:1] for rest, _ in runs}) > 1 and not is_phrase(name):
                roots[name].runs[at] = runs
    return roots


def _runs(page: Page) -> Iterator[tuple[str, str]]:
    """Give what stands at the edges of a page up to the first mark, and the mark.

    It is empty where that is far, and ODD_MARK for those that no label has.
    """
    for kind, _, text in edges_of(page):
        match = START.match(text)
        if match and (kind != TITLES or match.end() < len(page.title)):
            after = text[match.end() : match.end() + 1]
            odd = kind == ENDS or (kind == FRONTS and (after in NO_LABEL or after.isspace()))
            mark = "" if len(match["run"]) == LONGEST else ODD_MARK if odd else after or "\n"
            yield match["run"].casefold(), mark


def _tails(roots: dict[str, Root]) -> set[str]:
    """Give what follows several roots, and is ended by a mark several times."""
    behind: dict[str, set[str]] = defaultdict(set)
    ended: dict[str, int] = defaultdict(int)
    for name, root in roots.items():
        for rest, marked in (run for runs in root.runs.values() for run in runs):
            for size in TAIL:
                if len(rest) >= size and not (
                    rest[size - 1].isascii() and rest[size : size + 1].isascii() and rest[size : size + 1]
                ):
                    behind[rest[:size]].add(name)
                    ended[rest[:size]] += (marked != "" and len(rest) == size) or rest[size : size + 1].isdigit()
    return {
        tail
        for tail, names in behind.items()
        if len(_apart(names)) >= MIN_ROOTS and ended[tail] >= MIN_ENDED and not GOES_ON.match(tail)
    }


def _apart(names: Iterable[str]) -> set[str]:
    """Give the first characters of roots, so that one and its beginning count once."""
    return {name[: ROOT.start] for name in names}
