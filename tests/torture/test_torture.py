"""A short torture; `make torture KILLS=500` is the long one."""

import subprocess
import sys

import pytest

from tests.stand.commands import ROOT


@pytest.mark.e2e
def test_a_few_kills_cost_nothing():
    ended = subprocess.run(
        [sys.executable, "-m", "tests.torture", "5", "1", "15"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "0 lost, 0 doubled, 0 torn, 0 changed; ledger and files agree" in ended.stdout
