"""Standard output that is closed, full, or not read to its end: one line at most, and the exit code tells the truth."""

import subprocess
import sys
from pathlib import Path

import pytest

from crawler.command_line.commanding import ProjectCommand
from crawler.items import Article
from tests.stand.commands import ROOT, environment

COMMANDS = {
    "list": ["list", "-s", "SQUEEGEE_SITES={sites}"],
    "check": ["sites", "--check"],
    "audit": ["audit", "{run}"],
    "ledger": ["ledger", "check", "{output}"],
    "replay": ["replay", "{run}"],
}
CODES = {"check": 1, "ledger": 3}
"""Of commands that find something wrong here: there is no site, and no ledger."""


@pytest.fixture
def start(make_run, tmp_path):
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "alpha.toml").write_text('start_urls = ["http://a.example/"]', encoding="utf-8")
    run = make_run(Article(id="1", url="http://a.example/1", site="alpha", paragraphs=["The bridge opened."]))

    def start(name, **options):
        words = [word.format(run=run, output=run.parent.parent, sites=tmp_path / "sites") for word in COMMANDS[name]]
        command = [sys.executable, "-u", "-m", "scrapy.cmdline", *words, "-s", f"SQUEEGEE_OUTPUT={run.parent.parent}"]
        told = {"cwd": ROOT, "env": environment(""), "stderr": subprocess.PIPE, "text": True, "timeout": 60}
        return subprocess.run(command, **told | options, check=False)

    return start


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_behind_standard_output_is_said_in_one_line(start, name):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = start(name, stdout=full)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "standard output cannot be written: No space left on device"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_who_leaves_changes_no_exit_code(start, name):
    reader = subprocess.Popen([sys.executable, "-c", ""], stdin=subprocess.PIPE)
    reader.wait()
    with reader.stdin:
        done = start(name, stdout=reader.stdin)

    assert done.returncode == CODES.get(name, 0)
    assert "Broken" not in done.stderr
    assert "Traceback" not in done.stderr


def test_closed_streams_are_no_reason_to_fail(tmp_path):
    (tmp_path / "page.html").write_text("<h1>Bridge</h1><p>The bridge opened on Monday, and the mayor came.</p>")
    for words, closed in ((f"clean {tmp_path}/page.html", ">&-"), ("clean -", "<&-"), ("template", ">&- 2>&- <&-")):
        line = f"{sys.executable} -m scrapy.cmdline {words} -s SQUEEGEE_OUTPUT={tmp_path} {closed}"
        done = subprocess.run(
            ["sh", "-c", line], cwd=ROOT, env=environment(""), capture_output=True, text=True, timeout=60, check=False
        )

        assert (done.returncode, done.stderr) == (0, ""), line


ENDS = [
    (KeyboardInterrupt(), 130, "stopped\n"),
    (
        PermissionError(13, "Permission denied", "/srv/output/ledger.sqlite"),
        1,
        "/srv/output/ledger.sqlite: Permission denied\n",
    ),
]


@pytest.mark.parametrize(("error", "code", "said"), ENDS)
def test_a_command_that_is_interrupted_or_may_not_read_says_so_in_one_line(error, code, said, capsys):
    class Ending(ProjectCommand):
        def short_desc(self):
            return "End."

        def run(self, args, opts):
            raise error

    command = Ending()
    command.run([], None)

    assert command.exitcode == code
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("option", ["--show", "--context", "--jobs"])
@pytest.mark.parametrize("value", ["-1", "two", "1.5"])
def test_a_number_of_an_option_is_whole_and_not_negative(scrapy_command, option, value):
    done = scrapy_command("replay", option, value, "no-run")

    assert done.code == 2
    assert f"argument {option}: must be a whole number, 0 or more, not {value!r}" in done.err
