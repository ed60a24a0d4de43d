"""With what a text begins and ends: the lines on its edges that are its own though little speaks for them, or are not."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, takewhile

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text.announcing import without_announced
from crawler.extraction.main_text.signs import is_credit, is_signed_day
from crawler.extraction.main_text.survey import Survey
from crawler.extraction.main_text.together import ENDS, LINKED, is_set_alike, is_set_beside, may_fill, part_of
from crawler.extraction.page.blocks import Line, Node

AMID_ODDS = 0.05
"""Odds that a heading above a text has, at least."""
OVER, ALIKE = 3, 2
"""Lines between a text and the heading above it, at most: a byline and a day; and headings like it in the text, at least."""
HEADED_ODDS, LISTED_ODDS = 0.2, 0.1
"""Odds of a heading right above a text that begins with a paragraph, or with a list, from which it is of the text."""
RUN = 4
"""Short lines above a text that are of it, at least."""
HEADINGS_AT_END = 3
"""Headings at the end of a text, at most: more are text that is set as headings."""
_STOPS = ".!?。！？…"
"""Characters with which a sentence set as a heading ends."""
TEASERS, REPEATED = 2, 120
"""Paragraphs of a text among which its teaser is, and behind it those that it may repeat; and the weight of one, at least."""
SAID_ODDS, SAID = 0.2, 2
"""Odds of a sentence before the first line of a text, in the same block, from which it is of the text; and how many, at most."""
GOING_ON_ODDS, UNENDED_ODDS, CLOSING_ODDS = 0.15, 0.3, 0.2
"""Odds of a sentence behind the last line, set as that is, from which it is of the text, and of a line without a sentence's end, or one that is the last of its block:
what is lost there is never found again, while names and sources at the end of a text are for later stages."""
BETWEEN, BETWEEN_ODDS = 3, 0.07
"""Captions, links and headings between two paragraphs of a text, at most; and odds of a sentence behind them."""
NOTICE = 60
"""Weight of an advertisement's label between the paragraphs of a text, at most."""
LEFT, LEFT_LEAST, LEFT_ODDS = 4, 0.2, 0.3
"""Lines left over in the block of a text, at least, and the odds that each of them has, and all in the mean, from which they are
of the text: a table, a list of names, a poem."""
LEFT_SHARE = 0.9
"""Share of a text that its block holds."""
_PARTS, PART_ODDS = {"code": "pre", "cell": "table", "item": "dl"}, 0.2
"""Kinds of lines that stand in a listing, a table or a list of terms, each with the block that is one; and the mean odds from which
that is of the text beside which it stands."""
PART_LABEL = 16
"""Characters of a line that names a part of a text, at most."""
LABEL = 40
"""Weight of a label that announces links, at most: a longer one says something itself."""
_ENDS_OR_GOES_ON = re.compile(rf"{ENDS.pattern}|[,，、;；]$")
_FIELD = re.compile(r"[^\s:：，。]{1,8}\s?[:：]\s?\S")
_SENTENCE = re.compile(r"[。！？…][”’」』）]?[\s（(]|[.!?][\"'”’»]?\s[(\[][\w./ -]{1,20}[)\]]$")
"""A sentence that ends within a line, in Chinese or Japanese before a blank or a bracket, else before initials: these are glued to it."""


def settle_ends(survey: Survey, chosen: list[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Add the sentences that stand beside a text in its block, and leave out a teaser before it and headings behind it."""
    lines = survey.page.lines
    if not chosen:
        return chosen
    before = (
        _above(lines, chosen[0], odds, survey.title_line)
        or _first_label(lines, chosen, odds, survey.title_line)
        or _run_above(lines, chosen[0], odds, survey.title_line)
        or _part_beside(lines, chosen[0], -1, odds)
    )
    behind = (
        _left_over(survey, chosen, odds) or _headed(lines, chosen, odds) or _part_beside(lines, chosen[-1], 1, odds)
    )
    behind += _going_on(survey, [*chosen, *behind], odds)
    text = _with_summaries(lines, [*reversed(before), *chosen, *behind])
    return end(lines, without_announced(lines, _without_teaser(lines, text)))


def _with_summaries(lines: Sequence[Line], chosen: list[int]) -> list[int]:
    """Add the `<summary>` to what it opens: what stands in a `<details>` answers it."""
    summaries = {
        i - 1
        for i in chosen
        if i and lines[i].prose and lines[i - 1].tag == "summary" and lines[i - 1].node.parent in _outer(lines[i])
    }
    return sorted(summaries.union(chosen)) if summaries else chosen


def _outer(line: Line) -> tuple[Node | None, ...]:
    """Give the block of a line and the two around it."""
    return line.node, (outer := line.node.parent), outer.parent if outer else None


def _above(lines: Sequence[Line], first: int, odds: npt.NDArray[np.float64], headline: int) -> list[int]:
    """Give the sentences right above a text, in its block and set as it is, and the line of a verse that goes on in it."""
    likely = takewhile(
        lambda i: i != headline and odds[i] >= SAID_ODDS and not lines[i].dead and is_set_alike(lines[i], lines[first]),
        range(first - 1, max(-1, first - SAID - 1), -1),
    )
    return list(takewhile(lambda i: _ENDS_OR_GOES_ON.search(lines[i].text), likely))


def _first_label(
    lines: Sequence[Line], chosen: Sequence[int], odds: npt.NDArray[np.float64], headline: int
) -> list[int]:
    """Give the short line right above a text that counts its first part, as others do (`其一`), or is a field before others."""
    at = chosen[0] - 1
    if at < 0 or at == headline or odds[at] < GOING_ON_ODDS:
        return []
    line, first = lines[at], lines[chosen[0]]
    if line.dead or line.link or len(line.text) > PART_LABEL or not is_set_alike(line, first):
        return []
    if _FIELD.match(line.text) and not is_credit(line.text):
        alike = sum(_FIELD.match(lines[i].text) is not None for i in chosen[:ALIKE])
    else:
        labels = (lines[i].text for i in chosen if odds[at] >= UNENDED_ODDS and len(lines[i].text) <= PART_LABEL)
        alike = sum(_counts_alike(label, line.text) for label in labels)
    return [at] if alike >= ALIKE else []


def _counts_alike(label: str, other: str) -> bool:
    """Tell whether two labels differ in their first or second character alone, up to the blank or mark behind the number."""
    return label != other and (label[:1] == other[:1] or label[1:2] == other[1:2]) and label[2:3] == other[2:3]


def _going_on(survey: Survey, text: Sequence[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Give the lines that go on behind the last of a text, set as that is.

    With links in its last lines, as in a round-up, it goes on with such. Labels of advertisements may be between, and behind what else is put between paragraphs a sentence: captions, links
    to other articles, and a heading, which comes with it. A credit alone is none; a sentence with a credit behind it is,
    unless it stands below a picture.
    """
    lines, headline, last = survey.page.lines, survey.title_line, text[-1]
    linked = len(text) >= LINKED and all(lines[i].link for i in text[-LINKED:])
    pictured = {i for i, _ in survey.page.images}
    found: list[int] = []
    over: list[int] = []
    for i in range(last + 1, len(lines)):
        line = lines[i]
        if line.dead and line.weight < NOTICE and odds[i] < LEFT_ODDS and not is_set_alike(line, lines[last]):
            continue
        if i != headline and len(over) < BETWEEN and _is_put_between(line, lines[last]):
            over.append(i)
            continue
        goes_on = linked and may_fill(line) and is_set_beside(line, lines[last])
        if i == headline or line.dead or not (goes_on or is_set_alike(line, lines[last])):
            break
        headings = [k for k in over if lines[k].kind == "heading"]
        ended = ENDS.search(line.text) or (i not in pictured and _SENTENCE.search(line.text, len(line.text) // 2))
        unended = CLOSING_ODDS if _closes(lines, i) else UNENDED_ODDS
        if not over and is_signed_day(lines[[last, *found][-1]], line.text):
            unended = AMID_ODDS
        least = unended if not ended else GOING_ON_ODDS if headings or not over else BETWEEN_ODDS
        if odds[i] < least or (not ended and (over or is_credit(line.text))):
            break
        found += [*headings, i]
        over = []
    return found


def _closes(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line without figures, which days, pages and counters have, is the last of its block but for credits."""
    node = lines[index].node
    behind = lines[index + 1 : (node if node.end - node.start > 1 else node.parent or node).end]
    return not any(map(str.isdigit, lines[index].text)) and all(is_credit(line.text) for line in behind)


def _part_beside(lines: Sequence[Line], edge: int, step: int, odds: npt.NDArray[np.float64]) -> list[int]:
    """Give the lines of a listing, a table or a list of terms that stands next to an edge of a text in its block, or that the edge cuts."""
    at = edge + step
    if not 0 <= at < len(lines) or lines[at].kind not in _PARTS:
        return []
    part, box = part_of(lines[at]), lines[edge].node.box
    cut = part is box and part.tag == "dl"
    beside = box.start <= part.start and part.end <= box.end and box.end - box.start > part.end - part.start
    if part.tag != _PARTS[lines[at].kind] or not (cut or beside):
        return []
    members = range(at, part.end) if step > 0 else range(at, part.start - 1, -1)
    if any(lines[i].dead or lines[i].link or lines[i].prose for i in members) or odds[members].mean() < PART_ODDS:
        return []
    return list(members)


def _headed(lines: Sequence[Line], chosen: Sequence[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Give the sentence right below the heading with which a text ends, in its block: a tip below its label.

    The heading has to be like another one in the text: teasers below it have headings as well.
    """
    last, below = lines[chosen[-1]], chosen[-1] + 1
    if last.kind != "heading" or below >= min(len(lines), last.node.box.end):
        return []
    if not any(lines[i].kind == "heading" and _form(lines[i]) == _form(last) for i in chosen[:-1]):
        return []
    line = lines[below]
    return [below] if line.prose and not line.dead and not line.link and odds[below] >= SAID_ODDS else []


def _form(heading: Line) -> tuple[str, str]:
    """Give the tag of a heading and its class, which is no block's around it."""
    return heading.tag, heading.node.make.strip() if heading.node.tag == heading.tag else ""


def _is_put_between(line: Line, last: Line) -> bool:
    """Tell whether a line is a caption, a heading or a link in the block of a text."""
    if line.dead or (line.kind not in {"caption", "heading"} and may_fill(line)):
        return False
    box, node = last.node.box, line.node
    outer = (box.parent or box) if box is last.node else box
    return outer.start <= node.start and node.end <= outer.end


def _left_over(survey: Survey, chosen: Sequence[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Give all lines that are left behind a text in the block that holds it, where none of them is unlikely or a link."""
    lines = survey.page.lines
    weights = [0, *accumulate(lines[i].weight for i in chosen)]
    least = LEFT_SHARE * weights[-1]
    held = (
        node for node in lines[chosen[-1]].node.up() if weights[-1] - weights[bisect_left(chosen, node.start)] >= least
    )
    node = next(held, None)
    left = range(chosen[-1] + 1, node.end) if node is not None and node.tag not in {"body", "html"} else range(0)
    if len(left) < LEFT or odds[left].min() < LEFT_LEAST or odds[left].mean() < LEFT_ODDS:
        return []
    return [] if any(lines[i].dead or lines[i].link for i in left) else list(left)


def _run_above(lines: Sequence[Line], first: int, odds: npt.NDArray[np.float64], headline: int) -> list[int]:
    """Give the short lines of text right above a text in its block, or in that of its list: what is needed, before what is done.

    One or two are a byline and a day.
    """
    node = lines[first].node
    block = node.parent if node.tag in {"ul", "ol"} else node
    run: list[int] = []
    for i in range(first - 1, headline, -1):
        line = lines[i]
        if line.node is not block or line.kind != "text" or line.dead or line.link or odds[i] < LISTED_ODDS:
            break
        run.append(i)
    return run if len(run) >= RUN else []


def _without_teaser(lines: list[Line], chosen: list[int]) -> list[int]:
    """Leave out the paragraph with which a text begins where a block of its own repeats the next one, or the one after it."""
    for place, i in enumerate(chosen[:TEASERS]):
        again = [k for k in chosen[place + 1 : place + 1 + TEASERS] if lines[k].text == lines[i].text]
        if again and lines[i].weight >= REPEATED and lines[i].node.box is not lines[again[0]].node.box:
            return [*chosen[:place], *chosen[place + 1 :]]
    return chosen


def begin(survey: Survey, chosen: list[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Add the heading right above a text where headings of its make are of the text: the first of several parts has one as well."""
    lines = survey.page.lines
    if not chosen or (first := chosen[0]) == 0:
        return chosen
    above = next((i for i in range(first - 1, max(-1, first - 1 - OVER), -1) if lines[i].kind == "heading"), None)
    if above is None or above == survey.title_line or lines[above].dead or odds[above] < AMID_ODDS:
        return chosen
    heading, beginning = lines[above], lines[first]
    alike = [i for i in chosen if lines[i].kind == "heading" and lines[i].make == heading.make]
    same = heading.node.box is beginning.node.box
    if (same and len(alike) >= ALIKE) or (above == first - 1 and _heads(heading, beginning, odds[above], same=same)):
        return [above, *chosen]
    return chosen


def _heads(heading: Line, beginning: Line, odds: float, *, same: bool) -> bool:
    """Tell whether a heading right above a text is likely enough for it: in the *same* block as its first line, or above a list."""
    if heading.tag == "h1" or heading.link:
        return False
    if beginning.kind == "text":
        return same and odds >= HEADED_ODDS
    around = beginning.node.parent
    return beginning.node.tag in {"ul", "ol"} and around is heading.node.box and odds >= LISTED_ODDS


def end(lines: list[Line], chosen: list[int]) -> list[int]:
    """Leave out the headings with which a text ends: they have nothing below them and announce what follows the article.

    Nor is a label of its own that announces links; where a sentence ends with a colon, the link behind it is of the text.
    """
    last = len(chosen)
    while (
        last and (line := lines[chosen[last - 1]]).kind == "heading" and not line.prose and line.text[-1] not in _STOPS
    ):
        last -= 1
    kept = chosen[:last] if 0 < last >= len(chosen) - HEADINGS_AT_END else chosen
    if not kept or lines[kept[-1]].text[-1] not in ":：" or (behind := kept[-1] + 1) >= len(lines):
        return kept
    label, link = lines[kept[-1]], lines[behind]
    if may_fill(link) or link.dead or link.node is not label.node:
        return kept
    if label.prose:
        return [*kept, behind]
    return kept[:-1] or kept if label.weight < LABEL else kept
