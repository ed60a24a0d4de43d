"""What is replayed: one job for each article, and the work that turns it into an article again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from crawler.assembly import article_of
from crawler.extraction import extract, join
from crawler.items import Article
from crawler.trail import paragraphs_of
from crawler.urls import article_id, one_form
from pipelines.quality import STRUCTURE

if TYPE_CHECKING:
    from crawler.sites import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A page of an article."""

    url: str
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One article to be made again."""

    url: str
    """The article's URL: normalised for a page, as it is for a line."""
    site: str
    """Name of its site."""
    definition: "Site | None" = None
    """The definition of the site, where there is one; it travels with the job, since sites are met on the way."""
    observed: bool = True
    """Whether the stages may learn from it what belongs to the site."""
    fetched: str = ""
    run: str = ""
    parts: tuple[Part, ...] = ()
    """Its pages, for an article that is read from pages."""
    line: Mapping[str, Any] = field(default_factory=dict)
    """Its line, for an article that comes as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a job."""

    job: Job
    article: Article | None
    error: str = ""
    """Why there is no article."""


TEXT_KEYS = frozenset({"text", "paragraphs"})
"""One of these has the text of an article that is given as a line."""
NOT_ARCHIVED = "not_archived: the pages of this article are not in the archive"
NO_TEXT = "no_text: the line has neither text nor paragraphs"


class Making:
    """Make articles of jobs; travels to every process."""

    def __call__(self, job: Job) -> Made:
        """Make one article."""
        slim = replace(job, parts=())  # what comes back from another process need not hold the pages
        if not job.parts and TEXT_KEYS.isdisjoint(job.line):
            noted = job.line.keys() == {"id"}  # by an archive, which has the page or has not; lines say more
            return Made(job=slim, article=None, error=NOT_ARCHIVED if noted else NO_TEXT)
        try:
            article = self.read(job) if job.parts else of_line(job)
        except Exception as error:  # noqa: BLE001 - one page must not end the others
            return Made(job=slim, article=None, error=f"{type(error).__name__}: {error}")
        return Made(job=slim, article=article)

    def read(self, job: Job) -> Article:
        """Read an article from its pages, as the spider does."""
        pages = [
            extract(
                part.body,
                url=part.url,
                site=job.definition,
                content_type=part.content_type or None,
                fetched=job.fetched or None,
            )
            for part in job.parts
        ]
        return article_of(join(pages), url=job.url, site=job.site, fetched=job.fetched, run=job.run)

    def lost(self, job: Job, error: BaseException) -> Made:
        """Give what is said of a job that took its process along."""
        return Made(job=replace(job, parts=()), article=None, error=f"process_died: {error}")


def of_line(job: Job) -> Article:
    """Make an article of a line with `text` (or `paragraphs`), and `title`, `url`, `id` and others where given."""
    line = job.line
    paragraphs = line.get("paragraphs")
    if not isinstance(paragraphs, list):
        paragraphs = paragraphs_of(str(line.get("text") or ""))
    return Article(
        id=str(line["id"]) if line.get("id") not in {None, ""} else article_id(one_form(job.url)),
        url=job.url,
        site=job.site,
        canonical_url=_text(line.get("canonical_url")),
        title=" ".join(str(line.get("title") or "").split("\n")),
        paragraphs=[part for paragraph in paragraphs for part in str(paragraph).split("\n") if part.strip()],
        authors=[str(author) for author in line.get("authors") or () if author],
        source=_text(line.get("source")),
        published=_text(line.get("published")),
        published_from=_text(line.get("published_from")),
        language=_text(line.get("language")),
        fetched=job.fetched,
        run=job.run,
        page_kind=str(line.get("reason")) if line.get("evidence") == STRUCTURE else "article",  # the page is not here
    )


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
