"""What stands beside an article: side bars, teasers, other articles, captions, and links in rows."""

import numpy as np
import pytest

from crawler.extraction import extract
from crawler.extraction.main_text.body import fill_in
from crawler.extraction.main_text.captions import set_apart
from crawler.extraction.main_text.outward import add_links
from crawler.extraction.main_text.survey import Survey
from crawler.extraction.page.names import BODY, FOREIGN, META, judge_name
from tests.extraction.lighthouse import STORY, articles, paragraphs, settled, surveyed

SHORT = "The ferry to Gull Island runs again from Monday, and the fare has not changed since the autumn of last year."
ABOUT = (
    "I have lived by the sea for as long as I can remember, and I write of boats, of birds, and of those who mend nets."
)


def dead(survey: Survey, text: str) -> bool:
    [line] = [line for line in survey.page.lines if line.text == text]
    return line.dead


LISTING = ("let lamp = 3;", "while lamp {", "    lamp -= 1;", "}")
CODE = "\n".join(LISTING)
CARD = "<div class='card'><a href='/n/9'>The tide mill of the next bay</a></div>"
PICTURE = "<figure><img src='/l.jpg'><figcaption>The gallery in May</figcaption></figure>"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("post-body entry-content", True),
        ("x itemprop articleBody", True),
        ("storyText", True),
        ("content main", False),
        ("entry-contents-list", False),
        ("top-story-content", False),
        ("teaser", False),
    ],
)
def test_the_names_of_an_articles_text_are_known(name, known):
    assert bool(judge_name(name)[0] & BODY) is known


@pytest.mark.parametrize(
    "body", ["<div class='entry-content'>{}</div>", "<article>{}</article>", "<div id='story'>{}</div>"]
)
def test_a_side_bar_is_furniture_though_it_holds_more_than_a_short_article(body):
    survey = surveyed(
        f"<h1>Ferry</h1>{body.format(SHORT)}<aside class='sidebar'><h2>Me</h2><p>{ABOUT} {ABOUT}</p></aside>"
    )

    assert dead(survey, f"{ABOUT} {ABOUT}")
    assert not dead(survey, SHORT)


def test_a_side_bar_that_holds_the_article_is_none():
    survey = surveyed(f"<div class='sidebar-wrap'><div class='entry-content'>{paragraphs(*STORY)}</div></div>")

    assert not any(line.dead for line in survey.page.lines)


def test_a_side_bar_stays_where_nothing_beside_it_is_called_a_text():
    survey = surveyed(f"<div>{SHORT}</div><div class='sidebar'>{paragraphs(*STORY)}</div>")

    assert not dead(survey, STORY[0])


def test_a_menu_is_furniture_though_it_tells_of_what_it_leads_to():
    links = "".join(f"<li><a href='/{n}'>Harbour and fishery, part {n}</a></li>" for n in range(30))
    survey = surveyed(f"<nav><ul>{links}</ul>{paragraphs(*STORY)}</nav><div>{paragraphs(SHORT)}</div>")

    assert dead(survey, STORY[0])
    assert not dead(survey, SHORT)


def test_the_editor_that_a_text_was_set_with_is_no_person():
    assert not judge_name("builder-text-editor")[0] & META
    assert judge_name("editor")[0] & META


def test_the_box_about_an_author_is_nobodys_text():
    assert judge_name("authorPopup")[0] & FOREIGN
    assert not judge_name("author")[0] & FOREIGN


def test_the_box_about_an_author_is_left_out_inside_blocks_that_are_called_furniture_and_are_none():
    box = f"<div class='author-box'><p>{ABOUT}</p></div>"
    parts = "".join(f"<div class='ads'>{paragraphs(*STORY[n : n + 2])}</div>" for n in (0, 2))
    survey = surveyed(f"{parts}<div class='ads'>{paragraphs(*STORY[4:])}{box}</div>")

    assert dead(survey, ABOUT)
    assert not dead(survey, STORY[5])


def test_the_articles_behind_the_pages_own_are_others():
    survey = surveyed(articles("The lamp burns once more", "A boat for the school"), title="The lamp burns once more")

    assert [line.dead for line in survey.page.lines] == [False] * 8 + [True] * 8


@pytest.mark.parametrize(
    "body",
    [
        articles("A boat for the school", "The lamp burns once more"),
        articles("The lamp burns once more", "The lamp burns once more"),
        articles("The lamp burns once more") + articles("The stairs", make="part"),
        articles("The lamp burns once more") + "<article class='piece'><h2>A boat for the school</h2>Soon.</article>",
    ],
    ids=["own is the last", "same headline", "another make", "a teaser"],
)
def test_other_elements_called_articles_stay(body):
    survey = surveyed(body, title="The lamp burns once more")

    assert not any(line.dead for line in survey.page.lines)


def test_teasers_are_known_by_the_link_that_each_ends_with():
    teasers = "".join(
        f"<div class='tile'><b>Tile {n}</b><p>{text}</p><a href='/{n}'>go on</a></div>" for n, text in enumerate(STORY)
    )
    page = f"<h1>The lamp burns</h1><div class='entry'>{paragraphs(*STORY[:5], *(f'Again: {text}' for text in STORY))}</div>"
    found = extract(f"<title>The lamp burns</title><body><div class='x'>{teasers}</div>{page}</body>")

    assert found.paragraphs[0] == STORY[0]
    assert len(found.paragraphs) == 11


def test_the_products_of_an_article_are_no_teasers_though_each_ends_with_a_link():
    parts = "".join(f"<div class='tile'><p>{text}</p><a href='/{n}'>go on</a></div>" for n, text in enumerate(STORY))
    found = extract(f"<h1>The lamp burns</h1><article>{paragraphs(*(f'First: {t}' for t in STORY))}{parts}</article>")

    assert set(STORY) <= set(found.paragraphs)


def test_the_name_of_a_row_is_kept_with_its_figures():
    rows = "".join(f"<tr><td><a href='/{n}'>Lamp {n}</a></td><td>{n}0 crowns</td></tr>" for n in range(1, 5))
    lines = surveyed(f"<div><p>{STORY[0]}</p><table>{rows}</table><p>{STORY[1]}</p></div>").page.lines
    odds = np.array([0.9, *[0.3] * 8, 0.9])

    assert fill_in(lines, [0, 9], odds) == list(range(10))


def test_a_column_of_links_behind_figures_is_not_filled_in():
    rows = "".join(f"<tr class='row'><td>Lamp {n}</td><td><a href='/{n}'>buy it now</a></td></tr>" for n in range(1, 5))
    lines = surveyed(f"<div><p>{STORY[0]}</p><table>{rows}</table><p>{STORY[1]}</p></div>").page.lines
    odds = np.array([0.9, *[0.3] * 8, 0.9])

    assert fill_in(lines, [0, 9], odds) == [0, 1, 3, 5, 7, 9]


@pytest.mark.parametrize(
    ("name", "odds", "stays"),
    [
        ("wp-caption-text", 0.95, False),
        ("imageCaption", 0.95, False),
        ("media__caption", 0.95, False),
        ("cutline", 0.95, False),
        ("foto-legenda", 0.95, False),
        ("photo-cap", 0.95, False),
        ("Bildunterschrift", 0.95, False),
        ("photo-capsule", 0.95, True),
        ("photo-caption-text", 0.6, False),
        ("photo-caption-text", 0.8, True),
        ("caption-free", 0.95, True),
    ],
)
def test_names_that_only_captions_have_make_captions_of_likely_lines(name, odds, stays):
    picture = f"<div><img src='/lamp.jpg'><div class='{name}'>A keeper holds up one of the lenses, which has no scratch.</div></div>"
    page = surveyed(f"<div>{paragraphs(*STORY[:3])}{picture}{paragraphs(*STORY[3:])}</div>").page
    likely = np.array([0.9, 0.9, 0.9, odds, 0.9, 0.9, 0.9])

    assert (3 in set_apart(page, list(range(7)), likely)) is stays


@pytest.mark.parametrize(
    "listing",
    [
        f"<table><tr><td class='gutter'><pre>1\n2\n3\n4</pre></td><td class='code'><pre>{CODE}</pre></td></tr></table>",
        f"<pre><code>{CODE}</code></pre><ul class='pre-numbering'><li>1</li><li>2</li><li>3</li><li>4</li></ul>",
        f"<pre>1\n2\n3\n4\n5</pre><pre>{LISTING[0]}\n\n" + "\n".join(LISTING[1:]) + "</pre>",
    ],
    ids=["in a column", "in a list", "with an empty line"],
)
def test_the_numbers_of_the_lines_of_a_listing_are_left_out(listing):
    found = extract(f"<h1>Lamps</h1><article>{paragraphs(*STORY[:3])}{listing}{paragraphs(*STORY[3:])}</article>")

    assert found.paragraphs == (*STORY[:3], *LISTING, *STORY[3:])


def test_what_a_listing_prints_is_kept():
    printed = "<pre>1\n2\n3</pre>"
    found = extract(
        f"<h1>Lamps</h1><article>{paragraphs(*STORY[:3])}<pre>{CODE}</pre>{paragraphs(STORY[3])}{printed}{paragraphs(STORY[4])}</article>"
    )

    assert found.paragraphs[-4:-1] == ("1", "2", "3")


@pytest.mark.parametrize(
    ("behind", "odds", "kept"),
    [
        (CARD + "<p>Nobody slept.</p>", [0.02, 0.08], ["Nobody slept."]),
        (PICTURE + "<p>Nobody slept.</p>", [0.2, 0.4], ["Nobody slept."]),
        (CARD + PICTURE + "<p>没人睡。</p>", [0.02, 0.2, 0.3], ["没人睡。"]),
        ("<h2>Oil</h2><p>It never ran out.</p>", [0.1, 0.3], ["Oil", "It never ran out."]),
        ("<h2>Oil</h2><p>Follow us to the harbour.</p>", [0.1, 0.08], []),
        (CARD + "<p>Nobody slept</p>", [0.02, 0.35], []),
        (CARD + "<p>All rights reserved.</p>", [0.02, 0.04], []),
        (CARD + "<p class='note'>Nobody slept.</p>", [0.02, 0.2], []),
        (CARD * 4 + "<p>Nobody slept.</p>", [0.02] * 4 + [0.2], []),
    ],
    ids=["card", "picture", "both", "heading", "unlikely below a heading", "no sentence", "unlikely", "set otherwise", "a list of cards"],
)  # fmt: skip
def test_a_sentence_behind_what_is_put_between_paragraphs_is_of_the_text(behind, odds, kept):
    body = f"<div class='text'>{paragraphs(*STORY[:3])}{behind}</div>"

    assert settled(body, [0, 1, 2], [0.9, 0.9, 0.9, *odds])[3:] == kept


def test_a_teaser_that_repeats_the_first_paragraph_is_left_out():
    first = f"{STORY[0]} {STORY[1]}"
    body = f"<header>{first}</header><div>{paragraphs(first, *STORY[2:])}</div>"

    assert settled(body, list(range(6)), [0.9] * 6) == [first, *STORY[2:]]


def test_what_one_block_says_twice_stays():
    first = f"{STORY[0]} {STORY[1]}"
    body = f"<div>{paragraphs(first, first, STORY[2])}</div>"

    assert len(settled(body, [0, 1, 2], [0.9] * 3)) == 3


def test_links_back_to_the_top_are_left_out_where_they_stand_again():
    top = "<p><a href='#top'>Back to the top</a></p>"
    page = surveyed(f"<div>{''.join(f'<p>{text}</p>{top}' for text in STORY[:3])}</div>").page
    odds = np.full(6, 0.9)

    assert set_apart(page, list(range(6)), odds) == [0, 2, 4]


def test_a_list_of_links_to_the_parts_of_a_page_stays():
    parts = "".join(f"<li><a href='#{n}'>Part {n}</a></li>" for n in range(3))
    page = surveyed(f"<div>{paragraphs(STORY[0])}<ul>{parts}</ul>{paragraphs(*STORY[1:3])}</div>").page

    assert len(set_apart(page, list(range(6)), np.full(6, 0.9))) == 6


@pytest.mark.parametrize(("name", "odds", "stays"), [("picBox", 0.6, False), ("picBox", 0.8, True), ("box", 0.6, True)])
def test_the_line_behind_a_picture_in_its_box_is_a_caption(name, odds, stays):
    picture = (
        f"<div class='{name}'><a href='/big'><img src='/lamp.jpg'></a><p>One of the keepers on the stairs</p></div>"
    )
    page = surveyed(f"<div>{paragraphs(*STORY[:3])}{picture}{paragraphs(*STORY[3:])}</div>").page

    assert (3 in set_apart(page, list(range(7)), np.array([0.9, 0.9, 0.9, odds, 0.9, 0.9, 0.9]))) is stays


@pytest.mark.parametrize(
    ("links", "added"),
    [
        (["https://oil.example/1", "https://www.lens.example/2"], True),
        (["https://oil.example/1", "https://www.lamp.example/2"], False),
        (["https://oil.example/1", "/2"], False),
    ],
    ids=["other sites", "its own site", "a path"],
)
def test_a_list_of_links_to_other_sites_is_of_the_text_that_announces_it(links, added):
    items = "".join(f"<li><a href='{link}'>Where it is sold, number {n}</a></li>" for n, link in enumerate(links))
    own = "<link rel='canonical' href='https://lamp.example/story'>"
    survey = surveyed(f"{own}<div>{paragraphs(*STORY[:3])}<ul>{items}</ul>{paragraphs(*STORY[3:])}</div>")
    odds = np.array([0.9, 0.9, 0.9, 0.2, 0.2, 0.9, 0.9, 0.9])

    assert (add_links(survey, [0, 1, 2, 5, 6, 7], odds) == list(range(8))) is added
