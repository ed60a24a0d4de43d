"""Titles: what is cut leaves the headline whole, and leaves nothing of what came with the keyword."""

import pytest

from pipelines.text.injection import Habits
from pipelines.text.injection.titles.endings import find_endings
from pipelines.text.injection.titles.keywords import find_keyword_lines, find_titles

TITLE = "石桥镇老磨坊时隔多年重新转动"
PLAIN = "木匠老邱：别催那架老轮子"
MILL = (
    "Fallow Mill, at Brindle Ford, has ground its first sack of flour since the river was moved seventy years ago.",
    "Seven carpenters spent the winter on the wheel, and the youngest of them had never seen one turn before.",
    "The first loaf was given to Ada Fallow, whose great-grandfather built the mill and lost it in a game of cards.",
)
HEADLINE = "Fallow Mill grinds its first sack in seventy years"


def test_the_half_that_is_a_proven_keyword_is_no_headline(page, story, cleaned):
    dirty = [text.replace("，", "，w4-夜灯茶舍，", 1) for text in story]  # some places of it are left in the text
    for title in (f"w4-夜灯茶舍_{PLAIN}", f"w4-夜灯茶舍网_{PLAIN}", f"w4-夜灯茶舍 - {PLAIN}"):
        seen = page(dirty, title=title, known=["w4夜灯茶舍"])

        assert find_endings(seen) == []
        assert cleaned(find_titles, seen)[0] == PLAIN


def test_a_code_is_no_headline_though_the_text_has_it(page, story):
    seen = page([f"{text}kq7v2x" for text in story], title=f"kq7v2x_{PLAIN}")

    assert find_endings(page([*story, "kq7v2x"], title=f"kq7v2x_{PLAIN}")) == []
    assert find_endings(seen) == []


def test_of_two_halves_that_the_text_never_speaks_of_none_goes(page, story):
    assert find_endings(page(story, title=f"海风与灯塔守望者_{PLAIN}"[:9] + "_云雀飞过山谷")) == []


@pytest.mark.parametrize("behind", [" (lantern hill loans official)", " - lantern hill loans", ""])
def test_a_name_that_the_text_speaks_of_stays_in_the_title_though_paragraphs_began_with_it(page, cleaned, behind):
    seen = page(MILL, title=HEADLINE + behind, known=["fallow", "lanternhillloans"])

    assert cleaned(find_titles, seen)[0] == HEADLINE


def test_a_name_that_the_text_speaks_of_stays_before_a_colon(page, cleaned):
    seen = page(MILL, title="Fallow: a mill that was lost at cards", known=["fallow"])

    assert cleaned(find_titles, seen)[0] == seen.title


def test_two_keywords_at_two_places_of_a_title_leave_what_stands_between(page, story, cleaned):
    seen = page(story, title=f"夜灯茶舍_{TITLE}（赤松书屋官网）", known=["夜灯茶舍", "赤松书屋"])

    assert cleaned(find_titles, seen)[0] == TITLE


@pytest.mark.parametrize(
    "form",
    [
        "{}（夜灯茶舍官网）",
        "{} 【官方夜灯茶舍】",
        "[夜灯茶舍 2031] {}",
        "[夜灯茶舍|赤松书屋] {}",
        "{}（（夜灯茶舍））",
        "{} (夜灯茶舍app)",
    ],
)
def test_a_bracket_goes_with_the_keyword_in_it(form, page, story, cleaned):
    for title in (TITLE, "老磨坊又转了", "你见过水轮吗？"):
        seen = page(story, title=form.format(title), known=["夜灯茶舍", "赤松书屋"])

        assert cleaned(find_titles, seen)[0] == title


def test_a_keyword_with_the_first_word_of_the_headline_leaves_that(page, story, cleaned):
    seen = page(story, title=f"夜灯茶舍_{TITLE}", known=["夜灯茶舍", "夜灯茶舍老磨坊", "夜灯茶舍石桥镇"])

    assert cleaned(find_titles, seen)[0] == TITLE


def test_a_bracket_that_the_text_speaks_of_loses_only_the_keyword(page, story, cleaned):
    seen = page(story, title=f"{TITLE}（夜灯茶舍镇上的木匠花了四个月）", known=["夜灯茶舍"])

    assert cleaned(find_titles, seen)[0] == f"{TITLE}（镇上的木匠花了四个月）"


def test_brackets_without_a_keyword_stay(page, story, cleaned):
    seen = page(story, title=f"{TITLE}（组图）（夜灯茶舍官网）", known=["夜灯茶舍"])

    assert cleaned(find_titles, seen)[0] == f"{TITLE}（组图）"


@pytest.mark.parametrize("form", ["夜灯茶舍_{}", "{}（夜灯茶舍官网）"])
def test_a_headline_of_five_letters_is_left_where_a_mark_parts_it_from_the_keyword(form, page, story, cleaned):
    assert cleaned(find_titles, page(story, title=form.format("木匠的水轮"), known=["夜灯茶舍"]))[0] == "木匠的水轮"


@pytest.mark.parametrize("more", ["", "下载", "登录网址"])
def test_a_keyword_inside_a_headline_goes_with_what_follows_it_up_to_where_the_text_goes_on(more, page, story, cleaned):
    headline = "石桥镇老磨坊又能磨面粉送给了镇上的小学"  # the story has `面粉送给`
    dirty = headline.replace("面粉", f"面粉夜灯茶舍{more}")

    assert cleaned(find_titles, page(story, title=dirty, known=["夜灯茶舍"]))[0] == headline


@pytest.mark.parametrize(
    "title", ["Customs seizes blue goose tickets", "Customs Seizes Blue Goose Tickets at the Gate"]
)
def test_a_phrase_of_the_site_stays_in_the_title_where_the_sentences_have_kept_it(title, page, cleaned):
    site = Habits(phrases=("blue goose tickets",))
    dirty = page(("Customs took a crate at the gate.",), title=title, known=["bluegoosetickets"], site=site)
    about = page(("Customs took a crate of blue goose tickets.",), title=title, known=["bluegoosetickets"], site=site)

    assert cleaned(find_titles, dirty)[0] != title
    assert cleaned(find_titles, about)[0] == title


@pytest.mark.parametrize("frame", ["Lantern Hill Loans | {}", "{} - Lantern Hill Loans", "{}"])
def test_the_headline_that_other_pages_show_under_their_keywords_is_not_replaced_by_another_articles(
    page, cleaned, frame
):
    others = ("Seven sailors sell one map of the winter coast", "How a mistake in a map gave two villages one river")
    known = ["lanternhillloans", "".join(HEADLINE.casefold().split())]

    assert cleaned(find_titles, page(MILL, title=frame.format(HEADLINE), headings=others, known=known))[0] == HEADLINE


def test_keyword_lists_go_and_genuine_lists_stay(page, story, cleaned):
    assert cleaned(find_keyword_lines, page(["橙汁好看在线_无忧橙汁二区_高清橙汁影院", *story]))[1] == story
    assert find_keyword_lines(page(["水轮-橡木零件-老磨坊-石桥镇", *story])) == []
    assert find_keyword_lines(page(["老磨坊重新转动_要闻_石桥日报", *story])) == []


def test_a_title_of_keywords_gives_way_to_the_heading_that_fits_the_text(page, story, cleaned):
    headline = "石桥镇老磨坊时隔多年重新转动"
    keywords = "橙汁好看在线_无忧橙汁二区_高清橙汁影院"

    assert cleaned(find_titles, page(story, title=keywords, headings=["橙汁网", headline]))[0] == headline
    assert cleaned(find_titles, page(story, title="橙汁之家", headings=[headline], known=["橙汁之家"]))[0] == headline


@pytest.mark.parametrize("title", ["橙汁888 {0}", "{0}_橙汁888", "橙汁888{0}", "【橙汁888】{0}"])
def test_a_proven_keyword_goes_from_the_title(title, page, story, cleaned):
    headline = "石桥镇老磨坊时隔多年重新转动"
    dirty = page(story, title=title.format(headline), known=["橙汁888"])

    assert cleaned(find_titles, dirty)[0].strip("【】") == headline


@pytest.mark.parametrize(
    "title",
    [
        "石桥镇老磨坊重新转动｜深度",
        "石桥镇老磨坊重新转动(图)",
        "【乡村记事】石桥镇老磨坊重新转动",
        "石桥镇老磨坊重新转动——一百年的水轮",
        "歼-20飞行员看老磨坊",
        "Old mill turns again - report",
    ],
)
def test_columns_and_dashes_of_a_title_stay(title, page, story):
    assert find_endings(page(story, title=title)) == []
    assert find_titles(page(story, title=title)) == []
