"""The author named beside the text without a word that says so: below a label, beside the day, alone."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from crawler.extraction.authors.around import is_of_other
from crawler.extraction.authors.called import is_called
from crawler.extraction.authors.persons import (
    IS_HAN,
    has_role,
    is_given_name,
    is_known_person,
    is_paper,
    is_person,
    split_people,
)
from crawler.extraction.authors.signed import DAY, STOP, YEAR
from crawler.extraction.days.stamps import PICTOGRAPH
from crawler.extraction.page.blocks import Line, Page

_LABEL_ONLY = re.compile(
    r"(?:(?:about|meet)\s(?:the|our)\s(?:authors?|writers?)|(?:(?:written|posted|article|story|words|post)\s)?by|authors?|the author|writer)\s?[:：]?",
    re.IGNORECASE,
)
_LABEL_FIRST = frozenset("abmpstwABMPSTW")
"""The letters with which a label begins."""
LONE_CHARS = 40
"""Characters of a name alone."""
STAMP_CHARS = 60
"""Characters of a line that is a day and what belongs to it (`5 March 2024 · 6 min read`)."""
_BESIDE_DAY = 24
"""Characters beside the day in such a line."""
_TELLING = 40
"""Characters of a line in which it begins to tell of somebody."""
_TOLD = re.compile(r"(?:\s\S{1,30}){0,2}?\s(?:is|was|has|writes|covers|lives|works|leads|joined|comes)\s")
_STOP_BESIDE = re.compile(r"\s?[|•·⋅–—]|\s-\s|\s(?:on|Published|Updated|Posted|Last)\b|\d")
_SHORT_DAY = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/\d\d,?\s\d{1,2}:\d\d")
"""A day whose year has two figures, with a time."""
_LABELS_BEFORE = ("Author ", "AUTHOR ", "Autor ", "Autorin ", "Auteur ", "Autore ")
"""Labels before a name, without a mark."""
_BELOW = ("Author", "AUTHOR", "Writer", "The author")
"""Labels below a name."""
_MENUS = ("li", "h1", "h2", "h3", "h4")
_NO_NAMES = ("li", "h1", "h2")
"""Tags of menus and headlines: of lines behind the text, and of lines above it."""
_ROLE_LINES = 10
"""Lines behind the text where a lone name may stand above a line that says what its bearer is."""
_ABOUT = 4
"""Lines at the end of the text, at most, that tell of its author and were chosen with it."""
_NEXT = 3
"""Lines behind the text where a lone name may stand."""
BESIDE_LINES = 12
"""Lines before the text where a lone name, or one beside a day, may stand."""
LABEL_CHARS = 24
"""Characters of a label alone (`About the author`)."""
BESIDE_CHARS = 90
"""Characters of a line of a name and a day."""


def read_beside(line: str, *, called: bool) -> list[str]:
    """Give the person whom a line names beside a day (`Julia Harden | Writer | July 2, 2025`).

    *called* says that the page calls the line after its author: then the name needs no common given name.
    """
    if len(line) > BESIDE_CHARS or not _may_hold_day(line) or PICTOGRAPH.search(line):
        return []
    if (day := (DAY.search(line) if YEAR.search(line) else None) or _SHORT_DAY.search(line)) is None:
        return []
    is_name = is_person if called else is_known_person
    for text in (line[: day.start()], line[day.end() :]):
        told = text.strip(" |•·⋅–—:-")
        if "," in told[-2:] or told.isupper():  # a place before its day
            continue
        stop = _STOP_BESIDE.search(told)
        names = split_people(told[: stop.start()] if stop else told)
        if names and all(map(is_name, names)):
            return names
    return []


def read_below(label: str, line: str) -> list[str]:
    """Give the names of the line below a label alone (`Written by`)."""
    label = label.strip()
    if len(label) > LABEL_CHARS or len(line) > BESIDE_CHARS or label[:1] not in _LABEL_FIRST:
        return []
    if not _LABEL_ONLY.fullmatch(label):
        return []
    names = _before_stop(line)
    return names if names and all(map(is_person, names)) else []


def read_labelled(line: str) -> list[str]:
    """Give the person of a line that is a label without a mark and a name (`Author Julia Harden`)."""
    if len(line) > LONE_CHARS or not line.startswith(_LABELS_BEFORE):
        return []
    name = line.split(maxsplit=1)[1]
    return [name] if is_known_person(name) else []


def find_beside(
    page: Page, before: Sequence[int], head: Sequence[int], after: Sequence[int], headline: int
) -> list[str]:
    """Give the person named near the text: below a label, beside a day, or alone.

    *before* are the lines before the text, the nearest first, *head* those with which it begins, *after* those behind
    it, *headline* is that of the headline.
    """
    lines = page.lines
    texts = {i: lines[i].text for i in (*before, *head, *after)}
    if labelled := _below_label(page, texts, (*head, after[0] - 1) if after else head):
        return labelled
    # All but tables of contents.
    shown = [i for i in before if lines[i].link < len(lines[i].text) or lines[i].tag != "li"]
    near = [*shown[:BESIDE_LINES], *head]
    for i in near:
        text = texts[i]
        if _may_hold_day(text) and (names := read_beside(text, called=is_called(lines[i]))):
            return names
    for i in near:
        if _may_be_alone(texts[i]) and _stands_alone(
            texts[i], [lines[k].text for k in (i - 1, i + 1) if 0 <= k < len(lines)], [texts[k] for k in after]
        ):
            return split_people(texts[i])
    chosen_with = range(max(0, after[0] - _ABOUT), after[0]) if after else ()
    below = [lines[i] for i in near if i > headline or is_known_person(texts[i])]  # a topic stands above the headline
    if signed := _stands_twice(below, [lines[k] for k in (*chosen_with, *after)]):
        return split_people(signed)
    for i in after[:_NEXT]:
        if (
            _may_be_alone(texts[i])
            and i + 1 < len(lines)
            and is_person(texts[i])
            and (tells_of(texts[i], lines[i + 1].text) or lines[i + 1].text in _BELOW)
        ):
            return split_people(texts[i])
    return _with_roles([lines[i] for i in after[:_ROLE_LINES]])


def _below_label(page: Page, among: Iterable[int], body: Sequence[int]) -> list[str]:
    """Give the names of the first of these lines that stands below a label."""
    return next(filter(None, (names_below_label(page, i, body) for i in among if i)), [])


def names_below_label(page: Page, index: int, body: Sequence[int]) -> list[str]:
    """Give the names of a line below a label, in no row of a table of facts and of no other article."""
    label = page.lines[index - 1]
    names = read_below(label.text, page.lines[index].text)
    return [] if names and (label.tag == "th" or is_of_other(page, index, body)) else names


def _with_roles(behind: Sequence[Line]) -> list[str]:
    """Give the people who stand alone in lines behind the text, in no menu, each above a line that says what he is."""
    return [
        line.text
        for line, below in pairwise(behind)
        if _may_be_alone(line.text)
        and is_person(line.text)
        and not (line.link or line.text.isupper() or line.tag in _MENUS or below.tag in _MENUS)
        and len(below.text) <= STAMP_CHARS
        and has_role(below.text.partition(",")[0].rpartition(" ")[2])
    ]


def _stands_twice(near: Sequence[Line], behind: Sequence[Line]) -> str:
    """Give the name that stands alone above the text and again behind it, in no menu; or "".

    Labels of forms, topics and places do so, too: it is that of a person who is known, or whom the next line tells of.
    """
    told = {line.text: below.text for line, below in pairwise(behind)} | {behind[-1].text: ""} if behind else {}
    for line in near:
        text = line.text
        alone = text in told and not line.link and line.tag not in _NO_NAMES
        if alone and _may_be_alone(text) and is_person(text) and (is_known_person(text) or _says_who(text, told[text])):
            return text
    return ""


def _says_who(name: str, line: str) -> bool:
    """Tell whether a line tells of the bearer of a name, or what he is."""
    return tells_of(name, line) or has_role(line[:STAMP_CHARS])


def _may_hold_day(text: str) -> bool:
    """Give the cheap answer first."""
    return "20" in text or "19" in text or ("/" in text and ":" in text)


def _may_be_alone(text: str) -> bool:
    """Give the cheap answer first: most lines are too long for a name, or have figures."""
    return 3 <= len(text) <= LONE_CHARS and text[0].isupper() and text[-1] not in ".:?!" and not IS_HAN.search(text)


def _stands_alone(text: str, beside: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether a lone name above the text is its author's: a day or a role beside it, and a name that is known.

    A name no list holds is known where a line behind the text tells of its bearer.
    """
    if is_person(text):
        if is_paper(text) or not any(
            is_stamp(line) or (len(line) <= STAMP_CHARS and has_role(line)) for line in beside
        ):
            return False
        return is_known_person(text) or _is_told(text, after)
    return is_given_name(text) and any(map(is_stamp, beside)) and _is_told(text, after)


def _is_told(name: str, lines: Iterable[str]) -> bool:
    return any(tells_of(name, line) for line in lines)


def is_stamp(line: str) -> bool:
    """Tell whether a line is a day and little more."""
    if len(line) > STAMP_CHARS or not ("20" in line or "19" in line):
        return False
    day = DAY.search(line)
    return day is not None and len(line) - len(day[0]) <= _BESIDE_DAY


def tells_of(name: str, line: str) -> bool:
    """Tell whether a line begins to tell what the bearer of a name is (`Julia is a writer …`)."""
    first = name.split(maxsplit=1)[0]
    at = line.find(f"{first} ", 0, _TELLING)
    return at >= 0 and _TOLD.match(line, at + len(first)) is not None


def _before_stop(text: str) -> list[str]:
    """Give the names with which a text begins."""
    stop = STOP.search(text)
    return split_people(text[: stop.start()] if stop else text)
