"""Keywords between commas, and clauses of a few letters."""

import pytest

from pipelines.text.injection.affixes.prefixes import find_prefixes
from pipelines.text.injection.insertions.between_commas import find_between_commas


def test_tokens_of_one_stem_between_commas_go(page, story, cleaned):
    dirty = [
        text.replace("，", "，橙汁王，", 1).replace("。", "，橙汁吧。", 1 if number % 2 else 0)
        for number, text in enumerate(story)
    ]

    assert cleaned(find_between_commas, page(dirty))[1] == story


def test_the_last_clauses_of_rows_of_one_form_stay(page):
    rows = [
        f"第{n}号渡口：水位正常，风向偏南，{words}。"
        for n, words in enumerate(("航道通畅甲", "航道通畅乙", "航道通畅甲", "航道通畅丙"), 1)
    ]

    assert find_between_commas(page(["今天各渡口的情况如下。", *rows])) == []


def test_clauses_that_recur_between_commas_stay(page, story):
    spoken = [text.replace("，", "，说实话，", 1) for text in story]
    listed = [text.replace("，", "，红茶，绿茶，花茶，", 1) for text in story]

    assert find_between_commas(page(spoken)) == []
    assert find_between_commas(page(listed)) == []


@pytest.mark.parametrize("brand", ["白鹅", "QK", "云上鹅"])
def test_a_brand_between_commas_of_three_paragraphs_goes_with_whatever_stands_behind_it(brand, page, story, cleaned):
    words = ("登录", "充值", "客服", "登录", "试玩")
    dirty = [text.replace("。", f"，{brand}{word}。", 1) for text, word in zip(story, words, strict=True)]

    assert cleaned(find_between_commas, page(dirty))[1] == story


def test_days_and_parallel_clauses_between_commas_stay(page, story):
    days = [f"{text[:-1]}，四月{day}日。" for text, day in zip(story, "一三五七九", strict=True)]

    assert find_between_commas(page(days)) == []
    assert find_between_commas(page([f"{story[0][:-1]}，互相支持，互相帮助，互相等待。", *story[1:]])) == []
    assert (
        find_between_commas(
            page([f"{text[:-1]}，他们{verb}。" for text, verb in zip(story, "说走来看听", strict=True)])
        )
        == []
    )


OLD = [
    "有客至止，其車彭彭，既載薪矣，既載柴矣，既載草矣，以之歸也。",
    "有客至止，其馬嘶嘶，既載薪矣，既載柴矣，既載草矣，以之歸也。",
    "有客至止，其人踽踽，既載薪矣，既載柴矣，既載草矣，以之歸也。",
]
"""Verse in the old manner, invented."""


def test_clauses_of_one_beginning_stay_in_old_verse(page):
    today = [text.replace("矣", "路").replace("之歸也", "此回家了的") for text in OLD]

    assert find_between_commas(page(OLD, title="有客")) == []
    assert find_between_commas(page(today, title="有客")) != []
    assert find_prefixes(page(OLD, title="有客至止")) == []


def test_one_keyword_between_commas_goes_where_the_title_has_it_as_a_field(page, story, cleaned):
    dirty = [text.replace("，", "，橙汁娱乐，", 1) for text in story[:3]] + list(story[3:])

    assert cleaned(find_between_commas, page(dirty, headings=["橙汁娱乐 - 老磨坊重新转动"]))[1] == tuple(story)
    assert find_between_commas(page(dirty)) == []
