"""Reports that have one title but for its numbers: what they have in common is theirs."""

from pipelines.text.template import Rules, find_template
from pipelines.text.template.learning import learn
from pipelines.text.template.traits import Seen, traits_of
from tests.text.template.test_template import article

GUIDE = ["防御指南：", "1. 学校和幼儿园停止户外活动，保证孩子们的安全；", "2. 船工把渡船系牢，收起棚架；"]
FOOT = "石桥在线 石桥镇文化站主办"


def warning(number):
    text = f"石桥镇气象站发布大风预警：预计今天夜里河面风力{number % 4 + 5}级，阵风{number % 3 + 8}级。"
    return f"石桥镇发布大风预警（第{number}号）", [text, *GUIDE, f"3. 第{number}号渡口今晚关闭。", FOOT]


def story(number):
    return f"磨坊故事{'甲乙丙丁戊己庚辛壬癸'[number]}", [*article(number), FOOT]


def left(title, page, pages):
    seen = [
        Seen(f"{at:03d}", "2026-01-01", traits_of(each, lines, ["text"] * len(lines)))
        for at, (each, lines) in enumerate(pages)
    ]
    drops = dict(find_template(title, page, ["text"] * len(page), learn(seen), rules=Rules()).drops)
    return [line for at, line in enumerate(page) if at not in drops]


def test_the_list_of_every_warning_stays_and_the_foot_of_the_site_goes():
    pages = [*map(warning, range(1, 5)), *map(story, range(10))]

    for title, page in pages[:4]:
        assert left(title, page, pages) == page[:-1]


def test_what_stands_below_stories_without_such_a_title_is_the_sites():
    pages = [
        *(("大风预警" + "甲乙丙丁"[at], page) for at, (_, page) in enumerate(map(warning, range(1, 5)))),
        *map(story, range(10)),
    ]

    assert left(*pages[0], pages) == [pages[0][1][0], pages[0][1][4]]


def test_a_site_all_of_whose_titles_are_numbered_is_learned_all_the_same():
    pages = [(f"石桥通讯第{number}期", story(number)[1]) for number in range(10)]

    assert left(*pages[3], pages) == pages[3][1][:-1]
