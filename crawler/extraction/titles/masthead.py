"""The headline of a page whose `<title>` is nothing but the name that its masthead repeats, as mirrors make them."""

import re
from itertools import pairwise

from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.letters import letters
from crawler.extraction.titles.headings import MAX_CHARS, RANKS
from crawler.extraction.titles.wording import HEADLINE, UNTOLD, is_told

REPEATED = 2
"""Lines above the text that hold the name: a headline stands there once, or once more in the way to the page."""
HEAD = 20
"""Lines at the top of a page in which a masthead stands."""
STAMP = re.compile(r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}.{0,4}\d{1,2}:\d\d")
"""A day with its hour, as systems set it right below a headline."""
TEXT = 8
"""Lines from the first sentence on that say nothing of the name."""
SHORTEST = 4
"""Letters of a name."""


def below_masthead(page: Page, title: str) -> str:
    """Give the headline below the masthead that repeats *title*, the site's name; empty where there is none.

    That is a heading, or the line right above the stamp of the page, before the first sentence. The name itself is no
    heading, and the text does not tell of it.
    """
    wanted = letters(title)
    first = next((i for i, line in enumerate(page.lines[:HEAD]) if line.prose), HEAD)
    top = enumerate(page.lines[:first])
    above = [i for i, line in top if len(line.text) >= len(wanted) and wanted in letters(line.text[:MAX_CHARS])]
    if len(wanted) < SHORTEST or len(above) < REPEATED or any(page.lines[i].tag in RANKS for i in above):
        return ""
    text = "".join(line.text for line in page.lines[first : first + TEXT] if line.prose)
    if is_told(title, text.lower(), UNTOLD):
        return ""
    below = page.lines[above[-1] + 1 : first + 2]  # a headline with commas in it counts as a sentence
    for line, after in pairwise(below):
        if _may_be_headline(line) and (line.tag in RANKS or STAMP.search(after.text[:MAX_CHARS])):
            return line.text
    return ""


def _may_be_headline(line: Line) -> bool:
    """Tell whether a line is as long as headlines are, and no link, address or stamp."""
    fits = len(letters(line.text)) >= HEADLINE and line.link < len(line.text) <= MAX_CHARS
    return fits and "://" not in line.text and STAMP.search(line.text) is None
