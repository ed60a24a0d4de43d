"""The main text: which block holds the article, and which of its lines belong to it."""

from itertools import accumulate

from crawler.extraction.lines import Line, Node, Page
from crawler.extraction.names import BAD, COMMENTS, HIDDEN, META

PROSE_WEIGHT = 60
"""UTF-8 bytes: 20 hanzi or 60 Latin letters, the length from which a line counts as prose."""


def choose(page: Page) -> list[int]:
    """Give the indices of the lines that are the article, in order."""
    lines, nodes = page.lines, page.nodes
    if not lines:
        return []
    for line in lines:
        weigh(line)
    bury(page)
    best = elect(lines, nodes)
    if best is None:
        return []
    return trim(lines, [i for i in range(best.start, best.end) if not lines[i].dead])


def weigh(line: Line) -> None:
    """Measure a line: its weight, whether it is prose, and what it is worth to the block that holds it."""
    text = line.text
    line.weight = weight = len(text.encode("utf-8", "replace"))
    share = line.link / len(text)
    stops = sum(map(text.count, "。，；！？,;!?.、"))
    line.prose = weight >= PROSE_WEIGHT and share < 0.4 and stops > 0 and line.kind != "heading"
    if line.prose:
        line.value = min(weight, 900) * (1 - share)
    elif share > 0.5:
        line.value = -min(weight, 100) - 20
    elif line.kind == "heading":
        line.value = 0
    else:
        line.value = -15


def bury(page: Page) -> None:
    """Mark the lines of furniture as dead, except where what goes by that name holds much of the page's prose."""
    lines = page.lines
    prose = [0, *accumulate(line.weight if line.prose else 0 for line in lines)]
    total = prose[-1]
    flagged: list[Node] = []
    held: dict[str, int] = {}
    until = 0
    for node in page.nodes:
        if not node.flags & (BAD | HIDDEN | COMMENTS | META) or node.end <= until or node.end == node.start:
            continue
        share = prose[node.end] - prose[node.start]
        if node.tag in ("body", "html") or share > (0.8 if node.flags & COMMENTS else 0.5) * total:
            continue
        if not node.flags & (BAD | HIDDEN | COMMENTS) and share:
            continue
        until = node.end
        flagged.append(node)
        held[node.word] = held.get(node.word, 0) + share
    for node in flagged:
        if held[node.word] > (0.8 if node.flags & COMMENTS else 0.4) * total:
            continue
        for i in range(node.start, node.end):
            lines[i].dead = True
            lines[i].value = 0


def elect(lines: list[Line], nodes: list[Node]) -> Node | None:
    """Give the block whose lines are worth most together; the deepest of equals."""
    sums = [0.0, *accumulate(line.value for line in lines)]
    best, top = None, 0.0
    for node in nodes:
        worth = sums[node.end] - sums[node.start]
        if worth >= top and worth > 0:
            best, top = node, worth
    return best


def trim(lines: list[Line], chosen: list[int]) -> list[int]:
    """Leave out link lines, and what stands before the first and after the last sentence."""
    chosen = [i for i in chosen if lines[i].link <= 0.6 * len(lines[i].text)]
    prose = [k for k, i in enumerate(chosen) if lines[i].prose]
    if not prose:
        return chosen
    return chosen[prose[0] : prose[-1] + 1]
