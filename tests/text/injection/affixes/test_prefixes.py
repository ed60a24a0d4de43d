"""Keywords in front of paragraphs, and what writers begin several of them with."""

import pytest

from pipelines.text.injection import ALONE
from pipelines.text.injection.affixes.prefixes import find_prefixes
from tests.growth import assert_linear
from tests.text.injection.invented import ENGLISH
from tests.text.injection.sites import cleaned as cleaned_on_site

MILLED = (*ENGLISH, "It was a Sunday, and the bells of three villages could be heard above the noise of the stones.")


def test_a_dash_behind_a_prefix_belongs_to_the_text(page, story, cleaned):
    paragraphs = [story[0], f"——{story[1]}", *story[2:]]
    dirty = ["橙汁下载！" + text for text in paragraphs]

    assert cleaned(find_prefixes, page(dirty, headings=["橙汁下载"]))[1] == tuple(paragraphs)


def test_a_keyword_goes_that_stood_behind_a_code_in_brackets(page, story):
    dirty = page([f"[V23-官方]红豆影视{text}" for text in story])

    assert cleaned_on_site(dirty, ALONE)[1] == tuple(story)


def test_a_company_that_the_article_is_about_stays(page, story):
    text = [f"石桥面粉厂{text}" for text in story[:3]] + [text.replace("镇", "石桥面粉厂") for text in story[3:]]

    assert find_prefixes(page(text, headings=["石桥面粉厂"])) == []


def test_a_keyword_goes_from_short_paragraphs_and_from_speaker_labels_too(page, story, cleaned):
    paragraphs = [*story[:3], "记者：水轮是谁修的？", "木匠：我和儿子。", "门票三十元。"]
    dirty = ["q3-z月光橙汁", *(f"q3-z月光橙汁?{text}" for text in paragraphs)]

    assert cleaned(find_prefixes, page(dirty))[1][1:] == tuple(paragraphs)


def test_a_keyword_goes_from_a_paragraph_that_the_title_opens(page, story, cleaned):
    title = "石桥镇老磨坊时隔多年重新转动"
    paragraphs = [f"{title}（三月二日修订稿）", *story[:3]]
    dirty = [f"q3-z月光橙汁?{text}" for text in paragraphs]

    assert cleaned(find_prefixes, page(dirty, headings=[f"q3-z月光橙汁 {title}", "q3-z月光橙汁"]))[1] == tuple(
        paragraphs
    )


def test_a_keyword_with_a_colon_goes_though_the_page_has_other_labels(page, story, cleaned):
    dirty = page(
        ["橙汁试玩", *(f"橙汁试玩：{text}" for text in story), "电话：1234"], headings=["橙汁试玩", "橙汁试玩_老磨坊"]
    )

    assert cleaned(find_prefixes, dirty)[1][1:] == (*story, "电话：1234")


@pytest.mark.parametrize("mark", ["，", "！", "："])
def test_a_keyword_of_which_the_text_has_one_word_by_chance_goes(mark, page, story, cleaned):
    dirty = page(["鹦鹉9水轮", *(f"鹦鹉9水轮{mark}{text}" for text in story)], headings=["鹦鹉9水轮_老磨坊"])

    assert cleaned(find_prefixes, dirty)[1][1:] == story


def test_a_subject_that_begins_most_paragraphs_and_is_spoken_of_stays(page, story):
    texts = [f"老磨坊水轮，{text}" for text in story[:-1]]
    about = page(["老磨坊水轮", *texts, f"{story[-1]}人们说起老磨坊水轮就笑。"], headings=["老磨坊水轮_石桥镇"])

    assert find_prefixes(about) == []


@pytest.mark.parametrize(
    "form",
    [
        "白鹅公寓_",
        "白鹅公寓丨",
        "★白鹅公寓★",
        "「白鹅公寓22」",
        "[白鹅公寓]：",
        "#白鹅公寓# ",
        "白鹅66官网.",
        "白鹅公寓,",
        "白鹅公寓~",
        "》白鹅公寓》",
        "白鹅公寓",
    ],
)
def test_a_keyword_that_nothing_else_names_goes_with_whatever_decorates_it(form, page, story, cleaned):
    assert cleaned(find_prefixes, page([form + text for text in story]))[1] == story
    assert cleaned(find_prefixes, page([*(form + text for text in story[:4]), story[4]]))[1] == story


def test_a_keyword_goes_whole_though_code_and_number_change_with_each_paragraph(page, story, cleaned):
    codes = [
        f"{letter}{digit}k-白鹅公寓{number}」"
        for letter, digit, number in zip("abxyz", "13579", (7, 12, 345, 41, 9), strict=True)
    ]

    assert cleaned(find_prefixes, page([code + text for code, text in zip(codes, story, strict=True)]))[1] == story


@pytest.mark.parametrize("mark", [" - ", " | ", " ", ": ", ", "])
def test_a_small_phrase_in_front_of_english_sentences_goes(mark, page, cleaned):
    texts = tuple(
        f"{name} had been shut for years, and the council let it to a baker from the coast."
        for name in ("The mill", "Her shop", "An inn", "Its yard", "One barn")
    )

    assert (
        cleaned(find_prefixes, page([f"cheap otter boots{mark}{text}" for text in texts], title="A baker comes"))[1]
        == texts
    )


def test_a_title_with_more_than_the_keyword_confirms_it(page, story, cleaned):
    texts = (*story, *(f"去年{text}" for text in story[2:]))
    dirty = [f"白鹅公寓_{text}" if at in {1, 4, 6} else text for at, text in enumerate(texts)]

    assert cleaned(find_prefixes, page(dirty, title="石桥镇老磨坊重新转动-白鹅公寓官网下载"))[1] == texts
    assert find_prefixes(page(dirty)) == []


@pytest.mark.parametrize(
    "start", ["我们记得那年，", "如果有风，", "各位乡亲，", "校长：", "第三章_", "STEP #", "【旁白】"]
)
def test_what_writers_begin_paragraphs_with_stays(start, page, story):
    numbered = [f"{start}{number if start[-1] == '#' else ''}{text}" for number, text in enumerate(story, 1)]
    texts = [
        *numbered[:3],
        "【音乐】口琴声渐渐远了，远处有人在喊孩子回家吃饭，院子里的灯亮了。",
        "记者：后来呢？",
        *numbered[3:],
    ]

    assert (
        find_prefixes(page(texts, title="镇上的讲话" if "【" in start else f"“{start.strip('，：')}”——镇上的讲话"))
        == []
    )


def test_a_company_without_any_other_mention_stays_as_the_subject_of_its_sentences(page):
    rests = (
        "成立于二十年前，最初替邻镇修水车，后来自己造。",
        "表示，今年的订单已经排到了秋天，人手还是不够。",
        "的院子里堆着橡木，每一根都写着日期。",
        "去年卖出四十台水车，最远的去了海边。",
        "今年要招六个学徒，包吃住，会写字就行。",
    )

    assert find_prefixes(page([f"青石机械{rest * 2}" for rest in rests], title="招学徒")) == []


@pytest.mark.parametrize("time", ["{}.{}am ", "{}.{}pm ", "{}:{} a.m. ", "{}am: "])
def test_the_hours_of_a_live_page_stay(time, page):
    posts = [
        "The council meets in the old library, and every seat is taken.",
        "Rain has stopped play at the cricket ground.",
        "A bus has broken down on the bridge, and traffic is slow.",
        "The mayor says that the vote will be held after lunch.",
        "The ferry is back in service after repairs.",
    ]

    assert find_prefixes(page([time.format(7 + hour, 11 + 9 * hour) + post for hour, post in enumerate(posts)])) == []


def test_a_refrain_is_no_prefix(page):
    poem = ["水轮转，水轮转。", "转过一百个春天", "水轮转，水轮转。", "转过河边的石板", "水轮转，水轮转。"]

    assert find_prefixes(page(poem, title="水轮转，水轮转")) == []


def test_lines_that_begin_alike_and_are_none_of_them_equal_take_linear_time(page):
    def lines(number):
        return page([f"2024年{at % 12 + 1}月{at % 28 + 1}日 {at}" for at in range(number)])

    assert find_prefixes(lines(100)) == []
    assert_linear(find_prefixes, lines, 3_000)


@pytest.mark.parametrize("form", ["hk8-月光橙汁※ {}", "月光橙汁§{}", "q2-月光橙汁‖ {}"])
def test_a_sign_that_no_writer_sets_ends_a_keyword(form, page, story, cleaned):
    assert cleaned(find_prefixes, page([form.format(text) for text in story]))[1] == story


def test_a_keyword_glued_to_paragraphs_goes_though_it_stands_in_the_midst_of_the_title(page, story, cleaned):
    dirty = [f"月光橙汁铺{text}" for text in (*story, "镇上没有人记得它上一次停下来是哪一年。")]
    title = "老磨坊春天重新转动月光橙汁铺登录网址 水轮用了四个月修好"

    assert cleaned(find_prefixes, page(dirty, title=title))[1] == (*story, "镇上没有人记得它上一次停下来是哪一年。")


def test_a_subject_that_begins_paragraphs_and_of_which_the_text_speaks_stays(page, story):
    told = [
        f"月光橙汁铺{text}"
        for text in (
            "今年卖出三万杯橙汁。",
            "门口排着长队，队尾在桥上。",
            "从不在雨天开门。",
            "雇了六个人，都是附近的。",
            "每年给学校送两次橙子。",
        )
    ]
    spoken = page([*told, "镇上的人说，没有月光橙汁铺，夏天就不算来过。"], title="小镇上的月光橙汁铺与它的夏天")

    assert find_prefixes(spoken) == []


def test_a_paper_that_signs_its_interview_and_asks_in_it_is_a_speaker(page, story):
    asked = [
        "河口新闻：水轮是谁修的？",
        "木匠：我和儿子。",
        "河口新闻：用了多久？",
        "木匠：整整三个月。",
        "河口新闻：明年呢？",
        "木匠：明年修桥。",
    ]
    signed = ["河口新闻记者 | 甲某某", "河口新闻编辑 | 乙某某"]

    assert find_prefixes(page([*signed, *story, *asked], headings=["河口新闻"])) == []


@pytest.mark.parametrize("mark", ["？", "、", " "])
def test_marks_behind_a_proven_keyword_that_ends_in_a_bracket_go_though_a_line_has_none(mark, page, story, cleaned):
    glued = [f"缃棠(F8){mark}{text}" for text in story]
    dirty = page([*glued[:3], "缃棠(F8)看台", *glued[3:]], known={"缃棠f8"})

    assert [text for text in cleaned(find_prefixes, dirty)[1] if len(text) > 4] == list(story)


def test_the_figure_of_a_sentence_behind_a_proven_keyword_with_a_digit_stays(page, story, cleaned):
    texts = [f"17日，{story[0]}", *story[1:]]
    dirty = page([f"缃棠m3{texts[0]}", *texts[1:]], known={"缃棠m3"})

    assert list(cleaned(find_prefixes, dirty)[1]) == texts


@pytest.mark.parametrize("start", ["OrangeBet: ", "OrangeBet ", "Orangebet88 "])
def test_a_name_that_no_english_sentence_begins_with_goes(start, page, cleaned):
    assert cleaned(find_prefixes, page([start + text for text in MILLED], title="Old mill turns again"))[1] == MILLED


@pytest.mark.parametrize("start", ["Miller: ", "Ann Bee: ", "Stonebridge "])
def test_a_speaker_and_a_subject_stay(start, page):
    texts = [text[0].lower() + text[1:] if ":" not in start else text for text in MILLED]

    assert find_prefixes(page([start + text for text in texts], title="Old mill turns again")) == []
