"""The headline: the statements of a page weighed against each other and against its text."""

import re
from collections.abc import Iterable, Sequence

from crawler.extraction.blocks import Page
from crawler.extraction.metadata import Metadata

MAX_CHARS = 300
"""A longer line is no headline."""
PROOF = 4.0
"""Points from which a heading of the page is the headline."""
ALONE = 1.5
"""Points of a `<h1>` that nothing confirms, wherever it stands, and of a `<h2>` above the text."""
HEADLINE = 10
"""Letters from which such a heading is the headline and `<title>` the site's name, if the heading is twice as long, or
longer at all where the head of the page repeats `<title>`."""
ABOVE = 0.2
"""Share of the prose, by weight, that may stand above a headline and be no part of the article."""
_SEPARATORS = re.compile(
    r"(?=[\s|｜│¦>_–—-])(?:\s+[-–—|·•»«:：/~]+\s+|\s*[|｜│¦]+\s*|\s{2,}|\s*>>?\s*|\s+<\s+"
    r"|\s*(?:(?<![a-z0-9])_+|_+(?![a-z0-9]))\s*"  # in `long_name` it is a letter
    r"|(?<=[\u3000-\u9fff\uff00-\uffef])\s*(?:-{1,2}|—+|–)\s*|\s*(?:-{1,2}|—+|–)\s*(?=[\u3400-\u9fff]))"
)
_STAMP = re.compile(r"\d:\d\d|(?:19|20)\d\d|©")
"""A date, a time or a right: such a line above the text is about the article."""
_SENTENCE_ENDS = ".。:：;；,，"
_RANKS = {"h1": 2.0, "h2": 1.0, "h3": 0.5}
_HEADLINE = re.compile(r"(?:^|[\s_-])(?:[a-z]+[_-])?(?:title|headline|biaoti|tit)(?:$|[\s_-])", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_TELLING = re.compile(r"(?=([\u3040-\u9fff\uac00-\ud7af]{2}))|([^\W\d_\u3040-\u9fff\uac00-\ud7af]{4,})")
"""Words that say what a text is about: of four letters and more, and pairs of Chinese, Japanese and Korean characters."""
AKIN = 0.5
"""Share of its telling words that a heading has in common with `<title>`, or `<title>` with it, when both announce the
same article in different words."""
TOLD, UNTOLD = 0.5, 0.25
"""Share of a headline's telling words that its text holds, at least; and of a site's name, at most."""
_TEXT_LINES, _TEXT = 40, 3_000
"""Lines, and characters of the prose in them, that a headline is compared with."""
_NEXT = 3
"""Lines before the text of which one is the headline, if any is, though the text says it in other words."""
_NEAR = 12
"""Lines before the text where the headline stands."""


def choose_title(page: Page, data: Metadata, first: int) -> str:
    """Give the headline of a page, one line without the site's name; empty when nothing is like one.

    A heading that the page's own title or metadata confirm is the headline. Else it is the part of `<title>` that
    stands as a line of its own above the text, else the longest part, else what the metadata say, else the
    likeliest heading. When the text has none of its words and there is no `<h1>`, it is the name of the site, and the headline the line
    above the text whose words the text has. *first* is the index of the line where the text is thought to begin.
    """
    chosen = _announced(page, data, first)
    begin = next((i for i, line in enumerate(page.lines[first:], first) if line.prose), first)
    text = "".join(line.text for line in page.lines[begin : begin + _TEXT_LINES] if line.prose)[:_TEXT].lower()
    if not text or _told(chosen, text) > UNTOLD:
        return chosen
    shown = [line.text for line in page.lines if line.tag == "h1" and len(line.text) <= MAX_CHARS]
    near = [line.text for line in page.lines[max(0, begin - _NEAR) : begin + 2]]
    if letters(chosen) in map(letters, shown or near):
        return chosen
    parts = (title for title in split_title(page.title) if _is_told(title, text))
    headings = (title for title in shown if _is_told(title, text, UNTOLD))
    return next(parts, "") or next(headings, "") or _told_above(page, begin, text) or chosen


def _announced(page: Page, data: Metadata, first: int) -> str:
    """Give the headline by what the headings, `<title>` and the metadata say of each other."""
    names = {letters(name) for name in data.site_names}
    parts = split_title(page.title, names)
    stated = [text for text in data.titles if text and len(text) <= MAX_CHARS]
    best, points = _best_heading(page, parts, [shorten(text, names) for text in stated], first, names)
    if points >= PROOF:
        return (letters(best) not in map(letters, parts) and _reworded(page, best)) or best
    whole = shorten(page.title, names)
    found = _reworded(page, whole) or _standing(page, parts, first)
    if found is None and points >= ALONE and _is_headline(page, best, whole):
        found = best
    return found or _stated(page, stated, whole, names) or best or _labelled(page, first) or whole


def _told_above(page: Page, first: int, text: str) -> str:
    """Give the line above a text, no link, stamp or sentence, whose words the text has; the nearest of them, or ""."""
    for i in reversed(range(max(0, first - _NEAR), min(first + 2, len(page.lines)))):
        line = page.lines[i]
        title = line.text
        alone = line.link < len(title) / 2 and title[-1] not in _SENTENCE_ENDS
        if not alone or not HEADLINE <= len(title) <= MAX_CHARS or _STAMP.search(title):
            continue
        if _is_told(title, text, UNTOLD if i >= first - _NEXT else TOLD):
            return title
    return ""


def _is_told(title: str, text: str, share: float = TOLD) -> bool:
    """Say whether a text in lower case tells what a title announces."""
    return len(title) >= HEADLINE and len(_telling(title)) > 1 and _told(title, text) >= share


def _told(title: str, text: str) -> float:
    """Give the share of a title's telling words that a text in lower case holds; 0 for a title that has none."""
    words = _telling(title)
    return sum(word in text for word in words) / len(words) if words else 0.0


def _telling(text: str) -> set[str]:
    return {pair or word for pair, word in _TELLING.findall(text.lower())}


def _is_headline(page: Page, heading: str, whole: str) -> bool:
    """Say whether a heading that nothing confirms is the headline, and `<title>` the site's name.

    A heading that has the title as one of its parts is the way to the page.
    """
    if letters(whole) in map(letters, split_title(heading)):
        return False
    return len(letters(heading)) >= max(HEADLINE, len(letters(whole)) * (1 if _is_brand(page, whole) else 2))


def _stated(page: Page, stated: Sequence[str], whole: str, names: Iterable[str]) -> str:
    """Give the headline that the metadata state and `<title>` confirms, else that of `<title>`, else the former; or ""."""
    shortened = [shorten(text, names) for text in stated]
    for text, cut in zip(stated, shortened, strict=True):
        if cut and whole and (letters(cut) in letters(page.title) or letters(whole) in letters(text)):
            return cut
    return whole if len(letters(whole)) >= 4 else next(iter(shortened), "")


def split_title(title: str, site_names: Iterable[str] = ()) -> list[str]:
    """Give the parts of a title between its separators, without those that are the site's name (as `letters`)."""
    parts = [part.strip() for part in _SEPARATORS.split(" ".join(title.split())) if part and part.strip()]
    return [part for part in parts if letters(part) not in site_names] or parts


def shorten(title: str, site_names: Iterable[str] = ()) -> str:
    """Cut the names of site and section off a title.

    The longest part is the headline, the first of equals. A short part before it stays with it, since headlines
    have such marks themselves (`Interview: …`); what follows goes.
    """
    title = " ".join(title.split())
    parts = split_title(title, site_names)
    if not parts:
        return title
    weights = [len(part.encode("utf-8", "replace")) for part in parts]
    longest = weights.index(max(weights))
    start = title.find(parts[0 if longest <= 1 else longest])
    end = title.find(parts[longest], max(start, 0)) + len(parts[longest])
    return title[max(start, 0) : end]


def find_title(page: Page, title: str) -> int:
    """Give the index of the first line that is the headline, or most of it; -1 when none is."""
    wanted = letters(title)
    if len(wanted) < 4:
        return -1
    shortest = max(4, len(wanted) / 2)
    for i, line in enumerate(page.lines):
        if shortest <= len(line.text) <= MAX_CHARS:
            found = letters(line.text)
            if len(found) >= shortest and found in wanted:
                return i
    return -1


def below_headline(page: Page, body: Sequence[int], line: int) -> list[int]:
    """Give the lines of the body that stand below *line*, the headline's or -1, where the headline stands in or above its beginning.

    What is chosen above a headline is the head of the page. A headline that has more than ABOVE of the prose above it
    is a repetition, and the whole body stays.
    """
    below = [i for i in body if i > line]
    weight = sum(page.lines[i].weight for i in body if page.lines[i].prose)
    above = weight - sum(page.lines[i].weight for i in below if page.lines[i].prose)
    return below if line >= 0 and below and above <= ABOVE * weight else list(body)


def letters(text: str) -> str:
    """Give the letters and digits of a text in lower case: what stays the same when markup and marks differ."""
    return "".join(_WORD.findall(text)).lower()


def _best_heading(
    page: Page, parts: Sequence[str], stated: Sequence[str], first: int, names: Iterable[str]
) -> tuple[str, float]:
    """Give the heading that speaks most for being the headline, and its points."""
    best, top = "", 0.0
    witnesses = [letters(text) for text in (*stated, *parts, "".join(parts)) if text]
    longest = max(map(len, map(letters, parts)), default=0)
    for i, line in enumerate(page.lines):
        rank = _RANKS.get(line.tag)
        words = letters(line.text) if rank and len(line.text) <= MAX_CHARS else ""
        if not rank or len(words) < 4 or words in names or (line.dead and rank < 1):
            continue
        points = rank + (0.5 if i <= first else -0.5)
        if any(words in witness for witness in witnesses):
            # A short part beside a long one is the name of the site or a section.
            points += 4 if 2 * len(words) >= longest or words in map(letters, stated) else 0.5
        elif any(_common_prefix(words, witness) >= max(6, len(words) // 2) for witness in witnesses):
            points += 2
        if points > top:
            best, top = line.text, points
    return best, top


def _reworded(page: Page, announced: str) -> str | None:
    """Give the only `<h1>` of a page when it says in other words what *announced*, a part of `<title>`, says.

    Pages that want to be found announce one headline to search engines and show another. What readers see is the
    headline. A part of what is announced, or that with the way to the page before it, is not.
    """
    shown = {letters(line.text): line for line in page.lines if line.tag == "h1" and line.link < len(line.text)}
    if len(shown) != 1:
        return None
    words, line = shown.popitem()
    wanted = letters(announced)
    if len(words) < HEADLINE or len(line.text) > MAX_CHARS or words in wanted or wanted in words:
        return None
    above = sum(other.weight for other in page.lines[: page.lines.index(line)] if other.prose)
    if above > ABOVE * sum(other.weight for other in page.lines if other.prose):
        return None
    ours, theirs = _telling(line.text), _telling(announced)
    return line.text if len(ours & theirs) >= AKIN * max(1, min(len(ours), len(theirs))) else None


def _is_brand(page: Page, title: str) -> bool:
    """Say whether a title is repeated in a line of the page's head, as a site's name is."""
    name = letters(title)
    return any(name in letters(line.text) for line in page.lines[:_NEAR] if len(line.text) <= MAX_CHARS)


def _standing(page: Page, parts: Sequence[str], first: int) -> str | None:
    """Give the longest part of the title that stands above the text as a line of its own, no link."""
    wanted = {letters(part): part for part in parts if len(part.encode("utf-8", "replace")) >= 12}
    above = page.lines[max(0, first - _NEAR) : first + 2]
    found = [line.text for line in above if line.link < len(line.text) and letters(line.text) in wanted]
    return max(found, key=len, default=None)


def _labelled(page: Page, first: int) -> str:
    """Give the line above the text whose block is called a title."""
    for line in reversed(page.lines[max(0, first - _NEAR) : first + 1]):
        if _HEADLINE.search(line.node.name) and 4 <= len(line.text) <= MAX_CHARS:
            return line.text
    return ""


def _common_prefix(one: str, two: str) -> int:
    """Count the letters with which both begin."""
    count = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        count += 1
    return count
