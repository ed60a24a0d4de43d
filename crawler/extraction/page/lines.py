"""One walk over the tree: what a reader would see as lines, the blocks they stand in, and the head's statements."""

from collections.abc import Collection, Sequence
from typing import Any

from lxml import etree

from crawler.extraction.page.blocks import Line, Node, Page, make_line, make_node
from crawler.extraction.page.inline import is_aside, is_caption, judge_unknown
from crawler.extraction.page.inner_links import RELEASED, points_away, release, without_link
from crawler.extraction.page.names import (
    BAD,
    HIDDEN,
    LONGEST_NAME,
    MARKED,
    NAMING,
    PAYWALL,
    is_hiding,
    is_unseen,
    judge_name,
)
from crawler.extraction.page.parse import HIDDEN_ADDRESS, reveal_addresses
from crawler.extraction.page.tags import (
    ACTIONS,
    BLOCK,
    BREAK,
    HEAD,
    HEADINGS,
    IMAGE,
    INLINE,
    INPUT,
    KINDS,
    LIGHT,
    LIGHT_TAGS,
    LINK,
    MARK,
    SCRIPT,
    SKIP,
    TIME,
)

_STREAMED = "S:"
"""Ids of blocks that React sends hidden and moves into place by script: they are what readers see."""
_INDENTS = ("\u3000", "\xa0\xa0")
_BLANKS = " \t\r\n"
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\xad"
"""Characters without a width, which some editors put into paragraphs that would be empty."""
_FURNITURE = {"nav", "aside", "footer", "menu", "button"}
_PIECED = 400
"""Characters of a line, with its blanks, whose pieces are kept."""
_NOT_WITHIN = ("cell", "heading")
"""Kinds that a block inside does not take over."""


def read(root: etree._Element, marked: Collection[etree._Element] = ()) -> Page:
    """Walk the tree once, or again with the addresses that were hidden; the blocks of *marked* elements get the flag MARKED."""
    page = _walked(root, marked)
    # To look for it in the whole page, before it is parsed, takes three times as long.
    if HIDDEN_ADDRESS in "\n".join([line.text for line in page.lines]):
        reveal_addresses(root)
        page = _walked(root, marked)
    page.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return page


def _walked(root: etree._Element, marked: Collection[etree._Element]) -> Page:
    page = Page(root=root)
    page.nodes.append(make_node(None, "html", "", 0, "", 0))
    _walk(root, page, marked)
    page.nodes[0].end = len(page.lines)
    page.headings += [i for i, line in enumerate(page.lines) if line.tag in HEADINGS]
    return page


def _walk(root: etree._Element, page: Page, marked: Collection[etree._Element]) -> None:  # noqa: C901, PLR0912, PLR0915 - the hot loop: a call for each element is a tenth of a parse
    """Visit the elements in the order of the page, with a stack of its own: trees may be 2,000 levels deep."""
    actions, kinds, lines, nodes, anchors, images = ACTIONS, KINDS, page.lines, page.nodes, page.anchors, page.images
    around: list[tuple[etree._Element, int, str, str]] = []
    parts: list[str] = []  # the text since the last edge of a block, and how many letters of it are of links
    link = 0
    links_open = link_start = 0  # links around, and the index of the line in which the innermost one began
    node, tag, kind = nodes[0], "html", "text"
    element = root
    while True:
        name = element.tag
        try:
            action = actions[name]
        except KeyError:
            action = judge_unknown(element)
        if (
            action == INLINE
            and parts
            and (attributes := element.items())
            and is_unseen(attributes)
            and is_aside(element)
        ):
            action = SKIP
        elif action == INLINE and images and images[-1][0] == len(lines) and not parts and is_caption(element):
            action, name = BLOCK, "figcaption"
        elif marked and element in marked:
            action = MARK
        if action > LINK:
            if action > BREAK:
                _visit(page, parts, element, action)
            elif action == BREAK and parts:
                _flush(lines, parts, node, tag, kind, link)
                link = 0
            ended = False
        else:
            outer_tag, outer_kind = tag, kind
            if action == LINK:
                if href := element.get("href"):
                    links_open += 1
                    link_start = len(lines)
                    anchors.append((link_start, href, element))
                else:
                    action = INLINE  # without a target it is none
            elif action != INLINE:
                if parts:
                    _flush(lines, parts, node, tag, kind, link)
                    link = 0
                tag = name
                if inner := kinds.get(name):
                    kind = inner
                elif kind in _NOT_WITHIN:
                    kind = "text"
                if (attributes := element.items()) or action == MARK or name not in LIGHT_TAGS:
                    node = _block(node, name, attributes, len(lines))
                    nodes.append(node)
                    if action == MARK:
                        node.flags = MARKED
                        action = BLOCK
                else:
                    action = LIGHT  # without a name it is only an edge of lines
            if (text := element.text) and (parts or not text.isspace()):
                parts.append(text)
                if links_open:
                    link += len(text.strip())
            if len(element):
                around.append((element, action, outer_tag, outer_kind))
                element = element[0]
                continue
            ended = True
        while True:  # the end of the element and of those that it is the last in, and the text behind each
            if ended:
                if action == LINK:
                    links_open -= 1
                    if len(lines) - link_start >= RELEASED and not links_open:
                        release(lines[link_start:])
                elif action != INLINE:
                    if parts:
                        _flush(lines, parts, node, tag, kind, link)
                        link = 0
                    tag, kind = outer_tag, outer_kind
                    if action == BLOCK:
                        node.end = len(lines)
                        node = node.parent or node
            if not around:
                if parts:
                    _flush(lines, parts, node, tag, kind, link)
                return
            if (text := element.tail) and (parts or not text.isspace()):
                parts.append(text)
                if links_open:
                    link += len(text.strip())
            if (following := element.getnext()) is not None:
                element = following
                break
            element, action, outer_tag, outer_kind = around.pop()
            ended = True


def _block(outer: Node, tag: str, attributes: Sequence[tuple[Any, Any]], start: int) -> Node:  # noqa: C901, PLR0912 - made for each block of a page
    """Make the block of an element that has these attributes."""
    class_ = id_ = said = word = ""
    flags, hidden = 0, False
    for key, value in attributes:
        if key == "class":
            class_ = value
        elif key == "id":
            id_ = "" if tag in HEADINGS else value  # the anchor of a heading repeats its words
        elif key in NAMING:
            said = f"{said} {value}"
        elif key == "style":
            hidden = is_hiding(value)
        elif key == "hidden":
            flags = HIDDEN
    if flags and id_.startswith(_STREAMED):
        flags = 0
    if hidden:
        flags = HIDDEN
    name = f"{class_} {id_}{said}" if attributes else ""
    if (size := len(name)) > 1:
        if size > LONGEST_NAME:
            name, class_, said = name[:LONGEST_NAME], class_[:LONGEST_NAME], ""
        named, word = judge_name(name)
        if word == PAYWALL and (tag == "p" or tag in HEADINGS) and PAYWALL in class_.split():
            named, word = 0, ""
        flags |= named
    if tag in _FURNITURE:
        if tag != "aside" or not flags & BAD:  # an aside for a newsletter is one
            word = tag
        flags |= BAD
    node = make_node(outer, tag, name, flags, word, start)
    if id_:
        node.make = f"{class_} {said}"
    return node


def _visit(page: Page, parts: list[str], element: etree._Element, action: int) -> None:
    """Take what an element without text of its own says."""
    if action == IMAGE:
        page.images.append((len(page.lines), element))
    elif action == HEAD:
        _head(page, element)
    elif action == SCRIPT:
        if element.get("type") == "application/ld+json" and (text := element.text):
            page.scripts.append(text)
    elif action == TIME:
        if stamp := element.get("datetime"):
            page.times.append((len(page.lines), stamp))
        parts += map(str, element.itertext())
    elif action == INPUT and element.get("type") == "password":
        page.passwords.append(len(page.lines))


def _flush(lines: list[Line], parts: list[str], node: Node, tag: str, kind: str, link: int) -> None:  # noqa: PLR0917 - one for each line of a page
    """Make a line of what has been gathered; inside `<pre>` each line of its own."""
    raw = "".join(parts)
    if link and kind == "heading" and (shorter := without_link(parts, raw.rstrip(), link)):
        raw, link = shorter, 0
    pieces = tuple(parts) if len(parts) > 1 and len(raw) <= _PIECED else ()
    parts.clear()
    if kind == "code":
        rows = (row.expandtabs(4).rstrip() for row in raw.split("\n"))
        lines.extend(make_line(row, node, tag, kind, link * len(row) // len(raw)) for row in rows if row)
        return
    text = raw.strip()
    if "  " in text or not text.isprintable():  # of all blanks, only a single space is printable
        text = " ".join(text.split())
    if text and (len(text) > 3 or text.strip(_UNSEEN)):
        if 0 < link < len(text) and points_away(text, link):
            lines.append(make_line(text[:-link].rstrip(), node, tag, kind, 0))
            text = text[-link:].lstrip()
        line = make_line(text, node, tag, kind, link, pieces)
        if raw[0] != text[0]:
            line.indented = raw.startswith(_INDENTS) or raw.lstrip(_BLANKS).startswith(_INDENTS)
        lines.append(line)


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
        text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
        page.title = " ".join(text.split())
