"""What sites disclose of themselves, fields of their editors, and the articles that speak of such things."""

import pytest

from pipelines.text.template import Rules, Template, find_template
from tests.growth import assert_linear

STORY = (
    "The night ferry left the east bank at ten on Friday for the first time in forty years.",
    "Sixty people were on board, most of them with something to say about the price of the ticket.",
    "It will run until the end of October, and then the crew will go back to mending nets.",
)
EARNS = (
    "Oakleaf is reader-supported. When you buy through links on our site, we may earn a small commission.",
    "This post contains affiliate links, and we receive a commission if you purchase something.",
    "이 포스팅은 제휴 활동의 일환으로, 이에 따른 일정액의 수수료를 제공받습니다.",
    "※本ページはプロモーションが含まれています。",
)
MADE = (
    "AI Disclosure: Parts of this article were produced using automated tools. Readers should check it for themselves.",
    "Este artículo ha sido generado con la ayuda de inteligencia artificial.",
    "この記事はAIを使って作成しました。",
)
FIELDS = (
    "Meta description: All about the night ferry in one place.",
    "**Focus keyphrase:** night ferry",
    "SEO Title: The Night Ferry - A Complete Guide",
    "Palabras clave: transbordador, noche",
)


def cleaned(paragraphs, title="Night ferry returns to the river"):
    """Give the paragraphs without what is the site's, as the stage does that looks again behind what it dropped."""
    for _ in range(2):
        finding = find_template(title, paragraphs, ["text"] * len(paragraphs), Template(), rules=Rules())
        drops, lines = dict(finding.drops), list(paragraphs)
        for place, span in sorted(finding.cuts, key=lambda cut: cut[1].start, reverse=True):
            if place is not None:
                lines[place] = lines[place][: span.start] + lines[place][span.end :]
        paragraphs = tuple(line for at, line in enumerate(lines) if at not in drops)
    return paragraphs


@pytest.mark.parametrize("note", EARNS)
def test_what_a_site_earns_goes_from_before_the_article_glued_or_alone_and_from_below_it(note):
    assert cleaned((note, *STORY)) == STORY
    assert cleaned((f"{note} {STORY[0]}", *STORY[1:])) == STORY
    assert cleaned((*STORY, note)) == STORY


@pytest.mark.parametrize("note", MADE)
def test_that_a_machine_made_the_page_goes_from_both_ends(note):
    assert cleaned((note, *STORY)) == STORY
    assert cleaned((*STORY, note)) == STORY


@pytest.mark.parametrize("line", FIELDS)
def test_a_field_of_the_editor_goes_from_above_the_article(line):
    assert cleaned((line, *STORY)) == STORY


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We earn our living by mending nets, and no commission from the county ever reached us.", "Letters"),
        ("“We may earn a commission when you buy through our links,” says the small print.", "The small print"),
        ("The links on our coast were mown by sheep, and readers still receive a map with the paper.", "Links golf"),
        ("This article was written on a machine that my aunt bought in 1951.", "Her typewriter"),
        ("Meta description: what it is and why nobody reads it.", "How to write a meta description"),
    ],
)
def test_a_first_sentence_that_speaks_of_such_things_stays(text, title):
    assert cleaned((text, *STORY), title) == (text, *STORY)


def test_a_disclosure_amid_a_text_stays():
    assert cleaned((*STORY[:2], EARNS[1], *STORY[2:])) == (*STORY[:2], EARNS[1], *STORY[2:])


def test_long_paragraphs_take_linear_time():
    assert_linear(lambda texts: cleaned(tuple(texts)), lambda size: ["We buy links. " * size, *STORY], 400)
