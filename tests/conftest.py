"""What tests of several areas share."""

import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from jsonschema import Draft202012Validator
from scrapy.cmdline import execute

from crawler.demo.__main__ import write_sites
from crawler.demo.server import serve
from crawler.items import Article
from crawler.ledger import Ledger
from crawler.runs.files import clean
from crawler.runs.writer import RunWriter
from crawler.schemas import load_schema

# A deadline is by the wall clock: on a busy machine it says nothing of the code.
settings.register_profile("patient", settings(deadline=None))
settings.load_profile("patient")


def pytest_addoption(parser):
    parser.addoption("--refresh", action="store_true", help="accept what today's rules make of the golden cases")


def jsonl(path, lines):
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


@pytest.fixture
def make_run(tmp_path):
    """Write a finished run folder from articles; a rejected one comes as a tuple of article and further keys."""

    def make(*articles, site="alpha", run="20261122T101500Z", failed=(), output=None):
        folder = (output or tmp_path / "output") / site / run
        folder.mkdir(parents=True)
        stored = [item for item in articles if isinstance(item, Article)]
        rejected = [item for item in articles if not isinstance(item, Article)]
        everyone = [*stored, *(item for item, _ in rejected)]
        jsonl(folder / "articles.jsonl", [item.as_line() for item in stored])
        jsonl(folder / "rejected.jsonl", [item.as_line() | more for item, more in rejected])
        jsonl(folder / "failed.jsonl", failed)
        jsonl(folder / "trail.jsonl", [edit.as_line(item.id) for item in everyone for edit in item.trail])
        removed = {}
        for item in everyone:
            for edit in item.trail:
                if edit.action != "mark":
                    removed[edit.stage] = removed.get(edit.stage, 0) + len(edit.removed)
        reasons = [more["reason"] for _, more in rejected]
        report = {
            "run": run,
            "site": site,
            "start": f"{run[:4]}-{run[4:6]}-{run[6:8]}T{run[9:11]}:{run[11:13]}:{run[13:15]}+00:00",
            "end": f"{run[:4]}-{run[4:6]}-{run[6:8]}T{run[9:11]}:{run[11:13]}:{run[13:15]}+00:00",
            "finish_reason": "finished",
            "exit_code": 0,
            "verdict": "healthy",
            "counts": {
                "pages": len(everyone) + 3,
                "yielded": len(everyone) + len(failed),
                "stored": len(stored),
                "rejected": len(rejected),
                "failed": len(failed),
                "duplicates": sum(more["reason"] == "copy" for _, more in rejected),
                "removed_characters": removed,
                "rejects": {reason: reasons.count(reason) for reason in reasons},
            },
            "versions": {"squeegee": "0"},
            "settings_digest": "0",
        }
        (folder / "run.json").write_text(json.dumps(report), encoding="utf-8")
        return folder

    return make


ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Demo:
    """The demo mirrors, crawled once."""

    output: Path
    sites: Path
    runs: dict[str, Path]
    metrics: Path


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """Crawl the demo mirrors with the real command, once for all tests of a process."""
    folder = tmp_path_factory.mktemp("demo")
    output, sites = folder / "output", folder / "sites"
    sites.mkdir()
    with serve(0) as mirrors:
        write_sites(sites, mirrors)
        names = [served.mirror.name for served in mirrors]
        command = [sys.executable, "-m", "scrapy", "crawlall", *names, "-L", "WARNING"]
        settings = {"SQUEEGEE_SITES": sites, "SQUEEGEE_OUTPUT": output, "METRICS_TEXTFILE_DIR": folder / "metrics"}
        for name, value in settings.items():
            command += ["-s", f"{name}={value}"]
        subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    runs = {path.name: next(path.glob("2*")) for path in output.glob("demo-*") if path.is_dir()}
    return Demo(output, sites, runs, folder / "metrics")


@pytest.fixture
def ledger(tmp_path):
    """Give an empty ledger."""
    opened = Ledger.open(tmp_path / "ledger.sqlite")
    yield opened
    opened.close()


@pytest.fixture(params=[False, True], ids=["in memory", "committed"])
def settle(request, ledger):
    """Do nothing, or commit: every answer must be the same."""
    return ledger.commit if request.param else lambda: None


SCHEMAS = {name: Draft202012Validator(load_schema(name)) for name in ("article", "rejected", "failed", "trail", "run")}


@pytest.fixture(autouse=True)
def _every_line_is_valid(monkeypatch):
    """Hold every line that a test lets a run write against its JSON Schema, in which each of its keys is described."""
    append = RunWriter._append

    def checked(self, door, line, article=None):
        schema = SCHEMAS[door.removesuffix("s")]
        schema.validate(clean(line))
        assert set(line) <= set(schema.schema["properties"])
        for edit in article.trail if article is not None else ():
            SCHEMAS["trail"].validate(clean(edit.as_line(article.id)))
        return append(self, door, line, article)

    monkeypatch.setattr(RunWriter, "_append", checked)


@dataclass(frozen=True)
class Done:
    """What a command left."""

    code: int
    out: str
    err: str


@pytest.fixture
def scrapy_command(capfd, monkeypatch):
    """Run a project command in this process, which saves it the start; for commands that start no crawl."""

    def run(*args, stdin=b""):
        monkeypatch.chdir(ROOT)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        with pytest.raises(SystemExit) as stop:
            execute(["scrapy", *map(str, args)])
        out, err = capfd.readouterr()
        return Done(int(stop.value.code or 0), out, err)

    return run
