"""The author whom a Chinese page names beside its stamp without a label: an element called after him, or a link to his account."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from lxml import etree

from crawler.extraction.authors.around import MAX_LINE, is_said_by_other
from crawler.extraction.authors.persons import IS_HAN, is_account, is_pen_name, is_person
from crawler.extraction.days.date_forms import RELATIVE
from crawler.extraction.page.beginnings import beginning_of
from crawler.extraction.page.blocks import Page
from crawler.extraction.page.names import CAMEL
from crawler.extraction.page.scripts import read_scripts
from crawler.extraction.page.tags import HEADINGS

_ACCOUNT = re.compile(
    r"/(?:u|users?|members?|people|space)/[\w-]|/c/user/|[?&]uid=\d|(?:^|/)space-uid-\d", re.IGNORECASE
)
"""The address of an account."""
_SURE_ACCOUNT = re.compile(r"/(?:u|users?)/[\w-]|[?&]uid=\d|(?:^|/)space-uid-\d", re.IGNORECASE)
"""The same but for addresses that parts of a site have as well: what leads there may be called anything."""
_CALLED = re.compile(r"(?<![a-z])(?:author|authi|(?:nick|user|author)[-_ ]?name)(?![a-z])", re.IGNORECASE)
"""Class of an element that holds the name of an account or of an author."""
_NICK = re.compile(r"(?<![a-z])(?:nick|user)[-_ ]?name(?![a-z])", re.IGNORECASE)
"""The first of these alone, whose names are of all words."""
_LATIN = re.compile(r"[A-Za-z][\w.-]{2,29}")
"""A nickname in Latin letters, which an element called so may hold."""
_NOT_CALLED = re.compile(r"editor|reply|comment|count|desc|bio|badge|level|signature", re.IGNORECASE)
_NAME = re.compile(r"(?:^|\s)name(?:$|\s)", re.IGNORECASE)
"""A class that says so beside a day."""
_STAMP = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d|\d{1,2}[-/月]\d{1,2}日?\s\d{1,2}:\d\d|[今昨前]天\s?\d{1,2}:\d\d")
_ABOVE = 8
"""Lines above the text where the name stands, where no headline is known."""
_BELOW = 24
"""Lines below the headline where it stands."""
_LONGEST = 20
"""Characters of the link to an account that are read."""
_BEFORE = 2
"""Lines above that of the day."""
_HOUSE = re.compile(
    r"""(?:var\s(?:nickname|media_?[nN]ame|source_?[nN]ame)|["'](?:media|media_?[nN]ame|source_?[nN]ame)["'])\s{0,3}[:=]\s{0,3}(?:[a-zA-Z]{1,20}\()?["'](?P<name>[^"'\\<>]{2,30})["']"""
)
"""The name of the account that publishes, as scripts state it."""
_HOUSE_WORDS = ("nickname", "edia", "ource")
"""One of which is in each of these statements: few scripts hold them, and to look for a word costs a twentieth of the search."""
_LONGEST_NAME = 30
"""Characters of such a name, at most."""
_HOUSE_LINES = 12
"""Lines above the text where it is shown."""
_FULL_NAME = 4
"""Characters of a Chinese name, at most."""
_TAGS = ("span", "a", "em", "i", "b", "strong")


def find_account(page: Page, body: Sequence[int], headline: int) -> list[str]:
    """Give the account or the author named between headline and text, beside the day or right below the headline, in an element that says so; one name or none."""
    if page.root is None or not body or not any(IS_HAN.search(page.lines[i].text) for i in body[:2]):
        return []
    named = list(dict.fromkeys([*_accounts(page, body, headline)] or _lone(page, body, headline)))
    return named if len(named) == 1 and named[0] != find_house(page, body) else []


def find_house(page: Page, body: Sequence[int]) -> str | None:
    """Give the account that publishes on a platform: its scripts name it, and a line or an element in one above the Chinese text shows it."""
    if page.root is None or not body or not any(IS_HAN.search(page.lines[i].text) for i in body[:2]):
        return None
    shown = {text for i in range(max(0, body[0] - _HOUSE_LINES), body[0]) for text in _texts(page, i)}
    if not any(len(text) <= _LONGEST_NAME and IS_HAN.search(text) for text in shown):
        return None
    scripts = (script for script in read_scripts(page.root) if any(word in script for word in _HOUSE_WORDS))
    names = (unescape(match["name"]).strip() for script in scripts for match in _HOUSE.finditer(script))
    return next((name for name in names if name in shown and IS_HAN.search(name)), None)


def _accounts(page: Page, body: Sequence[int], headline: int) -> Iterator[str]:
    near = [i for i in _between(body[0], headline) if len(page.lines[i].text) <= MAX_LINE]
    stamped = {i for i in near if _is_stamp(page.lines[i].text)}
    beside = {k for i in stamped for k in range(i - _BEFORE, i + 2)} | {headline + 1}
    makes = {page.lines[i].node.make for i in stamped} - {"", " "}
    beside |= {i for i in near if page.lines[i].node.make in makes}
    told = {
        text
        for i in near
        if i in beside and not is_said_by_other(page, i, body, headline)
        for text in _texts(page, i)
        if (is_account(text) and IS_HAN.search(text)) or _LATIN.fullmatch(text)
    }
    if not told or page.root is None:
        return
    links = {text: href for at, href, element in page.anchors if at in beside and (text := _text(element)) in told}
    for element in page.root.iter(*_TAGS):
        text = (element.text or "").strip()
        if text not in told:
            continue
        name, link = _called(element), links.get(text, "")
        if _NOT_CALLED.search(name) or not (IS_HAN.search(text) or _NICK.search(name)):
            continue
        is_named = _CALLED.search(name) or _NAME.search(name) or _ACCOUNT.search(link)
        any_word = _NICK.search(name) or _SURE_ACCOUNT.search(link)
        if is_named and (is_pen_name(text) or (any_word and not text.endswith("发布"))):
            yield text


def _called(element: etree._Element) -> str:
    """Give what an element is called, and the one around it."""
    outer = element.getparent()
    names = (element.get("class"), element.get("data-testid"), None if outer is None else outer.get("class"))
    return CAMEL.sub("-", " ".join(name or "" for name in names))


def _lone(page: Page, body: Sequence[int], headline: int) -> list[str]:
    """Give the Chinese name that stands alone between a headline and the stamp, as papers print it: a section stands elsewhere as well."""
    lines = page.lines
    for i in _between(body[0], headline):
        name = lines[i].text.replace(" ", "")
        if len(name) > _FULL_NAME or lines[i].link or i + 1 >= body[0] or not _is_stamp(lines[i + 1].text):
            continue
        if (
            (i and lines[i - 1].tag in HEADINGS)
            and is_person(name)
            and sum(lines[i].text in line.text for line in lines) == 1
        ):
            return [name]
    return []


def _between(first: int, headline: int) -> range:
    """Give the lines between headline and text, or those above the text."""
    if 0 <= headline < first:
        return range(headline + 1, min(first, headline + 1 + _BELOW))
    return range(max(0, first - _ABOVE), first)


def _texts(page: Page, index: int) -> Iterator[str]:
    """Give the texts of the elements of a line, or the line."""
    line = page.lines[index]
    yield from (piece.strip() for piece in line.pieces or (line.text,))


def _is_stamp(text: str) -> bool:
    return _STAMP.search(text) is not None or ("前" in text and RELATIVE.search(text) is not None)


def _text(element: etree._Element) -> str:
    return beginning_of(element, _LONGEST).strip()
