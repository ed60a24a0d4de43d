"""With what a text begins and ends: lines, tables and headings at its edges that are of it."""

import numpy as np
import pytest

from crawler.extraction import extract
from crawler.extraction.main_text.body import fill_in
from crawler.extraction.main_text.ends import begin, end, settle_ends
from tests.extraction.lighthouse import STORY, paragraphs, settled, surveyed


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
    ("linked", "kept"), [((0, 1, 2), True), ((1, 2), False)], ids=["links in all last lines", "in some"]
)
def test_a_round_up_of_links_goes_on_with_one(linked, kept):
    lines = [f"<a href='/{n}'>Page {n}</a>: {text}" if n in (*linked, 3) else text for n, text in enumerate(STORY[:4])]
    found = settled(f"<div>{paragraphs(*lines)}</div>", [0, 1, 2], [0.9, 0.9, 0.9, 0.3])

    assert (found[-1] == f"Page 3: {STORY[3]}") is kept


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
