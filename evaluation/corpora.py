"""Reading the corpora: lines of JSON, pages, and the scorers that come with them."""

import gzip
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any


def load_scorer(corpora: Path, name: str) -> ModuleType:
    """Load `score/<name>.py` of the corpora as a module.

    Raises FileNotFoundError when there is none.
    """
    path = corpora / "score" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"corpora_score_{name}", path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Give the objects of a JSONL file, gzipped or not, one by one."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_pages(folder: Path) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Give each line of a folder's `gold.jsonl` with the bytes of its page."""
    for gold in read_lines(folder / "gold.jsonl"):
        with gzip.open(folder / "html" / f"{gold['id']}.html.gz") as page:
            yield gold, page.read()
