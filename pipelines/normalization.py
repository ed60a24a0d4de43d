"""Normalization: one Unicode form, nothing invisible, and a mark where bytes were lost."""

from crawler.items import Article
from pipelines.stage import Stage
from pipelines.text.damage import find_byte_damage, find_undecoded, judge_charset
from pipelines.text.spans import Span, bounded
from pipelines.text.unicode import find_odd, find_spaces, find_uncomposed


class NormalizationPipeline(Stage):
    """Give every article one kind of space and letters composed in one way, and mark byte damage."""

    name = "normalization"

    def apply(self, article: Article) -> None:
        """Change the title and each paragraph, drop those that hold nothing visible, mark damage."""
        for place in (None, *reversed(range(len(article.paragraphs)))):
            code = place is not None and article.kinds[place] == "code"
            self._edit(article, place, find_odd(article.string(place)))
            self._edit(article, place, find_spaces(article.string(place), code=code))
            if uncomposed := find_uncomposed(article.string(place)):
                self._edit(article, place, uncomposed)
                # Stacked marks went first, what is left is composed.
                self._edit(article, place, find_uncomposed(article.string(place)))
            if place is not None and not article.paragraphs[place].strip():
                article.drop(place, stage=self.name, reason="empty")
        self._mark_damage(article)

    def _edit(self, article: Article, place: int | None, spans: list[Span]) -> None:
        if spans:
            article.edit(place, bounded(article.string(place), spans), stage=self.name)

    def _mark_damage(self, article: Article) -> None:
        verdict = judge_charset(article.text)
        if verdict is not None:
            article.mark("damaged", stage=self.name, reason=verdict.reason, evidence=verdict.evidence)
            return
        for place, text in enumerate(article.paragraphs):
            if article.kinds[place] == "code":
                continue
            if (verdict := judge_charset(text)) is not None:
                article.mark(
                    "damaged",
                    stage=self.name,
                    reason=verdict.reason,
                    evidence=verdict.evidence,
                    paragraph=place,
                )
                continue
            for span in (*find_byte_damage(text), *find_undecoded(text)):
                article.mark(
                    "damaged",
                    stage=self.name,
                    reason=span.reason,
                    evidence=span.evidence,
                    paragraph=place,
                    start=span.start,
                )
