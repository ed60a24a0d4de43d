"""Archives, runs and lines replayed."""

import gzip
import json
import shutil
import subprocess
import time
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import FILE_NAME
from crawler.jsonl import read_run
from crawler.replay.run import replay
from crawler.replay.sources import open_source
from pipelines.normalization import NormalizationPipeline
from tests.stand.commands import lines, scrapy, started
from tests.stand.server import Stand

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
LINES = ("articles.jsonl", "rejected.jsonl", "trail.jsonl")


@pytest.fixture
def settings(demo):
    settings = get_project_settings()
    settings.set("SQUEEGEE_SITES", str(demo.sites))
    return settings


def replayed(sources, settings, folder):
    folder.mkdir()
    return replay(
        [open_source(Path(source)) for source in sources], settings, folder, now=NOW, processes=1, context=1_000
    )


def write_lines(path, lines):
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


STORY = [
    "The new tram line was opened on Monday by the mayor, who rode the first car to the harbour.",
    "It took nine years to build and cost forty million, of which the state paid half.",
    "The old ferry will keep running until spring, when its licence ends.",
]


@pytest.mark.e2e
def test_a_run_replayed_under_the_same_rules_is_identical_byte_for_byte(demo, settings, tmp_path):
    stored = copies = 0
    for name, run in demo.runs.items():
        out = tmp_path / name

        difference = replayed([run], settings, out)

        assert difference.is_empty
        stored += difference.unchanged
        copies += difference.rejected["deduplication/copy"]
        for file in LINES:
            assert (out / file).read_bytes() == (run / file).read_bytes()
    assert stored == sum(len(list(read_run(run, "articles"))) for run in demo.runs.values()) > 0
    assert copies > 0


@pytest.mark.e2e
def test_runs_without_their_archives_refuse_the_same_pages_for_what_they_were(demo, settings, tmp_path):
    left = []
    for name, run in demo.runs.items():
        left.append(tmp_path / "output" / name / run.name)
        shutil.copytree(run, left[-1], ignore=shutil.ignore_patterns(FILE_NAME))

    difference = replayed(left, settings, tmp_path / "out")

    assert difference.rejected["quality/error_page"] > 0
    assert [why for *_, why in difference.rejected_otherwise if "quality" in why] == []
    assert [why for *_, why in difference.new if "quality" in why] == []


@pytest.mark.e2e
def test_runs_of_many_small_batches_are_replayed_whole_also_where_one_was_killed(tmp_path):
    with Stand(30, delay=0.05) as stand:
        options = {"output": tmp_path, "url": stand.url, "TEMPLATE_HOLD": 8}
        process = started("crawl", "plain0", log=tmp_path / "log", STORAGE_COMMIT_ARTICLES=1, **options)
        while len(lines(tmp_path, "plain0")) < 9:
            assert process.poll() is None
            time.sleep(0.005)
        process.kill()
        process.wait()
        assert scrapy("crawl", "plain0", **options).code == 0
        ended = scrapy("replay", "--check", *map(str, sorted((tmp_path / "plain0").glob("*Z"))), **options)

    assert ended.code == 0, ended.log
    assert "30 unchanged" in ended.log


@pytest.mark.e2e
def test_the_site_is_known_from_the_archive_when_its_file_is_gone(demo, tmp_path):
    run = demo.runs["demo-tide"]

    assert replayed([run], get_project_settings(), tmp_path / "out").is_empty


@pytest.mark.e2e
def test_with_one_rule_off_the_difference_names_exactly_the_articles_it_changed(demo, settings, tmp_path):
    settings.set(
        "ITEM_PIPELINES", {**settings.getwithbase("ITEM_PIPELINES"), "pipelines.injection.InjectionPipeline": None}
    )
    run = max(demo.runs.values(), key=lambda run: len(cut_by_injection(run)))

    difference = replayed([run], settings, tmp_path / "out")

    assert {changed.id for changed in difference.changed} == cut_by_injection(run) != set()
    assert difference.unchanged == len(list(read_run(run, "articles"))) - len(difference.changed)


def cut_by_injection(run):
    """Give the stored articles of a run from which the injection stage took something."""
    stored = {line["id"] for line in read_run(run, "articles")}
    edits = read_run(run, "trail")
    return stored & {edit["id"] for edit in edits if edit["stage"] == "injection" and edit["action"] != "mark"}


@pytest.mark.e2e
def test_a_run_without_its_pages_is_replayed_from_its_trail(demo, settings, tmp_path):
    copy = tmp_path / "copy" / "demo-echo" / demo.runs["demo-echo"].name
    shutil.copytree(demo.runs["demo-echo"], copy)
    (copy / FILE_NAME).unlink()

    difference = replayed([copy], settings, tmp_path / "out")

    assert not difference.gone
    assert not difference.failed


def test_a_copy_of_a_line_is_refused_in_file_order_and_names_the_one_kept(settings, tmp_path):
    lines = [
        {"id": "z-first", "url": "http://b.example/9", "title": "Tram line opened", "text": "\n".join(STORY)},
        {"id": "a-second", "url": "http://a.example/1", "title": "Tram line opened", "text": "\n".join(STORY)},
    ]

    difference = replayed([write_lines(tmp_path / "in.jsonl", lines)], settings, tmp_path / "out")

    (rejected,) = read_run(tmp_path / "out", "rejected")
    assert (rejected["id"], rejected["reason"], rejected["duplicate_of"]) == ("a-second", "copy", "z-first")
    assert difference.rejected == {"deduplication/copy": 1}


def test_lines_keep_their_order_and_their_ids(settings, tmp_path):
    settings.set("ITEM_PIPELINES", {NormalizationPipeline: 100})
    order = ("5", "2", "9", "1")
    lines = [{"id": number, "url": f"http://x.example/{number}", "title": "Tram", "text": STORY[0]} for number in order]

    replayed([write_lines(tmp_path / "in.jsonl", lines)], settings, tmp_path / "out")

    assert tuple(line["id"] for line in read_run(tmp_path / "out", "articles")) == order


@pytest.mark.parametrize("line", [{}, {"text": None}, {"text": "x", "url": 7, "title": None, "authors": None}])
def test_odd_lines_cost_nobody_else_anything(settings, tmp_path, line):
    good = {"id": "good", "url": "http://x.example/1", "title": "Tram line opened", "text": "\n".join(STORY)}

    replayed([write_lines(tmp_path / "in.jsonl", [line, good])], settings, tmp_path / "out")

    assert [line["id"] for line in read_run(tmp_path / "out", "articles")][-1] == "good"


def test_a_file_of_something_else_than_articles_is_named(tmp_path, scrapy_command):
    path = write_lines(tmp_path / "trail.jsonl", [{"id": "a", "stage": "byline", "removed": "By Ann Marsh"}] * 2)
    done = scrapy_command("replay", "-o", tmp_path / "out", path)

    assert (done.code, done.out) == (1, "")
    assert "trail.jsonl is no file of articles: none of its lines has 'text' or 'paragraphs'" in done.err
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "odd",
    [
        {"id": "\ud800", "site": "\ud800"},
        {"id": ["one"]},
        {"id": {"no": 1}, "url": "http://[::1", "canonical_url": "http://[::1"},
        {"site": "x", "fetched": "yesterday"},
        {"site": "x", "fetched": "0001-01-01"},
        {"site": "x", "fetched": "9999-12-31T23:59:59-14:00"},
        {"title": ["Ferry"], "authors": 5, "language": 7},
        {"text": 7, "paragraphs": ["The ferry was late again, and nobody at the quay was told why. " * 9, 7]},
        {"stage": "quality"},
    ],
    ids=str,
)
def test_values_of_other_types_cost_neither_their_line_nor_the_others(settings, tmp_path, odd):
    lines = [ONE, TWO | odd, ONE | {"id": "three", "url": "http://x.example/3"}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    difference = replayed([tmp_path / "in.jsonl"], settings, tmp_path / "out")

    assert difference.stored == 2
    assert not difference.failed


def test_an_author_who_stands_alone_is_one_author(settings, tmp_path):
    replayed([write_lines(tmp_path / "in.jsonl", [ONE | {"authors": "Jane Doe"}])], settings, tmp_path / "out")

    assert next(read_run(tmp_path / "out", "articles"))["authors"] == ["Jane Doe"]


def test_a_line_nested_without_end_is_named(settings, tmp_path):
    (tmp_path / "in.jsonl").write_text('{"a": ' * 100_000 + "\n{}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"in\.jsonl:1: not JSON"):
        replayed([tmp_path / "in.jsonl"], settings, tmp_path / "out")


ONE = {"id": "one", "url": "http://x.example/1", "title": "Tram line opened 电车", "text": "\n".join(STORY)}
TWO = {"id": "two", "url": "http://x.example/2", "title": "A letter", "text": "The ferry was late again. " * 9}
WRITTEN = "".join(json.dumps(line, ensure_ascii=False) + "\r\n" for line in (ONE, TWO))


@pytest.mark.parametrize(
    "content",
    [
        WRITTEN.encode("utf-8-sig"),
        b"\n  \r\n" + WRITTEN.encode(),
        *(WRITTEN.encode(encoding) for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32")),
        gzip.compress(WRITTEN.encode("utf-16"), mtime=0),
    ],
)
def test_lines_are_read_in_the_encodings_that_other_tools_write(settings, tmp_path, content):
    settings.set("ITEM_PIPELINES", {NormalizationPipeline: 100})
    (tmp_path / "in.jsonl").write_bytes(content)

    replayed([tmp_path / "in.jsonl"], settings, tmp_path / "out")

    assert [line["title"] for line in read_run(tmp_path / "out", "articles")] == [ONE["title"], TWO["title"]]


def test_an_archive_that_is_cut_off_is_named_and_the_rest_is_replayed(tmp_path, scrapy_command):
    archive = tmp_path / "cut.warc.gz"
    foreign_archive(archive)
    whole = scrapy_command("replay", "--json", archive)
    archive.write_bytes(archive.read_bytes()[:-20])
    cut = scrapy_command("replay", "--json", archive)

    assert (whole.err, cut.code) == ("", 0)
    assert f"{archive} is cut off within a record" in cut.err
    assert json.loads(cut.out)["notes"]


def test_lines_that_are_cut_off_are_named_and_the_rest_is_replayed(tmp_path, scrapy_command):
    articles = write_lines(tmp_path / "in.jsonl", [ONE, TWO])
    articles.write_bytes(articles.read_bytes()[:-20])
    done = scrapy_command("replay", articles)

    assert (done.code, done.err) == (0, f"{articles} is cut off within a line; what stands before that was read\n")
    assert "1 stored" in done.out


@pytest.mark.parametrize("name", ["empty.jsonl", "empty.warc.gz"])
def test_a_source_without_an_article_is_named_and_is_no_error(tmp_path, scrapy_command, name):
    (tmp_path / name).touch()
    done = scrapy_command("replay", "--check", tmp_path / name)

    assert (done.code, done.err) == (0, f"{tmp_path / name} holds no article\n")


@pytest.mark.parametrize("content", [b"\x89PNG\x1b[2J\xff\x00" * 500, gzip.compress(b"\x1b[2J\x00\xfe" * 900, mtime=0)])
def test_a_source_that_is_none_is_named_without_its_bytes_and_leaves_no_folder(tmp_path, scrapy_command, content):
    junk = tmp_path / "junk.warc.gz"
    junk.write_bytes(content)
    done = scrapy_command("replay", "-o", tmp_path / "out", junk)

    assert done.code == 1
    assert "not a WARC file" in done.err
    assert done.err.strip().isprintable()
    assert len(done.err) < 400
    assert list(tmp_path.iterdir()) == [junk]


def test_the_result_of_a_replay_may_take_the_place_of_an_empty_folder(tmp_path, scrapy_command):
    (tmp_path / "out").mkdir()
    done = scrapy_command("replay", "-o", tmp_path / "out", write_lines(tmp_path / "in.jsonl", [ONE]))

    assert done.code == 0, done.err
    assert (tmp_path / "out" / "run.json").exists()


def foreign_archive(path):
    """Write an archive as another tool does: several hosts, an image, an error page, one page twice."""
    body = (
        "<html><head><title>Tram line opened</title></head><body><article><h1>Tram line opened</h1>{}</article></body>"
    )
    page = body.format("".join(f"<p>{text}</p>" for text in STORY)).encode()
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, status, kind, content in (
        ("http://a.example/news/1.html", "200 OK", "text/html", page),
        ("http://a.example/logo.png", "200 OK", "image/png", b"png"),
        ("http://a.example/gone.html", "404 Not Found", "text/html", b"<p>no</p>"),
        ("http://a.example/news/1.html", "200 OK", "text/html", page),
    ):
        http = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=BytesIO(content), length=len(content), http_headers=http
        )
        writer.write_record(record)
    path.write_bytes(out.getvalue())
    return path


def test_an_archive_of_another_tool_is_replayed(settings, tmp_path):
    difference = replayed([foreign_archive(tmp_path / "other.warc.gz")], settings, tmp_path / "out")

    (article,) = read_run(tmp_path / "out", "articles")
    assert (article["title"], article["text"], article["site"]) == ("Tram line opened", "\n".join(STORY), "a.example")
    assert [new[1] for new in difference.new] == ["http://a.example/news/1.html"]


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
def test_an_archive_made_by_wget_is_replayed(settings, tmp_path, served):
    subprocess.run(
        ["wget", "-q", "-r", "-l", "2", f"--warc-file={tmp_path / 'mirror'}", "-P", str(tmp_path / "files"), served],
        check=False,  # wget exits 8 for any page that is missing
        timeout=60,
    )

    difference = replayed([tmp_path / "mirror.warc.gz"], settings, tmp_path / "out")

    assert difference.stored >= 3
    assert not difference.failed


@pytest.fixture
def served():
    from crawler.demo.server import serve

    with serve(0) as mirrors:
        yield mirrors[0].root + "/"


def test_the_command_prints_what_changed_and_check_makes_it_an_exit_code(tmp_path, scrapy_command):
    line = {
        "id": "1",
        "url": "http://x.example/1",
        "title": "Tram",
        "text": "\n".join([*STORY, "odd\u200bword " + STORY[0]]),
    }

    done = scrapy_command("replay", write_lines(tmp_path / "in.jsonl", [line]), "--check")

    assert done.code == 3
    assert "0 new, 0 gone, 1 changed, 0 unchanged" in done.out
    assert "odd[-<U+200B>-]word" in done.out


@pytest.mark.parametrize("args", [(), ("/nowhere",), ("-o", ROOT, "x.jsonl")])
def test_what_cannot_be_replayed_is_said(args, scrapy_command):
    done = scrapy_command("replay", *args)

    assert done.code in {1, 2}
    assert done.err
