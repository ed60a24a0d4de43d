"""WARC files written, torn, repaired and read."""

import gzip
import sys
from contextlib import redirect_stdout
from io import BytesIO, StringIO
from types import SimpleNamespace

import pytest
from warcio.checker import Checker
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import BATCH_URI
from crawler.archive.members import repair
from crawler.archive.reader import ArchivedPage, Batch, read_archive
from crawler.archive.records import Exchange, Original, exchange, metadata, payload_digest, warcinfo

DATE = "2026-11-22T10:15:00.123456Z"
PAGE = "<h1>桥梁通车</h1><p>正文。</p>".encode()


def this(url="http://a.example/1", **fields):
    return Exchange(**{"url": url, "date": DATE, "body": PAGE} | fields)


def check(path):
    """Let `warcio check` read a file; gives its exit code."""
    with redirect_stdout(StringIO()):
        return Checker(SimpleNamespace(inputs=[str(path)], verbose=False)).process_all()


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "pages.warc.gz"
    path.write_bytes(
        warcinfo(path.name, {"software": "Squeegee"}, DATE)
        + exchange(this(headers=(("Content-Type", "text/html; charset=utf-8"),)))
        + exchange(
            this("http://a.example/2"), Original(url="http://a.example/2", date=DATE, digest=payload_digest(PAGE))
        )
        + metadata(BATCH_URI, {"articles": [{"id": "1"}]}, DATE)
    )
    return path


def test_what_was_written_is_read_back_in_order(archive):
    page, revisit, batch = read_archive(archive)

    assert page == ArchivedPage(
        url="http://a.example/1",
        date="2026-11-22T10:15:00Z",
        status=200,
        content_type="text/html; charset=utf-8",
        body=PAGE,
        original_url="http://a.example/1",
        digest=payload_digest(PAGE),
    )
    assert (revisit.revisit, revisit.original_url, revisit.original_date) == (True, "http://a.example/2", DATE)
    assert batch == Batch(articles=[{"id": "1"}], date=DATE)


def test_archives_that_are_read_in_turns_leave_stderr_as_it_was(archive):
    before = sys.stderr
    one, other = read_archive(archive), read_archive(archive)
    next(one)
    next(other)

    assert sys.stderr is before
    assert (len(list(one)), len(list(other))) == (2, 2)
    assert sys.stderr is before


def test_another_tool_finds_every_record_and_digest_good(archive):
    assert check(archive) == 0


def test_headers_are_true_of_the_decoded_body_and_keep_no_secrets(tmp_path):
    path = tmp_path / "x.warc.gz"
    received = (
        ("Content-Type", "text/html"),
        ("Content-Encoding", "br"),
        ("Transfer-Encoding", "chunked"),
        ("Set-Cookie", "token=1"),
        ("X-Odd", "a\r\nInjected: 1"),
    )
    path.write_bytes(exchange(this(headers=received, request_headers=(("Authorization", "secret"), ("Accept", "*/*")))))

    record = gzip.decompress(path.read_bytes()).decode()

    assert next(read_archive(path)).body == PAGE
    assert "\r\nX-Crawl-Content-Encoding: br\r\n" in record
    assert f"\r\nContent-Length: {len(PAGE)}\r\n" in record
    assert "\r\nContent-Encoding" not in record
    assert "\r\nInjected" not in record
    assert "token" not in record
    assert "secret" not in record


def test_a_file_torn_at_any_byte_gives_every_complete_record(archive, tmp_path):
    data = archive.read_bytes()
    torn = tmp_path / "torn.warc.gz"
    for length in range(0, len(data), 5):
        torn.write_bytes(data[:length])

        before = list(read_archive(torn))
        repair(torn)
        after = list(read_archive(torn))

        # Before the repair, a payload may be whole although its record lacks the last bytes.
        assert before[: len(after)] == after
        assert len(before) - len(after) in {0, 1}


def test_after_a_repair_another_tool_reads_the_file(archive, tmp_path):
    data = archive.read_bytes()
    for length in range(0, len(data), 97):
        torn = tmp_path / "torn.warc.gz"
        torn.write_bytes(data[:length])

        cut = repair(torn)

        assert torn.stat().st_size == length - cut
        assert check(torn) == 0


def test_a_whole_file_is_left_alone_by_a_repair(archive):
    before = archive.read_bytes()

    assert repair(archive) == 0
    assert archive.read_bytes() == before


def foreign(path, *, packed, chunked=False, encoding="", kind="response", url="http://b.example/9", whole=False):
    """Write a record as other tools do."""
    body = PAGE
    headers = [("Content-Type", "text/html")]
    if encoding == "gzip":
        body = gzip.compress(body)
        headers.append(("Content-Encoding", "gzip"))
    if chunked:
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        headers.append(("Transfer-Encoding", "chunked"))
    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record(path.name, {"software": "other"}))
    http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1") if kind == "response" else None
    writer.write_record(
        writer.create_warc_record(url, kind, payload=BytesIO(body), length=len(body), http_headers=http)
    )
    path.write_bytes(gzip.compress(out.getvalue()) if whole else out.getvalue())


@pytest.mark.parametrize(
    "way",
    [
        {"packed": True},
        {"packed": False},
        {"packed": False, "whole": True},
        {"packed": True, "chunked": True},
        {"packed": True, "encoding": "gzip"},
        {"packed": True, "chunked": True, "encoding": "gzip"},
        {"packed": True, "kind": "resource"},
        {"packed": True, "url": "<http://b.example/9>"},
    ],
    ids=str,
)
def test_files_of_other_tools_are_read(tmp_path, way):
    path = tmp_path / "other.warc"
    foreign(path, **way)

    (page,) = read_archive(path)

    assert (page.url, page.status, page.body) == ("http://b.example/9", 200, PAGE)


def test_what_is_no_archive_is_refused(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(PAGE * 10)

    with pytest.raises(ValueError, match="not a WARC file"):
        list(read_archive(path))


def test_an_empty_file_holds_no_pages(tmp_path):
    path = tmp_path / "empty.warc.gz"
    path.touch()

    assert list(read_archive(path)) == []


def test_a_decompression_bomb_is_read_up_to_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr("crawler.archive.reader.MOST_BYTES", 1 << 20)
    path = tmp_path / "bomb.warc.gz"
    path.write_bytes(exchange(this(body=bytes(8 << 20))))

    (page,) = read_archive(path)

    assert len(page.body) <= (1 << 20) + (1 << 16)
