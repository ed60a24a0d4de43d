"""From bytes to text: the bytes decide, the labels are hints."""

import codecs
import re
from dataclasses import dataclass

from crawler.extraction.page.frequent import plausibility
from crawler.extraction.page.mojibake import mend, read_again

SAMPLE = 8_000
"""Bytes with high bits looked at when charsets are compared: three thousand characters decide."""
SPARSE = 7
"""Of so many bytes one is looked at where only their shares matter; odd, since most letters take two bytes or four."""
HEAD = 4096
"""Bytes searched for a label: browsers look at the first 1,024, careless pages put more before it."""

# Labels mean what browsers take them for (encoding.spec.whatwg.org): the larger set that contains the named one.
_MEANS = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "gb18030", "hz-gb-2312", "euc-cn"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cp950", "x-x-big5", "big5hkscs", "big-5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms932", "cp932"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "cp949", "windows-949", "uhc", "ks_c_5601"), "cp949"),
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "l1", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("tis-620", "iso-8859-11"), "cp874"),
    **dict.fromkeys(("utf-16", "utf-16le", "unicode", "ucs-2"), "utf-16-le"),
    **dict.fromkeys(("utf8", "utf-8", "unicode-1-1-utf-8", "utf-8-sig", "utf_8"), "utf-8"),
    "x-euc-jp": "euc_jp",
}
_NO_CHARSETS = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape"))
"""What Python decodes but no browser knows: they put nothing in the place of what does not fit, or read programmes."""
_GUESSES = (
    "gb18030",
    "big5hkscs",
    "cp932",
    "euc_jp",
    "cp949",
    "cp1252",
    "cp1251",
    "koi8-r",
    "cp1250",
    "cp1253",
    "cp1256",
    "cp1255",
    "cp874",
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""")
_HEADER = re.compile(r"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUNS = re.compile(rb"[\x20-\x7e]{0,1}[\x80-\xff][\x30-\xff]*")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ESCAPES = re.compile(rb"\x1b\$[@B]|\x1b\([BJ]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text."""

    text: str
    """The page."""
    encoding: str
    """Python's name of the charset."""
    decided_by: str
    """`bom`, `bytes`, `site`, `header`, `meta` or `guess`."""
    damaged: int = 0
    """Number of U+FFFD that decoding put in."""
    utf8: bytes | None = None
    """The bytes where they are the text in UTF-8, so that it need not be encoded again."""


def decode(body: bytes, content_type: str | None = None, site: str | None = None) -> Decoded:
    """Decode a page.

    Takes the bytes, the HTTP `Content-Type` and the charset of the site's definition. In order: a byte-order mark;
    UTF-16 and ISO-2022-JP by their bytes; bytes that are UTF-8 with multi-byte sequences (a few broken ones
    included), whatever the labels say, mended where their text was broken before; the charset of the site, the
    header and the page, when it decodes to likely text; the likeliest of the usual charsets. Bytes that fit nowhere become U+FFFD.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _done(body[len(mark) :], encoding, "bom")
    if (wide := _wide(body)) is not None:
        return _done(body, wide, "bytes")
    if b"\x1b" in body and _ESCAPES.search(body) and not _HIGH.search(body):
        return _done(body, "iso2022_jp", "bytes")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        if _mostly_utf8(body):
            return _done(body, "utf-8", "bytes")
        return _weigh(body, _labels(body, content_type, site))
    return _mended(body, text) or Decoded(text, "utf-8", "bytes", utf8=body)


def _mended(body: bytes, text: str) -> Decoded | None:
    """Mend UTF-8 whose text was broken before it was encoded: all of it, or more than any language writes, is accented letters."""
    if text.isascii():
        return None
    sample = body[::SPARSE]
    if 50 * (sample.count(b"\xc2") + sample.count(b"\xc3")) > len(sample) and (mended := mend(text)) is not None:
        return Decoded(mended[0], mended[1], "bytes", mended[0].count("\ufffd"))
    if (once := read_again(text)) is not None:
        return Decoded(once, "utf-8", "bytes", once.count("\ufffd"))
    return None


def _weigh(body: bytes, labels: list[tuple[str, str]]) -> Decoded:
    """Choose between the labels and the usual charsets by the text they give."""
    sample = b" ".join(_HIGH_RUNS.findall(body[: SAMPLE * 64]))[:SAMPLE]
    best, top = ("gb18030", "guess"), -9.0
    tried = {encoding for encoding, _ in labels}
    for encoding, origin in [*labels, *((name, "guess") for name in _GUESSES if name not in tried)]:
        if encoding == "utf-8":
            continue
        likely = plausibility(sample.decode(encoding, "replace"))
        if origin != "guess":
            likely += 0.15  # a label that fits as well as another charset is right
            if likely > 0.8:
                best = (encoding, origin)
                break
        if likely > top:
            best, top = (encoding, origin), likely
    return _done(body, *best)


def _labels(body: bytes, content_type: str | None, site: str | None) -> list[tuple[str, str]]:
    """Give the charsets that are claimed, the most trusted first, each once."""
    found: list[tuple[str, str]] = []
    head = body[:HEAD]
    claims: list[tuple[str | None, str]] = [(site, "site")]
    if content_type and (match := _HEADER.search(content_type)):
        claims.append((match[1], "header"))
    if (label := _META.search(head)) or (label := _XML.search(head)):
        claims.append((label[1].decode("ascii", "replace"), "meta"))
    for label_name, origin in claims:
        encoding = normalise(label_name) if label_name else None
        if encoding and encoding not in {name for name, _ in found}:
            found.append((encoding, origin))
    return found


def normalise(label: str) -> str | None:
    """Give Python's name for what browsers understand by a charset label; None for one nobody knows."""
    name = label.strip().strip("\"'").lower()
    name = _MEANS.get(name, name)
    try:
        info = codecs.lookup(name)
        "".encode(info.name)
    except (LookupError, ValueError, TypeError):
        return None
    is_charset = info._is_text_encoding and info.name not in _NO_CHARSETS  # noqa: SLF001 - the only way to tell text from `rot13`
    return info.name if is_charset else None


def _wide(body: bytes) -> str | None:
    """Recognise UTF-16 without a mark: every second byte of its markup is zero."""
    sample = body[:2000]
    if len(sample) < 8 or 0 not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.1 and even < odd * 0.15:
        return "utf-16-le"
    if even > half * 0.1 and odd < even * 0.15:
        return "utf-16-be"
    return None


def _mostly_utf8(body: bytes) -> bool:
    """Tell whether bytes are UTF-8 with some damage: nearly all high bytes stand in well-formed sequences."""
    high = len(_HIGH.findall(body))
    formed = sum(map(len, _MULTIBYTE.findall(body)))
    return formed >= 12 and formed >= 0.9 * high


def _done(body: bytes, encoding: str, origin: str) -> Decoded:
    text = body.decode(encoding, "replace")
    return Decoded(text, encoding, origin, text.count("\ufffd"))
