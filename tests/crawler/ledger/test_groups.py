"""Groups in the ledger: the same for every order of arrival, for several processes, and after a kill."""

import random
from itertools import permutations

import pytest

from crawler.ledger import Ledger, LedgerError
from crawler.ledger.fingerprints import Entry
from pipelines.text.deduplication.best import Standing
from pipelines.text.deduplication.fingerprint import fingerprint
from tests.text.stories import paragraphs, spun, story


def page(name, text, **facts):
    return Standing(id=name, url=f"https://a.example/{name}", fetched=1, **facts), text


def take(ledger, standing, text, site="a"):
    """Do what the stage does, without its verdict."""
    ledger.fingerprints.has_changed()
    mine = fingerprint(text)
    pairs = ledger.fingerprints.resembling(mine)
    number = ledger.fingerprints.reserve()
    ledger.groups.take(Entry(number=number, standing=standing, site=site, stored=True, fingerprint=mine), pairs)
    return number


def groups_of(ledger):
    """Give the groups as sets of ids, with the best of each."""
    found = {}
    for number, id_, family in ledger.database.read("SELECT number, id, family FROM members"):
        members, chosen = found.setdefault(family, (set(), set()))
        members.add(id_)
        if number == ledger.groups.best(family):
            chosen.add(id_)
    return {(frozenset(members), *chosen) for members, chosen in found.values()}


@pytest.fixture(scope="module")
def sample():
    """Give articles with copies of every kind, round-ups and stitched pages."""
    pages = []
    for seed in range(12):
        text = paragraphs(seed, 28)
        pages.append(page(f"s{seed}", "\n".join(text)))
        if seed % 2:
            pages.append(page(f"s{seed}-light", "\n".join(["手机版下载。", *text, "更多内容请看官网。"]), injected=3))
            pages.append(page(f"s{seed}-spun", spun("\n".join(text), seed, 0.08), marks=1))
        if seed % 3 == 0:
            mixed = text[1:6] + paragraphs((seed + 1) % 12, 28)[:2]
            pages.append(page(f"s{seed}-heavy", spun("\n".join(mixed), seed + 50, 0.1), marks=1, mirror=2))
    for first in (0, 4, 8):
        pages.append(page(f"all{first}", "\n".join(story(seed, 28) for seed in range(first, first + 3))))
        pieces = [piece for seed in range(first, first + 4) for piece in paragraphs(seed, 28)[2:4]]
        pages.append(page(f"mash{first}", "\n".join(pieces)))
    return pages


def test_groups_and_their_best_are_the_same_for_twenty_orders_of_arrival(sample, tmp_path):
    seen = []
    for order in range(20):
        pages = list(sample)
        random.Random(order).shuffle(pages)
        ledger = Ledger(tmp_path / f"{order}.sqlite")
        for count, (standing, text) in enumerate(pages):
            take(ledger, standing, text)
            if count % 9 == order % 9:
                ledger.commit()
        ledger.commit()
        seen.append(groups_of(ledger))
        ledger.close()

    assert all(found == seen[0] for found in seen)
    assert len(seen[0]) >= 6
    assert all(best.rpartition("-")[2] not in {"spun", "heavy", "light"} for _, best in seen[0])
    assert not any(name.startswith(("all", "mash")) for members, _ in seen[0] for name in members)


def test_the_copy_without_another_articles_text_is_best_for_every_order_of_arrival(tmp_path):
    own, other = paragraphs(1, 28), paragraphs(2, 28)
    pages = [
        page("whole", "\n".join(own), injected=5),
        page("mixed", "\n".join([*own[:3], *other[2:4], *own[3:]])),
        page("other", "\n".join(other)),
        page("other-light", "\n".join(["手机版下载。", *other])),
    ]
    for order, mixed in enumerate(permutations(pages)):
        ledger = Ledger(tmp_path / f"{order}.sqlite")
        for standing, text in mixed:
            take(ledger, standing, text)
        ledger.commit()
        assert "whole" in {best for members, best in groups_of(ledger) if "mixed" in members}
        ledger.close()


def test_what_two_processes_add_at_the_same_time_becomes_one_group(tmp_path):
    one, other = Ledger(tmp_path / "ledger.sqlite"), Ledger(tmp_path / "ledger.sqlite")
    take(one, *page("one", story(1)))
    take(other, *page("other", spun(story(1), 3)))
    take(other, *page("third", story(2)))
    one.commit()
    other.commit()

    assert groups_of(one) == groups_of(other)
    assert {members for members, *_ in groups_of(one)} == {frozenset({"one", "other"})}
    take(one, *page("fourth", story(2)))
    one.commit()
    assert frozenset({"third", "fourth"}) in {members for members, *_ in groups_of(other)}
    one.close()
    other.close()


def test_a_kill_before_the_commit_forgets_an_article_whole(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    take(ledger, *page("one", story(1)))
    ledger.commit()
    take(ledger, *page("two", story(1)))
    ledger.close()
    again = Ledger(tmp_path / "ledger.sqlite")

    assert again.fingerprints.last() == 1
    assert groups_of(again) == set()
    take(again, *page("two", story(1)))
    again.commit()
    assert {members for members, *_ in groups_of(again)} == {frozenset({"one", "two"})}
    again.close()


def test_a_failed_commit_keeps_neither_fingerprint_nor_group(tmp_path):
    class Full:
        def sync(self):
            raise OSError("disk full")

    ledger = Ledger(tmp_path / "ledger.sqlite")
    take(ledger, *page("one", story(1)))
    take(ledger, *page("two", story(1)))
    ledger.participants.append(Full())
    with pytest.raises(OSError, match="disk full"):
        ledger.commit()
    ledger.close()
    again = Ledger(tmp_path / "ledger.sqlite")

    assert again.fingerprints.last() == 0
    assert not again.fingerprints.candidates(fingerprint(story(1)))
    again.close()


def test_entries_come_back_as_they_were_added(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    facts = {"marks": 2, "injected": 7, "mirror": 2, "rank": 9, "published": 29_000_000}
    number = take(ledger, *page("00ff00ff00ff00ff", story(1), **facts), site="alpha")
    before = ledger.fingerprints.entries([number])[number]
    ledger.commit()
    again = Ledger(tmp_path / "ledger.sqlite")
    after = again.fingerprints.entries([number])[number]

    assert (after.standing, after.site, after.stored) == (before.standing, before.site, before.stored)
    ledger.close()
    again.close()


def test_expired_articles_are_forgotten_with_their_groups(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    for name in ("one", "two"):
        take(ledger, *page(name, story(1)))
    ledger.commit()
    ledger.expire(0)
    assert len(groups_of(ledger)) == 1

    ledger.fingerprints.expire_days = 10
    ledger.expire(0)
    assert groups_of(ledger) == set()
    assert ledger.fingerprints.resembling(fingerprint(story(1))) == {}
    ledger.close()


def test_fingerprints_of_another_version_are_refused(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    ledger.fingerprints.check_version()
    with ledger.database.transaction() as connection:
        connection.execute("UPDATE fingerprint_state SET value = 0 WHERE name = 'version'")
    with pytest.raises(LedgerError, match="scrapy ledger repair"):
        ledger.fingerprints.check_version()
    ledger.close()


def test_a_crowd_of_copies_stays_quick_and_one_group(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    for number in range(40):
        take(ledger, *page(f"copy{number}", story(1) + "\n" + story(100 + number, 4)))
    ledger.commit()

    ((members, _),) = groups_of(ledger)
    assert len(members) == 40
    ledger.close()


def test_who_joins_a_large_group_does_not_read_all_that_hangs_together_there(tmp_path, monkeypatch):
    monkeypatch.setattr("crawler.ledger.neighbourhood.MOST_TOUCHED", 20)
    monkeypatch.setattr("crawler.ledger.groups.MOST_TOUCHED", 20)
    ledger = Ledger(tmp_path / "ledger.sqlite")
    for number in range(25):
        take(ledger, *page(f"copy{number:02}", story(1) + "\n" + story(100 + number, 4)))
    ledger.commit()
    monkeypatch.setattr("crawler.ledger.groups.Neighbourhood", None)
    take(ledger, *page("copy25", story(1) + "\n" + story(125, 4)))
    ledger.commit()

    ((members, _),) = groups_of(ledger)
    assert len(members) == 26
    ledger.close()
