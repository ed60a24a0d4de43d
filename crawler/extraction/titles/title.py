"""The headline: all that have a say in it, in their order.

First the page says it: what its headings, `<title>` and metadata `announced`, whether its text tells of that, and whether
it is the name in a `masthead`. Once the lines of the text are known, a headline that does not stand by them is chosen anew,
and one that the text does not tell of goes before a statement of which it does. A site's selector for titles goes before all of
these, and a field that holds the page's text behind them (`extraction.article`).
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.leads import leads_home
from crawler.extraction.page.letters import letters
from crawler.extraction.page.metadata import Metadata
from crawler.extraction.page.tags import HEADINGS
from crawler.extraction.titles.announced import announced_title, labelled_line, size_of
from crawler.extraction.titles.headings import MAX_CHARS, NEAR, RANKS
from crawler.extraction.titles.masthead import below_masthead
from crawler.extraction.titles.reworded import only_heading, shown_second
from crawler.extraction.titles.wording import (
    HEADLINE,
    TOLD,
    UNTOLD,
    is_told,
    may_be,
    split_title,
    telling,
    told_share,
    told_statement,
)

_STAMP = re.compile(
    r"\d:\d\d|©|copyright|(?:19|20)\d\d\s?[-/.年]\s?\d|\d[-/.]\d{1,2}[-/.](?:19|20)\d\d"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[.,]{0,2}\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?(?:19|20)\d\d",
    re.IGNORECASE,
)
"""A date, a time or a right: such a line above the text is about the article."""
_MORE = 0.2
"""Share of telling words by which such a heading outdoes a title that the page does not show."""
_SENTENCE_ENDS = ".。:：;；,，"
_TEXT_LINES, _TEXT = 40, 3_000
"""Lines, and characters of the prose in them, that a headline is compared with."""
_LONGEST = 180
"""Weight, 60 hanzi: what is longer and nowhere called a headline is a paragraph."""
_HAN = re.compile("[\u3400-\u9fff]")
_SITE = 6
"""Letters of the name of a Chinese site, at most, where no line repeats it."""
_NEXT = 3
"""Lines before the text of which one is the headline, if any is, though the text says it in other words."""


class _Weighed(NamedTuple):
    """A headline that is compared with the text."""

    page: Page
    data: Metadata
    title: str
    parts: Sequence[str]
    """Those of `<title>`, without the site's name."""
    begin: int
    """Line where the text begins."""
    text: str
    """Its prose, in lower case."""


def choose_title(page: Page, data: Metadata, first: int, body: Sequence[int] = ()) -> str:
    """Give the headline of a page, one line without the site's name; empty when nothing is like one.

    *first* is the index of the line where the text is thought to begin, *body* are its lines where they are known.
    """
    title = announced_title(page, data, first)
    title = shown_second(page, title, first, data.titles) if body else title
    title = _told_title(page, data, title, first, body)
    return below_masthead(page, title) or title


def settle_title(page: Page, data: Metadata, title: str, body: Sequence[int]) -> str:
    """Give the headline again when the lines of the *body* are known: *title* where it stands by them, else chosen anew.

    A headline of the metadata is taken where the text tells that one and little of both: some mirrors replace these alone.
    """
    first = next((i for i in body if page.lines[i].prose), min(body, default=-1))
    settled = title if first < 0 or _stands(page, title, first) else choose_title(page, data, first, body)
    text = _start_of(line for line in (page.lines[i] for i in body[:_TEXT_LINES]) if line.prose)
    return told_statement(settled, page.title, data.titles, text) or settled


def _told_title(page: Page, data: Metadata, title: str, first: int, body: Sequence[int]) -> str:
    """Give the headline by what the text tells of: *title*, or another line of the page."""
    verse = bool(body) and not any(page.lines[i].prose for i in body)
    begin = first if verse else next((i for i, line in enumerate(page.lines[first:], first) if line.prose), first)
    lines = [page.lines[i] for i in body[:_TEXT_LINES]] or page.lines[begin : begin + _TEXT_LINES]
    text = _start_of(line for line in lines if line.prose or verse)
    if not text:
        return title
    parts = split_title(page.title, {letters(name) for name in data.site_names})
    if body and (only := only_heading(page, title, begin, text)):
        return only
    weighed = _Weighed(page, data, title, parts, begin, text)
    return (_better(weighed) if told_share(title, text) > UNTOLD else _instead(weighed)) or title


def _start_of(lines: Iterable[Line]) -> str:
    """Give what a headline is compared with: the beginning of a text, in lower case."""
    return "".join(line.text for line in lines)[:_TEXT].lower()


def _better(weighed: _Weighed) -> str:
    """Give the line above the text that outdoes a headline of which the text tells, but which no line is; or "".

    It has no word of that, or far more of the text's, or that is the site's name.
    """
    page, data, title, parts, begin, text = weighed
    above = "" if _is_shown(page, data, title) else _told_above(page, begin, text)
    outdone = above and (
        not telling(above) & telling(title)
        or _outdoes(page, above, begin, told_share(above, text) - told_share(title, text))
        or (size_of(above) > size_of(title) and _is_of_site(page, title))
    )
    if outdone:
        return _below(page, parts, begin) or above
    return _first_part(page, parts, begin) if letters(title) == letters(page.title) else ""


def _instead(weighed: _Weighed) -> str:
    """Give the headline in the place of one of which the text does not tell and which does not stand above it; or "".

    It is a part of `<title>` or a heading of which the text tells, else the first of those parts, or the line above the text
    of whose words that has some.
    """
    page, data, title, parts, begin, text = weighed
    shown = [
        line.text
        for i, line in enumerate(page.lines)
        if (line.tag == "h1" or (line.tag in RANKS and line.text in data.titles))
        and len(line.text) <= MAX_CHARS
        and not leads_home(page, i)
    ]
    headed = shown and told_share(title, text) > 0
    if letters(title) in map(letters, shown) if headed else _stands(page, title, begin):
        called = "" if shown else labelled_line(page, begin)
        return called if size_of(called) > size_of(title) and is_told(called, text, UNTOLD) else ""
    told_parts = (part for part in parts if is_told(part, text))
    headings = (heading for heading in shown if is_told(heading, text, UNTOLD))
    found = next(told_parts, "") or next(headings, "")
    return found or _first_part(page, parts, begin) or _told_above(page, begin, text, UNTOLD)


def _below(page: Page, parts: Sequence[str], begin: int) -> str:
    """Give the longest part of `<title>` where it is a line farther down, no link, right above a sentence; or "".

    Then what stands above are teasers.
    """
    wanted = letters(max(parts, key=len, default=""))
    if len(wanted) < HEADLINE:
        return ""
    for line, after in pairwise(page.lines[begin:]):
        if (
            after.prose
            and line.link < len(line.text) <= MAX_CHARS
            and may_be(line.text, wanted)
            and letters(line.text) == wanted
        ):
            return line.text
    return ""


def _first_part(page: Page, parts: Sequence[str], begin: int) -> str:
    """Give the first of several parts of `<title>` where it is a line right above the text, no link, however short; or ""."""
    wanted = letters(parts[0]) if len(parts) > 1 else ""
    near = (line for line in page.lines[max(0, begin - _NEXT) : begin] if line.link < len(line.text) <= MAX_CHARS)
    return next((line.text for line in near if wanted and letters(line.text) == wanted), "")


def _outdoes(page: Page, above: str, begin: int, more: float) -> bool:
    """Tell whether a line above the text is a heading whose words the text has by far *more*, as a share, than the title's."""
    near = page.lines[max(0, begin - NEAR) : begin]
    return more >= _MORE and any(line.text == above and line.tag in HEADINGS for line in near)


def _is_of_site(page: Page, title: str) -> bool:
    """Say whether a title that stands by no text is the site's name: a line that leads to the first page, or a few Chinese letters."""
    wanted = letters(title)
    if len(wanted) <= _SITE and _HAN.search(wanted):
        return True
    alike = (i for i, line in enumerate(page.lines) if may_be(line.text, wanted) and letters(line.text) == wanted)
    return any(leads_home(page, i) for i in alike)


def _stands(page: Page, title: str, first: int) -> bool:
    """Tell whether a headline stands as a line of its own where headlines stand: little above the text, or at its top."""
    wanted = letters(title)
    near = range(max(0, first - NEAR), min(len(page.lines), first + 2))
    texts = ((i, page.lines[i].text) for i in near)
    return any(may_be(text, wanted) and letters(text) == wanted and not leads_home(page, i) for i, text in texts)


def _is_shown(page: Page, data: Metadata, title: str) -> bool:
    """Tell whether a line of the page, no link, is a title, or a heading or the metadata hold it."""
    wanted = letters(title)
    headings = (
        line.text for line in (page.lines[i] for i in page.headings) if line.tag in RANKS and _may_be_title(line)
    )
    return any(wanted in letters(text) for text in chain(data.titles, headings)) or any(
        _may_be_title(line) and may_be(line.text, wanted) and letters(line.text) == wanted for line in page.lines
    )


def _may_be_title(line: Line) -> bool:
    """Tell whether a line is no link, and short enough for a headline."""
    return line.link < len(line.text) <= MAX_CHARS


def _told_above(page: Page, first: int, text: str, share: float = TOLD) -> str:
    """Give the line above a text, no stamp or sentence, nor a link but above a stamp, whose words the text has, or "".

    It is the nearest of several, but where they follow each other the first: the others are standfirsts.
    """
    found = ""
    for i in reversed(range(max(0, first - NEAR), first)):
        line = page.lines[i]
        title = line.text
        own = line.link < len(title) / 2 or _STAMP.search(page.lines[i + 1].text[:MAX_CHARS])  # blogs link to the post
        alone = own and title[-1] not in _SENTENCE_ENDS
        fits = alone and line.weight <= _LONGEST and not _STAMP.search(title)
        if fits and is_told(title, text, share if i >= first - _NEXT else TOLD):
            if found and letters(title).endswith(letters(found)):
                break  # the way to the page, and the headline behind it
            found = title
        elif found:
            break
    return found
