"""The headings of a page as headlines: which has the best claim, and what of it is the headline."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter
from urllib.parse import urlsplit

from crawler.extraction.blocks import Line, Page
from crawler.extraction.dates import find_dates
from crawler.extraction.wording import HEADLINE, letters, split_title

MAX_CHARS = 300
"""A longer line is no headline."""
RANKS = {"h1": 2.0, "h2": 1.0, "h3": 0.5}
"""Points of a heading for what it is."""
NEAR = 12
"""Lines before the text where the headline stands."""
CALLED = re.compile(
    r"(?:^|[\s_-])(?:[a-z]+[_-])?(?:title|headline|biaoti|tit|titular|titulo|titre|titolo|titel|baslik|judul)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Class or id of a block that holds the headline."""
_NEXT = 3
"""Lines before the text where a heading that is no `<h1>` may be the headline for what its block is called."""
_SHORTEST = 8
"""UTF-8 bytes of the only `<h1>` that may be the headline beside a longer part of `<title>`: shorter ones are sections."""
_MOST = 0.7
"""Share of a heading that a statement is, at least, which it holds as a whole."""
_BESIDE = 12
"""Letters that stand beside a day in what is put before or behind a headline, at most."""
_CHANGED = re.compile(r"\s?(?:(?:Last\s)?[Uu]pdated|Published|Posted|发布时间|更新时间)(?![a-z])")
"""What else begins behind a headline in its heading and is no part of it."""
_HOME = re.compile(r"/?(?:index\.\w{2,5})?")
"""The path of a site's first page."""


def best_heading(
    page: Page, parts: Sequence[str], stated: Sequence[str], first: int, names: Iterable[str]
) -> tuple[Line | None, float]:
    """Give the heading that speaks most for being the headline, and its points.

    *parts* are those of `<title>`, *stated* the headlines of the metadata, *names* the site's (as `letters`), *first*
    is the line where the text is thought to begin.
    """
    best, top = None, 0.0
    heads = list(dict.fromkeys(letters(text) for text in stated))
    tails = [letters(text) for text in parts]
    witnesses = [text for text in dict.fromkeys((*heads, *tails, "".join(tails))) if text]
    longest = max(map(len, tails), default=0)
    begins = list(dict.fromkeys((*heads, *(text for text in tails if len(text) == longest))))
    for i, line in [(i, line) for i, line in enumerate(page.lines) if line.tag in RANKS]:
        rank = RANKS[line.tag]
        words = letters(line.text) if len(line.text) <= MAX_CHARS else ""
        if len(words) < 4 or words in names or (line.dead and rank < 1):
            continue
        points = rank + (0.5 if i <= first else -0.5)
        if [text for text in witnesses if words in text]:
            # A short part, and that beside a long one, is the name of the site or a section.
            long = 2 * len(words) >= longest and len(line.text.encode("utf-8", "replace")) >= HEADLINE
            if [words] == tails and leads_home(page, i):
                continue
            points += 4 if long or words in heads or (words in tails[:1] and _is_only(page, i, parts, first)) else 0.5
        elif held := [text for text in witnesses if text in words]:
            begun = [text for text in begins if _begin_alike(words, text)] or _holds(line.text, words, held)
            points += 2 if begun else 4 if bare_heading(line.text, [*parts, *stated]) != line.text else 0
        elif [text for text in begins if _begin_alike(words, text)]:
            points += 2
        elif leads_home(page, i):
            continue
        if points > top:
            best, top = line, points
    return best, top


def _begin_alike(heading: str, title: str) -> bool:
    """Say whether a title, cut short perhaps, and a heading begin with the same letters."""
    least = max(6, len(heading) // 2)
    return heading[:least] == title[:least] and len(title) >= least <= len(heading)


def _holds(heading: str, words: str, held: Iterable[str]) -> bool:
    """Say whether one of the statements that a heading holds is most of it, and no part of it behind the way to the page."""
    most = max(HEADLINE, _MOST * len(words))
    large = {text for text in held if len(text) >= most}
    return bool(large) and large.isdisjoint(map(letters, split_title(heading)))


def _is_only(page: Page, index: int, parts: Sequence[str], first: int) -> bool:
    """Say whether a heading is the only `<h1>` of a page, or called the headline right above the text, and the longest part of `<title>` stands nowhere."""
    line = page.lines[index]
    if line.link or len(line.text.encode("utf-8", "replace")) < _SHORTEST:
        return False
    if line.tag != "h1" and not (first - _NEXT <= index <= first and CALLED.search(line.node.name)):
        return False
    if any(other.tag == "h1" and other is not line and not other.link for other in page.lines):
        return False
    longest = max(parts, key=len)
    return not any(longest in other.text for other in page.lines if len(other.text) <= MAX_CHARS)


def leads_home(page: Page, index: int) -> bool:
    """Say whether a line is a link to the site's first page, as the site's name is."""
    line = page.lines[index]
    if line.link < len(line.text):
        return False
    at = bisect_left(page.anchors, index, key=itemgetter(0))
    for i, href, _ in page.anchors[at : at + 2]:
        if i == index and len(href) <= MAX_CHARS:
            try:
                address = urlsplit(href.strip())
            except ValueError:  # a bracket that opens no address
                continue
            if (address.netloc or address.path) and not address.query and _HOME.fullmatch(address.path):
                return True
    return False


def shown_part(page: Page, heading: str, first: int) -> str:
    """Give another heading by the text that is the longest part of one which holds all of `<title>` (`A | section | site`); or ""."""
    parts = split_title(heading)
    if len(parts) < 3:
        return ""
    wanted = letters(max(parts, key=len))
    near = page.lines[max(0, first - NEAR) : first + 2]
    return next((line.text for line in near if line.tag in RANKS and letters(line.text) == wanted), "")


def bare_heading(heading: str, witnesses: Iterable[str]) -> str:
    """Give the part of a heading that `<title>` or the metadata call the headline, where the rest is a day; else the whole."""
    words = letters(heading)
    for text in witnesses:
        wanted = letters(text)
        if len(text.encode("utf-8", "replace")) < HEADLINE or wanted == words or wanted not in words:
            continue
        for rest in (heading.removesuffix(text), heading.removeprefix(text)):
            if rest == heading:
                continue
            if _CHANGED.match(rest) or any(len(rest) - len(day.text) <= _BESIDE for day in find_dates(rest)):
                return text
    return heading
