"""Which pages show the posts of a blog, or a template that nothing filled, and are no article; and which are one after all."""

import pytest

from crawler.extraction import extract

TOLD = (
    "The lamps of the pier were lit again on Sunday, and half the village came down to see them, though it rained until nine.",
    "We walked the whole of the old wall with the surveyor, who counted the stones that are missing and wrote down every one.",
    "Two of the three bells are back from the foundry, and the third will follow when the snow on the pass has melted away.",
    "Nobody had thought that the baker would reopen, but on Friday there was bread, and by eight in the morning it was gone.",
    "The choir needs four basses, a room with a stove and somebody who can read what the old cantor wrote in the margins.",
)
NAMES = ("Light on the Pier", "Along the Old Wall", "Two Bells of Three", "Bread on Friday", "A Choir and a Stove")


def page(*, called="home blog", link="<a rel=bookmark href='/2024/{0}/'>{1}</a>", above="", more=1, head=""):
    posts = "".join(
        f"<div class=post><h2>{link.format(n, name)}</h2>{''.join(f'<p>As for {name}, {told}</p>' for told in (text, *TOLD)[:more])}</div>"
        for n, (name, text) in enumerate(zip(NAMES, TOLD, strict=True))
    )
    return f"<html><head><title>Pier Diary</title>{head}</head><body class='{called}'><h1>News</h1>{above}{posts}<div class=nav><a href='/page/2'>Older</a></div></body></html>"


@pytest.mark.parametrize("more", [1, 4], ids=["teasers", "whole posts"])
@pytest.mark.parametrize("called", ["home blog", "archive date", "category category-sea"])
def test_posts_below_headlines_that_lead_to_their_pages_are_a_list(called, more):
    assert extract(page(called=called, more=more), "https://pier.example/diary/").page_kind == "list_page"


@pytest.mark.parametrize("url", ["https://pier.example", "https://pier.example/en/index.html"])
def test_posts_on_the_first_page_of_a_site_are_a_list_whatever_the_page_is_called(url):
    assert extract(page(called="", above="<p>2 February 2024</p>"), url).page_kind == "list_page"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"called": "single"}, "neither the first page nor called a list"),
        ({"link": "{1}"}, "headings inside an article"),
        ({"link": "<a href='#part-{0}'>{1}</a>"}, "links within the page"),
        ({"link": "<a href='https://shop{0}.example/lamp'>{1}</a>"}, "links to other sites"),
        ({"above": f"<p>{TOLD[4]} {TOLD[3]}</p>"}, "a text above them"),
        (
            {"head": '<script type=\'application/ld+json\'>{"@type": "NewsArticle"}</script>'},
            "the page says that it is an article",
        ),
    ],
)
def test_an_article_with_parts_that_lead_elsewhere_is_kept(changed, why):
    assert extract(page(**changed), "https://pier.example/diary/").page_kind == "article", why


def test_a_list_that_open_graph_calls_an_article_is_none():
    head = "<meta property=og:type content=article>"
    assert extract(page(called="archive category", head=head), "https://pier.example/diary/").page_kind == "list_page"


HEADS = (
    "盐仓改成了书店",
    "渡口的钟又响了",
    "三座桥今年大修",
    "夜市搬到河对岸",
    "老茶馆出了新书",
    "候鸟提前一周到",
    "小学门口的斑马线",
)
BRIEFS = (
    "仓库空了二十年，梁上还挂着当年的秤，书架就沿着旧盐道摆放，第一天来了三百多人。",
    "钟是从江底捞上来的，缺了一角，声音比从前低一点，老船工说正好，不吵孩子睡觉。",
    "施工期间每座桥只封一半，公交改走北岸，工期排到十月，冬天以前全部通车。",
    "摊主们用三轮车搬了两个晚上，灶台还没有凉透，新棚子里已经排起了长队。",
    "书里收了四十年的茶账和闲话，掌柜说错字一个不改，改了就不是那时候的人了。",
    "观鸟的学生在芦苇边守了九天，数到一千二百只，比去年同期多出两成。",
    "线是家长们自己画的，交警来看过以后没有擦，只是叫人重新量了一遍宽度。",
)


def column(item, *, above="", head=""):
    items = "".join(item.format(n, *one) for n, one in enumerate(zip(HEADS, BRIEFS, strict=True), 1))
    return f"<html><head><title>河岸新闻</title>{head}</head><body><h1>河岸新闻</h1>{above}<div class=box>{items}</div><a href='/list_2'>下一页</a></body></html>"


@pytest.mark.parametrize(
    "item",
    [
        "<div class=one><h3><a href='/a/{0}.html'>{1}</a></h3><p>{2}</p><span>2024-03-0{0} 10:12</span></div>",
        "<div class=one><h3><a href='/a/{0}.html'>{1}</a></h3><p>{2}</p><a href='/a/{0}.html'>阅读全文</a></div>",
        "<div class=one>[<a href='/c/'>本地</a>] <a href='/a/{0}.html'>{1}</a> 日期：2024-03-0{0} 点击：12<p class=intro>{2}</p></div>",
        "<div class=one><a href='/a/{0}.html'><strong>{1}</strong></a><p>{2}</p><span>{0}분전</span></div>",
        "<dl><dt><a href='/a/{0}.html'><img src='/{0}.jpg'></a></dt><dt><a href='/a/{0}.html'>{1}</a></dt><dd>{2}</dd></dl>",
    ],
    ids=["with days", "with links to go on", "with days beside the headline", "with minutes", "with pictures"],
)
def test_a_column_of_teasers_is_a_list(item):
    assert extract(column(item), "https://hean.example/minsheng/").page_kind == "list_page"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (column("<div class=one><h3>{1}</h3><p>{2}</p><span>2024-03-0{0}</span></div>"), "parts of one article"),
        (
            column("<div class=one><h3><a href='/a/{0}.html'>{1}</a></h3><p>{2}</p></div>"),
            "neither days nor links to go on",
        ),
        (
            column(
                "<div class=one><h3><a href='/a/{0}.html'>{1}</a></h3><p>{2}</p><span>2024-03-0{0}</span></div>",
                above="".join(f"<p>{text}{more}</p>" for text in BRIEFS for more in BRIEFS[:2]),
            ),
            "a text with related articles below it",
        ),
        (
            column(
                "<div class=one><h3><a href='/a/{0}.html'>{1}</a></h3><p>{2}</p><p>"
                + BRIEFS[0] * 2
                + "</p><span>2024-03-0{0}</span></div>"
            ),
            "each told at length",
        ),
    ],
)
def test_a_text_among_headlines_that_lead_elsewhere_is_an_article(page, why):
    assert extract(page, "https://hean.example/a/77.html").page_kind == "article", why


PLACES = "<p>{{article.title}} by {{article.author.name | upper}}, {{article.published | date : 'dd/MM/yyyy'}}</p><p>{{article.text}}</p><p>Show the version (see below)</p>"


def test_a_template_that_nothing_filled_has_no_text():
    assert extract(f"<html><body><div>{PLACES}</div></body></html>").page_kind == "no_text"


def test_an_article_about_templates_is_kept():
    told = "".join(f"<p>{text}</p>" for text in TOLD)

    assert extract(f"<html><body><h1>On Templates</h1><div>{told}{PLACES}</div></body></html>").page_kind == "article"


def test_an_article_with_a_leaked_place_in_each_paragraph_is_kept():
    told = "".join(f"<p>{text} {{{{ad.slot | safe}}}}</p>" for text in TOLD)

    assert extract(f"<html><body><h1>On Templates</h1><div>{told}</div></body></html>").page_kind == "article"


def test_the_links_of_one_bar_above_a_short_text_are_no_headlines_of_teasers():
    bar = "".join(
        f"<a href='/{name}/'>{name.title()}</a> " for name in ("news", "sport", "farms", "letters", "courts", "sea")
    )
    verse = "The lamps are out along the pier,<br>the tide has come to call,<br>and nobody was standing here"
    text = f"<h1>Lines on a Pier</h1><p class=date>18 April 2019</p><p>{TOLD[0]}</p><p>{verse}</p>"

    assert extract(f"<title>Lines on a Pier</title><nav>{bar}</nav>{text}").page_kind == "article"


INTRO = "Quinces are hard, sour and furry, and worth every minute. Here is all that was written of them since 2012."


def listed(
    called: str, *, intro: str = f"<p>{INTRO}</p>", link: str = "<a href='/q/{0}'>{1}</a>", head: str = ""
) -> str:
    cards = "".join(
        f"<div class=card><h3>{link.format(n, name)}</h3><p>In half an hour.</p></div>" for n, name in enumerate(NAMES)
    )
    return (
        f"<html lang=en><head><title>Quince - The Larder</title>{head}</head><body class='{called}'><header><h1>Quince</h1>"
        f"<div class=about>{intro}</div></header><div class=posts>{cards}</div></body></html>"
    )


@pytest.mark.parametrize("called", ["archive tag tag-quince", "archive author author-marek", "pg_forumdisplay"])
def test_a_paragraph_that_introduces_a_list_is_no_article(called):
    head = "<meta property=og:type content=article>"
    assert extract(listed(called, head=head), "https://larder.example/tag/quince/").page_kind == "list_page"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"called": "single single-post author-marek"}, "the page is called a post"),
        ({"called": "single archive"}, "the page is called both"),
        ({"link": "{1}"}, "no links follow"),
        ({"intro": "".join(f"<p>{told}</p>" for told in TOLD)}, "the text is longer"),
        ({"head": '<script type=\'application/ld+json\'>{"@type": "NewsArticle"}</script>'}, "the page says that it is an article"),
    ],
)  # fmt: skip
def test_a_short_text_above_other_headlines_is_an_article(changed, why):
    assert (
        extract(listed(**{"called": "archive tag", **changed}), "https://larder.example/quince/").page_kind == "article"
    ), why


def test_what_a_search_found_is_a_list_though_little_of_it_is_a_link():
    found = "".join(
        f"<li><a href='/{n}'>{name}</a><p>{text[:45]} …</p><span>{n + 1} March 2023</span></li>"
        for n, (name, text) in enumerate(zip(NAMES, TOLD, strict=True))
    )
    page = f"<title>Search results for “pier” | Diary</title><main><h1>Search results for “pier”</h1><ol class=r>{found}</ol></main>"
    assert extract(page, "https://pier.example/search?q=pier").page_kind == "search_page"


def cards(count: int, href: str, head: str = "") -> str:
    told = "".join(
        f"<div class=k><h2><a href='{href.format(n)}'>Lamp number {n} is lit</a></h2><p>The lamp of pier {n} burns again, and those who live there are glad of it.</p><i>new</i></div>"
        for n in range(count)
    )
    return f"<html><head><title>Lamps</title>{head}</head><body><main><h1>Lamps</h1>{told}</main></body></html>"


ARTICLE = "<meta property=og:type content=article>"


@pytest.mark.parametrize(
    ("count", "href", "head", "kind"),
    [
        (12, "/lamps/{}", "", "list_page"),
        (12, "/lamps/{}", ARTICLE, "article"),
        (12, "https://lamp{}.example/", "", "article"),
        (7, "/lamps/{}", "", "article"),
    ],
    ids=["many", "an article", "other sites", "few"],
)
def test_many_short_texts_below_headings_that_lead_to_their_pages_are_a_list(count, href, head, kind):
    assert extract(cards(count, href, head), "https://pier.example/lamps").page_kind == kind


@pytest.mark.parametrize(
    "words", ["That page couldn’t be found", "Sorry, we can't find that page", "This page can’t be found"]
)
def test_a_missing_page_is_one_though_it_shows_others(words):
    page = cards(6, "/lamps/{}").replace("<title>Lamps</title>", f"<title>{words}</title>")

    assert extract(page, "https://pier.example/gone").page_kind == "error_page"
    assert extract(page.replace("</title>", f"</title>{ARTICLE}"), "https://pier.example/gone").page_kind == "article"


ROUND_UP = "<div class=one><h3><a href='{3}{0}'>{1}</a></h3><p>{2}</p><a href='{3}{0}'>阅读全文</a></div>"
SITES = ("https://lamp.example/", "https://pier.example/", "https://wall.example/", "/a/")


@pytest.mark.parametrize(
    ("sites", "head", "kind"),
    [
        (SITES, "", "article"),
        (SITES[:1] * 4, "", "list_page"),
        (("/column/?post=",) * 4, "", "article"),
        (("/a/",) * 4, "", "list_page"),
        (("/a/",) * 4, "<meta property=og:type content=article>", "list_page"),
        (
            ("/a/",) * 4,
            "<meta property=og:type content=article><meta property=article:published_time content=2024-03-09>",
            "article",
        ),
    ],
    ids=["several sites", "one site", "parts of the page", "pages", "called an article", "that came out on a day"],
)
def test_what_was_read_elsewhere_and_what_came_out_itself_is_no_list(sites, head, kind):
    items = "".join(ROUND_UP.format(n, *one, sites[n % 4]) for n, one in enumerate(zip(HEADS, BRIEFS, strict=True), 1))
    page = f"<html><head><title>河岸新闻</title>{head}</head><body><h1>河岸新闻</h1><div class=box>{items}</div></body></html>"

    assert extract(page, "https://hean.example/column/").page_kind == kind


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        (f"<p class=day>2024-03-09</p><p>{BRIEFS[0]}</p>", "article"),
        (f"<p>{BRIEFS[0]}</p>", "list_page"),
        ("<p class=day>2024-03-09</p>", "list_page"),
        (f"<p class=day>2024-03-09</p><p>{BRIEFS[0]}</p><p class=day>2024-03-08</p>", "list_page"),
    ],
    ids=["a day and a paragraph", "a paragraph", "a day", "days that recur"],
)
def test_a_day_and_a_paragraph_below_the_headline_begin_an_article_with_links(above, kind):
    item = "<div class=one><h3><a href='/a/{0}.html'>{1}</a></h3><p>{2}</p><a href='/a/{0}.html'>阅读全文</a></div>"

    assert extract(column(item, above=above), "https://hean.example/column/").page_kind == kind
