"""Strings that split words again and again, and names that recur."""

import random

from crawler.demo.articles import originals
from pipelines.text.injection.evidence.tokens import HANZI_CHAR
from pipelines.text.injection.insertions.repeated_strings import find_repeated_strings, find_site_strings
from pipelines.text.pairs import is_pair


def test_a_string_that_splits_words_again_and_again_goes(page, story, cleaned):
    dirty = story
    for word in ("今年", "附近", "学生", "电机", "孩子", "周末", "校长", "收入", "照片", "参观"):
        dirty = tuple(text.replace(word, f"{word[0]}橙汁王{word[1]}", 1) for text in dirty)

    assert cleaned(find_repeated_strings, page(dirty))[1] == story


def test_two_keywords_with_a_low_line_go_though_no_word_is_split_by_most_of_their_places(page, story, cleaned):
    pair = "橙汁王手机版_橙汁王官方下载"
    dirty = list(story)
    for number, (before, behind) in enumerate(
        (("重新转动，", "镇上"), ("磨面。", "后来"), ("打磨。", "有的"), ("面包。", "校长"))
    ):
        clean = f"{before}{behind}"
        put = f"{before[:-1]}{pair}{before[-1]}{behind}" if number else f"{before}{pair}{behind}"
        assert clean in dirty[number]
        dirty[number] = dirty[number].replace(clean, put)

    assert cleaned(find_repeated_strings, page(dirty))[1] == story


def test_a_name_that_recurs_stays(page, story):
    named = [text.replace("镇", "石桥镇", 1).replace("。", "，石桥镇的人都知道。", 1) for text in story]

    assert find_repeated_strings(page(named)) == []


ARTICLES = [one for one in originals().values() if one.language == "zh-Hans"]
BRANDS = ("绯鹭棋社", "瓠瓜影楼", "霁月票行", "骊驹网栈", "珙桐钱庄", "赭雁牌馆", "翡翠鲸巢", "玳瑁猫窝", "黛螺糖铺")


def between(text, brand, times, dice, *, words):
    """Give a text with a brand at so many places between two hanzi: inside words, or between those that make none."""
    places = [
        at
        for at in range(1, len(text))
        if HANZI_CHAR.match(text[at - 1]) and HANZI_CHAR.match(text[at]) and is_pair(text[at - 1], text[at]) == words
    ]
    for at in sorted(dice.sample(places, times), reverse=True):
        text = text[:at] + brand + text[at:]
    return text


def test_brands_of_one_page_each_go_where_a_site_has_several_inside_words():
    dice = random.Random(5)
    texts = [
        between("\n".join(one.paragraphs), brand, 4, dice, words=True)
        for one, brand in zip(ARTICLES, BRANDS, strict=False)
    ]
    found = set(find_site_strings(texts))
    assert found <= set(BRANDS)
    assert len(found) >= len(ARTICLES) - 1


def test_one_brand_goes_that_stands_between_words_of_many_pages_and_nowhere_else():
    dice = random.Random(7)
    texts = [between("\n".join(one.paragraphs), BRANDS[0], 2, dice, words=False) for one in ARTICLES]
    assert set(find_site_strings(texts)) == {BRANDS[0]}


def test_a_term_that_stands_at_edges_of_clauses_too_is_kept():
    texts = [
        f"{'。'.join(one.paragraphs)}{BRANDS[0]}昨天开业。到场的人说{BRANDS[0]}不大，{BRANDS[0]}的门朝南。"
        for one in ARTICLES
    ]
    assert find_site_strings(texts) == {}


def test_clean_pages_have_none():
    assert find_site_strings(["\n".join(one.paragraphs) for one in ARTICLES]) == {}


def test_a_word_with_which_paragraphs_begin_behind_a_keyword_and_a_low_line_stays(page, story):
    dirty = [f"绯鹭棋社_会上{text}" for text in story]
    assert find_repeated_strings(page(dirty)) == []
