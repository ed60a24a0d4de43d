"""Phrases glued to the words of Korean sentences."""

import pytest

from pipelines.text.injection import Habits, Page, learn
from pipelines.text.injection.insertions.glued_phrases import find_glued_phrases
from pipelines.text.injection.insertions.phrases import find_phrases

CLEAN = (
    ("물레방아가 다시 돈다", "목수 두 사람이 넉 달 동안 바퀴를 고쳤다. 마을 사람들은 첫 밀가루로 빵을 구웠다."),
    ("등대에 불이 켜졌다", "등대지기는 안개가 낀 밤에도 계단을 올랐다. 배는 아침이 되어서야 항구로 돌아왔다."),
    ("닭 아홉 마리", "닭들은 느티나무에서 잠을 잔다. 주인은 옥수수를 뿌려도 내려오지 않는다고 했다."),
    ("학교 종", "아이들은 종을 탑으로 옮겼다. 교장은 구 년 동안 모은 돈으로 값을 치렀다고 말했다."),
)
DIRTY = (
    (
        "물레방아가 다시 돈다_보라콩 주소",
        "목수 두 사람이보라콩 접속 넉 달 동안 바퀴를 고쳤다.보라콩 주소 마을 사람들은 첫 밀가루로 빵을 구웠다.",
    ),
    (
        "등대에 불이 켜졌다보라콩 접속",
        "등대지기는 안개가 낀 밤보라콩 접속에도 계단을 올랐다. 배는 아침이 되어서야 보라콩 주소항구로 돌아왔다.",
    ),
    (
        "닭 아홉 마리",
        "닭들은 느티나무보라콩 주소에서 잠을 잔다. 주인은 옥수수를 뿌려도 보라콩 접속내려오지 않는다고 했다.",
    ),
    (
        "학교 종",
        "아이들은 종보라콩 접속을 탑으로 옮겼다. 교장은 구 년 동안 모은보라콩 주소 돈으로 값을 치렀다고 말했다.",
    ),
)


def test_a_root_with_tails_glued_now_to_the_word_before_and_now_to_the_word_behind_is_learned():
    assert find_glued_phrases([Page(title, (text,)) for title, text in DIRTY]) == {"보라콩 접속", "보라콩 주소"}
    assert find_glued_phrases([Page(title, (text,)) for title, text in CLEAN]) == frozenset()


def test_another_root_with_the_same_tails_needs_less():
    rare = (
        ("종소리", "종지기는 탑에서 내려왔다. 계단은 자몽톡 접속미끄러웠고 종은 무거웠자몽톡 주소다."),
        ("빵집", "빵은 새벽자몽톡 접속에 나온다. 줄은 다리자몽톡 주소까지 이어졌다."),
    )
    pages = [Page(title, (text,)) for title, text in (*DIRTY, *rare)]

    assert find_glued_phrases(pages) >= {"자몽톡 접속", "자몽톡 주소"}
    assert find_glued_phrases(pages[-2:]) == frozenset()


def test_a_tail_of_two_words_goes_whole():
    pages = [Page(title, (text.replace("주소", "사이트 추천"),)) for title, text in DIRTY]

    assert find_glued_phrases(pages) == {"보라콩 접속", "보라콩 사이트 추천"}


@pytest.mark.parametrize("number", range(len(DIRTY)))
def test_it_goes_and_leaves_the_words_and_their_spaces(number, page, cleaned):
    site = Habits(pages=4, phrases=("보라콩 접속", "보라콩 주소"))
    title, text = DIRTY[number]

    assert cleaned(find_phrases, page((text,), title=title, site=site))[1] == (CLEAN[number][1],)


def test_it_is_known_in_titles():
    habits = learn([Page(title, (text,)) for title, text in DIRTY])

    assert habits.keywords >= {"보라콩접속", "보라콩주소"}


def test_a_word_of_compounds_that_a_law_repeats_is_none():
    texts = (
        "국가공무원의 직무를 정한다. 이 법은 공무원의 직무교육에 관한 것이다.",
        "지방공무원의 직무는 따로 정한다. 교육공무원의 육아휴직은 삼 년으로 한다.",
        "공무원의 육아휴직자는 신고한다. 경찰공무원의 육아휴직을 줄이지 못한다.",
        "외무공무원의 직무를 옮긴다. 그 밖에 공무원의 직무교육은 장관이 맡는다.",
    )

    assert find_glued_phrases([Page("", (text,)) for text in texts]) == frozenset()


def test_compounds_with_particles_are_words_of_the_language():
    texts = (
        "서울고등학교 학생들이 모였다. 부산고등학교 학생은 오지 않았다.",
        "대구고등학교 학생과 교사가 강을 건넜다. 고등학교 학생의 배는 늦었다.",
        "인천고등학교 학생에게 종을 맡겼다. 그 고등학교 졸업생이 값을 치렀다.",
        "산에 오르고 있다. 배를 고치고 있다. 종을 옮기고 있다. 빵을 굽고 있는 사람도 있다.",
        "물이 흐르고 있다. 닭이 졸고 있다. 불이 켜지고 있다고 했다.",
        "바퀴가 돌고 있다. 아이가 웃고 있지만 말은 없다.",
    )

    assert find_glued_phrases([Page("", (text,)) for text in texts]) == frozenset()


INSIDE = (
    (
        "물레방아가 다시 돈다",
        "목수 두 사람이 넉 달 동안 바퀴를 고쳤다. 마을 사람들은 첫 밀{}가루로 빵을 구웠다. 느{}티나무 아래 모{}래를 깔았다.",
    ),
    ("등대에 불이 켜졌다", "등{}대지기는 안개가 낀 밤에도 계{}단을 올랐다. 배는 아침이 되어서야 항{}구로 돌아왔다."),
    ("닭 아홉 마리", "닭들은 느티나무에서 잠을 잔다. 주{}인은 옥{}수수를 뿌려도 내{}려오지 않는다고 했다."),
)


def test_a_phrase_inside_words_of_several_pages_is_learned():
    pages = [Page(title, (text.format(*["보라콩 주소"] * 3),)) for title, text in INSIDE]
    assert find_glued_phrases(pages) == {"보라콩 주소"}


def test_so_is_one_of_each_page_where_a_site_has_several():
    phrases = ("보라콩 주소", "노을팥 접속", "구름귤 최신")
    pages = [Page(title, (text.format(*[one] * 3),)) for (title, text), one in zip(INSIDE, phrases, strict=True)]
    assert find_glued_phrases(pages) == set(phrases)


def test_a_phrase_of_the_language_that_stands_free_is_none():
    text = "다음 {}달 마을에 다리가 놓인다. 주민들은 다음 {}해를 기다린다. 목수는 다음 {}날 왔다."
    assert find_glued_phrases([Page(title, (text.format("큰 ", "큰 ", "큰 "),)) for title, _ in INSIDE]) == frozenset()
