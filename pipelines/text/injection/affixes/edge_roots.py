"""Keywords made of a stem and one of a handful of endings (`X官网`, `X下载`, `X登录`), which both take turns over a site.

No such keyword recurs often: five stems and eight endings make forty. But the endings of one stem are those of the
others, and what a text says of anything goes on in many ways, not in the same few.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from pipelines.text.damage import HANZI
from pipelines.text.injection.affixes.turning_keywords import FRONTS, TAILS, TITLES, edges_of
from pipelines.text.injection.evidence.function_words import is_phrase
from pipelines.text.injection.evidence.genuine_starts import GOES_ON, NO_LABEL
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.tokens import key

STEM, ENDING = range(2, 6), range(2, 7)
"""Characters of a stem and of what stands behind it."""
MIN_EDGES = 3
"""Edges of a page that begin with its stem."""
MIN_STEMS, MIN_ENDINGS, MIN_PAGES = 2, 3, 3
"""Stems that share endings, endings that they share, pages that have them at several edges."""
MIN_ENDED = 2
"""Places where a mark ends an ending, so that no text of the article is taken for it."""
CLOSED = 0.8
"""Share of a stem's places that one of the endings follows."""
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
class Stem:
    """What may be the stem of a site's keywords."""

    runs: dict[int, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """For each page that begins several edges with it, what follows there, and the mark that ends that."""


def find_edge_roots(pages: Sequence[Page]) -> tuple[frozenset[str], frozenset[str]]:
    """Find the stems of a site's keywords, and their endings."""
    stems = _stems(pages)
    endings = _endings(stems)
    if len(endings) < MIN_ENDINGS:
        return frozenset(), frozenset()
    texts = [f"{page.title}\n{page.text}".casefold() if page.hanzi else "" for page in pages]
    found = {name: used for name, stem in stems.items() if (used := _used(name, stem, texts, endings))}
    used = set().union(*found.values()) if found else set()
    shown = {at for name in found for at in stems[name].runs}
    if len(_apart(found)) < MIN_STEMS or len(used) < MIN_ENDINGS or len(shown) < MIN_PAGES:
        return frozenset(), frozenset()
    rare = {name: stem for name, stem in _rare(pages, used).items() if _used(name, stem, texts, used)}
    odd = sum(mark == ODD_MARK for stem in rare.values() for runs in stem.runs.values() for _, mark in runs)
    if odd < MIN_ODD:
        return frozenset(), frozenset()
    return frozenset(found.keys() | rare.keys()), frozenset(used)


def find_compounds(pages: Sequence[Page], stems: frozenset[str], endings: frozenset[str]) -> frozenset[str]:
    """Give the keys of the keywords that the pages have of some stems and endings."""
    texts = "\n".join(f"{page.title}\n{page.text}".casefold() for page in pages) if stems else ""
    keywords = (key(stem + ending) for stem in sorted(stems) for ending in sorted(endings))
    return frozenset(islice((word for word in keywords if word in texts), MOST_KEYWORDS))


def _used(name: str, stem: Stem, texts: Sequence[str], endings: set[str]) -> set[str]:
    """Give the endings that follow a stem where its pages have it; none where these have it otherwise, or not at edges.

    What follows it again counts as one of them, too, and is one where marks end it.
    """
    behind = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
    here = re.compile(f"{re.escape(name)}(?P<ending>{behind})?(?P<more>.{{0,{ENDING.start}}})")
    places = [match for at in stem.runs for match in here.finditer(texts[at])]
    again = Counter(match["more"] for match in places if match["ending"] is None)
    edges = sum(len(runs) for runs in stem.runs.values())
    closed = sum(match["ending"] is not None or again[match["more"]] > 1 for match in places)
    if closed < CLOSED * len(places) or edges < AT_EDGES * len(places):
        return set()
    ended = Counter(rest for runs in stem.runs.values() for rest, mark in runs if mark and len(rest) in ENDING)
    own = {rest for rest, count in ended.items() if count > 1}
    return {match["ending"] for match in places if match["ending"]} | own


def _rare(pages: Sequence[Page], endings: set[str]) -> dict[str, Stem]:
    """Give what stands before a known ending and a mark at several edges of the site, if not of one page."""
    stems: dict[str, Stem] = defaultdict(Stem)
    for at, page in enumerate(pages):
        for run, ended in _runs(page) if page.hanzi else ():
            ending = max((ending for ending in endings if run.endswith(ending)), key=len, default="")
            name = run.removesuffix(ending)
            if ended and ending and len(name) in STEM and not is_phrase(name):
                stems[name].runs[at].append((ending, ended))
    return {name: stem for name, stem in stems.items() if sum(map(len, stem.runs.values())) > 1}


def _stems(pages: Sequence[Page]) -> dict[str, Stem]:
    """Give what begins several edges of a page and goes on in different ways there."""
    stems: dict[str, Stem] = defaultdict(Stem)
    for at, page in enumerate(pages):
        counts: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for run, ended in _runs(page) if page.hanzi else ():
            for size in STEM:
                if len(run) > size and not run[size - 1].isascii():
                    counts[run[:size]].append((run[size:], ended))
        for name, runs in counts.items():
            if len(runs) >= MIN_EDGES and len({rest[:1] for rest, _ in runs}) > 1 and not is_phrase(name):
                stems[name].runs[at] = runs
    return stems


def _runs(page: Page) -> Iterator[tuple[str, str]]:
    """Give what stands at the edges of a page up to the first mark, and the mark.

    It is empty where that is far, and ODD_MARK for those that no label has.
    """
    for kind, _, text in edges_of(page):
        match = START.match(text)
        if match and (kind != TITLES or match.end() < len(page.title)):
            after = text[match.end() : match.end() + 1]
            odd = kind == TAILS or (kind == FRONTS and (after in NO_LABEL or after.isspace()))
            mark = "" if len(match["run"]) == LONGEST else ODD_MARK if odd else after or "\n"
            yield match["run"].casefold(), mark


def _endings(stems: dict[str, Stem]) -> set[str]:
    """Give what follows several stems, and is ended by a mark several times."""
    behind: dict[str, set[str]] = defaultdict(set)
    ended: dict[str, int] = defaultdict(int)
    for name, stem in stems.items():
        for rest, marked in (run for runs in stem.runs.values() for run in runs):
            for size in ENDING:
                if len(rest) >= size and not (
                    rest[size - 1].isascii() and rest[size : size + 1].isascii() and rest[size : size + 1]
                ):
                    behind[rest[:size]].add(name)
                    ended[rest[:size]] += (marked != "" and len(rest) == size) or rest[size : size + 1].isdigit()
    return {
        ending
        for ending, names in behind.items()
        if len(_apart(names)) >= MIN_STEMS and ended[ending] >= MIN_ENDED and not GOES_ON.match(ending)
    }


def _apart(names: Iterable[str]) -> set[str]:
    """Give the first characters of stems, so that one and its beginning count once."""
    return {name[: STEM.start] for name in names}
