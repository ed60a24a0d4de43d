"""Who may import whom: pure text logic knows nothing, stages know the article, the crawler knows the stages last."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = ("normalization", "template", "injection", "byline", "spinning", "quality", "deduplication", "storage")
BELOW = {
    "crawler.extraction": {
        "page": (),
        "days": ("page",),
        "titles": ("page", "days"),
        "authors": ("page", "days"),
        "main_text": ("page", "titles"),
        "kinds": ("page", "days", "titles", "main_text"),
    },
    "pipelines.text.injection": {
        "evidence": (),
        "noise": ("evidence",),
        "adverts": ("evidence",),
        "affixes": ("evidence",),
        "insertions": ("evidence",),
        "titles": ("evidence",),
        "paragraphs": ("evidence",),
        "pages": ("evidence",),
    },
    "pipelines.text.byline": {
        "vocabulary": (),
        "datelines": ("vocabulary",),
        "notes": ("vocabulary",),
        "credits": ("vocabulary", "datelines", "notes"),
        "habits": ("vocabulary", "datelines", "notes"),
    },
}
"""The folders of a package, and those whose modules each of them may import; modules beside the folders are above them."""

MAPPED = (
    *(f"crawler/extraction/{folder}" for folder in BELOW["crawler.extraction"]),
    *(f"pipelines/text/{stage}" for stage in ("byline", "deduplication", "injection/evidence", "spinning", "template")),
)
"""Packages whose docstring says in which order their modules come."""


def imports(path: Path) -> Iterator[str]:
    """Give every module that a file imports, at its top or inside a function; imports for types alone do not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def modules(folder: str) -> list[Path]:
    """Give the modules under a folder of the project."""
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", modules("pipelines/text"), ids=str)
def test_pure_text_logic_knows_neither_scrapy_nor_the_article(path):
    for name in imports(path):
        top = name.split(".")[0]
        assert top not in {"scrapy", "twisted", "parsel", "lxml", "crawler", "sqlite3"}, name
        assert not name.startswith("pipelines.") or name.startswith("pipelines.text"), name


@pytest.mark.parametrize("path", modules("crawler/extraction"), ids=str)
def test_extraction_knows_of_the_pipelines_only_pure_text_logic(path):
    for name in imports(path):
        assert name.split(".")[0] not in {"scrapy", "twisted"}, name
        assert not name.startswith("pipelines") or name.startswith("pipelines.text."), name


@pytest.mark.parametrize(("package", "folder"), [(package, folder) for package in BELOW for folder in BELOW[package]])
def test_a_folder_knows_only_those_below_it(package, folder):
    paths = modules(f"{package.replace('.', '/')}/{folder}")
    assert paths
    for path in paths:
        for name in imports(path):
            if name == package or name.startswith(f"{package}."):
                known = name.removeprefix(package).removeprefix(".").split(".")[0]
                assert known in {*BELOW[package][folder], folder}, f"{path}: {name}"


@pytest.mark.parametrize("package", BELOW)
def test_every_folder_of_a_packed_package_has_its_place(package):
    folders = {path.parent.name for path in (ROOT / package.replace(".", "/")).glob("*/*.py")}
    assert folders == set(BELOW[package])


@pytest.mark.parametrize("package", MAPPED)
def test_the_docstring_of_a_package_names_all_of_its_modules(package):
    folder = ROOT / package
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""

    assert [path.stem for path in sorted(folder.glob("*.py")) if f"`{path.stem}`" not in told] == ["__init__"]


@pytest.mark.parametrize("path", [*modules("crawler/ledger"), ROOT / "crawler/items.py"], ids=str)
def test_the_ledger_and_the_article_know_no_scrapy(path):
    for name in imports(path):
        assert name.split(".")[0] not in {"scrapy", "twisted"}, name


@pytest.mark.parametrize("path", [*modules("crawler"), *modules("pipelines")], ids=str)
def test_only_the_ledger_speaks_sql(path):
    if ROOT / "crawler/ledger" not in path.parents:
        assert "sqlite3" not in set(imports(path))


def test_pure_packages_import_without_scrapy():
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for folder in ("pipelines/text", "crawler/extraction")
        for path in modules(folder)
    ]
    code = f"import sys; sys.modules['scrapy'] = None; import importlib; [importlib.import_module(n) for n in {names}]"

    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, cwd=ROOT)


def test_a_command_that_reads_no_page_loads_no_rules():
    code = (
        "import sys; from contextlib import suppress; from scrapy.cmdline import execute\n"
        "with suppress(SystemExit): execute(['scrapy', 'sites'])\n"
        "print(*sys.modules)"
    )

    ended = subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True)

    loaded = {*ended.stdout.split()}
    assert "crawler.ledger" in loaded
    assert loaded.isdisjoint(f"pipelines.{stage}" for stage in STAGES)
    assert loaded.isdisjoint({"crawler.extraction.article", "pipelines.text.injection", "pipelines.text.byline.page"})


@pytest.mark.parametrize("path", [*modules("crawler"), *modules("pipelines"), *modules("evaluation")], ids=str)
def test_modules_stay_under_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
