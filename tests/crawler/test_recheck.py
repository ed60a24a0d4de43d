"""Articles looked at again: what changed is stored as a version of the old one, what did not is not stored twice."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.stand.commands import ROOT, lines, reports, scrapy, started, wait_for, write_sites
from tests.stand.prose import page
from tests.stand.server import Stand

pytestmark = pytest.mark.e2e


def test_a_changed_article_is_a_new_version_and_the_others_are_left_alone(tmp_path):
    with Stand(4) as stand:
        file = write_sites(tmp_path, stand.url) / "plain0.toml"
        scrapy("crawl", "plain0", output=tmp_path, url=stand.url)
        correction = "<p>Correction: the mayor of Arden was in Hilsey that day, and saw no ferry at all.</p></article>"
        stand.answers["/plain0/2.html"] = (200, page("plain0", 2).replace("</article>", correction))
        file.write_text(file.read_text() + "\n[recheck]\ndays = 1\nhours = 0\n")
        ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    first, second = reports(tmp_path, "plain0")
    assert ended.code == 0
    assert second["counts"]["stored"] == 1
    assert second["counts"]["yielded"] == 4
    (version,) = lines(tmp_path, "plain0")[4:]
    assert (version["version"], version["previous_run"]) == (2, first["run"])
    assert version["url"].endswith("/plain0/2.html")
    assert version["id"] == next(line["id"] for line in lines(tmp_path, "plain0") if line["url"] == version["url"])


def test_a_refused_copy_is_looked_at_again_and_the_corpus_has_its_corrected_text(tmp_path):
    correction = "Correction: the mayor of Arden was in Hilsey that day, and saw no ferry at all."
    with Stand(1) as stand:
        whole = page("plain1", 0)
        begin, *parts = whole.split("<p>")
        cut = "<p>".join([begin, *parts[:-1]]) + parts[-1][parts[-1].index("</article>") :]
        stand.answers["/plain0/0.html"] = (200, cut)
        stand.answers["/plain1/0.html"] = (200, whole)
        file = write_sites(tmp_path, stand.url) / "plain1.toml"
        file.write_text(file.read_text() + "\n[recheck]\ndays = 1\nhours = 0\n")
        codes = [scrapy("crawl", site, output=tmp_path, url=stand.url).code for site in ("plain0", "plain1")]
        stand.answers["/plain1/0.html"] = (200, whole.replace("</article>", f"<p>{correction}</p></article>"))
        codes += [scrapy("crawl", "plain1", output=tmp_path, url=stand.url).code for _ in range(2)]
        scrapy("corpus", "-o", str(tmp_path / "corpus.jsonl"), output=tmp_path, url=stand.url)

    assert codes == [0, 0, 0, 0]
    assert [line["reason"] for line in lines(tmp_path, "plain1", "rejected")] == ["copy", "copy", "unchanged"]
    (line,) = map(json.loads, (tmp_path / "corpus.jsonl").read_text().splitlines())
    assert line["site"] == "plain1"
    assert correction in line["text"]


def test_articles_that_were_taken_down_make_no_site_unhealthy(tmp_path):
    with Stand(6) as stand:
        file = write_sites(tmp_path, stand.url) / "plain0.toml"
        file.write_text(file.read_text() + "\n[recheck]\ndays = 1\nhours = 0\n")
        scrapy("crawl", "plain0", output=tmp_path, url=stand.url)
        for number in range(6):
            stand.answers[f"/plain0/{number}.html"] = (404, "gone")
        ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    counts = reports(tmp_path, "plain0")[-1]["counts"]
    assert (ended.code, counts["failed"], counts["again"]) == (0, 6, 6)


def test_articles_lost_on_a_bad_day_are_stored_when_the_site_is_well_again(tmp_path):
    shell = "<html><body><div id='app'></div></body></html>"
    with Stand(8) as stand:
        for number in range(8):
            stand.answers[f"/plain0/{number}.html"] = (200, shell) if number % 2 else (404, "gone")
        codes = [scrapy("crawl", "plain0", output=tmp_path, url=stand.url).code for _ in range(2)]
        stand.answers.clear()
        codes += [scrapy("crawl", "plain0", output=tmp_path, url=stand.url).code for _ in range(2)]

    assert codes == [3, 3, 0, 0]
    assert [report["counts"]["stored"] for report in reports(tmp_path, "plain0")] == [0, 0, 8, 0]


def test_pages_that_are_gone_for_good_leave_the_site_healthy_and_are_not_asked_for_ever(tmp_path):
    with Stand(8) as stand:
        for number in range(4):
            stand.answers[f"/plain0/{number}.html"] = (404, "gone")
        codes = [scrapy("crawl", "plain0", output=tmp_path, url=stand.url).code for _ in range(4)]

    assert codes == [0, 0, 0, 0]
    assert stand.asked["/plain0/0.html"] == 3
    assert [report["counts"]["again"] for report in reports(tmp_path, "plain0")] == [0, 4, 4, 0]


def test_the_run_after_a_killed_one_does_not_repeat_its_looks(tmp_path):
    with Stand(30) as stand:
        stand.answers["/plain0/0.html"] = (404, "gone")
        stand.answers["/plain0/1.html"] = (200, "<html><body></body></html>")
        settings = {"TEMPLATE_HOLD": 5, "STORAGE_COMMIT_ARTICLES": 1}
        stand.delay = 0.2
        process = started("crawl", "plain0", output=tmp_path, url=stand.url, log=tmp_path / "log", **settings)
        wait_for(lambda: len(lines(tmp_path, "plain0")) > 5)
        process.kill()
        process.wait()
        stand.delay = 0
        ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url, **settings)

    assert ended.code == 0
    assert len(lines(tmp_path, "plain0", "failed")) == len(lines(tmp_path, "plain0", "rejected")) == 1


def test_a_ledger_that_was_lost_is_restored_from_the_runs_so_that_nothing_is_stored_twice(tmp_path):
    with Stand(6) as stand:
        stand.answers["/plain0/1.html"] = stand.answer("/plain0/0.html")
        stand.answers["/plain0/2.html"] = (200, "<html><body></body></html>")
        scrapy("crawl", "plain0", output=tmp_path, url=stand.url)
        for file in tmp_path.glob("ledger.sqlite*"):
            file.unlink()
        repaired = scrapy("ledger", "repair", output=tmp_path, url=stand.url)
        again = scrapy("ledger", "repair", output=tmp_path, url=stand.url)
        del stand.answers["/plain0/2.html"]
        ended = scrapy("crawl", "plain0", output=tmp_path, url=stand.url)
        checked = scrapy("ledger", "check", output=tmp_path, url=stand.url)

    assert "noted 6 URLs" in repaired.log
    assert "noted" not in again.log
    assert (ended.code, checked.code) == (0, 0)
    assert [report["counts"]["stored"] for report in reports(tmp_path, "plain0")] == [4, 1]
    assert [stand.asked[f"/plain0/{number}.html"] for number in range(6)] == [1, 1, 2, 1, 1, 1]


def test_everything_written_follows_its_schema(tmp_path):
    with Stand(6) as stand:
        stand.answers["/plain0/1.html"] = (410, "gone")
        stand.answers["/plain0/2.html"] = (200, "<html><body><h1>Empty</h1><p>No.</p></body></html>")
        scrapy("crawl", "plain0", output=tmp_path, url=stand.url)

    (report,) = reports(tmp_path, "plain0")
    assert [report["counts"][door] for door in ("stored", "rejected", "failed")] == [4, 1, 1]
    check(report, "run")
    for door, schema in {"articles": "article", "rejected": "rejected", "failed": "failed", "trail": "trail"}.items():
        for line in lines(tmp_path, "plain0", door):
            check(line, schema)


def check(value, schema):
    folder = Path(ROOT, "crawler", "schemas")
    jsonschema.validate(value, json.loads((folder / f"{schema}.json").read_text()))
