"""What is wrong with a command line, and a command that is stopped before it runs: the exit code, and one line."""

import signal
import subprocess
import sys

import pytest

from tests.stand.commands import ROOT, environment

LOADING = """
import sys
from scrapy.cmdline import execute

class Interrupted:
    def find_spec(self, name, path=None, target=None):
        if name == "crawler.commands.audit":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupted())
execute(["scrapy", "list"])
"""


@pytest.mark.parametrize(
    "words", ["audit", "replay", "corpus", "report", "ledger check", "ledger repair", "record --url http://a.example/1"]
)
@pytest.mark.parametrize("name", ["nowhere", "n" * 300])
def test_a_path_that_does_not_exist_is_wrong_usage(tmp_path, scrapy_command, words, name):
    done = scrapy_command(*words.split(), tmp_path / name)

    assert (done.code, done.out) == (2, "")
    assert done.err.rstrip().endswith(f"{tmp_path / name} does not exist")
    assert not list(tmp_path.iterdir())


def test_an_interrupt_while_modules_are_loading_leaves_no_traceback():
    done = subprocess.run(
        [sys.executable, "-c", LOADING],
        cwd=ROOT,
        env=environment(""),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stderr) == (-signal.SIGINT, "stopped\n")
