"""Keywords that take turns in front of the paragraphs of a site, and what heads these on genuine ones."""

import random

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Page
from pipelines.text.injection.affixes.rotations import find_site_rotations
from tests.growth import assert_linear
from tests.text.injection.sites import on_site

ARTICLES = [one for one in originals().values() if one.language.startswith("zh")]
STEM = ("榛鹭堂体育", "榛鹭堂官网", "榛鹭堂下载", "榛鹭堂直播", "榛鹭堂入口")
MIXED = ("榛鹭堂体育", "砚北果园", "追枫棋牌网", "赤潮娱乐城")


def site(labels, mark, *, shuffled=True):
    """Give pages whose paragraphs have labels in front, in an order of chance or in turn."""
    dice = random.Random(3)
    pages = []
    for article in ARTICLES:
        order = dice.choices(labels, k=len(article.paragraphs)) if shuffled else labels
        heads = [order[at] + mark if at < len(order) else "" for at in range(len(article.paragraphs))]
        texts = tuple(head + text for head, text in zip(heads, article.paragraphs, strict=True))
        pages.append(Page(article.title, texts))
    return pages


@pytest.mark.parametrize("mark", [" ", "：", "_", "?"])
def test_keywords_of_a_coined_stem_go_whatever_mark_is_behind_them(mark):
    assert [list(texts) for _, texts in on_site(site(STEM, mark))] == [list(one.paragraphs) for one in ARTICLES]


@pytest.mark.parametrize("mark", ["?", "｜", "～"])
def test_keywords_of_several_stems_go_before_a_mark_that_no_label_has(mark):
    assert [list(texts) for _, texts in on_site(site(MIXED, mark))] == [list(one.paragraphs) for one in ARTICLES]


@pytest.mark.parametrize(
    ("labels", "mark", "shuffled"),
    [
        (MIXED, "：", True),  # people who talk
        (("案情回顾", "法官说法", "法条链接"), "｜", False),  # sections, once each and in order
        (("记者观察", "记者手记", "记者点评", "记者追问"), "：", True),  # columns, whose stem is a word
        (("为什么这样做", "什么时候开始"), "？", True),  # questions
    ],
)
def test_speakers_sections_columns_and_questions_stay(labels, mark, shuffled):
    assert find_site_rotations(site(labels, mark, shuffled=shuffled)) == frozenset()


def test_a_site_of_ever_other_marks_takes_linear_time():
    marks = "!#$%&*+-/<=>@^_|~·•※†★☆◇◆□■△▲○●◎→←↑↓"

    def pages(size):
        dice = random.Random(5)
        heads = ("".join(dice.choices(marks, k=2)) + MIXED[0] + "".join(dice.choices(marks, k=3)) for _ in range(size))
        return [Page("镇上的水轮", tuple(head + ARTICLES[0].paragraphs[0] for head in heads)) for _ in range(3)]

    assert_linear(find_site_rotations, pages, 500)
