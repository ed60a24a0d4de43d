"""The demo crawl, end to end: what is stored is the truth, and a second run stores nothing new."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.demo.articles import originals
from crawler.demo.mirrors import MIRRORS
from crawler.demo.mirrors.morning import stitched

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.e2e


def run(output):
    command = [sys.executable, "-m", "crawler.demo", "--output", str(output)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def lines(output, name):
    return [
        json.loads(line)
        for path in sorted(output.glob(f"*/2*/{name}"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    output = tmp_path_factory.mktemp("demo")
    first = run(output)
    stored = lines(output, "articles.jsonl")
    rejected = lines(output, "rejected.jsonl")
    return output, first, stored, rejected


def of_one_article(stored):
    return [line for line in stored if "stitched" not in line["marks"]]


def test_the_first_crawl_is_healthy(demo):
    _, first, stored, _ = demo

    assert first.returncode == 0, first.stdout + first.stderr
    assert f"{len(stored)} new articles stored" in first.stdout
    assert lines(demo[0], "failed.jsonl") == []


def test_every_article_is_stored_once_and_is_the_truth(demo):
    stored = of_one_article(demo[2])

    assert {line["title"]: line["text"] for line in stored} == {one.title: one.text for one in originals().values()}
    assert len(stored) == len(originals())


def test_what_mirrors_write_above_an_article_makes_none_suspect(demo):
    marked = [edit for edit in lines(demo[0], "trail.jsonl") if edit["reason"] == "unwitnessed"]

    assert marked == []


def test_copies_are_rejected_and_linked_to_what_was_kept(demo):
    _, _, stored, rejected = demo
    copies = [line for line in rejected if line["reason"] == "copy"]
    ids = {line["id"] for line in stored}

    assert len(copies) == sum(len(mirror.slugs) for mirror in MIRRORS) - len(originals())
    assert {line["duplicate_of"] for line in copies} <= ids


def test_the_page_from_a_paragraph_pool_is_marked(demo):
    pool = [line for line in demo[2] if line["url"].endswith("/pool.html")]

    assert [line["marks"] for line in pool] == [["stitched"]]
    assert pool[0]["text"] == "\n".join(stitched())


def test_error_pages_with_status_200_are_refused(demo):
    gone = [line for line in demo[3] if line["url"].rstrip("/").endswith(("gone", "gone.html"))]

    assert [line["reason"] for line in gone] == ["error_page"] * 2


def test_nothing_that_robots_txt_forbids_and_no_endless_calendar_was_fetched(demo):
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in demo[0].glob("*/2*/run.json")]

    assert len(reports) == len(MIRRORS)
    assert all("/private/" not in line["url"] for line in demo[2])
    assert sum(report["counts"]["pages"] for report in reports) < 100
    for report in reports:
        counts = report["counts"]
        assert counts["yielded"] == counts["stored"] + counts["rejected"] + counts["failed"]


def test_a_second_run_stores_nothing_new_and_says_so(demo):
    output, _, stored, _ = demo

    second = run(output)

    assert second.returncode == 0, second.stdout + second.stderr
    assert "Nothing new" in second.stdout
    assert len(lines(output, "articles.jsonl")) == len(stored)
