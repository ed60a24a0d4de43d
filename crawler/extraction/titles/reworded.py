"""Headlines of which a page has two: the one that it announces to others, and the one that it shows."""

from collections.abc import Iterable, Sequence

from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.letters import letters
from crawler.extraction.titles.headings import CALLED, MAX_CHARS, NEAR
from crawler.extraction.titles.headline import ABOVE
from crawler.extraction.titles.wording import HEADLINE, SAYING, UNTOLD, may_be, split_title, telling, told_share

_AKIN = 0.5
"""Share of its telling words that a heading has in common with `<title>`, or `<title>` with it, when both announce the
same article in different words."""
_ABOVE = 2
"""Lines above a `<h1>` in which what is called the headline makes it the second one."""


def only_heading(page: Page, title: str, begin: int, text: str) -> str:
    """Give the only `<h1>` of a page, right above a text that has words of it, where it says more than a title that no line holds; or ""."""
    heads = [i for i in page.headings if (line := page.lines[i]).tag == "h1" and line.link < len(line.text)]
    if len(heads) != 1 or not begin - NEAR <= heads[0] < begin or page.lines[heads[0]].dead:
        return ""
    heading, wanted = page.lines[heads[0]].text, letters(title)
    if not len(wanted) < len(letters(heading)) <= MAX_CHARS or len(telling(heading)) < SAYING:
        return ""
    short = (line.text for line in page.lines if len(line.text) <= MAX_CHARS)
    shown = told_share(heading, text) < UNTOLD or any(wanted in letters(line) for line in short)
    return "" if shown else heading


def reworded(page: Page, announced: str, stated: Sequence[str], known: Line | None = None) -> str | None:
    """Give the only `<h1>` of a page that says in other words what *announced*, a part of `<title>`, or the metadata say.

    Pages that want to be found announce one headline to search engines and show another. What readers see is the
    headline. A part of what is announced, or that with the way to the page before it, is not, nor what stands below a
    heading that is *known* for the headline, or in furniture while that does not.
    """
    shown = {letters(line.text): line for line in page.lines if line.tag == "h1" and line.link < len(line.text)}
    if len(shown) > 1:
        shown = {words: line for words, line in shown.items() if _is_akin(line.text, (announced,))}
    if len(shown) != 1:
        return None
    words, line = shown.popitem()
    wanted = letters(announced)
    if len(words) < HEADLINE or len(line.text) > MAX_CHARS or words in wanted or wanted in words:
        return None
    if any(words in other for other in (_lesser(text) for text in (page.title, *stated))):
        return None
    at = page.lines.index(line)
    second = any(_is_called(above, wanted) for above in page.lines[max(0, at - _ABOVE) : at])
    if second or (known is not None and not known.dead and (line.dead or page.lines.index(known) < at)):
        return None
    above = sum(other.weight for other in page.lines[:at] if other.prose)
    if above > ABOVE * sum(other.weight for other in page.lines if other.prose):
        return None
    return line.text if _is_akin(line.text, (announced, *stated)) else None


def _is_called(line: Line, wanted: str) -> bool:
    """Tell whether a line is called the headline, and is the one that is *wanted*: a `<h1>` below it is the second one."""
    if line.dead or line.link or not may_be(line.text, wanted) or CALLED.search(line.node.name) is None:
        return False
    return letters(line.text) == wanted


def called_headline(page: Page, parts: Iterable[str]) -> str | None:
    """Give the longest part of `<title>` where a line is it that is called the headline, wherever the text was thought to begin."""
    wanted = letters(max(parts, key=len, default=""))
    if len(wanted) < HEADLINE:
        return None
    return next((line.text for line in page.lines if _is_called(line, wanted)), None)


def _lesser(statement: str) -> list[str]:
    """Give the parts of a statement beside the longest, as `letters`: sections and sites."""
    parts = list(map(letters, split_title(statement)))
    return sorted(parts, key=len)[:-1]


def shown_second(page: Page, announced: str, first: int, stated: Sequence[str]) -> str:
    """Give the `<h2>` above the text that says in other words what is *announced*, on a page without a `<h1>`; else the latter."""
    if any(line.tag == "h1" and line.link < len(line.text) for line in page.lines):
        return announced
    near = (line for line in page.lines[max(0, first - NEAR) : first + 1] if line.tag == "h2" and not line.dead)
    own = [line.text for line in near if line.link < len(line.text) <= MAX_CHARS]
    if announced in stated and any(letters(announced) in letters(text) for text in own):
        return announced  # with a day or a label
    return next((text for text in own if len(telling(text)) >= SAYING and _is_akin(text, (announced,))), announced)


def _is_akin(heading: str, announced: Iterable[str]) -> bool:
    """Tell whether a heading has half its telling words in common with a statement, or that with it."""
    ours = telling(heading)
    for text in announced:
        theirs = telling(text)
        if len(ours & theirs) >= _AKIN * max(1, min(len(ours), len(theirs))):
            return True
    return False
