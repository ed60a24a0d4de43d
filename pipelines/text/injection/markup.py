"""Markup and templates that leaked into the text (D3), characters that a word filter took (D4)."""

import re
from html import unescape

from pipelines.text.damage import HANZI
from pipelines.text.injection.page import Find, Page

# Each branch is bounded, so linear.
LEAK = re.compile(
    r"""
      </?(?:span|p|div|font|br|hr|wbr|img|strong|b|i|em|a|ins|del|center|section|article|header|footer|aside|nav|o:p
        |table|t[rdh]|thead|tbody|dl|dt|dd|h[1-6]|iframe|script|style|ul|ol|li|u|sup|sub|s|strike|small|big|blockquote
        |pre|figure|figcaption|label|button|input|form|video|audio|source|embed|svg|meta|link|nobr|tt|cite)(?:\s[^<>]{0,300})?/?>
    | [?<]?(?:img|span|font|div|p|a)\s(?:[a-z-]{2,12}\s?=\s?["'][^"'<>]{0,200}["']\s?){1,8}/?>   # its < eaten
    | (?:\\x0[da]\\{0,2}|\\u00a0|\\[nr](?=\\|\s|$)|(?<=\\)x0[da]\\){1,20}
    | \{\{\s?[\w.|]{1,60}\s?\}\} | \{%[^%{}]{1,80}%\} | <%[^%<>]{1,80}%> | \$\{[\w.]{1,60}\}
    | \[/?(?:ad|caption|gallery|embed|video|audio|quote|url|img|color|size|align)(?:_\d{1,3})?(?:[\s=][^\[\]]{0,100})?\]
    | !\[[^\[\]]{0,80}\]\([^()\s]{0,300}\)
    | &(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip|middot|\#\d{2,6}|\#x[0-9a-f]{2,6});
    """,
    re.VERBOSE | re.IGNORECASE,
)
BARE_TAG = re.compile(r"</?[a-z0-9:]{1,8}>", re.IGNORECASE)
IMAGE_NAME = re.compile(
    rf"(?:(?<=[。，！？；：,.])|\A)[a-z0-9_-]{{0,40}}\.(?:png|jpe?g|gif|webp|bmp)(?=[{HANZI}“《「]|\s?[A-Z]|\s*\Z)",
    re.IGNORECASE,
)
"""The name of an image where a sentence begins or ends."""
AMPERSAND = re.compile(r"(?<=\b[A-Z])amp;(?=[A-Z]\b)")
ENTITIES = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&mdash;": "—",
    "&hellip;": "…",
    "&middot;": "·",
    "&nbsp;": " ",
}

QUOTES = "“”‘’\"'`「」『』《》"
GOES_ON = re.compile(r" [a-z(]|[,.;:)](?: |\Z)|[a-z]+;")
NESTED = re.compile(r"[a-z]{2,8};")
"""An entity behind `&amp;`, which speaks of that entity."""

CENSORED = re.compile(rf"(?:(?<=[{HANZI}，,])|(?<=[{HANZI}] ))\*\*\* (?=[{HANZI}])")
"""Three stars and a space in the place of a character: `*** 作` for 操作; a masked name has no space (`张**`)."""


def find_markup(page: Page) -> list[Find]:
    """Find markup, escapes, templates and shortcodes in the text; an entity becomes its character.

    Where the page shows code or speaks of it, all of them are its subject and stay.
    """
    if page.is_technical or not _may_leak(page.text):
        return []
    finds = []
    for index, text in page.prose():
        for match in LEAK.finditer(text):
            if _is_mentioned(text, match):
                return []  # a page that speaks of markup keeps all of it
            put = _unescaped(text, match) if match[0].startswith("&") else ""
            whole = match.start() == 0 and match.end() == len(text)
            finds.append(_leak(index, match, put=put, whole=whole))
        finds += [_leak(index, match, put="&") for match in AMPERSAND.finditer(text)]
        finds += [_leak(index, match, whole=match[0] == text) for match in IMAGE_NAME.finditer(text)]
    return finds


def _is_mentioned(text: str, match: re.Match[str]) -> bool:
    """Say whether a sentence speaks of a piece of markup: it stands between quotes, or like a word between spaces.

    What leaks sticks to a word or a mark on one side, or has attributes.
    """
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before in QUOTES and after in QUOTES and before and after:
        return True
    if "=" in match[0] or (match[0][0] == "&" and not NESTED.match(text, match.end())):
        return False
    return before == " " and bool(GOES_ON.match(text, match.end()))


def _unescaped(text: str, match: re.Match[str]) -> str:
    """Give the character of an entity; a space only between words that need one."""
    char = unescape(match[0])
    if char != "\xa0":
        return char
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return " " if len(around) == 2 and around.isascii() and " " not in around else ""


def _may_leak(text: str) -> bool:
    """Say whether a text has any sign of markup at all; nearly none has."""
    return any(
        sign in text for sign in ("<", ">", "\\", "{{", "{%", "${", "[", "&", "amp;", ".png", ".jp", ".gif", ".webp")
    )


def _leak(index: int, match: re.Match[str], *, put: str = "", whole: bool = False) -> Find:
    return Find(
        paragraph=index,
        start=match.start(),
        end=match.end(),
        whole=whole,
        put=put,
        reason="markup",
        evidence="markup on a page that is not about code",
    )


def find_censored(page: Page) -> list[Find]:
    """Find places where a word filter took a character; what stood there is not known, so they are marked."""
    if "*** " not in page.text or page.is_technical:
        return []
    return [
        Find(
            paragraph=index,
            start=match.start(),
            end=match.end(),
            reason="censored",
            evidence="stars in the place of a character",
            doubtful=True,
            mark="damaged",
        )
        for index, text in page.prose()
        for match in CENSORED.finditer(text)
    ]
