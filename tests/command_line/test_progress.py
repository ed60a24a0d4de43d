"""The live display: for a person at a terminal, and for nobody else."""

import io
import logging
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from crawler.command_line.progress import Screen, Watch, watch
from crawler.demo.__main__ import write_sites
from crawler.demo.server import serve

ROOT = Path(__file__).parents[2]


def terminal():
    return Console(file=io.StringIO(), force_terminal=True, width=100, color_system=None)


def test_counts_are_kept_by_site_and_door():
    state = Watch(title="replay", total=4)
    state.article("alpha", "articles")
    state.article("alpha", "rejected", copy=True)
    state.article("beta", "rejected")
    state.article("beta", "failed")

    sums = state.sums()

    assert (sums.articles, sums.duplicates, sums.rejected, sums.failed) == (1, 1, 1, 1)
    assert state.heading().startswith("replay: 4 of 4 articles")
    assert " articles a second" in state.heading()


def test_only_some_of_very_many_sites_are_drawn():
    state = Watch(title="crawl")
    for number in range(40):
        state.of(f"site{number:02}").pages = number
    console = terminal()

    console.print(state)

    text = console.file.getvalue()
    assert "site39" in text
    assert "site01" not in text
    assert "40 sites (25 more not shown)" in text


def test_log_lines_go_above_the_display_and_back_to_where_they_went(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    handler = logging.StreamHandler()
    before = handler.stream
    screen = Screen("crawl", console=terminal())

    screen.enter([handler])
    screen.enter([handler])
    during = handler.stream
    screen.leave()
    assert handler.stream is during
    screen.leave()

    assert during is not before
    assert handler.stream is before


def test_the_closing_table_tells_codes_and_verdicts_apart():
    screen = Screen("crawl", console=terminal())

    screen.close({"good": (0, "healthy: 12 stored"), "bad\x1b[2J": (3, "unhealthy: nothing fetched")})

    text = screen.console.file.getvalue()
    assert "✓ healthy" in text
    assert "✗ 3 unhealthy: nothing fetched" in text
    assert "bad<U+001B>[2J" in text


def test_without_a_terminal_nothing_is_shown(capfd):
    with watch("replay") as state:
        state.article("alpha", "articles")

    assert capfd.readouterr() == ("", "")


@pytest.mark.e2e
def test_a_crawl_on_a_terminal_shows_a_table_and_one_elsewhere_only_log_lines(tmp_path):
    sites = tmp_path / "sites"
    sites.mkdir()
    with serve(0) as mirrors:
        write_sites(sites, mirrors[:1])
        command = [sys.executable, "-m", "scrapy", "crawl", mirrors[0].mirror.name, "-s", f"SQUEEGEE_SITES={sites}"]
        seen = on_a_terminal([*command, "-s", f"SQUEEGEE_OUTPUT={tmp_path / 'one'}"])
        unseen = subprocess.run(
            [*command, "-s", f"SQUEEGEE_OUTPUT={tmp_path / 'two'}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )

    assert "✓" in seen
    assert "┃" in seen
    assert "\x1b[32m" not in seen  # NO_COLOR
    assert unseen.stdout == ""
    assert "┃" not in unseen.stderr
    assert "(exit code 0)" in unseen.stderr


def on_a_terminal(command):
    """Run a command on a terminal of its own; gives all it showed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "NO_COLOR": "1"},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        seen += part
    os.close(ours)
    assert process.wait(60) == 0
    return seen.decode()
