"""Which charset is chosen, for bytes of all kinds under labels of all kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.page.charset import decode, normalise

HANS = "河口镇的渔民昨天把修好的木船推下了水，准备迎接今年第一次出海。镇上的人说，这是多年来最好的天气。"
HANT = "河口鎮的漁民昨天把修好的木船推下了水，準備迎接今年第一次出海。鎮上的人說，這是多年來最好的天氣。"
JAPANESE = "港町の漁師たちは昨日、修理した木の船を海に出した。今年は天気がよく、多くの人が集まった。"
KOREAN = "어제 항구 마을의 어부들은 수리한 배를 바다에 띄웠다. 올해는 날씨가 좋아 많은 사람이 모였다."
RUSSIAN = "Вчера рыбаки портового города спустили на воду отремонтированную лодку, погода была хорошая."
FRENCH = "Hier, les pêcheurs du port ont remis à l’eau leur bateau réparé : « c’était très attendu », dit-on."
GERMAN = "Gestern ließen die Fischer ihr repariertes Boot zu Wasser, das Wetter war schöner als früher."
POLISH = "Wczoraj rybacy zwodowali naprawioną łódź, pogoda była piękna, przyszło wielu mieszkańców."
GREEK = "Χθες οι ψαράδες έριξαν στη θάλασσα τη βάρκα τους και ο καιρός ήταν καλός."
HEBREW = "אתמול הדייגים הורידו את הסירה המתוקנת למים, ומזג האוויר היה טוב מאוד השנה."
ARABIC = "أنزل الصيادون أمس القارب إلى البحر وكان الطقس جيدا هذا العام في المدينة."
THAI = "เมื่อวานชาวประมงนำเรือที่ซ่อมแล้วลงน้ำ ปีนี้อากาศดีมาก"
ENGLISH = "Yesterday the fishermen put the boat they had mended back into the water."

TABLE = [
    (HANS, "utf-8", None, None),
    (HANS, "utf-8", "utf-8", None),
    (HANS, "utf-8", "gb2312", None),
    (HANS, "utf-8", None, "gbk"),
    (HANS, "utf-8", "iso-8859-1", "big5"),
    (HANS, "utf-8-sig", "gb2312", None),
    (HANS, "gb2312", "gb2312", None),
    (HANS, "gbk", "gb2312", None),
    (HANS, "gb18030", None, None),
    (HANS, "gb18030", "utf-8", None),
    (HANS, "gb18030", None, "text/html; charset=utf-8"),
    (HANS, "gb18030", "gbk", "text/html; charset=iso-8859-1"),
    (HANS, "gb18030", "iso-8859-1", None),
    (HANS, "gb18030", "big5", None),
    (HANS, "gb18030", "nonsense-8", None),
    (HANT, "big5", "big5", None),
    (HANT, "big5", None, None),
    (HANT, "big5", "gb2312", None),
    (HANT, "big5", "utf-8", None),
    (HANT, "big5hkscs", "x-x-big5", None),
    (HANT, "gbk", None, None),
    (HANT, "utf-8", "big5", None),
    (JAPANESE, "shift_jis", "shift_jis", None),
    (JAPANESE, "shift_jis", None, None),
    (JAPANESE, "shift_jis", "utf-8", None),
    (JAPANESE, "euc_jp", "euc-jp", None),
    (JAPANESE, "euc_jp", None, None),
    (JAPANESE, "iso2022_jp", None, None),
    (KOREAN, "euc_kr", "euc-kr", None),
    (KOREAN, "cp949", "ks_c_5601-1987", None),
    (KOREAN, "euc_kr", None, None),
    (KOREAN, "euc_kr", "iso-8859-1", None),
    (RUSSIAN, "cp1251", "windows-1251", None),
    (RUSSIAN, "cp1251", None, None),
    (RUSSIAN, "koi8-r", None, None),
    (FRENCH, "cp1252", "iso-8859-1", None),
    (FRENCH, "cp1252", None, None),
    (GERMAN, "latin-1", None, "text/html; charset=ISO-8859-1"),
    (POLISH, "cp1250", "windows-1250", None),
    (POLISH, "cp1250", None, None),
    (GREEK, "cp1253", None, None),
    (HEBREW, "cp1255", None, None),
    (ARABIC, "cp1256", "windows-1256", None),
    (THAI, "cp874", "tis-620", None),
    (HANS, "utf-16", None, None),
    (HANS, "utf-16-le", None, None),
    (HANS, "utf-16-be", None, None),
    (HANS, "utf-16-le", "utf-8", None),
    (ENGLISH, "ascii", "gbk", None),
]


@pytest.mark.parametrize(("text", "encoding", "meta", "header"), TABLE)
def test_the_bytes_decide_and_the_labels_are_hints(text, encoding, meta, header):
    label = f"<meta http-equiv='Content-Type' content='text/html; charset={meta}'>" if meta else ""
    page = f"<html><head>{label}<title>{text[:12]}</title></head><body><p>{text}</p><p>{text}</p></body></html>"

    got = decode(page.encode(encoding), header)

    assert text in got.text
    assert not got.damaged


def test_a_few_broken_bytes_do_not_change_the_charset():
    body = f"<p>{HANS}</p>".encode() + b"\xff\xfe\x80" + f"<p>{HANS}</p>".encode()

    got = decode(body)

    assert got.encoding == "utf-8"
    assert got.text.count(HANS) == 2
    assert got.damaged == 3


def test_broken_gbk_loses_only_the_broken_characters():
    body = f"<p>{HANS}</p>".encode("gbk") + b"\xff" + f"<p>{HANS}</p>".encode("gbk")

    got = decode(body, "text/html; charset=gb2312")

    assert got.encoding == "gb18030"
    assert got.text.count(HANS) == 2


@pytest.mark.parametrize("mistaken", ["latin-1", "cp1252", "iso8859-15"])
def test_text_broken_before_it_was_served_is_mended(mistaken):
    page = f"<p>{HANS}</p>" * 8

    got = decode(page.encode("gb2312").decode(mistaken).encode())

    assert got.text == page


DASHES = "“The boat – Zhou’s own – is ready,” the mayor’s clerk said…"


@pytest.mark.parametrize("mistaken", ["latin-1", "cp1252"])
@pytest.mark.parametrize("text", [f"{ENGLISH} {DASHES}".replace("”", ""), FRENCH.replace("à", "a"), POLISH])
def test_a_page_whose_utf8_was_encoded_twice_is_read_once_more(text, mistaken):
    body = text.encode().decode(mistaken, "ignore").encode()

    assert decode(body).text == text.encode().decode(mistaken, "ignore").encode(mistaken).decode()


@pytest.mark.parametrize("text", [FRENCH, GERMAN, f"{DASHES} Ã©Ã©Ã©", "Ã© is what é becomes", "Â© 1999", "x" * 50])
def test_a_page_with_one_right_letter_is_not_read_again(text):
    assert decode(text.encode()).text == text


@given(st.binary(max_size=300))
def test_any_bytes_give_text(body):
    assert isinstance(decode(body, "text/html; charset=gbk").text, str)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("GB2312", "gb18030"),
        (" 'UTF8' ", "utf-8"),
        ("rot13", None),
        ("idna", None),
        ("punycode", None),
        ("unicode_escape", None),
        ("\0", None),
        ("x-unknown", None),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label, name):
    assert normalise(label) == name


@pytest.mark.parametrize("label", ["idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"])
def test_a_label_that_only_python_knows_does_not_keep_a_page_from_being_read(label):
    body = f"<meta charset={label}><p>{HANS}".encode("gb18030")

    assert decode(body, f"text/html; charset={label}").text.endswith(HANS)
