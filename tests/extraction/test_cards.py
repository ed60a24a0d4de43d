"""What newer sites set around an article's text: cards of other articles, tables of contents, parts for subscribers, standfirsts, links alone."""

import numpy as np
import pytest

from crawler.extraction import extract
from crawler.extraction.main_text.body import find_standfirst
from crawler.extraction.main_text.cards import without_cards
from crawler.extraction.main_text.outward import without_last_links, without_links_amid
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.page.names import BAD, judge_name
from crawler.extraction.page.parse import parse

STORY = (
    "The glassblowers of Karvel lit their furnace again on Thursday, nine years after the last one had let it go cold.",
    "Three of them had learned the trade abroad, and the fourth, who is seventy-one, had kept the pipes oiled in her cellar.",
    "The first thing that they made was a plain jug, and it cracked, and everybody in the hall clapped all the same.",
    "A bakery next door takes the heat that is left over in the evening, which pays for a third of the gas by now.",
)
TITLE = "Karvel blows glass again"
HEAD = f"<title>{TITLE}</title><link rel=canonical href='https://karvel.example/news/glass'>"


def card(n: int, *, href: str = "/news/{}", words: str = "and nobody knows yet what it will cost the town.") -> str:
    link = href.format(n)
    return f"<div class=x7><h3><a href='{link}'>Bridge number {n} is to be mended</a></h3><p>The bridge of valley {n} is closed, {words}</p><span>{n} hours ago</span></div>"


def read(body: str, *, head: str = "") -> tuple[str, ...]:
    return extract(f"<html><head>{HEAD}{head}</head><body><main>{body}</main></body></html>").paragraphs


def story(texts=STORY) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_cards_that_lead_to_other_articles_behind_the_text_are_none_of_it():
    cards = "".join(map(card, range(2, 8)))
    body = f"<div class=y1><h1>{TITLE}</h1><div class=y2>{story()}</div></div><section><h2>Go on</h2>{cards}</section>"

    assert read(body) == STORY


def test_bare_headlines_of_other_articles_behind_the_text_are_none_of_it():
    heads = "".join(
        f"<article class='article-list__article'><h3><a href='/news/{n}'>Bridge number {n} is to be mended</a></h3><time>{n} hours ago</time></article>"
        for n in range(2, 9)
    )
    body = f"<div class=article-page><article><h1>{TITLE}</h1><div class=article-content>{story()}</div></article><section class=article-list><h2>Local news</h2>{heads}</section></div>"

    assert read(body) == STORY


def left(body: str) -> int:
    """Give how many lines are taken for cards where all are as likely as a text."""
    root = parse(f"<html><head>{HEAD}</head><body><main>{body}</main></body></html>")
    assert root is not None
    survey = survey_page(root)
    return int((without_cards(survey, np.full(len(survey.page.lines), 0.95)) == 0).sum())


CARDS = "".join(map(card, range(2, 8)))


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (f"<div class=y2>{story()}</div><section>{CARDS}</section>", 18),
        (f"<div class=y2>{story()}{CARDS}</div>", 0),
        (f"<div class=y2>{story()}</div><section>{CARDS}<p>{STORY[0]}</p></section>", 0),
        (f"<section>{CARDS}</section><div class=y2>{story()}</div>", 0),
        (f"<div class=y2>{story(STORY[:1])}</div><section>{CARDS}</section>", 0),
        (f"<div class=y2>{story()}</div><section>{card(2)}{card(3)}</section>", 0),
        (f"<div class=y2>{story()}</div><section>{CARDS.replace('/news/', 'https://bridge.example/')}</section>", 0),
        (f"<div class=y2>{story()}</div><section>{CARDS.replace('/news/', 'https://www.karvel.example/')}</section>", 18),
        (f"<div class=y2>{story()}</div><section>{CARDS.replace('/news/', '#')}</section>", 0),
        (f"<div class=y2>{story()}</div><section>{card(2) * 6}</section>", 0),
        (f"<div class=y2>{story()}</div><section>{CARDS.replace('</p>', f'</p><p>{STORY[0]}</p><p>{STORY[1]}</p>')}</section>", 0),
    ],
    ids=["beside", "in the text", "with other prose", "before", "little text", "two", "other sites", "a part of the site", "places", "the same", "long"],
)  # fmt: skip
def test_cards_are_those_beside_a_text_that_lead_to_pages_of_the_site(body, count):
    assert left(body) == count


def dated(below: str) -> str:
    return f"<div class=y2><h2>{TITLE}</h2>{below}{story(STORY[:2])}</div>"


def short(n: int, *, tag: str = "article", head: str = "h1") -> str:
    return f"<{tag} class=y2><{head}>{TITLE}</{head}>{story(STORY[:n])}</{tag}>"


STATED = '<script type=\'application/ld+json\'>{"@type": "NewsArticle"}</script>'


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (f"{short(2)}<section>{CARDS}</section>", 18),
        (f"{STATED}{short(2, tag='div')}<section>{CARDS}</section>", 18),
        (f"{short(2, tag='div')}<section>{CARDS}</section>", 0),
        (f"{short(2, head='h2')}<section>{CARDS}</section>", 0),
        (f"{dated('<p>5 March 2024, 10:30</p>')}<section>{CARDS}</section>", 18),
        (f"{dated('<p>Everything about glass</p>')}<section>{CARDS}</section>", 0),
        (
            f"{dated('<h3><a href=/news/1>The furnace of Karvel is lit</a></h3><p>5 March 2024</p>')}<section>{CARDS}</section>",
            0,
        ),
        (f"{dated('<p>5 March 2024</p>').replace(TITLE, 'All the news')}<section>{CARDS}</section>", 0),
        (f"{short(0)}<section>{CARDS}</section>", 0),
        (f"<article><h1>{TITLE}</h1>{story(STORY[:2])}<section>{CARDS}</section></article>", 0),
    ],
    ids=[
        "an article",
        "stated",
        "words above a list",
        "no <h1>",
        "a day below the headline",
        "no day",
        "a teaser",
        "another headline",
        "no text",
        "in the article",
    ],
)
def test_cards_behind_a_short_article_are_none_of_it(body, count):
    assert left(body) == count


def test_headlines_of_eight_chinese_characters_are_long_enough():
    told = "上游的七座老桥今年全部修好了，两岸的孩子上学不用再绕三里多的山路，村里的老人说这是三十年来最好的一件事。"
    bridges = "".join(
        f"<div class=x7><h3><a href='/news/{n}'>第{n}座石桥修缮完工</a></h3><p>山谷里的第{n}座石桥已经封闭了整整三个月，谁也不知道镇上要花多少钱才能修好。</p></div>"
        for n in range(2, 8)
    )

    assert left(f"<div class=y2>{f'<p>{told}</p>' * 5}</div><section>{bridges}</section>") == 12


def test_a_short_article_stays_alone_above_many_cards():
    more = "".join(map(card, range(2, 40)))

    assert read(f"{short(2)}<section><h2>More stories</h2>{more}</section>") == STORY[:2]


PARTS = ("How the furnace was lit", "Who learned the trade", "What the heat is for")


def contents(href: str = "#part-{}") -> str:
    links = "".join(f"<li><p><a href='{href.format(n)}'>{part}</a></p></li>" for n, part in enumerate(PARTS))
    told = "".join(
        f"<h2 id=part-{n}>{part}</h2><p>{text}</p>" for n, (part, text) in enumerate(zip(PARTS, STORY[1:], strict=True))
    )
    return f"<h1>{TITLE}</h1><div class=text><p>{STORY[0]}</p><p>Contents</p><ul>{links}</ul>{told}</div>"


def test_a_table_of_contents_in_a_text_and_its_label_are_left_out():
    found = read(contents())

    assert "Contents" not in found
    assert [text for text in found if text in PARTS] == list(PARTS)


@pytest.mark.parametrize("name", ["subscriber-preview", "subscriber-only", "subscribers-content", "Subscriber_Text"])
def test_what_subscribers_read_is_no_furniture(name):
    assert not judge_name(name)[0] & BAD


@pytest.mark.parametrize("name", ["subscribe", "subscriber-offer", "subscription-widget", "subscriber-onlyness"])
def test_what_asks_to_subscribe_is_furniture(name):
    assert judge_name(name)[0] & BAD


@pytest.mark.parametrize("name", ["sc-54n highLightSearchTarget", "searchable-text", "search-target"])
def test_a_text_in_which_a_search_marks_words_is_no_search_box(name):
    assert not judge_name(name)[0] & BAD


@pytest.mark.parametrize("name", ["search", "search-form", "site-search", "searchbox", "search-targets"])
def test_a_search_box_is_furniture(name):
    assert judge_name(name)[0] & BAD


@pytest.mark.parametrize("tag", ["p", "h2"])
def test_paragraphs_that_stand_behind_a_paywall_are_the_text(tag):
    parts = f"<p class=paywall>{STORY[0]}</p><{tag} class='paywall'>The jug that cracked</{tag}>" + "".join(
        f"<p class='paywall body'>{text}</p>" for text in STORY[1:]
    )
    other = "".join(map(card, range(2, 12)))
    found = read(
        f"<h1>{TITLE}</h1><p class=dek>A furnace, a jug and a bakery in a valley.</p><div class=q>{parts}</div><section>{other}</section>"
    )

    assert [text for text in found if text in STORY] == list(STORY)


def test_an_aside_of_readers_says_nothing_of_other_asides():
    said = "".join(f"<li class=comment><p>I say so as well. {text}</p></li>" for text in STORY * 3)
    notice = "<aside><p>Furnaces and bakeries, every week.</p><p>We tell nobody where you live, and we never shall.</p></aside>"
    body = f"<h1>{TITLE}</h1><div class=z>{story(STORY[:2])}{notice}{story(STORY[2:])}</div><aside id=comments><ul>{said}</ul></aside>"

    root = parse(f"<html><body>{body}</body></html>")
    assert root is not None
    dead = [line.text for line in survey_page(root).page.lines if line.dead]

    assert "Furnaces and bakeries, every week." in dead
    assert len(dead) == 2 + 12


@pytest.mark.parametrize(
    "pulled", ["<aside><blockquote>{}</blockquote></aside>", "<blockquote class=pull-quote>{}</blockquote>"]
)
def test_a_quotation_that_is_pulled_out_of_a_text_is_said_once(pulled):
    quote = pulled.format("it cracked, and everybody in the hall clapped all the same")
    other = pulled.format("I kept the pipes oiled, and I never told anybody why")

    assert read(f"<h1>{TITLE}</h1><div class=z>{story(STORY[:3])}{quote}{story(STORY[3:])}</div>") == STORY
    assert (
        len(read(f"<h1>{TITLE}</h1><div class=z>{story(STORY[:3])}{other}{story(STORY[3:])}</div>")) == len(STORY) + 1
    )


@pytest.mark.parametrize(
    ("odds", "line", "found"),
    [
        (0.6, "<p>{}</p>", True),
        (0.4, "<p>{}</p>", False),
        (0.6, "<p><a href=/x>{}</a></p>", False),
        (0.6, "<figure><figcaption>{}</figcaption></figure>", False),
        (0.6, "<p>Share</p><p>Save</p><p>{}</p>", False),
    ],
    ids=["likely", "unlikely", "a link", "a caption", "far below"],
)
def test_a_standfirst_right_below_the_headline_stays_whatever_is_between_it_and_the_text(odds, line, found):
    first = "Nine years after the last furnace went cold, four people and a bakery have brought it back to the valley."
    tools = "".join(f"<div>{word}</div>" for word in ("Listen", "Give", "Larger", "Smaller", "Ann Marsh", "3 May 2024"))
    root = parse(f"<html><head>{HEAD}</head><body><h1>{TITLE}</h1>{line.format(first)}{tools}{story()}</body></html>")
    assert root is not None
    survey = survey_page(root)
    lines = survey.page.lines
    chosen = [i for i, one in enumerate(lines) if one.text in STORY]

    known = find_standfirst(survey, chosen, np.full(len(lines), odds))

    assert [lines[i].text for i in known] == [first] * found


LINK = "<p><a href='{}'>All the news of the valley and its furnaces</a></p>"


@pytest.mark.parametrize(
    ("behind", "dropped"),
    [
        (LINK.format("/news/"), True),
        ("<p><a href='/news/7.html'>The bakery of Karvel doubles its ovens</a></p>", True),
        ("<p>More: <a href='/news/7.html'>The bakery of Karvel doubles its ovens</a></p>", False),
        (LINK.format("/news/") + LINK.format("/valley/"), True),
        (LINK.format("/news/") * 4, False),
        (LINK.format("https://glass.example/"), False),
        (LINK.format("/files/report.pdf"), False),
        (LINK.format("#top"), False),
        ("<p>They tell of it on <a href='/news/'>a page of their own</a>.</p>", False),
        ("<ul><li><a href='/news/'>All the news of the valley and its furnaces</a></li></ul>", False),
    ],
    ids=[
        "a link",
        "to a page",
        "behind a label",
        "two",
        "many",
        "another site",
        "a file",
        "a place",
        "in a sentence",
        "an item",
    ],
)
def test_a_text_does_not_end_with_a_line_that_only_leads_to_another_page_of_the_site(behind, dropped):
    root = parse(f"<html><head>{HEAD}</head><body><div>{story()}{behind}</div></body></html>")
    assert root is not None
    survey = survey_page(root)
    chosen = list(range(len(survey.page.lines)))

    assert (without_last_links(survey, chosen) == chosen[:4]) is dropped


AMID = "<p><b><a href='{}'>{}</a></b></p>"
OTHER = "Bakery of Karvel doubles its ovens"


@pytest.mark.parametrize(
    ("amid", "times", "dropped"),
    [
        (AMID.format("/news/7.html", OTHER), 1, True),
        (AMID.format("/news/7.html", "أفران المدينة تعمل"), 1, False),
        (AMID.format("/news/7.html", "أفران المدينة تعمل من جديد"), 1, True),
        (AMID.format("/people/ada", "Ada Brandt"), 1, False),
        (AMID.format("/news/7.html", f"{OTHER}."), 1, False),
        (AMID.format("https://glass.example/7.html", OTHER), 1, False),
        (AMID.format("/files/report.pdf", OTHER), 1, False),
        (AMID.format("#part", OTHER), 1, False),
        (f"<p>They say so <a href='/news/7.html'>{OTHER}</a></p>", 1, False),
        (f"<h3><a href='/news/7.html'>{OTHER}</a></h3>", 1, False),
        (AMID.format("/news/7.html", OTHER) * 2, 1, False),
        (AMID.format("/news/7.html", OTHER), 4, False),
    ],
    ids=["a title", "three words", "more words", "who speaks", "a sentence", "another site", "a file", "a place", "in a sentence", "a heading", "several", "again and again"],
)  # fmt: skip
def test_a_title_of_another_article_between_two_paragraphs_is_none_of_the_text(amid, times, dropped):
    told = "".join(f"<p>{text}</p>{amid if at < times else ''}" for at, text in enumerate((*STORY, STORY[0])))
    root = parse(f"<html><head>{HEAD}</head><body><div>{told}</div></body></html>")
    assert root is not None
    survey = survey_page(root)
    chosen = list(range(len(survey.page.lines)))

    assert (len(without_links_amid(survey, chosen)) < len(chosen)) is dropped
