"""Lists without an end, and links that lead astray: each crawl ends by itself, and soon."""

import re

import pytest

from tests.faults.server import FaultServer, listing, sentences

ARTICLES = [f"/news/2024/0305/{number}.html" for number in range(100, 106)]


def numbered(exchange, prefix, link):
    """Give the page behind a path that ends in a number; *link* makes its body of the number."""
    number = int(exchange.path.removeprefix(prefix).strip("/").partition(".")[0] or 0)
    exchange.answer(f"<html><body>{link(number)}</body></html>")


class Endless(FaultServer):
    """A server with a page under every path that begins with a prefix."""

    def __init__(self, prefix, link, pages=None):
        super().__init__(pages=pages)
        self.prefix = prefix
        self.link = link

    def _page(self, exchange):
        if exchange.path.startswith(self.prefix):
            return lambda other: numbered(other, self.prefix, self.link)
        return super()._page(exchange)


def calendar(number):
    return f"<a href='/calendar/{number - 1}/'>&lt;</a> <a href='/calendar/{number + 1}/'>下一页</a>"


class Months(FaultServer):
    """A server with a calendar: each month, and each day of it, links to all days of the month and to the months beside it."""

    def __init__(self, pattern):
        self.pattern = pattern
        front = listing(*ARTICLES, more=f"<a href='{self.path(2025, 7)}'>Calendar</a>")
        super().__init__(pages={"/": front})

    def path(self, year, month, *day):
        return self.pattern.format("-".join(f"{number:02}" for number in (year, month, *day)))

    def _page(self, exchange):
        if "2" not in exchange.path or exchange.path.startswith("/news/"):
            return super()._page(exchange)
        return self.answer

    def answer(self, exchange):
        year, month = (int(number) for number in re.findall(r"\d+", exchange.path)[:2])
        days = "".join(f"<td><a href='{self.path(year, month, day)}'>{day}</a></td>" for day in range(1, 29))
        beside = [self.path(year + (month + step) // 12, (month + step) % 12 + 1) for step in (-2, 0)]
        arrows = f"<a href='{beside[0]}'>&laquo;</a> <a href='{beside[1]}'>Next &raquo;</a>"
        exchange.answer(f"<html><body><h1>{year}-{month}</h1>{arrows}<table><tr>{days}</tr></table></body></html>")


def pagination(number):
    return f"<p>Nothing here.</p><a rel='next' href='/list/{number + 1}.html'>Next page</a>"


def invented(number):
    """Every page of the list names the same articles."""
    items = "".join(f"<li><a href='{path}'>{' '.join(sentences(path, 1)[0].split()[:7])}</a></li>" for path in ARTICLES)
    return f"<ul>{items}</ul><a href='/list/{number + 1}.html'>next</a>"


@pytest.fixture(scope="module")
def servers():
    growing = "<html><body><a href='deeper/'>Section</a> <a href='other/'>Other</a></body></html>"
    sessions = "".join(
        f"<li><a href='/news/2024/0305/100.html;jsessionid=A{n}?utm_source=s{n}&PHPSESSID=abc{n}#c{n}'>"
        f"The harbour opens again after a long winter</a></li>"
        for n in range(50)
    )
    months = listing(*ARTICLES, more="<a href='/calendar/500/'>Calendar</a>")
    front = listing(*ARTICLES, more="<a href='/list/2.html'>next</a>")
    links = "".join(f"<a href='/go/{n}/'>Topic</a>" for n in range(9000))
    stray = "".join(
        f"<li><a href='{url}'>The harbour opens again after a long winter</a></li>"
        for url in (
            "http://127.0.0.9:9/news/2024/0305/1.html",
            "http://169.254.169.254/latest/2024/0305/1.html",
            "ftp://127.0.0.1/news/2024/0305/2.html",
            "file:///etc/2024/0305/passwd.html",
            "javascript:alert('2024/0305/3.html')",
            "data:text/html,<p>2024/0305/4.html",
            "http://user:word@127.0.0.1/news/2024/0305/5.html",
            "//127.0.0.1:99999/news/2024/0305/6.html",
            "/news/2024/0305/film.mp4",
            "/news/2024/0305/" + "a" * 5000,
            "/news/2024/0305/\x1b[31m\x00red.html",
            "/news/2024/0305/..%2f..%2f..%2fetc%2fpasswd-100200.html",
        )
    )
    made = {
        "calendar": Endless("/calendar/", calendar, {"/": months}),
        "days": Months("/events?date={}"),
        "agenda": Months("/agenda.php?day={}"),
        "pagination": Endless("/list/", pagination, {"/": front}),
        "repeating": Endless("/list/", invented, {"/": front}),
        "growing": FaultServer(pages={"/": lambda exchange: exchange.answer(growing)}),
        "sessions": FaultServer(pages={"/": lambda exchange: exchange.answer(f"<ul>{sessions}</ul>")}),
        "sections": FaultServer(pages={"/": lambda exchange: exchange.answer(links)}),
        "stray": FaultServer(pages={"/": lambda exchange: exchange.answer(f"<ul>{stray}</ul>")}),
    }
    growing_page = made["growing"].pages["/"]
    made["growing"]._page = lambda exchange: growing_page
    for server in made.values():
        server.__enter__()
    yield made
    for server in made.values():
        server.__exit__()


@pytest.fixture(scope="module")
def outcome(servers, crawl):
    return crawl(
        settings=["DISCOVERY_MAX_LISTS=200"],
        **{name: f'start_urls = ["{server.url}/"]\ndiscover.max_pages = 100' for name, server in servers.items()},
    )


def asked(server, prefix):
    return sum(number for path, number in server.asked.items() if path.startswith(prefix))


def test_a_calendar_ends_after_a_few_empty_months(servers, outcome):
    assert outcome.runs["calendar"]["counts"]["stored"] == len(ARTICLES)
    assert asked(servers["calendar"], "/calendar/") <= 12


@pytest.mark.parametrize("name", ["days", "agenda"])
def test_a_calendar_whose_days_might_be_articles_costs_few_requests(name, servers, outcome):
    assert outcome.runs[name]["counts"]["stored"] == len(ARTICLES)
    assert outcome.runs[name]["counts"]["rejected"] == 0
    assert asked(servers[name], "/") <= 35


def test_pagination_without_articles_ends(servers, outcome):
    assert outcome.runs["pagination"]["counts"]["stored"] == len(ARTICLES)
    assert asked(servers["pagination"], "/list/") <= 5


def test_pagination_that_repeats_itself_ends(servers, outcome):
    assert outcome.runs["repeating"]["counts"]["stored"] == len(ARTICLES)
    assert asked(servers["repeating"], "/list/") <= 5


def test_a_path_that_grows_is_not_followed_for_long(servers, outcome):
    assert servers["growing"].asked.total() <= 30


def test_session_ids_and_tracking_do_not_make_new_articles(servers, outcome):
    assert asked(servers["sessions"], "/news/") == 1


def test_thousands_of_sections_are_bounded(servers, outcome):
    assert servers["sections"].asked.total() <= 202


def test_links_off_the_site_or_to_no_page_are_not_followed(servers, outcome):
    paths = {path for path in servers["stray"].asked if path not in {"/", "/robots.txt"}}

    assert len(paths) <= 2
    assert all(path.startswith("/news/2024/0305/") and path.isprintable() and "mp4" not in path for path in paths)
    assert not [url for url in outcome.doors if "127.0.0.9" in url or "169.254" in url]


def test_hostile_urls_make_no_hostile_files(outcome):
    names = {path.name for path in outcome.output.rglob("*")}

    assert not [name for name in names if "passwd" in name or "\x1b" in name]
    assert "\x1b" not in outcome.log


def test_memory_and_time_stay_bounded(outcome):
    assert outcome.megabytes < 500
    assert outcome.seconds < 60
