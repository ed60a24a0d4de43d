"""Days that a page tells of near its text: in the headline, a sentence, a heading, an item or a caption, behind no word for publishing."""

import re
from collections.abc import Sequence

from crawler.extraction.blocks import Page
from crawler.extraction.day_words import AROUND
from crawler.extraction.tags import HEADINGS

_SENTENCE = re.compile(r"。(?:\s?\[[\d-]{1,5}\]){0,5}$")
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s$|(?:星期|周|週)[一二三四五六日天]\s?$", re.IGNORECASE
)
_NO_STAMPS = ("caption", "quote", "code")
"""Kinds of lines of which none is a stamp."""
_SEPARATORS = " |·•/–—-:：,，>»【[(（"
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
_BY = re.compile(r"(?<![^\W_])(?:by|par|por|von|da|di|door|av|af|oleh)(?![^\W_])", re.IGNORECASE)
"""`by` in several languages: who wrote it stands before the day."""


def is_told(page: Page, body: Sequence[int], headline: int, index: int, place: tuple[int, int]) -> bool:
    """Tell whether a line tells of a day for another reason than that the text came out then.

    *body* and *headline* are the lines of the text and of the headline, *place* is where the day begins and ends in the
    line; it may be behind its end, for a `<time>` that shows something else.
    """
    if index >= len(page.lines):
        return False
    line = page.lines[index]
    text, rest = line.text, len(line.text) - (place[1] - place[0])
    inside = index in body
    if (line.prose and inside) or line.kind in _NO_STAMPS or _SENTENCE.search(text):
        return True
    if index == headline:
        return not _WEEKDAY.search(text, 0, place[0])
    among = inside or (line.kind == "heading" and bool(body) and body[0] <= index <= body[-1])
    if among and line.kind != "text" and rest > AROUND:
        return True
    if (
        body
        and index > body[-1]
        and (_is_headed(page, body[-1], index) or (line.kind in ("item", "heading") and rest > AROUND))
    ):
        return True
    return _tells(text, *place)


def _is_headed(page: Page, last: int, index: int) -> bool:
    """Tell whether a heading stands between the end of the text and a line: what follows it is about something else."""
    return any(line.tag in HEADINGS for line in page.lines[last + 1 : index])


def _tells(text: str, start: int, end: int) -> bool:
    """Tell whether the words right beside a day are those of a sentence (`opens on …`, `as of …`)."""
    if end < len(text) and _GOES_ON.match(text, end):
        return True
    before = text[max(0, start - _BEFORE) : start]
    if not before[-3:].strip(_SEPARATORS):  # most stamps begin their line, or stand behind a bar
        return False
    before = before[: day.start()] if (day := _WEEKDAY.search(before)) else before
    if _SPAN.search(before):
        return True
    if (on := _ON.search(before)) is None or _BY.search(text, 0, start):
        return False
    words = before[: on.start()].split()
    return len(words) > 1 and words[0].lower() != "in" and words[-1].isalpha() and words[-1].islower()
