"""`scrapy audit`: what the stages of a run removed, rejected and marked, and the page text as it was."""

import argparse
import difflib
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rich.columns import Columns
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from scrapy.exceptions import UsageError

from crawler.command_line.commanding import ProjectCommand
from crawler.command_line.pretty import article_texts, is_unwritten, print_article, shown, terminal
from crawler.jsonl import as_json, locate
from crawler.runs.counts import STAGES
from crawler.runs.finding import output_of, run_folders
from crawler.stored_runs.auditing import (
    Found,
    SeveralIdsError,
    Summary,
    Tally,
    Wanted,
    article_files,
    find_article,
    find_failure,
    find_in_files,
    summarise,
)
from crawler.trail import history_of, restore_line

MOST_SHOWN = 20
"""Removed texts shown for a reason."""

SAMPLE = 60
"""Columns of a removed text shown in a table."""

LEAST_SAMPLE = 16
"""Columns under which an example tells nothing."""

OTHERS = 90
"""Columns that the rest of the table takes at most, about."""


class Command(ProjectCommand):
    """Look at what the stages did."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Give the arguments."""
        return "[--article ID_OR_URL | --restore ID_OR_URL] [--stage S] [--reason R] [--site NAME] [--json] RUN_OR_FILE"

    def short_desc(self) -> str:
        """Say what the command does."""
        return "Show what each stage removed, rejected and marked, and give the page text back"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "RUN_OR_FILE is a run folder, a file in one, a site's folder (all its runs) or the output folder (the "
            "runs of all sites). Without further options: counts by stage and reason. With --stage or --reason also the texts that "
            "were removed, the most frequent first. --article shows one article with every removal in its place; for a "
            "rejected copy the article it copies stands beside it. --restore prints the text as extraction gave it. Both take the URL "
            "in the place of the id; --article also says why a page failed."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument(
            "--article", metavar="ID_OR_URL", help="show this article: its URL, its id, or the beginning of that"
        )
        parser.add_argument("--restore", metavar="ID_OR_URL", help="print the page text of this article as it was")
        parser.add_argument("--stage", help="only this stage")
        parser.add_argument("--reason", help="only this reason")
        parser.add_argument("--site", help="only articles of this site")
        parser.add_argument("--json", action="store_true", help="print JSON, for machines")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print what was asked for."""
        if len(args) != 1:
            raise UsageError("scrapy audit needs one run folder, file, site folder or output folder")
        if "" in {opts.article, opts.restore}:
            raise UsageError("--article and --restore need an id; this one is empty", print_help=False)
        try:
            folders = run_folders(self.path_named(args[0]))
        except FileNotFoundError as error:
            raise UsageError(str(error), print_help=False) from error
        try:
            self._show(folders, args[0], opts)
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and is_unwritten(error):
                raise
            self.fail(f"cannot read the runs: {error}")
        except (KeyError, TypeError, AttributeError) as error:
            self.fail(f"cannot read the runs: a line is none of a run: {type(error).__name__}: {error}")

    def _show(self, folders: list[Path], path: str, opts: argparse.Namespace) -> None:
        console = terminal()
        wanted_id = opts.restore or opts.article
        if wanted_id is None:
            wanted = Wanted(stage=opts.stage, reason=opts.reason, site=opts.site)
            summary = summarise(folders, wanted)
            if not summary.edits and not summary.rejections and (opts.stage or opts.reason or opts.site):
                self._say_nothing(opts, summary)
            if opts.json:
                _print_json(as_tables(summary))
            else:
                print_summary(console, summary, examples=bool(opts.stage or opts.reason))
            return
        try:
            found = find_article(folders, wanted_id)
        except SeveralIdsError as error:
            self.fail(str(error))
            return
        if found is None:
            failure = find_failure(folders, wanted_id)
            why = (
                f"it failed: {failure['error']} ({failure['when']})"
                if failure
                else "articles.jsonl and rejected.jsonl hold the ids and URLs"
            )
            self.fail(shown(f"no article {wanted_id} in {path}; {why}"))
        elif opts.restore:
            self.exitcode = print_restored(found, as_object=opts.json)
        elif opts.json:
            _print_json(found.line | {"trail": found.trail})
        else:
            print_found(console, found)

    @staticmethod
    def _say_nothing(opts: argparse.Namespace, summary: Summary) -> None:
        """Say that nothing was found; raises UsageError for a stage that is none."""
        if opts.stage and opts.stage not in STAGES:
            near = difflib.get_close_matches(opts.stage, STAGES, 1)
            hint = f"; did you mean {near[0]}?" if near else f"; the stages are {', '.join(STAGES)}"
            raise UsageError(f"there is no stage {opts.stage!r}{hint}", print_help=False)
        asked = ", ".join(
            f"{name} {getattr(opts, name)!r}" for name in ("stage", "reason", "site") if getattr(opts, name)
        )
        sys.stderr.write(f"nothing with {asked} in {summary.runs} runs\n")


def print_restored(found: Found, *, as_object: bool) -> int:
    """Print title and text as extraction gave them; gives the exit code."""
    if locate(found.folder, "trail") is None:
        sys.stderr.write(
            f"{found.folder} holds no trail.jsonl: what was removed from {found.line['id']} is not known, so its page text "
            "cannot be given back\n"
        )
        return 1
    try:
        title, paragraphs = restore_line(found.line, found.trail)
    except ValueError as error:
        sys.stderr.write(f"the trail of {found.line['id']} does not fit its text: {error}\n")
        return 1
    if as_object:
        _print_json({"id": found.line["id"], "title": title, "text": "\n".join(paragraphs)})
    else:
        sys.stdout.write("\n".join([title, "", *paragraphs]) + "\n")
    return 0


def print_found(console: Console, found: Found) -> None:
    """Print an article with its removals; beside a copy, the article it copies."""
    console.print(Text(str(locate(found.folder, found.door)), "dim"))
    kept = kept_of(found)
    if kept is None:
        print_article(console, found.line, found.trail)
        return
    copy = Group(*article_texts(found.line, history_of(found.line, found.trail)))
    original = Group(*article_texts(kept, history_of(kept, ())))
    width = max(20, console.width // 2 - 1)
    sides = [Panel(original, title="kept", width=width), Panel(copy, title="rejected copy", width=width)]
    console.print(Columns(sides, padding=0), soft_wrap=False)
    facts = {key: found.line[key] for key in found.line if key in {"similarity", "evidence", "duplicate_url"}}
    console.print(Text(shown(" · ".join(f"{key}: {value}" for key, value in facts.items()))))


def kept_of(found: Found) -> dict[str, Any] | None:
    """Give the line of the article that a rejected copy copies, None if it is none or the other cannot be found."""
    other = found.line.get("duplicate_of")
    if not other:
        return None
    here = find_article([found.folder], other)
    return here.line if here else find_in_files(list(article_files(output_of(found.folder))), other)


def print_summary(console: Console, summary: Summary, *, examples: bool) -> None:
    """Print the counts as tables."""
    console.print(
        f"{summary.runs} runs: {summary.stored} stored, {summary.rejected} rejected, {summary.failed} failed",
        style="bold",
    )
    edits = sorted(summary.edits.items(), key=lambda item: (item[0][0], -item[1].characters, item[0]))
    _print_table(console, "Changes", ("stage", "action", "reason"), edits)
    _print_table(console, "Rejected", ("stage", "reason"), sorted(summary.rejections.items()))
    if summary.errors:
        table = Table("error", "pages", title="Failed", title_justify="left")
        for error, times in summary.errors.most_common():
            table.add_row(Text(shown(error)), str(times))
        console.print(table, soft_wrap=False)
    if examples:
        for key, tally in [*edits, *sorted(summary.rejections.items())]:
            console.print(Text("/".join(key), "bold"))
            for text, times in tally.examples.most_common(MOST_SHOWN):
                console.print(Text(f"{times:>7}  ").append(shown(text), "red"))


def _print_table(
    console: Console, title: str, keys: tuple[str, ...], tallies: Iterable[tuple[tuple[str, ...], Tally]]
) -> None:
    """Print a table, with an example in each row where the screen is wide enough."""
    rows = [(key, (tally.articles, tally.times, tally.characters, len(tally.sites)), tally) for key, tally in tallies]
    table = Table(title=title, title_justify="left")
    for name in keys:
        table.add_column(name, no_wrap=True)
    for place, name in enumerate(("articles", "times", "chars", "sites")):
        longest = max((len(str(numbers[place])) for _, numbers, _ in rows), default=0)
        table.add_column(name, justify="right", no_wrap=True, min_width=longest)  # on a narrow screen, words give way
    room = min(SAMPLE, console.width - OTHERS)
    if room >= LEAST_SAMPLE:
        table.add_column("most frequent", no_wrap=True)
    for key, numbers, tally in rows:
        cells: list[str | Text] = [*key, *map(str, numbers)]
        if room >= LEAST_SAMPLE:
            sample = Text(shown(next((text for text, _ in tally.examples.most_common(1)), "")))
            sample.truncate(room, overflow="ellipsis")
            cells.append(sample)
        table.add_row(*cells)
    if table.row_count:
        console.print(table, soft_wrap=False, crop=False)


def as_tables(summary: Summary) -> dict[str, Any]:
    """Give the counts as a JSON object."""

    def row(names: tuple[str, ...], key: tuple[str, ...], tally: Tally) -> dict[str, Any]:
        return dict(zip(names, key, strict=True)) | {
            "articles": tally.articles,
            "times": tally.times,
            "characters": tally.characters,
            "sites": dict(tally.sites.most_common()),
            "examples": dict(tally.examples.most_common(MOST_SHOWN)),
        }

    return {
        "runs": summary.runs,
        "stored": summary.stored,
        "rejected": summary.rejected,
        "failed": summary.failed,
        "changes": [row(("stage", "action", "reason"), key, tally) for key, tally in sorted(summary.edits.items())],
        "rejections": [row(("stage", "reason"), key, tally) for key, tally in sorted(summary.rejections.items())],
        "errors": dict(summary.errors.most_common()),
    }


def _print_json(value: Mapping[str, Any]) -> None:
    sys.stdout.write(as_json(value, indent=2) + "\n")
