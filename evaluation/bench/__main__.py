"""`make bench`: what things cost, as ratios to other tools or to parsing alone, taken in one run."""

import argparse
import sys
from pathlib import Path

from evaluation.bench import crawl, deduplication, extraction, stages
from evaluation.table import Row, show

BENCHES = {
    "extraction": extraction.bench,
    "stages": stages.bench,
    "deduplication": deduplication.bench,
    "crawl": crawl.bench,
}


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmarks asked for and print one table; 2 when the corpora are absent."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.bench", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--part", choices=BENCHES, action="append", help="run only this one (may be repeated)")
    options = parser.parse_args(arguments)
    if not (options.corpora / "extraction").is_dir():
        sys.stderr.write(f"bench: no corpora in {options.corpora}; name another with `make bench CORPORA=FOLDER`\n")
        return 2
    rows: list[Row] = []
    for part in options.part or BENCHES:
        rows += BENCHES[part](options.corpora)
    show(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
