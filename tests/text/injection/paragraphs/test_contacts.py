"""Accounts and hosts that nobody announces, another in each place; and those that a text has as its matter."""

import pytest

from pipelines.text.injection import Habits
from pipelines.text.injection.paragraphs.brand_lines import find_lines
from pipelines.text.injection.paragraphs.contacts import find_contacts, find_site_contacts
from tests.growth import assert_linear
from tests.text.injection.invented import ENGLISH

HOSTS = ("www.juice14.shop", "www.juice58.shop", "www.juice91.shop")


def put(text, at, what):
    return f"{text[:at]}{what}{text[at:]}"


def test_two_contact_lines_of_one_page_go(page, story, cleaned):
    lines = (
        "加薇芯号 zk48213 领月光橙汁券",
        "热线 400-118-2031 转月光橙汁有惊喜",
        "t.me/moonjuice7 送月光橙汁",
    )
    for one in lines:
        for other in lines:
            if one != other:
                dirty = [story[0], one, *story[1:3], other, *story[3:]]
                assert cleaned(find_contacts, page(dirty))[1] == story


@pytest.mark.parametrize("form", ["领券请加小橙 {} 暗号{}", "Text {} for {} and a free glass"])
def test_a_contact_line_goes_where_other_pages_have_it_with_another_account(form, page, story, cleaned):
    names, words = ("zk48213", "bm77120", "qd19064"), ("月光橙汁", "山谷奶茶", "白塔茶铺")
    pages = [
        page([*story[at:], form.format(name, word), *story[: at or 1]])
        for at, (name, word) in enumerate(zip(names, words, strict=True))
    ]
    habits = Habits(contacts=find_site_contacts(pages))

    dirty = [*story[:2], form.format("xx20417", "石榴汁铺"), *story[2:]]
    assert cleaned(find_contacts, page(dirty, site=habits))[1] == story
    behind = [*story, form.format("xx20417", "石榴汁铺")]
    assert cleaned(find_contacts, page(behind, site=habits))[1] == story
    assert find_contacts(page(dirty)) == []
    assert find_contacts(page(behind)) == []


@pytest.mark.parametrize("line", ["新闻热线 0571-88226600 全天接听", "News desk: 0113 496 0000, day and night"])
def test_the_number_of_the_paper_stays(line, page, story):
    pages = [page([*story[at:], line, *story[: at or 1]]) for at in range(4)]
    habits = Habits(contacts=find_site_contacts(pages))

    assert find_contacts(page([*story[:2], line, *story[2:]], site=habits)) == []


def test_a_contact_line_with_the_keyword_of_the_title_goes_and_names_it(page, story, cleaned):
    made = page([*story[:2], "加薇芯号 zk48213 领月光橙汁券", *story[2:]], title="石桥镇老磨坊转动月光橙汁")

    assert cleaned(find_contacts, made)[1] == story
    assert [find.keyword for find in find_contacts(made)] == ["月光橙汁"]


def test_what_hangs_behind_a_sentence_goes_with_the_lines(page, story, cleaned):
    dirty = [
        f"{story[0]} 咨询橙汁 vx61213",
        "加薇芯号 zk48213 领月光橙汁券",
        *story[1:4],
        "热线 400-118-2031 转月光橙汁有惊喜",
        story[4],
    ]

    assert cleaned(find_contacts, page(dirty))[1] == story
    assert find_contacts(page([f"{story[0]}（电话 0571-88226600）", *story[1:]])) == []


@pytest.mark.parametrize("form", [" {} ", "({}/r/4) ", "{} "])
def test_hosts_dropped_into_english_sentences_go(form, page, cleaned):
    hosts = [form.format(host).lstrip() for host in HOSTS]
    dirty = [
        ENGLISH[0].replace("this spring", f"this {hosts[0]}spring"),
        ENGLISH[1].replace("than a century", f"than a {hosts[1]}century"),
        ENGLISH[2].replace("in a barn", f"in a {hosts[2]}barn"),
        ENGLISH[3],
    ]

    assert cleaned(find_contacts, page(dirty, title="Old mill turns again"))[1] == ENGLISH


@pytest.mark.parametrize("form", [" {} ", "{}", " {}"])
def test_hosts_before_a_chinese_comma_go(form, page, story, cleaned):
    dirty = [
        story[0].replace("，", form.format(HOSTS[0]) + "，", 1),
        story[1],
        story[2].replace("，", form.format(HOSTS[1]) + "，", 1),
        *story[3:],
    ]

    assert cleaned(find_contacts, page(dirty))[1] == story


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Visit www.mill14.example or www.mill15.example to book.", "See also www.wheel3.example for a map."),
        ("The trust (www.mill14.example) runs it with the guild (www.guild7.example).", "Both sites say so."),
        ("He registered mill14.example, sold wheel3.example and kept bread9.example for himself.", "It was cheap."),
        ("石桥网（www.shiqiao14.example）与磨坊网（www.mofang15.example）都登了这条消息，读者可以去看。", "消息不长。"),
        ("请登录 www.shiqiao14.example ，填写表格；也可访问 www.mofang15.example ，在线预约。", "名额有限。"),
    ],
)
def test_addresses_that_a_text_speaks_of_stay(paragraphs, page, story):
    assert find_contacts(page([*ENGLISH[:2], *paragraphs, *story[:2]])) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("200040", "13-7-1998", "0000000"),
        ("2019-2021 重修水轮", "2022-03-05 试转", "2023-11-20 开门"),
        ("Galaxy S24Ultra", "iPhone 15Pro", "ThinkPad X1"),
        ("第一章 1998-2001", "第二章 2002-2010", "第三章 2011-2020"),
        ("价格：12800元", "重量：1580克", "编号：20260105"),
        ("预约服务热线 0571-88226600", "24小时投诉服务热线 0571-88226611"),
        ("Pages 141-158 (hard copy pages 711-728) - Forgings", "Pages 1-68 (hard copy pages 571-638) - Trims"),
        ("Bernadette Grange, +1-212-555-6722", "Marcus Poole, +1-212-555-3327"),
    ],
)
def test_numbers_days_models_and_figures_on_lines_of_their_own_stay(lines, page, story):
    paragraphs = [part for line, text in zip(lines, story, strict=False) for part in (line, text)]

    assert find_contacts(page([story[4], *paragraphs])) == []


@pytest.mark.parametrize("line", ["加客服 vx{0:06d} 领橙汁{0}", "月光橙汁·官方入口{1}"])
def test_thousands_of_lines_that_nobody_reads_take_linear_time(line, page):
    def lines(number):
        told = [f"磨坊的水轮在四月的第{at}天又转了起来，守着它的木匠说，木头要慢慢地喝水。" for at in range(number)]
        return page([text for at, one in enumerate(told) for text in (one, line.format(at, at % 40))])

    assert_linear(lambda lines: (find_contacts(lines), find_lines(lines)), lines, 500)
