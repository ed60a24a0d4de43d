"""Spun wording and the frames of language models."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.spinning.wording import is_spun_site, judge_machine_written, judge_spun, load_markers

PLAIN = "镇上的东边有一座老桥，桥下的水到了秋天就变得很浅，孩子们放学以后在那里翻石头找螃蟹。"


def test_two_strings_that_are_no_words_give_a_page_away():
    verdict = judge_spun(PLAIN + "许多东说念主来参不雅，拍了照片。")

    assert verdict is not None
    assert verdict.reason == "spun_words"
    assert "东说念主" in verdict.evidence


def test_one_such_string_and_two_rare_words_give_it_away_too():
    assert judge_spun(PLAIN + "目今许多东说念主曩昔都住在桥边。")


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN + "许多东说念主来过这里。",  # one marker may be an accident
        PLAIN + "目今，两边的居民曩昔都住在桥边，阿谁时候星斗满天。",  # rare words alone are a style
        PLAIN * 20 + "许多东说念主来参不雅。",  # two in a long page
        PLAIN + "机器把“东说念主”和“参不雅”当成同义词写进文章。",  # spoken of
        PLAIN + "栏目今晚播出，团圆的年夜饭摆上桌，小孩衣着不雅，行有不雅之处，他念念不忘。",  # ordinary neighbours
        "",
    ],
    ids=["plain", "one", "rare", "diluted", "quoted", "neighbours", "empty"],
)
def test_other_text_is_not_spun(text):
    assert judge_spun(text) is None


@pytest.mark.parametrize(
    "text",
    ["城里的东谈主类学馆请来三位老师，他们在渠谈边上课。", "他获患上头奖，缘故原由没人知道。"],
    ids=["道 as 谈", "得 as 患上"],
)
def test_families_of_spinners_are_told_apart_from_words(text):
    assert judge_spun(PLAIN + text)
    assert judge_spun(PLAIN + "股东谈主营业务，房东谈主卧的朝向，他可能患上感冒。") is None


def test_one_such_string_is_enough_where_many_pages_of_the_site_have_some():
    spun = [PLAIN * 8 + text for text in ("许多东说念主来过。", "桥的缘故原由不明。", "桥的体式格局很老。")]
    clean = [PLAIN * 8 + "这里很安静。"] * 9

    assert is_spun_site([*spun, *clean])
    assert judge_spun(spun[0]) is None
    assert judge_spun(spun[0], spun_site=True)
    assert judge_spun(clean[0], spun_site=True) is None
    assert not is_spun_site([*spun, *clean * 4])  # a few pages of many
    assert not is_spun_site([spun[0]] * 12)  # always the same one: a name, say
    assert not is_spun_site([PLAIN + "机器写成“东说念主”“缘故原由”“体式格局”。"] * 12)  # spoken of


def test_no_marker_is_listed_twice():
    markers = load_markers()
    words = [*markers.nonsense, *(word for word, _, _ in markers.rare)]

    assert len(words) == len(set(words))


FRAME = [
    "I'd be happy to help you rewrite the article about garden tools, but the text is missing.",
    "Please paste the text and I will: 1. **Shorten** it, 2. **Polish** it.",
]


def test_the_frame_of_a_model_is_found():
    verdict = judge_machine_written(FRAME)

    assert verdict is not None
    assert verdict.reason == "model_frame"


@pytest.mark.parametrize(
    "opening",
    [
        "以下是改写后的文章：",
        "作为一个人工智能语言模型，我无法访问该链接。",
        "Here is the rewritten article:",
        "As an AI language model, I cannot open links.",
        "Sure, here is a rewritten version of the article on the mill:",
        "Of course! Below is your paraphrased text.",
    ],
)
def test_one_phrase_is_enough_at_the_very_start(opening):
    assert judge_machine_written([opening, PLAIN, PLAIN])


@pytest.mark.parametrize(
    "paragraph",
    [
        "The chatbot answered: “As an AI language model, I cannot say.” It then added: “Please paste the text.”",
        "客服机器人回复：“请提供需要改写的文本，希望这个版本符合您的要求。”读者哭笑不得。",
        "Readers who would like to help can share the article with friends.",
        "如果您有线索，请提供给本报。以下是读者来信的摘录。",
        "I don't find the article convincing, and I can rewrite it in my head while I read it aloud to you.",
    ],
)
def test_an_article_about_a_chatbot_is_no_frame(paragraph):
    assert judge_machine_written([PLAIN, paragraph, PLAIN]) is None


def test_one_string_that_is_no_word_is_enough_where_it_recurs():
    once = "镇上的老东说念主常到桥边坐着。"
    text = f"{once}{PLAIN}"

    assert judge_spun(text) is None
    assert judge_spun(text * 4)


def test_a_model_that_was_given_nothing_gives_itself_away():
    asked = "Sorry, I cannot see the article about the mill. Could you paste it here so that I can rewrite it?"

    assert judge_machine_written([asked])
    assert judge_machine_written(
        ["It seems you forgot to include the text.", "Send me the text and I'll: 1. **Read** it."]
    )


@given(st.text(max_size=300))
def test_any_text_is_judged_without_an_error(text):
    judge_spun(text)
    judge_machine_written([text, text])
