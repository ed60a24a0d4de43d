"""Grow the forest of `crawler/extraction`: `python -m evaluation.training CORPORA`.

Each line of each page with a known article is an example: it is of the article when the article holds it. The trees
are grown by gradient boosting on the logistic loss; all of a page's lines together count as much as those of any
other page.
"""

import argparse
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from crawler.extraction.charset import decode
from crawler.extraction.evidence import NAMES, measure
from crawler.extraction.forest import Forest
from crawler.extraction.parse import parse
from crawler.extraction.survey import survey_page
from evaluation.corpora import read_pages
from evaluation.extraction import FOLDERS

TREES = 160
"""Trees: more fit the examples better and other pages no better, and cost time."""
DEPTH = 6
"""Questions of a tree."""
RATE = 0.14
"""How much of each tree's answer is taken."""
RIDGE = 2.0
"""Weight of a leaf's pull to zero, in lines: it keeps rare cases from being learned by heart."""
BINS = 32
"""Borders tried for each column."""
PAGE_WEIGHT = 60.0
"""Weight of a page, in lines: all pages count the same."""
LONG = 16
"""Letters from which a line found in the article is there for certain; shorter ones must stand in order."""

Array = npt.NDArray[Any]


def examples(corpora: Path, folders: Sequence[str] = FOLDERS) -> Iterator[tuple[str, Array, Array, Array]]:
    """Give id, table, answers and weights of each page."""
    for folder in folders:
        for row, body in read_pages(corpora / "extraction" / folder):
            root = parse(decode(body).text)
            if root is None:
                continue
            survey = survey_page(root)
            if not survey.page.lines:
                continue
            texts = [line.text for line in survey.page.lines]
            table = measure(survey).T
            weights = np.sqrt(np.minimum([line.weight for line in survey.page.lines], 400)) + 3
            yield row["id"], table, np.array(answers(texts, row["body"])), PAGE_WEIGHT * weights / weights.sum()


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
    """Grow a forest on a table of lines with the answers wanted."""
    borders = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1])) for column in table.T]
    binned = [
        np.searchsorted(border, column, side="left").astype(np.intp)
        for border, column in zip(borders, table.T, strict=True)
    ]
    share = float((weights * wanted).sum() / weights.sum())
    bias = float(np.log(share / (1 - share)))
    odds = np.full(len(wanted), bias)
    trees: list[tuple[list[int], list[float], Array]] = []
    for _ in range(TREES):
        guess = 1 / (1 + np.exp(-odds))
        slope, curve = weights * (wanted - guess), weights * guess * (1 - guess)
        leaf = np.zeros(len(wanted), np.intp)
        columns: list[int] = []
        cuts: list[float] = []
        for level in range(DEPTH):
            column, cut = _best_question(binned, borders, leaf, level, (slope, curve))
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
    binned: Sequence[Array], borders: Sequence[Array], leaf: Array, level: int, slopes: tuple[Array, Array]
) -> tuple[int, int]:
    """Give the column and the border that part the answers best in all leaves together."""
    best, found = -1.0, (0, 0)
    base = leaf * (BINS + 1)
    for column, bins in enumerate(binned):
        if not len(borders[column]):
            continue
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


def main() -> None:
    """Grow the forest and write it into the package."""
    parser = argparse.ArgumentParser(description="grow the forest of crawler/extraction")
    parser.add_argument("corpora", type=Path)
    parser.add_argument(
        "--half",
        type=int,
        choices=(0, 1),
        help="only the pages whose id's CRC has this remainder of two, to check on the others",
    )
    parser.add_argument("-o", "--output", type=Path, default=Path("crawler/extraction/data/forest.json"))
    options = parser.parse_args()
    pages = [page for page in examples(options.corpora) if options.half in (None, crc32(page[0].encode()) % 2)]
    forest = grow(*(np.concatenate([page[part] for page in pages]) for part in (1, 2, 3)))
    text = json.dumps(forest.as_json(NAMES), separators=(",", ":"))
    options.output.write_text(text.replace("],[", "],\n[") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
