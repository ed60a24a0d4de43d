"""The headings of a page as headlines: which has the best claim, and what of it is the headline."""

import re
from collections.abc import Collection, Iterable, Sequence
from urllib.parse import SplitResult

from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.leads import leads_home, leads_to, split_address
from crawler.extraction.page.letters import letters
from crawler.extraction.page.tags import HEADINGS
from crawler.extraction.titles.labels import bare_heading
from crawler.extraction.titles.wording import HEADLINE, split_title

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
_DECK = re.compile(
    r"(?:^|[\s_-])(?:sub[_-]?(?:head(?:er|ing|line)?|title)|dek|deck|standfirst|strapline)(?:$|[\s_-])", re.IGNORECASE
)
"""Class or id of what stands below a headline, or names the section above it."""
_LOWER = 3.0
"""Points that a heading loses for such a name."""
PROOF = 4.0
"""Points from which a heading of the page is the headline."""
_DEAD = 1.5
"""Points of those above PROOF that a `<h1>` loses in what is furniture: the way to the page ends with the headline, too."""


def best_heading(
    page: Page, parts: Sequence[str], stated: Sequence[str], first: int, names: Iterable[str], *, own: str
) -> tuple[Line | None, float]:
    """Give the heading that speaks most for being the headline, and its points.

    *parts* are those of `<title>`, *stated* the headlines of the metadata, *names* the site's (as `letters`), *first*
    is the line where the text is thought to begin, *own* the page's address, where it states that.
    """
    best, top, place = None, 0.0, -1
    heads = list(dict.fromkeys(letters(text) for text in stated))
    tails = [letters(text) for text in parts]
    witnesses = [text for text in dict.fromkeys((*heads, *tails, "".join(tails))) if text]
    longest = max(map(len, tails), default=0)
    begins = list(dict.fromkeys((*heads, *(text for text in tails if len(text) == longest))))
    for i, line in [(i, page.lines[i]) for i in page.headings]:
        if (rank := RANKS.get(line.tag)) is None:
            continue
        words = letters(line.text) if len(line.text) <= MAX_CHARS else ""
        if len(words) < 4 or words in names or (line.dead and rank < 1):
            continue
        points = rank + (0.5 if i <= first else -0.5)
        if [text for text in witnesses if words in text]:
            # A short part, and that beside a long one, is the name of the site or a section.
            long = 2 * len(words) >= longest and len(line.text.encode("utf-8", "replace")) >= HEADLINE
            points += 4 if long or words in heads or (words in tails[:1] and _is_only(page, i, parts, first)) else 0.5
        elif held := [text for text in witnesses if text in words]:
            begun = [text for text in begins if _begin_alike(words, text)] or _holds(line.text, words, held)
            bare = bare_heading(page, line, parts, stated) != line.text
            points += 4 if bare else 2 if begun else 0
        elif [text for text in begins if _begin_alike(words, text)]:
            points += 2
        if points <= top or leads_home(page, i):  # of most headings, no more need be known
            continue
        points = _lowered(line, points)
        if points > top and not (best is not None and best.dead and letters(best.text) == words):
            best, top, place = line, points, i
    if best is not None and best.link >= len(best.text):
        best = _below(page, place, tails, own) or _beside(page, best, tails, first) or best
    return best, top


def _lowered(line: Line, points: float) -> float:
    """Give the points of a heading less those that it loses for what its block is called, and for standing in furniture."""
    points -= _LOWER if _DECK.search(line.node.name) else 0
    return max(PROOF, points - _DEAD) if line.dead and points > PROOF else points


def _beside(page: Page, linked: Line, tails: Sequence[str], first: int) -> Line | None:
    """Give the heading above the text that is the first part of `<title>` and no link, where another part is one: the blog's name."""
    wanted = tails[0] if tails else ""
    if not wanted or letters(linked.text) == wanted:
        return None
    near = (page.lines[i] for i in page.headings if i <= first)
    shown = (line for line in near if line.tag in RANKS and not line.link and not line.dead)
    return next((line for line in shown if len(line.text) <= MAX_CHARS and letters(line.text) == wanted), None)


def _below(page: Page, index: int, tails: Collection[str], own: str) -> Line | None:
    """Give the heading below one that is a link to a part of the site in which the page lies, if that is a part of `<title>` too."""
    above = leads_to(page, index)
    words = letters(page.lines[index].text)
    for i, line in enumerate(page.lines[index + 1 :] if above else (), index + 1):
        if line.tag in RANKS and not line.dead and len(line.text) <= MAX_CHARS and letters(line.text) in tails:
            inner = leads_to(page, i) or split_address(own)
            if above and inner and letters(line.text) != words and _lies_in(inner, above):
                return line
    return None


def _lies_in(inner: SplitResult, outer: SplitResult) -> bool:
    """Tell whether an address is one of the pages below another."""
    folder = outer.path.removesuffix("/") + "/"
    same = not inner.netloc or not outer.netloc or inner.netloc == outer.netloc
    return same and not outer.query and inner.path.startswith(folder) and inner.path != folder


def _begin_alike(heading: str, title: str) -> bool:
    """Tell whether a title, cut short perhaps, and a heading begin with the same letters."""
    least = max(6, len(heading) // 2)
    return heading[:least] == title[:least] and len(title) >= least <= len(heading)


def _holds(heading: str, words: str, held: Iterable[str]) -> bool:
    """Tell whether one of the statements that a heading holds is most of it, and no part of it behind the way to the page."""
    most = max(HEADLINE, _MOST * len(words))
    large = {text for text in held if len(text) >= most}
    return bool(large) and large.isdisjoint(map(letters, split_title(heading)))


def _is_only(page: Page, index: int, parts: Sequence[str], first: int) -> bool:
    """Tell whether a heading is the only `<h1>` of a page, or called the headline right above the text, and the longest part of `<title>` stands nowhere."""
    line = page.lines[index]
    if line.link or len(line.text.encode("utf-8", "replace")) < _SHORTEST:
        return False
    if line.tag != "h1" and not (first - _NEXT <= index <= first and CALLED.search(line.node.name)):
        return False
    if any(other.tag == "h1" and other is not line and not other.link for other in page.lines):
        return False
    longest = max(parts, key=len)
    return not any(longest in other.text for other in page.lines if len(other.text) <= MAX_CHARS)


def shown_part(page: Page, heading: str, first: int) -> str:
    """Give another heading by the text that is the longest part of one which holds all of `<title>` (`A | section | site`); or ""."""
    parts = split_title(heading)
    if len(parts) < 3:
        return ""
    wanted = letters(max(parts, key=len))
    near = page.lines[max(0, first - NEAR) : first + 2]
    return next((line.text for line in near if line.tag in RANKS and letters(line.text) == wanted), "")


def joined(page: Page, heading: Line, statements: Iterable[str]) -> str:
    """Give what `<title>` or the metadata state, where it stands on the page in this heading and the next line, a heading too; or ""."""
    at = page.lines.index(heading) + 1
    if at == len(page.lines) or page.lines[at].tag not in HEADINGS or len(page.lines[at].text) > MAX_CHARS:
        return ""
    both = letters(heading.text) + letters(page.lines[at].text)
    return next((text for text in statements if letters(text) == both), "")
