"""Keywords before headlines: foreign ones of one root, another each time, or always the same; speakers and columns stay."""

import pytest

from pipelines.text.injection import Page
from pipelines.text.injection.titles.openings import find_site_openings
from tests.text.injection import invented
from tests.text.injection.sites import on_site

STORIES = dict(list(invented.STORIES.items())[:6])


def titles(heads, *, spoken="", stories=STORIES):
    """Give the titles as a site leaves them that sets these heads before its headlines, *spoken* of in the texts or not."""
    pages = [
        Page(f"{head}{headline}", (spoken + text, text * 8))
        for head, (headline, text) in zip(heads, stories.items(), strict=True)
    ]
    return [title for title, _ in on_site(pages)]


@pytest.mark.parametrize(
    "heads",
    [
        ["青柠云盘：", "青柠手游下载：", "青柠官方入口：", "", "", ""],
        ["x9-z青柠：", "海棠加速器：", "旧房翻新价目：", "梅子棋牌：", "", "象牙塔租号："],
        ["青柠云盘网页版!", "", "青柠云盘网页版!", "", "青柠云盘网页版!", ""],
    ],
)
def test_keywords_of_one_root_or_another_each_time_or_always_one_go(heads):
    assert titles(heads) == list(STORIES)


@pytest.mark.parametrize(
    "heads",
    [
        ["快评：", "快评：", "快评：", "快评：", "快评：", "快评："],
        ["河湾会客厅：", "", "河湾会客厅：", "", "河湾会客厅：", ""],
        ["最新消息!", "最新消息!", "最新消息!", "", "", ""],
        ["旧房翻新价目：", "", "象牙塔租号：", "", "", ""],
    ],
)
def test_columns_calls_and_what_two_titles_have_stay(heads):
    assert titles(heads) == [f"{head}{headline}" for head, headline in zip(heads, STORIES, strict=True)]


COLUMNS = ("【河湾】", "【海棠加速器】", "【旧房翻新价】", "【梅子棋牌】", "【象牙塔租】", "【桔梗影院】")


@pytest.mark.parametrize(("rounds", "stay"), [(3, False), (2, True)])
def test_another_keyword_in_brackets_each_time_goes_where_no_paper_has_so_many_columns(rounds, stay):
    stories = dict(list(invented.STORIES.items())[: 6 * rounds])
    heads = [f"【{word}{column[1:]}" for word in ("青柠", "云盘", "蜜枣")[:rounds] for column in COLUMNS]
    shown = [f"{head}{headline}" for head, headline in zip(heads, stories, strict=True)]
    assert titles(heads, stories=stories) == (shown if stay else list(stories))


@pytest.mark.parametrize("number", ["{}", "{:03}"])
def test_numbers_of_issues_stay(number):
    heads = [f"【第{number.format(at)}期周刊】" for at in range(1, 19)]
    stories = dict(list(invented.STORIES.items())[:18])
    assert titles(heads, stories=stories) == [f"{head}{title}" for head, title in zip(heads, stories, strict=True)]


def test_a_year_in_one_may_change():
    heads = ("2029青柠云盘网页版,", "2030青柠云盘网页版,", "", "2031青柠云盘网页版,", "", "")
    pages = [Page(f"{head}{title}", (text * 8,)) for head, (title, text) in zip(heads, STORIES.items(), strict=True)]
    assert find_site_openings(pages) == {"青柠云盘网页版"}


def test_speakers_whom_the_texts_name_stay():
    heads = ["水务站长：", "水务专家：", "水务管理所：", "水务志愿者：", "水务工程师：", "水务委员："]
    spoken = "水务站长、水务专家、水务管理所、水务志愿者、水务工程师、水务委员都到了现场。"

    assert titles(heads, spoken=spoken) == [f"{head}{headline}" for head, headline in zip(heads, STORIES, strict=True)]
