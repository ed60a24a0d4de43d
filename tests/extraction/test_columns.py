"""A brief between columns of other prose is the article; what looks like a column and is none stays."""

import pytest

from crawler.extraction import extract
from crawler.extraction.main_text.columns import without_columns
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.page.parse import parse

TITLE = "Geese close the post office"
BRIEF = (
    "A nesting goose shut the post office of Ostervik on Tuesday. Letters may be fetched from the window at the back."
)
LETTER = (
    "For years there has been talk of a new quay, and nothing was ever built. Whoever waits at the old one each morning "
    "asks himself what he pays for. I invite the mayor to stand there with me once."
)
ALMANAC = "Peas should be in the ground by now. If they are not, plant them at night and tell nobody. Frost is expected on the 19th."
NOTICE = (
    "The bakery looks for a journeyman, and its shift begins at three in the morning. There is a room above the oven."
)


def column(heading: str, text: str, tag: str = "h4") -> str:
    return f"<{tag}>{heading}</{tag}><p>{text}</p>"


def read(body: str) -> tuple[str, ...]:
    return extract(
        f"<html lang=en><head><title>{TITLE} - Small Wire</title></head><body>{body}</body></html>"
    ).paragraphs


OWN = f"<h1>{TITLE}</h1><p class=d>17 April 2024</p><p>{BRIEF}</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=cols><div class=l>{column('Letter', LETTER)}</div><div class=m>{OWN}</div></div>",
        (
            f"<div class=cols><div class=l>{column('Letter', LETTER)}</div><div class=m>{OWN}</div>"
            f"<div class=r>{column('Almanac', ALMANAC)}{column('Jobs', NOTICE)}</div></div>"
        ),
        (
            f"<div class=grid><main class=c>{OWN}</main><div class=s><div class=x>{column('Letter', LETTER, 'h3')}</div>"
            f"<div class=x>{column('Almanac', ALMANAC, 'h3')}</div><div class=x>{column('Jobs', NOTICE, 'h3')}</div></div></div>"
        ),
    ],
    ids=["before it", "on both sides", "outside the main element"],
)
def test_a_brief_between_columns_is_the_article(body):
    assert read(body) == (BRIEF,)


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=lead><p>{LETTER}</p></div><div class=m>{OWN}</div>",
        f"<div class=m>{OWN}</div><div class=s>{column('What the village says', LETTER, 'h2')}</div>",
        f"<main>{OWN}</main><div class=s><p>{LETTER}</p>{column('What the village says', ALMANAC, 'h2')}</div>",
    ],
    ids=["a standfirst above the headline", "a part below it", "a text that goes on outside the main element"],
)
def test_what_has_no_heading_before_the_headline_and_what_goes_on_behind_it_stay(body):
    assert LETTER in read(body)


def test_a_line_between_headline_and_text_stays_where_no_column_stands_before():
    body = f"<main><h1>{TITLE}</h1><p>Rack, bench, barbell and ropes</p><p>{BRIEF}</p></main><div>{column('Jobs', NOTICE, 'h3')}</div>"
    root = parse(f"<title>{TITLE}</title><body>{body}</body>")
    assert root is not None

    assert without_columns(survey_page(root), [1, 2, 3, 4]) == [1, 2]


def test_a_short_line_in_a_layout_of_cells_is_text_and_one_of_a_table_is_a_cell():
    prose = "石桥镇的老磨坊今年春天重新转动，镇上的木匠花了四个月修好了水轮。木匠说最难的是找到合适的橡木。"
    layout = f"<table><tr><td>{prose}<br><br>石桥在线<br><br>{prose[::-1]}。<br><br>{prose[5:]}</td></tr></table>"
    row = f"<tr><td>年份</td><td>2020</td><td>{prose}</td></tr>"
    table = f"<h1>老磨坊重新转动</h1><p>{prose}</p><p>{prose}</p><table>{row}{row}</table><p>{prose}</p>"

    read = {text: kind for body in (layout, table) for text, kind in _kinds(f"<html><meta charset=utf-8><body>{body}")}

    assert (read["石桥在线"], read["年份"]) == ("text", "cell")


def _kinds(html):
    page = extract(html)
    return zip(page.paragraphs, page.kinds, strict=True)
