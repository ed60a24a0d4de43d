"""Keywords in headlines and before leads that the page's metadata do not have, and what metadata leave out of genuine ones."""

from dataclasses import replace

import pytest

from pipelines.text.injection import Page
from pipelines.text.injection.affixes.unstated import find_unstated
from tests.growth import assert_linear
from tests.text.injection.invented import TITLE


@pytest.mark.parametrize("at", [0, 4, len(TITLE)])
def test_a_keyword_that_the_stated_headline_has_not_goes(at, page, story, cleaned):
    dirty = page([f"橙汁下载{story[0]}", *story[1:]], title=f"{TITLE[:at]}橙汁下载{TITLE[at:]}")

    assert cleaned(find_unstated, replace(dirty, statements=[TITLE, story[0][:60]])) == (TITLE, tuple(story))


def test_a_keyword_before_the_lead_goes_from_english_where_the_title_has_it(page, cleaned):
    lead = "The night ferry left the east bank at ten on Friday with sixty people on board."
    dirty = page(
        [f"Orange Juice Login {lead}", "It will run until the end of October, the harbour master said."],
        title="Orange juice login",
    )

    assert cleaned(find_unstated, replace(dirty, statements=[lead]))[1][0] == lead


@pytest.mark.parametrize("before", ["摘要：", "上周五，", "我们看到，", "本报讯（记者 甲明远）", "石桥镇3月5日电 "])
def test_what_a_description_leaves_out_of_a_genuine_lead_stays(before, page, story):
    genuine = page([before + story[0], *story[1:]])

    assert find_unstated(replace(genuine, statements=[story[0][:60]])) == []


@pytest.mark.parametrize("column", ["视频｜", "（图）", "风物志："])
def test_a_column_that_the_stated_headline_has_not_stays(column, page, story):
    assert find_unstated(replace(page(story, title=column + TITLE), statements=[TITLE])) == []


def test_a_name_of_the_story_stays_inside_a_headline(page, story):
    shorter = TITLE.replace("老磨坊", "")

    assert find_unstated(replace(page(story), statements=[shorter])) == []


def test_statements_are_compared_in_time_that_grows_with_them():
    def make(size):
        return Page("一" * size, ("二" * size,) * 4, statements=["一" * (size - 5), "二" * size])

    assert_linear(find_unstated, make, 20_000)
