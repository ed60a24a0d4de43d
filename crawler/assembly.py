"""From what extraction read to the article that enters the pipelines: the one place where the two shapes meet."""

from typing import TYPE_CHECKING

from crawler.items import Article
from crawler.urls import article_id

if TYPE_CHECKING:
    from crawler.extraction import Extracted


def article_of(extracted: "Extracted", *, url: str, site: str, fetched: str = "", run: str = "") -> Article:
    """Make the article of one page.

    Takes what extraction gave, the normalised URL of the page, the name of the site, the time of the fetch (ISO 8601
    in UTC) and the run. What the page says of itself goes into the fields, its text stays as extraction gave it.
    """
    return Article(
        id=article_id(url),
        url=url,
        site=site,
        canonical_url=extracted.canonical_url,
        title=extracted.title,
        paragraphs=list(extracted.paragraphs),
        kinds=list(extracted.kinds),
        authors=list(extracted.authors),
        source=extracted.source,
        published=extracted.published,
        published_from=extracted.published_from,
        language=extracted.language,
        fetched=fetched,
        run=run,
        headings=list(extracted.headings),
        statements=list(extracted.statements),
        page_kind=extracted.page_kind,
    )
