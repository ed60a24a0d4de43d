"""Keywords of one root with tails that take turns: over a site's pages, and on a page alone."""

import random

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import ALONE, Habits, Page
from pipelines.text.injection.insertions.roots import find_rooted, find_site_roots
from tests.growth import assert_linear

ARTICLES = [one for one in originals().values() if one.language == "zh-Hans"]
TAILS = ("茶馆", "入口", "apk", "新版", "会所", "")


def strewn(article, root, tails, dice, *, places=6):
    """Give an article with a root and a tail at random places: between two hanzi, behind a comma, before a full stop."""
    paragraphs = list(article.paragraphs)
    done = 0
    while done < places:
        number = dice.randrange(len(paragraphs))
        text = paragraphs[number]
        token = root + dice.choice(tails)
        kind = done % 3
        spots = [
            at
            for at in range(3, len(text) - 3)
            if root not in text[max(0, at - 8) : at + 8]
            and (text[at - 1 : at + 1].isalnum() if kind == 0 else text[at] in ("，" if kind == 1 else "。"))
        ]
        done += 1
        if spots:
            at = dice.choice(spots)
            paragraphs[number] = f"{text[:at]}{'，' if kind == 1 else ''}{token}{text[at:]}"
    return Page(f"{article.title}？{root}{dice.choice(tails)}", tuple(paragraphs))


def applied(page):
    """Give the title and the paragraphs without what is found."""
    lines = {None: page.title, **dict(enumerate(page.paragraphs))}
    for find in sorted(find_rooted(page), key=lambda find: find.start, reverse=True):
        line = lines[find.paragraph]
        lines[find.paragraph] = line[: find.start] + line[find.end :]
    return lines


def on_site(pages):
    """Give the pages with what they teach about their site."""
    roots, tails = find_site_roots(pages)
    habits = Habits(pages=len(pages), roots=roots, tails=tails)
    return [Page(page.title, page.paragraphs, site=habits) for page in pages]


@pytest.mark.parametrize(
    ("roots", "tails", "places"),
    [
        (("玳瑁屿", "绯羽", "霁川"), TAILS, 8),
        (("赭石港", "骊歌"), ("旗舰", "登陆页", "vip", "正版"), 6),
        (("瓠子湾",), ("", "网址", "直达"), 5),
    ],
)
def test_roots_with_tails_that_take_turns_go_from_all_pages_of_a_site(roots, tails, places):
    dice = random.Random(7)
    pages = [
        strewn(article, roots[number % len(roots)], tails, dice, places=places)
        for number, article in enumerate(ARTICLES * 2)
    ]
    for page, article in zip(on_site(pages), ARTICLES * 2, strict=True):
        lines = applied(page)
        assert lines.pop(None) == article.title
        assert tuple(lines.values()) == tuple(article.paragraphs)


def test_a_page_alone_gives_away_a_root_that_stands_inside_words_and_between_commas():
    page = Page(
        "渡口的新船",
        (
            "渡口的旧船今年春天退下绯羽茶馆来，绯羽入口，新船由镇上的木匠打造，用了四个月的时绯羽apk间。",
            "船工说新船比旧船稳，绯羽新版，能坐二十绯羽个人，过河只要五分绯羽茶馆钟。",
            "孩子们放学以绯羽后常来看船，船工教他们打绳结绯羽入口。",
        ),
    )
    assert list(applied(page).values()) == [
        "渡口的新船",
        "渡口的旧船今年春天退下来，新船由镇上的木匠打造，用了四个月的时间。",
        "船工说新船比旧船稳，能坐二十个人，过河只要五分钟。",
        "孩子们放学以后常来看船，船工教他们打绳结。",
    ]


def test_marks_and_brackets_go_with_the_keyword():
    habits = Habits(pages=9, roots=frozenset({"绯羽"}), tails=frozenset({"入口", "茶馆"}))
    page = Page(
        "绯羽茶馆 渡口的新船",
        (
            "绯羽入口：旧船今年春天退下来。",
            "船工说，绯羽茶馆，新船更稳绯羽入口。",
            "能坐二十（绯羽茶馆）个人，过河快，绯羽。",
        ),
        site=habits,
    )
    assert list(applied(page).values()) == [
        "渡口的新船",
        "旧船今年春天退下来。",
        "船工说，新船更稳。",
        "能坐二十个人，过河快。",
    ]


def test_an_article_about_what_a_site_uses_as_a_root_is_kept():
    habits = Habits(pages=9, roots=frozenset({"金雁湖"}), tails=frozenset({"娱乐", "入口"}))
    page = Page(
        "金雁湖公园开放",
        (
            "金雁湖的水今年清了。住在金雁湖边的老人说，金雁湖里又有了鱼。",
            "管理处在金雁湖的东岸种了柳树，秋天还要在金雁湖上修一座桥。",
        ),
        site=habits,
    )
    assert find_rooted(page) == []


def test_a_name_with_clauses_of_its_own_is_kept():
    page = Page(
        "木匠高远舟",
        (
            "高远舟说，水轮要先拆下来。高远舟表示，木头要干透才能用。",
            "问到工钱，高远舟笑了，高远舟认为，手艺不能用钱来算。",
            "学徒都服他，高远舟教，他们学，高远舟骂，他们笑。",
        ),
    )
    assert find_rooted(page) == []


def test_clean_pages_of_a_site_teach_nothing():
    pages = [Page(article.title, tuple(article.paragraphs)) for article in ARTICLES]
    assert find_site_roots(pages) == (frozenset(), frozenset())
    assert all(not find_rooted(page) for page in pages)
    assert pages[0].site is ALONE


@pytest.mark.parametrize("unit", ["绯羽", "绯羽茶馆，", "绯", "天地"])
def test_hostile_pages_take_linear_time(unit):
    site = Habits(pages=9, roots=frozenset({"绯羽"}), tails=frozenset({"茶馆"}))

    assert_linear(
        lambda page: (find_rooted(page), find_site_roots([page])),
        lambda size: Page("绯羽", (unit * size,), site=site),
        2_000,
    )


def test_a_root_without_tails_takes_no_word_of_the_sentence_along():
    dice = random.Random(3)
    pages = [strewn(article, "绯羽阁", ("",), dice, places=9) for article in ARTICLES * 2]
    for page, article in zip(on_site(pages), ARTICLES * 2, strict=True):
        assert tuple(text for place, text in applied(page).items() if place is not None) == tuple(article.paragraphs)


@pytest.mark.parametrize("title", ["铜雀茶馆好玩_铜雀攻略_{}", "{}-铜雀入口大全", "铜雀apk：{}"])
@pytest.mark.parametrize("mark", [".", "◁", "、", "：", " | "])
def test_what_sets_a_keyword_off_and_what_its_field_has_beside_it_go_with_it(title, mark):
    article = ARTICLES[1]
    texts = tuple(f"铜雀{TAILS[at % 3]}{mark}{text}" for at, text in enumerate(article.paragraphs))
    site = Habits(roots=frozenset({"铜雀"}), tails=frozenset(TAILS[:3]))
    page = Page(title.format(article.title), texts, site=site)
    assert applied(page) == {None: article.title, **dict(enumerate(article.paragraphs))}
