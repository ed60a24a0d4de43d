"""Lines that every reader takes, and files that are cut, synced and put in place."""

import errno
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.runs import files
from crawler.runs.files import WorkingFile, as_line, clean, count_lines, cut, make_folder, put, whole_lines
from crawler.runs.folder import read_report

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec=None)), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=5), anything, max_size=4))
def test_any_value_becomes_one_line_of_strict_utf8_json(value):
    line = as_line(value)

    def refuse(name):
        raise AssertionError(name)

    json.loads(line.decode("utf-8"), parse_constant=refuse)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")


@given(st.text(st.characters(codec=None)))
def test_a_cleaned_text_keeps_its_length_so_that_offsets_hold(text):
    assert len(clean(text)) == len(text)
    assert clean(clean(text)) == clean(text)


def test_chinese_is_written_as_it_is():
    assert as_line({"a": "今天"}) == '{"a": "今天"}\n'.encode()


def test_what_is_no_json_is_written_as_text_not_lost():
    assert json.loads(as_line({"a": {1}, "b": ("x",)})) == {"a": "{1}", "b": ["x"]}


def test_a_working_file_knows_what_is_on_disk(tmp_path):
    file = WorkingFile(tmp_path / "a")
    file.append(b"one\n")
    assert (file.length, file.synced) == (4, 0)
    assert file.sync() == 4
    file.append(b"two\n")
    file.close()
    file.close()

    assert (tmp_path / "a").read_bytes() == b"one\ntwo\n"


def test_a_working_file_never_opens_one_that_is_there(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(FileExistsError):
        WorkingFile(tmp_path / "a")


def test_a_short_write_is_continued(tmp_path, monkeypatch):
    write = os.write
    file = WorkingFile(tmp_path / "a")
    monkeypatch.setattr(os, "write", lambda fd, content: write(fd, content[:3]))
    file.append(b"0123456789\n")
    file.close()

    assert (tmp_path / "a").read_bytes() == b"0123456789\n"


def test_a_file_is_put_in_place_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "run.json"
    put(path, b"before")

    def full(fd, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        put(path, b"after")

    assert path.read_bytes() == b"before"


def test_folders_are_made_with_those_above_them(tmp_path):
    make_folder(tmp_path / "a" / "b" / "c")
    make_folder(tmp_path / "a" / "b" / "c")

    assert (tmp_path / "a" / "b" / "c").is_dir()


def test_lines_are_counted_and_a_torn_one_is_refused(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"1\n2\n3")
    with pytest.raises(ValueError, match="within a line"):
        count_lines(path)
    cut(path, 4)

    assert count_lines(path) == 2


@pytest.mark.parametrize("content", [b"{", b"\0" * 40, b"\xff{}", b"[" * 100_000, b"[]", b"{}"])
def test_a_damaged_report_is_named(tmp_path, content):
    (tmp_path / "run.json").write_bytes(content)

    with pytest.raises(ValueError, match=r"run\.json is damaged"):
        read_report(tmp_path)


def test_a_file_that_the_disk_has_no_room_for_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(_fd, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "run.json").write_text("old", encoding="utf-8")
    monkeypatch.setattr(files, "write_all", full)

    with pytest.raises(OSError, match="No space left"):
        put(tmp_path / "run.json", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]
    assert (tmp_path / "run.json").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("content", "whole"),
    [(b"", 0), (b"ha", 0), (b"one\n", 4), (b"one\nha", 4), (b"one\n" + b"x" * 3_000_000, 4)],
)
def test_the_end_of_the_last_whole_line_is_found_however_long_what_was_torn_is(tmp_path, content, whole):
    (tmp_path / "articles.jsonl").write_bytes(content)
    assert whole_lines(tmp_path / "articles.jsonl") == whole
