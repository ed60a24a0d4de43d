"""How clean the stages leave polluted pages, and whether they leave clean ones alone."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation import markup
from evaluation.batches import build_stages, clean_batch, ledger
from evaluation.corpora import read_lines
from evaluation.hazards import all_losses
from evaluation.markup import tallies
from evaluation.other_tools.extractors import Reader, extractors
from evaluation.pollution import PATTERNS, Clean, Page
from evaluation.scoring import Score, article_of, changed_paragraphs, score_pattern, share
from evaluation.table import Row, show

PART = "hygiene"
SEED = 7_041_776
"""Of the pages that `make evaluate` measures; rules are tuned on other seeds."""
TUNING, MEASURED, UNSEEN = "tuning", "measured", "unseen"
"""The lists that keywords and furniture are made of: rules were made with the first two, and never with the last."""
HOLD = 500
"""Clean pages in a batch: TEMPLATE_HOLD."""
SUBJECTS = (*PATTERNS, "mixed")
"""The patterns, and pages with many at once."""
COMPARED = ("trafilatura", "newspaper4k", "resiliparse", "GNE")
"""The tools that are shown polluted pages."""


def measure(corpora: Path, *, compare: bool = False) -> list[Row]:
    """Measure the stages on polluted and on clean pages.

    Takes the folder of the corpora; with *compare*, the other tools that are installed are measured on the same
    polluted pages as HTML. Gives for each pattern the share of foreign characters left and of genuine ones lost.
    """
    cleans = load_news(corpora, "news")
    scores = {name: score_pattern(name, cleans, SEED, MEASURED) for name in SUBJECTS}
    rows = [one for name, score in scores.items() for one in pattern_rows(name, score)]
    rows += total_rows(scores)
    unseen = {name: score_pattern(name, cleans, SEED, UNSEEN) for name in SUBJECTS if to_cut(name)}
    rows += [replace(one, subject="unseen") for one in total_rows(unseen)]
    rows.append(row("unseen", "left_share_worst", max(score.left_share for score in unseen.values())))
    rows += html_rows(cleans, SEED, MEASURED, compared_tools() if compare else {})
    for name in ("news", "briefs"):
        rows += clean_rows(name, load_news(corpora, name))
    rows.append(row("hazards", "lost", float(len(all_losses()))))
    return rows


def compared_tools() -> dict[str, Reader]:
    """Give those of COMPARED that are installed."""
    return {name: reader for name, reader in extractors() if name in COMPARED}


def html_rows(cleans: Sequence[Clean], seed: int, lists: str, tools: dict[str, Reader]) -> Iterator[Row]:
    """Give the figures on pages of HTML: over all patterns and, beside other tools, for each."""
    by_pattern = {name: tallies(cleans, name, seed, lists, tools) for name in markup.SUBJECTS}
    for tool in ("squeegee", *tools):
        found = {name: by_tool[tool] for name, by_tool in by_pattern.items()}
        if tools:
            for name, tally in found.items():
                yield row(name, "html_left_share", tally.left_share, tool)
                yield row(name, "html_lost_share", tally.lost_share, tool)
        lost, genuine = (sum(getattr(tally, which) for tally in found.values()) for which in ("lost", "genuine"))
        yield row("html", "left_share", sum(tally.left_share for tally in found.values()) / len(found), tool)
        yield row("html", "lost_share", share(lost, genuine), tool)


def load_news(corpora: Path, name: str) -> list[Clean]:
    """Read the clean articles of `news/<name>.jsonl.gz`."""
    return [
        Clean(title=line["title"], paragraphs=tuple(line["paragraphs"]), lang=line["lang"])
        for line in read_lines(corpora / "news" / f"{name}.jsonl.gz")
    ]


def pattern_rows(name: str, score: Score) -> Iterator[Row]:
    """Give the figures of one pattern."""
    if to_cut(name):
        yield row(name, "left_share", score.left_share)
    else:
        yield row(name, "missed_share", score.missed_share)
    if name not in PATTERNS or PATTERNS[name].cuttable:
        yield row(name, "lost_share", score.lost_share)


def to_cut(name: str) -> bool:
    """Say whether a pattern has to be cut; the others may be marked or refused instead."""
    return name not in PATTERNS or not PATTERNS[name].flags


def total_rows(scores: dict[str, Score]) -> list[Row]:
    """Give the figures over all patterns that are to be cut, each weighing the same, and over all genuine text."""
    cut = [score for name, score in scores.items() if to_cut(name)]
    if not cut:
        return []
    return [
        row("all", "left_share", sum(score.left_share for score in cut) / len(cut)),
        row("all", "left_alone", sum(score.left_alone for score in cut) / len(cut)),
        row(
            "all", "lost_share", share(sum(one.together.lost for one in cut), sum(one.together.genuine for one in cut))
        ),
        row("all", "lost_alone", share(sum(one.alone.lost for one in cut), sum(one.alone.genuine for one in cut))),
    ]


def clean_rows(name: str, cleans: Sequence[Clean]) -> list[Row]:
    """Send clean articles through all stages and count what is no longer as it was."""
    changed = paragraphs = lost = marked = 0
    for lang in ("zh", "en"):
        chosen = [clean for clean in cleans if clean.lang == lang]
        site = f"{name}-{lang}.example"
        with ledger() as known:
            stages = build_stages(site, known)
            for at in range(0, len(chosen), HOLD):
                pages = [
                    Page.of(clean, f"https://{site}/{at + n:05}") for n, clean in enumerate(chosen[at : at + HOLD])
                ]
                articles = [article_of(page, site) for page in pages]
                refusals = clean_batch(articles, stages)
                for page, article in zip(pages, articles, strict=True):
                    paragraphs += len(page.lines)
                    lost += refusals[article.id] is not None
                    marked += bool({"spun", "stitched"} & set(article.marks))
                    changed += changed_paragraphs(page, article)
    return [
        row(name, "paragraphs_unchanged", 1 - share(changed, paragraphs)),
        row(name, "articles_lost", float(lost)),
        row(name, "falsely_marked", share(marked, len(cleans))),
    ]


def row(subject: str, measure: str, value: float, tool: str = "squeegee") -> Row:
    """Give one figure."""
    return Row(part=PART, subject=subject, measure=measure, value=value, tool=tool)


def print_patterns(scores: dict[str, Score], console: Console) -> None:
    """Print a line for each pattern: with its site around it, and alone."""
    table = Table("pattern", "left %", "left alone %", "lost %", "lost alone %", "missed %")
    for name, score in scores.items():
        shares = [score.left_share, score.left_alone, score.lost_share, score.lost_alone, score.missed_share]
        cells = [f"{100 * value:.3f}" for value in shares]
        if to_cut(name):
            cells[4] = ""
        else:
            cells[0] = cells[1] = ""
        table.add_row(name, *cells)
    console.print(table)


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of some patterns on a seed for tuning, with pages that went wrong."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.hygiene", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help="pattern ids, mixed, news, briefs; default all")
    parser.add_argument("--seed", type=int, default=1, help="of the generated pages (default 1)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N pages that went wrong, per pattern")
    parser.add_argument(
        "--lists", default=TUNING, choices=(TUNING, MEASURED, UNSEEN), help="words and frames (default %(default)s)"
    )
    options = parser.parse_args(arguments)
    lists = options.lists
    cleans = load_news(options.corpora, "news")
    scores: dict[str, Score] = {}
    rows: list[Row] = []
    progress = Console(stderr=True, quiet=not sys.stderr.isatty())
    for name in options.subjects or (*SUBJECTS, "html", "news", "briefs"):
        with progress.status(f"measuring {name}"):
            if name == "html":
                rows += html_rows(cleans, options.seed, lists, {})
                continue
            if name in ("news", "briefs"):
                rows += clean_rows(name, load_news(options.corpora, name))
                continue
            scores[name] = score_pattern(name, cleans, options.seed, lists, options.show)
        for example in scores[name].examples:
            sys.stdout.write(f"--- {name}\n{example}\n")
    print_patterns(scores, Console())
    show([*rows, *total_rows(scores)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
