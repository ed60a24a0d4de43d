"""`make evaluate` and `make compare`: score the project on corpora, print one table, fail below the pinned floors."""

import argparse
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from evaluation import deduplication, extraction, hygiene
from evaluation.table import Floor, Row, missed, show

PARTS: dict[str, Callable[..., list[Row]]] = {
    "extraction": extraction.measure,
    "hygiene": hygiene.measure,
    "deduplication": deduplication.measure,
}
FLOORS = Path(__file__).with_name("floors.toml")


def load_floors(path: Path, parts: list[str]) -> list[Floor]:
    """Read the floors of *parts* from a TOML file of tables `[part.subject]` with `measure = {least|most = bound}`."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Floor(key=f"{part}/{subject}/{measure}", bound=float(bound), most=side == "most")
        for part, subjects in tables.items()
        if part in parts
        for subject, measures in subjects.items()
        for measure, sides in measures.items()
        for side, bound in sides.items()
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the parts asked for; 0 when every floor holds, 1 when one does not, 2 when the corpora are absent."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder with extraction/, copies/, news/ and score/")
    parser.add_argument("--part", choices=PARTS, action="append", help="measure only this part (may be repeated)")
    parser.add_argument("--compare", action="store_true", help="put the other tools that are installed beside it")
    parser.add_argument("--below-floors", action="store_true", help="exit 0 although a floor does not hold")
    options = parser.parse_args(arguments)
    if not (options.corpora / "score").is_dir():
        sys.stderr.write(
            f"evaluate: no corpora in {options.corpora} (a folder with score/ is expected); "
            "name another with `make evaluate CORPORA=FOLDER`\n"
        )
        return 2
    parts = options.part or list(PARTS)
    rows: list[Row] = []
    progress = Console(stderr=True, quiet=not sys.stderr.isatty())
    for part in parts:
        with progress.status(f"measuring {part}"):
            rows += PARTS[part](options.corpora, compare=options.compare)
    floors = load_floors(FLOORS, parts)
    show(rows, floors)
    sentences = missed(rows, floors)
    for sentence in sentences:
        sys.stderr.write(f"below the floor: {sentence}\n")
    sys.stdout.write(f"{len(floors) - len(sentences)} passed, {len(sentences)} failed\n")
    return 0 if not sentences or options.below_floors else 1


if __name__ == "__main__":
    sys.exit(main())
