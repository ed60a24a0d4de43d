"""The recipes of docs/cron.md do what they say."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stand.commands import ROOT, environment, lines, write_sites
from tests.stand.server import Stand

RECIPES = (ROOT / "docs" / "cron.md").read_text(encoding="utf-8")


def block(language):
    (found,) = re.findall(rf"```{language}\n(.*?)```", RECIPES, re.DOTALL)
    return found


def has(program):
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed here")


@pytest.mark.e2e
def test_the_line_of_the_crontab_crawls_and_is_silent_when_all_is_well(tmp_path):
    (tmp_path / "log").mkdir()
    with Stand(3) as stand:
        ended = run_crontab(tmp_path, stand.url, "plain0 plain1")

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert len(lines(tmp_path / "output", "plain1")) == 3


@pytest.mark.e2e
def test_the_line_of_the_crontab_speaks_when_a_person_is_needed(tmp_path):
    (tmp_path / "log").mkdir()
    with Stand(0) as stand:
        ended = run_crontab(tmp_path, stand.url, "plain0")

    assert "squeegee: exit code 3" in ended.stdout
    assert "plain0: unhealthy: no article was listed" in ended.stdout


def run_crontab(folder, url, sites):
    """Run the line as cron does, in a folder of its own, for a few sites."""
    (line,) = block("crontab").splitlines()
    assert "%" not in line, "cron takes it for a line break"
    command = line.split(None, 5)[5]
    output = folder / "output"
    told = f"crawlall {sites} -s SQUEEGEE_OUTPUT={output} -s SQUEEGEE_SITES={write_sites(output, url)}"
    command = command.replace("/srv/squeegee", str(folder)).replace("crawlall", told)
    command = command.replace(".venv/bin/scrapy", f"{sys.executable} -m scrapy.cmdline")
    (folder / "scrapy.cfg").write_text((ROOT / "scrapy.cfg").read_text())
    return subprocess.run(
        ["/bin/sh", "-c", command], env=environment(url), capture_output=True, text=True, timeout=120, check=False
    )


@has("systemd-analyze")
def test_systemd_takes_the_service_and_the_timer_and_finds_them_safe(tmp_path):
    program = tmp_path / ".venv" / "bin" / "scrapy"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    for kind in ("service", "timer"):
        text = block(kind).replace("/srv/squeegee", str(tmp_path)).replace("User=squeegee", "User=daemon")
        (tmp_path / f"squeegee.{kind}").write_text(text)
    units = [str(tmp_path / f"squeegee.{kind}") for kind in ("service", "timer")]
    verified = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    if "Failed to" in verified.stderr and "squeegee" not in verified.stderr:
        pytest.skip(f"systemd-analyze cannot work here: {verified.stderr.strip()}")
    security = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", "--threshold=30", units[0]],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "squeegee" not in verified.stderr, verified.stderr
    assert security.returncode == 0, security.stdout + security.stderr


@has("logrotate")
def test_logrotate_takes_its_file(tmp_path):
    (tmp_path / "log").mkdir()
    text = block("logrotate").replace("/srv/squeegee", str(tmp_path)).replace("su squeegee squeegee", "")
    (tmp_path / "conf").write_text(text)

    subprocess.run(["logrotate", "--debug", str(tmp_path / "conf")], check=True, capture_output=True)


def healthy(output: Path):
    check = output.parent / "check"
    check.write_text(block("sh"))
    return subprocess.run(["/bin/sh", str(check), str(output)], capture_output=True, text=True, check=False)


def test_the_health_check_names_sites_without_a_recent_healthy_run(tmp_path):
    output = tmp_path / "output"
    for site in ("good", "old", "never"):
        (output / site / "run").mkdir(parents=True)
        (output / site / ".lock").touch()
        if site != "never":
            (output / site / "run" / "run.json").touch()
            (output / site / "latest").symlink_to("run")
    long_ago = tmp_path.stat().st_mtime - 27 * 3600
    os.utime(output / "old" / "run" / "run.json", (long_ago, long_ago))
    ended = healthy(output)

    assert ended.returncode == 1
    assert ended.stdout.splitlines() == ["no healthy run for 26 hours: never", "no healthy run for 26 hours: old"]


def test_the_health_check_is_silent_when_all_is_well_and_loud_without_sites(tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    assert healthy(output).returncode == 2
    (output / "good" / "run").mkdir(parents=True)
    (output / "good" / ".lock").touch()
    (output / "good" / "run" / "run.json").touch()
    (output / "good" / "latest").symlink_to("run")
    ended = healthy(output)

    assert (ended.returncode, ended.stdout) == (0, "")


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, 75])
def test_every_exit_code_has_its_advice(code):
    assert re.search(rf"^\| {code}\b", RECIPES, re.MULTILINE)
