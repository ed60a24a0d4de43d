"""Whether a body is a page at all."""

import pytest

from crawler.extraction.page.contents import is_binary


@pytest.mark.parametrize(
    ("body", "label"),
    [
        (b"%PDF-1.7", ""),
        (b"\n\x89PNG\r\n\x1a", ""),
        (b"\0\0\0\x18ftypmp42", ""),
        (b"<html>", "image/png"),
        (b"PK\x03\x04", "text/html"),
    ],
)
def test_files_of_other_kinds_are_no_pages(body, label):
    assert is_binary(body, label)


@pytest.mark.parametrize(
    ("body", "label"), [(b"<html>", "text/html"), (b"", ""), (b"\xd6\xd0", "application/octet-stream")]
)
def test_pages_are_pages_whatever_they_are_called(body, label):
    assert not is_binary(body, label)
