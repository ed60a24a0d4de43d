"""The examples of docs/python.md: they run, and the spider and the stage do what is said of them."""

import re
from pathlib import Path

import pytest
from scrapy.http import HtmlResponse, TextResponse

from crawler.items import Article
from pipelines.stage import Context, Rejected

ROOT = Path(__file__).parents[2]
EXAMPLES = re.findall(
    r"^```python\n(.*?)^```$", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


def run(needle):
    """Run the one example that holds a text; gives its names."""
    (code,) = (code for code in EXAMPLES if needle in code)
    names = {"__name__": "example"}
    exec(code, names)
    return names


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_runs(number):
    exec(EXAMPLES[number], {"__name__": "example"})


def test_the_page_is_read_as_its_reader_sees_it():
    got = run("got = extract(page,")["got"]

    assert (got.title, got.published, got.page_kind) == ("The mill turns again", "2026-05-03", "article")


def test_the_cleaner_leaves_a_trail():
    cleaned = run("cleaner.page")["cleaned"]

    assert cleaned.article.text == "The old mill turned again on Sunday."
    assert cleaned.article.trail[0].removed == "HARBOUR TOWN, May 3 (Coastwire) - "


def test_the_spider_asks_for_what_the_list_names_and_yields_articles():
    spider = run("class HarbourApi")["HarbourApi"]()
    listing = TextResponse("https://a.example/latest.json", body=b'{"items": [{"url": "/1.html?utm_source=x"}]}')
    page = HtmlResponse("https://a.example/1.html", body=b"<h1>The mill</h1><p>It turned again in May.</p>")

    (request,) = spider.parse(listing)
    (article,) = spider.article(page)

    assert request.url == "https://a.example/1.html"
    assert isinstance(article, Article)
    assert (article.site, article.url) == ("harbour-api", "https://a.example/1.html")


def test_the_stage_drops_and_refuses():
    stage = run("class DatedPipeline")["DatedPipeline"](Context(settings=None))
    article = Article(id="1", url="http://a.example/1", site="a", paragraphs=["A sentence.", "http://a.example/"])

    with pytest.raises(Rejected, match="dated: no_day"):
        stage.apply(article)

    assert article.paragraphs == ["A sentence."]
    assert [edit.reason for edit in article.trail] == ["bare_url"]
