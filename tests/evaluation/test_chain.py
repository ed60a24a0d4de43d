"""All stages in a row: whatever comes in can be restored, order changes nothing, and clean pages stay as they are."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.demo.articles import originals
from crawler.items import Article, restore
from evaluation.batches import build_stages, clean_batch, clean_one, ledger
from evaluation.pollution import Clean, build_site
from evaluation.pollution.patterns import TOGETHER
from evaluation.scoring import article_of

ALONE = build_stages("chain.example", None)
CLEANS = [
    Clean(title=one.title, paragraphs=one.paragraphs, lang=one.language[:2])
    for one in originals().values()
    if one.language != "zh-Hant"
]


def polluted(ids, lang, seed):
    mine = [clean for clean in CLEANS if clean.lang == lang]
    return build_site(ids, mine[:7], mine[7:], seed)[1]


def restored(article):
    return restore(article.title, article.paragraphs, [edit.as_line(article.id) for edit in article.trail])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_trail_restores_every_polluted_page(lang, seed):
    pages = polluted(TOGETHER, lang, seed)
    with ledger() as known:
        articles = [article_of(page, "m.example") for page in pages]
        clean_batch(articles, build_stages("m.example", known))

    for page, article in zip(pages, articles, strict=True):
        assert restored(article) == (page.title.text, [line.text for line in page.lines])


SIGNS = st.characters(codec="utf-8") | st.sampled_from("。，,?!：:（）()“”\u200b\u3000🅰🆎摄记者电讯")
TEXT = st.text(SIGNS, max_size=60)


@settings(max_examples=60)
@given(title=TEXT, lines=st.lists(TEXT, max_size=8), repeat=st.integers(0, 3))
def test_the_trail_restores_any_page(title, lines, repeat):
    lines = [*lines, *lines[:1] * repeat]
    article = Article(id="1", url="https://m.example/1", site="m.example", title=title, paragraphs=list(lines))

    clean_one(article, ALONE)

    assert restored(article) == (title, lines)


def test_the_order_of_pages_changes_no_article():
    pages = polluted(["P1", "T3", "C1", "B1", "I9"], "zh", 5)
    results = []
    for seed in range(3):
        random.Random(seed).shuffle(pages)
        with ledger() as known:
            articles = [article_of(page, "m.example") for page in pages]
            clean_batch(articles, build_stages("m.example", known))
        results.append({article.url: (article.title, article.text, tuple(article.marks)) for article in articles})

    assert results[0] == results[1] == results[2]


def test_clean_articles_come_out_as_they_went_in():
    with ledger() as known:
        articles = [
            Article(
                id=one.slug,
                url=f"https://c.example/{one.slug}",
                site="c.example",
                title=one.title,
                paragraphs=list(one.paragraphs),
            )
            for one in originals().values()
        ]
        refusals = clean_batch(articles, build_stages("c.example", known))

    assert set(refusals.values()) == {None}
    for article in articles:
        assert article.title == originals()[article.id].title
        assert article.paragraphs == list(originals()[article.id].paragraphs)


def test_what_is_clean_is_not_cleaned_again():
    for page in polluted(["P1", "B3", "B6", "S2", "I9"], "zh", 9):
        article = article_of(page, "m.example")
        clean_one(article, ALONE)
        again = Article(
            id="2", url=article.url, site="m.example", title=article.title, paragraphs=list(article.paragraphs)
        )
        clean_one(again, ALONE)

        assert again.paragraphs == article.paragraphs
