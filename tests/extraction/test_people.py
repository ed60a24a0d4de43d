"""Who wrote it: every form of byline read, and nobody made up from labels, buttons, media and editors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction import extract
from crawler.extraction.authors.beside import read_below, read_beside
from crawler.extraction.authors.credited import read_called
from crawler.extraction.authors.persons import is_person, split_people
from crawler.extraction.authors.signed import read_editors, read_names, stated_names
from tests.extraction.signed_pages import page


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


@pytest.mark.parametrize(
    "name", ["时间", "台北報導", "河州日报", "Kestrel Daily", "Read More", "见习", "手机版", "关注", "+关注"]
)
def test_what_is_nobody_is_no_person(name):
    assert not is_person(name)


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


def test_a_given_name_behind_a_label_with_a_mark_is_a_name():
    assert read_names("Posted By: Julia · In: Gardens", alias=True) == ["Julia"]
    assert read_names("Posted By: Gardens · In: Julia", alias=True) == []


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


@pytest.mark.parametrize("stated", ["Staff Reporter", "The Kestreltimes", "デイリー河州スポーツ", "共同通信社", "ANSA"])
def test_a_role_a_newspaper_and_an_agency_are_no_authors(stated):
    assert extract(page(meta=f"<meta charset=utf-8><meta name=author content='{stated}'>")).authors == ()


def test_an_office_with_and_in_its_name_is_one():
    assert stated_names("Centre for Boat Evaluation and Research") == ["Centre for Boat Evaluation and Research"]
    assert stated_names("Ann Marsh and Ben Cole") == ["Ann Marsh", "Ben Cole"]


def test_entities_escaped_twice_part_two_authors():
    meta = "<meta name=author content='Ann Marsh &amp;amp; Ben Cole'>"

    assert extract(page(meta=meta)).authors == ("Ann Marsh", "Ben Cole")


@pytest.mark.parametrize("place", ["（记者北京、上海）", "（记者央金卓玛）", "（记者钱俊川、若干）"])
def test_what_stands_behind_the_word_for_reporters_is_no_list_of_names_without_a_name(place):
    assert read_names(place) == []
