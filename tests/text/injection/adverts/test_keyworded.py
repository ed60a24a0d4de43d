"""Paragraphs of a site that are the same but for its keywords, and what reports have in common."""

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Page
from pipelines.text.injection.adverts.keyworded import find_site_keyworded
from tests.text.injection.sites import as_written, on_site

ARTICLES = [one for one in originals().values() if one.language == "zh-Hans"]
WORDS = ("缃棠猫下载", "瓠瓜鲸官网", "缃棠猫官网", "瓠瓜鲸登录", "缃棠猫登录", "瓠瓜鲸下载", "缃棠猫下载", "瓠瓜鲸登录")


def site_with(frame):
    """Give articles with a keyword at an end of the title, under a paragraph that names two."""
    return [
        Page(
            f"{WORDS[at]}{one.title}" if at % 4 < 2 else f"{one.title}{WORDS[at]}",
            (frame.format(WORDS[at], WORDS[(at * 3 + 1) % 8]), *one.paragraphs),
        )
        for at, one in enumerate(ARTICLES[:8])
    ]


@pytest.mark.parametrize(
    "frame",
    [
        "{}是一款深受街坊喜爱的软件，{}支持多种设备，欢迎体验。",
        "大家都在找的{}终于上线，想了解更多请收藏。",
        "本文为您带来{}与{}的全部玩法与安装步骤，先看目录。",
    ],
)
def test_a_paragraph_that_is_the_same_around_other_keywords_goes(frame):
    assert on_site(site_with(frame)) == as_written(ARTICLES[:8])


def test_the_same_around_what_no_other_place_proves_stays():
    frame = "{}昨天发布公告，去年的收入比前年多了一成。"
    pages = site_with(frame)
    assert not find_site_keyworded(pages, frozenset())
    assert not find_site_keyworded(pages[:2], frozenset(WORDS))


def test_what_stands_beside_the_same_keyword_each_time_is_the_template_s():
    pages = [Page(page.title, ("缃棠猫下载是一款深受街坊喜爱的软件。", *page.paragraphs)) for page in site_with("{}")]
    assert not find_site_keyworded(pages, frozenset({"缃棠猫下载"}))
