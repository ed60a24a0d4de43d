"""Servers that ask for patience, and servers that are not there."""

import threading
import time
from itertools import pairwise

import pytest

from tests.faults.server import FaultServer, listing

ARTICLES = [f"/news/2024/0305/{number}.html" for number in range(100, 104)]

MANY = [f"/news/2024/0305/{number}.html" for number in range(200, 300)]


def busy(times, header, status="429 Too Many Requests"):
    """Give an answer that asks for patience so many times, then the page."""

    def answer(exchange):
        if exchange.number <= times:
            exchange.answer("later", header, status=status)
        else:
            exchange.answer(exchange.healthy())

    return answer


@pytest.fixture(scope="module")
def servers():
    with (
        FaultServer() as patient,
        FaultServer() as unavailable,
        FaultServer() as tomorrow,
        FaultServer() as date,
        FaultServer() as nonsense,
    ):
        made = {
            "patient": patient,
            "unavailable": unavailable,
            "tomorrow": tomorrow,
            "date": date,
            "nonsense": nonsense,
        }
        for server in made.values():
            server.pages["/"] = listing(*ARTICLES)
        patient.pages[ARTICLES[0]] = busy(1, "Retry-After: 1")
        unavailable.pages[ARTICLES[0]] = busy(2, "Retry-After: 1", "503 Service Unavailable")
        tomorrow.pages[ARTICLES[0]] = busy(9, "Retry-After: 86400")
        date.pages[ARTICLES[0]] = busy(1, "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT")
        nonsense.pages[ARTICLES[0]] = busy(1, "Retry-After: soon\x07")
        yield made


@pytest.fixture(scope="module")
def outcome(servers, crawl):
    sites = {name: f'start_urls = ["{server.url}/"]' for name, server in servers.items()}
    sites["down"] = 'start_urls = ["http://127.0.0.1:9/"]'
    sites["nowhere"] = 'start_urls = ["http://no-such-host.invalid/"]'
    return crawl(settings=["BACKOFF_MAX_SECONDS=5", "DNS_TIMEOUT=5"], **sites)


@pytest.mark.parametrize(("name", "pause"), [("patient", 1), ("unavailable", 1)])
def test_retry_after_is_kept(servers, outcome, name, pause):
    times = [when for path, when in servers[name].times if path == ARTICLES[0]]

    assert outcome.door(servers[name].url + ARTICLES[0]) == "stored"
    assert min(later - sooner for sooner, later in pairwise(times)) >= pause * 0.95


def test_the_whole_host_rests_meanwhile(servers, outcome):
    times = dict(servers["patient"].times)
    first = next(when for path, when in servers["patient"].times if path == ARTICLES[0])

    assert not [path for path, when in times.items() if first + 0.3 < when < first + 0.95]


def test_who_asks_for_a_day_waits_for_the_next_run(servers, outcome):
    assert outcome.door(servers["tomorrow"].url + ARTICLES[0]).startswith("failed: host_busy")
    assert servers["tomorrow"].asked[ARTICLES[0]] == 1
    assert servers["tomorrow"].asked.total() <= 2 + len(ARTICLES)


def test_a_host_that_answers_nothing_is_left_alone_and_its_articles_wait(crawl):
    with FaultServer() as asleep:
        asleep.pages["/"] = listing(*MANY)
        asleep.pages.update(dict.fromkeys(MANY, lambda exchange: exchange.wait(20)))
        outcome = crawl(asleep=f'start_urls = ["{asleep.url}/"]', settings=["DOWNLOAD_TIMEOUT=1"])
    counts = outcome.runs["asleep"]["counts"]

    assert len(asleep.asked) < 60
    assert counts["yielded"] == counts["failed"] < 60
    assert outcome.seconds < 40


@pytest.mark.parametrize("name", ["date", "nonsense"])
def test_a_time_that_is_past_or_cannot_be_read_costs_nothing(servers, outcome, name):
    assert outcome.door(servers[name].url + ARTICLES[0]) == "stored"


def test_a_host_that_refuses_connections_is_named(outcome):
    assert outcome.door("http://127.0.0.1:9/").startswith("failed: robots_unreachable")
    assert outcome.runs["down"]["exit_code"] == 3


def test_a_host_that_does_not_exist_is_named(outcome):
    assert outcome.door("http://no-such-host.invalid/").startswith("failed: robots_unreachable")
    assert outcome.runs["nowhere"]["exit_code"] == 3


def test_waiting_is_bounded(outcome):
    assert outcome.seconds < 40


def slow(counter):
    """Give an answer that takes its time, and notes how many others are given meanwhile."""

    def answer(exchange):
        with counter["lock"]:
            counter["now"] += 1
            counter["most"] = max(counter["most"], counter["now"])
        time.sleep(0.1)
        with counter["lock"]:
            counter["now"] -= 1
        exchange.answer(exchange.healthy())

    return answer


@pytest.mark.parametrize("most", [1, 2])
def test_no_more_requests_than_a_site_file_allows_are_sent_at_once(crawl, most):
    counter = {"lock": threading.Lock(), "now": 0, "most": 0}
    pages = {"/": listing(*MANY[:12]), **dict.fromkeys(MANY[:12], slow(counter))}
    with FaultServer(pages=pages) as server:
        outcome = crawl(alone=f'start_urls = ["{server.url}/"]\n[politeness]\ndelay = 0\nconcurrency = {most}')

    assert outcome.runs["alone"]["counts"]["stored"] == 12
    assert counter["most"] == most
