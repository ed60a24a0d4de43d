"""The archive of real crawls: what it holds, what a kill leaves of it, and what a replay makes of it."""

import gzip
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy.utils.project import get_project_settings

from crawler.archive import FILE_NAME
from crawler.archive.component import ArchiveMiddleware
from crawler.archive.members import repair
from crawler.archive.reader import ArchivedPage, Batch, read_archive
from crawler.archive.retention import expire
from crawler.jsonl import read_run
from crawler.replay.run import replay
from crawler.replay.sources import open_source
from tests.faults.conftest import run
from tests.faults.server import FaultServer, article, listing

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).parents[2]
PLAIN, LONG, MOVED, PACKED = (f"/news/2024/0305/{number}.html" for number in (101, 130, 140, 150))
PART = LONG.replace(".html", "_2.html")
TARGET = "/news/2024/0305/elsewhere-140.html"


def check(path):
    """Let another tool read a file and verify its digests."""
    return subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", str(path)], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def crawls(tmp_path_factory):
    """Two runs of one site; nothing changed in between but one article, and all are asked for again."""
    folder = tmp_path_factory.mktemp("archive")
    sites = folder / "sites"
    sites.mkdir()
    with FaultServer() as server:
        text = f'start_urls = ["{server.url}/"]\nrecheck = {{days = 1, hours = 0}}\npoliteness = {{delay = 0.0}}\n'
        (sites / "paper.toml").write_text(text, encoding="utf-8")
        page = gzip.compress(article("packed").encode())
        server.pages["/"] = listing(PLAIN, LONG, MOVED, PACKED)
        server.pages[LONG] = lambda exchange: exchange.answer(
            article("1", title="The long story", more=f"<a href='{PART}'>下一页</a>")
        )
        server.pages[PART] = lambda exchange: exchange.answer(article("2", title="The long story"))
        server.pages[MOVED] = lambda exchange: exchange.redirect(TARGET)
        server.pages[PACKED] = lambda exchange: exchange.answer(page, "Content-Encoding: gzip", "Set-Cookie: token=1")
        for number in range(2):
            if number:
                server.pages[PLAIN] = lambda exchange: exchange.answer(article("changed", title="Another end"))
            assert run(["crawl", "paper"], sites=sites, output=folder / "output").exit_code == 0
    return sites, sorted((folder / "output" / "paper").glob("2*"))


def pages_of(folder):
    return {
        entry.url.partition("/news")[2] or "/": entry
        for entry in read_archive(folder / FILE_NAME)
        if isinstance(entry, ArchivedPage) and not entry.url.endswith(".txt")
    }


def test_another_tool_finds_every_record_and_digest_good(crawls):
    for folder in crawls[1]:
        done = check(folder / FILE_NAME)
        assert (done.returncode, done.stdout) == (0, "")


def test_bodies_are_decoded_and_secrets_left_out(crawls):
    first, _ = crawls[1]

    packed = pages_of(first)[PACKED.removeprefix("/news")]

    raw = gzip.decompress((first / FILE_NAME).read_bytes())
    assert packed.body.startswith(b"<!DOCTYPE html>")
    assert b"X-Crawl-Content-Encoding: gzip" in raw
    assert b"token=1" not in raw


def test_a_redirect_and_its_target_are_both_kept(crawls):
    first, _ = crawls[1]
    pages = pages_of(first)

    assert pages[MOVED.removeprefix("/news")].status == 302
    assert pages[TARGET.removeprefix("/news")].status == 200


def test_an_unchanged_page_is_kept_once(crawls):
    first, second = (pages_of(folder) for folder in crawls[1])
    long, plain = LONG.removeprefix("/news"), PLAIN.removeprefix("/news")

    assert not any(page.revisit for page in first.values())
    assert (second[long].revisit, second[plain].revisit) == (True, False)
    assert second[long].digest == first[long].digest


def test_a_batch_names_the_pages_of_each_article(crawls):
    first, _ = crawls[1]
    (batch,) = (entry for entry in read_archive(first / FILE_NAME) if isinstance(entry, Batch))
    pages = {noted["url"].partition("/news")[2]: noted["pages"] for noted in batch.articles}

    assert [page.partition("/news")[2] for page in pages[LONG.removeprefix("/news")]] == [
        LONG.removeprefix("/news"),
        PART.removeprefix("/news"),
    ]
    assert pages[MOVED.removeprefix("/news")][-1].endswith(TARGET)


def test_both_runs_replay_as_they_were(crawls, tmp_path):
    sites, folders = crawls
    settings = get_project_settings()
    settings.set("SQUEEGEE_SITES", str(sites))
    for number, folder in enumerate(folders):
        out = tmp_path / str(number)
        out.mkdir()

        difference = replay([open_source(folder)], settings, out, now=datetime.now(UTC), processes=1, context=100)

        assert difference.is_empty
        for name in ("articles.jsonl", "rejected.jsonl", "trail.jsonl"):
            assert (out / name).read_bytes() == (folder / name).read_bytes()
    assert [len(list(read_run(folder, "articles"))) for folder in folders] == [4, 1]


def test_old_archives_go_and_everything_else_stays(make_run):
    folders = [make_run(run=f"2026{month}01T000000Z") for month in ("01", "06", "11")]
    for folder in folders:
        (folder / FILE_NAME).write_bytes(b"")

    deleted = expire(folders[0].parent, before=(datetime(2026, 11, 25, tzinfo=UTC) - timedelta(days=180)).timestamp())

    assert deleted == 1
    assert [(folder / FILE_NAME).exists() for folder in folders] == [False, True, True]
    assert all((folder / "articles.jsonl").exists() for folder in folders)


def test_archives_may_be_kept_for_longer_than_a_calendar_goes_back(make_run, ledger):
    folder = make_run(run="20260101T000000Z")
    (folder / FILE_NAME).write_bytes(b"")
    run = SimpleNamespace(folder=SimpleNamespace(path=folder.parent), ledger=ledger, site="alpha")

    ArchiveMiddleware.spider_opened(SimpleNamespace(run=run, days=1e11))

    assert (folder / FILE_NAME).exists()


def test_after_a_kill_every_complete_record_is_read_and_the_next_run_seals_the_file(tmp_path):
    sites = tmp_path / "sites"
    sites.mkdir()
    output = tmp_path / "output"
    with FaultServer() as server:
        (sites / "paper.toml").write_text(
            f'start_urls = ["{server.url}/"]\n[politeness]\ndelay = 0.01\n', encoding="utf-8"
        )
        paths = [f"/news/2024/0305/{number}.html" for number in range(100, 130)]
        server.pages["/"] = listing(*paths)
        for killed in range(2):
            command = [sys.executable, "-m", "scrapy", "crawl", "paper", "-L", "ERROR"]
            for setting in (f"SQUEEGEE_SITES={sites}", f"SQUEEGEE_OUTPUT={output}", "TEMPLATE_HOLD=5"):
                command += ["-s", setting]
            child = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
            wait_for(lambda killed=killed: pages_written(output, killed), child)
            child.send_signal(signal.SIGKILL)
            child.wait()
            newest = max(output.glob("paper/2*"))
            before = len(list(read_archive(newest / FILE_NAME)))
            repair(newest / FILE_NAME)
            assert check(newest / FILE_NAME).returncode == 0
            assert before - len(list(read_archive(newest / FILE_NAME))) in {0, 1}
        assert run(["crawl", "paper"], sites=sites, output=output).exit_code == 0

    folders = sorted(output.glob("paper/2*"))
    assert len(folders) == 3
    stored = [line["url"] for folder in folders for line in read_run(folder, "articles")]
    assert sorted(stored) == sorted(server.url + path for path in paths)
    settings = get_project_settings()
    settings.set("SQUEEGEE_SITES", str(sites))
    settings.set("TEMPLATE_HOLD", 5)
    for folder in folders:
        assert check(folder / FILE_NAME).returncode == 0
        out = tmp_path / folder.name
        out.mkdir()
        # What a killed run had read but not written is no news: the next run fetched it again.
        assert not replay([open_source(folder)], settings, out, now=datetime.now(UTC), processes=1, context=100).new


def pages_written(output, killed):
    """Say whether the run after so many killed ones has archived some pages."""
    folders = sorted(output.glob("paper/2*"))
    return (
        len(folders) > killed
        and (folders[-1] / FILE_NAME).exists()
        and (folders[-1] / FILE_NAME).stat().st_size > 9_000
    )


def wait_for(condition, child):
    until = time.monotonic() + 60
    while not condition():
        assert child.poll() is None, "the crawl ended before it was killed"
        assert time.monotonic() < until
        time.sleep(0.005)
