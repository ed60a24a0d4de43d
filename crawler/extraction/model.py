"""What extraction gives: one frozen record of everything read from a page."""

from dataclasses import dataclass

PAGE_KINDS = (
    "article",
    "list_page",
    "search_page",
    "login_page",
    "error_page",
    "video_page",
    "no_text",
    "not_html",
    "too_large",
    "too_deep",
)
"""What a page can be: `article`, or the reason why it is none."""

KINDS = ("text", "heading", "item", "quote", "caption", "code", "cell")
"""What a paragraph can be."""

MAX_TEXT = 1_000_000
"""Longest text of an article, in characters, all its pages together; the stages take some hundred bytes for each. The
longest text of the evaluation corpora has a twentieth of it, and what is longer is a dump or an attack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the article."""

    url: str
    """Absolute where the page's URL is known, otherwise as written."""
    caption: str = ""
    """The text that stands with it, one line; empty when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """Everything read from one page; what the page does not state stays None or empty."""

    page_kind: str = "article"
    """A member of PAGE_KINDS: `article`, or the reason why the page is none."""
    title: str = ""
    """The headline without the site's name, one line."""
    paragraphs: tuple[str, ...] = ()
    """The body in reading order: no empty ones, no line breaks, runs of white space made one space (code keeps its indent)."""
    kinds: tuple[str, ...] = ()
    """The kind of each paragraph, a member of KINDS; as long as `paragraphs`."""
    headings: tuple[str, ...] = ()
    """`<title>` and the headings that are neither the title nor in the body, in order, each once: evidence for later stages."""
    statements: tuple[str, ...] = ()
    """What metadata say of the article: other titles, and how its description and its text begin; evidence for later stages."""
    published: str | None = None
    """ISO 8601: with time and offset where both are known (`2024-03-05T08:30:00+08:00`), else the bare day: a time whose zone is not known is left out."""
    published_from: str | None = None
    """Where `published` was read: `dateline`, `url`, `meta` or `page`."""
    published_text: str | None = None
    """The words `published` was read from."""
    modified: str | None = None
    """Time of the last change, in the forms of `published`."""
    authors: tuple[str, ...] = ()
    """Names of those who wrote it, without roles; no editors."""
    source: str | None = None
    """The publisher the page names."""
    language: str | None = None
    """BCP 47 of the text, e.g. `zh-Hans`, `zh-Hant`, `en`."""
    canonical_url: str | None = None
    """The URL the page names as its own."""
    images: tuple[Image, ...] = ()
    """The pictures inside the body."""
    section: str | None = None
    """The section of the site the page says it belongs to."""
    tags: tuple[str, ...] = ()
    """The page's own key words."""
    next_page: str | None = None
    """URL of the article's next page, where the article goes on."""
    encoding: str | None = None
    """The charset the bytes were decoded with; None when text was given."""
    encoding_from: str | None = None
    """What decided the charset: `bom`, `bytes`, `site`, `header`, `meta` or `guess`."""
    notes: tuple[str, ...] = ()
    """What a maintainer of the site should know, e.g. `selector body matched nothing`."""

    @property
    def text(self) -> str:
        """The paragraphs joined by line breaks."""
        return "\n".join(self.paragraphs)

    @property
    def chars(self) -> int:
        """Length of its text in characters."""
        return sum(map(len, self.paragraphs))
