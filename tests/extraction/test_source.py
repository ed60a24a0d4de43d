"""Which medium a text is from: told by labels, titles and hosts, and never its author."""

import pytest

from crawler.extraction import extract
from crawler.extraction.authors.signed import read_names
from tests.extraction.signed_pages import TEXT, ZH, author, page


@pytest.mark.parametrize(
    ("stated", "title", "site"),
    [
        ("河易", "老磨坊重新转动_河易新闻", ""),
        ("河易", "老磨坊重新转动_河易订阅", ""),
        ("河州日报", "老磨坊重新转动", ""),
        ("Kestrel Times", "The mill turns again | Kestrel Times", ""),
        ("Kestrel Clinic", "The mill turns again", "Kestrel Clinic"),
    ],
)
def test_the_medium_is_not_its_own_author(stated, title, site):
    meta = author(stated) + (f'<meta property="og:site_name" content="{site}">' if site else "")
    assert extract(page(meta=meta, title=title, text=ZH if "磨" in title else TEXT * 3)).authors == ()


def test_a_medium_stated_as_the_author_is_the_source_where_none_is_named():
    assert extract(page(meta=author("Associated Press"))).source == "Associated Press"
    assert extract(page(meta=author("Ann Marsh"))).source is None


@pytest.mark.parametrize(
    ("above", "source"),
    [
        ("<p>2024-03-05 10:56:28 河州时报网</p>", "河州时报网"),
        ("<p>http://www.hezhou.example 2024年03月05日 15:24 河州日报 微博</p>", "河州日报"),
        ("<p>2024年03月05日 15:52河州晚报【大 中 小】 【打印】 共有评论0条</p>", "河州晚报"),
        ("<p>原创 河州都市报 2024-03-05 16:01:46</p>", "河州都市报"),
        ("<p>2024-03-05</p><p>河州時報</p>", "河州時報"),
        ("<p>2024-03-05</p><p>新聞速報</p><p>河州社</p>", "河州社"),
        ("<p>2024-03-05 来源：( 河州在线 )</p>", "河州在线"),
        ("<p>2024-03-05 本文来源于《河州网》</p>", "河州网"),
        ("<p>2024-03-05 10:56 来源：河州网 举报</p><p>老磨坊转动 （来源：某视频网）</p>", "河州网"),
        ("<p>2024-03-05 来源：河州网参与互动</p>", "河州网"),
        ("<p>【河州報╱記者李明遠／即時報導】</p><p>2024.03.05 02:09 am</p>", "河州報"),
        ("<p>河州傳媒╱記者李明遠／石橋報導 2024-03-05 17:03</p>", "河州傳媒"),
        ("<p>本文来自河州健康，不代表本站立场，转载请注明出处：http://hezhou.example/1</p>", "河州健康"),
        ("<p>转载请注明出处：http://hezhou.example/1</p>", None),
        ("<p>新闻 > 国际新闻网 > 正文 2024-03-05</p>", None),
        ("<p>2024-03-05 手机报 简报</p>", None),
        ("<p>Source: Mill of Kestrel Bay</p>", "Mill of Kestrel Bay"),
    ],
)
def test_the_source_is_read_with_its_label_and_beside_the_day_without_one(above, source):
    assert extract(page(above=above, title="老磨坊重新转动", text=ZH)).source == source


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("老磨坊重新转动 | 生活 | 河州新聞網", "河州新聞網"),
        ("老磨坊重新转动_NOW 河州新聞網", "河州新聞網"),
        ("老磨坊重新转动", None),
        ("河州新聞網", None),
        ("老磨坊重新转动 - 即時新聞", None),
    ],
)
def test_the_medium_with_which_the_title_ends_is_the_source_where_none_is_named(title, source):
    assert extract(page(title=title, text=ZH)).source == source


def test_the_medium_of_the_title_is_not_the_source_of_a_text_that_names_its_own():
    told = f"河州社石桥3月5日电 {ZH}"
    assert extract(page(title="老磨坊重新转动 | 河东新闻网", text=told)).source is None


def test_one_word_that_is_part_of_the_host_is_the_medium():
    assert extract(page(meta=author("kestrelnews")), "https://www.kestrelnews.example/a.html").authors == ()


def test_a_site_called_after_the_person_who_writes_it_keeps_its_author():
    meta = author("Sarah Rudland") + '<meta property="og:site_name" content="Sarah Rudland">'
    assert extract(page(meta=meta)).authors == ("Sarah Rudland",)
    alias = author("SarahRudland") + '<meta property="og:site_name" content="Sarah Rudland">'
    assert extract(page(meta=alias)).authors == ("SarahRudland",)


def test_the_agency_behind_a_name_is_no_part_of_it():
    assert read_names("By ANN MARSHAM AP Technology Writer") == ["Ann Marsham"]


def test_a_label_before_nobody_s_name_names_no_source():
    assert extract(page(above="<p>来源：网络 2024-03-05</p>", text=ZH * 3)).source is None


@pytest.mark.parametrize(
    "above", ["<p>来源：李明远/河州晚报 2024-03-05</p>", "<p>李明远/河州晚报</p><p>2024-03-05 08:30</p>"]
)
def test_the_reporter_before_his_paper_is_no_part_of_its_name(above):
    assert extract(page(title="老磨坊重新转动", above=above, text=ZH)).source == "河州晚报"


def test_the_page_s_own_title_is_not_the_name_of_its_site():
    meta = "<meta property=og:site_name content='The mill turns again'>"

    assert extract(page(meta=meta)).source is None


def test_a_byline_in_the_title_is_no_name_of_the_site():
    meta = "<meta name=author content='Dunja Kestrel'><meta property=og:site_name content='Mill Letters'>"
    title = "The mill turns again - by Dunja Kestrel - Mill Letters"

    assert extract(
        page(meta=meta, title="The mill turns again").replace("<title>The mill turns again", f"<title>{title}")
    ).authors == ("Dunja Kestrel",)


@pytest.mark.parametrize(
    ("generator", "authors"), [("Harbour! X3.4", ()), ("Kestrel 2", ("Harbour! Team",))], ids=["its own", "another"]
)
def test_the_makers_of_the_program_that_made_a_page_are_not_its_authors(generator, authors):
    meta = f"<meta name=generator content='{generator}'><meta name=author content='Harbour! Team and Dock UI Team'>"

    assert extract(page(meta=meta)).authors == authors


@pytest.mark.parametrize(
    ("url", "authors"),
    [
        ("https://kestrel.harbourblog.example/entry/1", ("kestrel",)),
        ("https://www.kestrel.example/entry/1", ()),
        ("https://kestrel.co.example/entry/1", ()),
    ],
    ids=["a platform's", "its own", "a registry's"],
)
def test_an_account_whose_host_a_platform_lends_it_is_the_author(url, authors):
    card = "<p>posted <span class='author vcard'><span class=fn>kestrel</span></span></p>"

    assert extract(page(below=card, title="The mill turns again - River notes"), url).authors == authors
