"""Every fault by its name."""

import gzip
import io
import random
import zlib
from functools import cache

import brotli
import zstandard

from tests.faults.server import Exchange, article, fault, sentences

MEGA = 1 << 20


def packed(exchange: Exchange, body: bytes, encoding: str) -> None:
    exchange.answer(body, f"Content-Encoding: {encoding}")


@cache
def zeros(megabytes: int) -> bytes:
    """Give a gzip stream of so many megabytes of nothing."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        for _ in range(megabytes):
            file.write(bytes(MEGA))
    return buffer.getvalue()


# --- statuses -----------------------------------------------------------------------------------------------------


@fault
def status_500(exchange):
    exchange.answer("broken", status="500 Internal Server Error")


@fault
def status_404(exchange):
    exchange.answer("gone", status="404 Not Found")


@fault
def flapping(exchange):
    """Two errors, then the page."""
    if exchange.number < 3:
        exchange.answer("broken", status="502 Bad Gateway")
    else:
        exchange.answer(exchange.healthy())


@fault
def error_page_200(exchange):
    exchange.answer(
        "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1>"
        "<p>The page you asked for does not exist.</p></body></html>"
    )


# --- connections --------------------------------------------------------------------------------------------------


@fault
def closes_at_once(exchange):
    """No answer at all."""


@fault
def resets(exchange):
    exchange.begin("Content-Length: 100000")
    exchange.send(b"<html>")
    exchange.reset()


@fault
def hangs_before_headers(exchange):
    exchange.wait(20)


@fault
def hangs_in_body(exchange):
    exchange.begin("Content-Length: 1000")
    exchange.send(b"<html><body>")
    exchange.wait(20)


@fault
def drips(exchange):
    """A byte now and then, so that no single read takes long."""
    exchange.begin("Content-Length: 100000")
    while not exchange.server.stopped.wait(0.1):
        exchange.send(b"a")


# --- heads and lengths --------------------------------------------------------------------------------------------


@fault
def endless_headers(exchange):
    exchange.send(b"HTTP/1.1 200 OK\r\n")
    while not exchange.server.stopped.is_set():
        exchange.send(b"X-More: and more\r\n" * 1000)


@fault
def endless_continue(exchange):
    while not exchange.server.stopped.is_set():
        exchange.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)


@fault
def header_of_300_kb(exchange):
    exchange.answer(exchange.healthy(), f"X-Long: {'a' * 300_000}")


@fault
def http_0_9(exchange):
    exchange.send(exchange.healthy().encode())


@fault
def length_too_long(exchange):
    body = exchange.healthy().encode()
    exchange.begin(f"Content-Length: {len(body) + 1000}")
    exchange.send(body)


@fault
def length_too_short(exchange):
    body = exchange.healthy().encode()
    exchange.begin(f"Content-Length: {len(body) // 2}")
    exchange.send(body)


@fault
def length_too_short_and_kept_alive(exchange):
    """The answer goes on on a connection that is to be used again."""
    body = exchange.healthy().encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body) // 2}\r\n\r\n"
    exchange.send(head.encode() + body)


@fault
def two_answers(exchange):
    """An answer that nobody asked for behind the one that was."""
    body = exchange.healthy().encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
    exchange.send((head.encode() + body) * 2)


@fault
def part_of_a_page(exchange):
    """What a broken cache sends: a range that nobody asked for."""
    body = exchange.healthy().encode()
    half = len(body) // 2
    exchange.answer(body[:half], f"Content-Range: bytes 0-{half - 1}/{len(body)}", status="206 Partial Content")


@fault
def part_that_is_whole(exchange):
    body = exchange.healthy().encode()
    exchange.answer(body, f"Content-Range: bytes 0-{len(body) - 1}/{len(body)}", status="206 Partial Content")


@fault
def length_not_a_number(exchange):
    exchange.begin("Content-Length: many")
    exchange.send(exchange.healthy().encode())


@fault
def two_lengths(exchange):
    exchange.begin("Content-Length: 10", "Content-Length: 20")
    exchange.send(exchange.healthy().encode())


@fault
def chunks_that_are_none(exchange):
    exchange.begin("Transfer-Encoding: chunked")
    exchange.send(b"zz\r\n" + exchange.healthy().encode())


@fault
def chunks_without_end(exchange):
    exchange.begin("Transfer-Encoding: chunked")
    while not exchange.server.stopped.is_set():
        exchange.send(b"10000\r\n" + b"<p>" + b"a" * 65533 + b"\r\n")


# --- sizes --------------------------------------------------------------------------------------------------------


@fault
def body_of_50_mb(exchange):
    exchange.begin()
    for _ in range(50):
        exchange.send(b"<p>more</p>" * (MEGA // 11))


@fault
def length_of_5_gb(exchange):
    exchange.begin("Content-Length: 5000000000")
    exchange.wait(20)


@fault
def gzip_bomb(exchange):
    packed(exchange, zeros(200), "gzip")


@fault
def gzip_in_gzip(exchange):
    packed(exchange, gzip.compress(zeros(200)), "gzip, gzip")


@fault
def gzip_in_gzip_undeclared(exchange):
    packed(exchange, gzip.compress(zeros(200)), "gzip")


@fault
def gzip_five_times(exchange):
    body = zeros(200)
    for _ in range(4):
        body = gzip.compress(body)
    packed(exchange, body, "gzip, gzip, gzip, gzip, gzip")


@fault
def deflate_bomb(exchange):
    packed(exchange, zeros(200)[10:-8], "deflate")


@fault
def br_bomb(exchange):
    packed(exchange, brotli.compress(bytes(64 * MEGA), quality=1), "br")


@fault
def zstd_bomb(exchange):
    packed(exchange, zstandard.compress(bytes(64 * MEGA)), "zstd")


# --- packing ------------------------------------------------------------------------------------------------------


@fault
def gzip_cut(exchange):
    body = gzip.compress(exchange.healthy().encode())
    packed(exchange, body[: len(body) // 2], "gzip")


@fault
def gzip_cut_once(exchange):
    """Cut the first time, whole the second."""
    body = gzip.compress(exchange.healthy().encode())
    packed(exchange, body[: len(body) // 2] if exchange.number == 1 else body, "gzip")


@fault
def deflate_cut(exchange):
    packed(exchange, zlib.compress(exchange.healthy().encode())[:-200], "deflate")


@fault
def br_cut(exchange):
    packed(exchange, brotli.compress(exchange.healthy().encode())[:-50], "br")


@fault
def zstd_cut(exchange):
    packed(exchange, zstandard.compress(exchange.healthy().encode())[:-50], "zstd")


@fault
def not_gzip(exchange):
    packed(exchange, exchange.healthy().encode(), "gzip")


@fault
def gzip_whole(exchange):
    packed(exchange, gzip.compress(exchange.healthy().encode()), "gzip")


@fault
def gzip_without_a_word(exchange):
    exchange.answer(gzip.compress(exchange.healthy().encode()))


@fault
def deflate_bare(exchange):
    """The stream without its zlib head, as old servers send it."""
    packed(exchange, zlib.compress(exchange.healthy().encode())[2:-4], "deflate")


@fault
def br_whole(exchange):
    packed(exchange, brotli.compress(exchange.healthy().encode()), "br")


@fault
def zstd_whole(exchange):
    packed(exchange, zstandard.compress(exchange.healthy().encode()), "zstd")


# --- redirects ----------------------------------------------------------------------------------------------------


@fault
def redirect_to_itself(exchange):
    exchange.redirect(exchange.path)


@fault
def redirect_loop(exchange):
    exchange.redirect("redirect-loop.html?b" if "?" not in exchange.path else "redirect-loop.html")


@fault
def redirect_without_end(exchange):
    exchange.redirect(f"redirect-without-end.html?step={exchange.server.asked.total()}")


@fault
def redirect_to_another_site(exchange):
    exchange.redirect("http://127.0.0.9:9/stolen.html")


@fault
def redirect_to_the_cloud(exchange):
    exchange.redirect("http://169.254.169.254/latest/meta-data/")


@fault
def redirect_to_a_file(exchange):
    exchange.redirect("file:///etc/passwd")


@fault
def redirect_to_data(exchange):
    exchange.redirect("data:text/html,<p>hello</p>")


@fault
def redirect_with_cookie(exchange):
    """Once round to set a cookie, as some sites do."""
    if "Cookie: seen=1" in exchange.head:
        exchange.answer(exchange.healthy())
    else:
        exchange.answer("", f"Location: {exchange.path}", "Set-Cookie: seen=1", status="302 Found")


@fault
def redirect_to_a_known_page(exchange):
    exchange.redirect("healthy-1.html")


# --- contents -----------------------------------------------------------------------------------------------------


@fault
def empty(exchange):
    exchange.answer("")


@fault
def pdf_as_html(exchange):
    exchange.answer(b"%PDF-1.7\n" + bytes(range(256)) * 40)


@fault
def picture(exchange):
    exchange.answer(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, kind="image/png")


@fault
def json_as_html(exchange):
    exchange.answer('{"error": {"code": 17, "message": "no such method"}}')


@fault
def nul_bytes(exchange):
    exchange.answer(b"\0" * 100_000)


@fault
def nul_inside(exchange):
    exchange.answer(exchange.healthy().encode().replace(b" the ", b" t\0he ").replace(b". ", b".\0 "))


@fault
def invalid_utf_8(exchange):
    exchange.answer(exchange.healthy().encode().replace(b"</h1>", b"</h1><p>\xff\xfe\x80\xc0\xaf</p>"))


@fault
def utf_8_called_gbk(exchange):
    exchange.answer(chinese(exchange.path).encode(), kind="text/html; charset=gbk")


@fault
def gbk_called_utf_8(exchange):
    exchange.answer(chinese(exchange.path).encode("gbk"))


PLACES = ["渡口", "河堤", "街市", "码头", "灯塔", "粮仓", "学堂", "桥头", "茶园", "船坞", "钟楼", "集市"]
PEOPLE = ["船工", "渔妇", "教师", "木匠", "邮差", "货郎", "看守", "药农", "学徒", "更夫", "窑工", "园丁"]
DEEDS = [
    "收拾缆绳",
    "点亮油灯",
    "清点货物",
    "修补屋顶",
    "记下水位",
    "晾晒渔网",
    "打扫台阶",
    "搬运石料",
    "抄写账本",
    "采摘新叶",
    "敲响晨钟",
    "测量河宽",
]


def chinese(seed: str) -> str:
    """Give a healthy Chinese page without a label of its own."""
    chance = random.Random(seed)
    lines = []
    for _ in range(6):
        parts = [
            f"{chance.choice(PLACES)}边的{chance.choice(PEOPLE)}在{chance.choice(PLACES)}前{chance.choice(DEEDS)}"
            for _ in range(6)
        ]
        lines.append("，".join(parts) + "。船上的货物在对岸卸下。")
    body = "".join(f"<p>{line}</p>" for line in lines)
    title = f"{chance.choice(PLACES)}的{chance.choice(PEOPLE)}清晨{chance.choice(DEEDS)}"
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


@fault
def lone_surrogates(exchange):
    exchange.answer(exchange.healthy().replace("</h1>", "</h1><p>Broken &#xD800; and &#56320; and \ud83d here.</p>"))


@fault
def nested_100000(exchange):
    exchange.answer("<html><body>" + "<div>" * 100_000 + sentences("deep", 1)[0] + "</div>" * 100_000)


@fault
def attributes_100000(exchange):
    names = " ".join(f"a{number}=''" for number in range(100_000))
    exchange.answer(f"<html><body><div {names}>" + exchange.healthy())


@fault
def links_200000(exchange):
    exchange.answer("<html><body>" + "".join(f"<a href='/x/{n}'>x</a>" for n in range(200_000)))


@fault
def text_of_20_mb(exchange):
    packed(exchange, gzip.compress(b"<html><body><p>" + b"word " * 4_000_000 + b"</p>"), "gzip")


@fault
def text_of_7_mb(exchange):
    exchange.answer(b"<html><body><h1>One long line</h1><p>" + b"word " * 1_400_000 + b"</p>")


@fault
def hostile_for_regexes(exchange):
    """What makes expressions with nested repeats run for ever."""
    lines = [
        "a" * 200_000 + "!",
        "(" * 200_000,
        " \t" * 100_000 + "x",
        "记者" * 100_000,
        "1-" * 100_000,
        "。" * 200_000,
    ]
    exchange.answer(exchange.healthy().replace("</article>", "".join(f"<p>{x}</p>" for x in lines) + "</article>"))


@fault
def escapes_in_title(exchange):
    exchange.answer(
        article(
            exchange.server.url + exchange.path, title="News\x1b[2J\x1b]0;owned\x07 of \u202ethe day and the harbour"
        )
    )


@fault
def script_in_title(exchange):
    exchange.answer(
        article(
            exchange.server.url + exchange.path, title="Harbour &lt;script&gt;alert(1)&lt;/script&gt; opens again today"
        )
    )
