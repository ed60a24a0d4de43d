"""Labels inside a text that announce other articles or its author."""

import pytest

from crawler.extraction.main_text.announcing import without_announced
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.page.parse import parse

FIRST = "The bell of the lower town was hung again on Friday, and it was rung until the children had to be put to bed."
LAST = "Its old rope is shown in the mill, next to the wheel which lifted it, and whoever wants may pull at it."
LINKS = (
    "<ul><li><a href='/1'>The wheel of the mill is mended</a></li><li><a href='/2'>A rope of nine strands</a></li></ul>"
)


def left(*parts: str) -> list[str]:
    root = parse(f"<body><div>{''.join(parts)}</div></body>")
    assert root is not None
    lines = survey_page(root).page.lines
    return [lines[i].text for i in without_announced(lines, list(range(len(lines))))]


@pytest.mark.parametrize(
    "label",
    [
        "<h3>Related posts</h3>",
        "<h4>People are also reading…</h4>",
        "<p><b>Auch interessant:</b></p>",
        "<h4>À lire aussi</h4>",
        "<p>Lea también:</p>",
        "<h3>Leggi anche</h3>",
        "<p>相关阅读：</p>",
        "<h2>Читайте также</h2>",
    ],
)
def test_links_below_a_label_that_announces_others_are_left_out(label):
    assert left(f"<p>{FIRST}</p>", label, LINKS, f"<p>{LAST}</p>") == [FIRST, LAST]


@pytest.mark.parametrize(
    "parts",
    [
        ["<h3>What was mended</h3>", LINKS],
        ["<p>Read more</p>", LINKS],
        ["<h3>Related posts</h3>", f"<p>{LAST}</p>"],
        ["<h3>Related posts of the guard were given up in the same year</h3>", LINKS],
    ],
    ids=["other words", "no label", "no links", "more words"],
)
def test_other_links_and_labels_stay(parts):
    kept = left(f"<p>{FIRST}</p>", *parts, f"<p>{FIRST} {LAST}</p>")

    assert len(kept) == 2 + sum(part.count("<li>") or 1 for part in parts)


@pytest.mark.parametrize("label", ["<h6>Über die Autorin</h6>", "<p>About the author:</p>", "<h3>作者简介</h3>"])
def test_a_text_does_not_end_with_what_is_said_about_its_author(label):
    about = "<p>She has hung bells for thirty years.</p>"

    assert left(f"<p>{FIRST}</p>", f"<p>{LAST}</p>", label, about) == [FIRST, LAST]


def test_what_is_said_about_the_author_of_a_book_in_the_middle_stays():
    body = f"<p>{FIRST}</p>" * 4

    assert len(left(f"<p>{LAST}</p>", "<h3>About the author</h3>", body)) == 6


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("<b>Baca juga: </b>", False),
        ("<b>The wheel: </b>", True),
        ("<b>Baca juga kisah lain tentang lonceng </b>", True),
    ],
    ids=["a label", "other words", "no label"],
)
def test_the_title_of_another_article_goes_with_its_label_that_is_not_taken(label, kept):
    linked = (
        f"<table><tr><td><div>{label}<a href='/1'><h2>The wheel of the mill is mended</h2></a></div></td></tr></table>"
    )
    root = parse(f"<body><div><p>{FIRST}</p>{linked}<p>{LAST}</p></div></body>")
    assert root is not None
    lines = survey_page(root).page.lines

    assert (2 in without_announced(lines, [0, 2, 3])) is kept
