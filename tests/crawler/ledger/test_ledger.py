"""The ledger as a whole: opened once, committed in one piece, refused when something is wrong."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crawler.ledger import Ledger, LedgerError, attach, ledger_of

ROOT = Path(__file__).parent.parent.parent.parent
URL = "http://a.example/1"


def test_a_process_opens_a_file_once(ledger):
    again = Ledger.open(ledger.path)

    assert again is ledger
    again.close()
    assert ledger.urls.waiting("a") == []


def test_a_crawler_finds_its_ledger_and_others_none(ledger):
    class Crawler:
        pass

    crawler = Crawler()
    attach(crawler, ledger)

    assert ledger_of(crawler) is ledger
    assert ledger_of(Crawler()) is None


def test_files_are_synced_before_the_ledger_says_so(ledger):
    class Files:
        def sync(self):
            rows = ledger.database.read("SELECT count(*) FROM urls")
            self.seen = rows[0][0]

    files = Files()
    ledger.participants.append(files)
    ledger.urls.discovered("a", [URL])
    ledger.commit()

    assert files.seen == 0
    assert ledger.database.read("SELECT count(*) FROM urls")[0][0] == 1


def test_after_a_failed_sync_nothing_is_ever_committed(ledger):
    class Full:
        def sync(self):
            raise OSError(28, "No space left on device")

    ledger.participants.append(Full())
    ledger.urls.discovered("a", [URL])
    with pytest.raises(OSError, match="No space"):
        ledger.commit()
    ledger.participants.clear()
    with pytest.raises(LedgerError, match="earlier commit failed"):
        ledger.commit()

    assert ledger.database.read("SELECT count(*) FROM urls")[0][0] == 0


def test_after_storage_has_failed_nothing_waits_long_for_another_process(ledger, monkeypatch):
    monkeypatch.setattr("crawler.ledger.HURRY_SECONDS", 0.1)
    other = sqlite3.connect(ledger.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ledger.give_up(OSError(28, "No space left on device"))
    begin = time.monotonic()
    with pytest.raises(LedgerError, match="locked"):
        ledger.runs.begin("a", "20260101T000000Z", "2026-01-01T00:00:00+00:00")

    assert time.monotonic() - begin < 10
    other.close()


def test_a_store_that_fails_takes_the_whole_commit_back(ledger):
    ledger.urls.discovered("a", [URL])
    ledger.runs.begin("a", "20260101T000000Z", "2026-01-01T00:00:00+00:00")
    ledger.runs.wrote("a", "20260101T000000Z", {"x": 1}, {"bad": object()})
    with pytest.raises(TypeError):
        ledger.commit()

    assert ledger.database.read("SELECT count(*) FROM urls")[0][0] == 0


def test_a_ledger_that_is_deleted_while_it_is_written_says_so(ledger):
    ledger.urls.discovered("a", [URL])
    ledger.commit()
    ledger.path.unlink()
    ledger.urls.rejected("a", URL)
    with pytest.raises(LedgerError, match="has been deleted"):
        ledger.commit()


def test_a_file_that_is_no_ledger_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"something else entirely, and long enough to be looked at" * 100)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a database"):
        Ledger.open(path)

    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "ledger.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(LedgerError, match="newer version"):
        Ledger.open(path)


def test_ten_processes_write_one_ledger(tmp_path):
    path = tmp_path / "ledger.sqlite"
    code = """
import sys
from pathlib import Path
from crawler.ledger import Ledger
ledger = Ledger.open(Path(sys.argv[1]))
for number in range(20):
    ledger.urls.discovered(sys.argv[2], [f"http://{sys.argv[2]}.example/{number}"])
    ledger.commit()
ledger.close()
"""
    processes = [
        subprocess.Popen([sys.executable, "-W", "error", "-c", code, str(path), f"s{number}"], cwd=ROOT)
        for number in range(10)
    ]

    assert [process.wait(60) for process in processes] == [0] * 10
    ledger = Ledger.open(path)
    assert [len(ledger.urls.waiting(f"s{number}")) for number in range(10)] == [20] * 10
    ledger.close()


def test_space_of_what_expired_is_given_back(ledger):
    ledger.urls.discovered("a", [f"http://a.example/{number}" for number in range(20_000)])
    for number in range(20_000):
        ledger.urls.rejected("a", f"http://a.example/{number}")
    ledger.commit()
    before = ledger.size()
    assert ledger.expired() == 0
    ledger.expire(4e9)

    assert ledger.expired() == 4e9
    assert ledger.size() < before / 10
