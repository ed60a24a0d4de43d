"""`scrapy report`: where its page goes, and what keeps it from there."""

import os
from concurrent.futures import ThreadPoolExecutor

from crawler.items import Article


def test_a_folder_is_no_file_for_the_page(make_run, tmp_path, scrapy_command):
    run = make_run(Article(id="1", url="http://a.example/1", site="alpha", paragraphs=["The bridge opened."]))
    folder = tmp_path / "pages"
    folder.mkdir()
    done = scrapy_command("report", "-o", folder, run.parent.parent)

    assert done.code == 2
    assert f"{folder} is a folder; -o names a file" in done.err
    assert not (tmp_path / ".pages.tmp").exists()


def test_a_page_that_cannot_be_written_is_no_missing_run(make_run, tmp_path, scrapy_command):
    run = make_run(Article(id="1", url="http://a.example/1", site="alpha", paragraphs=["The bridge opened."]))
    (tmp_path / "file").write_text("")
    done = scrapy_command("report", "-o", tmp_path / "file" / "page.html", run.parent.parent)

    assert done.code == 1
    assert "the report cannot be written" in done.err
    assert "makes a first run" not in done.err


def test_where_there_is_no_run_it_is_said_how_to_make_one(tmp_path, scrapy_command):
    done = scrapy_command("report", tmp_path)

    assert done.code == 1
    assert "makes a first run" in done.err


def test_a_pipe_is_written_into_and_stays_one(make_run, tmp_path, scrapy_command):
    run = make_run(Article(id="1", url="http://a.example/1", site="alpha", paragraphs=["The bridge opened."]))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        done = scrapy_command("report", "-o", pipe, run.parent.parent)
        page = read.result(timeout=60)

    assert (done.code, done.out) == (0, "")
    assert page.rstrip().endswith(b"</html>")
    assert pipe.is_fifo()


def test_behind_a_link_its_target_is_written(make_run, tmp_path, scrapy_command):
    run = make_run(Article(id="1", url="http://a.example/1", site="alpha", paragraphs=["The bridge opened."]))
    (tmp_path / "page.html").symlink_to(tmp_path / "served.html")
    done = scrapy_command("report", "-o", tmp_path / "page.html", run.parent.parent)

    assert done.code == 0
    assert (tmp_path / "page.html").is_symlink()
    assert (tmp_path / "served.html").read_bytes().rstrip().endswith(b"</html>")
