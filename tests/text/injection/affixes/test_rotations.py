"""Tests: keywords of one stem that take turns in front of paragraphs, and labels that do."""

import pytest

from pipelines.text.injection.affixes.rotations import find_rotations
from pipelines.text.injection.insertions.between_commas import find_between_commas

TURNS = ("蓝鹅庄园充值", "蓝鹅庄园客服", "蓝鹅庄园充值", "蓝鹅庄园客服", "蓝鹅庄园充值")


def in_front(story, labels, frame):
    """Put labels in a frame in front of paragraphs."""
    return [frame.format(label) + text for label, text in zip(labels, story, strict=True)]


@pytest.mark.parametrize("frame", ["{}：:", "【{}】", "〔{}〕", "{}☞", "{}·", "{},", "{}丨", "{} ☆ "])
def test_keywords_that_take_turns_in_front_of_paragraphs_go(frame, page, story, cleaned):
    dirty = page(in_front(story, TURNS, frame))

    assert cleaned(find_rotations, dirty)[1] == story


def test_they_go_between_commas_and_inside_words_as_well(page, story, cleaned):
    dirty = in_front(story, TURNS, "【{}】")
    dirty[1] = dirty[1].replace("磨面", "磨蓝鹅庄园充值面")
    dirty[3] = dirty[3].replace("，", "，蓝鹅庄园试玩，", 1)
    dirty[4] = dirty[4].replace("周末", "周蓝鹅庄园客服末") + "，延伸阅读：蓝鹅庄园客服"

    assert cleaned(find_rotations, page(dirty))[1] == story


def test_a_short_paragraph_with_one_of_them_is_no_ragged_rest(page, story, cleaned):
    texts = (*story, "水渠明年再修。")
    dirty = in_front(texts, (*TURNS, TURNS[0]), "{}☞")

    assert cleaned(find_rotations, page(dirty))[1] == texts


@pytest.mark.parametrize(
    ("labels", "frame"),
    [
        (("石桥镇长表示", "石桥镇长介绍", "石桥镇长表示", "石桥镇长介绍", "石桥镇长表示"), "{}，"),
        (("主持人甲", "主持人乙", "主持人甲", "主持人乙", "主持人甲"), "【{}】"),
        (("典型案例甲", "典型案例乙", "典型案例丙", "典型案例丁", "典型案例戊"), "【{}】"),
        (("志愿者记录", "志愿者感言", "志愿者记录", "志愿者感言", "志愿者记录"), "【{}】"),
        (("观察团提问", "观察团追问", "现场人作答", "观察团提问", "观察团追问"), "【{}】"),
        (("观察团提问", "观察团追问", "观察团提问", "观察团追问", "观察团提问"), "{}："),
    ],
    ids=["said", "speakers", "sections", "of the text", "two sides", "a colon"],
)
def test_labels_of_speakers_and_sections_stay(labels, frame, page, story):
    assert find_rotations(page(in_front(story, labels, frame))) == []


def test_a_brand_between_commas_goes_though_it_also_leads_a_paragraph(page, story, cleaned):
    words = ("登录", "充值", "客服", "登录", "试玩")
    dirty = [text.replace("。", f"，云上鹅{word}。", 1) for text, word in zip(story, words, strict=True)]

    assert cleaned(find_between_commas, page(["云上鹅充值" + dirty[0], *dirty[1:]]))[1] == (
        "云上鹅充值" + story[0],
        *story[1:],
    )
