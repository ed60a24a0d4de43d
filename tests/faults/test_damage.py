"""Answers damaged at random: whatever comes over the wire, every page leaves by one door and the crawl ends."""

import gzip
import random

import pytest

from tests.faults.server import FaultServer, listing

SEEDS = (1, 2)
PATHS = [f"/news/2024/0305/{number}.html" for number in range(1000, 1060)]


def answers(body, chance):
    """Give a healthy answer in one of the forms that servers use."""
    packed = gzip.compress(body)
    chunks = b"".join(
        b"%x\r\n%s\r\n" % (len(body[at : at + 500]), body[at : at + 500]) for at in range(0, len(body), 500)
    )
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    return chance.choice(
        [
            head + b"Content-Length: %d\r\n\r\n" % len(body) + body,
            head + b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n",
            head + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed,
            b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n" % chance.choice(PATHS).encode(),
            b"HTTP/1.0 200 OK\r\n\r\n" + body,
        ]
    )


def damage(data, chance):
    """Change, insert, delete, cut or add some bytes, most of them in the head."""
    data = bytearray(data)
    for _ in range(chance.randrange(6)):
        at = min(chance.randrange(len(data)), chance.choice([200, len(data)]))
        what = chance.randrange(5)
        if what == 0:
            data[at : at + 1] = chance.randbytes(1)
        elif what == 1:
            data[at:at] = chance.randbytes(chance.randrange(1, 20))
        elif what == 2:
            del data[at : min(at + chance.randrange(1, 40), len(data) - 1)]
        elif what == 3:
            del data[chance.randrange(1, len(data) + 1) :]
        else:
            data += chance.choice([b"\r\n", b"\0", b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 50])
    return bytes(data)


class Damaged(FaultServer):
    """A server whose articles come damaged, each time in another way."""

    seed = 0

    def _page(self, exchange):
        return self._damaged if exchange.path.startswith("/news/") else super()._page(exchange)

    def _damaged(self, exchange):
        chance = random.Random(f"{self.seed} {exchange.path} {exchange.number}")
        data = damage(answers(exchange.healthy().encode(), chance), chance)
        for at in range(0, len(data), 1 + len(data) // 3):
            exchange.send(data[at : at + 1 + len(data) // 3])
        end = chance.random()
        if end < 0.1:
            exchange.reset()
        elif end < 0.2:
            exchange.wait(0.2)


@pytest.mark.parametrize("seed", SEEDS)
def test_damaged_answers_leave_by_one_door_each(crawl, seed):
    with Damaged() as server:
        server.seed = seed
        server.pages["/"] = listing(*PATHS)
        settings = ["DOWNLOAD_TIMEOUT=4", "BACKOFF_SECONDS=0.01"]
        outcome = crawl(damaged=f'start_urls = ["{server.url}/"]', settings=settings, limit=60)
    counts = outcome.runs["damaged"]["counts"]

    assert [path for path in PATHS if not outcome.door(server.url + path)] == []
    assert counts["yielded"] == counts["stored"] + counts["rejected"] + counts["failed"] == len(PATHS)
    assert "Traceback" not in outcome.log
