"""What stands inside an article's sentences, beside its pictures and above its parts, and is or is no text of it."""

import numpy as np
import pytest

from crawler.extraction import extract
from crawler.extraction.main_text.captions import set_apart
from crawler.extraction.main_text.ends import begin
from crawler.extraction.main_text.survey import Survey, survey_page
from crawler.extraction.main_text.together import even_series
from crawler.extraction.page.names import BAD, judge_name
from crawler.extraction.page.parse import parse
from tests.extraction import pages

TEXT = (
    "The millers of Hollowford let the great wheel turn again on Friday, two winters after the flood had torn it off.",
    "Its new paddles are of larch, which a farmer from the next valley gave them in return for a year of flour.",
    "The river board has asked for a grate above the weir, and the millers say that they will build it themselves.",
)


def surveyed(body: str) -> Survey:
    root = parse(f"<body>{body}</body>")
    assert root is not None
    return survey_page(root)


def lines(body: str) -> list[str]:
    return [line.text for line in surveyed(body).page.lines]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill belongs to <firm-name id='7'>Hollow & Sons</firm-name> since the spring.",
        "The mill belongs to <place><town>Hollowford</town></place> since the spring.",
        "The mill belongs to <firm-name><b>Hollow</b></firm-name> since the spring.",
        "<town>Hollowford</town> has its mill again.",
        "Its mill is what they have got back in <town>Hollowford</town>",
    ],
)
def test_an_element_that_html_does_not_know_tears_no_sentence(sentence):
    assert len(lines(f"<p>{sentence}</p>")) == 1


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("<my-story><my-head>The wheel turns</my-head><my-text>It was lifted in.</my-text></my-story>", 2),
        ("Loose words <my-story><p>The wheel turns.</p><p>It was lifted in.</p></my-story> of a page", 4),
        ("<my-item>The wheel</my-item>\n<my-item>The weir</my-item>\n<my-item>The grate</my-item>", 3),
    ],
    ids=["nested", "with paragraphs", "a list"],
)
def test_the_boxes_of_web_components_are_blocks(body, count):
    assert len(lines(body)) == count


@pytest.mark.parametrize(
    "heading",
    [
        "<span>The wheel</span><span class='tool'><span>[</span><a href='/e'>edit</a><span>]</span></span>",
        "The wheel <small>[<a href='/e'>edit</a> | <a href='/s'>source</a>]</small>\n",
        "The wheel【<a href='/e'>编辑</a>】",
    ],
)
def test_the_link_to_edit_a_section_is_no_part_of_its_heading(heading):
    [line] = surveyed(f"<h2>{heading}</h2>").page.lines

    assert (line.text, line.link) == ("The wheel", 0)


@pytest.mark.parametrize(
    "heading",
    [
        "The wheel [1890]",
        "<a href='/w'>Mill</a> [Built Again]",
        "[<a href='/w'>wheel</a>]",
        "The <a href='/w'>[wheel]</a>",
    ],
)
def test_other_brackets_at_the_end_of_a_heading_stay(heading):
    [line] = surveyed(f"<h2>{heading}</h2>").page.lines

    assert line.text.endswith("]")


def listing(count: int) -> str:
    return "".join(f"<pre class='sheet'>{TEXT[n]}\n{TEXT[n]}</pre>" for n in range(count))


def test_the_sheets_of_a_document_in_listings_are_a_series():
    survey = surveyed(listing(3))
    odds = np.array([0.8, 0.8, 0.8, 0.8, 0.2, 0.2])

    assert even_series(survey, odds, np.full(6, 100.0))[-1] == pytest.approx(0.6)


def part(n: int, name: str = "section") -> str:
    return f"<div class='part'><h3 class='{name}'><a href='/{n}'>Part {n}</a></h3><p>By noon</p><p>{TEXT[n]}</p></div>"


@pytest.mark.parametrize(
    ("body", "first"),
    [
        (part(0) + part(1) + part(2), 1),
        (part(0, "else") + part(1) + part(2), 3),
        (part(0) + part(1), 3),
        (f"<h3 class='section'>Part</h3><div><p>Noon</p><p>{TEXT[0]}</p></div>" + part(1) + part(2), 3),
    ],
    ids=["like the others", "of another make", "like one only", "in another block"],
)
def test_a_text_begins_with_the_heading_of_its_first_part(body, first):
    survey = surveyed(f"<h1>The mill of Hollowford grinds again</h1>{body}")
    count = len(survey.page.lines)

    assert begin(survey, list(range(3, count)), np.full(count, 0.3))[0] == first


@pytest.mark.parametrize("name", ["author-dropdown", "author_panel", "audio-player", "videoPlayer", "story-player"])
def test_boxes_of_authors_and_players_are_furniture(name):
    assert judge_name(name)[0] & BAD


@pytest.mark.parametrize("name", ["players", "player", "story-players", "authors"])
def test_articles_about_players_and_authors_are_none(name):
    assert not judge_name(name)[0] & BAD


CAPTION = "The new wheel above the weir of Hollowford, seen from the bridge"


def kept(body: str, odds: list[float]) -> list[str]:
    page = surveyed(body).page
    return [page.lines[i].text for i in set_apart(page, list(range(len(odds))), np.array(odds))]


def between(middle: str) -> str:
    return f"<article><p>{TEXT[0]}</p>{middle}<p>{TEXT[1]}</p></article>"


@pytest.mark.parametrize(
    "middle",
    [
        f"<div><img src='/w.jpg' alt='{CAPTION}.'><span>– {CAPTION} –</span></div>",
        f"<div class='frame'><img src='/w.jpg'><p class='wheelCaption'>{CAPTION}</p></div>",
        f"<div class='frame'><img src='/w.jpg'><div class='wheel_caption'><p>{CAPTION}</p></div></div>",
    ],
    ids=["as described", "called so", "around it"],
)
@pytest.mark.parametrize(("odds", "stays"), [(0.45, False), (0.9, True)])
def test_a_caption_that_is_set_as_a_paragraph_stands_apart_unless_it_is_certain(middle, odds, stays):
    assert len(kept(between(middle), [0.9, odds, 0.9])) == 2 + stays


@pytest.mark.parametrize(
    "middle",
    [
        f"<h3><img src='/w.jpg' alt='{CAPTION}'>{CAPTION}</h3>",
        "<img src='/w.jpg' alt='Marta Hollow'><p>Marta Hollow</p>",
        f"<p class='caption'>{CAPTION}</p>",
        f"<img src='/w.jpg' alt='A wheel'><p>{CAPTION}</p>",
    ],
    ids=["heading", "name", "no picture", "something else"],
)
def test_other_lines_beside_pictures_stay(middle):
    assert len(kept(between(middle), [0.9, 0.45, 0.9])) == 3


@pytest.mark.parametrize(
    ("middle", "stays"),
    [("<img src='/w.jpg'><p>+4</p>", False), ("<p>+4</p>", True), ("<img src='/w.jpg'><p>+4 degrees</p>", True)],
    ids=["of pictures", "no picture", "of other things"],
)
def test_the_number_of_pictures_that_are_not_shown_is_none_of_the_text(middle, stays):
    assert len(kept(between(middle), [0.9, 0.9, 0.9])) == 2 + stays


@pytest.mark.parametrize(
    ("picture", "apart"),
    [
        ("<span><img src='/w.jpg'><em class='img_desc'>The new wheel</em></span>", True),
        ("<div><img src='/w.jpg'></div><span class='imageCaption2'>The new wheel</span>", True),
        ("<em class='img_desc'>The new wheel</em> ", False),
        ("<img src='/w.jpg'><em class='stress'>The new wheel</em> ", False),
        ("<img src='/w.jpg'>And so <em class='img_desc'>the new wheel</em> ", False),
    ],
    ids=["a caption", "of another name", "no picture", "no caption", "within a line"],
)
def test_the_text_behind_a_caption_that_is_set_within_it_begins_a_line(picture, apart):
    found = lines(f"<article>{picture}{TEXT[0]}<br><br>{TEXT[1]}</article>")

    assert (found[-2] == TEXT[0]) is apart


def test_the_cell_below_a_picture_is_its_caption_where_a_system_calls_it_so_though_the_text_begins_with_it():
    table = f"<table class='picture'><tr><td><img src='/w.jpg'></td></tr><tr><td class='pCaption caption'><p>{CAPTION}.</p></td></tr></table>"

    assert kept(f"<article>{table}<p>{TEXT[0]}</p><p>{TEXT[1]}</p></article>", [0.6, 0.9, 0.9]) == [TEXT[0], TEXT[1]]


def test_captions_of_one_make_stand_apart_together_or_not_at_all():
    middle = f"<div><img src='/w.jpg'><p class='caption'>{CAPTION}</p></div>"

    assert len(kept(between(middle * 3), [0.9, 0.3, 0.3, 0.75, 0.9])) == 2
    assert len(kept(between(middle * 3), [0.9, 0.45, 0.65, 0.65, 0.9])) == 5


@pytest.mark.parametrize(
    "box",
    [
        "<blockquote class='twitter-tweet'><p>{}</p></blockquote>",
        "<div class='ad-slot'><p>{}</p></div>",
        "<p class='affiliate-disclaimer'>{}</p>",
        "<div class='audio-player'><div><p>{}</p></div></div>",
        "<p class='vjs-no-js'>{}</p>",
        "<div class='bio'><p>{}</p></div>",
    ],
)
def test_what_stands_between_paragraphs_and_is_nobodys_text_is_left_out_however_likely_it_is(box):
    foreign = box.format("Flour of all kinds is sold at the bridge, said somebody.")
    body = f"<article><p>{TEXT[0]}</p>{foreign}<p>{TEXT[1]}</p></article>"

    assert kept(body, [0.9, 0.9, 0.9]) == [TEXT[0], TEXT[1]]


def test_the_day_of_an_embedded_post_is_not_the_articles():
    post = "<blockquote class='twitter-tweet'><p>The wheel turns.</p>— Marta (@hollow) 3 May 2011</blockquote>"
    page = (
        f"<h1>The mill of Hollowford grinds again</h1><div><p>{TEXT[0]}</p>{post}<p>{TEXT[1]}</p><p>{TEXT[2]}</p></div>"
    )

    assert extract(page).published is None


def test_a_show_of_pictures_keeps_its_captions():
    body = f"<div><img src='/w.jpg'><p class='caption'>{CAPTION}</p></div>" * 4

    assert len(kept(body, [0.45] * 4)) == 4


@pytest.mark.parametrize(("letters", "stay"), [("SSS", 0), ("SS", 2), ("ABC", 3), ("QAQAQA", 6)])
def test_one_letter_that_stands_alone_again_and_again_is_an_icon(letters, stay):
    body = "".join(f"<h3>{letter}</h3><p>{TEXT[0]}</p>" for letter in letters)

    assert len(kept(body, [0.9] * 2 * len(letters))) == len(letters) + stay


def test_the_picture_whose_caption_stands_above_the_text_is_of_the_article():
    caption = "春分过后，渔民把木船推下水。摄影 老周"
    body = pages.article().replace(
        "<p>", f"<figure><img src='/boat.jpg'><figcaption>{caption}</figcaption></figure><p>", 1
    )

    [image] = extract(pages.page(body), "https://paper.example/1").images

    assert (image.url, image.caption) == ("https://paper.example/boat.jpg", caption)


ZH = (
    "春分刚过，河口镇的渔民就把修好的木船推下了水，准备迎接今年第一次出海。",
    "镇上的船匠老周说，这条船用了整整三个月才修好，光是桐油就刷了七遍。",
)
PICTURE = "<p style='text-align: center'><a href=/b.jpg><img src='/b.jpg'></a></p>"


def amid(middle: str, *, align: str = "") -> str:
    return f"<article><p{align}>{ZH[0]}</p>{middle}<p{align}>{ZH[1]}</p></article>"


@pytest.mark.parametrize(
    "caption",
    [
        "<p align=center>图为老周在刷桐油</p>",
        "<p class=ql-align-center>老周在刷桐油（河口镇供图）</p>",
        "<p style='text-align:center'>老周在刷桐油。</p>",
        "<p align=center><span style='color:#888'>老周在刷桐油</span></p>",
    ],
    ids=["picture", "credit", "sentence", "grey"],
)
def test_a_line_centred_below_a_centred_picture_is_its_caption_in_a_text_that_is_not_centred(caption):
    assert kept(amid(PICTURE + caption), [0.9] * 3) == list(ZH)
    assert kept(f"<ul><li>{amid(PICTURE + caption)}</li></ul>", [0.9] * 3) == list(ZH)
    assert len(kept(amid(PICTURE + caption, align=" align=center"), [0.9] * 3)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "<p align=center>怎样刷桐油</p>",
        "<p align=center><strong>一、怎样刷桐油。</strong></p>",
        "<p>老周在刷桐油（河口镇供图）</p>",
        f"<p align=center>{ZH[0] * 4}</p>",
    ],
    ids=["heading", "bold", "not centred", "long"],
)
def test_other_lines_below_a_centred_picture_stay(line):
    assert len(kept(amid(PICTURE + line), [0.9] * 3)) == 3


def test_a_mark_that_points_at_the_picture_above_makes_a_caption():
    assert kept(amid("<p><img src='/b.jpg'></p><p>▲老周在刷桐油</p>"), [0.9] * 3) == list(ZH)
    assert len(kept(amid("<p>▲老周在刷桐油</p>"), [0.9] * 3)) == 3


@pytest.mark.parametrize(
    ("box", "stays"),
    [
        ("<dl class=pic><dt><img src='/b.jpg'></dt><dd>老周在刷桐油</dd></dl>", False),
        ("<dl class=x><dt>桐油<img src='/b.jpg'></dt><dd>用来刷船的油</dd></dl>", True),
        ("<div id=photos><img src='/b.jpg'><p>老周在刷桐油</p></div>", False),
        ("<div id=photos><img src='/b.jpg'><p>老周在刷桐油</p><p>他刷了七遍</p></div>", True),
    ],
    ids=["a picture defined", "a term", "called pictures", "more"],
)
def test_what_is_alone_with_a_picture_in_its_box_is_a_caption(box, stays):
    page = amid(box)
    odds = [0.9] * len(surveyed(page).page.lines)

    assert (len(kept(page, odds)) > 2) is stays
