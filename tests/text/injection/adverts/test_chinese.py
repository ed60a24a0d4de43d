"""Chinese paragraphs that sell something amid a report, and advice that speaks to its readers."""

import pytest

from pipelines.text.injection.adverts.chinese import find_chinese_adverts

OFFERS = (
    "只要您轻轻一点，清甜果饮即刻送达，首单立享折扣，让您足不出户畅享整个夏天，赶快下单吧！",
    "您还在为睡不好烦恼吗？无需复杂步骤，一杯下肚即可安稳入梦，现在领取体验装，给您不一样的夜晚。",
)


@pytest.mark.parametrize("offers", [OFFERS[:1], OFFERS[1:], OFFERS])
def test_paragraphs_that_sell_go(offers, page, story, cleaned):
    dirty = [story[0], *offers[:1], *story[1:3], *offers[1:], *story[3:]]

    assert cleaned(find_chinese_adverts, page(dirty))[1] == story


@pytest.mark.parametrize(
    "paragraph",
    [
        "您可以在周末看水轮转动，您也可以带孩子来烤面包，门票收入用来维护水渠。",
        "如果您有磨坊的旧照片，请您拨打热线0571，镇上的人会上门来取。",
        "“您还记得水轮吗？您还记得磨面的日子吗？”老人逢人便问，没有谁答得上来。",
        "他对每个人都讲，您慢走，您留神，别踩坏了菜畦，别惊着了猫，别忘了捎上斗笠。",
    ],
)
def test_invitations_services_and_speeches_stay(paragraph, page, story):
    assert find_chinese_adverts(page([*story[:3], paragraph, *story[3:]])) == []
    assert find_chinese_adverts(page([*story, OFFERS[0]])) == []
