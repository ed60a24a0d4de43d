"""`scrapy template`: what was learned of a site's template, pinned, or forgotten."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from crawler.command_line.commanding import ProjectCommand
from crawler.command_line.launching import no_site
from crawler.command_line.pretty import shown, terminal
from crawler.ledger import NAME, Ledger, LedgerError
from crawler.ledger.template import Said, TemplateStore

SAID: dict[str, Said] = {"pin": "pinned", "forget": "forgotten", "clear": "cleared"}


class Command(ProjectCommand):
    """Look at a site's template, and correct it."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Give the arguments."""
        return "[--pin LINE | --forget LINE | --clear LINE] [--json] [SITE]"

    def short_desc(self) -> str:
        """Say what the command does."""
        return "List the lines learned as a site's template; pin or forget some"

    def long_desc(self) -> str:
        """Say what the command does, at length."""
        return (
            "Lists the lines that were learned as belonging to SITE rather than to its articles, since when, and on which "
            "share of its articles they stand; without SITE the sites of which something is known. --pin LINE has a line always dropped, "
            "--forget LINE has it never dropped, --clear LINE takes either back; * in LINE stands for any text, and each option "
            "may be given several times. What is said takes effect with the next batch of articles."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--pin", metavar="LINE", action="append", default=[], help="always drop this line")
        parser.add_argument("--forget", metavar="LINE", action="append", default=[], help="never drop this line")
        parser.add_argument("--clear", metavar="LINE", action="append", default=[], help="take --pin or --forget back")
        parser.add_argument("--json", action="store_true", help="print JSON, for machines")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write what was said, then print what is known."""
        if len(args) > 1:
            raise UsageError("scrapy template takes the name of one site")
        said = [(line, word) for option, word in SAID.items() for line in getattr(opts, option)]
        if said and not args:
            raise UsageError("--pin, --forget and --clear need the name of a site")
        if any(not line.strip("* ") for line, _ in said):
            raise UsageError("a line of * alone would fit every line")
        path = Path(self.settings["SQUEEGEE_OUTPUT"]) / NAME
        try:
            if args:
                self._check_site(args[0], path)
            if not path.exists() and not said:
                self._print([] if opts.json else None, f"There is no ledger at {path}.")
                return
            self._run(path, args, said, as_json=opts.json)
        except LedgerError as error:
            self.fail(str(error))

    def _run(self, path: Path, args: list[str], said: list[tuple[str, Said]], *, as_json: bool) -> None:
        ledger = Ledger.open(path) if said else Ledger.look(path)
        try:
            for line, word in said:
                if word == "cleared" and line not in {
                    *ledger.template.said(args[0], "pinned"),
                    *ledger.template.said(args[0], "forgotten"),
                }:
                    raise UsageError(f"{line!r} is neither pinned nor forgotten on {args[0]}", print_help=False)
                ledger.template.say(args[0], line, word)
            if said:
                ledger.commit()
            if not args:
                self._print(ledger.template.sites() if as_json else None, "\n".join(ledger.template.sites()))
            elif as_json:
                self._print(as_facts(ledger.template, args[0]), "")
            else:
                print_template(ledger.template, args[0])
        finally:
            ledger.close()

    def _check_site(self, name: str, path: Path) -> None:
        """Raise UsageError for a site that is neither among the spiders nor in the ledger."""
        loader = get_spider_loader(self.settings)
        known = {*loader.list(), *getattr(loader, "broken", ())}
        if path.exists():
            ledger = Ledger.look(path)
            known.update(ledger.template.sites())
            ledger.close()
        if name not in known:
            raise UsageError(no_site(name, known), print_help=False)

    def _print(self, facts: Any, sentence: str) -> None:
        text = sentence if facts is None else json.dumps(facts, ensure_ascii=False, indent=2)
        sys.stdout.write(shown(text) + "\n")


def as_facts(store: TemplateStore, site: str) -> dict[str, Any]:
    """Give what is known of a site's template as a JSON object."""
    lines = sorted(store.learned(site).values(), key=lambda one: (one.kind, -one.share, one.text))
    return {
        "site": site,
        "pages": len(store.pages(site)),
        "lines": [
            {"kind": one.kind, "text": one.text, "since": one.since, "share": round(one.share, 3)} for one in lines
        ],
        "pinned": list(store.said(site, "pinned")),
        "forgotten": list(store.said(site, "forgotten")),
        "versions": [
            {"version": one.version, "day": one.day, "added": list(one.added), "removed": list(one.removed)}
            for one in store.versions(site)
        ],
    }


def print_template(store: TemplateStore, site: str) -> None:
    """Print what is known of a site's template."""
    facts = as_facts(store, site)
    console = terminal()
    versions = facts["versions"]
    console.print(
        f"{site}: {len(facts['lines'])} lines from {facts['pages']} pages"
        + (f", version {versions[-1]['version']} of {versions[-1]['day']}" if versions else "")
    )
    table = Table("kind", "on", "since", "line", box=None, pad_edge=False)
    for one in facts["lines"]:
        share = f"{one['share']:.0%}" if one["share"] else ""
        table.add_row(one["kind"], share, one["since"], Text(shown(one["text"])))
    for word in ("pinned", "forgotten"):
        for line in facts[word]:
            table.add_row(word, "", "", Text(shown(line)))
    if table.row_count:
        console.print(table)
