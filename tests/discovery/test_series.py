"""Series of lists: a calendar without end costs a few requests, and menus with numbers cost nothing of what they list."""

import pytest

from crawler.discovery.known import MemoryUrls
from crawler.discovery.series import MOST_EMPTY, Series
from tests.discovery.test_walk import articles, page, read, reply, site, walk_of


def links(*paths):
    return "".join(f"<a href='{path}'>{path.strip('/').rpartition('/')[2]}</a>" for path in paths)


def calendar(path, sidebar=()):
    """Give a month with its days and neighbours, or a day with its month."""
    parts = [int(part) for part in path.strip("/").split("/")[1:]]
    if len(parts) == 3:
        return page(*sidebar, more=links(f"/calendar/{parts[0]}/{parts[1]}/"))
    year, month = parts
    days = [f"/calendar/{year}/{month}/{day}/" for day in range(1, 29)]
    around = [f"/calendar/{year + (month + step) // 12}/{(month + step) % 12 + 1}/" for step in (-2, 0)]
    return page(*sidebar, more=links(*days, *around))


def crawl(walk, answer):
    """Read all that the walk asks for; gives the paths of the lists, and the articles."""
    asked, found, steps = [], [], walk.begin()
    while steps:
        step = steps.pop(0)
        path = step.url.removeprefix("http://a.com")
        asked.append(path)
        got = read(walk, step, reply(answer(path), path))
        found += got.articles
        steps += got.steps
    return asked, found


@pytest.mark.parametrize(("sidebar", "most"), [((), 2 * MOST_EMPTY + 4), (articles(100, 101), 90)])
def test_an_endless_calendar_costs_few_requests(sidebar, most):
    def answer(path):
        more = "<a href='/calendar/2024/3/'>Calendar</a>"
        return page(*articles(100, 101), more=more) if path == "/" else calendar(path, sidebar)

    asked, found = crawl(walk_of(MemoryUrls(), most_lists=1000), answer)

    assert len(asked) <= most
    assert len(set(found)) == 2


def test_an_archive_whose_days_have_articles_is_read_whole():
    def answer(path):
        if path == "/":
            return page(*articles(100), more=links("/archive/2024/3/"))
        if path == "/archive/2024/3/":
            return page(more=links(*(f"/archive/2024/3/{day}/" for day in range(1, 32))))
        day = int(path.strip("/").rpartition("/")[2])
        return page(*([] if day % 5 else articles(200 + day)))

    asked, found = crawl(walk_of(MemoryUrls()), answer)

    assert len(asked) == 33
    assert len(set(found)) == 7


def test_sections_with_numbers_that_show_what_the_front_page_shows_are_read_until_the_last():
    sections = "".join(f"<a href='/list/{number}/'>Topic</a>" for number in range(1, 31))

    def answer(path):
        if path == "/":
            return page(*articles(*range(100, 130)), more=sections)
        number = int(path.strip("/").rpartition("/")[2])
        return page(*articles(99 + number, *([900] if number == 30 else [])))

    _, found = crawl(walk_of(MemoryUrls()), answer)

    assert len(set(found)) == 31


def test_lists_by_the_rules_of_the_site_are_no_series():
    def answer(path):
        return page(more=links(*(f"/day/{number}/" for number in range(1, 41)))) if path == "/" else page()

    asked, _ = crawl(walk_of(MemoryUrls(), site(list=(r"/day/\d+/$",))), answer)

    assert len(asked) == 41


def test_what_is_held_back_is_set_free_by_a_list_that_gives_something():
    series = Series()
    held = [number for number in range(20) if not series.admits(f"http://a.com/{number}/", number)]

    assert held == list(range(MOST_EMPTY, 20))
    assert series.gave("http://a.com/3/", articles=False, novel=False) == []
    assert series.gave("http://b.com/4/", articles=True, novel=True) == []
    assert series.gave("http://a.com/4/", articles=True, novel=True) == held
    assert series.gave("http://a.com/5/", articles=True, novel=True) == []
    assert all(series.admits("http://a.com/about/", None) for _ in range(99))
