"""The first look at a page: its lines measured, furniture marked, the block with the prose elected, the headline found."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from crawler.extraction.blocks import Line, Node, Page
from crawler.extraction.figures import Figures
from crawler.extraction.headline import find_title
from crawler.extraction.hidden import find_copy, is_anchored, unfold
from crawler.extraction.lines import read
from crawler.extraction.metadata import Metadata, gather
from crawler.extraction.names import BAD, COMMENTS, CONSENT, FOREIGN, HIDDEN, META, OTHERS
from crawler.extraction.title import choose_title
from crawler.extraction.weights import LONGEST_LINK, weigh
from crawler.extraction.wording import HEADLINE, letters

_BODY_SHARE = 0.5
"""Share of the page's prose: what holds more is no furniture, whatever it is called."""
_NAME_SHARE = 0.4
"""Share of the page's prose: a name whose blocks hold more together is no name of furniture on this page."""
_COMMENTS_SHARE = 0.8
"""The same for readers' comments and notices about cookies, which are often longer than the article."""
_DIALOGS = ("modal", "dialog", "popup")
"""How the words begin of boxes that open above a page: what they ask is often longer than a short article."""
_TOLD = 600
"""Weight of prose that stands together before readers' comments: an article, however much is said about it."""

_ROWS = 8
"""Lines of a block, at least, that is too long for a stamp."""

LEFT_OUT = 30.0
"""What it costs a block to leave out a part of itself, in the unit of `Line.value` (weight of prose)."""
WIDER, WIDER_SHARE = 150.0, 0.3
"""What a block around the elected one must add to take its place: so much, and such a share of it."""
_FURNITURE = BAD | HIDDEN | COMMENTS | META
LITTLE_PROSE = 600
"""Weight of prose: a page with less may have its article in lines without punctuation."""
_PLAIN, _PLAIN_LEAST, _PLAIN_LINK = 3, 100, 0.3
"""On such a page, the text of a block that is an article: so many times the prose, and such a weight of it; and the
share of link text from which a line is none of it."""
_WITNESS = 200
"""Characters: a shorter `articleBody` is a summary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the first look at a page gives."""

    page: Page
    """The page's lines and blocks."""
    figures: Figures
    """Its lines as arrays."""
    data: Metadata
    """Its statements about itself."""
    best: Node
    """The block elected for its prose; the root where no block has any."""
    title: str
    """The headline."""
    title_line: int
    """Index of the line that is the headline; -1 where there is none."""
    witness: str
    """The letters of JSON-LD's `articleBody`; empty where there is none."""
    description: str
    """The page's description in lower case; empty where there is none."""


def survey_page(root: etree._Element, marked: Collection[etree._Element] = ()) -> Survey:
    """Walk a tree and look at what it holds; the blocks of *marked* elements get the flag MARKED."""
    page = read(root, marked)
    data = gather(page)
    stated = data.body
    weigh(page.lines)
    bury(page)
    bury_others(page)
    best = elect_any(page) or page.nodes[0]
    title = choose_title(page, data, best.start)
    return Survey(
        page=page,
        figures=Figures(page.lines),
        data=data,
        best=best,
        title=title,
        title_line=find_title(page, title, best.start),
        witness=letters(stated) if len(stated) >= _WITNESS else "",
        description=" ".join(data.description.split()).lower(),
    )


def bury(page: Page) -> None:
    """Mark the lines of furniture as dead, except where what goes by that name holds much of the page's prose."""
    lines = page.lines
    prose = [0, *accumulate(line.weight if line.prose else 0 for line in lines)]
    total = prose[-1]
    furniture = [node for node in page.nodes if node.flags & _FURNITURE and node.end > node.start]
    if unfold(lines, page.nodes, furniture):
        furniture = [node for node in furniture if node.flags & _FURNITURE]
    rest = total - _talk(furniture, prose)
    beside = (_discussed(page.lines, furniture, prose), find_copy(lines, furniture, prose, _BODY_SHARE * rest))
    outweighing = _outweighing(lines, furniture, prose, _NAME_SHARE * rest)
    flagged: list[Node] = []
    held: Counter[str] = Counter()
    until = 0
    for node in furniture:
        if node.end <= until:
            continue
        share = prose[node.end] - prose[node.start]
        limit = _COMMENTS_SHARE * total if _may_be_long(node, outweighing) else _BODY_SHARE * rest
        only_meta = not node.flags & (BAD | HIDDEN | COMMENTS)
        if (
            node.tag in ("body", "html")
            or (share > limit and node not in beside)
            or (share and is_anchored(lines, node))
        ):
            node.flags &= ~(_FURNITURE | FOREIGN)  # it holds the article, whatever it is called
            continue
        if only_meta and (share or _is_long(lines, node)):
            continue
        until = node.end
        flagged.append(node)
        held[node.word] += share
    for node in flagged:
        limit = _COMMENTS_SHARE * total if _may_be_long(node, outweighing) else _NAME_SHARE * rest
        if node in beside or held[node.word] <= limit:
            for line in lines[node.start : node.end]:
                line.dead = True
                line.value = 0.0


def _is_long(lines: Sequence[Line], node: Node) -> bool:
    """Tell whether a block that is called a stamp holds more text than stamps do: some systems call so what they publish on a day."""
    return (
        node.end - node.start >= _ROWS
        and sum(line.weight for line in lines[node.start : node.end] if not line.link) >= LITTLE_PROSE
    )


def _talk(nodes: Iterable[Node], prose: Sequence[int]) -> int:
    """Give the weight of readers' comments, beside which furniture is measured; 0 where they would be nearly all."""
    weight, until = 0, 0
    for node in nodes:
        if node.flags & COMMENTS and node.end > until:
            weight += prose[node.end] - prose[node.start]
            until = node.end
    return weight if weight <= _COMMENTS_SHARE * prose[-1] else 0


def _discussed(lines: Sequence[Line], furniture: Iterable[Node], prose: Sequence[int]) -> Node | None:
    """Give the block of readers' comments that follows an article, where they are nearly all of the page's prose.

    It is no wrapper that mentions them when most of its prose is in many parts that are called comments as well.
    """
    talk = [node for node in furniture if node.flags & COMMENTS and node.tag not in ("body", "html")]
    block = max(talk, key=lambda node: prose[node.end] - prose[node.start], default=None)
    if block is None or (held := prose[block.end] - prose[block.start]) <= _COMMENTS_SHARE * prose[-1]:
        return None
    inside, until = 0, block.start
    for node in talk:
        share = prose[node.end] - prose[node.start]
        if until <= node.start and node.end <= block.end and 2 * share <= held:
            inside += share
            until = node.end
    told: Counter[Node] = Counter()
    for line in lines[: block.start]:
        if line.prose:
            told[line.node.box] += line.weight
    return block if 2 * inside >= held and max(told.values(), default=0) >= _TOLD else None


def bury_others(page: Page) -> None:
    """Mark the other articles of a page that goes on for ever as dead: what stands below a second headline of the same make.

    The first such headline has to be the page's `<title>`, or most of it, and the make a class or id of its own:
    sections of one article may be `<h1>` as well.
    """
    headings = [i for i, line in enumerate(page.lines) if line.tag == "h1"]
    if len(headings) < 2:
        return
    title = letters(page.title)
    headlines = [(i, letters(page.lines[i].text)) for i in headings]
    own = next((i for i, words in headlines if len(words) >= max(HEADLINE, len(title) / 2) and words in title), None)
    if own is None or not (make := page.lines[own].node.name.strip()):
        return
    first = letters(page.lines[own].text)
    below = (i for i, words in headlines if i > own and words != first and page.lines[i].node.name.strip() == make)
    for line in page.lines[next(below, len(page.lines)) :]:
        line.dead = True
        line.value = 0.0


def _outweighing(
    lines: Sequence[Line], furniture: Iterable[Node], prose: Sequence[int], limit: float
) -> frozenset[str]:
    """Give the names of boxes of other articles, of praise and of feet that hold more prose than the *limit*, yet no article.

    They are no wrappers of it where prose that is long enough for an article stands together before them.
    """
    first: dict[str, int] = {}
    until: dict[str, int] = {}
    held: Counter[str] = Counter()
    for node in furniture:
        share = prose[node.end] - prose[node.start]
        if share and OTHERS.match(word := node.word) and node.end > until.get(word, 0):
            first.setdefault(word, node.start)
            until[word] = node.end
            held[word] += share
    many = [word for word, weight in held.items() if weight > limit]
    if not many:
        return frozenset()
    told: Counter[Node] = Counter()
    for i, line in enumerate(lines):
        if line.prose:
            box = line.node.box
            told[box] += line.weight
            if told[box] >= _TOLD:
                return frozenset(word for word in many if first[word] > i)
    return frozenset()


def _may_be_long(node: Node, outweighing: Collection[str]) -> bool:
    """Tell whether a block is of a kind that may be longer than the article beside it."""
    asked = node.word == CONSENT or node.word.startswith(_DIALOGS)
    return asked or bool(node.flags & COMMENTS) or node.word in outweighing


def elect_any(page: Page) -> Node | None:
    """Elect a block for its prose; where the page has hardly any, for its text, when that is far more.

    Poems, and posts that break every clause into a line of its own, hold no line that counts as prose.
    """
    best = elect([line.value for line in page.lines], page.nodes)
    prose = sum(line.weight for line in page.lines if line.prose and not line.dead)
    if prose >= LITTLE_PROSE:
        return best
    plain = elect([_worth(line) for line in page.lines], page.nodes)
    if plain is None:
        return best
    text = sum(line.weight for line in page.lines[plain.start : plain.end] if _worth(line) > 0)
    return plain if text >= _PLAIN * (prose + _PLAIN_LEAST) else best


def _worth(line: Line) -> float:
    """Give what a line is worth to its block as text, prose or not."""
    if line.dead:
        return 0.0
    return line.weight if line.link < _PLAIN_LINK * len(line.text) else -20.0 - min(line.weight, LONGEST_LINK)


def elect(values: Sequence[float], nodes: Sequence[Node]) -> Node | None:
    """Give the block whose lines are worth most together, the deepest of equals; None where none is worth anything.

    A block around it takes its place when that adds much more, even if parts of it have to be left out for it.
    """
    sums = [0.0, *accumulate(values)]
    best, top = None, 0.0
    gained: dict[Node, float] = defaultdict(float)  # by leaving out parts of a block that are worth less than nothing
    worth: dict[Node, float] = {}
    for node in reversed(nodes):
        start, end = node.start, node.end
        if start == end:
            continue
        plain = sums[end] - sums[start]
        own = worth[node] = gained[node] + plain if node in gained else plain
        kept = own if own > -LEFT_OUT else -LEFT_OUT  # noqa: FURB136 - a call for each block of a page
        if kept != plain and node.parent is not None:
            gained[node.parent] = gained[node.parent] + kept - plain
        if plain > top:
            best, top = node, plain
    around = best.parent if best else None
    while best is not None and around is not None:
        if worth[around] - worth[best] > max(WIDER, WIDER_SHARE * worth[best]):
            best = around
        around = around.parent
    return best
