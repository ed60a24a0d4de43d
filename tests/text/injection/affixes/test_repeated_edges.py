"""The same words behind the last sentences of paragraphs, and the same address in front of them."""

import pytest

from pipelines.text.injection.affixes.repeated_edges import find_repeated_edges
from tests.growth import assert_linear
from tests.text.injection.invented import BAKERY


@pytest.mark.parametrize("tail", ["橙汁体育", " 橙汁体育官网", "（orange88.com）", "——橙汁体育"])
def test_what_hangs_behind_the_sentences_of_a_chinese_page_goes(tail, page, story, cleaned):
    dirty = [text + tail if number != 1 else text for number, text in enumerate(story)]

    assert cleaned(find_repeated_edges, page(dirty))[1] == story


@pytest.mark.parametrize("tail", ["，橙汁体育", "【橙汁体育】"])
def test_what_stands_before_the_last_full_stops_goes(tail, page, story, cleaned):
    assert cleaned(find_repeated_edges, page([f"{text[:-1]}{tail}。" for text in story]))[1] == story


@pytest.mark.parametrize("tail", ["，木匠李明远说", "，老磨坊水轮", "，这就是我们的答案"])
def test_a_last_clause_that_is_the_texts_own_stays(tail, page, story):
    assert find_repeated_edges(page([f"{text[:-1]}{tail}。" for text in story])) == []


@pytest.mark.parametrize("tail", [" Play at OrangeBet", " | orange juice casino", " (orange88.com)"])
def test_what_hangs_behind_the_sentences_of_an_english_page_goes(tail, page, cleaned):
    dirty = page([text + tail for text in BAKERY], title="A bakery in the mill")

    assert cleaned(find_repeated_edges, dirty)[1] == BAKERY


@pytest.mark.parametrize("start", ["www.orange88.com ", "orange88.com：", "https://orange88.com/vip | "])
def test_an_address_in_front_of_paragraphs_goes(start, page, story, cleaned):
    assert cleaned(find_repeated_edges, page([start + text for text in story]))[1] == story


@pytest.mark.parametrize(
    "tail", ["（掌声）", "（完）", "新华社记者 甲明远 摄", "老磨坊水轮", "请和我们一起祈祷", "2024年3月5日"]
)
def test_what_a_genuine_page_has_there_stays(tail, page, story):
    assert find_repeated_edges(page([text + tail for text in story])) == []


def test_the_same_words_behind_two_paragraphs_stay(page, story):
    assert find_repeated_edges(page([f"{text}橙汁体育" for text in story[:2]] + list(story[2:]))) == []


def test_an_address_that_an_article_is_about_stays(page, story):
    about = [f"orange88.com{text}" for text in story[:3]] + [
        f"镇上的人说，{text}他们都上orange88.com。" for text in story
    ]

    assert find_repeated_edges(page(about)) == []


@pytest.mark.parametrize("piece", ["。橙", "orange88.com ", ". Ab"])
def test_edges_are_found_in_time_that_grows_with_the_text(piece, page):
    assert_linear(
        find_repeated_edges, lambda size: page([piece * 30 + "它在河边转动，老人们都来看。橙汁体育"] * size), 100
    )
