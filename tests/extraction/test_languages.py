"""Pages in languages other than Chinese and English."""

import pytest

from crawler.extraction import extract
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.page.names import BAD, COMMENTS, GOOD, META, judge_name
from crawler.extraction.page.parse import parse

RUSSIAN = (
    "Рыбаки портового городка в понедельник спустили на воду починенную лодку, через три месяца после бури.",
    "Старый Чжоу, который строил её вместе с отцом, говорит, что на одно масло ушла неделя, а красила вся семья.",
    "К полудню на причале собралось столько народу, что дети бегали прямо между сетями, разложенными для просушки.",
    "Первый улов по обычаю делят между стариками городка, и этого правила держатся уже четыре поколения.",
)
ARABIC = (
    "دفع صيادو بلدة الميناء قاربهم الخشبي إلى الماء يوم الاثنين بعد ثلاثة أشهر من العاصفة، وكان أهل البلدة كلهم على الرصيف",
    "قال العجوز تشو إن طلاء القارب وحده استغرق أسبوعا، وإن عائلته كلها ساعدته في ذلك حتى آخر يوم",
    "هل يكفي الموسم لسداد الديون؟ يقول الصيادون إن السمك كثير هذا العام، وإن الأسعار جيدة في السوق",
    "جرت العادة أن يوزع الصيد الأول على شيوخ البلدة، وهي قاعدة حافظت عليها أربعة أجيال من الصيادين",
)
HINDI = (
    "नदी किनारे के कस्बे के मछुआरों ने सोमवार को अपनी मरम्मत की हुई नाव पानी में उतारी। तूफान को तीन महीने हो चुके हैं।",
    "बूढ़े झोऊ ने कहा कि पूरा परिवार मिलकर नाव को ठीक करता रहा। सिर्फ तेल लगाने में एक हफ्ता लगा।",
    "दोपहर तक घाट उसे देखने आए लोगों से भर गया। बच्चे किनारे पर सूखते हुए जालों के बीच दौड़ते रहे।",
    "रिवाज के अनुसार पहली मछली कस्बे के सबसे बूढ़े लोगों में बाँटी जाती है। यह नियम चार पीढ़ियों से चला आ रहा है।",
)
THAI = (
    "ชาวประมงในเมืองท่าริมแม่น้ำนำเรือไม้ที่ซ่อมเสร็จแล้วลงน้ำเมื่อวันจันทร์ หลังจากใช้เวลาซ่อมนานสามเดือน",
    "ลุงโจวซึ่งต่อเรือลำนี้กับพ่อของเขากล่าวว่าน้ำมันทาเรือเพียงอย่างเดียวใช้เวลาหนึ่งสัปดาห์และคนทั้งครอบครัวมาช่วยกันทาสี",
    "ตอนบ่ายท่าเรือเต็มไปด้วยผู้คนที่มาดูเรือและเด็กๆ วิ่งเล่นอยู่ระหว่างแหที่ตากไว้ริมฝั่ง",
    "ตามธรรมเนียมปลาที่จับได้ครั้งแรกจะแบ่งให้ผู้เฒ่าผู้แก่ของเมืองซึ่งเป็นกฎที่รักษากันมาสี่ชั่วอายุคน",
)
ARTICLES = {"russian": RUSSIAN, "arabic": ARABIC, "hindi": HINDI, "thai": THAI}


def page_of(paragraphs: tuple[str, ...]) -> str:
    """Put paragraphs on a page between a menu and the beginnings of other articles, in the same language."""
    words = " ".join(paragraphs).split()
    menu = "".join(f"<li><a href='/c{n}/'>{word}</a></li>" for n, word in enumerate(words[:12]))
    more = "".join(f"<div class='card'><a href='/n{n}'>{text[5:55]}</a></div>" for n, text in enumerate(paragraphs * 2))
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    title = paragraphs[0][:40]
    return (
        f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><div><ul>{menu}</ul></div>"
        f"<div class='a1'><h1>{title}</h1><div class='b2'>{text}</div></div><div class='c3'>{more}</div></body></html>"
    )


@pytest.mark.parametrize("paragraphs", ARTICLES.values(), ids=ARTICLES)
def test_an_article_in_another_script_is_read_whole(paragraphs):
    assert extract(page_of(paragraphs)).paragraphs == paragraphs


@pytest.mark.parametrize("paragraphs", ARTICLES.values(), ids=ARTICLES)
def test_the_paragraphs_of_every_script_are_prose_and_its_headlines_are_none(paragraphs):
    survey = survey_page(parse(page_of(paragraphs)))

    assert tuple(line.text for line in survey.page.lines if line.prose) == paragraphs


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Лодка у причала.", 16),
        ("नाव घाट पर है।", 14),
        ("เรืออยู่ที่ท่า", 14),
        ("Con thuyền ở bến.", 17),
        ("The boat is at the quay.", 24),
        ("船在码头。", 15),
        ("ボートは岸にある。", 27),
        ("배가 부두에 있다.", 24),
    ],
)
def test_a_text_weighs_what_it_says_and_not_what_its_letters_take(text, weight):
    survey = survey_page(parse(f"<p>{text}</p>"))

    assert [line.weight for line in survey.page.lines] == [weight]


def test_chinese_names_in_a_russian_text_change_nothing_in_how_it_is_weighed():
    survey = survey_page(parse("".join(f"<p>{text} 河口</p>" for text in RUSSIAN)))

    assert [line.weight for line in survey.page.lines] == [len(text) + 3 for text in RUSSIAN]


@pytest.mark.parametrize(
    "name",
    [
        *("noticias-relacionadas", "lo-mas-leido", "te-puede-interesar", "leer-tambien", "publicidad"),
        *("leia-tambem", "veja_mais", "maisLidas", "compartilhar-box", "rodape"),
        *("lire-aussi", "articles-lies", "boutons-partage", "publicite", "fil-d-ariane"),
        *("verwandte-artikel", "mehrZumThema", "meistgelesen", "werbung", "seitenleiste"),
        *("leggi-anche", "articoli-correlati", "piu-letti", "condividi", "pubblicita"),
        *("lees-ook", "gerelateerd", "advertentie", "ilgili-haberler", "cok-okunanlar", "reklam", "paylas"),
        *("baca-juga", "berita-terkait", "terpopuler", "czytaj-takze", "polecane", "udostepnij"),
        *("tin-lien-quan", "xem-them", "las-mer", "lue-myos", "kapcsolodo-cikkek", "kanren-kiji"),
    ],
)
def test_furniture_is_known_by_its_name_in_other_languages(name):
    assert judge_name(name)[0] & BAD


@pytest.mark.parametrize("name", ["comentarios", "kommentare", "yorumlar", "komentar-box", "binh-luan", "reacties"])
def test_comments_are_known_by_their_name_in_other_languages(name):
    assert judge_name(name)[0] & COMMENTS


@pytest.mark.parametrize("name", ["artikel", "cuerpo", "texto-noticia", "contenu", "icerik", "noi-dung", "haber-metni"])
def test_a_name_that_promises_an_article_in_another_language_is_no_furniture(name):
    assert judge_name(name)[0] & (GOOD | BAD | COMMENTS) == GOOD


@pytest.mark.parametrize("name", ["fecha", "autor", "tanggal", "yazar"])
def test_names_of_day_and_author_in_other_languages_are_about_the_article(name):
    assert judge_name(name)[0] & META


@pytest.mark.parametrize("name", ["kommentar", "komentarz", "pie", "delen", "dela", "lasagne", "annonce", "abo"])
def test_a_kind_of_article_and_words_of_other_meaning_are_no_furniture(name):
    assert not judge_name(name)[0] & (BAD | COMMENTS)


@pytest.mark.parametrize("mark", ["\u200f", "\u200e\u200f", "\u061c"])
def test_a_paragraph_of_nothing_but_marks_of_direction_is_none(mark):
    page = page_of(ARABIC).replace("</p>", f"</p><p>{mark}</p>")

    assert extract(page).paragraphs == ARABIC
