"""Strings that recur in the titles of a site and of which its texts do not speak; columns, series and ends of genre stay."""

import random

import pytest

from pipelines.text.injection import Page, learn
from pipelines.text.injection.titles.recurring import find_site_recurring
from pipelines.text.injection.titles.strings import find_strings
from tests.growth import assert_linear
from tests.text.injection.invented import STORIES
from tests.text.injection.sites import on_site


def titles(frames, *, stories=STORIES):
    """Give the titles as a site leaves them that sets its headlines into these frames, one after the other."""
    pages = [
        Page(frames[at % len(frames)].format(headline), (text, text * 3))
        for at, (headline, text) in enumerate(stories.items())
    ]
    return [title for title, _ in on_site(pages)]


@pytest.mark.parametrize(
    "frames",
    [
        ["榛鹭堂体育{}"],  # no word, glued in front
        ["榛鹭{}"],  # two characters that are no pair
        ["{}榛鹭堂"],
        ["{}榛鹭堂下载", "{}榛鹭堂官网", "{}榛鹭堂棋牌", "{}"],  # a root with its tails, on some
        ["【榛鹭堂下载】{}", "【榛鹭堂官网】{}", "【榛鹭堂棋牌】{}", "【榛鹭堂平台】{}"],
        ["沐榛{}", "雪鹭{}", "追枫{}", "奔潮{}", "赤砚{}"],  # two characters that take turns
        ["{}｜彩金", "{}｜网赚", "{}｜跑分"],
        ["{} 正规网上赚钱", "{} 低息信用贷款", "{} 附近上门按摩"],
        ["🎲榛鹭🎲{}"],
        ["🎲Lucknest🎲{}"],
        ["v9x{}", "{}v9x"],
        ["【榛鹭观察】{}"],  # words, at all headlines of a site
        ["「榛鹭观察」{}"],
        ["云鹭观察 {}"],
        ["榛鹭堂大全,{}", "枫潮婆一码,{}"],
        ["榛鹭堂官网·{}·云榛影院", "榛鹭堂下载·{}·雨鹭影院", "榛鹭堂棋牌·{}·枫潮影院"],
        ["{}-榛鹭堂（中国）官网", "{}-榛鹭堂（集团）官网", "{}-榛鹭堂官方网站"],
    ],
)
def test_what_recurs_in_titles_and_no_text_speaks_of_goes(frames):
    assert titles(frames) == list(STORIES)


def test_one_inside_headlines_goes_wherever_it_stands():
    pages = [Page(f"{headline[:2]}榛鹭堂官网{headline[2:]}", (text, text * 3)) for headline, text in STORIES.items()]
    assert [title for title, _ in on_site(pages)] == list(STORIES)


@pytest.mark.parametrize(
    "frames",
    [
        ["图解｜{}", "独家｜{}", "调查｜{}", "{}"],  # columns, words or none, on some or on all
        ["【榛鹭观察】{}", "【榛鹭观察】{}", "{}"],
        ["榛鹭播报：{}"],
        ["提醒｜{}", "关注｜{}", "民生｜{}", "热点｜{}", "速看｜{}"],
        ["图解{}", "解读{}", "一图看懂{}"],  # a section of a site: labels glued to all of its headlines
        ["《{}》教案", "《{}》说课稿", "《{}》教学设计"],
        ["{}教案", "{}课件", "{}说课稿"],
        ["{}——写在收获时节", "{}", "{}"],
        ["{} 官方回应", "{} 专家解读", "{} 多方关注"],
        ["{}，王志远梅开二度", "{}", "{}"],
        ["好消息！{}", "重磅！{}", "快讯！{}", "{}"],
    ],
)
def test_columns_labels_and_ends_of_genre_stay(frames):
    genuine = [frames[at % len(frames)].format(headline) for at, headline in enumerate(STORIES)]
    assert titles(frames) == genuine


def test_what_the_texts_speak_of_stays():
    stories = {headline: f"榛鹭堂参与其中。{text}据榛鹭堂说，还要再办。" for headline, text in STORIES.items()}
    assert titles(["榛鹭堂{}"], stories=stories) == [f"榛鹭堂{headline}" for headline in STORIES]


def test_a_word_of_the_headlines_behind_one_stays():
    stories = {f"巴媒称{headline}": text for headline, text in list(STORIES.items())[:4]}
    stories |= dict(list(STORIES.items())[4:])
    assert titles(["榛鹭堂{}"], stories=stories) == list(stories)


def test_the_first_clause_of_a_headline_behind_one_stays():
    stories = {f"好消息，{headline}": text for headline, text in list(STORIES.items())[:2]}
    stories |= dict(list(STORIES.items())[2:])
    assert titles(["榛鹭{}"], stories=stories) == list(stories)


def test_what_stands_only_at_edges_of_paragraphs_is_not_spoken_of():
    pages = [Page(f"榛鹭堂{headline}", (f"榛鹭堂：{text}", text * 3)) for headline, text in list(STORIES.items())]
    assert "<榛鹭堂" in find_site_recurring(find_strings(pages))


def test_few_titles_teach_nothing():
    pages = [Page(f"榛鹭堂{headline}", (text, text * 3)) for headline, text in list(STORIES.items())[:7]]
    assert not learn(pages).recurring


ENGLISH = [
    (
        "Otters return to the mill pond",
        "Two otters have returned to the mill pond, a warden saw them at dawn on Monday.",
    ),
    (
        "Ferry timetable cut for winter",
        "The ferry will sail four times a day; its winter timetable was cut by the council.",
    ),
    ("Bakery wins bread prize again", "A small bakery in the lane has won the county bread prize for the third year."),
    ("School choir sings on the pier", "The school choir sang on the pier although the wind took half of the notes."),
    ("New bell hung in chapel tower", "A new bell was hung in the tower of the chapel, cast from the cracked old one."),
    ("Lambing starts early in the dale", "Lambing has started two weeks early all over the dale after a mild January."),
    ("Bridge repairs to last until May", "Repairs to the stone bridge will last until May, engineers told the parish."),
    ("Museum shows forgotten maps", "The museum shows forty forgotten maps that were found behind a cupboard."),
    ("Brass band looks for players", "The brass band looks for players, above all somebody for the second cornet."),
    ("Storm takes roof off sailing club", "A storm took the roof off the sailing club and put it down in a field."),
]


@pytest.mark.parametrize(
    ("frames", "gone"),
    [
        (["{} - ruby slots online", "{} - quick cash loans", "{} - cheap fake diplomas"], True),
        (["💎 Rubynest 💎 {}"], True),
        (["Rubynest login | {}", "Rubynest bonus | {}", "Rubynest app | {}"], True),
        (["Opinion: {}", "Live: {}", "{}"], False),
        (["Opinion | {}", "Analysis | {}", "Watch | {}"], False),
        (["{} in pictures", "{}", "{}"], False),
    ],
)
def test_phrases_in_a_language_with_spaces(frames, gone):
    pages = [
        Page(frames[at % len(frames)].format(headline), (text, f"{text} " * 3))
        for at, (headline, text) in enumerate(ENGLISH)
    ]
    shown = [page.title for page in pages]
    assert [title for title, _ in on_site(pages)] == ([headline for headline, _ in ENGLISH] if gone else shown)


def test_linear_in_titles():
    def batch(size):
        rng = random.Random(size)
        return [
            Page("".join(rng.choice("甲乙丙丁戊己庚辛壬癸") for _ in range(40)), ("老磨坊今天重新转动。" * 6,))
            for _ in range(size)
        ]

    assert_linear(lambda pages: find_site_recurring(find_strings(pages)), batch, 40)
