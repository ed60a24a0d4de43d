"""Learning a site's template: which lines stand on its pages whatever the article."""

import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipelines.text.template.shape import DIGITS, LONGEST, digest, is_sentence, is_text, line_digest
from pipelines.text.template.tails import heads_of, tails_of, title_parts

Kind = Literal["line", "tail", "head", "title", "series"]
KINDS: tuple[Kind, ...] = ("line", "tail", "head", "title", "series")

FEW_PAGES = 3
"""Least number of independent articles: less is chance."""
OWN_CHARS = 20
"""Characters of its own from which a page is an article; a copy of another page has none, a brief has 60."""

SHARES: Mapping[tuple[Kind, bool, bool], tuple[tuple[int, float], ...]] = {
    # (kind, at the page's edge, a sentence): (articles, share of all articles), any of which is enough.
    ("line", True, False): ((3, 0.6), (4, 0.2), (15, 0.05)),
    ("line", False, False): ((4, 0.6), (8, 0.5)),
    ("line", True, True): ((4, 0.6), (6, 0.5)),
    ("tail", True, True): ((5, 0.6), (8, 0.4)),
    ("head", True, False): ((5, 0.7),),
    ("title", True, False): ((3, 0.6), (5, 0.4)),
}
"""When a trait belongs to the site. Sentences need more than lines, the middle of a page more than its edge: there the
frame of a daily report and the headings of recipes stand, which are genuine."""

SERIES = 2
"""Sentences that return with other numbers from which a page is a report of a series; a date in a footer is one."""
RECENT = 60
"""Pages after which a new template is known even where the old one fills the window."""


@dataclass(frozen=True, slots=True)
class Trait:
    """Something a page shows that other pages of its site may show too."""

    kind: Kind
    digest: int
    chars: int
    """Length in characters."""
    edge: bool = True
    """Whether it stands near the top or the end of the page."""
    sentence: bool = False
    """Whether it ends as a sentence does."""
    repeated: bool = False
    """Whether it stands on the page more than once, or is too long for a heading."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is remembered of one page."""

    page: str
    """The article's id."""
    day: str
    """The day it was fetched, ISO 8601."""
    traits: tuple[Trait, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """What belongs to a site: digests of its lines, with the share of articles they stand on."""

    lines: Mapping[int, float] = field(default_factory=dict)
    """Lines that are dropped at the edge of a page."""
    inner: frozenset[int] = frozenset()
    """Those of them that are dropped in the middle as well."""
    tails: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()
    titles: frozenset[int] = frozenset()
    pages: int = 0
    """Independent articles it rests on."""

    def everything(self) -> frozenset[int]:
        """Give all digests."""
        return frozenset(self.lines) | self.tails | self.heads | self.titles


HEADING_WEIGHT = 9.0
"""Weight from which a line is too long for one of the headings that recipes and reports of a site have in common."""

FORMAT = struct.Struct(">QHB")


def pack(traits: Iterable[Trait]) -> bytes:
    """Give traits as bytes, 11 for each."""
    return b"".join(FORMAT.pack(one.digest, min(one.chars, 65_535), _bits(one)) for one in traits)


def _bits(trait: Trait) -> int:
    return KINDS.index(trait.kind) << 3 | trait.repeated << 2 | trait.edge << 1 | trait.sentence


def unpack(data: bytes) -> tuple[Trait, ...]:
    """Give the traits that `pack` wrote."""
    return tuple(
        Trait(KINDS[bits >> 3], number, chars, bool(bits & 2), bool(bits & 1), bool(bits & 4))
        for number, chars, bits in FORMAT.iter_unpack(data)
    )


def traits_of(title: str, paragraphs: Sequence[str], kinds: Sequence[str]) -> tuple[Trait, ...]:
    """Give what a page shows: its lines, the ends of its last and the beginning of its first paragraph, its title's parts."""
    found: dict[tuple[Kind, int], Trait] = {}
    texts = [index for index, text in enumerate(paragraphs) if is_text(text)] or [len(paragraphs)]
    for index, text in enumerate(paragraphs):
        if not text or kinds[index] == "code":
            continue
        sentence = is_sentence(text)
        edge = index <= texts[0] or index >= texts[-1]
        # Long paragraphs are no lines of a template, but tell copies of an article; their beginning is enough for that.
        number = line_digest(text) if len(text) <= LONGEST else digest(f"{len(text)} {text[:LONGEST]}", folded=False)
        before = found.get(("line", number))
        repeated = before is not None or weight(text) >= HEADING_WEIGHT
        edge = edge and (before is None or before.edge)
        found["line", number] = Trait("line", number, len(text), edge, sentence, repeated)
        if sentence and len(text) <= LONGEST and DIGITS.search(text) is not None:
            series = digest(text, folded=True)
            # The length has no use here; in its place stands which numbers the sentence had.
            found["series", series] = Trait("series", series, number & 0xFFFF)
    for kind, ends in _all_ends(title, paragraphs):
        found.update(_ends(kind, ends))
    return tuple(found.values())


def texts_of(title: str, paragraphs: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """Give what a page shows in words: kind, digest and text of its lines, ends and parts of the title."""
    for text in paragraphs:
        if text and len(text) <= LONGEST:
            yield "line", line_digest(text), text
    for kind, texts in _all_ends(title, paragraphs):
        yield from ((kind, digest(text, folded=False), text) for text in texts)


def _all_ends(title: str, paragraphs: Sequence[str]) -> Sequence[tuple[Kind, Sequence[str]]]:
    return (("tail", tails_of(paragraphs)), ("head", heads_of(paragraphs)), ("title", title_parts(title)))


def _ends(kind: Kind, texts: Sequence[str]) -> Iterator[tuple[tuple[Kind, int], Trait]]:
    for text in texts:
        number = digest(text, folded=False)
        yield (kind, number), Trait(kind, number, len(text), edge=True, sentence=kind == "tail")


def weight(text: str) -> float:
    """Give the length of a line as it is read: a Chinese character says as much as two and a half Latin ones."""
    return sum(1 if character >= "\u2e80" else 0.4 for character in text)


def learn(pages: Sequence[Seen]) -> Template:
    """Learn the template from what is remembered of a site's pages, in the order in which they were seen.

    What stands on the most recent pages alone is learned too, so that a redesign is followed at once.
    """
    whole = _learn(pages)
    if len(pages) <= RECENT:
        return whole
    recent = _learn(pages[-RECENT:])
    return Template(
        lines={**recent.lines, **whole.lines},
        inner=whole.inner | recent.inner,
        tails=whole.tails | recent.tails,
        heads=whole.heads | recent.heads,
        titles=whole.titles | recent.titles,
        pages=whole.pages,
    )


def _learn(pages: Sequence[Seen]) -> Template:
    articles = _articles(pages)
    independent = len(set(articles.values()))
    if independent < FEW_PAGES:
        return Template(pages=independent)
    stands: dict[tuple[Kind, int], set[str]] = defaultdict(set)
    middle: Counter[int] = Counter()
    trait_of: dict[tuple[Kind, int], Trait] = {}
    serial = _series(pages)
    for seen in pages:
        article = articles.get(seen.page)
        if article is None:
            continue
        for trait in seen.traits:
            # The pages of a series share their frame, which is the writer's.
            if seen.page in serial and trait.kind == "line" and (trait.sentence or not trait.edge):
                continue
            stands[trait.kind, trait.digest].add(article)
            trait_of[trait.kind, trait.digest] = trait
            middle[trait.digest] += trait.kind == "line" and not trait.edge and trait.repeated
    found: dict[Kind, dict[int, float]] = {kind: {} for kind in KINDS}
    inner = set()
    for (kind, number), on in stands.items():
        trait = trait_of[kind, number]
        if kind == "series":
            continue
        share = len(on) / independent
        if _enough(SHARES.get((kind, True, trait.sentence), ()), len(on), share):
            found[kind][number] = share
            if kind == "line" and _enough(SHARES.get((kind, False, trait.sentence), ()), middle[number], share):
                inner.add(number)
    return Template(
        lines=found["line"],
        inner=frozenset(inner),
        tails=frozenset(found["tail"]),
        heads=frozenset(found["head"]),
        titles=frozenset(found["title"]),
        pages=independent,
    )


def _enough(bars: Sequence[tuple[int, float]], pages: int, share: float) -> bool:
    return any(pages >= least and share >= part for least, part in bars)


def _articles(pages: Sequence[Seen]) -> dict[str, str]:
    """Give, for each page that is an article of its own, a name its copies share.

    Pages that share half of what few pages have are one article, published twice. A page of which nothing is its own
    is a copy that stands on many pages, or none at all, and says nothing of the template.
    """
    counts = Counter(trait.digest for seen in pages for trait in seen.traits if trait.kind == "line")
    # What stands on more pages than that is a candidate for the template; copies of one article are fewer.
    few = max(FEW_PAGES - 1, len(pages) // 50)
    root = {seen.page: seen.page for seen in pages}

    def find(page: str) -> str:
        while root[page] != page:
            root[page] = root[root[page]]
            page = root[page]
        return page

    holders: dict[int, list[str]] = defaultdict(list)
    own: dict[str, int] = {}
    shared: Counter[tuple[str, str]] = Counter()
    for seen in pages:
        rare = [trait for trait in seen.traits if trait.kind == "line" and counts[trait.digest] <= few]
        own[seen.page] = sum(trait.chars for trait in rare)
        for trait in rare:
            if counts[trait.digest] > 1:
                shared.update({(other, seen.page): trait.chars for other in holders[trait.digest]})
                holders[trait.digest].append(seen.page)
    for (one, other), chars in shared.items():
        if chars * 2 >= min(own[one], own[other]):
            first, second = find(one), find(other)
            root[max(first, second)] = min(first, second)
    return {page: find(page) for page, chars in own.items() if chars >= OWN_CHARS}


def _series(pages: Sequence[Seen]) -> set[str]:
    """Give the pages that are reports of a series: sentences that return with other numbers."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for seen in pages:
        for trait in seen.traits:
            if trait.kind == "series":
                numbers[trait.digest].append(trait.chars)
    returning = {shape for shape, each in numbers.items() if len(each) >= FEW_PAGES and len(set(each)) * 2 > len(each)}
    return {
        seen.page
        for seen in pages
        if any(trait.kind == "series" and trait.digest in returning for trait in seen.traits)
    }


@dataclass(frozen=True, slots=True)
class Drift:
    """An abrupt change of a site's template."""

    lost: frozenset[int]
    """Lines that stood on the pages seen before and are missing now."""
    new: frozenset[int]
    """Lines that stand on the pages of now and were unknown before."""


DRIFT_PAGES = 10
"""Pages before and now without which a change is chance."""
COMMON = 0.5
"""Share of articles on which a line stands that counts for a drift."""
GONE = 0.1
"""Share of pages under which a line is gone."""
CHANGED = 1 / 3
"""Part of the template that must have changed; a new notice alone is none."""


def judge_drift(before: Sequence[Seen], now: Sequence[Seen]) -> Drift | None:
    """Judge whether the template changed between the pages seen before and those of now; None where it did not."""
    if len(before) < DRIFT_PAGES or len(now) < DRIFT_PAGES:
        return None
    old, new = learn(before), learn(now)
    lost = frozenset(_common(old) - _standing(now))
    found = frozenset(_common(new) - _standing(before))
    if (not lost and not found) or len(lost) + len(found) < max(1, len(_common(old) | _common(new)) * CHANGED):
        return None
    return Drift(lost, found)


def _common(template: Template) -> set[int]:
    return {number for number, share in template.lines.items() if share >= COMMON}


def _standing(pages: Sequence[Seen]) -> set[int]:
    """Give the lines that stand on more than GONE of the pages."""
    counts = Counter(trait.digest for seen in pages for trait in seen.traits if trait.kind == "line")
    return {number for number, on in counts.items() if on > len(pages) * GONE}
