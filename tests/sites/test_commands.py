"""The commands that know sites, with a broken file among the good ones."""

import io
import os
import subprocess
import sys
from argparse import Namespace

import pytest
from rich.console import Console
from rich.text import Text
from scrapy.utils.project import get_project_settings

from crawler import spiderloader
from crawler.commands.list import Command
from crawler.commands.sites import COLUMNS, _fitting
from tests.faults.conftest import ROOT, run
from tests.faults.server import FaultServer, listing

ARTICLE = "/news/2024/0305/100.html"


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sites")
    with FaultServer() as server:
        server.pages["/"] = listing(ARTICLE)
        (folder / "good.toml").write_text(f'title = "A good one"\nstart_urls = ["{server.url}/"]', encoding="utf-8")
        (folder / "bad.toml").write_text('start_url = "x"', encoding="utf-8")
        (folder / "url").write_text(server.url, encoding="utf-8")
        yield folder


def scrapy(*arguments, sites, output):
    command = [
        sys.executable,
        "-m",
        "scrapy",
        *arguments,
        "-s",
        f"SQUEEGEE_SITES={sites}",
        "-s",
        f"SQUEEGEE_OUTPUT={output}",
    ]
    return subprocess.run(
        command, check=False, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )


PROBLEM = "bad.toml: start_url: unknown key; the nearest known key is start_urls"


def test_the_list_names_the_broken_site_and_lists_the_others(sites, tmp_path):
    done = scrapy("list", sites=sites, output=tmp_path)

    assert done.returncode == 0
    assert "good" in done.stdout.split()
    assert "bad" not in done.stdout.split()
    assert PROBLEM in done.stderr


def test_the_list_takes_no_names(sites, tmp_path):
    done = scrapy("list", "good", sites=sites, output=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert "scrapy sites NAME" in done.stderr


def test_a_list_of_nothing_says_where_it_looked(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(spiderloader, "PROJECT_SITES", tmp_path)
    command = Command()
    command.settings = get_project_settings()
    command.run([], Namespace())

    assert capsys.readouterr().err.startswith(f"there is no site: no *.toml in {tmp_path}")


def test_the_check_exits_with_1_and_says_why(sites, tmp_path):
    done = scrapy("sites", "--check", sites=sites, output=tmp_path)

    assert done.returncode == 1
    assert PROBLEM in done.stderr
    assert "site files are sound, 1 are not" in done.stdout


def test_the_check_fails_where_two_files_have_one_name(sites, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text("name = 'same'\nstart_urls = 'http://127.0.0.1:9/'", encoding="utf-8")
    done = scrapy("sites", "--check", sites=tmp_path, output=tmp_path / "output")
    named = scrapy("sites", "--check", "same", sites=tmp_path, output=tmp_path / "output")
    every = scrapy("crawlall", sites=tmp_path, output=tmp_path / "output")

    problem = f"{tmp_path}/b.toml: name: 'same' is taken by {tmp_path}/a.toml, so this file is not crawled"
    assert (done.returncode, named.returncode) == (1, 1)
    assert problem in done.stderr
    assert "1 site files are sound, 1 are not" in done.stdout
    assert every.returncode == 1
    assert f"b: could not start: {problem}" in every.stderr


def test_a_folder_of_sites_that_is_not_there_is_no_healthy_crawl(tmp_path):
    nowhere = tmp_path / "nowhere"
    ended = {
        command: scrapy(*command.split(), sites=nowhere, output=tmp_path / "output")
        for command in ("crawlall", "crawl good", "list", "sites --check")
    }

    assert {command: done.returncode for command, done in ended.items()} == {
        "crawlall": 1,
        "crawl good": 1,
        "list": 0,
        "sites --check": 1,
    }
    for done in ended.values():
        assert f"SQUEEGEE_SITES: {nowhere} does not exist" in done.stderr


def test_no_site_at_all_is_said(tmp_path):
    crawl = scrapy("crawlall", sites="", output=tmp_path / "output")
    check = scrapy("sites", "--check", sites="", output=tmp_path / "output")

    assert (crawl.returncode, check.returncode) == (1, 1)
    assert "could not start: there is no site: no *.toml in" in crawl.stderr
    assert "there is no site" in check.stderr


def test_a_broken_site_stops_only_itself(sites, tmp_path):
    url = (sites / "url").read_text(encoding="utf-8")

    outcome = run(["crawlall", "good", "bad"], sites=sites, output=tmp_path / "output")
    alone = run(["crawl", "bad"], sites=sites, output=tmp_path / "alone")
    table = scrapy("sites", sites=sites, output=tmp_path / "output")

    assert outcome.door(url + ARTICLE) == "stored"
    assert outcome.exit_code == 1
    assert alone.exit_code == 1
    assert PROBLEM in alone.log
    [line] = [line for line in table.stdout.splitlines() if line.startswith("good")]
    assert line.split()[3] == "healthy"
    assert "A good one" in line
    assert table.returncode == 0


def test_the_table_says_why_a_site_is_unhealthy_and_when_it_was_well(tmp_path):
    with FaultServer() as server:
        server.pages["/"] = listing(ARTICLE)
        folder = tmp_path / "sites"
        folder.mkdir()
        (folder / "paper.toml").write_text(
            f'start_urls = ["{server.url}/"]\nrecheck = {{days = 1, hours = 0}}', encoding="utf-8"
        )
        for _ in range(2):
            last = run(["crawl", "paper"], sites=folder, output=tmp_path / "output")
        well = scrapy("sites", sites=folder, output=tmp_path / "output")
    run(["crawl", "paper"], sites=folder, output=tmp_path / "output")
    ill = scrapy("sites", sites=folder, output=tmp_path / "output")

    head, line = well.stdout.splitlines()[:2]
    numbers = dict(zip(head.split()[4:9], line.split()[4:9], strict=True))
    assert numbers == {"stored": "0", "rejected": "1", "copies": "0", "unchanged": "1", "failed": "0"}
    assert "1 rejected (0 copies, 1 unchanged)" in last.runs["paper"]["verdict"]
    assert "nothing was fetched" not in well.stdout
    [complaint] = [line for line in ill.stdout.splitlines() if line.startswith("paper: ")]
    start = last.runs["paper"]["start"]
    assert complaint.startswith("paper: unhealthy: nothing was fetched (robots_unreachable: ")
    assert complaint.endswith(f"(last healthy run: {start[:10]} {start[11:16]})")


@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_narrow_screen_cuts_no_name_no_day_and_no_number(width):
    cells = (
        "a-mirror-of-the-evening"[: width // 4],
        "2026-11-26 21:04",
        "unhealthy",
        *["1234"] * 7,
        "An evening mirror",
    )
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=None)
    console.print(_fitting([dict(zip(COLUMNS, map(Text, cells), strict=True))], console))

    head, line = console.file.getvalue().splitlines()
    assert line.split()[:5] == [cells[0], "2026-11-26", "21:04", "unhealthy", "1234"]
    assert "…" not in line
    assert ("title" in head) is (width == 200)


def test_parse_and_shell_know_the_site_of_a_url(sites, tmp_path):
    url = (sites / "url").read_text(encoding="utf-8")

    listed = scrapy("parse", f"{url}/", sites=sites, output=tmp_path)
    read = scrapy("parse", url + ARTICLE, sites=sites, output=tmp_path)
    shell = scrapy("shell", f"{url}/", "-c", "spider.name", sites=sites, output=tmp_path)

    assert f"<GET {url}{ARTICLE}>" in listed.stdout
    assert "'page_kind': 'article'" in read.stdout
    assert "good" in shell.stdout
