"""`scrapy audit` over runs and files."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.items import Article
from crawler.jsonl import read_lines
from crawler.runs.finding import run_folders
from crawler.stored_runs.auditing import Wanted, find_article, summarise

ROOT = Path(__file__).parents[2]


def article(number, **fields):
    facts = {"id": f"{number}0000", "url": f"http://a.example/{number}", "site": "alpha", "run": "20261122T101500Z"}
    return Article(**facts | {"title": "Bridge opens", "paragraphs": ["The bridge XYZ opened.", "Share this"]} | fields)


def cleaned(number, **fields):
    item = article(number, **fields)
    item.cut(0, 11, 15, stage="injection", reason="inline", evidence="on 9 pages")
    item.drop(1, stage="template", reason="site_line")
    return item


COPY = {
    "stage": "deduplication",
    "reason": "copy",
    "duplicate_of": "10000",
    "duplicate_url": "http://a.example/1",
    "similarity": 0.97,
}


@pytest.fixture
def audit(scrapy_command):
    return lambda *args: scrapy_command("audit", *args)


@pytest.fixture
def run(make_run):
    return make_run(
        cleaned(1),
        cleaned(2),
        (cleaned(3), COPY),
        failed=[{"url": "http://a.example/4", "error": "timeout: 25 s", "when": ""}],
    )


def test_a_run_is_counted_by_stage_and_reason(run):
    summary = summarise([run], Wanted())

    assert (summary.stored, summary.rejected, summary.failed) == (2, 1, 1)
    inline = summary.edits["injection", "cut", "inline"]
    assert (inline.articles, inline.times, inline.characters) == (3, 3, 12)
    assert summary.rejections["deduplication", "copy"].articles == 1
    assert summary.errors == {"timeout": 1}


def test_without_the_trail_nothing_is_passed_off_as_the_page(run, audit):
    (run / "trail.jsonl").unlink()
    done = audit("--restore", "10000", run)

    assert (done.code, done.out) == (1, "")
    assert "no trail.jsonl" in done.err


@pytest.mark.parametrize(
    ("wanted", "edits", "rejections"),
    [
        (Wanted(stage="template"), [("template", "drop", "site_line")], []),
        (Wanted(reason="copy"), [], [("deduplication", "copy")]),
        (Wanted(site="beta"), [], []),
    ],
)
def test_counts_are_narrowed_to_a_stage_reason_or_site(run, wanted, edits, rejections):
    summary = summarise([run], wanted)

    assert (list(summary.edits), list(summary.rejections)) == (edits, rejections)


def test_a_path_may_name_a_run_a_file_a_site_or_all_output(make_run, tmp_path):
    old = make_run(cleaned(1), run="20261120T101500Z")
    new = make_run(cleaned(1), run="20261121T101500Z")
    (new.parent / "latest").symlink_to(new.name)
    other = make_run(cleaned(1), site="beta", run="20261122T101500Z")

    assert run_folders(old) == [old]
    assert run_folders(old / "trail.jsonl") == [old]
    assert run_folders(old.parent) == [old, new]
    assert run_folders(old.parent / "latest") == [new]
    assert run_folders(tmp_path / "output") == [old, new, other]
    with pytest.raises(FileNotFoundError, match="holds no run"):
        run_folders(ROOT / "docs")


def test_the_newest_run_that_has_an_article_counts_and_a_beginning_of_its_id_is_enough(make_run):
    make_run(article(1), run="20261120T101500Z")
    new = make_run(cleaned(1), run="20261121T101500Z")

    found = find_article([new.parent / "20261120T101500Z", new], "100")

    assert (found.folder, len(found.trail)) == (new, 2)


def test_the_beginning_of_several_ids_is_none_and_a_whole_id_counts_before(make_run, audit):
    run = make_run(article(1, id="20000"), article(2, id="2000"), article(3, id="20001"))

    assert find_article([run], "2000").line["id"] == "2000"
    done = audit("--restore", "200", run)
    assert (done.code, done.out) == (1, "")
    assert done.err == "3 articles have an id that begins with '200': 2000, 20000, 20001\n"


def test_what_failed_is_counted_for_its_own_site_only(run):
    site = run.parent.name

    assert [summarise([run], Wanted(site=name)).failed for name in (site, "other")] == [1, 0]


def test_lines_without_the_wanted_bytes_are_not_read(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('no json\n{"id": "wanted"}\n')

    assert list(read_lines(path, only=b"wanted")) == [{"id": "wanted"}]


def test_restore_prints_the_page_text_as_it_was(run, audit):
    done = audit("--restore", "10000", run)

    assert (done.code, done.out) == (0, "Bridge opens\n\nThe bridge XYZ opened.\nShare this\n")


@pytest.mark.parametrize(("option", "encoding"), [("--restore", "ascii"), ("--article", "gbk")])
def test_letters_that_the_terminal_does_not_know_are_shown_as_escapes(make_run, option, encoding):
    item = article(1, title="旧桥开通", paragraphs=["旧桥今天开通，游人很多。😀", "桥边茶社"])
    item.cut(0, 0, 2, stage="injection", reason="inline")
    command = [sys.executable, "-m", "scrapy", "audit", option, "10000", str(make_run(item))]
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=60)

    assert (done.returncode, done.stderr) == (0, b"")
    assert "游人很多。😀".encode(encoding, "backslashreplace") in done.stdout


def test_an_article_is_shown_with_its_removals_in_place(run, audit):
    path = run / "articles.jsonl.gz"
    path.write_bytes(gzip.compress((run / "articles.jsonl").read_bytes()))
    (run / "articles.jsonl").unlink()
    done = audit("--article", "10000", path)

    assert done.out.startswith(f"{path}\n")
    assert "The bridge XYZ [injection/inline: on 9 pages]opened." in done.out
    assert "Share this[template/site_line]" in done.out


def test_a_refused_article_is_shown_with_what_was_counted(make_run, audit):
    why = {"stage": "quality", "reason": "too_short", "evidence": "12 characters, fewer than 60"}
    run = make_run((article(5), why))

    assert "rejected by quality: too_short (12 characters, fewer than 60)" in audit("--article", "5", run).out


def test_a_rejected_copy_stands_beside_the_article_it_copies(make_run, audit):
    make_run(cleaned(1), site="beta")
    done = audit("--article", "30000", make_run((cleaned(3, title="The copy"), COPY)))

    assert done.out.index("kept") < done.out.index("rejected copy")
    assert "Bridge opens" in done.out
    assert "The copy" in done.out
    assert "similarity: 0.97" in done.out


def test_json_is_for_machines(run, audit):
    done = audit("--json", run)

    tables = json.loads(done.out)
    assert tables["stored"] == 2
    assert tables["changes"][0] == {
        "stage": "injection",
        "action": "cut",
        "reason": "inline",
        "articles": 3,
        "times": 3,
        "characters": 12,
        "sites": {"alpha": 3},
        "examples": {"XYZ ": 3},
    }


@pytest.mark.parametrize(
    ("args", "code"), [((), 2), (("/nowhere",), 2), (("--restore", "nope", "."), 2), (("--restore", "", "."), 2)]
)
def test_wrong_usage_exits_2(args, code, audit):
    assert audit(*args).code == code


def test_a_url_stands_for_the_id(run, audit):
    done = audit("--article", "http://a.example/3#top", run)

    assert (done.code, "30000" in done.out) == (0, True)


def test_a_page_that_failed_is_named_with_its_error(run, audit):
    done = audit("--article", "http://a.example/4", run)

    assert (done.code, "it failed: timeout: 25 s" in done.err) == (1, True)


def test_an_unknown_id_exits_1_and_says_where_ids_are(run, audit):
    done = audit("--restore", "nope", run)

    assert done.code == 1
    assert "articles.jsonl" in done.err


def test_a_latest_run_that_was_never_healthy_is_told_from_a_slip(run, audit):
    never, slip = audit(run.parent / "latest"), audit(run.parent / "lates")

    assert (never.code, slip.code) == (2, 2)
    assert f"latest does not exist, since no run there was healthy; the newest is {run}" in never.err
    assert slip.err.rstrip().endswith("lates does not exist")


@pytest.mark.parametrize("path", ["/etc/passwd", "/dev/null", str(ROOT / "README.md")])
def test_a_file_of_no_run_is_wrong_usage(path, audit):
    done = audit(path)

    assert done.code == 2
    assert f"{path} is no file of a run" in done.err


def test_a_stage_that_is_none_is_wrong_usage(run, audit):
    near, far = audit("--stage", "tamplate", run), audit("--stage", "x", run)

    assert (near.code, far.code) == (2, 2)
    assert "there is no stage 'tamplate'; did you mean template?" in near.err
    assert "the stages are normalization, template" in far.err


def test_that_nothing_was_found_is_said(run, audit):
    done = audit("--stage", "spinning", "--reason", "typo", run)

    assert done.code == 0
    assert "nothing with stage 'spinning', reason 'typo' in 1 runs" in done.err


@pytest.mark.parametrize("line", ["no json", "[]", '{"id": "10000"}', "{}"])
def test_a_line_that_is_none_of_a_trail_is_named(run, audit, line):
    with (run / "trail.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    done = audit(run)

    assert done.code == 1
    assert done.err.startswith("cannot read the runs: ")
    assert "Traceback" not in done.err


def test_a_filled_field_is_called_as_in_the_trail(make_run, audit):
    item = article(1)
    item.fill("authors", ["Ann Lee"], stage="byline", reason="author")
    changes = json.loads(audit("--json", make_run(item)).out)["changes"]

    assert [(change["stage"], change["action"], change["reason"]) for change in changes] == [
        ("byline", "mark", "author")
    ]
    assert changes[0]["characters"] == 0


def test_a_reader_that_has_seen_enough_is_no_error(run):
    command = f"{sys.executable} -m scrapy.cmdline audit --stage injection {run} | true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.returncode, done.stderr) == (0, "")
