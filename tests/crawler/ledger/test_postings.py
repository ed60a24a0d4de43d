"""The inverted index: it answers as a dictionary would, whatever was merged, committed or undone."""

import random
from collections import Counter, defaultdict

import numpy as np
import pytest

from crawler.ledger import postings as module
from crawler.ledger.blocks import KEY_BITS, articles_in, pack, post, unpack
from crawler.ledger.database import Database, LedgerError
from crawler.ledger.postings import MOST_ARTICLES, PostingsIndex, schema_of


def opened(path):
    index = PostingsIndex(Database(path), "postings")
    with index.database.transaction() as connection:
        for statement in schema_of("postings").split(";"):
            connection.execute(statement)
    index.refresh()
    return index


@pytest.fixture
def index(tmp_path):
    index = opened(tmp_path / "ledger.sqlite")
    yield index
    index.database.close()


@pytest.fixture
def small(monkeypatch):
    """Make levels so small that a few hundred articles reach the third."""
    monkeypatch.setattr(module, "RECENT_MOST", 200)
    monkeypatch.setattr(module, "FIRST_CAPACITY_BITS", 9)
    monkeypatch.setattr(module, "GROWTH_BITS", 2)
    monkeypatch.setattr(module, "ROW_BITS", 3)
    monkeypatch.setattr(module, "PARTS_BITS", 4)


def commit(index):
    with index.database.transaction() as connection:
        index.flush(connection)
    index.settled()


def keys(*values):
    return np.array(sorted(values), dtype=np.uint64)


def look(index, *values):
    return Counter(index.lookup(keys(*values)).tolist())


def test_it_answers_like_a_dictionary_whatever_was_merged(index, small, tmp_path):
    dice = random.Random(7)
    expected = defaultdict(list)
    others = opened(tmp_path / "ledger.sqlite")
    for number in range(1, 401):
        some = {dice.randrange(1 << KEY_BITS) for _ in range(8)} | set(
            dice.sample(sorted(expected), min(4, len(expected)))
        )
        assert look(index, *some) == Counter(one for key in some for one in expected[key])
        index.add(number, keys(*some))
        for key in some:
            expected[key].append(number)
        if number % 7 == 0:
            commit(index)
    commit(index)
    others.refresh()
    some = dice.sample(sorted(expected), 50)

    assert len(index._levels) >= 2
    assert look(index, *some) == look(others, *some) == Counter(one for key in some for one in expected[key])
    others.database.close()


def test_a_key_of_very_many_articles_says_nothing_and_takes_no_room(index, small):
    for number in range(1, MOST_ARTICLES * 3):
        index.add(number, keys(5, 1000 + number))
        if number % 20 == 0:
            commit(index)
    commit(index)

    assert look(index, 5, 1001) == {1: 1}
    (stored,) = index.database.read("SELECT sum(postings) FROM postings_levels")[0]
    assert stored < MOST_ARTICLES * 4 + 1000


def test_what_was_not_committed_is_not_there_for_others(index, tmp_path):
    index.add(1, keys(10, 11))
    others = opened(tmp_path / "ledger.sqlite")
    assert not look(others, 10)

    commit(index)
    others.refresh()
    assert look(others, 10, 11) == {1: 2}
    others.database.close()


def spoilt(index, connection):
    index.flush(connection)
    connection.execute("SELECT no_such_column FROM postings")


def test_a_failed_commit_leaves_everything_as_it_was(index, small):
    for number in range(1, 60):
        index.add(number, keys(number, number + 1, number + 2, number + 3))
    commit(index)
    before = index.database.read("SELECT * FROM postings") + index.database.read("SELECT * FROM postings_recent")
    for number in range(60, 120):
        index.add(number, keys(number, number + 1, number + 2, number + 3))
    with pytest.raises(LedgerError), index.database.transaction() as connection:
        spoilt(index, connection)

    after = index.database.read("SELECT * FROM postings") + index.database.read("SELECT * FROM postings_recent")
    assert after == before


def test_forgotten_articles_go_as_levels_are_merged(index, small):
    for number in range(1, 100):
        index.add(number, keys(number, 1000 + number, 2000 + number))
    commit(index)
    index.oldest = 90
    for number in range(100, 200):
        index.add(number, keys(number, 1000 + number, 2000 + number))
    commit(index)

    assert not look(index, 5)
    assert look(index, 95) == {95: 1}


@pytest.mark.parametrize(("bits", "number"), [(16, 3), (16, 1 << 25), (24, 3), (24, 1 << 25)])
def test_a_block_gives_back_what_was_packed(bits, number):
    upper = 5
    some = keys(*((upper << bits) + low for low in (0, 7, (1 << bits) - 1)))
    postings = np.sort(np.concatenate([post(some, number), post(some[:1], number + 1)]))
    block = pack(postings, bits)

    assert np.array_equal(unpack(block, upper, bits), postings)
    assert articles_in(block, 0).tolist() == [number, number + 1]
    assert articles_in(block, 7).tolist() == [number]
    assert articles_in(block, 8).size == 0
