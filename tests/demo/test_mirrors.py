"""The demo mirrors: what they serve, and that the truth is in it."""

import gzip
import socket
import urllib.request
from html import unescape

import pytest

from crawler.demo.articles import originals
from crawler.demo.mirrors import MIRRORS
from crawler.demo.mirrors.harbour import gloss
from crawler.demo.server import serve

ROOT = "http://127.0.0.9:1"
CODECS = {"demo-tide": "gb18030", "demo-harbour": "big5"}


@pytest.mark.parametrize("mirror", MIRRORS, ids=lambda mirror: mirror.name)
def test_every_article_of_a_mirror_has_its_page(mirror):
    replies = mirror.replies(ROOT)

    for one in mirror.articles():
        page = replies[mirror.path(one)].body.decode(CODECS.get(mirror.name, "utf-8"))
        assert one.title in unescape(page)


@pytest.mark.parametrize("mirror", MIRRORS, ids=lambda mirror: mirror.name)
def test_a_mirror_serves_the_same_at_every_start(mirror):
    assert mirror.replies(ROOT) == mirror.replies(ROOT)


def test_every_article_stands_on_some_mirror_and_many_on_several():
    copies = [slug for mirror in MIRRORS for slug in mirror.slugs]

    assert set(copies) == set(originals())
    assert len(copies) > 1.5 * len(set(copies))


def test_the_sitemap_index_leads_to_every_article():
    replies = MIRRORS[0].replies(ROOT)
    listed = b"".join(gzip.decompress(replies[f"/map/{number}.xml.gz"].body) for number in (1, 2)).decode()

    assert all(ROOT + MIRRORS[0].path(one) in listed for one in MIRRORS[0].articles())


def test_the_calendar_never_ends():
    tide = next(mirror for mirror in MIRRORS if mirror.name == "demo-tide")

    page = tide.answer("/calendar/9000/1/", {}).body.decode("gb18030")

    assert "/calendar/9000/2/" in page
    assert "/calendar/8999/12/" in page


def test_glosses_follow_their_characters():
    assert gloss("開門") == "開(kāi)門"


def test_mirrors_stand_on_hosts_of_their_own_and_count_requests():
    with serve(0, MIRRORS[:2]) as served:
        hosts = {one.root.rpartition(":")[0] for one in served}
        with urllib.request.urlopen(f"{served[1].root}/robots.txt") as reply:
            assert b"Disallow" in reply.read()

    assert len(hosts) == 2
    assert served[1].requests == ["/robots.txt"]


def test_a_taken_port_is_passed_over():
    with socket.create_server(("127.0.0.2", 0)) as taken:
        port = taken.getsockname()[1]
        with serve(port, MIRRORS[:1]) as served:
            assert served[0].root != f"http://127.0.0.2:{port}"


def test_an_unknown_path_is_not_found():
    assert MIRRORS[0].answer("/nowhere", {}).status == 404
