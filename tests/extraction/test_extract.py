"""The whole extraction, on invented pages."""

import pytest

from crawler.extraction import KINDS, PAGE_KINDS, Extracted, extract, join
from crawler.extraction.kinds.kind import is_of_dated_rows
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.model import MAX_TEXT
from crawler.extraction.page.parse import parse
from crawler.sites.model import Extract, Site
from tests.extraction import pages


def test_an_article_is_read_whole_and_without_furniture():
    got = extract(pages.page(pages.article()))

    assert got.paragraphs == pages.PARAGRAPHS
    assert got.title == pages.TITLE
    assert got.page_kind == "article"
    assert got.language == "zh-Hans"
    assert len(got.kinds) == len(got.paragraphs)
    assert set(got.kinds) <= set(KINDS)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" + "<br>".join(pages.PARAGRAPHS) + "</div>",
        "<table><tr><td>" + "<br><br>".join(pages.PARAGRAPHS) + "</td></tr></table>",
        "<br>".join(pages.PARAGRAPHS),
        "<div>" + "".join(f"<div><span><font>{text}</font></span></div>" for text in pages.PARAGRAPHS) + "</div>",
        "<div>" + "".join(f"<section><p>{text}</p></section>" for text in pages.PARAGRAPHS) + "</div>",
        "<div style='visibility:hidden'>" + "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS) + "</div>",
        "<div class='share'>" + "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS) + "</div>",
        "<form>" + "".join(f"<p>{text}</p>" for text in pages.PARAGRAPHS) + "</form>",
    ],
    ids=["br", "table", "bare", "soup", "sections", "hidden_until_script", "bad_name", "form"],
)
def test_every_layout_gives_the_same_paragraphs(body):
    assert extract(pages.page(body)).paragraphs == pages.PARAGRAPHS


def test_a_hidden_line_is_left_out():
    body = pages.article().replace(
        "</div>", "<p style='display:none'>这一行是藏起来给搜索引擎看的，读者看不见它的任何内容。</p></div>"
    )

    assert extract(pages.page(body)).paragraphs == pages.PARAGRAPHS


def test_the_selectors_of_a_site_win():
    site = Site(
        name="a",
        start_urls=("http://a.example/",),
        domains=("a.example",),
        extract=Extract(body=("div.mine",), title=("h2.t::text",), remove=("div.mine b",)),
    )
    body = f"{pages.article()}<h2 class='t'>另一个标题</h2><div class='mine'>短<b>不要</b>句</div>"

    got = extract(pages.page(body), site=site)

    assert got.paragraphs == ("短句",)
    assert got.title == "另一个标题"
    assert got.notes == ()


def test_a_selector_may_call_the_id_of_xpath():
    site = Site(
        name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=Extract(body=("(id('mine'))",))
    )

    got = extract(pages.page(f"{pages.article()}<div id='mine'>短句</div>"), site=site)

    assert got.paragraphs == ("短句",)


def test_a_selector_that_matches_nothing_is_noted_and_the_page_read_all_the_same():
    site = Site(
        name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=Extract(body=("div.gone",))
    )

    got = extract(pages.page(pages.article()), site=site)

    assert got.paragraphs == pages.PARAGRAPHS
    assert got.notes == ("selector body matched nothing",)


def test_a_selector_that_fails_on_a_page_is_noted_and_the_page_read_all_the_same():
    rules = Extract(body=("//div[nonsense()]",), remove=("//div[nonsense()]",), next=("//div[nonsense()]",))
    site = Site(name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=rules)

    got = extract(pages.page(pages.article()), site=site)

    assert got.paragraphs == pages.PARAGRAPHS
    assert "selector body cannot be evaluated: '//div[nonsense()]': Unregistered function" in got.notes


def test_a_selector_may_name_several_texts_or_join_them():
    rules = Extract(title=("h3.gone::text, h2.t::text",), source=("concat(//span[@class='from'], '网')",))
    site = Site(name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=rules)
    body = f"<h2 class='t'>另一个标题</h2><span class='from'>晨江</span>{pages.article()}"

    got = extract(pages.page(body), site=site)

    assert (got.title, got.source) == ("另一个标题", "晨江网")


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
    ("kind", "found"), [("article", "article"), ("website", "error_page")], ids=["an article", "no article"]
)
def test_a_short_article_with_a_day_is_none_that_is_missing_though_its_headline_begins_with_a_number(kind, found):
    page = (
        f"<html><head><title>The 404 to the harbour: a diary of buses</title><meta property=og:type content={kind}></head><body>"
        "<h1>The 404 to the harbour: a diary of buses</h1><p>July 30, 2013</p>"
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
        ("山上的404棵老树今年全部挂牌", "山上的404棵老树今年全部挂牌，镇上的人再也不用担心有人砍树。"),
    ],
)  # fmt: skip
def test_a_brief_whose_headline_has_a_number_or_a_word_of_errors_is_an_article(title, text):
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class='text'><p>{text}</p></div></body></html>"

    assert extract(page).page_kind == "article"


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


def test_the_pages_of_one_article_join_without_repeats():
    one = extract(pages.page(pages.article(pages.PARAGRAPHS[:2])))
    two = extract(pages.page(pages.article((*pages.PARAGRAPHS[:1], pages.LAST))))

    got = join([one, two])

    assert got.paragraphs == pages.PARAGRAPHS
    assert got.title == one.title


def test_pages_that_are_too_long_together_are_no_article_either():
    pages = [Extracted(paragraphs=(f"{number} boats",), kinds=("text",)) for number in range(3)]
    long = Extracted(paragraphs=("x" * MAX_TEXT,), kinds=("text",))

    assert join([*pages, long]).page_kind == "too_large"
    assert not join([*pages, long]).paragraphs
    assert join([long]) == long


@pytest.mark.parametrize("link", ["http://[::1", "http:///boat", "https://[x]/boat"])
def test_a_canonical_link_that_names_no_host_is_none(link):
    head = f"<link rel=canonical href='{link}'><meta property=og:url content='http://a.example/boat'>"

    assert extract(head + pages.article(), "http://a.example/1.html").canonical_url == "http://a.example/boat"


MENU = "".join(f"<li><a href='/c{n}.html'>一条通往别处的新闻标题，编号第{n}条</a></li>" for n in range(60))


ROWS = "".join(f"<li>第{n}座桥修好了 2026-09-{n:02}</li>" for n in range(10, 22))

LINKED_ROWS = "".join(f"<li><a href='/{n}.html'>第{n}座桥</a> 2026-09-{n:02}</li>" for n in range(10, 22))

TEASERS = "".join(
    f"<li><a href='/t{n}.html'>第{n}座桥修好以后，村里的人第一次不用绕路就能走到对岸的集市上去</a><p>今年第{n}个月，村里的桥终于修好了。</p></li>"
    for n in range(50)
)


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


def test_fields_of_the_metadata_are_read():
    head = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": "河口镇渔民修好木船准备出海", "datePublished": "2024-03-21T08:30:00+08:00",
         "dateModified": "2024-03-21T10:00:00+08:00", "author": {"@id": "#p1"}, "publisher": {"name": "河口新闻网"},
         "articleSection": "民生", "keywords": "木船, 渔民"},
        {"@type": "Person", "@id": "#p1", "name": "周小川"}]}</script>
        <link rel="canonical" href="/2024/03/21/boat.html">"""

    got = extract(pages.page(pages.article(), head=head), "http://a.example/2024/03/21/boat.html?from=x")

    assert got.published == "2024-03-21T08:30:00+08:00"
    assert got.published_from == "meta"
    assert got.modified == "2024-03-21T10:00:00+08:00"
    assert got.authors == ("周小川",)
    assert got.source == "河口新闻网"
    assert got.section == "民生"
    assert got.tags == ("木船", "渔民")
    assert got.canonical_url == "http://a.example/2024/03/21/boat.html"


def test_fields_of_the_visible_line_are_read():
    line = "<div class='info'>2024年03月21日 08:30 来源：河口日报 作者：周小川 责任编辑：吴大海 字号：大 中 小</div>"
    body = pages.article().replace("</h1>", f"</h1>{line}")

    got = extract(pages.page(body))

    assert got.published == "2024-03-21T08:30:00+08:00"
    assert got.published_from == "page"
    assert got.authors == ("周小川",)
    assert got.source == "河口日报"
    assert got.paragraphs == pages.PARAGRAPHS


@pytest.mark.parametrize(
    ("stamp", "url", "lead", "published", "origin"),
    [
        ("2026-11-25 09:00", "http://a.example/2019/03/21/1.html", "", "2019-03-21", "url"),
        ("2019-03-21 09:00", "http://a.example/2019/03/21/1.html", "", "2019-03-21T09:00:00+08:00", "page"),
        ("2026-11-25 09:00", "http://a.example/201903/1.html", "河口社3月21日电 ", "2019-03-21", "dateline"),
        ("2026-11-25 09:00", "http://a.example/1.html", "河口社3月21日电 ", None, None),
        ("2026-03-22 09:00", "http://a.example/1.html", "河口社3月21日电 ", "2026-03-22T09:00:00+08:00", "page"),
    ],
)
def test_a_stamp_that_the_url_or_the_dateline_contradicts_is_not_believed(stamp, url, lead, published, origin):
    body = pages.article((lead + pages.LEAD, *pages.PARAGRAPHS[1:])).replace(
        "</h1>", f"</h1><p>{stamp} 来源：河口网</p>"
    )

    got = extract(pages.page(body), url)

    assert (got.published, got.published_from) == (published, origin)


def test_days_of_a_list_of_events_are_not_that_of_the_page():
    events = "".join(
        f"<div class='day'>{month} 16, 2026</div><p>{text}</p>"
        for month, text in zip(("March", "April", "May"), pages.PARAGRAPHS, strict=True)
    )
    body = f"<h1>{pages.TITLE}</h1><div class='content'><p>{pages.LEAD}</p>{events}</div>"

    assert extract(pages.page(body)).published is None


def test_a_stamp_far_below_the_text_is_found_where_it_begins_with_the_word_for_it():
    tools = "".join(f"<p>按钮{n}</p>" for n in range(7))
    after = f"{tools}<div class='desc'>posted @ 2024-03-21 14:45 周小川 阅读(430)</div>"

    assert extract(pages.page(pages.article(), after=after)).published == "2024-03-21T14:45:00+08:00"


def test_a_stamp_between_the_standfirst_and_the_text_is_found():
    body = pages.article().replace(pages.MIDDLE, f"{pages.MIDDLE}</p><p>21.03.2024 · 阅读约 6 分钟")

    assert extract(pages.page(body)).published == "2024-03-21"


@pytest.mark.parametrize(
    ("changed", "published", "origin"),
    [("2025-11-05", "2024-01-31", "page"), ("2025-11-20", "2025-11-05T10:00:00+08:00", "meta")],
    ids=["no change is later", "a change is later"],
)
def test_a_day_of_publication_that_is_that_of_the_last_change_gives_way_to_the_earlier_one_shown(
    changed, published, origin
):
    head = (
        '<meta property="article:published_time" content="2025-11-05T10:00:00+08:00">'
        f'<meta property="article:modified_time" content="{changed}">'
    )
    body = pages.article().replace("</h1>", "</h1><p>2024年1月31日</p>")

    got = extract(pages.page(body, head=head))

    assert (got.published, got.published_from) == (published, origin)


@pytest.mark.parametrize(
    ("stated", "changed", "published"),
    [
        (("2025-03-01", "2025-12-18", "2025-12-18"), (), "2025-12-18"),
        (("2025-03-01", "2025-12-18"), (), "2025-03-01"),
        (("2026-03-09", "2021-02-16"), ("2024-07-30",), "2021-02-16"),
        (("2026-03-09",), ("2024-07-30",), "2026-03-09"),
    ],
    ids=["most often", "first", "not after the last change", "alone"],
)
def test_statements_that_contradict_each_other_are_weighed(stated, changed, published):
    head = "".join(f'<meta property="article:published_time" content="{day}">' for day in stated)
    head += "".join(f'<meta property="article:modified_time" content="{day}">' for day in changed)

    assert extract(pages.page(pages.article(), head=head)).published == published


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "<p class='note'><time datetime='2024-03-21'>in spring</time></p>"),
        ("<p class='by'><a href='/u/7'>Harbour Desk</a> 21 Mar 2024 <a href='/boats'>Boats and Nets</a></p>", ""),
        ("<p><a href='/2024/03'>Mar 21 2024</a></p>", ""),
        (
            "<p class='when'>30 Sep 2025, 11:07</p>",
            (
                "<p class='note'>This report on the boat was originally published on 21 Mar 2024 at 4:12 pm and has been kept up to date "
                "by the harbour desk since.</p>"
            ),
        ),
    ],
    ids=["time below a long text", "between links", "a link itself", "first published"],
)
def test_the_day_is_found_where_pages_put_it(above, below):
    text = "".join(f"<p>第{n}天，渔民们把船推下了水，镇上的人都来码头看热闹。</p>" for n in range(60))
    body = f"<article><h1>{pages.TITLE}</h1>{above}{text}</article>{below}"

    assert extract(pages.page(body)).published[:10] == "2024-03-21"


@pytest.mark.parametrize("shown", ["<p>{}</p>", "<time datetime='{}'>New</time>", "<p>发布时间：{}</p>"])
def test_a_day_after_that_of_fetching_is_none(shown):
    def found(*days):
        above = "".join(shown.format(day) for day in days)
        body = pages.article().replace("</h1>", f"</h1>{above}")
        return extract(pages.page(body), fetched="2024-03-22T01:00:00+00:00").published

    assert found("2099-01-01 08:30") is None
    assert found("2099-01-01 08:30", "2024-03-20 08:30") == "2024-03-20T08:30:00+08:00"
    assert found("2024-03-23 08:30") == "2024-03-23T08:30:00+08:00"


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        ("周小川", ("周小川",)),
        ("周小川、钱大河", ("周小川", "钱大河")),
        ("作者：周小川", ("周小川",)),
        ("本报记者 周小川", ("周小川",)),
        ("By Ann Marsh and Ben Cole", ("Ann Marsh", "Ben Cole")),
        ("Ann Marsh, Ben Cole", ("Ann Marsh", "Ben Cole")),
        ("Mad_Hatter99", ("Mad_Hatter99",)),
    ],
)
def test_people_and_source_that_a_selector_of_the_site_names_stand_without_labels(shown, names):
    rules = Extract(authors=("b.who",), source=("b.from",))
    site = Site(name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=rules)
    line = f"</h1><b class=who>{shown}</b> <b class=from>来源：河口日报</b>"
    got = extract(pages.page(pages.article().replace("</h1>", line)), site=site)

    assert (got.authors, got.source) == (names, "河口日报")


def test_the_zone_of_the_site_holds_for_its_times():
    site = Site(name="a", start_urls=("http://a.example/",), domains=("a.example",), timezone="America/New_York")
    body = pages.article().replace("</h1>", "</h1><p>发布时间：昨天 08:30</p>")

    got = extract(pages.page(body), site=site, fetched="2024-03-22T01:00:00+00:00")

    assert got.published == "2024-03-20T08:30:00-04:00"


@pytest.mark.parametrize(
    ("url", "link", "found"),
    [
        ("http://a.example/n/12.html", "12_2.html", "http://a.example/n/12_2.html"),
        ("http://a.example/n/12_2.html", "12_3.html", "http://a.example/n/12_3.html"),
        ("http://a.example/n/12", "/n/12?page=2", "http://a.example/n/12?page=2"),
        ("http://a.example/n/12.html", "13.html", None),
        ("http://a.example/n/12.html", "http://b.example/n/12_2.html", None),
    ],
)
def test_the_next_page_of_the_article_is_found_and_no_other(url, link, found):
    body = pages.article() + f"<div class='pages'><a href='{link}'>下一页</a></div>"

    assert extract(pages.page(body), url).next_page == found


def test_simplified_and_traditional_are_told_apart():
    traditional = (
        "春分剛過，河口鎮的漁民就把修好的木船推下了水，準備迎接今年第一次出海。",
        "鎮上的船匠說，這條船用了整整三個月才修好，一家人輪流上陣。",
    )

    assert extract(pages.page(pages.article(traditional))).language == "zh-Hant"


@pytest.mark.parametrize(
    "code",
    [bytes([42, *(byte ^ 42 for byte in b"harbour")]).hex(), "2aff", "", "zz"],
    ids=["no address", "no text", "nothing", "no code"],
)
def test_a_code_that_hides_no_address_stays_as_it_was(code):
    assert _protected(code) == "[email protected]"


def test_an_address_hidden_from_harvesters_is_shown_as_readers_see_it():
    address = "crew@harbour.example"
    key = 0x2A

    assert _protected(bytes([key, *(byte ^ key for byte in address.encode())]).hex()) == address


def test_an_address_hidden_in_a_listing_is_shown_though_its_blank_stays_as_it_is():
    code = bytes([42, *(byte ^ 42 for byte in b"git@harbour.example")]).hex()
    hidden = f'<span class="__cf_email__" data-cfemail="{code}">[email&#160;protected]</span>'
    body = f"<article><h1>{pages.TITLE}</h1><p>{pages.LEAD}</p><pre>clone {hidden}:boats</pre><p>{pages.LAST}</p></article>"

    assert "clone git@harbour.example:boats" in extract(pages.page(body)).paragraphs


def _protected(code):
    """Give what an article holds in the place of an address hidden with *code*."""
    hidden = f'<a href="/hidden" class="__cf_email__" data-cfemail="{code}">[email protected]</a>'
    call = "河口镇的渔民请愿意帮忙补网的人写信到 {}，名额有限，先到先得，镇上管午饭。"
    got = extract(pages.page(pages.article((pages.LEAD, call.format(hidden), pages.MIDDLE, pages.LAST))))
    before, _, after = call.partition("{}")
    return got.paragraphs[1].removeprefix(before).removesuffix(after)
