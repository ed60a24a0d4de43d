"""The history of runs."""

import pytest

from crawler.ledger import Ledger
from crawler.ledger.runs import RunRecord

START = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def runs(tmp_path):
    ledger = Ledger.open(tmp_path / "ledger.sqlite")
    ledger.runs.commit = ledger.commit
    yield ledger.runs
    ledger.close()


def test_a_run_is_open_from_its_first_moment_to_its_end(runs):
    runs.begin("a", "r1", START)
    assert [record.run for record in runs.open_runs("a")] == ["r1"]
    runs.end(RunRecord(site="a", run="r1", start=START, open=False, end=START, exit_code=0, counts={"stored": 3}))

    assert runs.open_runs("a") == []
    assert runs.history("a")[0].counts == {"stored": 3}
    assert runs.sites() == ["a"]


def test_committed_lengths_are_those_of_the_last_commit(runs):
    runs.begin("a", "r1", START)
    runs.wrote("a", "r1", {"articles.jsonl": 10}, {"pages": 1})
    runs.commit()
    runs.wrote("a", "r1", {"articles.jsonl": 20}, {"pages": 2})

    record = runs.record("a", "r1")
    assert (record.lengths, record.counts) == ({"articles.jsonl": 10}, {"pages": 1})


def test_only_the_last_runs_of_a_site_are_remembered(runs, monkeypatch):
    monkeypatch.setattr("crawler.ledger.runs.KEPT", 3)
    for number in range(5):
        runs.end(RunRecord(site="a", run=f"r{number}", start=START, open=False, exit_code=0))
    runs.end(RunRecord(site="b", run="r0", start=START, open=False, exit_code=0))
    with runs.database.transaction() as connection:
        runs.expire(connection, 0.0)

    assert [record.run for record in runs.history("a")] == ["r4", "r3", "r2"]
    assert len(runs.history("b")) == 1


def test_a_run_under_a_clock_that_went_ahead_is_not_the_newest(runs):
    for run, start in (("r1", START), ("r9", "9026-01-01T00:00:00+00:00"), ("r2", START)):
        runs.end(RunRecord(site="a", run=run, start=start, open=False, exit_code=0))

    assert [record.run for record in runs.history("a")] == ["r2", "r1", "r9"]


def test_history_is_the_newest_first_and_bounded(runs):
    for number in range(5):
        runs.end(RunRecord(site="a", run=f"r{number}", start=START, open=False, exit_code=0))

    assert [record.run for record in runs.history("a", 2)] == ["r4", "r3"]
