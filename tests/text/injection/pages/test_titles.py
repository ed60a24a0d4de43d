"""Keywords in titles that other mirrors have without them, and what editors hang on headlines."""

import pytest

from pipelines.text.injection import Habits, Page
from pipelines.text.injection.pages.sentences import fingerprint
from pipelines.text.injection.pages.titles import find_unwitnessed_title, title_letters

HEADLINE = "石桥镇的老磨坊今年春天重新转动"
ROOTED = Habits(pages=9, roots=frozenset({"橙汁"}))
KNOWN = Habits(pages=9, keywords=frozenset({"橙汁王", "橙汁app", "青柠"}))


def ask(fingerprints):
    return [int(one == fingerprint(title_letters(Page(HEADLINE, ())))) for one in fingerprints]


def cleaned(title, site):
    for find in find_unwitnessed_title(Page(title, (), site=site), ask):
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
    assert cleaned("石桥镇的老磨坊今年春青柠王天重新转动", Habits()) == HEADLINE


@pytest.mark.parametrize(
    "title", [f"更正：{HEADLINE}", f"{HEADLINE}（图）", f"快讯丨{HEADLINE}", f"{HEADLINE}：水渠修好了"]
)
def test_what_an_editor_hangs_on_a_headline_stays(title):
    assert cleaned(title, ROOTED) == title
