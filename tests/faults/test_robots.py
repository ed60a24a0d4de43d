"""robots.txt: obeyed, also where it cannot be read, and never a way to hang the crawl."""

import pytest

from tests.faults.server import FaultServer, listing

ARTICLES = [f"/news/2024/0305/{number}.html" for number in range(100, 103)]


def text(body, status="200 OK"):
    return lambda exchange: exchange.answer(body, status=status, kind="text/plain")


ANSWERS = {
    "error": text("", status="500 Internal Server Error"),
    "hanging": lambda exchange: exchange.wait(20),
    "busy": text("", status="429 Too Many Requests"),
    "forbidding": text("User-agent: *\nDisallow: /\n"),
    "partial": text("User-agent: *\nDisallow: /news/2024/0305/101\n"),
    "missing": text("no", status="404 Not Found"),
    "slow": text("User-agent: *\nCrawl-delay: 0.4\n"),
    "eternal": text("User-agent: *\nCrawl-delay: 86400\n"),
    "wildcards": text(f"User-agent: *\nDisallow: /{'*a' * 60}$\n"),
    "binary": lambda exchange: exchange.answer(bytes(range(256)) * 4000, kind="text/plain"),
    "page": lambda exchange: exchange.answer("<html><body>Disallow: / is what a robots.txt may say</body></html>"),
}


@pytest.fixture(scope="module")
def servers():
    made = {}
    for name, answer in ANSWERS.items():
        paths = [*ARTICLES, f"/news/2024/0305/{'a' * 1500}-777.html"] if name == "wildcards" else ARTICLES
        made[name] = FaultServer(pages={"/robots.txt": answer, "/": listing(*paths)})
        made[name].__enter__()
    yield made
    for server in made.values():
        server.__exit__()


@pytest.fixture(scope="module")
def outcome(servers, crawl):
    return crawl(
        settings=["DOWNLOAD_TIMEOUT=2", "CRAWLALL_SITES=20", "BACKOFF_MAX_SECONDS=0.2"],
        **{name: f'start_urls = ["{server.url}/"]' for name, server in servers.items()},
    )


@pytest.mark.parametrize("name", ["error", "hanging", "busy"])
def test_a_robots_txt_that_cannot_be_read_forbids_everything(servers, outcome, name):
    assert set(servers[name].asked) == {"/robots.txt"}
    assert outcome.door(f"{servers[name].url}/").startswith("failed: robots_unreachable")
    assert f"{servers[name].url.removeprefix('http://')} is left alone in this run" in outcome.log
    assert outcome.runs[name]["exit_code"] == 3


def test_a_robots_txt_that_forbids_everything_is_obeyed(servers, outcome):
    assert set(servers["forbidding"].asked) == {"/robots.txt"}
    assert outcome.door(f"{servers['forbidding'].url}/") == "failed: robots_forbidden"
    assert outcome.runs["forbidding"]["exit_code"] == 3


def test_a_rule_for_some_pages_is_obeyed(servers, outcome):
    assert "/news/2024/0305/101.html" not in servers["partial"].asked
    assert outcome.runs["partial"]["counts"]["stored"] == 2


@pytest.mark.parametrize("name", ["missing", "binary", "page"])
def test_a_robots_txt_that_is_none_forbids_nothing(outcome, name):
    assert outcome.runs[name]["counts"]["stored"] == len(ARTICLES)


def test_crawl_delay_is_kept(servers, outcome):
    gaps = servers["slow"].gaps()[1:]  # the first request after robots.txt goes at once

    assert outcome.runs["slow"]["counts"]["stored"] == len(ARTICLES)
    assert len(gaps) == len(ARTICLES)
    assert sum(gaps) > 0.9 * len(gaps) * 0.4  # the sum: a busy machine may be late for one and in time for the next


def test_no_setting_switches_robots_txt_off(crawl):
    pages = {
        "/robots.txt": text("User-agent: *\nDisallow: /news/2024/0305/101\nCrawl-delay: 0.4\n"),
        "/": listing(*ARTICLES),
    }
    with FaultServer(pages=pages) as server:
        outcome = crawl(
            settings=["ROBOTSTXT_OBEY=0", "DOWNLOAD_DELAY=0", "CONCURRENT_REQUESTS_PER_DOMAIN=8"],
            bold=f'start_urls = ["{server.url}/"]',
        )

    assert "/robots.txt" in server.asked
    assert "/news/2024/0305/101.html" not in server.asked
    assert outcome.runs["bold"]["counts"]["stored"] == 2
    assert sum(server.gaps()[1:]) > 0.9 * 2 * 0.4
    assert "ROBOTSTXT_OBEY is off, which has no effect" in outcome.log


def test_a_host_that_asks_for_a_day_between_requests_is_left_alone(servers, outcome):
    assert set(servers["eternal"].asked) == {"/robots.txt"}
    assert "asks for 86400 s" in outcome.door(f"{servers['eternal'].url}/")


def test_wildcards_do_not_hang_the_crawl(outcome):
    assert outcome.runs["wildcards"]["counts"]["yielded"] == 4
    assert outcome.seconds < 60
