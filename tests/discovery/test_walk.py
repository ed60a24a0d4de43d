"""The walk over a site's lists: what is asked for, what is believed, and what a killed run leaves to the next."""

import pytest

from crawler.discovery.frontier import PORTION, Frontier
from crawler.discovery.known import MemoryUrls
from crawler.discovery.plan import Rules
from crawler.discovery.walk import Reply, Step, Walk
from crawler.sites import Discover, Site
from crawler.urls import owns

ROOT = "http://a.com"
DAY = 86_400.0


def site(**discover):
    return Site(name="a", start_urls=(f"{ROOT}/",), domains=("a.com",), discover=Discover(**discover))


def walk_of(known, the_site=None, **limits):
    rules = Rules(the_site or site())
    settings = {"most_lists": 100, "most_depth": 3, "barren": 3, "trust": DAY} | limits
    return Walk(rules, Frontier(known, "a", most=10_000), **settings)


def page(*links, more=""):
    items = "".join(f"<li><a href='{path}'>The harbour opens again after a long winter</a></li>" for path in links)
    return f"<html><body><ul>{items}</ul>{more}</body></html>".encode()


def articles(*numbers):
    return [f"/news/2024/0305/{number}.html" for number in numbers]


def reply(body, path="/", **more):
    return Reply(body=body, url=ROOT + path, asked=1000.0, **more)


def read(walk, step, what):
    """Read a list whole."""
    [found] = walk.read(step, what)
    return found


NEXT = "<a rel='next' href='/list/{}.html'>next</a>"


@pytest.fixture
def known():
    return MemoryUrls()


def test_articles_wait_and_lists_follow(known):
    walk = walk_of(known)
    [start] = walk.begin()

    found = read(walk, start, reply(page(*articles(100, 101), more="<a href='/world/'>World</a>")))

    assert found.articles == [ROOT + path for path in articles(100, 101)]
    assert [step.url for step in found.steps] == [f"{ROOT}/world/"]
    assert known.waiting("a") == sorted(found.articles)


def test_the_pages_of_one_list_keep_their_depth(known):
    walk = walk_of(known)
    [start] = walk.begin()

    found = read(walk, start, reply(page(*articles(100), more=NEXT.format(2))))

    assert found.steps == [Step(url=f"{ROOT}/list/2.html", head=f"{ROOT}/", number=2)]


def test_a_list_ends_where_its_pages_show_nothing_new(known):
    walk = walk_of(known)
    [step] = walk.begin()
    read(walk, step, reply(page(*articles(100))))
    step = Step(url=f"{ROOT}/list/1.html")
    pages = 0
    while step is not None:
        pages += 1
        found = read(walk, step, reply(page(*articles(100), more=NEXT.format(pages + 1)), f"/list/{pages}.html"))
        step = next((one for one in found.steps if "/list/" in one.url), None)

    assert pages == 3


def test_a_run_that_was_killed_is_walked_again_to_the_end(known):
    """Every article of the first pages is known, but the list was never read to its end."""
    first = walk_of(known)
    [step] = first.begin()
    [second] = read(first, step, reply(page(*articles(100), more=NEXT.format(2)))).steps
    read(first, second, reply(page(*articles(101), more=NEXT.format(3)), "/list/2.html"))

    again = walk_of(known)
    [step] = again.begin()
    [second] = read(again, step, reply(page(*articles(100), more=NEXT.format(2)))).steps
    [third] = read(again, second, reply(page(*articles(101), more=NEXT.format(3)), "/list/2.html")).steps

    assert third.url == f"{ROOT}/list/3.html"


def finish(known, *urls):
    """Let articles be finished."""
    known.finished = {ROOT + path for path in urls}
    known.is_finished = lambda url: url in known.finished


def test_a_list_that_was_read_to_its_end_is_read_as_far_as_it_is_new(known):
    first = walk_of(known)
    [step] = first.begin()
    [second] = read(first, step, reply(page(*articles(101), more=NEXT.format(2)))).steps
    read(first, second, reply(page(*articles(100)), "/list/2.html"))
    finish(known, *articles(100, 101))

    again = walk_of(known)
    [step] = again.begin()

    assert not read(again, step, reply(page(*articles(101), more=NEXT.format(2)))).steps


def test_new_articles_on_the_first_page_open_the_list_again(known):
    """A kill between two pages must not hide what the second one shows."""
    first = walk_of(known)
    [step] = first.begin()
    read(first, step, reply(page(*articles(100))))
    finish(known, *articles(100))
    again = walk_of(known)
    [step] = again.begin()
    read(again, step, reply(page(*articles(102), more=NEXT.format(2))))
    finish(known, *articles(100, 102))

    third = walk_of(known)
    [step] = third.begin()

    assert read(third, step, reply(page(*articles(102), more=NEXT.format(2)))).steps


def test_a_page_that_failed_leaves_its_list_unread(known):
    walk = walk_of(known)
    [step] = walk.begin()
    [second] = read(walk, step, reply(page(*articles(100), more=NEXT.format(2)), etag='"1"')).steps
    walk.failed(second)

    again = walk_of(known)

    assert again.conditions(again.begin()[0]) == {}


def test_a_list_is_asked_whether_it_changed_and_what_it_led_to_is_asked_all_the_same(known, monkeypatch):
    walk = walk_of(known)
    [step] = walk.begin()
    body = page(*articles(100), more="<a href='/world/'>World</a>")
    read(walk, step, reply(body, etag='"1"', last_modified="Tue, 05 Mar 2024 08:00:00 GMT"))
    monkeypatch.setattr("crawler.discovery.walk.time", lambda: 1000.0 + DAY / 2)

    again = walk_of(known)
    [step] = again.begin()

    assert again.conditions(step) == {"If-None-Match": '"1"', "If-Modified-Since": "Tue, 05 Mar 2024 08:00:00 GMT"}
    assert [one.url for one in again.unchanged(step)] == [f"{ROOT}/world/"]


def test_a_304_is_not_believed_for_ever(known, monkeypatch):
    walk = walk_of(known)
    [step] = walk.begin()
    read(walk, step, reply(page(*articles(100)), etag='"1"'))
    monkeypatch.setattr("crawler.discovery.walk.time", lambda: 1000.0 + 2 * DAY)

    assert walk_of(known).conditions(step) == {}


SITEMAP = b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>"
FEED = b"<rss version='2.0'><channel><title>Parked</title></channel></rss>"


@pytest.mark.parametrize("body", [page(more="<a href='/?q=1'>Cheap flights</a>"), SITEMAP, FEED])
def test_a_list_that_named_no_article_is_not_believed_to_be_unchanged(known, monkeypatch, body):
    walk = walk_of(known)
    [step] = walk.begin()
    list(walk.read(step, reply(body, etag='"1"')))
    monkeypatch.setattr("crawler.discovery.walk.time", lambda: 1000.0 + DAY / 2)

    assert walk_of(known).conditions(step) == {}


def test_a_page_that_turned_out_to_be_a_list_is_one_from_then_on(known):
    walk = walk_of(known)
    [start] = walk.begin()
    found = read(walk, start, reply(page(more="<a href='/harbour7.html'>Harbour</a>")))
    [url] = found.articles
    assert not walk.is_sure(url)
    step = walk.turned_out_list(url)
    known.set_aside("a", url)
    read(walk, step, reply(page(*articles(100)), "/harbour7.html"))

    again = walk_of(known)
    found = read(again, again.begin()[0], reply(page(more="<a href='/harbour7.html'>Harbour</a>")))

    assert [one.url for one in found.steps] == [url]
    assert not found.articles


def test_depth_and_number_of_lists_are_bounded(known):
    walk = walk_of(known, most_lists=5)
    [start] = walk.begin()
    links = "".join(f"<a href='/{name}/'>Name</a>" for name in "abcdefghij")

    steps = read(walk, start, reply(page(more=links))).steps

    assert len(steps) == 4
    assert not read(walk, Step(url=f"{ROOT}/deep/", depth=3), reply(page(more="<a href='/x/'>X</a>"), "/deep/")).steps


def test_robots_and_the_head_name_further_files(known):
    walk = walk_of(known)
    [start] = walk.begin()
    head = "<link rel='alternate' type='application/rss+xml' href='/feed'>"

    found = read(walk, start, reply(page(more=head), sitemaps=(f"{ROOT}/s.xml", "http://b.com/s.xml")))

    assert [(step.url, step.is_xml) for step in found.steps] == [(f"{ROOT}/feed", True), (f"{ROOT}/s.xml", True)]


def test_rules_of_the_site_file_decide(known):
    the_site = site(article=(r"/x/\d+$",), list=(r"/l/",), ignore=(r"/x/9",), next="a.on")
    walk = walk_of(known, the_site)
    [start] = walk.begin()
    body = page(
        "/x/1", "/x/9", *articles(100), more="<a href='/l/2/'>More</a><a class='on' href='/p2'>2</a><a href='/w/'>W</a>"
    )

    found = read(walk, start, reply(body))

    assert found.articles == [f"{ROOT}/x/1"]
    assert [step.url for step in found.steps] == [f"{ROOT}/p2", f"{ROOT}/l/2/"]


def test_nothing_is_looked_for_where_the_site_file_says_so(known):
    walk = walk_of(known, site(automatic=False, article=(r"/x/",)))
    [start] = walk.begin()
    head = "<link rel='alternate' type='application/rss+xml' href='/feed'><a href='/world/'>World</a>"

    found = read(walk, start, reply(page("/x/1", *articles(100), more=head)))

    assert found.articles == [f"{ROOT}/x/1"]
    assert not found.steps


def test_robots_txt_is_asked_before_a_link_counts_as_found(known):
    rules = Rules(site(), allows=lambda url: "101" not in url)
    walk = Walk(rules, Frontier(known, "a", most=10), most_lists=10, most_depth=3, barren=3, trust=0)
    [start] = walk.begin()

    assert read(walk, start, reply(page(*articles(100, 101)))).articles == [ROOT + articles(100)[0]]


def test_a_site_of_many_articles_is_given_out_in_portions(known):
    frontier = Frontier(known, "a", most=10_000)
    urls = [f"{ROOT}/{number:05}" for number in range(2 * PORTION + 7)]

    now = frontier.add(urls).now
    given = list(now)
    for _ in now:
        frontier.done()
    while portion := frontier.more():
        assert len(portion) <= PORTION
        given += portion

    assert len(now) == PORTION
    assert sorted(given) == urls


def test_no_url_is_given_out_twice_and_no_more_than_allowed(known):
    frontier = Frontier(known, "a", most=3)
    urls = [f"{ROOT}/{number}" for number in range(9)]

    first = frontier.add(urls).now
    second = frontier.add(urls)

    assert len(first) == 3
    assert second.now == []
    assert second.novel == 0
    assert frontier.more() == []


def test_what_was_discovered_behind_the_place_reached_is_not_forgotten(known):
    frontier = Frontier(known, "a", most=100)
    known.discovered("a", [f"{ROOT}/m"])
    assert frontier.more() == [f"{ROOT}/m"]
    known.discovered("a", [f"{ROOT}/a"])

    assert frontier.more() == [f"{ROOT}/a"]
    assert frontier.more() == []


@pytest.mark.parametrize(
    ("domains", "host", "expected"),
    [
        (("a.com",), "a.com", True),
        (("a.com",), "a.com:8080", False),
        (("a.com:8080",), "a.com:8080", True),
        (("a.com",), "www.a.com", False),
        (("*.a.com",), "www.a.com", True),
        (("*.a.com",), "a.com", False),
        (("*.a.com",), "nota.com", False),
        (("a.com",), "a.com.evil.net", False),
    ],
)
def test_hosts_are_owned_by_name_and_port(domains, host, expected):
    assert owns(domains, host) is expected


def days(*numbers):
    return "".join(f"<a href='/events?date=2025-07-{number:02}'>Day {number}</a>" for number in numbers).encode()


def test_pages_like_those_that_were_no_articles_are_held_until_one_is(known):
    walk = walk_of(known)
    [step] = walk.begin()

    found = read(walk, step, reply(days(*range(1, 31))))
    assert len(found.articles) == 12
    assert len(known.waiting("a")) == 12

    first = f"{ROOT}/events?date=2025-07-01"
    turned_out = walk.turned_out_list(first)
    assert read(walk, turned_out, reply(days(*range(1, 31)), "/events?date=2025-07-01")).articles == []
    assert len(walk.turned_out_article(f"{ROOT}/events?date=2025-07-02")) == 12


def test_a_page_that_is_known_for_an_article_needs_no_trial(known):
    finish(known, *(f"/events?date=2025-07-{number:02}" for number in range(1, 21)))
    walk = walk_of(known)
    [step] = walk.begin()

    assert len(read(walk, step, reply(days(*range(1, 31)))).articles) == 10
