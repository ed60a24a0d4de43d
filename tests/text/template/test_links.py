"""Links to other articles of a site, by their label or by the title they say, and sentences that only look like one."""

import pytest

from pipelines.text.template import Rules, Seen, Template, find_template, learn, traits_of
from tests.growth import assert_linear

STORY = (
    "Jembatan bambu di Desa Sukalilin dibuka lagi pada Senin pagi, dua tahun setelah banjir memutus talinya.",
    "Kepala desa mengatakan anak sekolah tidak perlu memutar sejauh sebelas kilometer.",
    "Jembatan hanya boleh dilalui dua puluh orang sekaligus, dan sepeda harus dituntun.",
)
TITLES = ("Nelayan Pantai Randu lepaskan penyu", "Pasar apung Rawa Dua pindah", "Kopi lereng barat panen lebih awal")


def cleaned(paragraphs, title="Jembatan Sukalilin dibuka", template=None):
    """Give the paragraphs without what is the site's."""
    finding = find_template(title, paragraphs, ["text"] * len(paragraphs), template or Template(), rules=Rules())
    drops, lines = dict(finding.drops), list(paragraphs)
    for place, span in sorted(finding.cuts, key=lambda cut: cut[1].start, reverse=True):
        lines[place] = lines[place][: span.start] + lines[place][span.end :]
    return tuple(line for at, line in enumerate(lines) if at not in drops)


def site(titles):
    """Learn from a site that has articles with these titles."""
    pages = [(title, [f"{title} {number}, kata warga desa nomor {number}."] * 3) for number, title in enumerate(titles)]
    return learn(
        [Seen(f"{at}", "2026-01-01", traits_of(title, page, ["text"] * 3)) for at, (title, page) in enumerate(pages)]
    )


@pytest.mark.parametrize(
    "link",
    [
        "Baca juga: Nelayan lepaskan penyu",
        "Lea también: El mercado reabre",
        "Leia também: Escola usa fogão solar",
        ">> Xem thêm: Cầu treo thông xe",
        "Читайте также: Мост открыли",
        "あわせて読みたい：灯台を公開",
    ],
)
def test_a_link_with_a_label_goes_as_a_line_and_behind_a_sentence(link):
    assert cleaned((*STORY[:1], link, *STORY[1:])) == STORY
    assert cleaned((STORY[0], f"{STORY[1]} {link}", STORY[2])) == STORY
    assert cleaned((*STORY[:2], f"{STORY[2]} ({link})")) == STORY


@pytest.mark.parametrize(
    "text",
    [
        "Baca juga: begitu pesan guru itu kepada murid-muridnya setiap pagi.",
        "Di papan tertulis: Baca juga: Sungai dan Batu, buku lama itu.",
        "Related: he was, but only by marriage.",
        "xem thêm: nước trong và mát.",
    ],
)
def test_a_sentence_with_such_a_label_stays(text):
    assert cleaned((*STORY[:1], text, *STORY[1:])) == (*STORY[:1], text, *STORY[1:])
    assert cleaned((*STORY[:1], f"{STORY[1]} {text}", STORY[2])) == (*STORY[:1], f"{STORY[1]} {text}", STORY[2])


def test_a_title_of_the_site_behind_an_unknown_label_goes_from_a_paragraph():
    page = (STORY[0], f"{STORY[1]} Kabar lain: {TITLES[1]}", STORY[2])

    assert cleaned(page, template=site(TITLES)) == STORY
    assert cleaned(page) == page
    assert cleaned(page, title=TITLES[1], template=site(TITLES)) == page


def test_a_title_of_chinese_characters_is_long_enough_for_a_link():
    titles = ("河边的灯塔重新开放", "老磨坊办起了夜校", "木桥又能走人了")

    assert cleaned((STORY[0], f"下一则消息：{titles[0]}", *STORY[1:]), template=site(titles)) == STORY


def test_a_paragraph_of_labels_takes_linear_time():
    text = "Baca juga: " * 50_000

    assert cleaned((text, *STORY)) == (text, *STORY)
    assert_linear(lambda text: cleaned((text, *STORY)), lambda size: "Baca juga: " * size, 20_000)


@pytest.mark.parametrize(
    "call",
    [
        "Join forty thousand thrifty readers: sign up for the Oakleaf newsletter and never miss a bargain.",
        "Get the week's bargains straight to your inbox. Subscribe to our Friday newsletter!",
        "Síguenos en Google News y entérate antes que nadie.",
        "Receba as notícias pelo WhatsApp",
        "Подписывайтесь на наш Telegram-канал, чтобы ничего не пропустить!",
        "この記事が気に入ったらフォローしよう",
        "Ikuti kami di Google Berita",
        "Đăng ký kênh của chúng tôi trên Zalo",
        "Folgen Sie uns auf Instagram!",
        "채널 추가 부탁드려요",
    ],
)
def test_a_call_to_the_channels_of_the_site_goes_wherever_it_stands(call):
    for at in range(4):
        assert cleaned((*STORY[:at], call, *STORY[at:])) == STORY


@pytest.mark.parametrize(
    "text",
    [
        "Get your inbox under control: answer what takes two minutes, and delete the rest.",
        "Join the choir on Thursdays in the hall behind the church.",
        "Sign up for the parish newsletter at the library. It is printed on the blue paper that was left from the fair.",
        "“Subscribe to our newsletter,” said the parrot.",
    ],
)
def test_advice_and_notices_stay(text):
    assert cleaned((*STORY[:1], text, *STORY[1:])) == (*STORY[:1], text, *STORY[1:])


def test_a_call_stays_where_the_article_is_about_such_channels():
    page = (
        *STORY[:2],
        "Join the forty readers of the village newsletter, which began in the year of the flood.",
        "The newsletter has nine readers.",
        STORY[2],
    )

    assert cleaned(page) == page


def test_many_calls_take_linear_time():
    def lines(size):
        return [f"Subscribe to our newsletter number {at}." for at in range(size)]

    assert_linear(lambda texts: cleaned(tuple(texts)), lines, 200)
