"""The furniture of a page, by its names: its lines are dead, unless they hold the article all the same."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from crawler.extraction.main_text.hidden import find_copy, is_anchored, show_rest, unfold
from crawler.extraction.page.blocks import Line, Node, Page
from crawler.extraction.page.letters import letters
from crawler.extraction.page.name_words import OTHERS
from crawler.extraction.page.names import BAD, BODY, COMMENTS, CONSENT, FOREIGN, GOOD, HIDDEN, META

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
_LINKED = 0.3
"""Share of link text from which a line is none of a text."""
_FURNITURE = BAD | HIDDEN | COMMENTS | META
_WHOLE, _MENUS = ("body", "html"), ("nav", "menu")
_NO_BODY = BAD | HIDDEN | COMMENTS
_ARTICLES = frozenset(["article", "artikel", "entry", "hentry", "post", "story"])
"""Names of whole articles, and of each of a list."""
_BELOW = 200
"""Weight of prose below the headline in one block, at least, that is an article: what stands in a banner is shorter."""
_SOME = 100
"""Weight of text in a block that is called an article's text, at least, before other blocks are beside it."""


def bury(page: Page) -> None:
    """Mark the lines of furniture as dead, except where what goes by that name holds much of the page's prose."""
    lines = page.lines
    prose = [0, *accumulate([line.weight if line.prose else 0 for line in lines])]
    total = prose[-1]
    furniture = [node for node in page.nodes if node.flags & _FURNITURE and node.end > node.start]
    if unfold(lines, page.nodes, furniture) | show_rest(page, furniture):
        furniture = [node for node in furniture if node.flags & _FURNITURE]
    rest = total - _talk(furniture, prose)
    headline = _headline(page)
    beside = (
        _discussed(page.lines, furniture, prose, headline),
        find_copy(lines, furniture, prose, _BODY_SHARE * rest),
    )
    outweighing = _outweighing(lines, furniture, prose, _NAME_SHARE * rest)
    bodies = _Bodies(page)
    flagged: list[Node] = []
    held: Counter[tuple[str, int]] = Counter()
    until = 0
    for node in furniture:
        if node.end <= until:
            continue
        share = prose[node.end] - prose[node.start]
        limit = _COMMENTS_SHARE * total if _may_be_long(node, outweighing) else _BODY_SHARE * rest
        only_meta = not node.flags & (BAD | HIDDEN | COMMENTS)
        if (
            node.tag in _WHOLE
            or (share > limit and node not in beside and not bodies.are_beside(node) and not bodies.are_menu(node))
            or (share and is_anchored(lines, node))
            or (_is_headed(node, headline) and prose[node.end] - prose[headline] >= _BELOW)
        ):
            node.flags &= ~(_FURNITURE | FOREIGN)  # it holds the article, whatever it is called
            continue
        if only_meta and (share or _is_long(lines, node)):
            continue
        until = node.end
        flagged.append(node)
        held[_name_of(node)] += share
    kept: list[Node] = []
    for node in flagged:
        limit = _COMMENTS_SHARE * total if _may_be_long(node, outweighing) else _NAME_SHARE * rest
        if node in beside or held[_name_of(node)] <= limit or bodies.are_beside(node) or bodies.are_menu(node):
            _bury(lines[node.start : node.end])
        else:
            kept.append(node)
    if kept:
        _bury_inside(lines, kept, furniture, prose, _NAME_SHARE * rest)


def _name_of(node: Node) -> tuple[str, int]:
    """Give the name by which a block is furniture: an `<aside>` of readers' comments says nothing of the others."""
    return node.word, node.flags & COMMENTS


def _headline(page: Page) -> int:
    """Give the index of the only `<h1>`, if `<title>` begins with it; -1 where there is none."""
    places = [i for i in page.headings if page.lines[i].tag == "h1"]
    if len(places) != 1 or not (headline := letters(page.lines[places[0]].text)):
        return -1
    return places[0] if letters(page.title).startswith(headline) else -1


def _is_headed(node: Node, headline: int) -> bool:
    """Tell whether the headline stands in a block: columns are counted (`sidebar-1`), and one of them is the article's."""
    return node.start <= headline < node.end and not node.flags & (HIDDEN | COMMENTS | FOREIGN)


def _bury_inside(
    lines: Sequence[Line], kept: Sequence[Node], furniture: Iterable[Node], prose: Sequence[int], limit: float
) -> None:
    """Mark what is nobody's text as dead in blocks of furniture that are none, since the article is in blocks of their name."""
    starts = [node.start for node in kept]
    until = 0
    for node in furniture:
        if not node.flags & FOREIGN or node.end <= until or not (place := bisect_right(starts, node.start)):
            continue
        outer = kept[place - 1]
        if node.end <= outer.end and node.word != outer.word and prose[node.end] - prose[node.start] <= limit:
            until = node.end
            _bury(lines[node.start : until])


class _Bodies:
    """The blocks that are an article's text by what the page says, found when they are asked for: few pages need them."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def are_beside(self, node: Node) -> bool:
        """Tell whether an article's text stands elsewhere than in a block of furniture, which is none then."""
        if node.flags & COMMENTS or not self._known:
            return False
        place = bisect_left(self._known, node.end, key=lambda body: body.start)  # the first that begins behind it
        return place == 0 or self._known[place - 1].end <= node.start

    def are_menu(self, node: Node) -> bool:
        """Tell whether a block is a menu by its element, and mostly links: large ones tell something of what they lead to."""
        if node.tag not in _MENUS:
            return False
        return 2 * (self._linked[node.end] - self._linked[node.start]) > node.end - node.start

    @cached_property
    def _known(self) -> Sequence[Node]:
        return _find_bodies(self._page)

    @cached_property
    def _linked(self) -> Sequence[int]:
        """How many lines before each are links."""
        return [0, *accumulate(not _is_plain(line) for line in self._page.lines)]


def _find_bodies(page: Page) -> list[Node]:
    """Give the blocks that are an article's text in so many words, else the only one that is an article, in their order.

    They stand in no furniture, and hold text.
    """
    plain = [0, *accumulate(line.weight if _is_plain(line) else 0 for line in page.lines)]
    bodies: list[Node] = []
    articles: list[Node] = []
    outside: set[Node] = set()
    for node in page.nodes:
        if node.parent in outside or (node.flags & _NO_BODY and node.tag not in _WHOLE):
            outside.add(node)
            continue
        if node.flags & BODY:
            found = bodies
        elif node.tag == "article" or (node.flags & GOOD and not _ARTICLES.isdisjoint(node.name.lower().split())):
            found = articles
        else:
            continue
        if not (found and node.end <= found[-1].end) and plain[node.end] - plain[node.start] >= _SOME:
            found.append(node)
    return bodies or (articles if len(articles) == 1 else [])


def _is_plain(line: Line) -> bool:
    return line.link < _LINKED * len(line.text)


def _is_long(lines: Sequence[Line], node: Node) -> bool:
    """Tell whether a block that is called a stamp holds more text than stamps do: some systems call so what they publish on a day."""
    return (
        node.end - node.start >= _ROWS
        and sum(line.weight for line in lines[node.start : node.end] if not line.link) >= _TOLD
    )


def _talk(nodes: Iterable[Node], prose: Sequence[int]) -> int:
    """Give the weight of readers' comments, beside which furniture is measured; 0 where they would be nearly all."""
    weight, until = 0, 0
    for node in nodes:
        if node.flags & COMMENTS and node.end > until:
            weight += prose[node.end] - prose[node.start]
            until = node.end
    return weight if weight <= _COMMENTS_SHARE * prose[-1] else 0


def _discussed(lines: Sequence[Line], furniture: Iterable[Node], prose: Sequence[int], headline: int) -> Node | None:
    """Give the block of readers' comments that follows an article, where they are nearly all of the page's prose.

    An article is enough prose that stands together, or any below the line of the *headline*. It is no wrapper that mentions them when most of its prose is in many parts that are called comments as well.
    """
    talk = [node for node in furniture if node.flags & COMMENTS and node.tag not in _WHOLE]
    block = max(talk, key=lambda node: prose[node.end] - prose[node.start], default=None)
    if block is None or (held := prose[block.end] - prose[block.start]) <= _COMMENTS_SHARE * prose[-1]:
        return None
    inside, until = 0, block.start
    for node in talk:
        share = prose[node.end] - prose[node.start]
        if until <= node.start and node.end <= block.end and 2 * share <= held:
            inside += share
            until = node.end
    if 2 * inside < held:
        return None
    if 0 <= headline < block.start and prose[block.start] > prose[headline]:
        return block
    told: Counter[Node] = Counter()
    for line in lines[: block.start]:
        if line.prose:
            told[line.node.box] += line.weight
    return block if max(told.values(), default=0) >= _TOLD else None


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


def _bury(lines: Iterable[Line]) -> None:
    for line in lines:
        line.bury()
