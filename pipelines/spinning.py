"""Spinning: spun, stitched, interleaved and machine-written pages marked, never rewritten."""

from typing import TYPE_CHECKING

from pipelines.stage import Stage
from pipelines.text.spinning.cohesion import judge_cohesion
from pipelines.text.spinning.pool import Pool
from pipelines.text.spinning.wording import is_spun_site, judge_machine_written, judge_spun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.items import Article
    from pipelines.stage import Context


class SpinningPipeline(Stage):
    """Mark a page whose text is not what its writer wrote."""

    name = "spinning"

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        self.pool = Pool()
        self.spun_site = False

    def observe(self, articles: "Sequence[Article]") -> None:
        """Learn which sentences stand on which pages of the batch, and whether many have words that are none."""
        self.pool = Pool()
        for article in articles:
            self.pool.add(article.id, article.paragraphs)
        self.spun_site = is_spun_site([article.text for article in articles])

    def apply(self, article: "Article") -> None:
        """Judge the wording, the frame and the cohesion of the page."""
        prose = [
            text for text, kind in zip(article.paragraphs, article.kinds, strict=True) if kind in ("text", "quote")
        ]
        if verdict := judge_spun("\n".join(prose), spun_site=self.spun_site):
            article.mark("spun", stage=self.name, reason=verdict.reason, evidence=verdict.evidence)
        if verdict := judge_machine_written(prose):
            article.mark("machine_written", stage=self.name, reason=verdict.reason, evidence=verdict.evidence)
        if verdict := self.pool.judge(article.id, prose):
            article.mark("stitched", stage=self.name, reason=verdict.reason, evidence=verdict.evidence)
        elif "heading" not in article.kinds:  # parts with headings of their own need not hang together
            shared = self.pool.hints(article.id, prose)
            if judged := judge_cohesion(article.title, prose, shared=shared):
                mark, why = judged
                article.mark(mark, stage=self.name, reason=why.reason, evidence=why.evidence)
