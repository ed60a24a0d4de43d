"""Injection: keywords and other people's text, cut where the evidence is enough, marked where it is not."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Self

from crawler.items import Article
from pipelines.stage import Context, Stage
from pipelines.text.byline import Credit, find_credits
from pipelines.text.injection import ALONE, FAMILIES, Find, Habits, Page, key, learn
from pipelines.text.injection.pages.sentences import Ask, fingerprint, sentences_of
from pipelines.text.injection.pages.strays import find_proven_strays
from pipelines.text.injection.pages.titles import title_letters
from pipelines.text.injection.pages.witness import find_unwitnessed
from pipelines.text.spans import Span, bounded, merge

LONGEST_TITLE = 1_000
"""Characters; longer ones are texts that a page calls its title, and the rules compare every field of a title with all others."""

PROVES = frozenset({"prefix", "brand_line", "suffix", "contact"})
"""Reasons whose finds prove a keyword, so that it is known wherever else it stands on the page."""


class InjectionPipeline(Stage):
    """Cut what was injected into an article."""

    name = "injection"

    def __init__(self, context: Context, *, learning: bool = True) -> None:
        super().__init__(context)
        self.learning = learning
        self.habits: Habits = ALONE

    @classmethod
    def from_context(cls, context: Context) -> Self:
        """Read INJECTION_LEARN."""
        return cls(context, learning=context.settings.getbool("INJECTION_LEARN", True))

    def observe(self, articles: Sequence[Article]) -> None:
        """Learn what the site does to all its pages, from a batch and from what the ledger remembers."""
        if not self.learning or not articles:
            return
        pages = [Page(title_of(article), article.paragraphs, article.kinds, article.headings) for article in articles]
        learned = learn(pages)
        if self.context.ledger is not None:
            proven = find_proven_strays(pages, learned.strays, self._ask(articles[0].site))
            learned = replace(learned, proven_strays=proven)
        entries = self.context.with_known(learned.entries(), articles)
        self.habits = replace(Habits.of(entries, learned.pages), shared=learned.shared)

    def apply(self, article: Article) -> None:
        """Let each family of rules see the page as the one before it left it."""
        known, proven = set(self.habits.keywords), set[str]()
        page = self._page(article, known)
        for family in FAMILIES:
            if finds := family(page):
                sure = [find for find in finds if not find.doubtful]
                known.update(_keyword(page, find) for find in sure if find.reason in PROVES)
                proven.update(find.keyword for find in sure if find.keyword)
                self._edit(article, finds)
                page = self._page(article, known | proven, proven)
        self._hear_witnesses(article, page)

    def _hear_witnesses(self, article: Article, page: Page) -> None:
        """Compare with what other sites have of the same article, and be a witness for them."""
        if self.context.ledger is None:
            return
        sentences = sentences_of(page)
        finds = find_unwitnessed(page, self._ask(article.site), sentences)
        if finds:  # mirrors differ in their datelines and signatures, too, which the byline stage reads
            read = find_credits(article.paragraphs, article.kinds)
            finds = [find for find in finds if not any(_overlaps(find, *place) for place in read)]
        self._edit(article, finds)
        if finds:
            page = self._page(article, set())
            sentences = sentences_of(page)
        letters = [sentence.letters for sentence in sentences] + [title for title in [title_letters(page)] if title]
        self.context.ledger.sentences.saw(map(fingerprint, letters), article.site)

    def _ask(self, site: str) -> Ask:
        """Give what says on how many sites other than one each of some fingerprints is known."""
        ledger = self.context.ledger
        return lambda fingerprints: ledger.sentences.others(fingerprints, site) if ledger else [0] * len(fingerprints)

    def _page(self, article: Article, known: set[str], proven: Iterable[str] = ()) -> Page:
        """Show an article as it is now to the rules; edits of the article do not change it."""
        return Page(
            title_of(article),
            tuple(article.paragraphs),
            tuple(article.kinds),
            article.headings,
            frozenset(known),
            self.habits,
            frozenset(proven),
            article.statements,
        )

    def _edit(self, article: Article, finds: Sequence[Find]) -> None:
        """Apply finds to the article, the last paragraph first, so that indices hold."""
        places: dict[int | None, list[Find]] = defaultdict(list)
        for find in finds:
            if find.doubtful:
                article.mark(
                    find.mark,
                    stage=self.name,
                    reason=find.reason,
                    evidence=find.evidence,
                    paragraph=find.paragraph,
                    start=find.start,
                )
            else:
                places[find.paragraph].append(find)
        for place in sorted(places, key=lambda place: -1 if place is None else place, reverse=True):
            found = places[place]
            whole = next((find for find in found if find.whole), None)
            if place is not None and whole is not None:
                article.drop(place, stage=self.name, reason=whole.reason, evidence=whole.evidence)
                continue
            spans = merge(
                Span(start=find.start, end=find.end, reason=find.reason, put=find.put, evidence=find.evidence)
                for find in found
            )
            article.edit(place, bounded(article.string(place), spans), stage=self.name)
            if place is not None and not article.paragraphs[place].strip():
                article.drop(place, stage=self.name, reason="empty")


def title_of(article: Article) -> str:
    """Give the title as the rules see it: one that is too long for a headline has no fields, and is none of their business."""
    return article.title if len(article.title) <= LONGEST_TITLE else ""


def _overlaps(find: Find, paragraph: int, credit: Credit) -> bool:
    """Say whether a find and a credit have a character in common."""
    return find.paragraph == paragraph and find.start < credit.end and credit.start < find.end


def _keyword(page: Page, find: Find) -> str:
    """Give the key of the keyword that a find took out."""
    hung = find.reason == "suffix"
    if find.reason == "contact" or (hung and find.keyword):
        return find.keyword
    text = page.title if find.paragraph is None else page.paragraphs[find.paragraph]
    removed = text if find.whole else text[find.start : find.end]
    return key(removed.replace("：", ":").rpartition(":")[2] if hung else removed)
