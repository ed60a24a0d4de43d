"""What hangs behind the last sentence, and what a writer names there."""

import pytest

from pipelines.text.injection.affixes.suffixes import (
    find_left_labels,
    find_link_blocks,
    find_site_suffixes,
    find_suffixes,
)
from tests.text.injection.invented import ENGLISH


@pytest.mark.parametrize(
    "suffix",
    [
        " ,更多推荐:橙汁",
        "；猜猜看：橙汁",
        " >>看点：橙汁会员",
        "。荐读:橙汁",
        "，相关推荐：橙汁下载",
        " ,热门搜索:橙汁365网址",
        "！ 延伸：橙汁试玩",
        " ★看点：橙汁会员",
    ],
)
def test_a_suffix_behind_the_last_sentence_goes(suffix, page, story, cleaned):
    assert cleaned(find_suffixes, page([*story[:-1], story[-1] + suffix]))[1] == story


@pytest.mark.parametrize(
    "end",
    [
        "详见水磨会的网页。→ https://mill.example/",
        "他补充了一点，原因是：没有橡木",
        "更正：水轮直径为三米。",
        "时间：周末，地点：石桥镇",
    ],
)
def test_an_end_with_a_colon_stays(end, page, story):
    assert find_suffixes(page([*story, end])) == []


def test_link_blocks_go_and_section_bars_stay(page, story, cleaned):
    block = "| ".join(f"橙汁{number}高清在线" for number in range(12))
    bar = "新闻 | 体育 | 财经 | 文化 | 社会 | 科技 | 健康 | 旅游 | 教育 | 军事"

    assert cleaned(find_link_blocks, page([*story, block]))[1] == story
    assert find_link_blocks(page([*story, bar])) == []


@pytest.mark.parametrize("tail", [" >>某某棋牌", "》》", "→某某手游"])
def test_a_mark_that_points_and_a_token_go_from_the_end(tail, page, cleaned, story):
    found = cleaned(find_suffixes, page([*story[:-1], story[-1] + tail]))[1]

    assert found == (story if "某" in tail else (*story[:-1], story[-1] + tail))


@pytest.mark.parametrize(
    "suffix", [", more: velvet perfume sale", " See also: velvet perfume sale", " | Top search: velvet perfume"]
)
def test_a_label_and_small_words_behind_the_last_english_sentence_go(suffix, page, cleaned):
    dirty = (*ENGLISH[:3], ENGLISH[3] + suffix)

    assert cleaned(find_suffixes, page(dirty, title="Old mill turns again"))[1] == ENGLISH


@pytest.mark.parametrize(
    "suffix",
    [
        " Source: Reuters",
        " Tickets: village hall and mill",
        " Photo: Ada Grange",
        " Doors: from seven",
        " See also: bread",
    ],
)
def test_sources_and_services_behind_the_last_english_sentence_stay(suffix, page):
    assert find_suffixes(page((*ENGLISH[:3], ENGLISH[3] + suffix), title="Old mill turns again")) == []


@pytest.mark.parametrize("suffix", [" 【下一篇：月光橙汁】", "；更多好看：月光橙汁手机版"])
def test_a_suffix_goes_though_paragraphs_begin_with_its_keyword(suffix, page, story, cleaned):
    dirty = [f"月光橙汁{text}" for text in story]

    assert cleaned(find_suffixes, page([*dirty[:4], dirty[4] + suffix]))[1] == tuple(dirty)


@pytest.mark.parametrize("rest", ["，荐读：", " See also:", "；更多好看："])
def test_a_label_whose_keyword_is_gone_goes_from_the_end(rest, page, story, cleaned):
    assert cleaned(find_left_labels, page([*story[:4], story[4] + rest]))[1] == story
    assert find_left_labels(page([story[0] + rest, *story[1:]])) == []
    assert find_left_labels(page([*story[:4], "木匠只说了一句话：", *story[4:]])) == []


def test_reporters_in_brackets_behind_the_last_sentence_are_no_habit_of_suffixes(page, story):
    names = ("程望舒", "卫青禾", "孟白石", "阮听松", "陶知秋")
    signed = [page([*story[:4], f"{story[4]}（记者 {name}）"]) for name in names]
    hung = [
        page([*story[:4], f"{story[4]} ▶ 荐读 {name}"])
        for name in ("云梯书屋", "鹤影剧场", "霓裳坊", "苏打汽水", "弹珠台")
    ]

    assert find_site_suffixes(signed) == frozenset()
    assert find_site_suffixes(hung) == frozenset({"荐读"})
