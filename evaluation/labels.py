"""Labels of the corpora that are believed to be wrong, with the reasons, and pages without them.

A figure on all labels says how well the project repeats them; beside it stands the figure on those that are trusted.
Nothing is tuned to either list: it was made by looking at the pages on which the label and what is read differ.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

WRONG = Path(__file__).with_name("wrong_labels.toml")
FIELDS = ("body", "title", "date", "author")
"""The fields of a line of `gold.jsonl` that are measured."""

Wrong = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By folder and field: how the ids of the pages begin, each with the reason."""


def load_wrong(path: Path = WRONG) -> Wrong:
    """Read the list from a TOML file of tables `[folder.field]` with `id = "reason"`.

    Raises ValueError for a field that is not measured and for a label without a reason.
    """
    folders: dict[str, dict[str, dict[str, str]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    for folder, fields in folders.items():
        for field, reasons in fields.items():
            if field not in FIELDS:
                raise ValueError(f"{path}: {folder}.{field}: the fields are {', '.join(FIELDS)}")
            for page, reason in reasons.items():
                if not isinstance(reason, str) or not reason.strip():
                    raise ValueError(f"{path}: {folder}.{field}.{page}: there is no reason")
    return folders


def trusted(gold: Mapping[str, Any], wrong: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Give a line of `gold.jsonl` without the fields whose labels are in its folder's part of the list."""
    key = gold["id"]
    bad = {field for field, pages in wrong.items() if any(key.startswith(start) for start in pages)}
    return {name: None if name in bad else value for name, value in gold.items()}
