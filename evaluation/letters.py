"""English pages in the letters of other languages, to see what extraction loses where it knows neither word nor letter.

The corpora hold few pages in other languages. Each letter of a page's text, and of its known text, becomes one of another
script, and its marks those of the languages in that script; the tags and the names in them stay. What is read of such a
page should be what is read of the page as it is.
"""

import re
from collections.abc import Callable

from lxml import etree

from crawler.extraction.page.parse import parse

_ABC = "abcdefghijklmnopqrstuvwxyz"
_ASCII_WORD = re.compile("[A-Za-z]+")
_BLANK_WITHIN, _BLANK = re.compile("(?<=[A-Za-z]) (?=[A-Za-z])"), re.compile("(?<=[A-Za-z,.]) (?=[A-Za-z])")
"""Blanks inside a clause, and all."""
_SHORT = 0.45
"""Length of a Japanese or Korean text in characters, beside that of the English one that says the same."""
_STATED = ("og:title", "og:description", "og:site_name", "twitter:title", "twitter:description", "description")
"""What a page's `<meta>` says in words."""


def _table(letters: str, marks: dict[str, str | None] | None = None) -> dict[int, str | None]:
    """Give what each Latin letter, small or large, and each mark becomes."""
    pairs = zip(_ABC + _ABC.upper(), letters if len(letters) > len(_ABC) else 2 * letters, strict=True)
    return {ord(old): new for old, new in (*pairs, *(marks or {}).items())}


_LATIN = _table(_ABC[13:] + _ABC[:13] + _ABC[13:].upper() + _ABC[:13].upper())
_CYRILLIC = _table("абцдефгхийклмнопярстувжшызАБЦДЕФГХИЙКЛМНОПЯРСТУВЖШЫЗ")
_ARABIC = _table("ابتثجحخدذرزسشصضطظعغفقكلمنه", {",": "،", ";": "؛", "?": "؟"})
_DEVANAGARI = _table("कखगघचछजझटठडढणतथदधनपफबभमयरल", {".": "।"})
_THAI = _table("กขคงจฉชซดตถทธนบปผฝพฟภมยรลว", {".": " ", ",": " ", ";": " ", "!": None, "?": None})
_KANA = _table(
    "あいうえおかきくけこさしすせそたちつてとなにぬねのは", {".": "。", ",": "、", "?": "？", "!": "！", ":": "："}
)
_HANGUL = _table("가나다라마바사아자차카타파하고노도로모보소오조초코토")


def _shortened(text: str) -> str:
    """Cut each word to the length that it would have in syllables."""
    return _ASCII_WORD.sub(lambda match: match[0][: max(1, round(_SHORT * len(match[0])))], text)


LETTERS: dict[str, Callable[[str], str]] = {
    "latin": lambda text: text.translate(_LATIN),
    "cyrillic": lambda text: text.translate(_CYRILLIC),
    "arabic": lambda text: text.translate(_ARABIC),
    "devanagari": lambda text: text.translate(_DEVANAGARI),
    "thai": lambda text: _BLANK_WITHIN.sub("", text).translate(_THAI),
    "kana": lambda text: _BLANK.sub("", _shortened(text)).translate(_KANA),
    "hangul": lambda text: _shortened(text).translate(_HANGUL),
}
"""How a text is rewritten: letter by letter; without blanks inside a clause in Thai, and without any in kana."""
UNSPACED = frozenset(["thai", "kana"])
"""The scripts whose texts are compared by characters."""


def rewrite_page(page: str, letters: str) -> str:
    """Give the HTML of a page with its text, title and description in other letters, and without its structured data."""
    root = parse(page)
    if root is None:
        return page
    rewrite = LETTERS[letters]
    for element in root.iter():
        if element.tag == "meta" and (element.get("property") or element.get("name")) in _STATED:
            element.set("content", rewrite(element.get("content") or ""))
        elif element.tag == "script" and element.get("type") == "application/ld+json":
            element.text = None
        elif element.text and element.tag not in ("script", "style") and isinstance(element.tag, str):
            element.text = rewrite(element.text)
        if element.tail:
            element.tail = rewrite(element.tail)
    return etree.tostring(root, encoding="unicode", method="html")
