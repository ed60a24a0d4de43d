"""Names that resolve to inside addresses: refused after resolution, before any connection."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.server import FaultServer, listing

ROOT = Path(__file__).parents[2]

SPIDER = '''
from scrapy import Request, Spider

class StraySpider(Spider):
    """Asks for what a redirect or a link might lead to; it names none of these hosts."""

    name = "stray"
    custom_settings = {"ROBOTSTXT_OBEY": False, "DOWNLOAD_DELAY": 0, "RETRY_TIMES": 0, "LOG_LEVEL": "WARNING",
                       "STORAGE_ENABLED": False, "HTTPPROXY_ENABLED": False}

    async def start(self):
        for url in self.urls.split(","):
            yield Request(url, callback=self.came, errback=self.failed, cb_kwargs={"asked": url})

    def came(self, response, asked):
        print(f"CAME {asked} {response.status}")

    def failed(self, failure):
        print(f"FAILED {failure.request.cb_kwargs['asked']} {failure.value}")
'''


@pytest.fixture(scope="module")
def server():
    with FaultServer() as made:
        made.pages["/"] = listing("/news/2024/0305/100.html")
        made.pages["/news/2024/0305/100.html"] = lambda exchange: exchange.redirect(
            made.url.replace("127.0.0.1", "localhost") + "/news/2024/0305/secret.html"
        )
        yield made


@pytest.fixture(scope="module")
def lines(server, tmp_path_factory):
    """What a spider got that asks for inside addresses which its definition does not name."""
    folder = tmp_path_factory.mktemp("stray")
    (folder / "stray.py").write_text(SPIDER, encoding="utf-8")
    port = server.url.rpartition(":")[2]
    hosts = ["localhost", "127.0.0.1", "127.1", "0x7f.0.0.1", "2130706433", "0", "10.255.255.1", "169.254.169.254"]
    urls = [f"http://{host}:{port}/stray/{number}" for number, host in enumerate(hosts)]
    command = [sys.executable, "-m", "scrapy", "runspider", str(folder / "stray.py"), "-a", f"urls={','.join(urls)}"]
    done = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "CAME" in done.stdout or "FAILED" in done.stdout, done.stderr
    return dict(zip(hosts, sorted(done.stdout.splitlines(), key=lambda line: line.rpartition("/")[2]), strict=True))


def test_no_inside_address_is_asked(server, lines):
    assert not [line for line in lines.values() if line.startswith("CAME")]
    assert not [path for path in server.asked if path.startswith("/stray/")]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "2130706433", "10.255.255.1", "169.254.169.254"])
def test_the_refusal_names_the_address(lines, host):
    line = next(line for line in lines.values() if f"//{host}:" in line)

    assert "inside_address: resolves to" in line


def test_hosts_that_the_site_file_names_are_allowed(server, crawl):
    outcome = crawl(own=f'start_urls = ["{server.url}/"]')

    assert outcome.door(f"{server.url}/news/2024/0305/100.html").startswith("failed: offsite: leads to localhost")
    assert "/news/2024/0305/secret.html" not in server.asked


def test_a_name_in_the_domains_of_the_site_file_may_lie_inside(server, crawl):
    port = server.url.rpartition(":")[2]

    outcome = crawl(both=f'start_urls = ["{server.url}/"]\ndomains = ["127.0.0.1:{port}", "localhost:{port}"]')

    assert outcome.door(f"{server.url}/news/2024/0305/100.html") == "stored"
