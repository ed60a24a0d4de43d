"""Redirects: followed a few steps, loops named, and none that vanishes."""

from typing import TYPE_CHECKING, Any

from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Request, Response

from crawler.middlewares.refusal import PageRefused

if TYPE_CHECKING:
    from scrapy import Spider


class RedirectsMiddleware(RedirectMiddleware):
    """Scrapy's redirects, past the filter of duplicates: that one drops a redirect to a URL seen before silently."""

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: "Spider | None" = None,  # noqa: ARG002 - the base class has it
    ) -> Request | Response:
        """Follow a redirect; one to another scheme is refused."""
        try:
            following = super().process_response(request, response)
        except ValueError as error:  # `mailto:…`, `http://[`
            raise PageRefused("redirect_scheme", f"leads to no URL of http: {error}", final=True) from error
        meta = request.meta
        wanted = meta.get("handle_httpstatus_all") or response.status in meta.get("handle_httpstatus_list", ())
        is_redirect = 300 <= response.status < 400 and b"Location" in response.headers
        if is_redirect and not wanted and not meta.get("dont_redirect") and following is response:
            raise PageRefused("redirect_scheme", "leads to another scheme than http", final=True)
        return following

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        before = request.meta.get("redirect_urls", [])
        # Once round may set a cookie, as some sites do; twice is a loop.
        if [*before, request.url].count(redirected.url) > 1:
            raise PageRefused("redirect_loop", f"{len(before) + 1} redirects and back", final=True)
        if request.meta.get("redirect_times", 0) >= self.max_redirect_times:
            raise PageRefused("redirect_loop", f"more than {self.max_redirect_times} redirects", final=True)
        following = super()._redirect(redirected, request, reason)
        following.dont_filter = True
        return following
