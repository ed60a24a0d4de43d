"""What a walk over a page makes of it: blocks, the lines in them, and the page that holds all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from crawler.extraction.page.names import BAD, COMMENTS, FOREIGN, GOOD, HIDDEN, META

ARTICLE, MAIN, HEADER, FOOTER, TABLE, LIST, FORM, NAV, FIGURE, TERMS = (1 << n for n in range(6, 16))
"""Bits of a block that stands in an element of that name, above those of `names`."""

_INHERITED = BAD | META | HIDDEN | COMMENTS | FOREIGN
_WITHIN = {
    "article": ARTICLE,
    "main": MAIN,
    "header": HEADER,
    "footer": FOOTER,
    "table": TABLE,
    "ul": LIST,
    "ol": LIST,
    "form": FORM,
    "nav": NAV,
    "figure": FIGURE,
    "dl": TERMS,
}
_IN_FIGURE = frozenset(["blockquote", "table"])
"""What a figure holds in the place of a picture: it is of the text, and no caption."""
_PARTS = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "dd",
        "dt",
        "tr",
        "tbody",
        "thead",
        "pre",
        "blockquote",
        "figcaption",
    ]
)
"""Blocks that hold a paragraph rather than a text."""


class Around:
    """What the blocks around a block make of it."""

    __slots__ = ("box", "depth", "near", "within")

    depth: int
    """Blocks around it."""
    within: int
    """Flags of the blocks around it and its own."""
    near: int
    """3 in a block whose name promises an article, less for each block between."""
    box: "Node | None"
    """The block that holds the text its paragraph is of; None for itself."""


class Node:
    """A block element, with the range of lines it holds; `make_node` makes one."""

    __slots__ = ("end", "flags", "known_around", "make", "name", "parent", "start", "tag", "word")

    parent: "Node | None"
    """The block it stands in."""
    tag: str
    """Its tag."""
    name: str
    """Its class and id, as written."""
    make: str
    """Its class, which it shares with blocks that are like it; ids are its own."""
    flags: int
    """What its name says, as in `names`."""
    word: str
    """The word of its name that makes it furniture."""
    start: int
    """Index of its first line."""
    end: int
    """Index behind its last line."""
    known_around: Around | None
    """What `around` has found out."""

    @property
    def around(self) -> Around:
        """What the blocks around it make of it: found out when it is asked for, since most blocks of a page never are.

        Without recursion: a tree may be 2,000 levels deep.
        """
        if (known := self.known_around) is not None:
            return known
        chain = [self]
        while known is None and (outer := chain[-1].parent) is not None:
            known = outer.known_around
            chain.append(outer)
        around = known or _NOTHING
        for node in reversed(chain):
            if node.known_around is None:
                node.known_around = around = _within(node, around)
        return around

    @property
    def box(self) -> "Node":
        """The block that holds the text its paragraph is of."""
        return (self.known_around or self.around).box or self

    def up(self) -> Iterator["Node"]:
        """Give the block and those it stands in, the innermost first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


def make_node(parent: Node | None, tag: str, name: str, flags: int, word: str, start: int) -> Node:  # noqa: PLR0917 - one is made for each block of a page
    """Make a block without lines. Some hundred are made for a page: a function does it in a third of the time of `__init__`."""
    node = Node()
    node.parent = parent
    node.tag = tag
    node.name = node.make = name
    node.flags = flags
    node.word = word
    node.start = node.end = start
    node.known_around = None
    return node


def _nothing() -> Around:
    """Give what is around the outermost block."""
    around = Around()
    around.depth, around.within, around.near, around.box = -1, 0, 0, None
    return around


_NOTHING = _nothing()


def _within(node: Node, outer: Around) -> Around:
    """Give what the blocks around a block make of it, from what those around its parent make of that."""
    flags, tag = node.flags, node.tag
    within = outer.within & ~FIGURE if tag in _IN_FIGURE else outer.within
    around = Around()
    around.depth = outer.depth + 1
    around.within = within | flags & _INHERITED | _WITHIN.get(tag, 0)
    around.near = 3 if flags & GOOD else outer.near - 1 if outer.near else 0
    around.box = (outer.box or node.parent) if tag in _PARTS else None
    return around


class Line:
    """What stands between two block edges or line breaks; `make_line` makes one."""

    __slots__ = ("dead", "indented", "kind", "link", "node", "pieces", "prose", "tag", "text", "value", "weight")

    text: str
    """What it says."""
    node: Node
    """The block it stands in."""
    tag: str
    """The tag of the block it stands in, be that only an edge of lines."""
    link: int
    """Characters of it that are link text."""
    kind: str
    """The kind of a paragraph it would be, as `KINDS` of `model` has them."""
    pieces: tuple[str, ...]
    """A short line's text between the edges of the elements in it, as the page has it, where it has such edges."""
    indented: bool
    """Whether it begins with the blanks that indent a paragraph."""
    weight: int
    """How long it is, as `weigh` measures it: in UTF-8 bytes or characters."""
    prose: bool
    """Whether it is long enough for a sentence, and has the marks of one."""
    dead: bool
    """Whether it is of the page's furniture."""
    value: float
    """What it is worth to the block that holds it, in weight of prose."""

    @property
    def make(self) -> tuple[str, str]:
        """How it is set: its tag, and the make of its block."""
        return self.tag, self.node.make

    def bury(self) -> None:
        """Take it for furniture."""
        self.dead = True
        self.value = 0.0


def make_line(text: str, node: Node, tag: str, kind: str, link: int, pieces: tuple[str, ...] = ()) -> Line:  # noqa: PLR0917 - one is made for each line of a page
    """Make a line that is not measured yet, as `make_node` makes a block."""
    line = Line()
    line.text = text
    line.node = node
    line.tag = tag
    line.kind = kind
    line.link = link
    line.pieces = pieces
    line.weight = 0
    line.value = 0.0
    line.indented = line.prose = line.dead = False
    return line


@dataclass(slots=True)
class Page:
    """Everything one walk brings home."""

    lines: list[Line] = field(default_factory=list)
    """What a reader would see as lines, in the order of the page."""
    headings: list[int] = field(default_factory=list)
    """Indices of the lines in `<h1>` to `<h6>`."""
    nodes: list[Node] = field(default_factory=list)
    """Its blocks, each before those in it."""
    metas: list[tuple[str, str]] = field(default_factory=list)
    """Name or property (lower case) and content of each `<meta>`."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """`rel` (lower case) and `href` of each `<link>`."""
    scripts: list[str] = field(default_factory=list)
    """The texts of `application/ld+json`."""
    title: str = ""
    """The text of `<title>`."""
    images: list[tuple[int, etree._Element]] = field(default_factory=list)
    """The pictures, each with the index of the line that follows it."""
    anchors: list[tuple[int, str, etree._Element]] = field(default_factory=list)
    """The links, each with the index of its line."""
    times: list[tuple[int, str]] = field(default_factory=list)
    """`datetime` of each `<time>`, with the index of its line."""
    language: str = ""
    """`lang` of `<html>`."""
    passwords: list[int] = field(default_factory=list)
    """For each field that asks for a password the index of the line that follows it."""
    root: etree._Element | None = None
    """The tree it was read from."""

    def is_deeper_than(self, levels: int) -> bool:
        """Tell whether blocks are nested so deeply."""
        return len(self.nodes) > levels and any(node.around.depth >= levels for node in self.nodes)


def kinds_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Give the kinds of paragraphs: prose is no cell of a table, nor is anything in one that is mostly prose, a layout."""
    shares: dict[int, list[bool]] = defaultdict(list)
    for line in lines:
        shares[id(line.node)].append(line.prose)
    layouts = {node for node, prose in shares.items() if 2 * sum(prose) > len(prose)}
    cells = (line.kind == "cell" and (line.prose or id(line.node) in layouts) for line in lines)
    return tuple("text" if text else line.kind for text, line in zip(cells, lines, strict=True))
