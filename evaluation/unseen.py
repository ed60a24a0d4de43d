"""Extraction on pages its forests never saw: `python -m evaluation.unseen CORPORA`.

Two pairs of forests are grown, each on half of the pages, and each page is read by the pair that did not see it. With
`--letters SCRIPT` the English pages are read in other letters (`evaluation.letters`), by forests grown on pages as they are.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zlib import crc32

from rich.console import Console
from rich.progress import track

from crawler.extraction import extract
from crawler.extraction.main_text import body
from crawler.extraction.main_text.forest import Forest
from crawler.extraction.page.charset import decode
from evaluation.corpora import load_scorer, read_pages
from evaluation.extraction import FOLDERS, TRUSTED
from evaluation.labels import load_wrong, trusted
from evaluation.letters import LETTERS, UNSPACED, rewrite_page
from evaluation.training import examples, grow_both

_MEASURES = ("f1", "precision", "recall", "exact", "empty")


def unseen(corpora: Path, folders: Sequence[str] = FOLDERS, letters: str = "") -> dict[str, dict[str, float]]:
    """Give the scorer's figures for each folder, or for those in English when the pages are to be read in other *letters*."""
    pages = list(examples(corpora, folders))
    folders = [folder for folder in folders if folder.endswith("-en")] if letters else folders
    texts: dict[str, str] = {}
    console = Console(stderr=True)
    for half in track((0, 1), "grow and read", console=console, disable=not console.is_terminal):
        pair = grow_both([page for page in pages if half_of(page.id) != half])
        for folder in folders:
            texts |= _read(corpora / "extraction" / folder, half, pair, letters)
    scorer, wrong = load_scorer(corpora, "extraction"), load_wrong()
    figures = {}
    for folder in folders:
        golds = {gold["id"]: _known(gold, letters) for gold, _ in read_pages(corpora / "extraction" / folder)}
        scores = scorer.score(golds, {key: texts[key] for key in golds})
        figures[folder] = {name: float(scores[name]) for name in _MEASURES}
        right = {key: gold for key, gold in golds.items() if trusted(gold, wrong.get(folder, {}))["body"] is not None}
        figures[folder][f"f1{TRUSTED}"] = float(scorer.score(right, texts)["f1"])
    return figures


def half_of(key: str) -> int:
    """Give the half that a page is of."""
    return crc32(key.encode()) % 2


def _known(gold: dict[str, Any], letters: str) -> dict[str, Any]:
    """Give what is known of a page, in other letters; the scorer compares Chinese by characters."""
    if not letters:
        return gold
    return gold | {"body": LETTERS[letters](gold["body"]), "lang": "zh" if letters in UNSPACED else gold.get("lang")}


def _read(folder: Path, half: int, pair: tuple[Forest, Forest], letters: str) -> dict[str, str]:
    """Give the texts of a half's pages by id, read with a pair of forests in the place of the package's."""
    with patch.object(body, "the_forest", lambda file, _names: pair[file == body.SECOND]):
        return {
            gold["id"]: extract(rewrite_page(decode(page).text, letters) if letters else page, gold.get("url")).text
            for gold, page in read_pages(folder)
            if half_of(gold["id"]) == half
        }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.unseen", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--letters", choices=sorted(LETTERS), default="", help="script to read the English pages in")
    options = parser.parse_args()
    for folder, figures in unseen(options.corpora, letters=options.letters).items():
        Console().print(folder, *(f"{name} {value:.3f}" for name, value in figures.items()), highlight=False)


if __name__ == "__main__":
    main()
