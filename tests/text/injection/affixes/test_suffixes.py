"""What hangs behind the last sentence, and what a writer names there."""

import pytest

from pipelines.text.injection.affixes.suffixes import find_link_blocks, find_site_suffixes, find_suffixes


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


@pytest.mark.parametrize("suffix", [" 【下一篇：月光橙汁】", "；更多好看：月光橙汁手机版"])
def test_a_suffix_goes_though_paragraphs_begin_with_its_keyword(suffix, page, story, cleaned):
    dirty = [f"月光橙汁{text}" for text in story]

    assert cleaned(find_suffixes, page([*dirty[:4], dirty[4] + suffix]))[1] == tuple(dirty)


def test_reporters_in_brackets_behind_the_last_sentence_are_no_habit_of_suffixes(page, story):
    names = ("程望舒", "卫青禾", "孟白石", "阮听松", "陶知秋")
    signed = [page([*story[:4], f"{story[4]}（记者 {name}）"]) for name in names]
    hung = [
        page([*story[:4], f"{story[4]} ▶ 荐读 {name}"])
        for name in ("云梯书屋", "鹤影剧场", "霓裳坊", "苏打汽水", "弹珠台")
    ]

    assert find_site_suffixes(signed) == frozenset()
    assert find_site_suffixes(hung) == frozenset({"荐读"})
