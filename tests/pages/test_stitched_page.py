"""A page of the kind the project was made for, alone and in several skins: everything injected goes, the text stays."""

from itertools import zip_longest

import pytest
from scrapy.settings import Settings

from crawler import settings as project
from crawler.demo.articles import originals
from crawler.items import restore
from crawler.single_pages.cleaning import Cleaner

KEYWORD = "k7-k月见草短剧"
BRAND = "云杉之家·(东部区)服务平台"
HEADLINE = "青石岭头茬春茶比去年晚了九天!乡农技站:三月四个夜晚低于零度"
CREDITS = [" 苏某远记者 章亦文 摄", "", "", " 白立夏记者 闻人思 摄", ""]
HEAD = ["EN " + BRAND + " " + BRAND, "http://www.example.org/"]
STAMP = ["2025-07-17 03:34:37 泉源: 柳长风", "字号:默认 超大 | 打印 |"]
FOOT = ["扫一扫在手机翻开目今页", "网站地图"]

TEXT = [
    article.paragraphs[number] for article in originals().values() if article.language == "zh-Hans" for number in (1, 3)
]


def injected():
    """Give the lines of the page between its head and its foot, and nothing of the page's frame."""
    lines = [KEYWORD, KEYWORD]
    for number, (paragraph, credit) in enumerate(zip_longest(TEXT, (CREDITS * len(TEXT))[: len(TEXT)], fillvalue="")):
        tail = f" {HEADLINE}" if number == 0 else f" ,更多推荐:{KEYWORD[4:]}" if number == len(TEXT) - 1 else ""
        lines.append(f"{KEYWORD}?{paragraph}{tail or credit}")
        if number % 3 == 0:
            lines.append(BRAND)
    return lines


def tags(lines, name="p"):
    return "".join(f"<{name}>{line}</{name}>\n" for line in lines)


TITLE = f"{KEYWORD} {HEADLINE}"
SKINS = {
    "blocks of their own": f"<title>{BRAND}</title><body><div><a href=/en>EN</a> <a href=/>{BRAND}</a></div><div><h1>{TITLE}</h1>"
    f"{tags(STAMP, 'div')}<div>{tags(injected())}</div></div><div>{tags(FOOT)}</div>",
    "line breaks": f"<title>{TITLE}</title><body><div><h2>{TITLE}</h2><div>{'<br>'.join(STAMP)}</div>"
    f"<div>{'<br><br>'.join(injected())}<br>{'<br>'.join(FOOT)}</div></div>",
    "flat with a heading": f"<title>{BRAND}</title><body>{tags(HEAD)}<h1>{TITLE}</h1>{tags([*STAMP, *injected(), *FOOT])}",
    "flat without a heading": f"<title>{TITLE}</title><body>{tags([BRAND, *HEAD, TITLE, *STAMP, *injected(), *FOOT])}",
    "boxes": f"<title>{TITLE}_{BRAND}</title><body><div><div>{tags(HEAD, 'div')}</div><div><h1>{TITLE}</h1>"
    f"{tags([*STAMP, *injected(), *FOOT], 'div')}</div></div>",
    "semantic": f"<title>{TITLE}-{BRAND}</title><body><article><h1>{TITLE}</h1>{tags([*STAMP, *injected()])}</article>"
    f"<footer>{tags(FOOT)}</footer>",
}


@pytest.fixture(scope="module")
def cleaner():
    settings = Settings()
    settings.setmodule(project, priority="project")
    return Cleaner.from_settings(settings)


@pytest.mark.parametrize("skin", SKINS)
def test_a_stitched_page_comes_out_clean(cleaner, skin):
    cleaned = cleaner.page(f"<html><head><meta charset=utf-8>{SKINS[skin]}</body></html>")
    article = cleaned.article

    assert article.title == HEADLINE
    assert article.paragraphs == TEXT
    assert "stitched" in article.marks
    assert article.authors == []
    assert cleaned.rejected is None
    trail = [edit.as_line(article.id) for edit in article.trail]
    assert restore(article.title, article.paragraphs, trail) == (cleaned.raw_title, list(cleaned.raw_paragraphs))
