"""`scrapy clean`: one line for each input, in the order given."""

import gzip
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zstandard
from jsonschema import Draft202012Validator
from scrapy.utils.project import get_project_settings

from crawler.demo.server import serve
from crawler.jsonl import MOST_UNPACKED
from crawler.schemas import load_schema
from crawler.single_pages.cleaning import Cleaner
from crawler.single_pages.fetching import FetchSpider
from crawler.trail import restore_line
from crawler.urls import owns
from tests.faults.server import FaultServer

ROOT = Path(__file__).parents[2]
SCHEMA = Draft202012Validator(load_schema("clean"))

TEXT = [
    "The new tram line was opened on Monday by the mayor, who rode the first car to the harbour.",
    "It took nine years to build and cost forty million, of which the state paid half.",
    "The old ferry will keep running until spring, when its licence ends.",
]


def html(number=0, text=TEXT):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    return f"<html><head><title>Tram line {number}</title></head><body><article><h1>Tram line {number}</h1>{body}</article>"


def lines_of(out):
    lines = [json.loads(line) for line in out.splitlines()]
    for line in lines:
        SCHEMA.validate(line)
    return lines


@pytest.fixture
def clean(scrapy_command):
    return lambda *args, **options: scrapy_command("clean", *args, **options)


def test_many_files_give_one_line_each_in_the_order_given(tmp_path, clean):
    paths = []
    for number in range(40):
        path = tmp_path / f"{(number * 7) % 40}.html"
        path.write_text(html(number), encoding="utf-8")
        paths.append(path)
    paths[11:11] = [tmp_path / "missing.html"]
    packed = tmp_path / "packed.html.gz"
    packed.write_bytes(gzip.compress(html(99).encode()))

    done = clean(*paths, packed)
    lines = lines_of(done.out)

    assert done.code == 0
    assert [line["file"] for line in lines] == [str(path) for path in [*paths, packed]]
    assert "No such file" in lines[11]["error"]
    assert [line["title"] for line in lines[:11]] == [f"Tram line {number}" for number in range(11)]
    assert lines[-1]["title"] == "Tram line 99"
    assert lines[0]["text"] == "\n".join(TEXT)


def test_standard_input_is_read_and_the_url_counts(clean):
    done = clean("--url", "http://A.example/2026/11/1.html?utm_source=x", "-", stdin=html().encode())
    (line,) = lines_of(done.out)

    assert (done.code, line["url"], line["file"]) == (0, "http://a.example/2026/11/1.html", "-")


def test_what_is_no_file_is_told_without_the_names_of_exceptions(tmp_path, clean):
    lines = lines_of(clean(tmp_path, "www.example.com/1.html").out)

    assert [line["error"] for line in lines] == [
        "cannot be read: Is a directory",
        "cannot be read: No such file or directory; a URL begins with http:// or https://",
    ]


def test_a_url_behind_its_option_is_no_page(clean):
    assert "--url says where a file or standard input is from" in clean("--url", "http://a.example/1").err


def test_nothing_but_failures_exits_1(clean):
    done = clean("/nowhere/1.html", "/nowhere/2.html")
    lines = lines_of(done.out)

    assert done.code == 1
    assert [line["file"] for line in lines] == ["/nowhere/1.html", "/nowhere/2.html"]


def test_a_full_disk_behind_standard_output_is_said_in_one_line(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(html(), encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "scrapy", "clean", str(path)]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False, timeout=120)

    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "the articles cannot be written: [Errno 28] No space left on device",
    ]


def test_ctrl_c_waits_for_no_page():
    with FaultServer(pages={"/slow": lambda exchange: exchange.wait()}) as server:
        process = subprocess.Popen(
            [sys.executable, "-m", "scrapy", "clean", f"{server.url}/slow"], cwd=ROOT, stdout=subprocess.PIPE
        )
        while not server.asked["/slow"]:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=15)  # the page has 25 seconds

    assert (process.returncode, lines_of(out)[0]["error"]) == (1, "stopped before an answer came")


def test_a_host_that_is_not_there_is_an_error_in_one_line_and_no_traceback():
    command = [sys.executable, "-m", "scrapy", "clean", "http://127.0.0.1:9/", "http://no-such-host.invalid/"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)

    assert done.returncode == 1
    assert ["robots_unreachable" in line["error"] for line in lines_of(done.stdout)] == [True, True]
    assert len(done.stderr.splitlines()) == 2
    assert b"Traceback" not in done.stderr


def test_a_page_whose_file_is_cut_off_is_an_error(tmp_path, clean):
    page = html(text=TEXT * 20).encode()
    packed = {"gz": gzip.compress(page), "zst": zstandard.compress(page)}
    paths = []
    for suffix, content in packed.items():
        for name, length in (("whole", len(content)), ("torn", len(content) * 2 // 3), ("short", len(content) - 4)):
            paths.append(tmp_path / f"{name}.html.{suffix}")
            paths[-1].write_bytes(content[:length])

    lines = lines_of(clean(*paths).out)

    errors = [line.get("error", "") for line in lines]
    assert [errors[0], errors[3]] == ["", ""]
    assert all("cut off" in error for error in errors[1:3] + errors[4:])


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_standard_input_may_be_compressed_and_says_where_it_is_cut_off(clean, pack):
    page = pack(html(text=TEXT * 20).encode())
    (whole,) = lines_of(clean("-", stdin=page).out)
    (torn,) = lines_of(clean("-", stdin=page[:-9]).out)

    assert whole["title"] == "Tram line 0"
    assert (torn["file"], torn["error"].startswith("ValueError: the file is damaged or cut off")) == ("-", True)


def test_a_bomb_is_an_error_of_its_file(tmp_path, clean):
    paths = {}
    for name, pack in (("gz", gzip.compress), ("zst", zstandard.compress)):
        paths[name] = tmp_path / f"bomb.html.{name}"
        paths[name].write_bytes(pack(bytes(MOST_UNPACKED + 1)))
    page = tmp_path / "page.html"
    page.write_text(html(), encoding="utf-8")

    lines = lines_of(clean(*paths.values(), page).out)

    assert [line["file"] for line in lines] == [str(path) for path in (*paths.values(), page)]
    assert all(f"more than {MOST_UNPACKED} bytes unpacked" in line["error"] for line in lines[:2])
    assert lines[2]["title"] == "Tram line 0"


def test_a_page_that_cannot_be_recorded_is_named(tmp_path, scrapy_command):
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(html().encode())[:-20])
    told = ("--url", "http://a.example/1.html", "-o", tmp_path / "cases")

    torn = scrapy_command("record", *told, path)
    missing = scrapy_command("record", *told, tmp_path / "no.html")

    assert (torn.code, missing.code) == (1, 2)
    assert torn.err.startswith(f"{path}: the file is damaged or cut off")
    assert str(tmp_path / "no.html") in missing.err
    assert len(torn.err.splitlines()) == 1
    assert not (tmp_path / "cases").exists()


@pytest.mark.parametrize("name", ["../../evil", "/tmp/evil", "..", "a/b"])
def test_a_golden_case_is_recorded_in_the_folder_of_the_cases_only(tmp_path, scrapy_command, name):
    (tmp_path / "page.html").write_text(html(), encoding="utf-8")
    cases = tmp_path / "one" / "two"
    told = ("--url", "http://a.example/1.html", "-o", cases, "--name", name)
    done = scrapy_command("record", *told, tmp_path / "page.html")

    assert done.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("-", "-"),
        ("--site", "no-such-site", "x.html"),
        ("--nonsense", "x.html"),
        ("--jobs", "-2", "x.html"),
        ("--url", "http://a.example/1.html", "x.html", "y.html"),
    ],
)
def test_wrong_usage_exits_2(args, clean):
    done = clean(*args)

    assert done.code == 2
    assert "usage" in done.err.lower()


def test_pretty_shows_what_was_removed(tmp_path, clean):
    path = tmp_path / "page.html"
    path.write_text(html(text=["A\u200bbout the tram. " + TEXT[0], *TEXT[1:]]), encoding="utf-8")

    done = clean("--pretty", path)

    assert "<U+200B>" in done.out
    assert TEXT[1] in done.out


def test_urls_are_fetched_and_stand_among_files_in_their_order(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(html(), encoding="utf-8")
    with serve(0) as mirrors:
        root = mirrors[0].root

        # Fetching runs Scrapy's reactor, which a process can do once.
        wrong = [
            "http://127.0.0.1:x/",
            "http://[bad",
            "http://127.0.0.1:99999/",
            "http:///a",
            "http://a..b/",
            "http://:0/",
        ]
        asked = [*wrong, f"{root}/no-such-page.html", str(path), f"{root}/"]
        command = [sys.executable, "-m", "scrapy", "clean", *asked]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=120)

    lines = lines_of(done.stdout)
    assert [line["url"] for line in lines if "error" in line] == [*wrong, f"{root}/no-such-page.html"]
    assert all("malformed URL" in line["error"] for line in lines[:4])
    lines = lines[len(wrong) :]
    assert lines[0] == {"url": f"{root}/no-such-page.html", "error": "the server answers 404"}
    assert lines[1]["file"] == str(path)
    assert lines[2]["url"] == f"{root}/"


def test_urls_are_fetched_at_the_distance_that_robots_txt_asks_for():
    pages = {
        "/robots.txt": lambda exchange: exchange.answer("User-agent: *\nCrawl-delay: 2.5\n", kind="text/plain"),
        **{f"/{number}.html": lambda exchange: exchange.answer(html()) for number in range(2)},
    }
    with FaultServer(pages=pages) as server:
        command = [sys.executable, "-m", "scrapy", "clean", *(f"{server.url}/{number}.html" for number in range(2))]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=120)

    assert [line["title"] for line in lines_of(done.stdout)] == ["Tram line 0"] * 2
    assert server.gaps()[-1] > 2.4


def test_redirects_are_followed_and_those_that_lead_nowhere_told_as_they_are():
    pages = {
        "/robots.txt": lambda exchange: exchange.answer("User-agent: *\n", kind="text/plain"),
        "/old.html": lambda exchange: exchange.redirect("/new.html"),
        "/new.html": lambda exchange: exchange.answer(html()),
        "/loop.html": lambda exchange: exchange.redirect("/loop.html"),
        "/away.html": lambda exchange: exchange.redirect("http://127.0.0.9:9/"),
        "/mail.html": lambda exchange: exchange.redirect("mailto:a@b.example"),
    }
    with FaultServer(pages=pages) as server:
        asked = [f"{server.url}/{name}.html" for name in ("old", "loop", "away", "mail")]
        command = [sys.executable, "-m", "scrapy", "clean", *asked]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=120)

    page, *errors = lines_of(done.stdout)
    assert (page["url"], page["title"]) == (f"{server.url}/new.html", "Tram line 0")
    assert [line["error"].split()[0] for line in errors] == ["redirect_loop:", "offsite:", "redirect_scheme:"]


@pytest.mark.parametrize(
    ("asked", "leads_to", "is_followed"),
    [
        ("http://a.example/1", "www.a.example", True),
        ("http://www.a.example/1", "a.example", True),
        ("http://www.a.example:8080/1", "m.a.example:8080", True),
        ("http://a.example/1", "b.example", False),
        ("http://127.0.0.1:8000/1", "127.0.0.1:8001", False),
    ],
)
def test_a_page_may_have_moved_within_its_domain(tmp_path, asked, leads_to, is_followed):
    assert owns(FetchSpider([asked], tmp_path, {}).site.domains, leads_to) is is_followed


def test_a_page_is_judged_alone_whatever_was_cleaned_before():
    cleaner = Cleaner.from_settings(get_project_settings())
    pages = [html(number, [*TEXT, f"Share page {number}"]) for number in range(5)]

    alone = [Cleaner.from_settings(get_project_settings()).page(page).as_line() for page in pages]

    assert [cleaner.page(page).as_line() for page in pages] == alone


def test_the_trail_gives_back_what_extraction_gave():
    cleaned = Cleaner.from_settings(get_project_settings()).page(html(text=["A\u200bbout. " + TEXT[0], *TEXT]))

    line = cleaned.as_line()

    assert line["trail"]
    assert restore_line(line, line["trail"]) == (cleaned.raw_title, list(cleaned.raw_paragraphs))
