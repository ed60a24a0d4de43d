"""SIGTERM while requests wait: the crawl ends soon, and nothing that was not asked for is lost."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.faults.conftest import ROOT, run
from tests.faults.server import FaultServer, listing

ARTICLES = [f"/news/2024/0305/{number}.html" for number in range(100, 130)]


@pytest.fixture
def server():
    with FaultServer() as made:
        made.pages["/"] = listing(*ARTICLES)
        yield made


@pytest.mark.parametrize("why", ["delay", "retry_after"])
def test_a_crawl_that_waits_ends_soon_after_sigterm(server, tmp_path, why):
    delay = 30 if why == "delay" else 0
    if why == "retry_after":
        server.pages[ARTICLES[0]] = lambda exchange: exchange.answer(
            "later", "Retry-After: 60", status="503 Service Unavailable"
        )
    sites = tmp_path / "sites"
    sites.mkdir()
    text = f'start_urls = ["{server.url}/"]\npoliteness = {{delay = {delay}.0, concurrency = 1}}'
    (sites / "slow.toml").write_text(text, encoding="utf-8")
    output = tmp_path / "output"
    settings = ["-s", f"SQUEEGEE_SITES={sites}", "-s", f"SQUEEGEE_OUTPUT={output}", "-s", "DOWNLOAD_DELAY_JITTER=0"]
    child = subprocess.Popen(
        [sys.executable, "-m", "scrapy", "crawl", "slow", *settings],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        waiting_for = "/robots.txt" if why == "delay" else ARTICLES[0]
        deadline = time.monotonic() + 30
        while not server.asked[waiting_for] and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.3)
        child.send_signal(signal.SIGTERM)
        start = time.monotonic()
        child.wait(20)
    finally:
        child.kill()
        child.wait()

    assert time.monotonic() - start < 10
    verdict = json.loads(next(output.glob("slow/*/run.json")).read_text(encoding="utf-8"))["verdict"]
    assert verdict.startswith("stopped on request before the end")
    assert "error" not in verdict
    server.pages.pop(ARTICLES[0], None)
    (sites / "slow.toml").write_text(f'start_urls = ["{server.url}/"]', encoding="utf-8")
    outcome = run(["crawl", "slow"], sites=sites, output=output)
    assert [url for url in outcome.doors if outcome.door(url) != "stored"] == []
    assert len(outcome.doors) == len(ARTICLES)
