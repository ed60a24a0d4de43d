"""`scrapy template`: list, pin, forget."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.ledger import Ledger
from pipelines.text.template import Seen, Template

ROOT = Path(__file__).parents[2]


@pytest.fixture
def output(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    ledger.template.saw("alpha", [Seen("1", "2026-03-05", ()), Seen("2", "2026-03-05", ())])
    ledger.template.learn("alpha", Template(lines={7: 0.9}), {("line", 7): "石桥在线\x1b[31m"}, "2026-03-05")
    ledger.commit()
    ledger.close()
    return tmp_path


def template(output, *args):
    return subprocess.run(
        [sys.executable, "-m", "scrapy.cmdline", "template", *args, "-s", f"SQUEEGEE_OUTPUT={output}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_what_was_learned_is_listed_with_its_share(output):
    listed = template(output, "alpha")

    assert listed.returncode == 0, listed.stderr
    assert "alpha: 1 lines from 2 pages, version 1 of 2026-03-05" in listed.stdout
    assert "90%" in listed.stdout
    assert "石桥在线<U+001B>[31m" in listed.stdout


def test_lines_are_pinned_and_forgotten_and_both_taken_back(output):
    template(output, "alpha", "--pin", "石桥之友*", "--forget", "石桥在线", "--pin", "小喇叭")
    facts = json.loads(template(output, "alpha", "--clear", "小喇叭", "--json").stdout)

    assert facts["pinned"] == ["石桥之友*"]
    assert facts["forgotten"] == ["石桥在线"]
    assert facts["lines"][0]["share"] == 0.9
    assert facts["versions"][0]["added"] == ["石桥在线\x1b[31m"]


def test_a_site_that_nobody_knows_is_named(output):
    for options in ((), ("--pin", "小喇叭"), ("--clear", "石桥在线")):
        done = template(output, "alhpa", *options)

        assert done.returncode == 2
        assert "there is no site 'alhpa'; did you mean 'alpha'?" in done.stderr


def test_a_line_of_which_nothing_was_said_cannot_be_cleared(output):
    done = template(output, "alpha", "--clear", "石桥在线")

    assert done.returncode == 2
    assert "'石桥在线' is neither pinned nor forgotten on alpha" in done.stderr


def test_a_site_that_nobody_knows_makes_no_ledger(tmp_path):
    assert template(tmp_path, "alpha", "--pin", "小喇叭").returncode == 2
    assert not list(tmp_path.iterdir())


def test_without_a_site_the_known_ones_are_listed(output):
    assert json.loads(template(output, "--json").stdout) == ["alpha"]


def test_wrong_usage_is_told(output):
    assert template(output, "--pin", "x").returncode == 2
    assert template(output, "alpha", "--pin", "*").returncode == 2


def test_where_there_is_no_ledger_nothing_is_made(tmp_path):
    told = template(tmp_path / "none")

    assert told.returncode == 0
    assert "There is no ledger" in told.stdout
    assert not (tmp_path / "none").exists()
