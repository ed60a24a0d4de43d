"""The exit codes of `scrapy crawl` and `scrapy crawlall`: the real command, a real server, what is on disk."""

import json
import signal
import sqlite3
import time
from contextlib import closing
from types import SimpleNamespace

import pytest

from crawler.command_line.launching import run
from tests.stand.commands import lines, reports, scrapy, started, write_sites
from tests.stand.server import Stand

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def stand():
    with Stand(10) as stand:
        yield stand


@pytest.fixture
def slow():
    """A server that is slow enough for a run to be met in the middle."""
    with Stand(25, delay=0.15) as stand:
        yield stand


def test_3_where_a_spider_yields_no_articles_but_other_things_which_are_written_as_failed(stand, tmp_path):
    ended = scrapy("crawl", "yieldingdicts", output=tmp_path, url=stand.url)

    assert ended.code == 3
    assert "3 unknown_item" in ended.last_line
    failed = {line["url"] for line in lines(tmp_path, "yieldingdicts", "failed")}
    assert failed == {f"{stand.url}/a.html", f"{stand.url}/plain0/1.html", "urn:item:dict"}
    (report,) = reports(tmp_path, "yieldingdicts")
    assert (report["counts"]["yielded"], report["counts"]["failed"]) == (3, 3)


@pytest.mark.parametrize("late", [False, True], ids=["at once", "when the verdict is said"])
def test_0_after_two_interrupts_as_run_json_says(slow, tmp_path, late):
    log = tmp_path / "log"
    process = started("crawl", "plain0", output=tmp_path / "output", url=slow.url, log=log)
    wait_for(lambda: slow.asked["/plain0/1.html"])
    process.send_signal(signal.SIGINT)
    wait_for(lambda: (b"(exit code" if late else b"Received SIGINT") in log.read_bytes())
    process.send_signal(signal.SIGINT)

    assert process.wait(60) == 0
    assert [report["exit_code"] for report in reports(tmp_path / "output", "plain0")] == [0]


def test_no_signal_can_end_a_process_whose_crawls_are_over():
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        assert run(SimpleNamespace(start=lambda: None)) == "forced"
        assert {signal.getsignal(number) for number in before} == {signal.SIG_IGN}
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_0_for_new_articles_and_again_for_none(stand, tmp_path):
    first = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)
    second = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    assert (first.code, second.code) == (0, 0)
    assert "plain0: healthy: 10 stored" in first.last_line
    assert "plain0: healthy, nothing new: 0 stored" in second.last_line
    assert len(lines(tmp_path, "plain0")) == 10
    assert (tmp_path / "plain0" / "latest" / "run.json").exists()


def test_1_when_the_spider_cannot_be_made(stand, tmp_path):
    ended = scrapy("crawl", "raisinginit", output=tmp_path, url=stand.url)

    assert ended.code == 1
    assert "could not start: RuntimeError: the spider is broken" in ended.last_line


def test_1_when_the_output_cannot_be_written(stand, tmp_path):
    (tmp_path / "output").write_text("in the way")
    ended = scrapy("crawl", "plain0", output=tmp_path / "output", url=stand.url)

    assert ended.code == 1
    assert "the output cannot be used" in ended.last_line


def test_1_when_there_is_no_room_for_the_log(stand, tmp_path):
    ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url, LOG_FILE="/dev/full")

    assert ended.code == 1
    assert "the output, or the log, cannot be used" in ended.last_line


@pytest.mark.parametrize("setting", [{"STORAGE_COMPRESSION": "rar"}, {"STORAGE_COMMIT_SECONDS": "soon"}])
def test_1_for_a_bad_setting(stand, tmp_path, setting):
    ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url, **setting)

    assert ended.code == 1
    assert "could not start" in ended.last_line
    assert not (tmp_path / "plain0").exists()


def test_1_for_an_argument_of_a_spider_that_takes_none(stand, tmp_path):
    ended = scrapy("crawl", "plain0", "-a", "start_urls=http://a.example/", output=tmp_path, url=stand.url)

    assert ended.code == 1
    assert "takes no argument 'start_urls'" in ended.last_line


def test_1_when_the_ledger_is_none(stand, tmp_path):
    (tmp_path / "ledger.sqlite").write_bytes(b"this is not a ledger at all, whatever its name may be" * 20)
    ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    assert ended.code == 1
    assert "not a database" in ended.last_line
    assert "scrapy ledger repair" in ended.last_line


@pytest.fixture
def broken(stand, tmp_path):
    """A site whose file has a misspelt key, beside the good ones."""
    folder = write_sites(tmp_path, stand.url)
    (folder / "broken.toml").write_text('start_url = ["http://127.0.0.1/"]\n')
    return "broken"


def test_1_for_a_broken_site_file_with_file_and_key(stand, tmp_path, broken):
    ended = scrapy("crawl", broken, output=tmp_path, url=stand.url)

    assert ended.code == 1
    assert "could not start" in ended.last_line
    assert "broken.toml" in ended.last_line
    assert "start_urls" in ended.last_line


def test_a_broken_site_file_stops_only_its_own_site(stand, tmp_path, broken):
    alone = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)
    together = scrapy("crawlall", "plain1", broken, output=tmp_path, url=stand.url)

    assert (alone.code, together.code) == (0, 1)
    assert len(lines(tmp_path, "plain1")) == 10


@pytest.mark.parametrize(
    "arguments", [("crawl",), ("crawl", "plain0", "plain1"), ("crawl", "--fast"), ("crawlall", "-x")]
)
def test_2_for_wrong_usage(tmp_path, arguments):
    assert scrapy(*arguments, output=tmp_path).code == 2


@pytest.mark.parametrize("name", ["plane0", "sites/plain0.toml"])
def test_2_for_an_unknown_site_with_the_nearest_name(tmp_path, name):
    ended = scrapy("crawl", name, output=tmp_path)

    assert ended.code == 2
    assert f"there is no site {name!r}; did you mean 'plain0'?" in ended.last_line


UNHEALTHY = {
    "raisingstart": "the spider's start raised an error",
    "raisingcallback": "nothing but errors: 10 of 10 articles failed",
    "nohost": "nothing was fetched",
}


@pytest.mark.parametrize("site", UNHEALTHY)
def test_3_for_a_run_that_came_to_nothing(stand, tmp_path, site):
    ended = scrapy("crawl", site, output=tmp_path, url=stand.url)

    (report,) = reports(tmp_path, site)
    assert ended.code == report["exit_code"] == 3
    assert UNHEALTHY[site] in report["verdict"]
    assert report["verdict"] in ended.last_line
    assert not (tmp_path / site / "latest").is_symlink()


@pytest.mark.parametrize("command", ["crawl", "crawlall"])
def test_3_when_a_callback_wants_to_end_the_process(stand, tmp_path, command):
    """Scrapy alone hangs."""
    ended = scrapy(command, "exiting", output=tmp_path, url=stand.url)

    (report,) = reports(tmp_path, "exiting")
    assert ended.code == report["exit_code"] == 3
    assert report["finish_reason"] == "exit_called"


def test_3_when_robots_txt_forbids_everything(tmp_path):
    with Stand(3) as stand:
        stand.answers["/robots.txt"] = (200, "User-agent: *\nDisallow: /\n")
        ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    assert ended.code == 3
    assert "nothing was fetched" in ended.last_line
    assert "failed: 1 robots_forbidden" in ended.last_line


def test_3_when_a_stage_raises_on_every_article(stand, tmp_path):
    pipelines = json.dumps({"tests.stand.spiders.BrokenPipeline": 100, "pipelines.storage.StoragePipeline": 800})
    ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url, ITEM_PIPELINES=pipelines)

    (report,) = reports(tmp_path, "plain0")
    assert ended.code == 3
    assert report["counts"]["failed"] == report["counts"]["yielded"] == 10
    assert {line["error"] for line in lines(tmp_path, "plain0", "failed")} == {"ZeroDivisionError: the stage is broken"}
    assert "nothing but errors" in ended.last_line


def test_3_when_a_stage_fails_while_it_looks_at_a_batch(stand, tmp_path):
    stages = {"tests.stand.spiders.BlindPipeline": 100, "pipelines.storage.StoragePipeline": 800}
    ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url, ITEM_PIPELINES=json.dumps(stages))

    assert ended.code == 3
    assert "a stage failed: blind: ZeroDivisionError: the stage is blind; 10 stored" in ended.last_line


def test_3_when_the_layout_changed_so_that_no_body_is_found(tmp_path):
    with Stand(10) as stand:
        scrapy("crawl", "plain0", output=tmp_path, url=stand.url)
        stand.numbers = range(10, 20)
        for number in stand.numbers:
            stand.answers[f"/plain0/{number}.html"] = (200, "<html><body><h1>Title</h1><div>moved</div></body></html>")
        latest = (tmp_path / "plain0" / "latest").readlink()
        ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    assert ended.code == 3
    assert "extraction found an article in 0 of 10 pages" in ended.last_line
    assert (tmp_path / "plain0" / "latest").readlink() == latest


def test_3_when_the_lists_are_empty_where_they_were_full(tmp_path):
    with Stand(10) as stand:
        scrapy("crawl", "plain0", output=tmp_path, url=stand.url)
        stand.numbers = range(0)
        ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    assert ended.code == 3
    assert "no article was listed where there were 10" in ended.last_line


def test_4_when_the_ledger_turns_out_to_be_damaged(stand, tmp_path):
    scrapy("crawl", "plain0", output=tmp_path, url=stand.url)
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as ledger:
        ((page,),) = ledger.execute("SELECT rootpage FROM sqlite_master WHERE name = 'listings'")
        ((size,),) = ledger.execute("PRAGMA page_size")
    with (tmp_path / "ledger.sqlite").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    assert ended.code == reports(tmp_path, "plain0")[-1]["exit_code"] == 4
    assert "malformed; `scrapy ledger repair` makes it anew" in ended.last_line


def test_3_when_the_yield_falls_far_under_its_history(tmp_path):
    with Stand(0) as stand:
        for first in (0, 12, 24):
            stand.numbers = range(first, first + 12)
            assert scrapy("crawl", "plain0", output=tmp_path, url=stand.url).code == 0
        stand.numbers = range(36, 38)
        ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    assert ended.code == 3
    assert "only 2 articles were listed where no run before had fewer than 12" in ended.last_line


def test_75_with_the_holder_when_the_site_is_being_crawled(slow, tmp_path):
    slow.hold()
    process = started("crawl", "plain0", output=tmp_path, url=slow.url, log=tmp_path / "log")
    wait_for(lambda: slow.asked["/plain0/0.html"])
    ended = scrapy("crawl", "plain0", output=tmp_path, url=slow.url, LOG_LEVEL="WARNING")
    slow.go_on()

    assert ended.code == 75
    assert f"site plain0 is being crawled by process {process.pid} since 20" in ended.last_line
    assert len(ended.log.strip().splitlines()) == 1
    assert process.wait(60) == 0
    assert len(lines(tmp_path, "plain0")) == 25


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["TERM", "INT"])
def test_a_run_that_is_told_to_stop_closes_cleanly(slow, tmp_path, number):
    process = started("crawl", "plain0", output=tmp_path, url=slow.url, log=tmp_path / "log")
    wait_for(lambda: slow.asked["/plain0/5.html"])
    process.send_signal(number)

    assert process.wait(30) == 0
    (report,) = reports(tmp_path, "plain0")
    assert report["finish_reason"] == "shutdown"
    assert 0 < report["counts"]["stored"] < 25
    assert scrapy("crawl", "plain0", output=tmp_path, url=slow.url).code == 0
    assert len({line["id"] for line in lines(tmp_path, "plain0")}) == len(lines(tmp_path, "plain0")) == 25


def test_a_second_signal_stops_at_once_without_loss(tmp_path):
    with Stand(10, delay=20) as stand:
        process = started("crawl", "plain0", output=tmp_path, url=stand.url, log=tmp_path / "log")
        wait_for(lambda: stand.asked["/plain0/0.html"])
        process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)

        assert process.wait(30) == 0
        assert time.monotonic() - begun < 5
        (report,) = reports(tmp_path, "plain0")
        assert report["finish_reason"] == "forced"
        stand.delay = 0
        assert scrapy("crawl", "plain0", output=tmp_path, url=stand.url).code == 0
        assert len(lines(tmp_path, "plain0")) == 10


def test_a_killed_run_is_sealed_by_the_next_one(slow, tmp_path):
    process = started("crawl", "plain0", output=tmp_path, url=slow.url, log=tmp_path / "log")
    wait_for(lambda: slow.asked["/plain0/5.html"])
    process.kill()
    process.wait()
    ended = scrapy("crawl", "plain0", output=tmp_path, url=slow.url)

    first, second = reports(tmp_path, "plain0")
    assert ended.code == 0
    assert (first["finish_reason"], second["finish_reason"]) == ("interrupted", "finished")
    assert "was not finished and is sealed now" in ended.log
    assert len({line["id"] for line in lines(tmp_path, "plain0")}) == len(lines(tmp_path, "plain0")) == 25


def test_crawlall_crawls_every_site_into_one_ledger(stand, tmp_path):
    ended = scrapy("crawlall", "plain0", "plain1", "plain2", output=tmp_path, url=stand.url)

    assert ended.code == 0
    assert [len(lines(tmp_path, f"plain{number}")) for number in range(3)] == [10, 10, 10]
    assert "crawlall: 3 sites (exit code 0)" in ended.last_line


def test_crawlall_takes_a_few_sites_at_a_time_and_forgets_none(stand, tmp_path):
    sites = [f"plain{number}" for number in range(4)]
    ended = scrapy("crawlall", *sites, output=tmp_path, url=stand.url, CRAWLALL_SITES=2)

    assert ended.code == 0
    assert [len(lines(tmp_path, site)) for site in sites] == [10] * 4


def test_crawlall_ends_with_the_worst_code_and_crawls_the_others(stand, tmp_path):
    ended = scrapy("crawlall", "plain0", "raisingstart", "raisinginit", output=tmp_path, url=stand.url)

    assert ended.code == 1
    assert [report["exit_code"] for report in reports(tmp_path, "plain0") + reports(tmp_path, "raisingstart")] == [0, 3]


def test_crawlall_ends_with_75_when_another_process_has_a_site_and_nothing_is_worse(slow, tmp_path):
    slow.hold()
    process = started("crawl", "plain0", output=tmp_path, url=slow.url, log=tmp_path / "log")
    wait_for(lambda: slow.asked["/plain0/0.html"])
    both = started("crawlall", "plain0", "plain1", output=tmp_path, url=slow.url, log=tmp_path / "log")
    wait_for(lambda: slow.asked["/plain1/0.html"])
    slow.go_on()

    assert (both.wait(60), process.wait(60)) == (75, 0)
    assert len(lines(tmp_path, "plain1")) == 25


def test_crawlall_that_is_told_to_stop_starts_no_further_site(slow, tmp_path):
    process = started(
        "crawlall", "plain0", "plain1", output=tmp_path, url=slow.url, log=tmp_path / "log", CRAWLALL_SITES=1
    )
    wait_for(lambda: slow.asked["/plain0/5.html"])
    process.send_signal(signal.SIGTERM)

    assert process.wait(30) == 0
    assert not reports(tmp_path, "plain1")


def test_ten_sites_in_ten_processes_share_a_ledger(tmp_path):
    with Stand(5) as stand:
        processes = [
            started("crawl", f"plain{number}", output=tmp_path, url=stand.url, log=tmp_path / "log")
            for number in range(10)
        ]
        assert [process.wait(120) for process in processes] == [0] * 10

    for number in range(10):
        assert len({line["id"] for line in lines(tmp_path, f"plain{number}")}) == 5
        assert len(lines(tmp_path, f"plain{number}")) == 5


def test_shell_parse_and_fetch_leave_no_trace(stand, tmp_path):
    url = f"{stand.url}/plain0/1.html"
    parsed = scrapy(
        "parse", "--spider", "plain0", "-c", "parse_article", "--pipelines", url, output=tmp_path, url=stand.url
    )

    assert parsed.code == 0
    assert not list(tmp_path.iterdir())


def wait_for(condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
