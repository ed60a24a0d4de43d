"""Template stage: lines that belong to the site, learned over its pages, dropped from the articles."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crawler.given import is_given
from crawler.items import Article
from pipelines.stage import Context, Stage
from pipelines.text.spans import merge
from pipelines.text.template import (
    Drift,
    Finding,
    Rules,
    Seen,
    Template,
    find_template,
    judge_drift,
    learn,
    texts_of,
    traits_of,
)

if TYPE_CHECKING:
    from crawler.ledger.template import TemplateStore

logger = logging.getLogger(__name__)

ROUNDS = 3
"""Most looks at one page: behind a dropped line the next one may stand at the page's edge."""
SHOWN = 3
"""Lines shown for a drift."""
EVIDENCE_CHARS = 60
"""Characters of a dropped line that may still explain what stands before paragraphs; later stages see it as a heading."""


class TemplatePipeline(Stage):
    """Drop what stands on a site's pages whatever the article.

    Settings: TEMPLATE_HOLD, articles held back until the template can be judged (see `crawler.middlewares.holdback`);
    TEMPLATE_LEARN, whether lines are learned at all; TEMPLATE_LINES and TEMPLATE_KEEP, lines that are always or never
    dropped on any site, `*` for any text.
    """

    name = "template"

    def __init__(
        self, context: Context, *, learning: bool = True, lines: tuple[str, ...] = (), keep: tuple[str, ...] = ()
    ) -> None:
        super().__init__(context)
        self.learning = learning
        self.lines = lines
        self.keep = keep
        self.template = Template()
        self.rules = self._rules()
        self._seen: dict[str, Seen] = {}

    @classmethod
    def from_context(cls, context: Context) -> "TemplatePipeline":
        """Read the settings."""
        settings = context.settings
        return cls(
            context,
            learning=settings.getbool("TEMPLATE_LEARN", True),
            lines=tuple(settings.getlist("TEMPLATE_LINES")),
            keep=tuple(settings.getlist("TEMPLATE_KEEP")),
        )

    @property
    def store(self) -> "TemplateStore | None":
        """What the ledger knows of templates; None for pages on their own."""
        return self.context.ledger.template if self.context.ledger is not None else None

    def _rules(self) -> Rules:
        """Gather what a person said: in the settings, in the site's definition, with `scrapy template`."""
        site, store = self.context.site, self.store
        lines, keep, title = self.lines, self.keep, ""
        if site is not None:
            title = site.title
            if not is_given(self.context.settings, "TEMPLATE_LINES"):
                lines = (*lines, *site.template.lines)
            if not is_given(self.context.settings, "TEMPLATE_KEEP"):
                keep = (*keep, *site.template.keep)
            if store is not None:
                lines, keep = (*lines, *store.said(site.name, "pinned")), (*keep, *store.said(site.name, "forgotten"))
        return Rules(lines=lines, keep=keep, title=title)

    def observe(self, articles: Sequence[Article]) -> None:
        """Learn from a batch and from what the ledger remembers; each page counts once, whenever it is seen."""
        if not self.learning or not articles:
            return
        site = articles[0].site
        now = [
            Seen(article.id, article.fetched[:10], traits_of(article.title, article.paragraphs, article.kinds))
            for article in articles
        ]
        ids = {one.page for one in now}
        known = self.store.pages(site) if self.store is not None else list(self._seen.values())
        before = [one for one in known if one.page not in ids]
        self._seen.update((one.page, one) for one in now)
        pages = sorted([*before, *now], key=lambda one: (one.day, one.page))
        window = self.store.window if self.store is not None else len(pages)
        self.template = learn(pages[-max(window, len(now)) :])
        self.rules = self._rules()
        texts = {
            (kind, digest): text
            for article in articles
            for kind, digest, text in texts_of(article.title, article.paragraphs)
        }
        self._report(judge_drift(known, now), texts, site)  # pages that are looked at again showed it before
        if self.store is not None:
            self.store.saw(site, now)
            self.store.learn(site, self.template, texts, max(one.day for one in now))

    def _report(self, drift: Drift | None, texts: dict[tuple[str, int], str], site: str) -> None:
        """Say that the template changed abruptly, with examples."""
        if drift is None:
            return
        self.count("drift", len(drift.lost) + len(drift.new))
        known = self.store.learned(site) if self.store is not None else {}
        lost = [known["line", digest].text for digest in drift.lost if ("line", digest) in known]
        new = [texts["line", digest] for digest in drift.new if ("line", digest) in texts]
        logger.warning(
            "The template of %s changed: %d lines are gone (%s), %d are new (%s)",
            *(site, len(drift.lost), "; ".join(sorted(lost)[:SHOWN]), len(drift.new), "; ".join(sorted(new)[:SHOWN])),
        )

    def apply(self, article: Article) -> None:
        """Drop and cut what is the site's, until nothing more is found."""
        for _ in range(ROUNDS):
            finding = find_template(
                article.title,
                article.paragraphs,
                article.kinds,
                self.template,
                rules=self.rules,
                headings=article.headings,
            )
            if not finding.drops and not finding.cuts:
                break
            self._edit(article, finding)

    def _edit(self, article: Article, finding: Finding) -> None:
        drops = dict(finding.drops)
        for index in reversed(range(len(article.paragraphs))):
            verdict = drops.get(index)
            if verdict is not None:
                text = article.paragraphs[index]
                # What a keyword line is to the paragraphs that begin with it, the next stage must still see.
                learned = verdict.reason == "learned_line"
                if learned and len(text) <= EVIDENCE_CHARS and text not in article.headings:
                    article.headings.append(text)
                article.drop(index, stage=self.name, reason=verdict.reason, evidence=verdict.evidence)
                continue
            spans = merge(span for place, span in finding.cuts if place == index)
            if spans and spans[0].start == 0 and spans[-1].end == len(article.paragraphs[index]):
                article.drop(index, stage=self.name, reason=spans[0].reason, evidence=spans[0].evidence)
            else:
                article.edit(index, spans, stage=self.name)
        article.edit(None, [span for place, span in finding.cuts if place is None], stage=self.name)
