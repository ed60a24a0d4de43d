"""Polluted sites as HTML: what the whole project leaves and loses on them, and what other tools do."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random

from crawler.assembly import article_of
from crawler.extraction import extract
from evaluation.batches import build_stages, clean_batch, ledger
from evaluation.other_tools.extractors import Reader, limited
from evaluation.pollution import PATTERNS, Clean, Page, build_site
from evaluation.pollution.furniture import trending
from evaluation.pollution.marked import GENUINE, Marked
from evaluation.pollution.skins import SKINS, as_html
from evaluation.scoring import share

PAGES = 24
"""Pages of a site."""
SAMPLE = 8
"""Pages of a site that the other tools are shown: some need a tenth of a second for one."""
SECONDS = 20.0
"""Processor time after which another tool has found nothing on a page."""
WINDOW = 8
"""Characters of the windows by which lost text is counted."""
SUBJECTS = tuple(name for name, pattern in PATTERNS.items() if not pattern.flags and name != "T2")
"""Patterns that have to be cut from the body."""


@dataclass(slots=True)
class Tally:
    """Counts of characters, white space not counted."""

    foreign: int = 0
    left: int = 0
    genuine: int = 0
    lost: int = 0

    def add(self, page: Page, text: str) -> None:
        """Count what a text has of a page."""
        out = squeeze(text)
        truth = [run for line in page.lines for run in runs(line, genuine=True)]
        whole = squeeze(" ".join(page.truth.paragraphs))
        for run, number in Counter(run for line in page.lines for run in runs(line, genuine=False)).items():
            self.foreign += number * len(run)
            self.left += min(number, max(0, out.count(run) - whole.count(run))) * len(run)
        for run in truth:
            self.genuine += len(run)
            self.lost += missing(run, out)

    @property
    def left_share(self) -> float:
        """Share of the foreign characters that is left."""
        return share(self.left, self.foreign)

    @property
    def lost_share(self) -> float:
        """Share of the genuine characters that is lost."""
        return share(self.lost, self.genuine)


def tallies(cleans: Sequence[Clean], name: str, seed: int, lists: str, tools: dict[str, Reader]) -> dict[str, Tally]:
    """Put a pattern on sites of HTML pages, one for each language it occurs in, and count by tool."""
    found = {"squeegee": Tally(), **{tool: Tally() for tool in tools}}
    for lang in PATTERNS[name].langs:
        pages = site_of(cleans, name, lang, seed, lists)
        skin = (seed + list(PATTERNS).index(name)) % len(SKINS)
        html = [as_html(page, skin) for page in pages]
        for page, text in zip(pages, texts(pages, html), strict=True):
            found["squeegee"].add(page, text)
        for tool, function in tools.items():
            for page, source in list(zip(pages, html, strict=True))[:SAMPLE]:
                found[tool].add(page, text_of(function, source, lang))
    return found


def text_of(reader: Reader, html: str, lang: str) -> str:
    """Give the text another tool finds; a tool that fails or takes too long has found nothing."""
    try:
        with limited(SECONDS):
            return reader(html, None, lang) or ""
    except Exception:  # noqa: BLE001 - whatever another tool raises, the comparison goes on
        return ""


def site_of(cleans: Sequence[Clean], name: str, lang: str, seed: int, lists: str) -> list[Page]:
    """Build a site with one pattern in its articles and furniture around them."""
    chance = Random(f"{seed}/html/{name}/{lang}")  # noqa: S311 - test data, no secret
    chosen = chance.sample([clean for clean in cleans if clean.lang == lang], 2 * PAGES)
    facts, pages = build_site([name], chosen[:PAGES], chosen[PAGES:], chance.randrange(10**9), lists)
    for number, page in enumerate(pages):
        trending(page, facts, facts.chance(f"around/{number}"))
    return pages


def texts(pages: Sequence[Page], html: Sequence[str]) -> list[str]:
    """Give what the whole project makes of a site's pages; a refused page has no text."""
    site = pages[0].url.split("/")[2]
    articles = [
        article_of(extract(source, url=page.url), url=page.url, site=site)
        for page, source in zip(pages, html, strict=True)
    ]
    with ledger() as known:
        refusals = clean_batch(articles, build_stages(site, known))
    return ["" if refusals[article.id] else article.text for article in articles]


def runs(line: Marked, *, genuine: bool) -> Iterable[str]:
    """Give the unbroken stretches of a line that are genuine, or foreign."""
    pairs = zip(line.text, line.origin, strict=True)
    for is_genuine, group in groupby(pairs, key=lambda pair: pair[1] == GENUINE):
        text = squeeze("".join(char for char, _ in group))
        if is_genuine is genuine and text:
            yield text


def missing(run: str, out: str) -> int:
    """Count the characters of a genuine stretch that are not in a text, by windows."""
    if run in out:
        return 0
    windows = [run[at : at + WINDOW] for at in range(max(1, len(run) - WINDOW + 1))]
    return round(len(run) * sum(window not in out for window in windows) / len(windows))


def squeeze(text: str) -> str:
    """Give the form in which two texts are the same."""
    return "".join(unicodedata.normalize("NFKC", text).split())
