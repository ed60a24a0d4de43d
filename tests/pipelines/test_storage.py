"""The last stage: three doors, and what happens when they cannot be written to."""

import json

import pytest
from scrapy.exceptions import DropItem
from scrapy.settings import Settings

from crawler.items import Article
from crawler.ledger import LedgerError
from crawler.runs.run import Run, RunSettings
from pipelines.stage import Context, Rejected
from pipelines.storage import StoragePipeline


def article(number=1, text="A paragraph."):
    return Article(id=f"id{number}", url=f"http://a.example/{number}", site="a", title="Title", paragraphs=[text])


@pytest.fixture
def stage(tmp_path):
    run = Run("a", RunSettings(output=tmp_path))
    stage = StoragePipeline(Context(settings=Settings()), run)
    stage.open_spider()
    yield stage
    run.close("finished")


def lines(stage, door):
    content = (stage.run.path / f"{door}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in content.splitlines()]


def test_an_article_that_comes_through_is_stored_with_its_run_and_its_trail(stage):
    one = article()
    one.cut(0, 0, 2, stage="injection", reason="prefix")
    assert stage.process_item(one) is one

    (line,) = lines(stage, "articles")
    assert (line["id"], line["text"], line["run"]) == ("id1", "paragraph.", stage.run.name)
    (edit,) = lines(stage, "trail")
    assert (edit["id"], edit["removed"]) == ("id1", "A ")
    assert stage.run.ledger.urls.is_finished(one.url)


def test_a_refused_article_is_written_whole_with_stage_reason_and_details(stage):
    one = article()
    one.cut(0, 0, 2, stage="injection", reason="prefix")
    stage.turned_away(one, Rejected("quality", "too_short", evidence="11 characters"))

    (line,) = lines(stage, "rejected")
    assert (line["stage"], line["reason"], line["evidence"], line["text"]) == (
        "quality",
        "too_short",
        "11 characters",
        "paragraph.",
    )
    assert len(lines(stage, "trail")) == 1
    assert stage.run.ledger.urls.is_finished(one.url)


def test_an_article_that_made_a_stage_fail_waits_for_the_next_run(stage):
    stage.turned_away(article(), ValueError("out of range"))

    (line,) = lines(stage, "failed")
    assert (line["url"], line["error"]) == ("http://a.example/1", "ValueError: out of range")
    assert not stage.run.ledger.urls.is_finished("http://a.example/1")


def test_a_plain_drop_of_a_foreign_stage_is_a_rejection_too(stage):
    stage.turned_away(article(), DropItem("not today"))

    (line,) = lines(stage, "rejected")
    assert (line["reason"], line["message"]) == ("dropped", "not today")


def test_details_that_are_no_json_do_not_lose_the_article(stage):
    stage.turned_away(article(), Rejected("quality", "odd", evidence=[{1}, float("nan"), "\ud800"]))

    (line,) = lines(stage, "rejected")
    assert line["evidence"] == ["{1}", None, "\ufffd"]


def test_a_second_article_of_one_url_is_refused_as_repeated(stage):
    stage.process_item(article())
    with pytest.raises(Rejected) as refusal:
        stage.process_item(article(text="Another paragraph."))

    assert refusal.value.reason == "repeated"


def test_an_article_stored_by_an_earlier_run_is_refused_as_unchanged(stage, tmp_path):
    stage.process_item(article())
    stage.run.close("finished")
    run = Run("a", RunSettings(output=tmp_path))
    again = StoragePipeline(Context(settings=Settings()), run)
    again.open_spider()
    with pytest.raises(Rejected) as refusal:
        again.process_item(article())

    assert refusal.value.reason == "unchanged"
    run.close("finished")


def test_items_that_are_no_articles_leave_by_the_third_door(stage):
    assert stage.process_item({"url": "http://a.example/1"}) == {"url": "http://a.example/1"}
    stage.turned_away({"a": 1}, ValueError("x"))
    stage.run.commit()

    assert [line["url"] for line in lines(stage, "failed")] == ["http://a.example/1", "urn:item:dict"]
    assert {line["error"].partition(":")[0] for line in lines(stage, "failed")} == {"unknown_item"}


def test_after_storage_failed_nothing_is_written_or_counted(stage):
    stage.process_item(article(1))
    stage.turned_away(article(2), LedgerError("disk I/O error"))
    with pytest.raises(DropItem, match="storage failed before"):
        stage.process_item(article(3))
    stage.turned_away(article(3), DropItem("storage failed before"))

    assert stage.run.broken
    assert len(lines(stage, "articles")) == 1
    assert lines(stage, "failed") == lines(stage, "rejected") == []
