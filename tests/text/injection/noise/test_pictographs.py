"""Pictographs strewn into sentences, and messages that end with one."""

from pipelines.text.injection import Page
from pipelines.text.injection.noise.pictographs import find_pictographs

CROWD = (
    "修船的人🪁，天亮就把龙骨架好🎲，油漆等到第三天才干🧭。船主买来桐油🍀、麻丝🎯，又借了一口大锅🔥。"
    "下水那天全村都到滩上🎋，孩子们抬着缆绳🪙，老人坐在石头上看🦊。"
)


def test_a_crowd_before_the_marks_of_sentences_goes():
    text = CROWD
    for find in sorted(find_pictographs(Page("修船", (text,))), key=lambda find: find.start, reverse=True):
        text = text[: find.start] + text[find.end :]
    assert text == "".join(char for char in CROWD if ord(char) < 0x1F000)


def test_a_crowd_behind_the_messages_of_a_writer_is_kept():
    text = "今天去海边🌊！下水好冷🥶！捡到三只蟹🦀！煮了一锅汤🍲！妈妈说咸🧂！爸爸说鲜😋！狗也想喝🐕！明天还要去🌞！"
    assert find_pictographs(Page("海边", (text,))) == []
