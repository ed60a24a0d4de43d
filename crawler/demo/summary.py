"""The table at the end of the demo: what each site's run did, read from its run.json."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

COUNTS = ("pages", "stored", "duplicates", "rejected", "failed")
FILES = ("articles.jsonl", "rejected.jsonl", "failed.jsonl", "trail.jsonl", "pages.warc.gz", "run.json")


def finished_runs(output: Path) -> set[Path]:
    """Give the folders of all finished runs under an output folder."""
    return {path.parent for path in output.glob("*/*/run.json") if not path.parent.is_symlink()}


def print_summary(runs: Iterable[Path], console: Console) -> int:
    """Print what the runs did and where their files are; give the number of articles stored."""
    table = Table(title="Demo crawl", title_justify="left")
    table.add_column("site")
    for name in COUNTS:
        table.add_column(name, justify="right")
    removed: dict[str, int] = {}
    total = dict.fromkeys(COUNTS, 0)
    folders = sorted(runs)
    for folder in folders:
        report = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        counts: dict[str, Any] = report["counts"]
        table.add_row(report["site"], *(str(counts[name]) for name in COUNTS))
        for name in COUNTS:
            total[name] += counts[name]
        for stage, characters in counts["removed_characters"].items():
            if characters:
                removed[stage] = removed.get(stage, 0) + characters
    table.add_section()
    table.add_row("all", *(str(total[name]) for name in COUNTS))
    console.print(table)
    if removed:
        by_stage = ", ".join(f"{stage} {number}" for stage, number in removed.items())
        console.print(f"Characters removed by stage: {by_stage}")
    console.print("\nFiles:")
    for folder in folders:
        names = ", ".join(name for name in FILES if (folder / name).exists())
        console.print(f"  {folder}: {names}", soft_wrap=True)
    return total["stored"]
