"""Who wrote it: every form of byline read, and nobody made up from labels, buttons, media and editors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction import extract
from crawler.extraction.authors.beside import read_below, read_beside
from crawler.extraction.authors.credited import read_called
from crawler.extraction.authors.persons import is_person, split_people
from crawler.extraction.authors.signed import read_editors, read_names, stated_names

TEXT = "The old mill at Kestrel Bay turned again on Monday, for the first time in forty years, and the whole village came. "
ZH = "河州的老磨坊星期一重新转动，这是四十年来的第一次，全村的人都来观看，孩子们跑在最前面，老人们坐在树下谈起当年的事情。"


def page(
    *, meta: str = "", above: str = "", below: str = "", title: str = "The mill turns again", text: str = TEXT * 3
) -> str:
    """Give a page with lines above and below three paragraphs of text."""
    paragraphs = "".join(f"<p>{text}</p>" for _ in range(3))
    return f"<html><head><title>{title}</title>{meta}</head><body><h1>{title}</h1>{above}<article>{paragraphs}</article>{below}</body></html>"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Kevin Durling", ["Kevin Durling"]),
        ("by Colin Marsden on March 5, 2024", ["Colin Marsden"]),
        ("By Jason Octavian in Kestrel Bay", ["Jason Octavian"]),
        ("By Martina Novak", ["Martina Novak"]),
        ("By Heejin Koorland Published 5 March 2024", ["Heejin Koorland"]),
        ("By Mary MillerPublished March 5, 2024", ["Mary Miller"]),
        ("ByAngela Kaye Carver Updated onFebruary 16, 2026", ["Angela Kaye Carver"]),
        ("Written by: Lisa Ellwood and Tom Marsh", ["Lisa Ellwood", "Tom Marsh"]),
        ("By Ann Marsh, Ben Cole & Cora Dunn", ["Ann Marsh", "Ben Cole", "Cora Dunn"]),
        ("By ANN MARSH AND BEN COLEMAN", ["Ann Marsh", "Ben Coleman"]),
        ("By Jon Reade, Staff Reporter", ["Jon Reade"]),
        ("By Tomas Friedholm", ["Tomas Friedholm"]),
        ("By Ida Sundberg Monday, May 12, 2024", ["Ida Sundberg"]),
        ("By Ann Marshall 12 January 2024", ["Ann Marshall"]),
        ("By ANN MARSHAM, Coastal Business Writer", ["Ann Marsham"]),
        ("By ANN MARSHAM Coastal Daily", ["Ann Marsham"]),
        ("By Ann Marsh, Associate Sports Editor", ["Ann Marsh"]),
        ("By Ann Marsh and agencies", ["Ann Marsh"]),
        ("By Ann Marsh, Head of Gardens and Parks", ["Ann Marsh"]),
        ("By Ann Marsh, Garden and Park Expert & Ben Cole, Tree Expert", ["Ann Marsh", "Ben Cole"]),
        ("Published August 7, 2023 by Nicole Barker", ["Nicole Barker"]),
        ("May 3, 2017 By Erin Spainhower 4 Comments", ["Erin Spainhower"]),
        ("August 12, 2025 · 3 min read · By Erin Spainhower", ["Erin Spainhower"]),
        ("Authors: Julie Weisen and Natalie Hoid, Garden educators", ["Julie Weisen", "Natalie Hoid"]),
        ("Contributors: Janet Loughton", ["Janet Loughton"]),
        ("This post was written by Danielle Padgett, Head of Marketing", ["Danielle Padgett"]),
        ("Reviewed by Justin Meserve, on December 9, 2024", []),
        ("Photo by Ann Marsh", []),
        ("By Product Type", []),
        ("By Ann Marsh2014-01-26 21:32:46 UTC", ["Ann Marsh"]),
        ("By Ann Marsh @annmarsh", ["Ann Marsh"]),
        ("By Ann Marsh Senior Harbour Correspondent", ["Ann Marsh"]),
        ("By the Team", ["the Team"]),
        ("By clicking you agree", []),
        ("Standing by Ann Marsh", []),
    ],
)
def test_a_byline_of_the_west_gives_its_names_and_no_part_of_one(line, names):
    assert read_names(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("作者：李明远", ["李明远"]),
        ("作 者： 李明远 王秋禾", ["李明远", "王秋禾"]),
        ("2024-03-05 来源：河州网 作者：李明远 责任编辑：王秋禾", ["李明远"]),
        ("作者：李明远 文字大小：【大】【中】【小】", ["李明远"]),
        ("时间：2024.03.05 来源：河州日报 作者：李明远 分享到：", ["李明远"]),
        ("来源: 作者: 手机版 点击: 次", []),
        ("时间：2024-03-05 作者：网络整理 阅读：1644", []),
        ("来源：本站原创 作者：第三教研室党支部", []),
        ("作者：稻香散人", ["稻香散人"]),
        ("作者：记者 李明远 来源：河州网", ["李明远"]),
        ("作者：约翰·米勒", ["约翰·米勒"]),
        ("（文/赵秋禾）", ["赵秋禾"]),
        ("文/赵秋禾", ["赵秋禾"]),
        ("文|赵秋禾", ["赵秋禾"]),
        ("打印正 文 | 有奖纠错", []),
        ("李崇文：河州经济“再出发”", []),
        ("【河州報╱記者李明遠／即時報導】", ["李明遠"]),
        ("【河州報╱石橋12日電】", []),
        ("李明遠／石橋報導", ["李明遠"]),
        ("【李明遠／石橋市報導】", ["李明遠"]),
        ("◎ 記者李明遠/採訪報導", ["李明遠"]),
        ("2024-03-05 河州時報 李明遠／石橋報導", ["李明遠"]),
        ("記者：李明遠 王秋禾 石橋報導", ["李明遠", "王秋禾"]),
        ("(李明远 编译)", ["李明远"]),
        ("(李明远 编辑)", []),
        ("采写：河州见习记者 李明远", ["李明远"]),
        ("本报记者 李崇文 方 敏", ["李崇文", "方敏"]),
        ("河州晚报记者 李明远", ["李明远"]),
        ("李明远/河州青年报", ["李明远"]),
        ("河州3月5日讯（河州晚报记者 李明远 通讯员 王秋禾）老磨坊重新转动", ["李明远", "王秋禾"]),
        ("石桥口老磨坊重新转动。河州记者 李明远 摄", []),
        ("河州全国青年科技奖记者", []),
        ("发表于2024-03-05 21:30| 1164次阅读| 来源河州| 作者李明远", ["李明远"]),
        ("责任编辑：李明远", []),
        ("(河州晚報記者 李明遠 實習生 王秋禾 文/攝)", ["李明遠", "王秋禾"]),
        ("河州傳媒╱記者李明遠／石橋報導 2024-03-05 17:03", ["李明遠"]),
        ("2024年03月05日19:35 来源：河州网 作者：见习编辑 李明远", ["李明远"]),
        ("河州报·河州网记者 李明远 来源：河州青年报", ["李明远"]),
        ("原作者女儿：改成这样不觉得拗口吗？", []),
        ("本报记者 李明远 《河州日报》（2024年03月05日 第 10 版）", ["李明远"]),
        ("本报记者 李明远 王秋禾《河州日报》", ["李明远", "王秋禾"]),
        ("本报记者 李明远读《河州纪事》", []),
    ],
)
def test_a_chinese_byline_gives_names_and_no_label_button_office_or_place(line, names):
    assert read_names(line) == names


def test_one_word_is_a_name_only_beside_a_day_next_to_the_text():
    assert read_names("Posted by BeaHD on Friday December 19, 2025", alias=True) == ["BeaHD"]
    assert read_names("Posted by BeaHD on Friday December 19, 2025") == []
    assert read_names("By Industry", alias=True) == []


@pytest.mark.parametrize(
    ("line", "called", "names"),
    [
        ("Kristian Larkin July 13, 2025 — 7 minutes read", False, ["Kristian Larkin"]),
        ("Aaron Ricard | Senior Writer | July 2, 2025", False, ["Aaron Ricard"]),
        ("Dec. 19, 2025 · Niko Marsak on behalf of a group", False, ["Niko Marsak"]),
        ("Dec 17, 2025Julian K. Arnim", False, ["Julian K. Arnim"]),
        ("Garden Tools July 13, 2025", False, []),
        ("KESTREL BAY, Calif., Jan. 8, 2008", False, []),
        ("Wenlok Zarath July 13, 2025", True, ["Wenlok Zarath"]),
        ("Wenlok Zarath July 13, 2025", False, []),
        ("Julia Harden 8/17/24 11:04am Yesterday 11:04am", False, ["Julia Harden"]),
        ("Julia Harden 8/17/24", False, []),
    ],
)
def test_a_name_beside_a_day_is_an_author_where_it_is_known_for_a_name(line, called, names):
    assert read_beside(line, called=called) == names


@pytest.mark.parametrize(
    ("label", "line", "names"),
    [
        ("Author", "Lisa D. Ellwood", ["Lisa D. Ellwood"]),
        ("Written by:", "Emma Ryland Writer", ["Emma Ryland"]),
        ("About the author", "Lisa Ellwood", ["Lisa Ellwood"]),
        ("By", "Lisa Ellwood, MD", ["Lisa Ellwood"]),
        ("About the author", "Wenlok (Wen) Zarath", ["Wenlok (Wen) Zarath"]),
        ("By", "Lance Rylan (Content Manager)", ["Lance Rylan"]),
        ("Written by", "Full Bio", []),
        ("Share", "Lisa Ellwood", []),
    ],
)
def test_a_name_below_a_label_alone_is_read(label, line, names):
    assert read_below(label, line) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kaufmann, Jeff T.", ["Jeff T. Kaufmann"]),
        ("Ann Marsh, MD, FACLM", ["Ann Marsh"]),
        ("Ann Marsh, Jr.", ["Ann Marsh, Jr."]),
        ("Ann Marsh, VMD; Ben Cole, BA, LVT & Cora Dunn, DVM", ["Ann Marsh", "Ben Cole", "Cora Dunn"]),
        ("Ann Marsh, Director of Operations, Kestrel Lines", ["Ann Marsh"]),
        ("Our Editors", ["Our Editors"]),
        ("Dr. Ann Marsh, Prof Ben Cole", ["Ann Marsh", "Ben Cole"]),
        ("Paramita (Gua) Ghosh", ["Paramita (Gua) Ghosh"]),
    ],
)
def test_lists_of_people_are_parted_where_one_person_ends(text, names):
    assert split_people(text) == names


@pytest.mark.parametrize(
    ("given_as", "names"),
    [
        ("<author>李明远</author>", ["李明远"]),
        ("河州网_提供股票、基金、期货与外汇市场的资讯，以及个人理财等服务", []),
        ("河州网,订票电话加价,hezhou.com", []),
        ("page.head.extra.author", []),
        ("{{author}}", []),
        ("104363", []),
        ("name, email@example.com", []),
        ("By Ann Marsh", ["Ann Marsh"]),
        ("李明远、王秋禾", ["李明远", "王秋禾"]),
        ("校长 李明远", ["李明远"]),
        ("专访 李明远、王秋禾", ["李明远", "王秋禾"]),
        ("河州晚报记者 李明远", ["李明远"]),
        ("No Author", []),
        ("pagemaker version 1.118", []),
        ("Byron Marsh", ["Byron Marsh"]),
        ("Par ANNE RIVIÈRE", ["Anne Rivière"]),
        ("Ann Marsh <ann@kestrel.example>", ["Ann Marsh"]),
        ("Marsh, A.", ["A. Marsh"]),
    ],
)
def test_a_statement_of_the_metadata_gives_names_only(given_as, names):
    assert stated_names(given_as) == names


def test_editors_are_read_with_their_names():
    assert read_editors("【责任编辑：李明远、王秋禾】") == ["李明远", "王秋禾"]
    assert read_editors("選稿：李明遠") == ["李明遠"]
    assert read_editors("河州的老磨坊") == []


def test_a_line_called_after_the_author_gives_the_person_alone():
    assert read_called("Emma Ryland Staff Writer") == ["Emma Ryland"]
    assert read_called("Wenlok Zarath Published: January 3, 2024") == ["Wenlok Zarath"]
    assert read_called("All posts") == []


@pytest.mark.parametrize(
    "name", ["时间", "台北報導", "河州日报", "Kestrel Daily", "Read More", "见习", "手机版", "关注", "+关注"]
)
def test_what_is_nobody_is_no_person(name):
    assert not is_person(name)


def author(name: str) -> str:
    """Give the meta tag that states an author."""
    return f'<meta name="author" content="{name}">'


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


def test_a_team_is_the_author_only_where_no_person_is_named():
    team = author("Kestrel Staff")
    assert extract(page(meta=team)).authors == ("Kestrel Staff",)
    assert extract(page(meta=team, above="<p>By Ann Marsh</p>")).authors == ("Ann Marsh",)


@pytest.mark.parametrize(
    ("above", "authors"),
    [
        ("<p>By Ann Marsh, Guest Columnist</p>", ("Ann Marsh",)),
        ("<p>By Ben Cole, Ann Marsh</p>", ("Ben Cole", "Ann Marsh")),
        ("<p>By BEN COLE</p>", ("Ben Cole",)),
        ("<p>Reviewed by Ann Marsh</p>", ("Ben Cole",)),
        ("<p>By Ann Marsh</p>" + "<p>Share</p>" * 6, ("Ben Cole",)),
    ],
)
def test_a_byline_right_above_the_text_that_names_others_or_more_outranks_the_metadata(above, authors):
    assert extract(page(meta=author("Ben Cole"), above=above)).authors == authors


def test_who_is_stated_as_author_and_shown_as_editor_is_an_editor():
    meta = author("李明远")
    shown = page(meta=meta, below="<p>【责任编辑：李明远】</p>", title="老磨坊重新转动", text=ZH)
    assert extract(shown).authors == ()
    signed = page(
        meta=meta, above="<p>记者 李明远</p>", below="<p>【责任编辑：李明远】</p>", title="老磨坊重新转动", text=ZH
    )
    assert extract(signed).authors == ("李明远",)


def test_a_name_in_a_block_called_after_the_author_is_read_and_his_trade_is_not():
    above = '<div class="authorName">Wenlok Zarath</div><div class="author-box__bio">Licensed Tea Taster</div>'
    assert extract(page(above=above)).authors == ("Wenlok Zarath",)


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<p>Julia Harden</p><p>March 5, 2024 · 6 min read</p>", ("Julia Harden",)),
        ("<p>March 5, 2024</p><p>JULIA HARDEN</p>", ("Julia Harden",)),
        ("<p>Garden Tools</p><p>March 5, 2024</p>", ()),
        ("<p>Brandon Sun</p><p>March 5, 2024</p>", ()),
        ("<p>Julia Harden</p><p>Find it on the map</p>", ()),
        ("<p>Julia Harden</p><p>Co-Founder & Marketing Director</p>", ("Julia Harden",)),
        ("<p>Garden Tools</p><p>Marketing Director</p>", ()),
    ],
)
def test_a_name_alone_is_the_authors_where_the_day_stands_beside_it(above, names):
    assert extract(page(above=above)).authors == names


def test_a_name_behind_the_text_is_the_authors_where_the_next_line_tells_of_him():
    below = "<div>Julia Harden</div><div>Julia is a writer who lives by the sea.</div>"
    assert extract(page(below=below)).authors == ("Julia Harden",)
    assert extract(page(below="<div>Julia Harden</div><div>Read more</div>")).authors == ()
    assert extract(page(below="<div>Wenlok Zarath</div><div>Author</div>")).authors == ("Wenlok Zarath",)


def test_a_name_that_no_list_holds_is_known_where_a_line_behind_the_text_tells_of_him():
    above = "<p>Wenlok Zarath</p><p>March 5, 2024</p>"
    told = "<div>Wenlok is a gardener by the sea.</div>"
    assert extract(page(above=above)).authors == ()
    assert extract(page(above=above, below=told)).authors == ("Wenlok Zarath",)
    assert extract(page(above="<p>Julia</p><p>March 5, 2024</p>", below="<div>Julia is a gardener.</div>")).authors == (
        "Julia",
    )


def test_a_given_name_behind_a_label_with_a_mark_is_a_name():
    assert read_names("Posted By: Julia · In: Gardens", alias=True) == ["Julia"]
    assert read_names("Posted By: Gardens · In: Julia", alias=True) == []


def test_a_firm_is_no_author_and_a_firm_called_after_two_people_not_one_of_them():
    firm = author("Marsh & Cole") + '<meta property="og:site_name" content="Marsh & Cole">'
    assert extract(page(meta=firm)).authors == ()
    assert extract(page(meta=author("Kestrel Gardens Ltd"))).authors == ()


def test_of_several_lines_called_after_authors_the_first_counts():
    names = ("Lance Rylan (Content Manager)", "Mycle (Editor-in-Chief)", "Wenlok Zarath (Data Analyst)")
    above = "".join(f'<div class="author-box__name">{name}</div>' for name in names)
    assert extract(page(above=above)).authors == ("Lance Rylan",)


def test_who_comments_is_no_author():
    below = '<div class="comments"><p>Posted by Ann Marsh on January 10, 2008</p></div>'
    assert extract(page(below=below)).authors == ()


@given(st.text(max_size=200))
def test_no_line_breaks_the_readers(line):
    for names in (
        read_names(line, alias=True),
        read_called(line),
        read_beside(line, called=True),
        read_below("By", line),
    ):
        assert all(isinstance(name, str) for name in names)
    assert all(stated_names(line)) or True


@pytest.mark.parametrize(
    "line",
    [
        "本文来源：河东在线7 作者：赵省禾 编辑：钱俊川",
        "河东在线7讯（记者 赵省禾 通讯员 钱俊川）",
        "（图文：赵省禾 摄影：钱俊川）",
    ],
)
def test_a_line_of_names_put_into_the_text_names_no_author(line):
    html = page(title="老磨坊重新转动", text=ZH).replace("<article>", f"<article><p>{ZH}</p><p>{line}</p>")
    assert extract(html).authors == ()


def test_reporters_in_a_sentence_of_the_text_and_before_a_desk_are_its_authors():
    told = f"河州3月5日讯（河州晚报记者 李明远）{ZH}"
    assert extract(page(title="老磨坊重新转动", text=ZH).replace("<article>", f"<article><p>{told}</p>")).authors == (
        "李明远",
    )
    desk = "<article><p>記者李明遠／石橋報導</p>"
    assert extract(page(title="老磨坊重新转动", text=ZH).replace("<article>", desk)).authors == ("李明遠",)
    column = "<article><p>【文/河州网专栏作者 李明远】</p>"
    assert extract(page(title="老磨坊重新转动", text=ZH).replace("<article>", column)).authors == ("李明远",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Anna Muster, 5. März 2024 um 08:30 Uhr", ["Anna Muster"]),
        ("Von Anna Muster und Jörg Ähre", ["Anna Muster", "Jörg Ähre"]),
        ("Por María Lópezal | 05/03/2024 - 08:30", ["María Lópezal"]),
        ("Par Anne Rivière - le 1er août 2024", ["Anne Rivière"]),
        ("Автор: Иван Лодочкин", ["Иван Лодочкин"]),
        ("Penulis: Budi Perahuman", ["Budi Perahuman"]),
        ("Yazar: Ayşe Kayıkçı", ["Ayşe Kayıkçı"]),
        ("بقلم: سالم البحري", ["سالم البحري"]),
        ("كتبت: ليلى البحري", ["ليلى البحري"]),
        ("Por Ana Ribeira, g7", ["Ana Ribeira"]),
        ("Por Ana Ribeira, do porto", []),
        ("나루터 기자", []),
        ("[강마을=신문] 배무성 기자 2024-03-05", ["배무성"]),
        ("배무성 기자가 말했다", []),
        ("Por Redacción Ribera", []),
        ("Por Agência Beira", []),
        ("Von wegen", []),
        ("Par temps clair", []),
        ("Autor: admin", []),
    ],
)
def test_authors_are_read_behind_the_words_of_other_languages(line, names):
    assert read_names(line) == names


def test_the_only_person_called_the_author_behind_the_text_wrote_it():
    below = "<p>See our sources.</p><p>Boats are fun.</p><div class=author-name>Julia Harden</div><div>{}</div>"

    assert extract(page(below=below)).authors == ("Julia Harden",)
    assert extract(page(below=below + "<div class=author-name>Colin Marsden</div>")).authors == ()


def test_a_name_that_stands_alone_above_the_text_and_again_behind_it_is_the_authors():
    line = "<p>Asgerd Kestrelson</p>"

    told = f"{line}<p>I am the editor of this site.</p>"

    assert extract(page(above=f"{line}<p>Boat builder at the bay</p>", below=told)).authors == ("Asgerd Kestrelson",)
    assert extract(page(above="<p>Order Status</p><p>Boats</p>", below="<p>Order Status</p>")).authors == ()
    assert extract(page(above="<li>Asgerd Kestrelson</li>", below="<li>Asgerd Kestrelson</li>")).authors == ()
    assert extract(page(title="Kestrel Mill", below="<p>Kestrel Mill</p>")).authors == ()


@pytest.mark.parametrize("stated", ["Staff Reporter", "The Kestreltimes", "デイリー河州スポーツ", "共同通信社", "ANSA"])
def test_a_role_a_newspaper_and_an_agency_are_no_authors(stated):
    assert extract(page(meta=f"<meta charset=utf-8><meta name=author content='{stated}'>")).authors == ()


def test_an_office_with_and_in_its_name_is_one():
    assert stated_names("Centre for Boat Evaluation and Research") == ["Centre for Boat Evaluation and Research"]
    assert stated_names("Ann Marsh and Ben Cole") == ["Ann Marsh", "Ben Cole"]


def test_the_agency_behind_a_name_is_no_part_of_it():
    assert read_names("By ANN MARSHAM AP Technology Writer") == ["Ann Marsham"]


def test_the_place_in_a_block_beside_the_author_is_nobody():
    assert extract(page(above="<div class=story-author-origin>Kestrel Bay</div>")).authors == ()


def test_a_label_before_nobody_s_name_names_no_source():
    assert extract(page(above="<p>来源：网络 2024-03-05</p>", text=ZH * 3)).source is None


def test_nobody_near_a_text_that_is_signed_is_guessed_to_be_its_author():
    signed = page(title="老磨坊重新转动", text=ZH, above="<p class=author-name>河东企鹅</p>").replace(
        "</article>", "<p>河州晚报记者 李明远</p></article>"
    )

    assert extract(signed).authors in {(), ("李明远",)}


def test_a_table_of_contents_between_the_author_and_the_text_does_not_hide_him():
    contents = "".join(f"<li><a href='#{n}'>Chapter {n} of the mill</a></li>" for n in range(14))
    above = f"<p>Julia Harden</p><p>March 5, 2024</p><ul>{contents}</ul>"

    assert extract(page(above=above)).authors == ("Julia Harden",)


@pytest.mark.parametrize(
    "above", ["<p>来源：李明远/河州晚报 2024-03-05</p>", "<p>李明远/河州晚报</p><p>2024-03-05 08:30</p>"]
)
def test_the_reporter_before_his_paper_is_no_part_of_its_name(above):
    assert extract(page(title="老磨坊重新转动", above=above, text=ZH)).source == "河州晚报"


def test_entities_escaped_twice_part_two_authors():
    meta = "<meta name=author content='Ann Marsh &amp;amp; Ben Cole'>"

    assert extract(page(meta=meta)).authors == ("Ann Marsh", "Ben Cole")


def test_the_page_s_own_title_is_not_the_name_of_its_site():
    meta = "<meta property=og:site_name content='The mill turns again'>"

    assert extract(page(meta=meta)).source is None


def test_people_behind_the_text_with_what_they_are_below_their_names_wrote_it():
    below = "<div>JH</div><div>Julia Harden</div><div>Boat Engineer, Kestrel Works</div>"
    links = "<div>Quick Boats</div><li>Editor</li>"

    assert extract(page(below=below)).authors == ("Julia Harden",)
    assert extract(page(below=links)).authors == ()


def test_a_label_far_behind_the_text_names_the_author():
    boxes = "".join(f"<p>Box {n}</p>" for n in range(18))

    assert extract(page(below=f"{boxes}<p>Author:</p><div>Julia Harden</div>")).authors == ("Julia Harden",)


def test_a_block_called_after_the_author_below_a_headline_far_above_is_read():
    boxes = "".join(f"<div><a href=/b{n}>Box {n}</a></div>" for n in range(60))
    above = f"<div class=authors-data>&amp; Julia Harden Writer, Hardware</div>{boxes}"

    assert extract(page(above=above)).authors == ("Julia Harden",)


def test_the_section_that_the_page_links_beside_the_author_is_no_author():
    menu = "<nav><a href='/'>首页</a><a href='/c/1'>时事</a><a href='/c/2'>人物</a></nav>"
    line = "<p class='meta'><span>2024-03-05</span> 作者：李明远 <span><a href='/c/1'>时事</a></span> 来源：河州网</p>"

    assert extract(page(above=menu + line, text=ZH)).authors == ("李明远",)
    assert extract(page(above=menu + line.replace("<a href='/c/1'>时事</a>", "时秋禾"), text=ZH)).authors == (
        "李明远",
        "时秋禾",
    )


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
    ("below", "authors"),
    [
        ("", ("钱俊川", "央金卓玛")),
        ("<p>编辑：李大江</p>", ("钱俊川", "央金卓玛")),
        ("<p>作者：李大江</p>", ("李大江",)),
    ],
    ids=["nowhere", "as editor", "as author"],
)
def test_reporters_who_sign_the_first_line_outrank_whom_the_metadata_state_and_the_page_does_not_show(below, authors):
    text = f"<p>河州3月5日电（记者央金卓玛、钱俊川）{ZH}</p>"
    got = extract(
        f"<title>老磨坊转动</title><meta name=author content=李大江><body><h1>老磨坊转动</h1><article>{text}<p>{ZH}</p><p>{ZH}</p></article>{below}</body>"
    )

    assert set(got.authors) == set(authors)


@pytest.mark.parametrize("place", ["（记者北京、上海）", "（记者央金卓玛）", "（记者钱俊川、若干）"])
def test_what_stands_behind_the_word_for_reporters_is_no_list_of_names_without_a_name(place):
    assert read_names(place) == []


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


@pytest.mark.parametrize(
    ("menu", "name", "authors"), [("", "江南", ("江南",)), ("<ul><li>江南</li></ul>", "江南", ()), ("", "要闻", ())]
)
def test_a_chinese_name_alone_between_headline_and_stamp_is_the_authors_and_a_section_is_not(menu, name, authors):
    above = f"<h4>{name}</h4><div>《 河州日报 》（ 2019年04月20日 08 版）</div>"
    got = extract(
        f"<title>等船-河州日报</title><body>{menu}<h1>等船</h1>{above}<div class=content><p>{ZH}</p><p>{ZH}</p><p>{ZH}</p></div></body>"
    )

    assert got.authors == authors


@pytest.mark.parametrize("account", ["管理员", "系统管理员", "佚名", "编辑"])
def test_the_account_that_keeps_a_system_is_no_author(account):
    assert stated_names(account) == []
