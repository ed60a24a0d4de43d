"""What stands beside an article: side bars, teasers, other articles; and with what a text begins and ends."""

import numpy as np
import pytest

from crawler.extraction import extract
from crawler.extraction.main_text.body import fill_in
from crawler.extraction.main_text.captions import set_apart
from crawler.extraction.main_text.ends import begin, end, settle_ends
from crawler.extraction.main_text.outward import add_links
from crawler.extraction.main_text.survey import Survey, survey_page
from crawler.extraction.page.names import BODY, FOREIGN, META, judge_name
from crawler.extraction.page.parse import parse

SHORT = "The ferry to Gull Island runs again from Monday, and the fare has not changed since the autumn of last year."
STORY = (
    "The lamp of the old lighthouse burned for the first time in nine years when the keepers opened it to the village.",
    "They had ground its lenses by hand, in a shed behind the chapel, and carried them up the stairs one after the other.",
    "On some evenings it rained through the roof, so that they covered the glass with sails which a fisher had lent them.",
    "The harbour office wants to keep the light as a mark for pilots, and pays for the oil and for one of the keepers.",
    "Children may climb the tower on Sundays, when the tide is low and the causeway can be walked without wet feet.",
    "In spring the rail around the gallery is painted, and whoever holds a brush for an afternoon is given a supper.",
)
ABOUT = (
    "I have lived by the sea for as long as I can remember, and I write of boats, of birds, and of those who mend nets."
)


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def surveyed(body: str, title: str = "") -> Survey:
    root = parse(f"<title>{title}</title><body>{body}</body>")
    assert root is not None
    return survey_page(root)


def dead(survey: Survey, text: str) -> bool:
    [line] = [line for line in survey.page.lines if line.text == text]
    return line.dead


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


def articles(*headlines: str, make: str = "piece") -> str:
    return "".join(
        f"<article class='{make}' id='a{n}'><header><h2>{headline}</h2></header>{paragraphs(*STORY)}<p>{n}</p></article>"
        for n, headline in enumerate(headlines)
    )


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


LISTING = ("let lamp = 3;", "while lamp {", "    lamp -= 1;", "}")
CODE = "\n".join(LISTING)


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


def settled(body: str, chosen: list[int], odds: list[float]) -> list[str]:
    survey = surveyed(body)
    return [survey.page.lines[i].text for i in settle_ends(survey, chosen, np.array(odds))]


def test_a_sentence_beside_the_last_line_in_its_block_is_of_the_text():
    assert (
        settled(f"<div>{paragraphs(*STORY[:3], 'See you there!')}</div>", [0, 1, 2], [0.9, 0.9, 0.9, 0.3])[-1]
        == "See you there!"
    )


@pytest.mark.parametrize(
    ("behind", "odds"),
    [
        (
            "<div class='t'>Mara. He said so.</div><div class='t'>Ilse. I did not.</div><div class='t'>The lamp goes out.</div>",
            [0.24, 0.2, 0.16],
        ),
        ("<div class='t'>Ilse, to the window</div>", [0.35]),
        ("<div class='notice'>Advertisement</div><div class='t'>The lamp goes out.</div>", [0.04, 0.4]),
    ],
    ids=["a dialogue", "no sentence", "behind an advertisement"],
)
def test_lines_behind_the_last_one_that_are_set_as_it_is_are_of_the_text(behind, odds):
    told = "".join(f"<div class='t'>{text}</div>" for text in STORY[:3])
    survey = surveyed(f"<div>{told}{behind}</div><div class='foot'>Imprint</div>")
    for line in survey.page.lines:
        line.dead = line.dead or line.text == "Advertisement"
    found = settle_ends(survey, [0, 1, 2], np.array([0.9, 0.9, 0.9, *odds, 0.0]))

    assert survey.page.lines[found[-1]].text == survey.page.lines[2 + len(odds)].text


@pytest.mark.parametrize(
    ("closing", "after", "kept"),
    [
        ("（未完待续）", "", True),
        ("To be continued", "", True),
        ("（灯暗）", "<p>责任编辑：甲某某</p>", True),
        ("World View, Page 14", "", False),
        ("To be continued", "<p>Tide tables</p>", False),
    ],
    ids=["of an instalment", "of another", "above a credit", "a page", "in the midst of its block"],
)
def test_the_last_line_of_the_block_of_a_text_is_of_it_though_less_likely(closing, after, kept):
    body = f"<div><div>{paragraphs(*STORY[:3], closing)}{after}</div><p>Imprint</p></div>"

    assert (settled(body, [0, 1, 2], [0.9, 0.9, 0.9, 0.22, *([0.0] * (2 if after else 1))])[-1] == closing) is kept


@pytest.mark.parametrize(
    ("field", "kept"),
    [("导演：甲某某", True), ("来源：甲某某", False), ("潮汐表", False)],
    ids=["of a film", "a credit", "another line"],
)
def test_the_first_of_the_fields_with_which_a_text_begins_is_of_it(field, kept):
    parts = [field, "主演：乙某某、丙某某", "片长：118分钟", *STORY[:3]]

    found = settled(f"<div>{paragraphs(*parts)}</div>", [1, 2, 3, 4, 5], [0.18, 0.8, 0.7, 0.9, 0.9, 0.9])

    assert found == parts[0 if kept else 1 :]


@pytest.mark.parametrize("credit", ["采写：实习记者 白桨", "Photo: Ilse Keeper", "图源 灯塔管理处"])
def test_a_credit_behind_the_last_line_is_left_to_be_unlikely(credit):
    assert settled(f"<div>{paragraphs(*STORY[:3], credit)}</div>", [0, 1, 2], [0.9, 0.9, 0.9, 0.35]) == list(STORY[:3])


@pytest.mark.parametrize(
    ("label", "kept"), [("其一 灯", True), ("潮汐表", False)], ids=["counts as the others do", "another line"]
)
def test_the_label_of_the_first_part_right_above_a_text_is_of_it(label, kept):
    parts = [label, STORY[0], "其二 海", STORY[1], "其三 夜", STORY[2]]

    found = settled(f"<div>{paragraphs(*parts)}</div>", [1, 2, 3, 4, 5], [0.35, 0.9, 0.9, 0.9, 0.9, 0.9])

    assert found == parts[0 if kept else 1 :]


@pytest.mark.parametrize("pictured", [False, True])
def test_a_sentence_behind_the_last_line_stays_with_the_credit_glued_to_it_but_not_below_a_picture(pictured):
    said = "“灯不能灭。”她说，“灭了船就找不到家。” 记者 白桨 摄"
    picture = "<img src='/l.jpg'>" if pictured else ""
    body = f"<div>{paragraphs(*STORY[:3])}{picture}{paragraphs(said)}</div>"

    assert settled(body, [0, 1, 2], [0.9, 0.9, 0.9, 0.2]) == [*STORY[:3], *([] if pictured else [said])]


@pytest.mark.parametrize(
    ("behind", "kept"), [(" (abc)", True), (" [A. B.]", True), (" (see the map on page four)", False)]
)
def test_a_sentence_behind_the_last_line_stays_with_the_initials_behind_it(behind, kept):
    said = f"She lit it again at nine.{behind}"

    assert (settled(f"<div>{paragraphs(*STORY[:3], said)}</div>", [0, 1, 2], [0.9, 0.9, 0.9, 0.17])[-1] == said) is kept


def test_a_table_left_over_in_the_block_of_a_text_is_of_it():
    rows = "".join(f"<tr><td><p>{n}</p></td><td><p>Lamp {n}</p></td></tr>" for n in range(1, 4))
    survey = surveyed(
        f"<div class='doc'>{paragraphs(*STORY[:3])}<table>{rows}</table><p class='sign'>The harbour office</p></div><p>Imprint</p>"
    )

    assert settle_ends(survey, [0, 1, 2], np.array([0.9] * 3 + [0.4] * 7 + [0.0])) == list(range(10))
    assert settle_ends(survey, [0, 1, 2], np.array([0.9] * 3 + [0.4] * 6 + [0.1, 0.0])) == [0, 1, 2]


CARD = "<div class='card'><a href='/n/9'>The tide mill of the next bay</a></div>"
PICTURE = "<figure><img src='/l.jpg'><figcaption>The gallery in May</figcaption></figure>"


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


@pytest.mark.parametrize(("name", "kept"), [("", True), (" class='teaser-head'", False)], ids=["like another", "other"])
def test_the_sentence_below_the_last_heading_is_of_the_text_where_the_heading_is_like_others_in_it(name, kept):
    parts = f"<h2>Glass</h2>{paragraphs(*STORY[:2])}<div class='box'><h2{name}>Hint</h2><div class='h'>{STORY[2]}</div></div>"

    found = settled(f"<div class='text'>{parts}</div>", [0, 1, 2, 3], [0.9, 0.9, 0.9, 0.45, 0.22])

    assert found == ["Glass", *STORY[:2], *(["Hint", STORY[2]] if kept else [])]


@pytest.mark.parametrize(
    ("part", "odds", "kept"),
    [
        ("<pre>light\nwait</pre>", [0.25, 0.2], 2),
        ("<dl><dt>Height</dt><dd>31 metres</dd></dl>", [0.3, 0.3], 2),
        ("<table><tr><td>East</td><td>2</td></tr></table>", [0.3, 0.3], 2),
        ("<ul><li>East</li><li>West</li></ul>", [0.3, 0.3], 0),
        ("<dl><dt>Height</dt><dd><a href='/h'>31 metres</a></dd></dl>", [0.3, 0.3], 0),
        ("<dl><dt>By</dt><dd>A. Keeper</dd></dl>", [0.1, 0.1], 0),
    ],
    ids=["listing", "terms", "table", "list", "links", "unlikely"],
)
def test_a_listing_a_table_or_terms_beside_a_text_in_its_block_are_of_it(part, odds, kept):
    last = settled(f"<div class='text'>{paragraphs(*STORY[:3])}{part}</div>", [0, 1, 2], [0.9, 0.9, 0.9, *odds])
    first = settled(f"<div class='text'>{part}{paragraphs(*STORY[:3])}</div>", [2, 3, 4], [*odds, 0.9, 0.9, 0.9])

    assert len(last) == len(first) == 3 + kept


def test_terms_that_an_edge_cuts_are_kept_whole():
    terms = "<dl><dt>Height</dt><dd>31 metres</dd><dt>Steps</dt><dd>140</dd></dl>"

    assert len(settled(f"<div>{terms}{paragraphs(*STORY[:3])}</div>", [3, 4, 5, 6], [0.3] * 3 + [0.5] + [0.9] * 3)) == 7


@pytest.mark.parametrize(
    ("opened", "kept"), [(f"<p>{STORY[1]}</p>", True), ("<p>12 May, 10.48</p>", False)], ids=["prose", "a stamp"]
)
def test_a_summary_stays_with_the_prose_that_it_opens(opened, kept):
    body = f"<div>{paragraphs(STORY[0])}<details><summary>Who mends it?</summary>{opened}</details></div>"

    assert ("Who mends it?" in settled(body, [0, 2], [0.9, 0.1, 0.9])) is kept


def test_a_line_between_two_that_are_set_as_it_is_is_of_the_text():
    lines = surveyed(
        "".join(f"<div class='t'>{text}</div>" for text in (*STORY[:2], "A lamp or B oil", *STORY[2:4]))
    ).page.lines

    assert fill_in(lines, [0, 1, 3, 4], np.array([0.9, 0.9, 0.3, 0.9, 0.9])) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("last", "odds"),
    [
        ("<p>See you there!</p>", 0.1),
        ("<p>Photo: A. Keeper</p>", 0.25),
        ("<p><a href='/x'>Go on reading here.</a></p>", 0.3),
        ("<h3>See you there!</h3>", 0.3),
        ("<p class='small'>See you there!</p>", 0.3),
    ],
    ids=["unlikely", "no sentence", "link", "heading", "another block"],
)
def test_other_lines_beside_it_are_not(last, odds):
    assert settled(f"<div>{paragraphs(*STORY[:3])}{last}</div>", [0, 1, 2], [0.9, 0.9, 0.9, odds]) == list(STORY[:3])


def test_a_teaser_that_repeats_the_first_paragraph_is_left_out():
    first = f"{STORY[0]} {STORY[1]}"
    body = f"<header>{first}</header><div>{paragraphs(first, *STORY[2:])}</div>"

    assert settled(body, list(range(6)), [0.9] * 6) == [first, *STORY[2:]]


def test_what_one_block_says_twice_stays():
    first = f"{STORY[0]} {STORY[1]}"
    body = f"<div>{paragraphs(first, first, STORY[2])}</div>"

    assert len(settled(body, [0, 1, 2], [0.9] * 3)) == 3


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("Further reading:", 1),
        ("Whoever wants to climb the tower on a Sunday, and is not afraid of stairs, can put down a name here:", 3),
        ("All that is known of the first keepers of the lamp stands here:", 2),
    ],
    ids=["label", "sentence", "long label"],
)
def test_a_text_ends_with_no_label_of_links_but_with_the_link_of_a_sentence(last, kept):
    lines = surveyed(
        f"<div><p>{STORY[0]}</p><p>{last}</p><p><a href='/x'>https://lamp.example/list</a></p></div>"
    ).page.lines

    assert end(lines, [0, 1]) == list(range(kept))


@pytest.mark.parametrize(
    ("above", "odds", "first"),
    [
        (f"<h2>How it burned</h2><p>{STORY[0]}</p>", 0.25, 0),
        (f"<h2>How it burned</h2><ul><li>{STORY[0]}</li></ul>", 0.15, 0),
        (f"<h2>How it burned</h2><p>{STORY[0]}</p>", 0.15, 1),
        (f"<h1>How it burned</h1><p>{STORY[0]}</p>", 0.25, 1),
        (f"<h2><a href='/'>How it burned</a></h2><p>{STORY[0]}</p>", 0.25, 1),
        (f"<header><h2>How it burned</h2></header><section><p>{STORY[0]}</p></section>", 0.25, 1),
    ],
    ids=["paragraph", "list", "unlikely", "headline", "link", "another block"],
)
def test_a_heading_right_above_a_text_in_its_block_is_of_it(above, odds, first):
    survey = surveyed(f"<h1>The lamp burns</h1><div>{above}{paragraphs(*STORY[1:])}</div>", title="The lamp burns")

    assert begin(survey, list(range(2, 8)), np.array([0.1, odds, *[0.9] * 6]))[0] == first + 1


@pytest.mark.parametrize(("needed", "added"), [(5, 5), (4, 4), (3, 0)])
def test_what_is_needed_stands_before_what_is_done_in_a_recipe(needed, added):
    body = "<br>".join(f"{n} pounds of oil" for n in range(needed))
    done = "".join(f"<li>{text}</li>" for text in STORY)
    survey = surveyed(f"<div><p>{body}</p><ol>{done}</ol></div>")
    odds = np.array([*[0.2] * needed, *[0.9] * 6])

    assert len(settle_ends(survey, list(range(needed, needed + 6)), odds)) == added + 6


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


def test_the_first_line_of_a_verse_goes_on_in_the_next():
    verse = (
        "河水绿，河水黄，",
        "撑船的人儿在中央。",
        "哎哟，哎哟，莫问夜多长。",
        "一篙撑到二月二，",
        "杏花落在旧衣裳。",
    )
    told = "这首船歌由老船工口述，县文化馆在今年春天整理，共收集到九段唱词，其中三段是第一次发表。"
    body = f"<div class=nav>要闻 社会</div><div class=box><h1>船歌</h1><div class=rich>{paragraphs(*verse, told)}</div></div>"
    page = f"<html><head><title>船歌 - 石桥在线</title></head><body>{body}</body></html>"
    assert extract(page.encode(), url="https://alpha.example/7.html").paragraphs[0] == verse[0]
