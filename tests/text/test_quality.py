"""Which pages are no article, and which poor-looking ones are."""

import pytest

from pipelines.text.quality import judge_quality

BRIEF = "石桥镇的老磨坊今天重新转动，三十多名学徒在河边学做豆腐。镇长说，明年还要修一座木桥，让对岸的孩子少走两里路，老人们都说好。"
LEAD = (
    "The old mill of Riverton turned again on Monday, and thirty apprentices learned to make bean curd by the river. "
)


def reason(*paragraphs, title="", **known):
    verdict = judge_quality(title, paragraphs, **known)
    return verdict.reason if verdict else None


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([], "no_text"),
        (["***", "2024-03-05", "——"], "no_text"),
        (["老磨坊今天转动。"], "too_short"),
        (["The mill turned again on Monday."], "too_short"),
        (["방앗간이 다시 돌았다."], "too_short"),
        (["抱歉，您访问的页面不存在，可能已被移走，请返回首页继续浏览其他内容。"], "error_page"),
        (["404 Not Found", "nginx"], "error_page"),
        (["Access Denied", "You don't have permission to access this page on this server."], "error_page"),
        ([f"03-{day:02d} 河边的第{day}个故事" for day in range(1, 20)], "list_page"),
        ([" | ".join(f"河边故事{number}" for number in range(40))], "mostly_links"),
        ([f"https://alpha.example/{number}.html" for number in range(20)], "mostly_links"),
        (
            ["磨坊在线_磨坊大全_磨坊视频_磨坊在线_磨坊大全_磨坊视频_磨坊在线_磨坊大全_磨坊视频_磨坊在线_磨坊大全"],
            "keyword_soup",
        ),
        (["磨坊豆腐木桥磨坊豆腐 cầu gỗ đậu phụ cối xay โรงสีริมแม่น้ำสะพานไม้ cối xay"], "keyword_soup"),
        (["石桥" + "\ufffd" * 30 + "镇的老磨坊今年春天重新转动，三十多名学徒在河边学做豆腐。"], "hopelessly_damaged"),
        (["¼ÇÕßÊ¯ÇÅÕòµÄÀÏÄ¥·»½ñÄê´ºÌìÖØÐÂ×ª¶¯ÈýÊ®¶àÃûÑ§Í½ÔÚºÓ±ßÑ§×ö¶¹¸¯ÕòÀïµÄÀÏÈË¶¼À´¿´ÈÈÄÖ"], "hopelessly_damaged"),
    ],
)
def test_a_page_that_is_no_article_is_refused_with_its_reason(paragraphs, expected):
    assert reason(*paragraphs) == expected


def test_the_language_of_the_site_decides_what_is_foreign():
    assert reason(LEAD * 3, site_language="zh-Hans") == "wrong_language"
    assert reason(BRIEF * 3, site_language="en") == "wrong_language"
    assert reason(BRIEF * 3, site_language="ja") is None
    assert reason(LEAD * 3) is None


@pytest.mark.parametrize(
    "paragraphs",
    [
        [BRIEF],
        [BRIEF, "404 是这座磨坊的门牌号，邮差总是找不到。"],
        [LEAD],
        ["河水清清", "磨盘转转", "豆腐白白", "木桥弯弯"] * 4,
        [
            "第一条 磨坊由镇里管理。",
            "第二条 学徒须满十六岁。",
            "第三条 本办法自三月五日起施行，由镇里解释，原办法同时废止。",
        ],
        [BRIEF, " | ".join(f"河边故事{number}" for number in range(12))],
        [
            "3月5日 磨坊修好。",
            "3月6日 学徒到来。",
            *[f"3月{day}日 磨了{day}袋豆子，晚上下雨。" for day in range(7, 20)],
        ],
        [f"{LEAD} See https://alpha.example/mill for a map." * 2],
        [
            "Cối xay cũ của làng Cầu Đá quay trở lại vào mùa xuân này, ba mươi người học việc làm đậu phụ bên bờ sông, và người già đến xem."
        ],
    ],
)
def test_genuine_pages_are_kept(paragraphs):
    assert reason(*paragraphs) is None


def test_an_article_about_errors_is_no_error_page():
    text = "The phrase 404 Not Found turned thirty this year, and the Riverton museum gives it a room of its own. " * 4

    assert reason(text, title="404 Not Found turns thirty") is None


def test_lengths_are_characters_not_words():
    assert reason(BRIEF, language="zh-Hans", min_chars={"zh": 60}) is None
    assert reason(BRIEF, language="zh-Hans", min_chars={"zh": 200}) == "too_short"


STORY = [
    "石桥镇的老磨坊今年春天重新转动，三十多名学徒在河边学做豆腐，镇里的老人每天都来看热闹。",
    "磨坊主人说，水轮是照着祖父留下的图纸修的，木料从山里运来，花了整整两个冬天。",
    "学生们下课以后也来帮忙，有人负责推磨，有人负责点火，老师说这比书本上的知识更容易记住。",
]


@pytest.mark.parametrize("seen", ["latin-1", "cp1251", "big5"])
def test_a_text_in_a_wrong_charset_is_refused_and_one_spoilt_paragraph_is_not(seen):
    spoilt = [line.encode("gb18030").decode(seen, errors="ignore") for line in STORY]

    verdict = judge_quality("石桥镇的老磨坊", spoilt)

    assert verdict is not None
    assert verdict.reason == "hopelessly_damaged"
    assert judge_quality("石桥镇的老磨坊", [*STORY, STORY[0].encode("gb18030").decode(seen, errors="ignore")]) is None


def test_replacement_characters_read_once_more_are_lost_text():
    assert judge_quality("石桥镇", ["锟斤拷锟斤拷锟斤拷锟斤拷" * 4 + "镇的老磨坊今年春天重新转动。"]) is not None
    assert judge_quality("什么是锟斤拷", ["“锟斤拷锟斤拷”是两个替换字符被读错的结果。" + STORY[0]]) is None
