"""The ledger's memory of what sites do to their pages."""

import pytest

from crawler.ledger import Ledger

WORDS = {("keywords", "月光橙汁"), ("stems", "月光")}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.sqlite"


def test_habits_are_known_before_they_are_committed_and_after_a_restart(path):
    ledger = Ledger(path)
    ledger.habits.saw("a", WORDS, "2025-03-01")

    assert ledger.habits.known("a", "2025-03-01") == WORDS
    assert ledger.habits.known("b", "2025-03-01") == set()

    ledger.commit()
    ledger.close()
    again = Ledger(path)

    assert again.habits.known("a", "2025-03-02") == WORDS
    again.close()


def test_a_habit_that_no_batch_shows_any_more_is_forgotten(path):
    ledger = Ledger(path)
    ledger.habits.saw("a", WORDS, "2025-01-01")
    ledger.commit()
    ledger.habits.saw("a", {("stems", "月光")}, "2025-06-01")
    ledger.commit()

    assert ledger.habits.known("a", "2025-06-02") == {("stems", "月光")}

    ledger.expire(1_767_225_600)  # 2026-01-01

    assert ledger.habits.known("a", "2025-06-02") == set()
    ledger.close()
