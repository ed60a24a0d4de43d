"""Platforms and portals: accounts named without a label, days and media that only scripts state, and whose text a portal shows."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from crawler.extraction import extract
from crawler.extraction.days.script_times import script_time

ZH = "河州的老磨坊星期一重新转动，这是四十年来的第一次，全村的人都来观看，孩子们跑在最前面，老人们坐在树下谈起当年的事情。"
EN = "The old mill at Kestrel Bay turned again on Monday, for the first time in forty years, and the whole village came. "
CHINA = timezone(timedelta(hours=8))


def read(*, head: str = "", above: str = "", below: str = "", title: str = "老磨坊重新转动", text: str = ZH):
    """Read a page with these parts around three paragraphs."""
    paragraphs = f"<p>{text}</p>" * 3
    return extract(
        f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body><h1>{title}</h1>{above}<div class=content>{paragraphs}</div>{below}</body></html>",
        fetched=datetime(2024, 5, 1, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    "above",
    [
        "<div class=meta><span class=author>磨坊阿福</span> · <span>3小时前</span></div>",
        "<div class=meta><a class=author href=/u/12>磨坊阿福</a><span>昨天 08:30</span></div>",
        "<div class=bar><a class='follow-nickName vip' href=//post.example/afu>磨坊阿福</a><span>于 2024-03-14 10:30:15 发布</span></div>",
        "<div class=m><span>2024-03-11 06:58</span><span>·</span><span class=name><a href=/c/user/1>磨坊阿福</a></span></div>",
        "<div class=x1><a class=x2 href=/u/4>磨坊阿福</a></div><div class=x3>字数 683 2024.03.17 20:41:20</div>",
        "<div class=card><a href=/u/1><span class=user__nickname>磨坊阿福</span></a><span>主作者</span></div><div>2024年03月09日 11:30</div>",
        "<div class=x1><span class=_2g data-testid=author-name>磨坊阿福</span></div><div class=x2>2024-03-09 11:30 河州</div>",
        "<div class=authi><a href='space-uid-36.html'>磨坊阿福</a></div><p>36</p><p>主题</p><p>金牌会员</p><div class=authi>发表于 2024-03-09 11:30</div>",
    ],
)
def test_the_account_beside_the_day_wrote_it(above):
    assert read(above=above).authors == ("磨坊阿福",)


@pytest.mark.parametrize(
    "above",
    [
        "<div class=meta><a href=/c/1>乡村见闻</a><span>昨天 08:30</span></div>",
        "<div class=meta><span class=comment-author>磨坊阿福</span> · <span>3小时前</span></div>",
        "<div class=meta><span class=author>河州日报</span> · <span>3小时前</span></div>",
        "<div class=meta><span class=author>磨坊阿福</span><span class=author>水车阿贵</span> · <span>3小时前</span></div>",
    ],
)
def test_a_section_a_reader_a_medium_and_one_of_several_did_not(above):
    assert read(above=above).authors == ()


def test_a_nickname_or_an_account_may_hold_any_word_and_an_author_called_so_may_not():
    meta = "<div class=meta><span class={}>风里的老磨坊</span><span>于 2024-03-14 10:30:15 发布</span></div>"
    linked = "<div class=meta><span class=name><a href={}/12>风里的老磨坊</a></span><span>2024-03-14 10:30</span></div>"
    assert read(above=linked.format("/c/user")).authors == ("风里的老磨坊",)
    assert read(above=linked.format("/people")).authors == ()
    latin = "<div class=meta><a class='{}' href=/w>kestrel_dev</a><span>2024-03-14 10:30</span></div>"
    assert read(above=latin.format("follow-nickName")).authors == ("kestrel_dev",)
    assert read(above=latin.format("author")).authors == ()
    assert read(above=meta.format("nick-name")).authors == ("风里的老磨坊",)
    assert read(above=meta.format("author")).authors == ()


@pytest.mark.parametrize(
    "above",
    [
        "<p>□ 石磊</p>",
        "<p>□石磊 方敏</p>",
        "<div><span class=author>记者 石磊</span><span>2024-03-21 10:00</span></div>",
        "<p>文＝石磊</p>",
        "<p>文・写真＝石磊</p>",
    ],
)
def test_papers_sign_with_a_box_a_double_hyphen_or_before_the_day(above):
    assert read(above=above).authors[0] == "石磊"


def test_a_box_before_a_topic_is_no_byline():
    assert read(above="<p>□ 乡村见闻录</p>").authors == ()


def test_an_account_far_from_the_day_did_not():
    rows = "".join(f"<div>第{n}行说明</div>" for n in range(6))
    assert read(above=f"{rows}<div><a href=/u/4>磨坊阿福</a></div>{rows}<div>2024-03-09 11:30</div>").authors == ()


NICKNAME = """<script>var ct = "1709596800"; var nickname = htmlDecode("河岸纪事");</script>"""


def test_the_account_that_scripts_name_and_the_page_shows_is_the_source_before_the_platform():
    site = "<meta property=og:site_name content=公众平台>"
    shown = "<div><span class=meta_nickname><a href=#>河岸纪事</a></span></div>"
    told = read(head=site + NICKNAME, above=shown)
    assert (told.source, told.authors) == ("河岸纪事", ())
    assert read(head=site + NICKNAME).source == "公众平台"


@pytest.mark.parametrize(
    ("script", "day"),
    [
        ('var ct = "1709596800";', "2024-03-05T08:00:00+08:00"),
        ("var createTime = '2024-03-05 08:00';", "2024-03-05T08:00:00+08:00"),
        ("var ct='1709568000'; var createTime = '2024-03-05 00:00';", "2024-03-05T00:00:00+08:00"),
        ('window.data = {"title": "x", "pubtime": "2024-03-05 08:00:10"}', "2024-03-05T08:00:10+08:00"),
        ("{publishTime:1709596800000}", "2024-03-05T08:00:00+08:00"),
        ('{"publish_date":"2024-03-05"},{"publish_date":"2024-03-06"}', None),
        ('{"createTime":"2024-03-05"}', None),
        ('{"unpublishDate":"2024-03-05","product":"1709596800"}', None),
        ('{"publishTime":"17095968001234567"}', None),
    ],
)
def test_scripts_state_the_day_when_they_state_one(script, day):
    assert script_time([script], CHINA, None) == day


def test_the_day_of_scripts_is_read_where_the_page_shows_none():
    assert read(head=NICKNAME).published == "2024-03-05T08:00:00+08:00"
    assert read(head=NICKNAME, above="<div>2024-03-07 10:00</div>").published == "2024-03-07T10:00:00+08:00"


@pytest.mark.parametrize(
    ("above", "authors", "source"),
    [
        (
            "<div><span>发布日期：2024-04-08</span><span>作者：李建国</span><span>摄影：王小磊</span></div>",
            ("李建国",),
            None,
        ),
        (
            "<div><span>2024-04-08</span><span>作者：机械学院 李建国</span><span>摄影：王小磊</span></div>",
            ("李建国",),
            None,
        ),
        ("<div><span>来源：河州学院</span><span>摄影：王小磊</span><span>2024-04-08</span></div>", (), "河州学院"),
        (
            "<div><a>社会新闻</a><span><span>河州都市报</span></span><span>2024-04-08 04:12</span></div>",
            (),
            "河州都市报",
        ),
    ],
)
def test_names_end_where_their_elements_do(above, authors, source):
    told = read(above=above)
    assert (told.authors, told.source) == (authors, source)


def test_a_role_in_an_element_of_its_own_is_no_part_of_a_name():
    above = "<div><span>By</span> <a href=/a/1>Wenlok Zarath</a><span>News Reporter</span></div>"
    head = "<meta name=author content='Wenlok Zarath'>"
    assert read(head=head, above=above, text=EN, title="The mill turns again").authors == ("Wenlok Zarath",)


def test_a_portal_names_whose_text_it_shows():
    provider = """<script type=application/ld+json>{"@type":"NewsArticle","headline":"The mill turns again",
    "publisher":{"@type":"Organization","name":"Portal News"},"provider":{"@type":"Organization","name":"Kestrel Agency"}}</script>"""
    assert read(head=provider, text=EN, title="The mill turns again").source == "Kestrel Agency"
    bar = "<meta property=og:site_name content='Portal'><meta property=og:article:author content='Kestrel Daily | Portal'>"
    assert read(head=bar, text=EN, title="The mill turns again").source == "Kestrel Daily"
    press = "<meta property=og:site_name content='ポータル'><meta name=author content='北の海たより新聞'>"
    assert read(head=press, title="水車が回る（北の海たより新聞） - ポータル").source == "北の海たより新聞"


def test_a_platform_names_the_author_in_chinese():
    assert read(head="<meta property=og:article:author content=周拾一>").authors == ("周拾一",)


def test_an_office_is_the_source_and_no_author():
    told = read(head="<meta name=DC.Creator content=臨海鄉公所>")
    assert (told.authors, told.source) == ((), "臨海鄉公所")


def test_the_name_of_an_edition_is_no_author():
    head = "<meta name=author content='KBC News 中文'><meta property=og:site_name content='KBC News 中文'>"
    assert read(head=head).authors == ()


def test_the_owner_of_a_site_is_no_second_author():
    head = "<meta name=author content='Wenlok Zarath'><meta name=author content='Kestrel Nast'>"
    below = "<footer><p>© 2024 Kestrel Nast. All rights reserved.</p></footer>"
    assert read(head=head, below=below, text=EN, title="The mill turns again").authors == ("Wenlok Zarath",)


def test_an_editor_behind_another_editor_is_no_author():
    head = "<meta name=author content=刘思远>"
    assert read(head=head, below="<div class=e>编辑：陈晓 责任编辑：刘思远</div>").authors == ()


def test_a_byline_with_more_people_than_the_metadata_counts():
    head = "<meta name=author content=丁一川>"
    assert read(head=head, above="<div>文｜河网 丁一川 秦望</div><div>2024年03月13日</div>").authors == (
        "丁一川",
        "秦望",
    )
    assert read(head=head, above="<div>摄影记者：李建国</div>").authors == ("丁一川",)


@pytest.mark.parametrize("mark", ["■", "□ ", "●", "◆ "])
def test_a_mark_stands_before_the_reporter(mark):
    assert read(above=f"<div>{mark}本报记者 李建国</div>").authors == ("李建国",)


def test_the_word_for_reporters_is_no_part_of_a_korean_name():
    text = "폐교의 피아노는 매일 오후 세 시에 울린다. 마을 사람들은 그 소리를 듣고 하루를 마친다고 말했다. "
    assert read(head="<meta name=author content='배유진 기자'>", text=text * 2, title="폐교의 피아노").authors == (
        "배유진",
    )


def test_the_kind_of_an_account_is_not_its_name():
    assert (
        read(above="<div class=bar><div class=time>2024-03-11 06:58</div><div class=author>磨坊号</div></div>").authors
        == ()
    )


def test_the_account_of_the_first_post_is_found_above_a_long_column_of_what_it_has():
    rows = "".join(f"<dt>积分{n}</dt><dd>{n}</dd>" for n in range(9))
    above = f"<div class=authi><a class=xw1>磨坊阿福</a></div><dl>{rows}</dl><div class=authi><em>发表于 2024-03-11 06:58:10</em></div>"

    assert read(above=above).authors == ("磨坊阿福",)
