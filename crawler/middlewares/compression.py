"""Packed answers: unpacked with a limit, asked for again where they are cut, and never taken half."""

import re
from typing import TYPE_CHECKING, ClassVar

from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.retry import get_retry_request

from crawler.middlewares.refusal import PageRefused
from crawler.network.unpacking import NotPackedError, TooLargeError, TruncatedError, unpack

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response

MOST_LAYERS = 2
"""Encodings laid over each other; more than one is a mistake of a server, more than two an attack."""

PART = 206
"""Status of a part of a page; nobody asks for one, and broken caches send it all the same."""

WHOLE = re.compile(rb"bytes 0-(\d{1,18})/(\d{1,18})")
"""Content-Range of a part that may be the whole page: its last byte, and how many there are."""

GZIP = b"\x1f\x8b\x08"
"""How a gzipped body begins."""


class CompressionMiddleware(HttpCompressionMiddleware):
    """Scrapy's middleware with a strict unpacker: it takes a cut body for a whole one, this one does not."""

    reasons: ClassVar[dict[type[Exception], str]] = {
        TooLargeError: "too_large",
        TruncatedError: "truncated",
        NotPackedError: "not_packed",
    }

    def process_response(
        self,
        request: "Request",
        response: "Response",
        spider: "Spider | None" = None,  # noqa: ARG002 - the base class has it
    ) -> "Request | Response":
        """Unpack a body, or ask for it again."""
        try:
            return super().process_response(request, self._label(whole(response)))
        except (TooLargeError, TruncatedError, NotPackedError) as error:
            reason = self.reasons[type(error)]
            if isinstance(error, TooLargeError):
                raise PageRefused(reason, str(error), final=True) from error
            again = get_retry_request(request, spider=self.spider, reason=reason)
            if again is None:
                raise PageRefused(reason, str(error)) from error
            return again

    @staticmethod
    def _label(response: "Response") -> "Response":
        """Say of a page that came packed without a word that it is packed; a gzipped sitemap is a file of its own."""
        kind = (response.headers.get("Content-Type") or b"").lower()
        if response.body[:3] == GZIP and kind.startswith(b"text/") and "Content-Encoding" not in response.headers:
            response.headers["Content-Encoding"] = "gzip"
        return response

    def open_spider(self, spider: "Spider") -> None:
        """Remember the spider, which a second request is counted for."""
        super().open_spider(spider)
        self.spider = spider

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        return unpack(body, encoding.decode("ascii"), max_size)

    def _handle_encoding(self, body: bytes, content_encoding: list[bytes], max_size: int) -> tuple[bytes, list[bytes]]:
        layers = [name for value in content_encoding for name in value.lower().split(b",") if name.strip()]
        if len(layers) > MOST_LAYERS:
            raise TooLargeError(f"{len(layers)} encodings over each other")
        body, kept = super()._handle_encoding(body, content_encoding, max_size)
        # gzip named once may have been done twice by a server and a proxy before it
        if not kept and body[:3] == GZIP and len(layers) < MOST_LAYERS and b"gzip" in b",".join(layers):
            body = unpack(body, "gzip", max_size)
        return body, kept


def whole(response: "Response") -> "Response":
    """Give an answer back. Raises TruncatedError for one that is a part of a page by its own words."""
    if response.status == PART:
        extent = WHOLE.fullmatch((response.headers.get("Content-Range") or b"").strip())
        if extent is None or int(extent[1]) + 1 != int(extent[2]):
            raise TruncatedError("a part of the page, which nobody asked for")
    return response
