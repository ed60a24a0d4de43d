"""Sitemaps and feeds, well formed and not."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.feeds import is_feed, read_feed
from crawler.discovery.sitemaps import Entry, is_sitemap, read_sitemap
from crawler.discovery.xml import read_root

SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'

URLSET = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by a machine --><urlset {SPACE} {NEWS}>
<url><loc> http://a.com/1?x=1&amp;y=2 </loc><lastmod>2024-03-05</lastmod></url>
<url><loc><![CDATA[http://a.com/2]]></loc>
<news:news><news:publication><news:name>A</news:name></news:publication>
<news:publication_date>2024-03-06T08:00:00Z</news:publication_date><news:title>T</news:title></news:news></url>
<url><loc>javascript:alert(1)</loc></url><url></url></urlset>""".encode()

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><link>http://a.com/</link>
<item><title>x</title><link>/1.html</link></item>
<item><title>y</title><guid isPermaLink="true">http://a.com/2.html</guid></item>
<item><title>z</title><guid>tag:17</guid></item></channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://a.com/"/>
<entry><id>tag:1</id><link rel="self" href="http://a.com/self"/><link href="http://a.com/3.html"/></entry>
<entry><id>http://a.com/4.html</id></entry></feed>"""

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="http://a.com/5.html"><title>x</title></item></rdf:RDF>"""


def test_a_sitemap_gives_its_pages_with_their_times():
    assert list(read_sitemap(URLSET)) == [
        Entry(url="http://a.com/1?x=1&y=2", modified="2024-03-05"),
        Entry(url="http://a.com/2", modified="2024-03-06T08:00:00Z"),
    ]


def test_a_packed_sitemap_is_the_same():
    assert list(read_sitemap(gzip.compress(URLSET))) == list(read_sitemap(URLSET))
    assert is_sitemap(gzip.compress(URLSET))


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_a_sitemap_in_utf_16_is_the_same(mark):
    body = ("\ufeff" + URLSET.decode().replace("UTF-8", "UTF-16")).encode(mark)

    assert is_sitemap(body)
    assert list(read_sitemap(body)) == list(read_sitemap(URLSET))


def test_an_index_gives_sitemaps():
    index = f"<sitemapindex {SPACE}><sitemap><loc>http://a.com/s.xml</loc></sitemap></sitemapindex>".encode()

    assert list(read_sitemap(index)) == [Entry(url="http://a.com/s.xml", is_sitemap=True)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_sitemap_may_be_a_list_of_lines(mark):
    body = mark + b"http://a.com/1\r\n\r\nhttp://a.com/2\nno url\n"

    assert is_sitemap(body)
    assert [entry.url for entry in read_sitemap(body)] == ["http://a.com/1", "http://a.com/2"]


@pytest.mark.parametrize("body", [b"", b"Not found", b"http://a.com/ <html><body>", b"<html>http://a.com/"])
def test_what_is_no_sitemap_is_told(body):
    assert not is_sitemap(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (RSS, ["http://a.com/1.html", "http://a.com/2.html"]),
        (ATOM, ["http://a.com/3.html", "http://a.com/4.html"]),
        (RDF, ["http://a.com/5.html"]),
    ],
)
def test_a_feed_gives_its_entries(body, expected):
    assert is_feed(body)
    assert list(read_feed(body, "http://a.com/feed")) == expected


def test_a_chinese_feed_in_gb2312_is_read():
    body = '<?xml version="1.0" encoding="gb2312"?><rss><channel><item><title>新闻</title><link>/1</link></item></channel></rss>'

    assert list(read_feed(body.encode("gb2312"), "http://a.com/")) == ["http://a.com/1"]


@pytest.mark.parametrize(
    ("body", "root"),
    [
        (b"", ""),
        (b"plain", ""),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<rss>", "rss"),
        (b"<!DOCTYPE html><html>", "html"),
        (
            b'<?xml version="1.0"?>\n<!DOCTYPE urlset SYSTEM "s.dtd" [\n<!ENTITY a "b">\n<!ELEMENT x ANY> ]>\n<urlset>',
            "urlset",
        ),
        (b"<!doctype urlset []><urlset>", "urlset"),
        (b"<?xml-stylesheet href='x'?><!-- a > b --><x:feed>", "feed"),
        (b"<!--" * 5000, ""),
        (gzip.compress(b"<urlset>", mtime=0), "urlset"),
    ],
)
def test_a_body_is_known_by_its_first_tag(body, root):
    assert read_root(body) == root


@given(st.binary(max_size=400))
def test_any_bytes_can_be_read(body):
    for text in (body, b"<urlset><url><loc>" + body, b"<rss><item><link>" + body, b"\x1f\x8b\x08" + body):
        list(read_sitemap(text))
        list(read_feed(text, "http://a.com/"))


def test_a_sitemap_with_a_document_type_of_its_own_is_read_and_its_entities_are_not():
    kind = b'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = (
        kind + b"<urlset><url><loc>http://a.example/1</loc></url><url><loc>http://a.example/2&x;</loc></url></urlset>"
    )

    assert is_sitemap(body)
    assert [entry.url for entry in read_sitemap(body)] == ["http://a.example/1", "http://a.example/2"]


def test_a_broken_middle_costs_what_is_broken():
    urls = "".join(f"<url><loc>http://a.com/{n}</loc></url>" for n in range(5))
    body = f"<urlset>{urls}<url><loc>http://a.com/x & y</loc></url>{urls.replace('a.com', 'b.com')}</urlset>".encode()

    assert {f"http://a.com/{n}" for n in range(5)} <= {entry.url for entry in read_sitemap(body)}
