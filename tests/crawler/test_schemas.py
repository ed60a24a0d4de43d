"""The JSON Schemas accept what is written and refuse what must not be."""

import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from crawler.items import LINE, Article
from crawler.jsonl import read_run
from crawler.runs.counts import Counts
from crawler.schemas import NAMES, load_schema


def check(name, line):
    Draft202012Validator(load_schema(name)).validate(line)


def article(**fields):
    return Article(**{"id": "1", "url": "http://a.example/1", "site": "a"} | fields)


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_a_schema(name):
    Draft202012Validator.check_schema(load_schema(name))


def test_the_article_schema_names_every_key_of_a_line_in_order():
    schema = load_schema("article")

    assert tuple(schema["properties"])[: len(LINE)] == LINE
    assert tuple(schema["required"]) == LINE


def test_the_run_schema_names_every_count():
    assert tuple(load_schema("run")["properties"]["counts"]["properties"]) == tuple(Counts().as_report())


@pytest.mark.parametrize("name", ["article", "rejected", "failed", "run"])
def test_every_key_is_described(name):
    properties = load_schema(name)["properties"]

    assert [key for key, told in properties.items() if not told.get("description")] == []


def test_every_verb_writes_a_line_the_schema_accepts():
    item = article(title="Spam News", paragraphs=["spam one", "two", "brand"], fetched="2026-11-22T10:15:00Z")
    item.cut(None, 0, 5, stage="injection", reason="title_keyword")
    item.replace(1, 0, 3, "TWO", stage="normalization", reason="width", evidence="full width")
    item.drop(2, stage="template", reason="site_line")
    item.mark("suspect", stage="injection", reason="doubtful_span", paragraph=0, start=2)
    item.fill("authors", ["A"], stage="byline", reason="reporter")

    check("article", item.as_line())
    for edit in item.trail:
        check("trail", edit.as_line(item.id))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("article", {"id": "1"}),
        ("article", article().as_line() | {"marks": ["nonsense"]}),
        ("article", article().as_line() | {"published": "yesterday"}),
        ("article", article().as_line() | {"title": "two\nlines"}),
        ("rejected", article().as_line()),
        ("rejected", article().as_line() | {"stage": "deduplication", "reason": "copy"}),
        ("failed", {"url": "http://a.example/1"}),
        (
            "trail",
            {"id": "1", "stage": "s", "action": "paint", "reason": "r", "paragraph": 0, "start": 0, "removed": ""},
        ),
        (
            "trail",
            {"id": "1", "stage": "s", "action": "drop", "reason": "r", "paragraph": None, "start": 0, "removed": ""},
        ),
        ("clean", {"error": "no"}),
        ("run", {}),
    ],
)
def test_what_breaks_the_contract_is_refused(name, line):
    with pytest.raises(ValidationError):
        check(name, line)


@pytest.mark.e2e
def test_every_line_of_a_crawl_is_valid(demo):
    for run in demo.runs.values():
        check("run", json.loads((run / "run.json").read_text()))
        for door, schema in (
            ("articles", "article"),
            ("rejected", "rejected"),
            ("failed", "failed"),
            ("trail", "trail"),
        ):
            for line in read_run(run, door):
                check(schema, line)
