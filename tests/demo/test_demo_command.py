"""The demo command's own parts: the remembered port, the definitions it writes, the summary it prints."""

import io
import json
import os
import signal
import sys
from threading import Timer

import pytest
from rich.console import Console

from crawler.demo import __main__ as demo
from crawler.demo.__main__ import main, remember_port, remembered_port, write_sites
from crawler.demo.mirrors import MIRRORS
from crawler.demo.server import PORT, serve
from crawler.demo.summary import finished_runs, print_summary
from crawler.sites.loader import load_site


def test_the_port_is_remembered_with_the_output(tmp_path):
    assert remembered_port(tmp_path / "new") == PORT

    remember_port(tmp_path / "new", 4321)

    assert remembered_port(tmp_path / "new") == 4321


def test_a_damaged_port_file_is_as_none(tmp_path):
    (tmp_path / "demo.port").write_text("x")

    assert remembered_port(tmp_path) == PORT


def test_the_definitions_load_as_sites(tmp_path):
    with serve(0) as mirrors:
        write_sites(tmp_path, mirrors)

    sites = [load_site(path) for path in sorted(tmp_path.glob("*.toml"))]

    assert {site.name for site in sites} == {mirror.name for mirror in MIRRORS}


def run_folder(output, site, **counts):
    folder = output / site / "20260101T000000Z"
    folder.mkdir(parents=True)
    zero = dict.fromkeys(("pages", "stored", "duplicates", "rejected", "failed"), 0)
    report = {"site": site, "counts": zero | {"removed_characters": {"byline": 7}} | counts}
    (folder / "run.json").write_text(json.dumps(report))
    (folder.parent / "latest").symlink_to(folder.name)
    return folder


def test_the_summary_adds_up_all_sites_and_names_the_files(tmp_path):
    first, second = run_folder(tmp_path, "a", stored=2, pages=5), run_folder(tmp_path, "b", stored=3, pages=6)
    out = io.StringIO()

    stored = print_summary(finished_runs(tmp_path), Console(file=out, width=200))

    assert finished_runs(tmp_path) == {first, second}
    assert stored == 5
    assert "byline 14" in out.getvalue()
    assert str(first) in out.getvalue()
    assert "11" in out.getvalue()


def test_what_the_demo_proposes_can_be_pasted_into_a_shell(tmp_path, monkeypatch):
    output, out = tmp_path / "an output", io.StringIO()

    def scrapy(*arguments, **_settings):
        if arguments[0] == "crawlall":
            run_folder(output, "a", stored=1)
        return 0

    monkeypatch.setattr(demo, "scrapy", scrapy)
    demo.crawl(Console(file=out, width=40), output, tmp_path, ["a"])

    assert f" audit '{output}/a/20260101T000000Z'\n" in out.getvalue()


def test_the_demo_waits_for_a_crawl_that_ctrl_c_lets_end(tmp_path, monkeypatch):
    interpreter, slow = (
        sys.executable,
        "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); time.sleep(2)",
    )
    monkeypatch.setattr(demo.sys, "executable", str(tmp_path / "python"))
    (tmp_path / "python").write_text(f"#!/bin/sh\nexec {interpreter} -c {slow!r}\n")
    (tmp_path / "python").chmod(0o755)
    ctrl_c = Timer(1, os.kill, (os.getpid(), signal.SIGINT))
    ctrl_c.start()

    assert demo.scrapy("crawlall") == 0
    ctrl_c.join()


def test_a_wrong_option_is_wrong_usage(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["--nonsense"])

    assert "usage" in capsys.readouterr().err
