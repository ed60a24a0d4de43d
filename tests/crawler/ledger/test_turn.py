"""The turn to judge articles: one process at a time, each in its turn, and none kept out by a dead one."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.ledger import Ledger, LedgerError
from crawler.ledger.turn import Turn

ROOT = Path(__file__).parent.parent.parent.parent
HOLDER = """
import sys
from pathlib import Path
from crawler.ledger.turn import Turn
turn = Turn(Path(sys.argv[1]))
print(turn.take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def turns(tmp_path):
    """Three turns as three processes have them."""
    turns = [Turn(tmp_path) for _ in range(3)]
    yield turns
    for turn in turns:
        turn.close()


@pytest.fixture
def holder(tmp_path):
    """Another process that has the turn."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def test_one_has_the_turn_at_a_time(turns):
    one, other, _ = turns

    assert one.take()
    assert one.take()
    assert not other.take()
    one.give()
    assert other.take()
    assert not one.take()


def test_who_had_it_comes_behind_who_waits(turns):
    one, other, third = turns
    one.take()
    assert not other.take()
    assert not third.take()
    one.give()

    assert not one.take()
    assert not third.take()
    assert other.take()
    other.give()
    assert one.take()


def test_a_process_that_is_killed_keeps_nobody_waiting(tmp_path, holder):
    turn = Turn(tmp_path)
    assert not turn.take()
    holder.kill()
    holder.wait()

    assert turn.take()
    turn.close()


def test_a_process_that_does_not_go_on_is_named(tmp_path, holder, monkeypatch):
    monkeypatch.setattr("crawler.ledger.turn.BUSY_SECONDS", 0.1)
    turn = Turn(tmp_path)
    with pytest.raises(LedgerError, match=f"process {holder.pid} has kept"):
        asyncio.run(turn.come())
    turn.close()


def test_many_who_wait_are_patient_while_turns_pass(turns, monkeypatch):
    monkeypatch.setattr("crawler.ledger.turn.BUSY_SECONDS", 0.2)

    async def judge(turn):
        for _ in range(8):
            await turn.come()
            await asyncio.sleep(0.05)
            turn.give()

    async def all_judge():
        await asyncio.gather(*map(judge, turns))

    asyncio.run(all_judge())


def test_a_commit_passes_the_turn_on_and_so_does_one_that_fails(tmp_path, turns):
    class Full:
        def sync(self):
            raise OSError(28, "No space left on device")

    ledger = Ledger.open(tmp_path / "ledger.sqlite")
    assert ledger.turn.take()
    assert not turns[0].take()
    ledger.commit()
    assert turns[0].take()
    turns[0].give()

    assert ledger.turn.take()
    ledger.participants.append(Full())
    with pytest.raises(OSError, match="No space"):
        ledger.commit()
    assert turns[0].take()
    ledger.close()


def test_a_ledger_that_nobody_crawls_with_has_no_lock(tmp_path):
    ledger = Ledger.open(tmp_path / "ledger.sqlite")
    ledger.commit()
    ledger.close()

    assert [path.name for path in tmp_path.iterdir()] == ["ledger.sqlite"]
