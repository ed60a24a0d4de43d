"""Polluted pages as HTML, in several skins of mirror sites."""

from collections.abc import Callable
from html import escape
from random import Random

from evaluation.pollution.marked import Page


def paragraphs_skin(page: Page, lines: list[str]) -> str:
    """Give a modern page: one `<p>` for each line in an article element."""
    body = "\n".join(f"<p>{line}</p>" for line in lines)
    return f"<header>{_bar(page.top)}</header><main><article><h1>{_title(page)}</h1><div class='content'>{body}</div></article></main>{_list(page.bottom)}"


def table_skin(page: Page, lines: list[str]) -> str:
    """Give an old page: a table, and line breaks between the lines."""
    body = "<br><br>\n".join(f"　　{line}" for line in lines)
    return (
        f"<table width=960><tr><td>{_bar(page.top)}</td></tr><tr><td><center><h1>{_title(page)}</h1></center>"
        f"<div id=zoom>{body}</div></td><td width=300>{_list(page.bottom)}</td></tr></table>"
    )


def division_skin(page: Page, lines: list[str]) -> str:
    """Give a page of nested divisions with a side bar, every line in a division of its own."""
    body = "".join(f"<div class='para'><span>{line}</span></div>" for line in lines)
    return (
        f"<div class='top'>{_bar(page.top)}</div><div class='wrap'><div class='side'>{_list(page.bottom)}</div>"
        f"<div class='main'><h2 class='tit'>{_title(page)}</h2><div class='txt'>{body}</div></div></div>"
    )


SKINS: tuple[Callable[[Page, list[str]], str], ...] = (paragraphs_skin, table_skin, division_skin)


def as_html(page: Page, skin: int = 0) -> str:
    """Give a page in the skin of that number, with the empty tags some engines scatter."""
    chance = Random(page.url)  # noqa: S311 - test data, no secret
    lines = [escape(line.text, quote=False) for line in page.lines]
    body = SKINS[skin % len(SKINS)](page, lines)
    ids = "".join(f"<ins id='{''.join(chance.choices('abcdefgh23456789', k=5))}'></ins>" for _ in range(3))
    language = "zh-CN" if page.lang == "zh" else "en"
    return (
        f"<!DOCTYPE html><html lang='{language}'><head><meta charset='utf-8'><title>{escape(page.headings[len(page.headings) // 2])}</title></head>"
        f"<body>{body}{ids}</body></html>"
    )


def _title(page: Page) -> str:
    return escape(page.title.text, quote=False)


def _bar(links: list[str]) -> str:
    return " | ".join(links)


def _list(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>" if items else ""
