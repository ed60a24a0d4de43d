"""Extraction measured: text, title, author and day against pages with known ones, and other tools beside it."""

import re
import statistics
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from crawler.extraction import Extracted, decode, extract
from crawler.extraction.dates import read_date
from evaluation.corpora import load_scorer, read_pages
from evaluation.other_extractors import extractors, limited
from evaluation.table import Row

FOLDERS = ("gne-zh", "daniel-zh", "wcxb-en", "gn1-en", "multi")
"""The folders under `extraction/` of the corpora."""
SECONDS = 5.0
"""CPU seconds another tool may take for one page: some take minutes for one with many links."""
_WORD = re.compile(r"\w+")
_NEAR = 1.4
"""A title that holds the right one and is at most so many times as long counts as near."""


def measure(corpora: Path, *, compare: bool = False) -> list[Row]:
    """Score extraction on every folder; with *compare*, the other tools that are installed too."""
    scorer = load_scorer(corpora, "extraction")
    rows: list[Row] = []
    for folder in FOLDERS:
        if not (corpora / "extraction" / folder).is_dir():
            continue
        pages = list(read_pages(corpora / "extraction" / folder))
        got = {gold["id"]: extract(body, gold.get("url")) for gold, body in pages}
        rows += _texts(scorer, folder, pages, {key: one.text for key, one in got.items()}, "squeegee")
        rows += _fields(folder, [(gold, got[gold["id"]]) for gold, _ in pages])
        damaged = sum(decode(body).damaged > 0 and "\ufffd".encode() not in body for _, body in pages)
        rows.append(_row(folder, "pages_damaged", damaged))
        if compare:
            for tool, read in extractors():
                texts = {gold["id"]: _safely(read, body, gold) for gold, body in pages}
                rows += _texts(scorer, folder, pages, texts, tool)
    return rows


def _texts(
    scorer: Any, folder: str, pages: Iterable[tuple[dict[str, Any], bytes]], texts: dict[str, str], tool: str
) -> list[Row]:
    """Score one tool's texts on one folder."""
    scores = scorer.score({gold["id"]: gold for gold, _ in pages}, texts)
    return [_row(folder, name, float(scores[name]), tool) for name in ("f1", "precision", "recall", "exact", "empty")]


def _fields(folder: str, pages: Iterable[tuple[dict[str, Any], Extracted]]) -> list[Row]:
    """Score titles, authors and days where the known ones are given."""
    titles, authors, days = [], [], []
    for gold, got in pages:
        if gold.get("title"):
            titles.append((same_title(gold["title"], got.title), near_title(gold["title"], got.title)))
        if gold.get("author"):
            authors.append(same_authors(gold["author"], got.authors))
        if gold.get("date") and (stamp := read_date(gold["date"])) and (day := stamp.iso()):
            days.append(got.published[:10] == day[:10] if got.published else None)
    rows = []
    if titles:
        rows += [
            _row(folder, "title_exact", statistics.mean(exact for exact, _ in titles)),
            _row(folder, "title", statistics.mean(near for _, near in titles)),
        ]
    if authors:
        rows.append(_row(folder, "authors", statistics.mean(authors)))
    if days:
        rows += [
            _row(folder, "day", statistics.mean(day is True for day in days)),
            _row(folder, "day_wrong", statistics.mean(day is False for day in days)),
        ]
    return rows


def same_title(wanted: str, got: str) -> bool:
    """Say whether two titles have the same letters and digits."""
    return _letters(wanted) == _letters(got)


def near_title(wanted: str, got: str) -> bool:
    """Say whether two titles are the same, or one holds the other and is little longer."""
    one, two = sorted((_letters(wanted), _letters(got)), key=len)
    return one in two and len(two) <= _NEAR * len(one)


def same_authors(wanted: str, got: Iterable[str]) -> bool:
    """Say whether every name that was got stands in the known authors, and there is one."""
    known = _letters(wanted)
    names = [_letters(name) for name in got]
    return bool(names) and all(name in known or known in name for name in names)


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text)).lower()


def _row(folder: str, measure: str, value: float, tool: str = "squeegee") -> Row:
    return Row(part="extraction", subject=folder, measure=measure, value=value, tool=tool)


def _safely(read: Callable[[str, str | None, str], str | None], body: bytes, gold: dict[str, Any]) -> str:
    """Give the text another tool finds; a tool that fails on a page, or takes too long for it, finds none."""
    try:
        with limited(SECONDS):
            return (
                read(body.decode(gold.get("enc") or "utf-8", "replace"), gold.get("url"), gold.get("lang") or "en")
                or ""
            )
    except Exception:  # noqa: BLE001 - whatever another tool raises is its result
        return ""
