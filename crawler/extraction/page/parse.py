"""From text to one lxml tree, in parsel's way of parsing, after a check that the page cannot hurt lxml."""

import re

from lxml import etree

MAX_CHARS = 10_000_000
"""Longest page that is parsed, in characters; the downloader's own limit is of the same order."""
MAX_TAGS = 400_000
"""Most `<` in a page: a page of 200,000 links and nothing else is refused, the longest real pages have a tenth."""
MAX_ATTRIBUTES = 5_000
"""Most attributes on one tag: libxml2 compares each with all others, 20,000 take a quarter of a second."""
HIDDEN_ADDRESS = "[email"
"""How `[email protected]` begins, which stands in the place of an address that `reveal_addresses` puts back; its blank is plain or not."""
MAX_DEPTH = 2_040
"""Depth at which libxml2 starts to drop text without a word (2,048 with `huge_tree`)."""

_HEAD = 100_000  # bytes in which a page's `<title>` stands
_LONG = 4 * MAX_ATTRIBUTES  # characters: a tag of so many attributes is at least as long
_TITLE = re.compile(rb"<title\b[^>]{0,200}>", re.IGNORECASE)
_TITLE_END = re.compile(rb"</title", re.IGNORECASE)
_TITLE_BYTES = re.compile(rb"[^<\n]{0,500}")
_TAG_OPENS = re.compile(r"<[a-zA-Z]")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")  # linear: each alternative ends at its own quote, and nothing is retried
_SEPARATOR = re.compile(r"[\s/\"']+")
_CONTROL = bytes([*range(9), 11, 12, *range(14, 32), 0x7F])


class Refused(Exception):  # noqa: N818 - a verdict on the page, not an error of ours
    """A page that is not parsed; its argument is the page kind."""


def parse(text: str, utf8: bytes | None = None, *, ids: bool = False) -> etree._Element | None:
    """Parse a page as parsel does (`huge_tree`, `recover`, UTF-8 bytes stated) and give the root element.

    Control characters and lone surrogates go first, since no parser agrees about them. Comments and processing
    instructions are left out of the tree. *utf8* is the text in UTF-8 where it is at hand. XPath's `id()` works in a
    tree with *ids* only, which takes a tenth longer. Gives None when nothing is left to parse; raises Refused with
    the page kind for a page that would hurt lxml.
    """
    check(text)
    body = (text.encode("utf-8", "ignore") if utf8 is None else utf8).translate(None, _CONTROL).strip()
    if not body:
        return None
    body = _closed(body)
    parser = etree.HTMLParser(
        recover=True,
        huge_tree=True,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        collect_ids=ids,
    )
    root: etree._Element | None = etree.fromstring(body, parser)
    return root


def reveal_addresses(root: etree._Element) -> None:
    """Put the e-mail addresses that Cloudflare hides from harvesters where readers see them.

    A script decodes them in the browser: the first byte is the key, each of the others the character XOR the key. Until
    then HIDDEN_ADDRESS begins what stands there.
    """
    for element in root.iter():
        if (code := element.get("data-cfemail")) is None:
            continue
        try:
            key, *secret = bytes.fromhex(code)
            address = bytes(byte ^ key for byte in secret).decode()
        except ValueError:
            continue  # no such code: `[email protected]` stays
        if "@" in address and address.isprintable():
            element[:] = []
            element.text = address


def _closed(body: bytes) -> bytes:
    """Close a `<title>` that is never closed, behind its first line: all of the page would be the title."""
    opening = _TITLE.search(body, 0, _HEAD)
    if opening is None or _TITLE_END.search(body, opening.end()):
        return body
    title = _TITLE_BYTES.match(body, opening.end())
    end = title.end() if title else opening.end()
    return body[:end] + b"</title>" + body[end:]


def check(text: str) -> None:
    """Raise Refused (`too_large`) for a page that is too long, or has too many tags or attributes; linear time."""
    if len(text) > MAX_CHARS or (len(text) > MAX_TAGS and text.count("<") > MAX_TAGS):
        raise Refused("too_large")
    start = 0
    while len(text) - start > _LONG:
        end = text.rfind(">", start, start + _LONG)
        if end < 0:  # a long stretch without an end of a tag
            end = text.find(">", start + _LONG)
            end = len(text) if end < 0 else end
            if _attributes(text, start, end) > MAX_ATTRIBUTES:
                raise Refused("too_large")
        start = end + 1


def _attributes(text: str, start: int, end: int) -> int:
    """Count what may be attributes in a stretch without `>`; a script's text counts a quarter."""
    opening = _TAG_OPENS.search(text, start, end)
    if opening is None:
        return 0
    stretch = _QUOTED.sub('"', text[opening.start() : end])
    count = len(_SEPARATOR.findall(stretch))
    if count <= MAX_ATTRIBUTES:  # so it mostly is, and to look for the script around it costs more than all else
        return count
    in_script = text.rfind("<script", 0, start) > text.rfind("</script", 0, start)
    return count // 4 if in_script else count
