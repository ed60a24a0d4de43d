"""What a page is: an article, or why it is none."""

import pytest

from crawler.extraction import PAGE_KINDS, extract
from crawler.extraction.kinds.lists import is_of_dated_rows
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.page.parse import parse
from tests.extraction import pages

MENU = "".join(f"<li><a href='/c{n}.html'>一条通往别处的新闻标题，编号第{n}条</a></li>" for n in range(60))
ROWS = "".join(f"<li>第{n}座桥修好了 2026-09-{n:02}</li>" for n in range(10, 22))
LINKED_ROWS = "".join(f"<li><a href='/{n}.html'>第{n}座桥</a> 2026-09-{n:02}</li>" for n in range(10, 22))
TEASERS = "".join(
    f"<li><a href='/t{n}.html'>第{n}座桥修好以后，村里的人第一次不用绕路就能走到对岸的集市上去</a><p>今年第{n}个月，村里的桥终于修好了。</p></li>"
    for n in range(50)
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "no_text"),
        ("<html></html>", "no_text"),
        ("%PDF-1.4 rest", "not_html"),
        ('{"a": 1}', "not_html"),
        ("<p>" * 500_000, "too_large"),
        ("<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">x", "too_large"),
        ("<title>404 Not Found</title><h1>404 Not Found</h1>", "error_page"),
        ("<title>登录</title><form><input type='password'></form>", "login_page"),
        ("<div>" * 3000 + "text", "too_deep"),
    ],
    ids=lambda value: value[:12],
)
def test_what_is_no_article_says_why(text, kind):
    got = extract(text)

    assert got.page_kind == kind
    assert got.page_kind in PAGE_KINDS


@pytest.mark.parametrize(
    "title",
    [
        *("404", "404 - Harbour News", "Error 404 | Harbour News", "500 Internal Server Error", "Page not found"),
        *(
            "Seite nicht gefunden",
            "Página no encontrada",
            "Page introuvable",
            "Страница не найдена",
            "ページが見つかりません",
        ),
    ],
)
def test_a_missing_page_is_known_in_many_languages(title):
    text = "<p>Sorry, the page that you asked for is gone. Go back to the start, or search for it.</p>"

    assert (
        extract(f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{text}</body></html>").page_kind
        == "error_page"
    )


@pytest.mark.parametrize(
    ("kind", "above", "below", "found"),
    [
        ("article", "<p>July 30, 2013</p>", "", "article"),
        ("website", "<p>July 30, 2013</p>", "", "error_page"),
        ("website", "", "<p>July 30, 2013</p>", "article"),
    ],
    ids=["an article", "no article", "a day below the headline"],
)
def test_a_short_article_with_a_day_is_none_that_is_missing_though_its_headline_begins_with_a_number(
    kind, above, below, found
):
    page = (
        f"<html><head><title>The 404 to the harbour: a diary of buses</title><meta property=og:type content={kind}></head><body>"
        f"{above}<h1>The 404 to the harbour: a diary of buses</h1>{below}"
        "<p>Today we speak with somebody who has been on the road since the spring and came home with ninety tales.</p></body></html>"
    )

    assert extract(page).page_kind == found


@pytest.mark.parametrize(
    ("url", "own", "kind"),
    [
        ("https://a.example/", "https://a.example/", "list_page"),
        (None, "https://a.example/homepage", "list_page"),
        ("https://a.example/en/index.html", "", "list_page"),
        ("https://a.example/n/1.html", "https://a.example/", "article"),
        (None, "https://a.example/n/1.html", "article"),
    ],
)
def test_the_first_page_of_a_site_is_a_list_though_a_headline_stands_above_its_largest_teaser(url, own, kind):
    head = f"<meta property=og:type content=website><meta property=og:url content='{own}'>"
    teaser = "<article class=hero><h1>第六十座桥修好了</h1><p>村里的人今天第一次不用绕路，就能走到对岸的集市上去。</p></article>"
    page = (
        f"<html><head><meta charset=utf-8><title>河口网</title>{head}</head><body><ul>{MENU}</ul>{teaser}</body></html>"
    )

    assert extract(page, url).page_kind == kind


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("<ul><li>附送河口地图一张</li><li>每周一寄信：集市的消息</li></ul>", "list_page"),
        ("<h1>第六十座桥修好了</h1>", "article"),
    ],
    ids=["what is given", "a headline"],
)
def test_links_above_a_consent_are_a_list_though_items_stand_right_above_it(above, kind):
    asked = f"<div>{above}<p>我同意河口网每周一给我寄信，信里有集市的消息，也有村里商店的广告，随时可以退订。</p></div>"

    assert (
        extract(
            f"<html><head><meta charset=utf-8><title>河口网</title></head><body><ul>{MENU}</ul>{asked}</body></html>"
        ).page_kind
        == kind
    )


@pytest.mark.parametrize(
    "stated",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "CollectionPage"}, {"@type": "WebSite"}]}</script>',
        '<script type="application/ld+json">{"@type": "ProfilePage"}</script>',
        "<meta property=og:type content=profile>",
    ],
    ids=["a collection", "somebody", "somebody in Open Graph"],
)
def test_a_page_that_states_what_it_collects_is_a_list_though_its_largest_teaser_has_a_headline(stated):
    teaser = "<article class=hero><h1>第六十座桥修好了</h1><p>村里的人今天第一次不用绕路，就能走到对岸的集市上去。</p></article>"
    page = "<html><head><meta charset=utf-8><title>河口网</title>{}</head><body><ul>{}</ul>{}</body></html>"

    assert extract(page.format(stated, MENU, teaser)).page_kind == "list_page"
    assert extract(page.format("", MENU, teaser)).page_kind == "article"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("500 boats leave the harbour town", "More than 500 boats left the harbour of the town at dawn, the first since the storm."),
        ("Missing ferryman not found after storm", "The missing ferryman was not found on Monday, two days after the storm."),
        ("Forbidden City opens a bridge", "The Forbidden City opens a bridge again that nobody had crossed for years."),
        ("Sunday ferry no longer available in winter", "The Sunday ferry is no longer available in winter, the harbour office says."),
        ("税务系统维护期间暂停办理业务", "税务系统将于周六维护，维护期间暂停办理各项业务，请提前安排。"),
        ("山上的404棵老树今年全部挂牌", "山上的404棵老树今年全部挂牌，镇上的人再也不用担心有人砍树。"),
    ],
)  # fmt: skip
def test_a_brief_whose_headline_has_a_number_or_a_word_of_errors_is_an_article(title, text):
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class='text'><p>{text}</p></div></body></html>"

    assert extract(page).page_kind == "article"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Are you a robot?", "Please tick the box below, so that we know who asks for this page. Your browser must keep cookies."),
        ("Under maintenance", "Sorry, we are mending a few things. Please come again in an hour, and thank you for your patience!"),
        ("系统维护中", "尊敬的读者，我们正在更换机器，预计今晚八点恢复，给您带来不便，敬请谅解。"),
        ("此内容无法查看", "经读者投诉并经平台审核，该文章涉嫌违反规定，现已停止访问，如有疑问请联系客服。"),
    ],
)  # fmt: skip
def test_a_page_that_asks_who_is_there_or_is_being_mended_is_no_article(title, text):
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class='text'><p>{text}</p></div></body></html>"

    assert extract(page).page_kind == "error_page"


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("The ferry company publishes its results for the autumn", None),
        ("镇上的网站调整搜索结果的广告标识", None),
        (pages.TITLE, "http://a.example/index.php?s=/news/12"),
    ],
)
def test_an_article_about_results_is_no_list_of_them(title, url):
    page = pages.page(pages.article().replace(pages.TITLE, title), title=title)

    assert extract(page, url).page_kind == "article"


@pytest.mark.parametrize(
    ("text", "url", "kind"),
    [
        (f"<title>新闻列表</title><ul>{MENU}</ul>", None, "list_page"),
        (f"<title>新闻列表</title><h1>新闻列表</h1><ul>{ROWS}</ul>", None, "list_page"),
        (f"<title>新闻列表</title><h1>最新新闻</h1><ul>{LINKED_ROWS}</ul>", None, "list_page"),
        (f"<title>新闻列表</title><ul>{TEASERS}</ul>", None, "list_page"),
        (f"<title>河口网</title>{pages.article()}<ul>{MENU}{ROWS}</ul>", None, "article"),
        (f"<title>木船 - 搜索结果</title><ul>{MENU}</ul>", None, "search_page"),
        (f"<title>木船</title><ul>{MENU}</ul>", "http://a.example/search?q=1", "search_page"),
        ("<title>页面不存在</title><p>抱歉，您访问的页面不存在或已被删除。</p>", None, "error_page"),
        ("<meta property='og:type' content='video.other'><video src='a.mp4'></video>", None, "video_page"),
        (pages.page(pages.article()), "http://a.example/1.html", "article"),
        ("<rss><channel></channel></rss>", None, "no_text"),
        ("<?xml version='1.0'?><rss><channel></channel></rss>", None, "not_html"),
    ],
    ids=[
        "list",
        "dated_rows",
        "linked_dated_rows",
        "teasers",
        "article_among_links",
        "search",
        "search_url",
        "error",
        "video",
        "article",
        "rss_bare",
        "rss",
    ],
)
def test_pages_of_other_kinds_are_told_apart(text, url, kind):
    assert extract(text, url).page_kind == kind


@pytest.mark.parametrize(("others", "is_list"), [(2, True), (40, False)])
def test_rows_with_a_day_make_a_list_where_they_are_most_of_the_page(others, is_list):
    menu = "".join(f"<div>栏目第{n}号的入口在这里点开</div>" for n in range(others))
    page = survey_page(parse(f"<html><body>{menu}<ul>{LINKED_ROWS}</ul></body></html>")).page

    assert is_of_dated_rows(page) is is_list


@pytest.mark.parametrize("url", ["http://a.example/index.php?s=/news/12", "http://a.example/?q=node/12"])
def test_the_path_of_a_brief_in_its_query_is_no_search(url):
    page = pages.page(pages.article(pages.PARAGRAPHS[:1]))

    assert extract(page, url).page_kind == "article"
    assert extract(page, "http://a.example/?q=boats").page_kind == "search_page"


@pytest.mark.parametrize(("stamp", "kind"), [("<p>2026年9月15日</p>", "article"), ("", "login_page")])
@pytest.mark.parametrize("title", ["船民登录新平台", "渔民出海"])
def test_a_brief_with_a_day_below_its_headline_asks_for_no_password(title, stamp, kind):
    box = "<p>会员入口</p><input name=u><input type=password>"
    text = f"<form><h1>{title}</h1>{stamp}<p>{pages.MIDDLE}</p>{box}</form>"
    page = f"<html><head><title>{title}</title></head><body>{text}<ul>{MENU}</ul></body></html>"

    assert extract(page, "http://a.example/1.html").page_kind == kind


@pytest.mark.parametrize(
    ("stamp", "kind"),
    [
        ("<p>2026年9月15日</p>", "article"),
        ("", "list_page"),
        ("<h3><a href='/0.html'>又一座桥修好了</a></h3><p>2026年9月15日</p>", "list_page"),
    ],
    ids=["its own", "none", "of a teaser"],
)
def test_a_brief_with_a_day_below_its_headline_introduces_no_list(stamp, kind):
    more = "".join(f"<h3><a href='/{n}.html'>另外一条不相干的新闻标题第{n}条</a></h3>" for n in range(5))
    page = f"<html><head><title>{pages.TITLE}</title></head><body class='news category'><h1>{pages.TITLE}</h1>{stamp}<p>{pages.MIDDLE}</p>{more}</body></html>"

    assert extract(page, "http://a.example/1.html").page_kind == kind


@pytest.mark.parametrize(("stamp", "found"), [("<p>2026年9月15日</p>", "article"), ("", None)])
@pytest.mark.parametrize(
    ("title", "kind"),
    [("404：一条船的名字", "error_page"), ("Search results for a missing boat", "search_page")],
    ids=["missing", "search"],
)
def test_a_brief_with_a_day_below_its_headline_is_what_it_says_and_not_what_the_headline_is_like(
    title, kind, stamp, found
):
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{stamp}<p>{pages.MIDDLE}</p><ul>{MENU}</ul></body></html>"

    assert extract(page, "http://a.example/1.html").page_kind == (found or kind)


@pytest.mark.parametrize(("stamp", "kind"), [("<p>2026年9月15日</p>", "article"), ("", "list_page")])
def test_a_programme_with_a_day_below_its_headline_is_no_list_of_rows(stamp, kind):
    rows = "".join(f"<p>9-{n} 河口—松浦</p>" for n in range(11, 23))
    page = f"<html><head><title>秋季船期</title></head><body><h1>秋季船期公布</h1>{stamp}<div class='text'>{rows}</div></body></html>"

    assert extract(page, "http://a.example/1.html").page_kind == kind


@pytest.mark.parametrize(("stamp", "kind"), [("<p>2026年9月15日</p>", "article"), ("", "list_page")])
def test_short_paragraphs_in_blocks_of_one_make_below_a_day_are_no_teasers(stamp, kind):
    told = "".join(f"<div class='para'><p>{text}</p></div>" for text in (*pages.PARAGRAPHS, pages.LEAD[::-1]))
    page = f"<html><head><title>{pages.TITLE}</title></head><body><h1>{pages.TITLE}</h1>{stamp}<div class='text'>{told}</div><ul>{MENU}</ul></body></html>"

    assert extract(page, "http://a.example/1.html").page_kind == kind
