"""Articles through all stages as a crawl sends them: held back as one batch of a site, then one by one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from scrapy.settings import Settings

from crawler.items import Article
from crawler.ledger import Ledger
from crawler.single_pages.cleaning import stages_of
from crawler.sites import Site
from pipelines.stage import Context, Rejected, Stage

AFTER = ("deduplication", "storage")
"""Stages behind the hygiene, which are measured elsewhere."""


def project_settings() -> Settings:
    """Give the settings of the project, without any of the environment's."""
    settings = Settings()
    settings.setmodule("crawler.settings")
    return settings


@contextmanager
def ledger() -> Iterator[Ledger]:
    """Give an empty ledger that is gone afterwards."""
    with TemporaryDirectory(prefix="squeegee-evaluation-") as folder:
        opened = Ledger(Path(folder) / "ledger.sqlite")
        try:
            yield opened
        finally:
            opened.close()


def build_stages(name: str, known: Ledger | None) -> list[Stage]:
    """Build the stages of hygiene for a site of that name; without a ledger, those that judge a page on its own."""
    site = Site(name=name, start_urls=(f"https://{name}/",), domains=(name,)) if known else None
    context = Context(settings=project_settings(), site=site, ledger=known)
    return stages_of(
        context.settings,
        context,
        lambda stage: stage.name not in AFTER and (known is not None or stage.page_local),
    )


def clean_batch(articles: Sequence[Article], stages: Sequence[Stage]) -> dict[str, Rejected | None]:
    """Show a batch to the stages, then send its articles through; gives why each was refused, by id."""
    batch = sorted(articles, key=lambda article: article.url)
    for stage in stages:
        stage.observe(batch)
    return {article.id: clean_one(article, stages) for article in batch}


def clean_one(article: Article, stages: Sequence[Stage]) -> Rejected | None:
    """Send one article through; gives why it was refused, None if it was not."""
    try:
        for stage in stages:
            stage.apply(article)
    except Rejected as rejection:
        return rejection
    return None
