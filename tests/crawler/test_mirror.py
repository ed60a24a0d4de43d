"""The spider of every site, run after run: what it finds by itself, what it asks again, and what it leaves alone."""

import pytest

from tests.faults.conftest import run
from tests.faults.server import FaultServer, article, listing, sentences

PLAIN = [f"/news/2024/0305/{number}.html" for number in (101, 102, 103)]
LATE, NEW, LONG, TORN, CHAIN = (f"/news/2024/0305/{number}.html" for number in (110, 120, 130, 140, 150))


def part(path, number, last):
    """Give one page of an article of several pages."""
    following = path.replace(".html", f"_{number + 1}.html")
    more = f"<div class='pages'><a href='{following}'>下一页</a></div>" if number < last else ""
    return lambda exchange: exchange.answer(
        article(f"{path} {number}", title="The long story of the harbour wall", more=more)
    )


def with_etag(answer_body):
    """Answer 304 to who knows the page."""

    def answer(exchange):
        if 'If-None-Match: "one"' in exchange.head:
            exchange.answer("", 'ETag: "one"', status="304 Not Modified")
        else:
            exchange.answer(answer_body, 'ETag: "one"', kind="application/rss+xml")

    return answer


class Paper:
    """A site that is crawled several times."""

    def __init__(self, server, folder):
        self.server = server
        self.folder = folder
        self.number = 0

    def crawl(self, text=""):
        """Crawl, and give the outcome with the paths asked for in this run."""
        self.number += 1
        sites = self.folder / "sites"
        sites.mkdir(exist_ok=True)
        (sites / "paper.toml").write_text(f'start_urls = ["{self.server.url}/"]\n{text}', encoding="utf-8")
        before = len(self.server.times)
        outcome = run(["crawl", "paper"], sites=sites, output=self.folder / "output")
        outcome.asked = [path for path, _ in self.server.times[before:]]
        return outcome


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Four runs of one site; between them it changes as the tests say."""
    with FaultServer() as server:
        paper = Paper(server, tmp_path_factory.mktemp("paper"))
        feed = f"<rss><channel><item><link>{server.url}{PLAIN[2]}</link></item></channel></rss>"
        head = "<link rel='alternate' type='application/rss+xml' href='/feed'>"
        front = [*PLAIN[:2], LATE, LONG, TORN, CHAIN]
        server.pages["/"] = listing(*front, more=head)
        server.pages["/feed"] = with_etag(feed)
        for path, last in ((LONG, 3), (TORN, 2)):
            server.pages[path] = part(path, 1, last)
            for number in range(2, last + 1):
                server.pages[path.replace(".html", f"_{number}.html")] = part(path, number, last)
        after = CHAIN.replace("150", "151")
        server.pages[CHAIN] = lambda exchange: exchange.answer(
            article("chain", title="A bridge is painted blue", more=f"<a rel='next' href='{after}'>Next page</a>")
        )
        server.pages[after] = lambda exchange: exchange.answer(article("other", title="The orchard has a new gate"))
        gone = TORN.replace(".html", "_2.html")
        server.pages[gone] = lambda exchange: exchange.answer("gone", status="404 Not Found")
        server.pages[LATE] = lambda exchange: exchange.answer("later", status="500 Internal Server Error")
        outcomes = [paper.crawl()]
        del server.pages[LATE]
        outcomes.append(paper.crawl())
        server.pages["/"] = listing(*front, NEW, more=head)
        outcomes.append(paper.crawl())
        server.pages[PLAIN[0]] = lambda exchange: exchange.answer(article("changed", title="Another end of the story"))
        outcomes.append(paper.crawl("recheck = {days = 1, hours = 0}"))
        yield server, outcomes


def test_lists_and_feeds_are_found_and_read(runs):
    server, (first, *_) = runs

    assert first.exit_code == 0
    assert all(first.door(server.url + path) == "stored" for path in [*PLAIN, LONG, TORN])


def test_the_pages_of_an_article_are_joined(runs):
    server, (first, *_) = runs
    text = first.doors[server.url + LONG][1]["text"]
    lines = [line for number in (1, 2, 3) for line in sentences(f"{LONG} {number}", 5)]

    assert [line for line in text.split("\n") if line in lines] == lines
    assert not [url for url in first.doors if "_2" in url or "_3" in url]


def test_the_next_article_is_not_taken_for_the_next_page(runs):
    server, (first, *_) = runs

    for path, seed in ((CHAIN, "chain"), (CHAIN.replace("150", "151"), "other")):
        assert first.doors[server.url + path][1]["text"].split("\n")[-5:] == sentences(seed, 5)


def test_a_further_page_that_is_gone_costs_only_itself(runs):
    server, (first, *_) = runs

    assert first.doors[server.url + TORN][1]["text"].split("\n")[-5:] == sentences(f"{TORN} 1", 5)


def test_what_failed_for_now_is_asked_first_in_the_next_run(runs):
    server, (first, second, *_) = runs

    assert first.door(server.url + LATE) == "failed: http_500"
    assert LATE in second.asked[:3]
    assert second.door(server.url + LATE) == "stored"


def test_finished_articles_are_not_asked_for_again(runs):
    _, (_, second, third, _) = runs

    assert sorted(second.asked) == sorted(["/robots.txt", LATE, "/", "/feed"])
    assert sorted(third.asked) == sorted(["/robots.txt", NEW, "/", "/feed"])


def test_an_unchanged_feed_is_asked_whether_it_changed(runs):
    server, (_, second, *_) = runs

    assert second.exit_code == 0
    assert any('If-None-Match: "one"' in head for head in server.heads)


def test_recent_articles_are_looked_at_again_where_the_site_file_says_so(runs):
    server, (*_, fourth) = runs

    assert set(PLAIN) <= set(fourth.asked)
    assert fourth.doors[server.url + PLAIN[0]][1]["title"] == "Another end of the story"
    assert fourth.runs["paper"]["counts"]["stored"] == 1


@pytest.mark.parametrize("way", ["redirected", "served under every URL"])
def test_articles_that_led_to_the_front_page_on_a_bad_day_are_stored_later(way, tmp_path):
    with FaultServer() as server:
        paper = Paper(server, tmp_path)
        server.pages["/"] = listing(*PLAIN)
        paper.crawl()
        later = [f"/news/2024/0306/{number}.html" for number in range(301, 321)]  # so many that it looks like a list
        server.pages["/"] = listing(*PLAIN, *later)
        for path in later:
            server.pages[path] = server.pages["/"] if way != "redirected" else lambda exchange: exchange.redirect("/")
        bad = paper.crawl()
        for path in later:
            del server.pages[path]
        good = paper.crawl()

    assert bad.exit_code == 3
    assert all(good.door(server.url + path) == "stored" for path in later)
    assert good.exit_code == 0


def test_an_article_that_leads_to_the_front_page_is_a_failure_that_says_where(tmp_path):
    with FaultServer() as server:
        server.pages["/"] = listing(*PLAIN)
        server.pages[PLAIN[0]] = lambda exchange: exchange.redirect("/")
        outcome = Paper(server, tmp_path).crawl()

    assert outcome.door(server.url + PLAIN[0]) == f"failed: led_away: redirected to {server.url}/"
    assert outcome.exit_code == 0


def test_a_selector_that_matches_nothing_is_told_of_at_the_end_of_the_crawl(tmp_path):
    with FaultServer() as server:
        server.pages["/"] = listing(*PLAIN)
        outcome = Paper(server, tmp_path).crawl('[extract]\nbody = "div.gone"\ntitle = "h1"')

    told = [line for line in outcome.log.splitlines() if "matched nothing" in line]
    assert outcome.runs["paper"]["counts"]["stored"] == len(PLAIN)
    assert len(told) == 1
    assert "WARNING: selector body matched nothing (3 of 3 articles)" in told[0]
