"""Crawls with the real command, and what they left behind."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOORS = {"articles.jsonl": "stored", "rejected.jsonl": "rejected", "failed.jsonl": "failed"}


@dataclass
class Outcome:
    """What one command did."""

    exit_code: int
    seconds: float
    megabytes: float
    log: str
    output: Path
    runs: dict = field(default_factory=dict)
    """`run.json` of the newest run of each site."""
    doors: dict = field(default_factory=dict)
    """Door and line of every URL of those runs."""

    def door(self, url):
        """Give `stored`, `rejected: reason` or `failed: error` of a URL, empty where it left by no door."""
        if url not in self.doors:
            return ""
        door, line = self.doors[url]
        return {"stored": door, "rejected": f"{door}: {line.get('reason')}", "failed": f"{door}: {line.get('error')}"}[
            door
        ]


def run(command, *, sites, output, settings=(), limit=120):
    """Run a scrapy command and read what it wrote."""
    arguments = [
        sys.executable,
        "-m",
        "scrapy",
        *command,
        "-s",
        f"SQUEEGEE_SITES={sites}",
        "-s",
        f"SQUEEGEE_OUTPUT={output}",
    ]
    for setting in ("LOG_LEVEL=WARNING", "BACKOFF_SECONDS=0.05", *settings):
        arguments += ["-s", setting]
    log = output.parent / f"{output.name}.log"
    start = time.monotonic()
    with log.open("wb") as stream:
        child = subprocess.Popen(
            arguments, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=stream, stderr=stream
        )
        try:
            while True:
                pid, status, usage = os.wait4(child.pid, os.WNOHANG)
                if pid:
                    break
                if time.monotonic() - start > limit:
                    child.kill()
                    os.wait4(child.pid, 0)
                    raise AssertionError(f"still running after {limit} s: {log.read_text(errors='replace')[-2000:]}")
                time.sleep(0.02)
        finally:
            child.returncode = 0  # waited for above
    outcome = Outcome(
        exit_code=os.waitstatus_to_exitcode(status),
        seconds=time.monotonic() - start,
        megabytes=usage.ru_maxrss / 1024,
        log=log.read_text(encoding="utf-8", errors="replace"),
        output=output,
    )
    for folder in sorted(output.glob("*/2*")):
        if not (folder / "run.json").exists():
            continue
        outcome.runs[folder.parent.name] = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        for name, door in DOORS.items():
            for line in (folder / name).read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                outcome.doors[record["url"]] = (door, record)
    return outcome


@pytest.fixture(scope="module")
def crawl(tmp_path_factory):
    """Crawl sites given by name and TOML text; several go through `crawlall`."""

    def start(output=None, settings=(), limit=120, **sites):
        base = tmp_path_factory.mktemp("crawl")
        folder = base / "sites"
        folder.mkdir()
        for name, text in sites.items():
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        command = ["crawl", *sites] if len(sites) == 1 else ["crawlall", *sites]
        return run(command, sites=folder, output=output or base / "output", settings=settings, limit=limit)

    return start
