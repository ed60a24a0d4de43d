"""`scrapy corpus` and `scrapy ledger` over run folders."""

import gzip
import json
import os
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import pytest

from crawler.items import Article
from crawler.jsonl import read_lines
from crawler.ledger import NAME, Ledger
from crawler.runs.lock import SiteLock
from crawler.stored_runs.corpus import Tally, corpus_lines
from crawler.stored_runs.recalling import recall
from crawler.stored_runs.refingerprinting import check, repair
from tests.text.stories import paragraphs, spun, story

REJECTED = {"stage": "deduplication", "reason": "copy", "duplicate_of": "a1", "duplicate_url": "https://a.example/1"}


def article(name, text, **fields):
    site, number = fields.pop("site", "alpha"), name[1:]
    facts = {"url": f"https://{name[0]}.example/{number}", "site": site, "fetched": "2026-11-22T10:15:00+00:00"}
    return Article(id=name, paragraphs=text.split("\n"), title=f"Story {name}", **facts | fields)


@pytest.fixture
def output(tmp_path, make_run):
    """Give an output folder: three stories; of the first a spun copy came first, then the whole, then a short one."""
    folder = tmp_path / "output"
    make_run(
        article("a1", spun(story(1, 32), 5, 0.08), marks=["spun"]),
        article("a2", story(2)),
        output=folder,
    )
    make_run(
        (article("b1", story(1, 32), site="beta", fetched="2026-11-23T10:15:00+00:00"), REJECTED),
        (article("b2", "\n".join(paragraphs(1, 32)[:5]), site="beta", fetched="2026-11-23T10:16:00+00:00"), REJECTED),
        article("b3", story(3), site="beta", fetched="2026-11-23T10:17:00+00:00"),
        (article("b4", "Too short.", site="beta"), {"stage": "quality", "reason": "too_short"}),
        site="beta",
        run="20261123T101500Z",
        output=folder,
    )
    return folder


@pytest.fixture
def ledger(output):
    ledger = Ledger.open(output / NAME)
    yield ledger
    ledger.close()


def test_the_corpus_has_the_best_copy_of_each_article_with_its_group(output, ledger):
    repair(output, ledger, {}, lambda: None)
    tally = Tally()
    lines = {line["id"]: line for line in corpus_lines(output, ledger, tally)}

    assert sorted(lines) == ["a2", "b1", "b3"]
    assert (tally.articles, tally.groups, tally.copies, tally.older) == (3, 1, 2, 0)
    best = lines["b1"]
    assert "stage" not in best
    assert "duplicate_of" not in best
    assert best["duplicates"] == 2
    assert best["group"]["size"] == 3
    assert [copy["id"] for copy in best["group"]["copies"]] == ["a1", "b2"]
    first = best["group"]["copies"][0]
    assert (first["url"], first["site"], first["stored"]) == ("https://a.example/1", "alpha", True)
    assert first["fetched"] == "2026-11-22T10:15:00+00:00"
    assert 0.7 < first["similarity"] <= 1
    assert lines["a2"]["group"] == {"size": 1, "copies": []}


def test_of_a_page_stored_twice_the_newer_version_is_in_the_corpus(tmp_path, make_run):
    folder = tmp_path / "output"
    make_run(article("a1", story(1)), output=folder)
    later = article("a1", story(1) + "\n" + story(9, 4), fetched="2026-11-23T10:15:00+00:00")
    make_run(later, output=folder, run="20261123T101500Z")
    ledger = Ledger.open(folder / NAME)
    repair(folder, ledger, {}, lambda: None)
    lines = list(corpus_lines(folder, ledger, Tally()))
    ledger.close()

    assert [(line["id"], line["fetched"][:10]) for line in lines] == [("a1", "2026-11-23")]
    assert lines[0]["group"]["copies"] == []


def test_an_article_whose_page_shows_another_one_by_now_stays_in_the_corpus_while_copies_stand_elsewhere(
    tmp_path, make_run
):
    folder = tmp_path / "output"
    make_run(article("a1", story(1, 32)), output=folder)
    copy = article("b1", "\n".join(paragraphs(1, 32)[:6]), site="beta", fetched="2026-11-22T11:15:00+00:00")
    make_run((copy, REJECTED), site="beta", output=folder)
    make_run(article("a1", story(9), fetched="2026-11-23T10:15:00+00:00"), output=folder, run="20261123T101500Z")
    ledger = Ledger.open(folder / NAME)
    recall(folder, ledger, lambda: None)
    repair(folder, ledger, {}, lambda: None)
    lines = list(corpus_lines(folder, ledger, Tally()))
    ledger.close()

    assert [(line["text"], line["group"]["size"]) for line in lines] == [(story(1, 32), 2), (story(9), 1)]


def test_a_page_of_which_only_the_title_changed_keeps_its_group(tmp_path, make_run):
    folder = tmp_path / "output"
    make_run(article("a1", story(1, 32)), output=folder)
    copy = article("b1", "\n".join(paragraphs(1, 32)[:6]), site="beta", fetched="2026-11-22T11:15:00+00:00")
    make_run((copy, REJECTED), site="beta", output=folder)
    ledger = Ledger.open(folder / NAME)
    repair(folder, ledger, {}, lambda: None)
    make_run(article("a1", story(1, 32), fetched="2026-11-23T10:15:00+00:00"), output=folder, run="20261123T101500Z")
    recall(folder, ledger, lambda: None)
    lines = list(corpus_lines(folder, ledger, Tally()))
    ledger.close()

    assert [(line["fetched"][:10], line["group"]["size"]) for line in lines] == [("2026-11-23", 2)]


def test_an_article_whose_halves_are_pages_of_their_own_is_in_the_corpus_whole(tmp_path, make_run):
    whole = paragraphs(1, 48)
    texts = {"a1": whole[:6], "a2": whole, "a3": whole[6:]}
    first, middle, last = (article(name, "\n".join(text)) for name, text in texts.items())
    folder = tmp_path / "output"
    make_run(first, (middle, REJECTED), last, output=folder)
    ledger = Ledger.open(folder / NAME)
    repair(folder, ledger, {}, lambda: None)
    lines = {line["id"]: line for line in corpus_lines(folder, ledger, Tally())}
    ledger.close()

    assert lines["a2"]["text"] == "\n".join(whole)
    assert "duplicate_of" not in lines["a2"]


def test_a_ledger_that_was_lost_is_missed_and_made_anew(output, ledger):
    assert "no fingerprint" in check(output, ledger)[0]
    assert repair(output, ledger, {"beta": 3}, lambda: None) == 5
    assert check(output, ledger) == []
    entries = ledger.fingerprints.entries(range(1, 20))
    assert {entry.standing.id: entry.standing.rank for entry in entries.values()}["b1"] == 3


def test_a_repair_gives_the_same_groups_again(output, ledger):
    seen = []
    for _ in range(2):
        repair(output, ledger, {}, lambda: None)
        seen.append(list(corpus_lines(output, ledger, Tally())))

    assert seen[0] == seen[1]


def test_memory_does_not_grow_with_the_corpus(tmp_path, make_run):
    peaks = []
    for count in (300, 3000):
        folder = tmp_path / str(count)
        make_run(*(article(f"a{number}", f"Line {number}. " * 20) for number in range(count)), output=folder)
        ledger = Ledger.open(folder / NAME)
        tracemalloc.start()
        assert sum(1 for _ in corpus_lines(folder, ledger, Tally())) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        ledger.close()

    assert peaks[1] < peaks[0] * 1.5 + 200_000


def test_the_commands_repair_check_and_write(output, scrapy_command, tmp_path):
    out = tmp_path / "corpus.jsonl.gz"
    repaired = scrapy_command("ledger", "repair", str(output))
    checked = scrapy_command("ledger", "check", str(output))
    written = scrapy_command("corpus", "-o", str(out), str(output))

    assert (repaired.code, checked.code, written.code) == (0, 0, 0)
    assert "5 articles" in repaired.out
    assert [line["id"] for line in read_lines(out)] == ["a2", "b3", "b1"]
    assert "3 articles, 1 of them with copies; left out: 2 copies" in written.err
    assert out.read_bytes()[3:8] == bytes(5), "no name and no time in the header: the same corpus gives the same bytes"
    with gzip.open(out, "rt", encoding="utf-8") as lines:
        assert all(json.loads(line) for line in lines)


def test_a_folder_for_the_corpus_is_made(output, scrapy_command, tmp_path):
    scrapy_command("ledger", "repair", str(output))

    written = scrapy_command("corpus", "-o", str(tmp_path / "new" / "corpus.jsonl"), str(output))

    assert (written.code, (tmp_path / "new" / "corpus.jsonl").exists()) == (0, True)


def test_a_corpus_goes_into_a_pipe_and_behind_a_link_into_its_target(output, scrapy_command, tmp_path):
    scrapy_command("ledger", "repair", str(output))
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "target.jsonl")
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit((tmp_path / "pipe").read_bytes)
        piped = scrapy_command("corpus", "-o", str(tmp_path / "pipe"), str(output))
        lines = read.result(timeout=60)
    linked = scrapy_command("corpus", "-o", str(tmp_path / "link.jsonl"), str(output))

    assert (piped.code, linked.code) == (0, 0)
    assert [json.loads(line)["id"] for line in lines.splitlines()] == ["a2", "b3", "b1"]
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "target.jsonl").read_bytes() == lines
    assert (tmp_path / "link.jsonl").is_symlink()


def test_nothing_is_repaired_while_a_crawl_goes_on(output, ledger, scrapy_command):
    repair(output, ledger, {}, lambda: None)
    lock = SiteLock(output / "beta")
    refused = scrapy_command("ledger", "repair", str(output))
    lock.release()

    assert refused.code == 75
    assert f"beta is being crawled by process {os.getpid()}" in refused.err
    assert check(output, ledger) == []


@pytest.mark.parametrize("place", [0, 4096])
def test_a_damaged_ledger_is_kept_beside_a_new_one(output, scrapy_command, place):
    """Damage in the head of the file keeps it from being opened, damage behind it from being read."""
    scrapy_command("ledger", "repair", str(output))
    good = (output / NAME).read_bytes()
    (output / NAME).write_bytes(good[:place] + b"no database" * 3000 + good[place + 33000 :])
    checked = scrapy_command("ledger", "check", str(output))
    repaired = scrapy_command("ledger", "repair", str(output))
    again = scrapy_command("ledger", "check", str(output))

    assert checked.code != 0
    assert (repaired.code, again.code) == (0, 0)
    assert "5 articles" in repaired.out
    [kept] = output.glob(f"{NAME}.damaged-*Z")
    assert b"no database" * 3000 in kept.read_bytes()
    assert kept.name in repaired.err


def test_a_check_that_finds_something_says_so_by_its_exit_code(output, scrapy_command):
    checked = scrapy_command("ledger", "check", str(output))

    assert checked.code == 3
    assert "there is no ledger in" in checked.out
    assert "5 articles of the runs have no fingerprint" in checked.out
    assert not list(output.glob("ledger.sqlite*"))


def test_without_a_ledger_there_is_no_corpus(tmp_path, scrapy_command):
    told = scrapy_command("corpus", str(tmp_path))

    assert (told.code, "'scrapy ledger repair' makes one" in told.err) == (1, True)
    assert scrapy_command("ledger", "mend", str(tmp_path)).code == 2
