"""The quality stage: what it refuses, why, and how a site or a setting changes that."""

import pytest
from scrapy.settings import Settings

from crawler.items import Article
from crawler.sites.model import Site
from pipelines.quality import QualityPipeline
from pipelines.stage import Context, Rejected

BRIEF = "石桥镇的老磨坊今天重新转动，三十多名学徒在河边学做豆腐。镇长说，明年还要修一座木桥，让对岸的孩子少走两里路，老人们都说好。"


def judge(*paragraphs, language=None, page_kind="article", **settings):
    site = Site(name="alpha", start_urls=(), domains=(), language=language)
    stage = QualityPipeline.from_context(Context(settings=Settings(settings), site=site))
    page = Article(
        id="1", url="https://alpha.example/1", site="alpha", paragraphs=list(paragraphs), page_kind=page_kind
    )
    try:
        stage.apply(page)
    except Rejected as rejection:
        return rejection.reason
    assert not page.trail
    return None


def test_an_article_passes_untouched():
    assert judge(BRIEF) is None


@pytest.mark.parametrize("kind", ["no_text", "error_page", "login_page"])
def test_what_extraction_took_for_no_article_is_refused_with_its_word(kind):
    assert judge(BRIEF, page_kind=kind) == kind


def test_a_brief_among_the_links_of_a_portal_is_an_article():
    assert judge(BRIEF, page_kind="list_page") is None
    assert judge("河边的豆腐", "木桥又要修了", "铜钟响了一夜", page_kind="list_page") == "list_page"
    assert judge("磨坊转了。", *["河边的豆腐"] * 30, page_kind="list_page") == "list_page"


def test_the_least_length_is_a_setting():
    assert judge(BRIEF, QUALITY_MIN_CHARS={"zh": 500}) == "too_short"
    assert judge("磨坊转了。", QUALITY_MIN_CHARS={"zh": 3}) is None


def test_a_reason_can_be_switched_off():
    assert judge("磨坊转了。") == "too_short"
    assert judge("磨坊转了。", QUALITY_KEEP=["too_short"]) is None


def test_the_language_of_the_site_counts():
    assert judge(BRIEF * 3, language="en") == "wrong_language"
    assert judge(BRIEF * 3, language="zh-Hant") is None


def test_the_refusal_carries_its_evidence():
    stage = QualityPipeline.from_context(Context(settings=Settings()))
    page = Article(id="1", url="https://alpha.example/1", site="alpha", paragraphs=["磨坊转了。"])

    with pytest.raises(Rejected) as refusal:
        stage.apply(page)

    assert refusal.value.details == {"evidence": "5 characters of at least 40"}
