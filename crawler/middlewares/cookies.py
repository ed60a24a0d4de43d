"""Cookies, which some sites want back before they show a page, in a number that stays bounded."""

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.cookies import CookiesMiddleware

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response

MOST_COOKIES = 180
"""Cookies kept for a site; browsers keep as many for a host."""


class BoundedCookiesMiddleware(CookiesMiddleware):
    """Scrapy's cookies; a site that sets more than a browser would keep is forgotten and may begin anew."""

    def process_response(
        self,
        request: "Request",
        response: "Response",
        spider: "Spider | None" = None,  # noqa: ARG002 - the base class has it
    ) -> "Request | Response":
        """Take the cookies of an answer."""
        result = super().process_response(request, response)
        jar = self.jars[request.meta.get("cookiejar")]
        if len(jar) > MOST_COOKIES:
            jar.clear()
        return result
