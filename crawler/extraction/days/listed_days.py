"""Days that are one of several: of lists, tables and cards, each the day of something else."""

from collections.abc import Sequence

from crawler.extraction.days.dates import find_dates
from crawler.extraction.days.day_words import AROUND, STAMP_CHARS, has_sign
from crawler.extraction.page.blocks import TABLE, Page
from crawler.extraction.page.tags import HEADINGS

_LIST_LINES, _LIST_DAYS = 40, 2
"""Lines on either side of one with a day that are looked at, and how many more days in lines like it make a list."""
_ITEM_LINES, _ITEM = 6, 14
"""The same for items of lists, and characters of one beside its day, where a word for that is among them."""
_DAY_CHARS = 40
"""Characters of a line that is a day and nothing else, at most."""
TEASER_CHARS = 20
"""Characters of the headline of another article, at least."""
_CELLS = ("td", "p", "div")
"""Tags of lines without a name in a table of which not all are alike."""
_BULLETS = "•·▪■◆►»*"


def is_teaser(page: Page, index: int) -> bool:
    """Tell whether a day behind the text is another article's: its headline stands right before it, and no word."""
    text = page.lines[index].text if index < len(page.lines) else ""
    return is_below_headline(page, index) and not has_sign(text[:STAMP_CHARS])


def is_below_headline(page: Page, index: int) -> bool:
    """Tell whether the line before one may be the headline of another article: it is long, and a heading or a link."""
    before = page.lines[index - 1] if index else None
    if before is None or len(before.text) < TEASER_CHARS:
        return False
    return before.tag in HEADINGS or before.link >= len(before.text)


def is_item(page: Page, index: int, rest: int, tongue: str | None) -> bool:
    """Tell whether a line with a day, and so many characters beside it, is an item of a list of things that have a day each."""
    line = page.lines[index]
    if line.text[0] in _BULLETS and not has_sign(line.text):
        return rest >= _ITEM
    if line.tag != "li":
        return False
    near = [one.text for one in page.lines[max(0, index - _ITEM_LINES) : index + _ITEM_LINES] if one.tag == "li"]
    days = {
        day.text: len(text) - len(day.text) >= _ITEM or not has_sign(text)
        for text in near
        for day in find_dates(text, None, tongue)
        if len(text) - len(day.text) > AROUND
    }
    return len(days) > _LIST_DAYS and sum(days.values()) > _LIST_DAYS


def is_timed_item(page: Page, index: int, first: int) -> bool:
    """Tell whether a line with a `<time>` is one of several of its make that have other days: of a list, a table, or cards.

    *first* is the line with which the text begins: articles below it may be shown as this one is.
    """
    lines, own = page.lines, page.lines[index]
    if not own.node.name.strip() and own.tag not in ("li", "td"):
        return False
    days = {
        value[:10]
        for i, value in page.times
        if abs(i - index) <= _LIST_LINES
        and (i < first) == (index < first)
        and i < len(lines)
        and (lines[i].tag, lines[i].node.name) == (own.tag, own.node.name)
    }
    return len(days) > _LIST_DAYS


def is_of_column(page: Page, index: int, body: Sequence[int], tongue: str | None) -> bool:
    """Tell whether a line that is a day is one of several of its make: of a column (files, episodes, games), or of a chronicle.

    *body* are the lines of the text: above it, only cells and those make a chronicle of a line that are in it.
    """
    lines = page.lines
    own = lines[index]
    is_cell = own.tag == "td" or bool(own.node.around.within & TABLE)
    near = range(max(0, index - _LIST_LINES), min(len(lines), index + _LIST_LINES))
    days: set[str] = set()
    for i in near if is_cell or not body or index >= body[0] else range(body[0], min(body[-1] + 1, near.stop)):
        line = lines[i]
        if len(line.text) > _DAY_CHARS:
            continue
        alike = line.node.name == own.node.name and not (own.tag in _CELLS and not own.node.name.strip())
        if line.tag == own.tag and (line.node is own.node or alike):
            days |= {
                day.text for day in find_dates(line.text, None, tongue) if len(line.text) - len(day.text) <= AROUND
            }
    return len(days) > _LIST_DAYS


def is_of_list(page: Page, index: int, tongue: str | None) -> bool:
    """Tell whether lines like one with a day recur near it with other days: those of a list, not of the page."""
    line = page.lines[index]
    if not line.node.name.strip():
        return False
    near = page.lines[max(0, index - _LIST_LINES) : index + _LIST_LINES]
    alike = {one.text for one in near if one.node.name == line.node.name and any(map(str.isdigit, one.text[-4:]))}
    return (
        len(alike - {line.text}) >= _LIST_DAYS
        and sum(bool(list(find_dates(text, None, tongue))) for text in alike) >= _LIST_DAYS
    )
