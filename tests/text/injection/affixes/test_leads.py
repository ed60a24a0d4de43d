"""What a site glues to the start of an article."""

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Page, learn
from pipelines.text.injection.affixes.leads import find_leads, find_site_brands
from pipelines.text.injection.affixes.prefixes import find_prefixes


def test_a_brand_in_front_of_the_lead_goes_if_nothing_but_a_heading_knows_it(page, story, cleaned):
    glued = ["橙汁登录88" + story[0], *story[1:]]

    assert cleaned(find_leads, page(glued, headings=["橙汁登录88"]))[1] == story
    assert find_leads(page(glued, title="橙汁登录88开业", headings=["橙汁登录88"])) == []


ARTICLES = [one for one in originals().values() if one.language == "zh-Hans"]
BRANDS = (
    "绯鹭棋社",
    "瓠瓜影楼官网",
    "霁月票行",
    "q7-z骊驹网栈",
    "珙桐钱庄登录",
    "赭雁",
    "翡翠鲸巢",
    "玳瑁猫窝",
    "黛螺糖铺",
)


def branded(article, brand, *, line=True, mark=""):
    """Give an article with a brand glued to its lead, and on a line of its own or in `<title>`."""
    first, *rest = article.paragraphs
    above = (brand,) if line else ()
    headings = () if line else (f"{article.title}-{brand}_要闻_石桥在线",)
    return Page(article.title, (*above, f"{brand}{mark}{first}", *rest), (), headings)


@pytest.mark.parametrize("line", [True, False])
def test_a_site_that_brands_its_leads_shows_all_its_brands(line):
    pages = [branded(one, brand, line=line) for one, brand in zip(ARTICLES, BRANDS, strict=False)]
    assert {"绯鹭棋社", "q7z骊驹网栈"} <= find_site_brands(pages) <= learn(pages).keywords


def test_a_firm_of_which_the_article_speaks_is_no_brand():
    firm = "赭雁牌馆"
    pages = [
        Page(
            one.title,
            (firm, f"{firm}昨天搬了家。{one.paragraphs[0]}", f"街坊都说{firm}的门脸小了。", *one.paragraphs[1:]),
        )
        for one in ARTICLES
    ]
    assert find_site_brands(pages) == frozenset()
    assert all(find_leads(one) == [] for one in pages)


def test_a_brand_behind_the_dateline_goes_with_its_mark(page, story, cleaned):
    head = "某社石桥2月2日电 (记者 甲一 乙二)"
    dirty = page(["绯鹭棋社", f"{head}绯鹭棋社_{story[0]}", *story[1:]])
    assert cleaned(find_leads, dirty)[1][1] == head + story[0]


def test_two_towns_above_their_reports_are_kept(page, story):
    assert find_leads(page(["石桥镇", f"石桥镇昨天下了雨。{story[0]}", *story[1:]])) == []


def test_the_quotation_behind_a_proven_keyword_is_the_article_s(page, story, cleaned):
    quoted = "“石桥的水轮又转了”，木匠昨天在磨坊门口对来看热闹的人说，水渠也已经修好。"
    dirty = page([f"绯鹭棋社登录{quoted}", *story], known={"绯鹭棋社登录"})
    assert cleaned(find_prefixes, dirty)[1][0] == quoted
