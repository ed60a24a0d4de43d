"""The spinning stage: marks, and nothing else."""

import pytest
from scrapy.settings import Settings

from crawler.demo.articles import originals
from crawler.demo.mirrors.morning import stitched, stitched_title
from crawler.items import Article
from pipelines.spinning import SpinningPipeline
from pipelines.stage import Context


@pytest.fixture
def stage():
    return SpinningPipeline.from_context(Context(settings=Settings()))


def article(title, paragraphs, kinds=()):
    return Article(
        id="1", url="http://m.example/1", site="m", title=title, paragraphs=list(paragraphs), kinds=list(kinds)
    )


def test_a_stitched_page_is_marked_and_stays_as_it_was(stage):
    page = article(stitched_title(), stitched())

    stage.apply(page)

    assert page.marks == ["stitched"]
    assert page.paragraphs == list(stitched())
    assert [edit.action for edit in page.trail] == ["mark"]


def test_a_page_with_headings_of_its_own_is_not_stitched(stage):
    lines = list(stitched())
    page = article(stitched_title(), ["城市", *lines], ["heading"] + ["text"] * len(lines))

    stage.apply(page)

    assert page.marks == []


def test_code_is_not_judged(stage):
    page = article("改词", ["东说念主 参不雅 弗成能"], ["code"])

    stage.apply(page)

    assert page.marks == []


def test_spun_wording_and_a_model_frame_are_marked(stage):
    page = article("老桥", ["以下是改写后的文章：", "许多东说念主来老桥参不雅，拍了照片，又去看了桥下的石头。"])

    stage.apply(page)

    assert page.marks == ["spun", "machine_written"]


def test_clean_articles_are_not_marked(stage):
    for one in originals().values():
        page = article(one.title, one.paragraphs)
        stage.apply(page)
        assert page.trail == []
