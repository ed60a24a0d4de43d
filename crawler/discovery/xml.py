"""Sitemaps and feeds as a stream: bounded, entity-safe, and forgiving towards broken XML."""

import re
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from lxml import etree

PIECE = 1 << 16
"""Bytes given to the parser at once."""
MOST_BYTES = 64 << 20
"""Bytes of one sitemap or feed read, unpacked; the sitemap protocol allows 50 MB."""
MOST_DEPTH = 32
"""Depth from which elements are no sitemap's and no feed's; a bomb of nesting ends the reading here."""


def read_elements(body: bytes, names: frozenset[str]) -> Iterator[etree._Element]:
    """Give the elements with these local names as soon as each is complete, and forget each afterwards.

    Entities are never expanded and nothing is loaded; what follows a place that no parser can mend is left out, and so
    is what lies deeper than MOST_DEPTH or behind MOST_BYTES. A gzipped body is unpacked piece by piece.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, recover=True, load_dtd=False, huge_tree=False
    )
    depth = 0
    for piece in _pieces(body):
        try:
            parser.feed(piece)
        except etree.XMLSyntaxError:
            return
        for event, element in parser.read_events():
            if event == "start":
                depth += 1
                if depth > MOST_DEPTH:
                    return
                continue
            depth -= 1
            if isinstance(element, etree._Element) and local_name(element) in names:  # noqa: SLF001 - its only name
                yield element
                _forget(element)


ROOT = re.compile(rb"\s{0,64}<(?:[\w.-]{1,32}:)?([\w.-]{1,32})")
SKIP = re.compile(
    rb"\s{0,64}(?:<\?[^>]{0,512}\?>|<!--.{0,2048}?-->|<!DOCTYPE[^>\[]{0,512}(?:\[[^\]]{0,4096}\]\s{0,64})?>)",
    re.DOTALL | re.IGNORECASE,
)
"""What may stand before the root element; linear: each begins with its own letters and is bounded. Declarations of a
document type may stand in brackets of its own; they are passed over, and never expanded."""


def read_root(body: bytes) -> str:
    """Give the local name of a body's first tag in lower case, unpacking gzip; empty where there is none."""
    head = next(_pieces(body), b"")[:8192].removeprefix(BOM_UTF8)
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # the parser knows it, the expressions below do not
        head = head.decode("utf-16", "ignore").encode()
    place = 0
    while skipped := SKIP.match(head, place):
        place = skipped.end()
    root = ROOT.match(head, place)
    return root[1].decode("ascii", "replace").lower() if root else ""


def local_name(element: etree._Element) -> str:
    """Give an element's name without its namespace, in lower case; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _forget(element: etree._Element) -> None:
    """Free an element and all that stand before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def _pieces(body: bytes) -> Iterator[bytes]:
    """Give the body in pieces, unpacked where it is gzip, up to MOST_BYTES; a torn end is left out."""
    if body[:2] != b"\x1f\x8b":
        body = body[:MOST_BYTES].lstrip(b" \t\r\n")
        yield from (body[start : start + PIECE] for start in range(0, len(body), PIECE))
        return
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    taken, rest = 0, body
    try:
        while taken < MOST_BYTES and rest and not unpacker.eof:
            piece = unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail
            taken += len(piece)
            if not piece and not rest:
                return
            yield piece
    except zlib.error:
        return
