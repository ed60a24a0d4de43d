"""Whom the credits of a page name as its writers, and when they say it was written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.text.byline.credits.lines import BY
from pipelines.text.byline.vocabulary.credit import Credit

HELPED = re.compile(r"additional (?:reporting|writing|research) by[^;.)]*", re.IGNORECASE)
"""Those who helped the writers."""
OPENING = re.compile(r"^\W{0,3}(?:By\s[A-Z]|.{2,16}[讯訊电電]\s?[（(])")
"""How reports open: behind a text such words are another's."""
STAMP_DAYS = 1
"""Days after its dateline on which a report is published as a rule: in the night, and in zones further east."""
CONFIRMED_DAYS = 3
"""The same where the day in the URL is that of the stamp, as it is believed when a page is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A credit that was taken out of an article."""

    credit: Credit
    text: str
    """Its words."""
    head: bool
    """Whether it stood before the first paragraph of text, or in that."""
    tail: bool
    """Whether it stood behind the last paragraph of text, or in that."""


def writers_of(taken: Sequence[Taken]) -> tuple[str, ...]:
    """Give the names of those who wrote the article, each once.

    Who wrote a text signs at its head or its end: names inside are those of pictures, and mirrors make up some on every
    third paragraph. A page's head may name anybody; reporters named in the dateline wrote the text, whatever else the
    head says. A line that names source, writer and editor is the frame of a site, which extraction has read: inside a
    text mirrors write it. Where one credit of a page is made up, one behind its last sentence is, too.
    """
    made_up = any(one.credit.reason == "fake_byline" for one in taken)
    edging = [one for one in taken if one.head or (one.tail and not made_up and not OPENING.match(one.text))]
    reported = any(one.credit.names for one in edging if one.credit.reason == "dateline")
    names: dict[str, str] = {}
    for one in edging:
        credit = one.credit
        is_frame = credit.reason == "page_header" or (credit.source is not None and credit.day is None)
        if (reported and is_frame and credit.reason != "dateline") or (credit.reason == "editor" and credit.source):
            continue
        by = BY.match(one.text.strip()) if credit.reason == "dateline" and not credit.names else None
        helpers = " ".join(HELPED.findall(one.text))
        for name in credit.names or ((by["name"],) if by else ()):
            if name not in helpers:
                names.setdefault(name.casefold(), name)
    return tuple(names.values())


def is_stamp_of(day: date, stamp: date, by_url: date | None) -> bool:
    """Tell whether a page's stamp may be that of a report whose dateline states *day*; *by_url* is the day in its URL.

    A report may be dated a day ahead, east of the page's clock.
    """
    lag = (stamp - day).days
    return -1 <= lag <= (CONFIRMED_DAYS if stamp == by_url else STAMP_DAYS)
