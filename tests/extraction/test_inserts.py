"""What a site puts between paragraphs for itself, and the lines of an article that look like it."""

import numpy as np
import pytest

from crawler.extraction.main_text.inserts import without_inserts
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.page.parse import parse

STORY = (
    "The lamp of the old lighthouse burned for the first time in nine years when the keepers opened it to the village.",
    "They had ground its lenses by hand, in a shed behind the chapel, and carried them up the stairs one after the other.",
    "On some evenings it rained through the roof, so that they covered the glass with sails which a fisher had lent them.",
    "The harbour office wants to keep the light as a mark for pilots, and pays for the oil and for one of the keepers.",
)


def left_out(insert: str, *, odds: float = 0.6, times: int = 1) -> list[str]:
    """Give what is left out of four paragraphs with an insert behind each of the first ones; it is as likely as said."""
    told = "".join(f"<p>{text}</p>{insert if at < times else ''}" for at, text in enumerate(STORY))
    root = parse(f"<body><div class=text>{told}</div></body>")
    assert root is not None
    lines = survey_page(root).page.lines
    known = np.array([0.95 if line.text in STORY else odds for line in lines])
    kept = without_inserts(lines, list(range(len(lines))), known)

    return [line.text for i, line in enumerate(lines) if i not in kept]


INVITATION = "<h3>Never miss a lamp</h3><p>One story from the coast, every Saturday.</p>"


@pytest.mark.parametrize(
    "name",
    ["newsletter", "kg-card kg-signup-card", "paywall-promo", "article__subscribe", "related-content", "ilgili-haber"],
)
def test_a_small_box_that_is_called_an_invitation_is_left_out(name):
    assert len(left_out(f"<div class='{name}'>{INVITATION}</div>")) == 2


def test_a_box_that_is_an_aside_is_known_by_its_name_all_the_same():
    assert len(left_out(f"<aside class=newsletter-box>{INVITATION}</aside>")) == 2
    assert left_out(f"<aside>{INVITATION}</aside>") == []


@pytest.mark.parametrize(
    ("box", "odds"),
    [
        (f"<div class=note>{INVITATION}</div>", 0.6),
        (f"<div class=newsletter>{INVITATION}</div>", 0.85),
        (f"<div class='more-on-lamps'><p>{STORY[0]} {STORY[1]} {STORY[2]} At least, so it was told.</p></div>", 0.6),
        ("<div class=recommended>Best of all</div>", 0.6),
        ("<div class=pullquote-testimonial><p>I ground them all by hand, and I would do it again.</p></div>", 0.6),
    ],
    ids=["another name", "likely", "a part of the text", "a label", "a quotation"],
)
def test_other_boxes_stay(box, odds):
    assert left_out(box, odds=odds) == []


def test_a_label_that_stands_between_paragraphs_again_and_again_is_left_out():
    label = "<div class=x1>Werbeplatz</div>"

    assert left_out(label, times=3) == ["Werbeplatz"] * 3
    assert left_out(label, times=2) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>Light, light</p>",
        "<div class=x1>Nobody slept.</div>",
        "<div class=x1>Keeper:</div>",
        "<h3>The keeper</h3>",
    ],
    ids=["set as a paragraph", "a refrain", "a speaker", "a heading"],
)
def test_refrains_speakers_and_headings_stay_as_often_as_they_come(line):
    assert left_out(line, times=3) == []


def test_what_is_said_below_each_post_for_sharing_it_is_left_out():
    post = "<div class=share-tools><span>More ways to share</span><p>Copy this link</p></div>"

    assert left_out(post, times=3) == ["More ways to share", "Copy this link"] * 3
    assert left_out(post, times=2) == []
    assert left_out(post.replace("share-tools", "steps"), times=3) == []


def test_labels_of_which_a_make_has_several_stay():
    assert left_out("<div class=x1>The keeper</div><div class=x1>The fisher</div>", times=3) == []


@pytest.mark.parametrize(
    "label",
    [
        "Advertisement",
        "- Publicidad -",
        "Реклама",
        "広告",
        "ADVERTENTIE",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Advertisement · Scroll to continue",
        "Your browser does not support the video tag.",
    ],
)
def test_the_word_for_advertising_alone_is_left_out(label):
    assert left_out(f"<div class=x1>{label}</div>") == [label]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Advertisement is too weak a word.</p>",
        "<h3>Werbung</h3>",
        "<p>The ads</p>",
        "<p>Scroll to the end</p>",
        "<p>Your browser does not support what we show</p>",
    ],
)
def test_what_tells_of_advertising_stays(line):
    assert left_out(line) == []


@pytest.mark.parametrize(
    "line", ["Čtěte také: Maják na ostrově se zavírá", "Читайте також: Маяк на острові", "यह भी पढ़ें: द्वीप पर नया दीपस्तंभ"]
)
def test_a_line_that_announces_another_article_is_left_out_where_it_is_set_as_no_paragraph(line):
    assert left_out(f"<div class=odkaz>{line}</div>") == [line]
    assert left_out(f"<p>{line}</p>") == []


@pytest.mark.parametrize(
    ("line", "dropped"),
    [
        ("<button>Request a lamp</button>", True),
        ("<footer><a href=/s>Share</a>Updated at 21.40 GMT</footer>", True),
        ("<footer><p>So it was told by the keepers</p></footer>", False),
        ("<blockquote>We ground it by hand.<footer>The oldest keeper</footer></blockquote>", False),
        (f"<footer>{STORY[0]}</footer>", False),
    ],
    ids=["a button", "the foot of a post", "a paragraph", "of a quotation", "prose"],
)
def test_what_a_button_and_the_foot_of_a_part_say_is_left_out(line, dropped):
    assert bool(left_out(line)) is dropped


def test_a_text_that_is_made_of_such_boxes_stays():
    root = parse(f"<body><div class=newsletter>{INVITATION}</div></body>")
    assert root is not None
    lines = survey_page(root).page.lines

    assert without_inserts(lines, [0, 1], np.array([0.6, 0.6])) == [0, 1]
