"""The documents say what the code does: stages, settings and commands are all described."""

import importlib
import pkgutil
import re
from itertools import chain
from pathlib import Path

import pytest
from scrapy.utils.misc import load_object

import crawler.commands
from crawler import settings

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
STAGES = [load_object(stage).name for stage in sorted(settings.ITEM_PIPELINES, key=settings.ITEM_PIPELINES.__getitem__)]
HEADINGS = ["What it does", "Why", "Example", "Settings", "What it writes to the audit"]
OWN = re.compile(
    r"\b(?:SQUEEGEE|TEMPLATE|INJECTION|BYLINE|SPINNING|QUALITY|DEDUPLICATION|STORAGE|DISCOVERY|BACKOFF|CRAWLALL"
    r"|PROGRESS|METRICS)_[A-Z_]+"
)
READ = re.compile(rf"\b(?:get(?:bool|int|float|list|dict)?|_chosen)\(\s*\"({OWN.pattern})\"")

REASON = re.compile(r"reason=\"(\w+)\"|Rejected\(self\.name, \"(\w+)\"|_credit\(\"(\w+)\"")
BESIDE = {"normalization": ["unicode", "damage"]}
"""Modules of text logic that have another name than their stage."""


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def sections(text, level):
    """Split a document at the headings of a level."""
    parts = re.split(rf"^{'#' * level} (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_picture_of_the_flow_has_the_stages_in_their_order():
    assert " --> ".join(STAGES) in read("docs/flow.md")


def test_every_stage_has_its_section_in_the_order_of_the_flow():
    assert list(sections(read("docs/flow.md"), 2)) == STAGES


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_described_under_the_five_headings(stage):
    assert list(sections(sections(read("docs/flow.md"), 2)[stage], 3)) == HEADINGS


def test_the_readme_shows_the_flow_in_its_order():
    assert re.findall(r"^\| \[(\w+)\]\(docs/flow", read("README.md"), flags=re.MULTILINE) == STAGES


@pytest.mark.parametrize("stage", STAGES)
def test_one_stem_names_the_stage_its_class_and_its_tests(stage):
    module = importlib.import_module(f"pipelines.{stage}")

    assert hasattr(module, f"{stage.capitalize()}Pipeline")
    assert list((ROOT / "tests").rglob(f"test_{stage}*.py"))


def reasons(stage):
    """Give the reasons that the modules of a stage, and of the text logic under it, state in so many words."""
    text = ROOT / "pipelines" / "text"
    modules = [ROOT / "pipelines" / f"{stage}.py", text / f"{stage}.py", *(text / stage).rglob("*.py")]
    modules += [text / f"{name}.py" for name in BESIDE.get(stage, ())]
    sources = [path.read_text(encoding="utf-8") for path in modules if path.exists()]
    return {reason for source in sources for reason in filter(None, chain(*REASON.findall(source)))}


@pytest.mark.parametrize("stage", STAGES)
def test_every_reason_of_a_stage_is_described(stage):
    described = set(re.findall(r"`(\w+)`", sections(read("docs/flow.md"), 2)[stage]))

    assert reasons(stage)
    assert reasons(stage) <= described


def own_settings():
    """Give the settings that settings.py states and those that any module reads."""
    stated = {name for name in vars(settings) if OWN.fullmatch(name)}
    sources = [
        path.read_text(encoding="utf-8")
        for folder in ("crawler", "pipelines")
        for path in (ROOT / folder).rglob("*.py")
    ]
    return stated | {name for source in sources for name in READ.findall(source)}


def test_the_settings_described_are_those_that_exist():
    assert set(OWN.findall(read("docs/settings.md"))) == own_settings()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_no_setting_that_does_not_exist(path):
    assert set(OWN.findall(path.read_text(encoding="utf-8"))) <= own_settings()


def ways_to_write(default):
    """Give the ways in which a table of settings may write a default."""
    if isinstance(default, bool):
        return {str(default).lower()}
    if isinstance(default, int | float):
        return {f"{default:,g}", f"{default:,}", f"{default:g} s", f"{int(default) >> 20} MiB"}
    if isinstance(default, list):
        return {",".join(map(str, default)) or "none"}
    return {default or "none"}


def test_the_defaults_described_are_those_of_the_code():
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \| ([^|]+?) \|", read("docs/settings.md"), flags=re.MULTILINE)
    told = {name: default.strip("`") for names, default in rows for name in re.findall(r"[A-Z_]+", names)}
    stated = {name: getattr(settings, name) for name in told if hasattr(settings, name)}

    assert len(stated) > 30
    assert {name: told[name] for name, default in stated.items() if told[name] not in ways_to_write(default)} == {}


@pytest.mark.parametrize("module", [module.name for module in pkgutil.iter_modules(crawler.commands.__path__)])
def test_every_command_has_help_and_is_described(module):
    command = importlib.import_module(f"crawler.commands.{module}").Command()

    assert command.short_desc()
    assert f"scrapy {module}" in "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_files_and_folders_that_a_document_names_exist(path):
    for place in re.findall(
        r"`((?:crawler|pipelines|evaluation|tests)/[\w./]*(?:/|\.\w+))`", path.read_text(encoding="utf-8")
    ):
        assert (ROOT / place).exists(), place


def slugs(text):
    """Give the anchors that GitHub makes of the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_a_heading_find_it(path):
    for target, heading in re.findall(r"\]\((?!https?:)([^)#]*)#([^)]+)\)", path.read_text(encoding="utf-8")):
        assert heading in slugs((path.parent / target if target else path).read_text(encoding="utf-8")), heading


def test_the_rules_of_injection_are_described_under_the_names_of_their_modules():
    told = re.findall(
        r"`(\w+)`", "".join(re.findall(r"^\*\*(`.+`)\*\*$", read("docs/injection.md"), flags=re.MULTILINE))
    )
    modules = {path.stem for path in (ROOT / "pipelines" / "text" / "injection").glob("*/*.py")}

    assert len(told) > 60
    assert set(told) <= modules
