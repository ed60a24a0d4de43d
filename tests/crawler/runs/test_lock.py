"""One run of a site at a time."""

import os
import signal
import subprocess
import sys

import pytest

from crawler.runs.lock import LockHeldError, SiteLock, is_held
from tests.stand.commands import ROOT

HOLDER = "import sys, time; from pathlib import Path; from crawler.runs.lock import SiteLock; \
lock = SiteLock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "a")], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_run_is_told_who_holds_the_lock(tmp_path, holder):
    with pytest.raises(LockHeldError, match=rf"site a is being crawled by process {holder.pid} since 20\d\d-"):
        SiteLock(tmp_path / "a")

    assert is_held(tmp_path / "a")


def test_another_site_is_free(tmp_path, holder):
    SiteLock(tmp_path / "b").release()


def test_the_lock_is_free_as_soon_as_its_holder_is_killed(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()

    assert not is_held(tmp_path / "a")
    SiteLock(tmp_path / "a").release()


def test_a_process_cannot_take_a_lock_twice(tmp_path):
    lock = SiteLock(tmp_path / "a")
    with pytest.raises(LockHeldError, match=f"process {os.getpid()}"):
        SiteLock(tmp_path / "a")
    lock.release()
    lock.release()

    SiteLock(tmp_path / "a").release()


def test_a_site_without_a_folder_is_not_locked(tmp_path):
    assert not is_held(tmp_path / "nowhere")
