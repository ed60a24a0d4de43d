"""What a site does on most of its pages tells what an odd line there is: whom it names, and where it stands."""

import random

import pytest

from pipelines.text.byline import Habits, find_credits
from pipelines.text.byline.learning import learn
from tests.text.byline.cuts import without

LEAD = "石桥镇的老磨坊今年春天重新转动，三十多名学徒在河边学做豆腐，镇里的老人都来看热闹。"
LAST = "磨坊主说，他打算把祖父留下的账本也摆进展室。"
LEAD_EN = "The old mill turned again on Friday after four months of work on its wheel, and thirty apprentices came."
LAST_EN = "The miller wants to show his grandfather's ledgers in the hall next spring."
HABITS = Habits(heads=True, signs=True, ends=True)


def cleaned(*paragraphs, habits=HABITS, kinds=()):
    return without(list(paragraphs), find_credits(list(paragraphs), kinds, habits=habits))


@pytest.mark.parametrize(
    "line",
    [
        *(
            "（完）",
            "（全文完）",
            "-完-",
            "——苏晓棠",
            "▲苏晓棠",
            "（苏晓棠 石桥报道）",
            "（主持人：苏晓棠）",
            "受访者：苏晓棠",
        ),
        *("（苏晓棠译）", "河州县委宣传部 苏晓棠", "苏晓棠（河州大学教授）", "（河州電台）", "河州日报社全媒体编辑部"),
        *("《河州日报》（2024年05月12日 第03版）", "【来源】河州报业集团河州网", "（原载《河州文学》2024年第3期）"),
    ],
)
def test_a_site_that_signs_its_articles_signs_this_one_too(line):
    assert cleaned(LEAD, LAST, line) == [LEAD, LAST]


@pytest.mark.parametrize(
    "bracket",
    [
        "（完）",
        "（特稿）",
        "（特約撰述苏晓）",
        "（本文有删节）",
        "（苏晓棠发自石桥）",
        "（讲述人：苏晓棠 记录：陈海）",
        "（苏晓）",
    ],
)
def test_the_bracket_behind_its_last_sentence_signs_it(bracket):
    assert cleaned(LEAD, LAST + bracket) == [LEAD, LAST]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "— Ruth Dale",
            "-- Ruth Dale",
            "~ Ruth Dale",
            "— Ruth Dale and Tom Mill",
            "Ruth Dale in Riverton",
            "Ruth Dale",
        ),
        *(
            "Words Ruth Dale",
            "For the River Post, Ruth Dale",
            "(end)",
            "Views are personal.",
            "This is a developing story.",
        ),
        *("Updated at 10:15 a.m.", "Ruth Dale in Riverton and Tom Mill in Millford"),
    ],
)
def test_an_english_site_does_so_too(line):
    assert cleaned(LEAD_EN, LAST_EN, line) == [LEAD_EN, LAST_EN]


@pytest.mark.parametrize("line", ["（完）", "— Ruth Dale", "受访者：苏晓棠", "（苏晓棠译）", "Views are personal."])
def test_a_page_on_its_own_keeps_what_only_the_site_tells(line):
    assert cleaned(LEAD, LAST, line, habits=Habits()) == [LEAD, LAST, line]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["苏晓棠是磨坊的第三代主人。", "讲述人：苏晓棠"], id="somebody the article speaks of"),
        pytest.param(["主演：苏晓棠"], id="a role of those whom a text is about"),
        pytest.param(["“路是走出来的，桥是搭起来的。”", "——苏晓棠"], id="who is quoted"),
        pytest.param(["一等奖：苏晓棠", "二等奖：陈海", "三等奖：冯晓", "鼓励奖：陈小舟"], id="a list"),
        pytest.param(["（图为老磨坊）"], id="what a picture shows"),
        pytest.param(["（众人鼓掌）"], id="what somebody did"),
        pytest.param(["（未完待续）"], id="that the text goes on"),
        pytest.param(["江湾图书馆"], id="a place that begins and ends as names do"),
        pytest.param(["苏晓棠很高兴"], id="words of a sentence"),
        pytest.param(["苏晓棠说：“好。”"], id="a sentence"),
    ],
)
def test_what_else_stands_at_the_end_stays(lines):
    assert cleaned(LEAD, LAST, *lines) == [LEAD, LAST, *lines]


@pytest.mark.parametrize("kind", ["item", "code", "heading", "caption", "quote"])
def test_only_text_signs(kind):
    assert cleaned(LEAD, LAST, "受访者：苏晓棠", kinds=["text", "text", kind])[-1] == "受访者：苏晓棠"


def test_an_article_that_is_signed_in_a_known_way_is_not_signed_again():
    assert cleaned(LEAD, LAST, "（苏晓棠译）", "（记者 陈海）") == [LEAD, LAST, "（苏晓棠译）"]


@pytest.mark.parametrize(
    "head",
    [
        *("36氪获悉，", "河州网消息（早间新闻）：", "河州经济新闻5月3日报道，", "DoNews5月3日消息，", "【石桥報導】"),
        *(
            "记者 苏晓棠 ",
            "河州新闻客户端消息，",
            "石城新聞網 ",
            "磨石之心 报道 ",
            "河视 苏晓棠 河州報導 ",
            "河州5月3日电",
        ),
    ],
)
def test_a_site_that_heads_its_articles_heads_this_one_too(head):
    assert cleaned(head + LEAD, LAST) == [LEAD, LAST]
    assert cleaned(head + LEAD, LAST, habits=Habits(signs=True, ends=True)) == [head + LEAD, LAST]


@pytest.mark.parametrize("head", ["河州日报记者 苏晓棠 石桥报道", "【石桥訊】記者苏晓棠報導"])
def test_a_head_says_where_it_was_reported_from_too(head):
    assert cleaned(head + LEAD, LAST) == [LEAD, LAST]


@pytest.mark.parametrize(
    "head",
    [
        "RIVERTON and MILLFORD — ",
        "RIVERTON -- (March 5, 2025) -- ",
        "RIVERTON // ",
        "RIVERTON; March 5: ",
        "(Riverwire) March 5 -- ",
    ],
)
def test_an_english_head_is_a_place_and_what_belongs_to_it(head):
    assert cleaned(head + LEAD_EN, LAST_EN) == [LEAD_EN, LAST_EN]


@pytest.mark.parametrize(
    "start",
    ["江湾气象台消息，", "据河州日报报道，", "记者 苏晓棠 昨天获悉，", "【旁白】", "WARNING // ", "本报消息灵通，"],
)
def test_what_belongs_to_the_first_sentence_stays(start):
    assert cleaned(start + LEAD, LAST) == [start + LEAD, LAST]


@pytest.mark.parametrize("start", ["媒体报道此事以后，", "各地报道，"])
def test_who_reports_in_the_first_sentence_stays_behind_a_head(start):
    assert cleaned(f"河州日报讯 {start}{LEAD}", LAST) == [start + LEAD, LAST]
    assert cleaned(f"記者苏晓棠／石桥報導 系列{start}{LEAD}", LAST) == [f"系列{start}{LEAD}", LAST]


def test_a_medium_and_a_name_above_the_article_are_its_source():
    assert cleaned("河州电视台 苏晓棠", LEAD, LAST) == [LEAD, LAST]
    assert cleaned("重要提示", LEAD, LAST) == ["重要提示", LEAD, LAST]


def pages(line, count, *, lang="zh"):
    """Give articles that differ, with a line behind them."""
    if lang == "en":
        return [([f"In week {n} t{LEAD_EN[1:]}", LAST_EN, line(n)], ["text"] * 3) for n in range(count)]
    return [([f"第{n}周，{LEAD}", LAST, line(n)], ["text"] * 3) for n in range(count)]


PLAIN = [([f"第{n}天，{LEAD}", LAST], ["text"] * 2) for n in range(40)]
NAMES = ["苏晓棠", "陈海明", "冯小舟", "钱俊川", "孙文河", "周省禾", "吴长明", "郑海舟"]
NAMES_EN = ["Ruth Dale", "Tom Mill", "Anna Rivers", "Clara Weir", "Peter Holm", "Mary Stone", "John Ford", "Jane Wells"]


def test_a_habit_is_what_most_articles_have():
    signed = pages(lambda n: f"（记者 {NAMES[n]}）", 8)

    assert learn(signed + PLAIN[:8]) == Habits(signs=True, ends=True)
    assert learn(signed + PLAIN[:9]) == Habits()
    assert learn(signed[:4]) == Habits()


def test_datelines_are_a_habit_of_their_own():
    headed = [([f"河州社石桥3月{n + 1}日电 第{n}周，{LEAD}", LAST], ["text"] * 2) for n in range(8)]

    assert learn(headed) == Habits(heads=True)


def test_a_frame_with_differing_names_is_a_signature_whatever_its_words_are():
    assert learn(pages(lambda n: f"讲述人：{NAMES[n]}", 8)) == Habits(signs=True, ends=True)
    assert learn(pages(lambda n: f"— {NAMES_EN[n]}", 8, lang="en")) == Habits(signs=True, ends=True)


def test_names_that_the_articles_speak_of_sign_none():
    spoken = [([f"第{n}周，{NAMES[n]}来了。{LEAD}", LAST, f"讲述人：{NAMES[n]}"], ["text"] * 3) for n in range(8)]

    assert learn(spoken) == Habits()


def test_copies_of_one_article_count_once():
    assert learn(pages(lambda n: "（记者 苏晓棠）", 1) * 12) == Habits()


def test_the_order_of_the_pages_does_not_matter():
    signed = pages(lambda n: f"（记者 {NAMES[n]}）", 8) + PLAIN[:7]
    shuffled = list(signed)
    random.Random(3).shuffle(shuffled)

    assert learn(shuffled) == learn(signed)


def test_habits_are_kept_as_kinds_and_texts():
    assert Habits.of(HABITS.entries()) == HABITS
    assert Habits.of({("keywords", "signs")}) == Habits()


def test_the_initials_of_a_desk_are_a_habit_though_few_articles_have_them():
    signed = [
        ([f"In week {n} t{LEAD_EN[1:]}", f"{LAST_EN} {desk}"], ["text"] * 2)
        for n, desk in enumerate(("(rin)", "(dws)", "(rin)"))
    ]
    plain = [([f"On day {n} t{LEAD_EN[1:]}", LAST_EN], ["text"] * 2) for n in range(20)]

    habits = learn(signed + plain)

    assert habits == Habits(initials=True)
    assert cleaned(LEAD_EN, f"{LAST_EN} (abd)", habits=habits) == [LEAD_EN, LAST_EN]
    assert cleaned(LEAD_EN, f"{LAST_EN} (abd)", habits=Habits()) == [LEAD_EN, f"{LAST_EN} (abd)"]
    assert learn(signed[:2] + plain) == Habits()


def test_one_word_in_brackets_is_no_desk_however_often_it_ends_an_article():
    ended = [([f"In week {n} t{LEAD_EN[1:]}", f"{LAST_EN} (sic)"], ["text"] * 2) for n in range(6)]

    assert not learn(ended).initials
