"""Golden cases: a page, what is known of it, and the article and trail that came of it when a person agreed with them."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from scrapy.settings import BaseSettings

from crawler.archive.sites import facts_of_site, site_of
from crawler.jsonl import as_json
from crawler.single_pages.cleaning import Cleaner
from crawler.sites import Site

PAGE, FACTS, ARTICLE, TRAIL = "page.html.gz", "case.json", "article.json", "trail.jsonl"
"""Files of a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page with what is known of it."""

    html: bytes
    url: str
    fetched: str = ""
    content_type: str = ""
    site: Site | None = None
    """The definition of its site, kept in the case: it holds when the site file changes."""

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read a case."""
        facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        site = site_of(facts.pop("site")) if facts.get("site") else facts.pop("site", None)
        return cls(html=gzip.decompress((folder / PAGE).read_bytes()), site=site, **facts)

    def clean(self, settings: BaseSettings) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """Clean the page under today's rules; gives the article's line and its trail lines."""
        cleaner = Cleaner.from_settings(settings, self.site)
        cleaned = cleaner.page(self.html, self.url, fetched=self.fetched, content_type=self.content_type)
        line = cleaned.as_line()
        return line, line.pop("trail")

    def write(self, folder: Path, settings: BaseSettings) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """Write the case with what comes of it today; gives that."""
        folder.mkdir(parents=True, exist_ok=True)
        # No name and no time in the header: the same page gives the same bytes.
        (folder / PAGE).write_bytes(gzip.compress(self.html, 9, mtime=0))
        facts = {
            "url": self.url,
            "fetched": self.fetched,
            "content_type": self.content_type,
            "site": facts_of_site(self.site) if self.site is not None else None,
        }
        (folder / FACTS).write_text(as_json(facts, indent=2) + "\n", encoding="utf-8")
        line, trail = self.clean(settings)
        write_expected(folder, line, trail)
        return line, trail


def write_expected(folder: Path, line: Mapping[str, Any], trail: list[dict[str, Any]]) -> None:
    """Write what is expected of a case."""
    # One paragraph a line: a person reads the difference.
    told = {**line, "text": line["text"].split("\n")}
    (folder / ARTICLE).write_text(as_json(told, indent=2) + "\n", encoding="utf-8")
    (folder / TRAIL).write_text("".join(as_json(edit) + "\n" for edit in trail), encoding="utf-8")


def read_expected(folder: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Read what is expected of a case."""
    line = json.loads((folder / ARTICLE).read_text(encoding="utf-8"))
    line["text"] = "\n".join(line["text"])
    trail = [json.loads(edit) for edit in (folder / TRAIL).read_text(encoding="utf-8").splitlines()]
    return line, trail
