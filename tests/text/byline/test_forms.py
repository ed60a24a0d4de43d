"""Credits told by what they are made of: pictures, roles, remarks, and what looks the same and stays."""

import pytest

from pipelines.text.byline import find_credits
from tests.text.byline.cuts import without

LEAD = "石桥镇的老磨坊今年春天重新转动，三十多名学徒在河边学做豆腐，镇里的老人都来看热闹。"
LAST = "镇长说，明年还要修一座木桥，让对岸的孩子少走两里路。"
LEAD_EN = "The old mill at Stone Bridge turned again this spring, and thirty apprentices came to the river."
LAST_EN = "The mayor said a wooden bridge would follow next year, so that children need not walk two miles."


def cleaned(paragraphs):
    """Give the paragraphs without their credits."""
    return without(paragraphs, find_credits(paragraphs))


@pytest.mark.parametrize(
    "credit",
    [
        *(
            "视频截图",
            "河州新闻截图",
            "（央视截图）",
            "微博截图",
            "图源网络",
            "图片截自视频",
            "图/受访者提供",
            "翻拍自网络",
        ),
        *(
            "（东方IC）",
            "视觉中国供图",
            "©视觉中国",
            "（新华社/法新）",
            "河州社 钱俊川 摄",
            "河州博物馆提供",
            "受访者 供图",
        ),
        *(
            "无人机照片",
            "本报资料图",
            "（AI生成图片）",
            "（网络图）",
            "（资料图 钱俊川 摄）",
            "拍摄：钱俊川",
            "视频来源：河州发布",
        ),
    ],
)
def test_what_says_where_a_picture_comes_from_goes_and_the_caption_stays(credit):
    assert cleaned([LEAD, f"渔船驶出石桥港。{credit}", LAST]) == [LEAD, "渔船驶出石桥港。", LAST]


@pytest.mark.parametrize(
    "credit",
    [
        *("Picture credit: Anna Rivers", "Anna Rivers via AP", "(Xinhua/Anna Rivers)", "Getty Images", "© Anna Rivers"),
        *("Photo – Anna Rivers", "Image © Anna Rivers", "Shot by Anna Rivers", "(Anna Rivers photo)"),
        *("Photographer: Anna Rivers/Bloomberg", "Screenshot: Anna Rivers", "Photo supplied", "Image by Anna Rivers"),
    ],
)
def test_the_credit_of_an_english_caption_goes(credit):
    caption = "Cyclists cross the new bridge."

    assert cleaned([LEAD_EN, f"{caption} {credit}", LAST_EN]) == [LEAD_EN, caption, LAST_EN]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "值班总编辑：钱俊川",
            "三审签发：钱俊川",
            "审核人：钱俊川",
            "撰稿人：钱俊川 审稿人：孙小舟",
            "责任编辑：admin",
            "本版编辑：钱俊川",
        ),
        *(
            "综合：河州日报",
            "转载自：河州日报",
            "（据河州日报）",
            "（摘自《河州日报》）",
            "本报综合报道",
            "（特约评论员）",
            "据河州日报",
        ),
        *("🪁(文章:钱俊川)", "（署名：钱俊川、孙小舟）", "播音：钱俊川", "运营编辑：钱俊川"),
        *(
            "编辑、校对：钱俊川",
            "编辑∣钱俊川",
            "发布来源：河州网 编辑：钱俊川",
            "By: Anna Rivers",
            "Editor – Anna Rivers",
        ),
        *("Editors Anna Rivers and Tom Mill", "Editor: Anna Rivers | Proofreader: Tom Mill"),
        *("With files from the Riverton Press", "Anna Rivers reported from the scene.", "(With inputs from agencies)"),
        *("Originally published in the Riverton Post.", "Translator: Anna Rivers", "Copy-edited by Anna Rivers"),
    ],
)
def test_a_line_that_says_who_made_the_article_is_dropped_behind_it(line):
    assert cleaned([LEAD, LAST, line]) == [LEAD, LAST]


@pytest.mark.parametrize(
    "tail", ["（河州日报）", "（钱俊川 孙小舟）", "（河州融媒体中心 钱俊川）", "（河州社综合报道）"]
)
def test_a_medium_or_several_names_in_brackets_sign_the_last_sentence(tail):
    assert cleaned([LEAD, LAST + tail]) == [LEAD, LAST]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("河州网石桥5月7日讯 记者钱俊川 ", LEAD),
        ("【河州网报道】", LEAD),
        ("［河州日報訊］", LEAD),
        ("（石桥综合讯）", LEAD),
        ("河州在线报道（记者 钱俊川）：", LEAD),
        ("本报记者 钱俊川 发自石桥 ", LEAD),
        ("【河州报·石桥讯】记者 钱俊川 ", LEAD),
        ("本台石桥5月7日消息：", LEAD),
        ("RIVERTON (dpa) - ", LEAD_EN),
        ("RIVERTON, June 7. /TASS/. ", LEAD_EN),
        ("RIVERTON--(BUSINESS WIRE)--", LEAD_EN),
        ("RIVERTON, June 7 (IANS) ", LEAD_EN),
        ("RIVERTON, June 7 — ", LEAD_EN),
        ("RIVERTON (Morning Herald) — ", LEAD_EN),
    ],
)
def test_a_dateline_of_any_agency_goes_and_the_sentence_stays(head, text):
    assert cleaned([head + text]) == [text]


@pytest.mark.parametrize(
    "page",
    [
        [LEAD, "他说，视频截图并不能证明什么。", LAST],
        [LEAD, "镇上的展览分为三部分：老照片", LAST],
        [LEAD, "图由心生", LAST],
        [LEAD, "图：磨坊一角", LAST],
        [LEAD, "渔船驶出港口（摄于1984年）。", LAST],
        [LEAD, LAST, "主演：钱俊川", "（主演：钱俊川）"],
        [LEAD, LAST, "采集：新茶", "视频：老虎出山"],
        [LEAD, LAST, "（笑）"],
        [LEAD, f"{LAST}（张岱）"],
        [LEAD, f"{LAST}（掌声）"],
        [LEAD, "据河州日报报道，桥已经修好。", LAST],
        [LEAD_EN, f"{LAST_EN} (Anna and Tom)"],
        [LEAD_EN, LAST_EN, "Ed: We never asked Anna Rivers"],
        [LEAD_EN, "Ed: Anna, what did the mill sound like?", LAST_EN],
        [LEAD_EN, "She asked for help. Best Practices for Businesses", LAST_EN],
        [LEAD_EN, "The bones belonged to a T. Rex", LAST_EN],
        [LEAD_EN, "The report came late. Copyright Office", LAST_EN],
        [LEAD_EN, "A plant for the shade (Golden Pothos / Devil's Ivy)", LAST_EN],
        [
            "ABC (Alpha Beta Company) - the maker of pumps - said on Friday that it would build a second mill by the river."
        ],
        [
            "BRIDGE/TUNNEL: the council voted on Friday to close the older of the two roads across the river this summer."
        ],
    ],
)
def test_what_only_looks_like_such_a_credit_is_kept(page):
    assert cleaned(page) == page


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("每河记者：钱俊川 每河编辑：孙小舟 ", ("钱俊川",)),
        ("河州晚报·河小融 记者 钱俊川 孙小舟 ", ("钱俊川", "孙小舟")),
        ("〔即時新聞／綜合報導〕", ()),
        ("总台央视记者钱俊川：石桥消息，", ("钱俊川",)),
        ("文/钱俊川 图/孙小舟 ", ("钱俊川",)),
    ],
)
def test_a_head_names_those_who_wrote_the_text_and_not_its_editors(head, names):
    [(_, credit)] = find_credits([head + LEAD, LAST])

    assert credit.end == len(head)
    assert credit.names == names


@pytest.mark.parametrize("note", ["（本文由钱俊川撰写）", "（笔者：钱俊川）", "（钱俊川编写）"])
def test_a_note_on_the_writer_gives_no_author_since_pages_make_it_up(note):
    [(_, credit)] = find_credits([LEAD, LAST + note])

    assert credit.names == ()


@pytest.mark.parametrize("start", ["镇文化站负责人指出：", "河州卫生健康委消息，"])
def test_what_is_said_behind_a_head_in_brackets_is_text(start):
    head = "河州晚报5月7日讯（记者 钱俊川 通讯员 孙小舟）"

    assert cleaned([head + start + LEAD]) == [start + LEAD]
    assert cleaned(["本报讯 " + start + LEAD]) == [start + LEAD]


@pytest.mark.parametrize(
    ("lead", "last", "end"),
    [
        (LEAD, LAST, "（钱俊川，河州大学水利系教授）"),
        (LEAD_EN, LAST_EN, " Anna Rivers is a professor of economics at Millford University."),
    ],
)
def test_who_is_presented_at_the_end_wrote_the_article_unless_it_speaks_of_him(lead, last, end):
    person = "钱俊川" if lead == LEAD else "Anna Rivers"
    glued = [lead, f"{last}{end}"] if lead == LEAD else [lead, last, end.strip()]
    named = [f"{person} came to the mill. {lead}", *glued[1:]]

    assert cleaned(glued) == [lead, last]
    assert cleaned(named) == named


@pytest.mark.parametrize(
    "end",
    [
        "She is a reporter for the Riverton Herald.",
        "Anna Rivers is a reporter for the Riverton Herald.",
        "Anna Rivers covers transport for the paper.",
    ],
)
def test_an_article_about_a_reporter_may_end_with_what_she_is(end):
    page = [f"{LEAD_EN} Anna Rivers watched it turn.", LAST_EN, end]

    assert cleaned(page) == page
