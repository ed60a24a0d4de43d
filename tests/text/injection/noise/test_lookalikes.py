"""Characters replaced by ones that look alike."""

import pytest

from pipelines.text.injection.noise.lookalikes import find_lookalikes


def test_look_alikes_are_put_right_where_they_are_no_words(page, story, cleaned):
    dirty = [
        text.replace("已经", "己经").replace("面粉", "麵粉").replace("面包", "麵包").replace("这里", "这里")
        for text in story
    ]

    assert cleaned(find_lookalikes, page(dirty))[1] == story


@pytest.mark.parametrize(
    "text", ["他讲了自己经历过的事，也讲了自己经营的小店。", "這裏的拉麵很好，爲甚麼不來？我們都說好。"]
)
def test_genuine_words_and_traditional_texts_stay(text, page):
    assert find_lookalikes(page([text] * 3)) == []


def test_latin_words_with_cyrillic_letters_are_put_right(page, cleaned):
    dirty = page(["The раypal and аррle pages", "Привет, COVID-эпидемия"], title="")

    assert cleaned(find_lookalikes, dirty)[1] == ("The paypal and apple pages", "Привет, COVID-эпидемия")
