"""Who wrote it: names only, without roles, no editors, and no medium."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from crawler.extraction.authors.accounts import find_account
from crawler.extraction.authors.around import (
    EDGE_LINES,
    MAX_LINE,
    is_said_by_other,
    left_indices,
    lines_above,
    near_indices,
)
from crawler.extraction.authors.beside import find_beside, names_below_label, read_labelled
from crawler.extraction.authors.called import is_called
from crawler.extraction.authors.credited import LONGEST_LIST, find_credited, read_called
from crawler.extraction.authors.medium import Medium
from crawler.extraction.authors.persons import IS_HAN, is_known_person, is_person, is_team
from crawler.extraction.authors.signed import (
    may_name,
    read_editors,
    read_names,
    read_reporters,
    read_signed,
    stated_names,
)
from crawler.extraction.authors.signed_abroad import read_korean, read_whole_abroad
from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.edges import spaced
from crawler.extraction.page.metadata import Metadata

_TOLD_LINES = 12
"""Lines after the text where what it tells of its author may stand."""
_LABEL_LINES = 30
"""Lines after the text where a label alone (`Author:`) may stand above a name."""
_BYLINE_LINES = 5
"""Lines above the text where its byline stands."""
_FIRST_LINES = 2
"""Lines with which a text begins: a headline and what follows it."""
_ALIAS_LINES = 4
"""The lines next to the text, where one word may be a name: elsewhere it is that of who commented."""
_FEW = 3
"""Authors of one article who may have names that are not those of people."""
_FOOT_LINES = 20
"""Lines at the end of a page where it names who made it."""
_MADE = re.compile(
    r"\b(?:theme|template|(?:web ?)?design(?:ed)?|layout|built|coded|webmaster|umsetzung|realisierung|réalisation|conception|diseño|realizzazione)\b",
    re.IGNORECASE,
)
"""Words for the making of a site."""
_OWNED = re.compile(r"©|\(c\)\s|copyright|rights reserved", re.IGNORECASE)
"""Words for the rights in a site."""
_FACT = re.compile(r"[^\W\d_]{2,20}(?:\s[^\W\d_]{2,12})?\s?:\s\S")
"""`Publisher: …`, a line of a list of facts."""
_FEWEST_LISTED, _LINKS_OF_SECTION = 2, 2
"""Names of which the later ones may be sections; links that a section has, in the menu and beside the author."""
_MOST_LINKS = 300
"""Links that are looked at."""
_MOST_STATED = 50
"""Statements of authors that are read."""


def choose_authors(page: Page, data: Metadata, body: Sequence[int], url: str | None, headline: int) -> tuple[str, ...]:
    """Give the names of those who wrote it: as the metadata state them, else from the lines around the text.

    *headline* is the line of the headline, -1 where none is known.
    """
    media = Medium(page, data, url)
    heads = {page.title} | ({page.lines[headline].text} if headline >= 0 else set())
    given_out = [
        given[:LONGEST_LIST]
        for given in data.authors[:_MOST_STATED]
        if not media.is_maker(given)
        if given not in heads or IS_HAN.search(given) or is_known_person(given)
    ]
    stated = media.cleared(
        name
        for given in given_out
        if not (media.is_joined(given) or media.is_site(given))
        for name in stated_names(given)
    )
    if len(stated) > _FEW and not any(map(is_person, stated)):
        stated = []  # the accounts of those who wrote in a forum
    near = near_indices(page, body, headline)
    around = [page.lines[i] for i in near]
    if stated:
        stated = _without_makers(page, _without_editors(page, body, stated, around))
    if any(is_person(name) and not IS_HAN.search(name) for name in stated):
        stated = [name for name in stated if " " in name or IS_HAN.search(name)]  # a magazine, or an account
    if stated:
        shown = _byline_above(page, body, media)
        if shown and _tells_more(shown, stated):
            return tuple(shown)
        return tuple(_reporters(page, body, stated) or stated)
    for found in _shown(page, body, near, headline) if body else ():
        if names := media.cleared(found):
            return tuple(names)
    return tuple(media.teams)


def without_bylines(page: Page, body: Sequence[int]) -> list[int]:
    """Give the lines of a text without the block called after the author in which it begins or ends, and a reporter's address at its end.

    Other bylines in the text are the byline stage's to judge.
    """
    kept = list(body)
    for i in {*body[:_FIRST_LINES], body[-1]} if body else ():
        line = page.lines[i]
        if is_called(line) and not IS_HAN.search(line.text) and read_called(line.text):
            kept.remove(i)
    for i in {*body[:EDGE_LINES], body[-1]} if len(kept) > EDGE_LINES else ():
        line = page.lines[i]
        if i in kept and len(line.text) <= MAX_LINE and _is_signature(page, i):
            kept.remove(i)
    return kept or list(body)


def _is_signature(page: Page, index: int) -> bool:
    """Tell whether a line at an edge of the text is a reporter's with his address, or the word for the author and names alone."""
    text = page.lines[index].text
    return bool(read_korean(text)) if "@" in text else bool(read_whole_abroad(text)) and not _is_of_facts(page, index)


def _is_of_facts(page: Page, index: int) -> bool:
    """Tell whether a line with a label stands in a list of such lines: they tell of a book."""
    near = (page.lines[i].text[:MAX_LINE] for i in (index - 1, index + 1) if 0 <= i < len(page.lines))
    return ":" in page.lines[index].text and any(map(_FACT.match, near))


def _byline_above(page: Page, body: Sequence[int], media: Medium) -> list[str]:
    """Give the people whom a byline right above the text names."""
    first = body[0] if body else 0
    for line in reversed(page.lines[max(0, first - _BYLINE_LINES) : first]):
        maybe = len(line.text) <= MAX_LINE and may_name(line.text)
        names = media.cleared(read_names(spaced(line))) if maybe else []
        if names and all(map(is_person, names)):
            return names
    return []


def _reporters(page: Page, body: Sequence[int], stated: Sequence[str]) -> list[str]:
    """Give the reporters whom the first lines of the text name, where the page shows none of the Chinese names that are stated.

    Systems state who put the page up.
    """
    if not all(map(IS_HAN.search, stated)):
        return []
    signed = next(filter(None, (read_reporters(page.lines[i].text[:MAX_LINE]) for i in body[:EDGE_LINES])), [])
    return [] if signed and any(name in line.text for line in page.lines for name in stated) else signed


def _tells_more(shown: Sequence[str], stated: Sequence[str]) -> bool:
    """Tell whether a byline names others than the metadata, which often state who put the page up, or more people."""
    one, other = ({name.casefold() for name in names} for names in (shown, stated))
    if all(any(f"{name} ".startswith(f"{known} ") and " " in known for known in other) for name in one):
        return False  # a word of the line behind the name
    # Chinese pages name the reporters of pictures and whom they copied, too.
    return one > other or (one.isdisjoint(other) and not any(map(IS_HAN.search, one)))


def _shown(page: Page, body: Sequence[int], near: Sequence[int], headline: int) -> Iterator[list[str]]:
    """Give the names that the page shows near the text, by one way of reading after the other."""
    inside = _of_text(page, body)
    yield _seen(page, body, [*near, *left_indices(page, body)], headline, inside)
    if not _is_signed(page, body, inside):
        yield _beside(page, body, headline)
        yield from find_credited(page, body, headline)
        yield find_account(page, body, headline)


def _is_signed(page: Page, body: Sequence[int], inside: set[Line]) -> bool:
    """Tell whether the text begins or ends with a line of names, which the byline stage judges: others near it are not its authors."""
    edges = (page.lines[i] for i in {*body[:EDGE_LINES], *body[-EDGE_LINES:]})
    return any(line in inside and len(line.text) <= MAX_LINE and read_names(line.text) for line in edges)


def _of_text(page: Page, body: Sequence[int]) -> set[Line]:
    """Give the lines of the text that stand in blocks as most of it does: a byline that was chosen with it has its own."""
    texts = [page.lines[i] for i in body]
    names = {line.node.name for line in texts if line.prose} | {""}
    return {line for line in texts if line.node.name.strip() in names or line.node.name in names}


def _seen(page: Page, body: Sequence[int], near: Sequence[int], headline: int, inside: set[Line]) -> list[str]:
    """Give the names of the lines that say whose they are: all Chinese ones, of the others those of the first line.

    Of the lines *inside* the text those in brackets of its sentences, and of a desk, alone: other lines of names there are what mirrors put
    in, and the byline stage judges them by the whole text.
    """
    found: list[str] = []
    teams: list[str] = []
    editors: set[str] = set()
    for index, i in enumerate(near):
        line = page.lines[i]
        if line in inside:
            told = line.prose or _is_of_facts(page, i)
            names = read_reporters(line.text) if told else read_signed(line.text)
        else:
            names = read_names(spaced(line), alias=index < _ALIAS_LINES) if may_name(line.text) else []
        if not names or is_said_by_other(page, i, body, headline):
            continue
        if IS_HAN.search(line.text):
            found += names
        elif not all(map(is_team, names)):
            return names
        else:
            teams = teams or names
            continue
        editors.update(read_editors(line.text))
    return [name for name in _without_sections(page, found) if name not in editors] or teams


def _without_sections(page: Page, names: list[str]) -> list[str]:
    """Drop from a list of Chinese names, behind the first, those to which the page links again and again: its sections."""
    if len(names) < _FEWEST_LISTED:
        return names
    links = Counter("".join(map(str, element.itertext())).strip() for _, _, element in page.anchors[:_MOST_LINKS])
    return [name for index, name in enumerate(names) if not index or links[name] < _LINKS_OF_SECTION]


def _without_editors(page: Page, body: Sequence[int], stated: list[str], around: Sequence[Line]) -> list[str]:
    """Drop the Chinese names that the page shows as those of its editors, unless they stand where a reporter signs."""
    if not any(map(IS_HAN.search, stated)):
        return stated
    editors = {name for line in around for name in read_editors(line.text)}
    if not editors:
        return stated
    edges = " ".join(
        page.lines[i].text[:200] + page.lines[i].text[-60:] for i in {*body[:EDGE_LINES], *body[-EDGE_LINES:]}
    )
    signed = {name for line in around for name in read_names(line.text)}
    return [
        name
        for name in stated
        if not any(name.endswith(editor) and editor not in signed and editor not in edges for editor in editors)
    ]


def _without_makers(page: Page, stated: list[str]) -> list[str]:
    """Drop those whom the foot of the page names as who made the site (`Theme by …`), and of several authors who owns it (`© …`)."""
    foot = [line.text for line in page.lines[-_FOOT_LINES:]]
    made = [text for text in foot if len(text) <= MAX_LINE and _MADE.search(text)]
    kept = [name for name in stated if not any(name in line for line in made)]
    if len(kept) < 2:
        return kept
    owned = [text for text in foot if _OWNED.search(text)]
    people = [name for name in kept if is_known_person(name) or not any(name in line for line in owned)]
    return people or kept


def _beside(page: Page, body: Sequence[int], headline: int) -> list[str]:
    """Give the person named near the text without a word that says so."""
    count = len(page.lines)
    first = body[0] if body else count
    last = body[-1] if body else 0
    before = lines_above(first)
    head = range(first, min(count, first + EDGE_LINES))
    found = find_beside(page, before, head, range(last + 1, min(count, last + _TOLD_LINES)), headline)
    below = (
        read_labelled(page.lines[i].text) or names_below_label(page, i, body)
        for i in range(last + 2, min(count, last + _LABEL_LINES))
    )
    return found or next(filter(None, below), [])
