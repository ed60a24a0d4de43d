"""One walk over the tree: what a reader would see as lines, the blocks they stand in, and the head's statements."""

from collections.abc import Collection

from lxml import etree

from crawler.extraction.blocks import Line, Node, Page
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
_STREAMED = "S:"
"""Ids of blocks that React sends hidden and moves into place by script: they are what readers see."""
_FURNITURE = {"nav", "aside", "footer", "menu", "button"}


_LINK_LINES = 3
_LINK_CHARS = 25
"""A link around three lines of 25 characters and more is one that was never closed; a teaser has a headline and a line."""


def read(root: etree._Element, marked: Collection[etree._Element] = ()) -> Page:  # noqa: C901, PLR0912, PLR0915 - the one hot loop: a call for each element would cost half a parse
    """Walk the tree once; the blocks of *marked* elements get the flag MARKED."""
    page = Page()
    lines, nodes = page.lines, page.nodes
    node = Node(None, "html", name="", flags=0, word="", kind="text", start=0)
    nodes.append(node)
    parts: list[str] = []
    link = 0
    in_link = opened = 0
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
                flags, word, name = 0, "", ""
                if items := element.items():
                    attributes = dict(items)
                    name = f"{attributes.get('class', '')} {attributes.get('id', '')}"
                    if len(name) > 1:
                        flags, word = judge_name(name)
                    if ("hidden" in attributes and not attributes.get("id", "").startswith(_STREAMED)) or (
                        "style" in attributes and is_hiding(attributes["style"])
                    ):
                        flags |= HIDDEN
                if tag in _FURNITURE:
                    flags |= BAD
                    word = tag
                if marked and element in marked:
                    flags = MARKED
                kind = _KINDS.get(tag) or ("text" if node.kind in ("cell", "heading") else node.kind)
                node = Node(node, tag, name=name, flags=flags, word=word, kind=kind, start=len(lines))
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
                    opened = len(lines)
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
                if len(lines) - opened >= _LINK_LINES and not in_link:
                    _release(lines[opened:])
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


def _release(lines: list[Line]) -> None:
    """Take the text of a link for no link when it is several paragraphs: the page forgot to close it."""
    if sum(len(line.text) >= _LINK_CHARS for line in lines) >= _LINK_LINES:
        for line in lines:
            line.link = 0


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
