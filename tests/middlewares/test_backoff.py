"""Retry-After as servers write it, and errors as failed.jsonl names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError, ResponseDataLossError
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.middlewares.backoff import retry_after
from crawler.middlewares.refusal import PageRefused, name_error, one_line
from crawler.middlewares.robots import MOST_WILDCARDS, _tame


def answer(value):
    return Response("http://a.com/", headers={"Retry-After": value} if value is not None else None)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("5", 5.0),
        (" 120 ", 120.0),
        ("0", 0.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("9" * 40, None),
        ("１０", None),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0.0),
        ("Fri, 31 Dec 1999 23:59:59", 0.0),
        ("Fri, 31 Dec 1999 23:59:59 +99999999999999999999", None),
        ("Fri, 31 Dec 99999999999999999999 23:59:59 GMT", None),
    ],
)
def test_retry_after_is_read_or_ignored(value, seconds):
    assert retry_after(answer(value)) == seconds


def test_a_time_to_come_is_counted_from_now():
    assert retry_after(answer("Fri, 31 Dec 2100 23:59:59 GMT")) > 1_000_000


@given(st.text(st.characters(codec="latin-1"), max_size=40))
def test_any_header_can_be_read(value):
    seconds = retry_after(answer(value))

    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    ("error", "name", "final"),
    [
        (PageRefused("offsite", "leads to b.com", final=True), "offsite: leads to b.com", True),
        (PageRefused("host_down"), "host_down", False),
        (HttpError(Response("http://a.com/", status=404)), "http_404", True),
        (HttpError(Response("http://a.com/", status=503)), "http_503", False),
        (DownloadTimeoutError("took\nlong\x1b[2J"), "timeout: took long [2J", False),
        (ResponseDataLossError(), "truncated: ResponseDataLossError", False),
        (
            DownloadFailedError("[<twisted.python.failure.Failure OpenSSL.SSL.Error: certificate verify failed>]"),
            "connection_failed: OpenSSL.SSL.Error: certificate verify failed",
            False,
        ),
        (RuntimeError("odd"), "error: RuntimeError: odd", False),
    ],
)
def test_an_error_has_a_name(error, name, final):
    assert name_error(Failure(error)) == (name, final)


@given(st.text(max_size=400))
def test_the_words_of_an_error_are_one_printable_line(text):
    assert one_line(text).isprintable()
    assert len(one_line(text)) <= 300


def test_rules_with_too_many_wildcards_are_left_out():
    text = f"User-agent: *\nDisallow: /{'*a' * (MOST_WILDCARDS + 1)}\nDisallow: /*b*"

    assert _tame(text) == "User-agent: *\nDisallow: /*b*"
