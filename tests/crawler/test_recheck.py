"""Articles looked at again: what changed is stored as a version of the old one, what did not is not stored twice."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.stand.commands import ROOT, lines, reports, scrapy, write_sites
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
