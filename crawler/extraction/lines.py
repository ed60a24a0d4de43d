"""One walk over the tree: what a reader would see as lines, the blocks they stand in, and the head's statements."""

from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from crawler.extraction.blocks import Line, Node, Page
from crawler.extraction.names import BAD, HIDDEN, MARKED, is_hiding, judge_name
from crawler.extraction.tags import (
    ACTIONS,
    BLOCK,
    BREAK,
    HEAD,
    IMAGE,
    INLINE,
    KINDS,
    LIGHT,
    LIGHT_TAGS,
    LINK,
    SCRIPT,
    TIME,
)

_STREAMED = "S:"
"""Ids of blocks that React sends hidden and moves into place by script: they are what readers see."""
_INDENTS = ("\u3000", "\xa0\xa0")
_BLANKS = " \t\r\n"
_FURNITURE = {"nav", "aside", "footer", "menu", "button"}
_NOT_WITHIN = ("cell", "heading")
"""Kinds that a block inside does not take over."""

_LINK_LINES = 3
_LINK_CHARS = 25
"""A link around three lines of 25 characters and more is one that was never closed; a teaser has a headline and a line."""


def read(root: etree._Element, marked: Collection[etree._Element] = ()) -> Page:
    """Walk the tree once; the blocks of *marked* elements get the flag MARKED."""
    walk = _Walk(marked)
    walk.run(root)
    walk.page.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return walk.page


class _Walk:
    """One walk, with what has been gathered since the last edge of a block."""

    def __init__(self, marked: Collection[etree._Element]) -> None:
        self.marked = marked
        self.page = Page()
        self.node = Node(None, "html", "", 0, "", 0)
        self.page.nodes.append(self.node)
        self.tag = "html"
        self.kind = "text"
        self.parts: list[str] = []
        self.link = 0
        """Letters of link text among the parts."""
        self.in_link = 0
        self.link_start = 0
        """Index of the line in which the innermost link began."""

    def run(self, root: etree._Element) -> None:  # noqa: C901, PLR0912 - the hot loop: each call more is a tenth of a parse
        """Visit the elements in the order of the page, with a stack of its own: trees may be 2,000 levels deep."""
        waiting: list[tuple[Iterator[etree._Element], etree._Element, int, str, str]] = []
        children: Iterator[etree._Element] = iter((root,))
        actions, marked, parts = ACTIONS, self.marked, self.parts
        while True:
            for element in children:
                tag = element.tag
                action = actions.get(tag, BLOCK)
                if marked and element in marked:
                    action = BLOCK
                if action > LINK:
                    self.visit(element, action)
                else:
                    outer_tag, outer_kind = self.tag, self.kind
                    if action == LINK:
                        action = self.open_link(element)
                    elif action != INLINE:
                        action = self.open(element, tag)
                    if (text := element.text) and (parts or not text.isspace()):
                        parts.append(text)
                        if self.in_link:
                            self.link += len(text.strip())
                    if len(element):
                        waiting.append((children, element, action, outer_tag, outer_kind))
                        children = iter(element)
                        break
                    if action != INLINE:
                        self.close(action, outer_tag, outer_kind)
                if (text := element.tail) and (parts or not text.isspace()):
                    parts.append(text)
                    if self.in_link:
                        self.link += len(text.strip())
            else:
                if not waiting:
                    break
                children, element, action, outer_tag, outer_kind = waiting.pop()
                if action != INLINE:
                    self.close(action, outer_tag, outer_kind)
                if (text := element.tail) and (parts or not text.isspace()):
                    parts.append(text)
                    if self.in_link:
                        self.link += len(text.strip())
        if self.parts:
            self.flush()
        self.page.nodes[0].end = len(self.page.lines)

    def open_link(self, element: etree._Element) -> int:
        """Enter a link; gives what is to be closed: without a target it is none."""
        href = element.get("href")
        if not href:
            return INLINE
        self.in_link += 1
        self.link_start = len(self.page.lines)
        self.page.anchors.append((self.link_start, href, element))
        return LINK

    def open(self, element: etree._Element, tag: str) -> int:
        """Enter a block; gives what is to be closed: one without a name is only an edge of lines."""
        if self.parts:
            self.flush()
        self.tag = tag
        if kind := KINDS.get(tag):
            self.kind = kind
        elif self.kind in _NOT_WITHIN:
            self.kind = "text"
        keys = element.keys()
        if not keys and tag in LIGHT_TAGS and not (self.marked and element in self.marked):
            return LIGHT
        self.node = self.block(element, tag, keys)
        self.page.nodes.append(self.node)
        return BLOCK

    def close(self, action: int, outer_tag: str, outer_kind: str) -> None:
        """Leave a block or a link, for the block around it."""
        if action == LINK:
            self.in_link -= 1
            if len(self.page.lines) - self.link_start >= _LINK_LINES and not self.in_link:
                _release(self.page.lines[self.link_start :])
            return
        if self.parts:
            self.flush()
        self.tag, self.kind = outer_tag, outer_kind
        if action == BLOCK:
            node = self.node
            node.end = len(self.page.lines)
            self.node = node.parent or node

    def block(self, element: etree._Element, tag: str, keys: Sequence[str | bytes]) -> Node:
        """Make the block of an element that has attributes of these names."""
        name, flags, word = "", 0, ""
        if keys:
            id_ = element.get("id", "") if "id" in keys else ""
            name = f"{element.get('class', '')} {id_}" if "class" in keys else f" {id_}"
            if len(name) > 1:
                flags, word = judge_name(name)
            if "hidden" in keys and not id_.startswith(_STREAMED):
                flags |= HIDDEN
            if "style" in keys and is_hiding(element.get("style", "")):
                flags |= HIDDEN
        if tag in _FURNITURE:
            flags |= BAD
            word = tag
        if self.marked and element in self.marked:
            flags = MARKED
        return Node(self.node, tag, name, flags, word, len(self.page.lines))

    def visit(self, element: etree._Element, action: int) -> None:
        """Take what an element without text of its own says."""
        page = self.page
        if action == BREAK:
            if self.parts:
                self.flush()
        elif action == IMAGE:
            page.images.append((len(page.lines), element))
        elif action == HEAD:
            _head(page, element)
        elif action == SCRIPT:
            if element.get("type") == "application/ld+json" and element.text:
                page.scripts.append(element.text)
        elif action == TIME:
            if stamp := element.get("datetime"):
                page.times.append((len(page.lines), stamp))
            self.parts += map(str, element.itertext())
        elif element.tag == "input" and element.get("type") == "password":
            page.password = True

    def flush(self) -> None:
        """Make a line of what has been gathered; inside `<pre>` each line of its own."""
        node, lines = self.node, self.page.lines
        if self.kind == "code":
            for raw in "".join(self.parts).split("\n"):
                if text := raw.expandtabs(4).rstrip():
                    lines.append(Line(text, node, self.tag, self.kind, self.link))
        elif text := " ".join((raw := "".join(self.parts)).split()):
            line = Line(text, node, self.tag, self.kind, self.link)
            if raw[0] != text[0]:
                line.indented = raw.startswith(_INDENTS) or raw.lstrip(_BLANKS).startswith(_INDENTS)
            lines.append(line)
        self.parts.clear()
        self.link = 0


def _release(lines: list[Line]) -> None:
    """Take the text of a link for no link when it is several paragraphs: the page forgot to close it."""
    if sum(len(line.text) >= _LINK_CHARS for line in lines) >= _LINK_LINES:
        for line in lines:
            line.link = 0


def _head(page: Page, element: etree._Element) -> None:
    """Take down a statement of the head, wherever it stands."""
    tag = element.tag
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
