"""Keywords as fields of the title: known by their common stem, or by the frame that the site's titles share."""

import pytest

from pipelines.text.injection import Habits
from pipelines.text.injection.titles.fields import find_site_frames, find_title_fields
from pipelines.text.injection.titles.keywords import find_titles

TITLE = "石桥镇老磨坊时隔多年重新转动"
WORDS = ("月光橙汁", "山谷奶茶", "白塔茶铺", "青瓦小厨", "大雁邮局")


@pytest.mark.parametrize(
    "title",
    [
        f"月光橙汁好喝_月光配方全集_最新月光橙汁_{TITLE}",
        f"{TITLE},月光橙汁门店,月光橙汁菜单",
        f"{TITLE}（月光橙汁怎么做与月光橙汁几块钱）",
        f"{TITLE}【月光菜单和月光门店】",
        f"{TITLE} | 月光橙汁 | 月光菜单 | 月光门店",
    ],
)
def test_keywords_of_one_stem_go_and_leave_the_headline(title, page, story, cleaned):
    assert cleaned(find_title_fields, page(story, title=title))[0] == TITLE


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE}_要闻_石桥在线",
        f"{TITLE}（图）",
        "老磨坊_磨坊水轮_石桥磨坊",
        "石桥镇：老磨坊、水轮与老磨坊的木匠",
        "老磨坊转动（组图：木匠与小学生）",
        "水轮又转起来了 - 老磨坊的春天",
        "“磨坊”与“磨坊主”，磨坊里的一百年",
    ],
)
def test_sections_notes_and_headlines_of_two_halves_stay(title, page, story):
    assert find_title_fields(page(story, title=title)) == []


@pytest.mark.parametrize("form", ["{}-{}官方店", "{} | 购买{}", "{},{}价格,{}菜单", "{}（{}官方店）"])
def test_a_frame_of_the_titles_of_a_site_goes_whatever_stands_in_it(form, page, story, cleaned):
    pages = [
        page(story, title=form.format(f"{word[:2]}街的故事第{at}集", *[word] * 3)) for at, word in enumerate(WORDS)
    ]
    habits = Habits(titles=find_site_frames(pages))

    assert cleaned(find_title_fields, page(story, title=form.format(TITLE, *["石榴汁铺"] * 3), site=habits))[0] == TITLE


TAILS = ("体育", "棋牌", "手游", "体育", "棋牌", "体育", "手游", "体育")


@pytest.mark.parametrize(("root", "goes"), [("青柠", True), ("河湾", False)])
def test_few_tails_that_take_turns_behind_a_root_go_where_no_text_knows_the_root(root, goes, page, story, cleaned):
    texts = (*story, "河湾镇的人都来看热闹。")
    pages = [page(texts, title=f"第{at}个故事：{TITLE}{at}_{root}{tail}") for at, tail in enumerate(TAILS)]
    habits = Habits(titles=find_site_frames(pages))
    title = f"{TITLE}_{root}棋牌"

    assert cleaned(find_title_fields, page(texts, title=title, site=habits))[0] == (TITLE if goes else title)


def test_columns_that_recur_are_no_frame(page, story):
    titles = [f"{word}的故事_{column}频道" for word in WORDS for column in ("体育", "财经")]

    assert find_site_frames([page(story, title=title) for title in titles]) == frozenset()


@pytest.mark.parametrize(
    "title",
    [
        f"x9k-月光橙汁?{TITLE}",
        f"{TITLE}-月光橙汁官方店",
        f"{TITLE}【月光橙汁】",
        f"[月光橙汁] {TITLE}",
        f"{TITLE} - 月光橙汁 2031",
        f"{TITLE}（月光橙汁）",
        "石桥镇老磨坊月光橙汁时隔多年重新转动",
    ],
)
def test_what_comes_with_a_proven_keyword_goes_with_it(title, page, story, cleaned):
    assert cleaned(find_titles, page(story, title=title, known=["月光橙汁"]))[0] == TITLE


def test_a_frame_with_a_code_in_it_goes_though_the_text_has_its_words(page, cleaned):
    story = [
        "Shops along the quay agree that the harbour sets rents, and the guild saves a code in a drawer: they win. " * 3
    ]
    codes = ("TAKE15", "EXTRA30", "HELLO10", "SAVE25")
    headlines = ("Quay shops agree a code", "Harbour sets its rents", "Guild saves the drawer", "Shops on the quay win")
    pages = [
        page(story, title=f"{one} (Save 20% with Code {code})") for one, code in zip(headlines, codes, strict=True)
    ]
    habits = Habits(titles=find_site_frames(pages))

    for one, headline in zip(pages, headlines, strict=True):
        assert cleaned(find_title_fields, page(story, title=one.title, site=habits))[0] == headline
