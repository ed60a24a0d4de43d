"""The headline: the statements of a page weighed against each other and against its text."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.leads import leads_home
from crawler.extraction.page.letters import letters
from crawler.extraction.page.metadata import Metadata
from crawler.extraction.page.tags import HEADINGS
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
from crawler.extraction.titles.reworded import called_headline, only_heading, reworded, shown_second
from crawler.extraction.titles.wording import (
    HEADLINE,
    TOLD,
    UNTOLD,
    cut_title,
    is_edge,
    is_told,
    may_be,
    shorten,
    split_title,
    telling,
    told_share,
    told_statement,
)

ALONE = 1.5
"""Points of a `<h1>` that nothing confirms, wherever it stands, and of a `<h2>` above the text."""
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


def choose_title(page: Page, data: Metadata, first: int, body: Sequence[int] = ()) -> str:
    """Give the headline of a page, one line without the site's name; empty when nothing is like one.

    A heading that the page's own title or metadata confirm is the headline. Else it is the part of `<title>` that
    stands as a line of its own above the text, else the longest part, else what the metadata say, else the
    likeliest heading. When the text has none of its words, or it stands nowhere on the page and has no word of the
    line above the text whose words the text has, then that line is the headline. *first* is the index of the line
    where the text is thought to begin, *body* are its lines where they are known.
    """
    announced = _announced(page, data, first)
    chosen = shown_second(page, announced, first, data.titles) if body else announced
    verse = bool(body) and not any(page.lines[i].prose for i in body)
    begin = first if verse else next((i for i, line in enumerate(page.lines[first:], first) if line.prose), first)
    lines = [page.lines[i] for i in body[:_TEXT_LINES]] or page.lines[begin : begin + _TEXT_LINES]
    text = "".join(line.text for line in lines if line.prose or verse)[:_TEXT].lower()
    if not text:
        return chosen
    told = told_share(chosen, text)
    names = {letters(name) for name in data.site_names}
    parts = split_title(page.title, names)
    if body and (only := only_heading(page, chosen, begin, text)):
        return only
    if told > UNTOLD:
        above = "" if _is_shown(page, data, chosen) else _told_above(page, begin, text)
        other = above and (
            not telling(above) & telling(chosen)
            or _outdoes(page, above, begin, told_share(above, text) - told)
            or (_size(above) > _size(chosen) and _is_of_site(page, chosen))
        )
        if other:
            return _below(page, parts, begin) or above
        part = _first_part(page, parts, begin) if letters(chosen) == letters(page.title) else ""
        return part or chosen
    shown = [
        line.text
        for i, line in enumerate(page.lines)
        if (line.tag == "h1" or (line.tag in RANKS and line.text in data.titles))
        and len(line.text) <= MAX_CHARS
        and not leads_home(page, i)
    ]
    if letters(chosen) in map(letters, shown) if shown and told else _stands(page, chosen, begin):
        called = "" if shown else _labelled(page, begin)
        return called if _size(called) > _size(chosen) and is_told(called, text, UNTOLD) else chosen
    told_parts = (title for title in parts if is_told(title, text))
    headings = (title for title in shown if is_told(title, text, UNTOLD))
    found = next(told_parts, "") or next(headings, "")
    return found or _first_part(page, parts, begin) or _told_above(page, begin, text, UNTOLD) or chosen


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


def settle_title(page: Page, data: Metadata, title: str, body: Sequence[int]) -> str:
    """Give the headline again when the lines of the *body* are known: *title* where it stands by them, else chosen anew.

    A headline of the metadata is taken where the text tells that one and little of both: some mirrors replace these alone.
    """
    first = next((i for i in body if page.lines[i].prose), min(body, default=-1))
    settled = title if first < 0 or _stands(page, title, first) else choose_title(page, data, first, body)
    text = "".join(page.lines[i].text for i in body[:_TEXT_LINES] if page.lines[i].prose)[:_TEXT]
    return told_statement(settled, page.title, data.titles, text.lower()) or settled


def _stands(page: Page, title: str, first: int) -> bool:
    """Tell whether a headline stands as a line of its own where headlines stand: little above the text, or at its top."""
    wanted = letters(title)
    near = range(max(0, first - NEAR), min(len(page.lines), first + 2))
    texts = ((i, page.lines[i].text) for i in near)
    return any(may_be(text, wanted) and letters(text) == wanted and not leads_home(page, i) for i, text in texts)


def _announced(page: Page, data: Metadata, first: int) -> str:
    """Give the headline by what the headings, `<title>` and the metadata say of each other."""
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
    return found or _stated(page, stated, whole, names) or heading or _labelled(page, first) or whole


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


def _is_headline(page: Page, heading: str, whole: str) -> bool:
    """Tell whether a heading that nothing confirms is the headline, and `<title>` the site's name.

    A heading that has the title as one of its parts is the way to the page.
    """
    if letters(whole) in map(letters, split_title(heading)):
        return False
    return _size(heading) >= max(HEADLINE, _size(whole) * (1 if _is_brand(page, whole) else 2))


def _size(title: str) -> int:
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


def _labelled(page: Page, first: int) -> str:
    """Give the line above the text whose block is called a title."""
    for line in reversed(page.lines[max(0, first - NEAR) : first + 1]):
        if CALLED.search(line.node.name) and 4 <= len(line.text) <= MAX_CHARS:
            return line.text
    return ""
