"""Blocks that are no furniture though they look like it: hidden ones that readers open, sections with an anchor; and copies."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

from crawler.extraction.page.blocks import Line, Node, Page
from crawler.extraction.page.letters import letters
from crawler.extraction.page.names import BAD, COMMENTS, HIDDEN

_PANELS = 3
"""Hidden blocks of one make, each behind a button of its own, at least: a single one may be a menu or a dialog."""
_OPENERS = ("button", "summary")
_NEAR = 4
"""Blocks before a hidden one among which its button is."""
_SET, _REST = 6, 2
"""Lines before the hidden rest of a text among which its paragraphs are, and how many are set alike on both sides, at least."""
_LABEL = 30
"""Characters of the label of what opens it, at most."""
_NOWHERE = ("#", "javascript:")
"""How the address of a link begins that a script answers."""
_FIRST = 8
"""Lines with which such a block begins, of which one has to be prose: the fields of a form are none."""
_BEGINNING = 30
"""Letters with which a paragraph begins by which it is known again: links are written out in copies for machines."""
_HEADLINE = 24
"""Letters of a headline, at least: boxes of furniture repeat their shorter labels (`read-this-next`) in their ids."""
_LONGEST = 400
"""Characters of a headline, and of a name, that are read."""
_COPIED = 0.5
"""Share of a block's prose that stands elsewhere as well, from which it is a copy."""


def unfold(lines: Sequence[Line], nodes: Sequence[Node], furniture: Iterable[Node]) -> bool:
    """Take the hidden parts of an accordion, and the buttons that open them, for text: readers see them when they ask.

    *furniture* are those of the *nodes* that have lines and may be hidden. Tells whether there is an accordion.
    """
    hidden = {node for node in furniture if node.flags & HIDDEN}
    if len(hidden) < _PANELS:
        return False
    places = [place for place, node in enumerate(nodes) if node in hidden]
    opened: dict[tuple[str, str], list[tuple[Node, Node]]] = defaultdict(list)
    for place in places:
        panel = nodes[place]
        opener = next((node for node in nodes[max(0, place - _NEAR) : place] if _opens(node, panel)), None)
        if opener is not None and any(line.prose for line in lines[panel.start : min(panel.end, panel.start + _FIRST)]):
            opened[panel.tag, panel.make].append((opener, panel))
    pairs = [pair for alike in opened.values() if len(alike) >= _PANELS for pair in alike]
    for opener, panel in pairs:
        opener.flags &= ~BAD
        panel.flags &= ~HIDDEN
    return bool(pairs)


def show_rest(page: Page, furniture: Iterable[Node]) -> bool:
    """Take a hidden block for text that goes on in it: what is set as the paragraphs right before it, beside what opens it (`Read on`).

    Tells whether there is one.
    """
    rest = [node for node in furniture if node.flags & HIDDEN and _is_rest(page, node)]
    for node in rest:
        node.flags &= ~(HIDDEN | BAD)
    return bool(rest)


def _is_rest(page: Page, node: Node) -> bool:
    """Tell whether a hidden block goes on with the text of the block around it."""
    lines, outer = page.lines, node.parent
    beside = [i for i in (node.start - 1, node.end) if outer and outer.start <= i < outer.end]
    if not any(_may_open(page, i) for i in beside):
        return False
    before = lines[max(outer.start if outer else 0, node.start - _SET) : node.start]
    told = [line for line in before if line.prose and line.node is outer]
    inside = lines[node.start : node.end]
    alike = [line for line in inside if line.prose and told and line.tag == told[-1].tag]
    return min(len(told), len(alike)) >= _REST and 2 * len(alike) > len(inside)


def _may_open(page: Page, index: int) -> bool:
    """Tell whether a line is a button, or a link that leads nowhere."""
    line = page.lines[index]
    if line.prose or len(line.text) > _LABEL:
        return False
    if line.tag == "button" or line.node.tag == "button":
        return True
    at = bisect_right(page.anchors, index, key=itemgetter(0)) - 1
    return line.link >= len(line.text) and at >= 0 and page.anchors[at][1].strip().lower().startswith(_NOWHERE)


def _opens(node: Node, panel: Node) -> bool:
    """Tell whether a block is the button right before a hidden one, with a question or a headline on it."""
    if not node.start < node.end == panel.start:
        return False
    return node.tag in _OPENERS or "button" in node.name.split()  # by its role


def is_anchored(lines: Sequence[Line], node: Node) -> bool:
    """Tell whether the id of a block is the anchor of its headline (`related-work-and-results`): it repeats its words."""
    if node.name == node.make or node.flags & (HIDDEN | COMMENTS):
        return False
    headline = letters(lines[node.start].text[:_LONGEST])
    return (
        len(headline) >= _HEADLINE
        and headline in letters(node.name[:_LONGEST])
        and headline not in letters(node.make[:_LONGEST])
    )


def find_copy(lines: Sequence[Line], nodes: Sequence[Node], prose: Sequence[int], least: float) -> Node | None:
    """Give the outermost hidden block that holds more than *least* of the *prose*, if it is a copy of what is shown.

    *prose* is the weight of the prose before each line. Pages hold their article again for machines, or for sharing.
    """
    for node in nodes:
        if node.flags & HIDDEN and node.tag not in ("body", "html") and prose[node.end] - prose[node.start] > least:
            shown = {_beginning(line) for line in (*lines[: node.start], *lines[node.end :])}
            inside = [line for line in lines[node.start : node.end] if line.prose]
            again = sum(line.weight for line in inside if _beginning(line) in shown)
            return node if again >= _COPIED * sum(line.weight for line in inside) else None
    return None


def _beginning(line: Line) -> str:
    return letters(line.text[: 2 * _BEGINNING])[:_BEGINNING]
