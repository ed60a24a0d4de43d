"""The headline that a page announces: by what its headings, `<title>` and the metadata say of each other."""

from collections.abc import Iterable, Sequence

from crawler.extraction.page.blocks import Page
from crawler.extraction.page.letters import letters
from crawler.extraction.page.metadata import Metadata
from crawler.extraction.titles.headings import (
    CALLED,
    MAX_CHARS,
    NEAR,
    PROOF,
    RANKS,
    best_heading,
    joined,
    shown_part,
)
from crawler.extraction.titles.labels import bare_heading
from crawler.extraction.titles.reworded import called_headline, reworded
from crawler.extraction.titles.wording import HEADLINE, cut_title, is_edge, shorten, split_title

ALONE = 1.5
"""Points of a `<h1>` that nothing confirms, wherever it stands, and of a `<h2>` above the text."""


def announced_title(page: Page, data: Metadata, first: int) -> str:
    """Give the headline that a page announces, its text not heard; empty when nothing is like one.

    A heading that `<title>` or the metadata confirm is the headline. Else it is the part of `<title>` that stands as a line of
    its own above the text, else what the metadata say and `<title>` confirms, else `<title>`, else the likeliest heading.
    *first* is the index of the line where the text is thought to begin.
    """
    names = {letters(name) for name in data.site_names}
    parts = split_title(page.title, names)
    stated = [text for text in data.titles if text and len(text) <= MAX_CHARS]
    short = [shorten(text, names) for text in stated]
    best, points = best_heading(page, parts, short, first, names, own=next(iter(data.canonicals), ""))
    whole = cut_title(page.title, parts)
    if best is not None and points >= PROOF:
        if whole_of_two := joined(page, best, (*parts, *short)):
            return whole_of_two
        announced = best.text
        if letters(announced) in map(letters, parts):
            announced = whole if best.tag != "h1" and best in page.lines[first:] else ""
        told = announced and reworded(page, announced, stated, best)
        return told or shown_part(page, best.text, first) or bare_heading(page, best, parts, short)
    heading = best.text if best is not None else ""
    found = reworded(page, whole, stated) or _standing(page, parts, first) or called_headline(page, parts)
    if found is None and points >= ALONE and _is_headline(page, heading, whole):
        found = heading
    return found or _stated(page, stated, whole, names) or heading or labelled_line(page, first) or whole


def _is_headline(page: Page, heading: str, whole: str) -> bool:
    """Tell whether a heading that nothing confirms is the headline, and `<title>` the site's name.

    A heading that has the title as one of its parts is the way to the page.
    """
    if letters(whole) in map(letters, split_title(heading)):
        return False
    return size_of(heading) >= max(HEADLINE, size_of(whole) * (1 if _is_brand(page, whole) else 2))


def size_of(title: str) -> int:
    """Give the UTF-8 bytes of a title's letters: eight Chinese ones make a headline."""
    return len(letters(title).encode("utf-8", "replace"))


def _stated(page: Page, stated: Sequence[str], whole: str, names: Iterable[str]) -> str:
    """Give the headline that the metadata state and `<title>` confirms, else that of `<title>`, else the former; or ""."""
    shortened = [shorten(text, names) for text in stated]
    for text, cut in zip(stated, shortened, strict=True):
        if cut and whole and (letters(cut) in letters(page.title) or letters(whole) in letters(text)):
            return whole if letters(whole) in map(letters, split_title(cut)) else cut
    return whole if len(letters(whole)) >= 4 else next(iter(shortened), "")


def _is_brand(page: Page, title: str) -> bool:
    """Tell whether a title is repeated in a line of the page's head, as a site's name is."""
    name = letters(title)
    return any(name in letters(line.text) for line in page.lines[:NEAR] if len(line.text) <= MAX_CHARS)


def _standing(page: Page, parts: Sequence[str], first: int) -> str | None:
    """Give the longest part of the title that stands above the text as a line of its own, no link.

    The longest part of all may stand anywhere above it; a line by the text may also be the beginning or the end of
    the title up to a mark that is no separator (`Headline-Site`).
    """
    wanted = {letters(part) for part in parts if len(part.encode("utf-8", "replace")) >= 12}
    longest = max(wanted, key=len, default="")
    lesser = {letters(part) for part in parts} - wanted if longest else set()
    near = max(0, first - NEAR)
    begun = first < len(page.lines) and page.lines[first].prose  # a line behind a paragraph is none
    above = page.lines[: first + (1 if begun else 2)]
    alone = [(i, line.text) for i, line in enumerate(above) if line.link < len(line.text)]
    far = [
        text for i, text in alone if i < near and len(longest) <= len(text) <= MAX_CHARS and letters(text) == longest
    ]
    whole = letters(page.title)
    bare = cut_title(page.title, parts)
    found = far if longest else []
    for i, text in alone:
        words = letters(text) if i >= near and len(text) <= MAX_CHARS else ""
        if words in wanted or (
            len(words) >= HEADLINE
            and words in whole
            and words not in lesser
            and (
                is_edge(words, page.title, spaced=CALLED.search(page.lines[i].node.name) is not None)
                or (page.lines[i].tag in RANKS and is_edge(words, bare))
            )
        ):
            found.append(text)
    return max(found, key=len, default=None)


def labelled_line(page: Page, first: int) -> str:
    """Give the line above the text whose block is called a title."""
    for line in reversed(page.lines[max(0, first - NEAR) : first + 1]):
        if CALLED.search(line.node.name) and 4 <= len(line.text) <= MAX_CHARS:
            return line.text
    return ""
