"""Pages dealt from one pool of paragraphs."""

import random

from hypothesis import given
from hypothesis import strategies as st

from crawler.demo.articles import originals
from pipelines.text.spinning.pool import Pool, sentences

ZH = [one for one in originals().values() if one.language == "zh-Hans"]


def filled(pages):
    pool = Pool()
    for page, paragraphs in pages.items():
        pool.add(page, paragraphs)
    return pool


def dealt():
    """Deal every page one paragraph of each article."""
    chance = random.Random(5)
    return {f"p{page}": [chance.choice(one.paragraphs) for one in ZH] for page in range(16)}


def test_a_page_whose_paragraphs_stand_on_many_others_was_dealt_from_a_pool():
    pages = dealt()

    verdict = filled(pages).judge("p0", pages["p0"])

    assert verdict is not None
    assert verdict.reason == "paragraph_pool"


def test_a_word_in_front_of_the_paragraphs_hides_nothing():
    pages = dealt()
    pool = filled({page: [f"{page}词?{line}" for line in lines] for page, lines in pages.items()})

    assert pool.judge("p0", pages["p0"])


def test_articles_of_which_one_paragraph_was_dealt_elsewhere_are_none():
    pages = {one.slug: list(one.paragraphs) for one in ZH} | {"pool": [one.paragraphs[1] for one in ZH]}
    pool = filled(pages)

    assert pool.judge("pool", pages["pool"])
    assert all(pool.judge(one.slug, one.paragraphs) is None for one in ZH)


def test_an_article_printed_twice_is_none():
    pages = {f"{one.slug}/{copy}": list(one.paragraphs) for one in ZH for copy in (1, 2, 3, 4)}
    pool = filled(pages)

    assert all(pool.judge(page, lines) is None for page, lines in pages.items())


def test_lines_that_stand_everywhere_belong_to_the_site():
    frame = [
        "江湾市气象台今天上午发布未来二十四小时天气预报。",
        "请市民根据预报合理安排出行，注意交通安全。",
        "更多服务信息可以拨打热线电话咨询值班人员。",
    ]
    pages = {f"d{day}": [*frame, f"第{day}天多云，最高气温{day}度，江面有雾，轮渡可能停航。"] for day in range(20)}
    pool = filled(pages)

    assert all(pool.judge(page, lines) is None for page, lines in pages.items())


def test_an_empty_pool_says_nothing():
    assert Pool().judge("p0", ZH[0].paragraphs) is None


@given(st.text(max_size=200))
def test_any_paragraph_has_fingerprints(text):
    assert len(sentences(text)) <= len(text)


def test_half_the_paragraphs_each_on_another_page_are_a_hint_alone():
    pages = {one.slug: one.paragraphs for one in ZH}
    own = [f"{number}号信箱的钥匙丢了，写信的人停下来，把这件事也写进了第{number}封信里。" for number in "一二三四"]
    pages["dealt"] = [*(one.paragraphs[1] for one in ZH[:4]), *own]
    pool = filled(pages)

    assert pool.judge("dealt", pages["dealt"]) is None
    assert pool.hints("dealt", pages["dealt"])
    assert not pool.hints(ZH[0].slug, ZH[0].paragraphs)
