"""A real disk that is really full: a small file system in memory, filled by a crawl."""

import subprocess
from contextlib import suppress

import pytest

from tests.stand.commands import lines, reports, scrapy
from tests.stand.server import Stand

pytestmark = pytest.mark.e2e

ARTICLES = 150


@pytest.fixture
def small(tmp_path):
    """A file system of 1.5 MB; `small.grow()` makes it large."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", folder], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"a small file system cannot be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def grow(folder):
    subprocess.run(["mount", "-o", "remount,size=64m", folder], check=True)


@pytest.mark.parametrize("command", ["crawl", "crawlall"])
def test_4_when_the_disk_is_full_and_nothing_is_lost_when_there_is_room_again(small, command):
    output = small
    with Stand(ARTICLES) as stand:
        full = scrapy(command, "plain0", output=output, url=stand.url, STORAGE_COMMIT_ARTICLES=5)
        kept = lines(output, "plain0")
        grow(small)
        again = scrapy(command, "plain0", output=output, url=stand.url)

    assert full.code == 4, full.log
    assert "storage failed" in full.log.splitlines()[-1 if command == "crawl" else -2]
    assert again.code == 0, again.log
    assert 0 < len(kept) < ARTICLES
    first = reports(output, "plain0")[0]
    assert first["finish_reason"] in {"storage_failed", "interrupted"}
    assert first["counts"]["stored"] == len(kept)
    after = lines(output, "plain0")
    assert after[: len(kept)] == kept
    assert len({line["id"] for line in after}) == len(after) == ARTICLES


def test_1_when_the_disk_is_full_before_the_start(small):
    (small / "ballast").write_bytes(b"x" * 1_400_000)
    with Stand(3) as stand:
        with suppress(OSError):
            (small / "more").write_bytes(b"x" * 300_000)
        ended = scrapy("crawl", "plain0", output=small, url=stand.url)
        grow(small)
        again = scrapy("crawl", "plain0", output=small, url=stand.url)

    assert ended.code in {1, 4}, ended.log
    assert again.code == 0
    assert len(lines(small, "plain0")) == 3
