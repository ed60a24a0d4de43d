"""Lines that state when a text came out: the one of a page far from the text, and those that were chosen with it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from crawler.extraction.days.dates import Stamp, find_dates
from crawler.extraction.days.day_words import PUBLISHED, STAMP_CHARS, says_when, strip_signs
from crawler.extraction.days.listed_days import is_below_headline
from crawler.extraction.days.stamps import LINKED_AWAY
from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.names import COMMENTS

_BEHIND_WORD = 14
"""Characters between a word for publishing far from the text and its day."""
_PLAIN = frozenset(("text", "item"))
"""Kinds of lines that may say how long a text takes to read."""
_EDGE = 2
"""Lines at either end of a text that may state a day."""
_WORDS_BEFORE, _LETTERS_LEFT = 4, 14
"""Words before the day of a line that states it, and letters beside days and words for them (weekdays, zones, `at`), at most."""
_CLOCK = re.compile(
    r"(?:\d{1,2}\s?[a-z]{1,7}\sago\s?|(?:published|posted)\s(?:at\s)?)?(?P<hour>\d{1,2})(?P<mark>[:.h])(?P<minute>\d\d)\s?(?P<half>[ap]\.?m\.?)?\s?(?P<zone>[a-z]{2,4})?(?:\s\d{1,2}\s[a-z]{3,9})?",
    re.IGNORECASE,
)
"""A line that is a time of the day, with the word for publishing before it, and the zone and the day behind it."""
_CLOCK_CHARS, _POSTS, _POST_LINES = 40, 3, 2
"""Characters of such a line, at most; the posts of a live blog, at least; and the lines below a post's time among which its text begins."""
_READING = re.compile(
    r"(?:temps\sde\slecture|lesezeit|(?:estimated\s)?reading\stime|tiempo\sde\slectura|tempo\s(?:de\sleitura|di\slettura)|leestijd|okuma\ssüresi|время\sчтения)\s?:?\s?\d{1,3}\s?[^\W\d]{1,8}\.?"
    r"|\d{1,3}[\s-]?min(?:ute[ns]?|utos?|uti|s)?\.?\s(?:read|de\slecture|lesezeit|de\slectura|de\sleitura|di\slettura|leestijd)",
    re.IGNORECASE,
)
"""A line that says how long a text takes to read."""


def sole_statement(page: Page, now: datetime | None, tongue: str | None) -> Stamp | None:
    """Give the day of the one line of a page, wherever it stands, that begins with a word for publishing; None where there are several.

    *now* and *tongue* are as in `find_dates`.
    """
    found: dict[str, Stamp] = {}
    for i, line in enumerate(page.lines):
        text = line.text
        if len(text) > STAMP_CHARS or line.dead or (word := PUBLISHED.match(text)) is None:
            continue
        if line.link >= len(text) * LINKED_AWAY or line.node.around.within & COMMENTS or _is_of_teaser(page, i):
            continue
        day = min(find_dates(text, now, tongue), key=lambda stamp: stamp.start, default=None)
        if day is not None and day.start - word.end() <= _BEHIND_WORD:
            found[text] = day
    day = next(iter(found.values())) if len(found) == 1 else None
    return day if day and day.year is not None else None


def without_statements(page: Page, body: Sequence[int], now: datetime | None) -> list[int]:
    """Give the lines of a text without those at its edges that only state when it came out, was changed or how long it takes to read, and the times of the posts of a live blog.

    *now* is as in `find_dates`.
    """
    edges = {*body[:_EDGE], *body[-_EDGE:]} if len(body) > 2 * _EDGE else ()
    stated = {i for i in edges if _states(page.lines[i], now, page.language[:2])} | _times_of_posts(page, body)
    return [i for i in body if i not in stated]


def _states(line: Line, now: datetime | None, tongue: str | None) -> bool:
    """Tell whether a line is a statement of when a text came out, or how long it takes to read."""
    if line.kind == "text" and states_day(line.text, now, tongue):
        return True
    return line.kind in _PLAIN and len(line.text) <= STAMP_CHARS and _READING.fullmatch(line.text) is not None


def _times_of_posts(page: Page, body: Sequence[int]) -> set[int]:
    """Give the lines of one make that are times, each right above prose or its heading, and go backwards: those of a programme go on."""
    times: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for i in body:
        line = page.lines[i]
        if line.kind not in _PLAIN or len(line.text) > _CLOCK_CHARS or not (time := _CLOCK.fullmatch(line.text)):
            continue
        if time["mark"] != "." or time["half"] or time["zone"]:
            hour = int(time["hour"]) % 12 + 12 * (time["half"][0] in "pP") if time["half"] else int(time["hour"])
            times[line.make].append((i, 60 * hour + int(time["minute"])))
    found: set[int] = set()
    for alike in times.values():
        below = (page.lines[i + 1 : i + 1 + _POST_LINES] for i, _ in alike)
        told = all(any(line.prose for line in near) for near in below)
        if len(alike) >= _POSTS and told and all(time >= after for (_, time), (_, after) in pairwise(alike)):
            found.update(i for i, _ in alike)
    return found


def states_day(text: str, now: datetime | None, tongue: str | None) -> bool:
    """Tell whether a line is nothing but a statement of when the text came out, or was changed: words for it, days, times, and little else.

    *now* and *tongue* are as in `find_dates`.
    """
    if len(text) > STAMP_CHARS or not any(map(str.isdigit, text)) or not says_when(text):
        return False
    days = sorted(find_dates(text, now, tongue), key=lambda stamp: stamp.start)
    if not days or days[0].year is None or text[-1] in ".。" or text.count(" ", 0, days[0].start) > _WORDS_BEFORE:
        return False
    rest = text
    for day in reversed(days):
        rest = f"{rest[: day.start]} {rest[day.start + len(day.text) :]}"
    return sum(map(str.isalpha, strip_signs(rest))) <= _LETTERS_LEFT


def _is_of_teaser(page: Page, index: int) -> bool:
    """Tell whether a line stands below another article's headline in the same card."""
    if not is_below_headline(page, index):
        return False
    line, before = page.lines[index], page.lines[index - 1]
    own, others = (line.node, line.node.parent), (before.node, before.node.parent)
    return any(node is not None and node in others for node in own)
