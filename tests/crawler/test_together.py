"""Crawls of several processes at once, with one ledger."""

import json

import pytest

from tests.stand.commands import lines, scrapy, started, wait_for
from tests.stand.server import Stand

pytestmark = pytest.mark.e2e

STAGES = {
    "tests.stand.spiders.MeetingPipeline": 750,
    "pipelines.deduplication.DeduplicationPipeline": 700,
    "pipelines.storage.StoragePipeline": 800,
}


def test_two_processes_that_see_one_article_at_the_same_moment_store_it_once(tmp_path, monkeypatch):
    meeting = tmp_path / "meeting"
    meeting.mkdir()
    monkeypatch.setenv("MEETING", str(meeting))
    output = tmp_path / "output"
    with Stand(1) as stand:
        stand.answers["/plain1/0.html"] = stand.answer("/plain0/0.html")
        stand.hold()
        crawls = [
            started(
                *("crawl", site),
                output=output,
                url=stand.url,
                log=tmp_path / "log",
                ITEM_PIPELINES=json.dumps(STAGES),
            )
            for site in ("plain0", "plain1")
        ]
        wait_for(lambda: stand.asked["/plain0/0.html"] and stand.asked["/plain1/0.html"])
        stand.go_on()
        codes = [crawl.wait(60) for crawl in crawls]
        checked = scrapy("ledger", "check", output=output, url=stand.url)

    (kept,) = lines(output, "plain0") + lines(output, "plain1")
    (copy,) = lines(output, "plain0", "rejected") + lines(output, "plain1", "rejected")
    assert codes == [0, 0]
    assert checked.code == 0
    assert copy["reason"] == "copy"
    assert copy["duplicate_of"] == kept["id"]
