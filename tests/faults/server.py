"""A server that misbehaves on request: the last part of a path names the fault, the first the group of its list."""

import contextlib
import random
import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Self

WORDS = [
    "harbour",
    "ferry",
    "timetable",
    "council",
    "bridge",
    "market",
    "winter",
    "library",
    "orchard",
    "engine",
    "valley",
    "lantern",
    "archive",
    "meadow",
    "signal",
    "quarry",
    "festival",
    "carpenter",
    "island",
    "museum",
    "committee",
    "railway",
    "pottery",
    "glacier",
    "workshop",
    "reservoir",
    "teacher",
    "village",
    "winds",
    "measured",
    "opened",
    "repaired",
    "counted",
    "walked",
    "carried",
    "promised",
    "described",
    "painted",
    "collected",
]

Answer = Callable[["Exchange"], None]
FAULTS: dict[str, Answer] = {}
"""What each fault does, by its name."""


def fault(function: Answer) -> Answer:
    """Register a fault under its name, with dashes."""
    FAULTS[function.__name__.replace("_", "-")] = function
    return function


def sentences(seed: str, number: int) -> list[str]:
    """Give so many paragraphs that belong to the seed alone."""
    chance = random.Random(seed)
    lines = []
    for _ in range(number):
        parts = [" ".join(chance.choice(WORDS) for _ in range(14)).capitalize() + "." for _ in range(3)]
        lines.append(" ".join(parts))
    return lines


def article(seed: str, title: str = "", more: str = "") -> str:
    """Give a healthy page."""
    title = title or " ".join(sentences(f"title {seed}", 1)[0].split()[:6])
    body = "".join(f"<p>{line}</p>" for line in sentences(seed, 5))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}{more}</article></body></html>"
    )


class Exchange:
    """One request and what can be answered to it."""

    def __init__(self, server: "FaultServer", connection: socket.socket, path: str, head: str, number: int) -> None:
        self.server = server
        self.connection = connection
        self.path = path
        self.head = head
        self.number = number
        """How often the path was asked for, this time included."""

    @property
    def name(self) -> str:
        """The fault."""
        return self.path.rpartition("/")[2].partition(".")[0].partition("?")[0]

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.connection.sendall(data)

    def begin(self, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> None:
        """Send a status and headers."""
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", "Connection: close", *headers]
        self.send("\r\n".join([*lines, "", ""]).encode())

    def answer(
        self,
        body: str | bytes,
        *headers: str,
        status: str = "200 OK",
        kind: str = "text/html; charset=utf-8",
    ) -> None:
        """Send a whole answer."""
        data = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
        self.begin(f"Content-Length: {len(data)}", *headers, status=status, kind=kind)
        self.send(data)

    def redirect(self, target: str) -> None:
        """Send a redirect."""
        self.answer("", f"Location: {target}", status="302 Found")

    def healthy(self) -> str:
        """Give the page that would be right here; no two servers have one text, or it would be a copy."""
        return article(self.server.url + self.path)

    def wait(self, seconds: float = 3600) -> None:
        """Wait, but not longer than the server runs."""
        self.server.stopped.wait(seconds)

    def reset(self) -> None:
        """Break the connection off hard."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


class FaultServer:
    """Serves one host on a port of its own; *pages* are answers of this server alone, by path."""

    def __init__(
        self,
        host: str = "127.0.0.1",
        pages: dict[str, Answer] | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.pages = pages or {}
        self.tls = tls
        self.asked: Counter[str] = Counter()
        self.heads: list[str] = []
        self.times: list[tuple[str, float]] = []
        """Each path asked for, and when."""
        self.stopped = threading.Event()
        self.listener = socket.create_server((host, 0), backlog=256)
        self.url = f"http{'s' if tls else ''}://{host}:{self.listener.getsockname()[1]}"
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._accepter = threading.Thread(target=self._accept, daemon=True)
        self._accepter.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self._accepter.join(5)
        for thread in self._threads:
            thread.join(5)

    def gaps(self) -> list[float]:
        """Give the seconds between each request and the next."""
        times = [when for _, when in self.times]
        return [later - sooner for sooner, later in pairwise(times)]

    def _accept(self) -> None:
        while not self.stopped.is_set():
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            thread.start()
            self._threads.append(thread)

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(30)
        if self.tls:
            try:
                connection = self.tls.wrap_socket(connection, server_side=True)
            except OSError:
                connection.close()
                return
        with contextlib.suppress(OSError), connection:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            path = head.split(b" ", 2)[1].decode("latin-1")
            self.asked[path] += 1
            self.heads.append(head.decode("latin-1"))
            self.times.append((path, time.monotonic()))
            exchange = Exchange(self, connection, path, head.decode("latin-1"), self.asked[path])
            self._page(exchange)(exchange)

    def _page(self, exchange: Exchange) -> Answer:
        if exchange.path in self.pages:
            return self.pages[exchange.path]
        if exchange.path == "/robots.txt":
            return not_found
        return FAULTS.get(exchange.name, lambda other: other.answer(other.healthy()))


def not_found(exchange: Exchange) -> None:
    """Answer 404."""
    exchange.answer("<html><body>not here</body></html>", status="404 Not Found")


def listing(*paths: str, more: str = "") -> Answer:
    """Give a page that lists articles."""
    items = "".join(f"<li><a href='{path}'>{' '.join(sentences(path, 1)[0].split()[:7])}</a></li>" for path in paths)
    page = f"<html><head><title>News</title></head><body><ul>{items}</ul>{more}</body></html>"
    return lambda exchange: exchange.answer(page)
