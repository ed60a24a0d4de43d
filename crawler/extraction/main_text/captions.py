"""What stands between the paragraphs of a text and is none of them: captions of pictures, numbers of lines, icons, advertising."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text.centred import centred_captions
from crawler.extraction.main_text.together import may_fill
from crawler.extraction.page.blocks import Line, Node, Page
from crawler.extraction.page.letters import letters
from crawler.extraction.page.names import CAMEL, FOREIGN

_CERTAIN, _DOUBTFUL = 0.7, 0.5
"""Odds from which a line stays though it says what its picture's description says, and though it is called a caption."""
_DESCRIBED = 30
"""Weight of a line that says what a description says, at least: what is shorter may be the name of a product or a person."""
_ABROAD = r"(?:foto|photo|img|image|pic|bild)-(?:legend[ae]?|cap)|bild(?:unterschrift|text)|bildetekst|pie-?(?:de-?)?foto|didascalia(?:-foto)?"
"""What captions are called in other languages, or for short."""
_CAPTION = re.compile(rf"(?<![a-z])(?:captions?|cutline|{_ABROAD})(?![a-z])")
_OF_PICTURES = re.compile(r"(?<![a-z])(?:image|img|photo|picture|pic)-captions?(?:-text)?(?![a-z-])")
"""Names that only captions have."""
_SURE = re.compile(
    rf"(?<![a-z])(?:{_ABROAD}|wp-caption(?:-text)?|caption-bild|(?:tr|p)-caption|cutline|credit-caption|(?:media|img|image|photo|picture|pic)-{{1,2}}captions?)(?![a-z-])"
)
"""Those that systems for publishing give to nothing else."""
_PICTURE = re.compile(r"(?<![a-z])(?:pic|picture|img|image|photo|foto|bild(?:er)?)-?(?:box|frame)(?![a-z])")
"""What the boxes of pictures are called."""
_PICTURES = re.compile(r"^(?:pic|picture|img|image|photo|foto)s?$")
"""What the boxes of a picture and its caption are called that hold nothing else."""
_BOXED = 200
"""Weight of a caption that is called nothing in such a box, at most."""
_MORE = re.compile(r"\+\d{1,3}")
"""The number of pictures that a gallery does not show."""
_LINES = 3
"""Lines of what is called a caption, at most."""
_PLAIN = frozenset(("text", "heading"))
_COUNTED = 2
"""Lines of a listing that are counted, at least."""
_CONTENTS, _LABEL = 3, 40
"""Links to places on the page that are a table of contents, at least, and characters of the label above it, at most."""
_ICONS = 3
"""Times that a letter stands alone, at least, and no other does, before it is a picture: those of a glossary differ."""


def set_apart(page: Page, chosen: list[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Leave out the lines of a text that are captions, which get that kind, numbers, icons or nobody's, unless it is made of such."""
    lines = page.lines
    plain = [i for i in chosen if lines[i].kind in _PLAIN]
    alone = [text for i in plain if len(text := lines[i].text) == 1 and text.isalpha()]
    icon = alone[0] if len(alone) >= _ICONS and len(set(alone)) == 1 else None
    captions = _captions(page, chosen, plain, odds) if page.images else set()
    left = captions | _jumps(page, chosen) | _line_numbers(lines, chosen)
    left.update(
        [i for i in chosen if (line := lines[i]).text == icon or (line.dead and line.node.around.within & FOREIGN)]
    )
    if not left:
        return chosen
    kept = [i for i in chosen if i not in left]
    if 2 * sum(lines[i].weight for i in kept) < sum(lines[i].weight for i in chosen):
        return chosen
    for i in captions:
        lines[i].kind = "caption"
    return kept


def _captions(page: Page, chosen: list[int], plain: Sequence[int], odds: npt.NDArray[np.float64]) -> set[int]:
    """Give the lines that are captions, of those that are *plain* text or headings."""
    lines = page.lines
    unsure = {i for i, likely in zip(plain, odds[plain].tolist(), strict=True) if likely < _CERTAIN}
    called = {i for i in plain if _is_caption(lines[i].node)}
    captions = _boxed(page, chosen[1:], unsure) | (_describing(page, unsure) if unsure else set())
    captions |= centred_captions(page, chosen) | _defined(page, chosen) | _counted(page, plain)
    if called:
        captions |= _called(page, chosen[1:], unsure & called, odds) | _named(page, called, unsure)
    return captions


def _counted(page: Page, plain: Sequence[int]) -> set[int]:
    """Give the lines that say how many more pictures there are behind the one right before them (`+4`)."""
    counts = {i for i in plain if (text := page.lines[i].text)[0] == "+" and _MORE.fullmatch(text)}
    return counts.intersection([i for i, _ in page.images]) if counts else counts


def _jumps(page: Page, chosen: Sequence[int]) -> set[int]:
    """Give the lines that are the same link to a place on the page, again and again (back to its top), and tables of contents."""
    lines = page.lines
    linked = [line.text for i in chosen if (line := lines[i]).link and not may_fill(line)]
    repeated = len(linked) > len(set(linked))
    over = [i for i, after in pairwise((*chosen, len(lines))) if after - i > _CONTENTS and _may_be_over(lines[i])]
    if not (repeated or over or len(linked) >= _CONTENTS):
        return set()
    again = {text for text, count in Counter(linked).items() if count > 1}
    places = {i for i, href, _ in page.anchors if href[0] == "#"}
    whole = {i for i in places if i < len(lines) and not may_fill(lines[i])}
    found = {i for i in over if whole.issuperset(range(i + 1, i + 1 + _CONTENTS))}
    if len(listed := whole.intersection(chosen)) >= _CONTENTS:
        found |= _contents(page, chosen, listed)
    return found | {i for i in places.intersection(chosen) if lines[i].text in again}


def _contents(page: Page, chosen: Sequence[int], listed: set[int]) -> set[int]:
    """Give the links to places on the page that repeat headings of the text, several below each other, and the label above them."""
    lines, inside = page.lines, set(chosen)
    headings = {letters(lines[i].text) for i in page.headings if i in inside}
    named = {i for i in listed if letters(lines[i].text) in headings and lines[i].kind != "heading"}
    found: set[int] = set()
    for i in named:
        run = range(i, i + _CONTENTS)
        if named.issuperset(run):
            found.update(run)
    label = min(found, default=0) - 1
    return found | {label} if label in inside and _may_be_over(lines[label]) else found


def _may_be_over(line: Line) -> bool:
    """Tell whether a line may be the label of a table of contents."""
    return line.kind in _PLAIN and not line.prose and not line.link and len(line.text) <= _LABEL


def _line_numbers(lines: Sequence[Line], chosen: Sequence[int]) -> set[int]:
    """Give the lines that count the lines of a listing, in a block of their own right before it or right behind it.

    A listing of as many lines, without its empty ones, stands there.
    """
    if not any(lines[i].kind == "code" for i in chosen):
        return set()
    found: set[int] = set()
    for start in [i for i in chosen if lines[i].text == "1"]:
        end = start + 1
        while end < len(lines) and lines[end].text == str(end - start + 1):
            end += 1
        many = range((end - start + 1) // 2, end - start + 1)
        if (end - start >= _COUNTED or lines[start].kind == "item") and (
            _listing(lines, end, 1, many.stop) in many or _listing(lines, start - 1, -1, many.stop) in many
        ):
            found.update(range(start, end))
    return found


def _listing(lines: Sequence[Line], at: int, step: int, most: int) -> int:
    """Count the lines of the listing whose first or last line is that at a place, if one is, up to so many."""
    end = at
    while (
        abs(end - at) < most
        and 0 <= end < len(lines)
        and lines[end].kind == "code"
        and lines[end].node is lines[at].node
    ):
        end += step
    return abs(end - at)


def _describing(page: Page, unsure: set[int]) -> set[int]:
    """Give the lines that say what the description of the picture right before them says, and no more."""
    return {
        i
        for i, picture in page.images
        if i in unsure
        and (line := page.lines[i]).kind == "text"
        and line.weight >= _DESCRIBED
        and letters(picture.get("alt") or "") == letters(line.text)
    }


def _called(page: Page, chosen: Sequence[int], unsure: Iterable[int], odds: npt.NDArray[np.float64]) -> set[int]:
    """Give the lines beside a picture of the makes of those that are called captions and *unsure*, where all of the make are hardly of the text.

    Many a text has the caption of the picture above it as its first line: nothing is torn there.
    """
    makes = {line.make for i in unsure if (line := page.lines[i]).kind == "text"}
    if not makes:
        return set()
    text, pictures = set(chosen), [i for i, _ in page.images]
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in np.flatnonzero(odds).tolist():
        if (make := page.lines[i].make) in makes:
            alike[make].append(i)
    return {
        i
        for members in alike.values()
        if odds[members].mean() < _DOUBTFUL
        for i in members
        if i in text and _has_picture(page.lines[i].node, pictures)
    }


def _boxed(page: Page, chosen: Sequence[int], unsure: Collection[int]) -> set[int]:
    """Give the short lines in a small block that is called a picture's, with a picture right before them in it."""
    pictures = {i for i, _ in page.images}
    small = [i for i in chosen if i in pictures and page.lines[i].weight <= _BOXED and page.lines[i].kind == "text"]
    return {i for i in small if (_is_in_picture if i in unsure else _is_of_picture)(page.lines[i].node)}


def _is_of_picture(node: Node) -> bool:
    """Tell whether a block holds nothing but a line and the picture it is called after."""
    return node.end - node.start == 1 and _is_named(node.name.strip(), _PICTURES)


def _is_in_picture(node: Node) -> bool:
    """Tell whether a small block is called a picture, or one of the small ones around it."""
    small = takewhile(lambda node: node.end - node.start <= _LINES, node.up())
    return any(_is_named(node.name, _PICTURE) for node in small)


def _defined(page: Page, chosen: Sequence[int]) -> set[int]:
    """Give the definitions whose term is a picture, each alone in its list."""
    inside = set(chosen)
    return {
        i
        for i, _ in page.images
        if i in inside
        and (line := page.lines[i]).tag == "dd"
        and line.weight <= _BOXED
        and (box := line.node if line.node.tag == "dl" else line.node.parent) is not None
        and box.tag == "dl"
        and box.end - box.start == 1
    }


def _named(page: Page, called: Iterable[int], unsure: Collection[int]) -> set[int]:
    """Give the lines beside a picture, of those *called* captions, that have a name which only captions have; the likely ones by the surest names alone."""
    lines = page.lines
    named = [
        i
        for i in called
        if _is_caption(lines[i].node, _SURE) or (i in unsure and _is_caption(lines[i].node, _OF_PICTURES))
    ]
    pictures = [i for i, _ in page.images] if named else []
    return {i for i in named if _has_picture(lines[i].node, pictures)}


def _is_caption(node: Node, name: re.Pattern[str] = _CAPTION) -> bool:
    """Tell whether a small block is called a caption, or the one around it is."""
    return node.end - node.start <= _LINES and (
        _is_named(node.name, name)
        or (node.parent is not None and node.parent.start == node.start and _is_caption(node.parent, name))
    )


def _has_picture(node: Node, pictures: Sequence[int]) -> bool:
    """Tell whether one of the *pictures*, given by the lines behind them, stands in a block or in the one around it."""
    box = node.parent or node
    return bisect_left(pictures, box.start) < bisect_left(pictures, node.end + 1)


@lru_cache(maxsize=4096)
def _is_named(name: str, pattern: re.Pattern[str]) -> bool:
    return pattern.search(CAMEL.sub("-", name).lower().replace("_", "-")) is not None
