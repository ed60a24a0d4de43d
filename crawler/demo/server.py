"""The server of the demo mirrors: one small threaded HTTP server for each mirror, on a loopback host of its own."""

import errno
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

from crawler.demo.mirrors import MIRRORS, Mirror

if TYPE_CHECKING:
    from collections.abc import Callable

PORT = 28737
"""Asked for first, so that the URLs of two runs are the same; nothing is registered on it."""
TRIES = 50
"""Ports asked for until one is free on every host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """One mirror that is being served."""

    mirror: Mirror
    root: str
    """Its URL, without a slash at the end."""
    requests: list[str]
    """The paths asked for so far, in order."""


class MirrorServer(ThreadingHTTPServer):
    """Serve one mirror, whose pages are made when it starts."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, host: str, port: int, mirror: Mirror) -> None:
        super().__init__((host, port), MirrorHandler)
        self.mirror = mirror
        self.root = f"http://{host}:{self.server_port}"
        self.replies = mirror.replies(self.root)
        self.requests: list[str] = []


class MirrorHandler(BaseHTTPRequestHandler):
    """Answer GET and HEAD with what the mirror has under the path."""

    protocol_version = "HTTP/1.1"
    server: MirrorServer

    def do_GET(self) -> None:
        """Answer with the page."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers of the page."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        self.server.requests.append(self.path)
        reply = self.server.mirror.answer(self.path, self.server.replies)
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name of the base class
        """Say nothing: the crawl's own log tells what was fetched."""


@contextmanager
def serve(port: int, mirrors: Sequence[Mirror] = MIRRORS) -> Iterator[list[Served]]:
    """Serve the mirrors on 127.0.0.2, 127.0.0.3 and so on while the context is open.

    All listen on one *port*; where it is taken, on the next free one. Where a system gives loopback one address only,
    all stand on 127.0.0.1, on ports in a row. Raises OSError where no port is free.
    """
    servers = _bind(port, mirrors)
    with ExitStack() as stack:
        for server in servers:
            stack.callback(server.server_close)
            thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
        yield [Served(mirror=server.mirror, root=server.root, requests=server.requests) for server in servers]


def _bind(port: int, mirrors: Sequence[Mirror]) -> list[MirrorServer]:
    """Bind a server for every mirror, trying further ports while one is taken."""
    place: Callable[[int, int], tuple[str, int]] = _own_host
    for attempt in range(TRIES):
        servers: list[MirrorServer] = []
        try:
            for number, mirror in enumerate(mirrors):
                servers.append(MirrorServer(*place(number, port + attempt), mirror))
        except OSError as error:
            for server in servers:
                server.server_close()
            if error.errno == errno.EADDRNOTAVAIL:
                place = _own_port
            elif error.errno != errno.EADDRINUSE:
                raise
        else:
            return servers
    raise OSError(errno.EADDRINUSE, f"no free port from {port} on")


def _own_host(number: int, port: int) -> tuple[str, int]:
    return f"127.0.0.{number + 2}", port


def _own_port(number: int, port: int) -> tuple[str, int]:
    return "127.0.0.1", port + number
