"""Keywords in titles that other mirrors have without them, and what editors hang on headlines."""

import pytest

from pipelines.text.injection import Habits, Page
from pipelines.text.injection.pages.sentences import fingerprint
from pipelines.text.injection.pages.titles import find_unwitnessed_title, title_letters

HEADLINE = "石桥镇的老磨坊今年春天重新转动"
ROOTED = Habits(pages=9, roots=frozenset({"橙汁"}))
KNOWN = Habits(pages=9, keywords=frozenset({"橙汁王", "橙汁app", "青柠"}))


def cleaned(title, site, headline=HEADLINE, sites=1):
    known = fingerprint(title_letters(Page(headline, ())))
    for find in find_unwitnessed_title(
        Page(title, (), site=site), lambda asked: [sites * (one == known) for one in asked]
    ):
        title = title[: find.start] + title[find.end :]
    return title


@pytest.mark.parametrize(
    "title",
    [
        "石桥镇的老磨坊今年橙汁官方下载春天重新转动",
        "橙汁登录入口石桥镇的老磨坊今年春天重新转动",
        "橙汁(中国) 石桥镇的老磨坊今年春天重新转动",
        "石桥镇的老磨坊今年春天重新转动-橙汁官方下载",
        "石桥镇的老磨坊今年春天重新转动橙汁(中国)",
    ],
)
def test_a_keyword_of_the_site_goes_from_a_title_that_another_site_has_without_it(title):
    assert cleaned(title, ROOTED) == cleaned(title, KNOWN) == HEADLINE
    assert cleaned(title.replace("磨坊", "水车"), ROOTED) != HEADLINE


def test_what_splits_a_word_goes_though_the_site_is_known_for_nothing():
    title = "石桥镇的老磨坊今年春青柠王天重新转动"

    assert cleaned(title, Habits(), sites=2) == HEADLINE
    assert cleaned(title, Habits()) == title, "the other site may have left it out"


def test_a_word_of_the_headline_stays_though_what_is_around_it_could_be_one():
    title = "甲国女子足球队在石桥镇夺冠"

    assert cleaned(title, Habits(), "甲国足球队在石桥镇夺冠") == title


@pytest.mark.parametrize(
    "title", [f"更正：{HEADLINE}", f"{HEADLINE}（图）", f"快讯丨{HEADLINE}", f"{HEADLINE}：水渠修好了"]
)
def test_what_an_editor_hangs_on_a_headline_stays(title):
    assert cleaned(title, ROOTED) == title
