"""Extraction on pages its forests never saw: `python -m evaluation.unseen CORPORA`.

Two pairs of forests are grown, each on half of the pages, and each page is read by the pair that did not see it.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch
from zlib import crc32

from rich.console import Console
from rich.progress import track

from crawler.extraction import body, extract
from crawler.extraction.forest import Forest
from evaluation.corpora import load_scorer, read_pages
from evaluation.extraction import FOLDERS, TRUSTED
from evaluation.labels import load_wrong, trusted
from evaluation.training import examples, grow_both

_MEASURES = ("f1", "precision", "recall", "exact", "empty")


def unseen(corpora: Path, folders: Sequence[str] = FOLDERS) -> dict[str, dict[str, float]]:
    """Give the scorer's figures for each folder."""
    pages = list(examples(corpora, folders))
    texts: dict[str, str] = {}
    console = Console(stderr=True)
    for half in track((0, 1), "grow and read", console=console, disable=not console.is_terminal):
        pair = grow_both([page for page in pages if half_of(page.id) != half])
        for folder in folders:
            texts |= _read(corpora / "extraction" / folder, half, pair)
    scorer, wrong = load_scorer(corpora, "extraction"), load_wrong()
    figures = {}
    for folder in folders:
        golds = {gold["id"]: gold for gold, _ in read_pages(corpora / "extraction" / folder)}
        scores = scorer.score(golds, {key: texts[key] for key in golds})
        figures[folder] = {name: float(scores[name]) for name in _MEASURES}
        right = {key: gold for key, gold in golds.items() if trusted(gold, wrong.get(folder, {}))["body"] is not None}
        figures[folder][f"f1{TRUSTED}"] = float(scorer.score(right, texts)["f1"])
    return figures


def half_of(key: str) -> int:
    """Give the half that a page is of."""
    return crc32(key.encode()) % 2


def _read(folder: Path, half: int, pair: tuple[Forest, Forest]) -> dict[str, str]:
    """Give the texts of a half's pages by id, read with a pair of forests in the place of the package's."""
    with patch.object(body, "the_forest", lambda file, _names: pair[file == body.SECOND]):
        return {
            gold["id"]: extract(page, gold.get("url")).text
            for gold, page in read_pages(folder)
            if half_of(gold["id"]) == half
        }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.unseen", description=__doc__)
    parser.add_argument("corpora", type=Path)
    for folder, figures in unseen(parser.parse_args().corpora).items():
        Console().print(folder, *(f"{name} {value:.3f}" for name, value in figures.items()), highlight=False)


if __name__ == "__main__":
    main()
