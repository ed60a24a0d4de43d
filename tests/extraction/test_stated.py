"""Pages that hold their article in JSON-LD or in a field and show it to nobody."""

import json

import pytest

from crawler.extraction import extract
from crawler.extraction.main_text.stated import FIELD_NOTE, KEPT_NOTE, NOTE, SCRIPT_NOTE

ROWS = [
    "The ferry to the northern islands will sail again in spring, the harbour office said after a winter of repairs.",
    "Its engine had failed twice in October, and the sixty families on the islands lived on what fishing boats brought.",
    "A new timetable gives them two crossings a day, one of them early enough for the market on the quay.",
    "The captain, who has steered the ferry since it was built, asked for patience with the queue on the first day.",
]


def page(stated: str, shown: str = "<p>Subscribe to read on.</p>", *more: str) -> str:
    things = [{"@type": "NewsArticle", "headline": "The ferry sails", "articleBody": body} for body in (stated, *more)]
    return (
        "<html><head><title>The ferry sails</title>"
        f"<script type='application/ld+json'>{json.dumps(things)}</script></head>"
        f"<body><h1>The ferry sails</h1><div>{shown}</div></body></html>"
    )


@pytest.mark.parametrize(
    "stated",
    ["\n".join(ROWS), "\r\n\r\n".join(ROWS), "".join(f"<p>{row}</p>" for row in ROWS)],
    ids=["lines", "gaps", "markup"],
)
def test_a_text_that_no_reader_is_shown_is_read_from_the_statement(stated):
    got = extract(page(stated))

    assert list(got.paragraphs) == ROWS
    assert got.kinds == ("text",) * len(ROWS)
    assert got.page_kind == "article"
    assert NOTE in got.notes


def test_a_page_that_shows_its_text_is_read_as_it_is_shown():
    got = extract(page(" ".join(ROWS), "".join(f"<p>{row}</p>" for row in ROWS[:3])))

    assert list(got.paragraphs) == ROWS[:3]
    assert NOTE not in got.notes


def test_a_page_with_another_text_of_its_own_keeps_that():
    other = [row.replace("ferry", "train").replace("islands", "valleys").replace("harbour", "railway") for row in ROWS]
    got = extract(page("\n".join(ROWS), "".join(f"<p>{row}</p>" for row in other)))

    assert NOTE not in got.notes


def test_of_the_texts_of_several_articles_none_is_taken():
    assert NOTE not in extract(page("\n".join(ROWS), "<p>Read on.</p>", "\n".join(reversed(ROWS)))).notes


def test_a_summary_is_no_text():
    assert NOTE not in extract(page(ROWS[0])).notes


@pytest.mark.parametrize(
    "stated", ["<div>" * 50_000 + "x" * 400 + "</p>", "<br>" * 10 + "x" * 400, "&lt;br>" + "\x00y" * 400]
)
def test_a_hostile_statement_does_no_harm(stated):
    assert extract(page(stated)).title == "The ferry sails"


MARKUP = "<article><section>" + "".join(f"<p>{row}</p>" for row in ROWS) + "</section></article>"


def with_field(field: str, shown: str = "") -> str:
    return f"<html><head><title>The ferry sails</title></head><body><nav><a href='/'>Harbour</a></nav>{shown}<textarea class='t' hidden>The ferry sails</textarea>{field}</body></html>"


@pytest.mark.parametrize("escaped", [False, True])
def test_a_text_that_a_script_takes_from_a_field_is_read(escaped):
    markup = MARKUP.replace("<", "&lt;") if escaped else MARKUP
    got = extract(with_field(f"<textarea hidden>{markup}</textarea>"))

    assert list(got.paragraphs) == ROWS
    assert (got.page_kind, got.notes) == ("article", (FIELD_NOTE,))


@pytest.mark.parametrize(
    ("named", "read"),
    [("class=article-content style='display: none'", True), ("class=article-content", False), ("hidden", False)],
)
def test_a_brief_is_read_from_a_hidden_field_that_is_called_its_content(named, read):
    got = extract(with_field(f"<textarea {named}><p>{ROWS[0]}</p></textarea>"))

    assert list(got.paragraphs) == ([ROWS[0]] if read else [])


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (f"<textarea>{' '.join(ROWS)}</textarea>", ""),
        (f"<textarea>{MARKUP}</textarea>", "".join(f"<p>{row.replace('ferry', 'train')}</p>" for row in ROWS)),
        ("<textarea><p>Copy this:</p><br><p>a badge</p></textarea>", ""),
    ],
    ids=["no markup", "a text of its own", "short"],
)
def test_other_fields_are_not(field, shown):
    assert FIELD_NOTE not in extract(with_field(field, shown)).notes


@pytest.mark.parametrize("tag", ["noscript", "template"])
def test_a_text_for_readers_without_scripts_is_read_where_nothing_else_is(tag):
    kept = f"<{tag}><div>" + "".join(f"<p>{row}</p>" for row in ROWS) + f"</div></{tag}>"
    got = extract(f"<html><body><h1>The ferry sails</h1><div id='root'></div>{kept}</body></html>")

    assert list(got.paragraphs) == ROWS
    assert (got.page_kind, got.notes) == ("article", (KEPT_NOTE,))


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("<p>Please switch on scripts, <b>then</b> load this page again.</p>", ""),
        (MARKUP, "".join(f"<p>{row.replace('ferry', 'train')}</p>" for row in ROWS)),
    ],
    ids=["asks for scripts", "a text of its own"],
)
def test_what_else_is_kept_for_them_is_not(kept, shown):
    got = extract(f"<html><body><h1>The ferry sails</h1>{shown}<noscript>{kept}</noscript></body></html>")

    assert KEPT_NOTE not in got.notes
    assert not any("ferry" in row for row in got.paragraphs)


def with_script(*scripts: str, title: str = "The ferry sails to the islands") -> str:
    code = "".join(f"<script>{script}</script>" for script in scripts)
    return f"<html><head><title>{title}</title></head><body><nav><a href='/'>Harbour</a></nav><div id='app'></div>{code}</body></html>"


STATE = json.dumps(
    {"page": {"title": "The ferry sails", "more": ["\\", '"'], "html": MARKUP.replace("section", "div")}}
)


@pytest.mark.parametrize(
    "script",
    [
        f"window.__STATE__ = {STATE}",
        f"window.__STATE__ = {STATE}".replace("<", "\\u003c"),
        f"window.__STATE__ = JSON.parse({json.dumps(STATE)})",
        f"document.write({json.dumps(MARKUP)})",
    ],
    ids=["state", "escaped", "state in a string", "code"],
)
def test_a_text_that_a_script_puts_into_a_page_without_any_is_read(script):
    got = extract(with_script("var a = 1;", script))

    assert list(got.paragraphs) == ROWS
    assert (got.page_kind, got.notes) == ("article", (SCRIPT_NOTE,))


@pytest.mark.parametrize(
    "page",
    [
        with_script(f"var a = {json.dumps(MARKUP)}", f"var b = {json.dumps(MARKUP.replace('spring', 'May'))}"),
        with_script(f"var a = {json.dumps(MARKUP)}", title="Cookies and how we use them"),
        with_script("var a = '<p>A ferry<br><br><br>'"),
        with_script(f"var a = {json.dumps(MARKUP)}").replace("<nav>", "".join(f"<p>{row}</p>" for row in ROWS)),
    ],
    ids=["several", "of something else", "short", "a text of its own"],
)
def test_other_strings_in_scripts_are_not(page):
    assert SCRIPT_NOTE not in extract(page).notes
