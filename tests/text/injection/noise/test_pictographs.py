"""Pictographs strewn between the words of a language with spaces."""

import pytest

from pipelines.text.injection import Page
from pipelines.text.injection.noise.pictographs import find_pictographs


def test_pictographs_between_the_words_of_english_sentences_go_with_one_space():
    text = (
        "The 🪁 ferry sailed 🪁 again on 🦜 Thursday after nine 🪁 days in the 🦜 harbour, and nobody was 🪁 sick. "
        "Its crew had 🦜 painted the cabin."
    )
    page = Page("T", (text,))
    for find in sorted(find_pictographs(page), key=lambda find: find.start, reverse=True):
        text = text[: find.start] + text[find.end :]
    assert text == (
        "The ferry sailed again on Thursday after nine days in the harbour, and nobody was sick. "
        "Its crew had painted the cabin."
    )


@pytest.mark.parametrize(
    "text",
    [
        "We sailed at last! 🪁 The sea was calm 🦜 and then it was not. 🪁 Nobody cared 🦜🪁 Home by noon. 🦜",
        "An emoji of a kite 🪁 may mean wind, the 🦜 stands for talk, the 🪁 again for wind, and a 🦜 next to a 🪁 for both.",
        "I love 🪁 kites.",
    ],
)
def test_pictographs_that_a_writer_set_in_english_are_kept(text):
    assert find_pictographs(Page("T", (text,))) == []


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
