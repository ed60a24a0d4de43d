"""What the mirrors of the demo have in common: pages under paths, and a site definition that points at them."""

import gzip
import random
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import ClassVar

from crawler.demo.articles import Original, originals


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers under one path."""

    body: bytes
    kind: str = "text/html"
    status: int = 200


class Mirror(ABC):
    """One mirror site."""

    name: ClassVar[str]
    """Name of the site in the demo's output."""
    title: ClassVar[str]
    """What it calls itself."""
    language: ClassVar[str]
    timezone: ClassVar[str]
    start: ClassVar[str] = "/"
    """Path of the start URL."""
    slugs: ClassVar[tuple[str, ...]]
    """The articles it copied."""
    robots: ClassVar[str] = "User-agent: *\nDisallow: /private/\n"

    @abstractmethod
    def path(self, original: Original) -> str:
        """Give the path of an article's page."""

    @abstractmethod
    def replies(self, root: str) -> dict[str, Reply]:
        """Give everything the site serves, by path with query; *root* is its URL without a slash at the end."""

    def answer(self, path: str, replies: dict[str, Reply]) -> Reply:
        """Answer one request; a mirror with endless pages overrides this."""
        return replies.get(path) or Reply(b"<h1>404 Not Found</h1>", status=404)

    def articles(self) -> list[Original]:
        """Give the articles it copied, newest first."""
        known = originals()
        return sorted((known[slug] for slug in self.slugs), key=lambda original: original.published, reverse=True)

    def chance(self, slug: str) -> random.Random:
        """Give a source of chance that is the same for a page at every start."""
        return random.Random(f"{self.name}/{slug}")  # noqa: S311 - dirt for a demo, not a secret

    def toml(self, root: str) -> str:
        """Give the site definition that crawls this mirror."""
        return (
            f'title = "{self.title}"\n'
            f'start_urls = ["{root}{self.start}"]\n'
            f'timezone = "{self.timezone}"\n\n'
            "[politeness]\ndelay = 0.0\nconcurrency = 4\n"
        )


def paragraphs(lines: Iterable[str]) -> str:
    """Give lines as HTML paragraphs."""
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


def sitemap(entries: Iterable[tuple[str, datetime]]) -> bytes:
    """Give a gzipped sitemap of URLs with their dates."""
    urls = "".join(f"<url><loc>{escape(url)}</loc><lastmod>{when.isoformat()}</lastmod></url>" for url, when in entries)
    text = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    return gzip.compress(text.encode(), mtime=0)
