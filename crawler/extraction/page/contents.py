"""Whether a body is a page at all, whatever it is called: no picture, film, archive, document, feed, nor noise."""

import re

MAGIC = (
    b"%PDF-",
    b"\x89PNG\r\n",
    b"GIF8",
    b"\xff\xd8\xff",
    b"RIFF",
    b"PK\x03\x04",
    b"Rar!\x1a",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"\xd0\xcf\x11\xe0",
    b"OggS",
    b"ID3",
    b"\x1aE\xdf\xa3",
    b"wOF",
    b"MZ",
    b"\x7fELF",
)
"""How files of other kinds begin; source: the registries of `file(1)`."""

OTHER_TYPES = ("image/", "audio/", "video/", "font/")
"""How the labels begin that no page bears by mistake."""
_NOT_HTML = re.compile(
    r"^\s{0,99}(?:%PDF|\{\s*\"|\[\s*[\{\[\"]|\x89PNG|GIF8|PK\x03\x04|\xff\xd8\xff|Rar!|<\?xml[^>]{0,200}>\s{0,99}<(?:rss|feed|urlset|sitemapindex))",
    re.IGNORECASE,
)
"""How texts begin that are no HTML, some of which are files that were decoded."""
_CONTROLS = bytes([*range(1, 9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)])
"""Bytes that no text holds, after the "binary data bytes" of mimesniff.spec.whatwg.org; without 0, with which pages are padded."""
_MOST_CONTROLS = 0.05
"""Share of them from which bytes are no text; random bytes have 0.10, of 914 pages of the web the worst has 0.0001."""
_MARKUP = re.compile(rb"<(?:!doctype|html|head|meta|title|body|div|/p|table|span)\b", re.IGNORECASE)
"""Tags that random bytes do not hit: of four characters at least."""


def is_binary(body: bytes, content_type: str = "") -> bool:
    """Tell whether a body is a file of another kind, by its first bytes, or by a label that no page bears by mistake."""
    start = body[:16].lstrip(b" \t\r\n")
    return start.startswith(MAGIC) or body[4:8] == b"ftyp" or content_type.lower().startswith(OTHER_TYPES)


def is_noise(body: bytes, encoding: str) -> bool:
    """Tell whether the bytes of a page are no text at all: packed or random ones, without markup."""
    if encoding.startswith(("utf-16", "iso2022")):
        return False
    controls = len(body) - len(body.translate(None, _CONTROLS))
    return controls > len(body) * _MOST_CONTROLS and _MARKUP.search(body) is None


def is_html(text: str) -> bool:
    """Tell whether the start of a page may be HTML: no PDF, picture, archive, JSON or feed."""
    return _NOT_HTML.match(text[:600]) is None
