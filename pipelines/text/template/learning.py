"""Learning a site's template: which lines stand on its pages whatever the article."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipelines.text.template.shape import digest
from pipelines.text.template.traits import KINDS, Kind, Seen, Trait, weight

FEW_PAGES = 3
"""Least number of independent articles: less is chance."""
OWN_CHARS = 20
"""Characters of its own from which a page is an article; a copy of another page has none, a brief has 60."""

SHARES: Mapping[tuple[Kind, bool, bool], tuple[tuple[int, float], ...]] = {
    # (kind, at the page's edge, a sentence): (articles, share of all articles), any of which is enough.
    ("line", True, False): ((3, 0.6), (4, 0.2), (15, 0.05)),
    ("line", False, False): ((4, 0.6), (8, 0.5)),
    ("line", True, True): ((4, 0.6), (6, 0.5)),
    ("line", False, True): ((5, 0.6), (8, 0.5)),
    ("tail", True, True): ((5, 0.6), (8, 0.4)),
    ("head", True, False): ((5, 0.7),),
    ("head", True, True): ((5, 0.6), (8, 0.5)),
    ("frame", True, False): ((4, 0.6), (8, 0.5)),
    ("frame", True, True): ((3, 0.1),),
    ("title", True, False): ((3, 0.6), (5, 0.4)),
}
"""When a trait belongs to the site. Sentences need more than lines, the middle of a page more than its edge: there the
frame of a daily report and the headings of recipes stand, which are genuine; a frame that speaks of the site itself needs
little, since those who change what is between its ends do not put it on every page."""

TITLE_COUNTS = 9
"""What the title of an article counts as, among lines behind several articles."""
LABEL, HEADLINE, MOST_WEIGHED = 20, 6.3, 16
"""Characters of the longest label in front of a title, the `weight` of the shortest title, and letters that have it in any script."""
SERIES = 2
"""Sentences that return with other numbers from which a page is a report of a series; a date in a footer is one."""
MOST_OF_SERIES = 0.5
"""Share of a site's pages that may have one title but for its numbers, as its reports of one kind have; where more do, they say
nothing of what is the site's."""
RECENT = 60
"""Pages after which a new template is known even where the old one fills the window."""


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
    headlines: Mapping[int, int] = field(default_factory=dict)
    """Titles of the site's articles, and long lines around more than one of them, with their number (for a title, many):
    behind another article they are links."""
    frames: frozenset[int] = frozenset()
    """First and last paragraphs whose beginning and end are the same and whose middle is not."""
    pages: int = 0
    """Independent articles it rests on."""

    def leads_to(self, line: str, own: str) -> bool:
        """Tell whether a line is a short label, a colon and the title of another article than *own* (`Recommended: …`)."""
        label, _, title = (part.strip() for part in line.replace("：", ":").partition(":"))
        if not 0 < len(label) <= LABEL or weight(title[:MOST_WEIGHED]) < HEADLINE or title in own:
            return False
        return self.headlines.get(digest(title, folded=False), 0) >= TITLE_COUNTS


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
        frames=whole.frames | recent.frames,
        headlines={**recent.headlines, **whole.headlines},
        pages=whole.pages,
    )


@dataclass(slots=True)
class _Standing:
    """Where one trait stands."""

    trait: Trait
    """As it stands on the last page that has it."""
    on: set[str] = field(default_factory=set)
    """Articles that have it."""
    amid: int = 0
    """Pages in whose middle it stands, more than once or too long for a heading."""


def _learn(pages: Sequence[Seen]) -> Template:
    """Learn from pages of one time."""
    articles = _articles(pages)
    independent = len(set(articles.values()))
    if independent < FEW_PAGES:
        return Template(pages=independent)
    found: dict[Kind, dict[int, float]] = {kind: {} for kind in KINDS}
    inner = set()
    headlines: dict[int, int] = {}
    for (kind, number), standing in _standing(pages, articles).items():
        trait, on = standing.trait, standing.on
        share = len(on) / independent
        if kind == "headline" or (kind == "line" and trait.edge and trait.repeated and not trait.sentence):
            times = TITLE_COUNTS if kind == "headline" else len(on)
            headlines.update({number: max(times, headlines.get(number, 0))} if times > 1 else {})
        if _enough(SHARES.get((kind, True, trait.sentence), ()), len(on), share):
            found[kind][number] = share
            if kind == "line" and _enough(SHARES.get((kind, False, trait.sentence), ()), standing.amid, share):
                inner.add(number)
    return Template(
        lines=found["line"],
        inner=frozenset(inner),
        tails=frozenset(found["tail"]),
        heads=frozenset(found["head"]),
        titles=frozenset(found["title"]),
        frames=frozenset(found["frame"]),
        headlines=headlines,
        pages=independent,
    )


def _standing(pages: Sequence[Seen], articles: Mapping[str, str]) -> dict[tuple[Kind, int], _Standing]:
    """Give for each trait, by kind and digest, the articles that have it.

    The frame of a series is its writer's, and so are all lines of reports that have one title but for its numbers.
    """
    found: dict[tuple[Kind, int], _Standing] = {}
    serial, titled = _series(pages), _titled_series(pages)
    for seen in pages:
        article = articles.get(seen.page)
        if article is None:
            continue
        for trait in seen.traits:
            framed = trait.kind == "frame" or (trait.kind == "line" and (trait.sentence or not trait.edge))
            if (seen.page in serial and framed) or (seen.page in titled and trait.kind == "line"):
                continue
            standing = found.setdefault((trait.kind, trait.digest), _Standing(trait))
            standing.trait = trait
            standing.on.add(article)
            standing.amid += trait.kind == "line" and not trait.edge and trait.repeated
    return found


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
            if trait.kind == "series" and not trait.repeated:
                numbers[trait.digest].append(trait.chars)
    returning = {shape for shape, each in numbers.items() if _differ(each)}
    return {
        seen.page
        for seen in pages
        if any(trait.kind == "series" and trait.digest in returning for trait in seen.traits)
    }


def _titled_series(pages: Sequence[Seen]) -> set[str]:
    """Give the pages whose titles return with other numbers (`大风黄色预警（第9号）`), unless most pages of the site are such."""
    titles: dict[int, dict[str, int]] = defaultdict(dict)
    for seen in pages:
        for trait in seen.traits:
            if trait.kind == "series" and trait.repeated:
                titles[trait.digest][seen.page] = trait.chars
    return {
        page
        for on in titles.values()
        if _differ([*on.values()]) and len(on) <= MOST_OF_SERIES * len(pages)
        for page in on
    }


def _differ(numbers: Sequence[int]) -> bool:
    """Tell whether what returns on several pages has other numbers on most of them."""
    return len(numbers) >= FEW_PAGES and len(set(numbers)) * 2 > len(numbers)
