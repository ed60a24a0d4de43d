"""Extraction measured: text, title, author and day against pages with known ones, and other tools beside it.

A figure whose name ends with `_trusted` is the same without the labels that are believed to be wrong.
"""

import re
import statistics
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from crawler.extraction import Extracted, decode, extract
from crawler.extraction.days.dates import read_date
from evaluation.corpora import load_scorer, read_pages
from evaluation.labels import load_wrong, trusted
from evaluation.other_tools.extractors import extractors, limited
from evaluation.table import Row

FOLDERS = ("gne-zh", "daniel-zh", "wcxb-en", "gn1-en", "multi")
"""The folders under `extraction/` of the corpora."""
SECONDS = 5.0
"""CPU seconds another tool may take for one page: some take minutes for one with many links."""
TRUSTED = "_trusted"
"""End of the name of a figure on the labels that are trusted."""
Golds = Mapping[str, Mapping[str, Any]]
"""The lines of `gold.jsonl` of one folder by id."""
_WORD = re.compile(r"\w+")
_NEAR = 1.4
"""A title that holds the right one and is at most so many times as long counts as near."""


def measure(corpora: Path, *, compare: bool = False) -> list[Row]:
    """Score extraction on every folder; with *compare*, the other tools that are installed too."""
    scorer = load_scorer(corpora, "extraction")
    wrong = load_wrong()
    rows: list[Row] = []
    for folder in FOLDERS:
        if not (corpora / "extraction" / folder).is_dir():
            continue
        pages = list(read_pages(corpora / "extraction" / folder))
        got = {gold["id"]: extract(body, gold.get("url")) for gold, body in pages}
        golds = {gold["id"]: gold for gold, _ in pages}
        right = {key: trusted(gold, wrong.get(folder, {})) for key, gold in golds.items()}
        known, believed = _bodies(golds), _bodies(right)
        texts = {key: one.text for key, one in got.items()}
        rows += _texts(scorer, folder, known, texts) + _texts(scorer, folder, believed, texts, suffix=TRUSTED)
        rows += _fields(folder, golds, got) + _fields(folder, right, got, suffix=TRUSTED)
        damaged = sum(decode(body).damaged > 0 and "\ufffd".encode() not in body for _, body in pages)
        rows.append(_row(folder, "pages_damaged", damaged))
        if compare:
            for tool, read in extractors():
                texts = {gold["id"]: _safely(read, body, gold) for gold, body in pages}
                rows += _texts(scorer, folder, known, texts, tool)
                rows += _texts(scorer, folder, believed, texts, tool, suffix=TRUSTED)
    return rows


def _bodies(golds: Golds) -> Golds:
    """Give the lines of `gold.jsonl` that have a body."""
    return {key: gold for key, gold in golds.items() if gold.get("body") is not None}


def _texts(
    scorer: Any, folder: str, golds: Golds, texts: dict[str, str], tool: str = "squeegee", *, suffix: str = ""
) -> list[Row]:
    """Score one tool's texts on one folder."""
    scores = scorer.score(golds, texts)
    measures = ("f1", "exact") if suffix else ("f1", "precision", "recall", "exact", "empty")
    return [_row(folder, name + suffix, float(scores[name]), tool) for name in measures]


def _fields(folder: str, golds: Golds, extracted: Mapping[str, Extracted], *, suffix: str = "") -> list[Row]:
    """Score titles, authors and days where the known ones are given."""
    titles, authors, days = [], [], []
    for key, gold in golds.items():
        got = extracted[key]
        if gold.get("title"):
            titles.append((same_title(gold["title"], got.title), near_title(gold["title"], got.title)))
        if gold.get("author"):
            authors.append(same_authors(gold["author"], got.authors))
        if gold.get("date") and (stamp := read_date(gold["date"])) and (day := stamp.iso()):
            days.append(got.published[:10] == day[:10] if got.published else None)
    figures: dict[str, float] = {}
    if titles:
        figures["title_exact"] = statistics.mean(exact for exact, _ in titles)
        figures["title"] = statistics.mean(near for _, near in titles)
    if authors:
        figures["authors"] = statistics.mean(authors)
    if days:
        figures["day"] = statistics.mean(day is True for day in days)
        figures["day_wrong"] = statistics.mean(day is False for day in days)
    return [_row(folder, name + suffix, value) for name, value in figures.items()]


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
