"""The time that a page keeps for machines beside the one it shows: `<abbr title="2024-03-05T08:30Z">`, `data-time="1709627400"`."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree

from crawler.extraction.days.day_words import STAMP_CHARS, read_sign
from crawler.extraction.page.blocks import Page
from crawler.extraction.page.names import COMMENTS

_TIME = re.compile(r"1\d{9}(?:\d{3})?|(?:19|20)\d\d-\d\d-\d\d(?:[T\s]\d\d:\d\d.{0,20})?")
"""What such an attribute holds: seconds or milliseconds since 1970, or ISO 8601."""
_CHANGED = re.compile("updat|modif|edit")
_BELOW = 20
"""Lines below the headline in which the time stands."""
_ABOVE = 5
"""Lines above the headline in which it stands on some sites, beside the author."""
_FIGURES = re.compile(r"[\d前刚剛昨今]")
_WORDS = ("ago", "just now", "yesterday")
"""What the words hold that a page shows in its place."""
_MOST, _LONGEST = 200, 1000
"""Elements that are looked at, and characters of one, with the blanks between its tags."""


def machine_times(root: etree._Element, page: Page, body: Sequence[int], headline: int) -> list[tuple[int, str]]:
    """Give the first time for machines between headline and text, else right above the headline, with the index of its line; nothing where there is none.

    Takes the tree that the page was read from, and the lines of its text and headline (-1 where none is known).
    """
    if headline < 0 or not body or body[0] <= headline:
        return []
    below = range(headline + 1, min(headline + 1 + _BELOW, body[0] + 1))
    near = [(i, page.lines[i]) for i in (*below, *_right_above(page, headline))]
    near = [(i, line) for i, line in near if len(line.text) <= STAMP_CHARS and _may_show(line.text)]
    shown = _shown(root) if near else {}
    for i, line in near if shown else ():
        said = next((text for text in shown if text in line.text), None)
        if said is None or line.node.around.within & COMMENTS:
            continue
        if read_sign(line.text, line.text.index(said)) not in ("changed", "other"):
            return [(i, shown[said])]
    return []


def _shown(root: etree._Element) -> dict[str, str]:
    """Give the times for machines by the words that are shown in their place."""
    shown: dict[str, str] = {}
    for element in islice(filter(_may_state, root.iter()), _MOST):
        if (value := _stated(element)) and (text := _short_text(element)) and _may_show(text):
            shown.setdefault(text, value)
    return shown


def _may_state(element: etree._Element) -> bool:
    """Tell whether an element has an attribute that may state a time."""
    for key in element.keys():  # noqa: SIM118 - an element has children, and its keys are those of its attributes
        if "time" in (name := str(key)) and name.startswith("data-"):
            return True
    return element.tag == "abbr" and element.get("title") is not None


def _right_above(page: Page, headline: int) -> Iterator[int]:
    """Give the lines right above a headline, the nearest first, up to a heading or a sentence: what is above that is of something else."""
    for i in range(headline - 1, max(-1, headline - 1 - _ABOVE), -1):
        if page.lines[i].kind == "heading" or page.lines[i].prose:
            return
        yield i


def _short_text(element: etree._Element) -> str:
    """Give the text of an element on one line; "" where it is longer than that of a stamp, which is not read to its end."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(str(part))
        size += len(part)
        if size > _LONGEST:
            return ""
    text = " ".join("".join(parts).split())
    return text if len(text) <= STAMP_CHARS else ""


def _may_show(text: str) -> bool:
    """Tell whether words may be shown in the place of a time."""
    return _FIGURES.search(text) is not None or any(map(text.lower().__contains__, _WORDS))


def _stated(element: etree._Element) -> str | None:
    """Give the time that an element's attributes state; None where they state none, or one of a change."""
    for key, stated in element.items():
        name, value = str(key), str(stated)
        named = name == "title" or (name.startswith("data-") and "time" in name and not _CHANGED.search(name))
        if named and _TIME.fullmatch(value.strip()):
            return value.strip()
    return None
