"""A power cut at every moment of a run: what was not synced may be lost, in part, and the later kept without the earlier.

The calls of real runs are recorded and played on a disk that loses power (`tests.stand.disk`). From what it leaves, the
next run must bring about exactly what an undisturbed run left.
"""

import os
import random
import shutil
import sys
from hashlib import blake2b

import pytest

from tests.stand.calls import STRACE, call_of, recorded, replay
from tests.stand.commands import ROOT, environment
from tests.stand.disk import Disk, losses
from tests.stand.runs import crawl, outcome

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not here")


@pytest.fixture(params=["", "gz"], ids=["plain", "compressed"])
def compression(request):
    return request.param


@pytest.fixture
def quick(monkeypatch):
    """Let the runs of this process not wait for the disk."""
    monkeypatch.setattr(os, "fsync", lambda fd: None)
    monkeypatch.setattr("crawler.ledger.database.SYNC", "OFF")


def calls_of_a_run(folder, compression):
    """Record a run in a folder; gives its calls."""
    command = [sys.executable, "-m", "tests.stand.runs", str(folder / "output"), compression]
    return recorded([command], folder.with_suffix(".calls"), ROOT, environment(""))


def contents(folder):
    """Give all that is in a folder, without what SQLite makes anew."""
    paths = sorted(path for path in folder.rglob("*") if not path.name.endswith("-shm"))
    return {
        str(path.relative_to(folder)): path.readlink() if path.is_symlink() else path.is_file() and path.read_bytes()
        for path in paths
    }


def undisturbed(output, compression):
    crawl(output, compression=compression)
    return outcome(output)


class Cuts:
    """Power cuts of one disk, each state of it taken once."""

    def __init__(self, disk, folder, wanted, compression):
        self.disk, self.folder, self.wanted, self.compression = disk, folder, wanted, compression
        self.dice = random.Random(1)
        self.done = set()

    def at(self, moment, number):
        """Cut the power in so many ways, and let the next run make it good."""
        for keeps in losses(self.dice, number):
            place = self.folder / "after"
            self.disk.cut(place, keeps)
            digest = blake2b(repr(contents(place)).encode()).digest()
            if digest not in self.done:
                self.done.add(digest)
                crawl(place / "output", compression=self.compression)
                assert outcome(place / "output") == self.wanted, moment
            shutil.rmtree(place)


def record(tmp_path, name, compression, disk=None):
    """Record a run, on what a disk has if one is given; gives its calls and the disk as it was before."""
    folder = tmp_path / name
    if disk is None:
        folder.mkdir()
        disk = Disk(folder)
    else:
        disk.seen(folder)
        disk.restarted()
        disk.place = folder
    return calls_of_a_run(folder, compression), disk


def test_a_power_cut_at_any_moment_is_made_good_by_the_next_run(tmp_path, quick, compression):
    calls, disk = record(tmp_path, "whole", compression)
    wanted = undisturbed(tmp_path / "undisturbed", compression)
    cuts = Cuts(disk, tmp_path, wanted, compression)
    for moment in replay(disk, calls):
        cuts.at(moment, 2)
    disk.seen(tmp_path / "seen")

    assert contents(tmp_path / "seen") == contents(tmp_path / "whole"), "a call was not understood"


def test_a_power_cut_after_a_kill_is_made_good_too(tmp_path, quick, compression):
    calls, disk = record(tmp_path, "whole", compression)
    wanted = undisturbed(tmp_path / "undisturbed", compression)
    # Killed right after it gave something a name: the next run finds that there, and it is not yet on the disk.
    kills = [moment for moment in replay(disk, calls) if call_of(calls[moment]).startswith(("rename", "mkdir"))]
    for kill in kills:
        killed = Disk(tmp_path / "whole")
        for _ in replay(killed, calls[: kill + 1]):
            pass
        again, _ = record(tmp_path, f"killed{kill}", compression, killed)
        cuts = Cuts(killed, tmp_path, wanted, compression)
        for moment in replay(killed, again):
            if call_of(again[moment]) in {"fsync", "fdatasync"}:  # nothing else changes what is safe
                cuts.at((kill, moment), 1)
    assert len(kills) > 4
