"""Grow the forest of `crawler/extraction`: `python -m evaluation.training CORPORA`.

Each line of each page with a known article is an example: it is of the article when the article holds it. The trees
are grown by gradient boosting on the logistic loss, each on some of the lines and some of the columns; all of a page's
lines together count as much as those of any other page.

Two forests are grown. The second sees what the first thinks of the lines around, and must learn from opinions as
good as it will get: those of forests that were grown without the page.
"""

import argparse
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text import company
from crawler.extraction.main_text.body import FIRST, SECOND
from crawler.extraction.main_text.evidence import NAMES, ask, measure
from crawler.extraction.main_text.figures import Asked
from crawler.extraction.main_text.forest import Forest
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.page.blocks import Line
from crawler.extraction.page.charset import decode
from crawler.extraction.page.parse import parse
from evaluation.corpora import read_pages
from evaluation.extraction import FOLDERS
from evaluation.hygiene import load_news
from evaluation.reskinning import reskinned

TREES = 120
"""Trees of one forest: more fit the examples better and other pages no better, and cost time."""
SEEDS = (1, 2)
"""Forests grown by different chances, whose mean is taken: what one of them has by heart, the others have not."""
DEPTH = 6
"""Questions of a tree."""
RATE = 0.18
"""How much of each tree's answer is taken."""
RIDGE = 3.0
"""Weight of a leaf's pull to zero, in lines: it keeps rare cases from being learned by heart."""
BINS = 32
"""Borders tried for each column."""
LINES, COLUMNS = 0.5, 0.3
"""Share of the lines and of the columns that each tree sees: trees that differ know less by heart together."""
FOLDS = 3
"""Parts of the pages, each judged by a forest that was grown on the others."""
PAGE_WEIGHT = 60.0
"""Weight of a page, in lines: all pages of the folders count the same."""
RESKINNED, RESKINNED_WEIGHT = 240, 20.0
"""Pages in layouts of ours, and the weight of each: a tenth of all."""
LONG = 16
"""Letters from which a line found in the article is there for certain; shorter ones must stand in order."""
Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One page to learn from."""

    id: str
    lines: Sequence[Line]
    mass: Array
    """What each of them weighs in the span."""
    asked: Asked
    """Those that the forests are asked about."""
    table: Array
    """The first table, a row for each line that is asked."""
    wanted: Array
    """1 for the lines of the article among these, 0 for the others."""
    weights: Array
    """What each of these counts."""


def examples(corpora: Path, folders: Sequence[str] = FOLDERS) -> Iterator[Example]:
    """Give each page of the folders that has lines, and clean articles in layouts that the folders hold too few of."""
    for folder in folders:
        for row, body in read_pages(corpora / "extraction" / folder):
            yield from _example(row["id"], decode(body).text, row["body"], PAGE_WEIGHT)
    cleans = load_news(corpora, "news") if (corpora / "news").is_dir() else []
    for key, page, text in reskinned(cleans, RESKINNED, SEEDS[0]):
        yield from _example(key, page, text, RESKINNED_WEIGHT)


def _example(key: str, page: str, body: str, weight: float) -> Iterator[Example]:
    """Give a page with its known text as an example; nothing when it has no lines."""
    root = parse(page)
    survey = survey_page(root) if root is not None else None
    if survey is None or not len(ask(survey)):
        return
    lines = survey.page.lines
    asked = ask(survey)
    weights = np.sqrt(np.minimum(survey.figures.weight, 400))[asked.places] + 3
    yield Example(
        id=key,
        lines=lines,
        mass=company.weights_in_span(survey.figures),
        asked=asked,
        table=measure(survey, asked).T,
        wanted=np.array(answers([line.text for line in lines], body))[asked.places],
        weights=weight * weights / weights.sum(),
    )


def answers(texts: Sequence[str], body: str) -> list[float]:
    """Tell which lines the article *body* holds: 1 or 0 for each."""
    gold, lines = _letters(body), [_letters(text) for text in texts]
    found = [float(len(line) >= LONG and (line in gold or _mostly(line, gold))) for line in lines]
    if not any(found):
        found = [float(len(line) >= 6 and line in gold) for line in lines]
    if not any(found):
        return found
    first = found.index(1.0)
    last = len(found) - 1 - found[::-1].index(1.0)
    head, place = gold.find(lines[first]), 0
    for i in range(max(0, first - 6), min(len(lines), last + 13)):
        line = lines[i]
        if found[i]:
            place = max(place, gold.find(line, max(0, place - 50)) + len(line))
        elif 0 < len(line) < LONG:
            at = gold.find(line, 0, max(head, 0)) if i < first else gold.find(line, place, place + len(line) + 60)
            if at >= 0:
                found[i], place = 1.0, place if i < first else at + len(line)
    return found


def _mostly(line: str, gold: str) -> bool:
    """Tell whether the article holds most of a long line, in pieces of eight letters."""
    pieces = [line[i : i + 8] for i in range(0, len(line) - 8, 4)]
    return len(line) >= 30 and sum(piece in gold for piece in pieces) > 0.7 * len(pieces)


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w", unicodedata.normalize("NFKC", text))).lower()


def grow(table: Array, wanted: Array, weights: Array) -> Forest:
    """Grow a forest for each of SEEDS on a table of lines with the answers wanted, and give their mean."""
    return mean([_grow(table, wanted, weights, seed) for seed in SEEDS])


def mean(forests: Sequence[Forest]) -> Forest:
    """Make one forest of several of one depth: its log odds are the mean of theirs."""
    return Forest(
        columns=np.concatenate([forest.columns for forest in forests]),
        borders=np.concatenate([forest.borders for forest in forests]),
        leaves=(np.concatenate([forest.leaves for forest in forests]) / len(forests)).astype(np.float32),
        bias=float(np.mean([forest.bias for forest in forests])),
    )


def _grow(table: Array, wanted: Array, weights: Array, seed: int) -> Forest:
    borders = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1])) for column in table.T]
    binned = [
        np.searchsorted(border, column, side="left").astype(np.intp)
        for border, column in zip(borders, table.T, strict=True)
    ]
    share = float((weights * wanted).sum() / weights.sum())
    bias = float(np.log(share / (1 - share)))
    odds = np.full(len(wanted), bias)
    useful = [column for column, border in enumerate(borders) if len(border)]
    chance = np.random.default_rng(seed)
    trees: list[tuple[list[int], list[float], Array]] = []
    for _ in range(TREES):
        guess = 1 / (1 + np.exp(-odds))
        seen = chance.random(len(wanted)) < LINES
        slope, curve = weights * (wanted - guess) * seen, weights * guess * (1 - guess) * seen
        some = chance.choice(useful, max(1, round(COLUMNS * len(useful))), replace=False).tolist()
        rows = np.flatnonzero(seen)
        narrow = {column: binned[column][rows] for column in some}
        leaf = np.zeros(len(wanted), np.intp)
        columns: list[int] = []
        cuts: list[float] = []
        for level in range(DEPTH):
            column, cut = _best_question(narrow, borders, leaf[rows], level, (slope[rows], curve[rows]))
            columns.append(column)
            cuts.append(float(borders[column][cut]))
            leaf |= (binned[column] > cut).astype(np.intp) << level
        sums = [np.bincount(leaf, values, 1 << DEPTH) for values in (slope, curve)]
        leaves = RATE * sums[0] / (sums[1] + RIDGE)
        odds += leaves[leaf]
        trees.append((columns, cuts, leaves))
    return Forest(
        columns=np.array([tree[0] for tree in trees]),
        borders=np.array([tree[1] for tree in trees], np.float32),
        leaves=np.array([tree[2] for tree in trees], np.float32),
        bias=bias,
    )


def _best_question(
    binned: dict[int, Array], borders: Sequence[Array], leaf: Array, level: int, slopes: tuple[Array, Array]
) -> tuple[int, int]:
    """Give the column and the border that part the answers best in all leaves together."""
    best, found = -1.0, (next(iter(binned)), 0)
    base = leaf * (BINS + 1)
    for column, bins in binned.items():
        places = base + bins
        sums = [
            np.bincount(places, values, (BINS + 1) << level).reshape(1 << level, BINS + 1).cumsum(axis=1)
            for values in slopes
        ]
        below = [values[:, : len(borders[column])] for values in sums]
        above = [values[:, -1:] - part for values, part in zip(sums, below, strict=True)]
        gains = (below[0] ** 2 / (below[1] + RIDGE) + above[0] ** 2 / (above[1] + RIDGE)).sum(axis=0)
        cut = int(gains.argmax())
        if gains[cut] > best:
            best, found = float(gains[cut]), (column, cut)
    return found


def grow_both(pages: Sequence[Example]) -> tuple[Forest, Forest]:
    """Grow the forest that sees lines, and the one that sees what the first thinks of the lines around."""
    pages = sorted(pages, key=lambda page: crc32(page.id[::-1].encode()))
    opinions: dict[str, Array] = {}
    for fold in range(FOLDS):
        others = [page for number, page in enumerate(pages) if number % FOLDS != fold]
        forest = _grown(others, [page.table for page in others])
        opinions |= {page.id: forest.judge(page.table.T) for page in pages[fold::FOLDS]}
    tables = [np.hstack((page.table, _around(page, opinions[page.id]))) for page in pages]
    return _grown(pages, [page.table for page in pages]), _grown(pages, tables)


def _around(page: Example, opinions: Array) -> Array:
    """Give the second table of a page, a row for each line that is asked, from what the first forest thinks of these."""
    odds = np.zeros(len(page.lines))
    odds[page.asked.places] = opinions
    return company.look_around(page.mass, odds, page.asked).T


def _grown(pages: Sequence[Example], tables: Sequence[Array]) -> Forest:
    return grow(
        np.concatenate(tables),
        np.concatenate([page.wanted for page in pages]),
        np.concatenate([page.weights for page in pages]),
    )


def main() -> None:
    """Grow the forests and write them into the package."""
    parser = argparse.ArgumentParser(description="grow the forests of crawler/extraction")
    parser.add_argument("corpora", type=Path)
    parser.add_argument(
        "--half",
        type=int,
        choices=(0, 1),
        help="only the pages whose id's CRC has this remainder of two, to check on the others",
    )
    parser.add_argument("-o", "--output", type=Path, default=Path("crawler/extraction/data"), help="folder")
    options = parser.parse_args()
    pages = [page for page in examples(options.corpora) if options.half in (None, crc32(page.id.encode()) % 2)]
    names = (NAMES, (*NAMES, *company.NAMES))
    for file, forest, columns in zip((FIRST, SECOND), grow_both(pages), names, strict=True):
        text = json.dumps(forest.as_json(columns), separators=(",", ":"))
        (options.output / file).write_text(text.replace("],[", "],\n[") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
