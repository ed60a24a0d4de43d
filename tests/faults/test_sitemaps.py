"""Sitemaps and feeds that are bombs, lies or endless."""

import gzip

import pytest

from tests.faults.server import FaultServer, listing

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
FIRST = "/news/2024/0305/100.html"


def xml(text, *headers):
    return lambda exchange: exchange.answer(text, *headers, kind="application/xml")


def urlset(*paths, root=""):
    return f"{HEAD}<urlset {SPACE}>" + "".join(f"<url><loc>{root}{path}</loc></url>" for path in paths) + "</urlset>"


def laughs(inner, entity="&i;"):
    """A document whose entities unfold to 10^9 copies."""
    steps = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    return f"{HEAD}<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>{steps}]>{inner.replace('ENTITY', entity)}"


class Million(FaultServer):
    """A server whose sitemap names a million articles."""

    def _page(self, exchange):
        if exchange.path == "/sitemap.xml":
            return self._sitemap
        return super()._page(exchange)

    def _sitemap(self, exchange):
        exchange.begin(kind="application/xml")
        exchange.send(f"{HEAD}<urlset {SPACE}>".encode())
        for start in range(0, 1_000_000, 10_000):
            urls = (f"<url><loc>{self.url}/n/{n}.html</loc></url>" for n in range(start, start + 10_000))
            exchange.send("".join(urls).encode())
        exchange.send(b"</urlset>")


def pages_of(server):
    """Give the answers of each site, by name."""
    root = server.url
    external = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'><!ENTITY h SYSTEM '{root}/secret'>]>"
    cut = gzip.compress(urlset(*[f"/news/2024/0305/{n}.html" for n in range(100, 400)], root=root).encode())
    return {
        "laughs": laughs(f"<urlset {SPACE}><url><loc>ENTITY</loc></url><url><loc>{root}{FIRST}</loc></url></urlset>"),
        "external": HEAD
        + external.format(root=root)
        + f"<urlset {SPACE}><url><loc>&e;</loc></url><url><loc>&h;</loc></url><url><loc>{root}{FIRST}</loc></url></urlset>",
        "loop": f"{HEAD}<sitemapindex {SPACE}><sitemap><loc>{root}/sitemap.xml</loc></sitemap>"
        f"<sitemap><loc>{root}/sitemap.xml?again</loc></sitemap></sitemapindex>",
        "nested": HEAD + "<urlset>" + "<url>" * 100_000,
        "broken": urlset(FIRST, root=root).replace("</urlset>", "<url><loc>http://[broken</loc><url>& < ") + "</x>",
        "cut": cut[: len(cut) // 2],
        "strangers": urlset("http://127.0.0.9:9/news/2024/0305/1.html", f"{root}{FIRST}"),
    }


NAMES = ("laughs", "external", "loop", "nested", "broken", "cut", "strangers")


@pytest.fixture(scope="module")
def servers():
    made = {name: FaultServer() for name in NAMES}
    made["million"] = Million()
    for name, server in made.items():
        if name != "million":
            server.pages["/sitemap.xml"] = xml(pages_of(server)[name])
        server.pages["/"] = listing(FIRST)
        server.__enter__()
    feed = made["feed"] = FaultServer()
    item = f"<item><title>x</title><link>ENTITY</link></item><item><link>{feed.url}{FIRST}</link></item>"
    feed.pages["/sitemap.xml"] = xml(laughs(f"<rss><channel>{item}</channel></rss>"))
    feed.pages["/"] = listing(FIRST)
    feed.__enter__()
    yield made
    for server in made.values():
        server.__exit__()


@pytest.fixture(scope="module")
def outcome(servers, crawl):
    def site(name, server):
        key = "feeds" if name == "feed" else "sitemaps"
        most = "max_pages = 40\n" if name == "million" else ""
        return f'start_urls = ["{server.url}/"]\n[discover]\n{key} = ["{server.url}/sitemap.xml"]\n{most}'

    return crawl(**{name: site(name, server) for name, server in servers.items()})


@pytest.mark.parametrize("name", [*NAMES, "feed"])
def test_a_hostile_sitemap_or_feed_costs_no_article(servers, outcome, name):
    assert outcome.door(servers[name].url + FIRST) == "stored"
    assert outcome.exit_code == 0


def test_external_entities_are_not_loaded(servers, outcome):
    assert "/secret" not in servers["external"].asked
    assert not [url for url in outcome.doors if "root:" in url]


def test_a_sitemap_that_names_itself_is_read_once(servers, outcome):
    assert servers["loop"].asked["/sitemap.xml"] == 1


def test_what_was_complete_before_a_cut_is_taken(servers, outcome):
    stored = [url for url in outcome.doors if url.startswith(servers["cut"].url)]

    assert 100 < len(stored) < 300


def test_a_sitemap_of_a_million_urls_is_read_in_portions(servers, outcome):
    counts = outcome.runs["million"]["counts"]

    assert counts["yielded"] == 40
    assert outcome.megabytes < 500
    assert outcome.seconds < 90
