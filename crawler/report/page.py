"""The report's page: everything that was collected put into the template, with nothing left to load."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from typing import Any

from crawler.report.charts import bars_svg, spark_svg
from crawler.report.collect import Collected, RunFacts, SiteFacts
from crawler.report.examples import Examples
from crawler.report.network import network_svg

PLACE = re.compile(r"\[\[(\w+)\]\]")
"""Where something goes into the template; linear."""

MOST_RUNS = 200
"""Runs in the table, the newest first."""

MOST_SITES = 500
"""Sites in the table, those that need a look first."""

MOST_TAGS = 6
"""Reasons or stages named for one site."""

POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '{style}'; script-src '{script}'"
)
"""Only the page's own style and script, named by their digests: whatever slips into the page cannot run."""


def page(collected: Collected, examples: Examples, *, made: str, output: str) -> str:
    """Give the report as HTML.

    Takes what was collected, the articles shown, when it is made and for which output folder.
    """
    style, script = _own("page.css"), _own("page.js")
    drawing, left_out = network_svg(collected.articles, collected.copies)
    parts = {
        "policy": escape(POLICY.format(style=_digest(style), script=_digest(script))),
        "style": style,
        "script": script,
        "about": escape(f"{output}, made {made}"),
        "figures": _figures(collected),
        "bars": bars_svg(collected.runs) or '<p class="note">No run has articles yet.</p>',
        "runs": _runs(collected.runs),
        "sites": _sites(list(collected.sites.values())),
        "network": _network(collected, drawing, left_out),
        "strings": _strings(collected),
        "shown": escape(_shown(examples)),
        "data": _data(examples.articles),
    }
    # One pass: what a part holds is never looked at again.
    return PLACE.sub(lambda match: parts[match[1]], _own("page.html"))


def _own(name: str) -> str:
    return files("crawler.report").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _data(articles: list[dict[str, Any]]) -> str:
    """Give JSON that can stand in a script element: no character that could end it or begin markup."""
    text = json.dumps({"articles": articles}, ensure_ascii=False, separators=(",", ":"))
    text = text.encode("utf-8", "replace").decode()
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _figures(collected: Collected) -> str:
    runs = collected.runs
    figures = [
        (len(collected.sites), "sites"),
        (len(runs), "runs"),
        (sum(run.count("stored") for run in runs), "articles stored"),
        (sum(run.count("duplicates") for run in runs), "copies recognised"),
        (sum(run.refused for run in runs), "rejected otherwise"),
        (sum(run.unchanged for run in runs), "looked at again, unchanged"),
        (sum(run.count("failed") for run in runs), "failed"),
        (sum(run.characters for run in runs), "characters removed"),
    ]
    return "".join(f"<li><b>{number:,}</b><span>{name}</span></li>" for number, name in figures)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int] = (), name: str = "") -> str:
    """Give a table of cells that are HTML already; columns in *numbers* stand to the right."""
    align = [' class="n"' if n in numbers else "" for n in range(len(heads))]
    head = "".join(f'<th scope="col"{a}>{escape(text)}</th>' for a, text in zip(align, heads, strict=True))
    body = "".join(
        "<tr>"
        + "".join(
            f'<td{a} data-name="{escape(text)}">{cell}</td>' for a, text, cell in zip(align, heads, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    label = f' aria-label="{escape(name)}"' if name else ""
    return f'<table class="stack"{label}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _state(run: RunFacts) -> str:
    if not run.finished:
        return '<span class="state open">… open</span>'
    if run.exit_code == 0:
        return '<span class="state good">✓ healthy</span>'
    return f'<span class="state bad">✗ exit {run.exit_code}</span>'


def _start(run: RunFacts) -> str:
    day, _, time = run.started.partition(" ")
    return f'<span><span class="day">{escape(day)}</span> {escape(time)}</span>'


def _runs(runs: Sequence[RunFacts]) -> str:
    rows = [
        (
            _start(run),
            f'<span class="site">{escape(run.site)}</span>',
            _state(run),
            *(f"{number:,}" for number in (run.count("pages"), run.count("stored"), run.count("duplicates"))),
            f"{run.refused:,}",
            f"{run.count('failed'):,}",
            f'<span class="why">{escape(run.verdict)}</span>',
        )
        for run in list(reversed(runs))[:MOST_RUNS]
    ]
    heads = ("start (UTC)", "site", "state", "pages", "stored", "copies", "rejected", "failed", "verdict")
    table = _table(heads, rows, numbers=range(3, 8), name="Runs, the newest first")
    more = f" (the newest {MOST_RUNS} of {len(runs)})" if len(runs) > MOST_RUNS else ""
    return (
        f'<details><summary>All runs as a table{more}</summary><div class="scroll" tabindex="0">{table}</div></details>'
    )


def _sites(sites: list[SiteFacts]) -> str:
    def need(site: SiteFacts) -> tuple[bool, bool, str]:
        return site.newest.exit_code == 0, not site.drift(), site.name

    rows = [_site(site) for site in sorted(sites, key=need)[:MOST_SITES]]
    heads = (
        "site",
        "state",
        "last run",
        "stored per run",
        "pages",
        "yield",
        "copies",
        "rejected for",
        "characters removed by",
    )
    more = f'<p class="note">{len(sites) - MOST_SITES} more sites are not shown.</p>' if len(sites) > MOST_SITES else ""
    return f'<div class="wide" tabindex="0">{_table(heads, rows, numbers=(4, 5, 6), name="Health of the sites")}</div>{more}'


def _site(site: SiteFacts) -> tuple[str, ...]:
    newest, news = site.newest, sum(run.news for run in site.runs)
    drift = "".join(f'<span class="drift">⚠ {escape(text)}</span>' for text in site.drift())
    rejects = site.totals("rejects")
    for told_elsewhere in ("copy", "unchanged", "repeated"):
        rejects.pop(told_elsewhere, None)
    verdict = "" if newest.exit_code == 0 else f'<div class="why">{escape(newest.verdict)}</div>'
    good = site.total("stored") + site.total("duplicates")
    return (
        _button(site.name, f'site" data-site-filter="{escape(site.name)}'),
        f"{_state(newest)}{verdict}{drift}",
        _start(newest),
        spark_svg([run.count("stored") for run in site.runs], f"{site.name}: stored articles of each run")
        or f"{newest.count('stored'):,}",
        f"{site.total('pages'):,}",
        f"{good / news:.0%}" if news else "–",
        f"{site.total('duplicates') / news:.0%}" if news else "–",
        _tags(rejects.most_common(MOST_TAGS)),
        _tags(site.totals("removed_characters").most_common(MOST_TAGS)),
    )


def _button(label: str, more: str) -> str:
    return f'<button type="button" class="tag {more}" title="Show the articles">{escape(label)}</button>'


def _tags(items: Iterable[tuple[str, int]]) -> str:
    tags = "".join(f'<span class="tag">{escape(name)} {number:,}</span>' for name, number in items if number)
    return f'<div class="tags">{tags}</div>' if tags else "–"


def _network(collected: Collected, drawing: str, left_out: int) -> str:
    if not drawing:
        return '<p class="note">No site carries articles of another yet.</p>'
    rows = [
        (escape(copy), escape(kept), f"{number:,}")
        for (copy, kept), number in sorted(collected.copies.items(), key=lambda item: (-item[1], item[0]))
        if copy != kept
    ]
    table = _table(("site", "carries articles first kept from", "copies"), rows[:MOST_SITES], numbers=(2,))
    more = f" {left_out} sites with fewer copies are left out of the picture." if left_out else ""
    return (
        '<p class="note">An arrow leads from a site to the site whose articles it carries; the thicker, the more. '
        f"The size is the number of articles stored.{more}</p>"
        '<ul class="key"><li class="circle">more copied from than copying</li><li class="square">more copying than '
        f'copied from</li></ul><div class="wide">{drawing}</div>'
        f'<details><summary>The same as a table</summary><div class="scroll" tabindex="0">{table}</div></details>'
    )


def _strings(collected: Collected) -> str:
    strings = collected.strings
    rows = [
        (
            f'<span class="string">{escape(_visible(text))}</span>',
            f"{times:,}",
            f"{sites:,}",
            f'<span class="tag">{escape(reason)}</span>',
            _button("find", f'" data-find="{escape(text.rstrip("…"))}'),
        )
        for text, times, sites, reason in strings.top()
    ]
    if not rows:
        return '<p class="note">Nothing was found to be injected.</p>'
    of = f"{len(rows)} of {len(strings.times):,} different strings that the injection stage removed."
    more = f" {strings.left_out:,} removals of further strings were not counted." if strings.left_out else ""
    table = _table(("string", "times", "sites", "reason", "articles"), rows, numbers=(1, 2), name="Injected strings")
    return f'<p class="note">{of}{more}</p><div class="scroll" tabindex="0">{table}</div>'


def _visible(text: str) -> str:
    return "".join(c if c.isprintable() else f"⟨U+{ord(c):04X}⟩" for c in text) or "(white space)"


def _shown(examples: Examples) -> str:
    shown = len(examples.articles)
    if shown >= examples.of:
        return f"All {shown:,} articles."
    return (
        f"{shown:,} of {examples.of:,} articles: the newest with something removed, some for each site, stage and reason. "
        "scrapy audit shows all."
    )
