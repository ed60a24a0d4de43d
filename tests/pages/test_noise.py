"""Bytes that are no text: refused, whatever they are called, and no page that is only damaged with them."""

import gzip
import random

import pytest
from scrapy.settings import Settings

from crawler import settings as module
from crawler.single_pages.cleaning import Cleaner

NEWS = (
    "The old mill at Stonebridge turned again on Tuesday, and thirty apprentices made bean curd by the river.",
    "The mayor said a wooden bridge would follow next year, so that the children need not walk two miles round.",
    "Most of the villagers had brought cakes, and the miller's widow cut the ribbon with her own shears.",
)
CHINESE = (
    "石桥镇的老磨坊星期二重新转动，三十名学徒在河边学做豆腐，围观的人把岸边站得满满的。",
    "镇长说，明年还要修一座木桥，让对岸的孩子少走两里路。",
    "磨坊主人的遗孀亲手剪了彩，老人们说已经有二十年没有听到水车的声音了。",
)


@pytest.fixture(scope="module")
def cleaner():
    settings = Settings()
    settings.setmodule(module, priority="project")
    return Cleaner.from_settings(settings)


def noise(length, seed=0):
    return random.Random(seed).randbytes(length)


def page(*paragraphs):
    body = b"".join(b"<p>" + text + b"</p>\n" for text in paragraphs)
    return (
        b"<html><head><title>The mill turns again</title></head><body><h1>The mill turns again</h1>"
        + body
        + b"</body></html>"
    )


NOISE = {
    **{f"{length} random bytes": noise(length, length) for length in (200, 1000, 5_000, 30_000, 120_000)},
    "a picture": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + noise(20_000, 1),
    "a torn picture": noise(20_000, 2),
    "packed text": gzip.compress("".join(NEWS).encode() * 3 + noise(20_000, 3), mtime=0),
    "packed text without its head": gzip.compress(noise(20_000, 4), mtime=0)[10:],
    "random bytes in a page": page(noise(20_000, 5)),
    "random bytes without control characters": bytes(byte for byte in noise(20_000, 6) if byte >= 32),
}


@pytest.mark.parametrize("what", NOISE)
@pytest.mark.parametrize("kind", ["text/html", "text/html; charset=gb2312", "text/html; charset=utf-8"])
def test_bytes_that_are_no_text_are_refused(cleaner, what, kind):
    cleaned = cleaner.page(NOISE[what], "http://mirror.example/1.html", content_type=kind)

    assert cleaned.rejected is not None
    assert cleaned.rejected.reason in {"not_html", "no_text", "hopelessly_damaged"}


DAMAGED = {
    "one sentence with lost bytes": page(
        *(text.encode() for text in NEWS), b"\xff\xfe\x01\x02 gate \x80\x81\x05\x06 water \x9f."
    ),
    "one sentence read as Latin": page(
        *(text.encode() for text in CHINESE), CHINESE[0][:20].encode().decode("latin-1").encode()
    ),
    "one sentence of another charset": page(*(text.encode() for text in CHINESE), "水车又转了。".encode("gb18030")),
    "text and control characters without a tag": b"\n".join(text.encode("cp1252") for text in NEWS)
    + b"\xe9t\xe9 \x01\x02\x03\x04",
    "zeros behind the text": page(*(text.encode("gb18030") for text in CHINESE)) + bytes(4000),
}


@pytest.mark.parametrize("what", DAMAGED)
def test_a_page_that_is_only_damaged_is_kept(cleaner, what):
    cleaned = cleaner.page(DAMAGED[what], "http://mirror.example/1.html")

    assert cleaned.rejected is None
    assert "木桥" in cleaned.article.text or "bridge" in cleaned.article.text


MIXED = (
    "Компания Яндекс показала YandexGPT, а IT-отдел банка купил пять серверов Dell и систему SAP для филиала.",
    "В отделе говорят, что VPN-сервисы, HR-портал и CRM-система переедут на новый адрес до конца года.",
)


@pytest.mark.parametrize("charset", ["utf-8", "cp1251", "koi8-r", "utf-16"])
def test_a_text_in_two_alphabets_is_kept(cleaner, charset):
    html = page(b"{}").decode().replace("{}", "</p><p>".join(MIXED * 3)).encode(charset)

    assert cleaner.page(html, "http://mirror.example/1.html").rejected is None
