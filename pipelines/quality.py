"""Quality stage: pages that are no article, or too poor to keep, refused with a reason."""

from collections.abc import Mapping

from crawler.items import Article
from pipelines.stage import Context, Rejected, Stage
from pipelines.text.quality import MIN_CHARS, holds_article, judge_quality

STRUCTURE = "the page's structure"
"""Evidence of a page that extraction took for something else than an article."""


class QualityPipeline(Stage):
    """Refuse what is no article.

    Settings: QUALITY_MIN_CHARS, fewest characters of a body by language (a dictionary; `` for the rest), and
    QUALITY_KEEP, reasons that do not count on this crawl.
    """

    name = "quality"

    def __init__(
        self, context: Context, min_chars: Mapping[str, int] = MIN_CHARS, keep: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(context)
        self.min_chars = min_chars
        self.keep = keep

    @classmethod
    def from_context(cls, context: Context) -> "QualityPipeline":
        """Read QUALITY_MIN_CHARS and QUALITY_KEEP."""
        own = {name: int(least) for name, least in context.settings.getdict("QUALITY_MIN_CHARS").items()}
        return cls(context, {**MIN_CHARS, **own}, frozenset(context.settings.getlist("QUALITY_KEEP")))

    def apply(self, article: Article) -> None:
        """Refuse a page that extraction took for something else, or that `judge_quality` has a reason against."""
        brief = article.page_kind == "list_page" and holds_article(article.paragraphs)
        if article.page_kind != "article" and article.page_kind not in self.keep and not brief:
            raise Rejected(self.name, article.page_kind, evidence=STRUCTURE)
        site_language = self.context.site.language if self.context.site is not None else None
        verdict = judge_quality(
            article.title,
            article.paragraphs,
            language=article.language,
            site_language=site_language,
            min_chars=self.min_chars,
        )
        if verdict is not None and verdict.reason not in self.keep:
            raise Rejected(self.name, verdict.reason, evidence=verdict.evidence)
