"""Polluted sites through the stages, and what became of their pages, counted by pattern."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from crawler.items import Article
from crawler.urls import article_id
from evaluation.batches import build_stages, clean_batch, clean_one, ledger
from evaluation.pollution import PATTERNS, Clean, Page, Pattern, build_site
from evaluation.pollution.patterns import TOGETHER
from evaluation.tracing import Outcome, form, trace
from pipelines.stage import Rejected

SITES = 3
"""Invented sites for each pattern and language."""
PAGES = 24
"""Pages of a site."""
MIXED = 6
"""Patterns on one site of the subject `mixed`."""


@dataclass(slots=True)
class Score:
    """What became of the pages with one pattern."""

    together: Outcome = field(default_factory=Outcome)
    """With the other pages of their site around them."""
    alone: Outcome = field(default_factory=Outcome)
    """Each page on its own."""
    pages: int = 0
    missed: int = 0
    """Pages that should have been marked, refused or cleaned, and were not."""
    examples: list[str] = field(default_factory=list)
    """What went wrong, for those who tune."""

    @property
    def left_share(self) -> float:
        """Share of the foreign characters that is left."""
        return share(sum(self.together.left.values()), sum(self.together.foreign.values()))

    @property
    def left_alone(self) -> float:
        """Share of the foreign characters that is left when each page is on its own."""
        return share(sum(self.alone.left.values()), sum(self.alone.foreign.values()))

    @property
    def lost_share(self) -> float:
        """Share of the genuine characters that is lost."""
        return share(self.together.lost, self.together.genuine)

    @property
    def lost_alone(self) -> float:
        """Share of the genuine characters that is lost when each page is on its own."""
        return share(self.alone.lost, self.alone.genuine)

    @property
    def missed_share(self) -> float:
        """Share of the pages that should have been marked, refused or cleaned, and were not."""
        return share(self.missed, self.pages)


def share(part: float, whole: float) -> float:
    """Give a share; nothing of nothing is 0."""
    return part / whole if whole else 0.0


def score_pattern(name: str, cleans: Sequence[Clean], seed: int, lists: str, examples: int = 0) -> Score:
    """Put a pattern (or `mixed`, many at once) on invented sites, clean them, count."""
    score = Score()
    langs = ("zh", "en") if name == "mixed" else PATTERNS[name].langs
    for lang in langs:
        for number in range(SITES):
            chance = Random(f"{seed}/{name}/{lang}/{number}")  # noqa: S311 - test data, no secret
            ids = chance.sample(TOGETHER, MIXED) if name == "mixed" else [name]
            chosen = chance.sample([clean for clean in cleans if clean.lang == lang], 2 * PAGES)
            _, pages = build_site(ids, chosen[:PAGES], chosen[PAGES:], chance.randrange(10**9), lists)
            score_site(score, pages, [PATTERNS[one] for one in ids], examples)
    return score


def score_site(score: Score, pages: Sequence[Page], patterns: Sequence[Pattern], examples: int) -> None:
    """Clean the pages of one site, as a batch and each on its own, and count."""
    site = pages[0].url.split("/")[2]
    with ledger() as known:
        articles = [article_of(page, site) for page in pages]
        refusals = clean_batch(articles, build_stages(site, known))
    alone = build_stages(site, None)
    for page, article in zip(pages, articles, strict=True):
        refused = refusals[article.id]
        outcome = trace(page.title, page.lines, article, refused=refused is not None)
        score.together.add(outcome)
        score.pages += 1
        wrong = missed(article, refused, outcome, patterns)
        score.missed += wrong
        uncut = not any(pattern.flags for pattern in patterns) and any(outcome.left.values())
        if len(score.examples) < examples and (wrong or outcome.lost or uncut):
            score.examples.append(describe(page, article, refused))
        single = article_of(page, site)
        reason = clean_one(single, alone)
        score.alone.add(trace(page.title, page.lines, single, refused=reason is not None))


def article_of(page: Page, site: str) -> Article:
    """Give the article that a perfect extraction makes of a page."""
    return Article(
        id=article_id(page.url),
        url=page.url,
        site=site,
        title=page.title.text,
        paragraphs=[line.text for line in page.lines],
        headings=list(page.headings),
        language="zh-Hans" if page.lang == "zh" else "en",
    )


def missed(article: Article, refused: Rejected | None, outcome: Outcome, patterns: Sequence[Pattern]) -> bool:
    """Say whether a page that has to be flagged was neither flagged nor freed of what was foreign."""
    flags = {flag for pattern in patterns for flag in pattern.flags}
    if not flags or refused is not None or flags & set(article.marks):
        return False
    needs_mark = not any(outcome.foreign.values())
    return needs_mark or any(outcome.left.values())


def describe(page: Page, article: Article, refused: Rejected | None) -> str:
    """Give a page before and after, for those who tune."""
    before = "\n".join(f"  - {line.text[:100]}" for line in [page.title, *page.lines])
    after = "\n".join(f"  + {text[:100]}" for text in [article.title, *article.paragraphs])
    return f"{page.url} {'refused: ' + str(refused) if refused else ''} marks {article.marks}\n{before}\n{after}"


def changed_paragraphs(page: Page, article: Article) -> int:
    """Count the paragraphs of a clean page that did not come out as they were, but for their Unicode form."""
    if all(edit.action == "mark" or edit.stage == "normalization" for edit in article.trail):
        return 0
    kept = {form("".join(text.split())) for text in article.paragraphs}
    return sum(form("".join(line.text.split())) not in kept for line in page.lines)
