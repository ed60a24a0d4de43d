"""What is furniture of a page whatever it weighs, and what belongs to the article although it is hidden or framed."""

from itertools import pairwise

import numpy as np
import pytest

from crawler.extraction import extract
from crawler.extraction.main_text.body import fill_in
from crawler.extraction.main_text.ends import end
from crawler.extraction.main_text.survey import Survey, survey_page
from crawler.extraction.main_text.together import even_series
from crawler.extraction.page.blocks import FIGURE
from crawler.extraction.page.parse import parse
from tests.extraction import pages

TEXT = (
    "The ferrymen of Ostervik hauled their last wooden boat onto the slip on Monday, eleven weeks after the ice had cracked its keel.",
    "Marta Lindqvist, whose grandfather built it, said the oak alone had cost her a winter of searching, and that she would not do it twice.",
    "The council has promised to pay for the tar and the nails, but not for the hours, which the village will give without being asked.",
    "By noon the quay was so full that the fishmonger closed his stall and came down to hold a rope himself, still in his apron.",
    "If the weather holds, the boat will carry its first passengers on Saturday, and the oldest of them will not have to pay.",
)
QUESTIONS = (
    ("How long does the crossing take?", "It takes a quarter of an hour when the wind is kind, and twice as long when it comes from the north."),
    ("May I bring a bicycle on board?", "You may, as long as there is room left, and the ferryman decides about that, as he always has."),
    ("Does the ferry run in winter?", "It does not, since the fjord freezes over in most years, and people simply walk across it then."),
)  # fmt: skip


def surveyed(page: str) -> Survey:
    root = parse(page)
    assert root is not None
    return survey_page(root)


def dead(page: str) -> list[str]:
    return [line.text for line in surveyed(page).page.lines if line.dead]


def paragraphs(texts) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def teasers(name: str, count: int) -> str:
    """Boxes of other articles, each with a long first sentence."""
    return "".join(
        f"<div class='{name}'><h4><a href='/n/{n}'>Bridge number {n} reopens</a></h4>"
        f"<p>The bridge of valley {n} has been mended after a long autumn, and those who live there say they had nearly given up hope.</p></div>"
        for n in range(count)
    )


@pytest.mark.parametrize(
    "name",
    ["post-recommend", "card-excerpt", "related-item", "testimonial", "pre-footer", "terkait", "verwandte-artikel"],
)
def test_boxes_beside_an_article_are_furniture_however_much_they_hold(name):
    page = pages.page(f"<h1>{pages.TITLE}</h1><div class='text'>{paragraphs(TEXT)}</div>" + teasers(name, 8))

    gone = dead(page)

    assert sum("has been mended" in text for text in gone) == 8
    assert not set(TEXT) & set(gone)


@pytest.mark.parametrize("name", ["recommended-story", "post-excerpt"])
def test_a_wrapper_of_the_article_is_no_box_of_other_articles(name):
    intro = "<div class='top'><p>Welcome to the paper of the fjord, which is read on both of its shores.</p></div>"
    page = pages.page(f"{intro}<div class='{name}'><h1>{pages.TITLE}</h1>{paragraphs(TEXT)}</div>")

    assert not set(TEXT) & set(dead(page))


def accordion(opener: str = "<h3><button aria-expanded='false'>{}</button></h3>", count: int = 3) -> str:
    return "".join(
        f"<div class='fold'>{opener.format(question)}<div class='panel' id='panel-{n}' hidden><p>{answer}</p></div></div>"
        for n, (question, answer) in enumerate(QUESTIONS[:count])
    )


@pytest.mark.parametrize(
    "opener",
    [
        "<h3><button>{}</button></h3>",
        "<button class='q'>{}</button>",
        "<div class='tab-title' role='button'><a>{}</a></div>",
    ],
)
def test_the_folded_answers_of_an_article_are_of_it_with_their_questions(opener):
    page = pages.page(f"<h1>{pages.TITLE}</h1><div class='text'>{paragraphs(TEXT)}{accordion(opener)}</div>")

    gone = dead(page)

    assert not any(text in gone for pair in QUESTIONS for text in pair)


@pytest.mark.parametrize(
    "hidden",
    [
        accordion(count=2),
        accordion("<h3>{}</h3>"),
        f"<button>Log in</button><div hidden><p>{QUESTIONS[0][1]}</p></div>",
    ],
    ids=["two", "nothing opens them", "dialog"],
)
def test_what_is_hidden_otherwise_stays_furniture(hidden):
    page = pages.page(f"<h1>{pages.TITLE}</h1><div class='text'>{paragraphs(TEXT)}</div>{hidden}")

    assert QUESTIONS[0][1] in dead(page)


REST = "<div id='rest' style='display:none'><p>{}</p><p>{}</p></div>".format(*TEXT[3:5])


@pytest.mark.parametrize(
    "rest",
    [
        f"<a href='javascript:;'>Read on</a>{REST}",
        f"<button>Read on</button>{REST}",
        f"{REST}<a href='#'>Read on</a>",
    ],
)
def test_the_hidden_rest_of_an_article_is_of_it_beside_what_opens_it(rest):
    page = pages.page(f"<h1>{pages.TITLE}</h1><div class='text'>{paragraphs(TEXT[:3])}{rest}</div>")

    assert not set(TEXT[:5]) & set(dead(page))


@pytest.mark.parametrize(
    "rest",
    [
        REST,
        f"<p><a href='/other.html'>What else sailed</a></p>{REST}",
        f"<button>Share</button>{REST.replace('<p>', '<h5>').replace('</p>', '</h5>')}",
        f"</div><button>Log in</button>{REST}<div>",
    ],
    ids=["nothing opens it", "a link to a page", "set otherwise", "beside the text"],
)
def test_what_is_hidden_amid_an_article_otherwise_stays_furniture(rest):
    page = pages.page(f"<h1>{pages.TITLE}</h1><div class='text'>{paragraphs(TEXT[:3])}{rest}</div>")

    assert set(TEXT[3:5]) <= set(dead(page))


def test_comments_behind_an_article_of_a_sentence_stay_comments():
    said = "".join(f"<div class='comment'><p>{text}</p></div>" for text in TEXT * 2)
    page = f"<html><head><title>{pages.TITLE}</title></head><body><h1>{pages.TITLE}</h1><div class='c1'><p>{pages.LEAD}</p></div><div id='comments'>{said}</div></body></html>"

    assert set(dead(page)) == set(TEXT)


def section(names: str, headline: str) -> str:
    return (
        f"<div class='text'>{paragraphs(TEXT[:4])}<section {names}><h2>{headline}</h2><p>{TEXT[4]}</p></section></div>"
    )


def test_the_anchor_of_a_section_does_not_make_it_furniture():
    page = pages.page(section("id='related-boats-and-their-builders'", "Related boats and their builders"))

    assert TEXT[4] not in dead(page)


@pytest.mark.parametrize(
    ("names", "headline"),
    [
        ("id='related-boats'", "Related boats"),
        ("class='related-boats-and-their-builders'", "Related boats and their builders"),
        ("id='related-boats-and-their-builders' hidden", "Related boats and their builders"),
        ("id='related-stories'", "What the builders of other boats tell"),
    ],
)
def test_other_sections_are_what_their_names_say(names, headline):
    assert TEXT[4] in dead(pages.page(section(names, headline)))


def test_a_hidden_copy_for_machines_is_left_out_though_it_is_longer_than_the_article():
    copy = "\n".join(f"{text} [More about it](http://a.example/{n})" for n, text in enumerate(TEXT))
    body = f"<h1>{pages.TITLE}</h1><div class='text'>{paragraphs(TEXT)}</div>"

    got = extract(pages.page(f"{body}<pre class='raw' hidden># {pages.TITLE}\n{copy}</pre>"))

    assert not any("http" in text for text in got.paragraphs)
    assert [text for text in got.paragraphs if text in TEXT] == list(TEXT)


def test_an_article_that_a_script_will_show_is_read():
    got = extract(pages.page(f"<h1>{pages.TITLE}</h1><div style='visibility: hidden'>{paragraphs(TEXT)}</div>"))

    assert got.paragraphs == TEXT


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("position:absolute;left:-9999px", False),
        ("text-indent: -999em", False),
        ("left:-9px", True),
        ("margin-left:-9999px", True),
    ],
)
def test_what_stands_far_off_the_screen_is_hidden(style, shown):
    words = "cheap boats buy boats boats near me discount boats for hire and for sale"
    body = f"<h1>{pages.TITLE}</h1><div class='text'>{paragraphs(TEXT)}<div style='{style}'>{words}</div>{paragraphs(TEXT)}</div>"
    root = parse(pages.page(body))
    assert root is not None
    lines = survey_page(root).page.lines

    assert next(line.dead for line in lines if line.text == words) is not shown


def test_hidden_blocks_in_hidden_blocks_are_no_copies_of_each_other():
    got = extract(pages.page(f"<h1>{pages.TITLE}</h1>{'<div hidden>' * 300}{paragraphs(TEXT)}"))

    assert got.paragraphs == TEXT


@pytest.mark.parametrize(
    "inner",
    [f"<blockquote><p>{TEXT[0]}</p></blockquote>", f"<table><tr><td>{TEXT[0]}</td><td>41 metres</td></tr></table>"],
    ids=["quote", "table"],
)
def test_a_quotation_or_a_table_in_a_figure_is_no_picture(inner):
    lines = surveyed(f"<figure class='wide'>{inner}<figcaption>Seen on Monday</figcaption></figure>").page.lines

    assert [bool(line.node.around.within & FIGURE) for line in lines] == [False] * (len(lines) - 1) + [True]


def test_paragraphs_with_anchors_of_their_own_are_of_one_make():
    first, second, third = surveyed(
        f"<p class='t' id='a1'>{TEXT[0]}</p><p class='t' id='b2'>{TEXT[1]}</p><p class='u' id='c3'>{TEXT[2]}</p>"
    ).page.lines

    assert first.node.make == second.node.make != third.node.make
    assert first.node.name != second.node.name


def filled(body: str, odds: list[float], chosen: list[int]) -> list[int]:
    return fill_in(surveyed(body).page.lines, chosen, np.array(odds))


WRAPPED = "".join(
    f"<section><h3>Step {n}</h3></section><section><p>{text}</p></section>" for n, text in enumerate(TEXT)
)


def test_a_heading_alone_between_two_lines_of_the_article_is_of_it():
    odds = [value for _ in TEXT for value in (0.1, 0.9)]

    assert filled(WRAPPED, odds, [1, 3, 5, 7, 9]) == list(range(1, 10))


LINKED = "".join(f"<h3><a href='/{n}'>Step {n}</a></h3><p>{text}</p>" for n, text in enumerate(TEXT[:4]))


@pytest.mark.parametrize(
    ("told", "stays"),
    [((0, 1, 2, 5, 6, 7), True), ((0, 1, 5, 7), False), ((1, 3, 5, 7), True)],
    ids=["most", "one", "each above a paragraph"],
)
def test_headings_that_are_links_come_with_most_of_their_make_or_with_their_paragraphs(told, stays):
    odds = [0.9 if i in told else 0.3 for i in range(8)]

    assert (4 in filled(LINKED, odds, list(told))) is stays


def test_two_headings_between_two_lines_of_the_article_are_judged_by_themselves():
    body = f"<section><p>{TEXT[0]}</p></section><h3>Sign up</h3><h3>Log in</h3><section><p>{TEXT[1]}</p></section>"

    assert filled(body, [0.9, 0.1, 0.1, 0.9], [0, 3]) == [0, 3]


@pytest.mark.parametrize(("odds", "stays"), [(0.25, True), (0.1, False)])
def test_a_table_between_two_lines_of_the_article_needs_lower_odds(odds, stays):
    table = "<table><tr><td>Oak</td><td>41</td></tr><tr><td>Tar</td><td>12</td></tr></table>"
    body = f"<section><p>{TEXT[0]}</p></section>{table}<section><p>{TEXT[1]}</p></section>"

    got = filled(body, [0.9, odds, odds, odds, odds, 0.9], [0, 5])

    assert got == ([0, 1, 2, 3, 4, 5] if stays else [0, 5])
    assert all(a < b for a, b in pairwise(got))


def evened(body: str, odds: list[float]) -> list[float]:
    survey = surveyed(body)
    return [round(value, 2) for value in even_series(survey, np.array(odds), np.full(len(odds), 100.0)).tolist()]


def series(count: int, name: str = "part") -> str:
    return "".join(f"<div class='{name}'><h3>Step {n}</h3><p>{TEXT[n]}</p></div>" for n in range(count))


def test_the_last_of_several_like_blocks_is_as_likely_as_all_of_them():
    assert evened(series(4), [0.8, 0.9, 0.8, 0.9, 0.8, 0.9, 0.2, 0.2])[-2:] == pytest.approx([0.69, 0.69])


@pytest.mark.parametrize(
    ("body", "odds"),
    [
        (series(2), [0.8, 0.9, 0.1, 0.2]),
        (series(3), [0.2, 0.2, 0.2, 0.2, 0.1, 0.1]),
        (series(2) + series(1, "other"), [0.8, 0.9, 0.8, 0.9, 0.1, 0.2]),
    ],
    ids=["two only", "none of them likely", "another make"],
)
def test_other_blocks_keep_their_odds(body, odds):
    assert evened(body, odds) == odds


def ended(tail: str) -> list[str]:
    lines = surveyed(f"<div>{paragraphs(TEXT[:2])}{tail}</div>").page.lines
    return [lines[i].text for i in end(lines, list(range(len(lines))))[2:]]


@pytest.mark.parametrize("tail", ["<h3>Our newsletter</h3>", "<h3>Stories</h3><h4>Of boats</h4>"])
def test_a_heading_with_nothing_below_it_ends_no_article(tail):
    assert ended(tail) == []


@pytest.mark.parametrize(
    "tail",
    [
        "<h3>So it floats!</h3>",
        "<h3>Oak</h3><h3>Tar</h3><h3>Hemp</h3><h3>Ice</h3>",
        "<p>Marta Lindqvist</p>",
        f"<h3>Saturday</h3><p>{TEXT[4]}</p>",
    ],
)
def test_other_last_lines_stay(tail):
    assert len(ended(tail)) == tail.count("</h3>") + tail.count("</p>")


def test_a_poem_in_a_block_that_is_called_a_date_is_the_text_and_not_what_is_asked_for_beside_it():
    verses = [
        f"{what} {where} when the {who} {how}"
        for what in ("Row", "Sing", "Wait", "Sleep")
        for where in ("home", "low")
        for who in ("tide", "moon")
        for how in ("turns", "is gone")
    ]
    song = f"<div class=date-outer><h2 class=date-header>2 February 2024</h2><h3 class=post-title>The Slip at Ostervik</h3><div>{'<br>'.join(verses)}</div></div>"
    asked = "<aside><p>To all who sing, your gift will help us to print the songs of the harbour free of charge.</p></aside>"

    assert extract(
        f"<html><head><title>The Slip at Ostervik</title></head><body>{song}{asked}</body></html>"
    ).paragraphs == tuple(verses)


@pytest.mark.parametrize(("name", "shown"), [("sidebar-1", True), ("modal", True), ("comments", False)])
def test_a_column_that_is_called_furniture_is_none_where_the_headline_stands_above_prose(name, shown):
    column = f"<div class='{name}'><h1>The last wooden boat of Ostervik</h1>{paragraphs(TEXT[:2])}</div>"
    page = f"<title>The last wooden boat of Ostervik - Ostervik Post</title><body>{column}{teasers('box', 9)}</body>"

    assert (TEXT[0] not in dead(page)) is shown


def test_the_name_of_the_site_in_a_column_does_not_make_it_the_article():
    about = f"<div class='sidebar'><h1>Ostervik Post</h1>{paragraphs(TEXT[:2])}</div>"
    page = f"<title>The ferry sails - Ostervik Post</title><body>{about}<div>{paragraphs(TEXT * 2)}</div></body>"

    assert dead(page)[1:] == list(TEXT[:2])


@pytest.mark.parametrize(
    ("stated", "count"), [("DiscussionForumPosting", 1), ("Blog", 4)], ids=["a thread", "something else"]
)
def test_the_replies_in_a_thread_are_none_of_its_first_post(stated, count):
    posts = "".join(
        f"<article class='message' id=post-{n}><div class=text><p>{text}</p><p>{TEXT[4]}</p></div></article>"
        for n, text in enumerate(TEXT[:4])
    )
    head = f'<script type="application/ld+json">{{"@type": "{stated}", "headline": "The wooden boat"}}</script>'
    root = parse(
        f"<html><head><title>The wooden boat</title>{head}</head><body><h1>The wooden boat</h1>{posts}</body></html>"
    )
    assert root is not None
    lines = survey_page(root).page.lines

    assert sum(line.text in TEXT[:4] and not line.dead for line in lines) == count
