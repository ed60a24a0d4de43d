"""A run that is killed, or refused by the disk, at every single point where something is written.

The points are counted in an undisturbed run; then one run is disturbed at each of them, and the next one must bring
about exactly what the undisturbed run left.
"""

import gzip
import os
import sqlite3
import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from crawler.archive import FILE_NAME
from crawler.ledger import Ledger
from crawler.ledger.database import Database
from crawler.runs.folder import SiteFolder, read_report
from crawler.runs.history import LEAP_SECONDS, sober_now
from crawler.runs.lock import LockHeldError
from crawler.runs.run import Run
from crawler.runs.verdict import STORAGE
from tests.stand.runs import SITE, archive, article, crawl, outcome, read, settings

POINTS = ("write", "fsync", "replace", "ftruncate", "open", "mkdir", "symlink", "unlink")
"""Functions of `os` that change a disk; pathlib goes through them too."""


DATABASES = []
"""Connections that are open, for the death of a process closes them."""


class Killed(BaseException):
    """The process ends here: nobody may catch this."""


def die():
    """Do what the system does when a process dies: close everything, commit nothing."""
    for ledger in Ledger._open.values():
        for participant in ledger.participants:
            participant.writer.close()
            participant.lock.release()
    Ledger._open.clear()
    while DATABASES:
        DATABASES.pop().close()
    for fd in list(Path("/proc/self/fd").iterdir()):
        with suppress(OSError):
            if fd.readlink().name == ".lock":
                os.close(int(fd.name))


@pytest.fixture
def points(monkeypatch):
    """Count the writes, and raise at those for which `when` says so."""

    class Points:
        count = 0
        error: BaseException | None = None
        first = last = -1

        def pass_one(self):
            self.count += 1
            if self.error is not None and self.first <= self.count <= self.last:
                raise self.error

        def arm(self, error, first, last=10**9):
            self.count, self.error, self.first, self.last = 0, error, first, last

    state = Points()
    for name in POINTS:
        # Whether the disk turns is not seen from here, and costs most of the time.
        real = (lambda fd: None) if name == "fsync" else getattr(os, name)

        def disturbed(*values, real=real, **more):
            state.pass_one()
            return real(*values, **more)

        monkeypatch.setattr(os, name, disturbed)
    connect = sqlite3.connect

    def connected(*values, **more):
        connection = connect(*values, **more)
        DATABASES.append(connection)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connected)
    monkeypatch.setattr("crawler.ledger.database.SYNC", "OFF")
    commit = Database._commit

    def disturbed_commit(database):
        try:
            state.pass_one()
        except OSError as error:
            database.connection.execute("ROLLBACK")
            raise sqlite3.OperationalError("database or disk is full") from error
        commit(database)
        state.pass_one()

    monkeypatch.setattr(Database, "_commit", disturbed_commit)
    return state


@pytest.fixture(params=["", "gz"], ids=["plain", "compressed"])
def compression(request):
    return request.param


def undisturbed(tmp_path, compression, points):
    crawl(tmp_path / "whole", compression=compression)
    number = points.count
    return outcome(tmp_path / "whole"), number


def test_a_run_killed_at_any_write_is_made_good_by_the_next(tmp_path, points, compression):
    wanted, number = undisturbed(tmp_path, compression, points)
    assert number > 60
    for point in range(1, number + 1):
        output = tmp_path / f"killed{point}"
        points.arm(Killed(), point)
        with pytest.raises(Killed):
            crawl(output, compression=compression)
        points.arm(None, 0)
        die()
        crawl(output, compression=compression)

        assert outcome(output) == wanted, point


def test_a_run_killed_while_it_compresses_is_made_good_by_one_that_does_not(tmp_path, points):
    wanted, number = undisturbed(tmp_path, "gz", points)
    for point in range(number // 2, number + 1):
        output = tmp_path / f"killed{point}"
        points.arm(Killed(), point)
        with pytest.raises(Killed):
            crawl(output, compression="gz")
        points.arm(None, 0)
        die()
        crawl(output)

        assert outcome(output) == wanted, point


def test_a_recovery_killed_at_any_write_is_made_good_by_the_next(tmp_path, points, compression):
    wanted, number = undisturbed(tmp_path, compression, points)
    # Killed early, while it writes, and twice while it seals; then the next one at every third write.
    for first in (25, number // 2, number - 12, number - 3):
        for point in range(1 + first % 3, number, 3):
            output = tmp_path / f"killed{first}-{point}"
            points.arm(Killed(), first)
            with pytest.raises(Killed):
                crawl(output, compression=compression)
            die()
            points.arm(Killed(), point)
            try:
                crawl(output, compression=compression)
            except Killed:
                die()
            points.arm(None, 0)
            crawl(output, compression=compression)

            assert outcome(output) == wanted, (first, point)


@pytest.mark.parametrize("forever", [True, False], ids=["from then on", "once"])
def test_a_disk_that_refuses_any_write_costs_nothing_that_was_committed(tmp_path, points, compression, forever):
    wanted, number = undisturbed(tmp_path, compression, points)
    failures = 0
    for point in range(1, number + 1):
        output = tmp_path / f"full{point}"
        points.arm(OSError(28, "No space left on device"), point, 10**9 if forever else point)
        try:
            verdict = crawl(output, compression=compression)
        except Exception:  # noqa: BLE001 - the run could not begin; whatever it was, the next one can
            verdict = None
            die()
        else:
            failures += verdict.exit_code == STORAGE
        points.arm(None, 0)
        crawl(output, compression=compression)

        assert outcome(output) == wanted, point
    assert failures > 20


def test_a_failed_storage_says_so_in_the_verdict_and_in_run_json(tmp_path, points):
    points.arm(None, 0)
    run = Run(SITE, settings(tmp_path))
    run.begin()
    for number in range(3):
        run.store(article(number))
    run.commit_if_due()
    points.arm(OSError(28, "No space left on device"), 1, 1)
    run.store(article(5))
    verdict = run.close("finished")

    report = read_report(tmp_path / SITE / run.name)
    assert verdict.exit_code == report["exit_code"] == STORAGE
    assert "No space left on device" in verdict.sentence
    assert report["counts"]["stored"] == 3
    assert not (tmp_path / SITE / "latest").exists()


def test_a_killed_run_is_sealed_and_says_so(tmp_path):
    run = Run(SITE, settings(tmp_path))
    run.begin()
    run.ledger.urls.discovered(SITE, [article(number).url for number in range(7)])
    for number in range(5):
        run.store(article(number))
        run.commit_if_due()
    die()
    crawl(tmp_path)

    report = read_report(tmp_path / SITE / run.name)
    assert report["finish_reason"] == "interrupted"
    assert report["exit_code"] == 3
    assert (report["counts"]["stored"], report["counts"]["waiting"]) == (3, 4)
    assert "killed" in report["verdict"]
    assert (tmp_path / SITE / "latest").readlink().name > run.name


def test_committed_lines_that_are_gone_are_not_passed_over_in_silence(tmp_path):
    run = Run(SITE, settings(tmp_path))
    run.begin()
    for number in range(3):
        run.store(article(number))
    run.commit()
    die()
    (run.path / "articles.jsonl").write_bytes(b"")
    crawl(tmp_path)

    assert "articles.jsonl lacks" in read_report(run.path)["verdict"]


def test_an_archive_that_was_never_committed_is_cut_away(tmp_path):
    run = Run(SITE, settings(tmp_path))
    run.begin()
    archive(run, article(1))
    with (run.path / FILE_NAME).open("ab") as file:
        file.write(gzip.compress(b"torn")[:-9])
    die()
    crawl(tmp_path)

    assert (run.path / FILE_NAME).read_bytes() == b""


def test_a_run_of_which_the_ledger_knows_nothing_keeps_its_whole_lines(tmp_path, caplog):
    run = Run(SITE, settings(tmp_path))
    run.begin()
    assert "ledger repair" not in caplog.text
    for number in range(3):
        run.store(article(number))
    run.commit()
    die()
    archive(run, article(1))
    with (run.path / "articles.jsonl").open("ab") as file, (run.path / FILE_NAME).open("ab") as pages:
        file.write(b'{"id": "torn')
        pages.write(gzip.compress(b"torn")[:-9])
    for path in tmp_path.glob("ledger.sqlite*"):
        path.unlink()
    crawl(tmp_path, numbers=range(5, 9))

    assert "ledger repair" in caplog.text
    report = read_report(run.path)
    assert (report["finish_reason"], report["counts"]["stored"]) == ("interrupted", 3)
    assert len(read(run.path, "articles")) == 3
    assert gzip.decompress((run.path / FILE_NAME).read_bytes())


@pytest.mark.parametrize(
    "line", ["[]", "5", '"x"', "null", "{}", '{"stage": [], "reason": {}}', "[" * 100_000, "\0" * 9]
)
def test_a_left_run_whose_lines_are_damaged_is_sealed_and_keeps_no_other_from_starting(tmp_path, line):
    crawl(tmp_path)
    left = tmp_path / SITE / "20200101T000000Z"
    left.mkdir()
    for door in ("rejected", "failed", "trail"):
        (left / f"{door}.jsonl").write_text(f"{line}\n", encoding="utf-8")

    assert crawl(tmp_path).exit_code == 0
    assert "a committed line cannot be read" in read_report(left)["verdict"]


def test_an_article_that_changed_is_stored_as_a_version_of_the_old_one(tmp_path):
    first = Run(SITE, settings(tmp_path))
    first.begin()
    first.store(article(1))
    first.close("finished")
    changed = article(1)
    changed.paragraphs[0] += " And more."
    second = Run(SITE, settings(tmp_path))
    second.begin()
    assert (second.is_unchanged(article(1)), second.is_unchanged(changed)) == (True, False)
    second.store(changed)
    second.close("finished")

    (line,) = read(second.path, "articles")
    assert (line["version"], line["previous_run"]) == (2, first.name)


def test_a_clock_that_goes_years_ahead_for_one_run_makes_nothing_old(tmp_path, monkeypatch):
    crawl(tmp_path)
    ahead = time.time() + 4e8
    monkeypatch.setattr("crawler.runs.history.time", SimpleNamespace(time=lambda: ahead))
    ledger = Ledger.open(tmp_path / "ledger.sqlite")
    (run,) = SiteFolder(output=tmp_path, site=SITE).runs()
    seen = sober_now(ledger, SITE), sober_now(ledger, SITE, run), sober_now(ledger, "other")
    ledger.close()

    assert seen[0] < time.time() + LEAP_SECONDS + 60
    assert seen[1:] == (ahead, ahead)


def test_urls_may_be_kept_for_more_days_than_there_were(tmp_path):
    run = Run(SITE, replace(settings(tmp_path), expire_days=999_999))
    run.begin()
    run.counts.pages = 1
    run.store(article(0))

    assert run.close("finished").exit_code == 0


def test_runs_that_start_within_a_second_have_names_of_their_own(tmp_path):
    for _ in range(3):
        crawl(tmp_path)

    assert len(SiteFolder(output=tmp_path, site=SITE).runs()) == 3


def test_latest_moves_to_the_run_that_ended_last_also_when_the_clock_was_set_back(tmp_path):
    ahead = Run(SITE, settings(tmp_path), lambda: datetime(2099, 1, 1, tzinfo=UTC))
    ahead.begin()
    ahead.counts.pages = 1
    ahead.store(article(0))
    ahead.close("finished")
    assert (tmp_path / SITE / "latest").readlink().name == "20990101T000000Z"
    crawl(tmp_path)

    assert (tmp_path / SITE / "latest").readlink().name == SiteFolder(output=tmp_path, site=SITE).runs()[0]


def test_a_folder_in_the_place_of_latest_goes_aside(tmp_path, caplog):
    (tmp_path / SITE / "latest").mkdir(parents=True)
    (tmp_path / SITE / "latest" / "articles.jsonl").write_text("{}\n", encoding="utf-8")
    crawl(tmp_path)

    [run] = SiteFolder(output=tmp_path, site=SITE).runs()
    assert (tmp_path / SITE / "latest").readlink().name == run
    assert (tmp_path / SITE / f"latest-before-{run}" / "articles.jsonl").exists()
    assert f"it is called latest-before-{run} now" in caplog.text


def test_a_run_holds_the_lock_of_its_site_until_it_is_closed(tmp_path):
    run = Run(SITE, settings(tmp_path))
    with pytest.raises(LockHeldError):
        Run(SITE, settings(tmp_path))
    run.abandon()
    Run(SITE, settings(tmp_path)).abandon()


@pytest.mark.parametrize("name", ["../x", ".x", "a/b", ""])
def test_a_site_whose_name_is_no_folder_is_refused(tmp_path, name):
    with pytest.raises(ValueError, match="name of a site"):
        Run(name, settings(tmp_path))

    assert not list(tmp_path.parent.glob("x"))
