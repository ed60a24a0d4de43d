"""One page on its own: extraction, then the page-local stages; no ledger, no network, nothing remembered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from scrapy.settings import BaseSettings
from scrapy.utils.conf import build_component_list
from scrapy.utils.misc import load_object

from crawler.assembly import article_of
from crawler.items import Article
from crawler.urls import one_form
from pipelines.stage import Context, Rejected, Stage

if TYPE_CHECKING:
    from crawler.sites import Site

NO_SITE = "page"
"""The site of an article that was cleaned without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """What became of one page."""

    article: Article
    """The article as far as it came, with its trail."""
    rejected: Rejected | None = None
    """Why a stage refused it; None for an article that would be stored."""
    raw_title: str = ""
    """The title as extraction gave it."""
    raw_paragraphs: tuple[str, ...] = ()
    """The paragraphs as extraction gave them."""

    def as_line(self) -> dict[str, Any]:
        """Give the article's line with its trail, and with `stage` and `reason` if it was refused."""
        line = self.article.as_line()
        if self.rejected is not None:
            line |= {"stage": self.rejected.stage, "reason": self.rejected.reason, **self.rejected.details}
        line["trail"] = [edit.as_line(self.article.id) for edit in self.article.trail]
        return line


def stages_of(settings: BaseSettings, context: Context, wanted: Callable[[type[Stage]], bool]) -> list[Stage]:
    """Build the stages of ITEM_PIPELINES that are wanted, in their order."""
    classes = [load_object(name) for name in build_component_list(settings.getwithbase("ITEM_PIPELINES"))]
    return [cls.from_context(context) for cls in classes if issubclass(cls, Stage) and wanted(cls)]


class Cleaner:
    """Extraction and the page-local stages, built once and used for any number of pages."""

    def __init__(self, stages: list[Stage], site: "Site | None" = None) -> None:
        self.stages = stages
        self.site = site

    @classmethod
    def from_settings(cls, settings: BaseSettings, site: "Site | None" = None) -> Self:
        """Build the stages that have something to say of a page on its own, without site memory or ledger."""
        context = Context(settings=settings, site=site)
        return cls(stages_of(settings, context, lambda stage: stage.page_local), site)

    def page(
        self,
        html: bytes | str,
        url: str | None = None,
        *,
        name: str = "",
        fetched: str = "",
        content_type: str = "",
    ) -> Cleaned:
        """Take a page through extraction and the stages.

        Takes the HTML as served and what is known of it: its URL, when it was fetched (ISO 8601 in UTC) and the
        Content-Type header. *name* stands for the URL where it is not known.
        """
        # Scrapy imports every command for any command: what reads pages is loaded by those that do.
        from crawler.extraction import extract  # noqa: PLC0415

        extracted = extract(html, url=url, site=self.site, content_type=content_type or None, fetched=fetched or None)
        site = self.site.name if self.site else NO_SITE
        return self.article(article_of(extracted, url=one_form(url or name), site=site, fetched=fetched))

    def article(self, article: Article) -> Cleaned:
        """Take an article through the stages.

        No stage is shown a batch (`Stage.observe`): what other pages say must not reach a page on its own, so that the
        verdict does not depend on which pages were cleaned before.
        """
        title, paragraphs = article.title, tuple(article.paragraphs)
        rejected = None
        try:
            for stage in self.stages:
                stage.apply(article)
        except Rejected as rejection:
            rejected = rejection
        return Cleaned(article=article, rejected=rejected, raw_title=title, raw_paragraphs=paragraphs)
