"""Where a page states the day of its article: in its URLs, its first words, its tables and attributes; and what is another's day."""

import pytest

from crawler.extraction import extract
from crawler.extraction.days.datelines import read_dateline
from crawler.extraction.days.statements import states_day, without_statements
from crawler.extraction.days.url_days import most_telling, read_url
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.page.parse import parse

TEXT = "Just after the start of spring, the fishermen of the village put the wooden boat that they had repaired into the water."
TEXT_ZH = "春分刚过，河口镇的渔民就把修好的木船推下了水，准备迎接今年第一次出海，一家人轮流上阵。"
DAY = "2024-03-05"
ROWS = "".join(f"<tr><th>{n}</th><td>The tide of {n}</td><td>March {n}, 2024</td></tr>" for n in range(5, 12))
FILES = "".join(f"<tr><td>hull{n}.c</td><td class=age><time datetime=2024-03-{n}T08:30:00Z>March {n}</time></td></tr>" for n in range(10, 16))  # fmt: skip

CARDS = "".join(f"<p class=card>Boat {n} <time datetime=2024-03-{n}>{n} days ago</time></p>" for n in range(10, 13))


def read(*, head="", above="", first="", below="", url=None, language="en"):
    text = TEXT_ZH if language == "zh" else TEXT
    page = (
        f"<html lang={language}><head><meta charset=utf-8><title>A boat in the river</title>{head}</head><body>"
        f"<h1>A boat in the river</h1>{above}<div>{first}<p>{text}</p><p>{text}</p><p>{text}</p></div>{below}</body></html>"
    )
    return extract(page, url)


def day(**parts):
    return (read(**parts).published or "")[:10]


@pytest.mark.parametrize(
    "head",
    [
        "<link rel=canonical href=https://post.example/2024/03/05/boat>",
        "<link rel=canonical href=/river/2024/03/05/boat>",
        "<meta property=og:url content=https://post.example/2024/river/03/05/boat.html>",
        "<link rel=canonical href=https://post.example/boat><meta property=og:url content=https://post.example/2024/03/05/boat>",
    ],
)
def test_the_url_that_a_page_names_as_its_own_states_the_day_where_its_own_does_not(head):
    assert day(head=head) == DAY
    assert day(head=head, url="https://post.example/boat?id=7") == DAY
    assert day(head=head, url="https://post.example/2024/03/04/boat") == "2024-03-04"


def test_the_most_telling_url_is_the_first_with_a_day_else_with_a_month():
    whole, month, bare = "https://a.example/2024/03/05/x", "https://a.example/2024/03/x", "https://a.example/x"

    assert most_telling(bare, [month, whole]) == whole
    assert most_telling(None, [bare, month]) == month
    assert most_telling(bare, []) == bare
    assert most_telling(None, []) is None


def test_a_section_may_stand_between_the_year_and_the_day_of_a_url():
    assert read_url("https://a.example/2024/RIVER/03/05/boat/index.html").iso() == DAY
    assert read_url("https://a.example/2024/river/3/5/boat") is None
    assert read_url("https://a.example/2024/river/13/05/boat/") is None


@pytest.mark.parametrize("line", ["March 5 at 8:30 PM", "Mar. 5, 8:30 a.m. EST", "Tuesday, March 5 | 20:30"])
def test_an_english_time_without_a_year_has_that_of_the_url(line):
    assert day(above=f"<div>{line}</div>", url="https://post.example/2024/03/boat.html") == DAY
    assert day(above=f"<div>{line}</div>") == ""


def test_the_clock_of_a_stamp_without_a_year_is_kept_beside_the_day_of_the_url():
    found = read(above="<div>3月5日 08:30</div>", url="https://post.example/20240305/1.html", language="zh")

    assert found.published == "2024-03-05T08:30:00+08:00"


@pytest.mark.parametrize(
    "start",
    [
        "March 5, 2024 -- ",
        "HARBOUR TOWN, March 5, 2024 — ",
        "HARBOUR TOWN, March 5, 2024 /Wire of the Sea/ -- ",
        "HARBOUR TOWN, Mar. 05, 2024 (SEA WIRE) -- ",
        "HARBOUR TOWN--(SEA WIRE)--March 5, 2024--",
        "Isle of Herons, 5 March 2024 - ",
        "(March 5, 2024) – ",
    ],
)
def test_the_day_before_the_first_sentence_is_that_of_a_text_that_states_no_other(start):
    found = read(first=f"<p>{start}{TEXT}</p>")

    assert (found.published, found.published_from) == (DAY, "dateline")


@pytest.mark.parametrize(
    ("text", "tongue", "found"),
    [
        ("Hafenstadt, den 5. März 2024 (Seepost) – Kurz nach dem Beginn des Frühlings", "de", True),
        ("Port-aux-Hérons, le 5 mars 2024 - Peu après le début du printemps", "fr", True),
        ("Puerto Garza, 5 de marzo de 2024 — Poco después del inicio", "es", True),
        ("March 5, 2024 - a day that nobody in the village forgot", None, False),
        ("On March 5, 2024 - the first day of spring -", None, False),
        ("The boat sank, March 5, 2024 - or so they say", None, False),
        ("Harbour Town, March 5, 2024 - March 9, 2024 - Weeks of boats", None, False),
        ("Harbour Town, March 5 - The boat", None, False),
        ("March 5, 2024 was the day on which the boat", None, False),
    ],
)
def test_a_dateline_is_a_place_a_day_and_a_dash(text, tongue, found):
    stamp = read_dateline(text, tongue)

    assert (stamp is not None and stamp.iso() == DAY) is found


def test_paragraphs_that_begin_with_a_day_each_are_a_chronicle():
    chronicle = "".join(f"<p>March {n}, 2024 — {TEXT}</p>" for n in (5, 6, 7))

    assert day(first=chronicle) == ""


def test_a_dateline_years_from_the_url_is_not_the_day_of_this_page():
    assert day(first=f"<p>March 5, 2024 -- {TEXT}</p>", url="https://post.example/2027/boat.html") == ""


@pytest.mark.parametrize(
    "above",
    [
        "<table><tr><th>First launched</th><td>March 5, 2024</td></tr></table>",
        "<table><tr><td>First launched:</td><td>March 5, 2024</td></tr></table>",
        f"<table>{ROWS}</table>",
        f"<table>{FILES}</table>",
        f"<div>{CARDS}</div>",
        "<div>Last active</div><table><tr><td>Released:</td><td><time datetime=2024-03-05>5th</time></td></tr></table>",
        "<div>Event date</div><div>March 5, 2024</div>",
        "<p>Originally published at harbour.example on March 5, 2024</p>",
        "<p>First appeared in The Harbour Review, March 5, 2024</p>",
    ],
)
def test_a_day_that_belongs_to_something_else_is_not_taken(above):
    assert day(above=above) == ""


def test_a_row_whose_head_is_the_word_for_publishing_states_the_day():
    assert day(above="<table><tr><th>Published</th><td>March 5, 2024</td></tr></table>") == DAY
    assert day(above="<p>Originally published on March 5, 2024</p>") == DAY


def test_the_cards_of_other_articles_below_a_text_do_not_take_its_day():
    own = "<p class=card><time datetime=2024-03-05>5th</time></p>"

    assert day(above=own, below=CARDS) == DAY


def test_a_change_two_hours_ago_is_no_day_of_publication():
    above = "<p>Updated <time datetime=2024-03-12>2 hours ago</time></p><p>Posted <time datetime=2024-03-05>9 days ago</time></p>"
    found = read(above=above)

    assert (found.published, found.modified) == (DAY, "2024-03-12")


@pytest.mark.parametrize(
    ("line", "published"),
    [("• 3 hours ago", "2024-03-05T23:00:00+00:00"), ("· 3 hours ago by the harbour office", None)],
)
def test_a_time_since_behind_a_bullet_is_a_stamp_unless_it_is_an_item(line, published):
    title = "<title>A boat in the river</title><h1>A boat in the river</h1>"
    page = f"{title}<div>{line}</div><div>{f'<p>{TEXT}</p>' * 3}</div>"

    assert extract(page, fetched="2024-03-06T02:00:00+00:00").published == published


def test_a_label_above_a_day_says_that_the_text_was_changed_then():
    above = "<div>Last updated:</div><div>March 12, 2024</div><div>Published</div><div>March 5, 2024</div>"
    found = read(above=above)

    assert (found.published, found.modified) == (DAY, "2024-03-12")


FAR = "<p><a href=/x>Boats</a></p>" * 30


@pytest.mark.parametrize("line", ["Published on March 5, 2024", "Published: 5 March 2024, 08:30"])
def test_a_day_far_from_the_text_is_its_own_where_one_line_calls_it_that(line):
    assert day(below=f"{FAR}<div>{line}</div>") == DAY


@pytest.mark.parametrize(
    "below",
    [
        "<div>Published on March 5, 2024</div><div>Published on March 6, 2024</div>",
        "<div>Posted by Julia on March 5, 2024</div>",
        "<h3>A harbour for two hundred boats and more</h3><div>Published on March 5, 2024</div>",
        "<div class=sidebar>Published on March 5, 2024</div>",
        "<div>March 5, 2024</div>",
    ],
)
def test_other_days_far_from_the_text_are_not(below):
    assert day(below=FAR + below) == ""


@pytest.mark.parametrize(("boxes", "expected"), [(0, DAY), (60, "")], ids=["right above the text", "far above it"])
def test_the_day_of_the_last_change_alone_is_that_of_publication_only_by_the_text(boxes, expected):
    between = "".join(f"<li><a href=/b{n}>Berth {n}</a></li>" for n in range(boxes))
    found = read(above=f"<p>Updated on March 5, 2024</p>{between}")

    assert (found.published or "")[:10] == expected
    assert found.modified == DAY


@pytest.mark.parametrize(
    "shown",
    [
        "<abbr class=published title=2024-03-05T08:30:00Z>2 hrs ago</abbr>",
        "<span data-publishtime=1709627400123><a href=/b>3/05/24 8:30am</a></span>",
        "<span data-time='2024-03-05 08:30:00'>5th of the month</span>",
    ],
)
def test_the_time_for_machines_beside_the_shown_one_is_read(shown):
    assert day(above=f"<div>By Julia Harden | {shown}</div>") == DAY


@pytest.mark.parametrize(
    ("between", "expected"),
    [("", DAY), ("<h2>Another boat</h2>", ""), (f"<p>{TEXT}</p>", "")],
    ids=["byline", "heading", "text"],
)
def test_the_time_for_machines_in_the_byline_right_above_the_headline_is_read(between, expected):
    byline = "<div>Julia Harden <span data-publishtime=1709627400123><a href=/b>3/05/24 8:30am</a></span></div>"
    page = f"<title>A boat in the river</title>{byline}{between}<h1>A boat in the river</h1><div>{f'<p>{TEXT}</p>' * 3}</div>"

    assert (extract(f"<html><body>{page}</body></html>").published or "")[:10] == expected


@pytest.mark.parametrize(
    "above",
    [
        "<div>Updated <span data-time=1709627400>2 hrs ago</span></div>",
        "<div><span data-update-time=1709627400>2 hrs ago</span></div>",
        "<div class=comments>Julia <span data-time=1709627400>2 hrs ago</span></div>",
        "<div><span data-time=1709627400>Listen</span></div>",
        "<div><span data-time=95>1:35</span></div>",
    ],
)
def test_other_times_for_machines_are_not(above):
    found = read(above=above)

    assert found.published is None or found.published == found.modified


def test_a_bare_day_that_is_the_shown_one_in_utc_gives_way_to_it():
    head = "<meta name=date content=2024-03-06>"
    shown = "<div>On <time datetime='2024-03-05 20:30:00-0500'>March 5, 2024 08:30 pm</time></div>"

    assert read(head=head, above=shown).published == "2024-03-05T20:30:00-05:00"
    assert day(head=head, above=shown.replace("20:30:00", "10:30:00")) == "2024-03-06"


def test_the_other_articles_in_structured_data_state_no_day_of_this_one():
    articles = [("Another boat in the sea", 9), ("A boat in the river", 5), ("A third boat", 12), ("A fourth", 12)]
    things = ",".join(
        f'{{"@type":"Article","headline":"{headline}","datePublished":"2024-03-{n:02}","dateModified":"2024-04-{n:02}"}}'
        for headline, n in articles
    )
    found = read(head=f"<script type=application/ld+json>[{things}]</script>")

    assert (found.published, found.modified) == (DAY, "2024-04-05")


def test_a_page_about_a_record_or_a_book_states_their_day_and_not_its_own():
    assert day(head="<meta property=music:release_date content=2004-03-05>") == ""
    assert day(head="<meta property=book:release_date content=2004-03-05><meta name=pubdate content=2024-03-05>") == DAY


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("<a href=/p/1><span data-tooltip='发布于 2024-03-05 16:00'>编辑于 2024-03-09 16:00</span></a>", DAY),
        ("<a href=/p/1>发布于 2024-03-05 16:00</a>", DAY),
        ("<a href=/p/2>2024-03-05 渡口的桥</a>", ""),
        ("<a href=/p/2><span title='2024-03-05'>渡口的桥今年通车</span></a>", ""),
    ],
    ids=["edited since", "linked", "another article", "of another article"],
)
def test_a_linked_stamp_below_the_text_states_the_day_and_says_when_pointed_at_when_it_was_first(stamp, published):
    assert day(below=f"<div>{stamp}</div>", language="zh") == published


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("First published on Tue 5 Mar 2024 07.02 GMT", True),
        ("Last updated on March 5th, 2024 at 09:27 am", True),
        ("Publié le 5 mars 2024 à 18h02, modifié le 6 mars 2024 à 07h30", True),
        ("PUBLISHED: March 5, 2024 at 8:02 PM PDT | UPDATED: March 6, 2024 at 6:11 AM PDT", True),
        ("发布时间：2024-03-05 08:30:11", True),
        ("Stand: 16.03.2024", True),
        ("Updated guidance was issued on 5 March 2024", False),
        ("Published in March 2024, the almanac was sold out by May.", False),
        ("This almanac was last updated in March 2024.", False),
        ("时间：2024年3月5日 地点：河口镇", False),
        ("5 March 2024", False),
        ("Date: March 5, 2024", False),
        ("Updated twice", False),
    ],
)
def test_a_line_that_says_nothing_but_when_the_text_came_out_is_told_from_one_that_tells_of_a_day(line, stated):
    assert states_day(line, None, "fr" if "mars" in line else "") is stated


def test_such_lines_are_none_of_the_text_at_its_edges_alone():
    line = "<p>Updated: 5 March 2024</p>"
    root = parse(f"<body>{line}<p>{TEXT}</p><p>{TEXT}</p>{line}<p>{TEXT}</p><p>{TEXT}</p>{line}</body>")
    assert root is not None
    page = survey_page(root).page

    assert without_statements(page, range(7), None) == [1, 2, 3, 4, 5]
    assert without_statements(page, [0, 1], None) == [0, 1]


def posts(*times: str, told: str = f"<p>{TEXT}</p>") -> list[str]:
    """Give what is left of posts, each with its time above what is told."""
    root = parse(f"<body>{''.join(f'<div><div class=time>{time}</div>{told}</div>' for time in times)}</body>")
    assert root is not None
    page = survey_page(root).page
    return [page.lines[i].text for i in without_statements(page, range(len(page.lines)), None)]


@pytest.mark.parametrize(
    ("times", "stay"),
    [
        (("15:12 Uhr", "12:40 Uhr", "09:15 Uhr"), False),
        (("1h ago 18.05 GMT", "2h ago 15.12 GMT", "7h ago 9.30 GMT"), False),
        (("1:10 p.m.", "12:40 p.m.", "9:05 a.m."), False),
        (("published at 15:12 5 March", "published at 12:40 5 March", "published at 09:15 5 March"), False),
        (("09:15", "12:40", "15:12"), True),
        (("15:12", "12:40"), True),
        (("18.05", "15.12", "12.30"), True),
    ],
    ids=["backwards", "how long ago", "halves of a day", "with the day", "a programme", "two", "prices"],
)
def test_the_times_of_the_posts_of_a_live_blog_are_none_of_its_text(times, stay):
    left = posts(*times)

    assert left.count(TEXT) == len(times)
    assert (len(left) == 2 * len(times)) is stay


def test_times_that_no_prose_follows_stay():
    assert len(posts("15:12", "12:40", "09:15", told="<p>Tide</p>")) == 6


@pytest.mark.parametrize(
    "line", ["Temps de lecture 3 min.", "Reading Time: 8 minutes", "5 min read", "Lesezeit: 4 Minuten"]
)
def test_how_long_a_text_takes_to_read_is_none_of_it(line):
    root = parse(f"<body><ul><li>{line}</li></ul>{f'<p>{TEXT}</p>' * 4}</body>")
    assert root is not None
    page = survey_page(root).page

    assert without_statements(page, range(5), None) == [1, 2, 3, 4]


def test_a_question_states_its_day_where_no_article_does():
    question = '<script type=application/ld+json>{"@type":"QAPage","mainEntity":{"@type":"Question","name":"How?","dateCreated":"2024-03-05T08:11:02"}}</script>'

    assert day(head=question) == DAY
