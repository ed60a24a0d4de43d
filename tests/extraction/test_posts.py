"""Which pages show the posts of a blog, or a template that nothing filled, and are no article; and which are one after all."""

import pytest

from crawler.extraction import extract

TOLD = (
    "The lamps of the pier were lit again on Sunday, and half the village came down to see them, though it rained until nine.",
    "We walked the whole of the old wall with the surveyor, who counted the stones that are missing and wrote down every one.",
    "Two of the three bells are back from the foundry, and the third will follow when the snow on the pass has melted away.",
    "Nobody had thought that the baker would reopen, but on Friday there was bread, and by eight in the morning it was gone.",
    "The choir needs four basses, a room with a stove and somebody who can read what the old cantor wrote in the margins.",
)
NAMES = ("Light on the Pier", "Along the Old Wall", "Two Bells of Three", "Bread on Friday", "A Choir and a Stove")


def page(*, called="home blog", link="<a rel=bookmark href='/2024/{0}/'>{1}</a>", above="", more=1, head=""):
    posts = "".join(
        f"<div class=post><h2>{link.format(n, name)}</h2>{''.join(f'<p>As for {name}, {told}</p>' for told in (text, *TOLD)[:more])}</div>"
        for n, (name, text) in enumerate(zip(NAMES, TOLD, strict=True))
    )
    return f"<html><head><title>Pier Diary</title>{head}</head><body class='{called}'><h1>News</h1>{above}{posts}<div class=nav><a href='/page/2'>Older</a></div></body></html>"


@pytest.mark.parametrize("more", [1, 4], ids=["teasers", "whole posts"])
@pytest.mark.parametrize("called", ["home blog", "archive date", "category category-sea"])
def test_posts_below_headlines_that_lead_to_their_pages_are_a_list(called, more):
    assert extract(page(called=called, more=more), "https://pier.example/diary/").page_kind == "list_page"


@pytest.mark.parametrize("url", ["https://pier.example", "https://pier.example/en/index.html"])
def test_posts_on_the_first_page_of_a_site_are_a_list_whatever_the_page_is_called(url):
    assert extract(page(called="", above="<p>2 February 2024</p>"), url).page_kind == "list_page"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"called": "single"}, "neither the first page nor called a list"),
        ({"link": "{1}"}, "headings inside an article"),
        ({"link": "<a href='#part-{0}'>{1}</a>"}, "links within the page"),
        ({"link": "<a href='https://shop{0}.example/lamp'>{1}</a>"}, "links to other sites"),
        ({"above": f"<p>{TOLD[4]} {TOLD[3]}</p>"}, "a text above them"),
        ({"head": "<meta property=og:type content=article>"}, "the page says that it is an article"),
    ],
)
def test_an_article_with_parts_that_lead_elsewhere_is_kept(changed, why):
    assert extract(page(**changed), "https://pier.example/diary/").page_kind == "article", why


PLACES = "<p>{{article.title}} by {{article.author.name | upper}}, {{article.published | date : 'dd/MM/yyyy'}}</p><p>{{article.text}}</p><p>Show the version (see below)</p>"


def test_a_template_that_nothing_filled_has_no_text():
    assert extract(f"<html><body><div>{PLACES}</div></body></html>").page_kind == "no_text"


def test_an_article_about_templates_is_kept():
    told = "".join(f"<p>{text}</p>" for text in TOLD)

    assert extract(f"<html><body><h1>On Templates</h1><div>{told}{PLACES}</div></body></html>").page_kind == "article"


def test_an_article_with_a_leaked_place_in_each_paragraph_is_kept():
    told = "".join(f"<p>{text} {{{{ad.slot | safe}}}}</p>" for text in TOLD)

    assert extract(f"<html><body><h1>On Templates</h1><div>{told}</div></body></html>").page_kind == "article"
