"""Days that a page tells of near its text: in the headline, a sentence, a heading, an item or a caption, behind no word for publishing."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from crawler.extraction.days.dates import Stamp
from crawler.extraction.days.day_words import AROUND
from crawler.extraction.days.listed_days import TEASER_CHARS
from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.tags import HEADINGS

_SENTENCE = re.compile(r"。(?:\s?\[[\d-]{1,5}\]){0,5}$")
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s$|(?:星期|周|週)[一二三四五六日天]\s?$", re.IGNORECASE
)
_NO_STAMPS = ("caption", "quote", "code")
"""Kinds of lines of which none is a stamp."""
_SEPARATORS = " |·•/–—-:：,，>»【[(（"
_LONGEST, _END = 400, 60
"""Characters of a line that are looked at, and of its end."""
_BEFORE = 40
"""Characters before a day that are looked at."""
_ON = re.compile(r"(?<![^\W_])(?:on|el|le|am|il|em|op|på|den)\s(?:the\s)?$", re.IGNORECASE)
"""`on` in several languages."""
_SPAN = re.compile(
    r"""(?<![^\W_])(?:as\sof|since|until|till|through|from|between|after|before|during|of|for|to|and|by
        |bis(?:\szum)?|ab(?:\sdem)?|seit(?:\sdem)?|(?:desde|hasta)(?:\sel)?|depuis\sle|jusqu['’]au|à\s(?:partir|compter)\sdu
        |dal|fino\sal|a\spartir\sde|até|до|с|по)\s(?:the\s)?$
    |(?<![写寫作稿刊载載])[于於]$|[在自至到从從截]$""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands right before a day on which something else than the text came out: words of time, but for `on`."""
_GOES_ON = re.compile(r",?\s(?:to|until|through|and|was|were|is|will|has|had|that|when|it)\s|[在起至]")
"""What stands right behind such a day."""
_DONE = re.compile(r"(?<![^\W_])(?!featured|sponsored|released|verified)[a-z]{2,12}ed$", re.IGNORECASE)
"""What was done on such a day (`Launched`), where it is no name."""
_LABEL = re.compile(r"(?<![^\W_])(?!on:)[a-z]{2,12}:\s?$", re.IGNORECASE)
"""An English label that is no word for publishing (`In stock:`)."""
_PHOTO = re.compile(
    r"\bfile\sphoto\b|^file\s[–—-]\s|\bphoto(?:graph)?(?:s?\sby\b|\scredit|:)|\((?:ap|afp|reuters)\sphoto|图为|圖為|摄\s?[)）]?$",
    re.IGNORECASE,
)
"""What a caption says that stands in a line like any other."""
_CALLED = re.compile(r"(?:^|[^a-z])(?:captions?|cutline)(?:$|[^a-z])", re.IGNORECASE)
"""Class or id of a caption; in Japanese ones the day stands behind a double hyphen."""
_IN_PHOTO = ("photo", "file ", "图为", "圖為", "摄")
_DASH = re.compile(r"\)?\s?(?:[–—~～至到-]|to|until)\s?\(?", re.IGNORECASE)
_TEASER_ZH = 8
"""The same as TEASER_CHARS for a headline in Chinese, in links behind the text."""
_BY = re.compile(r"(?<![^\W_])(?:by|par|por|von|da|di|door|av|af|oleh)(?![^\W_])", re.IGNORECASE)
"""`by` in several languages: who wrote it stands before the day."""
_CREDIT = re.compile(rf"[|·•—]|{_BY.pattern}", re.IGNORECASE)
"""What stands in a line of the article's own in which its author or section is a link."""
_OWN = re.compile(r"\b(?:article|story|page|post|entry)\b", re.IGNORECASE)
"""What a label may name in the place of publishing (`Article launched:`)."""


def is_told(page: Page, body: Sequence[int], headline: int, index: int, place: tuple[int, int]) -> bool:
    """Tell whether a line tells of a day for another reason than that the text came out then.

    *body* and *headline* are the lines of the text and of the headline, *place* is where the day begins and ends in the
    line; it may be behind its end, for a `<time>` that shows something else.
    """
    if index >= len(page.lines):
        return False
    line = page.lines[index]
    text, rest = line.text[:_LONGEST], len(line.text) - (place[1] - place[0])
    at = bisect_left(body, index)
    inside = at < len(body) and body[at] == index
    if (
        (line.prose and inside)
        or line.kind in _NO_STAMPS
        or _SENTENCE.search(line.text[-_END:])
        or _is_caption(line, place[0])
    ):
        return True
    if index == headline:
        return not _WEEKDAY.search(text, 0, place[0])
    among = inside or (line.kind == "heading" and bool(body) and body[0] <= index <= body[-1])
    if among and line.kind != "text" and rest > AROUND:
        return True
    if body and index > body[-1] and _is_below(page, body[-1], index, rest):
        return True
    return _tells(text, *place)


def _is_caption(line: Line, at: int) -> bool:
    """Tell whether a line with a day at that place is a caption; most are ruled out by a few of its words."""
    text = line.text[:_LONGEST]
    if at > 0 and (text[at - 1 : at] == "＝" or _CALLED.search(line.node.name)):
        return True
    low = text.lower()
    return any(map(low.__contains__, _IN_PHOTO)) and _PHOTO.search(text) is not None


def is_span(text: str, stamps: Sequence[Stamp]) -> bool:
    """Tell whether nothing but a dash stands between two days of a line: something took from the one to the other."""
    ordered = sorted(stamps, key=lambda stamp: stamp.start)
    between = (text[one.start + len(one.text) : other.start] for one, other in pairwise(ordered))
    return any(_DASH.fullmatch(part) for part in between)


def _is_below(page: Page, last: int, index: int, rest: int) -> bool:
    """Tell whether a line behind the text is about something else: below a heading, an item, or beside the link to an article."""
    line = page.lines[index]
    if line.kind in ("item", "heading") and rest > AROUND:
        return True
    if line.link >= _TEASER_ZH and rest > AROUND and not _CREDIT.search(text := line.text[:_LONGEST]):
        han = sum("\u4e00" <= char <= "\u9fff" for char in text)
        if line.link >= TEASER_CHARS or han >= _TEASER_ZH:
            return True
    return any(other.tag in HEADINGS for other in page.lines[last + 1 : index])


def _tells(text: str, start: int, end: int) -> bool:
    """Tell whether the words right beside a day are those of a sentence (`opens on …`, `as of …`)."""
    if end < len(text) and _GOES_ON.match(text, end):
        return True
    before = text[max(0, start - _BEFORE) : start]
    if not before[-3:].strip(_SEPARATORS):  # most stamps begin their line, or stand behind a bar
        return False
    before = before[: day.start()] if (day := _WEEKDAY.search(before)) else before
    if _OWN.search(before):
        return False
    if _SPAN.search(before) or _LABEL.search(before) or _is_done(before):
        return True
    return not _BY.search(text, 0, start) and _is_on(before)


def _is_done(before: str) -> bool:
    """Tell whether the last word before a day says what was done then; one with a capital behind others is a name."""
    words = before.split()
    return bool(words) and _DONE.search(words[-1]) is not None and (len(words) == 1 or words[-1].islower())


def _is_on(before: str) -> bool:
    """Tell whether the words before a day are those of a sentence that goes `opens on`; a name alone is its author's."""
    if (on := _ON.search(before)) is None:
        return False
    words = before[: on.start()].split()
    return len(words) > 1 and words[0].lower() != "in" and words[-1].isalpha() and words[-1].islower()
