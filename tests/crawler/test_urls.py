"""One form for every URL, whatever a page or an attacker writes."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.urls import MOST_CHARACTERS, article_id, host_of, normalise_url

SAME = [
    ("HTTP://Example.COM/a", "http://example.com/a"),
    ("http://example.com:80/a", "http://example.com/a"),
    ("https://example.com:443/a", "https://example.com/a"),
    ("http://example.com.:80", "http://example.com/"),
    ("http://example.com", "http://example.com/"),
    ("http://example.com/a#top", "http://example.com/a"),
    ("http://example.com/a/./b/../c.html", "http://example.com/a/c.html"),
    ("http://example.com/../../a", "http://example.com/a"),
    ("http://example.com/a?utm_source=x&id=7&utm_campaign=y", "http://example.com/a?id=7"),
    ("http://example.com/a?spm=1.2&from=b", "http://example.com/a?from=b"),
    ("http://example.com/a;jsessionid=0A1B2C?x=1", "http://example.com/a?x=1"),
    ("http://example.com/a?PHPSESSID=deadbeef", "http://example.com/a"),
    ("http://example.com/a?sid=a1b2c3d4e5f6a7b8c9", "http://example.com/a"),
    ("http://example.com/a?&b&&c=1&", "http://example.com/a?b&c=1"),
    ("http://example.com/%e4%bd%a0", "http://example.com/%E4%BD%A0"),
    ("http://example.com/你", "http://example.com/%E4%BD%A0"),
    (" http://example.com/a b\n", "http://example.com/a%20b"),
    ("http:\\\\example.com\\a", "http://example.com/a"),
    ("http://münchen.de/", "http://xn--mnchen-3ya.de/"),
    ("http://[::1]:80/a", "http://[::1]/a"),
]

DIFFERENT = [
    ("http://example.com/A", "http://example.com/a"),
    ("http://example.com/a?b=1&c=2", "http://example.com/a?c=2&b=1"),
    ("http://example.com/a?sid=17", "http://example.com/a"),
    ("http://example.com:8080/a", "http://example.com/a"),
    ("http://example.com/a/", "http://example.com/a"),
    ("http://example.com/a?from=index", "http://example.com/a"),
]

NO_PAGES = [
    "",
    "javascript:alert(1)",
    "mailto:a@example.com",
    "file:///etc/passwd",
    "ftp://example.com/a",
    "data:text/html,x",
    "http://",
    "http:///a",
    "http://user:word@example.com/",
    "http://example.com:99999/",
    "http://example.com:x/",
    "http://[::1/",
    "/a/b",
    "http://example.com/" + "a" * MOST_CHARACTERS,
    "http://example.com/\ud800",
]


@pytest.mark.parametrize(("url", "expected"), SAME)
def test_what_makes_no_difference_is_taken_out(url, expected):
    assert normalise_url(url) == expected


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_a_server_may_tell_apart_stays(one, other):
    assert normalise_url(one) != normalise_url(other)


@pytest.mark.parametrize("url", NO_PAGES)
def test_what_is_no_web_page_is_refused(url):
    with pytest.raises(ValueError):  # noqa: PT011 - the words differ, the kind is the contract
        normalise_url(url)


@given(st.text(max_size=60))
def test_any_text_gives_one_form_or_is_refused(text):
    for url in (text, f"http://example.com/{text}", f"http://{text}/a?b=c"):
        with contextlib.suppress(ValueError):
            once = normalise_url(url)
            assert normalise_url(once) == once
            assert once.isascii()
            assert once.isprintable()
            assert " " not in once


@given(st.lists(st.sampled_from(["a", "..", ".", "", "b.html", "%2e%2e"]), max_size=8))
def test_no_path_climbs_above_the_root(segments):
    once = normalise_url("http://example.com/" + "/".join(segments))

    assert "/../" not in once
    assert not once.endswith("/..")
    assert normalise_url(once) == once


def test_an_id_is_short_stable_and_safe_as_a_file_name():
    assert article_id("http://example.com/a") == "77de988488adfeb1"
    assert article_id("http://example.com/a") != article_id("http://example.com/b")
    assert article_id("http://example.com/../\ud800\x1b").isalnum()


def test_a_host_has_its_port_where_it_is_not_the_default():
    assert host_of("http://Example.com:8080/a") == "example.com:8080"
