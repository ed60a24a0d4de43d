"""A small fast server of invented sites: `/<site>/` lists the articles, `/<site>/<n>.html` is one of them.

Run as a program (`python -m tests.stand.server ARTICLES`) it prints its URL and serves until its input ends.
"""

import asyncio
import contextlib
import sys
import threading
from collections import Counter
from typing import Self

from tests.stand.prose import headline, page


class Stand:
    """A server of so many articles a site, with answers that a test can put in the place of a page.

    *answers* maps a path to status and body; *delay* is in seconds, for every article. After `hold` no article is
    answered until `go_on`.
    """

    def __init__(self, articles: int = 20, *, delay: float = 0.0, first: int = 0) -> None:
        self.numbers = range(first, first + articles)
        self.delay = delay
        self.answers: dict[str, tuple[int, str]] = {}
        self.asked: Counter[str] = Counter()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._ready = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        self._loop.close()

    def answer(self, path: str) -> tuple[int, str]:
        """Give status and body of a path."""
        if path in self.answers:
            return self.answers[path]
        site, _, name = path.strip("/").partition("/")
        if not name and "." not in site:
            links = "".join(
                f"<li><a href='/{site}/{number}.html'>{headline(site, number)}</a></li>" for number in self.numbers
            )
            return 200, f"<html><body><ul>{links}</ul></body></html>"
        number = name.removesuffix(".html")
        if number.isdigit() and int(number) in self.numbers:
            return 200, page(site, int(number))
        return 404, "<html><body>not here</body></html>"

    def hold(self) -> None:
        """Answer no article until `go_on`."""
        self._loop.call_soon_threadsafe(self._open.clear)

    def go_on(self) -> None:
        """Answer everything that waits."""
        self._loop.call_soon_threadsafe(self._open.set)

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._main())

    async def _main(self) -> None:
        self._stop, self._open = asyncio.Event(), asyncio.Event()
        self._open.set()
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ", 2)[1].decode()
                self.asked[path] += 1
                if path.endswith(".html"):
                    await asyncio.sleep(self.delay)
                    await self._open.wait()
                status, text = self.answer(path)
                body = text.encode()
                writer.write(
                    b"HTTP/1.1 %d X\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
                    % (status, len(body))
                    + body
                )
                await writer.drain()
        writer.close()


if __name__ == "__main__":
    with Stand(int(sys.argv[1])) as stand:
        sys.stdout.write(stand.url + "\n")
        sys.stdout.flush()
        sys.stdin.read()
