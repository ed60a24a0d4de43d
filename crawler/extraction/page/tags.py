"""What the elements of HTML mean for a walk that gathers lines."""

INLINE, LIGHT, BLOCK, MARK, LINK, SKIP, BREAK, IMAGE, HEAD, SCRIPT, TIME, INPUT = range(12)
"""What to do with an element; those up to LINK are entered. MARK is a block that a selector of the site chose."""

_INLINE_TAGS = (
    "span", "b", "strong", "i", "em", "font", "u", "s", "sub", "sup", "small", "big", "abbr", "acronym", "code",
    "label", "mark", "q", "cite", "tt", "ins", "del", "kbd", "samp", "var", "bdo", "bdi", "wbr", "ruby", "rb",
    "strike", "nobr", "data", "dfn", "picture", "source", "o:p", "st1:chsdate",
)  # fmt: skip
_SKIPPED_TAGS = (
    "style", "noscript", "template", "select", "option", "optgroup", "textarea", "svg", "math", "iframe",
    "object", "embed", "canvas", "audio", "video", "map", "area", "base", "param", "applet", "rt", "rp",
    "frameset", "noframes", "datalist", "progress", "meter", "dialog",
)  # fmt: skip
_BLOCK_TAGS = (
    "html", "head", "body", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "dir", "menu",
    "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th", "form", "fieldset", "legend", "button",
    "section", "article", "main", "header", "footer", "nav", "aside", "hgroup", "search", "address", "blockquote", "pre",
    "listing", "xmp", "plaintext", "figure", "figcaption", "details", "summary", "center", "marquee", "frame", "noembed",
)  # fmt: skip
ACTIONS: dict[str, int] = {
    **dict.fromkeys(_BLOCK_TAGS, BLOCK),
    **dict.fromkeys(_INLINE_TAGS, INLINE),
    **dict.fromkeys(_SKIPPED_TAGS, SKIP),
    **dict.fromkeys(("meta", "title", "link"), HEAD),
    "br": BREAK,
    "hr": BREAK,
    "a": LINK,
    "img": IMAGE,
    "amp-img": IMAGE,
    "script": SCRIPT,
    "time": TIME,
    "input": INPUT,
}
"""What to do with an element by its tag; HTML knows no other."""
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
"""Tags of headings."""
KINDS = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    "blockquote": "quote",
    "pre": "code",
    "listing": "code",
    "figcaption": "caption",
    "td": "cell",
    "th": "cell",
    "caption": "caption",
}
"""The kind of the paragraphs in a block, by its tag."""
LIGHT_TAGS = HEADINGS | {"p", "li", "td", "th", "tr", "tbody", "thead", "dd", "dt"}
"""Blocks that are only edges of lines where they have no name: most of a page's blocks are such."""
