"""Tests: keywords inside sentences of one page, which its own places alone give away, and what looks like them."""

import pytest

from pipelines.text.injection.evidence.habits import Habits
from pipelines.text.injection.insertions.between_commas import find_between_commas
from pipelines.text.injection.insertions.decorated import find_decorated
from pipelines.text.injection.insertions.keywords_of_page import find_keywords_of_page
from pipelines.text.injection.insertions.phrases import find_phrases, find_site_phrases
from pipelines.text.injection.insertions.recurring_keywords import find_recurring_keywords
from pipelines.text.injection.insertions.recurring_phrases import find_recurring_phrases
from pipelines.text.injection.noise.junk import find_junk

ENGLISH = (
    "The mill on the east bank had been shut for years when the council let it to a young baker.",
    "She mended the wheel with oak from a barn, and the first loaves went to the school across the road.",
    "Nobody in the street had smelled bread before sunrise since the old owner died of a fever.",
    "The baker sleeps above the stones and says the noise of the water is what wakes her when it stops.",
)


def dropped_in(texts, token, places):
    """Put a token into texts, at one offset of each."""
    return [text[:at] + token + text[at:] for text, at in zip(texts, places, strict=True)]


# --- between commas --------------------------------------------------------------------------------------------


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


# --- inside words ----------------------------------------------------------------------------------------------


def test_a_keyword_inside_words_goes_where_it_has_other_neighbours_each_time(page, story, cleaned):
    dirty = dropped_in(dropped_in(story, "鹅云", (30, 27, 29, 33, 31)), "鹅云", (4, 13, 6, 10, 14))

    assert cleaned(find_recurring_keywords, page(dirty))[1] == story


def test_a_keyword_that_stands_twice_in_a_row_needs_fewer_places(page, story, cleaned):
    dirty = dropped_in(story[:4], "鹅云", (3, 15, 6, 10))

    assert find_recurring_keywords(page(dirty)) == []
    assert cleaned(find_recurring_keywords, page([dirty[0].replace("鹅云", "鹅云鹅云"), *dirty[1:]]))[1] == story[:4]


def test_words_of_the_article_that_come_back_stay(page, story):
    assert find_recurring_keywords(page(story * 3)) == []


# --- before a comma --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keyword", ["白鹅公寓_白鹅平台", "白鹅公寓|白鹅中心", "白鹅公寓(官方)"])
def test_a_decorated_keyword_before_a_comma_goes(keyword, page, story, cleaned):
    assert cleaned(find_decorated, page([text.replace("，", f"{keyword}，", 1) for text in story]))[1] == story


def test_a_term_that_also_stands_without_its_bracket_stays(page, story):
    texts = [text.replace("，", "的青石钢(硬质)，", 1) for text in story]

    assert find_decorated(page([*texts, "青石钢是镇上人的叫法。"])) == []


# --- English ---------------------------------------------------------------------------------------------------


def test_a_phrase_that_breaks_into_clauses_of_an_english_page_goes(page, cleaned):
    dirty = dropped_in(ENGLISH, "moon otter vapes ", (12, 15, 21, 10))

    assert cleaned(find_recurring_phrases, page(dirty, title="A baker comes"))[1] == ENGLISH


def test_a_field_of_the_title_needs_fewer_places(page, cleaned):
    dirty = [*dropped_in(ENGLISH[:2], "otter vapes ", (12, 15)), *ENGLISH[2:]]

    assert find_recurring_phrases(page(dirty, title="A baker comes")) == []
    assert cleaned(find_recurring_phrases, page(dirty, title="A baker comes – Otter Vapes 2026"))[1] == ENGLISH


def test_a_term_of_an_english_article_stays(page):
    texts = [
        *(text.replace("the ", "the water wheel brake ", 1) for text in ENGLISH),
        "It was the water wheel brake, of all things, that broke, and a brake for a wheel is hard to find.",
    ]

    assert find_recurring_phrases(page(texts, title="A baker comes")) == []


# --- proven ----------------------------------------------------------------------------------------------------


def test_a_keyword_that_a_page_proves_goes_everywhere_with_its_decoration(page, story, cleaned):
    dirty = [
        story[0].replace("，", "白鹅公寓(官方)，", 1),
        story[1].replace("，", "，白鹅公寓，", 1),
        story[2][:9] + "白鹅公寓" + story[2][9:],
        *story[3:],
    ]
    known = page(dirty)
    proven = type(known)(known.title, known.paragraphs, proven=frozenset({"白鹅公寓"}))

    assert cleaned(find_keywords_of_page, proven)[1] == story
    assert find_keywords_of_page(known) == []


def test_the_label_of_a_suffix_goes_with_a_proven_keyword_at_the_end_of_a_paragraph(page, story, cleaned):
    known = page([*story[:4], story[4] + " 石小桥 摄 ,同城在找:白鹅公寓"])
    proven = type(known)(known.title, known.paragraphs, proven=frozenset({"白鹅公寓"}))

    assert cleaned(find_keywords_of_page, proven)[1] == (*story[:4], story[4] + " 石小桥 摄")


def test_a_proven_word_that_the_text_speaks_of_in_part_stays(page):
    texts = ("白鹅公寓的门开着。", "白鹅在公寓楼下走来走去，没有人赶它，它也不怕人。")

    assert find_keywords_of_page(type(page(texts))("", texts, proven=frozenset({"白鹅公寓"}))) == []


# --- junk ------------------------------------------------------------------------------------------------------


def test_random_characters_inside_a_paragraph_go_with_the_slogan_behind_them(page, story, cleaned):
    junk = ("7% k= 2& B? 9_ 4^", "3~ X; 8? 1# c= 5&", "a? 6= 4% 9; Z_")
    dirty = [f"{text[:12]}{run}河岸夜读,一路有灯{text[12:]}" for text, run in zip(story[:2], junk[:2], strict=True)]

    assert cleaned(find_junk, page([*dirty, f"{story[2][:5]}{junk[2]}{story[2][5:]}", *story[3:]]))[1] == story


# --- phrases of a site -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("frame", ["[{}] ", "*{}* ", "{}? ", "{} ➤ ", "{} ~ ", "➤ {}: "])
def test_the_marks_around_a_phrase_of_the_site_go_with_it_in_front_of_a_paragraph(frame, page, cleaned):
    dirty = [frame.format("blue goose tickets") + text for text in ENGLISH]

    assert cleaned(find_phrases, page(dirty, site=Habits(phrases=frozenset({"blue goose tickets"}))))[1] == ENGLISH


def test_a_phrase_of_the_site_that_begins_a_quotation_leaves_its_mark(page, cleaned):
    dirty = [f"“blue goose tickets {text}”" for text in ENGLISH]

    assert cleaned(find_phrases, page(dirty, site=Habits(phrases=frozenset({"blue goose tickets"}))))[1] == tuple(
        f"“{text}”" for text in ENGLISH
    )


def test_words_that_come_back_beside_a_phrase_belong_to_it():
    places = ("had been", "by a", "the first", "sleeps above", "in the")
    texts = [
        text.replace(place, place.replace(" ", f" {phrase} "), 1)
        for phrase in ("blue goose tickets", "blue goose tickets today", "finest blue goose tickets online")
        for text, place in zip((*ENGLISH, ENGLISH[2]), places, strict=True)
    ]

    assert {"blue goose tickets today", "finest blue goose tickets online"} <= {*find_site_phrases(texts)}
    assert not any("above" in phrase or "sleeps" in phrase for phrase in find_site_phrases(texts))


AUXILIARIES = (
    "The ferry will {} sail at noon, though the tide could turn before it.",
    "Nobody knew whether the smith would {} mend the anchor, which must hold in March.",
    "The pilots were {} asked to wait, and the boys may carry ropes.",
    "The rope could sail past the pier, the smith may mend it, and she is asked too: what will hold, the wind should carry.",
)


def test_what_stands_behind_one_auxiliary_tells_where_a_phrase_breaks_into_another():
    texts = [text.format("blue goose tickets") for text in AUXILIARIES]

    assert find_site_phrases(texts) == {"blue goose tickets"}


def test_verbs_of_two_words_behind_auxiliaries_stay():
    texts = [
        "The smith came to make sure the anchor would hold, and the boys came to help.",
        "It will make sure the rope is dry. Whoever keeps the pier wants to make sure the boats are tied.",
        "Nobody could make sure that the tide had turned; the pilots tried to make sure their lamps were lit.",
    ]

    assert find_site_phrases(texts) == frozenset()


def test_a_page_that_uses_all_words_of_a_phrase_in_other_ways_speaks_of_it(page):
    site = Habits(phrases=frozenset({"blue goose tickets"}))
    texts = ("The fair sold blue goose tickets.", "Each ticket shows a goose in blue, and geese walk about the gate.")

    assert find_phrases(page(texts, site=site)) == []
    assert find_phrases(page((*texts[:1], "Each of them costs a crown."), site=site)) != []


def test_a_page_that_has_most_words_of_a_phrase_side_by_side_speaks_of_it(page):
    site = Habits(phrases=("custom kite flying",))
    text = "The club teaches kite flying. It gets letters that offer custom kite flying for a fee."

    assert find_phrases(page((text,), site=site)) == []
    assert find_phrases(page((text.replace("kite flying. It", "knots. It"),), site=site)) != []


@pytest.mark.parametrize(
    "form",
    [
        "{0} names {1} as the two who later mended slates above the {2}.",
        "{0} counts what {2} and {1} by the night train carried only {3} passengers this week.",
    ],
)
def test_a_clause_that_returns_with_other_names_and_figures_is_no_phrase_of_the_site(form):
    towns = ["Penmoor", "Ludden", "Marl", "Weirton", "Seaview", "Stonebridge", "Harbourside", "Lowmarsh"]
    things = ["bakery", "weir", "chapel", "mill", "school", "quay", "library", "orchard"]
    texts = [form.format(towns[at], towns[at - 3], things[at], 40 + at) for at in range(8)]

    assert find_site_phrases(texts) == frozenset()
