"""Genuine pages that look like polluted ones: whether the stages leave them whole."""

import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.demo.articles import Original, originals
from crawler.items import Article
from crawler.urls import article_id
from evaluation.batches import build_stages, clean_batch, clean_one, ledger
from pipelines.stage import Rejected

FOLDER = Path(__file__).parents[1] / "tests" / "hazards" / "pages"
"""One TOML file for each group of rules; the pages are invented for the tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """One genuine page."""

    name: str
    against: tuple[str, ...]
    """The rules it could fall victim to, by pattern."""
    title: str
    lines: tuple[str, ...]
    kinds: tuple[str, ...]
    title_may_lose: str = ""
    """What may go from the title, such as the name of the site."""
    lines_may_go: tuple[str, ...] = ()
    """Lines that may go: true furniture, true credits."""
    pieces_may_go: tuple[str, ...] = ()
    """Parts of lines that may go, such as a dateline."""


def load_hazards() -> list[Hazard]:
    """Read all pages."""
    filler = tomllib.loads((FOLDER / "filler.toml").read_text(encoding="utf-8"))
    return [
        hazard_of(table, filler)
        for path in sorted(FOLDER.glob("*.toml"))
        for table in tomllib.loads(path.read_text(encoding="utf-8")).get("page", [])
    ]


def hazard_of(table: dict[str, Any], filler: dict[str, Any]) -> Hazard:
    """Make a page of its table: its lines alone, or after the first paragraphs of the article it stands in."""
    lines, title = list(table.get("lines", [])), table.get("title", "")
    kinds = list(table.get("kinds", table.get("kinds_of_lines", ["text"] * len(lines))))
    if around := table.get("around"):
        title_around, host = article_around(around, filler)
        title, cut = title or title_around, max(1, len(host) // 2)
        kinds = ["text"] * cut + kinds + ["text"] * (len(host) - cut)
        lines = [*host[:cut], *lines, *host[cut:]]
    return Hazard(
        name=table["name"],
        against=tuple(table["against"]),
        title=title,
        lines=tuple(lines),
        kinds=tuple(kinds),
        title_may_lose=table.get("title_may_lose", ""),
        lines_may_go=tuple(table.get("lines_may_go", ())),
        pieces_may_go=tuple(table.get("pieces_may_go", ())),
    )


def article_around(name: str, filler: dict[str, Any]) -> tuple[str, list[str]]:
    """Give title and paragraphs of an article of the demo, or of one written for another language."""
    if name in filler:
        return filler[name]["title"], list(filler[name]["lines"])
    one = originals()[name]
    return one.title, list(one.paragraphs)


def load_hazard_sites() -> dict[str, list[Hazard]]:
    """Read the sites whose pages share much, by name."""
    tables = tomllib.loads((FOLDER / "sites.toml").read_text(encoding="utf-8"))["site"]
    return {table["name"]: list(pages_of_site(table)) for table in tables}


def pages_of_site(table: dict[str, Any]) -> Iterator[Hazard]:
    """Give the pages of a site: a frame filled by rows, or articles of the demo."""
    for slug in table.get("slugs", ()):
        one = originals()[slug]
        yield page_of(one, table)
    for number, row in enumerate(table.get("rows", ()), 1):
        lines = tuple(filled for line in table["frame"] if (filled := line.format(*row)))
        yield Hazard(
            name=f"{table['name']} {number}",
            against=tuple(table["against"]),
            title=f"{row[0]}：{row[1]}",
            lines=lines,
            kinds=("text",) * len(lines),
            lines_may_go=tuple(table.get("lines_may_go", ())),
            pieces_may_go=tuple(table.get("pieces_may_go", ())),
        )
    if table.get("among_others"):
        yield from (page_of(one) for one in originals().values() if one.language == "zh-Hans")


def page_of(one: Original, table: dict[str, Any] | None = None) -> Hazard:
    """Make a page of an article of the demo."""
    against = tuple(table["against"]) if table else ()
    kinds = ("text",) * len(one.paragraphs)
    return Hazard(name=one.slug, against=against, title=one.title, lines=one.paragraphs, kinds=kinds)


def article_of(hazard: Hazard, url: str, site: str) -> Article:
    """Give the article that a perfect extraction makes of a page."""
    return Article(
        id=article_id(url),
        url=url,
        site=site,
        title=hazard.title,
        paragraphs=list(hazard.lines),
        kinds=list(hazard.kinds),
        headings=[hazard.title],
    )


def losses_alone(hazard: Hazard) -> list[str]:
    """Clean a page on its own and give what it lost."""
    article = article_of(hazard, "https://hazard.example/1.html", "hazard.example")
    return losses(hazard, article, clean_one(article, build_stages("hazard.example", None)))


def losses_on_site(pages: list[Hazard]) -> list[str]:
    """Clean pages as one site and give what they lost."""
    site = "hazard.example"
    articles = [article_of(page, f"https://{site}/{number:04}.html", site) for number, page in enumerate(pages)]
    with ledger() as known:
        refusals = clean_batch(articles, build_stages(site, known))
    pairs = zip(pages, articles, strict=True)
    return [loss for page, article in pairs for loss in losses(page, article, refusals[article.id])]


def losses(hazard: Hazard, article: Article, refused: Rejected | None) -> list[str]:
    """Say what a page lost that it must not lose."""
    if refused is not None:
        return [f"{hazard.name}: refused, {refused}"]
    found = []
    if plain(article.title) not in {plain(hazard.title), plain(hazard.title.replace(hazard.title_may_lose, ""))}:
        found.append(f"{hazard.name}: title is {article.title!r}")
    left = [plain(text) for text in article.paragraphs]
    for line in hazard.lines:
        shorter = line
        for piece in hazard.pieces_may_go:
            shorter = shorter.replace(piece, "")
        kept = next((form for form in (plain(line), plain(shorter)) if form in left), None)
        if kept is not None:
            left.remove(kept)
        elif line not in hazard.lines_may_go:
            found.append(f"{hazard.name}: {line!r}; " + "; ".join(edits(article, line)))
    return found


def edits(article: Article, line: str) -> Iterator[str]:
    """Give the changes that touched a line."""
    for edit in article.trail:
        if edit.action != "mark" and edit.removed.strip() and edit.removed.strip() in line:
            yield f"{edit.stage} {edit.reason}: {edit.removed!r} ({edit.evidence})"


def plain(text: str) -> str:
    """Give the form in which two texts are the same."""
    return unicodedata.normalize("NFC", "".join(text.split()))


def all_losses() -> list[str]:
    """Clean every page alone and among the articles of the demo, and every site; give all that was lost."""
    pages = load_hazards()
    neighbours = [page_of(one) for one in originals().values()]
    found = [f"alone: {loss}" for page in pages for loss in losses_alone(page)]
    found += [f"among others: {loss}" for loss in losses_on_site([*pages, *neighbours])]
    found += [f"site: {loss}" for site in load_hazard_sites().values() for loss in losses_on_site(site)]
    return found


if __name__ == "__main__":
    sys.stdout.write("\n".join([*all_losses(), ""]))
