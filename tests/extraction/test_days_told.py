"""Days beside a text on which something else came out, began or was seen: told by a page, and never taken for its own."""

import pytest

from crawler.extraction import extract

TEXT = "Just after the start of spring, the fishermen of the village put the wooden boat that they had repaired into the water."
TEXT_ZH = "春分刚过，河口镇的渔民就把修好的木船推下了水，准备迎接今年第一次出海，一家人轮流上阵。"
TEXTS = {
    "zh": TEXT_ZH,
    "de": "Kurz nach dem Beginn des Frühlings haben die Fischer am Fluss ihr Holzboot zu Wasser gelassen, um sich vorzubereiten.",
    "es": "Poco después del inicio de la primavera, los pescadores pusieron en el agua la barca de madera que habían reparado.",
    "fr": "Peu après le début du printemps, les pêcheurs ont remis à l'eau la barque de bois qu'ils avaient réparée.",
    "ru": "Сразу после начала весны рыбаки спустили на воду отремонтированную деревянную лодку и готовятся к первому выходу.",
}
DAY = "2024-03-05"
DAYS = (5, 8, 9, 12)


def read(above="", *, first="", below="", before="", title="A boat in the river", language="en"):
    text = TEXTS.get(language, TEXT)
    return extract(
        f"<html lang={language}><head><meta charset=utf-8><title>{title}</title></head><body>{before}<h1>{title}</h1>{above}"
        f"<div>{first}<p>{text}</p><p>{text}</p><p>{text}</p></div>{below}</body></html>"
    )


@pytest.mark.parametrize(
    "title", ["The flood of March 5, 2024", "Launch on March 5, 2024", "河口镇2024年3月5日下水仪式纪实"]
)
def test_the_day_in_a_headline_is_what_the_article_is_about(title):
    assert read(title=title).published is None


def test_the_weekday_in_a_headline_makes_it_that_of_an_edition():
    assert read(title="River radio for Tuesday, March 5, 2024").published == DAY


@pytest.mark.parametrize(
    "above",
    [
        "<p>The harbour opens on March 5, 2024</p>",
        "<p>Prices as of March 5, 2024</p>",
        "<p>Harbour closed from March 5, 2024 to March 9, 2024</p>",
        "<p>March 5, 2024 was the day of the boats</p>",
        "<p>Kept since the flood of Tuesday, March 5, 2024</p>",
        "<figure><img src=x><figcaption>The boat, March 5, 2024</figcaption></figure>",
        "<blockquote>Julia Harden, March 5, 2024</blockquote>",
        "<div>Date of birth: March 5, 2004</div>",
        "<div>Start date: March 5, 2024</div><div>End date: March 9, 2024</div>",
        "<div>When: March 5, 2024, 7 pm</div>",
        "<div>Date: March 5, 2024</div><div>Venue: the town hall</div>",
        "<div>Current time: March 5, 2024 08:30</div>",
        "<p>Medically reviewed by Julia Harden, MD on March 5, 2024</p>",
        "<p>Launched March 5, 2024</p>",
        "<div>In stock: March 5, 2024</div>",
        "<div>March 5, 2004 – March 9, 2024</div>",
        "<div>(March 5, 2004 to March 9, 2024)</div>",
        "<p>FILE - The boat in the harbour, March 5, 2024. (AP Photo/Julia Harden)</p>",
        "<p>Photo: Julia Harden / March 5, 2024</p>",
    ],
)
def test_the_day_of_something_else_above_a_text_is_not_its_own(above):
    assert read(above).published is None


@pytest.mark.parametrize(
    "above",
    [
        "<p>渔民于2024年3月5日举行了下水仪式</p>",
        "<p>自2024年3月5日起施行</p>",
        "<p>实施日期：2024年3月5日</p>",
        "<p>时间：2024年3月5日</p><p>地点：河口镇</p>",
        "<p>公示期：2024年3月5日至2024年3月12日</p>",
        "<p>2024年3月5日，渔民推船下水。 本报记者 王某 摄</p>",
        "<div class='Image'><img src=x><p class='Caption'>下水的木船，2024年3月5日</p></div>",
        "<p>木船と漁師たち＝2024年3月5日、河口町</p>",
    ],
)
def test_the_same_in_chinese(above):
    assert read(above, language="zh").published is None


@pytest.mark.parametrize(
    "above",
    [
        "<p>by admin on March 5, 2024</p>",
        "<p>julia on March 5, 2024</p>",
        "<p>in boats on March 5, 2024</p>",
        "<p>By Julia Harden, Tuesday, March 5, 2024 · 5 min read</p>",
        "<p>Harbour news &gt; Boats | March 5, 2024 | 3 comments</p>",
        "<p>\U0001f4c5 March 5, 2024</p>",
        "<p>Article Launched: March 5, 2024</p>",
        "<p>For immediate release: March 5, 2024</p>",
        "<p>By: Julia On: March 5, 2024</p>",
        "<p>Featured March 5, 2024</p>",
        "<p>Julia Osborne March 5, 2024</p>",
        "<p>Julia Reed March 5, 2024</p>",
        "<h3>March 5, 2024</h3>",
        "<div class='caption'>March 5, 2024</div>",
    ],
)
def test_the_forms_in_which_pages_date_themselves_are_none_of_these(above):
    assert read(above).published == DAY


@pytest.mark.parametrize(
    ("term", "day"),
    [("<h1>A boat in the river</h1>", DAY), ("Opening", None)],
    ids=["the headline", "another term"],
)
def test_the_headline_is_no_label_of_the_day_that_defines_it(term, day):
    head = f"<dl><dt>{term}</dt><dd>Julia Harden March 5, 2024, 11:00</dd></dl>"

    assert extract(f"<title>A boat in the river</title>{head}<div>{f'<p>{TEXT}</p>' * 3}</div>").published == day


@pytest.mark.parametrize("form", ["<p>{}</p><p>{}</p>", "<h3>{}</h3><p>{}</p>", "<ul><li>{}: {}</li></ul>", "<h2>Version 2 ({})</h2><p>{}</p>"])  # fmt: skip
def test_a_chronicle_has_many_days_and_none_is_its_own(form):
    assert read(first="".join(form.format(f"March {day}, 2024", TEXT) for day in DAYS)).published is None


def test_a_subheading_with_a_day_tells_of_it():
    assert read(first="<h2>What happened on March 5, 2024</h2>").published is None


@pytest.mark.parametrize(
    "below",
    [
        "<h4>Upcoming events</h4><div>March 5, 2024</div>",
        "<h3>2 comments</h3><p>Julia, March 5, 2024</p><p>A nice boat.</p>",
        "<ul><li>Boat race – March 5, 2024</li></ul>",
        "<h4>Next boat: March 5, 2024</h4>",
        "<div>Join us at the harbour on March 5, 2024</div>",
        "<div><a href=a>Previous post</a> March 5, 2024</div>",
        "<div>Popular</div><div><a href=a>A harbour for the boats</a> <span>March 5, 2024</span></div>",
        "<div>• A harbour for all of the boats March 5, 2024</div>",
    ],
)
def test_what_stands_below_a_text_has_days_of_its_own(below):
    assert read(below=below).published is None


def test_the_author_s_link_beside_a_day_below_the_text_leads_to_no_other_article():
    below = "<div><a href=/julia>Julia Harden of the Harbour</a> — March 5, 2024 — <a href=/boats>Boats</a></div>"

    assert read(below=below).published == DAY


def test_a_day_alone_right_below_the_text_signs_it():
    assert read(below="<p>河口镇渔业办公室</p><p>2024年3月5日</p>", language="zh").published == DAY


def test_a_menu_in_one_line_is_a_menu():
    menu = " ".join(f"<a href=/s{n}>Section {n}</a>" for n in range(9))

    assert read(before=f"<div>Tuesday, March 5, 2024</div><div>{menu}</div>").published is None


def test_the_day_of_the_page_s_head_is_not_the_text_s_where_that_was_changed_before():
    found = read("<p>last updated: March 5, 2024</p>", before="<div>Tuesday, March 12, 2024</div>")

    assert (found.published, found.modified) == (DAY, DAY)


@pytest.mark.parametrize(
    "above",
    ["<p>March 12, 2024 March 5, 2024</p>", "<div>March 5, 2024</div><div>March 12, 2024</div>"],
)
def test_of_two_days_beside_each_other_the_earlier_is_that_of_publication(above):
    assert read(above).published == DAY


def test_a_time_may_stand_between_a_day_and_the_word_for_it():
    found = read("<p>March 5, 2024</p><div>Updated 9:10 AM EDT, Tue March 12, 2024</div>")

    assert (found.published, (found.modified or "")[:10]) == (DAY, "2024-03-12")


@pytest.mark.parametrize(
    ("word", "shown"), [("Last update: ", "March 12, 2024"), ("Updated", "March 12, 2024"), ("Updated ", "3/12/24")]
)
def test_a_time_element_in_a_form_that_is_not_read_still_follows_its_word(word, shown):
    above = f"<p>{word}<time datetime=2024-03-12T10:00:00Z>{shown}</time></p><p>March 5, 2024</p>"
    found = read(above)

    assert (found.published, (found.modified or "")[:10]) == (DAY, "2024-03-12")


@pytest.mark.parametrize(
    ("language", "told", "stamp"),
    [
        ("es", "El puerto abre el 5 de marzo de 2024", "Escrito por julia el 5 de marzo de 2024"),
        ("es", "Abierto desde el 5 de marzo de 2024", "Puerto Garza, 5 de marzo de 2024"),
        ("fr", "Le port rouvre le 5 mars 2024", "Texte mis en ligne le 5 mars 2024"),
        ("fr", "Fermé jusqu'au 5 mars 2024", "par julia le 5 mars 2024"),
        ("de", "Der Hafen öffnet am 5. März 2024", "Von Julia Harden am 5. März 2024"),
        ("de", "Geschlossen bis 5. März 2024", "Artikel vom 5. März 2024"),
        ("ru", "Порт закрыт до 5 марта 2024", "Новости порта, 5 марта 2024"),
    ],
)
def test_sentences_of_other_languages_tell_of_a_day_as_well(language, told, stamp):
    assert read(f"<p>{told}</p>", language=language).published is None
    assert read(f"<p>{stamp}</p>", language=language).published == DAY
