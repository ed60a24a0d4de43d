"""One walk over the tree: what a reader would see as lines, the blocks they stand in, and the head's statements."""

from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from crawler.extraction.names import BAD, HIDDEN, MARKED, is_hiding, judge_name

_INLINE, _BLOCK, _SKIP, _BREAK, _LINK, _IMAGE, _HEAD, _SCRIPT, _CELL = range(9)

_ACTIONS: dict[str, int] = {
    **dict.fromkeys(
        [
            "span",
            "b",
            "strong",
            "i",
            "em",
            "font",
            "u",
            "s",
            "sub",
            "sup",
            "small",
            "big",
            "abbr",
            "acronym",
            "code",
            "label",
            "time",
            "mark",
            "q",
            "cite",
            "tt",
            "ins",
            "del",
            "kbd",
            "samp",
            "var",
            "bdo",
            "bdi",
            "wbr",
            "ruby",
            "rb",
            "strike",
            "nobr",
            "data",
            "dfn",
            "picture",
            "source",
            "o:p",
            "st1:chsdate",
        ],
        _INLINE,
    ),
    **dict.fromkeys(
        [
            "style",
            "noscript",
            "template",
            "select",
            "option",
            "optgroup",
            "textarea",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "map",
            "area",
            "input",
            "base",
            "param",
            "applet",
            "rt",
            "rp",
            "frameset",
            "noframes",
            "datalist",
            "progress",
            "meter",
            "dialog",
        ],
        _SKIP,
    ),
    **dict.fromkeys(["meta", "title", "link"], _HEAD),
    "br": _BREAK,
    "hr": _BREAK,
    "a": _LINK,
    "img": _IMAGE,
    "amp-img": _IMAGE,
    "script": _SCRIPT,
}
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    "blockquote": "quote",
    "pre": "code",
    "listing": "code",
    "figcaption": "caption",
    "td": "cell",
    "th": "cell",
    "caption": "caption",
}
_FURNITURE = {"nav", "aside", "footer", "menu", "button"}


class Node:
    """A block element, with the range of lines it holds."""

    __slots__ = ("children", "depth", "end", "flags", "kind", "name", "parent", "start", "tag", "word", "worth")

    def __init__(self, parent: "Node | None", tag: str, *, name: str, flags: int, kind: str, start: int) -> None:
        self.parent = parent
        self.tag = tag
        self.name = name
        self.flags = flags
        self.kind = kind
        self.start = start
        self.end = start
        self.depth: int = parent.depth + 1 if parent else 0
        self.children = 0
        self.word = ""


class Line:
    """What stands between two block edges or line breaks."""

    __slots__ = ("dead", "kind", "link", "node", "prose", "text", "value", "weight")

    def __init__(self, text: str, node: Node, link: int, kind: str) -> None:
        self.text = text
        self.node = node
        self.link = link
        """Characters of it that are link text."""
        self.kind = kind
        self.weight = 0
        self.prose = False
        self.dead = False
        self.value = 0.0


@dataclass(slots=True)
class Page:
    """Everything one walk brings home."""

    lines: list[Line] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
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
    depth: int = 0
    """Depth of the deepest block."""
    password: bool = False
    """Whether the page asks for a password."""


def read(root: etree._Element, marked: Collection[etree._Element] = ()) -> Page:  # noqa: C901, PLR0912, PLR0915 - the one hot loop: a call for each element would cost half a parse
    """Walk the tree once; the blocks of *marked* elements get the flag MARKED."""
    page = Page()
    lines, nodes = page.lines, page.nodes
    node = Node(None, "html", name="", flags=0, kind="text", start=0)
    nodes.append(node)
    parts: list[str] = []
    link = 0
    in_link = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    actions = _ACTIONS

    for event, element in walker:
        tag = element.tag
        action = actions.get(tag, _BLOCK)
        if marked and element in marked:
            action = _BLOCK
        if event == "start":
            if action == _BLOCK:
                if parts:
                    _flush(lines, parts, node, link)
                    link = 0
                name = f"{element.get('class') or ''} {element.get('id') or ''}"
                flags, word = judge_name(name) if len(name) > 1 else (0, "")
                if (
                    ((style := element.get("style")) and is_hiding(style))
                    or element.get("hidden") is not None
                    or element.get("aria-hidden") == "true"
                ):
                    flags |= HIDDEN
                if tag in _FURNITURE:
                    flags |= BAD
                    word = tag
                if marked and element in marked:
                    flags = MARKED
                kind = _KINDS.get(tag) or ("text" if node.kind in ("cell", "heading") else node.kind)
                node = Node(node, tag, name=name, flags=flags, kind=kind, start=len(lines))
                node.word = word
                nodes.append(node)
                text = element.text
            elif action == _INLINE:
                text = element.text
                if tag == "time" and (stamp := element.get("datetime")):
                    page.times.append((len(lines), stamp))
            elif action == _LINK:
                text = element.text
                if element.get("href"):
                    in_link += 1
                    page.anchors.append((len(lines), element.get("href"), element))
            else:
                text = None
                if action == _BREAK:
                    if parts:
                        _flush(lines, parts, node, link)
                        link = 0
                elif action == _IMAGE:
                    page.images.append((len(lines), element))
                elif action == _HEAD:
                    _head(page, tag, element)
                elif action == _SCRIPT:
                    if element.get("type") == "application/ld+json" and element.text:
                        page.scripts.append(element.text)
                elif tag == "input" and element.get("type") == "password":
                    page.password = True
                if action != _BREAK:
                    walker.skip_subtree()
        else:
            if action == _BLOCK:
                if parts:
                    _flush(lines, parts, node, link)
                    link = 0
                node.end = len(lines)
                page.depth = max(page.depth, node.depth)
                if node.parent is not None:
                    node = node.parent
            elif action == _LINK and element.get("href"):
                in_link -= 1
            text = element.tail
        if text:
            parts.append(text)
            if in_link:
                link += len(text.strip())
    if parts:
        _flush(lines, parts, node, link)
    nodes[0].end = len(lines)
    page.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return page


def _flush(lines: list[Line], parts: list[str], node: Node, link: int) -> None:
    """Make a line of what has been gathered; inside `<pre>` each line of its own."""
    if node.kind == "code":
        for raw in "".join(parts).split("\n"):
            text = raw.expandtabs(4).rstrip()
            if text:
                lines.append(Line(text, node, link, "code"))
    else:
        text = " ".join("".join(parts).split())
        if text:
            lines.append(Line(text, node, link, node.kind))
    parts.clear()


def _head(page: Page, tag: str, element: etree._Element) -> None:
    """Take down a statement of the head, wherever it stands."""
    if tag == "meta":
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content:
            page.metas.append((name.lower(), content))
    elif tag == "link":
        if (rel := element.get("rel")) and (href := element.get("href")):
            page.links.append((rel.lower(), href))
    elif not page.title:
        page.title = " ".join("".join(map(str, element.itertext())).split())
