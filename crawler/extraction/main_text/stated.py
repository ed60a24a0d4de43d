"""The text that a page holds and shows to nobody, in JSON-LD, a field or a script: a script, or a subscription, brings it to readers."""

import json
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from crawler.extraction.main_text.survey import Survey
from crawler.extraction.page.fields import is_hidden
from crawler.extraction.page.letters import letters
from crawler.extraction.page.lines import read
from crawler.extraction.page.parse import Refused, parse
from crawler.extraction.page.scripts import read_scripts
from crawler.extraction.titles.wording import UNTOLD, is_told

LEAST = 300
"""Letters of a stated text, at least: a shorter one is a summary."""
SHOWN = 0.1
"""Share of its letters from which the page shows it itself; what it shows is then for the forests to judge."""
SHORT = 0.5
"""The page's own text, as a share of the stated one, from which it is an article itself."""
_LINE = 10
"""Letters of a line that is looked for in the stated text, at least: others stand in any."""
_MARKUP = re.compile(r"</(?:p|div|li|h[1-6])\s*>|<br\b", re.IGNORECASE)
_CONTENT = re.compile(r"article[_-]?(?:content|body|text)$", re.IGNORECASE)
"""Class or name of a hidden field that holds an article."""
_QUOTE = re.compile(r"(?<!\\)\"")
"""The mark at either end of a string in a script."""
_ESCAPED_END = re.compile(r"/(?:p|div|li|h[1-6])(?:>|\\u003e)|br ?/?(?:>|\\u003e)", re.IGNORECASE)
"""The end of a piece of markup in such a string, however its first character is written."""
_PARTS = 3
"""Pieces of markup that end in a field whose text is an article, at least: what readers write into one has none."""
_KEPT = ("noscript", "template")
"""Elements whose markup is for readers without scripts, or for a script to show."""

NOTE = "text from JSON-LD: the page does not show it"
FIELD_NOTE = "text from a field of a form: the page does not show it"
SCRIPT_NOTE = "text from a script: the page does not show it"
KEPT_NOTE = "text from <noscript> or <template>: the page does not show it"
"""What is noted of such pages."""


def find_unshown(survey: Survey, root: etree._Element, body: Sequence[int], title: str) -> tuple[tuple[str, ...], str]:
    """Give the paragraphs of the article that a page holds and does not show, and what is noted of it; () and "" where there is none.

    *body* holds the indices of the lines that were found.
    """
    if stated := _stated(survey, body):
        return stated, NOTE
    if body:
        return (), ""
    if kept := _kept(root):
        return kept, FIELD_NOTE
    return (kept, SCRIPT_NOTE) if (kept := _scripted(root, title)) else ((), "")


def open_kept(root: etree._Element) -> bool:
    """Turn each `<noscript>` and `<template>` that holds the paragraphs of an article into a block; tell whether there is one.

    What asks for scripts has a sentence or two, what stands for a picture or a counter none.
    """
    inside: set[etree._Element] = set()
    kept = []
    for element in root.iter(*_KEPT):
        if element in inside:
            continue  # it is a part of another one
        inside.update(element.iter(*_KEPT))
        parts = sum(1 for _ in element.iter("p", "br", "div", "li"))
        if parts >= _PARTS and len(letters("".join(map(str, element.itertext())))) >= LEAST:
            kept.append(element)
    for element in kept:
        element.tag = "div"
    return bool(kept)


def _stated(survey: Survey, body: Sequence[int]) -> tuple[str, ...]:
    """Give the paragraphs of JSON-LD's `articleBody` where the page shows hardly any of it, and has no other text.

    Gives () where the page states the texts of several articles.
    """
    witness, lines = survey.witness, survey.page.lines
    if len(witness) < LEAST or len(set(survey.data.bodies)) > 1:
        return ()
    if sum(len(letters(lines[i].text)) for i in body) >= SHORT * len(witness):
        return ()
    shown = sum(len(words) for line in lines if len(words := letters(line.text)) >= _LINE and words in witness)
    return () if shown >= SHOWN * len(witness) else _paragraphs(survey.data.body)


def _kept(root: etree._Element) -> tuple[str, ...]:
    """Give the paragraphs of a `<textarea>` that holds the markup of an article: a script puts it into the page.

    A brief is short, in a field that is called its content.
    """
    for field in root.iter("textarea"):
        text = field.text or ""
        called = is_hidden(field) and _CONTENT.search(field.get("class") or field.get("name") or "")
        least, parts = (1, 1) if called else (LEAST, _PARTS)
        if len(text) >= least and len(_MARKUP.findall(text)) >= parts:
            return _paragraphs(text)
    return ()


def _scripted(root: etree._Element, title: str) -> tuple[str, ...]:
    """Give the paragraphs of the only string in a page's scripts that is the markup of a text which tells what the *title* announces."""
    found = {text for script in read_scripts(root) for text in _markups(script)}
    told = [parts for parts in map(_paragraphs, found) if is_told(title, "\n".join(parts).lower(), UNTOLD)]
    return told[0] if len(told) == 1 and len(letters("".join(told[0]))) >= LEAST else ()


def _markups(script: str, *, inner: bool = False) -> Iterator[str]:
    """Give the strings of a script that hold pieces of markup; in one that is the state of an application, the strings in that."""
    for part in _QUOTE.split(script):
        if len(part) < LEAST or len(_ESCAPED_END.findall(part)) < _PARTS:
            continue
        try:
            text = json.loads(f'"{part}"', strict=False)
        except ValueError:
            continue  # code, or a string of another kind
        if text[:1] in "[{":
            yield from () if inner else _markups(text, inner=True)
        elif len(_MARKUP.findall(text)) >= _PARTS:
            yield text


def _paragraphs(text: str) -> tuple[str, ...]:
    """Give the paragraphs of a text whose lines they are, or of one that is markup."""
    rows = text.splitlines()
    if _MARKUP.search(text):
        try:
            root = parse(text)
        except Refused:
            return ()
        rows = [] if root is None else [line.text for line in read(root).lines]
    return tuple(plain for row in rows if (plain := " ".join(row.split())))
