"""Cookies stay few."""

from scrapy import Request
from scrapy.http import Response

from crawler.middlewares.cookies import MOST_COOKIES, BoundedCookiesMiddleware


def test_a_site_cannot_fill_the_memory_with_cookies():
    cookies = BoundedCookiesMiddleware()
    request = Request("http://a.com/")

    for page in range(20):
        headers = {"Set-Cookie": [f"c{page}x{number}=1" for number in range(50)]}
        cookies.process_response(request, Response("http://a.com/", headers=headers))

        assert len(cookies.jars[None]) <= MOST_COOKIES


def test_a_cookie_is_sent_back():
    cookies = BoundedCookiesMiddleware()
    cookies.process_response(Request("http://a.com/"), Response("http://a.com/", headers={"Set-Cookie": "seen=1"}))
    following = Request("http://a.com/b")

    cookies.process_request(following)

    assert following.headers["Cookie"] == b"seen=1"
