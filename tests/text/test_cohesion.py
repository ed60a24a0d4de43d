"""Pages of one article, of many, and of two that take turns."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.demo.articles import originals
from crawler.demo.mirrors.morning import stitched, stitched_title
from pipelines.text.spinning.cohesion import is_chinese, is_round_up, judge_cohesion
from pipelines.text.spinning.terms import likeness

ENGLISH_POOL = ("ferry", "seed-bank", "night-bus", "robotics", "peat", "lighthouse", "choir", "clock")


def test_a_chinese_page_from_a_paragraph_pool_is_stitched():
    judged = judge_cohesion(stitched_title(), stitched())

    assert judged is not None
    assert judged[0] == "stitched"


def test_an_english_page_from_a_paragraph_pool_is_stitched():
    pool = [originals()[slug].paragraphs[2] for slug in ENGLISH_POOL]

    assert judge_cohesion("Last Keeper of Skerry Light Hands Over the Keys", pool)[0] == "stitched"


@pytest.mark.parametrize("one", originals().values(), ids=lambda one: one.slug)
def test_an_article_hangs_together(one):
    assert judge_cohesion(one.title, one.paragraphs) is None


def test_a_numbered_round_up_is_not_stitched():
    assert judge_cohesion("一周", [f"{number}、{text}" for number, text in enumerate(stitched(), 1)]) is None


@pytest.mark.parametrize(
    "title", ["江湾早班车", "本周要闻", "国内快讯", "News in brief", "The week in pictures", "十大新闻"]
)
def test_a_page_that_calls_itself_a_round_up_is_not_stitched(title):
    assert judge_cohesion(title, stitched()) is None


@pytest.mark.parametrize(("host", "guest"), [("bakery", "ferry"), ("spring-tea", "old-well")])
def test_the_end_of_an_article_that_belongs_to_another_is_doubted(host, guest):
    article, other = originals()[host], originals()[guest]
    judged = judge_cohesion(article.title, (*article.paragraphs, *other.paragraphs[:2]))

    assert judged is not None
    assert (judged[0], judged[1].reason) == ("suspect", "foreign_tail")


def test_a_live_blog_is_not_stitched():
    assert judge_cohesion("台风登陆", [f"1{number}:05 {text}" for number, text in enumerate(stitched())]) is None


def test_few_paragraphs_are_not_judged():
    assert judge_cohesion(stitched_title(), stitched()[:5]) is None


def test_short_lines_are_no_evidence():
    assert (
        judge_cohesion("诗", ["山高月小。", "水落石出。", "江流有声。", "断岸千尺。", "风起了。", "雨停了。"]) is None
    )


def test_two_articles_that_take_turns_are_interleaved():
    lake = [
        f"鹤鸣湖的湖长制推行第{number}年，鹤鸣湖水质监测断面达到二类标准，巡湖员老邢说湖里的银鱼又回来了。"
        for number in "一二三四五"
    ]
    chess = [
        f"少年棋手邵弈在第{number}轮执黑险胜，邵弈赛后复盘时承认中盘的飞攻过于冒险，教练组对布局表示满意。"
        for number in "一二三四五"
    ]

    mixed = list(chain.from_iterable(zip(lake, chess, strict=True)))

    assert judge_cohesion("鹤鸣湖的湖长制", mixed)[0] == "interleaved"
    assert judge_cohesion("鹤鸣湖的湖长制", lake + chess) is None
    spoken = [f"{('湖长', '棋手')[number % 2]}：{text}" for number, text in enumerate(mixed)]
    assert judge_cohesion("鹤鸣湖的湖长制", spoken) is None


@pytest.mark.parametrize(
    "sample",
    ["これはひらがなの文章です。とても長い。", "Это русский текст о погоде.", "어제 국회는 본회의를 열었다.", ""],
)
def test_other_languages_are_not_judged(sample):
    assert is_chinese([sample]) is None


def test_a_title_is_searched_for_whole_words():
    assert not is_round_up("Deliverance", [])
    assert is_round_up("Storm: live", [])


def test_paragraphs_are_as_like_one_way_as_the_other():
    terms = [(frozenset("abc"), frozenset()), (frozenset("abd"), frozenset()), (frozenset("x"), frozenset())]

    shared = likeness(terms, chance=1000)

    assert shared.tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]


@given(st.text(max_size=50), st.lists(st.text(max_size=120), max_size=12))
def test_any_page_is_judged_without_an_error(title, paragraphs):
    judge_cohesion(title, paragraphs)
