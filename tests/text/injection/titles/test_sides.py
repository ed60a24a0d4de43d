"""Keywords before and behind headlines, or glued to them and alone; and what papers set there."""

import random

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Habits, Page
from pipelines.text.injection.titles.keywords import find_titles
from pipelines.text.injection.titles.sides import find_sides
from pipelines.text.injection.titles.strings import find_strings
from tests.growth import assert_linear
from tests.text.injection.sites import on_site

ARTICLES = [one for one in originals().values() if one.language == "zh-Hans"]


def roots_of(pages):
    return find_sides(find_strings(pages))


def pages_of(*titles, leads=()):
    """Give articles under titles made of theirs, some with a string before their leads."""
    before = [*leads, *[""] * len(titles)]
    return [
        Page(title.format(one.title), (before[at] + one.paragraphs[0], *one.paragraphs[1:]))
        for at, (title, one) in enumerate(zip(titles, ARTICLES, strict=False))
    ]


@pytest.mark.parametrize(
    "titles",
    [
        ("缃棠猫馆{}", "{}缃棠猫馆", "{}", "缃棠猫馆{}"),
        ("【缃棠猫馆】{}", "{}【缃棠猫馆】", "{}", "{}（缃棠猫馆）"),
        ("q9·zeb{}", "{} q9·zeb", "{}", "q9·zeb{}"),
    ],
)
def test_a_string_that_no_text_speaks_of_at_either_end_or_glued_to_many_is_a_keyword(titles):
    assert len(roots_of(pages_of(*titles))) == 1
    assert [title for title, _ in on_site(pages_of(*titles))] == [one.title for one in ARTICLES[:4]]


def test_one_glued_to_the_front_alone_must_be_the_name_of_the_site_or_stand_before_leads():
    titles = ("缃棠猫馆{}", "缃棠猫馆{}", "{}", "缃棠猫馆{}")
    assert not roots_of(pages_of(*titles))
    assert roots_of(pages_of(*titles, leads=("缃棠猫馆",))) == {"缃棠猫馆"}
    shown = [Page(page.title, page.paragraphs, (), (f"{page.title}_缃棠猫馆",)) for page in pages_of(*titles)]
    assert roots_of(shown) == {"缃棠猫馆"}


def test_one_of_two_characters_that_are_no_pair_is_as_good():
    shown = [Page(page.title, page.paragraphs, (), (f"{page.title}_缃棠",)) for page in pages_of(*["缃棠{}"] * 4)]
    assert roots_of(shown) == {"缃棠"}


def test_one_of_two_characters_at_some_headlines_may_be_a_place():
    assert not roots_of(pages_of(*["缃棠{}"] * 3, "{}", "{}", leads=("缃棠镇",)))


def test_the_name_of_a_series_that_is_a_title_with_little_else_has_no_other_role():
    titles = ["缃棠猫馆：{}", "缃棠猫馆：{}", "{}"]
    pages = [*pages_of(*titles), Page("镇里缃棠猫馆", ARTICLES[4].paragraphs), Page("缃棠猫馆", ARTICLES[5].paragraphs)]
    assert not roots_of(pages)


def test_lines_of_keywords_do_not_speak_of_one():
    pages = pages_of("缃棠猫馆{}", "{}_缃棠猫馆", "缃棠猫馆{}", "{}")
    pages = [Page(page.title, (*page.paragraphs, "下载缃棠猫馆|注册缃棠猫馆")) for page in pages]
    assert roots_of(pages) == {"缃棠猫馆"}


def test_the_tails_that_turn_behind_a_root_go_with_it():
    titles = ("缃棠猫官网{}", "{}缃棠猫下载", "{}", "【缃棠猫入口】{}", "缃棠猫下载{}", "{}缃棠猫官网")
    assert [title for title, _ in on_site(pages_of(*titles))] == [one.title for one in ARTICLES[:6]]


def test_a_tail_goes_though_the_text_has_a_word_across_the_seam():
    pages = pages_of("缃棠汇{}", "{}缃棠汇", "缃棠汇{}", "{} 缃棠汇入口")
    pages[3] = Page(
        pages[3].title,
        (
            *pages[3].paragraphs,
            "两条小河在这里汇入运河，镇上的人傍晚常到河边来看水，孩子们在石阶上数过往的船，老人坐在树下说从前的事。",
        ),
    )
    assert "缃棠汇入口" in roots_of(pages)


def test_a_tail_that_some_text_has_as_a_word_goes_where_another_page_ends_it_with_a_mark():
    titles = ("缃棠猫桥工{}", "{}缃棠猫", "缃棠猫{}", "{}")
    pages = pages_of(*titles, leads=("缃棠猫桥工", "", "缃棠猫桥工："))
    spoken = Page(pages[3].title, (*pages[3].paragraphs, "镇上的桥工都来看热闹。"))
    assert on_site([*pages[:3], spoken])[0] == (ARTICLES[0].title, tuple(ARTICLES[0].paragraphs))


def test_one_that_stands_before_the_lead_as_well_goes_there():
    titles = ("缃棠猫走势{}", "{}【缃棠猫】", "{}", "缃棠猫走势{}")
    pages = pages_of(*titles, leads=("缃棠猫走势", "", "", "缃棠猫走势"))
    assert on_site(pages) == [(one.title, tuple(one.paragraphs)) for one in ARTICLES[:4]]


@pytest.mark.parametrize(
    "titles",
    [
        ("【河边人物】{}",) * 4,  # a column has its end
        ("河边人物｜{}",) * 4,
        ("一图读懂{}",) * 4,  # words of the language
        ("{}",) * 4,
    ],
)
def test_columns_and_words_before_headlines_are_none(titles):
    assert not roots_of(pages_of(*titles))


def test_what_the_articles_speak_of_is_none():
    people = ("林秋石会见学徒代表", "林秋石访问三个渡口", "桥工们写信给林秋石", "林秋石同木匠座谈")
    pages = [
        Page(title, (f"镇长林秋石昨天{one.paragraphs[0]}", *one.paragraphs[1:]))
        for title, one in zip(people, ARTICLES, strict=False)
    ]
    assert not roots_of(pages)


def test_a_headline_keeps_the_words_with_which_its_lead_begins_too(page, cleaned):
    first = ARTICLES[1]
    pages = pages_of("缃棠猫馆{}", "缃棠猫馆{}", "缃棠猫馆{}", "{}缃棠猫馆")
    pages[1] = Page(pages[1].title, ("缃棠猫馆" + first.title + "。", *first.paragraphs))
    known = roots_of(pages)
    dirty = page(first.paragraphs, title=pages[1].title, known=known, site=Habits(pages=4, keywords=known))
    assert cleaned(find_titles, dirty)[0] == first.title


def test_a_word_that_leads_and_headlines_of_several_pages_have_behind_a_root_is_no_tail():
    named = [
        Page(f"渡口{one.title}", (f"渡口的人都在说，{one.paragraphs[0]}", *one.paragraphs[1:])) for one in ARTICLES[:2]
    ]
    pages = [Page(f"缃棠猫馆{one.title}", (f"缃棠猫馆渡口{one.paragraphs[0]}", *one.paragraphs)) for one in named]
    pages += pages_of(*["{}"] * 4, "{}缃棠猫馆")
    assert roots_of(pages) == {"缃棠猫馆"}


def test_tails_of_several_roots_show_others_that_have_them():
    titles = (
        "缃棠猫下载{}",
        "{}缃棠猫官网",
        "瓠瓜鲸官网{}",
        "{}瓠瓜鲸下载",
        "{}（缃棠猫登录）",
        "瓠瓜鲸登录{}",
        "蓑羽狸登录{}",
        "{}_蓑羽狸官网",
    )
    assert [title for title, _ in on_site(pages_of(*titles))] == [one.title for one in ARTICLES[:8]]


def test_a_bracket_of_the_keyword_goes_with_it_and_the_mark_of_the_headline_stays(page, story, cleaned):
    for title in ("{}？，[獾]棠社下载", "[獾]棠社下载{}？", "{}？[獾]棠社下载 "):
        dirty = page(story, title=title.format("石桥镇老磨坊何时重新转动"), known={"獾棠社下载"})
        assert cleaned(find_titles, dirty)[0] in {"石桥镇老磨坊何时重新转动？", "石桥镇老磨坊何时重新转动"}
    dirty = page(story, title="石桥镇老磨坊何时重新转动？，[獾]棠社下载", known={"獾棠社下载"})
    assert cleaned(find_titles, dirty)[0] == "石桥镇老磨坊何时重新转动？"


def test_a_site_of_many_pages_is_searched_in_its_share_of_the_time():
    def site(size):
        dice = random.Random(5)
        letters = [chr(code) for code in range(0x4E00, 0x9F00)]

        def text(count):
            return "".join(dice.choices(letters, k=count))

        roots, tails = [text(4) for _ in range(4)], [text(3) for _ in range(8)]
        for number in range(size):
            keyword = dice.choice(roots) + dice.choice(tails)
            title = keyword + text(20) if number % 2 else text(20) + keyword
            yield Page(title, tuple(f"{keyword}{text(30)}，{text(20)}。" for _ in range(12)))

    assert roots_of([*site(60)])
    assert_linear(roots_of, lambda size: [*site(size)], 150)
