"""A judge of lines: many small trees of yes-or-no questions, whose answers were learned from pages with known articles.

All trees are of one depth and ask one question on each level, so that a whole page is judged by a few array
operations. `evaluation/training.py` grows them.
"""

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from crawler.extraction.main_text.figures import bounded

_AT_ONCE = 2_000
"""Lines judged at once: the answers of all trees about them take six megabytes."""


@dataclass(frozen=True)
class Forest:
    """The questions and what follows from the answers."""

    columns: npt.NDArray[np.int64]
    """Trees × levels: the row of the table that is asked about."""
    borders: npt.NDArray[np.float32]
    """Trees × levels: the answer is yes above it."""
    leaves: npt.NDArray[np.float32]
    """Trees × 2**levels: what the answers add to the log odds."""
    bias: float
    """The log odds before any question."""

    def judge(self, table: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Give the probability that each column of *table* is a line of the article."""
        parts = [self._odds(table[:, at : at + _AT_ONCE]) for at in range(0, table.shape[1], _AT_ONCE)]
        odds = np.concatenate(parts) if parts else np.zeros(0)
        return np.asarray(1 / (1 + np.exp(-bounded(odds, -30, 30))), np.float64)

    def _odds(self, table: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        columns, borders, questions, starts, leaves = self._flat
        answers = (table.take(columns, axis=0) > borders).view(np.uint8).take(questions, axis=0)
        leaf = answers[-1]  # the answer on the first level is the lowest bit
        for answer in answers[-2::-1]:
            leaf += leaf
            leaf += answer
        return np.asarray(np.add.reduce(leaves.take(leaf + starts), axis=0) + self.bias)

    @cached_property
    def _flat(self) -> tuple[npt.NDArray[Any], ...]:
        """The forest as arrays, the questions that several trees ask only once.

        Columns and borders of the questions; the number of the one on each level of each tree; where the leaves of
        each tree begin, and these.
        """
        trees, levels = self.columns.shape
        numbers: dict[tuple[int, float], int] = {}
        asked = zip(self.columns.T.ravel().tolist(), self.borders.T.ravel().tolist(), strict=True)
        questions = np.array([numbers.setdefault(question, len(numbers)) for question in asked], np.intp)
        columns, borders = zip(*numbers, strict=True)
        small = np.min_scalar_type(self.leaves.size)  # to add up small numbers takes a fifth of the time
        starts = (np.arange(trees, dtype=small) << levels)[:, np.newaxis]
        return (
            np.array(columns, np.intp),
            np.array(borders, np.float32)[:, np.newaxis],
            questions.reshape(levels, trees),
            starts,
            self.leaves.ravel().astype(np.float64),
        )

    def as_json(self, names: tuple[str, ...]) -> dict[str, Any]:
        """Give the forest as JSON, with the names of the columns."""
        return {
            "names": list(names),
            "bias": round(self.bias, 4),
            "columns": self.columns.tolist(),
            "borders": [[float(f"{border:.6g}") for border in tree] for tree in self.borders],
            "leaves": [[round(float(leaf), 4) for leaf in tree] for tree in self.leaves],
        }


def load_forest(path: Path | str, names: tuple[str, ...] = ()) -> Forest:
    """Read a forest from a path, or by the name of its file in the package's data.

    Raises ValueError when it was grown for other columns than *names*.
    """
    source = files("crawler.extraction") / "data" / path if isinstance(path, str) else path
    data = json.loads(source.read_text(encoding="utf-8"))
    if names and tuple(data["names"]) != names:
        raise ValueError("the forest was grown for another table: run evaluation/training.py")
    return Forest(
        columns=np.array(data["columns"], np.int64),
        borders=np.array(data["borders"], np.float32),
        leaves=np.array(data["leaves"], np.float32),
        bias=float(data["bias"]),
    )


@lru_cache(maxsize=2)
def the_forest(file: str, names: tuple[str, ...]) -> Forest:
    """Give a forest of the package, read once."""
    return load_forest(file, names)
