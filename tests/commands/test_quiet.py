"""What is printed when nothing is wrong: what was asked for, and nothing else."""

import subprocess
import sys

import pytest

from tests.stand.commands import ROOT, environment, scrapy
from tests.stand.server import Stand

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def stand():
    with Stand(3) as stand:
        yield stand


def clean(*arguments):
    command = [sys.executable, "-m", "scrapy.cmdline", "clean", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment(""), capture_output=True, text=True, timeout=60, check=False
    )


def test_a_page_that_is_cleaned_from_its_url_comes_without_a_log(stand):
    done = clean(f"{stand.url}/plain0/1.html")

    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_the_log_is_there_for_those_who_ask_for_it(stand):
    assert "Spider opened" in clean("-L", "INFO", f"{stand.url}/plain0/1.html").stderr


def test_a_healthy_crawl_says_nothing_where_only_warnings_are_asked_for(stand, tmp_path):
    ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url, LOG_LEVEL="WARNING")

    assert (ended.code, ended.log) == (0, "")
