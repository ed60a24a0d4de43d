"""The store of URLs: what waits, what is finished, and what a commit or its failure leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.known import Listing
from crawler.ledger import Ledger
from crawler.ledger.urls import MOST_TRIES, SEEN_SECONDS

A, B, C = (f"http://a.example/{name}.html" for name in "abc")
HOUR, DAY = 3_600.0, 86_400.0


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def ledger(ledger):
    """Give an empty ledger whose clock the test turns."""
    ledger.urls.clock = Clock()
    return ledger


def test_a_discovered_url_waits_until_it_leaves_by_a_door(ledger, settle):
    ledger.urls.discovered("a", [B, A, C])
    settle()
    ledger.urls.stored("a", A, run="r", digest=b"1")
    ledger.urls.rejected("a", B)
    settle()

    assert ledger.urls.waiting("a") == [C]
    assert [ledger.urls.is_finished(url) for url in (A, B, C)] == [True, True, False]


def test_waiting_urls_come_sorted_and_in_portions(ledger, settle):
    urls = [f"http://a.example/{number:03}" for number in range(50)]
    ledger.urls.discovered("a", reversed(urls))
    settle()
    ledger.urls.stored("a", urls[3], run="r", digest=b"")

    assert ledger.urls.waiting("a", limit=5) == [*urls[:3], *urls[4:6]]
    assert ledger.urls.waiting("a", after=urls[5], limit=2) == urls[6:8]


def test_sites_do_not_see_each_others_urls(ledger, settle):
    ledger.urls.discovered("a", [A])
    settle()

    assert ledger.urls.waiting("b") == []


def test_a_failed_url_waits_again_until_it_failed_too_often(ledger, settle):
    for _ in range(MOST_TRIES):
        assert not ledger.urls.is_finished(A)
        ledger.urls.failed("a", A, final=False)
        settle()

    assert ledger.urls.is_finished(A)


def test_a_url_that_failed_for_good_is_finished(ledger, settle):
    ledger.urls.failed("a", A, final=True)
    settle()

    assert ledger.urls.is_finished(A)


def test_a_stored_article_stays_stored_when_a_later_look_fails(ledger, settle):
    ledger.urls.stored("a", A, run="r", digest=b"1")
    settle()
    ledger.urls.failed("a", A, final=True)
    ledger.urls.rejected("a", A)
    settle()

    known = ledger.urls.known(A)
    assert (known.outcome, known.version, known.digest) == ("stored", 1, b"1")


def test_versions_are_counted(ledger, settle):
    ledger.urls.stored("a", A, run="r1", digest=b"1")
    settle()
    ledger.urls.stored("a", A, run="r2", digest=b"2")
    settle()

    known = ledger.urls.known(A)
    assert (known.run, known.version, known.digest) == ("r2", 2, b"2")


def test_recent_articles_are_due_for_another_look(ledger, settle):
    clock = ledger.urls.clock
    ledger.urls.stored("a", A, run="r", digest=b"")
    ledger.urls.rejected("a", B)
    settle()
    ledger.commit()

    assert ledger.urls.due("a", days=2, hours=6) == []
    clock.now += 7 * HOUR
    assert ledger.urls.due("a", days=2, hours=6) == [A]
    ledger.urls.rejected("a", A)
    settle()
    assert ledger.urls.due("a", days=2, hours=6) == []
    clock.now += 3 * DAY
    assert ledger.urls.due("a", days=2, hours=6) == []


def test_what_was_looked_at_under_a_clock_that_went_ahead_is_due(ledger, settle):
    clock = ledger.urls.clock
    ledger.urls.stored("a", A, run="r1", digest=b"")
    ledger.urls.failed("a", B, final=True, run="r1")
    ledger.commit()
    clock.now += 4000 * DAY
    ledger.urls.stored("a", A, run="r2", digest=b"")
    ledger.urls.failed("a", B, final=True, run="r2")
    ledger.urls.stored("a", C, run="r2", digest=b"")
    ledger.commit()
    clock.now -= 3999 * DAY

    assert ledger.urls.due("a", days=2, hours=6) == [A, B]
    assert ledger.urls.again("a", hours=[0, 6], until="r2") == [B]


def test_refused_copies_are_due_like_articles_and_stay_copies_whatever_a_look_gives(ledger, settle):
    ledger.urls.rejected("a", A, copy=True)
    settle()
    for look in (
        lambda: ledger.urls.rejected("a", A, passing=True),
        lambda: ledger.urls.failed("a", A, final=True),
        lambda: ledger.urls.failed("a", A, final=False),
    ):
        ledger.urls.clock.now += 7 * HOUR
        ledger.commit()
        assert ledger.urls.due("a", days=2, hours=6) == [A]
        look()
        settle()
        assert ledger.urls.due("a", days=2, hours=6) == ledger.urls.waiting("a") == []
    ledger.urls.stored("a", A, run="r", digest=b"1")
    settle()

    assert (ledger.urls.known(A).outcome, ledger.urls.known(A).version) == ("stored", 1)


def test_a_url_that_another_process_finished_meanwhile_stays_finished(ledger):
    other = Ledger(ledger.path)
    ledger.urls.discovered("a", [A, B, C])
    other.urls.discovered("b", [A, B])
    other.urls.stored("b", A, run="r", digest=b"1")
    other.urls.rejected("b", B, copy=True)
    other.commit()
    known = ledger.urls.known(A)
    finished = ledger.urls.is_finished(B)
    ledger.commit()

    assert finished
    assert (known.outcome, known.version, known.digest) == ("stored", 1, b"1")
    assert (ledger.urls.known(A), ledger.urls.known(B).outcome) == (known, "copy")
    assert ledger.urls.waiting("a") == [C]
    other.database.close()


def test_a_note_that_a_url_is_listed_takes_nothing_back_that_another_process_stored(ledger):
    other = Ledger(ledger.path)
    ledger.urls.stored("a", A, run="r1", digest=b"1")
    ledger.commit()
    ledger.urls.clock.now += 2 * SEEN_SECONDS
    ledger.urls.discovered("a", [A])
    other.urls.stored("b", A, run="r2", digest=b"2")
    other.commit()
    ledger.commit()

    assert (ledger.urls.known(A).version, ledger.urls.known(A).digest) == (2, b"2")
    other.database.close()


def test_a_part_of_an_article_is_never_an_article_of_its_own(ledger, settle):
    ledger.urls.discovered("a", [B])
    ledger.urls.set_aside("a", B)
    settle()

    assert ledger.urls.waiting("a") == []
    assert ledger.urls.is_finished(B)


def test_listings_are_remembered(ledger, settle):
    listing = Listing(etag='"x"', last_modified="Mon", complete=True, asked=5.0)
    assert ledger.urls.listing(A) is None
    ledger.urls.listed("a", A, listing)
    settle()

    assert ledger.urls.listing(A) == listing


def test_what_a_site_lists_is_counted_per_run(ledger, settle):
    ledger.urls.stored("a", A, run="r", digest=b"")
    settle()
    ledger.urls.discovered("a", [A, B])
    ledger.urls.discovered("a", [C])

    assert ledger.urls.found("a") == (3, 1)
    ledger.urls.forget_found("a")
    assert ledger.urls.found("a") == (0, 0)


def test_nothing_is_on_disk_before_the_commit(ledger, tmp_path):
    ledger.urls.discovered("a", [A])
    ledger.close()

    again = Ledger.open(tmp_path / "ledger.sqlite")
    assert again.urls.waiting("a") == []
    again.close()


def test_urls_that_no_list_names_any_more_expire_and_others_stay(ledger):
    clock = ledger.urls.clock
    ledger.urls.stored("a", A, run="r", digest=b"")
    ledger.urls.stored("a", B, run="r", digest=b"")
    ledger.urls.discovered("a", [C])
    ledger.commit()
    clock.now += 10 * SEEN_SECONDS
    ledger.urls.discovered("a", [B])
    ledger.commit()
    ledger.expire(clock.now - DAY)

    assert [ledger.urls.is_finished(url) for url in (A, B)] == [False, True]
    assert ledger.urls.waiting("a") == [C]


def test_all_of_many_urls_expire_and_the_lock_is_free_in_between(ledger, monkeypatch):
    held = []
    transaction = type(ledger.database).transaction
    monkeypatch.setattr(type(ledger.database), "transaction", lambda self: held.append(1) or transaction(self))
    urls = [f"http://a.example/{number}" for number in range(2_000)]
    for url in urls:
        ledger.urls.stored("a", url, run="r", digest=b"")
    ledger.commit()
    held.clear()
    ledger.expire(ledger.urls.clock.now + DAY)

    assert len(held) > 32
    assert not any(ledger.urls.is_finished(url) for url in urls)


@given(st.lists(st.text(max_size=30), max_size=20))
def test_any_string_can_be_a_url(tmp_path_factory, urls):
    ledger = Ledger.open(tmp_path_factory.mktemp("any") / "ledger.sqlite")
    ledger.urls.discovered("a", urls)
    ledger.commit()
    for url in urls:
        ledger.urls.rejected("a", url)
    ledger.commit()

    assert all(ledger.urls.is_finished(url) for url in urls)
    assert ledger.urls.waiting("a") == []
    ledger.close()


def looks(ledger, *, until="r9", hours=(0, 1)):
    return ledger.urls.again("a", hours=hours, until=until)


def test_a_page_that_gave_no_article_is_due_again_after_ever_longer_rests_and_then_never(ledger, settle):
    clock = ledger.urls.clock
    ledger.urls.rejected("a", A, passing=True, run="r1")
    ledger.urls.failed("a", B, final=True, run="r1")
    ledger.urls.rejected("a", C, run="r1")
    settle()
    ledger.commit()

    assert looks(ledger) == [A, B]
    clock.now += 1
    ledger.urls.rejected("a", A, passing=True, run="r2")
    ledger.commit()
    assert looks(ledger) == [B]
    clock.now += HOUR
    assert looks(ledger) == [B, A]
    ledger.urls.failed("a", A, final=True, run="r3")
    ledger.commit()
    clock.now += 100 * DAY
    assert looks(ledger) == [B]


def test_a_page_looked_at_by_a_run_that_was_killed_is_not_due_in_the_next(ledger):
    ledger.urls.rejected("a", A, passing=True, run="r2")
    ledger.commit()

    assert looks(ledger, until="r1") == []
    assert looks(ledger, until="r2") == [A]


def test_a_recheck_takes_in_what_gave_no_article(ledger):
    ledger.urls.stored("a", A, run="r", digest=b"")
    ledger.urls.rejected("a", B, passing=True)
    ledger.urls.rejected("a", C)
    ledger.commit()
    ledger.urls.clock.now += 7 * HOUR

    assert ledger.urls.due("a", days=2, hours=6) == [A, B]


def test_a_page_that_gave_no_article_and_then_one_is_stored_for_good(ledger):
    ledger.urls.rejected("a", A, passing=True, run="r1")
    ledger.urls.stored("a", A, run="r2", digest=b"")
    ledger.commit()

    assert looks(ledger) == []
