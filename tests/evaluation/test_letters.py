"""Pages rewritten in other letters."""

import re

import pytest

from crawler.extraction import extract
from evaluation.letters import LETTERS, rewrite_page

TEXT = (
    "The ferrymen of the harbour hauled their wooden boat onto the slip on Monday, eleven weeks after the ice had cracked it.",
    "Her grandfather built it, and the oak alone had cost a winter of searching, she said; nobody would do that twice.",
    "The council has promised to pay for the tar and the nails, but not for the hours, which the village gives.",
)
TITLE = "Ferrymen haul their boat out of the ice"
PAGE = (
    f"<html><head><title>{TITLE}</title><meta property='og:title' content='{TITLE}'><script type='application/ld+json'>{{}}</script>"
    f"<style>p {{ color: red }}</style></head><body><ul class='menu'><li><a href='/home'>Home</a></li></ul><h1>{TITLE}</h1>"
    f"<div class='article-body'>{''.join(f'<p>{text}</p>' for text in TEXT)}<!-- end --></div></body></html>"
)


@pytest.mark.parametrize("letters", LETTERS)
def test_no_word_stays_and_every_tag_does(letters):
    page = rewrite_page(PAGE, letters)

    assert "Ferrymen" not in page
    assert re.findall(r"<[a-z0-9]+", page) == re.findall(r"<[a-z0-9]+", PAGE)
    assert 'class="article-body"' in page
    assert "color: red" in page
    assert LETTERS[letters](TITLE) in page.split("og:title")[1]


@pytest.mark.parametrize("letters", LETTERS)
def test_an_article_in_other_letters_is_read_as_it_is_in_its_own(letters):
    assert extract(PAGE).paragraphs == TEXT
    assert extract(rewrite_page(PAGE, letters)).paragraphs == tuple(" ".join(LETTERS[letters](t).split()) for t in TEXT)


def test_letters_keep_their_number_but_where_words_would_be_shorter():
    lengths = {name: len(rewrite(TITLE)) for name, rewrite in LETTERS.items()}

    assert {lengths[name] for name in ("latin", "cyrillic", "arabic", "devanagari")} == {len(TITLE)}
    assert lengths["kana"] < lengths["hangul"] < lengths["thai"] < len(TITLE)


def test_a_page_without_an_element_stays_as_it_is():
    assert not rewrite_page("", "thai")
