"""The HTTP handler: Scrapy's own for HTTP/1.1, with an eye on addresses and on answers that do not end or do not fit."""

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _BindAddressAgent,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _ScrapyAgent,
)
from scrapy.exceptions import DownloadTimeoutError
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.interfaces import IReactorPluggableNameResolver
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS, ParseError
from twisted.web.http import _DataLoss, _IdentityTransferDecoder
from zope.interface import implementer  # type: ignore[import-untyped]  # it has no types

from crawler.extensions.stopping import is_stopping
from crawler.middlewares.hosts import named_hosts
from crawler.middlewares.refusal import STOPPED, PageRefused
from crawler.network.addresses import is_inside
from crawler.urls import owns

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.interfaces import IAddress

# These names are Scrapy's and Twisted's own business, but there is no public place between name resolution and
# connection, or inside an answer's head; some of Twisted's have no types. The tests of tests/faults hold every use.

# Where certificates are not verified, as a site file asks, Scrapy warns of a wrong name at every connection.
logging.getLogger("scrapy.core.downloader.tls").addFilter(lambda record: record.levelno > logging.WARNING)

MOST_HEAD = 256 << 10
"""Bytes of an answer before its body (status, headers, 1xx answers); browsers stop at the same order of size."""

GRACE_SECONDS = 5.0
"""Seconds after DOWNLOAD_TIMEOUT at which a request is given up by force."""
DEFAULT_SECONDS = 30.0
"""Seconds where a request has no timeout of its own."""


@implementer(IReactorPluggableNameResolver)
class GuardedReactor:
    """A reactor that connects to no inside address; names are resolved before, so what a name says does not count."""

    def __init__(self, reactor: Any) -> None:
        self._reactor = reactor

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reactor, name)

    def connectTCP(self, host: str, port: int, *args: Any, **kwargs: Any) -> Any:  # noqa: N802 - Twisted's name
        """Connect to an address, unless it lies inside."""
        if is_inside(host):
            raise PageRefused("inside_address", f"resolves to {host}", final=True)
        return self._reactor.connectTCP(host, port, *args, **kwargs)


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """A connection that ends an answer whose head does not end, and one whose body is longer than it said."""

    _head = 0

    def request(self, request: Any) -> Any:
        """Send a request and count the head of its answer from nought."""
        self._head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Take a piece of the answer."""
        parser = self._parser
        if parser is None:  # more than was asked for, on a connection that was about to be used again
            if self.transport is not None:
                self.transport.abortConnection()
            return
        if parser.state in {STATUS, HEADER}:
            self._head += len(data)
            if self._head > MOST_HEAD:
                error = ParseError("the head of the answer does not end", b"")  # type: ignore[no-untyped-call]
                self._giveUp(Failure(error))  # type: ignore[no-untyped-call]
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]

    def _finishResponse_WAITING(self, rest: bytes) -> None:  # noqa: N802 - Twisted's name
        decoder = getattr(self._parser, "bodyDecoder", None)
        if self._state == "WAITING" and rest.strip() and isinstance(decoder, _IdentityTransferDecoder):
            # The body was cut where Content-Length said so, and goes on behind it: half a page is no page. A decoder
            # that still waits for something makes Twisted report the loss.
            decoder.contentLength = 1
            self._giveUp(Failure(_DataLoss("longer than Content-Length")))  # type: ignore[no-untyped-call]
            return
        super()._finishResponse_WAITING(rest)

    _finishResponse_TRANSMITTING = _finishResponse_WAITING  # noqa: N815 - Twisted's name


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Makes such connections."""

    def buildProtocol(self, addr: "IAddress | None") -> BoundedProtocol:  # noqa: ARG002, N802 - Twisted's name
        """Make a connection."""
        return BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class GuardedAgent(_ScrapyAgent):
    """Scrapy's agent, connecting through a guarded reactor."""

    def _get_agent(self, request: "Request", timeout: float) -> Any:
        agent = super()._get_agent(request, timeout)
        if isinstance(agent, _BindAddressAgent) and not request.meta.get("proxy"):
            from twisted.internet import reactor  # noqa: PLC0415 - importing it installs one

            agent._endpointFactory._reactor = GuardedReactor(reactor)  # noqa: SLF001
        return agent


class GuardedHandler(HTTP11DownloadHandler):
    """Fetch over HTTP and HTTPS; hosts that the site file names may be inside addresses, no others."""

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory  # noqa: SLF001

    async def download_request(self, request: "Request") -> "Response":
        """Fetch a page, unless the crawl is to stop.

        Raises DownloadTimeoutError also where the layers below have lost track of a connection that broke in an
        unforeseen way: a request without an end would keep the crawl from ending.
        """
        if is_stopping(self._crawler):
            raise PageRefused(STOPPED)
        seconds = float(request.meta.get("download_timeout") or DEFAULT_SECONDS) + GRACE_SECONDS
        try:
            return await asyncio.wait_for(self._download(request), seconds)
        except TimeoutError as error:
            raise DownloadTimeoutError(f"{request.url} had no end after {seconds:g} s") from error

    async def _download(self, request: "Request") -> "Response":
        if owns(named_hosts(self._crawler.spider), urlparse_cached(request).netloc.lower()):
            return await super().download_request(request)
        agent = GuardedAgent(
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
        with wrap_twisted_exceptions():
            return await maybe_deferred_to_future(agent.download_request(request))
