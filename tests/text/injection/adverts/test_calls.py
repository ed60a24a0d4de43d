"""Adverts with a telephone, an account or a code amid an article, and the service boxes that look like them."""

import pytest

from pipelines.text.injection.adverts.calls import find_calls
from tests.growth import assert_linear
from tests.text.injection.invented import BAKERY

CHINESE = [
    "专业承接防水补漏，质量保证，价格优惠，来电咨询：13800001111（微信同号）。",
    "需要代写论文的朋友请加微信：lunwen8866，诚信服务，先验后付。",
    "想要练习题的朋友可以加QQ：123456789，备注“资料”，免费领取一套！",
]
ENGLISH_ADVERTS = [
    "Need a plumber fast? Call Dave on 07700 900123, no call-out fee, 24 hours a day.",
    "Struggling with debt? You can talk to somebody today. Call 0800 555 0199 and quote HELP20 for a free plan.",
    "Use code PEEL50 at checkout and you will save 50% on a first order of juice.",
]


@pytest.mark.parametrize("advert", CHINESE)
def test_a_chinese_advert_with_an_account_goes_between_paragraphs_and_from_their_ends(advert, page, story, cleaned):
    assert cleaned(find_calls, page([story[0], advert, *story[1:]]))[1] == story
    assert cleaned(find_calls, page([*story[:-1], story[-1] + advert]))[1] == story


@pytest.mark.parametrize("advert", ENGLISH_ADVERTS)
def test_an_english_advert_with_a_number_or_a_code_goes(advert, page, cleaned):
    assert cleaned(find_calls, page([BAKERY[0], advert, *BAKERY[1:]], title="A bakery in the mill"))[1] == BAKERY


@pytest.mark.parametrize(
    "service",
    [
        "参观磨坊请提前预约，联系电话：13800001111，免费领取讲解器。",
        "“专业承接防水补漏，来电咨询：13800001111”，木匠说，这样的小广告贴满了院墙。",
        "咨询电话：400-800-1234。",
    ],
)
def test_what_a_chinese_article_says_of_a_number_stays(service, page, story):
    assert find_calls(page([story[0], service, *story[1:]])) == []


def test_an_article_about_such_adverts_keeps_them(page, story):
    about = [*story[:2], "水轮旁边的墙上写着13900002222，镇上的老人都认得这块木匠的招牌。", CHINESE[0], *story[2:]]

    assert find_calls(page(about)) == []


@pytest.mark.parametrize(
    "service",
    [
        "If you have been affected, call the helpline on 0300 123 2040, which is free at all hours.",
        "Tickets for the mill cost £4. Call the baker on 01622 555 010 to order bread.",
    ],
)
def test_a_service_box_below_an_english_article_stays(service, page):
    assert find_calls(page([*BAKERY, service], title="A bakery in the mill")) == []


@pytest.mark.parametrize("piece", ["来电 13800001111 ", "。请加微信：abcde12345", "Call 0800 555 0199. ", "call now. "])
def test_calls_are_found_in_time_that_grows_with_the_text(piece, page):
    assert_linear(find_calls, lambda size: page(["一" * 30, piece * size, *["二" * 30] * 4]), 2_000)
