"""Golden cases, compared whole; `pytest tests/golden --refresh` accepts what today's rules give."""

from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from crawler.single_pages.golden import Case, read_expected, write_expected
from crawler.trail import restore_line

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_recorded_page_gives_the_recorded_article(folder, request):
    line, trail = Case.load(folder).clean(get_project_settings())
    if request.config.getoption("--refresh", default=False):
        write_expected(folder, line, trail)

    assert (line, trail) == read_expected(folder)


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_the_trail_of_a_recorded_article_can_be_played_backwards(folder):
    line, trail = read_expected(folder)

    title, paragraphs = restore_line(line, trail)

    assert len(title) + sum(map(len, paragraphs)) >= len(line["title"]) + len(line["text"]) - line["text"].count("\n")


def test_a_case_can_be_recorded_from_a_file(tmp_path, scrapy_command):
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><title>Tram</title></head><body><article><h1>Tram</h1><p>" + "It runs. " * 30 + "</p></article>"
    )

    done = scrapy_command("record", "--url", "http://a.example/news/1.html", "-o", tmp_path / "cases", page)

    folder = tmp_path / "cases" / "a.example-news-1.html"
    assert done.code == 0
    assert read_expected(folder) == Case.load(folder).clean(get_project_settings())


@pytest.mark.parametrize("args", [(), ("page.html",), ("--site", "nowhere", "http://127.0.0.1:9/")])
def test_wrong_usage_exits_2(args, scrapy_command):
    assert scrapy_command("record", *args).code == 2


def test_a_case_that_cannot_be_written_is_told_in_one_line(tmp_path, scrapy_command):
    (tmp_path / "page.html").write_text("<h1>Tram</h1><p>It runs.</p>")
    told = ("--url", "http://a.example/1.html", "-o", tmp_path / "page.html")

    done = scrapy_command("record", *told, tmp_path / "page.html")

    assert done.code == 1
    assert done.err.startswith("the case cannot be written: ")
    assert len(done.err.splitlines()) == 1
