"""The main text: the lines of a page that are its article."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text import company
from crawler.extraction.main_text.captions import set_apart
from crawler.extraction.main_text.cards import without_cards
from crawler.extraction.main_text.columns import without_columns
from crawler.extraction.main_text.company import find_span, look_around, weights_in_span
from crawler.extraction.main_text.ends import begin, settle_ends
from crawler.extraction.main_text.evidence import NAMES, ask, measure
from crawler.extraction.main_text.forest import the_forest
from crawler.extraction.main_text.inserts import without_inserts
from crawler.extraction.main_text.outward import add_links, without_last_links, without_links_amid
from crawler.extraction.main_text.survey import LITTLE_PROSE, Survey
from crawler.extraction.main_text.together import (
    even_clauses,
    even_linked,
    even_out,
    even_series,
    is_set_alike,
    may_fill,
)
from crawler.extraction.page.blocks import Line, Node
from crawler.extraction.page.names import BODY

LINE_ODDS = 0.4
"""Inside the span a line stays from this probability on."""
AMID_ODDS = 0.05
"""Between two lines that stay, in a block that holds much of the article, it stays from this one on: what was put
between the paragraphs of an article is for later stages to judge."""
AMID_SHARE = 0.3
TABLE_ODDS = 0.2
"""A table that stands between lines that stay is of the article from this one on: by itself, figures look like anything."""
COPIED, COPIES, COPY_SHARE = 80, 3, 0.45
"""Weight of a line that no text repeats by chance, so many of which, and such a share of their weight, must have come
before where a page holds its article twice, for small screens and large ones."""
HEADED, PARAGRAPH, PROMISED, DOUBTED = 5, 150, 2, 0.1
"""Lines below a headline in which its text begins; the weight of a paragraph that is an article where nothing else is; how near the
name is that promises one (`Around.near`); and the odds that it has at least."""
STANDFIRST, STANDFIRST_ODDS = 2, 0.5
"""Lines below the headline of which one is a standfirst, and odds of a sentence there from which it is of the text, whatever is between."""
HEADINGS = 3
"""Headings of one make, each right above a paragraph of a text, from which they are of it though they are links."""
SURE_ODDS = 0.7
"""Prose of the elected block as likely as this is of the article however far from the rest."""
FIRST, SECOND = "forest.json", "second_forest.json"
"""The forests: of what speaks for a line itself, and of that with what is thought of its neighbours."""


def choose(survey: Survey) -> tuple[list[int], list[int]]:
    """Give the indices of the lines that are the article, in order: a standfirst far above it, and its text.

    Days and names are looked for above the text, below the standfirst.
    """
    lines = survey.page.lines
    if not lines:
        return [], []
    asked = ask(survey)
    weight = weights_in_span(survey.figures)
    table = measure(survey, asked)
    odds = np.zeros(len(lines))
    odds[asked.places] = the_forest(FIRST, NAMES).judge(table)
    both = np.concatenate((table, look_around(weight, odds, asked)))
    odds[asked.places] = the_forest(SECOND, (*NAMES, *company.NAMES)).judge(both)
    odds = even_series(survey, without_cards(survey, even_out(lines, odds)), weight)
    if survey.figures.prose.sum() < LITTLE_PROSE:
        odds = even_linked(survey, even_clauses(survey, odds))
    first, last = stretch(survey, odds * weight, odds, find_span(odds, weight))
    chosen = [i for i in range(first, last + 1) if odds[i] >= LINE_ODDS]
    said = [i for i in chosen if lines[i].kind != "caption"]  # captions stand apart, unless there is no more
    chosen = with_body(survey, said or chosen or _elected(survey, odds))
    chosen = add_links(survey, fill_in(lines, chosen, odds), odds)
    chosen = without_columns(survey, chosen)
    chosen = without_inserts(lines, set_apart(survey.page, chosen, odds), odds)
    chosen = settle_ends(survey, _once(lines, begin(survey, chosen, odds)), odds)
    chosen = without_last_links(survey, without_links_amid(survey, chosen))
    return find_standfirst(survey, chosen, odds), chosen


def find_standfirst(survey: Survey, chosen: Sequence[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Give the sentence right below the headline, before a text: stamp, picture and tools between cost more than it is worth."""
    lines, headline = survey.page.lines, survey.title_line
    if not chosen or not 0 <= headline < chosen[0]:
        return []
    below = range(headline + 1, min(headline + 1 + STANDFIRST, chosen[0]))
    likely = (i for i in below if odds[i] >= STANDFIRST_ODDS)
    said = (i for i in likely if (line := lines[i]).prose and line.kind == "text" and not (line.dead or line.link))
    return list(said)[:1]


def _elected(survey: Survey, odds: npt.NDArray[np.float64]) -> list[int]:
    """Give the prose of the elected block, where there is enough of it: a page that nothing is like has its text there.

    A paragraph is enough right below the headline, in a block whose name promises an article, where it may be one: the
    words that introduce a list stand there as well.
    """
    lines, best = survey.page.lines, survey.best
    prose = [i for i in range(best.start, best.end) if lines[i].prose and not lines[i].dead]
    least = LITTLE_PROSE
    if prose and best.around.near >= PROMISED and 0 < prose[0] - survey.title_line <= HEADED and survey.title_line >= 0:
        least = PARAGRAPH if odds[prose].mean() >= DOUBTED else least
    return prose if sum(lines[i].weight for i in prose) >= least else []


def with_body(survey: Survey, chosen: list[int]) -> list[int]:
    """Add the prose of the elected block, and of those like it, where it is called an article's text in so many words and nothing of it is chosen.

    What stands between the headline and such a text, in many short lines, can cost more than it is worth.
    """
    lines, best = survey.page.lines, survey.best
    if not best.flags & BODY or any(best.start <= i < best.end and lines[i].prose for i in chosen):
        return chosen
    if not 0 <= survey.title_line < best.start:
        return chosen
    prose: set[int] = set()
    end = 0
    for node in survey.page.nodes:
        if node.make == best.make and node.tag == best.tag and node.end > end:  # one in another holds nothing new
            prose.update(i for i in range(max(end, node.start), node.end) if lines[i].prose and not lines[i].dead)
            end = node.end
    enough = sum(lines[i].weight for i in prose) >= LITTLE_PROSE
    return sorted(prose.union(chosen)) if enough else chosen


def stretch(
    survey: Survey, mass: npt.NDArray[np.float64], odds: npt.NDArray[np.float64], span: tuple[int, int]
) -> tuple[int, int]:
    """Stretch a span to all certain prose of the elected block, where that holds most of the span already.

    A table or a list of products in the middle of an article costs more than the paragraphs before it are worth.
    """
    first, last = span
    best = survey.best
    if 2 * mass[max(first, best.start) : min(last + 1, best.end)].sum() < mass[first : last + 1].sum():
        return span
    lines = survey.page.lines
    sure = [i for i in range(best.start, best.end) if odds[i] >= SURE_ODDS and lines[i].prose and not lines[i].dead]
    return min([first, *sure]), max([last, *sure])


def fill_in(lines: list[Line], chosen: list[int], odds: npt.NDArray[np.float64]) -> list[int]:
    """Add the lines that stand between chosen ones in the blocks that hold the article.

    A heading or an item that is alone between two of them needs no such block, nor does a table; and headings of one make
    come with most of them, though they are links.
    """
    if not chosen:
        return chosen
    held: Counter[Node] = Counter()
    for i in chosen:
        held[lines[i].node.box] += lines[i].weight
    enough = AMID_SHARE * held.total()
    inside = set(chosen)
    inside |= _headings_alike(lines, inside)
    return [
        i
        for i in range(chosen[0], chosen[-1] + 1)
        if i in inside
        or (
            odds[i] >= AMID_ODDS
            and (may_fill(lines[i]) or _names_row(lines, i))
            and (held[lines[i].node.box] > enough or _is_amid(lines, i, odds[i], alone={i - 1, i + 1} <= inside))
        )
    ]


def _headings_alike(lines: Sequence[Line], chosen: set[int]) -> set[int]:
    """Give the headings amid chosen lines that are of one make with so many of these that those are most of it.

    Of a make each of whose headings stands right above a chosen line of its block, all are.
    """
    makes: dict[tuple[str, str], list[int]] = {}
    for i in range(min(chosen) + 1, max(chosen)):
        if (line := lines[i]).kind == "heading" and not line.dead:
            makes.setdefault((line.tag, line.node.make), []).append(i)
    found: set[int] = set()
    for members in makes.values():
        heading = len(members) >= HEADINGS and all(_heads_chosen(lines, i, chosen) for i in members)
        if heading or 2 * len(chosen.intersection(members)) > len(members):
            found.update(members)
    return found


def _heads_chosen(lines: Sequence[Line], index: int, chosen: set[int]) -> bool:
    """Tell whether a chosen line of its block, or a day and then one, stands below a heading."""
    below = (i for i in (index + 1, index + 2) if i in chosen)
    return any(lines[i].node is lines[index].node for i in below)


def _names_row(lines: list[Line], index: int) -> bool:
    """Tell whether a line is a cell before one that is no link: what a product costs is of no use without its name."""
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else line
    return line.kind == after.kind == "cell" and may_fill(after) and _row(after) is _row(line)


def _row(line: Line) -> Node | None:
    """Give the row of a cell, which is a block where it has a name; else its table."""
    return next((node for node in line.node.up() if node.tag not in {"td", "th"}), None)


def _is_amid(lines: Sequence[Line], index: int, odds: float, *, alone: bool) -> bool:
    """Tell whether a line between chosen ones is of a table, or a heading, an item or set as they are, *alone* between two of them."""
    line = lines[index]
    if line.dead:
        return False
    if line.kind == "cell":
        return odds >= TABLE_ODDS
    return alone and (line.kind in {"heading", "item"} or (odds >= TABLE_ODDS and _is_as_both(lines, index)))


def _is_as_both(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is set as the ones before and behind it are."""
    return all(is_set_alike(lines[index], lines[i]) for i in (index - 1, index + 1))


def _once(lines: list[Line], chosen: list[int]) -> list[int]:
    """Leave out the second copy of an article that its page holds twice: the runs of lines that came before.

    A refrain has short lines; what is repeated by the way is less than half of a text.
    """
    first = {lines[i].text: i for i in reversed(chosen)}
    again = {i: first[lines[i].text] < i for i in chosen}
    long = [i for i in chosen if lines[i].weight >= COPIED]
    copies = [i for i in long if again[i]]
    if len(copies) < COPIES or sum(lines[i].weight for i in copies) < COPY_SHARE * sum(lines[i].weight for i in long):
        return chosen
    kept: list[int] = []
    for repeated, run in groupby(chosen, again.__getitem__):
        members = list(run)
        if not repeated or all(lines[i].weight < COPIED for i in members):
            kept += members
    return kept
