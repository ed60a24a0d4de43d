"""Run the real `scrapy` command against the stand and read what it left behind."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Ended:
    """A command that came to its end."""

    code: int
    log: str

    @property
    def last_line(self) -> str:
        return self.log.strip().splitlines()[-1]


SITES = 10
"""Sites on the stand: plain0, plain1, …"""

SITE = """start_urls = ["{url}/{name}/"]

[discover]
article = ['/\\d+\\.html$']
automatic = false
"""


def write_sites(output: Path, url: str) -> Path:
    """Write the TOML files of the stand's sites beside an output folder; those that are there stay."""
    folder = output.parent / f"{output.name}-sites"
    folder.mkdir(parents=True, exist_ok=True)
    for name in (f"plain{number}" for number in range(SITES)):
        file = folder / f"{name}.toml"
        if not file.exists():
            file.write_text(SITE.format(url=url, name=name))
    return folder


def command(*arguments: str, output: Path, url: str, **settings: object) -> list[str]:
    """Give the command line of a crawl of the stand's sites."""
    told = {
        "SQUEEGEE_SITES": write_sites(output, url),
        "SPIDER_MODULES": "tests.stand.spiders",
        "SQUEEGEE_OUTPUT": output,
        **settings,
    }
    options = [part for name, value in told.items() for part in ("-s", f"{name}={value}")]
    return [sys.executable, "-m", "scrapy.cmdline", *arguments, *options]


def environment(url: str) -> dict[str, str]:
    """Give the environment in which spiders find the stand."""
    return os.environ | {"STAND_URL": url, "PYTHONPATH": str(ROOT)}


def scrapy(*arguments: str, output: Path, url: str = "http://127.0.0.1:9", **settings: object) -> Ended:
    """Run a command to its end; a run of plain sites takes a second or two."""
    ended = subprocess.run(
        command(*arguments, output=output, url=url, **settings),
        cwd=ROOT,
        env=environment(url),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout + ended.stderr)


def started(*arguments: str, output: Path, url: str, log: Path, **settings: object) -> "subprocess.Popen[bytes]":
    """Start a command and give its process; its log goes into a file."""
    with log.open("ab") as file:
        return subprocess.Popen(
            command(*arguments, output=output, url=url, **settings),
            cwd=ROOT,
            env=environment(url),
            stdout=file,
            stderr=file,
        )


def reports(output: Path, site: str) -> list[dict]:
    """Give the run.json of all runs of a site, the oldest first."""
    return [json.loads(path.read_text()) for path in sorted((output / site).glob("*Z/run.json"))]


def lines(output: Path, site: str, door: str = "articles") -> list[dict]:
    """Give the lines of a door over all runs of a site."""
    return [
        json.loads(line)
        for path in sorted((output / site).glob(f"*Z/{door}.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def wait_for(holds: Callable[[], object]) -> None:
    """Wait until something holds, a minute at most."""
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
