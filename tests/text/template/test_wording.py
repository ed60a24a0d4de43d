"""Furniture told by what its wording is made of, and what looks the same and stays."""

import pytest

from pipelines.text.template import Rules, Template, find_template
from pipelines.text.template.shape import digest
from pipelines.text.template.wording import is_list_heading, judge_legal
from tests.growth import assert_linear

LEAD = "石桥镇的老磨坊今年春天重新转动，三十多名学徒在河边学做豆腐，镇里的老人都来看热闹。"
LAST = "镇长说，明年还要修一座木桥，让对岸的孩子少走两里路。"
LEAD_EN = "The old mill at Stone Bridge turned again this spring, and thirty apprentices came to the river."
LAST_EN = "The mayor said a wooden bridge would follow next year, so that children need not walk two miles."
LINKS = ["渡船最后一天 老人排起长队", "小镇为何留不住年轻人？", "河堤加固工程下周开工"]


def cleaned(paragraphs, title="老磨坊重新转动", kinds=None):
    """Give what is left of a page on its own, and of its title."""
    found = find_template(title, paragraphs, kinds or ["text"] * len(paragraphs), Template(), rules=Rules())
    drops = {index for index, _ in found.drops}
    return [text for index, text in enumerate(paragraphs) if index not in drops]


@pytest.mark.parametrize(
    "heading",
    [
        "看了又看",
        "热文排行：",
        "精选内容",
        "更多相关",
        "猜你还想看",
        "读者都在看",
        "More like this",
        "What others are reading",
        "Читайте другие новости",
    ],
)
def test_a_heading_of_such_words_goes_with_the_headlines_down_to_the_end(heading):
    assert is_list_heading(heading)
    assert cleaned([LEAD, LAST, heading, *LINKS]) == [LEAD, LAST]


@pytest.mark.parametrize(
    "lines",
    [
        ["获奖名单", *LINKS],
        ["更多相关", LAST],
        ["看了又看", "河堤加固工程下周开工。"],
        ["You and it", "A mill by the river", "A bridge of wood"],
        ["今年春天的三件事", *LINKS],
    ],
)
def test_a_list_of_the_article_stays(lines):
    assert cleaned([LEAD, LAST, *lines]) == [LEAD, LAST, *lines]


@pytest.mark.parametrize(
    "notice",
    [
        "特此声明：河州网转载此文出于传递信息之目的，若来源标注有误请与本网联络更正。",
        "本站所有图文均来自互联网，河州网对其真实性概不负责，请读者自行核实。",
        "河州网声明：未经许可不得复制、镜像，违者将依法追究责任。",
        "All content belongs to Riverton Post and may not be copied, stored or sold in any form.",
        "未经河州网书面授权，任何单位及个人不得转载、摘编。",
        "以上内容不构成投资建议，据此操作风险自担。",
        "Riverton Post assumes no liability for the content of linked sites.",
        "本文内容仅代表作者个人观点，与河州网无关。",
        "河州网保留所有权利，任何媒体转载须注明来源。",
        "No part of this article may be copied without the prior consent of Riverton Post.",
        "The opinions expressed here are the author's own and not those of Riverton Post.",
        "Riverton Post is not responsible for the content of external sites or for the opinions of its contributors.",
    ],
)
def test_a_notice_of_rights_without_its_label_is_dropped_below_the_article(notice):
    assert cleaned([LEAD, LAST, notice]) == [LEAD, LAST]


@pytest.mark.parametrize(
    "text",
    [
        "法院判决，被告未经许可复制了原告的地图，侵犯了著作权，应当赔偿损失并删除网络上的全部图片。",
        "他在信里说：“本站声明：未经许可不得转载，违者追究责任。”",
        "学校要求家长未经许可不得进入校园，如有急事请与门卫联系。",
        "The council is not responsible for the damage to the mill.",
        "合同写明，村里保留最终解释权。",
        "The court said the site may not be copied or sold without permission.",
    ],
)
def test_an_article_that_speaks_of_rights_stays(text):
    assert judge_legal(text) is None
    assert cleaned([LEAD, text]) == [LEAD, text]


def test_a_notice_that_is_the_article_stays():
    notice = "特此声明：河州网转载此文出于传递信息之目的，若来源标注有误请与本网联络更正。"

    assert cleaned([notice]) == [notice]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "在河州网客户端中打开",
            "安装河州网应用 观看完整视频",
            "微信扫码加入河州网读者群",
            "大约需要3分钟读完",
            "本文字数：812",
            "参与评论 8",
        ),
        *(
            "所属栏目：科学",
            "下一则新闻：渡船停航",
            "Up next: The last ferry",
            "7-minute read",
            "12 responses",
            "Get our evening briefing by e-mail",
        ),
    ],
)
def test_prompts_measures_and_labels_are_dropped_below_the_article(line):
    assert cleaned([LEAD, LAST, line]) == [LEAD, LAST]


@pytest.mark.parametrize(
    "line",
    ["2025-03-05 08:30 | Text size - + | Save", "By Staff 2025-03-05 08:30 Comments (3)", "You are here: Home > World"],
)
def test_a_day_with_buttons_or_the_way_to_the_page_is_dropped_above_the_article(line):
    assert cleaned([line, LEAD_EN, LAST_EN]) == [LEAD_EN, LAST_EN]


@pytest.mark.parametrize("line", ["参与评论 8", "在河州网客户端中打开", "Get our evening briefing by e-mail"])
def test_prompts_and_measures_go_between_paragraphs_too(line):
    assert cleaned([LEAD, line, LAST]) == [LEAD, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "41 minutes",
        "共计 30人",
        "下载国家反诈中心APP",
        "打开应用 三步完成报名",
        "Read the full story of the mill.",
        "上一次修桥是在1984年",
        "分类：豆腐与豆干",
    ],
)
def test_numbers_and_steps_of_the_article_stay_between_its_paragraphs(line):
    assert cleaned([LEAD, line, LAST]) == [LEAD, line, LAST]


@pytest.mark.parametrize(
    "frame",
    [
        "说起木瓜影院大家一定不陌生，可是山楂下载你真的懂吗？跟着我往下读就明白了。",
        "目录总览：1、木瓜影院 2、山楂下载",
        "木瓜影院|山楂下载",
    ],
)
def test_a_first_paragraph_about_the_keywords_of_the_title_and_nothing_else_is_a_frame(frame):
    title = "老磨坊重新转动(木瓜影院,山楂下载)"
    found = find_template(title, [frame, LEAD, LAST], ["text"] * 3, Template(), rules=Rules())

    assert [index for index, _ in found.drops] == [0]
    assert [title[: span.start] for place, span in found.cuts if place is None] == ["老磨坊重新转动"]


@pytest.mark.parametrize("first", ["目录：1、豆腐 2、木桥", "豆腐和木桥从老磨坊的河边一路摆到了镇外的集市上"])
def test_a_short_first_line_that_is_no_list_of_foreign_keywords_stays(first):
    rest = [LEAD, "学做豆腐要三年，木桥的图纸已经画好，就挂在磨坊的墙上给人看。"] if "：" in first else [LEAD, LAST]

    assert cleaned([first, *rest], title="老磨坊重新转动(豆腐,木桥)")[0] == first


def test_a_first_paragraph_whose_keywords_the_article_speaks_of_stays():
    first = "说起豆腐和木桥，大家一定想到石桥镇，老磨坊今年春天重新转动，学徒们在河边学手艺。"
    rest = ["学做豆腐要三年。", LAST, "木桥的图纸已经画好，就挂在磨坊的墙上给人看。"]

    assert cleaned([first, *rest], title="老磨坊重新转动(豆腐,木桥)") == [first, *rest]


@pytest.mark.parametrize("piece", ["更多", "阅读", "约 ", "下载", "get ", "本站", "(", "|"])
def test_hostile_lines_take_linear_time(piece):
    def lines(size):
        return [LEAD, LAST, *(piece * count for count in (20, 35, 60, 120, 600, size))]

    assert_linear(cleaned, lines, 50_000)


def test_a_credit_whose_end_stands_on_every_page_is_left_whole_for_the_next_stage():
    line = "Anna Rivers and Tom Mill contributed to this report."
    learned = Template(tails=frozenset({digest("contributed to this report.", folded=False)}), pages=9)
    found = find_template("A mill", [LEAD_EN, LAST_EN, line], ["text"] * 3, learned, rules=Rules())

    assert found.cuts == ()


@pytest.mark.parametrize(
    "line",
    [
        "左右滑动查看更多",
        "点击展开剩余50%",
        "暂无评论，快来抢沙发",
        "音频朗读 0:00/3:21",
        "请先登录",
        "A A Font size Print Share",
        "Add a comment (9)",
        "还有12条回复，点击查看",
    ],
)
def test_a_line_of_nothing_but_words_of_hints_goes(line):
    assert cleaned([line, LEAD, LAST]) == [LEAD, LAST]
    assert cleaned([LEAD, LAST, line]) == [LEAD, LAST]


@pytest.mark.parametrize("line", ["原文：", "点击数学习", "左右为难的一家", "图片中的老人是谁"])
def test_a_line_that_says_more_stays(line):
    assert cleaned([line, LEAD, LAST]) == [line, LEAD, LAST]


@pytest.mark.parametrize(
    ("lead", "last", "own"),
    [
        (LEAD, LAST, "以上只是我自己的做法，不构成任何理财建议，照做以后省不下钱，请不要来敲我的门。"),
        (LEAD, LAST, "声明：本文作者是我本人，文中提到的磨坊我没有股份，观点只代表我自己，仅供参考。"),
        (
            LEAD_EN,
            LAST_EN,
            "None of this is medical advice, and I accept no responsibility for anyone who dives after me.",
        ),
        (
            LEAD_EN,
            LAST_EN,
            "Nothing in this essay is legal advice; the writer accepts no liability for boots but his own.",
        ),
    ],
)
def test_a_word_of_the_writer_for_himself_stays(lead, last, own):
    assert cleaned([lead, last, own]) == [lead, last, own]


@pytest.mark.parametrize("line", ["#石桥创作赛#", "#石桥# #磨坊#", "$石桥面粉(SZ000001)$ #磨坊#"])
def test_hashtags_alone_below_the_article_are_its_tags(line):
    assert cleaned([LEAD, LAST, line]) == [LEAD, LAST]


def test_a_sentence_with_a_hashtag_stays():
    assert cleaned([LEAD, LAST, "大家都在说#石桥#的磨坊。"]) == [LEAD, LAST, "大家都在说#石桥#的磨坊。"]


def test_a_notice_that_names_its_app_in_quotation_marks_is_one_and_a_quotation_is_none():
    notice = "更多内容请下载“石桥在线”客户端。版权声明：本文章版权归属石桥在线所有，未经授权不得转载，转载请联系邮箱，我们将追究侵权者的法律责任。"
    told = "他说：“未经授权不得转载，否则追究法律责任，版权归本站所有，请联系我们。”"

    assert judge_legal(notice) is not None
    assert judge_legal(told) is None
