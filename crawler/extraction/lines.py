"""One walk over the tree: what a reader would see as lines, the blocks they stand in, and the head's statements."""

from collections.abc import Collection, Sequence
from typing import Any

from lxml import etree

from crawler.extraction.blocks import Line, Node, Page
from crawler.extraction.names import BAD, HIDDEN, MARKED, NAMING, is_hiding, judge_name
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
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\xad"
"""Characters without a width, which some editors put into paragraphs that would be empty."""
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
        around: list[tuple[etree._Element, int, str, str]] = []
        actions, marked, parts = ACTIONS, self.marked, self.parts
        element = root
        while True:
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
                    around.append((element, action, outer_tag, outer_kind))
                    element = element[0]
                    continue
                if action != INLINE:
                    self.close(action, outer_tag, outer_kind)
            while around:  # behind the element: its tail, and the end of those that it is the last in
                if (text := element.tail) and (parts or not text.isspace()):
                    parts.append(text)
                    if self.in_link:
                        self.link += len(text.strip())
                if (following := element.getnext()) is not None:
                    element = following
                    break
                element, action, outer_tag, outer_kind = around.pop()
                if action != INLINE:
                    self.close(action, outer_tag, outer_kind)
            else:
                break
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
        named = element.items()
        if not named and tag in LIGHT_TAGS and not (self.marked and element in self.marked):
            return LIGHT
        self.node = self.block(element, tag, named)
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

    def block(self, element: etree._Element, tag: str, attributes: Sequence[tuple[Any, Any]]) -> Node:  # noqa: C901 - made for each block of a page
        """Make the block of an element that has these attributes."""
        class_ = id_ = said = word = ""
        flags, hidden = 0, False
        for key, value in attributes:
            if key == "class":
                class_ = value
            elif key == "id":
                id_ = value
            elif key in NAMING:
                said = f"{said} {value}"
            elif key == "style":
                hidden = is_hiding(value)
            elif key == "hidden":
                flags = HIDDEN
        if id_.startswith(_STREAMED):
            flags = 0
        if hidden:
            flags = HIDDEN
        name = f"{class_} {id_}{said}" if attributes else ""
        if len(name) > 1:
            named, word = judge_name(name)
            flags |= named
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
        elif (text := " ".join((raw := "".join(self.parts)).split())) and (len(text) > 3 or text.strip(_UNSEEN)):
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
