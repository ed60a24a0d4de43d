"""The ledger as those see it who only read: without waiting for a writer, and where nothing can be written."""

import os
import shutil
import sqlite3
import tempfile
import time
from pathlib import Path

import pytest

from crawler.ledger import NAME, Ledger, LedgerError

NOBODY = 65_534


def filled(path):
    ledger = Ledger.open(path)
    ledger.template.say("alpha", "Back to top", "pinned")
    ledger.commit()
    ledger.close()


def pinned(path):
    ledger = Ledger.look(path)
    try:
        return ledger.template.said("alpha", "pinned")
    finally:
        ledger.close()


@pytest.fixture
def closed():
    """A folder with a ledger in which this process cannot write; root can everywhere, so it steps back."""
    folder = Path(tempfile.mkdtemp(prefix="squeegee-closed-"))
    filled(folder / NAME)
    (folder / NAME).chmod(0o444)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_ledger_is_read_where_nothing_can_be_written(closed):
    with pytest.raises(LedgerError):
        Ledger.open(closed / NAME)

    assert pinned(closed / NAME) == ("Back to top",)
    assert [path.name for path in closed.iterdir()] == [NAME]


def test_a_reader_waits_for_no_writer_and_sees_what_is_committed(tmp_path):
    filled(tmp_path / NAME)
    writer = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM template_said")
    began = time.monotonic()

    assert pinned(tmp_path / NAME) == ("Back to top",)
    assert time.monotonic() - began < 5
    writer.execute("COMMIT")
    assert pinned(tmp_path / NAME) == ()
    writer.close()


def test_a_reader_makes_no_ledger(tmp_path):
    with pytest.raises(LedgerError, match="cannot open the ledger"):
        Ledger.look(tmp_path / NAME)

    assert not list(tmp_path.iterdir())


def test_a_reader_closes_nothing_of_a_writer_in_the_same_process(tmp_path):
    ledger = Ledger.open(tmp_path / NAME)
    Ledger.look(tmp_path / NAME).close()

    assert Ledger.open(tmp_path / NAME) is ledger
    ledger.close()
    ledger.close()
