"""Days as they are written in other languages, and what stands around them: found where stated, never invented."""

import pytest

from crawler.extraction import extract
from crawler.extraction.days.dates import read_date
from crawler.extraction.days.months import read_month, tongue_of

TEXTS = {
    "de": "Kurz nach dem Beginn des Frühlings haben die Fischer am Fluss ihr Holzboot zu Wasser gelassen, um sich vorzubereiten.",
    "es": "Poco después del inicio de la primavera, los pescadores pusieron en el agua la barca de madera que habían reparado.",
    "fr": "Peu après le début du printemps, les pêcheurs ont remis à l'eau la barque de bois qu'ils avaient réparée.",
    "pt": "Pouco depois do início da primavera, os pescadores puseram na água o barco de madeira que tinham consertado.",
    "ru": "Сразу после начала весны рыбаки спустили на воду отремонтированную деревянную лодку и готовятся к первому выходу.",
    "ar": "بعد بداية الربيع مباشرة، أنزل صيادو القرية القارب الخشبي الذي أصلحوه إلى الماء استعدادا لأول رحلة هذا العام.",
    "tr": "Baharın başlamasından hemen sonra balıkçılar onardıkları ahşap tekneyi suya indirdi ve ilk sefere hazırlandı.",
    "id": "Tak lama setelah awal musim, para nelayan menurunkan perahu kayu yang telah diperbaiki ke air untuk persiapan.",
    "th": "หลังเริ่มฤดูใบไม้ผลิ ชาวประมงในหมู่บ้านนำเรือไม้ที่ซ่อมเสร็จแล้วลงน้ำ เพื่อเตรียมออกเรือครั้งแรกของปีนี้",
    "ja": "春分を過ぎたばかりの川辺の町で、漁師たちが修理を終えた木造船を水に浮かべた。今年最初の漁に備える。",
    "ko": "춘분이 지나자 강마을 어부들이 수리를 마친 목선을 물에 띄우고 올해 첫 출항을 준비했다, 라고 전했다.",
    "zh": "春分刚过，河口镇的渔民就把修好的木船推下了水，准备迎接今年第一次出海，一家人轮流上阵。",
    "en": "Just after the start of spring, the fishermen of the village put the wooden boat that they had repaired into the water.",
}
DAY = "2024-03-05"


def published(language, above, *, text="", below="", url=None):
    words = text or TEXTS[language]
    paragraphs = "".join(f"<p>{words}</p>" for _ in range(3))
    page = (
        f"<html lang={language}><head><meta charset=utf-8><title>Rio Heron 7</title></head><body><h1>Rio Heron 7</h1>"
        f"{above}<div>{paragraphs}</div>{below}</body></html>"
    )
    return extract(page, url)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Dienstag, 5. März 2024 um 08:30 Uhr"),
        ("de", "05.03.2024, 08:30 Uhr"),
        ("de", "Veröffentlicht: 5. Mrz. 2024 | Aktualisiert am 12.03.2024"),
        ("es", "martes, 5 de marzo del 2024 a las 08:30 h"),
        ("es", "Actualizado: 12 mar 2024 | Publicado: 5 mar 2024"),
        ("fr", "Publié le 5 mars 2024 à 08h30, mis à jour le 12 mars 2024"),
        ("pt", "05/03/2024 08h30 Atualizado 12/03/2024"),
        ("ru", "5 марта 2024 г., 08:30"),
        ("ru", "05.03.2024, 08:30"),
        ("ar", "٥ مارس ٢٠٢٤"),
        ("ar", "الثلاثاء، 5 آذار/مارس 2024 08:30 ص"),
        ("ar", "الثلاثاء ٢٤ شعبان ١٤٤٥ هـ - ٥ مارس ٢٠٢٤ مـ"),
        ("tr", "5 Mart 2024 Salı, 08:30"),
        ("tr", "Yayınlanma: 05.03.2024 - 08:30 Güncelleme: 12.03.2024 - 10:00"),
        ("id", "Selasa, 05 Mar 2024 08:30 WIB"),
        ("id", "5 Maret 2024"),
        ("th", "5 มี.ค. 2567 08:30 น."),
        ("ja", "更新日：2024年3月12日　公開日：2024年3月5日"),
        ("ko", "최종수정 2024.03.12 10:00 최초입력 2024.03.05 08:30"),
        ("zh", "更新时间：2024-03-12 10:00 发布时间：2024-03-05 08:30"),
        ("en", "Updated March 12, 2024 · Published March 5, 2024 · By Julia Harden"),
        ("en-GB", "05/03/2024"),
    ],
)
def test_the_day_of_publication_is_read_in_the_page_s_own_words(language, line):
    base = language.partition("-")[0]
    found = published(language, f"<div>{line}</div>", text=TEXTS[base])

    assert (found.published or "")[:10] == DAY


def test_a_time_with_the_name_of_its_zone_is_read_whole():
    assert published("id", "<div>Selasa, 05 Mar 2024 08:30 WIB</div>").published == "2024-03-05T08:30:00+07:00"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "٢٤ شعبان ١٤٤٥"),
        ("en", "03/05/2024"),
        ("en", "Today is Wednesday, November 25, 2026"),
        ("en", "Event date: June 7, 2025"),
        ("en", "Copyright 2010-2024 Harbour Office, March 5, 2024"),
        ("en", "Julia Harden · Member since March 5, 2020"),
        ("en", "Sale ends March 5, 2024"),
        ("en", "Version 2024.3.5"),
        ("zh", "今天是2026年11月25日 星期三"),
        ("zh", "柏兰舟 2025-1-14 🫑"),
        ("zh", "报名截止日期：2024年6月7日"),
    ],
)
def test_a_day_that_is_not_the_text_s_is_not_taken_for_it(language, line):
    assert published(language, f"<div>{line}</div>").published is None


@pytest.mark.parametrize(
    "below",
    [
        "<div class=foot><p>Copyright © 2010-2024 河口网 2024年12月31日</p></div>",
        "<p>上一篇：<a href=/x>渡轮早班加开</a> 2024-01-02</p>",
        "<div><h3><a href=/x>渡轮从下个月起每天早班加开两次，市民可以提前购票</a></h3><p>2024-01-02</p></div>",
        "<div><h3><a href=/x>渡轮从下个月起每天早班加开两次，市民可以提前购票</a></h3><time datetime=2024-01-02>二日</time></div>",
        "<div class=comments><p>甲</p><time datetime=2024-04-01>一日</time></div>",
        "<div class=comments><p>网友甲 2024-04-01 10:00</p><p>很好看的文章，谢谢分享。</p></div>",
    ],
)
def test_the_days_of_rights_of_comments_and_of_other_articles_are_not_the_text_s(below):
    assert published("zh", "", below=below).published is None


def test_a_day_told_in_the_first_sentences_is_not_that_of_publication():
    text = "2024年5月9日，造船厂正式揭牌启动，标志着造船业正式开始运行。"

    assert published("zh", "", text=text).published is None


def test_the_days_of_a_list_above_the_text_are_not_the_text_s():
    items = "".join(
        f"<li>{day} An older story of boats</li>" for day in ("January 3, 2024", "May 4, 2024", "June 6, 2024")
    )

    assert published("en", f"<ul>{items}</ul>").published is None


def test_a_time_element_behind_the_word_for_a_change_is_that_of_the_change():
    above = (
        "<div>Updated <time datetime=2024-03-12T10:00:00Z>March 12, 2024</time></div>"
        "<div>Published <time datetime=2024-03-05T08:30:00Z>March 5, 2024</time></div>"
    )
    found = published("en", above)

    assert (found.published, found.modified) == ("2024-03-05T08:30:00+00:00", "2024-03-12T10:00:00+00:00")


def test_an_earlier_day_that_is_stated_twice_stands_against_the_url():
    above = "<meta itemprop=datePublished content=2024-03-05T08:30:00Z><div>March 5, 2024</div>"

    assert (published("en", above, url="https://post.example/2026/01/01/boat").published or "")[:10] == DAY


@pytest.mark.parametrize(
    ("name", "language", "month"),
    [
        ("März", "de", 3),
        ("Ağustos", "tr", 8),
        ("AĞU", "tr", 8),
        ("listopadu", "cs", 11),
        ("listopada", "pl", 11),
        ("тра", "uk", 5),
        ("كانون الثاني", "ar", 1),
        ("जनवरी", "hi", 1),
        ("tháng 12", "vi", 12),
        ("maj", None, 5),
        ("listopad", None, 11),
        ("ma", "de", None),
        ("boot", "de", None),
    ],
)
def test_a_month_is_known_by_its_name_or_the_beginning_of_it(name, language, month):
    assert read_month(name, language) == month


@pytest.mark.parametrize(
    ("language", "url", "claims", "tongue"),
    [
        ("de", None, [], "de"),
        (None, None, [], ""),
        ("zh-Hans", "https://news.example.uk/1", [], None),
        ("en", "https://news.example.uk/1", [], "en-GB"),
        ("en", "https://news.example/1.uk", ["en-US"], None),
        ("en", None, ["en_AU"], "en-GB"),
    ],
)
def test_english_is_read_with_the_day_first_only_where_that_is_known(language, url, claims, tongue):
    assert tongue_of(language, url, claims) == tongue


def test_figures_that_may_be_two_days_are_read_in_no_unknown_language():
    assert read_date("05.03.2024", tongue="") is None
    assert read_date("15.03.2024", tongue="").day == 15
    assert read_date("05.03.2024", tongue="fr").month == 3


def test_a_bulleted_item_above_the_text_is_another_s():
    above = "<p>• Captain rolls down the strait 1/15/2024, 3:19 p.m. EST</p>"

    assert published("en", above).published is None


def test_a_day_above_a_menu_is_that_of_the_page_s_head():
    menu = "".join(f"<li><a href=/s{n}>Section {n}</a></li>" for n in range(9))
    paragraphs = f"<p>{TEXTS['en']}</p>" * 3
    page = f"<title>Rio Heron 7</title><p>Saturday, March 2, 2024</p><ul>{menu}</ul><h1>Rio Heron 7</h1>{{}}<div>{paragraphs}</div>"

    assert extract(page.format("")).published is None
    assert extract(page.format("<p>March 5, 2024</p>")).published == DAY


def test_the_day_something_else_began_is_not_the_text_s():
    above = "<dl><dt>成立时间</dt><dd>2024年3月5日</dd></dl><p>2024年3月5日，造船厂正式揭牌启动。 [3]</p>"

    assert published("zh", above).published is None


def test_a_day_without_a_year_is_completed_by_a_change_on_the_same_day():
    above = "<meta itemprop=dateModified content='2024-03-05 22:46:13'><p>发布时间：03-05 22:46</p>"

    assert (published("zh", above).published or "")[:10] == DAY


def test_a_number_in_structured_data_is_a_point_of_time():
    data = '<script type=application/ld+json>{"@type": "NewsArticle", "datePublished": 1709600000000}</script>'

    assert (published("en", data).published or "")[:10] == DAY


def test_the_day_below_a_headline_far_above_the_text_is_found():
    boxes = "".join(f"<div><a href=/b{n}>Box {n}</a></div>" for n in range(60))
    found = published("en", f"<p>By Julia Harden</p><p>Posted March 5, 2024</p><div class=toc>{boxes}</div>")

    assert (found.published, found.authors) == (DAY, ("Julia Harden",))
